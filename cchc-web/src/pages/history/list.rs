//! Which lines the list has: every change, or what is deleted and can be brought back; searched without marks.

use std::collections::BTreeSet;
use std::rc::Rc;

use cchc_core::exchange::{JournalEdit, JournalEntry, PlanFile, RecordKey};
use cchc_core::text::{Folded, Query};

use super::told;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The place of the entry in the journal.
    pub(super) entry: usize,
    /// The deleted record it is about, in the list of what can be brought back.
    pub(super) gone: Option<RecordKey>,
}

impl Line {
    /// The entry.
    pub(super) fn of<'a>(&self, file: &'a PlanFile) -> &'a JournalEntry {
        &file.journal[self.entry]
    }
}

/// Every change, newest first.
pub(super) fn changes(file: &PlanFile) -> Vec<Line> {
    (0..file.journal.len()).rev().map(|entry| Line { entry, gone: None }).collect()
}

/// What is deleted now, the last deleted first. Of each record only its last deletion counts.
pub(super) fn deleted(file: &PlanFile) -> Vec<Line> {
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    for (entry, of) in file.journal.iter().enumerate().rev() {
        for edit in of.edits.iter().rev() {
            if let JournalEdit::Removed { record, .. } = edit
                && seen.insert(record)
                && file.fields(record).is_none()
            {
                lines.push(Line { entry, gone: Some(record.clone()) });
            }
        }
    }
    lines
}

/// The lines in which every word of the query stands: in what was done, in what, by whom.
pub(super) fn found(file: &PlanFile, lines: &Rc<Vec<Line>>, query: &Query) -> Rc<Vec<Line>> {
    if query.is_empty() {
        return Rc::clone(lines);
    }
    let hit = |line: &&Line| {
        let entry = line.of(file);
        let records = match &line.gone {
            Some(record) => told::title(file, record),
            None => told::records(file, entry),
        };
        let (label, who, when) = (told::label(entry), told::who(file, entry), told::when(entry));
        query.matches(&Folded::of_fields([&*label, &*records, &*who, &*when]))
    };
    Rc::new(lines.iter().filter(hit).cloned().collect())
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;
    use cchc_core::exchange::{Author, Change, Edit};

    use super::*;

    fn apply(file: &mut PlanFile, label: &str, edits: Vec<Edit>) {
        let at = "2026-11-20T09:42:00+07:00".parse().unwrap();
        let author = Author { writer: "m".parse().unwrap(), at, office: "phong-vhxh".parse().ok() };
        file.apply(&Change { author, label: label.into(), edits }).unwrap();
    }

    #[test]
    fn what_is_deleted_is_listed_until_it_is_back() {
        let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let keys: Vec<RecordKey> = file
            .activities
            .iter()
            .take(2)
            .map(|one| format!("activities/{}", one.id).parse().unwrap())
            .collect();
        let start = file.journal.len();
        let remove = |at: usize| Edit::Remove { record: keys[at].clone() };
        let was = file.fields(&keys[0]);
        apply(&mut file, "Xóa 2 hoạt động", vec![remove(0), remove(1)]);
        let gone =
            |file: &PlanFile| deleted(file).into_iter().filter_map(|line| line.gone).collect::<Vec<_>>();
        assert_eq!(gone(&file), [keys[1].clone(), keys[0].clone()]);
        let back = file.restore(&keys[0], was.as_ref()).unwrap();
        apply(&mut file, "Khôi phục", vec![back]);
        assert_eq!(gone(&file), [keys[1].clone()]);
        apply(&mut file, "Xóa hoạt động", vec![remove(0)]);
        assert_eq!(gone(&file), keys);

        let all = Rc::new(changes(&file));
        assert_eq!(all[0].of(&file).label, "Xóa hoạt động");
        assert_eq!(all.len() - start, 3);
        let found = |words: &str| found(&file, &all, &Query::new(words)).len();
        assert_eq!((found("khoi phuc"), found("xoa hoat dong"), found("khong co gi")), (1, 2, 0));
    }
}
