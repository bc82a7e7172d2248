use std::fmt::Write as _;

use serde_json::json;

use super::*;
use crate::exchange::tests::{EVERY_KIND, every_kind};
use crate::exchange::{Author, Change, Edit, merge, read};

fn after(file: &PlanFile, writer: &str, edits: Vec<Edit>) -> PlanFile {
    let mut file = file.clone();
    let at = "2026-06-01T08:00:00+07:00".parse().unwrap();
    let author = Author { writer: writer.parse().unwrap(), at, office: None };
    file.apply(&Change { author, label: "Sửa".into(), edits }).unwrap();
    file
}

fn set(record: &str, fields: Value) -> Edit {
    let Value::Object(fields) = fields else { panic!("fields are an object") };
    Edit::Set { record: record.parse().unwrap(), fields }
}

/// A difference as a person could be shown it.
fn told(before: &PlanFile, after: &PlanFile) -> String {
    let found = difference(before, after);
    let mut text = format!("set aside: {:?}\n", found.set_aside);
    for record in &found.records {
        let revived = if record.is_revived { ", sống lại" } else { "" };
        let kind = record.record.kind;
        writeln!(text, "{} {} “{}”{revived}", record.what.vietnamese(), kind.vietnamese(), record.title)
            .unwrap();
        for field in &record.fields {
            let shown = |value| value_shown(after, &field.field, value);
            let name = field_name(kind, &field.field).unwrap_or(&field.field);
            let open: Vec<_> = field.candidates.iter().map(shown).collect();
            let open = if open.is_empty() { String::new() } else { format!(" [{}]", open.join(" | ")) };
            writeln!(text, "  {name}: {} → {}{open}", shown(&field.before), shown(&field.after)).unwrap();
        }
    }
    text
}

#[test]
fn a_preview_tells_what_a_merge_brings() {
    let file = every_kind();
    let mine = after(
        &file,
        "a",
        vec![
            set("activities/a1", json!({"date": "2026-05-06", "title": "Tên của tôi"})),
            set("offices/kinh-te", json!({"name": "Phòng Kinh tế xã"})),
            Edit::Remove { record: "difficulties/d1".parse().unwrap() },
        ],
    );
    let theirs = after(
        &file,
        "b",
        vec![
            set(
                "activities/a1",
                json!({"date": "2026-05-07", "counts": [{"unit": "tin-bai", "value": 1200}]}),
            ),
            set(
                "activities/a9",
                json!({"date": "2026-06-01", "office": "kinh-te", "title": "Tọa đàm", "topics": ["t1"]}),
            ),
            set("difficulties/d1", json!({"answer": "Chờ"})),
            Edit::Remove { record: "holidays/2026-04-30".parse().unwrap() },
            set("plan/plan", json!({"tracked_from": {"value": "2026-03-01", "basis": "confirmed"}})),
        ],
    );
    let merged = merge(&mine, &theirs).unwrap();
    insta::assert_snapshot!(told(&mine, &merged));
    assert!(difference(&merged, &merged).is_empty());
    assert!(difference(&merged, &read(&merged.to_json()).unwrap().file).is_empty());
    assert_eq!(difference(&mine, &merged).count(RecordChange::New), 2);
    assert_eq!(difference(&mine, &merged).conflicts(), 1);
}

#[test]
fn what_is_newly_set_aside_is_told() {
    let broken = read(&EVERY_KIND.replace("\"reach\": 250", "\"reach\": \"nhiều\"")).unwrap().file;
    let found = difference(&every_kind(), &merge(&every_kind(), &broken).unwrap());
    assert_eq!((found.set_aside.as_slice(), found.records.len()), (&["activities".to_owned()][..], 0));
}

#[test]
fn what_is_recorded_of_indices_is_shown_in_words() {
    let file = every_kind();
    let shown = |key: &str, field: &str| {
        let fields = file.fields(&key.parse().unwrap()).unwrap();
        value_shown(&file, field, &fields[field])
    };
    let entry = |leaf: &str| shown(&format!("score_entries/ddci-xa:2026:{leaf}"), "raw");
    assert_eq!((entry("1.1"), entry("2")), ("12/19".to_owned(), "không áp dụng".to_owned()));
    assert_eq!(shown("indicator_sets/ddci-xa", "set"), "Chỉ số DDCI cấp xã");
    assert_eq!(shown("index_values/ddci:2025::huyen-ben", "parts"), "1.1 50,00; 2 (trống)");
    assert_eq!(shown("index_values/766:2026-10:month", "view"), "điểm tháng");
    let measure = |field: &str| shown("measures/gp1", field);
    assert_eq!([measure("state"), measure("office")], ["đang thực hiện", "Phòng Kinh tế"]);
    assert_eq!(measure("activity"), "Hướng dẫn nộp hồ sơ trực tuyến");
}

#[test]
fn long_values_are_shown_where_they_differ() {
    let long = "Tuyên truyền nộp hồ sơ trực tuyến cho người dân ".repeat(4);
    let apart = |one: &str, other: &str| values_apart(&[one.to_owned(), other.to_owned()]);
    assert_eq!(apart("32", "36"), ["32", "36"]);
    let shown = apart(&format!("{long}thôn Một"), &format!("{long}thôn Hai"));
    assert_eq!(shown, ["…trực tuyến cho người dân thôn Một", "…trực tuyến cho người dân thôn Hai"]);
    let shown = apart(&format!("Đợt 1. {long}"), &format!("Đợt 2. {long}"));
    assert!(shown[0].starts_with("Đợt 1. Tuyên") && shown[1].starts_with("Đợt 2. Tuyên"), "{shown:?}");
    assert!(shown.iter().all(|one| one.ends_with('…') && one.chars().count() <= 120));
    let shown = apart(&long, long.trim_end());
    assert_eq!(shown.len(), 2);
    assert_eq!(values_apart(&[]), Vec::<String>::new());
    assert_eq!(apart("", &long)[0], "");
}
