//! The register, sorted once for all obligations.

use std::collections::HashMap;

use crate::calendar::{Date, Window};
use crate::exchange::PlanFile;
use crate::id::{ActivityId, ChannelId, DutyId, UnitId};
use crate::plan::QuotaScope;
use crate::register::Activity;

/// Nhật ký xếp theo nhiệm vụ và kênh: the activities up to today, by date.
///
/// One pass over the register, whatever the number of obligations. What is dated after today is planned, not done,
/// and left out.
pub(super) struct Log<'a> {
    by_duty: HashMap<&'a str, Entries<'a>>,
    by_channel: HashMap<&'a str, Entries<'a>>,
    /// Activities up to today without evidence.
    pub(super) without_evidence: u32,
}

type Entries<'a> = Vec<(Date, &'a Activity)>;

impl<'a> Log<'a> {
    pub(super) fn new(file: &'a PlanFile, today: Date) -> Self {
        let mut by_duty: HashMap<&str, Entries<'_>> =
            file.duties.iter().map(|duty| (duty.id.as_str(), Vec::new())).collect();
        let mut by_channel: HashMap<&str, Entries<'_>> = file
            .duties
            .iter()
            .filter_map(|duty| match &duty.quota.as_ref()?.value.scope {
                QuotaScope::Channel(channel) => Some((channel.as_str(), Vec::new())),
                QuotaScope::Duty => None,
            })
            .collect();
        let mut without_evidence = 0;
        for activity in file.activities.iter().filter(|activity| activity.date <= today) {
            let entry = (activity.date, activity);
            if let Some(entries) = activity.duty.as_ref().and_then(|id| by_duty.get_mut(id.as_str())) {
                entries.push(entry);
            }
            if let Some(entries) = activity.channel.as_ref().and_then(|id| by_channel.get_mut(id.as_str())) {
                entries.push(entry);
            }
            without_evidence += u32::from(!activity.has_evidence());
        }
        for entries in by_duty.values_mut().chain(by_channel.values_mut()) {
            // Stable: activities of one day keep the order of the file.
            entries.sort_by_key(|(date, _)| *date);
        }
        Self { by_duty, by_channel, without_evidence }
    }

    /// What was logged for a duty, by date.
    pub(super) fn of_duty(&self, duty: &DutyId) -> &[(Date, &'a Activity)] {
        self.by_duty.get(duty.as_str()).map_or(&[], Vec::as_slice)
    }

    /// What was done on a channel that a quota counts, by date.
    pub(super) fn of_channel(&self, channel: &ChannelId) -> &[(Date, &'a Activity)] {
        self.by_channel.get(channel.as_str()).map_or(&[], Vec::as_slice)
    }
}

/// The part of sorted entries that lies in a window.
pub(super) fn within<'e, 'a>(
    entries: &'e [(Date, &'a Activity)],
    window: Window,
) -> &'e [(Date, &'a Activity)] {
    let from = entries.partition_point(|(date, _)| *date < window.from);
    let to = entries.partition_point(|(date, _)| *date <= window.to);
    entries.get(from..to).unwrap_or(&[])
}

/// What entries add up to.
#[derive(Debug, Default)]
pub(super) struct Measure {
    /// In the unit; activities where there is none.
    pub(super) achieved: u64,
    pub(super) activities: Vec<ActivityId>,
    pub(super) without_evidence: u32,
    /// The day on which `required` was reached.
    pub(super) reached_on: Option<Date>,
    /// The day of the first activity that something proves.
    pub(super) proved_on: Option<Date>,
}

impl Measure {
    /// Adds up: an activity that counts nothing in the unit is not one of those that count.
    pub(super) fn of(entries: &[(Date, &Activity)], unit: Option<&UnitId>, required: u64) -> Self {
        let mut measure = Self::default();
        for (date, activity) in entries {
            let count = unit.map_or(1, |unit| activity.count(unit));
            if count == 0 {
                continue;
            }
            measure.achieved = measure.achieved.saturating_add(count);
            measure.activities.push(activity.id.clone());
            if activity.has_evidence() {
                measure.proved_on = measure.proved_on.or(Some(*date));
            } else {
                measure.without_evidence += 1;
            }
            if measure.reached_on.is_none() && measure.achieved >= required {
                measure.reached_on = Some(*date);
            }
        }
        measure
    }

    /// Whether there are activities and not one of them is proved.
    pub(super) fn is_unproved(&self) -> bool {
        !self.activities.is_empty() && self.proved_on.is_none()
    }
}
