//! A plan file as the parts that storage keeps: the head, each month's activities, the history in stretches.
//!
//! Logging one activity writes the head and one month, not the whole year. The parts are plain JSON texts; joined they
//! are the file again, which then goes through the core's door ([`cchc_core::exchange::read`]) like any other.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use cchc_core::exchange::{FieldStamp, JournalEntry, PlanFile, RecordKey, compact};
use cchc_core::order;
use cchc_core::record::Kind;
use cchc_core::register::Activity;
use chrono::Datelike as _;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use crate::platform::storage::Part;

/// The head: everything but activities and history.
const HEAD: &str = "dau";
/// A month of activities, with the stamps of its records.
const MONTH: &str = "thang-";
/// A stretch of the history.
const JOURNAL: &str = "lich-su-";
/// Entries in a stretch: a full one is never written again.
const STRETCH: usize = 256;

type FieldStamps = BTreeMap<String, FieldStamp>;

/// A year and a month in it.
type YearMonth = (i32, u32);

/// One month: its activities in the file's order, and their stamps.
#[derive(Default, Serialize)]
struct Month<'a> {
    activities: Vec<&'a Activity>,
    stamps: BTreeMap<&'a RecordKey, &'a FieldStamps>,
}

/// Splits a file; parts that are the same as in `saved` carry no text. What a keystroke costs is looking for what it changed,
/// and the text of that.
pub fn split(file: &PlanFile, saved: Option<&PlanFile>) -> Vec<Part> {
    let mut parts = Vec::new();
    parts.push(Part { name: HEAD.to_owned(), body: Some(file.to_head_json()) });
    let all: BTreeSet<YearMonth> = order::set(file.activities.iter().map(month_of));
    let touched = saved.map_or_else(|| all.clone(), |saved| touched(saved, file));
    let texts = months(file, &touched);
    for month in all {
        let (year, number) = month;
        let body = texts.get(&month).map(compact);
        parts.push(Part { name: format!("{MONTH}{year:04}-{number:02}"), body });
    }
    let old: &[Arc<JournalEntry>] = saved.map_or(&[], |saved| &saved.journal);
    for (at, stretch) in file.journal.chunks(STRETCH).enumerate() {
        let same = old.chunks(STRETCH).nth(at).is_some_and(|old| same_entries(old, stretch));
        parts.push(Part { name: format!("{JOURNAL}{:05}", at + 1), body: (!same).then(|| compact(stretch)) });
    }
    parts
}

/// Joins parts to the text of a file, for the core to read.
///
/// # Errors
/// The reader's words when a part is not the JSON that [`split`] wrote.
pub fn join(parts: &[(String, String)]) -> Result<String, serde_json::Error> {
    let head = parts.iter().find(|(name, _)| name == HEAD).map_or("{}", |(_, body)| body);
    let mut file: BTreeMap<String, &RawValue> = serde_json::from_str(head)?;
    let mut activities: Vec<Box<RawValue>> = Vec::new();
    let mut journal: Vec<Box<RawValue>> = Vec::new();
    let mut stamps = BTreeMap::new();
    for (name, body) in parts {
        if name.starts_with(MONTH) {
            let month: RawMonth = serde_json::from_str(body)?;
            activities.extend(month.activities);
            stamps.extend(month.stamps);
        } else if name.starts_with(JOURNAL) {
            journal.extend(serde_json::from_str::<Vec<Box<RawValue>>>(body)?);
        }
    }
    let activities = to_raw_value(&activities)?;
    let mut records: BTreeMap<String, &RawValue> = open(&file, "records")?;
    records.insert(Kind::Activities.key().to_owned(), &activities);
    let mut head_stamps: BTreeMap<String, &RawValue> = open(&file, "stamps")?;
    let mut record_stamps: BTreeMap<String, &RawValue> = open(&head_stamps, "records")?;
    record_stamps.extend(stamps.iter().map(|(key, value)| (key.clone(), &**value)));
    let record_stamps = to_raw_value(&record_stamps)?;
    head_stamps.insert("records".to_owned(), &record_stamps);
    let (records, stamps, journal) =
        (to_raw_value(&records)?, to_raw_value(&head_stamps)?, to_raw_value(&journal)?);
    for (name, part) in [("records", &records), ("stamps", &stamps), ("journal", &journal)] {
        file.insert(name.to_owned(), part);
    }
    serde_json::to_string(&file)
}

#[derive(Deserialize)]
struct RawMonth {
    activities: Vec<Box<RawValue>>,
    stamps: BTreeMap<String, Box<RawValue>>,
}

fn open<'a>(
    map: &BTreeMap<String, &'a RawValue>,
    name: &str,
) -> Result<BTreeMap<String, &'a RawValue>, serde_json::Error> {
    map.get(name).map_or_else(|| Ok(BTreeMap::new()), |raw| serde_json::from_str(raw.get()))
}

fn month_of(activity: &Activity) -> YearMonth {
    (activity.date.year(), activity.date.month())
}

/// Those months with what is in them.
fn months<'a>(file: &'a PlanFile, wanted: &BTreeSet<YearMonth>) -> BTreeMap<YearMonth, Month<'a>> {
    let mut months: BTreeMap<YearMonth, Month<'_>> = BTreeMap::new();
    for activity in &file.activities {
        let month = month_of(activity);
        if !wanted.contains(&month) {
            continue;
        }
        let month = months.entry(month).or_default();
        month.activities.push(activity);
        let key = RecordKey::new(Kind::Activities, activity.id.as_str());
        if let Some((key, stamps)) = file.stamps.records.get_key_value(&key) {
            month.stamps.insert(key, stamps);
        }
    }
    months
}

/// The months in which an activity or its stamps differ. Records are shared between versions of a file: the same place in
/// memory is the same content.
fn touched(old: &PlanFile, new: &PlanFile) -> BTreeSet<YearMonth> {
    let mut months = BTreeSet::new();
    let mut add = |id: &str| {
        months.extend([old, new].into_iter().filter_map(|file| file.activities.get_str(id)).map(month_of));
    };
    differing(by_id(old), by_id(new), Arc::ptr_eq, &mut add);
    if !Arc::ptr_eq(&old.stamps.records, &new.stamps.records) {
        let same = |old: &Arc<FieldStamps>, new: &Arc<FieldStamps>| Arc::ptr_eq(old, new) || old == new;
        differing(old.stamps.records.iter(), new.stamps.records.iter(), same, |key| add(&key.id));
    }
    months
}

fn by_id(file: &PlanFile) -> impl Iterator<Item = (&str, &Arc<Activity>)> {
    file.activities.arcs().map(|activity| (activity.id.as_str(), activity))
}

/// Walks over two lists, each in the order of its keys, and hands on each key whose values are not the same in both.
fn differing<'a, K: Ord + Copy, V: 'a>(
    old: impl Iterator<Item = (K, &'a V)>,
    new: impl Iterator<Item = (K, &'a V)>,
    same: impl Fn(&V, &V) -> bool,
    mut found: impl FnMut(K),
) {
    let (mut old, mut new) = (old.peekable(), new.peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => break,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((old, _)), Some((new, _))) => old.cmp(new),
        };
        let before = old.next_if(|_| order.is_le());
        let after = new.next_if(|_| order.is_ge());
        match (before, after) {
            (Some((_, before)), Some((_, after))) if same(before, after) => {}
            (Some((key, _)), _) | (None, Some((key, _))) => found(key),
            (None, None) => break,
        }
    }
}

fn same_entries(old: &[Arc<JournalEntry>], new: &[Arc<JournalEntry>]) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(a, b)| Arc::ptr_eq(a, b))
}
