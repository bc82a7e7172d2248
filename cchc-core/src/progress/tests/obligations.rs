//! What each cadence and each deadline owes.

use super::*;

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
    file.contents.activities = crate::record::Records::default();
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
    file.contents.duties.put(own);
    assert_eq!(owed(&file, "2026-05-20"), (Standing::Met, "1/1".to_owned(), "xong 28/4".to_owned()));
    assert_eq!(owed(&file, "2026-04-27").0, Standing::Open { missing: 1 }, "not issued yet");
    let plan = |file: &mut PlanFile, change: fn(&mut crate::plan::Plan)| {
        change(std::sync::Arc::make_mut(&mut file.contents.plan));
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
    file.contents.duties.put(added);
    let mut monthly = file.duties.get_str("tin-bai").unwrap().clone();
    monthly.since = Some(day("2026-11-18"));
    file.contents.duties.put(monthly);
    assert_eq!(told(&file, "moi", "2026-11-20"), "quý IV: 0 missing");
    assert_eq!(told(&file, "tin-bai", "2026-11-20"), "tháng 12: 0/2 none");
    // What is asked by a day that has gone by is late all the same.
    let mut late = duty(&mut file, "vp", "bu", "Việc giao bù", Cadence::Once { due: day("2026-11-10") });
    late.since = Some(day("2026-11-18"));
    file.contents.duties.put(late);
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
