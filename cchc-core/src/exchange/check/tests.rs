use crate::diagnostic::Severity;
use crate::examples;
use crate::exchange::tests::EVERY_KIND;
use crate::exchange::{PlanFile, check, deadline_notes, read};
use crate::plan::CitedDocument;

/// What is found in the sample after some replacements, one line each.
fn found(replacements: &[(&str, &str)]) -> String {
    let mut text = EVERY_KIND.to_owned();
    for (from, to) in replacements {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let reading = read(&text).unwrap();
    assert_eq!(reading.diagnostics, []);
    told(&reading.file)
}

/// Without what is only good to know.
fn told(file: &PlanFile) -> String {
    let found = check(file).into_iter().filter(|found| found.severity > Severity::Note);
    found.map(|found| format!("{}: {found}", found.code)).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_built_in_plans_are_clean() {
    for (name, _) in examples::names() {
        assert_eq!(told(&examples::get(name).unwrap()), "", "{name}");
    }
}

#[test]
fn the_part_of_an_office_is_clean() {
    let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    for office in &file.offices {
        assert_eq!(told(&file.part_of(&office.id)), "", "{}", office.id);
    }
}

#[test]
fn the_sample_is_clean() {
    assert_eq!(found(&[]), "");
}

#[test]
fn every_reference_is_followed() {
    let value: serde_json::Value = serde_json::from_str(EVERY_KIND).unwrap();
    let mut records = value["records"].clone();
    let mut lines = Vec::new();
    // With a kind taken out, everything that points at it dangles.
    for kind in [
        "passages",
        "documents",
        "topics",
        "channel_groups",
        "channels",
        "units",
        "offices",
        "duties",
        "report_rules",
        "activities",
    ] {
        let taken = records[kind].take();
        records[kind] = serde_json::json!([]);
        let mut without = value.clone();
        without["records"] = records.clone();
        let file = read(&without.to_string()).unwrap().file;
        lines.push(format!("# {kind}"));
        lines.extend(
            check(&file)
                .iter()
                .filter(|found| found.code == "dangling-reference")
                .map(|found| found.place.to_string()),
        );
        records[kind] = taken;
    }
    let lines = lines.join("\n");
    insta::assert_snapshot!(lines);
}

#[test]
fn contradictions_are_told() {
    let cases: [&[(&str, &str)]; 25] = [
        &[(
            "\"filing\": \"bao-cao-quy:2026-Q2\", \"received_on\"",
            "\"filing\": \"chuyen-de-1\", \"received_on\"",
        )],
        &[("[\"par-index\"]", "[\"gdp\"]")],
        &[("\"quote\": \"tối thiểu", "\"quote\": \"ít nhất")],
        &[("\"wording\": \"02 tin, bài\"", "\"wording\": \"03 tin, bài\"")],
        &[("\"wording\": \"02 tin, bài\"", "\"wording\": \"\"")],
        &[("\"role\": \"focal\"", "\"role\": \"assigned\"")],
        &[("\"role\": \"assigned\"", "\"role\": \"focal\"")],
        &[("\"date\": \"2025-12-31\"", "\"date\": \"2026-12-31\"")],
        &[("\"value\": 100.0", "\"value\": 120.0")],
        &[("{ \"at_least\": 2 }", "{ \"at_least\": 0 }")],
        &[(
            "\"kind\": \"on_event\", \"event\": \"có vướng mắc\", \"days\": 3",
            "\"kind\": \"range\", \"from\": \"2026-06-02\", \"to\": \"2026-06-01\"",
        )],
        &[(
            "\"kind\": \"on_event\", \"event\": \"có vướng mắc\", \"days\": 3",
            "\"kind\": \"once\", \"due\": \"2027-06-02\"",
        )],
        &[("\"levels\": [{", "\"levels\": [], \"x-levels\": [{")],
        &[("Xã hội\", \"deadline\"", "Xã hội\", \"x-deadline\"")],
        &[("{ \"value\": [1, 2, 3, 4]", "{ \"value\": [1, 5]")],
        &[("{ \"day\": 17,", "{ \"day\": 32,")],
        &[("\"kind\": \"day_off\"", "\"kind\": \"working_day\"")],
        &[(
            "\"holidays\": [",
            "\"holidays\": [{ \"id\": \"a\", \"date\": \"2026-05-02\", \"name\": \"x\", \"kind\": \"working_day\", \"source\": \"x\", \"basis\": \"notice\" }, { \"id\": \"b\", \"date\": \"2026-05-02\", \"name\": \"x\", \"kind\": \"day_off\", \"source\": \"x\", \"basis\": \"notice\" }, { \"id\": \"c\", \"date\": \"2024-04-30\", \"name\": \"x\", \"kind\": \"day_off\", \"source\": \"x\", \"basis\": \"law\" },",
        )],
        &[("\"id\": \"kinh-te\", \"order\": 2", "\"id\": \"kinh-te\", \"order\": 1")],
        &[("\"date\": \"2026-05-04\"", "\"date\": \"2025-12-14\"")],
        &[("\"title\": \"Hướng dẫn nộp hồ sơ trực tuyến\"", "\"title\": \" \"")],
        &[("\"counts\": [", "\"counts\": [{ \"unit\": \"tin-bai\", \"value\": 2 },")],
        &[
            ("https://hoatham", "www.hoatham"),
            ("\"evidence\": [", "\"evidence\": [{ \"text\": \"javascript:alert(1)\" },"),
        ],
        &[(
            "\"activities\": [",
            "\"activities\": [{ \"id\": \"a0\", \"date\": \"2026-05-04\", \"office\": \"vhxh\", \"title\": \"HƯỚNG DẪN nộp hồ sơ  trực tuyến\" }, { \"id\": \"a00\", \"date\": \"2026-05-04\", \"office\": \"vhxh\", \"title\": \"HƯỚNG DẪN nộp hồ sơ trực tuyến \" },",
        )],
        &[("\"answered_on\": \"2026-05-20\"", "\"answered_on\": \"2026-05-01\"")],
    ];
    let mut lines: Vec<_> = cases.iter().map(|case| found(case)).collect();
    // Reading raises a context that lags; one that was made so is told.
    let mut lagging = read(EVERY_KIND).unwrap().file;
    lagging.contents.stamps.context.insert("may-vhxh".parse().unwrap(), 1);
    lines.push(told(&lagging));
    lines.push(found(&[(", \"answered_on\": \"2026-05-20\"", "")]));
    lines.push(found(&[("\"office_returns\": [", "\"office_returns\": [{ \"id\": \"r0\", \"office\": \"kinh-te\", \"filing\": \"bao-cao-quy:2026-Q2\", \"received_on\": \"2026-06-17\" },")]));
    lines.push(found(&[
        (", \"sent_on\": \"2026-06-17\"", ""),
        (
            "\"from\": \"2026-03-15\", \"to\": \"2026-06-14\"",
            "\"from\": \"2026-06-14\", \"to\": \"2026-03-15\"",
        ),
    ]));
    lines.push(found(&[("\"period\": \"2026-Q2\"", "\"period\": \"2026-H1\"")]));
    lines.push(found(&[("\"period\": \"2026-Q2\"", "\"period\": \"2026-Q3\"")]));
    let lines = lines.join("\n\n");
    insta::assert_snapshot!(lines);
}

#[test]
fn scores_are_held_against_their_sets() {
    let cases: [&[(&str, &str)]; 14] = [
        &[("\"appraised\": 45.5", "\"appraised\": 60.5")],
        &[("\"denominator\": 19.0", "\"denominator\": 0")],
        &[("\"denominator\": 19.0", "\"denominator\": 11")],
        &[("{ \"numerator\": 12.0, \"denominator\": 19.0 }", "{ \"numerator\": -1, \"denominator\": 19.0 }")],
        &[(
            "{ \"ratio\": { \"numerator\": 12.0, \"denominator\": 19.0 } }",
            "{ \"tally\": [3, -2, 0, 0, 0] }",
        )],
        &[("\"leaf\": \"1.1\"", "\"leaf\": \"1\"")],
        &[("\"set\": \"ddci-xa\", \"period\"", "\"set\": \"khac\", \"period\"")],
        &[("\"id\": \"ddci-xa:2026:2\"", "\"id\": \"e2\"")],
        &[("\"code\": \"ddci-xa\"", "\"code\": \"ddci-khac\"")],
        &[("\"1.1\": 50.0, \"2\": null", "\"1.1\": 50.0, \"2\": 41, \"3\": 1")],
        &[("\"1.1\": 50.0, \"2\": null", "\"1.1\": 50.0, \"2\": 40")],
        &[("\"rank\": 3", "\"rank\": 12")],
        &[("\"node\": \"1.1\", \"period\"", "\"node\": \"7\", \"period\"")],
        &[("\"state\": \"underway\", \"done_on\": \"2026-09-20\"", "\"state\": \"done\"")],
    ];
    let lines: Vec<_> = cases.iter().map(|case| found(case)).collect();
    insta::assert_snapshot!(lines.join("\n\n"));
}

#[test]
fn a_set_that_contradicts_itself_is_set_aside_with_its_leaf() {
    let told = |from: &str, to: &str| {
        assert!(EVERY_KIND.contains(from), "{from}");
        let reading = read(&EVERY_KIND.replacen(from, to, 1)).unwrap();
        assert_eq!((reading.file.indicator_sets.len(), reading.diagnostics.len()), (0, 1));
        assert_eq!(reading.file.set_aside["indicator_sets"].len(), 1, "it is written back");
        reading.diagnostics[0].to_string()
    };
    let lines = [
        told(
            "\"code\": \"2\", \"name\": \"Chi phí thời gian\", \"max\": 40.0",
            "\"code\": \"2\", \"name\": \"Chi phí thời gian\", \"max\": 39",
        ),
        told("\"code\": \"2\", \"name\": \"Chi phí", "\"code\": \"1.1\", \"name\": \"Chi phí"),
        told("\"aggregation\": \"sum\"", "\"aggregation\": \"weighted_mean\""),
        told("\"least\": 0.0", "\"leest\": 0.0"),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn deadlines_are_held_against_the_law_and_the_days_off() {
    let file = examples::get("hoa-tham-2026").unwrap();
    let notes: Vec<_> = check(&file).iter().map(|found| format!("{}: {found}", found.code)).collect();
    insta::assert_snapshot!(notes.join("\n"));
    // One line for all reports that share a deadline: Saturday 14/3 the cut-off, Sunday 15/3 the deadline.
    let levels: Vec<_> =
        file.report_rules.iter().filter_map(|rule| Some((rule, rule.levels.get(1)?))).collect();
    let words: Vec<_> = deadline_notes(&file, &levels).into_iter().map(|(_, words)| words).collect();
    assert_eq!(
        words,
        [
            "quý I (chốt 14/3/2026, hạn 15/3/2026) không để ít nhất 01 ngày làm việc giữa ngày chốt số liệu và hạn gửi \
             (Nghị định số 09/2019/NĐ-CP, Điều 8)",
            "hạn rơi vào ngày nghỉ: quý I (Chủ nhật 15/3/2026)",
        ]
    );
}

#[test]
fn numbers_and_dates_of_documents_are_held_against_each_other() {
    let plan = examples::get("hoa-tham-2026").unwrap();
    let by_number = |number: &str| {
        plan.documents.iter().find(|one| one.number.as_deref() == Some(number)).unwrap().clone()
    };
    let found = |issued: bool, changed: &[CitedDocument]| {
        let mut file = plan.clone();
        let issued_on = issued.then(|| "2026-04-28".parse().unwrap());
        std::sync::Arc::make_mut(&mut file.contents.plan).issued_on = issued_on;
        for document in changed {
            file.contents.documents.put(document.clone());
        }
        let lines = told(&file);
        lines.lines().filter(|line| line.contains("văn bản viện dẫn")).collect::<Vec<_>>().join("\n")
    };
    let day = |text: &str| Some(text.parse().unwrap());
    let decree = by_number("118/2025/NĐ-CP");
    let resolution = by_number("66/NQ-CP");
    let party = by_number("60-NQ/TU");
    let twin = |document: &CitedDocument, date: &str| CitedDocument {
        id: "van-ban-hai".parse().unwrap(),
        date: day(date),
        ..document.clone()
    };
    let next = CitedDocument { number: Some("118/2027/NĐ-CP".into()), date: None, ..decree.clone() };
    let lines = [
        found(true, &[CitedDocument { date: day("2024-06-09"), ..decree.clone() }]),
        found(true, &[CitedDocument { date: day("2027-03-26"), ..resolution.clone() }]),
        found(false, &[CitedDocument { date: day("2027-03-26"), ..resolution.clone() }]),
        found(true, std::slice::from_ref(&next)),
        found(false, &[next]),
        found(true, &[decree.clone(), twin(&decree, "2025-07-01")]),
        found(true, &[CitedDocument { number: Some("60 -NQ /TU".into()), ..party.clone() }]),
        found(true, &[CitedDocument { number: Some("152-KH/UBND".into()), ..by_number("152/KH-UBND") }]),
    ];
    insta::assert_snapshot!(lines.join("\n\n"));
    // Numbers begin anew every year and in every agency.
    assert_eq!(
        found(
            true,
            &[
                CitedDocument { date: day("2025-03-26"), ..resolution.clone() },
                twin(&resolution, "2024-03-26")
            ]
        ),
        ""
    );
    let of_another = CitedDocument { issuer: "UBND xã khác".into(), ..twin(&resolution, "2025-01-01") };
    assert_eq!(found(true, &[of_another]), "");
}
