//! Writing a file: a person can read it, and reading it back gives the same file.

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::exchange::file::for_each_collection;
use crate::exchange::{FORMAT, PlanFile, checksum};
use crate::json;

impl PlanFile {
    /// The file as JSON text, indented, ending in a newline, with its checksum: for people, disks and mail.
    ///
    /// # Panics
    /// Never: every record can be written as JSON.
    pub fn to_json(&self) -> String {
        let pretty = |checksum| {
            let whole = Whole { file: self, checksum };
            json::text(&whole, true).expect("a plan file can be written as JSON")
        };
        let mut text = pretty(Some(checksum::UNKNOWN));
        if !checksum::fill_in(&mut text) {
            text = pretty(None);
        }
        text.push('\n');
        text
    }

    /// The file as JSON text on one line, without a checksum: for the browser's storage, which has its own.
    ///
    /// # Panics
    /// Never, as [`PlanFile::to_json`].
    pub fn to_compact_json(&self) -> String {
        compact(self)
    }
}

/// A piece of a file as JSON text on one line, as [`PlanFile::to_compact_json`] writes it: for storage that keeps a file
/// in pieces.
///
/// # Panics
/// Never for records, stamps and the journal: they can be written as JSON.
pub fn compact<T: Serialize + ?Sized>(piece: &T) -> String {
    json::text(piece, false).expect("a plan file can be written as JSON")
}

impl Serialize for PlanFile {
    /// Without a checksum: that belongs to a text ([`PlanFile::to_json`]).
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Whole { file: self, checksum: None }.serialize(serializer)
    }
}

struct Whole<'a> {
    file: &'a PlanFile,
    checksum: Option<&'static str>,
}

impl Serialize for Whole<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { file, checksum } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", FORMAT)?;
        map.serialize_entry("version", &file.version)?;
        if let Some(checksum) = checksum {
            map.serialize_entry(checksum::NAME, checksum)?;
        }
        map.serialize_entry("id", &file.id)?;
        if let Some(part) = &file.part {
            map.serialize_entry("part", part)?;
        }
        map.serialize_entry("plan", &file.plan)?;
        map.serialize_entry("records", &RecordsOf(file))?;
        if !file.set_aside.is_empty() {
            map.serialize_entry("set_aside", &file.set_aside)?;
        }
        map.serialize_entry("stamps", &file.stamps)?;
        map.serialize_entry("journal", &file.journal)?;
        for (name, value) in &file.unknown_parts {
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
