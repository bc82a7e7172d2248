//! What is copied into Word: no style sheet comes along, so every element carries its look; what stands side by side is
//! a table, for Word knows no grid.

use super::{Cell, Html};
use crate::document::layout::Layout;

/// Before an appendix.
pub(super) const NEW_PAGE: &str = "<br style=\"page-break-before:always\">\n";

/// A document, or a part of it, as HTML to be pasted: Times New Roman, the sizes of the form, tables with borders.
/// What is drawn is told in figures. Appendices take the page as they find it, upright or not.
pub fn pasted(layout: &Layout) -> String {
    let mut html = Html { is_pasted: true, ..Html::default() };
    html.raw("<meta charset=\"utf-8\">\n");
    html.layout(layout);
    html.text
}

/// The look of an element, besides the font; none where it has none of its own. LibreOffice takes a bare 0 for no word at
/// all, so it has a unit.
fn style(tag: &str, class: &str) -> Option<&'static str> {
    let style = match (tag, class) {
        (_, "notice-mark") => "margin:0 0 12pt;text-align:center;font-size:13pt;font-weight:bold",
        (_, "parent" | "number") => "margin:0pt;text-align:center;font-size:13pt",
        (_, "issuer" | "nation") => "margin:0pt;text-align:center;font-size:13pt;font-weight:bold",
        (_, "motto" | "subject" | "authority" | "appendix-number" | "appendix-title") => {
            "margin:0pt;text-align:center;font-size:14pt;font-weight:bold"
        }
        (_, "letter-subject") => "margin:6pt 0 0;text-align:center;font-size:12pt",
        (_, "place-date" | "appendix-reference") => {
            "margin:0pt;text-align:center;font-size:14pt;font-style:italic"
        }
        (_, "kind") => "margin:18pt 0 0;text-align:center;font-size:14pt;font-weight:bold",
        ("p", "to") => "margin:12pt 0 6pt;text-align:center;font-size:14pt",
        (_, "to-name") => "margin:0 0 0 150pt;font-size:14pt",
        (_, "basis") => "margin:6pt 0 0;text-align:justify;text-indent:36pt;font-size:14pt;font-style:italic",
        ("h3" | "h4", _) => {
            "margin:6pt 0 0;text-align:justify;text-indent:36pt;font-size:14pt;font-weight:bold"
        }
        ("h5", _) | (_, "body" | "body last" | "body item" | "body item last") => {
            "margin:6pt 0 0;text-align:justify;text-indent:36pt;font-size:14pt"
        }
        (_, "table-caption") => "margin:12pt 0 4pt;text-align:center;font-size:14pt;font-weight:bold",
        (_, "table-unit") => "margin:4pt 0;text-align:right;font-size:13pt;font-style:italic",
        (_, "chart-key") => "margin:3pt 0 6pt;text-align:center;font-size:12pt;font-style:italic",
        ("table", "") => "border-collapse:collapse",
        ("th", _) => {
            "border:1pt solid black;padding:2pt 4pt;vertical-align:middle;text-align:center;font-size:12pt;font-weight:bold"
        }
        ("td", "mid") => {
            "border:1pt solid black;padding:2pt 4pt;vertical-align:middle;text-align:center;font-size:12pt"
        }
        ("td", "num") => {
            "border:1pt solid black;padding:2pt 4pt;vertical-align:middle;text-align:right;font-size:12pt"
        }
        ("td", _) => "border:1pt solid black;padding:2pt 4pt;vertical-align:middle;font-size:12pt",
        (_, "recipients-head") => "margin:0pt;font-size:12pt;font-weight:bold;font-style:italic",
        ("p", "recipients") => "margin:0pt;font-size:11pt",
        (_, "signer") => "margin:64pt 0 0;text-align:center;font-size:14pt;font-weight:bold",
        ("p", "footnotes") => "margin:3pt 0 0;text-align:justify;font-size:10pt",
        _ => return None,
    };
    Some(style)
}

impl Html {
    pub(super) fn style(&mut self, tag: &str, class: &str) {
        if let Some(style) = style(tag, class) {
            self.raw(" style=\"font-family:'Times New Roman',serif;");
            self.raw(style);
            self.raw(if tag == "table" { "\" width=\"100%\"" } else { "\"" });
        }
    }

    pub(super) fn table_of_columns(&mut self, class: &str, cells: &[Cell<'_>]) {
        let widths = if class == "masthead" { ["42%", "58%"] } else { ["45%", "55%"] };
        self.raw("<table width=\"100%\" style=\"border-collapse:collapse;margin:12pt 0 0\">\n");
        for row in cells.chunks(2) {
            self.raw("<tr>");
            for ((_, write), width) in row.iter().zip(widths) {
                self.raw(&format!(
                    "<td width=\"{width}\" style=\"border:none;padding:0 3pt;vertical-align:top\">\n"
                ));
                write(self);
                self.raw("</td>");
            }
            self.raw("</tr>\n");
        }
        self.raw("</table>\n");
    }

    /// The form's line below is the border of an empty paragraph, as in the Word file.
    pub(super) fn underlined(&mut self, class: &str, lines: &[String]) {
        self.open("p", class);
        self.broken(lines.iter().map(String::as_str));
        self.raw("</p>\n");
        let beside = match class {
            "issuer" => 60,
            "motto" => 45,
            _ => 175,
        };
        self.raw(&format!(
            "<p style=\"margin:2pt {beside}pt 4pt;border-top:1pt solid black;font-size:2pt;line-height:2pt\">&nbsp;</p>\n"
        ));
    }
}
