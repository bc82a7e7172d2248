//! Which row is which activity: what makes importing a list twice add nothing.

use std::collections::{HashMap, HashSet};

use super::names::key;
use super::row::UNNAMED;
use super::{Outcome, field_name};
use crate::exchange::{Edit, PlanFile, RecordKey};
use crate::id::ActivityId;
use crate::record::{Kind, Record};
use crate::register::Activity;

/// The activities that are there, and the rows that were read so far.
pub(super) struct Known {
    /// The activities of a day, an office, a channel and a title, in the order of the register.
    there: HashMap<String, Vec<ActivityId>>,
    /// How many rows of the list had each.
    rows: HashMap<String, usize>,
    /// Ids that rows came with.
    ids: HashSet<ActivityId>,
}

/// What an activity is known by. Its counts and its evidence may be mended later.
fn known_by(activity: &Activity) -> String {
    let channel = activity.channel.as_ref().map_or("", |channel| channel.as_str());
    format!("{}|{}|{channel}|{}", activity.date, activity.office, key(&activity.title))
}

impl Known {
    pub(super) fn of(file: &PlanFile) -> Self {
        let mut there: HashMap<String, Vec<ActivityId>> = HashMap::new();
        for activity in &file.activities {
            there.entry(known_by(activity)).or_default().push(activity.id.clone());
        }
        Self { there, rows: HashMap::new(), ids: HashSet::new() }
    }

    /// What comes of an activity of a row; `fields` are those that the list has.
    pub(super) fn outcome(
        &mut self,
        file: &PlanFile,
        mut activity: Activity,
        fields: &[&'static str],
    ) -> Outcome {
        let mut asked: Vec<&str> = fields.to_vec();
        if activity.id == *UNNAMED {
            // How its title is spelt makes no difference.
            asked.retain(|field| !matches!(*field, "title" | "channel"));
            let by = known_by(&activity);
            let nth = self.rows.entry(by.clone()).or_default();
            *nth += 1;
            let nth = *nth;
            match self.there.get(&by).and_then(|ids| ids.get(nth - 1)) {
                Some(id) => activity.id = id.clone(),
                None => activity.id = id_of(&activity, &by, nth),
            }
        } else if !self.ids.insert(activity.id.clone()) {
            return Outcome::Refused(format!("mã “{}” có ở một dòng trên", activity.id));
        }
        if let Some(old) = file.activities.get(&activity.id) {
            return known(old, &activity, &asked);
        }
        let record = RecordKey::new(Kind::Activities, activity.id.to_string());
        if file.stamps.removed.contains_key(&record) {
            return Outcome::Deleted(activity.id);
        }
        Outcome::New(Box::new(activity))
    }
}

/// What a row says otherwise of an activity that is there, in the fields that the list has.
fn known(old: &Activity, new: &Activity, fields: &[&str]) -> Outcome {
    let otherwise = Edit::difference(old, new).and_then(|edit| {
        let Edit::Set { record, fields: mut changed } = edit else { return None };
        changed.retain(|name, _| fields.contains(&name.as_str()));
        let names =
            changed.keys().map(|name| field_name(Activity::KIND, name).unwrap_or("trường khác")).collect();
        (!changed.is_empty()).then(|| (Box::new(Edit::Set { record, fields: changed }), names))
    });
    Outcome::Known { id: old.id.clone(), otherwise }
}

/// The id of the nth row that is known by these words: the same wherever and whenever the list is read.
fn id_of(activity: &Activity, by: &str, nth: usize) -> ActivityId {
    // FNV-1a: short, and the same in every version, which ids must be.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in by.bytes().chain((nth as u64).to_le_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    ActivityId::new(format!("xl-{}-{hash:016x}", activity.date)).unwrap_or_else(|_| activity.id.clone())
}
