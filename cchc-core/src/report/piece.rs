//! What a report is made of.

use crate::document::{Chart, HeadingLevel};
use crate::report::{Edited, Filter};

/// One piece of a report, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Đề mục.
    Heading {
        /// Cấp.
        level: HeadingLevel,
        /// The number to begin with, of a section to embed; else the next one.
        number: Option<u32>,
        /// Tiêu đề.
        title: String,
    },
    /// Đoạn văn.
    Paragraph(Paragraph),
    /// Bảng.
    Table(ReportTable),
    /// Biểu đồ.
    Chart(Chart),
}

/// Đoạn văn: composed, and perhaps written over by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Stable through all changes of figures: `hinh-thuc.niem-yet`.
    pub key: String,
    /// Whether it is an item of a list ("- …").
    pub is_item: bool,
    /// What was composed from the figures of today.
    pub composed: String,
    /// What a person wrote in its place.
    pub edited: Option<Edited>,
    /// The numbers it states.
    pub figures: Vec<Figure>,
}

impl Paragraph {
    /// A paragraph.
    pub(super) fn plain(key: impl Into<String>, composed: impl Into<String>) -> Self {
        Self { key: key.into(), is_item: false, composed: composed.into(), edited: None, figures: Vec::new() }
    }

    /// An item of a list.
    pub(super) fn item(key: impl Into<String>, composed: impl Into<String>) -> Self {
        Self { is_item: true, ..Self::plain(key, composed) }
    }

    /// Says which numbers it states.
    #[must_use]
    pub(super) fn stating(mut self, figures: impl IntoIterator<Item = Figure>) -> Self {
        self.figures.extend(figures);
        self
    }

    /// The words that stand in the report: the person's, where there are any.
    pub fn text(&self) -> &str {
        self.edited.as_ref().map_or(&self.composed, |edited| &edited.text)
    }

    /// Số liệu đã đổi: a person wrote over it, and since then its figures have moved.
    pub fn has_moved(&self) -> bool {
        self.edited.as_ref().is_some_and(|edited| edited.has_moved)
    }
}

/// Một con số, and the activities behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What is counted: `tin, bài`, `hoạt động`.
    pub unit: String,
    /// How many.
    pub value: u64,
    /// Finds what was counted.
    pub filter: Filter,
}

/// Bảng.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportTable {
    /// Stable, as in [`Paragraph::key`].
    pub key: String,
    /// Tên bảng.
    pub caption: Option<String>,
    /// Headings of the columns, each with its share of the width.
    pub columns: Vec<(String, u16)>,
    /// Rows.
    pub rows: Vec<TableRow>,
}

/// Dòng.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Values, from left to right.
    pub values: Vec<TableValue>,
    /// Dòng tổng.
    pub is_total: bool,
    /// Dòng nhóm: the first value is its number, the second its title, over all other columns.
    pub is_group: bool,
}

impl TableRow {
    /// A row of values.
    pub(super) fn plain(values: Vec<TableValue>) -> Self {
        Self { values, is_total: false, is_group: false }
    }

    /// Dòng tổng.
    pub(super) fn total(values: Vec<TableValue>) -> Self {
        Self { is_total: true, ..Self::plain(values) }
    }
}

/// Giá trị.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableValue {
    /// Chữ.
    Text(String),
    /// Thứ tự, ngày: words that stand in the middle.
    Mark(String),
    /// Số.
    Count(u64),
    /// Chưa báo cáo: unknown, "–", never 0.
    Unknown,
}

impl TableValue {
    /// A text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A mark.
    pub(super) fn mark(text: impl Into<String>) -> Self {
        Self::Mark(text.into())
    }

    /// As it is printed: "12", "–".
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Mark(text) => text.clone(),
            Self::Count(count) => crate::text::integer_vi(*count as i64),
            Self::Unknown => "–".to_owned(),
        }
    }
}

/// Phụ lục.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annex {
    /// Tên phụ lục.
    pub title: String,
    /// What stands under its tables.
    pub pieces: Vec<Piece>,
}
