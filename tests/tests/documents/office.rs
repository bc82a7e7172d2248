//! LibreOffice opens every document and prints it; the prints are read again.

use cchc_core::document::docx::docx;
use cchc_core::document::{Align, Block, Document, Row, Table};
use cchc_tests::{office, papers};

/// Points of a length in millimetres.
fn mm(millimetres: f64) -> f64 {
    millimetres / 25.4 * 72.0
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1.0
}

#[test]
fn every_paper_prints_on_a4_in_times_with_its_words() {
    let papers = papers::all();
    let files: Vec<Vec<u8>> = papers.iter().map(|(_, document)| docx(document)).collect();
    let files: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
    for ((name, _), print) in papers.iter().zip(office::print_all(&files)) {
        let pages = print.pages();
        for page in &pages {
            let (short, long) = (page.size.0.min(page.size.1), page.size.0.max(page.size.1));
            assert!(near(short, mm(210.0)) && near(long, mm(297.0)), "{name}: {:?}", page.size);
            let left = page.words.iter().map(|word| word.place[0]).fold(f64::MAX, f64::min);
            let right = page.words.iter().map(|word| word.place[2]).fold(0.0, f64::max);
            // The letterhead may reach into the margins, by half a centimetre.
            assert!(left > mm(25.0) && right < page.size.0 - mm(14.0), "{name}: {left}–{right}");
        }
        for font in print.fonts() {
            // Tinos and Liberation Serif have the metrics of Times New Roman, and stand in where it is not installed.
            let family = font.rsplit('+').next().unwrap_or_default();
            let is_times =
                ["TimesNewRoman", "Tinos", "LiberationSerif"].iter().any(|one| family.starts_with(one));
            assert!(is_times, "{name}: {font}");
        }
        assert!(pages[0].number().is_none(), "{name}: no number on page 1");
    }
}

#[test]
fn the_report_has_numbers_from_page_2_and_appendices_of_their_own() {
    let pages = office::print(&docx(&papers::quarterly_report())).pages();
    let numbers: Vec<Option<u32>> = pages.iter().map(office::Page::number).collect();
    assert_eq!(numbers, [None, Some(2), Some(3), None, Some(2), Some(3), None], "{numbers:?}");
    let landscape: Vec<bool> = pages.iter().map(|page| page.size.0 > page.size.1).collect();
    assert_eq!(landscape, [false, false, false, true, true, true, false]);
    for page in &pages[3..6] {
        assert!(
            page.text().contains("Nội dung tuyên truyền"),
            "the header row stands on every page of the table"
        );
    }
    assert!(pages[3].text().starts_with("Phụ lục I DANH MỤC HOẠT ĐỘNG"));
    assert!(pages[6].text().starts_with("Phụ lục II CHỈ TIÊU TUYÊN TRUYỀN"));
}

#[test]
fn the_letterhead_stands_in_two_columns_on_one_line_each() {
    let page = office::print(&docx(&papers::quarterly_report())).pages().remove(0);
    let word =
        |text: &str| page.words.iter().find(|word| word.text == text).unwrap_or_else(|| panic!("{text}"));
    // Both columns begin on the same line, and "CỘNG … NAM" does not break.
    assert!(near(word("ỦY").place[1], word("CỘNG").place[1]));
    assert!(near(word("CỘNG").place[1], word("NAM").place[1]));
    assert!(near(word("Độc").place[1], word("phúc").place[1]));
    assert!(word("CỘNG").place[0] > word("DÂN").place[2]);
    assert!(word("CỘNG").place[1] < mm(27.0), "nothing empty stands above");
}

#[test]
fn footnotes_stand_at_the_foot_of_their_page() {
    let page = office::print(&docx(&papers::plan())).pages().remove(0);
    let height = page.size.1;
    let note = page.words.iter().find(|word| word.text == "23/CT-TTg").expect("the first footnote");
    assert!(note.place[1] > height * 0.75, "{note:?}");
    assert!(page.text().contains("DỰ THẢO"));
}

#[test]
fn the_signature_never_stands_alone() {
    // The text grows line by line over the end of a page; the signature always has the end of the text with it.
    let mut pages_seen = Vec::new();
    for extra in 4..10 {
        let mut document = papers::reminder();
        let filler = |index: usize| Block::paragraph(format!("Đoạn thêm thứ {index}."));
        let last = document.body.pop().expect("a last paragraph");
        document.body.extend((0..extra).map(filler));
        document.body.push(last);
        let pages = office::print(&docx(&document)).pages();
        let page = pages.iter().find(|page| page.text().contains("Lý Thị Hương")).expect("a signature");
        assert!(page.text().contains("TRƯỞNG PHÒNG") && page.text().contains("Nơi nhận:"), "{extra}");
        assert!(page.text().contains("UBND xã./."), "{extra}: {}", page.text());
        pages_seen.push(pages.len());
    }
    assert!(
        pages_seen.contains(&1) && pages_seen.contains(&2),
        "the end of the page was crossed: {pages_seen:?}"
    );
}

#[test]
fn a_table_of_five_thousand_rows_has_its_header_on_every_page() {
    let mut table =
        Table::new([("STT", 1, Align::Center), ("Nội dung", 6, Align::Left), ("Số lượng", 2, Align::Right)]);
    table.rows = (1..=5000)
        .map(|number| Row::plain([number.to_string(), format!("Hoạt động thứ {number}"), "1".into()]))
        .collect();
    let pages = office::print(&docx(&Document::embedded("Bảng dài", vec![Block::Table(table)]))).pages();
    assert!(pages.len() > 80, "{}", pages.len());
    for (index, page) in pages.iter().enumerate() {
        let text = page.text();
        assert!(
            ["STT", "Nội dung", "Số lượng"].iter().all(|head| text.contains(head)),
            "page {}: {text}",
            index + 1
        );
        assert_eq!(page.number(), (index > 0).then_some(index as u32 + 1));
    }
}
