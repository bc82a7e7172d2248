//! Lịch sử của một bản ghi: what it was before and after each change, and how to bring a former state back.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::exchange::change::{self, overwrite};
use crate::exchange::{Edit, FieldDifference, JournalEdit, JournalEntry, PlanFile, RecordKey, difference};
use crate::order;

/// Một lần thay đổi của một bản ghi.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment<'a> {
    /// Who, when, what it was called.
    pub entry: &'a JournalEntry,
    /// The record before; none where it was not there.
    pub before: Option<Map<String, Value>>,
    /// The record after; none where it was deleted. Where several changed it without knowing of each other, it is the
    /// state that follows from reading their changes one after the other.
    pub after: Option<Map<String, Value>>,
}

impl Moment<'_> {
    /// The fields that changed; of a record that was made or deleted, all that it has but its id.
    pub fn fields(&self) -> Vec<FieldDifference> {
        let nothing = Map::new();
        let (before, after) =
            (self.before.as_ref().unwrap_or(&nothing), self.after.as_ref().unwrap_or(&nothing));
        let changed = change::difference(before, after).into_iter().filter(|(field, _)| field != "id");
        let changed = changed.map(|(field, after)| FieldDifference {
            before: before.get(&field).cloned().unwrap_or_default(),
            field,
            after,
            candidates: Vec::new(),
        });
        changed.collect()
    }
}

impl PlanFile {
    /// The changes of a record, oldest first, as far as the journal goes.
    pub fn history(&self, record: &RecordKey) -> Vec<Moment<'_>> {
        let mut state = self.fields(record);
        let mut moments = Vec::new();
        for entry in self.journal.iter().rev() {
            for edit in entry.edits.iter().rev().filter(|edit| edit.record() == Some(record)) {
                let after = state.take();
                let (before, after) = match edit {
                    JournalEdit::Created(_) => (None, after),
                    JournalEdit::Changed { before, .. } => {
                        let mut fields = after.clone().unwrap_or_default();
                        overwrite(&mut fields, before);
                        (Some(fields), after)
                    }
                    JournalEdit::Removed { before, .. } => (Some(before.clone()), None),
                    JournalEdit::Sent(_) | JournalEdit::Received(_) | JournalEdit::Other(_) => {
                        unreachable!("it names no record")
                    }
                };
                state.clone_from(&before);
                moments.push(Moment { entry, before, after });
            }
        }
        moments.reverse();
        moments
    }

    /// Khôi phục: the edit that makes a record what it was in that state; none where it is so already.
    pub fn restore(&self, record: &RecordKey, state: Option<&Map<String, Value>>) -> Option<Edit> {
        let now = self.fields(record);
        match (now, state) {
            (None, None) => None,
            (Some(_), None) => Some(Edit::Remove { record: record.clone() }),
            (now, Some(state)) => {
                let now = now.unwrap_or_default();
                let fields = change::difference(&now, state);
                (!fields.is_empty()).then(|| Edit::Set { record: record.clone(), fields })
            }
        }
    }

    /// Bỏ một lần thay đổi: the edits that take one entry of the journal back, however long ago it was. What was changed
    /// since in other fields stays; records that it changed and that are gone stay gone.
    pub fn take_back(&self, entry: &JournalEntry) -> Vec<Edit> {
        // One change may touch a record more than once: each step back begins where the one before it ended.
        let mut states: IndexMap<&RecordKey, Option<Map<String, Value>>> = IndexMap::new();
        for edit in entry.edits.iter().rev() {
            let Some(record) = edit.record() else { continue };
            let state = states.entry(record).or_insert_with(|| self.fields(record));
            match (edit, state) {
                (JournalEdit::Created(_), state) => *state = None,
                (JournalEdit::Changed { before, .. }, Some(state)) => overwrite(state, before),
                (JournalEdit::Removed { before, .. }, state) => *state = Some(before.clone()),
                _ => {}
            }
        }
        states.into_iter().filter_map(|(record, state)| self.restore(record, state.as_ref())).collect()
    }

    /// A record as it was last: as it stands, or as it was when it was deleted.
    pub fn last_known(&self, record: &RecordKey) -> Option<Map<String, Value>> {
        self.fields(record).or_else(|| self.stamps.removed.get(record)?.record.clone())
    }

    /// Khôi phục cả tệp: the edits that make every record read as it does in `state`, another state of this plan. What
    /// `state` has not is deleted; a field that waited for a decision there waits for it again, one that did not has
    /// its value from there. Stamps, journal, what was set aside and what was decided about a deletion stay as they are
    /// here.
    pub fn restore_all(&self, state: &Self) -> Vec<Edit> {
        let differing = difference(self, state).records;
        let restored =
            differing.iter().filter_map(|one| self.restore(&one.record, state.fields(&one.record).as_ref()));
        restored.chain(self.settled_as_in(state)).chain(self.reopened_as_in(state)).collect()
    }

    /// The edits that settle what waits for a decision here and did not in `state`.
    pub fn settled_as_in(&self, state: &Self) -> Vec<Edit> {
        let then = state.open_fields();
        let settled = self.open_fields().into_iter().filter(|open| !then.contains(open));
        let settled = settled.filter_map(|(record, field)| {
            let value = state.fields(record)?.remove(field).unwrap_or_default();
            let fields = [(field.to_owned(), value)].into_iter().collect();
            Some(Edit::Settle { record: record.clone(), fields })
        });
        settled.collect()
    }

    /// The edits that leave open what waited for a decision in `state` and does not here, or for another one.
    pub fn reopened_as_in(&self, state: &Self) -> Vec<Edit> {
        let records = order::set(state.open_fields().into_iter().map(|(record, _)| record));
        let reopened = records.into_iter().flat_map(|record| {
            let here = if self.contains(record) { self.disputes(record) } else { Vec::new() };
            state.disputes(record).into_iter().filter(move |edit| !here.contains(edit))
        });
        reopened.collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::exchange::tests::every_kind;
    use crate::exchange::{Author, Change};
    use crate::record::Kind;

    fn apply(file: &mut PlanFile, edit: Edit) {
        let at = "2026-06-01T08:00:00+07:00".parse().unwrap();
        let author = Author { writer: "m".parse().unwrap(), at, office: None };
        file.apply(&Change { author, label: "Sửa".into(), edits: vec![edit] }).unwrap();
    }

    #[test]
    fn a_change_that_touched_a_record_twice_is_taken_back_whole() {
        let mut file = every_kind();
        let start = file.clone();
        let key = RecordKey::new(Kind::Offices, file.offices.iter().next().unwrap().id.to_string());
        let named = |name: &str| {
            let fields = json!({ "name": name }).as_object().cloned().unwrap();
            Edit::Set { record: key.clone(), fields }
        };
        let fields = file.fields(&key).unwrap();
        let name = fields["name"].as_str().unwrap().to_owned();
        let at = "2026-06-01T08:00:00+07:00".parse().unwrap();
        let author = || Author { writer: "m".parse().unwrap(), at, office: None };
        for edits in [
            vec![named("Tên khác"), named(&name)],
            vec![
                Edit::Remove { record: key.clone() },
                Edit::Set { record: key.clone(), fields: fields.clone() },
            ],
            vec![named("Tên khác"), Edit::Remove { record: key.clone() }],
        ] {
            file.apply(&Change { author: author(), label: "Sửa".into(), edits }).unwrap();
            let back = file.take_back(&file.journal.last().unwrap().clone());
            file.apply(&Change { author: author(), label: "Bỏ".into(), edits: back }).unwrap();
            assert_eq!(file.offices, start.offices);
        }
    }

    #[test]
    fn a_record_is_followed_and_brought_back() {
        let mut file = every_kind();
        let key: RecordKey = "difficulties/d2".parse().unwrap();
        let set = |fields: Value| {
            let Value::Object(fields) = fields else { unreachable!() };
            Edit::Set { record: key.clone(), fields }
        };
        apply(
            &mut file,
            set(json!({"date": "2026-06-01", "office": "vhxh", "title": "Một", "answer": "Có"})),
        );
        apply(&mut file, set(json!({"title": "Hai", "answer": null, "proposal": "Thêm"})));
        apply(&mut file, Edit::Remove { record: key.clone() });
        let told = |file: &PlanFile| -> Vec<(Option<Value>, Option<Value>)> {
            let title =
                |state: &Option<Map<String, Value>>| state.as_ref().map(|state| state["title"].clone());
            file.history(&key).iter().map(|one| (title(&one.before), title(&one.after))).collect()
        };
        let (one, two) = (Some(json!("Một")), Some(json!("Hai")));
        assert_eq!(told(&file), [(None, one.clone()), (one.clone(), two.clone()), (two.clone(), None)]);

        for at in 0..3 {
            let state = file.history(&key)[at].after.clone();
            if let Some(edit) = file.restore(&key, state.as_ref()) {
                apply(&mut file, edit);
            }
            assert_eq!(file.fields(&key), state);
            assert_eq!(file.restore(&key, state.as_ref()), None);
        }
        assert_eq!(told(&file).len(), 6);
        let history = file.history(&key);
        let fields = |at: usize| -> Vec<String> {
            history[at].fields().into_iter().map(|field| field.field).collect()
        };
        assert_eq!(fields(0), ["date", "office", "title", "answer"]);
        assert_eq!(fields(1), ["title", "answer", "proposal"]);
        assert_eq!(
            (&history[1].fields()[1].before, &history[1].fields()[1].after),
            (&json!("Có"), &Value::Null)
        );
        assert_eq!(fields(2), ["date", "office", "title", "proposal"]);
    }

    #[test]
    fn one_change_is_taken_back_and_what_came_after_it_stays() {
        let mut file = every_kind();
        let set = |key: &str, fields: Value| {
            let Value::Object(fields) = fields else { unreachable!() };
            Edit::Set { record: key.parse().unwrap(), fields }
        };
        let at = "2026-06-01T08:00:00+07:00".parse().unwrap();
        let author = Author { writer: "m".parse().unwrap(), at, office: None };
        let edits = vec![
            set("activities/a1", json!({"title": "Sửa nhầm", "note": "Nhầm"})),
            set("difficulties/d9", json!({"date": "2026-06-01", "office": "vhxh", "title": "Nhập nhầm"})),
            Edit::Remove { record: "difficulties/d1".parse().unwrap() },
        ];
        let before = file.clone();
        file.apply(&Change { author, label: "Nhập".into(), edits }).unwrap();
        apply(&mut file, set("activities/a1", json!({"note": "Sửa sau", "date": "2026-05-30"})));
        let entry = file.journal[file.journal.len() - 2].clone();
        assert_eq!(
            file.last_known(&"difficulties/d1".parse().unwrap()),
            before.fields(&"difficulties/d1".parse().unwrap())
        );
        for edit in file.take_back(&entry) {
            apply(&mut file, edit);
        }
        assert_eq!(file.difficulties, before.difficulties);
        let (now, then) = (file.activities.get_str("a1").unwrap(), before.activities.get_str("a1").unwrap());
        assert_eq!((&now.title, &now.note), (&then.title, &then.note));
        assert_eq!(now.date.to_string(), "2026-05-30", "a field that the entry did not touch");
        assert_eq!(file.take_back(&entry), []);
    }

    #[test]
    fn a_whole_file_is_brought_back_and_forth() {
        let before = every_kind();
        let mut after = before.clone();
        let set = |key: &str, fields: Value| {
            let Value::Object(fields) = fields else { unreachable!() };
            Edit::Set { record: key.parse().unwrap(), fields }
        };
        apply(&mut after, set("plan/plan", json!({"title": "Tên khác"})));
        apply(&mut after, set("activities/a1", json!({"date": "2026-05-05", "note": null})));
        apply(
            &mut after,
            set("difficulties/d9", json!({"date": "2026-06-01", "office": "vhxh", "title": "Mới"})),
        );
        apply(&mut after, Edit::Remove { record: "difficulties/d1".parse().unwrap() });
        let [conflict] = &before.conflicts()[..] else { panic!("one field waits in every_kind") };
        apply(&mut after, conflict.settle(&json!("Hướng dẫn")));
        for (from, to) in [(&after, &before), (&before, &after)] {
            let mut file = from.clone();
            let edits = file.restore_all(to);
            // Of a field that was open on one side: its value, and whether it is open.
            assert_eq!(edits.len(), 5);
            let at = "2026-06-02T08:00:00+07:00".parse().unwrap();
            let author = Author { writer: "n".parse().unwrap(), at, office: None };
            let taken_back =
                file.apply(&Change { author, label: "Khôi phục".into(), edits }).unwrap().inverse;
            // It reads as it did, and what was open there is open again.
            assert_eq!(difference(&file, to).records, []);
            assert_eq!(file.conflicts().len(), to.conflicts().len());
            assert_eq!(file.restore_all(to), []);
            let at = "2026-06-03T08:00:00+07:00".parse().unwrap();
            let author = Author { writer: "n".parse().unwrap(), at, office: None };
            file.apply(&Change { author, label: "Hoàn tác".into(), edits: taken_back }).unwrap();
            assert_eq!(difference(&file, from).records, []);
            assert_eq!(file.conflicts().len(), from.conflicts().len());
        }
    }
}
