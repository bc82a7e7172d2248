//! Which obligations a report judges, and how.

use crate::calendar::Date;
use crate::order;
use crate::progress::{Obligation, Progress, Rhythm, Standing, Task};
use crate::report::ReportSpec;
use crate::report::returned::Returned;

/// What fell into the days that the report judges ([`ReportSpec::judged`]): what is asked once, by its last day; what
/// is asked per period, by the period's last day. The days of the reports of a kind follow on each other to the end of
/// the plan, so everything is judged by exactly one of them.
pub(super) struct Judgement<'a> {
    /// Đạt.
    pub(super) met: Vec<&'a Obligation>,
    /// Có làm, chưa có minh chứng.
    pub(super) unproved: Vec<&'a Obligation>,
    /// Chưa đạt, chưa thực hiện.
    pub(super) short: Vec<&'a Obligation>,
    /// Chưa đủ số liệu: short as far as the register goes, of an office that has not sent its figures.
    pub(super) unknown: Vec<&'a Obligation>,
    /// Not over yet on the day of the figures, and still short: of a draft composed before the cut-off, and of the year's
    /// last report, whose figures end before the year does.
    pub(super) running: Vec<&'a Obligation>,
}

impl<'a> Judgement<'a> {
    /// `progress` is that of the day of the figures.
    pub(super) fn of(progress: &'a Progress, spec: &ReportSpec, returned: &Returned<'_>) -> Self {
        let days = spec.judged();
        let is_final = progress.today >= spec.window.to;
        let mut judged = Self {
            met: Vec::new(),
            unproved: Vec::new(),
            short: Vec::new(),
            unknown: Vec::new(),
            running: Vec::new(),
        };
        for owed in &progress.obligations {
            let is_judged = matches!(owed.task, Task::Duty(_))
                && owed.standing != Standing::Off
                // A draft leaves out what has not begun; the final report has nothing after it that would tell.
                && (is_final || owed.standing != Standing::Ahead)
                && owed.rhythm != Rhythm::Occasional
                && days.contains(end_of(owed));
            if !is_judged {
                continue;
            }
            let is_over = end_of(owed) <= progress.today;
            match owed.standing {
                Standing::Met | Standing::MetLate { .. } => judged.met.push(owed),
                Standing::NoEvidence if !owed.activities.is_empty() => judged.unproved.push(owed),
                _ if !is_over => judged.running.push(owed),
                _ if returned.has_until(&owed.office, end_of(owed)) => judged.short.push(owed),
                _ => judged.unknown.push(owed),
            }
        }
        judged
    }

    /// All that is judged, in plan order.
    pub(super) fn all(&self) -> impl Iterator<Item = &'a Obligation> {
        self.met.iter().chain(&self.unproved).chain(&self.short).chain(&self.unknown).copied()
    }

    /// Whether the obligation is met.
    pub(super) fn is_met(&self, owed: &Obligation) -> bool {
        self.met.iter().any(|met| std::ptr::eq(*met, owed))
    }

    /// Whether its office has not said enough to judge it.
    pub(super) fn is_unknown(&self, owed: &Obligation) -> bool {
        self.unknown.iter().any(|unknown| std::ptr::eq(*unknown, owed))
    }

    /// How many duties were judged, and of how many everything was met.
    pub(super) fn duties(&self) -> (usize, usize) {
        let mut all: Vec<_> = self.all().filter_map(|owed| owed.task.duty()).collect();
        order::sort(&mut all);
        all.dedup();
        let failed = self.unproved.iter().chain(&self.short).chain(&self.unknown);
        let failed: Vec<_> = failed.filter_map(|owed| owed.task.duty()).collect();
        let done = all.iter().filter(|duty| !failed.contains(*duty)).count();
        (all.len(), done)
    }
}

/// The day by which an obligation falls into a window.
pub(super) fn end_of(owed: &Obligation) -> Date {
    match owed.rhythm {
        Rhythm::Single | Rhythm::Recurring => owed.due,
        Rhythm::Continuous | Rhythm::Occasional => owed.window.to,
    }
}
