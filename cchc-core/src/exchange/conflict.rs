//! Xung đột: values of one field that were written without knowing of each other, and what a person decides.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::exchange::change::{place, to_fields};
use crate::exchange::file::for_each_collection;
use crate::exchange::stamps::covers;
use crate::exchange::{ChangeError, Dot, Edit, FieldStamp, JournalEntry, PlanFile, RecordKey, WHOLE_RECORD};
use crate::id::WriterId;
use crate::record::Kind;

/// Xung đột: a field with several values, until a person decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict<'a> {
    /// The record.
    pub record: &'a RecordKey,
    /// The field.
    pub field: &'a str,
    /// The values, each once. The first stands in the record meanwhile, the same in every copy.
    pub candidates: Vec<Candidate<'a>>,
}

/// One of the values of a field in conflict.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<'a> {
    /// The value; `null` where the field was left empty.
    pub value: &'a Value,
    /// The change that wrote it; none where it is as old as the file.
    pub dot: Option<&'a Dot>,
    /// Who wrote it when, as far as the journal knows: for people.
    pub entry: Option<&'a JournalEntry>,
}

impl Conflict<'_> {
    /// The edit that settles it for that value: one of the candidates, or another.
    pub fn settle(&self, value: &Value) -> Edit {
        let fields = [(self.field.to_owned(), value.clone())].into_iter().collect();
        Edit::Settle { record: self.record.clone(), fields }
    }
}

/// A field with several values, each with the dot that wrote it.
type Disputed<'a> = (&'a RecordKey, &'a str, Vec<(Option<&'a Dot>, &'a Value)>);

/// The values of a field in conflict, each once.
fn differing(stamp: &FieldStamp) -> Vec<(Option<&Dot>, &Value)> {
    let FieldStamp::Conflict(pairs) = stamp else { return Vec::new() };
    let mut values: Vec<(Option<&Dot>, &Value)> = Vec::new();
    for (dot, value) in pairs {
        if values.iter().all(|(_, other)| *other != value) {
            values.push((dot.as_ref(), value));
        }
    }
    values
}

/// The entries of a journal by who wrote them and as which change.
struct Writers<'a>(HashMap<&'a WriterId, BTreeMap<u64, &'a JournalEntry>>);

impl<'a> Writers<'a> {
    fn of(journal: &'a [Arc<JournalEntry>]) -> Self {
        let mut writers: HashMap<_, BTreeMap<_, _>> = HashMap::new();
        for entry in journal {
            writers.entry(&entry.dot.writer).or_default().insert(entry.dot.n, entry.as_ref());
        }
        Self(writers)
    }

    /// The entry of the change that wrote that dot. A change that left a field open wrote several.
    fn entry(&self, dot: &Dot) -> Option<&'a JournalEntry> {
        self.0.get(&dot.writer)?.range(..=dot.n).next_back().map(|(_, entry)| *entry)
    }
}

impl PlanFile {
    /// The fields in conflict, by record and field. Deleted records have none to settle.
    pub fn conflicts(&self) -> Vec<Conflict<'_>> {
        let mut open = self.disputed();
        open.retain(|(record, ..)| self.contains(record));
        if open.is_empty() {
            return Vec::new();
        }
        let writers = Writers::of(&self.journal);
        let candidate = |(dot, value): (Option<_>, _)| Candidate {
            value,
            dot,
            entry: dot.and_then(|dot| writers.entry(dot)),
        };
        open.into_iter()
            .map(|(record, field, values)| {
                let candidates = values.into_iter().map(candidate).collect();
                Conflict { record, field, candidates }
            })
            .collect()
    }

    /// Which fields are in conflict: what [`PlanFile::conflicts`] tells, without the values.
    pub fn open_fields(&self) -> BTreeSet<(&RecordKey, &str)> {
        let open = self.disputed().into_iter().map(|(record, field, _)| (record, field));
        open.filter(|(record, _)| self.contains(record)).collect()
    }

    /// The values of a field in conflict, each once; none where it is not.
    pub(super) fn candidates(&self, record: &RecordKey, field: &str) -> Vec<&Value> {
        let stamp = self.stamps.records.get(record).and_then(|stamps| stamps.get(field));
        stamp.map_or_else(Vec::new, |stamp| differing(stamp).into_iter().map(|(_, value)| value).collect())
    }

    /// Fields with several values, and those, each once; also of records that were deleted.
    fn disputed(&self) -> Vec<Disputed<'_>> {
        let mut found = Vec::new();
        for (record, stamps) in self.stamps.records.iter() {
            for (field, stamp) in stamps.iter() {
                let values = differing(stamp);
                if values.len() > 1 {
                    found.push((record, field.as_str(), values));
                }
            }
        }
        found
    }

    /// Sống lại: records that someone deleted while another, who did not know, edited them. The edit keeps them alive;
    /// a person confirms that ([`PlanFile::keep`]) or deletes the record again.
    pub fn revived(&self) -> Vec<&RecordKey> {
        self.stamps.removed.keys().filter(|key| self.is_revived(key)).collect()
    }

    /// Whether a record is one of [`PlanFile::revived`].
    pub fn is_revived(&self, key: &RecordKey) -> bool {
        self.stamps.removed.contains_key(key) && !self.unsure(key).is_empty()
    }

    /// Chờ chọn: the records of which a person has something to decide, fields in conflict or a deletion that an edit
    /// outlived.
    pub fn undecided(&self) -> BTreeSet<&RecordKey> {
        self.open_fields().into_iter().map(|(record, _)| record).chain(self.revived()).collect()
    }

    /// The edit that confirms a record as it is, in spite of its deletion.
    pub fn keep(&self, key: &RecordKey) -> Option<Edit> {
        let fields = self.fields(key)?;
        Some(Edit::Settle { record: key.clone(), fields })
    }

    /// The fields of a record that its deletion knew: there only because another field was edited meanwhile.
    fn unsure(&self, key: &RecordKey) -> Vec<String> {
        let Some(removal) = self.stamps.removed.get(key) else { return Vec::new() };
        let stamps = self.stamps.records.get(key);
        let is_known = |field: &str| {
            let stamp = stamps.and_then(|stamps| stamps.get(field).or_else(|| stamps.get(WHOLE_RECORD)));
            stamp.is_none_or(|stamp| stamp.dots().all(|dot| covers(&removal.until, dot)))
        };
        let fields = self.fields(key).unwrap_or_default();
        fields.into_iter().map(|(name, _)| name).filter(|name| name != "id" && is_known(name)).collect()
    }

    /// Whether the record is among the records.
    pub fn contains(&self, key: &RecordKey) -> bool {
        macro_rules! dispatch {
            ($field:ident, $type:ty, $kind:ident) => {
                if key.kind == Kind::$kind {
                    return self.$field.get_str(&key.id).is_some();
                }
            };
        }
        for_each_collection!(dispatch);
        key.kind == Kind::Plan
    }

    /// A record as its fields stand in the file.
    pub fn fields(&self, key: &RecordKey) -> Option<Map<String, Value>> {
        macro_rules! dispatch {
            ($field:ident, $type:ty, $kind:ident) => {
                if key.kind == Kind::$kind {
                    return self.$field.get_str(&key.id).map(to_fields);
                }
            };
        }
        for_each_collection!(dispatch);
        Some(to_fields(self.plan.as_ref()))
    }

    /// What is open in a record: the edits that would leave it so again.
    pub(super) fn disputes(&self, key: &RecordKey) -> Vec<Edit> {
        let Some(stamps) = self.stamps.records.get(key) else { return Vec::new() };
        let mut edits = Vec::new();
        for (field, stamp) in stamps.iter() {
            let values: Vec<Value> = differing(stamp).into_iter().map(|(_, value)| value.clone()).collect();
            if values.len() > 1 {
                edits.push(Edit::Dispute { record: key.clone(), field: field.clone(), values });
            }
        }
        edits
    }

    /// Of those fields, the ones that wait for a decision, with the values they have: fields in conflict, and fields of
    /// a record that lives on in spite of its deletion.
    pub(super) fn decided(&self, key: &RecordKey, named: &Map<String, Value>) -> Map<String, Value> {
        let open = self.stamps.records.get(key).into_iter().flat_map(|stamps| stamps.iter());
        let open = open.filter(|(_, stamp)| matches!(stamp, FieldStamp::Conflict(_)));
        let mut names: Vec<String> = open.map(|(field, _)| field.clone()).collect();
        names.extend(self.unsure(key));
        names.retain(|name| named.contains_key(name));
        if names.is_empty() {
            return Map::new();
        }
        let fields = self.fields(key).unwrap_or_default();
        names.into_iter().map(|name| (name.clone(), fields.get(&name).cloned().unwrap_or_default())).collect()
    }

    /// Leaves a field open; returns its old value.
    pub(super) fn dispute(
        &mut self,
        key: &RecordKey,
        field: &str,
        values: &[Value],
        writer: &WriterId,
    ) -> Result<Map<String, Value>, ChangeError> {
        let missing = || ChangeError::Missing { place: place(key, field.to_owned()) };
        if values.iter().all(|value| *value == values[0]) {
            let place = Box::new(place(key, field.to_owned()));
            return Err(ChangeError::Invalid {
                place,
                reason: "để ngỏ thì phải có ít nhất hai giá trị khác nhau".to_owned(),
            });
        }
        let before = self.fields(key).ok_or_else(missing)?.remove(field).unwrap_or_default();
        // Every value has to be one that the field can have, the standing one last: it stays.
        for value in values.iter().rev() {
            self.set(key, &[(field.to_owned(), value.clone())].into_iter().collect())?;
        }
        let mut pairs = Vec::with_capacity(values.len());
        for value in values.iter().rev() {
            let dot =
                self.contents.stamps.next(writer).ok_or_else(|| ChangeError::Exhausted(writer.clone()))?;
            pairs.push((Some(dot), value.clone()));
        }
        pairs.reverse();
        self.contents.stamps.put(key, [(field, FieldStamp::Conflict(pairs))]);
        Ok([(field.to_owned(), before)].into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::exchange::tests::every_kind;
    use crate::exchange::{Author, Change, Edit, FieldStamp, PlanFile};

    fn apply(file: &mut PlanFile, edits: Vec<Edit>) -> Vec<Edit> {
        let at = "2026-06-01T08:00:00+07:00".parse().unwrap();
        let author = Author { writer: "may-moi".parse().unwrap(), at, office: None };
        file.apply(&Change { author, label: "Chọn".to_owned(), edits }).unwrap().inverse
    }

    #[test]
    fn a_conflict_tells_its_values_and_who_wrote_them() {
        let file = every_kind();
        let [conflict] = &file.conflicts()[..] else { panic!() };
        assert_eq!((conflict.record.to_string().as_str(), conflict.field), ("activities/a1", "title"));
        let told: Vec<_> = conflict
            .candidates
            .iter()
            .map(|one| (one.value.as_str().unwrap(), one.entry.map(|entry| entry.at.to_rfc3339())))
            .collect();
        let expected = [
            ("Hướng dẫn nộp hồ sơ trực tuyến", Some("2026-05-05T08:00:00+07:00".to_owned())),
            ("Hướng dẫn", Some("2026-05-04T10:00:00+07:00".to_owned())),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_decision_settles_even_for_the_standing_value_and_undo_reopens() {
        for value in ["Hướng dẫn nộp hồ sơ trực tuyến", "Hướng dẫn", "Một tên khác"] {
            let mut file = every_kind();
            let edit = file.conflicts()[0].settle(&json!(value));
            let undo = apply(&mut file, vec![edit]);
            assert!(file.conflicts().is_empty(), "{value}");
            assert_eq!(file.activities.get_str("a1").unwrap().title, value);
            let redo = apply(&mut file, undo);
            assert_eq!(file.activities, every_kind().activities);
            let reopened: Vec<_> =
                file.conflicts()[0].candidates.iter().map(|one| one.value.clone()).collect();
            assert_eq!(reopened, [json!("Hướng dẫn nộp hồ sơ trực tuyến"), json!("Hướng dẫn")]);
            apply(&mut file, redo);
            assert!(file.conflicts().is_empty(), "{value}");
        }
    }

    #[test]
    fn a_deletion_taken_back_leaves_open_what_was_open() {
        let mut file = every_kind();
        let key = "activities/a1".parse().unwrap();
        let undo = apply(&mut file, vec![Edit::Remove { record: key }]);
        assert!(file.conflicts().is_empty());
        apply(&mut file, undo);
        assert_eq!(file.conflicts()[0].candidates.len(), 2);
        assert!(file.revived().is_empty(), "taken back by someone who knew");
    }

    #[test]
    fn a_value_that_the_field_cannot_have_is_refused() {
        let mut file = every_kind();
        let record = "activities/a1".parse().unwrap();
        let edit =
            Edit::Dispute { record, field: "date".to_owned(), values: vec![json!("2026-05-01"), json!("x")] };
        let at = "2026-06-01T08:00:00+07:00".parse().unwrap();
        let author = Author { writer: "may-moi".parse().unwrap(), at, office: None };
        let change = Change { author, label: String::new(), edits: vec![edit] };
        assert!(file.apply(&change).is_err());
        for values in [vec![], vec![json!("2026-05-01")], vec![json!("2026-05-01"), json!("2026-05-01")]] {
            let mut change = change.clone();
            let Edit::Dispute { values: too_few, .. } = &mut change.edits[0] else { panic!() };
            *too_few = values;
            assert!(file.apply(&change).is_err());
        }
        assert_eq!(file, every_kind());
        let stamp = &file.stamps.records[&"activities/a1".parse().unwrap()]["title"];
        assert!(matches!(stamp, FieldStamp::Conflict(_)));
    }
}
