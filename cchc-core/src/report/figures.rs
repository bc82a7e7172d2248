//! Adding up the register over a window, once for all that a report states.

use std::collections::BTreeMap;

use crate::calendar::Window;
use crate::exchange::PlanFile;
use crate::id::{ChannelId, DutyId, OfficeId, TopicId, UnitId};
use crate::order;
use crate::plan::UnitSort;
use crate::progress::ledger::{Fact, Ledger};
use crate::register::Activity;

/// Số liệu of a window. Rows and columns stand in the order of the plan's collections.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Activities.
    pub activities: u64,
    /// Activities that nothing proves.
    pub without_evidence: u64,
    /// Activities that name no topic of the plan.
    pub without_topic: u64,
    /// Activities that name no channel of the plan.
    pub without_channel: u64,
    /// Activities of an office that the plan does not know: in the totals, and in the figures of no office.
    pub without_office: u64,
    /// Totals by unit.
    pub by_unit: Vec<u64>,
    /// How many activities count in the unit.
    pub activities_by_unit: Vec<u64>,
    /// Activities by office.
    pub by_office: Vec<u64>,
    /// By office, then unit.
    pub by_office_unit: Vec<Vec<u64>>,
    /// Activities by channel.
    pub by_channel: Vec<u64>,
    /// By channel, then unit.
    pub by_channel_unit: Vec<Vec<u64>>,
    /// Activities by topic; one that carries two topics counts in both.
    pub by_topic: Vec<u64>,
    /// Lượt tiếp cận, as far as known, and of how many activities.
    pub reach: (u64, u64),
    /// Kinh phí in đồng, as far as recorded, and of how many activities.
    pub cost: (u64, u64),
    /// Activities by language other than Vietnamese.
    pub by_language: BTreeMap<String, u64>,
}

/// Which activities a number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Dated in these days.
    pub window: Window,
    /// Of this office.
    pub office: Option<OfficeId>,
    /// For this duty.
    pub duty: Option<DutyId>,
    /// On this channel.
    pub channel: Option<ChannelId>,
    /// About this topic.
    pub topic: Option<TopicId>,
    /// Counted in this unit; else activities are counted.
    pub unit: Option<UnitId>,
}

impl Filter {
    /// All activities of a window.
    pub const fn of(window: Window) -> Self {
        Self { window, office: None, duty: None, channel: None, topic: None, unit: None }
    }

    /// What an activity adds to the number; none where it is not meant.
    pub fn count(&self, activity: &Activity) -> Option<u64> {
        let is_meant = self.window.contains(activity.date)
            && self.office.as_ref().is_none_or(|office| activity.office == *office)
            && self.duty.as_ref().is_none_or(|duty| activity.duty.as_ref() == Some(duty))
            && self.channel.as_ref().is_none_or(|channel| activity.channel.as_ref() == Some(channel))
            && self.topic.as_ref().is_none_or(|topic| activity.topics.contains(topic));
        let count = || self.unit.as_ref().map_or(1, |unit| activity.count(unit));
        is_meant.then(count).filter(|count| *count > 0)
    }
}

/// Adds up a window.
pub(super) fn add_up(file: &PlanFile, ledger: &Ledger<'_>, window: Window) -> Figures {
    let (offices, channels) = (file.offices.len(), file.channels.len());
    let (topics, units) = (file.topics.len(), file.units.len());
    let mut sum = Figures {
        by_unit: vec![0; units],
        activities_by_unit: vec![0; units],
        by_office: vec![0; offices],
        by_office_unit: vec![vec![0; units]; offices],
        by_channel: vec![0; channels],
        by_channel_unit: vec![vec![0; units]; channels],
        by_topic: vec![0; topics],
        ..Figures::default()
    };
    for fact in ledger.within(window) {
        sum.add(ledger, fact);
    }
    sum
}

impl Figures {
    fn add(&mut self, ledger: &Ledger<'_>, fact: &Fact) {
        let topics = ledger.topics(fact);
        self.activities += 1;
        self.without_evidence += u64::from(!fact.is_proved);
        self.without_topic += u64::from(topics.is_empty());
        self.without_channel += u64::from(fact.channel.is_none());
        self.without_office += u64::from(fact.office.is_none());
        for topic in topics {
            self.by_topic[*topic as usize] += 1;
        }
        if let Some(office) = fact.office {
            self.by_office[office as usize] += 1;
        }
        if let Some(channel) = fact.channel {
            self.by_channel[channel as usize] += 1;
        }
        for (unit, value) in ledger.counts(fact) {
            let unit = *unit as usize;
            let add = |sum: &mut u64| *sum = sum.saturating_add(*value);
            add(&mut self.by_unit[unit]);
            self.activities_by_unit[unit] += u64::from(*value > 0);
            if let Some(office) = fact.office {
                add(&mut self.by_office_unit[office as usize][unit]);
            }
            if let Some(channel) = fact.channel {
                add(&mut self.by_channel_unit[channel as usize][unit]);
            }
        }
        if fact.has_details {
            self.add_details(ledger.activity(fact));
        }
    }

    fn add_details(&mut self, activity: &Activity) {
        let Activity { reach, cost, language, .. } = activity;
        if let Some(reach) = reach {
            self.reach = (self.reach.0.saturating_add(*reach), self.reach.1 + 1);
        }
        if let Some(cost) = cost {
            self.cost = (self.cost.0.saturating_add(*cost), self.cost.1 + 1);
        }
        let language = language.trim();
        if !language.is_empty() {
            *self.by_language.entry(language.to_owned()).or_default() += 1;
        }
    }

    /// What counts in a unit for no office of the plan.
    pub(super) fn unit_without_office(&self, unit: usize) -> u64 {
        let of_offices =
            self.by_office_unit.iter().fold(0, |sum: u64, office| sum.saturating_add(office[unit]));
        self.by_unit[unit].saturating_sub(of_offices)
    }

    /// The units that most activities count in: so many of works, and one of people; as places, in plan order.
    pub(super) fn main_units(&self, file: &PlanFile, works: usize) -> Vec<usize> {
        let ranked = |sort: UnitSort, at_most: usize| {
            let mut places: Vec<usize> = file
                .units
                .iter()
                .enumerate()
                .filter(|(place, unit)| unit.sort == sort && self.by_unit[*place] > 0)
                .map(|(place, _)| place)
                .collect();
            order::sort_by_key(&mut places, |place| std::cmp::Reverse(self.activities_by_unit[*place]));
            places.truncate(at_most);
            places
        };
        let mut chosen = ranked(UnitSort::Output, works);
        order::sort(&mut chosen);
        chosen.extend(ranked(UnitSort::People, 1));
        chosen
    }
}
