//! The door: where the parts of a file and its records are let in one by one, or set aside with the reason.

mod stamps;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::file::for_each_collection;
use crate::exchange::merge::union;
use crate::exchange::{JournalEntry, PlanFile, RawJson, Reading, WHOLE_RECORD};
use crate::fault::{self, Fault, short};
use crate::record::{Kind, Record, Records};

pub(super) const MEND: &str = "Nội dung được để riêng trong tệp, không mất. Sửa chỗ này rồi mở lại tệp";

const RESERVED: &str = "tên trường này dành cho dấu ghi của cả bản ghi";

/// The fields of a JSON object, each unread; a field that is there twice is told.
pub(super) struct Parts<'a> {
    parts: IndexMap<String, &'a RawValue>,
    repeated: Vec<(String, &'a RawValue)>,
}

impl<'a> Parts<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&'a RawValue> {
        self.parts.get(name).copied()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &'a RawValue)> {
        self.parts.iter().map(|(name, raw)| (name.as_str(), *raw))
    }

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

    pub(super) fn close(mut self) -> Reading {
        for items in self.file.contents.set_aside.values_mut() {
            *items = union(items.iter());
        }
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
        self.open_whole_parts();
        if let Some(raw) = parts.take("part") {
            self.file.contents.part = self.part("part", raw);
        }
        self.part_again();
        let records = parts.take("records").and_then(|raw| self.part::<Parts<'_>>("records", raw));
        self.records(records.unwrap_or(Parts { parts: IndexMap::new(), repeated: Vec::new() }));
        if let Some(raw) = parts.take("stamps") {
            self.stamps(raw);
        }
        self.stamps_again();
        let journal = parts.take("journal").and_then(|raw| self.part::<Vec<&RawValue>>("journal", raw));
        self.journal(&journal.unwrap_or_default());
        self.catch_up();
        for (name, raw) in parts.parts {
            self.file.contents.unknown_parts.insert(name, raw.into());
        }
        for (name, items) in std::mem::take(&mut self.waiting) {
            for item in items {
                let place = Place::part(format!("set_aside.{name}"));
                // Something stands in for what a field of the header said, and a person has seen it by now.
                let found = if name == Kind::Plan.key() { Diagnostic::note } else { Diagnostic::error };
                let message = format!("vẫn chưa đọc được: {}", short(item.get()));
                self.found(found("part-unreadable", place, message, MEND));
                self.file.contents.set_aside.entry(name.clone()).or_default().push(item);
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
        self.file.contents.set_aside.entry(name.to_owned()).or_default().push(raw);
    }

    /// Sets a field of the header aside that cannot stay in it.
    pub(super) fn part_of_header(&mut self, field: &str, value: &Value) {
        let kept: RawJson = serde_json::value::to_raw_value(&serde_json::json!({ field: value }))
            .expect("JSON")
            .as_ref()
            .into();
        self.refuse("record-unreadable", Place::plan(field.to_owned()), RESERVED.to_owned(), kept);
    }

    /// Tells of a field of the header that could not be read; what stood in it is kept.
    pub(super) fn beside_header(&mut self, found: Diagnostic, kept: Option<RawJson>) {
        if let Some(kept) = kept {
            self.set_aside(Kind::Plan.key(), kept);
        }
        self.found(found);
    }

    /// Of a field that is there twice, the later counts, as everywhere in JSON; the earlier is kept.
    pub(super) fn told_twice(&mut self, within: &str, parts: &Parts<'_>) {
        for (name, first) in &parts.repeated {
            let path = format!("{within}{name}");
            let message = "được ghi hai lần; lần sau được dùng";
            self.found(Diagnostic::error("part-repeated", Place::part(path.as_str()), message, MEND));
            // Under a name of its own: it is not tried again, as what counts stands in its place.
            self.set_aside(&format!("twice.{path}"), (*first).into());
        }
    }

    fn records(&mut self, mut kinds: Parts<'_>) {
        self.told_twice("records.", &kinds);
        macro_rules! kind {
            ($field:ident, $type:ty, $kind:ident) => {
                let items = kinds.take(Kind::$kind.key()).and_then(|raw| self.list(Kind::$kind.key(), raw));
                self.file.contents.$field = self.collection::<$type>(&items.unwrap_or_default());
            };
        }
        for_each_collection!(kind);
        for (name, raw) in kinds.parts {
            let raw = RawJson::from(raw);
            // One that was mended meanwhile gives way to the one that stands there.
            if let Some(other) = self.file.contents.unknown_kinds.insert(name.clone(), raw.clone())
                && other != raw
            {
                self.set_aside(&format!("twice.records.{name}"), other);
            }
        }
    }

    /// The records of a kind. An object in place of the list is tried as what had been set aside is: it may be the only
    /// record, and must not have to be read twice for that.
    fn list<'a>(&mut self, name: &str, raw: &'a RawValue) -> Option<Vec<&'a RawValue>> {
        match fault::parse(raw.get()) {
            Ok(items) => Some(items),
            Err(Fault { field, reason }) => {
                let place = Place { field, ..Place::part(name) };
                self.found(Diagnostic::error("part-unreadable", place, reason, MEND));
                if raw.get().starts_with('{') {
                    self.waiting.entry(name.to_owned()).or_default().push(raw.into());
                } else {
                    self.set_aside(name, raw.into());
                }
                None
            }
        }
    }

    fn collection<R: Record>(&mut self, items: &[&RawValue]) -> Records<R> {
        let waiting = self.waiting.remove(R::KIND.key()).unwrap_or_default();
        let waiting = within::<R>(waiting);
        let items = &opened::<R>(items)[..];
        let mut seen = HashSet::with_capacity(items.len());
        let mut records = Vec::with_capacity(items.len());
        let listed = items.iter().map(|raw| (raw.get(), None));
        let waiting = waiting.iter().map(|raw| (raw.get(), Some(raw)));
        for (at, (text, kept)) in listed.chain(waiting).enumerate() {
            let (code, Fault { field, reason }) = match fault::parse::<R>(text) {
                Ok(_) if names_all_fields(text) => {
                    let field = WHOLE_RECORD.to_owned();
                    ("record-unreadable", Fault { field, reason: RESERVED.to_owned() })
                }
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
            let part = R::KIND.key().to_owned();
            let place = Place { part, position, id: id_of(text), field, ..Place::default() };
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

    /// Whole parts that an earlier reading set aside: those that read by now are taken apart, and what is in them
    /// waits with the rest.
    fn open_whole_parts(&mut self) {
        for item in self.waiting.remove("set_aside").unwrap_or_default() {
            match fault::parse::<BTreeMap<String, Vec<RawJson>>>(item.get()) {
                Ok(inner) => {
                    for (name, items) in inner {
                        self.waits(name, items);
                    }
                }
                Err(_) => self.waits("set_aside".to_owned(), [item]),
            }
        }
        for (whole, within) in [("records", ""), ("stamps", "stamps.")] {
            for item in self.waiting.remove(whole).unwrap_or_default() {
                match fault::parse::<Parts<'_>>(item.get()) {
                    Ok(parts) if parts.repeated.is_empty() => {
                        for (name, raw) in parts.parts {
                            if whole == "records" && Kind::from_key(&name).is_none() {
                                self.file.contents.unknown_kinds.insert(name, raw.into());
                                continue;
                            }
                            self.waits(format!("{within}{name}"), [raw.into()]);
                        }
                    }
                    _ => self.waits(whole.to_owned(), [item]),
                }
            }
        }
    }

    /// Tries the account of what a part of a file leaves out again, where there is none.
    fn part_again(&mut self) {
        for item in self.waiting.remove("part").unwrap_or_default() {
            match fault::parse(item.get()) {
                Ok(part) if self.file.part.is_none() => self.file.contents.part = Some(part),
                _ => self.waits("part".to_owned(), [item]),
            }
        }
    }

    fn waits(&mut self, name: String, items: impl IntoIterator<Item = RawJson>) {
        self.waiting.entry(name).or_default().extend(items);
    }

    fn journal(&mut self, items: &[&RawValue]) {
        let mut entries: Vec<Arc<JournalEntry>> = Vec::with_capacity(items.len());
        for (at, item) in opened::<JournalEntry>(items).iter().copied().enumerate() {
            match fault::parse(item.get()) {
                Ok(entry) => entries.push(Arc::new(entry)),
                Err(Fault { field, reason }) => {
                    let place = Place { position: Some(at + 1), field, ..Place::part("journal") };
                    self.found(Diagnostic::error("journal-unreadable", place, reason, MEND));
                    self.set_aside("journal", item.into());
                }
            }
        }
        let mut still = Vec::new();
        for item in within::<JournalEntry>(self.waiting.remove("journal").unwrap_or_default()) {
            match fault::parse::<JournalEntry>(item.get()) {
                // What is mended goes where its time says; the rest stays in the order in which it was written.
                Ok(entry) => {
                    let place = entries.iter().rposition(|other| other.at <= entry.at).map_or(0, |at| at + 1);
                    entries.insert(place, Arc::new(entry));
                }
                Err(_) => still.push(item),
            }
        }
        if !still.is_empty() {
            self.waiting.insert("journal".to_owned(), still);
        }
        self.file.contents.journal = Arc::new(entries);
    }
}

/// Items, with each list whose items all read in place of the list: what was a whole part, mended.
fn opened<'a, 'b, T: DeserializeOwned>(items: &'b [&'a RawValue]) -> Cow<'b, [&'a RawValue]> {
    if items.iter().all(|raw| !raw.get().starts_with('[')) {
        return Cow::Borrowed(items);
    }
    items.iter().flat_map(|raw| items_of::<T>(raw.get()).unwrap_or_else(|| vec![*raw])).collect()
}

/// The same of what was set aside.
fn within<T: DeserializeOwned>(waiting: Vec<RawJson>) -> Vec<RawJson> {
    let items = |item: RawJson| match items_of::<T>(item.get()) {
        Some(items) => items.into_iter().map(RawJson::from).collect(),
        None => vec![item],
    };
    waiting.into_iter().flat_map(items).collect()
}

/// The items of a list, where there are some and all of them read.
fn items_of<T: DeserializeOwned>(text: &str) -> Option<Vec<&RawValue>> {
    if !text.starts_with('[') {
        return None;
    }
    let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
    let reads = |item: &&RawValue| serde_json::from_str::<T>(item.get()).is_ok();
    (!items.is_empty() && items.iter().all(reads)).then_some(items)
}

/// Whether a record has a field of the name under which its stamps speak of all fields: merging could not tell the two
/// apart.
fn names_all_fields(text: &str) -> bool {
    const QUOTED: &str = "\"*\"";
    text.contains(QUOTED)
        && serde_json::from_str::<Parts<'_>>(text).is_ok_and(|parts| parts.get(WHOLE_RECORD).is_some())
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
