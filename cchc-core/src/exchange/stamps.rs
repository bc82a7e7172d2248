//! What merging needs, kept apart from what a person reads.
//!
//! The theory is that of delta-state CRDTs (Almeida, Shoker, Baquero 2018): a map of records, each a map of fields,
//! each field a multi-value register whose values carry a [`Dot`], under one causal context per file. A deleted
//! record is a dot that the context covers and nobody carries, so there are no tombstones. Times and names are
//! information for people and never enter here.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::exchange::RawJson;
use crate::id::WriterId;
use crate::record::{Extra, Kind};

/// The field name under which a record carries the dot of every field that is not listed by itself.
pub const WHOLE_RECORD: &str = "*";

/// Dấu ghi: the `n`-th change of one writer. Written `writer@n`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dot {
    /// Who wrote.
    pub writer: WriterId,
    /// Which of the writer's changes, from 1.
    pub n: u64,
}

impl fmt::Display for Dot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.writer, self.n)
    }
}

impl FromStr for Dot {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let broken =
            || format!("dấu ghi “{}” không đúng dạng máy@số", text.chars().take(60).collect::<String>());
        let (writer, n) = text.rsplit_once('@').ok_or_else(broken)?;
        let n = n.parse().ok().filter(|n| *n > 0).ok_or_else(broken)?;
        Ok(Self { writer: WriterId::new(writer).map_err(|_| broken())?, n })
    }
}

impl Serialize for Dot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Dot {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Khóa bản ghi: kind and id, written `activities/01H…`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey {
    /// The kind.
    pub kind: Kind,
    /// The id; `plan` for the header.
    pub id: Arc<str>,
}

impl RecordKey {
    /// The key of the record of that kind and id.
    pub fn new(kind: Kind, id: impl Into<Arc<str>>) -> Self {
        Self { kind, id: id.into() }
    }

    /// The key of the plan's header.
    pub fn plan() -> Self {
        Self::new(Kind::Plan, "plan")
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.key(), self.id)
    }
}

impl FromStr for RecordKey {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        text.split_once('/').and_then(|(kind, id)| Some(Self::new(Kind::from_key(kind)?, id))).ok_or_else(
            || {
                format!(
                    "khóa bản ghi “{}” không đúng dạng loại/mã",
                    text.chars().take(60).collect::<String>()
                )
            },
        )
    }
}

impl Serialize for RecordKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RecordKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The stamp of one field: the dot of its value, or several values that were written without knowing of each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FieldStamp {
    /// One value, the one in the record.
    One(Dot),
    /// A conflict: each value with its dot. The record holds the standing one meanwhile.
    Conflict(Vec<(Dot, Value)>),
}

/// The stamps of one record, by the name of the field. [`WHOLE_RECORD`] stands for the fields not listed.
pub type RecordStamps = BTreeMap<String, FieldStamp>;

/// The stamps of a file. Copying them copies pointers.
///
/// A record without stamps belongs to the file as it was first made: it is older than every dot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stamps {
    /// Ngữ cảnh: per writer, the number of its changes that this copy has seen.
    pub context: BTreeMap<WriterId, u64>,
    /// Per record, what was written when.
    pub records: Arc<BTreeMap<RecordKey, Arc<RecordStamps>>>,
    /// Stamps of records of unknown kinds, kept.
    pub unknown_records: IndexMap<String, RawJson>,
    /// Unknown fields, kept.
    pub extra: Extra,
}

impl Stamps {
    /// The next dot of a writer; the context then covers it.
    pub fn next(&mut self, writer: &WriterId) -> Dot {
        let n = self.context.entry(writer.clone()).or_default();
        *n += 1;
        Dot { writer: writer.clone(), n: *n }
    }

    /// Marks fields of a record as written by that dot.
    pub fn write<'a>(&mut self, key: &RecordKey, fields: impl IntoIterator<Item = &'a str>, dot: &Dot) {
        let record = Arc::make_mut(&mut self.records).entry(key.clone()).or_default();
        let record = Arc::make_mut(record);
        for field in fields {
            record.insert(field.to_owned(), FieldStamp::One(dot.clone()));
        }
    }

    /// Forgets a record: that the context covers its dots is what tells others of the deletion.
    pub fn remove(&mut self, key: &RecordKey) {
        if self.records.contains_key(key) {
            Arc::make_mut(&mut self.records).remove(key);
        }
    }

    /// Whether the context has seen that change.
    pub fn covers(&self, dot: &Dot) -> bool {
        self.context.get(&dot.writer).is_some_and(|seen| dot.n <= *seen)
    }
}

impl Serialize for Stamps {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct OfRecords<'a>(&'a Stamps);
        impl Serialize for OfRecords<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let Stamps { records, unknown_records, .. } = self.0;
                let mut map = serializer.serialize_map(Some(records.len() + unknown_records.len()))?;
                for (key, stamps) in records.iter() {
                    map.serialize_entry(key, stamps)?;
                }
                for (key, stamps) in unknown_records {
                    map.serialize_entry(key, stamps)?;
                }
                map.end()
            }
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("context", &self.context)?;
        map.serialize_entry("records", &OfRecords(self))?;
        for (name, value) in &self.extra {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_and_keys_read_back_as_written() {
        let dot: Dot = "may-1@12".parse().unwrap();
        assert_eq!((dot.writer.as_str(), dot.n), ("may-1", 12));
        assert_eq!(dot.to_string(), "may-1@12");
        for bad in ["", "may-1", "@1", "may-1@0", "may 1@1", "may-1@x"] {
            assert!(bad.parse::<Dot>().is_err(), "{bad:?} was taken");
        }
        let key: RecordKey = "activities/a1".parse().unwrap();
        assert_eq!(key, RecordKey::new(Kind::Activities, "a1"));
        assert!("hoat-dong/a1".parse::<RecordKey>().is_err());
    }
}
