//! Held against calamine, which reads spreadsheets by another's hand; and what no list has.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::document::xlsx::{CellValue, Column, Format, Sheet as Written, SheetRow, Workbook, xlsx};

/// A package with these parts.
pub(in crate::ingest) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook of sheets as Excel writes them: shared texts, styles, formulas.
pub(in crate::ingest) fn workbook(
    properties: &str,
    sheets: &[(&str, &str)],
    more: &[(&str, &str)],
) -> Vec<u8> {
    let mut listed = String::new();
    let mut related = format!(
        "<Relationship Id=\"s\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         <Relationship Id=\"f\" Type=\"{OFFICE}/styles\" Target=\"/xl/styles.xml\"/>"
    );
    let mut parts: Vec<(String, String)> = Vec::new();
    for ((name, body), nth) in sheets.iter().zip(1..) {
        let _ = write!(listed, "<sheet name=\"{name}\" sheetId=\"{nth}\" r:id=\"r{nth}\"/>");
        let _ = write!(
            related,
            "<Relationship Id=\"r{nth}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{nth}.xml\"/>"
        );
        parts.push((
            format!("xl/worksheets/sheet{nth}.xml"),
            format!("<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{body}</worksheet>"),
        ));
    }
    let main = format!(
        "<?xml version=\"1.0\"?><workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><workbookPr {properties}/>\
         <sheets>{listed}</sheets></workbook>"
    );
    let root = format!(
        "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"a\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let related = format!("<Relationships xmlns=\"{RELATIONS}\">{related}</Relationships>");
    let texts = format!(
        "<sst xmlns=\"{MAIN}\"><si><t>Ngày đăng</t></si><si><r><t xml:space=\"preserve\">Tên </t></r><r><t xml:space=\"preserve\">tin &amp; bài</t></r>\
         <rPh sb=\"0\" eb=\"1\"><t>かな</t></rPh></si><si><t>Xe\u{301}t_x000D_\nhai dòng</t></si></sst>"
    );
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>\
         <numFmt numFmtId=\"165\" formatCode=\"#,##0 &quot;đồng/ngày&quot;\"/><numFmt numFmtId=\"166\" formatCode=\"[Red]0.00\"/>\
         </numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
         <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>"
    );
    let mut all: Vec<(&str, &str)> = vec![
        ("_rels/.rels", &root),
        ("xl/workbook.xml", &main),
        ("xl/_rels/workbook.xml.rels", &related),
        ("xl/sharedStrings.xml", &texts),
        ("xl/styles.xml", &styles),
    ];
    all.extend(parts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    all.extend(more);
    package(&all)
}

/// Every cell as a line; dates as numbers of days, as calamine tells them.
fn ours(bytes: &[u8]) -> Vec<String> {
    let book = read(bytes, "a.xlsx").expect("a workbook");
    let mut lines = Vec::new();
    for sheet in &book.sheets {
        for row in &sheet.rows {
            for (column, cell) in &row.cells {
                let shown = match cell {
                    Cell::Text(text) => format!("{text:?}"),
                    Cell::Number(number) => number.to_string(),
                    Cell::Date(date) => date.to_string(),
                    Cell::Truth(truth) => truth.to_string(),
                    Cell::Error(_) => "error".to_owned(),
                };
                lines.push(format!("{}!{}{} {shown}", sheet.name, column_name(*column), row.number));
            }
        }
    }
    lines
}

fn theirs(bytes: &[u8]) -> Vec<String> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let mut lines = Vec::new();
    for (name, range) in book.worksheets() {
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let shown = match cell {
                Data::String(text) if text.trim().is_empty() => continue,
                Data::String(text) => format!("{:?}", crate::text::nfc(text).replace('\r', "")),
                Data::Float(number) => number.to_string(),
                Data::Int(number) => number.to_string(),
                Data::Bool(truth) => truth.to_string(),
                Data::DateTime(date) => {
                    let (year, month, day, ..) = date.to_ymd_hms_milli();
                    format!("{year}-{month:02}-{day:02}")
                }
                Data::DateTimeIso(date) => date[..10].to_owned(),
                Data::Error(_) => "error".to_owned(),
                other => format!("{other:?}"),
            };
            let place = (left + column as u32, top + row as u32 + 1);
            lines.push(format!("{name}!{}{} {shown}", column_name(place.0 as u16), place.1));
        }
    }
    lines
}

const ROWS: &str = "<sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c></row>\
    <row r=\"4\"><c r=\"A4\" s=\"1\"><v>46168</v></c><c r=\"B4\" t=\"s\"><v>2</v></c><c r=\"D4\" s=\"3\"><v>1250000</v></c></row>\
    <row r=\"5\"><c r=\"A5\" s=\"2\"><v>46169.75</v></c><c r=\"B5\" t=\"str\"><f>A1&amp;\"\"</f><v>tính ra</v></c>\
    <c r=\"C5\" t=\"b\"><v>1</v></c><c r=\"D5\" s=\"4\"><v>2.5</v></c><c r=\"E5\" t=\"e\"><v>#N/A</v></c><c r=\"F5\"/></row>\
    <row r=\"6\"><c r=\"AB6\" t=\"inlineStr\"><is><t>xa</t></is></c></row></sheetData>";

#[test]
fn a_workbook_of_excel_is_read_as_calamine_reads_it() {
    let book = workbook("", &[("Tháng 5 &amp; 6", ROWS), ("Trống", "<sheetData/>")], &[]);
    let read = ours(&book);
    assert_eq!(read, theirs(&book));
    insta::assert_snapshot!(read.join("\n"));
    let old = workbook("date1904=\"1\"", &[("A", ROWS)], &[]);
    assert_eq!(ours(&old), theirs(&old));
    assert!(ours(&old).contains(&"A!A4 2030-05-27".to_owned()));
}

#[test]
fn merged_cells_hold_for_every_row_and_links_are_kept() {
    let body = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Văn phòng</t></is></c><c r=\"B1\"><v>1</v></c></row>\
        <row r=\"2\"><c r=\"B2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"/><c r=\"B3\"><v>3</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells><hyperlinks><hyperlink ref=\"B2\" r:id=\"k\"/></hyperlinks>";
    let links = format!(
        "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"k\" Type=\"{OFFICE}/hyperlink\" Target=\"https://xa.example/?a=1&amp;b=2\" TargetMode=\"External\"/></Relationships>"
    );
    let book = workbook("", &[("A", body)], &[("xl/worksheets/_rels/sheet1.xml.rels", &links)]);
    let sheet = &read(&book, "").unwrap().sheets[0];
    assert!(sheet.rows.iter().all(|row| row.get(0) == Some(&Cell::text("Văn phòng"))));
    assert_eq!(sheet.links, [(2, 1, "https://xa.example/?a=1&b=2".into())]);
}

#[test]
fn of_two_relations_of_a_kind_the_first_counts() {
    let relation = |id, kind, target| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations =
        |all: &[String]| format!("<Relationships xmlns=\"{RELATIONS}\">{}</Relationships>", all.concat());
    let main = |name: &str| {
        format!(
            "<workbook xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"{name}\" r:id=\"t\"/></sheets></workbook>"
        )
    };
    let bytes = package(&[
        (
            "_rels/.rels",
            &relations(&[
                relation("z", "officeDocument", "xl/workbook.xml"),
                relation("a", "officeDocument", "xl/other.xml"),
            ]),
        ),
        ("xl/workbook.xml", &main("Sổ")),
        ("xl/other.xml", &main("Khác")),
        ("xl/_rels/workbook.xml.rels", &relations(&[relation("t", "worksheet", "sheet.xml")])),
        ("xl/_rels/other.xml.rels", &relations(&[relation("t", "worksheet", "sheet.xml")])),
        ("xl/sheet.xml", "<worksheet/>"),
    ]);
    // Often enough that no order by chance passes.
    let names: Vec<String> = (0..16).map(|_| read(&bytes, "").unwrap().sheets[0].name.clone()).collect();
    assert!(names.iter().all(|name| name == "Sổ"), "{names:?}");
}

#[test]
fn a_formula_that_was_never_computed_is_no_blank_cell() {
    let body = "<sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f></c><c r=\"B1\"><f>1+1</f><v/></c>\
        <c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"D1\"><f>1+1</f><v>2</v></c></row></sheetData>";
    let book = read(&workbook("", &[("A", body)], &[]), "").unwrap();
    let cells: Vec<_> =
        book.sheets[0].rows[0].cells.iter().map(|(column, cell)| (*column, cell.shown())).collect();
    let open = "công thức chưa tính: lưu lại bằng Excel";
    assert_eq!(cells, [(0, open.into()), (1, open.into()), (3, "2".into())]);
}

#[test]
fn days_have_the_numbers_of_excel() {
    let day = |serial, is_1904| date_of_serial(serial, is_1904).map(|date| date.to_string());
    assert_eq!(day(1.0, false).as_deref(), Some("1900-01-01"));
    assert_eq!(day(59.0, false).as_deref(), Some("1900-02-28"));
    assert_eq!(day(60.0, false), None, "there was no 29/02/1900");
    assert_eq!(day(61.0, false).as_deref(), Some("1900-03-01"));
    assert_eq!(day(46_168.9, false).as_deref(), Some("2026-05-26"));
    assert_eq!(day(0.0, true).as_deref(), Some("1904-01-01"));
    assert_eq!(day(2_958_465.0, false).as_deref(), Some("9999-12-31"));
    assert_eq!([day(-1.0, false), day(2_958_466.0, false), day(f64::NAN, false)], [None, None, None]);
    assert_eq!([0, 25, 26, 701, 702].map(column_name), ["A", "Z", "AA", "ZZ", "AAA"]);
}

fn csv(text: &str) -> Vec<String> {
    let book = read(text.as_bytes(), "a.csv").unwrap();
    let rows = book.sheets[0].rows.iter();
    rows.map(|row| {
        let cells: Vec<_> =
            row.cells.iter().map(|(column, cell)| format!("{column}:{}", cell.shown())).collect();
        format!("{} {}", row.number, cells.join("|"))
    })
    .collect()
}

#[test]
fn a_csv_is_read_whatever_separates_it() {
    assert_eq!(
        csv("a,b\r\n1,\"x, \"\"y\"\"\r\nz\"\r\n,,\r\n2,\r\n"),
        ["1 0:a|1:b", "2 0:1|1:x, \"y\"\r\nz", "4 0:2"]
    );
    assert_eq!(
        csv("Ngày;Tên\n1/2;Tin, bài, ảnh, video\n2/2;a\n"),
        ["1 0:Ngày|1:Tên", "2 0:1/2|1:Tin, bài, ảnh, video", "3 0:2/2|1:a"]
    );
    assert_eq!(csv("Ngày\tTên\n1/2\ta, b; c\n"), ["1 0:Ngày|1:Tên", "2 0:1/2|1:a, b; c"]);
    assert_eq!(csv("sep=|\na|b\n"), ["2 0:a|1:b"]);
    assert_eq!(csv("\u{feff}mot\nhai"), ["1 0:mot", "2 0:hai"]);
    assert_eq!(csv("a;b\nx;\"không đóng\nc;\"d\ne;f\n").len(), 3);
    let wide: Vec<u8> = "\u{feff}Ngày;Tên\n1/2;Họp".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide, "").unwrap().sheets[0].rows[1].get(1), Some(&Cell::text("Họp")));
}

fn error(bytes: &[u8]) -> String {
    read(bytes, "a.xlsx").map_or_else(|error| error.to_string(), |_| "đọc được".to_owned())
}

#[test]
fn what_no_list_has_is_refused_with_what_to_do() {
    let compound = |name: &str| {
        let wide = name.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0".iter().copied().chain(wide).collect::<Vec<u8>>()
    };
    let sheet = |body: &str| workbook("", &[("A", body)], &[]);
    let many: Vec<(String, &str)> = (0..10_000).map(|nth| (format!("xl/p{nth}.xml"), "<a/>")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let bomb = "<row/>".repeat(xlsx::MAX_PART as usize / 6 + 1);
    let merged = "<mergeCell ref=\"A1:A9\"/>".repeat(100_001);
    let all = [
        ("trống", error(b"")),
        (".xls", error(&compound("Workbook"))),
        (".doc", error(&compound("WordDocument"))),
        ("mật khẩu", error(&compound("EncryptedPackage"))),
        (".docx", error(&package(&[("word/document.xml", "<a/>")]))),
        (".xlsb", error(&package(&[("xl/workbook.bin", "")]))),
        (".ods", error(&package(&[("content.xml", "<a/>")]))),
        (".zip", error(&package(&[("a.txt", "")]))),
        ("PDF", error(b"%PDF-1.4")),
        ("HTML", error(b"\xef\xbb\xbf  <HTML><table>")),
        ("XML", error(b"<?xml version='1.0'?><Workbook/>")),
        ("chữ", error("Ngày;Tên".as_bytes())),
        ("kế hoạch", error(crate::examples::json("hoa-tham-2026").unwrap().as_bytes())),
        (
            "Windows-1258",
            read(
                "Ngày\n".as_bytes().iter().chain(b"Ng\xe0y\n").copied().collect::<Vec<_>>().as_slice(),
                "a.csv",
            )
            .unwrap_err()
            .to_string(),
        ),
        ("rác .xlsx", read(b"\x8f\xe0y\xff\n", "so-lieu.xlsx").unwrap_err().to_string()),
        ("cắt", error(&sheet(ROWS)[..900])),
        ("10.000 phần", error(&package(&many))),
        ("bom", error(&sheet(&bomb))),
        ("lồng sâu", error(&sheet(&"<a>".repeat(300)))),
        ("thực thể", error(&sheet("<sheetData><row><c t=\"str\"><v>&xxe;</v></c></row></sheetData>"))),
        ("ô gộp", error(&sheet(&format!("<sheetData/><mergeCells>{merged}</mergeCells>")))),
        ("chữ chung thiếu", error(&sheet("<sheetData><row><c t=\"s\"><v>99</v></c></row></sheetData>"))),
        ("dòng lùi", error(&sheet("<sheetData><row r=\"5\"/><row r=\"2\"/></sheetData>"))),
        ("cột lạ", error(&sheet("<sheetData><row><c r=\"ZZZZ1\"><v>1</v></c></row></sheetData>"))),
        (
            "không phải UTF-8",
            error(&{
                let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
                zip.start_file(
                    "xl/workbook.xml",
                    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated),
                )
                .unwrap();
                zip.write_all(b"\xff\xff").unwrap();
                zip.finish().unwrap().into_inner()
            }),
        ),
    ];
    let lines: Vec<String> = all.iter().map(|(what, said)| format!("{what}: {said}")).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_document_type_is_refused_and_macros_are_not_looked_at() {
    let entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><workbook/>";
    let error = read(&package(&[("xl/workbook.xml", entity)]), "").unwrap_err();
    assert!(error.to_string().contains("DOCTYPE"), "{error}");
    let book =
        read(&workbook("", &[("A", ROWS)], &[("xl/vbaProject.bin", "Sub Auto_Open")]), "a.xlsm").unwrap();
    assert!(book.has_macros && book.sheets[0].rows.len() == 4);
}

fn any_cell() -> impl Strategy<Value = CellValue> {
    prop_oneof![
        Just(CellValue::Empty),
        "[a-zA-Zđêộ<>&\"'= _x0D\n]{0,12}".prop_map(|text| CellValue::from(text.as_str())),
        any::<i32>().prop_map(|number| CellValue::Number(f64::from(number) / 8.0)),
        (61..2_958_465_u32).prop_map(|days| date_of_serial(f64::from(days), false).into()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_our_writer_writes_reads_as_calamine_reads_it(
        rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..6), 0..8),
    ) {
        let formats = [Format::Text, Format::Integer, Format::Text, Format::Decimal, Format::Center, Format::Text];
        let mut sheet = Written::new("Sổ", formats.map(|format| Column::new("Cột", 10.0, format)));
        sheet.title = vec!["SỔ".to_owned()];
        sheet.rows = rows.into_iter().map(SheetRow::plain).collect();
        let bytes = xlsx(&Workbook { name: "Sổ".to_owned(), sheets: vec![sheet] });
        prop_assert_eq!(ours(&bytes), theirs(&bytes));
    }

    #[test]
    fn a_damaged_workbook_is_read_or_refused(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = workbook("", &[("Tháng 5", ROWS), ("B", ROWS)], &[]);
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = read(&bytes, "a.xlsx");
    }

    #[test]
    fn a_damaged_sheet_is_read_or_refused(
        from in any::<prop::sample::Index>(),
        cut in 0..24_usize,
        put in "[<>/&;\"=a-zA-Z0-9 ]{0,12}",
    ) {
        let from = from.index(ROWS.len());
        if ROWS.is_char_boundary(from) && ROWS.is_char_boundary((from + cut).min(ROWS.len())) {
            let body = [&ROWS[..from], &put, &ROWS[(from + cut).min(ROWS.len())..]].concat();
            let _ = read(&workbook("", &[("A", &body)], &[]), "a.xlsx");
        }
    }

    #[test]
    fn any_text_is_a_csv_or_refused(text in "[\\PC\n\r\t;,\"]{0,200}") {
        if let Ok(book) = read(text.as_bytes(), "a.csv") {
            let numbers: Vec<u32> = book.sheets[0].rows.iter().map(|row| row.number).collect();
            prop_assert!(numbers.is_sorted());
        }
    }
}
