//! The register taken apart once, for everything that is derived from it.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::calendar::{Date, Window};
use crate::exchange::PlanFile;
use crate::register::Activity;

/// Sổ đã xếp: the activities up to a day, by date, their ids turned into places in the plan's collections.
///
/// Ids are texts somewhere in memory; looking at each of them once, and at numbers from then on, is what keeps a
/// register of a hundred thousand activities quick.
pub(crate) struct Ledger<'a> {
    /// By date; those of one day in the order of the file.
    facts: Vec<Fact<'a>>,
    topics: Vec<u32>,
    counts: Vec<(u32, u64)>,
    places: Places<'a>,
}

/// What an activity says, in places of the plan's collections. What the plan does not know is none.
#[derive(Clone, Copy)]
pub(crate) struct Fact<'a> {
    pub(crate) date: Date,
    pub(crate) is_proved: bool,
    pub(crate) office: Option<u32>,
    pub(crate) duty: Option<u32>,
    pub(crate) channel: Option<u32>,
    topics: Span,
    counts: Span,
    pub(crate) activity: &'a Activity,
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
            facts: Vec::with_capacity(file.activities.len()),
            topics: Vec::with_capacity(file.activities.len()),
            counts: Vec::with_capacity(file.activities.len()),
            places,
        };
        for activity in file.activities.iter().filter(|activity| activity.date <= until) {
            ledger.take(activity);
        }
        ledger.order();
        ledger
    }

    /// Puts the facts in order of time. Dates and positions are sorted, not the facts themselves, which are larger.
    fn order(&mut self) {
        if self.facts.is_sorted_by_key(|fact| fact.date) {
            return;
        }
        let mut order: Vec<(Date, u32)> = self.facts.iter().map(|fact| fact.date).zip(0..).collect();
        order.sort_unstable();
        self.facts = order.into_iter().map(|(_, at)| self.facts[at as usize]).collect();
    }

    fn take(&mut self, activity: &'a Activity) {
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
        self.facts.push(Fact {
            date: activity.date,
            is_proved: activity.has_evidence(),
            office: places.offices.get(activity.office.as_str()).copied(),
            duty: activity.duty.as_ref().and_then(|id| places.duties.get(id.as_str())).copied(),
            channel: activity.channel.as_ref().and_then(|id| places.channels.get(id.as_str())).copied(),
            topics,
            counts: Span { from, to: self.counts.len() as u32 },
            activity,
        });
    }

    /// All facts, by date.
    pub(crate) fn facts(&self) -> &[Fact<'a>] {
        &self.facts
    }

    /// Those of a window, by date.
    pub(crate) fn within(&self, window: Window) -> &[Fact<'a>] {
        let from = self.facts.partition_point(|fact| fact.date < window.from);
        let to = self.facts.partition_point(|fact| fact.date <= window.to);
        self.facts.get(from..to).unwrap_or(&[])
    }

    /// The topics that an activity carries, each once.
    pub(crate) fn topics(&self, fact: &Fact<'_>) -> &[u32] {
        &self.topics[fact.topics.from as usize..fact.topics.to as usize]
    }

    /// What an activity counts, by unit.
    pub(crate) fn counts(&self, fact: &Fact<'_>) -> &[(u32, u64)] {
        &self.counts[fact.counts.from as usize..fact.counts.to as usize]
    }

    /// What an activity counts in one unit.
    pub(crate) fn count(&self, fact: &Fact<'_>, unit: u32) -> u64 {
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
