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
    /// `progress` is that of the day of the figures. What is due on that day can still be done on it: while it is `today`
    /// nobody has missed it.
    pub(super) fn of(
        progress: &'a Progress,
        spec: &ReportSpec,
        returned: &Returned<'_>,
        today: Date,
    ) -> Self {
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
            let is_over = end_of(owed) <= progress.today && end_of(owed) < today;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::{DeadlineRule, PeriodKind, WindowRule};
    use crate::examples;
    use crate::exchange::PlanFile;
    use crate::plan::{Cadence, ReportForm};
    use crate::progress::Tracking;
    use crate::progress::fixture::{activity, commune, day, duty, quarterly_reports};

    fn spec_of(file: &PlanFile, period: &str) -> ReportSpec {
        ReportSpec::of_period(file, period.parse().unwrap()).with_form(ReportForm::StandAlone)
    }

    fn any_kind() -> impl Strategy<Value = PeriodKind> {
        prop::sample::select(PeriodKind::ALL.to_vec())
    }

    fn any_window() -> impl Strategy<Value = WindowRule> {
        prop::sample::select(vec![WindowRule::Nd09, WindowRule::Calendar])
    }

    fn any_cadence() -> impl Strategy<Value = Cadence> {
        let in_year = || (0u64..365).prop_map(|days| day("2026-01-01") + chrono::Days::new(days));
        let after = DeadlineRule { day: 5, months_after: 1, inclusive: true };
        prop_oneof![
            (any_kind(), any_window()).prop_map(|(period, window)| Cadence::Continuous { period, window }),
            (any_kind(), any_window(), prop::option::of(Just(after)))
                .prop_map(|(period, window, deadline)| Cadence::Recurring { period, window, deadline }),
            in_year().prop_map(|due| Cadence::Once { due }),
            (in_year(), in_year()).prop_map(|(a, b)| Cadence::Range { from: a.min(b), to: a.max(b) }),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_the_year_asks_is_judged_by_one_quarterly_report_and_by_that_of_the_year(
            cadences in prop::collection::vec(any_cadence(), 1..8),
            done in prop::collection::vec((0usize..8, 0u64..365), 0..20),
        ) {
            let mut file = commune();
            quarterly_reports(&mut file);
            for (nth, cadence) in cadences.into_iter().enumerate() {
                duty(&mut file, "vp", &format!("viec-{nth}"), "Việc", cadence);
            }
            for (nth, days) in done {
                let date = (day("2026-01-01") + chrono::Days::new(days)).to_string();
                activity(&mut file, &date, "vp", Some(&format!("viec-{nth}"))).into(&mut file);
            }
            let tracking = Tracking::of(&file, day("2027-03-01"));
            let named = |owed: &Obligation| (owed.task.clone(), owed.label.clone(), owed.due);
            let judged = |periods: &[&str]| {
                let mut found = Vec::new();
                for period in periods {
                    let spec = spec_of(&file, period);
                    let progress = tracking.progress_on(spec.window.to);
                    let judged = Judgement::of(&progress, &spec, &Returned::of(&file, &[], None, spec.window.to), tracking.today());
                    for owed in &judged.short {
                        assert!(end_of(owed) <= spec.window.to, "missed before it was due: {owed:?}");
                    }
                    found.extend(judged.all().chain(judged.running.iter().copied()).map(named));
                }
                found
            };
            let quarters = judged(&["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
            let year = judged(&["2026"]);
            // What began before the plan was followed is not owed; done after the last figures, no report can say so.
            for owed in &tracking.progress_on(spec_of(&file, "2026").window.to).obligations {
                let is_judged = matches!(owed.task, Task::Duty(_)) && owed.standing != Standing::Off;
                let times = |found: &[_]| found.iter().filter(|one| **one == named(owed)).count();
                prop_assert_eq!((times(&quarters), times(&year)), (is_judged.into(), is_judged.into()), "{:?}", owed);
            }
        }
    }

    #[test]
    fn what_is_due_after_the_last_cut_off_is_in_the_last_reports() {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        for (period, others) in [("2026-Q4", "2026-Q3"), ("2026", "2026-H1")] {
            let names = |period: &str| {
                let spec = spec_of(&file, period);
                let tracking = Tracking::of(&file, spec.window.to);
                let returned = Returned::of(&file, &[], None, spec.window.to);
                let judged = Judgement::of(tracking.progress(), &spec, &returned, tracking.today());
                let met: Vec<String> =
                    judged.met.iter().filter_map(|owed| owed.task.duty().map(ToString::to_string)).collect();
                met
            };
            for duty in ["long-ghep-kiem-tra", "cuoc-thi-phap-luat"] {
                assert!(names(period).iter().any(|one| one == duty), "{period} does not judge {duty}");
                assert!(!names(others).iter().any(|one| one == duty), "{others} judges {duty}");
            }
        }
    }

    #[test]
    fn what_is_due_today_is_not_missed_before_the_day_is_over() {
        let mut file = commune();
        quarterly_reports(&mut file);
        duty(&mut file, "vp", "giua-ky", "Việc", Cadence::Once { due: day("2026-05-20") });
        duty(&mut file, "vp", "cuoi-ky", "Việc", Cadence::Once { due: day("2026-06-12") });
        let spec = spec_of(&file, "2026-Q2");
        let missed = |today: &str| {
            let tracking = Tracking::of(&file, day(today));
            let progress = tracking.progress_on(tracking.today().min(spec.window.to));
            let returned = Returned::of(&file, &[], None, spec.window.to);
            let judged = Judgement::of(&progress, &spec, &returned, tracking.today());
            (judged.short.len() + judged.unknown.len(), judged.running.len())
        };
        assert_eq!(missed("2026-05-20").0, 0, "its last day");
        assert_eq!(missed("2026-05-21").0, 1);
        assert_eq!(missed("2026-06-12"), (1, 1), "the day is not over");
        assert_eq!(missed("2026-06-13"), (2, 0));
    }
}
