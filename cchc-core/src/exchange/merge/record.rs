//! One record: its fields, what is known of it, up to where it was deleted.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::register::Register;
use crate::exchange::stamps::{Context, beyond, carried, covers, join};
use crate::exchange::{RecordStamps, Removal, WHOLE_RECORD};
use crate::order;
use crate::record::Extra;

/// What stands beside a record in one file.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Beside<'a> {
    pub(super) stamps: Option<&'a RecordStamps>,
    pub(super) seen: Option<&'a Context>,
    pub(super) removal: Option<&'a Removal>,
}

impl<'a> Beside<'a> {
    fn until(&self) -> Option<&'a Context> {
        self.removal.map(|removal| &removal.until)
    }

    fn known(&self) -> Context {
        let mut known = carried(self.stamps, self.until());
        if let Some(seen) = self.seen {
            join(&mut known, seen);
        }
        known
    }

    /// All of it as text, to choose where there is no record to ask.
    pub(super) fn text(&self) -> String {
        serde_json::to_string(&(self.stamps, self.seen, self.removal)).unwrap_or_default()
    }

    fn register(&self, fields: &Map<String, Value>, field: &str) -> Register {
        let stamps = self.stamps;
        let stamp = stamps.and_then(|stamps| stamps.get(field).or_else(|| stamps.get(WHOLE_RECORD)));
        Register::new(stamp, fields.get(field))
    }
}

/// A record merged.
pub(super) struct Joined {
    /// Its fields, in the order of their names.
    pub(super) fields: Map<String, Value>,
    pub(super) stamps: RecordStamps,
    pub(super) seen: Context,
    /// Up to where it was deleted, if ever; without the record.
    pub(super) removal: Option<Removal>,
    /// Whether it carries something that no deletion knew.
    pub(super) is_alive: bool,
}

/// Joins a record as it stands in two files: the fields of each, among the records or kept beside them.
pub(super) fn join_records(
    (here, beside): (&Map<String, Value>, Beside<'_>),
    (there, beside_there): (&Map<String, Value>, Beside<'_>),
) -> Joined {
    let (known, known_there) = (beside.known(), beside_there.known());
    let join_field = |name: &str| {
        beside.register(here, name).join(&known, &beside_there.register(there, name), &known_there)
    };
    let mut stamps = RecordStamps::new();
    let mut fields = Map::new();
    let whole = join_field(WHOLE_RECORD).stamp();
    let mut names = order::set(here.keys().chain(there.keys()));
    names.extend([beside.stamps, beside_there.stamps].into_iter().flatten().flat_map(BTreeMap::keys));
    for name in names {
        if name == WHOLE_RECORD {
            continue;
        }
        let register = join_field(name);
        if !register.standing().is_null() {
            fields.insert(name.clone(), register.standing().clone());
        }
        if let Some(stamp) = register.stamp()
            && whole.as_ref() != Some(&stamp)
        {
            stamps.insert(name.clone(), stamp);
        }
    }
    stamps.extend(whole.map(|stamp| (WHOLE_RECORD.to_owned(), stamp)));

    let removal = join_removals(beside.removal, beside_there.removal);
    let until = removal.as_ref().map(|removal| &removal.until);
    let is_alive = until.is_none_or(|until| {
        until.is_empty()
            || stamps.values().flat_map(crate::exchange::FieldStamp::dots).any(|dot| !covers(until, dot))
    });
    let mut seen = known;
    join(&mut seen, &known_there);
    let seen = beyond(seen, &carried(Some(&stamps), until));
    Joined { fields, stamps, seen, removal, is_alive }
}

fn join_removals(here: Option<&Removal>, there: Option<&Removal>) -> Option<Removal> {
    let (here, there) = match (here, there) {
        (Some(here), Some(there)) => (here, there),
        (one, other) => {
            // One that knows nothing only kept a record that could not be read.
            let one = one.or(other).filter(|one| !one.until.is_empty() || !one.extra.is_empty())?;
            return Some(Removal { record: None, ..one.clone() });
        }
    };
    let mut until = here.until.clone();
    join(&mut until, &there.until);
    Some(Removal { until, record: None, extra: join_extra(&here.extra, &there.extra) })
}

/// Of two values of an unknown field the greater stays; there is nobody to ask.
pub(in crate::exchange) fn join_extra(here: &Extra, there: &Extra) -> Extra {
    let mut both: BTreeMap<&String, &Value> = here.iter().collect();
    for (name, value) in there {
        let slot = both.entry(name).or_insert(value);
        let texts = (value.to_string(), slot.to_string());
        if texts.0 > texts.1 {
            *slot = value;
        }
    }
    both.into_iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}
