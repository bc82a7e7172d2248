//! Gửi, nhận tệp: files that offices send each other, looked at before they are taken in, remembered in the journal.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::exchange::stamps::join;
use crate::exchange::{
    Difference, JournalEdit, JournalEntry, MergeError, PlanFile, RecordChange, difference, merge,
};
use crate::id::OfficeId;
use crate::order;
use crate::record::Extra;

/// Một tệp đã gửi hoặc đã nhận, as the journal remembers it. When, and by whom, its entry says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Transfer {
    /// The file's name on disk.
    pub name: String,
    /// Of a file sent, whose part it carried: nobody's for the whole plan. Of a file received, who sent it, as far as it
    /// tells ([`PlanFile::senders`]).
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub offices: BTreeSet<OfficeId>,
    /// How many records a file received brought.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub new: usize,
    /// How many records it changed.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub changed: usize,
    /// How many records it deleted.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub deleted: usize,
    /// How many fields it left in conflict.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub conflicts: usize,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl Transfer {
    /// A file received, that alone brings this.
    pub fn received(name: impl Into<String>, offices: BTreeSet<OfficeId>, found: &Difference) -> Self {
        Self {
            name: name.into(),
            offices,
            new: found.count(RecordChange::New),
            changed: found.count(RecordChange::Changed),
            deleted: found.count(RecordChange::Deleted),
            conflicts: found.conflicts(),
            extra: Extra::new(),
        }
    }
}

/// Nhận tệp: what a plan would be with several files taken in. Nothing has changed yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Reception {
    /// The plan with all that could be merged.
    pub merged: PlanFile,
    /// What they bring together.
    pub difference: Difference,
    /// What each brings by itself, or why it is left out.
    pub files: Vec<Result<Difference, MergeError>>,
}

impl PlanFile {
    /// Xem trước: takes files in, without touching this one. A file of another plan or of a newer version is left out,
    /// and costs the others nothing.
    #[must_use]
    pub fn receive<'a>(&self, files: impl IntoIterator<Item = &'a Self>) -> Reception {
        let mut merged = self.clone();
        let mut found = Vec::new();
        for file in files {
            found.push(merge(self, file).map(|alone| difference(self, &alone)));
            if let Ok(both) = merge(&merged, file) {
                merged = both;
            }
        }
        Reception { difference: difference(self, &merged), merged, files: found }
    }

    /// Ai gửi: of a file that came here, the offices whose part it carries; of a whole one, those whose changes in it
    /// are new here, or else the one that wrote in it last.
    pub fn senders(&self, here: &Self) -> BTreeSet<OfficeId> {
        if let Some(part) = &self.part {
            return part.offices.clone();
        }
        let office = |entry: &JournalEntry| entry.office.clone();
        let new = self.journal.iter().filter(|entry| !here.stamps.covers(&entry.dot));
        let new: BTreeSet<OfficeId> = order::set(new.filter_map(|entry| office(entry)));
        if new.is_empty() {
            self.journal.iter().rev().find_map(|entry| office(entry)).into_iter().collect()
        } else {
            new
        }
    }

    /// When something was last written in it: by those offices, or, where they wrote nothing, by anybody.
    pub fn last_written(&self, by: &BTreeSet<OfficeId>) -> Option<DateTime<FixedOffset>> {
        let of_them =
            self.journal.iter().filter(|entry| entry.office.as_ref().is_some_and(|one| by.contains(one)));
        of_them.map(|entry| entry.at).max().or_else(|| self.journal.iter().map(|entry| entry.at).max())
    }

    /// Hoàn tác việc nhận: a state that this file has left behind, as if what came since had not come; to undo it by
    /// deleting would delete it in the files of those who sent it, too. The numbers of changes count on: a dot is
    /// written once. A file that was sent since did go out, and stays in the history.
    #[must_use]
    pub fn back_to(&self, former: &Self) -> Self {
        let mut file = former.clone();
        join(&mut file.contents.stamps.context, &self.stamps.context);
        let is_new = |entry: &&Arc<JournalEntry>| !former.stamps.covers(&entry.dot);
        let is_reception = |entry: &&Arc<JournalEntry>| {
            entry.edits.iter().any(|edit| matches!(edit, JournalEdit::Received(_)))
        };
        let since = self.journal.iter().filter(is_new).skip_while(|entry| !is_reception(entry));
        let is_sending =
            |entry: &&Arc<JournalEntry>| entry.edits.iter().all(|edit| matches!(edit, JournalEdit::Sent(_)));
        Arc::make_mut(&mut file.contents.journal).extend(since.filter(is_sending).cloned());
        file
    }

    /// Lịch sử gửi, nhận tệp: files sent and received, latest first, each with the entry of the journal that tells who
    /// and when.
    pub fn transfers(&self) -> impl Iterator<Item = (&JournalEntry, &JournalEdit, &Transfer)> {
        self.journal.iter().rev().flat_map(|entry| {
            entry.edits.iter().filter_map(|edit| Some((entry.as_ref(), edit, edit.transfer()?)))
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::exchange::tests::every_kind;
    use crate::exchange::{Author, Change, Edit, RecordKey, read};
    use crate::record::Kind;

    fn author(writer: &str, office: &str) -> Author {
        let at = "2026-06-14T09:30:00+07:00".parse().unwrap();
        Author { writer: writer.parse().unwrap(), at, office: office.parse().ok() }
    }

    fn apply(file: &PlanFile, writer: &str, office: &str, edits: Vec<Edit>) -> PlanFile {
        let mut file = file.clone();
        file.apply(&Change { author: author(writer, office), label: "Ghi".into(), edits }).unwrap();
        file
    }

    fn activity(id: &str, office: &str) -> Edit {
        let fields = json!({"date": "2026-06-01", "office": office, "title": format!("Việc {id}")});
        let serde_json::Value::Object(fields) = fields else { unreachable!() };
        Edit::Set { record: RecordKey::new(Kind::Activities, id), fields }
    }

    fn received(name: &str) -> Edit {
        Edit::Received(Transfer::received(name, BTreeSet::new(), &Difference::default()))
    }

    #[test]
    fn several_files_are_looked_at_at_once_and_a_foreign_one_costs_the_others_nothing() {
        let here = every_kind();
        let kt = apply(&here, "kt", "kinh-te", vec![activity("k1", "kinh-te")]);
        let vh = apply(&here, "vh", "vhxh", vec![activity("v1", "vhxh"), activity("v2", "vhxh")]);
        let foreign = vh.clone().with_id("xa-khac".parse().unwrap());
        let mut newer = vh.clone();
        newer.contents.version = 9;
        let reception = here.receive([&kt.part_of(&"kinh-te".parse().unwrap()), &foreign, &vh, &newer]);
        let counts: Vec<_> = reception
            .files
            .iter()
            .map(|one| one.as_ref().map(|found| found.count(RecordChange::New)))
            .collect();
        assert_eq!(counts[0], Ok(1));
        assert_eq!(counts[2], Ok(2));
        assert!(matches!(counts[1], Err(MergeError::OtherPlan(..))));
        assert_eq!(counts[3], Err(&MergeError::Newer(9)));
        assert_eq!(reception.difference.count(RecordChange::New), 3);
        assert_eq!(reception.merged.activities.len(), here.activities.len() + 3);
    }

    #[test]
    fn who_sent_a_file_is_told_by_its_part_or_by_what_is_new_in_it() {
        let here = every_kind();
        let both = apply(&here, "kt", "kinh-te", vec![activity("k1", "kinh-te")]);
        let senders =
            |file: &PlanFile| file.senders(&here).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(senders(&both), ["kinh-te"]);
        assert_eq!(senders(&both.part_of(&"vhxh".parse().unwrap())), ["vhxh"]);
        assert_eq!(senders(&here), ["vhxh"], "nothing new: who wrote last");
        let at = both.last_written(&both.senders(&here)).unwrap();
        assert_eq!(at.to_rfc3339(), "2026-06-14T09:30:00+07:00");
    }

    #[test]
    fn a_reception_taken_back_can_come_again_and_no_dot_is_written_twice() {
        let here = every_kind();
        let theirs = apply(&here, "kt", "kinh-te", vec![activity("k1", "kinh-te")]);
        let sent = |name: &str| Edit::Sent(Transfer { name: name.into(), ..Transfer::default() });
        let theirs = apply(&theirs, "kt", "kinh-te", vec![sent("a.cchc.json")]);
        let taken = apply(&merge(&here, &theirs).unwrap(), "vh", "vhxh", vec![received("a.cchc.json")]);
        let taken = apply(&taken, "vh", "vhxh", vec![sent("b.cchc.json")]);
        let back = taken.back_to(&here);
        assert!(difference(&here, &back).is_empty());
        let names: Vec<_> = back.transfers().map(|(.., one)| &*one.name).take(1).collect();
        assert_eq!((names, back.transfers().count()), (vec!["b.cchc.json"], 3), "what went out went out");
        let again = apply(&back, "vh", "vhxh", vec![activity("v1", "vhxh")]);
        assert_eq!(again.journal.last().unwrap().dot.n, 3, "vh@1 was the reception");
        assert_eq!(difference(&again, &merge(&again, &theirs).unwrap()).count(RecordChange::New), 1);
    }

    #[test]
    fn a_part_takes_its_office_s_transfers_along_and_reads_without_a_finding() {
        let sent = Edit::Sent(Transfer { name: "kt.cchc.json".into(), ..Transfer::default() });
        let file = apply(&every_kind(), "kt", "kinh-te", vec![activity("k1", "kinh-te")]);
        let file = apply(&file, "kt", "kinh-te", vec![sent]);
        let file = apply(&file, "vh", "vhxh", vec![received("kt.cchc.json")]);
        let part = file.part_of(&"kinh-te".parse().unwrap());
        let names: Vec<_> = part
            .transfers()
            .filter(|(entry, ..)| entry.dot.writer.as_str() == "kt")
            .map(|(.., one)| &*one.name)
            .collect();
        assert_eq!(names, ["kt.cchc.json"]);
        assert!(part.transfers().all(|(entry, ..)| entry.dot.writer.as_str() != "vh"));
        assert_eq!(read(&part.to_json()).unwrap().diagnostics, []);
    }
}
