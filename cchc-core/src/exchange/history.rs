//! Lịch sử của một bản ghi: what it was before and after each change, and how to bring a former state back.

use serde_json::{Map, Value};

use crate::exchange::change::overwrite;
use crate::exchange::{Edit, JournalEdit, JournalEntry, PlanFile, RecordKey};

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
                let fields = crate::exchange::change::difference(&now, state);
                (!fields.is_empty()).then(|| Edit::Set { record: record.clone(), fields })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::exchange::tests::every_kind;
    use crate::exchange::{Author, Change};

    fn apply(file: &mut PlanFile, edit: Edit) {
        let at = "2026-06-01T08:00:00+07:00".parse().unwrap();
        let author = Author { writer: "m".parse().unwrap(), at, office: None };
        file.apply(&Change { author, label: "Sửa".into(), edits: vec![edit] }).unwrap();
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
    }
}
