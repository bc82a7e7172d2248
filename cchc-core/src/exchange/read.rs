//! Reading a file: lenient at the door. What can be read is taken; what cannot is set aside with its reason.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use indexmap::IndexMap;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::exchange::file::for_each_collection;
use crate::exchange::{FORMAT, JournalEntry, PlanFile, Stamps, VERSION};
use crate::id::FileId;
use crate::plan::Plan;
use crate::record::{Extra, Kind, Record, Records};

/// What reading gave: the file and what was found on the way.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The file.
    pub file: PlanFile,
    /// Findings, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why a text is not a plan file at all. Nothing was taken from it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Not JSON.
    #[error("tệp không phải JSON hoặc bị cắt dở: dòng {line}, cột {column}. Xin lại tệp gốc từ nơi gửi")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON, but nothing of ours.
    #[error("tệp không phải tệp kế hoạch CCHC. Chọn tệp có đuôi .cchc.json")]
    NotOurs,
    /// Written by a newer version.
    #[error(
        "tệp thuộc phiên bản {found}, trang này đọc đến phiên bản {VERSION}. Tải bản mới của trang rồi mở lại tệp"
    )]
    Newer {
        /// The version of the file.
        found: u64,
    },
    /// A part without which there is no plan.
    #[error("phần “{part}” của tệp bị hỏng, chỗ {place}: {reason}. Xin lại tệp gốc hoặc mở bản sao lưu")]
    Broken {
        /// The part of the envelope.
        part: &'static str,
        /// Where in it.
        place: String,
        /// What is wrong.
        reason: String,
    },
}

/// Reads a plan file.
///
/// Records that cannot be read, or that repeat an id, are kept in [`PlanFile::set_aside`] and reported; they do not
/// keep the rest from being read.
///
/// # Errors
/// [`ReadError`] when the text is not JSON, not a plan file, of a newer version, or without a readable header.
pub fn read(text: &str) -> Result<Reading, ReadError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut parts: IndexMap<String, &RawValue> = serde_json::from_str(text).map_err(|error| {
        if error.is_data() {
            ReadError::NotOurs
        } else {
            ReadError::NotJson { line: error.line(), column: error.column() }
        }
    })?;
    let mut take = |name: &str| parts.shift_remove(name);
    if take("format").is_none_or(|format| format.get() != format!("\"{FORMAT}\"")) {
        return Err(ReadError::NotOurs);
    }
    let version: u64 = parse("version", take("version"))?;
    if version > u64::from(VERSION) {
        return Err(ReadError::Newer { found: version });
    }
    let id: FileId = parse("id", take("id"))?;
    let plan: Plan = parse("plan", take("plan"))?;
    let mut file = PlanFile::new(id, plan);
    let mut door = Door { diagnostics: Vec::new(), set_aside: BTreeMap::new() };
    if let Some(raw) = take("set_aside") {
        file.set_aside = door.part("set_aside", raw).unwrap_or_default();
    }
    if let Some(raw) = take("stamps") {
        file.stamps = door.part::<Stamps>("stamps", raw).unwrap_or_default();
    }
    if let Some(raw) = take("journal") {
        let entries: Vec<Arc<JournalEntry>> = door.part("journal", raw).unwrap_or_default();
        file.journal = Arc::new(entries);
    }
    if let Some(raw) = take("records") {
        let kinds: IndexMap<String, &RawValue> = door.part_borrowed("records", raw).unwrap_or_default();
        door.records(&mut file, kinds);
    }
    for (name, raw) in parts {
        if let Some(value) = door.part::<Value>(&name, raw) {
            file.extra.insert(name, value);
        }
    }
    for (kind, values) in door.set_aside {
        file.set_aside.entry(kind).or_default().extend(values);
    }
    Ok(Reading { file, diagnostics: door.diagnostics })
}

fn parse<T: DeserializeOwned>(part: &'static str, raw: Option<&RawValue>) -> Result<T, ReadError> {
    let Some(raw) = raw else {
        return Err(ReadError::Broken { part, place: part.to_owned(), reason: "không có".to_owned() });
    };
    let mut reader = serde_json::Deserializer::from_str(raw.get());
    serde_path_to_error::deserialize(&mut reader).map_err(|error| ReadError::Broken {
        part,
        place: error.path().to_string(),
        reason: error.inner().to_string(),
    })
}

/// Where records are let in or set aside.
struct Door {
    diagnostics: Vec<Diagnostic>,
    set_aside: BTreeMap<String, Vec<Value>>,
}

impl Door {
    fn part<T: DeserializeOwned>(&mut self, name: &str, raw: &RawValue) -> Option<T> {
        self.part_borrowed(name, raw)
    }

    fn part_borrowed<'a, T: serde::Deserialize<'a>>(&mut self, name: &str, raw: &'a RawValue) -> Option<T> {
        match serde_json::from_str(raw.get()) {
            Ok(value) => Some(value),
            Err(error) => {
                self.find("part-unreadable", Place::new(name, ""), format!("không đọc được: {error}"), "");
                let value =
                    serde_json::from_str(raw.get()).unwrap_or_else(|_| Value::String(raw.get().to_owned()));
                self.set_aside.entry(name.to_owned()).or_default().push(value);
                None
            }
        }
    }

    fn find(&mut self, code: &'static str, place: Place, message: String, hint: &str) {
        self.diagnostics.push(Diagnostic {
            code,
            severity: Severity::Error,
            place,
            message,
            hint: hint.to_owned(),
        });
    }

    fn records(&mut self, file: &mut PlanFile, mut kinds: IndexMap<String, &RawValue>) {
        macro_rules! kind {
            ($field:ident, $type:ty, $kind:ident) => {
                if let Some(raw) = kinds.shift_remove(Kind::$kind.key()) {
                    file.$field = self.collection::<$type>(raw);
                }
            };
        }
        for_each_collection!(kind);
        let mut unknown = Extra::new();
        for (name, raw) in kinds {
            if let Some(value) = self.part::<Value>(&name, raw) {
                unknown.insert(name, value);
            }
        }
        if !unknown.is_empty() {
            file.extra.insert("records".to_owned(), Value::Object(unknown));
        }
    }

    fn collection<R: Record>(&mut self, raw: &RawValue) -> Records<R> {
        let key = R::KIND.key();
        let Some(items) = self.part_borrowed::<Vec<&RawValue>>(key, raw) else { return Records::default() };
        let mut seen = HashSet::new();
        let mut records = Vec::with_capacity(items.len());
        for (at, item) in items.into_iter().enumerate() {
            let mut reader = serde_json::Deserializer::from_str(item.get());
            match serde_path_to_error::deserialize::<_, R>(&mut reader) {
                Ok(record) if seen.insert(record.id().clone()) => records.push(record),
                Ok(record) => {
                    let message = format!("mã “{}” đã có ở {} trước đó", record.id(), R::KIND.vietnamese());
                    self.put_aside(key, at, item, "", "duplicate-id", message);
                }
                Err(error) => {
                    let (path, reason) = (error.path().to_string(), error.inner().to_string());
                    self.put_aside(
                        key,
                        at,
                        item,
                        &path,
                        "record-unreadable",
                        format!("không đọc được: {reason}"),
                    );
                }
            }
        }
        records.into_iter().collect()
    }

    fn put_aside(
        &mut self,
        key: &str,
        at: usize,
        item: &RawValue,
        field: &str,
        code: &'static str,
        message: String,
    ) {
        let place = Place::new(format!("{key}[{}]", at + 1), field);
        self.find(code, place, message, "Bản ghi được để riêng, không mất; sửa tệp rồi mở lại");
        let value = serde_json::from_str(item.get()).unwrap_or_else(|_| Value::String(item.get().to_owned()));
        self.set_aside.entry(key.to_owned()).or_default().push(value);
    }
}
