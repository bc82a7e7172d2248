//! What merging needs, kept apart from what a person reads.
//!
//! Each record is a small replicated type of its own: fields that are multi-value registers, what is known of them,
//! and up to where it was deleted. `merge` tells the theory. Times and names are information for people and never
//! enter here.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

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

/// The stamp of one field: the dots of its value, or several values that were written without knowing of each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FieldStamp {
    /// One value, the one in the record.
    One(Dot),
    /// One value, the one in the record, that several wrote without knowing of each other: no conflict.
    Same(Vec<Dot>),
    /// A conflict: each value with its dot, `null` where it is as old as the file. The record holds the first
    /// meanwhile.
    Conflict(Vec<(Option<Dot>, Value)>),
}

impl FieldStamp {
    /// The dots it carries.
    pub fn dots(&self) -> impl Iterator<Item = &Dot> {
        let (one, same, conflict): (_, &[Dot], &[(Option<Dot>, Value)]) = match self {
            Self::One(dot) => (Some(dot), &[], &[]),
            Self::Same(dots) => (None, dots, &[]),
            Self::Conflict(values) => (None, &[], values),
        };
        one.into_iter().chain(same).chain(conflict.iter().filter_map(|(dot, _)| dot.as_ref()))
    }
}

/// The stamps of one record, by the name of the field. [`WHOLE_RECORD`] stands for the fields not listed.
pub type RecordStamps = BTreeMap<String, FieldStamp>;

/// Ngữ cảnh: per writer, up to which of its changes something is known.
pub type Context = BTreeMap<WriterId, u64>;

/// Whether a context has that dot.
pub(super) fn covers(context: &Context, dot: &Dot) -> bool {
    context.get(&dot.writer).is_some_and(|seen| dot.n <= *seen)
}

/// Takes the larger of each writer.
pub(super) fn join(context: &mut Context, other: &Context) {
    for (writer, n) in other {
        raise(context, writer, *n);
    }
}

fn raise(context: &mut Context, writer: &WriterId, n: u64) {
    match context.get_mut(writer) {
        Some(seen) => *seen = n.max(*seen),
        None => drop(context.insert(writer.clone(), n)),
    }
}

/// Lần xóa: a record was deleted by someone who knew it up to `until`, the deletion included. An edit beyond that
/// keeps it alive.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Removal {
    /// What the deletion knew of the record.
    pub until: Context,
    /// The record as it was, while it is not among the records: an edit that did not know of the deletion brings it
    /// back whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Map<String, Value>>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// The stamps of a file. Copying them copies pointers.
///
/// A record without stamps belongs to the file as it was first made: it is older than every dot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stamps {
    /// Ngữ cảnh: per writer, the number of its changes that this copy has seen. The next dot follows from it; merging
    /// goes by what is known of each record ([`Stamps::known`]).
    pub context: Context,
    /// Per record, what was written when.
    pub records: Arc<BTreeMap<RecordKey, Arc<RecordStamps>>>,
    /// Per record, what is known of it beyond the dots that it carries: those that were written over. Most records
    /// need none.
    pub seen: Arc<BTreeMap<RecordKey, Context>>,
    /// Records that were deleted.
    pub removed: Arc<BTreeMap<RecordKey, Arc<Removal>>>,
    /// Stamps of records of unknown kinds, kept.
    pub unknown_records: IndexMap<String, RawJson>,
    /// What is known of records of unknown kinds, kept.
    pub unknown_seen: IndexMap<String, RawJson>,
    /// Deletions of records of unknown kinds, kept.
    pub unknown_removed: IndexMap<String, RawJson>,
    /// Unknown fields, kept.
    pub extra: Extra,
}

impl Stamps {
    /// The next dot of a writer; the context then covers it. None where the count of its changes is full, which only
    /// a broken file says.
    pub(super) fn next(&mut self, writer: &WriterId) -> Option<Dot> {
        let n = self.context.entry(writer.clone()).or_default();
        *n = n.checked_add(1)?;
        Some(Dot { writer: writer.clone(), n: *n })
    }

    /// Raises the context over every dot there is: a context that lags behind them would give a dot twice. What it
    /// had to raise, with the number it had and the one it has.
    pub(super) fn catch_up<'a>(
        &mut self,
        elsewhere: impl IntoIterator<Item = &'a Dot>,
    ) -> Vec<(WriterId, u64, u64)> {
        let mut found = Context::new();
        for dot in self.records.values().flat_map(|record| record.values()).flat_map(FieldStamp::dots) {
            raise(&mut found, &dot.writer, dot.n);
        }
        for known in self.seen.values().chain(self.removed.values().map(|removal| &removal.until)) {
            join(&mut found, known);
        }
        for dot in elsewhere {
            raise(&mut found, &dot.writer, dot.n);
        }
        found.retain(|writer, n| self.context.get(writer).is_none_or(|seen| *seen < *n));
        let had = |writer: &WriterId| self.context.get(writer).copied().unwrap_or_default();
        let raised = found.iter().map(|(writer, n)| (writer.clone(), had(writer), *n)).collect();
        join(&mut self.context, &found);
        raised
    }

    /// Marks fields of a record as written by that dot. [`WHOLE_RECORD`] marks all of them.
    pub(super) fn write<'a>(
        &mut self,
        key: &RecordKey,
        fields: impl IntoIterator<Item = &'a str>,
        dot: &Dot,
    ) {
        self.put(key, fields.into_iter().map(|field| (field, FieldStamp::One(dot.clone()))));
    }

    /// Sets stamps of fields; what was known of the record stays known.
    pub(super) fn put<'a>(
        &mut self,
        key: &RecordKey,
        fields: impl IntoIterator<Item = (&'a str, FieldStamp)>,
    ) {
        let known = self.known(key);
        let record = Arc::make_mut(&mut self.records).entry(key.clone()).or_default();
        let record = Arc::make_mut(record);
        for (field, stamp) in fields {
            if field == WHOLE_RECORD {
                record.clear();
            } else if record.get(WHOLE_RECORD) == Some(&stamp) {
                record.remove(field);
                continue;
            }
            record.insert(field.to_owned(), stamp);
        }
        if let Some(removal) = self.removed.get(key)
            && removal.record.is_some()
        {
            let removal = Removal { record: None, ..removal.as_ref().clone() };
            Arc::make_mut(&mut self.removed).insert(key.clone(), Arc::new(removal));
        }
        self.remember(key, known);
    }

    /// Marks a record as deleted by that dot, and keeps it as it was.
    pub(super) fn remove(&mut self, key: &RecordKey, before: Map<String, Value>, dot: &Dot) {
        let mut until = self.known(key);
        raise(&mut until, &dot.writer, dot.n);
        let extra = self.removed.get(key).map(|removal| removal.extra.clone()).unwrap_or_default();
        let removal = Removal { until, record: Some(before), extra };
        Arc::make_mut(&mut self.removed).insert(key.clone(), Arc::new(removal));
        self.remember(key, Context::new());
    }

    /// What is known of a record: the dots it carries, those written over, its deletion.
    pub fn known(&self, key: &RecordKey) -> Context {
        let mut known = self.carried(key);
        join(&mut known, self.seen.get(key).unwrap_or(&Context::new()));
        known
    }

    /// What a record's own stamps and its deletion say of what is known.
    fn carried(&self, key: &RecordKey) -> Context {
        let stamps = self.records.get(key).map(AsRef::as_ref);
        let until = self.removed.get(key).map(|removal| &removal.until);
        carried(stamps, until)
    }

    /// Keeps of that context what does not follow from the dots carried.
    fn remember(&mut self, key: &RecordKey, known: Context) {
        let seen = beyond(known, &self.carried(key));
        if seen.is_empty() {
            if self.seen.contains_key(key) {
                Arc::make_mut(&mut self.seen).remove(key);
            }
        } else if self.seen.get(key) != Some(&seen) {
            Arc::make_mut(&mut self.seen).insert(key.clone(), seen);
        }
    }

    /// Whether the context has seen that change.
    pub fn covers(&self, dot: &Dot) -> bool {
        covers(&self.context, dot)
    }
}

/// What stamps and a deletion say of what is known of a record.
pub(super) fn carried(stamps: Option<&RecordStamps>, until: Option<&Context>) -> Context {
    let mut known = until.cloned().unwrap_or_default();
    for dot in stamps.into_iter().flat_map(BTreeMap::values).flat_map(FieldStamp::dots) {
        raise(&mut known, &dot.writer, dot.n);
    }
    known
}

/// What of a context does not follow from those dots.
pub(super) fn beyond(mut known: Context, carried: &Context) -> Context {
    known.retain(|writer, n| carried.get(writer).is_none_or(|carried| carried < n));
    known
}

impl Serialize for Stamps {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct ByRecord<'a, T>(&'a BTreeMap<RecordKey, T>, &'a IndexMap<String, RawJson>);
        impl<T> ByRecord<'_, T> {
            fn is_empty(&self) -> bool {
                self.0.is_empty() && self.1.is_empty()
            }
        }
        impl<T: Serialize> Serialize for ByRecord<'_, T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(Some(self.0.len() + self.1.len()))?;
                for (key, value) in self.0 {
                    map.serialize_entry(key, value)?;
                }
                for (key, value) in self.1 {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
        let seen = ByRecord(&self.seen, &self.unknown_seen);
        let removed = ByRecord(&self.removed, &self.unknown_removed);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("context", &self.context)?;
        map.serialize_entry("records", &ByRecord(&self.records, &self.unknown_records))?;
        if !seen.is_empty() {
            map.serialize_entry("seen", &seen)?;
        }
        if !removed.is_empty() {
            map.serialize_entry("removed", &removed)?;
        }
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
