//! Walking over the records of two files: most are the same in both or stand in one of them, and are shared; the rest
//! is joined.

use std::cmp::Ordering;
use std::collections::btree_map::Range;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::record::{Beside, Joined, join_records};
use crate::exchange::change::{from_fields, to_fields};
use crate::exchange::stamps::{carried, join};
use crate::exchange::{Context, PlanFile, RecordKey, RecordStamps, Removal, Stamps};
use crate::record::{Kind, Record, Records};

/// Two files, and what will stand beside the merged records.
pub(super) struct Outcome<'a> {
    a: &'a Stamps,
    b: &'a Stamps,
    /// What differs from the stamps of `a`; nothing where a record has none.
    stamps: Vec<(RecordKey, Option<Arc<RecordStamps>>)>,
    seen: Vec<(RecordKey, Option<Context>)>,
    removed: Vec<(RecordKey, Option<Arc<Removal>>)>,
    /// What the joined records know; the context of the file has to cover it.
    known: Context,
}

/// Looks up what stands beside the records of one kind. Asked in the order of the ids, as nearly all are, it walks along.
struct Cursor<'a, T> {
    map: &'a BTreeMap<RecordKey, T>,
    kind: Kind,
    rest: Range<'a, RecordKey, T>,
    next: Option<(&'a RecordKey, &'a T)>,
    /// The last id asked for.
    last: String,
}

impl<'a, T> Cursor<'a, T> {
    fn new(map: &'a BTreeMap<RecordKey, T>, kind: Kind) -> Self {
        let mut rest = map.range(RecordKey::new(kind, "")..);
        let next = rest.next();
        Self { map, kind, rest, next, last: String::new() }
    }

    fn get(&mut self, id: &str) -> Option<&'a T> {
        if self.map.is_empty() {
            return None;
        }
        if id < self.last.as_str() {
            return self.map.get(&RecordKey::new(self.kind, id));
        }
        self.last.clear();
        self.last.push_str(id);
        while let Some((key, value)) = self.next {
            match (key.kind, &*key.id).cmp(&(self.kind, id)) {
                Ordering::Less => self.next = self.rest.next(),
                Ordering::Equal => return Some(value),
                Ordering::Greater => return None,
            }
        }
        None
    }

    fn ids(&self) -> impl Iterator<Item = &'a str> {
        let of_kind =
            self.map.range(RecordKey::new(self.kind, "")..).take_while(|(key, _)| key.kind == self.kind);
        of_kind.map(|(key, _)| &*key.id)
    }
}

/// What stands beside the records of one kind in one file.
struct Side<'a> {
    stamps: Cursor<'a, Arc<RecordStamps>>,
    seen: Cursor<'a, Context>,
    removed: Cursor<'a, Arc<Removal>>,
}

impl<'a> Side<'a> {
    fn new(stamps: &'a Stamps, kind: Kind) -> Self {
        Self {
            stamps: Cursor::new(&stamps.records, kind),
            seen: Cursor::new(&stamps.seen, kind),
            removed: Cursor::new(&stamps.removed, kind),
        }
    }

    fn beside(&mut self, id: &str) -> Beside<'a> {
        Beside {
            stamps: self.stamps.get(id).map(AsRef::as_ref),
            seen: self.seen.get(id),
            removal: self.removed.get(id).map(AsRef::as_ref),
        }
    }

    /// A record that is kept beside the records.
    fn kept(&mut self, id: &str) -> Option<&'a Map<String, Value>> {
        self.removed.get(id).and_then(|removal| removal.record.as_ref())
    }
}

impl<'a> Outcome<'a> {
    pub(super) fn new(a: &'a PlanFile, b: &'a PlanFile) -> Self {
        let (a, b) = (&a.stamps, &b.stamps);
        Self { a, b, stamps: Vec::new(), seen: Vec::new(), removed: Vec::new(), known: Context::new() }
    }

    pub(super) fn header<T: Serialize + DeserializeOwned + PartialEq>(
        &mut self,
        a: &Arc<T>,
        b: &Arc<T>,
    ) -> Arc<T> {
        let key = RecordKey::plan();
        let (mut side_a, mut side_b) = (Side::new(self.a, Kind::Plan), Side::new(self.b, Kind::Plan));
        // A header cannot be missing; one that cannot be joined to a header stays as the first has it.
        self.both(&key, (a, side_a.beside(&key.id)), (b, side_b.beside(&key.id))).unwrap_or_else(|| a.clone())
    }

    pub(super) fn collection<R: Record + PartialEq>(&mut self, a: &Records<R>, b: &Records<R>) -> Records<R> {
        let (mut side_a, mut side_b) = (Side::new(self.a, R::KIND), Side::new(self.b, R::KIND));
        let mut merged = Vec::with_capacity(a.len().max(b.len()));
        // Both are sorted, so the other's record of the same id is mostly the next one.
        let others: Vec<&Arc<R>> = b.arcs().collect();
        let mut met = vec![false; others.len()];
        let mut next = 0;
        for here in a.arcs() {
            let id = here.id();
            let place = match others.get(next) {
                Some(other) if other.id() == id => Some(next),
                _ => b.place_of(id),
            };
            if let Some(place) = place {
                met[place] = true;
                next = place + 1;
            }
            let there = place.map(|place| others[place]);
            let text: &str = std::borrow::Borrow::borrow(id);
            let (beside_a, beside_b) = (side_a.beside(text), side_b.beside(text));
            let key = || RecordKey::new(R::KIND, text);
            match (there, side_b.kept(text)) {
                (Some(there), _) => {
                    let is_same = (Arc::ptr_eq(here, there) || here == there) && beside_a == beside_b;
                    if is_same {
                        merged.push(here.clone());
                    } else {
                        merged.extend(self.both(&key(), (here, beside_a), (there, beside_b)));
                    }
                }
                (None, Some(there)) => {
                    let here_fields = to_fields(here.as_ref());
                    let joined = join_records((&here_fields, beside_a), (there, beside_b));
                    merged.extend(self.take(&key(), joined, &[(here, &here_fields)]));
                }
                (None, None) => merged.push(here.clone()),
            }
        }
        for (there, is_met) in others.into_iter().zip(met) {
            if is_met {
                continue;
            }
            let id = there.id();
            let text: &str = std::borrow::Borrow::borrow(id);
            let key = RecordKey::new(R::KIND, text);
            if let Some(here) = side_a.kept(text) {
                let there_fields = to_fields(there.as_ref());
                let joined = join_records((here, side_a.beside(text)), (&there_fields, side_b.beside(text)));
                merged.extend(self.take(&key, joined, &[(there, &there_fields)]));
            } else {
                merged.push(there.clone());
                self.take_beside(&key, &mut side_a, &mut side_b);
            }
        }
        merged.extend(self.neither((a, &mut side_a), (b, &mut side_b)));
        Records::from_shared(merged)
    }

    /// Keys that are among the records of neither file.
    fn neither<R: Record>(
        &mut self,
        (a, side_a): (&Records<R>, &mut Side<'_>),
        (b, side_b): (&Records<R>, &mut Side<'_>),
    ) -> Vec<Arc<R>> {
        let mut revived = Vec::new();
        let is_live = |id: &str| a.get_str(id).is_some() || b.get_str(id).is_some();
        let ids = side_b.stamps.ids().chain(side_b.seen.ids()).chain(side_b.removed.ids());
        let ids: BTreeSet<&str> = ids.filter(|id| !is_live(id)).collect();
        for id in ids {
            let (beside_a, beside_b) = (side_a.beside(id), side_b.beside(id));
            if beside_a == beside_b {
                continue;
            }
            let key = RecordKey::new(R::KIND, id);
            match (side_a.kept(id), side_b.kept(id)) {
                (Some(here), Some(there)) => {
                    let joined = join_records((here, beside_a), (there, beside_b));
                    let alive: Option<Arc<R>> = self.take(&key, joined, &[]);
                    revived.extend(alive);
                }
                (Some(_), None) => {}
                (None, Some(_)) => self.take_beside(&key, side_a, side_b),
                // What stands beside records that could not be read: it waits for them.
                (None, None) => {
                    if beside_a.text() < beside_b.text() {
                        self.take_beside(&key, side_a, side_b);
                    }
                }
            }
        }
        revived
    }

    fn both<T: Serialize + DeserializeOwned + PartialEq>(
        &mut self,
        key: &RecordKey,
        (here, beside_a): (&Arc<T>, Beside<'_>),
        (there, beside_b): (&Arc<T>, Beside<'_>),
    ) -> Option<Arc<T>> {
        if (Arc::ptr_eq(here, there) || here == there) && beside_a == beside_b {
            return Some(here.clone());
        }
        let (fields_a, fields_b) = (to_fields(here.as_ref()), to_fields(there.as_ref()));
        let joined = join_records((&fields_a, beside_a), (&fields_b, beside_b));
        self.take(key, joined, &[(here, &fields_a), (there, &fields_b)])
    }

    /// Writes down what stands beside a joined record; gives the record where it is alive.
    fn take<T: DeserializeOwned>(
        &mut self,
        key: &RecordKey,
        joined: Joined,
        known: &[(&Arc<T>, &Map<String, Value>)],
    ) -> Option<Arc<T>> {
        let Joined { fields, stamps, seen, mut removal, is_alive } = joined;
        let record = is_alive.then(|| {
            let same =
                known.iter().find(|(_, other)| **other == fields).map(|(record, _)| Arc::clone(record));
            same.or_else(|| from_fields::<T>(key, fields.clone()).ok().map(Arc::new))
        });
        let record = record.flatten();
        if record.is_none() {
            // Deleted; or each of its fields is sound and all of them together are not: then it waits beside.
            removal.get_or_insert_default().record = Some(fields);
        }
        join(&mut self.known, &carried(Some(&stamps), None));
        self.stamps.push((key.clone(), (!stamps.is_empty()).then(|| Arc::new(stamps))));
        self.seen.push((key.clone(), (!seen.is_empty()).then_some(seen)));
        self.removed.push((key.clone(), removal.map(Arc::new)));
        record
    }

    /// Takes what stands beside a record in the second file, in place of what stands in the first.
    fn take_beside(&mut self, key: &RecordKey, side_a: &mut Side<'_>, side_b: &mut Side<'_>) {
        let id = &*key.id;
        let (here, there) = (side_a.stamps.get(id), side_b.stamps.get(id));
        if here.is_some() || there.is_some() {
            self.stamps.push((key.clone(), there.cloned()));
        }
        let (here, there) = (side_a.seen.get(id), side_b.seen.get(id));
        if here.is_some() || there.is_some() {
            self.seen.push((key.clone(), there.cloned()));
        }
        let (here, there) = (side_a.removed.get(id), side_b.removed.get(id));
        if here.is_some() || there.is_some() {
            self.removed.push((key.clone(), there.cloned()));
        }
    }

    /// Writes what stands beside the records, over the stamps of the first file.
    pub(super) fn write(self, stamps: &mut Stamps) {
        join(&mut stamps.context, &self.known);
        overlay(&mut stamps.records, self.stamps);
        overlay(&mut stamps.seen, self.seen);
        overlay(&mut stamps.removed, self.removed);
    }
}

fn overlay<T: Clone>(map: &mut Arc<BTreeMap<RecordKey, T>>, changes: Vec<(RecordKey, Option<T>)>) {
    if changes.is_empty() {
        return;
    }
    let map = Arc::make_mut(map);
    for (key, value) in changes {
        match value {
            Some(value) => drop(map.insert(key, value)),
            None => drop(map.remove(&key)),
        }
    }
}
