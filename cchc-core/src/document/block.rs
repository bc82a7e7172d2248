//! The blocks of a document's body.

use serde::{Deserialize, Serialize};

use crate::document::{Chart, Rich, Table};

/// Khối: one piece of the body, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Block {
    /// Đề mục.
    Heading(Heading),
    /// Đoạn văn.
    Paragraph(Paragraph),
    /// Ý liệt kê.
    ListItem(ListItem),
    /// Bảng.
    Table(Table),
    /// Biểu đồ.
    Chart(Chart),
}

impl Block {
    /// A heading with the next number of its level.
    pub fn heading(level: HeadingLevel, title: impl Into<Rich>) -> Self {
        Self::Heading(Heading { level, number: Some(Ordinal::Next), title: title.into() })
    }

    /// A paragraph.
    pub fn paragraph(text: impl Into<Rich>) -> Self {
        Self::Paragraph(Paragraph { text: text.into(), key: None })
    }

    /// A line with a dash before it ("- …").
    pub fn dash(text: impl Into<Rich>) -> Self {
        Self::ListItem(ListItem { marker: Marker::Dash, text: text.into(), key: None })
    }
}

/// Đề mục with its number, which follows from its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Heading {
    /// Cấp.
    pub level: HeadingLevel,
    /// Số thứ tự; none for a heading without a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Ordinal>,
    /// Tiêu đề, in ordinary case: the form makes the first level capitals.
    pub title: Rich,
}

/// Cấp of a heading (NĐ 30/2020/NĐ-CP, Phụ lục I, phần II).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum HeadingLevel {
    /// `I. KẾT QUẢ THỰC HIỆN`: Roman number, capitals, bold.
    Section,
    /// `1. Nội dung tuyên truyền`: Arabic number, bold.
    Item,
    /// `a) Báo, đài`: Vietnamese letter, upright.
    Point,
}

/// Which number a heading or list item carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Ordinal {
    /// The one after the number before it; 1 at the start, and after a heading of a higher level.
    Next,
    /// This one, and the next ones count on from it: a section to embed that begins at 4.
    At(u32),
}

/// Đoạn văn: justified, its first line indented.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paragraph {
    /// The text.
    pub text: Rich,
    /// A name by which whoever composed it finds it again (to edit it on the screen). Never printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// Ý liệt kê: a paragraph behind a mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListItem {
    /// Dấu đầu dòng.
    pub marker: Marker,
    /// The text.
    pub text: Rich,
    /// As in [`Paragraph::key`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// Dấu đầu dòng. Numbers and letters start anew after any block that is not a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Marker {
    /// `- `
    Dash,
    /// `+ `
    Plus,
    /// `1. `, upright: an item without a title.
    Number(Ordinal),
    /// `a) `, in the order a, b, c, d, đ, e, g, h, i, k. Starts anew after a number.
    Letter(Ordinal),
}
