//! Files that a stranger made to fill the memory: what is read of them is bounded, whatever they unpack or repeat.
#![expect(unsafe_code, reason = "an allocator that counts is unsafe by its trait")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::io::{Cursor, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

use cchc_core::examples;
use cchc_core::ingest::{bytes, import, sheet};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What is allocated, and the most that ever was.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: everything is the system's; only the sizes are counted.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// The most that reading may take: some times what a part may be unpacked.
const MOST: usize = 400 << 20;

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Words that pack badly enough to pass for a document.
fn words(length: usize) -> String {
    let mut state = 1_u32;
    let letters = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (state >> 24) as u8 % 26)
    });
    letters.take(length).collect()
}

fn docx(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    package(&[&[("word/document.xml", document.as_str())], more].concat())
}

fn xlsx(texts: &str, sheet: &str) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let related = format!(
        "<Relationships><Relationship Id=\"s\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         <Relationship Id=\"r\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    package(&[
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" r:id=\"r\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", &related),
        (
            "xl/sharedStrings.xml",
            &format!("<sst><si><t>Ngày</t></si><si><t>Tên</t></si><si><t>{texts}</t></si></sst>"),
        ),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet>{sheet}</worksheet>")),
    ])
}

#[test]
fn no_file_fills_the_memory() {
    let long = words(1 << 20);
    let cell = |text: &str| format!("<w:tc>{text}</w:tc>");
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let listed = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>";
    let level = |format: &str, start: &str, text: &str| {
        format!(
            "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"{start}\"/>\
             <w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
        )
    };
    let note = format!("<w:footnotes><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>", paragraph(&long));
    let rows = format!("<w:tr>{}</w:tr>", cell("<w:tcPr><w:vMerge/></w:tcPr>")).repeat(10_000);
    let first = format!(
        "<w:tr>{}</w:tr>",
        cell(&format!("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{}", paragraph(&long)))
    );
    let header = "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>";
    let shared = format!(
        "<sheetData>{header}{}</sheetData>",
        "<row><c/><c t=\"s\"><v>2</v></c></row>".repeat(100_000)
    );
    let row = |row: u32| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>46168</v></c></row>");
    let many = (3..100_000).map(row).collect::<Vec<_>>().concat();
    let merged = format!(
        "<sheetData>{header}<row r=\"2\"><c r=\"A2\"><v>46168</v></c><c r=\"B2\" t=\"s\"><v>2</v></c></row>{many}</sheetData>\
         <mergeCells><mergeCell ref=\"B2:B100000\"/></mergeCells>"
    );
    let files: [(&str, Vec<u8>); 6] = [
        (
            "a footnote referred to ten thousand times",
            docx(
                &format!("<w:p>{}</w:p>", "<w:r><w:footnoteReference w:id=\"2\"/></w:r>".repeat(10_000)),
                &[("word/footnotes.xml", &note)],
            ),
        ),
        (
            "a number as long as a book",
            docx(&listed.repeat(5_000), &[("word/numbering.xml", &level("decimal", "1", &long))]),
        ),
        (
            "a Roman number of four milliards",
            docx(
                &listed.repeat(5_000),
                &[("word/numbering.xml", &level("upperRoman", "4000000000", "%1%1%1%1%1."))],
            ),
        ),
        ("a cell that goes on over ten thousand rows", docx(&format!("<w:tbl>{first}{rows}</w:tbl>"), &[])),
        ("a text that stands in a hundred thousand cells", xlsx(&words(30_000), &shared)),
        ("a merged cell over a hundred thousand rows", xlsx(&words(30_000), &merged)),
    ];
    let plan = examples::get("hoa-tham-2026").unwrap();
    let today = "2026-05-04".parse().unwrap();
    for (what, file) in files {
        let before = NOW.load(Ordering::Relaxed);
        PEAK.store(before, Ordering::Relaxed);
        if what.contains("cells") || what.contains("merged") {
            if let Ok(book) = sheet::read(&file, "a.xlsx") {
                import::activities(&book, &plan, &import::Mapping::default());
            }
        } else {
            let _ = bytes(&file, "thu".parse().unwrap(), today);
        }
        let taken = PEAK.load(Ordering::Relaxed) - before;
        assert!(taken < MOST, "{what}: {} MB of {} kB", taken >> 20, file.len() >> 10);
        println!("{what}: {} MB of {} kB", taken >> 20, file.len() >> 10);
    }
}
