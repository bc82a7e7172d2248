//! What the product itself has written comes back.

use super::*;

/// The workbook that `cchc export` writes, read again.
fn exported(file: &PlanFile) -> Book {
    let today = "2026-11-20".parse().unwrap();
    let workbook = crate::report::workbook(&crate::progress::Tracking::of(file, today), None, None).unwrap();
    read(&xlsx(&workbook), "so-theo-doi.xlsx").unwrap()
}

/// An activity with what tables are bad at.
fn awkward() -> Activity {
    let json = r#"{"id":"a-kho","date":"2026-12-24","office":"mttq","duty":"mttq-hoi-nghi","channel":"hoi-nghi",
        "title":"Đối thoại;  hai khoảng trắng\nvà hai dòng","audience":"Hộ kinh doanh","language":"tiếng Nùng",
        "counts":[{"unit":"tin-bai","value":0},{"unit":"luot-nguoi","value":1200},{"unit":"cuoc","value":0}],
        "reach":0,"cost":0,
        "evidence":[{"text":"12/BB-UBND; kèm ảnh","date":"2026-12-25"},{"text":"https://xa.example/a;b"},{"text":"–"}],
        "note":"Dòng một\n\nDòng  hai: Dự kiến",
        "detail":{"form":"dialogue","place":"Nhà văn hóa thôn Nà Lùng","begins":"08:05","minutes":95,"until":"2026-12-26",
            "led_by":"Ông A; bà B","recorded_by":"Bà C","items":[{"text":"Câu hỏi một","answer":"Trả lời\nhai dòng"},{"text":"Câu hai"}]}}"#;
    serde_json::from_str(json).unwrap()
}

#[test]
fn an_exported_register_comes_back_without_loss() {
    let mut full = crate::examples::get("hoa-tham-2026-minh-hoa").unwrap();
    let mut odd = awkward();
    odd.duty = full.duties.iter().last().map(|duty| duty.id.clone());
    odd.channel = full.channels.iter().last().map(|channel| channel.id.clone());
    odd.topics = full.topics.iter().map(|topic| topic.id.clone()).collect();
    let mut copy = odd.clone();
    copy.id = "a-kho-2".parse().unwrap();
    full.apply(&Change {
        author: author(),
        label: "Thêm".to_owned(),
        edits: vec![Edit::write(&odd), Edit::write(&copy)],
    })
    .unwrap();
    let book = exported(&full);
    assert!(book.sheets.len() > 4, "the other tables stand beside it");
    let again = activities(&book, &full, &Mapping::default());
    let different: Vec<_> = again
        .lines
        .iter()
        .filter(|line| !matches!(line.outcome, Outcome::Known { otherwise: None, .. } | Outcome::Passed(_)))
        .collect();
    assert!(different.is_empty(), "{different:#?}");
    assert!(again.change(author(), "so.xlsx", true).edits.is_empty());
    assert_eq!(again.tables.iter().filter(|table| table.header.is_some()).count(), 1);

    let mut empty = full.clone();
    empty.contents.activities = crate::record::Records::default();
    empty.apply(&activities(&book, &empty, &Mapping::default()).change(author(), "so.xlsx", false)).unwrap();
    let value = |file: &PlanFile| -> Vec<serde_json::Value> {
        file.activities.iter().map(|one| serde_json::to_value(one).unwrap()).collect()
    };
    for (old, new) in value(&full).iter().zip(value(&empty)) {
        for (field, was) in old.as_object().unwrap() {
            assert_eq!(new.get(field), Some(was), "{}: {field}", old["id"]);
        }
    }
    assert_eq!(full.activities, empty.activities);
}

#[test]
fn what_was_mended_in_an_exported_workbook_is_told_and_what_it_lacks_stays() {
    let mut file = plan();
    let edits = vec![Edit::write(&Activity { duty: None, channel: None, ..awkward() })];
    file.apply(&Change { author: author(), label: "Thêm".to_owned(), edits }).unwrap();
    let mut book = exported(&file);
    let row = book.sheets[0].rows.iter_mut().find(|row| row.number == 5).unwrap();
    for (_, cell) in &mut row.cells {
        if cell.as_text() == Some("Nhà văn hóa thôn Nà Lùng") {
            *cell = crate::ingest::sheet::Cell::text("Hội trường xã");
        }
    }
    // A person who has no use for the column of items takes it out.
    row.cells.retain(|(_, cell)| !cell.as_text().is_some_and(|text| text.starts_with("Câu hỏi một")));
    for row in &mut book.sheets[0].rows {
        row.cells.retain(|(_, cell)| cell.as_text() != Some("Chi tiết"));
    }
    let import = activities(&book, &file, &Mapping::default());
    let Outcome::Known { otherwise: Some((_, names)), .. } = &import.lines[0].outcome else {
        panic!("{:#?}", import.lines)
    };
    assert_eq!(names.join(", "), "chi tiết");
    file.apply(&import.change(author(), "so.xlsx", true)).unwrap();
    let detail = file.activities.at(0).unwrap().detail.as_deref().unwrap();
    assert_eq!((detail.place.as_str(), detail.items.len()), ("Hội trường xã", 2));
}
