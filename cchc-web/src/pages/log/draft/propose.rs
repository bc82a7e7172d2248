//! What the plan proposes: office, channel, unit and topics follow the duty.

use cchc_core::exchange::PlanFile;
use cchc_core::id::{ChannelId, DutyId, OfficeId, UnitId};
use cchc_core::order;
use cchc_core::plan::{Duty, QuotaScope};
use cchc_core::register::Activity;

use super::{Draft, Patch};

impl Draft {
    pub(super) fn take_duty(&mut self, duty: Option<DutyId>, file: &PlanFile) {
        // All of a duty's topics: what it was not about is taken away among the details, before it is missing in a
        // report.
        let usual = |id: Option<&DutyId>| {
            let duty = id.and_then(|id| file.duties.get(id));
            let mut topics = duty.map(|duty| duty.topics.clone()).unwrap_or_default();
            order::sort_by_key(&mut topics, |id| file.topics.get(id).map_or(u32::MAX, |topic| topic.order));
            topics
        };
        if self.topics == usual(self.duty.as_ref()) {
            self.topics = usual(duty.as_ref());
        }
        self.duty = duty;
        let Some(duty) = self.duty.as_ref().and_then(|id| file.duties.get(id)) else { return };
        if self.office.is_none() || !self.office_by_hand {
            // One that only came with the duty before says nothing of this one.
            let own = self.own.as_ref().filter(|office| concerns(duty, office));
            self.office = Some(own.unwrap_or(&duty.office).clone());
        }
        let fits = self.channel.as_ref().is_some_and(|channel| duty.channels.contains(channel));
        if fits {
            self.propose_unit(file);
        } else {
            let channel = duty.channels.first().cloned();
            let channel = channel.or_else(|| last_of(duty, file).and_then(|last| last.channel.clone()));
            self.apply(Patch::Channel(channel), file);
        }
    }

    /// The unit follows duty and channel; with a unit the count is one, without a unit there is none.
    pub(super) fn propose_unit(&mut self, file: &PlanFile) {
        let unit = proposed_unit(self.duty.as_ref(), self.channel.as_ref(), file);
        let Some(first) = self.counts.first_mut() else { return };
        let untouched = matches!(first.value.trim(), "" | "1");
        if untouched && first.from.is_none() {
            first.value = if unit.is_some() { "1".to_owned() } else { String::new() };
        }
        first.unit = unit;
        self.follow_items();
    }

    /// The count is that of the lines, as long as nobody has written another.
    pub(super) fn follow_items(&mut self) {
        if let Some(lines) = self.detail.counted()
            && let Some(first) =
                self.counts.first_mut().filter(|first| !first.by_hand && first.unit.is_some())
        {
            first.value = lines.max(1).to_string();
        }
    }
}

/// Whether an office leads a duty or takes part in it.
pub(in crate::pages::log) fn concerns(duty: &Duty, office: &OfficeId) -> bool {
    duty.office == *office || duty.partners.iter().any(|partner| partner.office.as_ref() == Some(office))
}

/// The last thing logged for a duty: what was done once is likely to be done again.
fn last_of<'a>(duty: &Duty, file: &'a PlanFile) -> Option<&'a Activity> {
    file.activities.iter().filter(|activity| activity.duty.as_ref() == Some(&duty.id)).max_by_key(|a| a.date)
}

fn proposed_unit(duty: Option<&DutyId>, channel: Option<&ChannelId>, file: &PlanFile) -> Option<UnitId> {
    let duty = duty.and_then(|id| file.duties.get(id));
    let quota = duty.and_then(|duty| duty.quota.as_ref()).map(|quota| &quota.value);
    let of_quota = quota.filter(|quota| match &quota.scope {
        QuotaScope::Duty => true,
        QuotaScope::Channel(counted) => channel == Some(counted),
    });
    let of_channel =
        || channel.and_then(|id| file.channels.get(id)).map(|channel| channel.unit.value.clone());
    let of_last =
        || duty.and_then(|duty| last_of(duty, file)?.counts.first()).map(|count| count.unit.clone());
    of_quota.map(|quota| quota.unit.clone()).or_else(of_channel).or_else(of_last)
}

pub(super) fn language_of(channel: Option<&ChannelId>, file: &PlanFile) -> String {
    let channel = channel.and_then(|id| file.channels.get(id));
    channel
        .and_then(|channel| channel.language.as_ref())
        .map(|language| language.value.clone())
        .unwrap_or_default()
}
