//! How the form writes a document: numbers, capitals, end marks, blanks to fill in by hand.
//!
//! A [`Layout`] holds the words exactly as they stand on the paper, in reading order. Renderers only give them a look,
//! so that the Word file, the printed page and the plain text say the same.

mod excerpt;
mod grid;
mod lines;
mod numbering;
mod words;

use std::ops::Range;

use crate::document::{Appendix, Block, Chart, ChartPoint, Document, Form, HeadingLevel, Orientation, Title};
use crate::text::roman;

pub use excerpt::Excerpt;
pub use grid::{Grid, GridCell, GridRow, GridRowKind};
pub use words::{Run, Words};

use lines::{addressee_lines, date_line, number_line, recipient_lines};
use numbering::Counters;
use words::{Notes, capitals, line, lines, split, with_end};

/// Quốc hiệu.
pub const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ.
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Dấu kết thúc văn bản.
const END_MARK: &str = "./.";

/// Bản trình bày: a document as it stands on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The name by which files and windows call it.
    pub name: String,
    /// Above everything; its lines end in line feeds.
    pub notice: Option<String>,
    /// Phần đầu; none for a section to embed.
    pub head: Option<Head>,
    /// The text, then the appendices.
    pub parts: Vec<Part>,
    /// Chú thích: number `n` is `notes[n - 1]`.
    pub notes: Vec<Words>,
}

/// Phần đầu: everything before the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Cơ quan chủ quản.
    pub parent: Vec<String>,
    /// Cơ quan ban hành.
    pub issuer: Vec<String>,
    /// `Số: 05/BC-UBND`, with a blank where there is no number yet.
    pub number: String,
    /// `V/v …` under the number: công văn.
    pub letter_subject: Option<String>,
    /// `Hoa Thám, ngày 05 tháng 02 năm 2026`, with blanks where a part is not known yet.
    pub place_date: String,
    /// Tên loại.
    pub kind: Option<String>,
    /// Trích yếu, under the type.
    pub subject: Vec<String>,
    /// Kính gửi: one line, or `Kính gửi:` and a line for each.
    pub addressees: Vec<String>,
    /// Căn cứ, with their end marks.
    pub legal_bases: Vec<Words>,
}

/// The text, or one appendix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Khổ giấy.
    pub orientation: Orientation,
    /// What stands above an appendix.
    pub appendix: Option<AppendixHead>,
    /// From top to bottom.
    pub pieces: Vec<Piece>,
    /// Nơi nhận and signatures, after the text.
    pub close: Option<Close>,
    /// Which of [`Layout::notes`] hang on this part, as positions from 0.
    pub notes: Range<usize>,
}

/// What stands above an appendix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppendixHead {
    /// `Phụ lục I`, or `Phụ lục` where it is the only one.
    pub number: String,
    /// Tên phụ lục, in capitals.
    pub title: String,
    /// `(Kèm theo Báo cáo số … )`; none where nothing is issued.
    pub reference: Option<String>,
}

/// One piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Đề mục, with its number.
    Heading(HeadingLevel, Words),
    /// Đoạn văn.
    Paragraph {
        /// The text.
        words: Words,
        /// As in [`Paragraph::key`](crate::document::Paragraph::key).
        key: Option<String>,
    },
    /// Ý liệt kê, with its mark.
    Item {
        /// The text, the mark first.
        words: Words,
        /// As in [`Paragraph::key`](crate::document::Paragraph::key).
        key: Option<String>,
    },
    /// Bảng.
    Table(Grid),
    /// Biểu đồ.
    Chart(Chart),
}

/// Phần cuối.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Close {
    /// The lines under `Nơi nhận:`, with dashes and end marks; empty where nobody is named.
    pub recipients: Vec<String>,
    /// Chữ ký.
    pub signatures: Vec<SignatureBlock>,
}

/// Một chữ ký.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureBlock {
    /// Quyền hạn, chức vụ, in capitals.
    pub authority: Vec<String>,
    /// Họ và tên.
    pub name: String,
}

impl Layout {
    /// Lays a document out.
    pub fn of(document: &Document) -> Self {
        let mut notes = Notes::default();
        let head = document.form.as_ref().map(|form| head(form, &mut notes));
        let mut pieces = pieces(&document.body, &mut notes);
        if document.form.is_some() {
            end(&mut pieces);
        }
        let body = Part {
            orientation: Orientation::Portrait,
            appendix: None,
            pieces,
            close: document.form.as_ref().map(close),
            notes: 0..notes.len(),
        };
        let alone = document.appendices.len() == 1;
        let reference = document.form.as_ref().map(reference);
        let appendices = document.appendices.iter().enumerate().map(|(index, appendix)| {
            let number = if alone {
                "Phụ lục".to_owned()
            } else {
                format!("Phụ lục {}", roman(index as u32 + 1))
            };
            self::appendix(appendix, number, reference.clone(), &mut notes)
        });
        let parts = std::iter::once(body).chain(appendices).collect();
        Self {
            name: line(&document.name),
            notice: document
                .notice
                .as_deref()
                .map(|notice| split(notice).join("\n"))
                .filter(|notice| !notice.is_empty()),
            head,
            parts,
            notes: notes.into_words(),
        }
    }
}

fn head(form: &Form, notes: &mut Notes) -> Head {
    let letterhead = &form.letterhead;
    let (letter_subject, kind, subject) = match &form.title {
        Title::Named { kind, subject } => (None, Some(capitals(kind)), lines(subject)),
        Title::Letter { subject } => {
            let subject = line(subject);
            ((!subject.is_empty()).then(|| format!("V/v {subject}")), None, Vec::new())
        }
    };
    let count = form.legal_bases.len();
    let legal_bases = form
        .legal_bases
        .iter()
        .enumerate()
        .map(|(index, basis)| with_end(notes.words(basis), if index + 1 == count { "." } else { ";" }))
        .collect();
    Head {
        parent: lines(&letterhead.parent).iter().map(|name| capitals(name)).collect(),
        issuer: lines(&letterhead.issuer).iter().map(|name| capitals(name)).collect(),
        number: number_line(letterhead),
        letter_subject,
        place_date: format!("{}, {}", line(&letterhead.place), date_line(letterhead.date)),
        kind,
        subject,
        addressees: addressee_lines(&form.addressees),
        legal_bases,
    }
}

fn pieces(blocks: &[Block], notes: &mut Notes) -> Vec<Piece> {
    let mut counters = Counters::default();
    blocks
        .iter()
        .map(|block| match block {
            Block::Heading(heading) => {
                let number = counters.heading(heading.level, heading.number);
                let mut title = notes.words(&heading.title);
                if heading.level == HeadingLevel::Section {
                    title.capitalize();
                }
                Piece::Heading(heading.level, title.behind(&number))
            }
            Block::Paragraph(paragraph) => {
                counters.interrupt();
                Piece::Paragraph { words: notes.words(&paragraph.text), key: paragraph.key.clone() }
            }
            Block::ListItem(item) => {
                let mark = counters.item(item.marker);
                Piece::Item { words: notes.words(&item.text).behind(&mark), key: item.key.clone() }
            }
            Block::Table(table) => {
                counters.interrupt();
                Piece::Table(Grid::of(table, notes))
            }
            Block::Chart(chart) => {
                counters.interrupt();
                Piece::Chart(lined(chart))
            }
        })
        .collect()
}

/// A chart, each of its words in one line.
fn lined(chart: &Chart) -> Chart {
    let point = |point: &ChartPoint| ChartPoint {
        name: line(&point.name),
        figure: line(&point.figure),
        ..point.clone()
    };
    Chart {
        caption: line(&chart.caption),
        key: line(&chart.key),
        kind: chart.kind,
        points: chart.points.iter().map(point).collect(),
    }
}

/// Sets the end mark behind the last words of the text; on a line of its own where it ends in a table, a chart or a
/// heading.
fn end(pieces: &mut Vec<Piece>) {
    match pieces.last_mut() {
        Some(Piece::Paragraph { words, .. } | Piece::Item { words, .. }) => {
            *words = with_end(std::mem::take(words), END_MARK);
        }
        _ => pieces.push(Piece::Paragraph { words: Words::plain(END_MARK), key: None }),
    }
}

fn close(form: &Form) -> Close {
    Close {
        recipients: recipient_lines(&form.recipients),
        signatures: form
            .signatures
            .iter()
            .map(|signature| SignatureBlock {
                authority: lines(&signature.authority).iter().map(|title| capitals(title)).collect(),
                name: line(&signature.name),
            })
            .collect(),
    }
}

fn appendix(appendix: &Appendix, number: String, reference: Option<String>, notes: &mut Notes) -> Part {
    let first_note = notes.len();
    let pieces = pieces(&appendix.body, notes);
    Part {
        orientation: appendix.orientation,
        appendix: Some(AppendixHead { number, title: capitals(&appendix.title), reference }),
        pieces,
        close: None,
        notes: first_note..notes.len(),
    }
}

/// `(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Hoa Thám)`.
fn reference(form: &Form) -> String {
    let letterhead = &form.letterhead;
    let kind = match &form.title {
        Title::Named { kind, .. } => line(kind),
        Title::Letter { .. } => "Công văn".to_owned(),
    };
    let number = number_line(letterhead).replacen("Số:", "số", 1);
    let issuer = lines(&letterhead.issuer).join(" ");
    let of = if issuer.is_empty() { String::new() } else { format!(" của {issuer}") };
    format!("(Kèm theo {kind} {number} {}{of})", date_line(letterhead.date))
}

#[cfg(test)]
mod tests;
