//! Bộ chỉ số của tệp: imported or edited by the user.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::id::IndexCode;
use crate::indicator::IndicatorSet;
use crate::record::{Extra, Kind, Record};

/// Bộ chỉ số của tệp. It stands in place of the built-in one of its code, for this file.
///
/// The set is one field, so that a merge takes one whole version of it and never a mixture; one that contradicts itself
/// is refused where it is read ([`IndicatorSet::check`]).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnSet {
    /// Its id: the code of the set.
    pub id: IndexCode,
    /// The set.
    #[serde(deserialize_with = "checked")]
    pub set: IndicatorSet,
    /// Ghi chú: where it was imported from, what was changed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl OwnSet {
    /// A set as the file's own.
    pub fn new(set: IndicatorSet) -> Self {
        Self { id: set.code.clone(), set, note: String::new(), extra: Extra::new() }
    }
}

fn checked<'de, D: Deserializer<'de>>(deserializer: D) -> Result<IndicatorSet, D::Error> {
    let set = IndicatorSet::deserialize(deserializer)?;
    set.check().map_err(D::Error::custom)?;
    Ok(set)
}

impl Record for OwnSet {
    type Id = IndexCode;
    const KIND: Kind = Kind::IndicatorSets;
    fn id(&self) -> &IndexCode {
        &self.id
    }
}
