//! The ledger by duty and by channel, for the obligations.

use crate::calendar::{Date, Window};
use crate::exchange::PlanFile;
use crate::id::{ChannelId, DutyId, UnitId};
use crate::progress::ledger::{Fact, Ledger};

/// Nhật ký theo nhiệm vụ và kênh: which facts of the ledger are whose, by date.
pub(super) struct Log<'l, 'a> {
    ledger: &'l Ledger<'a>,
    facts: &'l [Fact],
    by_duty: Vec<Vec<u32>>,
    by_channel: Vec<Vec<u32>>,
    /// Activities that nothing proves.
    pub(super) without_evidence: usize,
}

impl<'l, 'a> Log<'l, 'a> {
    /// Up to a day, which may lie before the ledger's own.
    pub(super) fn new(file: &PlanFile, ledger: &'l Ledger<'a>, until: Date) -> Self {
        let facts = ledger.until(until);
        let mut by_duty = vec![Vec::new(); file.duties.len()];
        let mut by_channel = vec![Vec::new(); file.channels.len()];
        let mut without_evidence = 0;
        for (fact, at) in facts.iter().zip(0..) {
            if let Some(duty) = fact.duty {
                by_duty[duty as usize].push(at);
            }
            if let Some(channel) = fact.channel {
                by_channel[channel as usize].push(at);
            }
            without_evidence += usize::from(!fact.is_proved);
        }
        Self { ledger, facts, by_duty, by_channel, without_evidence }
    }

    /// What was logged for a duty.
    pub(super) fn of_duty(&self, duty: &DutyId) -> &[u32] {
        self.ledger.duty(duty.as_str()).map_or(&[], |place| &self.by_duty[place as usize])
    }

    /// What was done on a channel.
    pub(super) fn of_channel(&self, channel: &ChannelId) -> &[u32] {
        self.ledger.channel(channel.as_str()).map_or(&[], |place| &self.by_channel[place as usize])
    }

    fn fact(&self, at: u32) -> &Fact {
        &self.facts[at as usize]
    }

    /// Adds up those that lie in a window. An activity that counts nothing in the unit is not one of those that count.
    pub(super) fn measure(
        &self,
        entries: &[u32],
        window: Window,
        unit: Option<&UnitId>,
        required: u64,
    ) -> Measure {
        let from = entries.partition_point(|at| self.fact(*at).date < window.from);
        let to = entries.partition_point(|at| self.fact(*at).date <= window.to);
        // A unit that the plan does not know counts nothing.
        let unit = unit.map(|unit| self.ledger.unit(unit.as_str()).unwrap_or(u32::MAX));
        let mut measure = Measure::default();
        for at in entries.get(from..to).unwrap_or(&[]) {
            let fact = self.fact(*at);
            let count = unit.map_or(1, |unit| self.ledger.count(fact, unit));
            if count == 0 {
                continue;
            }
            measure.achieved = measure.achieved.saturating_add(count);
            measure.activities.push(fact.place);
            if fact.is_proved {
                measure.proved_on = measure.proved_on.or(Some(fact.date));
            } else {
                measure.without_evidence += 1;
            }
            if measure.reached_on.is_none() && measure.achieved >= required {
                measure.reached_on = Some(fact.date);
            }
        }
        measure
    }
}

/// What entries add up to.
#[derive(Debug, Default)]
pub(super) struct Measure {
    /// In the unit; activities where there is none.
    pub(super) achieved: u64,
    /// By date; places in the file.
    pub(super) activities: Vec<u32>,
    pub(super) without_evidence: u32,
    /// The day on which `required` was reached.
    pub(super) reached_on: Option<Date>,
    /// The day of the first activity that something proves.
    pub(super) proved_on: Option<Date>,
}

impl Measure {
    /// Whether there are activities and not one of them is proved.
    pub(super) fn is_unproved(&self) -> bool {
        !self.activities.is_empty() && self.proved_on.is_none()
    }
}
