//! The register taken apart once, for everything that is derived from it.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use chrono::Datelike;

use crate::calendar::{Date, Window};
use crate::exchange::PlanFile;
use crate::record::Records;
use crate::register::{Activity, WorkForm};

/// Sổ đã xếp: the activities up to a day, by date, their ids turned into places in the plan's collections.
///
/// Ids are texts somewhere in memory; looking at each of them once, and at numbers from then on, is what keeps a
/// register of a hundred thousand activities quick.
pub(crate) struct Ledger<'a> {
    activities: &'a Records<Activity>,
    /// By date; those of one day in the order of the file.
    facts: Vec<Fact>,
    topics: Vec<u32>,
    counts: Vec<(u32, u64)>,
    places: Places<'a>,
}

/// What an activity says, in places of the plan's collections. What the plan does not know is none.
#[derive(Clone, Copy)]
pub(crate) struct Fact {
    pub(crate) date: Date,
    /// Where the activity stands in the file.
    pub(crate) place: u32,
    pub(crate) is_proved: bool,
    /// Whether it names something that the plan does not know: an office, a duty, a channel, a topic, a unit.
    pub(crate) is_astray: bool,
    /// Whether it has a reach, a cost or a language of its own, which few have.
    pub(crate) has_details: bool,
    /// The form of the work that was recorded in detail.
    pub(crate) form: Option<WorkForm>,
    pub(crate) office: Option<u32>,
    pub(crate) duty: Option<u32>,
    pub(crate) channel: Option<u32>,
    topics: Span,
    counts: Span,
}

/// Where the topics or counts of one activity lie among all.
#[derive(Clone, Copy)]
struct Span {
    from: u32,
    to: u32,
}

/// A table by id. The keys are ids of the plan, few and not chosen by a stranger: a fast hash without a seed does.
type Table<'a> = HashMap<&'a str, u32, FixedState>;

/// Where each id stands in its collection.
struct Places<'a> {
    offices: Table<'a>,
    duties: Table<'a>,
    channels: Table<'a>,
    topics: Table<'a>,
    units: Table<'a>,
}

fn table<'a>(ids: impl Iterator<Item = &'a str>) -> Table<'a> {
    ids.zip(0..).collect()
}

/// So many activities are fetched at once: they and their ids fit into the processor's nearest memory.
const READ_AHEAD: usize = 32;

/// Looks at the first letter of every text that [`Ledger::take`] will need. Each lies somewhere else in memory; asked
/// for in a row they come together, which takes a fifth off the time for a large register.
fn read_ahead(activities: &[(&Activity, u32)]) {
    let first = |text: &str| u64::from(text.as_bytes().first().copied().unwrap_or_default());
    let letters = |activity: &Activity| {
        first(activity.office.as_str())
            + activity.duty.as_ref().map_or(0, |id| first(id.as_str()))
            + activity.channel.as_ref().map_or(0, |id| first(id.as_str()))
            + activity.topics.first().map_or(0, |id| first(id.as_str()))
            + activity.counts.first().map_or(0, |count| first(count.unit.as_str()))
            + activity.evidence.first().map_or(0, |evidence| first(&evidence.text))
    };
    std::hint::black_box(activities.iter().map(|(activity, _)| letters(activity)).sum::<u64>());
}

impl<'a> Ledger<'a> {
    /// Takes the register apart. What is dated after `until` is planned, not done, and left out.
    pub(crate) fn new(file: &'a PlanFile, until: Date) -> Self {
        let places = Places {
            offices: table(file.offices.iter().map(|office| office.id.as_str())),
            duties: table(file.duties.iter().map(|duty| duty.id.as_str())),
            channels: table(file.channels.iter().map(|channel| channel.id.as_str())),
            topics: table(file.topics.iter().map(|topic| topic.id.as_str())),
            units: table(file.units.iter().map(|unit| unit.id.as_str())),
        };
        let mut ledger = Self {
            activities: &file.activities,
            facts: Vec::with_capacity(file.activities.len()),
            topics: Vec::with_capacity(file.activities.len()),
            counts: Vec::with_capacity(file.activities.len()),
            places,
        };
        let activities: Vec<(&Activity, u32)> = file.activities.iter().zip(0..).collect();
        for ahead in activities.chunks(READ_AHEAD) {
            read_ahead(ahead);
            for (activity, place) in ahead.iter().filter(|(activity, _)| activity.date <= until) {
                ledger.take(activity, *place);
            }
        }
        ledger.order();
        ledger
    }

    /// Puts the facts in order of time. What is sorted is a number each, day and position in one, not the facts
    /// themselves, which are larger.
    fn order(&mut self) {
        if self.facts.is_sorted_by_key(|fact| fact.date) {
            return;
        }
        let days = self.facts.iter().map(|fact| i64::from(fact.date.num_days_from_ce()));
        let mut order: Vec<i64> = days.zip(0..).map(|(day, at)| (day << 32) | at).collect();
        order.sort_unstable();
        self.facts = order.into_iter().map(|key| self.facts[(key & 0xffff_ffff) as usize]).collect();
    }

    fn take(&mut self, activity: &Activity, place: u32) {
        let places = &self.places;
        let from = self.topics.len();
        for topic in activity.topics.iter().filter_map(|id| places.topics.get(id.as_str())) {
            // A topic named twice is one topic.
            if !self.topics[from..].contains(topic) {
                self.topics.push(*topic);
            }
        }
        let topics = Span { from: from as u32, to: self.topics.len() as u32 };
        let from = self.counts.len() as u32;
        for count in &activity.counts {
            if let Some(unit) = places.units.get(count.unit.as_str()) {
                self.counts.push((*unit, count.value));
            }
        }
        let counts = Span { from, to: self.counts.len() as u32 };
        let office = places.offices.get(activity.office.as_str()).copied();
        let duty = activity.duty.as_ref().and_then(|id| places.duties.get(id.as_str())).copied();
        let channel = activity.channel.as_ref().and_then(|id| places.channels.get(id.as_str())).copied();
        let is_astray = office.is_none()
            || duty.is_some() != activity.duty.is_some()
            || channel.is_some() != activity.channel.is_some()
            || ((counts.to - counts.from) as usize) < activity.counts.len()
            // One named twice is fewer places, too.
            || ((topics.to - topics.from) as usize) < activity.topics.len()
                && activity.topics.iter().any(|id| !places.topics.contains_key(id.as_str()));
        self.facts.push(Fact {
            date: activity.date,
            place,
            is_proved: activity.has_evidence(),
            is_astray,
            has_details: activity.reach.is_some() || activity.cost.is_some() || !activity.language.is_empty(),
            form: activity.detail.as_ref().map(|detail| detail.form),
            office,
            duty,
            channel,
            topics,
            counts,
        });
    }

    /// The facts up to a day, by date.
    pub(crate) fn until(&self, day: Date) -> &[Fact] {
        &self.facts[..self.facts.partition_point(|fact| fact.date <= day)]
    }

    /// Those of a window, by date.
    pub(crate) fn within(&self, window: Window) -> &[Fact] {
        let from = self.facts.partition_point(|fact| fact.date < window.from);
        let to = self.facts.partition_point(|fact| fact.date <= window.to);
        self.facts.get(from..to).unwrap_or(&[])
    }

    /// What was taken apart.
    pub(crate) fn activity(&self, fact: &Fact) -> &'a Activity {
        self.activities.at(fact.place as usize).expect("a fact is of an activity of this file")
    }

    /// The topics that an activity carries, each once.
    pub(crate) fn topics(&self, fact: &Fact) -> &[u32] {
        &self.topics[fact.topics.from as usize..fact.topics.to as usize]
    }

    /// What an activity counts, by unit.
    pub(crate) fn counts(&self, fact: &Fact) -> &[(u32, u64)] {
        &self.counts[fact.counts.from as usize..fact.counts.to as usize]
    }

    /// What an activity counts in one unit.
    pub(crate) fn count(&self, fact: &Fact, unit: u32) -> u64 {
        let counts = self.counts(fact).iter().filter(|(of, _)| *of == unit);
        counts.fold(0, |sum, (_, value)| sum.saturating_add(*value))
    }

    /// Where a duty stands.
    pub(crate) fn duty(&self, id: &str) -> Option<u32> {
        self.places.duties.get(id).copied()
    }

    /// Where a channel stands.
    pub(crate) fn channel(&self, id: &str) -> Option<u32> {
        self.places.channels.get(id).copied()
    }

    /// Where a unit stands.
    pub(crate) fn unit(&self, id: &str) -> Option<u32> {
        self.places.units.get(id).copied()
    }
}
