//! Tiến độ: what the plan asks of whom by when, and how far it is. Derived: a pure function of the file and of
//! `today`; nothing of it is stored.
//!
//! [`Progress::of`] reads the register once and gives every [`Obligation`] of the year with its [`Standing`], the
//! reports ([`ReportItem`]), and what the overview shows of them: counts ([`Verdict`]), the work at hand by office
//! ([`OfficeAgenda`]), the strip of the year ([`Cell`]). [`coverage`] counts topics by channels;
//! [`Progress::due_entries`] lists the year as a calendar; [`reminder`] writes to an office what it owes. Whoever
//! derives several things on one day takes them from one [`Tracking`], which reads the register once for all.
//!
//! The rules, in short:
//! * an activity counts by its date alone; one dated after today is planned, not done;
//! * of a recurring duty, the periods that lie wholly after the day from which the plan is followed up are owed; of a
//!   continuous one, also the period in which that day falls. Of a recurring one that period is met when what was done
//!   since that day is enough, and not owed when it is not;
//! * what is asked once stays owed until it is done; what is asked per period cannot be made good after the period.

mod agenda;
mod arrivals;
mod coverage;
mod criteria;
mod due;
mod duties;
pub(crate) mod ledger;
mod log;
mod obligation;
mod rates;
mod reminder;
mod reports;
pub mod scoring;
mod standing;
mod strip;
mod tracking;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

pub use agenda::{DutyProgress, OfficeAgenda, Verdict, week_of};
pub use arrivals::{Arrival, Came, arrivals};
pub use coverage::{Coverage, Gap, GapKind, coverage};
pub use criteria::{Criterion, criteria, proved_by};
pub use due::{DueEntry, DueKind, labels_vi};
pub use obligation::{Obligation, Rhythm, Task};
pub use rates::{ReportingRate, reporting_rates};
pub use reminder::{REPLY_WORKING_DAYS, reminder};
pub(crate) use reminder::{lower_first, owed_lines};
pub(crate) use reports::filing_of;
pub use reports::{LevelDue, ReportItem, focal_office, report_calendar};
pub use standing::{LONG_WAIT_DAYS, RECALL_DAYS, RETURN_SOON_DAYS, SOON_DAYS, Standing, State};
pub use strip::{Cell, CellKind};
pub use tracking::Tracking;

use crate::calendar::Date;
use crate::exchange::PlanFile;
use crate::id::{DutyId, FilingId, OfficeId};
use crate::plan::Basis;
use crate::progress::ledger::Ledger;

/// Tiến độ của cả năm, on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The day.
    pub today: Date,
    /// Every obligation: those of the duties in plan order and by time, then reports and figures by last day.
    pub obligations: Vec<Obligation>,
    /// Every duty, in plan order.
    pub duties: Vec<DutyProgress>,
    /// The reports of the year, by last day.
    pub reports: Vec<ReportItem>,
    /// Every office and its work at hand, in plan order.
    pub offices: Vec<OfficeAgenda>,
    /// The counts on top of the overview.
    pub verdict: Verdict,
}

impl Progress {
    /// Derives it all.
    pub fn of(file: &PlanFile, today: Date) -> Self {
        Tracking::of(file, today).into()
    }

    /// Derives it all from a ledger that reaches to `today` or further.
    pub(crate) fn of_ledger(file: &PlanFile, ledger: &Ledger<'_>, today: Date) -> Self {
        let log = log::Log::new(file, ledger, today);
        let reports = report_calendar(file, today);
        let mut obligations = Vec::new();
        for duty in &file.duties {
            obligations.extend(duties::obligations_of(file, duty, &log, today));
        }
        obligations.extend(reports::obligations_of(file, &reports, today));
        let duties = agenda::duties(file, &obligations, today);
        let offices = agenda::offices(file, &obligations, &duties, today);
        let verdict = agenda::verdict(file, &obligations, &duties, log.without_evidence, today);
        Self { today, obligations, duties, reports, offices, verdict }
    }

    /// Căn cứ: what the last day of an obligation rests on, and the number it asks, where it asks one.
    pub fn bases_of(&self, file: &PlanFile, owed: &Obligation) -> (Basis, Option<Basis>) {
        let level = |filing: &FilingId, of: fn(&ReportItem) -> Option<&LevelDue>| {
            let item = self.reports.iter().find(|item| item.filing == *filing);
            // A day without a level is one that a person noted on the report.
            (item.and_then(of).map_or(Basis::Confirmed, |level| level.basis), None)
        };
        match &owed.task {
            Task::Duty(id) => file.duties.get(id).map_or((Basis::Inferred, None), |duty| {
                (duty.cadence.basis, duty.quota.as_ref().map(|quota| quota.basis))
            }),
            Task::Report { filing, .. } => level(filing, |item| item.levels.last()),
            Task::Return { filing } => level(filing, |item| item.levels.get(item.collecting?)),
        }
    }

    /// The obligations of a duty, by time.
    pub fn of_duty<'a>(&'a self, duty: &'a DutyId) -> impl Iterator<Item = &'a Obligation> {
        self.obligations.iter().filter(move |obligation| obligation.task.serves(duty))
    }

    /// What an office owes its figures for, by time; empty for the focal office, which sends them to nobody.
    pub fn returns_of<'a>(&'a self, office: &'a OfficeId) -> impl Iterator<Item = usize> + 'a {
        (0..self.obligations.len()).filter(move |index| {
            let owed = &self.obligations[*index];
            owed.office == *office && matches!(owed.task, Task::Return { .. })
        })
    }

    /// Of these obligations the one to show: the most pressing at hand, else the current one, else the next, else the
    /// last.
    pub fn focus_of(&self, obligations: &[usize]) -> Option<usize> {
        agenda::focus(&self.obligations, obligations, self.today)
    }

    /// What an office did last: of its duties' obligations that are met, the one whose last missing part came latest.
    pub fn last_done(&self, office: &OfficeId) -> Option<&Obligation> {
        let own = self.obligations.iter().filter(|owed| owed.office == *office && owed.standing.is_met());
        own.filter(|owed| matches!(owed.task, Task::Duty(_))).max_by_key(|owed| owed.completed_on)
    }

    /// How far a duty is.
    pub fn duty(&self, duty: &DutyId) -> Option<&DutyProgress> {
        self.duties.iter().find(|progress| progress.duty == *duty)
    }

    /// The work at hand of an office.
    pub fn office(&self, office: &OfficeId) -> Option<&OfficeAgenda> {
        self.offices.iter().find(|agenda| agenda.office == *office)
    }

    /// The periodic report that is next to be sent, of those whose window has begun.
    pub fn next_report(&self) -> Option<&ReportItem> {
        self.reports.iter().find(|item| {
            item.period.is_some() && matches!(item.standing, Standing::Open { .. } | Standing::Overdue { .. })
        })
    }

    /// The reports to show now: those not sent whose window has begun, late ones first; where there are none, the
    /// next one.
    pub fn reports_at_hand(&self) -> Vec<&ReportItem> {
        let is_open =
            |item: &&ReportItem| matches!(item.standing, Standing::Open { .. } | Standing::Overdue { .. });
        let open: Vec<&ReportItem> = self.reports.iter().filter(is_open).collect();
        let next = || self.reports.iter().find(|item| item.standing == Standing::Ahead).into_iter().collect();
        if open.is_empty() { next() } else { open }
    }

    /// A report.
    pub fn report(&self, filing: &FilingId) -> Option<&ReportItem> {
        self.reports.iter().find(|item| item.filing == *filing)
    }
}
