//! The one way to change a file.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::diagnostic::Place;
use crate::exchange::file::for_each_collection;
use crate::exchange::{JournalEdit, JournalEntry, PlanFile, RecordKey, Transfer, WHOLE_RECORD};
use crate::fault::{self, Fault};
use crate::id::{OfficeId, WriterId};
use crate::plan::Plan;
use crate::record::{Extra, Kind, Record, Records};

/// Người ghi: who changes, when and for which office. The shell knows; the core has no clock and no names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Author {
    /// The copy of the app.
    pub writer: WriterId,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// For which office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeId>,
}

/// Một lần thay đổi: edits that happen together or not at all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Who and when.
    pub author: Author,
    /// What is done, in a few words: `Ghi hoạt động`.
    pub label: String,
    /// The edits, in order.
    pub edits: Vec<Edit>,
}

/// Sửa một bản ghi.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Writes fields; a record that is not there is made. `null` takes a field away. A field that its kind does not know is
    /// written all the same, as one of a later version: a slip in its name is no error. [`Edit::write`] and
    /// [`Edit::difference`] know the names.
    Set {
        /// The record.
        record: RecordKey,
        /// The fields and their new values.
        fields: Map<String, Value>,
    },
    /// Deletes a record.
    Remove {
        /// The record.
        record: RecordKey,
    },
    /// Decides: writes fields as [`Edit::Set`] does, also those that read so already. It settles conflicts for the
    /// value that stands, and confirms a record that lives on in spite of its deletion.
    Settle {
        /// The record.
        record: RecordKey,
        /// The fields and their values.
        fields: Map<String, Value>,
    },
    /// Leaves a field open between several values, the first standing meanwhile: what takes the settling of a
    /// conflict back.
    Dispute {
        /// The record.
        record: RecordKey,
        /// The field.
        field: String,
        /// The values, two or more that differ; `null` for none. Fewer are refused.
        values: Vec<Value>,
    },
    /// Remembers in the journal that a file was sent. No record changes, and there is nothing to take back.
    Sent(Transfer),
    /// Remembers in the journal that a file was received.
    Received(Transfer),
}

impl Edit {
    /// Makes a record, or writes the fields that `record` has over those of the record of its id: what `record` leaves
    /// empty, and unknown fields, stay there as they were. To say what changed of a record that is there, also what
    /// was taken away, use [`Edit::difference`].
    pub fn write<R: Record>(record: &R) -> Self {
        Self::Set { record: RecordKey::new(R::KIND, record.id().to_string()), fields: to_fields(record) }
    }

    /// Writes only the fields in which `new` differs from `old` (one record, before and after); none when they are equal.
    pub fn difference<R: Record>(old: &R, new: &R) -> Option<Self> {
        field_difference(RecordKey::new(R::KIND, new.id().to_string()), old, new)
    }

    /// Writes the fields in which two versions of the plan's header differ; none when they are equal.
    pub fn plan_difference(old: &Plan, new: &Plan) -> Option<Self> {
        field_difference(RecordKey::plan(), old, new)
    }

    /// The record that it is about, if one.
    pub fn record(&self) -> Option<&RecordKey> {
        match self {
            Self::Set { record, .. }
            | Self::Remove { record }
            | Self::Settle { record, .. }
            | Self::Dispute { record, .. } => Some(record),
            Self::Sent(_) | Self::Received(_) => None,
        }
    }

    /// The fields that it writes, with their values.
    pub(super) fn fields(&self) -> Option<&Map<String, Value>> {
        match self {
            Self::Set { fields, .. } | Self::Settle { fields, .. } => Some(fields),
            _ => None,
        }
    }

    /// Whether it leaves one of those fields open.
    fn is_about(&self, fields: &Map<String, Value>) -> bool {
        matches!(self, Self::Dispute { field, .. } if fields.contains_key(field))
    }

    /// Deletes the record of that id.
    pub fn remove<R: Record>(id: &R::Id) -> Self {
        Self::Remove { record: RecordKey::new(R::KIND, id.to_string()) }
    }
}

/// What applying a change did.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The edits that take it back (hoàn tác), to be applied as a change of their own.
    pub inverse: Vec<Edit>,
    /// Whether the file is another one now: the journal tells of the change. What was sent or received is told there, too,
    /// and has no inverse.
    pub has_changed: bool,
}

/// Why a change was refused. The file is then as it was before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChangeError {
    /// The record that results is not one of its kind.
    #[error("{place}: {reason}")]
    Invalid {
        /// The record and the field.
        place: Box<Place>,
        /// What is wrong with it.
        reason: String,
    },
    /// The record is not there.
    #[error("{place} không còn trong tệp")]
    Missing {
        /// The record.
        place: Place,
    },
    /// The header cannot be deleted, nor an id be changed.
    #[error("{0}")]
    Forbidden(String),
    /// A frozen report keeps it from being changed ([`PlanFile::frozen`]): why, and who may lift the lock.
    #[error("{0}")]
    Locked(String),
    /// The file was written by a newer program ([`PlanFile::is_read_only`]).
    #[error(
        "tệp thuộc phiên bản {0}, mới hơn phiên bản ở đây, nên chỉ để xem. Tải bản mới của phần mềm để sửa"
    )]
    ReadOnly(u32),
    /// The count of a writer's changes is full: the file is broken there.
    #[error(
        "số lần ghi của máy “{0}” trong tệp đã đến mức lớn nhất, không ghi thêm được. Mở bản sao lưu gần nhất"
    )]
    Exhausted(WriterId),
}

impl PlanFile {
    /// Applies a change: all of its edits, or, on an error, none.
    ///
    /// A record may name others that are not there: an edit may come before what it refers to, and
    /// [`check`](crate::exchange::check) tells what is left dangling.
    ///
    /// Stamps and journal follow. Edits that change nothing leave no trace; a change without effect is not journalled.
    ///
    /// # Errors
    /// [`ChangeError`] when an edit would leave a record that is not one of its kind, or names one that is not there.
    pub fn apply(&mut self, change: &Change) -> Result<Applied, ChangeError> {
        let (next, applied) = self.after(change)?;
        *self = next;
        Ok(applied)
    }

    /// The file after a change, as [`PlanFile::apply`] makes it: for who shares the file as it was with others.
    ///
    /// # Errors
    /// As [`PlanFile::apply`].
    pub fn after(&self, change: &Change) -> Result<(Self, Applied), ChangeError> {
        if self.is_read_only() {
            return Err(ChangeError::ReadOnly(self.version));
        }
        if let Some(reason) = self.locked(&change.edits) {
            return Err(ChangeError::Locked(reason));
        }
        let mut next = self.clone();
        let mut inverse = Vec::new();
        let mut edits = Vec::new();
        let writer = &change.author.writer;
        let dot = next.contents.stamps.next(writer).ok_or_else(|| ChangeError::Exhausted(writer.clone()))?;
        // The inverse is put together back to front.
        for edit in &change.edits {
            match edit {
                Edit::Set { record, fields } | Edit::Settle { record, fields } => {
                    let open = next.disputes(record);
                    let decided = match edit {
                        Edit::Settle { .. } => next.decided(record, fields),
                        _ => Map::new(),
                    };
                    match next.set(record, fields)? {
                        SetOutcome::Created => {
                            next.contents.stamps.write(record, [WHOLE_RECORD], &dot);
                            inverse.push(Edit::Remove { record: record.clone() });
                            edits.push(JournalEdit::Created(record.clone()));
                        }
                        SetOutcome::Changed(mut before) => {
                            for (name, value) in decided {
                                before.entry(name).or_insert(value);
                            }
                            if before.is_empty() {
                                continue;
                            }
                            next.contents.stamps.write(record, before.keys().map(String::as_str), &dot);
                            inverse.extend(open.into_iter().filter(|edit| edit.is_about(&before)));
                            inverse.push(Edit::Set { record: record.clone(), fields: before.clone() });
                            edits.push(JournalEdit::Changed { record: record.clone(), before });
                        }
                    }
                }
                Edit::Remove { record } => {
                    inverse.extend(next.disputes(record));
                    let before = next.take(record)?;
                    next.contents.stamps.remove(record, before.clone(), &dot);
                    inverse.push(Edit::Set { record: record.clone(), fields: before.clone() });
                    edits.push(JournalEdit::Removed { record: record.clone(), before });
                }
                Edit::Dispute { record, field, values } => {
                    let open = next.disputes(record);
                    let before = next.dispute(record, field, values, &change.author.writer)?;
                    inverse.extend(open.into_iter().filter(|edit| edit.is_about(&before)));
                    inverse.push(Edit::Settle { record: record.clone(), fields: before.clone() });
                    edits.push(JournalEdit::Changed { record: record.clone(), before });
                }
                Edit::Sent(transfer) => edits.push(JournalEdit::Sent(transfer.clone())),
                Edit::Received(transfer) => edits.push(JournalEdit::Received(transfer.clone())),
            }
        }
        if edits.is_empty() {
            return Ok((self.clone(), Applied { inverse, has_changed: false }));
        }
        let Author { at, office, .. } = change.author.clone();
        let entry = JournalEntry { dot, at, office, label: change.label.clone(), edits, extra: Extra::new() };
        Arc::make_mut(&mut next.contents.journal).push(Arc::new(entry));
        inverse.reverse();
        Ok((next, Applied { inverse, has_changed: true }))
    }

    pub(super) fn set(
        &mut self,
        key: &RecordKey,
        fields: &Map<String, Value>,
    ) -> Result<SetOutcome, ChangeError> {
        if fields.contains_key(WHOLE_RECORD) {
            return Err(ChangeError::Forbidden(format!(
                "{}: trường không được mang tên “{WHOLE_RECORD}”",
                place(key, String::new())
            )));
        }
        if key.kind == Kind::Plan {
            if *key != RecordKey::plan() {
                return Err(ChangeError::Forbidden(format!(
                    "kế hoạch có một phần đầu, khóa plan/plan, không có {key}"
                )));
            }
            let (plan, before) = rewrite(key, self.plan.as_ref(), fields)?;
            self.contents.plan = Arc::new(plan);
            return Ok(SetOutcome::Changed(before));
        }
        macro_rules! dispatch {
            ($field:ident, $type:ty, $kind:ident) => {
                if key.kind == Kind::$kind {
                    return set_in::<$type>(&mut self.contents.$field, key, fields);
                }
            };
        }
        for_each_collection!(dispatch);
        Err(ChangeError::Forbidden(format!("loại bản ghi “{}” không sửa được", key.kind.key())))
    }

    fn take(&mut self, key: &RecordKey) -> Result<Map<String, Value>, ChangeError> {
        macro_rules! dispatch {
            ($field:ident, $type:ty, $kind:ident) => {
                if key.kind == Kind::$kind {
                    return take_from::<$type>(&mut self.contents.$field, key);
                }
            };
        }
        for_each_collection!(dispatch);
        Err(ChangeError::Forbidden("phần đầu của kế hoạch không xóa được".to_owned()))
    }
}

pub(super) enum SetOutcome {
    Created,
    /// With the old values of the fields that changed.
    Changed(Map<String, Value>),
}

fn set_in<R: Record>(
    records: &mut Records<R>,
    key: &RecordKey,
    fields: &Map<String, Value>,
) -> Result<SetOutcome, ChangeError> {
    if fields.get("id").is_some_and(|id| id.as_str() != Some(&key.id)) {
        return Err(ChangeError::Forbidden(format!(
            "mã của {} “{}” không đổi được",
            key.kind.vietnamese(),
            key.id
        )));
    }
    if let Some(old) = records.get_str(&key.id) {
        let (record, before) = rewrite(key, old, fields)?;
        if !before.is_empty() {
            records.put(record);
        }
        return Ok(SetOutcome::Changed(before));
    }
    let mut value = Map::new();
    value.insert("id".to_owned(), Value::String(key.id.to_string()));
    overwrite(&mut value, fields);
    records.put(from_fields(key, value)?);
    Ok(SetOutcome::Created)
}

fn take_from<R: Record>(
    records: &mut Records<R>,
    key: &RecordKey,
) -> Result<Map<String, Value>, ChangeError> {
    let missing = || ChangeError::Missing { place: place(key, String::new()) };
    let id = R::Id::try_from(key.id.to_string()).map_err(|_| missing())?;
    records.remove(&id).map(|record| to_fields(record.as_ref())).ok_or_else(missing)
}

fn field_difference(record: RecordKey, old: &impl Serialize, new: &impl Serialize) -> Option<Edit> {
    let fields = difference(&to_fields(old), &to_fields(new));
    (!fields.is_empty()).then_some(Edit::Set { record, fields })
}

/// The fields in which two versions of a record differ, as they are in `to`; null where they are not there.
pub(super) fn difference(from: &Map<String, Value>, to: &Map<String, Value>) -> Map<String, Value> {
    let value = |name: &String| to.get(name).cloned().unwrap_or(Value::Null);
    let mut fields = Map::new();
    for name in from.keys().chain(to.keys()) {
        if from.get(name) != to.get(name) {
            fields.insert(name.clone(), value(name));
        }
    }
    fields
}

/// The record with those fields written, and the old values of what that changed. What counts is how the record
/// reads in the file: `[]` over a list that is absent changes nothing.
fn rewrite<T: Serialize + serde::de::DeserializeOwned>(
    key: &RecordKey,
    old: &T,
    fields: &Map<String, Value>,
) -> Result<(T, Map<String, Value>), ChangeError> {
    let old = to_fields(old);
    let mut value = old.clone();
    overwrite(&mut value, fields);
    let record = from_fields(key, value)?;
    let before = difference(&to_fields(&record), &old);
    Ok((record, before))
}

pub(super) fn overwrite(value: &mut Map<String, Value>, fields: &Map<String, Value>) {
    for (name, new) in fields {
        if new.is_null() {
            value.shift_remove(name);
        } else {
            value.insert(name.clone(), new.clone());
        }
    }
}

pub(super) fn to_fields(record: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        other => unreachable!("a record is a JSON object, not {other:?}"),
    }
}

pub(super) fn from_fields<T: serde::de::DeserializeOwned>(
    key: &RecordKey,
    fields: Map<String, Value>,
) -> Result<T, ChangeError> {
    fault::parse_value(&Value::Object(fields)).map_err(|Fault { field, reason }| ChangeError::Invalid {
        place: Box::new(place(key, field)),
        reason,
    })
}

pub(super) fn place(key: &RecordKey, field: String) -> Place {
    match key.kind {
        Kind::Plan => Place::plan(field),
        kind => Place { part: kind.key().to_owned(), id: key.id.to_string(), field, ..Place::default() },
    }
}
