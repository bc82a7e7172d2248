//! HTML: a document for the screen and for the printer.
//!
//! [`fragment`] is what stands inside the page's element of class `paper`; [`page`] is a file of its own. Both hold no
//! script, no link, no `style` attribute; every word is escaped. Their look is [`PAPER_CSS`]; [`PRINT_CSS`] is the
//! sheet of A4 (margins, page numbers at the top from page 2: Chromium 131 and later, Firefox prints without numbers).

mod chart;

use crate::document::layout::{
    Close, Grid, GridCell, GridRow, GridRowKind, Head, Layout, MOTTO, NATION, Part, Piece, Run,
    SignatureBlock, Words,
};
use crate::document::{Align, Document, HeadingLevel, Orientation, RowKind};

/// The look of a document inside `.paper`, on the screen and on paper.
pub const PAPER_CSS: &str = include_str!("html/paper.css");

/// The sheet: for a page that prints a document and nothing else. Six appendices count their pages each by itself; from
/// the seventh on they count through.
pub const PRINT_CSS: &str = include_str!("html/print.css");

/// A whole HTML file, to open or print by itself.
pub fn page(document: &Document) -> String {
    let layout = Layout::of(document);
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", "", &layout.name);
    html.raw("\n<style>\n");
    html.raw(PAPER_CSS);
    html.raw(PRINT_CSS);
    if let Some(notice) = &layout.notice {
        html.raw(&format!(
            "@page {{ @bottom-center {{ content: {}; font: italic 10pt serif; }} }}\n",
            css_string(notice)
        ));
    }
    html.raw("</style>\n</head>\n<body class=\"sheet\">\n<article class=\"paper\">\n");
    html.layout(&layout);
    html.raw("</article>\n</body>\n</html>\n");
    html.0
}

/// What stands inside an element of class `paper`. Headings start at `h2`.
pub fn fragment(document: &Document) -> String {
    let mut html = Html::default();
    html.layout(&Layout::of(document));
    html.0
}

/// A text as a string of CSS, with nothing in it that could end the string or the style element.
fn css_string(text: &str) -> String {
    let character = |c: char| match c {
        '\n' => " ".to_owned(),
        c if c.is_alphanumeric() || c == ' ' => c.to_string(),
        c => format!("\\{:x} ", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(character).collect::<String>())
}

#[derive(Default)]
struct Html(String);

impl Html {
    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\u{a0}' => self.0.push_str("&nbsp;"),
                c => self.0.push(c),
            }
        }
    }

    fn open(&mut self, tag: &str, class: &str) {
        self.raw("<");
        self.raw(tag);
        if !class.is_empty() {
            self.raw(" class=\"");
            self.escaped(class);
            self.raw("\"");
        }
        self.raw(">");
    }

    fn close(&mut self, tag: &str) {
        self.raw("</");
        self.raw(tag);
        self.raw(">");
    }

    fn element(&mut self, tag: &str, class: &str, text: &str) {
        self.open(tag, class);
        self.escaped(text);
        self.close(tag);
    }

    fn line(&mut self, tag: &str, class: &str, text: &str) {
        self.element(tag, class, text);
        self.raw("\n");
    }

    /// Lines of one element, the last of which carries the form's line below, as long as the class says.
    fn ruled(&mut self, class: &str, lines: &[String]) {
        self.open("p", class);
        self.open("span", "ruled");
        self.broken(lines.iter().map(String::as_str));
        self.raw("</span></p>\n");
    }

    /// Lines one below the other.
    fn broken<'a>(&mut self, lines: impl Iterator<Item = &'a str>) {
        for (index, text) in lines.enumerate() {
            if index > 0 {
                self.raw("<br>");
            }
            self.escaped(text);
        }
    }

    fn words(&mut self, words: &Words) {
        for run in &words.0 {
            match run {
                Run::Break => self.raw("<br>"),
                Run::Note(number) => self.element("sup", "note-mark", &number.to_string()),
                Run::Text(span) => {
                    let tags = [(span.bold, "b"), (span.italic, "i")];
                    for (_, tag) in tags.iter().filter(|(on, _)| *on) {
                        self.open(tag, "");
                    }
                    self.escaped(&span.text);
                    for (_, tag) in tags.iter().rev().filter(|(on, _)| *on) {
                        self.close(tag);
                    }
                }
            }
        }
    }

    fn paragraph(&mut self, tag: &str, class: &str, key: Option<&str>, words: &Words) {
        self.raw("<");
        self.raw(tag);
        self.raw(" class=\"");
        self.raw(class);
        self.raw("\"");
        if let Some(key) = key {
            self.raw(" data-key=\"");
            self.escaped(key);
            self.raw("\"");
        }
        self.raw(">");
        self.words(words);
        self.close(tag);
        self.raw("\n");
    }

    fn layout(&mut self, layout: &Layout) {
        if let Some(notice) = &layout.notice {
            self.open("p", "notice-mark");
            self.broken(notice.split('\n'));
            self.raw("</p>\n");
        }
        if let Some(head) = &layout.head {
            self.head(head);
        }
        for (index, part) in layout.parts.iter().enumerate() {
            self.part(part, index, &layout.notes);
        }
    }

    fn head(&mut self, head: &Head) {
        self.raw("<div class=\"masthead\">\n<div>\n");
        for name in &head.parent {
            self.line("p", "parent", name);
        }
        if !head.issuer.is_empty() {
            self.ruled("issuer", &head.issuer);
        }
        self.raw("</div>\n<div>\n");
        self.line("p", "nation", NATION);
        self.ruled("motto", &[MOTTO.to_owned()]);
        self.raw("</div>\n<div>\n");
        self.line("p", "number", &head.number);
        if let Some(subject) = &head.letter_subject {
            self.line("p", "letter-subject", subject);
        }
        self.raw("</div>\n<div>\n");
        self.line("p", "place-date", &head.place_date);
        self.raw("</div>\n</div>\n");
        if let Some(kind) = &head.kind {
            self.line("h2", "kind", kind);
            if !head.subject.is_empty() {
                self.ruled("subject", &head.subject);
            }
        }
        match head.addressees.as_slice() {
            [] => {}
            [one] => self.line("p", "to", one),
            [first, names @ ..] => {
                self.raw("<div class=\"to several\">\n");
                self.line("p", "", first);
                self.raw("<div>\n");
                for name in names {
                    self.line("p", "", name);
                }
                self.raw("</div>\n</div>\n");
            }
        }
        for basis in &head.legal_bases {
            self.paragraph("p", "basis", None, basis);
        }
    }

    fn part(&mut self, part: &Part, index: usize, notes: &[Words]) {
        if let Some(appendix) = &part.appendix {
            let turned = if part.orientation == Orientation::Landscape { " landscape" } else { "" };
            self.open("section", &format!("appendix appendix-{index}{turned}"));
            self.raw("\n");
            self.line("h2", "appendix-number", &appendix.number);
            self.line("p", "appendix-title", &appendix.title);
            if let Some(reference) = &appendix.reference {
                self.line("p", "appendix-reference", reference);
            }
        }
        for (index, piece) in part.pieces.iter().enumerate() {
            let before_close = part.close.is_some() && index + 1 == part.pieces.len();
            self.piece(piece, part.orientation, before_close);
        }
        if let Some(close) = &part.close {
            self.close_of(close);
        }
        if !part.notes.is_empty() {
            self.raw("<div class=\"footnotes\">\n");
            for (note, number) in notes[part.notes.clone()].iter().zip(part.notes.start + 1..) {
                self.raw("<p>");
                self.element("sup", "", &number.to_string());
                self.raw(" ");
                self.words(note);
                self.raw("</p>\n");
            }
            self.raw("</div>\n");
        }
        if part.appendix.is_some() {
            self.raw("</section>\n");
        }
    }

    fn piece(&mut self, piece: &Piece, around: Orientation, before_close: bool) {
        let class = |class: &'static str, last: &'static str| if before_close { last } else { class };
        match piece {
            Piece::Heading(level, words) => {
                let tag = match level {
                    HeadingLevel::Section => "h3",
                    HeadingLevel::Item => "h4",
                    HeadingLevel::Point => "h5",
                };
                self.open(tag, "");
                self.words(words);
                self.close(tag);
                self.raw("\n");
            }
            Piece::Paragraph { words, key } => {
                self.paragraph("p", class("body", "body last"), key.as_deref(), words);
            }
            Piece::Item { words, key } => {
                self.paragraph("p", class("body item", "body item last"), key.as_deref(), words);
            }
            Piece::Table(grid) => {
                let turned = grid.orientation == Orientation::Landscape && around == Orientation::Portrait;
                self.open("div", if turned { "scroll-x landscape" } else { "scroll-x" });
                self.raw("\n");
                self.table(grid);
                self.raw("</div>\n");
            }
            Piece::Chart(chart) => self.chart(chart),
        }
    }

    fn table(&mut self, grid: &Grid) {
        if let Some(caption) = &grid.caption {
            self.line("p", "table-caption", caption);
        }
        if let Some(unit) = &grid.unit {
            self.line("p", "table-unit", unit);
        }
        self.raw("<table>\n<colgroup>");
        let total: u32 = grid.weights.iter().sum();
        for weight in &grid.weights {
            self.raw(&format!("<col width=\"{}%\">", (weight * 100 + total / 2) / total));
        }
        self.raw("</colgroup>\n");
        let (header, body) = grid.rows.split_at(grid.header_rows());
        for (tag, rows) in [("thead", header), ("tbody", body)] {
            if !rows.is_empty() {
                self.open(tag, "");
                self.raw("\n");
                for row in rows {
                    self.row(row);
                }
                self.close(tag);
                self.raw("\n");
            }
        }
        self.raw("</table>\n");
    }

    fn row(&mut self, row: &GridRow) {
        let class = match row.kind {
            GridRowKind::Header | GridRowKind::Body(RowKind::Plain) => "",
            GridRowKind::Body(RowKind::Group) => "group",
            GridRowKind::Body(RowKind::Total) => "total",
        };
        self.open("tr", class);
        for cell in row.cells.iter().filter(|cell| cell.rows > 0) {
            self.cell(cell, row.kind == GridRowKind::Header);
        }
        self.raw("</tr>\n");
    }

    fn cell(&mut self, cell: &GridCell, header: bool) {
        self.raw(match (header, cell.columns) {
            (false, _) => "<td",
            (true, 1) => "<th scope=\"col\"",
            (true, _) => "<th scope=\"colgroup\"",
        });
        for (name, span) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
            if span > 1 {
                self.raw(&format!(" {name}=\"{span}\""));
            }
        }
        match (header, cell.align) {
            (true, _) | (false, Align::Left) => {}
            (false, Align::Center) => self.raw(" class=\"mid\""),
            (false, Align::Right) => self.raw(" class=\"num\""),
        }
        self.raw(">");
        self.words(&cell.words);
        self.close(if header { "th" } else { "td" });
    }

    fn close_of(&mut self, close: &Close) {
        if close.signatures.len() > 1 {
            self.raw("<div class=\"close several\">\n");
            for signature in &close.signatures {
                self.signature(signature);
            }
            self.raw("</div>\n");
            if !close.recipients.is_empty() {
                self.recipients(&close.recipients);
            }
        } else if !close.recipients.is_empty() || !close.signatures.is_empty() {
            self.raw("<div class=\"close\">\n");
            self.recipients(&close.recipients);
            for signature in &close.signatures {
                self.signature(signature);
            }
            self.raw("</div>\n");
        }
    }

    fn recipients(&mut self, lines: &[String]) {
        self.raw("<div class=\"recipients\">\n");
        if !lines.is_empty() {
            self.line("p", "recipients-head", "Nơi nhận:");
        }
        for text in lines {
            self.line("p", "", text);
        }
        self.raw("</div>\n");
    }

    fn signature(&mut self, signature: &SignatureBlock) {
        self.raw("<div class=\"signature\">\n");
        for text in &signature.authority {
            self.line("p", "authority", text);
        }
        self.line("p", "signer", &signature.name);
        self.raw("</div>\n");
    }
}
