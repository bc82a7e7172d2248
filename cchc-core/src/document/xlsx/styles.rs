//! How cells look: collected while the sheets are written, each once.

use super::Format;
use crate::document::xml::Xml;

/// The namespace of SpreadsheetML.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// What a cell is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The first line of the title.
    Title,
    /// Further lines of the title.
    Subtitle,
    /// A heading of a column.
    Header,
    /// A cell of the table; bold in groups and totals.
    Body { bold: bool, format: Format, indent: u8 },
    /// A line under the table.
    Note,
}

/// The look of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) role: Role,
    /// Whether the text begins as a formula would: Excel then keeps it text also when the cell is edited.
    pub(super) quoted: bool,
}

/// The looks that the sheets use.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<Style>);

const NORMAL: usize = 0;
const BOLD: usize = 1;
const LARGE: usize = 2;
const ITALIC: usize = 3;
/// Number formats: two decimals and whole numbers are Excel's own; the date is ours.
const DATE: usize = 164;

impl Styles {
    /// The number by which a cell names its look; 0 is that of no look.
    pub(super) fn number(&mut self, style: Style) -> usize {
        let at = self.0.iter().position(|known| *known == style).unwrap_or_else(|| {
            self.0.push(style);
            self.0.len() - 1
        });
        at + 1
    }

    /// `xl/styles.xml`.
    pub(super) fn part(&self) -> Vec<u8> {
        Xml::part("styleSheet", &[("xmlns", MAIN)], |xml| {
            xml.node("numFmts", &[("count", "1")], |xml| {
                let id = DATE.to_string();
                xml.leaf("numFmt", &[("numFmtId", &id), ("formatCode", "dd\\/mm\\/yyyy")]);
            });
            xml.node("fonts", &[("count", "4")], |xml| {
                font(xml, "12", &[]);
                font(xml, "12", &["b"]);
                font(xml, "14", &["b"]);
                font(xml, "12", &["i"]);
            });
            xml.node("fills", &[("count", "3")], |xml| {
                for pattern in ["none", "gray125"] {
                    xml.node("fill", &[], |xml| xml.leaf("patternFill", &[("patternType", pattern)]));
                }
                xml.node("fill", &[], |xml| {
                    xml.node("patternFill", &[("patternType", "solid")], |xml| {
                        xml.leaf("fgColor", &[("rgb", "FFEDEDED")]);
                    });
                });
            });
            xml.node("borders", &[("count", "2")], |xml| {
                border(xml, None);
                border(xml, Some("thin"));
            });
            xml.node("cellStyleXfs", &[("count", "1")], |xml| xml.leaf("xf", &[("fontId", "0")]));
            xml.node("cellXfs", &[("count", &(self.0.len() + 1).to_string())], |xml| {
                xml.leaf("xf", &[("fontId", "0"), ("xfId", "0")]);
                for style in &self.0 {
                    xf(xml, *style);
                }
            });
            xml.node("cellStyles", &[("count", "1")], |xml| {
                xml.leaf("cellStyle", &[("name", "Normal"), ("xfId", "0"), ("builtinId", "0")]);
            });
        })
    }
}

fn font(xml: &mut Xml, size: &str, marks: &[&str]) {
    xml.node("font", &[], |xml| {
        for mark in marks {
            xml.leaf(mark, &[]);
        }
        xml.leaf("sz", &[("val", size)]);
        xml.leaf("name", &[("val", "Times New Roman")]);
        xml.leaf("family", &[("val", "1")]);
    });
}

fn border(xml: &mut Xml, line: Option<&str>) {
    xml.node("border", &[], |xml| {
        for side in ["left", "right", "top", "bottom"] {
            match line {
                Some(line) => xml.leaf(side, &[("style", line)]),
                None => xml.leaf(side, &[]),
            }
        }
        xml.leaf("diagonal", &[]);
    });
}

fn xf(xml: &mut Xml, Style { role, quoted }: Style) {
    let (font, number_format, horizontal, vertical) = match role {
        Role::Title => (LARGE, 0, "center", "center"),
        Role::Subtitle => (NORMAL, 0, "center", "center"),
        Role::Header => (BOLD, 0, "center", "center"),
        Role::Note => (ITALIC, 0, "left", "top"),
        Role::Body { bold, format, .. } => {
            let (number_format, horizontal) = match format {
                Format::Text => (0, "left"),
                Format::Center => (0, "center"),
                Format::Integer => (3, "right"),
                Format::Decimal => (4, "right"),
                Format::Date => (DATE, "center"),
            };
            (if bold { BOLD } else { NORMAL }, number_format, horizontal, "top")
        }
    };
    let is_framed = matches!(role, Role::Header | Role::Body { .. });
    let fill = if role == Role::Header { 2 } else { 0 };
    let numbers = [font, number_format, fill, usize::from(is_framed)].map(|number| number.to_string());
    let [font, number_format, fill, border] = numbers.each_ref().map(String::as_str);
    let mut attributes = vec![
        ("numFmtId", number_format),
        ("fontId", font),
        ("fillId", fill),
        ("borderId", border),
        ("xfId", "0"),
        ("applyNumberFormat", "1"),
        ("applyFont", "1"),
        ("applyFill", "1"),
        ("applyBorder", "1"),
        ("applyAlignment", "1"),
    ];
    if quoted {
        attributes.push(("quotePrefix", "1"));
    }
    let indent = match role {
        Role::Body { indent, .. } => indent.min(15),
        _ => 0,
    };
    let indent = indent.to_string();
    let mut alignment = vec![("horizontal", horizontal), ("vertical", vertical), ("wrapText", "1")];
    if indent != "0" {
        alignment.push(("indent", &indent));
    }
    xml.node("xf", &attributes, |xml| xml.leaf("alignment", &alignment));
}
