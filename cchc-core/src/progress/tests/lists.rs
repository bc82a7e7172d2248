//! The strip, the overview, reminders, coverage.

use super::*;

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
    file.contents.difficulties.put(record(
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
    file.contents
        .holidays
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
    // What the plan only encourages may be used, and is not missed.
    let mut file = file;
    let mut meeting = file.channels.get_str("hoi-nghi").unwrap().clone();
    meeting.listing = crate::plan::Listing::Encouraged;
    file.contents.channels.put(meeting);
    let coverage = super::coverage(&file, quarter, day("2026-11-20"));
    assert_eq!(coverage.channels.len(), 3);
    assert!(coverage.gaps.iter().all(|gap| matches!(gap.kind, GapKind::Topic(_))), "{:?}", coverage.gaps);
}
