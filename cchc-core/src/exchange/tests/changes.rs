//! The one way to change a file: all or nothing, undone by its inverse, told by stamps and journal.

use chrono::DateTime;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::any_json::any_json;
use super::{EVERY_KIND, every_kind};
use crate::exchange::{
    Author, Change, ChangeError, Dot, Edit, FieldStamp, JournalEdit, PlanFile, RecordKey, WHOLE_RECORD, read,
};
use crate::record::{Extra, Kind};
use crate::register::Activity;

fn change(edits: Vec<Edit>) -> Change {
    let at = DateTime::parse_from_rfc3339("2026-06-01T08:00:00+07:00").unwrap();
    let author = Author { writer: "may-moi".parse().unwrap(), at, office: Some("vhxh".parse().unwrap()) };
    Change { author, label: "Sửa".to_owned(), edits }
}

fn set(kind: Kind, id: &str, fields: Value) -> Edit {
    let Value::Object(fields) = fields else { panic!("fields are an object") };
    Edit::Set { record: RecordKey::new(kind, id), fields }
}

/// Everything but stamps and journal.
fn content(file: &PlanFile) -> PlanFile {
    let mut file = file.clone();
    file.contents.stamps = every_kind().contents.stamps;
    file.contents.journal = every_kind().contents.journal;
    file
}

fn stamp<'a>(file: &'a PlanFile, record: &str, field: &str) -> Option<&'a FieldStamp> {
    file.stamps.records.get(&record.parse().unwrap())?.get(field)
}

#[test]
fn a_new_record_is_stamped_whole_and_journalled() {
    let mut file = every_kind();
    let activity = Activity {
        id: "a2".parse().unwrap(),
        title: "Hội nghị tuyên truyền".to_owned(),
        counts: Vec::new(),
        ..file.activities.get_str("a1").unwrap().clone()
    };
    let applied = file.apply(&change(vec![Edit::write(&activity)])).unwrap();
    assert_eq!(file.activities.get_str("a2"), Some(&activity));
    let dot = FieldStamp::One("may-moi@1".parse().unwrap());
    assert_eq!(stamp(&file, "activities/a2", WHOLE_RECORD), Some(&dot));
    assert_eq!(file.stamps.context["may-moi"], 1);
    let entry = file.journal.last().unwrap();
    assert_eq!(entry.edits, [JournalEdit::Created("activities/a2".parse().unwrap())]);
    assert_eq!((entry.label.as_str(), entry.office.as_ref().unwrap().as_str()), ("Sửa", "vhxh"));
    assert_eq!(applied.inverse, [Edit::Remove { record: "activities/a2".parse().unwrap() }]);
}

#[test]
fn an_edit_stamps_its_fields_and_keeps_the_rest() {
    let mut file = every_kind();
    let old = file.activities.get_str("a1").unwrap().clone();
    let new = Activity { title: "Tên mới".to_owned(), reach: None, ..old.clone() };
    let edit = Edit::difference(&old, &new).unwrap();
    assert_eq!(edit, set(Kind::Activities, "a1", json!({"title": "Tên mới", "reach": null})));

    let applied = file.apply(&change(vec![edit])).unwrap();
    assert_eq!(file.activities.get_str("a1"), Some(&new));
    assert_eq!(new.extra, old.extra, "unknown fields stay");
    let dot = FieldStamp::One("may-moi@1".parse().unwrap());
    assert_eq!(stamp(&file, "activities/a1", "title"), Some(&dot), "the write settles the conflict");
    assert_eq!(stamp(&file, "activities/a1", "reach"), Some(&dot));
    assert_eq!(
        stamp(&file, "activities/a1", WHOLE_RECORD),
        stamp(&every_kind(), "activities/a1", WHOLE_RECORD)
    );
    let before = json!({"title": "Hướng dẫn nộp hồ sơ trực tuyến", "reach": 250});
    assert_eq!(applied.inverse[0], set(Kind::Activities, "a1", before));
    assert!(matches!(&applied.inverse[1..], [Edit::Dispute { .. }]), "undone, it is open again");
}

#[test]
fn a_deleted_record_is_kept_aside_and_comes_back_whole() {
    let mut file = every_kind();
    let whole = file.activities.get_str("a1").unwrap().clone();
    let applied = file.apply(&change(vec![Edit::remove::<Activity>(&whole.id)])).unwrap();
    assert!(file.activities.is_empty());
    let removal = &file.stamps.removed[&"activities/a1".parse().unwrap()];
    assert_eq!(removal.record.as_ref().unwrap()["title"], "Hướng dẫn nộp hồ sơ trực tuyến");
    assert_eq!(
        removal.until,
        ["may-kt@1", "may-moi@1", "may-vhxh@2"]
            .map(|dot| {
                let dot: Dot = dot.parse().unwrap();
                (dot.writer, dot.n)
            })
            .into()
    );
    let JournalEdit::Removed { before, .. } = &file.journal.last().unwrap().edits[0] else { panic!() };
    assert_eq!(before["title"], "Hướng dẫn nộp hồ sơ trực tuyến");
    file.apply(&change(applied.inverse)).unwrap();
    assert_eq!(file.activities.get_str("a1"), Some(&whole));
    assert_eq!(file.stamps.removed[&"activities/a1".parse().unwrap()].record, None);
    assert_eq!(
        file.stamps.known(&"activities/a1".parse().unwrap())["may-moi"],
        file.stamps.context["may-moi"]
    );
}

#[test]
fn writing_over_a_record_leaves_what_the_new_one_does_not_say() {
    let mut file = every_kind();
    let old = file.activities.get_str("a1").unwrap().clone();
    let bare = Activity {
        title: "Tên mới".to_owned(),
        reach: None,
        detail: None,
        extra: Extra::new(),
        ..old.clone()
    };
    file.apply(&change(vec![Edit::write(&bare)])).unwrap();
    let now = file.activities.get_str("a1").unwrap();
    assert_eq!((now.title.as_str(), now.reach, &now.extra), ("Tên mới", old.reach, &old.extra));
}

#[test]
fn the_header_is_a_record_too() {
    let mut file = every_kind();
    let mut plan = file.plan.as_ref().clone();
    plan.number = None;
    file.apply(&change(vec![Edit::plan_difference(&file.plan, &plan).unwrap()])).unwrap();
    assert_eq!(*file.plan, plan);
    assert!(matches!(stamp(&file, "plan/plan", "number"), Some(FieldStamp::One(dot)) if dot.n == 1));
    let refused = file.apply(&change(vec![Edit::Remove { record: RecordKey::plan() }])).unwrap_err();
    assert_eq!(refused.to_string(), "phần đầu của kế hoạch không xóa được");
    let stray = set(Kind::Plan, "zzz", json!({ "title": "Khác" }));
    assert!(matches!(file.apply(&change(vec![stray])), Err(ChangeError::Forbidden(_))));
    assert_eq!(*file.plan, plan);
}

#[test]
fn one_bad_edit_undoes_the_whole_change() {
    let good = || set(Kind::Activities, "a1", json!({"title": "Khác"}));
    let refused = |bad: Edit| {
        let mut file = every_kind();
        let error = file.apply(&change(vec![good(), bad])).unwrap_err();
        assert_eq!(file, every_kind());
        error.to_string()
    };
    let all = [
        refused(set(Kind::Activities, "a1", json!({"date": "2026-02-30"}))),
        refused(set(Kind::Activities, "a1", json!({"title": null}))),
        refused(set(Kind::Activities, "a1", json!({"id": "a9"}))),
        refused(set(
            Kind::Activities,
            "mã mới",
            json!({"date": "2026-02-03", "office": "vhxh", "title": "x"}),
        )),
        refused(set(
            Kind::Duties,
            "dang-tin",
            json!({"quota": {"value": {"goal": "many"}, "basis": "written"}}),
        )),
        refused(set(Kind::Plan, "plan", json!({"year": "2026"}))),
        refused(Edit::Remove { record: RecordKey::new(Kind::Activities, "a9") }),
        {
            let mut file = every_kind();
            file.contents.version = 2;
            file.apply(&change(vec![good()])).unwrap_err().to_string()
        },
    ]
    .join("\n");
    insta::assert_snapshot!(all);
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_trace() {
    let mut file = every_kind();
    let old = file.activities.get_str("a1").unwrap().clone();
    assert_eq!(Edit::difference(&old, &old), None);
    let edits = vec![
        Edit::write(&old),
        set(Kind::Activities, "a1", json!({"x-không-có": null})),
        set(Kind::Difficulties, "d1", json!({"title": "Thiếu máy tính"})),
        // An empty list and one that is absent read the same.
        set(Kind::Documents, "kh-152", json!({"amends": []})),
        set(Kind::Plan, "plan", json!({"year": 2026})),
    ];
    let applied = file.apply(&change(edits)).unwrap();
    assert_eq!((applied.inverse, file), (vec![], every_kind()));
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let id = proptest::sample::select(vec!["a1", "a2", "a3"]);
    let known = proptest::sample::select(vec![
        ("title", json!("Tin mới")),
        ("title", json!("<b>Tin</b>")),
        ("date", json!("2026-07-01")),
        ("date", json!("2026-02-30")),
        ("office", json!("kinh-te")),
        ("counts", json!([{"unit": "tin-bai", "value": 2}])),
        ("counts", json!([])),
        ("reach", json!(12)),
        ("reach", json!(null)),
        ("note", json!("")),
        ("x-moi", json!({"a": [1]})),
        ("x-moi", json!(null)),
    ]);
    let any_field = ("[a-z]{1,6}", any_json());
    let field = prop_oneof![
        9 => known.prop_map(|(name, value)| (name.to_owned(), value)),
        1 => any_field.prop_map(|(name, value)| (name, value)),
    ];
    let fields = vec(field, 0..4).prop_map(|fields| fields.into_iter().collect::<Map<_, _>>());
    let whole = || json!({"date": "2026-06-01", "office": "vhxh", "title": "Tin"});
    prop_oneof![
        5 => (id.clone(), fields.clone()).prop_map(|(id, fields)| set(Kind::Activities, id, fields.into())),
        3 => (id.clone(), fields).prop_map(move |(id, fields)| {
            let mut all = whole().as_object().unwrap().clone();
            all.extend(fields);
            set(Kind::Activities, id, all.into())
        }),
        2 => id.prop_map(|id| Edit::Remove { record: RecordKey::new(Kind::Activities, id) }),
        1 => "[a-z]{1,3}".prop_map(|title| set(Kind::Plan, "plan", json!({"title": title}))),
    ]
}

proptest! {
    #[test]
    fn the_inverse_takes_any_change_back(changes in vec(vec(any_edit(), 1..4), 1..6)) {
        let mut file = every_kind();
        for edits in changes {
            let before = file.clone();
            match file.apply(&change(edits)) {
                Err(error) => {
                    prop_assert!(!matches!(error, ChangeError::ReadOnly(_)));
                    prop_assert_eq!(&file, &before);
                }
                Ok(applied) if applied.inverse.is_empty() => prop_assert_eq!(&file, &before),
                Ok(applied) => {
                    prop_assert_eq!(file.journal.len(), before.journal.len() + 1);
                    let dot = &file.journal.last().unwrap().dot;
                    prop_assert!(file.stamps.covers(dot) && !before.stamps.covers(dot));
                    for (key, fields) in file.stamps.records.iter() {
                        let FieldStamp::One(dot) = &fields.values().next().unwrap() else { continue };
                        prop_assert!(file.stamps.covers(dot), "{} carries {}", key, dot);
                    }

                    let mut undone = file.clone();
                    let redo = undone.apply(&change(applied.inverse)).unwrap();
                    prop_assert_eq!(content(&undone), content(&before));
                    undone.apply(&change(redo.inverse)).unwrap();
                    prop_assert_eq!(content(&undone), content(&file));
                }
            }
            prop_assert_eq!(&read(&file.to_json()).unwrap().file, &file);
        }
    }
}

#[test]
fn a_change_reads_back_as_written() {
    let made = change(vec![
        set(Kind::Activities, "a1", json!({"title": "x"})),
        Edit::Remove { record: RecordKey::plan() },
    ]);
    let text = serde_json::to_string(&made).unwrap();
    assert_eq!(serde_json::from_str::<Change>(&text).unwrap(), made);
}

#[test]
fn unknown_fields_of_a_record_can_be_edited_like_others() {
    let mut file = every_kind();
    file.apply(&change(vec![set(Kind::Activities, "a1", json!({"x-o-hoat-dong": null, "x-khac": 1}))]))
        .unwrap();
    let expected: Extra = [("x-khac".to_owned(), json!(1))].into_iter().collect();
    assert_eq!(file.activities.get_str("a1").unwrap().extra, expected);
    assert!(EVERY_KIND.contains("x-o-hoat-dong"));
}
