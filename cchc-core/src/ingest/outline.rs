//! Bố cục: paragraphs as the passages of a plan, each in its section, and what the section is about.

mod marker;
mod part;

use std::collections::HashSet;
use std::ops::Range;

pub(super) use marker::{Marker, marker};
pub(super) use part::Part;

use super::source::{Line, Outside, OutsideKind, Piece, Row, Source};
use super::table::{Column, columns};
use super::words::{is_capitals, tidy};
use crate::id::PassageId;
use crate::plan::PassageRole;
use crate::text::slug;

/// The document laid out: what will be passages, and the lines around them.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) blocks: Vec<Block>,
    /// Lines above the title, columns already apart.
    pub(super) letterhead: Vec<Line>,
    /// Lines from "Nơi nhận" or the signature on, columns apart.
    pub(super) closing: Vec<Line>,
    pub(super) outside: Vec<Outside>,
}

/// A passage to be.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) id: PassageId,
    pub(super) section: String,
    pub(super) role: PassageRole,
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) part: Part,
    /// Its marker and where the words after it begin.
    pub(super) marker: Option<(Marker, usize)>,
    /// The heading it stands under: its place among the blocks.
    pub(super) heading: Option<usize>,
    /// Of a row of a table: its cells.
    pub(super) cells: Option<Cells>,
}

/// The cells of a row within its text, and what the columns of the table are.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    pub(super) at: Vec<Range<usize>>,
    pub(super) columns: Vec<Option<Column>>,
    pub(super) is_head: bool,
}

impl Block {
    fn new(id: PassageId, role: PassageRole, text: String, line: usize, part: Part) -> Self {
        let section = String::new();
        Self { id, section, role, text, line, part, marker: None, heading: None, cells: None }
    }

    /// The words after the marker.
    pub(super) fn rest(&self) -> &str {
        self.text[self.rest_at()..].trim()
    }

    pub(super) fn rest_at(&self) -> usize {
        self.marker.as_ref().map_or(0, |(_, at)| *at)
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.role, PassageRole::Heading | PassageRole::Subheading)
    }
}

/// Lays a document out.
pub(super) fn outline(source: Source) -> Outline {
    let Source { pieces, outside, .. } = source;
    let title = pieces.iter().take(60).position(is_title);
    let mut builder = Builder {
        out: Outline { outside, ..Outline::default() },
        has_roman: has(&pieces, |marker| matches!(marker, Marker::Roman(_))),
        has_capital: has(&pieces, |marker| matches!(marker, Marker::Capital(_))),
        ..Builder::default()
    };
    let mut at = 0;
    if let Some(title) = title {
        for piece in &pieces[..title] {
            builder.around(piece, OutsideKind::Letterhead);
        }
        at = builder.title(&pieces, title);
    }
    while let Some(piece) = pieces.get(at) {
        builder.piece(piece, pieces.get(at + 1));
        at += 1;
    }
    builder.place_notes();
    builder.out
}

/// Whether a paragraph has such a marker.
fn has(pieces: &[Piece], is_one: impl Fn(&Marker) -> bool) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Paragraph(line) => marker(&line.text).is_some_and(|(marker, _)| is_one(&marker)),
        _ => false,
    })
}

/// "KẾ HOẠCH", with or without its subject.
fn is_title(piece: &Piece) -> bool {
    let Piece::Paragraph(line) = piece else { return false };
    let text = line.text.trim_matches('*').trim();
    text.strip_prefix("KẾ HOẠCH").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', ':']))
}

#[derive(Default)]
struct Builder {
    out: Outline,
    has_roman: bool,
    has_capital: bool,
    /// Open sections: level, id, part, place of the heading.
    open: Vec<Section>,
    ids: HashSet<String>,
    bodies: usize,
    reached: Reached,
    unmarked: usize,
}

/// Which part of the document the pieces are in.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Reached {
    #[default]
    Body,
    Close,
    Appendix,
}

#[derive(Clone)]
struct Section {
    level: usize,
    id: String,
    part: Part,
    heading: usize,
    bodies: usize,
}

impl Builder {
    /// Lines that are no passages: the letterhead and the close, their columns apart.
    fn around(&mut self, piece: &Piece, kind: OutsideKind) {
        let lines: Vec<Line> = match piece {
            Piece::Paragraph(line) => vec![line.clone()],
            Piece::Note(number, line) => {
                self.note(*number, line);
                return;
            }
            Piece::Table(rows) => rows
                .iter()
                .flat_map(|row| row.cells.iter().map(|cell| Line { text: cell.clone(), line: row.line }))
                .collect(),
        };
        for Line { text, line } in lines {
            for text in text.split(['\n', '\t']).flat_map(|text| text.split("   ")) {
                let text = text.trim();
                if text.is_empty() {
                    continue;
                }
                let is_recipient = kind != OutsideKind::Letterhead
                    && (text.starts_with(['-', '–', '+', '•']) || text.starts_with("Nơi nhận"));
                let kind = if is_recipient { OutsideKind::Recipients } else { kind };
                self.out.outside.push(Outside { line, words: text.to_owned(), kind });
                let line = Line { text: tidy(text.trim_matches('*')), line };
                match kind {
                    OutsideKind::Letterhead => self.out.letterhead.push(line),
                    _ => self.out.closing.push(line),
                }
            }
        }
    }

    /// The title, which may take several lines; gives the first piece after it.
    fn title(&mut self, pieces: &[Piece], at: usize) -> usize {
        let mut lines = Vec::new();
        let mut next = at;
        while let Some(Piece::Paragraph(line)) = pieces.get(next) {
            let text = line.text.as_str();
            let opens = next > at
                && (marker(text).is_some()
                    || OPENINGS.iter().any(|words| text.starts_with(words))
                    || text.chars().count() > 220
                    || text.ends_with(['.', ';', ':']));
            if opens || lines.len() == 5 {
                break;
            }
            lines.push(tidy(text));
            next += 1;
        }
        let line = if let Piece::Paragraph(line) = &pieces[at] { line.line } else { 1 };
        let id = self.unique("ten-ke-hoach");
        self.push(Block::new(id, PassageRole::Heading, lines.join(" "), line, Part::Title));
        next
    }

    fn piece(&mut self, piece: &Piece, next: Option<&Piece>) {
        if let Piece::Note(number, line) = piece {
            self.note(*number, line);
            return;
        }
        let first = match piece {
            Piece::Paragraph(line) => line.text.as_str(),
            Piece::Table(rows) => {
                rows.first().and_then(|row| row.cells.first()).map(String::as_str).unwrap_or_default()
            }
            Piece::Note(..) => "",
        };
        if is_appendix(first) {
            self.reached = Reached::Appendix;
        } else if is_close(first) {
            self.reached = Reached::Close;
        }
        if self.reached == Reached::Close {
            self.around(piece, OutsideKind::Signature);
            return;
        }
        match piece {
            Piece::Paragraph(line) => self.paragraph(line, next),
            Piece::Table(rows) => self.table(rows),
            Piece::Note(..) => {}
        }
    }

    fn paragraph(&mut self, line: &Line, next: Option<&Piece>) {
        let text = tidy(&line.text);
        let found = marker(&text);
        let rest = found.as_ref().map_or(text.as_str(), |(_, at)| text[*at..].trim());
        let next = next.map(|piece| match piece {
            Piece::Paragraph(line) => marker(&line.text).map(|(marker, _)| marker),
            _ => None,
        });
        let level = match &found {
            Some((Marker::Capital(_), _)) => Some(0),
            Some((Marker::Roman(_), _)) if self.has_capital => {
                is_heading(rest, next.as_ref(), &Marker::Bullet).then_some(1)
            }
            Some((Marker::Roman(_), _)) if rest.chars().count() <= 220 => Some(1),
            Some((Marker::Arabic(numbers), _)) => {
                let top = !self.has_roman && numbers.len() == 1 && is_capitals(rest);
                let follows = Marker::Arabic(following(numbers));
                is_heading(rest, next.as_ref(), &follows).then_some(if top { 1 } else { 1 + numbers.len() })
            }
            Some((Marker::Letter(letter), _)) => {
                is_heading(rest, next.as_ref(), &Marker::Letter(marker::letter_after(*letter))).then_some(8)
            }
            None if is_appendix(&text) || (is_capitals(&text) && text.chars().count() > 6) => Some(1),
            _ => None,
        };
        match level {
            Some(level) => self.heading(level, &text, found, line.line),
            None => self.body(text, found, line.line),
        }
    }

    fn heading(&mut self, level: usize, text: &str, found: Option<(Marker, usize)>, line: usize) {
        self.open.retain(|section| section.level < level);
        let parent = self.open.last();
        let step = match &found {
            Some((Marker::Roman(number), _)) => crate::text::roman(*number),
            Some((Marker::Arabic(numbers), _)) => numbers.last().map_or_else(String::new, u32::to_string),
            Some((Marker::Letter('đ'), _)) => "dd".to_owned(),
            Some((Marker::Capital('Đ'), _)) => "DD".to_owned(),
            Some((Marker::Letter(letter) | Marker::Capital(letter), _)) => letter.to_string(),
            _ if is_appendix(text) => {
                let number = slug(text.split_whitespace().nth(2).unwrap_or_default(), 8);
                if number.is_empty() { "PL".to_owned() } else { format!("PL-{}", number.to_uppercase()) }
            }
            _ => {
                self.unmarked += 1;
                format!("M{}", self.unmarked)
            }
        };
        let wanted = match parent {
            Some(parent) => format!("{}.{step}", parent.id),
            None => step,
        };
        let rest = found.as_ref().map_or(text, |(_, at)| text[*at..].trim());
        let part = if self.reached == Reached::Appendix {
            Part::Appendix
        } else {
            part::of_heading(rest, parent.map(|parent| parent.part))
        };
        let id = self.unique(&wanted);
        let top = usize::from(!self.has_capital);
        let role = if level <= top { PassageRole::Heading } else { PassageRole::Subheading };
        let heading = self.out.blocks.len();
        let section = id.as_str().to_owned();
        let block = Block::new(id, role, text.to_owned(), line, part);
        self.push(Block { section: section.clone(), marker: found, ..block });
        self.open.push(Section { level, id: section, part, heading, bodies: 0 });
    }

    fn body(&mut self, text: String, found: Option<(Marker, usize)>, line: usize) {
        let ends = part::closing_words(&text);
        if ends.is_some() && self.reached == Reached::Body {
            self.open.truncate(1);
        }
        let part = match (ends, self.open.last()) {
            (Some(_), _) => Part::Closing,
            (None, Some(section)) => part::of_item(&text, section.part),
            (None, None) => Part::Opening,
        };
        let (wanted, section) = match (ends, self.open.last_mut()) {
            (Some(ends), Some(section)) => (format!("{}.{ends}", section.id), section.id.clone()),
            (Some(ends), None) => (ends.to_owned(), String::new()),
            (None, Some(section)) => {
                section.bodies += 1;
                let mark = if section.level <= 1 { "d" } else { "" };
                (format!("{}.{mark}{}", section.id, section.bodies), section.id.clone())
            }
            (None, None) => {
                self.bodies += 1;
                let more = if self.bodies == 1 { String::new() } else { format!("-{}", self.bodies) };
                (format!("mo-dau{more}"), String::new())
            }
        };
        let id = self.unique(&wanted);
        let block = Block::new(id, PassageRole::Body, text, line, part);
        self.push(Block { section, marker: found, ..block });
    }

    fn table(&mut self, rows: &[Row]) {
        let (columns, head) = columns(rows);
        for (nth, row) in rows.iter().enumerate() {
            let mut text = String::new();
            let mut at = Vec::with_capacity(row.cells.len());
            for (nth, cell) in row.cells.iter().enumerate() {
                if nth > 0 {
                    text.push_str(" | ");
                }
                let start = text.len();
                text.push_str(&tidy(cell));
                at.push(start..text.len());
            }
            if text.trim_matches([' ', '|']).is_empty() {
                continue;
            }
            // The head is repeated where a page begins.
            let is_head = head.is_some_and(|head| nth == head || row.cells == rows[head].cells);
            let before = self.out.blocks.len();
            self.body(text, None, row.line);
            if let Some(block) = self.out.blocks.get_mut(before) {
                block.cells = Some(Cells { at, columns: columns.clone(), is_head });
                if columns.iter().flatten().any(|column| *column == Column::Task) {
                    block.part = Part::Table;
                }
            }
        }
    }

    fn note(&mut self, number: u32, line: &Line) {
        let id = self.unique(&format!("chu-thich-{number}"));
        let section = self.open.last().map_or_else(String::new, |section| section.id.clone());
        let text = tidy(&line.text);
        let block = Block::new(id, PassageRole::Footnote(number), text, line.line, Part::Note);
        self.push(Block { section, ..block });
    }

    /// Adds a block below the section that is open.
    fn push(&mut self, block: Block) {
        let heading = self.open.last().map(|section| section.heading);
        self.out.blocks.push(Block { heading, ..block });
    }

    /// The id, with a number behind it where it is taken.
    fn unique(&mut self, wanted: &str) -> PassageId {
        let short: String = wanted.chars().take(80).collect();
        let mut id = short.clone();
        let mut nth = 1;
        while !self.ids.insert(id.clone()) {
            nth += 1;
            id = format!("{short}-{nth}");
        }
        PassageId::new(&id).unwrap_or_else(|_| {
            let fallback = format!("doan-{}", self.ids.len());
            PassageId::new(fallback).expect("a plain id")
        })
    }

    /// Each footnote after the paragraph that its mark stands in; what has no mark comes last.
    fn place_notes(&mut self) {
        let blocks = std::mem::take(&mut self.out.blocks);
        let mut moved = vec![0; blocks.len()];
        let is_note = |block: &Block| matches!(block.role, PassageRole::Footnote(_));
        let (mut notes, bodies): (Vec<_>, Vec<_>) =
            blocks.into_iter().enumerate().partition(|(_, block)| is_note(block));
        let mut placed: Vec<Block> = Vec::with_capacity(moved.len());
        for (was, block) in bodies {
            moved[was] = placed.len();
            let marks: Vec<u32> = block.text.split("[^").skip(1).filter_map(mark_number).collect();
            let section = block.section.clone();
            placed.push(block);
            for number in marks {
                let at = notes.iter().position(|(_, note)| note.role == PassageRole::Footnote(number));
                if let Some(at) = at {
                    let (_, mut note) = notes.remove(at);
                    note.section.clone_from(&section);
                    placed.push(note);
                }
            }
        }
        placed.extend(notes.into_iter().map(|(_, note)| note));
        for block in &mut placed {
            block.heading = block.heading.map(|heading| moved[heading]).filter(|_| !is_note(block));
        }
        self.out.blocks = placed;
    }
}

fn mark_number(after: &str) -> Option<u32> {
    after.split_once(']').and_then(|(number, _)| number.parse().ok())
}

/// Words with which the text after the title begins.
const OPENINGS: [&str; 14] = [
    "Căn cứ",
    "Thực hiện",
    "Triển khai",
    "UBND",
    "Ủy ban",
    "Uỷ ban",
    "Để ",
    "Nhằm",
    "Trên cơ sở",
    "Năm ",
    "Phát huy",
    "Tiếp tục",
    "Theo ",
    "(",
];

fn following(numbers: &[u32]) -> Vec<u32> {
    let mut next = numbers.to_vec();
    if let Some(last) = next.last_mut() {
        *last += 1;
    }
    next
}

/// Whether numbered words are the heading of what follows, and no item of a list.
fn is_heading(rest: &str, next: Option<&Option<Marker>>, sibling: &Marker) -> bool {
    let short = rest.chars().count() <= 160 && !rest.ends_with(['.', ';', ',', '/']) && !rest.contains(". ");
    let lone = rest.ends_with(':') || !rest.contains(": ");
    short
        && lone
        && next.is_some_and(|next| next.as_ref() != Some(sibling) && !matches!(next, Some(Marker::Roman(_))))
}

fn is_appendix(text: &str) -> bool {
    let text = text.trim_matches('*').trim_start();
    (text.starts_with("PHỤ LỤC") || text.starts_with("Phụ lục"))
        && text.chars().count() <= 160
        && !text.ends_with('.')
}

/// Whether the document closes here: the recipients, or who signs.
fn is_close(text: &str) -> bool {
    let text = text.trim().trim_matches('*').trim();
    if text.starts_with("Nơi nhận") {
        return true;
    }
    let first = text.split(['\n', '\t']).next().unwrap_or_default();
    let signs = ["TM.", "TM ", "T/M", "KT.", "Q.", "TL.", "TUQ.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"];
    is_capitals(first) && first.chars().count() <= 60 && signs.iter().any(|sign| first.starts_with(sign))
}
