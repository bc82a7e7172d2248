//! `word/document.xml` and `word/footnotes.xml`: paragraphs, tables, footnotes.

use std::collections::HashMap;

use super::numbering::Numbering;
use crate::ingest::package::Fault;
use crate::ingest::source::{Line, Piece, Row, Source};
use crate::ingest::xml::{Seen, attribute, number, walk};
use crate::text::nfc;

/// Cells of one table, columns of one cell: beyond these no table is.
const MAX_CELLS: usize = 200_000;
const MAX_SPAN: u32 = 64;
/// Bytes that stand once in the file and several times in what is read: cells that go on over rows, numbers of lists.
const MAX_REPEATED: usize = 16 << 20;

/// A footnote's id in the file, and its words.
pub(super) type Notes = Vec<(String, String)>;

/// The footnotes of a part.
pub(super) fn notes(xml: &str) -> Result<Notes, Fault> {
    let mut notes: Notes = Vec::new();
    let mut open = false;
    let (mut in_text, mut deleted) = (false, 0);
    walk(xml, |seen| {
        match seen {
            Seen::Open("footnote" | "endnote", element) => {
                // The lines between text and notes are notes to Word.
                open = attribute(element, "type").is_none();
                if open {
                    notes.push((attribute(element, "id").unwrap_or_default(), String::new()));
                }
            }
            Seen::Close("footnote" | "endnote") => open = false,
            Seen::Open("del", _) => deleted += 1,
            Seen::Close("del") => deleted -= 1,
            Seen::Open("t", _) => in_text = true,
            Seen::Close("t") => in_text = false,
            Seen::Open("tab" | "br", _) | Seen::Close("p") if open => {
                if let Some((_, text)) = notes.last_mut() {
                    text.push(' ');
                }
            }
            Seen::Text(words) if in_text && open && deleted == 0 => {
                if let Some((_, text)) = notes.last_mut() {
                    text.push_str(words);
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(notes)
}

/// The pieces of the document, in reading order.
pub(super) fn document(
    xml: &str,
    numbering: Numbering,
    notes: &Notes,
    ends: &Notes,
) -> Result<Source, Fault> {
    let mut body = Body { numbering, ..Body::default() };
    walk(xml, |seen| body.see(seen, notes, ends))?;
    Ok(body.source)
}

#[derive(Default)]
struct Body {
    source: Source,
    numbering: Numbering,
    /// Open paragraphs: a text box has its own inside another's.
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    in_text: bool,
    /// Inside what is no text of the document: deletions, older forms of pictures.
    skipped: usize,
    line: usize,
    numbers: HashMap<String, u32>,
    cells: usize,
    repeated: usize,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    list: Option<u32>,
    depth: u32,
    line: usize,
    notes: Vec<(u32, String)>,
    in_properties: bool,
}

#[derive(Default)]
struct Table {
    rows: Vec<Row>,
    row: Vec<String>,
    line: usize,
    cell: String,
    span: u32,
    /// Whether the open cell goes on from the row above.
    goes_on: bool,
    notes: Vec<(u32, String)>,
}

impl Body {
    fn see(&mut self, seen: Seen<'_>, notes: &Notes, ends: &Notes) -> Result<(), Fault> {
        match seen {
            Seen::Open("del" | "moveFrom" | "Fallback", _) => self.skipped += 1,
            Seen::Close("del" | "moveFrom" | "Fallback") => self.skipped = self.skipped.saturating_sub(1),
            _ if self.skipped > 0 => {}
            Seen::Open("p", _) => {
                self.line += 1;
                self.paragraphs.push(Paragraph { line: self.line, ..Paragraph::default() });
            }
            Seen::Close("p") => self.close_paragraph()?,
            Seen::Open("pPr", _) => self.paragraph(|paragraph| paragraph.in_properties = true),
            Seen::Close("pPr") => self.paragraph(|paragraph| paragraph.in_properties = false),
            Seen::Open("numId", element) => {
                let list = number(element).filter(|list| *list > 0);
                self.paragraph(|paragraph| paragraph.list = list);
            }
            Seen::Open("ilvl", element) => {
                let depth = number(element).unwrap_or(0).min(8);
                self.paragraph(|paragraph| paragraph.depth = depth);
            }
            Seen::Open("t", _) => self.in_text = true,
            Seen::Close("t") => self.in_text = false,
            Seen::Text(words) if self.in_text => self.paragraph(|paragraph| paragraph.text.push_str(words)),
            // A tab within properties is a tab stop.
            Seen::Open("tab", _) => self.paragraph(|paragraph| {
                if !paragraph.in_properties {
                    paragraph.text.push('\t');
                }
            }),
            Seen::Open("br" | "cr", element) => {
                let page = attribute(element, "type").is_some();
                self.paragraph(|paragraph| paragraph.text.push(if page { ' ' } else { '\n' }));
            }
            Seen::Open("noBreakHyphen", _) => self.paragraph(|paragraph| paragraph.text.push('-')),
            Seen::Open("footnoteReference", element) => self.note(element, notes, "f"),
            Seen::Open("endnoteReference", element) => self.note(element, ends, "e"),
            Seen::Open("tbl", _) => {
                self.tables.push(Table { line: self.line + 1, span: 1, ..Table::default() });
            }
            Seen::Close("tbl") => self.close_table(),
            Seen::Open("tr", _) => {
                let line = self.line + 1;
                self.table(|table| table.line = line);
            }
            Seen::Close("tr") => self.table(|table| {
                let row = Row { cells: std::mem::take(&mut table.row), line: table.line };
                table.rows.push(row);
            }),
            Seen::Open("gridSpan", element) => {
                let span = number(element).unwrap_or(1).clamp(1, MAX_SPAN);
                self.table(|table| table.span = span);
            }
            Seen::Open("vMerge", element) => {
                let goes_on = attribute(element, "val").is_none_or(|value| value != "restart");
                self.table(|table| table.goes_on = goes_on);
            }
            Seen::Close("tc") => self.close_cell()?,
            _ => {}
        }
        Ok(())
    }

    fn paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            change(paragraph);
        }
    }

    fn table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    fn note(&mut self, element: &quick_xml::events::BytesStart<'_>, notes: &Notes, kind: &str) {
        let Some(id) = attribute(element, "id") else { return };
        let next = self.numbers.len() as u32 + 1;
        let number = *self.numbers.entry(format!("{kind}{id}")).or_insert(next);
        // Its words stand once, however often it is referred to.
        let note = notes.iter().find(|(known, _)| number == next && *known == id);
        let words = note.map(|(_, words)| words.clone());
        self.paragraph(|paragraph| {
            paragraph.text.extend(["[^", &number.to_string(), "]"]);
            if let Some(words) = words {
                paragraph.notes.push((number, words));
            }
        });
    }

    /// Counts what is said again.
    fn repeat(&mut self, bytes: usize) -> Result<(), Fault> {
        self.repeated += bytes;
        if self.repeated > MAX_REPEATED {
            Err(Fault::Suspicious("nội dung lặp lại quá nhiều"))
        } else {
            Ok(())
        }
    }

    fn close_paragraph(&mut self) -> Result<(), Fault> {
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        let mut text = nfc(&paragraph.text).into_owned();
        if let Some(list) = paragraph.list.filter(|_| !text.trim().is_empty())
            && let Some(number) = self.numbering.next(list, paragraph.depth)
        {
            self.repeat(number.len())?;
            text = format!("{number} {}", text.trim_start());
        }
        if let Some(table) = self.tables.last_mut() {
            if !table.cell.is_empty() {
                table.cell.push('\n');
            }
            table.cell.push_str(&text);
            table.notes.extend(paragraph.notes);
            return Ok(());
        }
        for text in text.split('\n').filter(|text| !text.trim().is_empty()) {
            let line = Line { text: text.trim().to_owned(), line: paragraph.line };
            self.source.pieces.push(Piece::Paragraph(line));
        }
        self.push_notes(paragraph.notes, paragraph.line);
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), Fault> {
        self.cells += 1;
        if self.cells > MAX_CELLS {
            return Err(Fault::Suspicious("bảng quá lớn"));
        }
        let mut repeated = 0;
        self.table(|table| {
            let mut cell = std::mem::take(&mut table.cell).trim().to_owned();
            let at = table.row.len();
            if std::mem::take(&mut table.goes_on)
                && cell.is_empty()
                && let Some(above) = table.rows.last().and_then(|row| row.cells.get(at))
            {
                cell.clone_from(above);
                repeated = cell.len();
            }
            table.row.push(cell);
            // The columns that a wide cell covers stay countable.
            table.row.extend((1..table.span).map(|_| String::new()));
            table.span = 1;
        });
        self.repeat(repeated)
    }

    fn close_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        if let Some(outer) = self.tables.last_mut() {
            // A table in a cell: its words are the cell's.
            for row in table.rows {
                outer.cell.push('\n');
                outer.cell.push_str(&row.cells.join(" "));
            }
            outer.notes.extend(table.notes);
            return;
        }
        if !table.rows.is_empty() {
            self.source.pieces.push(Piece::Table(table.rows));
        }
        self.push_notes(table.notes, table.line);
    }

    fn push_notes(&mut self, notes: Vec<(u32, String)>, line: usize) {
        for (number, words) in notes {
            let text = nfc(words.trim()).into_owned();
            self.source.pieces.push(Piece::Note(number, Line { text, line }));
        }
    }
}
