//! The door: where the parts of a file and its records are let in one by one, or set aside with the reason.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::fault::{self, Fault, short};
use crate::exchange::file::for_each_collection;
use crate::exchange::{JournalEntry, PlanFile, RawJson, Reading, RecordKey, RecordStamps, Removal};
use crate::record::{Kind, Record, Records};

const MEND: &str = "Nội dung được để riêng trong tệp, không mất. Sửa chỗ này rồi mở lại tệp";

/// The fields of a JSON object, each unread; a field that is there twice is told.
pub(super) struct Parts<'a> {
    parts: IndexMap<String, &'a RawValue>,
    repeated: Vec<(String, &'a RawValue)>,
}

impl<'a> Parts<'a> {
    pub(super) fn take(&mut self, name: &str) -> Option<&'a RawValue> {
        self.parts.shift_remove(name)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Parts<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Parts<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Parts<'de>, A::Error> {
                let mut found = Parts { parts: IndexMap::new(), repeated: Vec::new() };
                while let Some((name, raw)) = map.next_entry::<String, &RawValue>()? {
                    if let Some(first) = found.parts.insert(name.clone(), raw) {
                        found.repeated.push((name, first));
                    }
                }
                Ok(found)
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

/// Where records are let in or set aside.
pub(super) struct Door {
    pub(super) file: PlanFile,
    diagnostics: Vec<Diagnostic>,
    /// What an earlier reading set aside, to be tried again.
    waiting: BTreeMap<String, Vec<RawJson>>,
}

impl Door {
    pub(super) fn new(file: PlanFile) -> Self {
        Self { file, diagnostics: Vec::new(), waiting: BTreeMap::new() }
    }

    pub(super) fn close(self) -> Reading {
        Reading { file: self.file, diagnostics: self.diagnostics }
    }

    pub(super) fn found(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Lets in all parts but those without which there is no file.
    pub(super) fn let_in(&mut self, mut parts: Parts<'_>) {
        self.told_twice("", &parts);
        if let Some(raw) = parts.take("set_aside")
            && let Some(waiting) = self.part("set_aside", raw)
        {
            self.waiting = waiting;
        }
        if let Some(raw) = parts.take("part") {
            self.file.part = self.part("part", raw);
        }
        let records = parts.take("records").and_then(|raw| self.part::<Parts<'_>>("records", raw));
        self.records(records.unwrap_or(Parts { parts: IndexMap::new(), repeated: Vec::new() }));
        if let Some(raw) = parts.take("stamps") {
            self.stamps(raw);
        }
        let journal = parts.take("journal").and_then(|raw| self.part::<Vec<&RawValue>>("journal", raw));
        self.journal(journal.unwrap_or_default());
        for (name, raw) in parts.parts {
            self.file.unknown_parts.insert(name, raw.into());
        }
        for (name, items) in std::mem::take(&mut self.waiting) {
            for item in items {
                let place = Place::part(format!("set_aside.{name}"));
                let message = format!("vẫn chưa đọc được: {}", short(item.get()));
                self.found(Diagnostic::error("part-unreadable", place, message, MEND));
                self.file.set_aside.entry(name.clone()).or_default().push(item);
            }
        }
    }

    /// Reads a part of the envelope; sets the whole of it aside where that fails.
    fn part<'a, T: Deserialize<'a>>(&mut self, name: &str, raw: &'a RawValue) -> Option<T> {
        match fault::parse(raw.get()) {
            Ok(value) => Some(value),
            Err(Fault { field, reason }) => {
                let place = Place { field, ..Place::part(name) };
                self.found(Diagnostic::error("part-unreadable", place, reason, MEND));
                self.set_aside(name, raw.into());
                None
            }
        }
    }

    fn set_aside(&mut self, name: &str, raw: RawJson) {
        self.file.set_aside.entry(name.to_owned()).or_default().push(raw);
    }

    /// Of a field that is there twice, the later counts, as everywhere in JSON; the earlier is kept.
    fn told_twice(&mut self, within: &str, parts: &Parts<'_>) {
        for (name, first) in &parts.repeated {
            let path = format!("{within}{name}");
            let message = "được ghi hai lần; lần sau được dùng";
            self.found(Diagnostic::error("part-repeated", Place::part(path.as_str()), message, MEND));
            self.set_aside(&path, (*first).into());
        }
    }

    fn records(&mut self, mut kinds: Parts<'_>) {
        self.told_twice("records.", &kinds);
        macro_rules! kind {
            ($field:ident, $type:ty, $kind:ident) => {
                let items = kinds
                    .take(Kind::$kind.key())
                    .and_then(|raw| self.part::<Vec<&RawValue>>(Kind::$kind.key(), raw));
                self.file.$field = self.collection::<$type>(&items.unwrap_or_default());
            };
        }
        for_each_collection!(kind);
        for (name, raw) in kinds.parts {
            self.file.unknown_kinds.insert(name, raw.into());
        }
    }

    fn collection<R: Record>(&mut self, items: &[&RawValue]) -> Records<R> {
        let waiting = self.waiting.remove(R::KIND.key()).unwrap_or_default();
        let mut seen = HashSet::with_capacity(items.len());
        let mut records = Vec::with_capacity(items.len());
        let listed = items.iter().map(|raw| (raw.get(), None));
        let waiting = waiting.iter().map(|raw| (raw.get(), Some(raw)));
        for (at, (text, kept)) in listed.chain(waiting).enumerate() {
            let (code, Fault { field, reason }) = match fault::parse_record::<R>(text) {
                Ok(record) if seen.insert(record.id().clone()) => {
                    records.push(record);
                    continue;
                }
                Ok(_) => {
                    let reason = "mã này đã có ở một bản ghi khác cùng loại".to_owned();
                    ("duplicate-id", Fault { field: "id".to_owned(), reason })
                }
                Err(fault) => ("record-unreadable", fault),
            };
            let position = kept.is_none().then_some(at + 1);
            let place = Place { part: R::KIND.key().to_owned(), position, id: id_of(text), field };
            let kept = kept.cloned().unwrap_or_else(|| items[at].into());
            self.refuse(code, place, reason, kept);
        }
        records.into_iter().collect()
    }

    /// Sets a record aside and says why.
    fn refuse(&mut self, code: &'static str, place: Place, reason: String, kept: RawJson) {
        self.set_aside(&place.part, kept);
        self.found(Diagnostic::error(code, place, reason, MEND));
    }

    fn stamps(&mut self, raw: &RawValue) {
        let Some(mut parts) = self.part::<Parts<'_>>("stamps", raw) else { return };
        self.told_twice("stamps.", &parts);
        if let Some(raw) = parts.take("context")
            && let Some(context) = self.part("stamps.context", raw)
        {
            self.file.stamps.context = context;
        }
        let records = parts.take("records").and_then(|raw| self.part::<Parts<'_>>("stamps.records", raw));
        let mut known = BTreeMap::new();
        for (name, raw) in records.map(|records| records.parts).unwrap_or_default() {
            let Ok(key) = name.parse::<RecordKey>() else {
                self.file.stamps.unknown_records.insert(name, raw.into());
                continue;
            };
            if let Some(stamps) = self.part::<RecordStamps>(&format!("stamps.records.{name}"), raw) {
                known.insert(key, Arc::new(stamps));
            }
        }
        self.file.stamps.records = Arc::new(known);
        if let Some(raw) = parts.take("seen")
            && let Some(seen) = self.part("stamps.seen", raw)
        {
            self.file.stamps.seen = Arc::new(seen);
        }
        if let Some(raw) = parts.take("removed")
            && let Some(removed) = self.part::<BTreeMap<RecordKey, Removal>>("stamps.removed", raw)
        {
            let removed = removed.into_iter().map(|(key, removal)| (key, Arc::new(removal)));
            self.file.stamps.removed = Arc::new(removed.collect());
        }
        for (name, raw) in parts.parts {
            if let Some(value) = self.part::<Value>(&format!("stamps.{name}"), raw) {
                self.file.stamps.extra.insert(name, value);
            }
        }
    }

    fn journal(&mut self, items: Vec<&RawValue>) {
        let mut entries: Vec<Arc<JournalEntry>> = Vec::with_capacity(items.len());
        for (at, item) in items.into_iter().enumerate() {
            match fault::parse_record(item.get()) {
                Ok(entry) => entries.push(Arc::new(entry)),
                Err(Fault { field, reason }) => {
                    let place = Place { position: Some(at + 1), field, ..Place::part("journal") };
                    self.found(Diagnostic::error("journal-unreadable", place, reason, MEND));
                    self.set_aside("journal", item.into());
                }
            }
        }
        let listed = entries.len();
        let mut still = Vec::new();
        for item in self.waiting.remove("journal").unwrap_or_default() {
            match fault::parse_record(item.get()) {
                Ok(entry) => entries.push(Arc::new(entry)),
                Err(_) => still.push(item),
            }
        }
        if entries.len() > listed {
            entries.sort_by_key(|entry| entry.at);
        }
        if !still.is_empty() {
            self.waiting.insert("journal".to_owned(), still);
        }
        self.file.journal = Arc::new(entries);
    }
}

/// The id of a record that cannot be read, as far as it has one.
fn id_of(text: &str) -> String {
    #[derive(Deserialize)]
    struct Named {
        id: Value,
    }
    match serde_json::from_str(text) {
        Ok(Named { id: Value::String(id) }) => short(&id),
        Ok(Named { id: Value::Number(id) }) => id.to_string(),
        _ => String::new(),
    }
}
