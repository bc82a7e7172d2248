//! One sheet.

use chrono::NaiveDate;

use super::styles::{MAIN, Role, Style, Styles};
use super::{CellValue, Format, Sheet, SheetRow};
use crate::calendar::Date;
use crate::document::xml::Xml;
use crate::document::{Orientation, RowKind};
use crate::text::date_vi;

/// Longest text of a cell, in UTF-16 units; what is longer Excel does not open.
const LONGEST: usize = 32_767;

/// The row of the header, from 1: title lines and a blank one stand above it.
pub(super) fn header_row(sheet: &Sheet) -> usize {
    if sheet.title.is_empty() { 1 } else { sheet.title.len() + 2 }
}

/// How many columns there are; a row that is longer than the header keeps its cells.
fn width(sheet: &Sheet) -> usize {
    let longest = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    longest.max(sheet.columns.len()).max(1)
}

/// `xl/worksheets/sheet1.xml`.
pub(super) fn sheet(sheet: &Sheet, styles: &mut Styles) -> Vec<u8> {
    let header = header_row(sheet);
    let width = width(sheet);
    Xml::part("worksheet", &[("xmlns", MAIN)], |xml| {
        xml.node("sheetPr", &[], |xml| xml.leaf("pageSetUpPr", &[("fitToPage", "1")]));
        view(xml, header, !sheet.columns.is_empty());
        if !sheet.columns.is_empty() {
            xml.node("cols", &[], |xml| {
                for (column, nth) in sheet.columns.iter().zip(1..) {
                    let (nth, width) = (format!("{nth}"), format!("{}", column.width.clamp(2.0, 200.0)));
                    let place = [("min", &*nth), ("max", &*nth), ("width", &*width), ("customWidth", "1")];
                    xml.leaf("col", &place);
                }
            });
        }
        let mut merged = Vec::new();
        xml.node("sheetData", &[], |xml| {
            let mut rows = Rows { xml, styles, width, merged: &mut merged };
            for (line, nth) in sheet.title.iter().zip(1..) {
                rows.line(nth, line, if nth == 1 { Role::Title } else { Role::Subtitle }, sheet);
            }
            if !sheet.columns.is_empty() {
                rows.header(header, sheet);
            }
            for (row, nth) in sheet.rows.iter().zip(header + 1..) {
                rows.row(nth, row, sheet);
            }
            let first_note = header + sheet.rows.len() + 2;
            for (line, nth) in sheet.notes.iter().zip(first_note..) {
                rows.line(nth, line, Role::Note, sheet);
            }
        });
        if !merged.is_empty() {
            xml.node("mergeCells", &[("count", &merged.len().to_string())], |xml| {
                for range in &merged {
                    xml.leaf("mergeCell", &[("ref", range)]);
                }
            });
        }
        page(xml, sheet.orientation);
    })
}

/// Title and header stay in sight.
fn view(xml: &mut Xml, header: usize, is_frozen: bool) {
    xml.node("sheetViews", &[], |xml| {
        xml.node("sheetView", &[("workbookViewId", "0")], |xml| {
            if is_frozen {
                let (rows, below) = (header.to_string(), format!("A{}", header + 1));
                let pane = [
                    ("ySplit", &*rows),
                    ("topLeftCell", &*below),
                    ("activePane", "bottomLeft"),
                    ("state", "frozen"),
                ];
                xml.leaf("pane", &pane);
            }
        });
    });
}

/// A4, as wide as one page; margins as for a document; the page number on top in the middle but on page 1.
fn page(xml: &mut Xml, orientation: Orientation) {
    let margins = [
        ("left", "0.6"),
        ("right", "0.6"),
        ("top", "0.8"),
        ("bottom", "0.8"),
        ("header", "0.4"),
        ("footer", "0.4"),
    ];
    xml.leaf("pageMargins", &margins);
    let orientation = match orientation {
        Orientation::Portrait => "portrait",
        Orientation::Landscape => "landscape",
    };
    xml.leaf("pageSetup", &[("paperSize", "9"), ("fitToHeight", "0"), ("orientation", orientation)]);
    xml.node("headerFooter", &[("differentFirst", "1")], |xml| xml.text_node("oddHeader", &[], "&C&P"));
}

struct Rows<'a> {
    xml: &'a mut Xml,
    styles: &'a mut Styles,
    width: usize,
    merged: &'a mut Vec<String>,
}

impl Rows<'_> {
    /// A line over all columns.
    fn line(&mut self, nth: usize, text: &str, role: Role, sheet: &Sheet) {
        let room = sheet.columns.iter().map(|column| column.width).sum::<f64>().max(20.0);
        let height =
            height(if role == Role::Title { lines(text, room / 1.3) + 1 } else { lines(text, room) });
        let style = self.style(role, text);
        self.xml.node("row", &[("r", &nth.to_string()), ("ht", &height)], |xml| {
            text_cell(xml, &place(0, nth), style, text);
        });
        if self.width > 1 {
            self.merged.push(format!("{}:{}", place(0, nth), place(self.width - 1, nth)));
        }
    }

    fn header(&mut self, nth: usize, sheet: &Sheet) {
        let style = self.style(Role::Header, "");
        let most = sheet.columns.iter().map(|column| lines(&column.heading, column.width / BOLDER)).max();
        let height = height(most.unwrap_or(1));
        self.xml.node("row", &[("r", &nth.to_string()), ("ht", &height)], |xml| {
            for (at, column) in sheet.columns.iter().enumerate() {
                text_cell(xml, &place(at, nth), style, &column.heading);
            }
        });
    }

    fn row(&mut self, nth: usize, row: &SheetRow, sheet: &Sheet) {
        let tree = sheet.columns.iter().position(|column| column.format == Format::Text);
        let bold = row.kind != RowKind::Plain;
        let mut most = 1;
        let cells: Vec<_> = (0..sheet.columns.len().max(row.cells.len()))
            .map(|at| {
                let value = row.cells.get(at).unwrap_or(&CellValue::Empty);
                let column = sheet.columns.get(at);
                let format = column.map_or(Format::Text, |column| column.format);
                let indent = if tree == Some(at) { row.depth } else { 0 };
                let text = if let CellValue::Text(text) = value { text.as_str() } else { "" };
                let room = column.map_or(10.0, |column| column.width) - f64::from(indent) * 1.5;
                most = most.max(lines(text, if bold { room / BOLDER } else { room }));
                (place(at, nth), self.style(Role::Body { bold, format, indent }, text), value)
            })
            .collect();
        self.xml.node("row", &[("r", &nth.to_string()), ("ht", &height(most))], |xml| {
            for (place, style, value) in cells {
                cell(xml, &place, style, value);
            }
        });
    }

    fn style(&mut self, role: Role, text: &str) -> usize {
        self.styles.number(Style { role, quoted: begins_as_a_formula(text) })
    }
}

/// How much wider bold letters are.
const BOLDER: f64 = 1.1;

/// In how many lines a text stands in a column, words whole. A row's height has to be written: not every program finds
/// it by itself, none does for merged cells. Letters are a little narrower than the digits that a width counts.
fn lines(text: &str, width: f64) -> usize {
    let room = ((width - 1.0) * 1.1).max(1.0) as usize;
    let of_paragraph = |paragraph: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in paragraph.split(' ') {
            let letters = word.chars().count();
            if used > 0 && used + 1 + letters > room {
                lines += 1;
                used = letters;
            } else {
                used += letters + usize::from(used > 0);
            }
            // A word longer than the column is broken.
            lines += used.saturating_sub(1) / room;
            used = if used > room { (used - 1) % room + 1 } else { used };
        }
        lines
    };
    text.lines().map(of_paragraph).sum::<usize>().max(1)
}

/// The height of so many lines, in points.
fn height(lines: usize) -> String {
    format!("{}", (lines as f64 * 15.75 + 1.5).min(409.0))
}

/// What a spreadsheet could take for a formula when the cell is edited or the sheet saved as text.
fn begins_as_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn cell(xml: &mut Xml, place: &str, style: usize, value: &CellValue) {
    match value {
        CellValue::Text(text) => text_cell(xml, place, style, text),
        CellValue::Number(number) if number.is_finite() => number_cell(xml, place, style, *number),
        CellValue::Date(date) => match serial(*date) {
            Some(days) => number_cell(xml, place, style, days),
            None => text_cell(xml, place, style, &date_vi(*date)),
        },
        CellValue::Empty | CellValue::Number(_) => {
            xml.leaf("c", &[("r", place), ("s", &style.to_string())]);
        }
    }
}

fn number_cell(xml: &mut Xml, place: &str, style: usize, number: f64) {
    xml.node("c", &[("r", place), ("s", &style.to_string())], |xml| {
        xml.text_node("v", &[], &number.to_string());
    });
}

/// A text is a text, never a formula.
fn text_cell(xml: &mut Xml, place: &str, style: usize, text: &str) {
    xml.node("c", &[("r", place), ("s", &style.to_string()), ("t", "inlineStr")], |xml| {
        xml.node("is", &[], |xml| xml.text_node("t", &[("xml:space", "preserve")], &readable(text)));
    });
}

/// The letters that XML can carry, as many as a cell can hold.
fn readable(text: &str) -> String {
    let is_allowed =
        |c: &char| matches!(c, '\t' | '\n') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    let mut units = 0;
    let mut kept = String::with_capacity(text.len());
    for c in text.chars().filter(is_allowed) {
        units += c.len_utf16();
        if units >= LONGEST {
            kept.push('…');
            break;
        }
        kept.push(c);
    }
    kept
}

/// Days since 30/12/1899, as Excel counts them from 01/3/1900 on.
fn serial(date: Date) -> Option<f64> {
    let from = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let days = (date - from).num_days();
    (61..=2_958_465).contains(&days).then_some(days as f64)
}

/// `C7`: the column from 0, the row from 1.
fn place(column: usize, row: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    format!("{letters}{row}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_as_in_excel() {
        let named = [0, 25, 26, 51, 52, 701, 702].map(|column| place(column, 3));
        assert_eq!(named, ["A3", "Z3", "AA3", "AZ3", "BA3", "ZZ3", "AAA3"]);
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_cell() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("Công tác chỉ đạo, điều hành", 12.0), 3);
        assert_eq!(lines("một\nhai", 40.0), 2);
        assert_eq!(lines(&"x".repeat(25), 11.0), 3);
        assert_eq!((height(1), height(1000)), ("17.25".to_owned(), "409".to_owned()));
    }

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        let day = |text: &str| serial(text.parse().unwrap());
        assert_eq!((day("2026-11-20"), day("1900-03-01")), (Some(46_346.0), Some(61.0)));
        assert_eq!((day("1900-02-28"), day("9999-12-31")), (None, Some(2_958_465.0)));
    }

    #[test]
    fn a_cell_holds_what_xml_and_excel_can() {
        assert_eq!(readable("a\u{0}b\u{8}c\nd\u{ffff}"), "abc\nd");
        let long = readable(&"x".repeat(40_000));
        assert_eq!((long.chars().count(), long.ends_with('…')), (LONGEST, true));
    }
}
