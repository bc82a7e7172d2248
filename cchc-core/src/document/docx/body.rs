//! `word/document.xml`: the text from top to bottom.

use super::W;
use super::chart::chart;
use super::close::close;
use super::head::{appendix_head, head, notice};
use super::section::{Section, text_width};
use super::table::table;
use crate::document::layout::{Layout, Part, Piece, Run, Words};
use crate::document::xml::{R, Xml};
use crate::document::{HeadingLevel, Orientation};

/// Writes the document part.
pub(super) fn document(layout: &Layout) -> Vec<u8> {
    Xml::part("w:document", &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
        xml.node("w:body", &[], |xml| {
            let with_notice = layout.notice.is_some();
            if let Some(lines) = &layout.notice {
                notice(xml, lines);
            }
            if let Some(lines) = &layout.head {
                head(xml, lines);
            }
            for (index, part) in layout.parts.iter().enumerate() {
                let last = write_part(xml, part, with_notice);
                // The paragraph after a table that Word insists on, and the place of a section's properties.
                xml.node("w:p", &[], |xml| {
                    xml.node("w:pPr", &[], |xml| {
                        xml.value("w:pStyle", "DuongKe");
                        if index + 1 < layout.parts.len() {
                            last.properties(xml);
                        }
                    });
                });
                if index + 1 == layout.parts.len() {
                    last.properties(xml);
                }
            }
        });
    })
}

/// Writes the text or an appendix, all its sections but the last closed; returns that.
fn write_part(xml: &mut Xml, part: &Part, notice: bool) -> Section {
    let notice_on_top = part.appendix.is_none();
    let mut section = Section { orientation: part.orientation, first: true, notice, notice_on_top };
    if let Some(lines) = &part.appendix {
        appendix_head(xml, lines, part.orientation);
    }
    for (index, piece) in part.pieces.iter().enumerate() {
        let wanted = match piece {
            Piece::Table(grid) if part.orientation == Orientation::Portrait => grid.orientation,
            _ => part.orientation,
        };
        turn(xml, &mut section, wanted);
        let follows_table = match index {
            0 => true,
            _ => matches!(part.pieces[index - 1], Piece::Table(_) | Piece::Chart(_)),
        };
        if follows_table && is_bare(piece) {
            // Word joins two tables that nothing separates; the letterhead is one, too.
            line(xml, "DuongKe", "");
        }
        let next = part.pieces.get(index + 1);
        let tie = next.is_none() && part.close.is_some();
        let bare_table = next.is_some_and(is_bare);
        match piece {
            Piece::Heading(level, words) => {
                let style = match level {
                    HeadingLevel::Section => "DeMucI",
                    HeadingLevel::Item => "DeMuc1",
                    HeadingLevel::Point => "DeMucA",
                };
                text_paragraph(xml, style, words, Ties { keep_next: false, room_below: bare_table });
            }
            Piece::Paragraph { words, .. } => {
                text_paragraph(xml, "NoiDung", words, Ties { keep_next: tie, room_below: bare_table });
            }
            Piece::Item { words, .. } => {
                text_paragraph(xml, "YLietKe", words, Ties { keep_next: tie, room_below: bare_table });
            }
            Piece::Table(grid) => table(xml, grid, text_width(section.orientation)),
            Piece::Chart(of) => chart(xml, of, text_width(section.orientation)),
        }
    }
    turn(xml, &mut section, part.orientation);
    if let Some(lines) = &part.close {
        close(xml, lines);
    }
    section
}

/// Whether it is a table, or a chart, which is one, too, with nothing above it.
fn is_bare(piece: &Piece) -> bool {
    match piece {
        Piece::Table(grid) => grid.caption.is_none() && grid.unit.is_none(),
        Piece::Chart(chart) => chart.caption.is_empty() && chart.key.is_empty(),
        _ => false,
    }
}

/// Closes the section where the paper turns.
fn turn(xml: &mut Xml, section: &mut Section, wanted: Orientation) {
    if section.orientation == wanted {
        return;
    }
    xml.node("w:p", &[], |xml| {
        xml.node("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "DuongKe");
            section.properties(xml);
        });
    });
    // As before the letterhead.
    line(xml, "DuongKe", "");
    *section = Section { orientation: wanted, first: false, ..*section };
}

/// What a paragraph has beyond its style.
#[derive(Clone, Copy)]
struct Ties {
    /// Stays on the page of what follows, 10 pt above it: the last words with the signature.
    keep_next: bool,
    /// 6 pt below, before a table without a caption.
    room_below: bool,
}

fn text_paragraph(xml: &mut Xml, style: &str, text: &Words, ties: Ties) {
    xml.node("w:p", &[], |xml| {
        xml.node("w:pPr", &[], |xml| {
            xml.value("w:pStyle", style);
            if ties.keep_next {
                xml.leaf("w:keepNext", &[]);
            }
            if ties.room_below || ties.keep_next {
                xml.leaf("w:spacing", &[("w:after", if ties.keep_next { "200" } else { "120" })]);
            }
        });
        words(xml, text);
    });
}

/// A paragraph of one style, with no more to it.
pub(super) fn line(xml: &mut Xml, style: &str, text: &str) {
    xml.node("w:p", &[], |xml| {
        xml.node("w:pPr", &[], |xml| xml.value("w:pStyle", style));
        words(xml, &Words::plain(text));
    });
}

/// Runs of words.
pub(super) fn words(xml: &mut Xml, words: &Words) {
    for run in &words.0 {
        xml.node("w:r", &[], |xml| match run {
            Run::Break => xml.leaf("w:br", &[]),
            Run::Note(number) => {
                xml.node("w:rPr", &[], |xml| xml.value("w:rStyle", "FootnoteReference"));
                xml.leaf("w:footnoteReference", &[("w:id", &number.to_string())]);
            }
            Run::Text(span) => {
                if span.bold || span.italic {
                    xml.node("w:rPr", &[], |xml| {
                        for (on, names) in [(span.bold, ["w:b", "w:bCs"]), (span.italic, ["w:i", "w:iCs"])] {
                            names.iter().filter(|_| on).for_each(|name| xml.leaf(name, &[]));
                        }
                    });
                }
                xml.text_node("w:t", &[("xml:space", "preserve")], &span.text);
            }
        });
    }
}
