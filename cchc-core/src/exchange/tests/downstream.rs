//! What the reader lets in, everything else can work with: no file makes the page or the program panic.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::any_json::{any_damage, damage};
use super::every_kind_value;
use crate::calendar::Date;
use crate::document;
use crate::exchange::{PlanFile, check, read};
use crate::progress::{Progress, coverage, reminder};
use crate::report::{ReportSpec, compose, to_document};

/// Everything that is derived from a file, on a day.
fn derive_all(file: &PlanFile, today: Date) {
    check(file);
    let progress = Progress::of(file, today);
    for duty in &file.duties {
        progress.strip(file, &duty.id);
    }
    for office in &file.offices {
        progress.returns_strip(file, &office.id);
        reminder(file, &progress, &office.id);
    }
    for owed in &progress.obligations {
        let _ = (owed.phrase(today), owed.figure(), owed.quarters());
        coverage(file, owed.window, today);
    }
    for item in &progress.reports {
        let report = compose(file, &ReportSpec::of_item(file, item), today);
        document::text::text(&to_document(&report));
    }
    let report = compose(file, &ReportSpec::of_period(file, "2026-H1".parse().unwrap()), today);
    let document = to_document(&report);
    document::text::text(&document);
    document::html::page(&document);
}

/// An activity with the largest figures that the reader lets in.
fn largest(id: &str) -> Value {
    let most = 1_000_000_000_000_u64;
    let mut activity = every_kind_value()["records"]["activities"][0].take();
    activity["id"] = id.into();
    activity["reach"] = most.into();
    activity["cost"] = most.into();
    activity["counts"] = json!([{"unit": "tin-bai", "value": most}, {"unit": "tin-bai", "value": most}]);
    activity
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn values_at_the_edge_are_worked_with() {
    let edges = [
        ("/plan/year", json!(1)),
        ("/plan/year", json!(9999)),
        ("/plan/tracked_from/value", json!("-262143-01-01")),
        ("/plan/tracked_from/value", json!("+262142-12-31")),
        ("/plan/title", json!("")),
        ("/records/offices/0/name", json!("")),
        ("/records/activities/0/date", json!("+262142-12-31")),
        ("/records/activities/0/date", json!("-262143-01-01")),
        ("/records/duties/0/quota/value/goal/at_least", json!(u32::MAX)),
        ("/records/duties/0/quota/value/goal/at_least", json!(0)),
        ("/records/duties/0/order", json!(u32::MAX)),
        ("/records/duties/0/cadence/value/deadline/day", json!(u32::MAX)),
        ("/records/duties/0/cadence/value/deadline/months_after", json!(u32::MAX)),
        ("/records/duties/0/cadence/value", json!({"kind": "once", "due": "+262142-12-31"})),
        ("/records/duties/0/cadence/value", json!({"kind": "once", "due": "-262143-01-01"})),
        (
            "/records/duties/0/cadence/value",
            json!({"kind": "range", "from": "+262142-12-31", "to": "-262143-01-01"}),
        ),
        ("/records/duties/0/cadence/value", json!({"kind": "on_event", "event": "x", "days": u32::MAX})),
        ("/records/report_rules/0/levels", json!([])),
        ("/records/report_rules/0/levels/0/deadline/value/day", json!(0)),
        ("/records/report_rules/0/parts/value", json!([0, 5, u32::MAX])),
        ("/records/report_rules/0/period", json!(null)),
        ("/records/filings/0/window", json!({"from": "-262143-01-01", "to": "+262142-12-31"})),
        ("/records/filings/0/due", json!("+262142-12-31")),
        ("/records/filings/0/period", json!("9999-Q4")),
        ("/records/filings/0/period", json!("0001")),
        ("/records/office_returns/0/received_on", json!("+262142-12-31")),
        ("/records/holidays/0/date", json!("+262142-12-31")),
        ("/records/difficulties/0/date", json!("-262143-01-01")),
        ("/records/activities", json!([largest("a1"), largest("a2"), largest("a3")])),
        ("/records/offices", json!([])),
        ("/records/units", json!([])),
        ("/records/duties", json!([])),
    ];
    for (place, value) in edges {
        let mut document = every_kind_value();
        *document.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
        let file = read(&document.to_string()).unwrap().file;
        assert!(!file.activities.is_empty(), "{place}");
        for today in ["2026-06-16", "-262143-01-01", "+262142-12-31"] {
            println!("{place} {} on {today}", document.pointer(place).unwrap_or(&Value::Null));
            derive_all(&file, day(today));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_let_in_is_worked_with(damages in vec(any_damage(), 1..5), today in 0..800u64) {
        let mut document = every_kind_value();
        for (at, what) in damages {
            damage(&mut document, at, what);
        }
        if let Ok(reading) = read(&document.to_string()) {
            derive_all(&reading.file, day("2025-06-01") + chrono::Days::new(today));
        }
    }
}
