//! So sánh hai tệp: what is new, changed, deleted, in conflict between two states of a file. It is what a person sees
//! before a merge is taken over.

mod shown;
mod words;

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::exchange::change::to_fields;
use crate::exchange::file::for_each_collection;
use crate::exchange::{FieldStamp, PlanFile, RecordKey, RecordStamps};
use crate::record::{Record, Records};

pub use shown::{record_title, value_in_full, value_shown, values_apart};
pub use words::field_name;

/// So sánh: what `after` has that `before` has not, and the other way round.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Difference {
    /// Records, in the order of the file.
    pub records: Vec<RecordDifference>,
    /// Unreadable records and parts that are new, by the name of their kind or part.
    pub set_aside: Vec<String>,
}

/// One record that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordDifference {
    /// The record.
    pub record: RecordKey,
    /// What a person calls it.
    pub title: String,
    /// What became of it.
    pub what: RecordChange,
    /// The fields that differ or are newly in conflict. For a new or deleted record all that it has.
    pub fields: Vec<FieldDifference>,
    /// Sống lại: it was deleted by someone and is kept alive by another's edit, and nobody has confirmed it yet.
    pub is_revived: bool,
}

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordChange {
    /// Mới.
    New,
    /// Thay đổi: fields of it, or what is open about it.
    Changed,
    /// Đã xóa.
    Deleted,
}

impl RecordChange {
    /// The word a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::New => "mới",
            Self::Changed => "thay đổi",
            Self::Deleted => "xóa",
        }
    }
}

/// One field that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldDifference {
    /// Its name in the file; [`field_name`] has the word for people.
    pub field: String,
    /// Its value before; `null` where it had none.
    pub before: Value,
    /// Its value after; in a conflict the one that stands meanwhile.
    pub after: Value,
    /// Xung đột: the values between which a person has to decide, the standing one first; else empty.
    pub candidates: Vec<Value>,
}

impl Difference {
    /// Whether nothing differs that a person could see.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.set_aside.is_empty()
    }

    /// How many records became that.
    pub fn count(&self, what: RecordChange) -> usize {
        self.records.iter().filter(|record| record.what == what).count()
    }

    /// How many fields are newly in conflict.
    pub fn conflicts(&self) -> usize {
        self.records
            .iter()
            .flat_map(|record| &record.fields)
            .filter(|field| !field.candidates.is_empty())
            .count()
    }
}

/// Compares two states of a file. Records that both share are told apart by their place in memory, so comparing a
/// file with what a merge made of it looks at what the merge touched.
pub fn difference(before: &PlanFile, after: &PlanFile) -> Difference {
    let mut walk = Walk { before, after, records: Vec::new() };
    walk.pair(RecordKey::plan(), Some(&before.plan), Some(&after.plan));
    macro_rules! kind {
        ($field:ident, $type:ty, $kind:ident) => {
            walk.collection(&before.$field, &after.$field);
        };
    }
    for_each_collection!(kind);
    let mut set_aside = Vec::new();
    for (name, items) in &after.set_aside {
        let known = before.set_aside.get(name).map(Vec::as_slice).unwrap_or_default();
        set_aside.extend(items.iter().filter(|item| !known.contains(item)).map(|_| name.clone()));
    }
    Difference { records: walk.records, set_aside }
}

struct Walk<'a> {
    before: &'a PlanFile,
    after: &'a PlanFile,
    records: Vec<RecordDifference>,
}

impl Walk<'_> {
    fn collection<R: Record + PartialEq>(&mut self, before: &Records<R>, after: &Records<R>) {
        let key = |record: &Arc<R>| RecordKey::new(R::KIND, record.id().to_string());
        for new in after.arcs() {
            self.pair(key(new), before.get_arc(new.id()), Some(new));
        }
        for old in before.arcs().filter(|old| !after.contains(old.id())) {
            self.pair(key(old), Some(old), None);
        }
    }

    fn pair<T: serde::Serialize + PartialEq>(
        &mut self,
        record: RecordKey,
        before: Option<&Arc<T>>,
        after: Option<&Arc<T>>,
    ) {
        let is_same = match (before, after) {
            (Some(before), Some(after)) => Arc::ptr_eq(before, after) || before == after,
            _ => false,
        };
        let old = self.before.stamps.records.get(&record);
        let new = self.after.stamps.records.get(&record);
        let same_stamps = match (old, new) {
            (Some(old), Some(new)) => Arc::ptr_eq(old, new) || old == new,
            (old, new) => old.is_none() && new.is_none(),
        };
        if is_same
            && same_stamps
            && self.before.stamps.removed.get(&record) == self.after.stamps.removed.get(&record)
        {
            return;
        }
        self.differs(record, before.map(to_fields), after.map(to_fields));
    }

    /// Lists what differs in a record, by its fields in each file.
    fn differs(
        &mut self,
        record: RecordKey,
        before: Option<Map<String, Value>>,
        after: Option<Map<String, Value>>,
    ) {
        let old = self.before.stamps.records.get(&record);
        let new = self.after.stamps.records.get(&record);
        let (is_there, was_there) = (after.is_some(), before.is_some());
        let (old_fields, new_fields) = (before.unwrap_or_default(), after.unwrap_or_default());
        let open = |stamps: Option<&Arc<RecordStamps>>, name: &str| open_values(stamps?.get(name)?);
        let mut names: Vec<&String> = new_fields.keys().collect();
        names.extend(old_fields.keys().filter(|name| !new_fields.contains_key(*name)));
        // A field in conflict may be one that the standing value leaves empty.
        let stamped = new.map(|new| new.keys()).into_iter().flatten();
        let unlisted: Vec<&String> = stamped.filter(|name| !names.contains(name)).collect();
        names.extend(unlisted);
        let mut fields = Vec::new();
        for name in names.into_iter().filter(|name| *name != "id") {
            let value = |fields: &Map<String, Value>| fields.get(name).cloned().unwrap_or_default();
            let (before, after_value) = (value(&old_fields), value(&new_fields));
            let candidates = open(new, name).filter(|_| is_there && open(old, name) != open(new, name));
            if before != after_value || candidates.is_some() {
                let candidates = candidates.unwrap_or_default();
                fields.push(FieldDifference { field: name.clone(), before, after: after_value, candidates });
            }
        }
        let is_revived = is_there && self.after.is_revived(&record) && !self.before.is_revived(&record);
        if fields.is_empty() && !is_revived {
            return;
        }
        let what = match (was_there, is_there) {
            (false, _) => RecordChange::New,
            (_, false) => RecordChange::Deleted,
            _ => RecordChange::Changed,
        };
        let fields_named = if is_there { &new_fields } else { &old_fields };
        let title = record_title(&record, fields_named);
        self.records.push(RecordDifference { record, title, what, fields, is_revived });
    }
}

/// The values of a field in conflict, each once, the standing one first.
fn open_values(stamp: &FieldStamp) -> Option<Vec<Value>> {
    let FieldStamp::Conflict(pairs) = stamp else { return None };
    let mut values: Vec<Value> = Vec::new();
    for (_, value) in pairs {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    Some(values)
}

#[cfg(test)]
mod tests;
