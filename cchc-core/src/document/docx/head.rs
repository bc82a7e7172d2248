//! What stands above the text: letterhead, title, addressees, legal bases; the head of an appendix.

use super::body::{line, words};
use super::metrics::{bold_width, spare_width};
use super::section::text_width;
use super::table::frame;
use crate::document::Orientation;
use crate::document::layout::{AppendixHead, Head, MOTTO, NATION, Run, Words};
use crate::document::xml::Xml;

/// Columns of the letterhead, in twips: the right one holds the Quốc hiệu in 13 pt on one line.
const LEFT_COLUMN: u32 = 3854;
const RIGHT_COLUMN: u32 = 5780;

/// The box on top that says what the document is not.
pub(super) fn notice(xml: &mut Xml, lines: &str) {
    let longest = lines.split('\n').map(|text| bold_width(text, 26)).max().unwrap_or(0);
    let side = text_width(Orientation::Portrait).saturating_sub(longest + 400) / 2;
    xml.node("w:p", &[], |xml| {
        xml.node("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "DauVanBan");
            xml.node("w:pBdr", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right"] {
                    xml.leaf(
                        side,
                        &[("w:val", "single"), ("w:sz", "6"), ("w:space", "3"), ("w:color", "000000")],
                    );
                }
            });
            let side = side.to_string();
            xml.leaf("w:ind", &[("w:left", &side), ("w:right", &side)]);
        });
        for (index, text) in lines.split('\n').enumerate() {
            if index > 0 {
                words(xml, &Words(vec![Run::Break]));
            }
            words(xml, &Words::plain(text));
        }
    });
}

/// A centred line of a style, of that size, in a column; where it does not fit, in lines of about the same length.
fn centred(xml: &mut Xml, style: &str, text: &str, size: u32, column: u32) {
    let side = (spare_width(text, size, column) / 2).to_string();
    xml.node("w:p", &[], |xml| {
        xml.node("w:pPr", &[], |xml| {
            xml.value("w:pStyle", style);
            if side != "0" {
                xml.leaf("w:ind", &[("w:left", &side), ("w:right", &side)]);
            }
        });
        words(xml, &Words::plain(text));
    });
}

/// Everything before the text.
pub(super) fn head(xml: &mut Xml, head: &Head) {
    letterhead(xml, head);
    if let Some(kind) = &head.kind {
        let width = text_width(Orientation::Portrait);
        line(xml, "TenLoai", kind);
        for text in &head.subject {
            centred(xml, "TrichYeu", text, 28, width);
        }
        rule(xml, width, part_of(&head.subject, 28, width));
    }
    addressees(xml, &head.addressees);
    for basis in &head.legal_bases {
        xml.node("w:p", &[], |xml| {
            xml.node("w:pPr", &[], |xml| xml.value("w:pStyle", "CanCu"));
            words(xml, basis);
        });
    }
}

fn letterhead(xml: &mut Xml, head: &Head) {
    // LibreOffice puts an empty line before a table that begins a section; this one is 3 pt high.
    line(xml, "DuongKe", "");
    let columns = [LEFT_COLUMN, RIGHT_COLUMN];
    // The letterhead is somewhat wider than the text and reaches into the left margin, as the field prints it.
    let outside = (LEFT_COLUMN + RIGHT_COLUMN).saturating_sub(text_width(Orientation::Portrait));
    let issuer = |xml: &mut Xml| {
        for name in &head.parent {
            centred(xml, "CoQuanChuQuan", name, 26, LEFT_COLUMN);
        }
        for name in &head.issuer {
            centred(xml, "CoQuanBanHanh", name, 26, LEFT_COLUMN);
        }
        rule(xml, LEFT_COLUMN, part_of(&head.issuer, 26, LEFT_COLUMN));
    };
    let nation = |xml: &mut Xml| {
        line(xml, "QuocHieu", NATION);
        line(xml, "TieuNgu", MOTTO);
        rule(xml, RIGHT_COLUMN, bold_width(MOTTO, 28));
    };
    let number = |xml: &mut Xml| {
        line(xml, "SoKyHieu", &head.number);
        if let Some(subject) = &head.letter_subject {
            centred(xml, "TrichYeuCongVan", subject, 24, LEFT_COLUMN);
        }
    };
    let place_date = |xml: &mut Xml| line(xml, "DiaDanhNgay", &head.place_date);
    frame(xml, &columns, outside, &[&[&issuer, &nation], &[&number, &place_date]]);
}

/// The length of the line below a name: two fifths of its longest line, at most of the column (allowed: 1/3–1/2).
fn part_of(lines: &[String], size: u32, column: u32) -> u32 {
    let longest = lines.iter().map(|text| bold_width(text, size)).max().unwrap_or(0);
    longest.min(column) * 2 / 5
}

/// A line in the middle of a column: the upper border of an empty paragraph with indents on both sides.
fn rule(xml: &mut Xml, column: u32, length: u32) {
    if length == 0 {
        // A cell needs a paragraph, and so does the word processor after a table.
        line(xml, "DuongKe", "");
        return;
    }
    let side = (column.saturating_sub(length) / 2).to_string();
    xml.node("w:p", &[], |xml| {
        xml.node("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "DuongKe");
            xml.node("w:pBdr", &[], |xml| {
                xml.leaf(
                    "w:top",
                    &[("w:val", "single"), ("w:sz", "6"), ("w:space", "1"), ("w:color", "000000")],
                );
            });
            xml.leaf("w:spacing", &[("w:before", "60")]);
            xml.leaf("w:ind", &[("w:left", &side), ("w:right", &side)]);
        });
    });
}

/// Kính gửi: one line in the middle; several below each other, their dashes under the colon.
fn addressees(xml: &mut Xml, lines: &[String]) {
    let [first, names @ ..] = lines else { return };
    if names.is_empty() {
        line(xml, "KinhGui", first);
        return;
    }
    // "Kính gửi" upright in 14 pt. The names are measured as if bold, which only moves the block to the left by a hair.
    let colon = 988;
    let widest = names.iter().map(|name| bold_width(name, 28)).max().unwrap_or(0);
    let left = text_width(Orientation::Portrait).saturating_sub(colon + widest) / 2;
    addressee(xml, first, left, "240", "0");
    for (index, name) in names.iter().enumerate() {
        let last = index + 1 == names.len();
        addressee(xml, name, left + colon, "0", if last { "120" } else { "0" });
    }
}

fn addressee(xml: &mut Xml, text: &str, left: u32, before: &str, after: &str) {
    xml.node("w:p", &[], |xml| {
        xml.node("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "KinhGuiDong");
            xml.leaf("w:spacing", &[("w:before", before), ("w:after", after)]);
            xml.leaf("w:ind", &[("w:left", &left.to_string())]);
        });
        words(xml, &Words::plain(text));
    });
}

/// What stands above an appendix.
pub(super) fn appendix_head(xml: &mut Xml, head: &AppendixHead, orientation: Orientation) {
    let width = text_width(orientation);
    line(xml, "PhuLuc", &head.number);
    centred(xml, "TenPhuLuc", &head.title, 28, width);
    if let Some(reference) = &head.reference {
        centred(xml, "KemTheo", reference, 28, width);
    }
}
