//! A field of the header that cannot be read costs itself, and nothing else.

use serde_json::Value;

use super::{EVERY_KIND, said};
use crate::diagnostic::Severity;
use crate::exchange::{ReadError, Reading, read};

/// The sample with another text in its header; what is said of it.
fn with(from: &str, to: &str) -> Reading {
    assert!(EVERY_KIND.contains(from), "{from}");
    read(&EVERY_KIND.replacen(from, to, 1)).unwrap()
}

#[test]
fn what_is_wrong_in_the_header_is_told_and_kept() {
    let deep = format!("\"x-sau\": {}{}, \"title\":", "[".repeat(300), "]".repeat(300));
    let cases: [(&str, &str); 9] = [
        ("\"year\": 2026", "\"year\": \"2026\""),
        ("\"tracked_from\": { \"value\": \"2026-02-10\"", "\"tracked_from\": { \"value\": \"2026-02-31\""),
        ("\"escalation\": { \"value\": [\"các", "\"escalation\": { \"value\": [4, \"các"),
        ("\"signature\": {", "\"signature\": 4, \"x-ky\": {"),
        ("\"recipients\": [{ \"name\": \"Sở", "\"recipients\": [{ \"ten\": \"Sở"),
        ("\"commune\": \"xã Hoa Thám\"", "\"commune\": 26"),
        ("\"issued_on\": \"2026-02-10\"", "\"issued_on\": \"10/02/2026\""),
        ("\"title\":", "\"title\": \"Kế hoạch cũ\", \"title\":"),
        ("\"title\":", &deep),
    ];
    let mut lines = Vec::new();
    for (from, to) in cases {
        let Reading { file, diagnostics } = with(from, to);
        assert_eq!((file.activities.len(), file.duties.len()), (1, 2), "{to}");
        let told: Vec<_> = diagnostics.iter().map(|found| format!("{}: {found}", found.code)).collect();
        let kept: Vec<_> = file.set_aside.iter().map(|(name, items)| format!("{name}: {items:?}")).collect();
        let kept: String = kept.join("; ").chars().take(120).collect();
        lines.push(format!("{}\n  {kept}", told.join("\n")));
        // What was kept is still there, and what stands in is sound.
        let again = read(&file.to_json()).unwrap();
        assert_eq!(again.file, file, "{to}");
        let is_error = |found: &crate::diagnostic::Diagnostic| {
            found.severity == Severity::Error && found.place.part == "plan"
        };
        assert!(!again.diagnostics.iter().any(is_error), "{:?}", again.diagnostics);
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn several_faults_are_told_one_by_one() {
    let text = EVERY_KIND
        .replacen("\"value\": \"2026-02-10\"", "\"value\": \"2026-02-31\"", 1)
        .replacen("\"issued_on\": \"2026-02-10\"", "\"issued_on\": 4", 1)
        .replacen("\"year\": 2026", "\"year\": \"2026\"", 1);
    let Reading { file, diagnostics } = read(&text).unwrap();
    let fields: Vec<_> = diagnostics.iter().map(|found| found.place.field.as_str()).collect();
    assert_eq!(fields, ["year", "issued_on", "tracked_from.value"]);
    assert_eq!(file.plan.tracked_from.value.to_string(), "2026-01-01", "the day of issue is unreadable, too");
    let kept: Vec<Value> =
        file.set_aside["plan"].iter().map(|raw| serde_json::from_str(raw.get()).unwrap()).collect();
    assert!(kept.contains(&serde_json::json!({ "issued_on": 4 })), "{kept:?}");
}

#[test]
fn without_a_year_there_is_no_plan() {
    for year in ["\"hai nghìn\"", "null", "0", "\"0\"", "[]"] {
        let text = EVERY_KIND.replacen("\"year\": 2026", &format!("\"year\": {year}"), 1);
        assert!(matches!(read(&text), Err(ReadError::Broken { part: "plan", .. })), "{}", said(&text));
    }
}
