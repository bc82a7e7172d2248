//! The derived view of the illustrative year, and of small changes to it.

use std::fmt::Write;

use super::*;
use crate::calendar::{Date, Period};
use crate::examples;
use crate::exchange::{Author, Change, Edit, PlanFile, merge};
use crate::indicator::{OwnSet, Raw, ScoreEntry, View, figure};
use crate::progress::Tracking;

fn example() -> PlanFile {
    examples::get("hoa-tham-2026-minh-hoa").unwrap()
}

fn today() -> Date {
    "2026-11-20".parse().unwrap()
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn shown(number: Option<f64>) -> String {
    number.map_or_else(|| "–".to_owned(), figure)
}

fn apply(file: &mut PlanFile, edits: Vec<Edit>) {
    let at = "2026-11-20T08:00:00+07:00".parse().unwrap();
    let author = Author { writer: "may-vhxh".parse().unwrap(), at, office: None };
    file.apply(&Change { author, label: "Chấm điểm".into(), edits }).unwrap();
}

/// The example's entry of a leaf, changed.
fn entry(file: &PlanFile, leaf: &str, change: impl FnOnce(&mut ScoreEntry)) -> Edit {
    let (set, year) = ("cchc-xa".parse().unwrap(), period("2026"));
    let old = file.score_entries.get(&ScoreEntry::id_of(&set, year, leaf)).cloned();
    let mut new = old.unwrap_or_else(|| ScoreEntry::new(&set, year, leaf));
    change(&mut new);
    Edit::write(&new)
}

#[test]
fn a_self_assessment_row_by_row() {
    let file = example();
    let tracking = Tracking::of(&file, today());
    let assessment = Assessment::of(&tracking, "cchc-xa", period("2026")).unwrap();
    let lines: Vec<_> = assessment
        .rows()
        .iter()
        .map(|row| {
            let scored = row.scored;
            let numbers = [scored.max, scored.self_score, scored.appraised, scored.score].map(shown);
            let mut line =
                format!("{}{} {}: {}", "  ".repeat(row.depth), scored.code, scored.name, numbers.join(" | "));
            if let Some(leaf) = row.leaf {
                let input = scored.input.as_deref().unwrap_or("–");
                let proof = (scored.activities.len(), scored.documents.len());
                write!(line, " | {input} {:?} {proof:?}", leaf.origin).unwrap();
                for missing in &leaf.missing {
                    write!(line, " [{missing}]").unwrap();
                }
            }
            line
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
    let so_far = assessment.so_far;
    assert_eq!((assessment.card.total, so_far.scored, so_far.leaves), (None, 27, 30));
    assert_eq!(assessment.card.missing, ["5.1", "6.1", "7.4"]);
    assert_eq!((assessment.target, assessment.gap()), (Some(85.0), None));
    assert!(assessment.faults.is_empty() && assessment.is_own_set);
    let owed: Vec<_> = assessment.evidence_owed().iter().map(|row| row.node.code.as_str()).collect();
    assert_eq!(owed, ["4.2"]);
}

#[test]
fn what_loses_most_points_comes_first_with_its_office() {
    let file = example();
    let tracking = Tracking::of(&file, today());
    let shown = |code: &str, period: &str| -> Vec<String> {
        let assessment = Assessment::of(&tracking, code, period.parse().unwrap()).unwrap();
        let losses = assessment.losses();
        let line = |loss: &Loss| {
            let offices = loss.offices.join(", ");
            let missing = loss.missing.join(" ");
            format!(
                "{} {} ({}): {} | {offices} | {missing}",
                loss.code,
                loss.name,
                loss.field,
                figure(loss.lost)
            )
        };
        losses.iter().take(6).map(line).collect()
    };
    let all = [shown("cchc-xa", "2026"), shown("766", "2026-10"), shown("ddci-lang-son", "2025")];
    insta::assert_snapshot!(all.concat().join("\n"));
    // The losses of a complete row are what it lacks.
    for (set, at) in [("766", "2026-10"), ("ddci-lang-son", "2025"), ("sipas-1001", "2026")] {
        let assessment = Assessment::of(&tracking, set, period(at)).unwrap();
        let lost: f64 = assessment.losses().iter().map(|loss| loss.lost).sum();
        assert!((assessment.card.total.unwrap() + lost - 100.0).abs() < 1e-9, "{set}");
    }
}

#[test]
fn the_own_entry_stands_before_the_register_and_both_show() {
    let mut file = example();
    let before = {
        let tracking = Tracking::of(&file, today());
        let assessment = Assessment::of(&tracking, "cchc-xa", period("2026")).unwrap();
        let row = assessment.row("1.4.2").unwrap();
        assert_eq!(row.leaf.unwrap().origin, InputOrigin::Register);
        (row.scored.input.clone(), row.scored.score)
    };
    let edit = entry(&file, "1.4.2", |entry| {
        entry.self_score = Some(1.0);
        entry.documents.push("210/BC-UBND".into());
    });
    apply(&mut file, vec![edit]);
    let tracking = Tracking::of(&file, today());
    let assessment = Assessment::of(&tracking, "cchc-xa", period("2026")).unwrap();
    let row = assessment.row("1.4.2").unwrap();
    let leaf = row.leaf.unwrap();
    assert_eq!((leaf.origin, row.scored.score), (InputOrigin::Entered, Some(1.0)));
    assert_eq!((leaf.computed_input.clone(), leaf.computed_score), before);
    assert_eq!((&row.scored.input, &row.scored.documents[0]), (&before.0, &"210/BC-UBND".to_owned()));
    assert!(!row.scored.activities.is_empty(), "the register's proof stays beside it");
}

#[test]
fn an_entry_that_cannot_be_is_told_and_counts_as_none() {
    let mut file = example();
    let edits = vec![
        entry(&file, "3.1", |entry| entry.appraised = Some(4.5)),
        entry(&file, "7.1", |entry| entry.raw = Some(Raw::Ratio { numerator: 5.0, denominator: 0.0 })),
        entry(&file, "9.9", |entry| entry.self_score = Some(1.0)),
    ];
    apply(&mut file, edits);
    let tracking = Tracking::of(&file, today());
    let assessment = Assessment::of(&tracking, "cchc-xa", period("2026")).unwrap();
    let faults: Vec<_> = assessment.faults.iter().map(|fault| fault.reason.as_str()).collect();
    assert_eq!(
        faults,
        [
            "tiêu chí 3.1 “Công khai thủ tục hành chính”: điểm 4,5 lớn hơn điểm tối đa 4",
            "tiêu chí 7.1 “Hồ sơ nộp trực tuyến”: mẫu số bằng 0; nếu không phát sinh, ghi “không áp dụng”",
            "bộ chỉ số cchc-xa không có tiêu chí thành phần “9.9”",
        ]
    );
    let row = assessment.row("3.1").unwrap();
    assert_eq!((row.scored.score, row.leaf.unwrap().origin), (None, InputOrigin::Unknown));
    assert!(!row.scored.documents.is_empty(), "its proof stays");
}

#[test]
fn a_trial_moves_the_index_and_leaves_the_file_alone() {
    let file = example();
    let tracking = Tracking::of(&file, today());
    let assessment = Assessment::of(&tracking, "766", period("2026-10")).unwrap();
    assert_eq!(
        (shown(assessment.card.total), assessment.gap().map(figure)),
        ("84,62".into(), Some("1,38".into()))
    );
    let tried = assessment.what_if("MDSH", Trial::Score(20.0)).unwrap();
    assert_eq!((shown(tried.after), tried.change().map(figure)), ("87,27".into(), Some("2,65".into())));
    assert_eq!(tried.leaf_before, Some(17.35));
    let refused = assessment.what_if("MDSH", Trial::Score(22.5)).unwrap_err();
    assert_eq!(refused[0].to_string(), "tiêu chí MDSH “Số hóa hồ sơ”: điểm 22,5 lớn hơn điểm tối đa 22");
    // Of a row that is not complete, what is scored moves.
    let assessment = Assessment::of(&tracking, "cchc-xa", period("2026")).unwrap();
    let tried = assessment.what_if("1.4.5", Trial::Input(Raw::Yes(true))).unwrap();
    assert_eq!((tried.after, figure(tried.so_far.score - assessment.so_far.score)), (None, "1".into()));
    let without = assessment.what_if("1.4.5", Trial::Input(Raw::NotApplicable)).unwrap();
    assert_eq!(figure(assessment.so_far.max - without.so_far.max), "1");
}

#[test]
fn the_plans_targets_and_the_set_of_targets_are_one() {
    let file = example();
    let targets = set(&file, TARGETS).unwrap();
    let codes: Vec<_> = targets.nodes.iter().map(|node| node.code.as_str()).collect();
    assert_eq!(codes.len(), 7, "four of the plan, three of the decision: {codes:?}");
    let first = &targets.nodes[0];
    assert!(first.definition.starts_with("Tử số: Số TTHC đủ điều kiện"), "{}", first.definition);
    assert_eq!((first.target(2026), targets.nodes[4].target(2028)), (Some(100.0), Some(99.0)));
    let tracking = Tracking::of(&file, today());
    let assessment = Assessment::of(&tracking, TARGETS, period("2026")).unwrap();
    let row = assessment.row("dvctt-toan-trinh").unwrap();
    let leaf = row.leaf.unwrap();
    assert_eq!((row.scored.score, leaf.target), (Some(100.0), Some(100.0)));
    assert!(leaf.definition.contains("19 − 7 = 12"), "the definition stands beside the value");
    let row = assessment.row("giay-to-mot-lan").unwrap();
    assert_eq!(
        (shown(row.scored.score), row.leaf.unwrap().missing.join("")),
        ("88,4615".into(), "Còn thiếu 6 trên 52.".into())
    );
}

#[test]
fn values_of_the_file_and_of_the_province_make_lines() {
    let file = example();
    let lines: Vec<_> = series(&file)
        .iter()
        .map(|line| {
            let points: Vec<_> = trend(&file, line)
                .iter()
                .map(|point| {
                    let numbers = [point.value, point.target, point.gap, point.change].map(shown).join("/");
                    let rank = point.rank.map_or_else(String::new, |rank| format!(" hạng {rank}"));
                    format!("{} {numbers}{rank}", point.period)
                })
                .collect();
            format!("{}: {}", line.vietnamese(&file), points.join("; "))
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
    let ddci = values(&file).into_iter().find(|value| value.row.index == "ddci").unwrap();
    assert!(ddci.is_computed, "only its parts are recorded");
    // A plan of another province sees nothing of this one's; the country is everybody's.
    let mut elsewhere = file.clone();
    std::sync::Arc::make_mut(&mut elsewhere.contents.plan).province = "tỉnh Cao Bằng".into();
    let others = series(&elsewhere).into_iter().filter(|line| !line.of.is_empty());
    assert_eq!(others.map(|line| line.vietnamese(&elsewhere)).collect::<Vec<_>>(), ["SIPAS, cả nước"]);
}

#[test]
fn an_activity_leads_to_the_criteria_it_proves() {
    let file = example();
    let progress = Tracking::of(&file, today());
    let shown = |id: &str| -> Vec<String> {
        let proofs = proofs(&file, progress.progress(), &id.parse().unwrap());
        proofs.iter().map(|proof| format!("{} {} {}", proof.set, proof.leaf, proof.leaf_name)).collect()
    };
    assert_eq!(
        shown("a-2026-05-05-01"),
        [
            "cchc-xa 1.4.1 Ban hành kế hoạch tuyên truyền kịp thời",
            "cchc-xa 1.4.2 Mức độ hoàn thành kế hoạch tuyên truyền"
        ]
    );
    let article = file.activities.iter().find(|activity| {
        let duty = activity.duty.as_ref().is_some_and(|duty| *duty == "tin-bai-hang-thang");
        duty && activity.date > "2026-06-01".parse().unwrap()
    });
    let article = shown(article.unwrap().id.as_str());
    assert!(article.iter().any(|line| line.starts_with("cchc-xa 1.4.4")), "{article:?}");
}

#[test]
fn a_set_of_the_file_replaces_the_built_in_one_and_must_be_sound() {
    let mut file = examples::get("hoa-tham-2026").unwrap();
    let leaves = |file: &PlanFile| set(file, "cchc-xa").unwrap().leaves().len();
    assert_eq!((leaves(&file), leaves(&example())), (10, 30));
    let mut own = set(&example(), "cchc-xa").unwrap().into_owned();
    apply(&mut file, vec![Edit::write(&OwnSet::new(own.clone()))]);
    assert_eq!((leaves(&file), sets(&file).len()), (30, 12));
    own.nodes[1].children[0].max = Some(4.0);
    let edit = Edit::write(&OwnSet::new(own));
    let at = "2026-11-20T08:00:00+07:00".parse().unwrap();
    let author = Author { writer: "may".parse().unwrap(), at, office: None };
    let error = file.apply(&Change { author, label: String::new(), edits: vec![edit] }).unwrap_err();
    assert_eq!(
        error.to_string(),
        "bộ chỉ số “cchc-xa”, trường set: 2 “Xây dựng và tổ chức thực hiện thể chế”: điểm tối đa của các tiêu chí \
         thành phần cộng lại bằng 9, phải bằng 8"
    );
    assert_eq!(leaves(&file), 30, "the file is as it was");
}

#[test]
fn two_copies_that_score_the_same_leaf_meet() {
    let origin = example();
    let score = |score: f64, writer: &str| {
        let mut file = origin.clone();
        let edit = entry(&file, "5.1", |entry| entry.self_score = Some(score));
        let at = "2026-11-20T08:00:00+07:00".parse().unwrap();
        let author = Author { writer: writer.parse().unwrap(), at, office: None };
        file.apply(&Change { author, label: String::new(), edits: vec![edit] }).unwrap();
        file
    };
    let (mine, theirs) = (score(5.0, "a"), score(4.0, "b"));
    let merged = merge(&mine, &theirs).unwrap();
    assert_eq!(merged.score_entries.len(), origin.score_entries.len() + 1);
    let conflicts: Vec<_> = merged.conflicts().iter().map(|conflict| conflict.field.to_string()).collect();
    assert_eq!(conflicts, ["self_score"]);
    assert_eq!(merged, merge(&theirs, &mine).unwrap());
}

#[test]
fn a_period_that_is_over_reads_the_register_up_to_its_end() {
    let file = example();
    let tracking = Tracking::of(&file, today());
    let half = Assessment::of(&tracking, "cchc-xa", period("2026-H1")).unwrap();
    assert_eq!(half.as_of, "2026-06-30".parse().unwrap());
    let count = |assessment: &Assessment<'_>| {
        let row = assessment.row("1.4.4").unwrap();
        row.scored.input.clone()
    };
    let year = Assessment::of(&tracking, "cchc-xa", period("2026")).unwrap();
    assert_eq!((year.as_of, count(&half).as_deref()), (today(), Some("4/4")));
    assert_ne!(count(&half), count(&year));
    let other = Assessment::of(&tracking, "cchc-xa", period("2025")).unwrap();
    assert_eq!(count(&other), None, "the register is that of 2026");
    assert_eq!(other.so_far.scored, 0);
}

#[test]
fn what_the_portal_publishes_is_read_where_it_is_published() {
    let file = example();
    let tracking = Tracking::of(&file, today());
    let usual = |code: &str| usual_period(&file, &set(&file, code).unwrap()).map(|period| period.to_string());
    assert_eq!((usual("766").as_deref(), usual("cchc-xa").as_deref()), (Some("2026-10"), Some("2026")));
    let assessment = Assessment::of(&tracking, "766", period("2026-10")).unwrap();
    assert_eq!((assessment.card.total, assessment.view), (Some(84.62), Some(View::Year)));
    assert!(assessment.leaves.iter().all(|leaf| leaf.origin == InputOrigin::Published));
    // Without a published row there is nothing to read, and the year is meant.
    let plain = examples::get("hoa-tham-2026").unwrap();
    assert_eq!(usual_period(&plain, &set(&plain, "766").unwrap()), Some(period("2026")));
}

#[test]
fn a_criterion_has_a_way_over_the_periods() {
    let file = example();
    let way = |code: &str, leaf: &str| -> Vec<String> {
        let set = set(&file, code).unwrap();
        let points = leaf_trend(&file, &set, set.leaf(leaf).unwrap());
        points.iter().map(|p| format!("{}: {} / {}", p.period, shown(p.value), shown(p.target))).collect()
    };
    assert_eq!(
        way("targets-2026", "ho-so-dien-tu"),
        ["2026-Q2: 82,1477 / 100", "2026-Q3: 92,5891 / 100", "2026: 94,5245 / 100"]
    );
    // Of month and year view, the latter.
    assert_eq!(
        way("766", "CKMB"),
        ["2025-12: 14,6 / –", "2026-08: 15,2 / –", "2026-09: 15,2 / –", "2026-10: 15,2 / –"]
    );
    assert!(way("targets-2026", "so-hoa-ho-so").is_empty());
}
