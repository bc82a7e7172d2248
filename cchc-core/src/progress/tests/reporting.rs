//! Reports, the figures sent for them, and the year in which the plan began.

use super::*;

#[test]
fn reports_are_due_at_each_level_and_know_who_has_sent_figures() {
    let mut file = commune();
    duty(&mut file, "vhxh", "bao-cao", "Báo cáo định kỳ", Cadence::Reports);
    quarterly_reports(&mut file);
    let filings = [
        json!({ "id": "bao-cao-quy:2026-Q2", "rule": "bao-cao-quy", "period": "2026-Q2", "state": "submitted",
                "sent_on": "2026-06-17", "number": "121/BC-UBND" }),
        json!({ "id": "bao-cao-quy:2026-Q3", "rule": "bao-cao-quy", "period": "2026-Q3", "state": "submitted",
                "sent_on": "2026-09-18" }),
        json!({ "id": "chuyen-de", "title": "Chuyên đề dịch vụ công trực tuyến", "due": "2026-11-18",
                "requested_by": "công văn của Sở Nội vụ" }),
    ];
    for filing in filings {
        file.contents.filings.put(record(filing));
    }
    for (office, filing, date) in [
        ("vp", "bao-cao-quy:2026-Q3", "2026-09-11"),
        ("dvci", "bao-cao-quy:2026-Q3", "2026-09-13"),
        ("vp", "bao-cao-quy:2026-Q4", "2026-11-19"),
        ("dvci", "bao-cao-quy:2026-Q4", "2026-11-21"),
    ] {
        let id = format!("{filing}:{office}");
        let sent = json!({ "id": id, "office": office, "filing": filing, "received_on": date });
        file.contents.office_returns.put(record(sent));
    }
    let progress = Progress::of(&file, day("2026-11-20"));
    let told: Vec<String> = progress
        .reports
        .iter()
        .map(|item| {
            let due = crate::text::date_vi(item.due.unwrap());
            format!(
                "{}: {due}, {}, {}/{}",
                item.title,
                item.phrase(progress.today),
                item.returned(),
                item.returns.len()
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "Quý I năm 2026: 17/3/2026, không tính, 0/3",
            "Quý II năm 2026: 17/6/2026, đã nộp, 0/3",
            "Quý III năm 2026: 17/9/2026, đã nộp, trễ 1 ngày, 2/3",
            "Chuyên đề dịch vụ công trực tuyến: 18/11/2026, trễ 2 ngày, 0/3",
            "Quý IV năm 2026: 17/12/2026, còn 27 ngày, 1/3",
        ]
    );
    let levels: Vec<String> = progress.reports[4].levels.iter().map(|level| level.due.to_string()).collect();
    assert_eq!(levels, ["2026-12-11", "2026-12-15", "2026-12-17"]);
    let figures: Vec<_> = progress
        .obligations
        .iter()
        .filter(|one| matches!(one.task, Task::Return { .. }) && one.label == "quý III")
        .map(|one| (one.office.as_str(), one.standing))
        .collect();
    let expected =
        [("vp", Standing::Met), ("dvci", Standing::MetLate { days: 2 }), ("mttq", Standing::Missed)];
    assert_eq!(figures, expected);
    // The thematic report comes without a rule: it is the focal office's, and in no duty's strip.
    let strip: Vec<String> =
        progress.strip(&file, &"bao-cao".parse().unwrap()).iter().map(Cell::sentence).collect();
    assert_eq!(
        strip,
        ["Quý I: không tính", "Quý II: 1/1, đạt", "Quý III: 1/1, đạt", "Quý IV: 0/1, sắp đến hạn"]
    );
}

#[test]
fn nothing_counts_in_a_year_before_the_plan_is_followed_up() {
    let mut file = commune();
    duty(&mut file, "vp", "mot-lan", "Việc", Cadence::OnRequest);
    std::sync::Arc::make_mut(&mut file.contents.plan).tracked_from.value = day("2027-02-01");
    let progress = Progress::of(&file, day("2026-11-20"));
    let strip: Vec<String> =
        progress.strip(&file, &"mot-lan".parse().unwrap()).iter().map(Cell::sentence).collect();
    assert_eq!(strip, ["Tháng 1 đến tháng 12: không tính"]);
}

#[test]
fn figures_for_one_cut_off_are_sent_once() {
    let mut file = commune();
    duty(&mut file, "vhxh", "bao-cao", "Báo cáo định kỳ", Cadence::Reports);
    quarterly_reports(&mut file);
    let mut half = serde_json::to_value(file.report_rules.iter().next().unwrap()).unwrap();
    (half["id"], half["period"], half["order"]) = (json!("bao-cao-6-thang"), json!("half"), json!(2));
    half["parts"]["value"] = json!([1]);
    file.contents.report_rules.put(record(half));
    file.contents.filings.put(record(
        json!({ "id": "chuyen-de", "rule": "bao-cao-quy", "title": "Chuyên đề", "due": "2026-05-20" }),
    ));
    let sent =
        json!({ "id": "x", "office": "vp", "filing": "bao-cao-quy:2026-Q2", "received_on": "2026-06-09" });
    file.contents.office_returns.put(record(sent));
    let progress = Progress::of(&file, day("2026-06-10"));
    let half = progress.report(&"bao-cao-6-thang:2026-H1".parse().unwrap()).unwrap();
    assert!(half.has_returned(&"vp".parse().unwrap()) && half.returned() == 1);
    let figures: Vec<_> = progress
        .obligations
        .iter()
        .filter(|one| matches!(one.task, Task::Return { .. }) && one.due == day("2026-06-11"))
        .map(|one| (one.office.as_str(), one.label.as_str(), one.state))
        .collect();
    let label = "quý II và 6 tháng đầu năm";
    assert_eq!(
        figures,
        [("vp", label, State::Done), ("dvci", label, State::Soon), ("mttq", label, State::Soon)]
    );
    // The report on request is due in May: it shares the cell of quý II.
    let strip = progress.strip(&file, &"bao-cao".parse().unwrap());
    assert_eq!(strip.iter().map(Cell::months).collect::<Vec<_>>(), [3, 3, 3, 3]);
    assert_eq!(strip[1].sentence(), "Quý II, 6 tháng đầu năm và Chuyên đề: 0/3, trễ hạn");
}

#[test]
fn a_report_that_two_duties_ask_for_is_owed_once_and_shows_with_both() {
    let mut file = commune();
    quarterly_reports(&mut file);
    for id in ["bao-cao", "tong-hop"] {
        duty(&mut file, "vhxh", id, "Báo cáo", Cadence::Reports);
    }
    let mut rule = file.report_rules.get_str("bao-cao-quy").unwrap().clone();
    rule.duty = Some("bao-cao".parse().unwrap());
    rule.also_serves = vec!["tong-hop".parse().unwrap(), "bao-cao".parse().unwrap()];
    file.contents.report_rules.put(rule);
    // Quý II was due on 17/6.
    let progress = Progress::of(&file, day("2026-06-19"));
    assert_eq!(progress.reports[1].duties, ["bao-cao", "tong-hop"]);
    for duty in &progress.duties {
        let shown = &progress.obligations[duty.focus.unwrap()];
        assert_eq!((duty.state, shown.phrase(progress.today).as_str()), (State::Late, "trễ 2 ngày"));
        assert_eq!((duty.obligations.len(), progress.of_duty(&duty.duty).count()), (4, 4));
        assert_eq!(progress.strip(&file, &duty.duty)[1].sentence(), "Quý II: 0/1, trễ hạn");
    }
    // One report, one line, one count; what offices owe for it is counted by itself.
    let reports = |at: &&usize| matches!(progress.obligations[**at].task, Task::Report { .. });
    assert_eq!(progress.offices[0].at_hand.iter().filter(reports).count(), 1);
    assert_eq!((progress.verdict.late, progress.verdict.on_track), (4, 0));
}

#[test]
fn a_cong_van_moves_the_day_of_one_report() {
    let mut file = commune();
    quarterly_reports(&mut file);
    file.contents.filings.put(record(
        json!({ "id": "bao-cao-quy:2026-Q4", "rule": "bao-cao-quy", "period": "2026-Q4", "due": "2026-12-01",
                "requested_by": "2231/SNV-CCHC" }),
    ));
    let items = report_calendar(&file, day("2026-11-20"));
    let last = items.last().unwrap();
    assert_eq!((last.due, last.state), (Some(day("2026-12-01")), State::Soon));
    assert_eq!(last.filing.as_str(), "bao-cao-quy:2026-Q4");
}

#[test]
fn a_cong_van_moves_a_level_for_one_year() {
    let mut file = commune();
    quarterly_reports(&mut file);
    let due = |file: &PlanFile| {
        let item = report_calendar(file, day("2026-11-20")).pop().unwrap();
        let levels: Vec<_> = item.levels.iter().map(|level| (level.due, level.set_by.clone())).collect();
        (item.due, item.requested_by, levels)
    };
    let before = due(&file);
    let mut rule = file.report_rules.iter().next().unwrap().clone();
    for (year, day) in [(2025, 3), (2026, 9)] {
        rule.levels.last_mut().unwrap().overrides.push(crate::plan::DeadlineOverride {
            year,
            period: None,
            deadline: crate::plan::Stated::written(
                crate::calendar::DeadlineRule { day, months_after: 0, inclusive: true },
                format!("ngày {day}"),
            ),
            document: format!("Công văn số {day}/SNV-CCHC"),
            extra: crate::record::Extra::new(),
        });
    }
    file.contents.report_rules.put(rule);
    let (last, by, levels) = due(&file);
    assert_eq!((last, by.as_str()), (Some(day("2026-12-09")), "Công văn số 9/SNV-CCHC"));
    assert_ne!(last, before.0);
    assert_eq!(
        levels[..levels.len() - 1],
        before.2[..before.2.len() - 1],
        "the other levels keep their days"
    );
}

#[test]
fn a_quarter_that_had_begun_before_is_met_or_not_owed_but_never_missed() {
    use Standing::{Met, Missed, Off, Open};
    // Followed up from 01/5; quý II began on 15/3.
    let quarterly =
        Cadence::Recurring { period: PeriodKind::Quarter, window: WindowRule::Nd09, deadline: None };
    let with = |dates: &[&str]| {
        let mut file = commune();
        duty(&mut file, "vp", "doi-thoai", "Đối thoại", quarterly.clone());
        quota(&mut file, "doi-thoai", QuotaGoal::AtLeast(1), "cuoc", QuotaScope::Duty);
        for date in dates {
            activity(&mut file, date, "vp", Some("doi-thoai")).count("cuoc", 1).into(&mut file);
        }
        file
    };
    let by = |file: &PlanFile, today: &str| standings(file, "doi-thoai", today)[..3].to_vec();
    let none = with(&[]);
    assert_eq!(by(&none, "2026-06-10"), [Off, Off, Standing::Ahead], "nothing presses while it runs");
    assert_eq!(by(&none, "2026-09-20"), [Off, Off, Missed], "and nothing is missed when it is over");
    let before = with(&["2026-04-20"]);
    assert_eq!(
        by(&before, "2026-06-20"),
        [Off, Off, Open { missing: 1 }],
        "what came before is not followed up"
    );
    let since = with(&["2026-04-20", "2026-05-21"]);
    assert_eq!(by(&since, "2026-06-10"), [Off, Met, Standing::Ahead]);
    let progress = Progress::of(&since, day("2026-06-20"));
    let met = &progress.obligations[1];
    assert_eq!((met.figure().as_str(), met.window), ("1", window("2026-05-01", "2026-06-14")));
    assert_eq!(progress.strip(&since, &progress.duties[0].duty)[1].sentence(), "Quý II: 1, đạt");
}

/// The day of a report and the day of its figures each rest on their own level, not on the duty that asks for it.
#[test]
fn a_last_day_that_nobody_wrote_is_expected() {
    let mut file = commune();
    duty(&mut file, "vhxh", "bao-cao", "Báo cáo định kỳ", Cadence::Reports);
    quarterly_reports(&mut file);
    let expected = |file: &PlanFile| -> Vec<&str> {
        let progress = Progress::of(file, day("2026-11-20"));
        let owed = progress.obligations.iter().filter(|one| one.label == "quý IV" && one.is_expected());
        let mut kinds: Vec<&str> = owed
            .map(|one| match one.task {
                Task::Duty(_) => "duty",
                Task::Report { .. } => "report",
                Task::Return { .. } => "figures",
            })
            .collect();
        kinds.dedup();
        kinds
    };
    let levels = |file: &mut PlanFile, bases: [Basis; 3]| {
        let mut rule = file.report_rules.get_str("bao-cao-quy").unwrap().clone();
        for (level, basis) in rule.levels.iter_mut().zip(bases) {
            level.deadline.as_mut().unwrap().basis = basis;
        }
        file.contents.report_rules.put(rule);
    };
    levels(&mut file, [Basis::Written; 3]);
    assert_eq!(expected(&file), Vec::<&str>::new());
    levels(&mut file, [Basis::Written, Basis::Written, Basis::Unverified]);
    assert_eq!(expected(&file), ["report"]);
    levels(&mut file, [Basis::Inferred, Basis::Written, Basis::Written]);
    assert_eq!(expected(&file), ["figures"]);
    levels(&mut file, [Basis::Confirmed; 3]);
    assert_eq!(expected(&file), Vec::<&str>::new());
}

/// "Kỳ kết thúc trước ngày đó không tính là nợ", though its report would be due afterwards.
#[test]
fn a_period_that_was_over_before_the_plan_was_followed_owes_nothing() {
    let mut file = commune();
    quarterly_reports(&mut file);
    std::sync::Arc::make_mut(&mut file.contents.plan).tracked_from.value = day("2026-09-15");
    let progress = Progress::of(&file, day("2026-11-20"));
    let told: Vec<String> = progress.reports.iter().map(|item| item.phrase(progress.today)).collect();
    assert_eq!(told, ["không tính", "không tính", "không tính", "còn 27 ngày"]);
}
