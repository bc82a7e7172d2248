//! What a value rests on.

use serde::{Deserialize, Serialize};

/// Căn cứ của một giá trị: is it written in the plan, or did somebody conclude it?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Basis {
    /// Written in the plan.
    Written,
    /// Suy ra: concluded from the wording; the screen shows it as such.
    #[default]
    Inferred,
    /// Concluded, and confirmed by a person.
    Confirmed,
    /// Cần xác nhận: taken from custom or an unread document; nobody has checked it.
    Unverified,
}

impl Basis {
    /// The mark a reader sees; nothing for what is written or confirmed.
    pub const fn mark(self) -> Option<&'static str> {
        match self {
            Self::Written | Self::Confirmed => None,
            Self::Inferred => Some("suy ra"),
            Self::Unverified => Some("cần xác nhận"),
        }
    }
}

/// Một giá trị kèm căn cứ: a value, what it rests on, the plan's own wording, and why it was read so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stated<T> {
    /// The value.
    pub value: T,
    /// What it rests on.
    pub basis: Basis,
    /// The plan's own words, verbatim; empty where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wording: String,
    /// Why the value was concluded, in Vietnamese, for the person who confirms it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl<T> Stated<T> {
    /// A value that the plan writes, with its words.
    pub fn written(value: T, wording: impl Into<String>) -> Self {
        Self { value, basis: Basis::Written, wording: wording.into(), reason: String::new() }
    }

    /// A value concluded, with the reason.
    pub fn inferred(value: T, reason: impl Into<String>) -> Self {
        Self { value, basis: Basis::Inferred, wording: String::new(), reason: reason.into() }
    }
}
