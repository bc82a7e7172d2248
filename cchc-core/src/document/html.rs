//! HTML: a document for the screen and for the printer.
//!
//! [`fragment`] is what stands inside the page's element of class `paper`; [`page`] is a file of its own. Both hold no
//! script, no link, no `style` attribute; every word is escaped. Their look is [`PAPER_CSS`]; [`PRINT_CSS`] is the
//! sheet of A4 (margins, page numbers at the top from page 2: Chromium 131 and later, Firefox prints without numbers).

mod chart;
mod pasted;

use crate::document::layout::{
    Close, Grid, GridCell, GridRow, GridRowKind, Head, Layout, MOTTO, NATION, Part, Piece, Run,
    SignatureBlock, Words,
};
use crate::document::{Align, Document, HeadingLevel, Orientation, RowKind};

pub use pasted::pasted;

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
    html.text
}

/// What stands inside an element of class `paper`. Headings start at `h2`.
pub fn fragment(document: &Document) -> String {
    let mut html = Html::default();
    html.layout(&Layout::of(document));
    html.text
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
struct Html {
    text: String,
    /// Whether each element carries its look with it.
    is_pasted: bool,
}

/// What stands beside another: its class, and what writes it.
type Cell<'a> = (&'a str, &'a dyn Fn(&mut Html));

impl Html {
    fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&#39;"),
                '\u{a0}' => self.text.push_str("&nbsp;"),
                c => self.text.push(c),
            }
        }
    }

    fn open(&mut self, tag: &str, class: &str) {
        self.raw("<");
        self.raw(self.tag(tag));
        self.look(tag, class);
        self.raw(">");
    }

    /// The class; in what is pasted elsewhere, what the style sheets make of it.
    fn look(&mut self, tag: &str, class: &str) {
        if self.is_pasted {
            self.style(tag, class);
        } else if !class.is_empty() {
            self.raw(" class=\"");
            self.escaped(class);
            self.raw("\"");
        }
    }

    fn close(&mut self, tag: &str) {
        self.raw("</");
        self.raw(self.tag(tag));
        self.raw(">");
    }

    /// Word gives headings colours and fonts of its own: what is pasted has none.
    fn tag<'t>(&self, tag: &'t str) -> &'t str {
        if self.is_pasted && tag.starts_with('h') { "p" } else { tag }
    }

    /// A line inside an element that gives it its look.
    fn inner(&mut self, inside: &str, text: &str) {
        let class = if self.is_pasted { inside } else { "" };
        self.line("p", class, text);
    }

    /// Elements side by side, two in a row.
    fn columns(&mut self, class: &str, cells: &[Cell<'_>]) {
        if self.is_pasted {
            return self.table_of_columns(class, cells);
        }
        self.open("div", class);
        self.raw("\n");
        for (class, write) in cells {
            self.open("div", class);
            self.raw("\n");
            write(self);
            self.raw("</div>\n");
        }
        self.raw("</div>\n");
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
        if self.is_pasted {
            return self.underlined(class, lines);
        }
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
        self.look(tag, class);
        if let Some(key) = key.filter(|_| !self.is_pasted) {
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
        let issuer = |html: &mut Self| {
            for name in &head.parent {
                html.line("p", "parent", name);
            }
            if !head.issuer.is_empty() {
                html.ruled("issuer", &head.issuer);
            }
        };
        let nation = |html: &mut Self| {
            html.line("p", "nation", NATION);
            html.ruled("motto", &[MOTTO.to_owned()]);
        };
        let number = |html: &mut Self| {
            html.line("p", "number", &head.number);
            if let Some(subject) = &head.letter_subject {
                html.line("p", "letter-subject", subject);
            }
        };
        let date = |html: &mut Self| html.line("p", "place-date", &head.place_date);
        self.columns("masthead", &[("", &issuer), ("", &nation), ("", &number), ("", &date)]);
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
                self.open("div", "to several");
                self.raw("\n");
                self.inner("to", first);
                self.raw("<div>\n");
                for name in names {
                    self.inner("to-name", name);
                }
                self.raw("</div>\n</div>\n");
            }
        }
        for basis in &head.legal_bases {
            self.paragraph("p", "basis", None, basis);
        }
    }

    fn part(&mut self, part: &Part, index: usize, notes: &[Words]) {
        if self.is_pasted && index > 0 {
            self.raw(pasted::NEW_PAGE);
        }
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
            self.open("div", "footnotes");
            self.raw("\n");
            for (note, number) in notes[part.notes.clone()].iter().zip(part.notes.start + 1..) {
                self.open("p", if self.is_pasted { "footnotes" } else { "" });
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
        self.open("table", "");
        self.raw("\n<colgroup>");
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
        let tag = if header { "th" } else { "td" };
        self.look(
            tag,
            match (header, cell.align) {
                (true, _) | (false, Align::Left) => "",
                (false, Align::Center) => "mid",
                (false, Align::Right) => "num",
            },
        );
        self.raw(">");
        self.words(&cell.words);
        self.close(tag);
    }

    fn close_of(&mut self, close: &Close) {
        let recipients = |html: &mut Self| html.recipients(&close.recipients);
        let sign = |signature| move |html: &mut Self| html.signature(signature);
        let signers: Vec<_> = close.signatures.iter().map(sign).collect();
        let mut cells: Vec<Cell<'_>> = Vec::new();
        if close.signatures.len() < 2 {
            cells.push(("recipients", &recipients));
        }
        cells.extend(signers.iter().map(|sign| ("signature", sign as &dyn Fn(&mut Self))));
        if close.signatures.len() > 1 {
            self.columns("close several", &cells);
            if !close.recipients.is_empty() {
                self.open("div", "recipients");
                self.raw("\n");
                recipients(self);
                self.raw("</div>\n");
            }
        } else if !close.recipients.is_empty() || !close.signatures.is_empty() {
            self.columns("close", &cells);
        }
    }

    fn recipients(&mut self, lines: &[String]) {
        if !lines.is_empty() {
            self.line("p", "recipients-head", "Nơi nhận:");
        }
        for text in lines {
            self.inner("recipients", text);
        }
    }

    fn signature(&mut self, signature: &SignatureBlock) {
        for text in &signature.authority {
            self.line("p", "authority", text);
        }
        self.line("p", "signer", &signature.name);
    }
}
