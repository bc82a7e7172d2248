//! From a duty and its cadence to the obligations of the year.

use chrono::{Datelike, Days};

use crate::calendar::{Date, DeadlineRule, Period, PeriodKind, Window, WindowRule, periods_of};
use crate::exchange::PlanFile;
use crate::plan::{Basis, Cadence, Duty, Fulfilment, Plan, Quota, QuotaGoal, QuotaScope};
use crate::progress::log::{Log, Measure};
use crate::progress::standing::state_of;
use crate::progress::{Obligation, Rhythm, SOON_DAYS, Standing, Task};

/// What one duty asks over the year, in order of time. Reports are not here: they come from the report rules.
pub(super) fn obligations_of(
    file: &PlanFile,
    duty: &Duty,
    log: &Log<'_, '_>,
    today: Date,
) -> Vec<Obligation> {
    let year = file.plan.year;
    // A duty added during the year is followed up from its own day.
    let tracked_from = file.plan.tracked_from.value.max(duty.since.unwrap_or(Date::MIN));
    let maker = Maker { file, duty, log, today, tracked_from };
    match &duty.cadence.value {
        Cadence::Continuous { period, window } => maker.periodic(*period, *window, None, Rhythm::Continuous),
        Cadence::Recurring { period, window, deadline } => {
            maker.periodic(*period, *window, *deadline, Rhythm::Recurring)
        }
        // Done at any time before the last day; the year's register begins with the reporting year.
        Cadence::Once { due } => {
            vec![maker.single(Window { from: year_start(year).min(*due), to: *due }, maker.tracked_from)]
        }
        Cadence::Range { from, to } => vec![maker.single(Window { from: *from, to: *to }, *from)],
        Cadence::OnEvent { .. } | Cadence::OnRequest => maker.occasional(),
        Cadence::Reports => Vec::new(),
    }
}

/// The first day of the reporting year: 15/12 of the year before (NĐ 09/2019/NĐ-CP, Điều 12).
fn year_start(year: i32) -> Date {
    Date::from_ymd_opt(year - 1, 12, 15).unwrap_or(Date::MIN)
}

struct Maker<'a> {
    file: &'a PlanFile,
    duty: &'a Duty,
    log: &'a Log<'a, 'a>,
    today: Date,
    tracked_from: Date,
}

impl<'a> Maker<'a> {
    fn quota(&self) -> Option<&'a Quota> {
        self.duty.quota.as_ref().map(|quota| &quota.value)
    }

    /// What counts: the duty's own activities, or everything on the channel that its quota names.
    fn entries(&self) -> &[u32] {
        match self.quota().map(|quota| &quota.scope) {
            Some(QuotaScope::Channel(channel)) => self.log.of_channel(channel),
            Some(QuotaScope::Duty) | None => self.log.of_duty(&self.duty.id),
        }
    }

    fn periodic(
        &self,
        kind: PeriodKind,
        rule: WindowRule,
        deadline: Option<DeadlineRule>,
        rhythm: Rhythm,
    ) -> Vec<Obligation> {
        let mut made: Vec<Obligation> = Vec::new();
        for period in periods_of(kind, self.file.plan.year) {
            let named = rule.window(period);
            let due = deadline.map_or(named.to, |deadline| deadline.date(period));
            let mut window = counting_window(period, named, deadline, due);
            // Some evidence can be asked of the part that is left of a window; a quota is owed for whole ones only.
            // Of one that had begun before, what was done since then is shown where it is enough.
            let is_broken = rhythm != Rhythm::Continuous && named.from < self.tracked_from;
            if is_broken {
                window.from = window.from.max(self.tracked_from);
            }
            let previous = made
                .last()
                .filter(|before| before.standing != Standing::Off)
                .map(|before| (before.label.clone(), before.achieved));
            let (required, previous) = match self.quota().map(|quota| quota.goal) {
                Some(QuotaGoal::AtLeast(goal)) => (Some(u64::from(goal)), None),
                // After a period with nothing, one is enough.
                Some(QuotaGoal::AtLeastPrevious) if previous.is_some() => {
                    (previous.as_ref().map(|(_, count)| (*count).max(1)), previous)
                }
                // Without a number to reach, some evidence is.
                Some(QuotaGoal::AtLeastPrevious) | None if rhythm == Rhythm::Continuous => (None, None),
                Some(QuotaGoal::AtLeastPrevious) | None => (Some(1), None),
            };
            let measure = self.measure(window, required);
            let standing = if named.to < self.tracked_from {
                Standing::Off
            } else if self.today < window.from {
                Standing::Ahead
            } else {
                periodic_standing(&measure, required, window, due, self.today)
            };
            let standing = if is_broken && !standing.is_met() { Standing::Off } else { standing };
            made.push(Obligation {
                period: Some(period),
                label: period.short_vi(),
                first_month: period.first_month(),
                last_month: period.last_month(),
                previous,
                ..self.obligation(rhythm, window, due, required, measure, standing)
            });
        }
        made
    }

    /// A thing to do once: owed until it is done, so what is done after the last day counts, as late.
    fn single(&self, window: Window, strip_from: Date) -> Obligation {
        let year = self.file.plan.year;
        let required = match self.quota().map(|quota| quota.goal) {
            Some(QuotaGoal::AtLeast(goal)) => u64::from(goal),
            Some(QuotaGoal::AtLeastPrevious) | None => 1,
        };
        let mut measure = self.measure(Window { to: self.today.max(window.to), ..window }, Some(required));
        let issued = self.issued();
        if let Some(plan) = issued.filter(|_| measure.achieved < required) {
            measure.achieved = required;
            measure.reached_on = plan.issued_on;
        }
        let late = |day: Date| (day - window.to).num_days().max(0) as u32;
        // One added after its last day is late, not nobody's.
        let standing = if window.to < self.file.plan.tracked_from.value {
            Standing::Off
        } else if measure.achieved >= required {
            match measure.reached_on {
                // The plan with its number is the evidence.
                _ if measure.is_unproved() && issued.is_none() => Standing::NoEvidence,
                Some(day) if day > window.to => Standing::MetLate { days: late(day) },
                _ => Standing::Met,
            }
        } else if self.today > window.to {
            Standing::Overdue { days: late(self.today) }
        } else if self.today < window.from {
            Standing::Ahead
        } else {
            Standing::Open { missing: required - measure.achieved }
        };
        let last_month = month_in(year, window.to);
        Obligation {
            label: format!("năm {year}"),
            first_month: month_in(year, strip_from).min(last_month),
            last_month,
            due_basis: self.duty.cadence.basis,
            ..self.obligation(Rhythm::Single, window, window.to, Some(required), measure, standing)
        }
    }

    /// Of the duty to draw up the plan, that plan once it is issued.
    fn issued(&self) -> Option<&'a Plan> {
        let Fulfilment::Plan = self.duty.fulfilled_by?;
        let plan: &Plan = &self.file.plan;
        plan.is_issued(self.today).then_some(plan)
    }

    /// Nothing is owed before something is logged; then it shows what there is.
    fn occasional(&self) -> Vec<Obligation> {
        let year = self.file.plan.year;
        let window =
            Window { from: year_start(year), to: Date::from_ymd_opt(year, 12, 31).unwrap_or(Date::MAX) };
        let measure = self.measure(window, None);
        if measure.activities.is_empty() {
            return Vec::new();
        }
        let standing = if measure.is_unproved() { Standing::NoEvidence } else { Standing::Met };
        vec![Obligation {
            label: format!("năm {year}"),
            first_month: month_in(year, self.tracked_from),
            last_month: 12,
            ..self.obligation(Rhythm::Occasional, window, window.to, None, measure, standing)
        }]
    }

    fn measure(&self, window: Window, required: Option<u64>) -> Measure {
        let unit = self.quota().map(|quota| &quota.unit);
        self.log.measure(self.entries(), window, unit, required.unwrap_or(1))
    }

    fn obligation(
        &self,
        rhythm: Rhythm,
        window: Window,
        due: Date,
        required: Option<u64>,
        measure: Measure,
        standing: Standing,
    ) -> Obligation {
        let activities = measure.activities.len();
        Obligation {
            task: Task::Duty(self.duty.id.clone()),
            office: self.duty.office.clone(),
            rhythm,
            period: None,
            label: String::new(),
            window,
            first_month: 1,
            last_month: 12,
            due,
            due_basis: Basis::Written,
            required,
            achieved: measure.achieved,
            unit: self.quota().map(|quota| quota.unit.clone()),
            previous: None,
            standing,
            state: state_of(standing, due, window, activities, SOON_DAYS, self.today),
            activities: measure.activities,
            without_evidence: measure.without_evidence,
            completed_on: if required.is_some() { measure.reached_on } else { measure.proved_on },
        }
    }
}

/// The days that count for a period. What is due within its window counts by the window; what is due after it
/// ("số liệu tháng 10 trước ngày 10 tháng 11") counts from the day after the deadline before to its own, so that a
/// day never counts for two periods.
fn counting_window(period: Period, named: Window, deadline: Option<DeadlineRule>, due: Date) -> Window {
    match deadline {
        Some(rule) if due > named.to => {
            let before = rule.date(period.previous());
            Window { from: before.checked_add_days(Days::new(1)).unwrap_or(before), to: due }
        }
        _ => named,
    }
}

fn periodic_standing(
    measure: &Measure,
    required: Option<u64>,
    window: Window,
    due: Date,
    today: Date,
) -> Standing {
    let closed = today > window.to;
    let Some(required) = required else {
        return match measure.proved_on {
            Some(_) => Standing::Met,
            None if closed && measure.activities.is_empty() => Standing::Missed,
            None => Standing::NoEvidence,
        };
    };
    if measure.achieved >= required {
        return match measure.reached_on {
            _ if measure.is_unproved() => Standing::NoEvidence,
            Some(day) if day > due => Standing::MetLate { days: (day - due).num_days() as u32 },
            _ => Standing::Met,
        };
    }
    match measure.achieved {
        0 if closed => Standing::Missed,
        _ if closed => Standing::PartlyMet,
        // The window is open, the last day has passed: still to be done, late.
        _ if today > due => Standing::Overdue { days: (today - due).num_days() as u32 },
        achieved => Standing::Open { missing: required - achieved },
    }
}

/// The month of a day in the strip of a year: days before it fall in January, days after it in December.
pub(super) fn month_in(year: i32, day: Date) -> u32 {
    match day.year().cmp(&year) {
        std::cmp::Ordering::Less => 1,
        std::cmp::Ordering::Equal => day.month(),
        std::cmp::Ordering::Greater => 12,
    }
}
