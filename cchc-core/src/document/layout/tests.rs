//! The form's own writing, case by case.

use super::*;
use crate::document::{Letterhead, PartialDate, Rich, Signature};

fn form() -> Form {
    Form {
        letterhead: Letterhead {
            issuer: vec!["Ủy ban nhân dân".into(), "xã Hoa Thám".into()],
            number: Some("7".into()),
            symbol: "BC-UBND".into(),
            place: "Hoa Thám".into(),
            date: PartialDate { day: Some(5), month: Some(2), year: 2026 },
            ..Letterhead::default()
        },
        title: Title::named("Báo cáo", "Kết quả tuyên truyền"),
        ..Form::default()
    }
}

fn plain(words: &Words) -> String {
    let run = |run: &Run| match run {
        Run::Text(span) => span.text.clone(),
        Run::Note(number) => format!("[{number}]"),
        Run::Break => "\n".to_owned(),
    };
    words.0.iter().map(run).collect::<String>().replace('\u{a0}', " ")
}

fn of_pieces(layout: &Layout) -> Vec<String> {
    let text = |piece: &Piece| match piece {
        Piece::Heading(_, words) | Piece::Paragraph { words, .. } | Piece::Item { words, .. } => plain(words),
        Piece::Table(_) => "<bảng>".to_owned(),
        Piece::Chart(_) => "<biểu đồ>".to_owned(),
    };
    layout.parts.iter().flat_map(|part| &part.pieces).map(text).collect()
}

fn issued(body: Vec<Block>) -> Vec<String> {
    of_pieces(&Layout::of(&Document::issued("Thử", form(), body)))
}

#[test]
fn the_head_is_written_as_the_form_wants_it() {
    let mut form = form();
    form.letterhead.parent = vec!["Tỉnh Lạng Sơn".into()];
    form.signatures =
        vec![Signature { authority: vec!["KT. Chủ tịch".into()], name: "Nguyễn Văn An".into() }];
    form.legal_bases =
        vec!["Căn cứ Luật Tổ chức chính quyền địa phương".into(), "Theo đề nghị của Trưởng phòng.".into()];
    let layout = Layout::of(&Document::issued("Thử", form, Vec::new()));
    let head = layout.head.unwrap();
    assert_eq!(head.parent, ["TỈNH LẠNG SƠN"]);
    assert_eq!(head.issuer, ["ỦY BAN NHÂN DÂN", "XÃ HOA THÁM"]);
    assert_eq!(head.number, "Số: 07/BC-UBND");
    assert_eq!(head.place_date, "Hoa Thám, ngày 05 tháng 02 năm 2026");
    assert_eq!(head.kind.as_deref(), Some("BÁO CÁO"));
    assert_eq!(plain(&head.legal_bases[0]), "Căn cứ Luật Tổ chức chính quyền địa phương;");
    assert_eq!(plain(&head.legal_bases[1]), "Theo đề nghị của Trưởng phòng.");
    assert_eq!(layout.parts[0].close.as_ref().unwrap().signatures[0].authority, ["KT. CHỦ TỊCH"]);
}

#[test]
fn the_end_mark_takes_the_place_of_the_last_full_stop() {
    assert_eq!(issued(vec![Block::paragraph("Trân trọng.")]), ["Trân trọng./."]);
    assert_eq!(issued(vec![Block::paragraph("Trân trọng./.")]), ["Trân trọng./."]);
    assert_eq!(issued(vec![Block::dash(Rich::plain("Mục cuối").bold(";"))]), ["- Mục cuối./."]);
    assert_eq!(
        issued(vec![Block::paragraph(Rich::plain("Xem chú thích").note("Ở đây."))]),
        ["Xem chú thích[1]./."]
    );
    assert_eq!(issued(vec![Block::Table(crate::document::Table::default())]), ["<bảng>", "./."]);
    assert_eq!(issued(Vec::new()), ["./."]);
}

#[test]
fn a_section_to_embed_has_neither_head_nor_end_mark() {
    let layout = Layout::of(&Document::embedded("Mục I.4", vec![Block::paragraph("Đã thực hiện.")]));
    assert_eq!(layout.head, None);
    assert_eq!(layout.parts[0].close, None);
    assert_eq!(of_pieces(&layout), ["Đã thực hiện."]);
}

#[test]
fn headings_of_the_first_level_are_capitals() {
    let body = vec![
        Block::heading(HeadingLevel::Section, "Kết quả thực hiện"),
        Block::heading(HeadingLevel::Item, "Nội dung"),
        Block::paragraph("Xong."),
    ];
    assert_eq!(issued(body), ["I. KẾT QUẢ THỰC HIỆN", "1. Nội dung", "Xong./."]);
}

#[test]
fn appendices_are_numbered_where_there_are_several_and_say_what_they_belong_to() {
    let one = crate::document::Appendix { title: "Tổng hợp số liệu".into(), ..Default::default() };
    let mut document = Document::issued("Thử", form(), Vec::new());
    document.appendices = vec![one.clone()];
    let appendix =
        |document: &Document, index: usize| Layout::of(document).parts[index + 1].appendix.clone().unwrap();
    assert_eq!(appendix(&document, 0).number, "Phụ lục");
    assert_eq!(appendix(&document, 0).title, "TỔNG HỢP SỐ LIỆU");
    assert_eq!(
        appendix(&document, 0).reference.as_deref(),
        Some("(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Hoa Thám)")
    );
    document.appendices.push(one);
    assert_eq!(appendix(&document, 1).number, "Phụ lục II");
}

#[test]
fn footnotes_are_numbered_through_and_belong_to_their_part() {
    let noted = |text: &str| Block::paragraph(Rich::plain(text).note(format!("Chú thích của {text}")));
    let mut document = Document::issued("Thử", form(), vec![noted("một"), noted("hai")]);
    document.appendices = vec![crate::document::Appendix { body: vec![noted("ba")], ..Default::default() }];
    let layout = Layout::of(&document);
    assert_eq!(of_pieces(&layout), ["một[1]", "hai[2]./.", "ba[3]"]);
    assert_eq!(layout.parts.iter().map(|part| part.notes.clone()).collect::<Vec<_>>(), [0..2, 2..3]);
    assert_eq!(plain(&layout.notes[2]), "Chú thích của ba");
}

#[test]
fn characters_that_paper_cannot_hold_leave_a_mark() {
    let body = vec![Block::paragraph("a\u{0}b\u{1f}c\u{ffff}d\te\r\nf🎉")];
    assert_eq!(
        of_pieces(&Layout::of(&Document::embedded("Thử", body))),
        ["a\u{fffd}b\u{fffd}c\u{fffd}d e\nf🎉"]
    );
}

#[test]
fn decomposed_letters_become_composed_ones() {
    let body = vec![Block::paragraph("Hòa".replace('ò', "o\u{300}"))];
    assert_eq!(of_pieces(&Layout::of(&Document::embedded("Thử", body))), ["Hòa"]);
}
