//! Cases a person could have written, and the laws that hold for all.

use serde_json::json;

use super::fixture::*;
use super::*;
use crate::calendar::{DeadlineRule, PeriodKind, WindowRule};
use crate::plan::{Cadence, QuotaGoal, QuotaScope};

/// "tháng 5: 2 done | tháng 6: 1/2 late …": what the strip of a duty says, without what is off.
fn told(file: &PlanFile, duty: &str, today: &str) -> String {
    let progress = Progress::of(file, day(today));
    let duty = duty.parse().unwrap();
    let rows: Vec<String> = progress
        .of_duty(&duty)
        .filter(|one| one.standing != Standing::Off)
        .map(|one| format!("{}: {} {}", one.label, one.figure(), one.state.key()))
        .collect();
    rows.join(" | ")
}

fn standings(file: &PlanFile, duty: &str, today: &str) -> Vec<Standing> {
    let duty = duty.parse().unwrap();
    Progress::of(file, day(today)).of_duty(&duty).map(|one| one.standing).collect()
}

fn articles_each_month(file: &mut PlanFile) {
    duty(file, "vp", "tin-bai", "Đăng tin, bài trên Trang thông tin điện tử", MONTHLY);
    let page = QuotaScope::Channel("trang".parse().unwrap());
    quota(file, "tin-bai", QuotaGoal::AtLeast(2), "tin-bai", page);
}

#[test]
fn hang_thang_it_nhat_02_tin_bai() {
    let mut file = commune();
    articles_each_month(&mut file);
    duty(&mut file, "dvci", "phat-song", "Phát sóng", CONTINUOUS);
    // Whoever posts on the page, for whatever duty, counts; a broadcast does not.
    activity(&mut file, "2026-05-03", "vp", Some("tin-bai")).on("trang").count("tin-bai", 1).into(&mut file);
    activity(&mut file, "2026-05-31", "dvci", Some("phat-song"))
        .on("trang")
        .count("tin-bai", 1)
        .into(&mut file);
    activity(&mut file, "2026-06-01", "vp", Some("tin-bai")).on("loa").count("tin-bai", 5).into(&mut file);
    activity(&mut file, "2026-06-30", "vp", None).on("trang").count("tin-bai", 1).into(&mut file);
    activity(&mut file, "2026-07-01", "vp", None).on("trang").count("tin-bai", 3).into(&mut file);
    // People reached are no articles.
    activity(&mut file, "2026-08-02", "vp", None).on("trang").count("nguoi", 90).into(&mut file);
    assert_eq!(
        told(&file, "tin-bai", "2026-08-31"),
        "tháng 5: 2 done | tháng 6: 1/2 late | tháng 7: 3 done | tháng 8: 0/2 soon | tháng 9: 0/2 none | \
         tháng 10: 0/2 none | tháng 11: 0/2 none | tháng 12: 0/2 none"
    );
    assert_eq!(standings(&file, "tin-bai", "2026-08-31")[..8], {
        use Standing::*;
        [Off, Off, Off, Off, Met, PartlyMet, Met, Open { missing: 2 }]
    });
    assert_eq!(standings(&file, "tin-bai", "2026-09-01")[7], Standing::Missed);
}

#[test]
fn what_is_dated_after_today_is_planned_not_done() {
    let mut file = commune();
    articles_each_month(&mut file);
    activity(&mut file, "2026-11-21", "vp", None).on("trang").count("tin-bai", 2).into(&mut file);
    assert_eq!(standings(&file, "tin-bai", "2026-11-20")[10], Standing::Open { missing: 2 });
    assert_eq!(standings(&file, "tin-bai", "2026-11-21")[10], Standing::Met);
}

#[test]
fn day_14_belongs_to_the_quarter_and_day_15_to_the_next() {
    let mut file = commune();
    duty(&mut file, "vp", "niem-yet", "Niêm yết công khai TTHC", CONTINUOUS);
    activity(&mut file, "2026-06-14", "vp", Some("niem-yet")).into(&mut file);
    activity(&mut file, "2026-09-15", "vp", Some("niem-yet")).into(&mut file);
    // Quý II holds the day from which the plan is followed up, so it is owed; quý I was over before.
    assert_eq!(told(&file, "niem-yet", "2026-11-20"), "quý II: 1 done | quý III: 0 late | quý IV: 1 done");
    assert_eq!(standings(&file, "niem-yet", "2026-11-20")[2], Standing::Missed);
}

#[test]
fn continuous_asks_for_evidence_in_the_open_window() {
    let mut file = commune();
    duty(&mut file, "vp", "niem-yet", "Niêm yết công khai TTHC", CONTINUOUS);
    let quarter_4 = |file: &PlanFile, today| {
        let progress = Progress::of(file, day(today));
        let last = progress.obligations.last().unwrap();
        (last.standing, last.state, last.phrase(day(today)))
    };
    let nothing = || "chưa có hoạt động trong kỳ".to_owned();
    assert_eq!(quarter_4(&file, "2026-09-20"), (Standing::NoEvidence, State::None, nothing()));
    assert_eq!(quarter_4(&file, "2026-11-20"), (Standing::NoEvidence, State::Missing, nothing()));
    activity(&mut file, "2026-10-02", "vp", Some("niem-yet")).unproved().into(&mut file);
    let unproved = (Standing::NoEvidence, State::Missing, "thiếu minh chứng".to_owned());
    assert_eq!(quarter_4(&file, "2026-10-05"), unproved);
    assert_eq!(quarter_4(&file, "2026-12-20"), unproved);
    activity(&mut file, "2026-10-03", "vp", Some("niem-yet")).into(&mut file);
    assert_eq!(quarter_4(&file, "2026-10-05").0, Standing::Met);
}

#[test]
fn tang_cuong_compares_with_the_period_before() {
    let mut file = commune();
    duty(&mut file, "dvci", "phat-song", "Tăng cường tin, bài phát sóng", CONTINUOUS);
    quota(&mut file, "phat-song", QuotaGoal::AtLeastPrevious, "luot-phat", QuotaScope::Duty);
    for (date, times) in [("2026-02-10", 50), ("2026-06-01", 21), ("2026-08-01", 24), ("2026-10-01", 18)] {
        activity(&mut file, date, "dvci", Some("phat-song")).count("luot-phat", times).into(&mut file);
    }
    // Quý I does not count, so quý II has nothing to be compared with.
    assert_eq!(
        told(&file, "phat-song", "2026-11-20"),
        "quý II: 21 done | quý III: 24 done | quý IV: 18/24 soon"
    );
    let progress = Progress::of(&file, day("2026-11-20"));
    let quarter_4 = progress.obligations.last().unwrap();
    assert_eq!(quarter_4.previous, Some(("quý III".to_owned(), 24)));
    assert_eq!((quarter_4.phrase(progress.today), quarter_4.quarters()), ("thấp hơn quý III".to_owned(), 3));
}

#[test]
fn truoc_ngay_15_is_over_on_the_14th_and_work_in_the_window_after_it_is_late() {
    let quarterly = |inclusive| Cadence::Recurring {
        period: PeriodKind::Quarter,
        window: WindowRule::Calendar,
        deadline: Some(DeadlineRule { day: 15, months_after: 0, inclusive }),
    };
    let mut file = commune();
    duty(&mut file, "vp", "truoc", "Trước ngày 15 của tháng cuối quý", quarterly(false));
    duty(&mut file, "vp", "den", "Chậm nhất ngày 15 của tháng cuối quý", quarterly(true));
    for id in ["truoc", "den"] {
        activity(&mut file, "2026-09-15", "vp", Some(id)).into(&mut file);
    }
    // Quý II began before 01/5: not owed.
    assert_eq!(standings(&file, "truoc", "2026-09-14")[1..3], [Standing::Off, Standing::Open { missing: 1 }]);
    assert_eq!(standings(&file, "truoc", "2026-10-01")[2], Standing::MetLate { days: 1 });
    assert_eq!(standings(&file, "den", "2026-10-01")[2], Standing::Met);
    file.activities = crate::record::Records::default();
    assert_eq!(standings(&file, "truoc", "2026-09-15")[2], Standing::Overdue { days: 1 });
    assert_eq!(standings(&file, "truoc", "2026-10-01")[2], Standing::Missed);
}

#[test]
fn a_deadline_after_the_period_moves_the_days_that_count() {
    let mut file = commune();
    let cadence = Cadence::Recurring {
        period: PeriodKind::Month,
        window: WindowRule::Calendar,
        deadline: Some(DeadlineRule { day: 10, months_after: 1, inclusive: false }),
    };
    duty(&mut file, "dvci", "so-lieu", "Gửi số liệu trước ngày 10 tháng sau", cadence);
    for date in ["2026-06-09", "2026-07-03", "2026-07-31"] {
        activity(&mut file, date, "dvci", Some("so-lieu")).into(&mut file);
    }
    let progress = Progress::of(&file, day("2026-09-12"));
    let months: Vec<_> = progress.obligations[4..9]
        .iter()
        .map(|month| (month.label.as_str(), month.due.to_string(), month.standing))
        .collect();
    assert_eq!(
        months,
        [
            ("tháng 5", "2026-06-09".to_owned(), Standing::Met),
            ("tháng 6", "2026-07-09".to_owned(), Standing::Met),
            ("tháng 7", "2026-08-09".to_owned(), Standing::Met),
            ("tháng 8", "2026-09-09".to_owned(), Standing::Missed),
            ("tháng 9", "2026-10-09".to_owned(), Standing::Open { missing: 1 }),
        ]
    );
}

#[test]
fn once_stays_owed_until_done_however_late() {
    let mut file = commune();
    duty(&mut file, "vhxh", "lop", "Tổ chức lớp tập huấn", Cadence::Once { due: day("2026-11-30") });
    duty(&mut file, "vhxh", "cu", "Việc trước tháng 3/2026", Cadence::Once { due: day("2026-02-28") });
    assert_eq!(standings(&file, "cu", "2026-11-20"), [Standing::Off]);
    assert_eq!(told(&file, "lop", "2026-10-01"), "năm 2026: 0/1 none");
    assert_eq!(told(&file, "lop", "2026-11-20"), "năm 2026: 0/1 soon");
    assert_eq!(standings(&file, "lop", "2026-12-02"), [Standing::Overdue { days: 2 }]);
    activity(&mut file, "2026-12-03", "vhxh", Some("lop")).into(&mut file);
    assert_eq!(standings(&file, "lop", "2026-12-05"), [Standing::MetLate { days: 3 }]);
    // Done before the plan was followed up is done.
    activity(&mut file, "2026-04-20", "vhxh", Some("lop")).into(&mut file);
    assert_eq!(told(&file, "lop", "2026-12-05"), "năm 2026: 2/1 done");
    let progress = Progress::of(&file, day("2026-12-05"));
    assert_eq!(progress.obligations[0].phrase(progress.today), "xong 20/4");
}

#[test]
fn the_plan_with_its_number_is_the_plan_drawn_up() {
    let mut file = commune();
    let mut own = duty(
        &mut file,
        "vhxh",
        "ke-hoach",
        "Tham mưu ban hành Kế hoạch",
        Cadence::Once { due: day("2026-05-15") },
    );
    let owed = |file: &PlanFile, today| {
        let one = Progress::of(file, day(today)).obligations.remove(0);
        (one.standing, one.figure(), one.phrase(day(today)))
    };
    let late = (Standing::Overdue { days: 5 }, "0/1".to_owned(), "trễ 5 ngày".to_owned());
    assert_eq!(owed(&file, "2026-05-20"), late, "any other duty is done by activities");
    own.fulfilled_by = Some(crate::plan::Fulfilment::Plan);
    file.duties.put(own);
    assert_eq!(owed(&file, "2026-05-20"), (Standing::Met, "1/1".to_owned(), "xong 28/4".to_owned()));
    assert_eq!(owed(&file, "2026-04-27").0, Standing::Open { missing: 1 }, "not issued yet");
    let plan = |file: &mut PlanFile, change: fn(&mut crate::plan::Plan)| {
        change(std::sync::Arc::make_mut(&mut file.plan));
    };
    plan(&mut file, |plan| plan.issued_on = Some(day("2026-05-17")));
    assert_eq!(owed(&file, "2026-05-20").0, Standing::MetLate { days: 2 });
    plan(&mut file, |plan| plan.issued_on = None);
    assert_eq!(owed(&file, "2026-05-20").0, Standing::Met, "a number without its day");
    plan(&mut file, |plan| plan.number = None);
    assert_eq!(owed(&file, "2026-05-20"), late);
}

#[test]
fn a_duty_added_in_november_owes_nothing_of_june() {
    let mut file = commune();
    articles_each_month(&mut file);
    let mut added = duty(&mut file, "vp", "moi", "Niêm yết TTHC", CONTINUOUS);
    added.since = Some(day("2026-11-18"));
    file.duties.put(added);
    let mut monthly = file.duties.get_str("tin-bai").unwrap().clone();
    monthly.since = Some(day("2026-11-18"));
    file.duties.put(monthly);
    assert_eq!(told(&file, "moi", "2026-11-20"), "quý IV: 0 missing");
    assert_eq!(told(&file, "tin-bai", "2026-11-20"), "tháng 12: 0/2 none");
    // What is asked by a day that has gone by is late all the same.
    let mut late = duty(&mut file, "vp", "bu", "Việc giao bù", Cadence::Once { due: day("2026-11-10") });
    late.since = Some(day("2026-11-18"));
    file.duties.put(late);
    assert_eq!(standings(&file, "bu", "2026-11-20"), [Standing::Overdue { days: 10 }]);
}

#[test]
fn a_range_begins_with_its_first_day() {
    let mut file = commune();
    let range = Cadence::Range { from: day("2026-10-11"), to: day("2026-10-20") };
    duty(&mut file, "vp", "trung-tuan", "Trung tuần tháng 10", range);
    assert_eq!(standings(&file, "trung-tuan", "2026-10-10"), [Standing::Ahead]);
    activity(&mut file, "2026-10-10", "vp", Some("trung-tuan")).into(&mut file);
    assert_eq!(standings(&file, "trung-tuan", "2026-10-20"), [Standing::Open { missing: 1 }]);
    activity(&mut file, "2026-10-20", "vp", Some("trung-tuan")).unproved().into(&mut file);
    assert_eq!(standings(&file, "trung-tuan", "2026-10-20"), [Standing::NoEvidence]);
}

#[test]
fn on_request_owes_nothing_until_it_is_logged() {
    let mut file = commune();
    duty(&mut file, "vp", "yeu-cau", "Theo công văn yêu cầu", Cadence::OnRequest);
    assert_eq!(standings(&file, "yeu-cau", "2026-11-20"), []);
    assert!(Progress::of(&file, day("2026-11-20")).duties[0].is_on_track());
    activity(&mut file, "2026-07-01", "vp", Some("yeu-cau")).into(&mut file);
    assert_eq!(told(&file, "yeu-cau", "2026-11-20"), "năm 2026: 1 done");
}

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
        file.filings.put(record(filing));
    }
    for (office, filing, date) in [
        ("vp", "bao-cao-quy:2026-Q3", "2026-09-11"),
        ("dvci", "bao-cao-quy:2026-Q3", "2026-09-13"),
        ("vp", "bao-cao-quy:2026-Q4", "2026-11-19"),
        ("dvci", "bao-cao-quy:2026-Q4", "2026-11-21"),
    ] {
        let id = format!("{filing}:{office}");
        let sent = json!({ "id": id, "office": office, "filing": filing, "received_on": date });
        file.office_returns.put(record(sent));
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
    std::sync::Arc::make_mut(&mut file.plan).tracked_from.value = day("2027-02-01");
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
    file.report_rules.put(record(half));
    file.filings.put(record(
        json!({ "id": "chuyen-de", "rule": "bao-cao-quy", "title": "Chuyên đề", "due": "2026-05-20" }),
    ));
    let sent =
        json!({ "id": "x", "office": "vp", "filing": "bao-cao-quy:2026-Q2", "received_on": "2026-06-09" });
    file.office_returns.put(record(sent));
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
    file.report_rules.put(rule);
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
    file.filings.put(record(
        json!({ "id": "bao-cao-quy:2026-Q4", "rule": "bao-cao-quy", "period": "2026-Q4", "due": "2026-12-01",
                "requested_by": "2231/SNV-CCHC" }),
    ));
    let items = report_calendar(&file, day("2026-11-20"));
    let last = items.last().unwrap();
    assert_eq!((last.due, last.state), (Some(day("2026-12-01")), State::Soon));
    assert_eq!(last.filing.as_str(), "bao-cao-quy:2026-Q4");
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

#[test]
fn the_strip_is_always_twelve_months() {
    let mut file = commune();
    articles_each_month(&mut file);
    duty(&mut file, "vhxh", "lop", "Tổ chức lớp tập huấn", Cadence::Once { due: day("2026-11-30") });
    activity(&mut file, "2026-05-03", "vp", None).on("trang").count("tin-bai", 2).into(&mut file);
    activity(&mut file, "2026-11-03", "vp", None).on("trang").count("tin-bai", 1).into(&mut file);
    let progress = Progress::of(&file, day("2026-11-20"));
    let strip = |id: &str| progress.strip(&file, &id.parse().unwrap());
    let lop: Vec<String> = strip("lop").iter().map(Cell::sentence).collect();
    assert_eq!(
        lop,
        ["Tháng 1 đến tháng 4: không tính", "Năm 2026: 0/1, sắp đến hạn", "Tháng 12: không có việc"]
    );
    let months = strip("tin-bai");
    assert_eq!(months.iter().map(Cell::months).sum::<u32>(), 12);
    assert_eq!(months[4].kind, CellKind::Owed(State::Done));
    assert_eq!(months[10].sentence(), "Tháng 11: 1/2, sắp đến hạn");
    assert!(months[10].is_now && !months[9].is_now);
    assert_eq!((months[10].quarters, months[4].quarters, months[11].quarters), (2, 4, 0));
}

/// The year up to 20/11 of a commune where some things went wrong.
fn a_year() -> PlanFile {
    let mut file = commune();
    articles_each_month(&mut file);
    duty(&mut file, "vhxh", "lop", "Tổ chức lớp tập huấn CCHC", Cadence::Once { due: day("2026-11-18") });
    duty(&mut file, "vp", "niem-yet", "Niêm yết công khai TTHC.", CONTINUOUS);
    duty(&mut file, "mttq", "van-dong", "Vận động người dân dùng dịch vụ công trực tuyến", CONTINUOUS);
    duty(&mut file, "dvci", "phat-song", "Tăng cường tin, bài phát sóng", CONTINUOUS);
    quota(&mut file, "phat-song", QuotaGoal::AtLeastPrevious, "luot-phat", QuotaScope::Duty);
    for (month, articles) in [(5, 2), (6, 2), (7, 3), (8, 1), (9, 2), (10, 1), (11, 1)] {
        let date = format!("2026-{month:02}-06");
        activity(&mut file, &date, "vp", Some("niem-yet"))
            .on("trang")
            .about("tthc")
            .count("tin-bai", articles)
            .into(&mut file);
    }
    for (date, times) in [("2026-06-01", 21), ("2026-08-01", 24), ("2026-10-01", 18)] {
        activity(&mut file, date, "dvci", Some("phat-song"))
            .on("loa")
            .count("luot-phat", times)
            .into(&mut file);
    }
    activity(&mut file, "2026-10-09", "mttq", Some("van-dong")).about("dvc").unproved().into(&mut file);
    file.difficulties.put(record(
        json!({ "id": "kn-1", "date": "2026-11-02", "office": "vp", "title": "Đường truyền yếu" }),
    ));
    file
}

#[test]
fn the_overview_counts_what_its_lists_hold() {
    let file = a_year();
    let progress = Progress::of(&file, day("2026-11-20"));
    // Late: the class, two days; October's articles, closed with 1/2 twenty days ago. August is history.
    assert_eq!(
        progress.verdict,
        Verdict {
            late: 2,
            soon: 2,
            missing_evidence: 1,
            activities_without_evidence: 1,
            open_difficulties: 1,
            on_track: 1,
            duties: 5
        }
    );
    let by_office: Vec<Vec<String>> = progress
        .offices
        .iter()
        .map(|office| {
            let at_hand = office.at_hand.iter().map(|at| &progress.obligations[*at]);
            at_hand.map(|one| format!("{} {}", one.label, one.phrase(progress.today))).collect()
        })
        .collect();
    assert_eq!(
        by_office,
        [
            vec!["năm 2026 trễ 2 ngày"],
            vec!["tháng 10 thiếu 1", "tháng 11 còn thiếu 1"],
            vec!["quý IV thấp hơn quý III"],
            vec!["quý IV thiếu minh chứng"],
        ]
    );
    assert_eq!(week_of(progress.today), window("2026-11-16", "2026-11-22"));
}

#[test]
fn reminders_say_what_is_owed_and_until_when_to_answer() {
    let mut file = a_year();
    file.holidays
        .put(record(json!({ "id": "nghi", "date": "2026-11-24", "name": "Nghỉ bù", "kind": "day_off",
        "source": "thông báo", "basis": "notice" })));
    let progress = Progress::of(&file, day("2026-11-20"));
    let texts: Vec<String> =
        file.offices.iter().filter_map(|office| reminder(&file, &progress, &office.id)).collect();
    insta::assert_snapshot!(texts.join("\n\n---\n\n"));
    let spring = Progress::of(&file, day("2026-02-01"));
    assert_eq!(reminder(&file, &spring, &"vp".parse().unwrap()), None);
}

#[test]
fn coverage_finds_the_holes_and_what_was_neglected_longest() {
    let file = a_year();
    let quarter = window("2026-09-15", "2026-12-14");
    let coverage = coverage(&file, quarter, day("2026-11-20"));
    assert_eq!(coverage.window.to, day("2026-11-20"));
    assert_eq!((coverage.activities, coverage.without_topic, coverage.without_channel), (4, 1, 1));
    assert_eq!(coverage.by_topic, [2, 1, 0]);
    assert_eq!([coverage.without_channel_of(0), coverage.without_channel_of(1)], [0, 1]);
    assert_eq!(coverage.by_channel, [2, 1, 0]);
    assert_eq!(coverage.counts, [[2, 0, 0], [0, 0, 0], [0, 0, 0]]);
    assert_eq!(coverage.group_count(0, &"truyen-thong".parse().unwrap()), 2);
    let gaps: Vec<_> = coverage.gaps.iter().map(|gap| (gap.kind.clone(), gap.last)).collect();
    assert_eq!(
        gaps,
        [
            (GapKind::Topic("cds".parse().unwrap()), None),
            (GapKind::Channel("hoi-nghi".parse().unwrap()), None)
        ]
    );
    // In a week without anything, the topic seen last comes last.
    let calm = super::coverage(&file, window("2026-09-20", "2026-09-26"), day("2026-11-20"));
    let last: Vec<_> = calm.gaps.iter().map(|gap| gap.last.map(|day| day.to_string())).collect();
    let dates = ["2026-08-01", "2026-09-06", "2026-09-06"].map(|date| Some(date.to_owned()));
    assert_eq!(last, [vec![None, None, None], dates.to_vec()].concat());
}

mod laws {
    use proptest::prelude::*;

    use super::*;
    use crate::register::Activity;

    fn plan() -> PlanFile {
        let mut file = commune();
        articles_each_month(&mut file);
        duty(&mut file, "vhxh", "lop", "Lớp tập huấn", Cadence::Once { due: day("2026-11-30") });
        duty(&mut file, "vp", "niem-yet", "Niêm yết", CONTINUOUS);
        duty(&mut file, "dvci", "phat-song", "Phát sóng", CONTINUOUS);
        quota(&mut file, "phat-song", QuotaGoal::AtLeastPrevious, "luot-phat", QuotaScope::Duty);
        let quarterly = Cadence::Recurring {
            period: PeriodKind::Quarter,
            window: WindowRule::Nd09,
            deadline: Some(DeadlineRule { day: 5, months_after: 1, inclusive: true }),
        };
        duty(&mut file, "mttq", "hop", "Họp", quarterly);
        quota(&mut file, "hop", QuotaGoal::AtLeast(3), "cuoc", QuotaScope::Duty);
        let range = Cadence::Range { from: day("2026-06-01"), to: day("2026-07-31") };
        duty(&mut file, "vp", "dot", "Đợt cao điểm", range);
        file
    }

    fn any_activity() -> impl Strategy<Value = Activity> {
        let duty =
            prop::sample::select(vec!["tin-bai", "lop", "niem-yet", "phat-song", "hop", "dot", "khong-co"]);
        let channel = prop::sample::select(vec!["trang", "loa", "hoi-nghi"]);
        let unit = prop::sample::select(vec!["tin-bai", "luot-phat", "cuoc"]);
        (0u64..420, duty, channel, unit, 0u64..4, any::<bool>(), 0u32..1_000_000).prop_map(
            |(days, duty, channel, unit, count, is_proved, id)| {
                let date = day("2025-12-01") + chrono::Days::new(days);
                let mut activity: Activity = record(json!({ "id": format!("hd-{id}"), "date": date, "office": "vp",
                    "duty": duty, "channel": channel, "title": "Việc", "counts": [{ "unit": unit, "value": count }] }));
                if is_proved {
                    activity.evidence.push(crate::register::Evidence::new("ảnh"));
                }
                activity
            },
        )
    }

    fn any_register() -> impl Strategy<Value = Vec<Activity>> {
        prop::collection::vec(any_activity(), 0..40)
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (0u64..480).prop_map(|days| day("2025-11-15") + chrono::Days::new(days))
    }

    /// By hand: goes through the whole register for one obligation.
    fn recount(file: &PlanFile, one: &Obligation, today: Date) -> u64 {
        let duty = file.duties.get(one.task.duty().unwrap()).unwrap();
        let mut sum = 0;
        for activity in &file.activities {
            // What is done once counts also after its last day.
            let is_in = one.window.from <= activity.date
                && (activity.date <= one.window.to || one.rhythm == Rhythm::Single)
                && activity.date <= today;
            let counts = match duty.quota.as_ref().map(|quota| &quota.value) {
                Some(quota) => {
                    let is_meant = match &quota.scope {
                        QuotaScope::Duty => activity.duty.as_ref() == Some(&duty.id),
                        QuotaScope::Channel(channel) => activity.channel.as_ref() == Some(channel),
                    };
                    if is_meant { activity.count(&quota.unit) } else { 0 }
                }
                None => u64::from(activity.duty.as_ref() == Some(&duty.id)),
            };
            sum += if is_in { counts } else { 0 };
        }
        sum
    }

    proptest! {
        #[test]
        fn achieved_can_be_recounted_by_hand(register in any_register(), today in any_day()) {
            let mut file = plan();
            file.activities = register.into_iter().collect();
            for one in &Progress::of(&file, today).obligations {
                prop_assert_eq!(one.achieved, recount(&file, one, today), "{:?}", one);
            }
        }

        #[test]
        fn standings_say_what_the_figures_say(register in any_register(), today in any_day()) {
            let mut file = plan();
            file.activities = register.into_iter().collect();
            let progress = Progress::of(&file, today);
            for one in &progress.obligations {
                let required = one.required.unwrap_or(1);
                match one.standing {
                    Standing::Off | Standing::Ahead => {}
                    Standing::Open { missing } => {
                        prop_assert!(today <= one.due && one.achieved + missing == required);
                    }
                    Standing::Met | Standing::MetLate { .. } => {
                        prop_assert!(one.achieved >= required && one.completed_on.is_some());
                        prop_assert!((one.without_evidence as usize) < one.activities.len());
                    }
                    Standing::NoEvidence => {
                        prop_assert_eq!(one.without_evidence as usize, one.activities.len());
                    }
                    Standing::PartlyMet => {
                        prop_assert!(today > one.window.to && one.achieved > 0 && one.achieved < required);
                    }
                    Standing::Missed => prop_assert!(today > one.window.to && one.achieved == 0),
                    Standing::Overdue { .. } => prop_assert!(today > one.due && one.achieved < required),
                }
                prop_assert_eq!(one.quarters() == 4, one.standing.is_met());
            }
            let verdict = progress.verdict;
            let at_hand: usize = progress.offices.iter().map(|office| office.at_hand.len()).sum();
            prop_assert_eq!(verdict.late + verdict.soon + verdict.missing_evidence, at_hand);
            for duty in &file.duties {
                let months: u32 = progress.strip(&file, &duty.id).iter().map(Cell::months).sum();
                prop_assert_eq!(months, 12);
            }
        }

        #[test]
        fn one_more_activity_never_worsens_what_it_counts_for(
            register in any_register(), more in any_activity(), today in any_day(),
        ) {
            let mut file = plan();
            file.activities = register.into_iter().filter(|activity| activity.id != more.id).collect();
            let before = Progress::of(&file, today);
            file.activities.put(more);
            let after = Progress::of(&file, today);
            for (before, after) in before.obligations.iter().zip(&after.obligations) {
                // A quota that compares may rise with the period before.
                if before.required == after.required {
                    prop_assert!(before.standing.rank() <= after.standing.rank(), "{:?} {:?}", before, after);
                    prop_assert!(before.achieved <= after.achieved);
                }
            }
        }

        #[test]
        fn coverage_counts_every_activity_of_the_window(register in any_register(), today in any_day()) {
            let mut file = plan();
            file.activities = register.into_iter().collect();
            let year = window("2026-01-01", "2026-12-31");
            let counted = coverage(&file, year, today);
            let by_hand = file.activities.iter().filter(|a| year.contains(a.date) && a.date <= today).count();
            prop_assert_eq!(counted.activities as usize, by_hand);
            let on_channels: u32 = counted.by_channel.iter().sum();
            prop_assert_eq!(on_channels + counted.without_channel, counted.activities);
        }
    }
}
