//! Phần của một cơ quan: a file that carries what one office did, to be merged into the others'.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::exchange::merge::join_extra;
use crate::exchange::stamps::{Context, join};
use crate::exchange::{Contents, JournalEdit, JournalEntry, PlanFile, RawJson, RecordKey, Stamps};
use crate::id::OfficeId;
use crate::record::{Extra, Kind, Record, Records};

/// Phần: says that a file carries a part of the register only. What it does not carry it says nothing about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part {
    /// Whose part; several where parts were merged with each other.
    pub offices: BTreeSet<OfficeId>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Part {
    /// What two files carry together: a part and the whole are the whole.
    pub(super) fn join(here: Option<&Self>, there: Option<&Self>) -> Option<Self> {
        let (here, there) = (here?, there?);
        let offices = here.offices.union(&there.offices).cloned().collect();
        Some(Self { offices, extra: join_extra(&here.extra, &there.extra) })
    }
}

impl PlanFile {
    /// The part of an office: the plan, and of the register the office's activities, difficulties, returns and
    /// measures and merits, and those of others that it changed, with their history, their deletions, and what files the
    /// office sent and received. Merging it changes nothing that it does not carry. Hand-edited paragraphs and frozen reports belong to the report, not to an
    /// office, and stay where they are. The budget goes along whole: one office estimates, another appraises.
    #[must_use]
    pub fn part_of(&self, office: &OfficeId) -> Self {
        let of_office = |value: Option<&Value>| value.and_then(Value::as_str) == Some(office.as_str());
        // What it changed of others' goes along: an edit that stayed behind would be lost on the way.
        let own = self.journal.iter().filter(|entry| entry.office.as_ref() == Some(office));
        let touched: BTreeSet<&RecordKey> =
            own.flat_map(|entry| entry.edits.iter().filter_map(JournalEdit::record)).collect();
        let changed = |kind: Kind, id: &str| touched.contains(&RecordKey::new(kind, id));
        let mut part = self.clone();
        part.contents.part = Some(Part { offices: BTreeSet::from([office.clone()]), extra: Extra::new() });
        retain(&mut part.contents.activities, |one| {
            one.office == *office || changed(Kind::Activities, one.id.as_str())
        });
        retain(&mut part.contents.difficulties, |one| {
            one.office == *office || changed(Kind::Difficulties, one.id.as_str())
        });
        retain(&mut part.contents.office_returns, |one| {
            one.office == *office || changed(Kind::OfficeReturns, one.id.as_str())
        });
        retain(&mut part.contents.measures, |one| {
            one.office == *office || changed(Kind::Measures, one.id.as_str())
        });
        retain(&mut part.contents.merits, |one| {
            one.office == *office || changed(Kind::Merits, one.id.as_str())
        });
        part.contents.paragraph_edits = Records::default();
        part.contents.frozen_reports = Records::default();

        let carries = |key: &RecordKey| match key.kind {
            kind if is_of_an_office(kind) => {
                let removal = self.stamps.removed.get(key);
                let kept = removal.and_then(|removal| removal.record.as_ref());
                let is_removed = removal.is_some() && touched.contains(key);
                part.contains(key) || is_removed || kept.is_some_and(|record| of_office(record.get("office")))
            }
            kind => !is_of_the_report(kind),
        };
        let of_register = |name: &str| Kind::from_key(name).is_some_and(is_of_an_office);
        let of_report = |name: &str| Kind::from_key(name).is_some_and(is_of_the_report);
        let set_aside = self.set_aside.iter().filter_map(|(name, items)| {
            // Another office's, as far as one can tell; what belongs to nobody goes along.
            let goes = |item: &&RawJson| {
                let value: Option<Value> = serde_json::from_str(item.get()).ok();
                let whose = value.as_ref().and_then(|value| value.get("office"));
                !of_register(name) || whose.is_none() || of_office(whose)
            };
            let items: Vec<RawJson> = items.iter().filter(goes).cloned().collect();
            let is_ours = !items.is_empty() && !of_report(name) && name != "journal";
            is_ours.then(|| (name.clone(), items))
        });
        let set_aside = set_aside.collect();
        let goes_along = |entry: &JournalEntry| {
            is_about(entry, &carries)
                || entry.office.as_ref() == Some(office)
                    && entry.edits.iter().any(|edit| edit.transfer().is_some())
        };
        let journal: Vec<_> = self.journal.iter().filter(|entry| goes_along(entry)).cloned().collect();
        let mut stamps = part_of_stamps(&self.stamps, &carries);
        stamps.catch_up(journal.iter().map(|entry| &entry.dot));
        let journal = Arc::new(journal);
        Self { contents: Contents { stamps, journal, set_aside, ..part.contents } }
    }

    /// The JSON text, on one line, of the file without activities, the stamps of those, and history: for a store that keeps
    /// these apart and puts the text together again before it is read. Stamps of an activity that could not be read stay.
    pub fn to_head_json(&self) -> String {
        let mut head = self.clone();
        head.contents.activities = Records::default();
        head.contents.journal = Arc::default();
        let goes =
            |key: &RecordKey| key.kind == Kind::Activities && self.activities.get_str(&key.id).is_some();
        let stamps = self.stamps.records.iter().filter(|(key, _)| !goes(key));
        head.contents.stamps.records =
            Arc::new(stamps.map(|(key, stamps)| (key.clone(), stamps.clone())).collect());
        head.to_compact_json()
    }
}

/// Whether its records belong to one office each.
const fn is_of_an_office(kind: Kind) -> bool {
    use Kind::{Activities, Difficulties, Measures, Merits, OfficeReturns};
    matches!(kind, Activities | Difficulties | OfficeReturns | Measures | Merits)
}

/// Whether its records belong to a report, not to an office.
const fn is_of_the_report(kind: Kind) -> bool {
    matches!(kind, Kind::ParagraphEdits | Kind::FrozenReports)
}

fn retain<R: Record>(records: &mut Records<R>, stays: impl Fn(&R) -> bool) {
    *records = Records::from_shared(records.arcs().filter(|record| stays(record)).cloned().collect());
}

/// The stamps of the records carried; the context is what is known of them.
fn part_of_stamps(stamps: &Stamps, carries: &impl Fn(&RecordKey) -> bool) -> Stamps {
    fn of<T: Clone>(
        map: &BTreeMap<RecordKey, T>,
        carries: &impl Fn(&RecordKey) -> bool,
    ) -> Arc<BTreeMap<RecordKey, T>> {
        let carried = map.iter().filter(|(key, _)| carries(key));
        Arc::new(carried.map(|(key, value)| (key.clone(), value.clone())).collect())
    }
    let mut part = Stamps {
        context: Context::new(),
        records: of(&stamps.records, carries),
        seen: of(&stamps.seen, carries),
        removed: of(&stamps.removed, carries),
        ..stamps.clone()
    };
    let keys: BTreeSet<&RecordKey> =
        part.records.keys().chain(part.seen.keys()).chain(part.removed.keys()).collect();
    let mut context = Context::new();
    for key in keys {
        join(&mut context, &part.known(key));
    }
    part.context = context;
    part
}

/// Whether an entry is about a record carried.
fn is_about(entry: &JournalEntry, carries: &impl Fn(&RecordKey) -> bool) -> bool {
    let is_ours = |edit: &JournalEdit| edit.record().is_some_and(carries);
    // An entry cut in two would be another entry under the same dot.
    entry.edits.iter().any(is_ours)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::exchange::tests::every_kind;
    use crate::exchange::{Author, Change, Edit, check, difference, merge, read};

    fn after(file: &PlanFile, writer: &str, edits: Vec<Edit>) -> PlanFile {
        let mut file = file.clone();
        let at = "2026-06-01T08:00:00+07:00".parse().unwrap();
        let author = Author { writer: writer.parse().unwrap(), at, office: None };
        file.apply(&Change { author, label: "Sửa".into(), edits }).unwrap();
        file
    }

    fn activity(id: &str, office: &str, title: &str) -> Edit {
        let fields = json!({"date": "2026-06-01", "office": office, "title": title});
        let Value::Object(fields) = fields else { unreachable!() };
        Edit::Set { record: RecordKey::new(Kind::Activities, id), fields }
    }

    fn remove(key: &str) -> Edit {
        Edit::Remove { record: key.parse().unwrap() }
    }

    #[test]
    fn a_part_carries_the_plan_and_one_office() {
        let whole = after(&every_kind(), "a", vec![activity("k1", "kinh-te", "Của Kinh tế")]);
        let whole = after(&whole, "v", vec![remove("activities/a1")]);
        let part = whole.part_of(&"kinh-te".parse().unwrap());
        assert_eq!((part.activities.len(), part.difficulties.len(), part.office_returns.len()), (1, 1, 1));
        assert_eq!((part.measures.len(), whole.part_of(&"vhxh".parse().unwrap()).measures.len()), (1, 0));
        assert_eq!((part.passages.clone(), part.paragraph_edits.len()), (whole.passages.clone(), 0));
        assert!(
            !part.to_json().contains("Hướng dẫn nộp hồ sơ trực tuyến\""),
            "another office's deletion stays"
        );
        assert_eq!(
            part.stamps.context.keys().map(ToString::to_string).collect::<Vec<_>>(),
            ["a", "may-vhxh"]
        );
        assert_eq!(part.part.as_ref().unwrap().offices.iter().next().unwrap().as_str(), "kinh-te");
        let again = read(&part.to_json()).unwrap();
        assert_eq!((again.file, again.diagnostics), (part.clone(), vec![]));
        assert!(check(&part).iter().all(|found| found.code != "stamp-beyond-context"));
    }

    #[test]
    fn what_an_office_changed_of_others_goes_along() {
        let origin = after(
            &every_kind(),
            "a",
            vec![activity("v1", "vhxh", "Cũ"), activity("v2", "vhxh", "Hai"), activity("v3", "vhxh", "Ba")],
        );
        let office: OfficeId = "kinh-te".parse().unwrap();
        let mut theirs = origin.clone();
        let at = "2026-06-02T08:00:00+07:00".parse().unwrap();
        let author = Author { writer: "kt".parse().unwrap(), at, office: Some(office.clone()) };
        let edits = vec![activity("v1", "vhxh", "Kinh tế sửa"), remove("activities/v2")];
        theirs.apply(&Change { author, label: "Sửa".into(), edits }).unwrap();
        let part = theirs.part_of(&office);
        assert!(part.activities.get_str("v1").is_some() && part.activities.get_str("v3").is_none());
        let merged = merge(&origin, &part).unwrap();
        let titles: Vec<_> =
            ["v1", "v2", "v3"].map(|id| merged.activities.get_str(id).map(|one| one.title.as_str())).into();
        assert_eq!(titles, [Some("Kinh tế sửa"), None, Some("Ba")]);
        assert_eq!(merged, merge(&part, &origin).unwrap());
    }

    #[test]
    fn merging_a_part_changes_nothing_that_it_does_not_carry() {
        let origin = after(
            &every_kind(),
            "a",
            vec![activity("k1", "kinh-te", "Cũ"), activity("k2", "kinh-te", "Hai")],
        );
        let office = "kinh-te".parse().unwrap();
        let theirs = after(&origin, "kt", vec![activity("k1", "kinh-te", "Mới"), remove("activities/k2")]);
        let mine = after(&origin, "vh", vec![activity("v1", "vhxh", "Của tôi")]);
        let part = theirs.part_of(&office);
        let merged = merge(&mine, &part).unwrap();
        assert_eq!(
            merged.activities.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(),
            ["Hướng dẫn nộp hồ sơ trực tuyến", "Mới", "Của tôi"]
        );
        assert_eq!(merged.part, None);
        assert_eq!(difference(&mine, &merged).records.len(), 2);
        assert_eq!(merged, merge(&part, &mine).unwrap());
        // What comes of parts is what comes of the whole, for what they carry.
        let whole = merge(&mine, &theirs).unwrap();
        assert_eq!(merged.activities, whole.activities);
        assert_eq!(merge(&merged, &theirs).unwrap(), whole);
        let (mut union, both) = (part.clone(), mine.part_of(&"vhxh".parse().unwrap()));
        union = merge(&union, &both).unwrap();
        assert_eq!(union.part.as_ref().unwrap().offices.len(), 2);
    }
}
