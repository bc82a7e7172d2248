//! The invented year is believable, and its figures are the ones that other tests and the pictures count on.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::Datelike;

use super::*;
use crate::calendar::{Date, Window, WindowRule, WorkCalendar};
use crate::register::{EvidenceForm, FilingState};

fn year() -> PlanFile {
    get(MINH_HOA).unwrap()
}

fn day(month: u32, day: u32) -> Date {
    Date::from_ymd_opt(2026, month, day).unwrap()
}

fn quarter(name: &str) -> Window {
    WindowRule::Nd09.window(name.parse().unwrap())
}

fn total(file: &PlanFile, window: Window, unit: &str) -> u64 {
    let unit = unit.parse().unwrap();
    file.activities.iter().filter(|a| window.contains(a.date)).map(|a| a.count(&unit)).sum()
}

#[test]
fn the_data_know_every_field_and_hold_no_id_twice() {
    let raw: serde_json::Value =
        serde_json::from_str(include_str!("../../data/hoa-tham-2026-minh-hoa.json")).unwrap();
    let file = year();
    assert_eq!(raw["activities"].as_array().unwrap().len(), file.activities.len());
    assert_eq!(raw["office_returns"].as_array().unwrap().len(), file.office_returns.len());
    for activity in &file.activities {
        assert!(activity.extra.is_empty(), "{}: {:?}", activity.id, activity.extra);
        assert!(activity.id.as_str().starts_with(&format!("a-{}-", activity.date)), "{}", activity.id);
    }
    assert!(file.difficulties.iter().all(|difficulty| difficulty.extra.is_empty()));
    assert!(file.office_returns.iter().all(|sent| sent.extra.is_empty()));
    assert!(file.filings.iter().all(|filing| filing.extra.is_empty()));
    for (kind, kept) in [
        ("indicator_sets", file.indicator_sets.len()),
        ("score_entries", file.score_entries.len()),
        ("index_values", file.index_values.len()),
        ("index_targets", file.index_targets.len()),
        ("measures", file.measures.len()),
        ("budget_items", file.budget_items.len()),
        ("merits", file.merits.len()),
    ] {
        assert_eq!(raw[kind].as_array().unwrap().len(), kept, "{kind}");
    }
    assert!(file.score_entries.iter().all(|entry| entry.extra.is_empty()));
    assert!(file.index_values.iter().all(|value| value.extra.is_empty()));
    assert!(file.index_targets.iter().all(|target| target.extra.is_empty()));
    assert!(file.measures.iter().all(|measure| measure.extra.is_empty()));
    assert!(file.budget_items.iter().all(|item| item.extra.is_empty()));
    assert!(file.merits.iter().all(|merit| merit.extra.is_empty()));
    let details = file.activities.iter().filter_map(|activity| activity.detail.as_ref());
    assert!(details.clone().all(|detail| detail.extra.is_empty()));
    assert_eq!(details.count(), 27);
}

#[test]
fn all_six_offices_work_until_the_twentieth_of_november() {
    let file = year();
    assert_eq!(file.activities.len(), 153);
    assert_eq!(file.activities.iter().map(|activity| activity.date).max(), Some(day(11, 20)));
    let offices: BTreeSet<_> = file.activities.iter().map(|activity| &activity.office).collect();
    assert_eq!(offices.len(), 6);
    let titles: HashSet<_> = file.activities.iter().map(|activity| &activity.title).collect();
    assert_eq!(titles.len(), file.activities.len(), "a title stands twice");
    for activity in &file.activities {
        let duty = file.duties.get(activity.duty.as_ref().unwrap()).unwrap();
        assert_eq!(duty.office, activity.office, "{}", activity.id);
        assert!(!activity.topics.is_empty() && !activity.counts.is_empty(), "{}", activity.id);
        for evidence in &activity.evidence {
            match evidence.form() {
                EvidenceForm::Link(link) => {
                    let host = link.split('/').nth(2).unwrap();
                    assert!(host.ends_with(".example"), "{link} might be a real place");
                }
                EvidenceForm::Text(_) => {}
                EvidenceForm::NotALink(text) => panic!("{text}"),
            }
        }
    }
}

#[test]
fn nothing_official_happens_on_a_day_off() {
    let file = year();
    let calendar = WorkCalendar::new(file.holidays.iter());
    let off: Vec<_> = file
        .activities
        .iter()
        .filter(|activity| !calendar.is_working_day(activity.date))
        .map(|activity| activity.channel.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(off, ["to-cong-nghe-so"; 2], "only at the market and on a festive Saturday");
    for sent in &file.office_returns {
        assert!(calendar.is_working_day(sent.received_on), "{}", sent.id);
    }
    for difficulty in &file.difficulties {
        assert!(calendar.is_working_day(difficulty.date), "{}", difficulty.id);
        assert!(difficulty.answered_on.is_none_or(|day| calendar.is_working_day(day)), "{}", difficulty.id);
    }
}

#[test]
fn the_web_page_misses_its_quota_in_august_and_november() {
    let file = year();
    let (page, unit) = ("trang-ttdt", "tin-bai".parse().unwrap());
    let mut months: BTreeMap<u32, u64> = BTreeMap::new();
    for activity in file.activities.iter().filter(|a| a.channel.as_ref().is_some_and(|c| *c == page)) {
        *months.entry(activity.date.month()).or_default() += activity.count(&unit);
    }
    let from_may: Vec<_> = (5..=11).map(|month| months[&month]).collect();
    assert_eq!(from_may, [2, 3, 2, 1, 2, 2, 1]);
}

#[test]
fn broadcasts_and_dialogues_by_quarter() {
    let file = year();
    let quarters = ["2026-Q2", "2026-Q3", "2026-Q4"].map(quarter);
    assert_eq!(quarters.map(|window| total(&file, window, "luot-phat")), [21, 24, 18]);
    let dialogues = quarters.map(|window| {
        let in_it = file.activities.iter().filter(|a| window.contains(a.date));
        in_it.filter(|a| a.duty.as_ref().is_some_and(|duty| *duty == "doi-thoai-doanh-nghiep")).count()
    });
    assert_eq!(dialogues, [1, 1, 1]);
    assert!(file.activities.iter().all(|activity| activity.count(&"lop".parse().unwrap()) == 0));
}

#[test]
fn the_second_quarter_recounted_by_hand() {
    let file = year();
    let window = quarter("2026-Q2");
    assert_eq!(file.activities.iter().filter(|activity| window.contains(activity.date)).count(), 55);
    let figures: Vec<_> = file
        .units
        .iter()
        .map(|unit| (unit.name.as_str(), total(&file, window, unit.id.as_str())))
        .filter(|(_, value)| *value > 0)
        .collect();
    let shown: Vec<_> = figures.iter().map(|(unit, value)| format!("{value} {unit}")).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn two_topics_are_carried_by_no_form() {
    let file = year();
    let carried: HashSet<_> =
        file.activities.iter().filter(|a| a.channel.is_some()).flat_map(|a| &a.topics).collect();
    let bare: Vec<_> = file
        .topics
        .iter()
        .filter(|topic| !carried.contains(&topic.id))
        .map(|topic| topic.id.as_str())
        .collect();
    assert_eq!(bare, ["cai-cach-the-che", "tai-chinh-cong"]);
}

#[test]
fn gaps_stand_where_the_pictures_show_them() {
    let file = year();
    let today = day(11, 20);
    let open: Vec<_> = file.difficulties.iter().filter(|difficulty| difficulty.is_open(today)).collect();
    assert_eq!((file.difficulties.len(), open.len()), (6, 2));
    assert_eq!(file.activities.iter().filter(|activity| !activity.has_evidence()).count(), 6);
    let late: Vec<_> = file.filings.iter().filter(|filing| filing.state == FilingState::Draft).collect();
    assert_eq!(late.len(), 1);
    assert_eq!(late[0].due, Some(day(11, 18)));
    for (filing, offices) in [
        ("bao-cao-quy:2026-Q2", 6),
        ("bao-cao-quy:2026-Q3", 6),
        ("bao-cao-quy:2026-Q4", 4),
        ("bao-cao-nam:2026", 4),
    ] {
        assert_eq!(
            file.office_returns.iter().filter(|sent| sent.filing == filing).count(),
            offices,
            "{filing}"
        );
    }
    for filing in &file.filings {
        if let (Some(rule), Some(period)) = (&filing.rule, filing.period) {
            assert_eq!(filing.id, Filing::periodic_id(rule, period));
        }
    }
}
