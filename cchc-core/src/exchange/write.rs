//! Writing a file: a person can read it, and reading it back gives the same file.

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::exchange::file::for_each_collection;
use crate::exchange::{FORMAT, PlanFile};

impl PlanFile {
    /// The file as JSON text, indented, ending in a newline.
    ///
    /// # Panics
    /// Never: every record can be written as JSON.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a plan file can be written as JSON");
        text.push('\n');
        text
    }

    /// The file as JSON text on one line: for the browser's storage.
    ///
    /// # Panics
    /// Never, as [`PlanFile::to_json`].
    pub fn to_compact_json(&self) -> String {
        serde_json::to_string(self).expect("a plan file can be written as JSON")
    }
}

impl Serialize for PlanFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", FORMAT)?;
        map.serialize_entry("version", &self.version)?;
        map.serialize_entry("id", &self.id)?;
        if let Some(part) = &self.part {
            map.serialize_entry("part", part)?;
        }
        map.serialize_entry("plan", &self.plan)?;
        map.serialize_entry("records", &RecordsOf(self))?;
        if !self.set_aside.is_empty() {
            map.serialize_entry("set_aside", &self.set_aside)?;
        }
        map.serialize_entry("stamps", &self.stamps)?;
        map.serialize_entry("journal", &self.journal)?;
        for (name, value) in &self.unknown_parts {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

struct RecordsOf<'a>(&'a PlanFile);

impl Serialize for RecordsOf<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        macro_rules! entry {
            ($field:ident, $type:ty, $kind:ident) => {
                map.serialize_entry(stringify!($field), &self.0.$field)?;
            };
        }
        for_each_collection!(entry);
        for (kind, records) in &self.0.unknown_kinds {
            map.serialize_entry(kind, records)?;
        }
        map.end()
    }
}
