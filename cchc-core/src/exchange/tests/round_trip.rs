//! Export and import: the identity, whatever stands in the file.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use super::any_json::{any_damage, damage};
use super::{EVERY_KIND, every_kind, every_kind_value, said};
use crate::exchange::{RawJson, Reading, read};

#[test]
fn a_file_is_written_as_it_was_read() {
    let file = every_kind();
    let written = file.to_json();
    // `to_string`, because kept JSON is more exact than `Value` can be.
    let mut value: Value = serde_json::from_str(&written).unwrap();
    assert!(value.as_object_mut().unwrap().shift_remove("checksum").is_some());
    assert_eq!(value, every_kind_value());
    assert!(
        written.contains("12345678901234567890123") && written.contains("1.10"),
        "kept to the last digit"
    );
    assert_eq!(read(&written).unwrap().file, file);
    assert_eq!(read(&file.to_compact_json()).unwrap().file.to_compact_json(), file.to_compact_json());
}

#[test]
fn what_is_set_aside_waits_in_the_file_until_it_is_mended() {
    let broken = EVERY_KIND.replace("\"date\": \"2026-05-04\"", "\"date\": \"2026-02-30\"");
    let Reading { file, diagnostics } = read(&broken).unwrap();
    assert_eq!((file.activities.len(), diagnostics.len()), (0, 1));

    let again = file.to_json();
    let Reading { file: reread, diagnostics } = read(&again).unwrap();
    assert_eq!((&reread, diagnostics.len()), (&file, 1), "still there, and still told");
    assert!(said(&again).contains("hoạt động “a1”, trường date"), "{}", said(&again));

    let mended = again.replace("2026-02-30", "2026-05-04");
    let Reading { file, diagnostics } = read(&mended).unwrap();
    assert_eq!((&file, diagnostics.len(), diagnostics[0].code), (&every_kind(), 1, "changed-by-hand"));
}

#[test]
fn the_journal_takes_a_mended_entry_back_in_its_time() {
    let broken = EVERY_KIND.replace("2026-05-04T10:00:00+07:00", "10 giờ");
    let Reading { file, diagnostics } = read(&broken).unwrap();
    assert_eq!((file.journal.len(), diagnostics[0].code), (2, "journal-unreadable"));
    let mended = file.to_json().replace("10 giờ", "2026-05-04T10:00:00+07:00");
    assert_eq!(read(&mended).unwrap().file, every_kind());
}

/// Whether everything in `before` is in `after`; null, empty texts and lists may be left out.
fn keeps(before: &Value, after: Option<&Value>) -> bool {
    match (before, after) {
        (Value::Object(before), Some(Value::Object(after))) => {
            before.iter().all(|(name, value)| keeps(value, after.get(name)))
        }
        (Value::Array(before), Some(Value::Array(after))) if before.len() == after.len() => {
            before.iter().zip(after).all(|(before, after)| keeps(before, Some(after)))
        }
        (Value::Number(before), Some(Value::Number(after))) => before.as_f64() == after.as_f64(),
        (before, Some(after)) => before == after,
        (before, None) => match before {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            Value::Object(fields) => fields.values().all(|value| keeps(value, None)),
            _ => false,
        },
    }
}

/// Whether a list of one kind is kept: set aside whole, or each record among the records or among those set aside.
fn keeps_records(before: &Value, taken: Option<&Value>, aside: &[RawJson]) -> bool {
    let aside: Vec<Value> = aside.iter().map(|raw| serde_json::from_str(raw.get()).unwrap()).collect();
    if aside.contains(before) {
        return true;
    }
    let Value::Array(before) = before else { return keeps(before, taken) };
    let taken = taken.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    before.iter().all(|record| aside.contains(record) || taken.iter().any(|other| keeps(record, Some(other))))
}

proptest! {
    #[test]
    fn nothing_is_lost_whatever_is_wrong(damages in vec(any_damage(), 1..5)) {
        let mut document = every_kind_value();
        for (at, what) in damages {
            damage(&mut document, at, what);
        }
        // A header that cannot be read refuses the file, which then stays as it is.
        let Ok(Reading { file, diagnostics }) = read(&document.to_string()) else { return Ok(()) };

        let written = file.to_json();
        let Reading { file: again, diagnostics: told_again } = read(&written).unwrap();
        prop_assert_eq!(&again, &file);
        prop_assert_eq!(again.to_json(), &*written, "writing settles at once");
        // A context that lagged has been raised by then.
        let stays = |found: &crate::diagnostic::Diagnostic| found.code != "context-raised";
        prop_assert_eq!(told_again.iter().any(stays), diagnostics.iter().any(stays), "{:?}", told_again);

        let after: Value = serde_json::from_str(&written).unwrap();
        for (part, value) in document.as_object().unwrap() {
            match (part.as_str(), value) {
                ("records", Value::Object(kinds)) => {
                    for (kind, records) in kinds {
                        let aside = file.set_aside.get(kind).map(Vec::as_slice).unwrap_or_default();
                        prop_assert!(
                            keeps_records(records, after["records"].get(kind), aside),
                            "{}: {} -> {}", kind, records, written
                        );
                    }
                }
                ("set_aside" | "journal" | "stamps", _) => {}
                ("plan", Value::Object(fields)) => {
                    let aside = file.set_aside.get(part).map(Vec::as_slice).unwrap_or_default();
                    for (name, value) in fields {
                        let field = serde_json::json!({ name: value });
                        prop_assert!(
                            keeps(value, after["plan"].get(name)) || keeps_records(&field, None, aside),
                            "{}: {} -> {}", name, value, written
                        );
                    }
                }
                _ => {
                    let aside = file.set_aside.get(part).map(Vec::as_slice).unwrap_or_default();
                    prop_assert!(keeps_records(value, after.get(part), aside), "{}: {} -> {}", part, value, written);
                }
            }
        }
    }
}
