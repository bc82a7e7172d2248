//! Lịch sử: who changed what, when, and what stood there before.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::exchange::{Dot, RecordKey, Transfer};
use crate::id::OfficeId;
use crate::json;
use crate::record::Extra;

/// Một lần thay đổi.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct JournalEntry {
    /// Which change it was.
    pub dot: Dot,
    /// When, by the writer's clock: for people, not for merging.
    pub at: DateTime<FixedOffset>,
    /// For which office the writer worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeId>,
    /// What was done, in a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The records changed.
    #[serde(deserialize_with = "edits")]
    pub edits: Vec<JournalEdit>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// Một bản ghi trong một lần thay đổi, as it was before. What it became is what the next entry found, or what stands
/// in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum JournalEdit {
    /// The record was made.
    Created(RecordKey),
    /// Fields were changed; `before` has their old values (`null` where absent).
    Changed {
        /// The record.
        record: RecordKey,
        /// The old values.
        before: Map<String, Value>,
    },
    /// The record was deleted; `before` is the whole of it.
    Removed {
        /// The record.
        record: RecordKey,
        /// The record as it was.
        before: Map<String, Value>,
    },
    /// A file was sent to another office.
    Sent(Transfer),
    /// A file was received and taken in.
    Received(Transfer),
    /// An edit of a kind, or of a record of a kind, that this version does not know; kept.
    #[serde(untagged)]
    Other(Value),
}

/// An edit with a field twice is read as a value, which has it once: so it is an edit of its kind at once, and not only
/// when it is read again.
fn edits<'de, D: serde::Deserializer<'de>>(reader: D) -> Result<Vec<JournalEdit>, D::Error> {
    let known = |edit| match edit {
        JournalEdit::Other(value) => json::read(&value.to_string()).unwrap_or(JournalEdit::Other(value)),
        known => known,
    };
    Ok(Vec::deserialize(reader)?.into_iter().map(known).collect())
}

impl JournalEdit {
    /// The record it is about, where this version knows it.
    pub fn record(&self) -> Option<&RecordKey> {
        match self {
            Self::Created(record) | Self::Changed { record, .. } | Self::Removed { record, .. } => {
                Some(record)
            }
            Self::Sent(_) | Self::Received(_) | Self::Other(_) => None,
        }
    }

    /// The file sent or received.
    pub const fn transfer(&self) -> Option<&Transfer> {
        match self {
            Self::Sent(transfer) | Self::Received(transfer) => Some(transfer),
            _ => None,
        }
    }
}
