//! Whatever a file holds, the document is still one that opens.

use cchc_core::document::docx::docx;
use cchc_core::document::{
    Align, Block, Document, Form, Letterhead, Rich, Row, Signature, Table, Title, html, text,
};
use cchc_core::examples;
use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::plan::Plan;
use cchc_core::register::{Activity, Difficulty, Merit};
use cchc_core::report::papers::{PaperAsk, PaperKind, paper};
use cchc_tests::{continued, office};

use crate::docx_file::DocxFile;

/// Every field holds what should not be there.
fn hostile(mark: &str) -> Document {
    let form = Form {
        letterhead: Letterhead {
            parent: vec![mark.into()],
            issuer: vec![mark.into()],
            number: Some("\u{1b}9\n".repeat(400)),
            symbol: mark.into(),
            place: mark.into(),
            ..Letterhead::default()
        },
        title: Title::named(mark, mark),
        addressees: vec![mark.into(), mark.into()],
        legal_bases: vec![Rich::plain(mark).note(mark)],
        signatures: vec![Signature { authority: vec![mark.into()], name: mark.into() }],
        ..Form::default()
    };
    let mut table = Table::new([(mark, 0, Align::Left), (mark, u16::MAX, Align::Right)]);
    table.caption = Some(mark.into());
    table.rows = vec![Row::plain([mark]), Row::plain([mark, mark, mark]), Row::group(mark, mark, 9)];
    let mut document = Document::issued(
        mark,
        form,
        vec![
            Block::heading(cchc_core::document::HeadingLevel::Section, mark),
            Block::paragraph(mark),
            Block::dash(mark),
            Block::Table(table),
        ],
    );
    document.notice = Some(mark.into());
    document
}

#[test]
fn markup_in_the_data_stays_text() {
    let mark = "<script>alert(1)</script> & \"'<b onclick=x>";
    let page = html::page(&hostile(mark));
    assert!(!page.contains("<script") && !page.contains("<b onclick"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#39;"));
    assert!(!page.contains("style="), "the policy of the page refuses style attributes");
    let file = DocxFile::of(&hostile(mark));
    assert!(
        file.paragraphs()
            .iter()
            .any(|paragraph| paragraph.text == mark.to_owned() + "./." || paragraph.text == mark)
    );
    assert!(text::text(&hostile(mark)).contains(mark));
}

#[test]
fn control_characters_and_emoji_leave_a_file_that_opens() {
    let mark = "a\u{0}b\u{8}c\u{b}d\u{1f}e\u{7f}f\u{ffff}g 🎉 \u{202e}h";
    let document = hostile(mark);
    let file = DocxFile::of(&document);
    for (name, part) in file.parts() {
        roxmltree::Document::parse(part).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let text = file.paragraphs().iter().map(|paragraph| paragraph.text.clone()).collect::<String>();
    assert!(text.contains("a\u{fffd}b\u{fffd}c") && text.contains('🎉'));
    let pages = office::print(&docx(&document)).pages();
    assert!(pages[0].text().contains("CỘNG HÒA XÃ HỘI"));
}

#[test]
fn a_title_of_two_thousand_characters_and_no_signer() {
    let form = Form {
        letterhead: Letterhead {
            issuer: vec!["Ủy ban nhân dân xã có tên rất dài ".repeat(5)],
            ..Letterhead::default()
        },
        title: Title::named("Báo cáo", "một trích yếu ".repeat(150)),
        ..Form::default()
    };
    let document = Document::issued("Tên dài", form, vec![Block::paragraph("Nội dung.")]);
    let pages = office::print(&docx(&document)).pages();
    let text: String = pages.iter().map(office::Page::text).collect::<Vec<_>>().join(" ");
    assert_eq!(text.matches("một trích yếu").count(), 150);
    assert_eq!(text.matches("Nội dung./.").count(), 1);
}

#[test]
fn a_cell_longer_than_a_page_and_a_link_without_spaces() {
    let mut table =
        Table::new([("STT", 1, Align::Center), ("Nội dung", 3, Align::Left), ("Liên kết", 3, Align::Left)]);
    let long = (1..=1500).map(|number| format!("từ{number}")).collect::<Vec<_>>().join(" ");
    let link = format!("https://hoatham.langson.gov.vn/{}", "chuyen-muc-cai-cach-hanh-chinh/".repeat(12));
    table.rows = vec![Row::plain(["1", &long, &link]), Row::plain(["2", "ngắn", ""])];
    let document = Document::embedded("Ô dài", vec![Block::Table(table)]);
    let pages = office::print(&docx(&document)).pages();
    let words: Vec<&str> = pages.iter().flat_map(|page| &page.words).map(|word| word.text.as_str()).collect();
    for word in ["từ1", "từ750", "từ1500", "ngắn", "STT"] {
        assert!(words.contains(&word), "{word} is lost");
    }
    let right = pages.iter().flat_map(|page| &page.words).map(|word| word.place[2]).fold(0.0, f64::max);
    assert!(right < 555.0, "the link breaks inside its cell: {right}");
}

#[test]
fn an_empty_document_is_still_a_document() {
    for document in [Document::default(), Document::issued("", Form::default(), Vec::new()), {
        Document::embedded("", vec![Block::Table(Table::default()), Block::paragraph("")])
    }] {
        let pages = office::print(&docx(&document)).pages();
        assert_eq!(pages.len(), 1);
        assert!(html::page(&document).contains("<article class=\"paper\">"));
        assert!(text::text(&document).ends_with('\n'));
    }
}

/// The invented year, with words in it that should not be there, more postings than anybody reads, and no signer.
fn hostile_year() -> PlanFile {
    let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    let mark = format!("a\u{0}b\u{1f} 🎉 </w:t> & {}", "một tên rất dài ".repeat(130));
    let mut edits = Vec::new();
    for activity in &file.activities {
        let mut activity = activity.clone();
        activity.title.clone_from(&mark);
        if let Some(detail) = &mut activity.detail {
            for words in [&mut detail.place, &mut detail.led_by, &mut detail.recorded_by] {
                words.clone_from(&mark);
            }
        }
        edits.push(Edit::write(&activity));
    }
    let posting = file.activities.get_str("a-2026-11-09-01").unwrap();
    for nth in 0..5000 {
        let id = format!("p{nth}").parse().unwrap();
        edits.push(Edit::write(&Activity { id, title: format!("Lần {nth}"), ..posting.clone() }));
    }
    for merit in &file.merits {
        edits.push(Edit::write(&Merit { who: mark.clone(), title: mark.clone(), ..merit.clone() }));
    }
    for difficulty in &file.difficulties {
        edits.push(Edit::write(&Difficulty { title: mark.clone(), ..difficulty.clone() }));
    }
    let unsigned = Plan { signature: None, title: format!("Kế hoạch {mark}"), ..(*file.plan).clone() };
    edits.extend(Edit::plan_difference(&file.plan, &unsigned));
    continued(&file, "vhxh", edits)
}

#[test]
fn every_paper_of_a_hostile_year_is_a_document_in_its_form() {
    let file = hostile_year();
    let today = "2026-11-20".parse().unwrap();
    let ask = PaperAsk {
        period: "2026-Q4".parse().ok(),
        topic: "dich-vu-cong-truc-tuyen".parse().ok(),
        with_duties: true,
        ..PaperAsk::default()
    };
    for kind in PaperKind::ALL {
        let made = paper(&file, kind, &ask, today).unwrap();
        let docx = DocxFile::of(&made.document);
        for (name, part) in docx.parts() {
            roxmltree::Document::parse(part).unwrap_or_else(|error| panic!("{kind:?} {name}: {error}"));
        }
        let paragraphs = docx.paragraphs();
        let ends = paragraphs.iter().filter(|paragraph| paragraph.text.ends_with("./.")).count();
        assert_eq!(ends, usize::from(made.document.form.is_some()), "{kind:?}");
        if made.document.form.is_some() {
            assert_eq!(docx.only("QuocHieu").text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "{kind:?}");
            assert!(!docx.styled("QuyenHan").is_empty(), "{kind:?}: a place to sign");
            assert!(
                made.remarks.iter().any(|remark| remark.contains("người ký")) || kind == PaperKind::Dialogue
            );
        }
        if kind == PaperKind::Posting {
            assert_eq!(
                paragraphs.iter().filter(|paragraph| paragraph.text.starts_with("Lần ")).count(),
                5000
            );
        }
    }
}
