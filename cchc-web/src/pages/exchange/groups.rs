//! What a reception brings, sorted for reading: by what happens, then by office and kind. Pure.

use std::collections::BTreeMap;

use cchc_core::calendar::Date;
use cchc_core::exchange::{
    PlanFile, RecordChange, RecordDifference, RecordKey, field_name, value_in_full, values_apart,
};
use cchc_core::record::Kind;
use cchc_core::text::capitalized;
use serde_json::{Map, Value};

use super::question::{day_of, title_of};
use crate::store::incoming::Preview;
use crate::strings::exchange as text;

/// One record of the preview.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) record: RecordKey,
    pub(super) date: Option<Date>,
    pub(super) title: String,
    /// What changes, field by field.
    pub(super) details: Vec<String>,
}

/// Records of one office and kind.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heap {
    pub(super) head: String,
    pub(super) entries: Vec<Entry>,
}

/// What a reception brings.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Groups {
    pub(super) new: Vec<Heap>,
    pub(super) changed: Vec<Heap>,
    pub(super) deleted: Vec<Heap>,
    /// Activities that come without evidence.
    pub(super) lacking: Vec<Heap>,
    /// What cannot be read, by the word of its kind.
    pub(super) set_aside: BTreeMap<String, usize>,
}

/// Sorts a preview.
pub(super) fn groups(preview: &Preview, open: &PlanFile) -> Groups {
    let (merged, found) = (&preview.merged, &preview.difference);
    let of = |what| -> Vec<Heap> {
        let side = if what == RecordChange::Deleted { open } else { merged };
        let records = found.records.iter().filter(|record| record.what == what);
        heaps(records.map(|record| entry(record, side, open)), side)
    };
    let is_here = |record: &&RecordDifference| record.what != RecordChange::Deleted;
    let unproved =
        found.records.iter().filter(is_here).filter(|record| lacks_evidence(&record.record, merged));
    let unproved = unproved.filter_map(|record| {
        let fields = merged.fields(&record.record)?;
        let entry = plain(&record.record, &fields);
        Some((fields, entry))
    });
    let mut set_aside = BTreeMap::new();
    for name in &found.set_aside {
        let word = Kind::from_key(name).map_or_else(|| name.clone(), |kind| kind.vietnamese().to_owned());
        *set_aside.entry(word).or_default() += 1;
    }
    Groups {
        new: of(RecordChange::New),
        changed: of(RecordChange::Changed),
        deleted: of(RecordChange::Deleted),
        lacking: heaps(unproved, merged),
        set_aside,
    }
}

/// How many of the activities that a file brings are without evidence.
pub(super) fn count_lacking(records: &[RecordDifference], merged: &PlanFile) -> usize {
    let is_here = |record: &&RecordDifference| record.what != RecordChange::Deleted;
    records.iter().filter(is_here).filter(|record| lacks_evidence(&record.record, merged)).count()
}

fn lacks_evidence(record: &RecordKey, merged: &PlanFile) -> bool {
    let activity = (record.kind == Kind::Activities).then(|| merged.activities.get_str(&record.id)).flatten();
    activity.is_some_and(|activity| !activity.has_evidence())
}

fn plain(record: &RecordKey, fields: &Map<String, Value>) -> Entry {
    Entry {
        record: record.clone(),
        date: day_of(fields),
        title: title_of(record, fields),
        details: Vec::new(),
    }
}

fn entry(record: &RecordDifference, side: &PlanFile, open: &PlanFile) -> (Map<String, Value>, Entry) {
    let fields = side.fields(&record.record).unwrap_or_default();
    let mut entry = plain(&record.record, &fields);
    if record.what == RecordChange::Changed {
        let words = record.fields.iter().map(|field| {
            let name = field_name(record.record.kind, &field.field).unwrap_or(&field.field);
            let name = capitalized(name);
            let is_open = !field.candidates.is_empty();
            let values: Vec<String> = if is_open {
                // Which of them stands meanwhile is no change; that they contradict each other is.
                field.candidates.iter().map(|value| value_in_full(side, &field.field, value)).collect()
            } else {
                let before = value_in_full(open, &field.field, &field.before);
                vec![before, value_in_full(side, &field.field, &field.after)]
            };
            let values = values_apart(&values);
            if is_open { text::field_conflict(&name, &values) } else { text::field_change(&name, &values) }
        });
        entry.details = words.collect();
    }
    if record.is_revived {
        entry.details.push(text::STAYS.to_owned());
    }
    (fields, entry)
}

/// Offices in plan order, what belongs to none last; the kinds of the register first, for they are what offices send.
fn heaps(entries: impl Iterator<Item = (Map<String, Value>, Entry)>, file: &PlanFile) -> Vec<Heap> {
    let mut heaps: BTreeMap<(usize, bool, Kind), Heap> = BTreeMap::new();
    for (fields, entry) in entries {
        let id = fields.get("office").and_then(Value::as_str).unwrap_or_default();
        let place = file.offices.iter().position(|office| office.id.as_str() == id);
        let name = match (place.and_then(|place| file.offices.at(place)), id) {
            (Some(office), _) => office.name.clone(),
            (None, "") => text::COMMON.to_owned(),
            (None, id) => id.to_owned(),
        };
        let kind = entry.record.kind;
        let head = text::heap(&name, kind.vietnamese());
        let key = (place.unwrap_or(usize::MAX), kind < Kind::Activities, kind);
        heaps.entry(key).or_insert_with(|| Heap { head, entries: Vec::new() }).entries.push(entry);
    }
    heaps.into_values().collect()
}

#[cfg(test)]
mod tests {
    use cchc_core::exchange::{Edit, difference, merge};
    use serde_json::json;

    use super::*;
    use crate::testing::after;

    #[test]
    fn a_conflict_shows_the_values_that_contradict_and_not_one_of_them_twice() {
        let file = cchc_core::examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let set = |title: &str| {
            let Value::Object(fields) = json!({ "title": title }) else { unreachable!() };
            vec![Edit::Set { record: "activities/a-2026-11-12-01".parse().unwrap(), fields }]
        };
        let here = after(&file, "phong-kinh-te", set("Bản ở đây"));
        let there = after(&file, "phong-vhxh", set("Bản nơi khác"));
        for (open, other) in [(&here, &there), (&there, &here)] {
            let merged = merge(open, other).unwrap();
            let found = difference(open, &merged);
            let (_, entry) = entry(&found.records[0], &merged, open);
            let [detail] = &entry.details[..] else { panic!("{:?}", entry.details) };
            assert!(detail.contains("Bản ở đây") && detail.contains("Bản nơi khác"), "{detail}");
            assert!(detail.starts_with("Nội dung: ") && detail.ends_with(" (xung đột)"), "{detail}");
        }
        let (_, entry) = entry(&difference(&file, &here).records[0], &here, &file);
        assert!(entry.details[0].ends_with(" → Bản ở đây"), "{:?}", entry.details);
    }

    #[test]
    fn the_register_comes_before_the_plan_and_what_belongs_to_nobody_last() {
        assert!(Kind::Duties < Kind::Activities && Kind::OfficeReturns > Kind::Activities);
        let file = cchc_core::examples::get("hoa-tham-2026").unwrap();
        let of = |kind: Kind, id: &str, office: Option<&str>| {
            let fields: Map<String, Value> =
                office.map(|office| ("office".to_owned(), Value::from(office))).into_iter().collect();
            let record = RecordKey::new(kind, id);
            (fields.clone(), plain(&record, &fields))
        };
        let offices: Vec<_> = file.offices.iter().map(|office| office.id.to_string()).collect();
        let entries = vec![
            of(Kind::Topics, "t", None),
            of(Kind::Duties, "d", Some(&offices[0])),
            of(Kind::Activities, "a", Some(&offices[1])),
            of(Kind::Activities, "b", Some(&offices[0])),
            of(Kind::Activities, "c", Some("phong-la")),
        ];
        let heaps = heaps(entries.into_iter(), &file);
        let ids: Vec<_> = heaps.iter().map(|heap| heap.entries[0].record.to_string()).collect();
        assert_eq!(ids, ["activities/b", "duties/d", "activities/a", "activities/c", "topics/t"]);
        assert!(heaps[3].head.starts_with("phong-la"));
    }
}
