use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::tests::today;
use super::*;
use crate::ingest::{Ingested, bytes};

/// A Word file with these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    // Said in full: what is taken by default depends on which features of `zip` others ask for.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn word(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    )
}

fn read_word(parts: &[(&str, &str)]) -> Result<Ingested, IngestError> {
    bytes(&package(parts), "thu".parse().unwrap(), today())
}

fn error(parts: &[(&str, &str)]) -> String {
    read_word(parts).map_or_else(|error| error.to_string(), |_| "đọc được".to_owned())
}

#[test]
fn the_exported_plan_comes_back() {
    let file = crate::examples::get("hoa-tham-2026").unwrap();
    let docx = crate::document::docx::docx(&crate::report::plan_document(&file));
    let read = bytes(&docx, "hoa-tham-2026".parse().unwrap(), today()).unwrap();
    let texts = |file: &crate::exchange::PlanFile| {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        file.passages.iter().skip(1).map(|passage| plain(&passage.text)).collect::<Vec<_>>()
    };
    assert_eq!(texts(&read.file), texts(&file));
    assert_eq!(read.file.duties.len(), file.duties.len());
    assert_eq!(read.file.documents.len(), file.documents.len());
    assert_eq!(read.file.plan.recipients, file.plan.recipients);
    assert_eq!(read.file.plan.signature, file.plan.signature);
    assert_eq!((read.file.plan.commune.as_str(), read.file.plan.year), ("xã Hoa Thám", 2026));
}

#[test]
fn word_writes_numbers_merges_cells_and_strikes_words() {
    let numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"3\">\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl>\
        </w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>";
    let p = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let listed = |level: u32, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let cell =
        |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text));
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let body = [
        p("KẾ HOẠCH"),
        p("Tuyên truyền CCHC phường Kỳ Lừa năm 2026"),
        listed(0, "NỘI DUNG TUYÊN TRUYỀN"),
        "<w:p><w:r><w:t>Tuyên truyền dịch vụ công &amp; kết quả</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>\
         <w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>"
            .to_owned(),
        listed(0, "TỔ CHỨC THỰC HIỆN"),
        listed(1, "Phòng Kinh tế"),
        p("Thẩm định kinh phí trước ngày 15/6/2026."),
        listed(1, "Văn phòng HĐND và UBND"),
        p("Đăng 03 tin, bài/tháng."),
        p("PHỤ LỤC"),
        format!(
            "<w:tbl>{}{}{}</w:tbl>",
            row(&["STT", "Nội dung", "Chủ trì", "Thời gian"].map(|text| cell("", text))),
            row(&[cell("", "1"), cell("", "Họp khối phố"), cell("<w:vMerge w:val=\"restart\"/>", "Phòng Kinh tế"), cell("", "Quý II")]),
            row(&[cell("", "2"), cell("", "Treo 05 khẩu hiệu"), cell("<w:vMerge/>", ""), cell("", "Quý III")]),
        ),
    ]
    .concat();
    let notes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\" w:id=\"0\"/><w:footnote w:id=\"2\"><w:p><w:r>\
        <w:t>Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let read = read_word(&[
        ("word/document.xml", &word(&body)),
        ("word/numbering.xml", numbering),
        ("word/footnotes.xml", notes),
    ])
    .unwrap();
    let passages: Vec<String> =
        read.file.passages.iter().map(|passage| format!("{}: {}", passage.id, passage.text)).collect();
    let duties: Vec<String> = read
        .file
        .duties
        .iter()
        .map(|duty| {
            format!(
                "{} | {} | {} {}",
                duty.office,
                duty.name,
                duty.cadence.value.vietnamese(),
                duty.cadence.value.detail()
            )
        })
        .collect();
    insta::assert_snapshot!([passages.join("\n"), duties.join("\n")].join("\n\n"));
}

#[test]
fn macros_are_not_looked_at_and_that_is_said() {
    let body = word("<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>");
    let codes = |parts: &[(&str, &str)]| {
        read_word(parts).unwrap().diagnostics.iter().map(|found| found.code).collect::<Vec<_>>()
    };
    assert!(!codes(&[("word/document.xml", &body)]).contains(&"macros"));
    let docm = [("word/document.xml", body.as_str()), ("word/vbaProject.bin", "Sub AutoOpen()")];
    assert_eq!(codes(&docm)[0], "macros");
}

#[test]
fn what_no_document_has_is_refused() {
    let deep = format!("{}{}", "<w:p>".repeat(300), "</w:p>".repeat(300));
    let entity = "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>";
    let strange = word("<w:p><w:r><w:t>&xxe;</w:t></w:r></w:p>");
    // Larger than any part may be, however densely it is packed.
    let bomb = word(&"<w:p/>".repeat(MAX_PART as usize / 6 + 1));
    let many: Vec<(String, &str)> = (0..2001).map(|nth| (format!("word/p{nth}.xml"), "<a/>")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let all = [
        error(&[("word/document.xml", &word(&deep))]),
        error(&[("word/document.xml", entity)]),
        error(&[("word/document.xml", &strange)]),
        error(&[("word/document.xml", &bomb)]),
        error(&many),
        error(&[("word/document.xml", "<w:document><w:body></w:p>")]),
        error(&[("xl/workbook.xml", "<a/>")]),
        error(&[("anh.txt", "a")]),
        error(&[("word/document.xml", &word("<w:p/>"))]),
    ];
    insta::assert_snapshot!(all.join("\n"));
}
