//! What was set aside takes its place when it is mended; a context that lags behind is raised.

use chrono::DateTime;
use serde_json::{Value, json};

use super::{every_kind, every_kind_value};
use crate::exchange::{Author, Change, ChangeError, Edit, PlanFile, Reading, RecordKey, merge, read};
use crate::record::Kind;

fn reading(file: &Value) -> Reading {
    let reading = read(&file.to_string()).unwrap();
    assert_eq!(read(&reading.file.to_json()).unwrap().file, reading.file, "what was read reads back");
    reading
}

/// The sample, with a part of it broken and set aside by a first reading.
fn broken(break_it: impl Fn(&mut Value)) -> (Value, Vec<String>) {
    let mut value = every_kind_value();
    break_it(&mut value);
    let file = reading(&value).file;
    let names = file.set_aside.keys().cloned().collect();
    (serde_json::from_str(&file.to_json()).unwrap(), names)
}

#[test]
fn whole_parts_take_their_place_when_they_are_mended() {
    let sound = every_kind_value();
    // Where it is broken, under which name it is kept, and how a person mends it there.
    let cases: [(&str, &str, Value); 7] = [
        ("/records/activities", "activities", json!([sound["records"]["activities"]])),
        ("/records", "records", json!([sound["records"]])),
        ("/stamps", "stamps", json!([sound["stamps"]])),
        ("/stamps/context", "stamps.context", json!([sound["stamps"]["context"]])),
        ("/stamps/records", "stamps.records", json!([sound["stamps"]["records"]])),
        ("/journal", "journal", json!([sound["journal"]])),
        ("/set_aside", "set_aside", json!([{ "journal": sound["journal"] }])),
    ];
    for (place, name, mended) in cases {
        let (mut file, names) = broken(|value| {
            if let Some(part) = value.pointer_mut(place) {
                *part = json!(1);
            } else {
                value["set_aside"] = json!(1);
                value["journal"] = json!([]);
            }
        });
        assert_eq!(names, [name], "{place}");
        file["set_aside"][name] = mended;
        let Reading { file, diagnostics } = reading(&file);
        let mut codes = diagnostics.iter().map(|found| found.code);
        assert!(
            codes.all(|code| ["changed-by-hand", "context-raised"].contains(&code)),
            "{place}: {diagnostics:?}"
        );
        assert_eq!(file, reading(&sound).file, "{place}");
    }
}

/// The sample after its activity was deleted, as JSON.
fn with_a_deletion() -> Value {
    let mut file = every_kind();
    let at = DateTime::parse_from_rfc3339("2026-06-01T08:00:00+07:00").unwrap();
    let edits = vec![Edit::Remove { record: RecordKey::new(Kind::Activities, "a1") }];
    let author = Author { writer: "may-moi".parse().unwrap(), at, office: None };
    file.apply(&Change { author, label: String::new(), edits }).unwrap();
    serde_json::to_value(&file).unwrap()
}

#[test]
fn one_bad_entry_of_the_stamps_costs_itself_alone() {
    let mut value = with_a_deletion();
    let stamps = &mut value["stamps"];
    stamps["context"]["máy hỏng"] = json!(3);
    stamps["context"]["may-2"] = json!("ba");
    stamps["seen"] = json!({
        "plan/plan": { "may-vhxh": 1 },
        "offices/kinh-te": { "may-vhxh": "hai" },
        "hop_dong/h1": { "may-vhxh": 1 },
    });
    stamps["removed"]["activities/a9"] = json!({ "until": 1 });
    stamps["removed"]["hop_dong/h1"] = json!({ "until": { "may-moi": 7 }, "record": { "id": "h1" } });
    let Reading { file, diagnostics } = reading(&value);

    let told: Vec<String> = diagnostics.iter().map(|found| found.place.to_string()).collect();
    let expected = [
        "phần “stamps.context.máy hỏng”",
        "phần “stamps.context.may-2”",
        "phần “stamps.removed.activities/a9”, trường until",
        "phần “stamps.seen.offices/kinh-te”, trường may-vhxh",
        // Of an unknown kind, but a dot is a dot.
        "phần “stamps.context”",
    ];
    assert_eq!(told, expected);
    let deleted = RecordKey::new(Kind::Activities, "a1");
    assert!(file.stamps.removed.contains_key(&deleted));
    assert_eq!(file.stamps.seen.len(), 1);
    assert_eq!(file.stamps.context["may-vhxh"], 2);
    assert_eq!(file.stamps.context["may-moi"], 7, "no dot of an unknown kind is given twice");
    let written = serde_json::to_value(&file).unwrap();
    for part in ["seen", "removed"] {
        assert_eq!(written["stamps"][part]["hop_dong/h1"], value["stamps"][part]["hop_dong/h1"]);
    }
    // An older copy does not bring the record back.
    let merged = merge(&file, &every_kind()).unwrap();
    assert!(merged.activities.get_str("a1").is_none());
    assert_eq!(merged.stamps.unknown_removed, file.stamps.unknown_removed);

    let mut mended = written;
    mended["set_aside"]["stamps.removed.activities/a9"] = json!([{ "until": { "may-moi": 1 } }]);
    mended["set_aside"]["stamps.seen.offices/kinh-te"] = json!([{ "may-vhxh": 2 }]);
    mended["set_aside"]["stamps.context.may-2"] = json!([3]);
    let file = reading(&mended).file;
    assert_eq!((file.stamps.removed.len(), file.stamps.seen.len(), file.stamps.context["may-2"]), (2, 2, 3));
    assert_eq!(file.set_aside.keys().collect::<Vec<_>>(), ["stamps.context.máy hỏng"]);
}

#[test]
fn a_list_in_a_list_is_taken_or_stays_whole() {
    let mut value = every_kind_value();
    value["records"]["activities"] = json!([value["records"]["activities"], [], [[]], [1]]);
    let Reading { file, diagnostics } = reading(&value);
    assert_eq!(file.activities, every_kind().activities);
    assert_eq!((file.set_aside["activities"].len(), diagnostics.len()), (3, 3));
}

#[test]
fn what_was_written_twice_is_kept_and_not_let_in_later() {
    let text = every_kind().to_json().replacen("\"journal\": [", "\"journal\": [], \"journal\": [", 1);
    let file = read(&text).unwrap().file;
    assert_eq!(file.set_aside["twice.journal"][0].get(), "[]");
    assert_eq!(read(&file.to_json()).unwrap().file, file);
}

fn edit(file: &mut PlanFile, writer: &str, title: &str) -> Result<(), ChangeError> {
    let at = DateTime::parse_from_rfc3339("2026-06-01T08:00:00+07:00").unwrap();
    let fields = json!({ "title": title }).as_object().unwrap().clone();
    let edits = vec![Edit::Set { record: RecordKey::new(Kind::Activities, "a1"), fields }];
    let author = Author { writer: writer.parse().unwrap(), at, office: None };
    file.apply(&Change { author, label: String::new(), edits }).map(drop)
}

#[test]
fn no_dot_is_given_twice_when_the_context_is_lost() {
    let mut file = every_kind();
    for title in ["Một", "Hai"] {
        edit(&mut file, "may-moi", title).unwrap();
    }
    for (context, count) in [(json!("hỏng"), 2), (json!({ "may-moi": 1 }), 1), (json!({}), 1)] {
        let mut value = serde_json::to_value(&file).unwrap();
        value["stamps"]["context"] = context;
        let Reading { file: mut found, diagnostics } = reading(&value);
        assert_eq!(found.stamps.context, file.stamps.context);
        assert_eq!(diagnostics.len(), count, "{diagnostics:?}");
        let raised = diagnostics.iter().find(|found| found.code == "context-raised").unwrap();
        assert!(raised.message.contains("may-moi ghi"), "{}", raised.message);
        edit(&mut found, "may-moi", "Ba").unwrap();
        assert_eq!(found.journal.last().unwrap().dot.n, 3);
    }
}

#[test]
fn a_context_that_is_full_is_refused_and_nothing_breaks() {
    let mut value = every_kind_value();
    value["stamps"]["context"]["may-moi"] = json!(u64::MAX);
    let mut file = reading(&value).file;
    let before = file.clone();
    let refused = edit(&mut file, "may-moi", "Một").unwrap_err();
    assert!(refused.to_string().contains("máy “may-moi”"), "{refused}");
    assert_eq!(file, before);
    edit(&mut file, "may-khac", "Một").unwrap();
}

#[test]
fn a_mended_entry_does_not_move_the_others() {
    let mut file = every_kind();
    edit(&mut file, "may-moi", "Một").unwrap();
    let mut value = serde_json::to_value(&file).unwrap();
    let journal = value["journal"].as_array_mut().unwrap();
    // A clock that was wrong: the entries are not in the order of their times.
    let mut late = journal[0].clone();
    late["dot"] = json!("may-moi@7");
    late["at"] = json!("2020-01-01T00:00:00+07:00");
    journal.push(late);
    let order: Vec<String> = journal.iter().map(|entry| entry["dot"].to_string()).collect();
    let mut mended = journal[0].clone();
    mended["dot"] = json!("may-moi@8");
    mended["at"] = json!("2026-12-01T00:00:00+07:00");
    value["set_aside"]["journal"] = json!([mended]);
    let file = reading(&value).file;
    let now: Vec<String> = file.journal.iter().map(|entry| format!("\"{}\"", entry.dot)).collect();
    assert_eq!(now[..order.len()], order);
    assert_eq!(now.len(), order.len() + 1);
}
