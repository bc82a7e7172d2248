//! How the lists of offices are to be read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{IndexCode, ListReadingId};
use crate::record::{Extra, Kind, Record};

/// Cách đọc một danh sách: what a person said of a list that an office keeps, by its column headings, so that the next
/// one like it is read the same way, in whatever browser. What the headings say by themselves is not kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListReading {
    /// Its id, which follows from the headings: two copies of a file that read the same list meet.
    pub id: ListReadingId,
    /// Tên tệp of the list that was read last.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Tiêu đề cột of the list, from left to right.
    pub headings: Vec<String>,
    /// Cột hiểu là: by the heading the name of a field: `date`, `count:tin-bai`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// Tên gọi: what the list calls an office or a criterion, and its id or code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
    /// What the list is about, where its headings do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<ListMatter>,
    /// Bộ chỉ số that tallies and scores belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<IndexCode>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// What a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ListMatter {
    /// Hoạt động.
    #[default]
    Activities,
    /// Số liệu của chỉ số: tallies of a survey, scores, published values.
    Figures,
}

impl Record for ListReading {
    type Id = ListReadingId;
    const KIND: Kind = Kind::ListReadings;
    fn id(&self) -> &ListReadingId {
        &self.id
    }
}
