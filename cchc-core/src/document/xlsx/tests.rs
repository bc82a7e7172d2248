//! The parts as they are written; whether office programs read them is tried in `tests`.

use super::*;
use crate::document::xlsx::sheet::sheet;
use crate::document::xlsx::styles::Styles;

fn register() -> Sheet {
    let mut sheet = Sheet::new(
        "Sổ theo dõi",
        [
            Column::new("STT", 6.0, Format::Center),
            Column::new("Nội dung", 40.0, Format::Text),
            Column::new("Ngày", 12.0, Format::Date),
            Column::new("Số lượng", 10.0, Format::Integer),
            Column::new("Điểm", 10.0, Format::Decimal),
        ],
    );
    sheet.title = vec!["SỔ THEO DÕI".into(), "Năm 2026".into()];
    sheet.rows = vec![
        SheetRow {
            kind: RowKind::Group, ..SheetRow::plain(["I".into(), "Phòng Văn hóa - Xã hội".into()])
        },
        SheetRow {
            depth: 1,
            ..SheetRow::plain([
                1.into(),
                "=HYPERLINK(\"http://x\") <b>&".into(),
                "2026-11-20".parse::<Date>().unwrap().into(),
                1245.0.into(),
                CellValue::Empty,
            ])
        },
    ];
    sheet.notes = vec!["Số liệu minh họa.".into()];
    sheet
}

#[test]
fn a_sheet_is_written_with_typed_cells() {
    let mut styles = Styles::default();
    let text = String::from_utf8(sheet(&register(), &mut styles)).unwrap();
    insta::assert_snapshot!(
        text.replace("<row", "\n<row").replace("<c ", "\n  <c ").replace("</sheetData>", "\n</sheetData>")
    );
    assert!(!text.contains("<f"), "no formula, whatever a text begins with");
    assert_eq!(String::from_utf8(styles.part()).unwrap().matches("quotePrefix").count(), 1);
}

#[test]
fn the_same_workbook_gives_the_same_bytes() {
    let workbook = Workbook { name: "Sổ".into(), sheets: vec![register()] };
    assert_eq!(xlsx(&workbook), xlsx(&workbook));
    assert!(xlsx(&Workbook::default()).len() > 500, "an empty one opens, too");
}

#[test]
fn tabs_have_names_that_excel_takes() {
    let named = |names: &[&str]| {
        let sheets: Vec<_> = names.iter().map(|name| Sheet::new(*name, [])).collect();
        parts::names(&sheets)
    };
    assert_eq!(
        named(&["Quý I/2026", "quý i-2026", "", "'x'", "Danh mục hoạt động thông tin, tuyên truyền", "a:b"]),
        ["Quý I-2026", "quý i-2026 (2)", "Trang 3", "x", "Danh mục hoạt động thông tin, t", "a-b"]
    );
}
