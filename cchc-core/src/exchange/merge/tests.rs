//! Merging in cases a person can follow. The laws over random histories: `laws.rs`.

mod laws;

use serde_json::{Value, json};

use super::*;
use crate::exchange::tests::{EVERY_KIND, every_kind};
use crate::exchange::{Author, Change, Edit, FieldStamp, JournalEdit, PlanFile, RecordKey, read};
use crate::record::Kind;

fn change(writer: &str, edits: Vec<Edit>) -> Change {
    let at = "2026-06-01T08:00:00+07:00".parse().unwrap();
    Change {
        author: Author { writer: writer.parse().unwrap(), at, office: None },
        label: "Sửa".into(),
        edits,
    }
}

fn set(record: &str, fields: Value) -> Edit {
    let Value::Object(fields) = fields else { panic!("fields are an object") };
    Edit::Set { record: record.parse().unwrap(), fields }
}

fn remove(record: &str) -> Edit {
    Edit::Remove { record: record.parse().unwrap() }
}

/// The file after one more change.
fn after(file: &PlanFile, writer: &str, edit: Edit) -> PlanFile {
    let mut file = file.clone();
    file.apply(&change(writer, vec![edit])).unwrap();
    file
}

fn title(file: &PlanFile) -> &str {
    &file.activities.get_str("a2").expect("it is there").title
}

/// The sample with an activity that nobody disputes.
fn origin() -> PlanFile {
    after(
        &every_kind(),
        "goc",
        set("activities/a2", json!({"date": "2026-06-01", "office": "vhxh", "title": "Gốc", "note": "cũ"})),
    )
}

fn merged(files: &[&PlanFile]) -> PlanFile {
    files.iter().skip(1).fold(files[0].clone(), |all, file| merge(&all, file).unwrap())
}

/// What merging gives, whatever the order.
fn in_any_order(files: [&PlanFile; 3]) -> PlanFile {
    let [a, b, c] = files;
    let first = merged(&[a, b, c]);
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
        assert_eq!(merged(&order), first);
    }
    assert_eq!(merge(a, &merge(b, c).unwrap()).unwrap(), first);
    assert_eq!(merge(&first, b).unwrap(), first);
    assert_eq!(read(&first.to_json()).unwrap().file, first);
    first
}

#[test]
fn a_file_merged_with_itself_is_itself() {
    let file = every_kind();
    assert_eq!(merge(&file, &file).unwrap(), file);
    assert_eq!(merge(&file, &read(EVERY_KIND).unwrap().file).unwrap(), file);
}

#[test]
fn different_fields_merge_and_the_same_field_is_a_conflict() {
    let file = origin();
    let a = after(&file, "a", set("activities/a2", json!({"title": "Của a", "reach": 5})));
    let b = after(&file, "b", set("activities/a2", json!({"note": "của b"})));
    let c = after(&file, "c", set("activities/a2", json!({"title": "Của c"})));

    let all = in_any_order([&a, &b, &c]);
    let activity = all.activities.get_str("a2").unwrap();
    assert_eq!((activity.note.as_str(), activity.reach), ("của b", Some(5)));
    let conflicts: Vec<_> = all.conflicts().into_iter().filter(|found| &*found.record.id == "a2").collect();
    assert_eq!(conflicts.len(), 1);
    let values: Vec<_> = conflicts[0].candidates.iter().map(|one| one.value.as_str().unwrap()).collect();
    assert_eq!((values.as_slice(), title(&all)), (&["Của c", "Của a"][..], "Của c"));

    let settled = after(&all, "b", conflicts[0].settle(&json!("Của a")));
    let all = in_any_order([&settled, &a, &c]);
    assert_eq!((title(&all), all.conflicts().len()), ("Của a", every_kind().conflicts().len()));
}

#[test]
fn equal_content_is_no_conflict_and_stays_none() {
    let file = origin();
    let a = after(&file, "a", set("activities/a2", json!({"title": "Mới"})));
    let b = after(&file, "b", set("activities/a2", json!({"title": "Mới"})));
    let both = merge(&a, &b).unwrap();
    assert!(matches!(both.stamps.records[&"activities/a2".parse().unwrap()]["title"], FieldStamp::Same(_)));
    assert_eq!(both.conflicts().len(), every_kind().conflicts().len());
    // c knows only a's: it must not write over b's unasked.
    let c = after(&a, "c", set("activities/a2", json!({"title": "Mới hơn"})));
    let all = in_any_order([&a, &b, &c]);
    let open = all.conflicts().into_iter().find(|found| &*found.record.id == "a2").unwrap();
    assert_eq!(open.candidates.len(), 2);
}

#[test]
fn an_edit_beats_a_deletion_and_brings_the_record_back_whole() {
    let file = origin();
    let key: RecordKey = "activities/a2".parse().unwrap();
    let b = after(&file, "b", set("activities/a2", json!({"note": "của b"})));
    let a = after(&b, "a", remove("activities/a2"));
    let c = after(&file, "c", set("activities/a2", json!({"title": "Của c"})));
    assert!(!merge(&b, &a).unwrap().contains(&key), "who deletes knew it");

    // The case that one context per file gets wrong: see the module's words.
    let all = in_any_order([&a, &b, &c]);
    let activity = all.activities.get_str("a2").unwrap();
    assert_eq!((activity.title.as_str(), activity.note.as_str()), ("Của c", "của b"));
    assert_eq!(all.revived(), [&key]);

    let kept = after(&all, "d", all.keep(&key).unwrap());
    assert!(in_any_order([&kept, &a, &c]).revived().is_empty());
    let gone = after(&all, "d", remove("activities/a2"));
    assert!(!in_any_order([&gone, &b, &c]).contains(&key));
}

#[test]
fn a_record_as_old_as_the_file_can_be_deleted_and_edited_too() {
    let file = every_kind();
    let a = after(&file, "a", remove("difficulties/d1"));
    let b = after(&file, "b", set("difficulties/d1", json!({"answer": "Chưa"})));
    let gone = in_any_order([&a, &file, &file]);
    assert!(gone.difficulties.is_empty());
    let all = in_any_order([&a, &b, &file]);
    assert_eq!(all.difficulties.get_str("d1").unwrap().answer, "Chưa");
    assert_eq!(all.revived().len(), 1);
}

#[test]
fn values_without_dots_that_differ_are_a_conflict() {
    let other = |title: &str| read(&EVERY_KIND.replace("Thiếu máy tính", title)).unwrap().file;
    let (a, b, c) = (every_kind(), other("Thiếu máy in"), other("Thiếu mạng"));
    let all = in_any_order([&a, &b, &c]);
    let open = all.conflicts().into_iter().find(|found| &*found.record.id == "d1").unwrap();
    assert_eq!(open.candidates.len(), 3);
    let edited = after(&a, "a", set("difficulties/d1", json!({"title": "Thiếu tất cả"})));
    assert_eq!(in_any_order([&edited, &b, &c]).difficulties.get_str("d1").unwrap().title, "Thiếu tất cả");
}

#[test]
fn one_made_by_two_is_one() {
    let file = every_kind();
    let id = "filings/bao-cao-quy:2026-Q3";
    let make = |state: &str| json!({"rule": "bao-cao-quy", "period": "2026-Q3", "state": state});
    let a = after(&file, "a", set(id, make("draft")));
    let b = after(&file, "b", set(id, make("draft")));
    let c = after(&file, "c", set(id, make("submitted")));
    let all = in_any_order([&a, &b, &c]);
    assert_eq!(all.filings.len(), 2);
    let open: Vec<_> =
        all.conflicts().into_iter().filter(|found| found.record.kind == Kind::Filings).collect();
    assert_eq!((open.len(), open[0].field), (1, "state"));
}

#[test]
fn the_header_merges_field_by_field() {
    let file = every_kind();
    let a = after(&file, "a", set("plan/plan", json!({"title": "Kế hoạch a"})));
    let b = after(&file, "b", set("plan/plan", json!({"commune": "xã b"})));
    let c = after(&file, "c", set("plan/plan", json!({"number": null})));
    let all = in_any_order([&a, &b, &c]);
    assert_eq!((all.plan.title.as_str(), all.plan.commune.as_str()), ("Kế hoạch a", "xã b"));
    assert_eq!(all.plan.number, None);
}

#[test]
fn what_nobody_could_read_is_kept_once_each() {
    let broken = |reach: &str| {
        let text = EVERY_KIND.replace("\"reach\": 250", &format!("\"reach\": \"{reach}\""));
        read(&text).unwrap().file
    };
    let (a, b) = (broken("nhiều"), broken("ít"));
    let both = in_any_order([&a, &b, &a]);
    assert_eq!((both.activities.len(), both.set_aside["activities"].len()), (0, 2));
    let all = in_any_order([&a, &b, &every_kind()]);
    assert_eq!((all.activities.len(), all.set_aside["activities"].len()), (1, 2));
    assert_eq!(all.stamps.records, every_kind().stamps.records);
}

#[test]
fn what_this_version_does_not_know_is_kept() {
    let other = |from: &str, to: &str| read(&EVERY_KIND.replace(from, to)).unwrap().file;
    let a = other("\"id\": \"b1\", \"amount\"", "\"id\": \"b2\", \"amount\"");
    let b = other("\"con\": [1.10, 1e5]", "\"con\": 2");
    let c = other("\"x-o-dau\": 1", "\"x-o-dau\": 2, \"x\": 3");
    let text = in_any_order([&a, &b, &c]).to_json();
    for kept in ["\"b1\"", "\"b2\"", "[1.10, 1e5]", "\"con\": 2", "12345678901234567890123", "\"x\": 3"] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    let spaced = other("{ \"id\": \"b1\",", "{\"id\":\"b1\",");
    let kinds = |file: &PlanFile| file.unknown_kinds["budget_lines"].get().matches("b1").count();
    assert_eq!(kinds(&in_any_order([&a, &spaced, &every_kind()])), 1);
}

#[test]
fn journals_are_united() {
    let file = origin();
    let a = after(&file, "a", set("activities/a2", json!({"title": "Của a"})));
    let b = after(&file, "b", remove("activities/a2"));
    let all = in_any_order([&a, &b, &file]);
    let told: Vec<_> = all.journal.iter().map(|entry| entry.dot.to_string()).collect();
    assert_eq!(told, ["may-vhxh@1", "may-kt@1", "may-vhxh@2", "a@1", "b@1", "goc@1"]);
    assert!(matches!(all.journal[4].edits[0], JournalEdit::Removed { .. }));
}

#[test]
fn other_plans_and_newer_files_are_refused() {
    let file = every_kind();
    let mut other = file.clone();
    other.contents.id = "hoa-tham-2025".parse().unwrap();
    let mut newer = file.clone();
    newer.contents.version = 2;
    let said =
        [merge(&file, &other).unwrap_err(), merge(&newer, &file).unwrap_err()].map(|error| error.to_string());
    insta::assert_snapshot!(said.join("\n"), @"
    hai tệp thuộc hai kế hoạch khác nhau (mã tệp hoa-tham-2026 và hoa-tham-2025), không gộp được
    tệp thuộc phiên bản 2, mới hơn phiên bản ở đây, nên chưa gộp được. Tải bản mới của phần mềm rồi gộp lại
    ");
    assert_eq!(merge_any(&file, &other).unwrap().id, other.id);
}
