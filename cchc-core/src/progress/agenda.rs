//! What is to be done now: by duty, by office, in all.

use chrono::{Datelike, Days};

use crate::calendar::{Date, Window};
use crate::exchange::PlanFile;
use crate::id::{DutyId, OfficeId};
use crate::order;
use crate::progress::{Obligation, Standing, State};

/// Một nhiệm vụ đang ở đâu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyProgress {
    /// The duty.
    pub duty: DutyId,
    /// Its office.
    pub office: OfficeId,
    /// The worst of what is at hand; of a duty with nothing at hand, how its current period stands.
    pub state: State,
    /// The obligation to show beside the duty (index into [`Progress::obligations`](super::Progress::obligations)):
    /// the most pressing one at hand, else the current one, else the next, else the last.
    pub focus: Option<usize>,
    /// Where its obligations are among all.
    pub obligations: Vec<usize>,
}

impl DutyProgress {
    /// Đúng tiến độ: nothing is late, missing or about to be due.
    pub const fn is_on_track(&self) -> bool {
        !self.state.is_pressing()
    }
}

/// Một cơ quan và việc trước mắt của cơ quan đó.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeAgenda {
    /// The office.
    pub office: OfficeId,
    /// What is late, lacks evidence or is due soon, by last day (indices into
    /// [`Progress::obligations`](super::Progress::obligations)).
    pub at_hand: Vec<usize>,
    /// What comes due next, of what is not yet done and not at hand.
    pub next: Option<usize>,
    /// How many of its duties are on track.
    pub on_track: usize,
    /// How many duties it has.
    pub duties: usize,
}

/// Tóm tắt: the counts on top of the overview. Each is the length of a list that can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verdict {
    /// Obligations at hand that are late.
    pub late: usize,
    /// Obligations at hand that are due soon.
    pub soon: usize,
    /// Obligations at hand that nothing proves.
    pub missing_evidence: usize,
    /// Activities up to today that nothing proves.
    pub activities_without_evidence: usize,
    /// Difficulties that wait for an answer.
    pub open_difficulties: usize,
    /// Duties on track.
    pub on_track: usize,
    /// Duties.
    pub duties: usize,
}

/// The week of a day, from Monday to Sunday; cut off where the calendar ends.
pub fn week_of(today: Date) -> Window {
    let gone = u64::from(today.weekday().num_days_from_monday());
    Window {
        from: today.checked_sub_days(Days::new(gone)).unwrap_or(Date::MIN),
        to: today.checked_add_days(Days::new(6 - gone)).unwrap_or(Date::MAX),
    }
}

pub(super) fn duties(file: &PlanFile, obligations: &[Obligation], today: Date) -> Vec<DutyProgress> {
    let mut made: Vec<DutyProgress> = file
        .duties
        .iter()
        .map(|duty| DutyProgress {
            duty: duty.id.clone(),
            office: duty.office.clone(),
            state: State::None,
            focus: None,
            obligations: Vec::new(),
        })
        .collect();
    let places: std::collections::HashMap<&str, usize> =
        file.duties.iter().enumerate().map(|(place, duty)| (duty.id.as_str(), place)).collect();
    for (index, obligation) in obligations.iter().enumerate() {
        for place in obligation.task.duties().iter().filter_map(|duty| places.get(duty.as_str())) {
            made[*place].obligations.push(index);
        }
    }
    for duty in &mut made {
        duty.focus = focus(obligations, &duty.obligations, today);
        duty.state = duty.focus.map_or(State::None, |index| match &obligations[index] {
            shown if shown.is_at_hand(today) || shown.is_current(today) || shown.state == State::Done => {
                shown.state
            }
            // What closed short long ago is history: the strip shows it, the duty's state does not.
            _ => State::None,
        });
    }
    made
}

pub(super) fn focus(obligations: &[Obligation], own: &[usize], today: Date) -> Option<usize> {
    let pressing = own.iter().filter(|index| obligations[**index].is_at_hand(today));
    if let Some(index) = pressing.min_by_key(|index| (obligations[**index].state, obligations[**index].due)) {
        return Some(*index);
    }
    let owed = || own.iter().copied().filter(|index| obligations[*index].standing != Standing::Off);
    owed()
        .find(|index| obligations[*index].is_current(today))
        .or_else(|| owed().find(|index| obligations[*index].standing == Standing::Ahead))
        .or_else(|| owed().next_back())
        .or_else(|| own.last().copied())
}

pub(super) fn offices(
    file: &PlanFile,
    obligations: &[Obligation],
    duties: &[DutyProgress],
    today: Date,
) -> Vec<OfficeAgenda> {
    let agenda = |office: &OfficeId| {
        let own = || obligations.iter().enumerate().filter(|(_, obligation)| obligation.office == *office);
        let mut at_hand: Vec<usize> =
            own().filter(|(_, obligation)| obligation.is_at_hand(today)).map(|(index, _)| index).collect();
        order::sort_by_key(&mut at_hand, |index| (obligations[*index].due, *index));
        let next = own()
            .filter(|(_, next)| next.due >= today && !next.is_at_hand(today))
            .filter(|(_, next)| {
                matches!(next.standing, Standing::Ahead | Standing::Open { .. } | Standing::NoEvidence)
            })
            .min_by_key(|(index, next)| (next.due, *index))
            .map(|(index, _)| index);
        let own_duties = || duties.iter().filter(|duty| duty.office == *office);
        OfficeAgenda {
            office: office.clone(),
            at_hand,
            next,
            on_track: own_duties().filter(|duty| duty.is_on_track()).count(),
            duties: own_duties().count(),
        }
    };
    file.offices.iter().map(|office| agenda(&office.id)).collect()
}

pub(super) fn verdict(
    file: &PlanFile,
    obligations: &[Obligation],
    duties: &[DutyProgress],
    without_evidence: usize,
    today: Date,
) -> Verdict {
    let at_hand = |state: State| {
        obligations
            .iter()
            .filter(|obligation| obligation.state == state && obligation.is_at_hand(today))
            .count()
    };
    Verdict {
        late: at_hand(State::Late),
        soon: at_hand(State::Soon),
        missing_evidence: at_hand(State::Missing),
        activities_without_evidence: without_evidence,
        open_difficulties: file.difficulties.iter().filter(|difficulty| difficulty.is_open(today)).count(),
        on_track: duties.iter().filter(|duty| duty.is_on_track()).count(),
        duties: duties.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_ends_with_the_calendar() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let week = week_of(day("2026-11-20"));
        assert_eq!((week.from, week.to), (day("2026-11-16"), day("2026-11-22")));
        assert_eq!(week_of(Date::MIN).from, Date::MIN);
        assert_eq!(week_of(Date::MAX).to, Date::MAX);
    }
}
