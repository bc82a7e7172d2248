//! What is no record: the journal, what was set aside, what this version does not know. Kept once each.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::exchange::{JournalEntry, PlanFile, RawJson};
use crate::order;

/// Merges everything but the records and their stamps.
pub(super) fn merge(merged: &mut PlanFile, a: &PlanFile, b: &PlanFile) {
    merged.contents.journal = journal(&a.journal, &b.journal);
    let mut aside = Aside(a.set_aside.clone());
    for (name, items) in &b.set_aside {
        aside.add(name, items);
    }
    merged.contents.unknown_kinds = kept("records.", &a.unknown_kinds, &b.unknown_kinds, &mut aside);
    merged.contents.unknown_parts = kept("", &a.unknown_parts, &b.unknown_parts, &mut aside);
    let (here, there) = (&a.stamps, &b.stamps);
    let stamps = &mut merged.contents.stamps;
    stamps.unknown_records =
        kept("stamps.records.", &here.unknown_records, &there.unknown_records, &mut aside);
    stamps.unknown_seen = kept("stamps.seen.", &here.unknown_seen, &there.unknown_seen, &mut aside);
    stamps.unknown_removed =
        kept("stamps.removed.", &here.unknown_removed, &there.unknown_removed, &mut aside);
    stamps.extra = {
        let (here, there) = (raw_fields(&here.extra), raw_fields(&there.extra));
        let both = kept("stamps.", &here, &there, &mut aside);
        let value = |raw: &RawJson| serde_json::from_str(raw.get()).unwrap_or_default();
        both.iter().map(|(name, raw)| (name.clone(), value(raw))).collect()
    };
    merged.contents.set_aside = aside.0;
}

/// The entries of both, each once: by time, and by dot where the time is the same.
fn journal(a: &Arc<Vec<Arc<JournalEntry>>>, b: &Arc<Vec<Arc<JournalEntry>>>) -> Arc<Vec<Arc<JournalEntry>>> {
    let is_same = |(a, b): (&Arc<_>, &Arc<_>)| Arc::ptr_eq(a, b) || a == b;
    if Arc::ptr_eq(a, b) || (a.len() == b.len() && a.iter().zip(b.iter()).all(is_same)) {
        return a.clone();
    }
    let mut entries: Vec<&Arc<JournalEntry>> = a.iter().chain(b.iter()).collect();
    entries.sort_by(|a, b| {
        let order =
            |entry: &JournalEntry| (entry.at.timestamp(), entry.at.timestamp_subsec_nanos(), entry.dot.n);
        let first = order(a).cmp(&order(b)).then_with(|| a.dot.writer.cmp(&b.dot.writer));
        // A dot is written once; where it was not, the texts decide.
        first.then_with(|| if a == b { std::cmp::Ordering::Equal } else { text(a).cmp(&text(b)) })
    });
    entries.dedup();
    Arc::new(entries.into_iter().cloned().collect())
}

fn text(entry: &JournalEntry) -> String {
    serde_json::to_string(entry).unwrap_or_default()
}

/// What is set aside, each once.
struct Aside(BTreeMap<String, Vec<RawJson>>);

impl Aside {
    fn add(&mut self, name: &str, items: &[RawJson]) {
        // The door keeps them in order, too: a list that stands in one file alone reads so in the merged one.
        let there = self.0.entry(name.to_owned()).or_default();
        if there.as_slice() != items {
            *there = union(there.iter().chain(items));
        }
    }
}

/// Items, each once whatever blanks it is written with, in the order of their texts.
pub(in crate::exchange) fn union<'a>(items: impl Iterator<Item = &'a RawJson>) -> Vec<RawJson> {
    let mut each: BTreeMap<String, &RawJson> = BTreeMap::new();
    for item in items {
        let slot = each.entry(without_blanks(item.get())).or_insert(item);
        if item.get() < slot.get() {
            *slot = item;
        }
    }
    each.into_values().cloned().collect()
}

/// Unknown parts of both. Of one that differs, lists are united; of anything else one stays and the others are set
/// aside, as nobody here knows what they mean.
fn kept(
    within: &str,
    a: &IndexMap<String, RawJson>,
    b: &IndexMap<String, RawJson>,
    aside: &mut Aside,
) -> IndexMap<String, RawJson> {
    let is_same = |name: &String| a.get(name) == b.get(name);
    if a.len() == b.len() && a.keys().all(is_same) {
        return a.clone();
    }
    let names = order::set(a.keys().chain(b.keys()));
    let mut both = |name: &String| match (a.get(name), b.get(name)) {
        (Some(here), Some(there)) if here != there => one_of(&format!("{within}{name}"), here, there, aside),
        (one, other) => one.or(other).cloned().expect("a name of one of them"),
    };
    names.into_iter().map(|name| (name.clone(), both(name))).collect()
}

fn one_of(name: &str, here: &RawJson, there: &RawJson, aside: &mut Aside) -> RawJson {
    let items = |raw: &RawJson| {
        let items: Option<Vec<Box<RawValue>>> = serde_json::from_str(raw.get()).ok();
        items.map(|items| items.iter().map(|item| item.as_ref().into()).collect::<Vec<RawJson>>())
    };
    match (items(here), items(there)) {
        (Some(here), Some(there)) => list(&union(here.iter().chain(&there))),
        (Some(_), None) => {
            aside.add(name, std::slice::from_ref(there));
            here.clone()
        }
        (None, Some(_)) => {
            aside.add(name, std::slice::from_ref(here));
            there.clone()
        }
        (None, None) => {
            let both = union([here, there].into_iter());
            let (stays, rest) = both.split_last().expect("one of two at least");
            if !rest.is_empty() {
                aside.add(name, rest);
            }
            stays.clone()
        }
    }
}

fn list(items: &[RawJson]) -> RawJson {
    let items: Vec<&str> = items.iter().map(RawJson::get).collect();
    raw(format!("[{}]", items.join(",")))
}

fn raw(text: String) -> RawJson {
    let raw = RawValue::from_string(text).expect("made of JSON");
    raw.as_ref().into()
}

fn raw_fields(fields: &serde_json::Map<String, Value>) -> IndexMap<String, RawJson> {
    fields.iter().map(|(name, value)| (name.clone(), raw(value.to_string()))).collect()
}

/// JSON without the blanks between its parts: what was indented and what was not compare.
fn without_blanks(text: &str) -> String {
    let (mut is_within, mut is_escaped) = (false, false);
    text.chars()
        .filter(|c| {
            if is_within {
                (is_within, is_escaped) = (*c != '"' || is_escaped, *c == '\\' && !is_escaped);
                return true;
            }
            is_within = *c == '"';
            !c.is_ascii_whitespace()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_between_parts_do_not_count() {
        assert_eq!(without_blanks("{ \"a b\\\" c\" :\n [1, \"\\\\\" , 2] }"), r#"{"a b\" c":[1,"\\",2]}"#);
    }
}
