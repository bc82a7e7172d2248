//! What was given, taken apart into paragraphs, tables and footnotes: the same for a text and a Word file.

use serde::Serialize;

/// Paragraphs, tables and footnotes in reading order, and what stands in none of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Source {
    pub(super) pieces: Vec<Piece>,
    pub(super) outside: Vec<Outside>,
    /// Có macro: it was not looked at.
    pub(super) has_macros: bool,
}

/// A paragraph, a table or a footnote.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Paragraph(Line),
    Table(Vec<Row>),
    Note(u32, Line),
}

/// Words, and the line of the text (paragraph of the Word file) where they begin, from 1.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) line: usize,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) cells: Vec<String>,
    pub(super) line: usize,
}

/// Words of the document that are no passage of the plan, and what they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outside {
    /// The line where they stand, from 1.
    pub line: usize,
    /// The words.
    pub words: String,
    /// What they are.
    pub kind: OutsideKind,
}

/// What words outside the passages are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OutsideKind {
    /// Quốc hiệu, cơ quan ban hành, số, ký hiệu, địa danh, ngày.
    Letterhead,
    /// Nơi nhận.
    Recipients,
    /// Chữ ký.
    Signature,
    /// Số trang.
    PageNumber,
    /// Dấu chú thích: it stands in the passage as `[^1]`.
    NoteMark,
    /// Đường kẻ.
    Rule,
}

impl OutsideKind {
    /// What a person calls it.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Letterhead => "phần đầu văn bản",
            Self::Recipients => "nơi nhận",
            Self::Signature => "chữ ký",
            Self::PageNumber => "số trang",
            Self::NoteMark => "dấu chú thích",
            Self::Rule => "đường kẻ",
        }
    }
}
