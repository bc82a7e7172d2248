//! Writes the seeds of the corpus: sound files, and ones that are wrong in ways that mutation finds slowly.
//! `cargo run --manifest-path fuzz/Cargo.toml --bin seeds`

use std::fs;
use std::path::Path;

use cchc_core::{document, examples, report};

const SAMPLE: &str = include_str!("../cchc-core/src/exchange/samples/every-kind.cchc.json");

fn main() -> std::io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/read");
    fs::create_dir_all(&corpus)?;
    let write = |name: &str, bytes: &[u8]| fs::write(corpus.join(name), bytes);
    write("every-kind", SAMPLE.as_bytes())?;
    write("newer", SAMPLE.replacen("\"version\": 1", "\"version\": 2", 1).as_bytes())?;
    write("duplicate-id", SAMPLE.replacen("\"kinh-te\"", "\"vhxh\"", 1).as_bytes())?;
    write("impossible-date", SAMPLE.replace("2026-05-04", "2026-02-30").as_bytes())?;
    write(
        "set-aside",
        SAMPLE.replacen("\"stamps\"", "\"set_aside\": {\"activities\": [1]}, \"stamps\"", 1).as_bytes(),
    )?;
    write("repeated-part", SAMPLE.replacen("\"stamps\"", "\"journal\": [], \"stamps\"", 1).as_bytes())?;
    write("cut", &SAMPLE.as_bytes()[..SAMPLE.len() / 2])?;
    let utf16: Vec<u8> = "\u{feff}"
        .chars()
        .chain(SAMPLE.chars())
        .collect::<String>()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    write("utf-16", &utf16)?;
    for (name, _) in examples::names() {
        // On one line: the fuzzer's time goes into what counts.
        let text = examples::get(name).map(|file| file.to_compact_json()).unwrap_or_default();
        write(name, text.as_bytes())?;
    }
    // Each four bytes are one thing done to one of two copies: see cchc-core/tests/damaged/copies.rs.
    let copies = corpus.with_file_name("merge");
    fs::create_dir_all(&copies)?;
    for (name, bytes) in [
        ("sound", &[][..]),
        ("cut", &[0x0e, 0x20, 0, 0]),
        ("holes", &[0x06, 0x10, 0, 40, 0x17, 0x1c, 0, 90]),
        ("fields-gone", &[0x04, 0, 120, 0, 0x05, 1, 60, 0]),
        ("other-values", &[0x00, 0, 200, 4, 0x01, 0, 201, 6, 0x00, 1, 44, 8]),
    ] {
        fs::write(copies.join(name), bytes)?;
    }
    println!("{}", corpus.with_file_name("").display());
    plans()?;
    lists()
}

/// Lists of offices, as .csv and as .xlsx.
fn lists() -> std::io::Result<()> {
    use cchc_core::document::xlsx::{Column, Format, Sheet, SheetRow, Workbook, xlsx};
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/sheet");
    fs::create_dir_all(&corpus)?;
    let columns = ["Ngày đăng", "Cơ quan", "Tên tin, bài", "Nơi đăng", "Số lượng", "Minh chứng"];
    let row = [
        "5/6/2026",
        "Văn phòng",
        "Nộp hồ sơ trực tuyến",
        "Trang TTĐT",
        "02 tin, bài",
        "https://xa.example/1",
    ];
    fs::write(corpus.join("list.csv"), [columns.join(";"), row.join(";")].join("\n"))?;
    let mut sheet = Sheet::new("Tháng 6", columns.map(|name| Column::new(name, 12.0, Format::Text)));
    sheet.title = vec!["DANH SÁCH TIN, BÀI".to_owned()];
    sheet.rows = vec![SheetRow::plain(row.map(Into::into))];
    fs::write(corpus.join("list.xlsx"), xlsx(&Workbook { name: "Tin, bài".to_owned(), sheets: vec![sheet] }))?;
    let file = examples::get("hoa-tham-2026-minh-hoa").expect("the built-in year");
    let today = "2026-11-20".parse().expect("a day");
    let tracking = cchc_core::progress::Tracking::of(&file, today);
    let workbook = report::workbook(&tracking, None, None).expect("a workbook without a report");
    fs::write(corpus.join("register.xlsx"), xlsx(&workbook))?;
    let tables = [
        "SIPAS 2026;;;;;\nTiêu chí;Rất hài lòng;Hài lòng;Bình thường;Không hài lòng;Rất không hài lòng\nTiếp cận dịch vụ;9;5;1;0;0\n",
        "Tiếp cận dịch vụ;Thủ tục hành chính\nHài lòng;5\n2;Bình thường\n",
        "TT;Tiêu chí;Số liệu;Tự chấm;Thẩm định\n1.1;Ban hành kế hoạch;đạt;0,5;0,5\n",
        "Mã;Tiêu chí;Tháng 8/2026;Tháng 9/2026\nCKMB;Công khai, minh bạch;15,9;16,4\n;Tổng điểm;84,2;85\n",
    ];
    for (nth, table) in tables.iter().enumerate() {
        fs::write(corpus.join(format!("figures-{nth}.csv")), table)?;
    }
    Ok(())
}

/// Plans as text and as Word files.
fn plans() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("corpus/ingest");
    fs::create_dir_all(&corpus)?;
    for plan in fs::read_dir(root.join("../cchc-core/src/ingest/tests/plans"))? {
        let plan = plan?;
        fs::copy(plan.path(), corpus.join(plan.file_name()))?;
    }
    let file = examples::get("hoa-tham-2026").expect("the built-in plan");
    let document = report::plan_document(&file);
    fs::write(corpus.join("hoa-tham.txt"), document::text::text(&document))?;
    fs::write(corpus.join("hoa-tham.docx"), document::docx::docx(&document))?;
    Ok(())
}
