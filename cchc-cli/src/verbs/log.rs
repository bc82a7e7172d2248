//! `cchc log`.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fmt::Write;

use cchc_core::exchange::{JournalEntry, Moment, PlanFile, RecordKey, field_name, record_title, value_shown};
use cchc_core::record::Kind;
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::{input, output};

/// At most so many records of a change are named.
const NAMED: usize = 20;

/// Prints the history of a file, or of one record, oldest first.
pub(crate) fn run(file: &OsStr, record: Option<&str>) -> Result<(), Failure> {
    let file = input::read_quietly(file)?.file;
    let text = match record {
        None => whole(&file),
        Some(record) => of_record(&file, record)?,
    };
    output::print_text(text)
}

fn whole(file: &PlanFile) -> String {
    let mut text = String::new();
    for entry in file.journal.iter() {
        let names = entry.edits.iter().filter_map(|edit| match (edit.record(), edit.transfer()) {
            (Some(record), _) => Some(format!("{} “{}”", record.kind.vietnamese(), title(file, record))),
            (None, transfer) => transfer.map(|transfer| format!("tệp {}", transfer.name)),
        });
        let mut seen = HashSet::new();
        let mut named: Vec<String> = names.filter(|name| seen.insert(name.clone())).collect();
        let others = named.len().saturating_sub(NAMED);
        if others > 0 {
            named.truncate(NAMED);
            named.push(format!("và {others} bản ghi khác"));
        }
        let _ = writeln!(text, "{}: {}", head(file, entry), named.join(", "));
    }
    if text.is_empty() {
        text.push_str("chưa có thay đổi nào được ghi lại\n");
    }
    text
}

fn of_record(file: &PlanFile, asked: &str) -> Result<String, Failure> {
    let keys: Vec<RecordKey> = match asked.parse() {
        Ok(key) => vec![key],
        // The bare id, as other verbs print it.
        Err(_) => Kind::ALL.into_iter().map(|kind| RecordKey::new(kind, asked)).collect(),
    };
    let known = |key: &RecordKey| {
        key.kind != Kind::Plan && file.contains(key)
            || *key == RecordKey::plan()
            || !file.history(key).is_empty()
    };
    let keys: Vec<RecordKey> = keys.into_iter().filter(known).collect();
    let [key] = &keys[..] else {
        let several: Vec<_> = keys.iter().map(ToString::to_string).collect();
        return Err(Failure::NotThere(if several.is_empty() {
            format!("không có bản ghi “{asked}”; ghi loại/mã, ví dụ activities/hd-001, hoặc plan/plan")
        } else {
            format!("mã “{asked}” có ở nhiều loại; ghi một trong: {}", several.join(", "))
        }));
    };
    let moments = file.history(key);
    let mut text = format!("{} “{}” [{key}]\n", key.kind.vietnamese(), title(file, key));
    if moments.is_empty() {
        text.push_str("chưa có thay đổi nào được ghi lại từ khi có tệp\n");
    }
    for moment in &moments {
        let what = match (&moment.before, &moment.after) {
            (None, _) => "tạo mới",
            (_, None) => "xóa",
            _ => "sửa",
        };
        let _ = writeln!(text, "{}: {what}", head(file, moment.entry));
        fields(&mut text, file, key.kind, moment);
    }
    Ok(text)
}

fn fields(text: &mut String, file: &PlanFile, kind: Kind, moment: &Moment<'_>) {
    let (Some(before), Some(after)) = (&moment.before, &moment.after) else { return };
    let value = |fields: &Map<String, Value>, name: &str| fields.get(name).cloned().unwrap_or_default();
    for name in after.keys().chain(before.keys().filter(|name| !after.contains_key(*name))) {
        let (old, new) = (value(before, name), value(after, name));
        if old != new {
            let (old, new) = (value_shown(file, name, &old), value_shown(file, name, &new));
            let _ = writeln!(text, "    {}: {old} → {new}", field_name(kind, name).unwrap_or(name));
        }
    }
}

fn head(file: &PlanFile, entry: &JournalEntry) -> String {
    let mut head = entry.at.format("%d/%m/%Y %H:%M").to_string();
    if let Some(office) = &entry.office {
        let name = file.offices.get(office).map_or(office.as_str(), |office| &office.short_name);
        let _ = write!(head, " · {name}");
    }
    if !entry.label.is_empty() {
        let _ = write!(head, " · {}", entry.label);
    }
    head
}

/// What the record is called, or was before it was deleted.
fn title(file: &PlanFile, record: &RecordKey) -> String {
    let removed = || file.stamps.removed.get(record).and_then(|removal| removal.record.clone());
    record_title(record, &file.fields(record).or_else(removed).unwrap_or_default())
}
