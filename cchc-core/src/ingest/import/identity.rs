//! Which row is which activity: what makes importing a list twice add nothing.

use std::collections::{HashMap, HashSet};

use super::names::key;
use super::row::UNNAMED;
use super::{Outcome, field_name};
use crate::exchange::{Edit, PlanFile, RecordKey};
use crate::id::{ActivityId, ChannelId, checksum, checksum_on};
use crate::ingest::words::tidy;
use crate::record::{Extra, Kind, Record};
use crate::register::{Activity, Evidence};

/// Where a row stands: its sheet in the book, its number.
type Place = (usize, u32);

/// The activities that are there, and the rows that were read so far.
pub(super) struct Known {
    /// The activities of a day, an office and a title, in the order of the register.
    there: HashMap<String, Vec<(Option<ChannelId>, ActivityId)>>,
    /// How many rows of the list had each, on each channel, and the first of them; by the hash that their ids are made of.
    rows: HashMap<u64, (u64, Place)>,
    /// Activities that rows turned out to be.
    met: HashSet<ActivityId>,
}

/// What an activity is known by, beside its channel. Its counts and its evidence may be mended later.
fn known_by(activity: &Activity) -> String {
    format!("{}|{}|{}", activity.date, activity.office, key(&activity.title))
}

impl Known {
    pub(super) fn of(file: &PlanFile) -> Self {
        let mut there: HashMap<String, Vec<(Option<ChannelId>, ActivityId)>> = HashMap::new();
        for activity in &file.activities {
            there
                .entry(known_by(activity))
                .or_default()
                .push((activity.channel.clone(), activity.id.clone()));
        }
        Self { there, rows: HashMap::new(), met: HashSet::new() }
    }

    /// Makes room for so many more rows.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.rows.reserve(rows);
        self.met.reserve(rows);
    }

    /// What comes of an activity of a row; `fields` are those that the list has. With it the row above that a new one
    /// is like.
    pub(super) fn outcome(
        &mut self,
        file: &PlanFile,
        mut activity: Activity,
        fields: &[&'static str],
        at: Place,
    ) -> (Outcome, Option<Place>) {
        let mut twin = None;
        let mut asked: Vec<&str> = fields.to_vec();
        if activity.id == *UNNAMED {
            // How its title is spelt makes no difference, nor that only one side knows the channel.
            asked.retain(|field| !matches!(*field, "title" | "channel"));
            let by = known_by(&activity);
            activity.id = match self.met_by(&by, activity.channel.as_ref()) {
                Some(id) => id,
                None => self.new_id(&activity, &by, at, &mut twin),
            };
            self.met.insert(activity.id.clone());
        } else if !self.met.insert(activity.id.clone()) {
            return (Outcome::Refused(format!("mã “{}” có ở một dòng trên", activity.id)), None);
        }
        if let Some(old) = file.activities.get(&activity.id) {
            as_before(old, &mut activity, fields);
            return (known(old, &activity, &asked), None);
        }
        let removed = &file.stamps.removed;
        if !removed.is_empty()
            && removed.contains_key(&RecordKey::new(Kind::Activities, activity.id.to_string()))
        {
            return (Outcome::Deleted(activity.id.to_string()), None);
        }
        (Outcome::New(Box::new(activity)), twin)
    }

    /// The activity that a row is: of those that no row before was, the one on the same channel; else one where only
    /// one side says a channel.
    fn met_by(&self, by: &str, channel: Option<&ChannelId>) -> Option<ActivityId> {
        let mut left = self.there.get(by)?.iter().filter(|(_, id)| !self.met.contains(id));
        let same = left.clone().find(|(other, _)| other.as_ref() == channel);
        same.or_else(|| left.find(|(other, _)| other.is_none() || channel.is_none()))
            .map(|(_, id)| id.clone())
    }

    /// The id of the next row with these words: the same wherever and whenever the list is read.
    fn new_id(&mut self, activity: &Activity, by: &str, at: Place, twin: &mut Option<Place>) -> ActivityId {
        let channel = activity.channel.as_ref().map_or("", |channel| channel.as_str());
        let by = checksum(by.bytes().chain([b'|']).chain(channel.bytes()));
        let (nth, first) = self.rows.entry(by).or_insert((0, at));
        *twin = (*nth > 0).then_some(*first);
        loop {
            *nth += 1;
            let id = id_of(activity, by, *nth);
            if !self.met.contains(&id) {
                return id;
            }
        }
    }
}

/// Takes over what a table cannot say: how a text is spaced, the day of a piece of evidence, details without a column.
fn as_before(old: &Activity, new: &mut Activity, fields: &[&str]) {
    let text = |old: &String, new: &mut String| {
        if tidy(old) == tidy(new) {
            new.clone_from(old);
        }
    };
    text(&old.title, &mut new.title);
    text(&old.audience, &mut new.audience);
    text(&old.language, &mut new.language);
    text(&old.note, &mut new.note);
    for one in &mut new.evidence {
        let is_same = |old: &&Evidence| {
            tidy(&old.text) == tidy(&one.text) && one.date.is_none_or(|date| old.date == Some(date))
        };
        if let Some(same) = old.evidence.iter().find(is_same) {
            *one = same.clone();
        }
    }
    for count in &mut new.counts {
        let same = old.counts.iter().find(|old| old.unit == count.unit && old.value == count.value);
        count.extra = same.map_or_else(Extra::new, |same| same.extra.clone());
    }
    let (Some(old), Some(detail)) = (old.detail.as_deref(), new.detail.as_deref_mut()) else { return };
    let lacks = |field: &str| !fields.contains(&field);
    for (field, old, new) in [
        ("place", &old.place, &mut detail.place),
        ("led_by", &old.led_by, &mut detail.led_by),
        ("recorded_by", &old.recorded_by, &mut detail.recorded_by),
    ] {
        if lacks(field) || tidy(old) == tidy(new) {
            new.clone_from(old);
        }
    }
    if lacks("begins") {
        detail.begins = old.begins;
    }
    if lacks("minutes") {
        detail.minutes = old.minutes;
    }
    if lacks("until") {
        detail.until = old.until;
    }
    let is_same =
        old.items.len() == detail.items.len()
            && old.items.iter().zip(&detail.items).all(|(old, new)| {
                tidy(&old.text) == tidy(&new.text) && tidy(&old.answer) == tidy(&new.answer)
            });
    if lacks("items") || is_same {
        detail.items.clone_from(&old.items);
    }
    detail.extra.clone_from(&old.extra);
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
    Outcome::Known { id: old.id.to_string(), otherwise }
}

/// The id of the nth row that is known by the words of a hash: the same wherever and whenever the list is read.
fn id_of(activity: &Activity, by: u64, nth: u64) -> ActivityId {
    let hash = checksum_on(by, nth.to_le_bytes());
    ActivityId::new(format!("xl-{}-{hash:016x}", activity.date)).unwrap_or_else(|_| activity.id.clone())
}
