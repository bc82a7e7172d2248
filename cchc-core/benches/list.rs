//! A list of 20,000 articles from Excel, read into the register; against calamine merely reading its cells, in one run.
//!
//! Prints a line for each thing measured: its name, a tab, milliseconds (the median of the rounds).
//! `cargo xtask bench` makes ratios of them.

#[path = "scale/clock.rs"]
mod clock;

use std::io::Cursor;

use calamine::{Reader as _, Xlsx, open_workbook_from_rs};
use cchc_core::calendar::Date;
use cchc_core::document::xlsx::{CellValue, Column, Format, Sheet, SheetRow, Workbook, xlsx};
use cchc_core::examples;
use cchc_core::ingest::import::{self, Mapping};
use cchc_core::ingest::sheet;
use chrono::Days;
use clock::{median, time};

const ROWS: u32 = 20_000;
const ROUNDS: usize = 7;

fn main() {
    let bytes = xlsx(&Workbook { name: "Sổ".to_owned(), sheets: vec![list()] });
    let file = examples::get("hoa-tham-2026").expect("a built-in plan");
    eprintln!("{ROWS} rows, {} kB", bytes.len() / 1000);
    let (mut cells, mut register, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        cells.push(time(|| sheet::read(&bytes, "").expect("a list")));
        register.push(time(|| {
            let book = sheet::read(&bytes, "").expect("a list");
            let read = import::activities(&book, &file, &Mapping::default());
            assert_eq!(read.new_activities().count(), ROWS as usize, "every row is an activity");
            (book, read)
        }));
        others.push(time(|| {
            let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&bytes)).expect("a list");
            let sheets = book.worksheets();
            assert_eq!(sheets[0].1.height(), ROWS as usize + 1, "every row was read");
            sheets
        }));
    }
    println!("list cells\t{:.2}", median(cells));
    println!("list\t{:.2}", median(register));
    println!("list by calamine\t{:.2}", median(others));
}

/// What an office keeps of its articles.
fn list() -> Sheet {
    let columns = [
        "STT",
        "Ngày đăng",
        "Cơ quan thực hiện",
        "Kênh",
        "Tên tin, bài",
        "Số lượng",
        "Đối tượng",
        "Đường dẫn",
        "Ghi chú",
    ];
    let columns = columns.map(|name| Column::new(name.to_owned(), 12.0, Format::Text));
    let mut sheet = Sheet::new("Tin, bài", columns);
    let first = Date::from_ymd_opt(2026, 1, 1).expect("a day");
    let row = |nth: u32| {
        let text = |text: String| CellValue::Text(text);
        SheetRow::plain([
            nth.into(),
            (first + Days::new(u64::from(nth) % 365)).into(),
            text("Văn phòng HĐND và UBND".to_owned()),
            text("Trang thông tin điện tử".to_owned()),
            text(format!(
                "Hướng dẫn Nhân dân nộp hồ sơ trực tuyến, thanh toán trực tuyến tại Trung tâm Phục vụ hành chính công, bài số {nth}"
            )),
            2.into(),
            text("Nhân dân trong xã".to_owned()),
            text(format!(
                "https://xa.example.gov.vn/cai-cach-hanh-chinh/huong-dan-nop-ho-so-truc-tuyen-{nth}.html"
            )),
            text(format!("Biên tập lần {}, đã duyệt", nth % 4 + 1)),
        ])
    };
    sheet.rows = (1..=ROWS).map(row).collect();
    sheet
}
