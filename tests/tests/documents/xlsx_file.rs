//! A spreadsheet as other programs read it: calamine reads the cells, LibreOffice prints the pages.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};
use cchc_core::document::xlsx::{CellValue, Column, Format, Sheet, SheetRow, Workbook, xlsx};
use cchc_core::examples;
use cchc_core::exchange::Edit;
use cchc_core::progress::Tracking;
use cchc_core::progress::scoring::Assessment;
use cchc_core::report::{self_assessment_workbook, workbook};
use cchc_tests::{continued, office};

fn self_assessment() -> Vec<u8> {
    let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    let tracking = Tracking::of(&file, "2026-11-20".parse().unwrap());
    let assessment = Assessment::of(&tracking, "cchc-xa", "2026".parse().unwrap()).unwrap();
    xlsx(&self_assessment_workbook(&file, &assessment))
}

fn rows(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn the_self_assessment_reads_back_with_typed_cells() {
    let rows = rows(self_assessment());
    let header = rows.iter().position(|row| row[0].get_string() == Some("STT")).unwrap();
    let heading: Vec<_> = rows[header].iter().filter_map(DataType::get_string).collect();
    assert_eq!(
        heading,
        [
            "STT",
            "Tiêu chí",
            "Điểm tối đa",
            "Điểm tự đánh giá",
            "Điểm thẩm định",
            "Tài liệu kiểm chứng",
            "Ghi chú"
        ]
    );
    let of = |code: &str| rows.iter().find(|row| row[0].get_string() == Some(code)).unwrap();
    let plan = of("1.1");
    assert_eq!(
        (plan[2].get_float(), plan[3].get_float(), plan[4].get_float()),
        (Some(3.0), Some(3.0), Some(3.0))
    );
    assert_eq!(plan[5].get_string(), Some("14/KH-UBND ngày 22/01/2026"));
    // Not scored is empty, not 0; a 0 is a 0.
    assert!(of("5.1")[3].is_empty());
    assert_eq!(of("1.4.5")[3].get_float(), Some(0.0));
    let articles = of("1.4.4")[3].get_float().unwrap();
    assert!((articles - 12.0 / 14.0).abs() < 1e-12, "full precision: {articles}");
}

#[test]
fn the_register_reads_back_with_typed_cells_on_every_sheet() {
    let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    let mut first = file.activities.iter().next().unwrap().clone();
    first.title = "=HYPERLINK(\"http://x.example\")".to_owned();
    let file = continued(&file, "vhxh", vec![Edit::write(&first)]);
    let tracking = Tracking::of(&file, "2026-11-20".parse().unwrap());
    let bytes = xlsx(&workbook(&tracking, None, "2026-Q2".parse().ok()).unwrap());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let names = book.sheet_names();
    assert_eq!(
        names,
        [
            "Nhật ký",
            "Việc phải làm",
            "Kiến nghị",
            "Kinh phí",
            "Điển hình, khen thưởng",
            "Chỉ số",
            "Mục tiêu chỉ số",
            "Phụ lục 1",
            "Phụ lục 2",
            "Phụ lục 3"
        ]
    );
    for name in &names {
        assert!(book.worksheet_formula(name).unwrap().is_empty(), "{name}: no formula");
    }
    let register = rows(bytes.clone());
    let header = register.iter().position(|row| row[0].get_string() == Some("STT")).unwrap();
    assert_eq!(register.len() - header - 3, file.activities.len(), "every activity, then a blank and a note");
    let row = &register[header + 1];
    assert_eq!(row[0].get_float(), Some(1.0));
    assert_eq!(row[1].get_datetime().map(|date| date.as_f64()), Some(46_042.0), "20/01/2026 is a date");
    // Columns that nobody used are left out.
    let count = register[header].iter().position(|cell| cell.get_string() == Some("Số lượng")).unwrap();
    assert_eq!(
        (row[5].get_string(), row[count].get_float()),
        (Some("=HYPERLINK(\"http://x.example\")"), Some(3.0))
    );
    let money = book.worksheet_range("Kinh phí").unwrap();
    let total = money.rows().find(|row| row[2].get_string() == Some("Tổng cộng")).unwrap();
    assert_eq!(total[5].get_float(), Some(47_300_000.0));
    let pages = office::print_sheet(&bytes).pages();
    assert!(pages.iter().all(|page| page.size.0 > page.size.1), "landscape");
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let mut sheet = Sheet::new(
        "Thử",
        [Column::new("Nội dung", 40.0, Format::Text), Column::new("Ngày", 12.0, Format::Date)],
    );
    let texts = [
        "=1+1",
        "+84 912",
        "-5",
        "@SUM(A1)",
        "=HYPERLINK(\"http://x.example\",\"x\")",
        "a & b <c> “đ” \u{1}",
    ];
    sheet.rows = texts
        .iter()
        .map(|text| SheetRow::plain([CellValue::from(*text), CellValue::Date("2026-11-20".parse().unwrap())]))
        .collect();
    let bytes = xlsx(&Workbook { name: "Thử".into(), sheets: vec![sheet] });
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    assert!(book.worksheet_formula("Thử").unwrap().is_empty(), "no formula anywhere");
    let read = rows(bytes);
    for (row, text) in read[1..].iter().zip(texts) {
        assert_eq!(row[0].get_string(), Some(text.trim_end_matches('\u{1}')));
        assert_eq!(row[1].get_datetime().map(|date| date.as_f64()), Some(46_346.0), "a date is a date");
    }
}

#[test]
fn libreoffice_prints_every_row_on_pages_that_lie_across() {
    let print = office::print_sheet(&self_assessment());
    let pages = print.pages();
    assert!(pages.iter().all(|page| page.size.0 > page.size.1), "landscape");
    let text = pages.iter().map(office::Page::text).collect::<Vec<_>>().join(" ");
    for words in ["BẢNG TỰ ĐÁNH GIÁ", "Văn bản ký số", "Thẩm định chưa đủ", "gửi theo nơi nhận"]
    {
        assert!(text.contains(words), "{words} is cut off");
    }
    assert!(
        pages.iter().skip(1).all(|page| page.text().contains("Tiêu chí")),
        "the header stands on every page"
    );
}
