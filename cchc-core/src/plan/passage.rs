//! The text of the plan, paragraph by paragraph.

use serde::{Deserialize, Serialize};

use crate::id::PassageId;
use crate::record::{Extra, Kind, Record};

/// Đoạn văn: one paragraph, heading or footnote of the plan, verbatim.
///
/// A footnote mark stands in the text as `[^1]`; the footnote itself is a passage with
/// [`PassageRole::Footnote`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// Its id.
    pub id: PassageId,
    /// Place in the text, from 1.
    pub order: u32,
    /// The section it stands in: `I.1`, `II.2`, `III.4`; empty for the opening and the close.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// What it is.
    pub role: PassageRole,
    /// Its words.
    pub text: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PassageRole {
    /// Tiêu đề mục lớn: `I. MỤC TIÊU, YÊU CẦU`.
    Heading,
    /// Tiêu đề mục nhỏ: `1. Mục tiêu`.
    Subheading,
    /// Đoạn văn.
    Body,
    /// Chú thích cuối trang, with the number it has in the text.
    Footnote(u32),
}

impl Record for Passage {
    type Id = PassageId;
    const KIND: Kind = Kind::Passages;
    fn id(&self) -> &PassageId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}

/// Nguồn: the words of the plan a record was taken from.
///
/// The quotation is verbatim: it is found in the text of the passage (checked on reading). Empty means the whole
/// passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// The passage.
    pub passage: PassageId,
    /// The words in it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Source {
    /// Those words of that passage; the whole of it where `quote` is empty.
    pub fn new(passage: PassageId, quote: impl Into<String>) -> Self {
        Self { passage, quote: quote.into(), extra: Extra::new() }
    }
}
