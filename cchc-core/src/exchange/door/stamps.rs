//! Dấu ghi at the door: taken one by one, tried again, and never behind what the file holds.

use std::collections::btree_map::Entry;
use std::sync::Arc;

use serde_json::Value;
use serde_json::value::RawValue;

use super::{Door, MEND, Parts};
use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::stamps::join;
use crate::exchange::{Context, Dot, RawJson, RecordKey, RecordStamps, Removal};
use crate::fault::{self, Fault};
use crate::id::WriterId;
use crate::record::Kind;

/// The parts of the stamps that speak of one writer or record each.
const BY_KEY: [&str; 4] = ["context", "records", "seen", "removed"];

impl Door {
    pub(super) fn stamps(&mut self, raw: &RawValue) {
        let Some(parts) = self.part::<Parts<'_>>("stamps", raw) else { return };
        self.told_twice("stamps.", &parts);
        for (name, raw) in parts.parts {
            let Err(Fault { field, reason }) = self.stamps_part(&name, raw) else { continue };
            let name = format!("stamps.{name}");
            let place = Place { field, ..Place::part(name.as_str()) };
            self.found(Diagnostic::error("part-unreadable", place, reason, MEND));
            self.set_aside(&name, raw.into());
        }
    }

    /// Takes a part of the stamps, beside what is there already; false where that leaves no room for it.
    fn stamps_part(&mut self, name: &str, raw: &RawValue) -> Result<bool, Fault> {
        if !BY_KEY.contains(&name) {
            let value = fault::parse::<Value>(raw.get())?;
            let extra = &mut self.file.contents.stamps.extra;
            return Ok(*extra.entry(name).or_insert_with(|| value.clone()) == value);
        }
        let entries = fault::parse::<Parts<'_>>(raw.get())?;
        self.told_twice(&format!("stamps.{name}."), &entries);
        for (of, raw) in entries.parts {
            let taken = self.stamps_entry(name, &of, raw);
            if taken == Ok(true) {
                continue;
            }
            let name = format!("stamps.{name}.{of}");
            if let Err(Fault { field, reason }) = taken {
                let place = Place { field, ..Place::part(name.as_str()) };
                self.found(Diagnostic::error("part-unreadable", place, reason, MEND));
            }
            self.set_aside(&name, raw.into());
        }
        Ok(true)
    }

    /// Takes what a part of the stamps says of one record or writer; false where something else stands there.
    fn stamps_entry(&mut self, part: &str, of: &str, raw: &RawValue) -> Result<bool, Fault> {
        let stamps = &mut self.file.contents.stamps;
        if part == "context" {
            let writer = WriterId::new(of)
                .map_err(|error| Fault { field: String::new(), reason: error.to_string() })?;
            join(&mut stamps.context, &Context::from([(writer, fault::parse(raw.get())?)]));
            return Ok(true);
        }
        // There is one header: a stamp of another belongs to nothing that merging looks at.
        let is_known = |key: &RecordKey| key.kind != Kind::Plan || *key == RecordKey::plan();
        let Some(key) = of.parse::<RecordKey>().ok().filter(is_known) else {
            let unknown = match part {
                "records" => &mut stamps.unknown_records,
                "seen" => &mut stamps.unknown_seen,
                _ => &mut stamps.unknown_removed,
            };
            let raw = RawJson::from(raw);
            return Ok(*unknown.entry(of.to_owned()).or_insert_with(|| raw.clone()) == raw);
        };
        match part {
            "records" => {
                let found = fault::parse::<RecordStamps>(raw.get())?;
                Ok(put(Arc::make_mut(&mut stamps.records).entry(key), found))
            }
            "seen" => {
                let found = fault::parse::<Context>(raw.get())?;
                join(Arc::make_mut(&mut stamps.seen).entry(key).or_default(), &found);
                Ok(true)
            }
            _ => {
                let found = fault::parse::<Removal>(raw.get())?;
                Ok(put(Arc::make_mut(&mut stamps.removed).entry(key), found))
            }
        }
    }

    /// Tries again what was set aside of the stamps. What stands there meanwhile is newer, and stays.
    pub(super) fn stamps_again(&mut self) {
        for (name, items) in std::mem::take(&mut self.waiting) {
            let Some(part) = name.strip_prefix("stamps.") else {
                self.waits(name, items);
                continue;
            };
            for item in items {
                let raw: &RawValue = serde_json::from_str(item.get()).expect("it was read as JSON");
                let taken = match part.split_once('.') {
                    Some((part, of)) if BY_KEY.contains(&part) => self.stamps_entry(part, of, raw),
                    _ => self.stamps_part(part, raw),
                };
                if taken != Ok(true) {
                    self.waits(name.clone(), [item]);
                }
            }
        }
    }

    /// Raises a context that lags behind the dots in the file, and says so.
    pub(super) fn catch_up(&mut self) {
        let stamps = &self.file.stamps;
        // Stamps of unknown kinds and what is set aside: any text in them that is a dot, any context.
        let mut dots = Vec::new();
        let aside = self.file.set_aside.iter().filter(|(name, _)| {
            ["stamps", "journal"].iter().any(|part| name.trim_start_matches("twice.").starts_with(part))
        });
        let unknown = [
            ("stamps.records", &stamps.unknown_records),
            ("stamps.seen", &stamps.unknown_seen),
            ("stamps.removed", &stamps.unknown_removed),
        ];
        let unknown =
            unknown.into_iter().flat_map(|(name, items)| items.values().map(move |raw| (name, raw)));
        let aside = aside.flat_map(|(name, items)| items.iter().map(|raw| (name.as_str(), raw)));
        for (name, raw) in unknown.chain(aside) {
            let Ok(value) = serde_json::from_str(raw.get()) else { continue };
            dots_in(&value, &mut dots);
            if name.contains("stamps.seen") || name.contains("stamps.removed") {
                counts_in(&value, &mut dots);
            }
        }
        let journal = self.file.journal.clone();
        let raised = self.file.contents.stamps.catch_up(journal.iter().map(|entry| &entry.dot).chain(&dots));
        if raised.is_empty() {
            return;
        }
        let told =
            raised.iter().take(5).map(|(writer, had, has)| format!("{writer} ghi {had}, có đến {has}"));
        let more = if raised.len() > 5 { "; …" } else { "" };
        let told = told.collect::<Vec<_>>().join("; ");
        self.found(Diagnostic::warning(
            "context-raised",
            Place::part("stamps.context"),
            format!("số lần ghi của máy thấp hơn dấu ghi có trong tệp ({told}{more}); đã nâng lên"),
            "Nội dung không mất. Nếu tệp này lấy từ bản cũ, hãy hợp nhất với bản mới nhất trước khi sửa tiếp",
        ));
    }
}

/// Puts a value where there is none; false where another stands there.
fn put<T: PartialEq>(entry: Entry<'_, RecordKey, Arc<T>>, found: T) -> bool {
    match entry {
        Entry::Vacant(slot) => {
            slot.insert(Arc::new(found));
            true
        }
        Entry::Occupied(there) => **there.get() == found,
    }
}

/// The texts in a value that are dots.
fn dots_in(value: &Value, dots: &mut Vec<Dot>) {
    match value {
        Value::String(text) => dots.extend(text.parse::<Dot>().ok()),
        Value::Array(items) => items.iter().for_each(|item| dots_in(item, dots)),
        Value::Object(fields) => fields.values().for_each(|field| dots_in(field, dots)),
        _ => {}
    }
}

/// The last dots that a context speaks of, the context of a deletion or one by itself.
fn counts_in(value: &Value, dots: &mut Vec<Dot>) {
    let Value::Object(counts) = value.get("until").unwrap_or(value) else { return };
    for (writer, n) in counts {
        if let (Ok(writer), Some(n @ 1..)) = (WriterId::new(writer), n.as_u64()) {
            dots.push(Dot { writer, n });
        }
    }
}
