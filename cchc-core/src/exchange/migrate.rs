//! Chuyển phiên bản: a file of an older version becomes one of the present version, step by step, before it is read.
//!
//! A new version is one function at the end of [`STEPS`] and one file in `samples`; both are counted by the compiler.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::exchange::{RawJson, VERSION};

/// Takes a file from one version to the next. What it cannot make sense of it leaves as it is: the reader sets it aside.
type Step = fn(&mut Envelope);

/// The first takes version 1 to version 2, and so on. There was no version before 1.
const STEPS: [Step; VERSION as usize - 1] = [];

/// The parts of a file as they stand in it, each unread, so that what a step does not touch stays as it was written, to
/// the last digit.
#[derive(Debug, Clone, PartialEq)]
struct Envelope(Vec<(String, RawJson)>);

impl Envelope {
    /// A part; the later, where it is there twice.
    fn part_mut(&mut self, name: &str) -> Option<&mut RawJson> {
        self.0.iter_mut().rev().find(|(other, _)| other == name).map(|(_, part)| part)
    }
}

/// The text of a file of an older version as one of the present version.
pub(super) fn to_present(text: &str, version: u32) -> String {
    through(&STEPS, text, version)
}

fn through(steps: &[Step], text: &str, version: u32) -> String {
    let Ok(mut envelope) = serde_json::from_str::<Envelope>(text) else { return text.to_owned() };
    // It was of the text as it came, and has been looked at.
    envelope.0.retain(|(name, _)| name != super::checksum::NAME);
    let done = version.max(1) as usize - 1;
    for step in steps.iter().skip(done) {
        step(&mut envelope);
    }
    if let Some(part) = envelope.part_mut("version") {
        *part = number(steps.len() + 1);
    }
    serde_json::to_string(&envelope).unwrap_or_else(|_| text.to_owned())
}

fn number(version: usize) -> RawJson {
    serde_json::from_str(&version.to_string()).expect("a number is JSON")
}

impl<'de> Deserialize<'de> for Envelope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Parts;
        impl<'de> Visitor<'de> for Parts {
            type Value = Envelope;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope, A::Error> {
                let mut parts = Vec::new();
                while let Some(part) = map.next_entry()? {
                    parts.push(part);
                }
                Ok(Envelope(parts))
            }
        }
        deserializer.deserialize_map(Parts)
    }
}

impl Serialize for Envelope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, part) in &self.0 {
            map.serialize_entry(name, part)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;
    use crate::exchange::tests::every_kind;

    /// A file of every version, as the program of that version wrote it: never changed, only added to.
    const KEPT: [&str; VERSION as usize] = [include_str!("samples/v1.cchc.json")];

    #[test]
    fn the_kept_file_of_every_version_reads_to_the_same_content() {
        for (kept, version) in KEPT.iter().zip(1..) {
            assert!(kept.contains(&format!("\"version\": {version},")), "{version}");
            let reading = read(kept).unwrap();
            let notes: Vec<_> = reading.diagnostics.iter().map(|found| found.code).collect();
            let expected = if version < VERSION { &["older-version"][..] } else { &[] };
            assert_eq!(notes, expected, "{version}");
            assert_eq!(reading.file, every_kind(), "{version}");
        }
    }

    /// What is written today is the kept file of today's version: a change of the format cannot slip in. Until version 1
    /// is published it may still grow; afterwards what makes this fail is a new version, with a step.
    #[test]
    fn the_present_version_is_written_as_kept() {
        let written = every_kind().to_json();
        let differs = written.lines().zip(KEPT[KEPT.len() - 1].lines()).find(|(now, kept)| now != kept);
        let how = "run: cargo run -p cchc-cli -- migrate src/exchange/samples/every-kind.cchc.json -o <the kept file>";
        assert!(written == KEPT[KEPT.len() - 1], "{differs:?}; {how}");
    }

    /// Steps as later versions may need them: they run one after the other, from the version of the file on.
    #[test]
    fn steps_follow_each_other_and_leave_the_rest_as_it_was() {
        fn rename(envelope: &mut Envelope) {
            for (name, _) in envelope.0.iter_mut().filter(|(name, _)| name == "uid") {
                "id".clone_into(name);
            }
        }
        fn wrap(envelope: &mut Envelope) {
            if let Some(part) = envelope.part_mut("id") {
                *part = serde_json::from_str(&format!("[{}]", part.get())).unwrap();
            }
        }
        let steps: [Step; 2] = [rename, wrap];
        let text = r#"{"version": 1, "checksum": "crc32:00000000", "uid": "x", "y": [1.10, 12345678901234567890123]}"#;
        let second = through(&steps[..1], text, 1);
        assert_eq!(second, r#"{"version":2,"id":"x","y":[1.10, 12345678901234567890123]}"#);
        let third = r#"{"version":3,"id":["x"],"y":[1.10, 12345678901234567890123]}"#;
        assert_eq!(through(&steps, text, 1), third);
        assert_eq!(through(&steps, &second, 2), third);
    }
}
