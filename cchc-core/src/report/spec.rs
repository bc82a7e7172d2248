//! Which report.

use crate::calendar::{Date, Period, PeriodKind, Window, WindowRule};
use crate::exchange::PlanFile;
use crate::id::{FilingId, ReportRuleId};
use crate::plan::{ReportForm, ReportRule};
use crate::progress::{ReportItem, filing_of};
use crate::register::Filing;
use crate::text::slug;

/// Báo cáo nào: over which window, in which form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSpec {
    /// The report; what was edited by hand is kept under it.
    pub filing: FilingId,
    /// The rule it follows, where there is one.
    pub rule: Option<ReportRuleId>,
    /// The period, of a periodic report.
    pub period: Option<Period>,
    /// Whose it is: `xã Hoa Thám`.
    pub commune: String,
    /// The subject, of a report on request.
    pub title: String,
    /// The days that its figures cover.
    pub window: Window,
    /// The same of the period before, where there is one in this plan's year.
    pub previous: Option<(Period, Window)>,
    /// Lũy kế: the first day from which figures also run, where the rule asks for it.
    pub cumulative_from: Option<Date>,
    /// Embedded or stand-alone. Stand-alone unless asked otherwise ([`ReportSpec::with_form`]): also a report that
    /// its rule embeds is first read and signed off by itself.
    pub form: ReportForm,
}

impl ReportSpec {
    /// The report of the calendar. One on request that sets no window covers the year up to its last day, else up to
    /// the year's cut-off.
    pub fn of_item(file: &PlanFile, item: &ReportItem) -> Self {
        let rule = item.rule.as_ref().and_then(|rule| file.report_rules.get(rule));
        let rule_of_window = rule.map_or(WindowRule::Nd09, |rule| rule.window.value);
        let year = rule_of_window.window(year_of(file));
        let window = item
            .window
            .unwrap_or(Window { from: year.from, to: item.due.map_or(year.to, |due| due.min(year.to)) });
        let title = if item.period.is_some() { String::new() } else { item.title.clone() };
        Self { filing: item.filing.clone(), title, ..Self::made(file, rule, item.period, window) }
    }

    /// The report of a period: after the rule that asks for it; else after one of the same length, else any. Of a year that is
    /// not the plan's it composes, too, and finds what is logged then: whoever takes a period from a person asks first.
    pub fn of_period(file: &PlanFile, period: Period) -> Self {
        let rules = || file.report_rules.iter().filter(|rule| rule.period == Some(period.kind()));
        let asked =
            rules().find(|rule| rule.parts.value.is_empty() || rule.parts.value.contains(&period.number()));
        let rule = asked.or_else(|| rules().next());
        let filing = rule.and_then(|rule| filing_of(file, rule, period));
        let window_rule = rule.or_else(|| file.report_rules.iter().next());
        let window_rule = window_rule.map_or(WindowRule::Nd09, |rule| rule.window.value);
        let window = filing.and_then(|filing| filing.window).unwrap_or_else(|| window_rule.window(period));
        let made = Self::made(file, rule, Some(period), window);
        Self { filing: filing.map_or(made.filing, |filing| filing.id.clone()), ..made }
    }

    /// A report over any days, on a subject: one on request that nobody has put into the calendar.
    pub fn of_window(file: &PlanFile, title: &str, window: Window) -> Self {
        let rule = file.report_rules.iter().find(|rule| rule.period.is_none());
        let title = match title.trim() {
            "" => crate::text::range_long(window.from, window.to),
            title => title.to_owned(),
        };
        let made = Self::made(file, rule, None, window);
        let filing = FilingId::new(format!("bao-cao:{}:{}", window.from, window.to));
        Self { filing: filing.unwrap_or(made.filing), title, ..made }
    }

    /// The same report in another form.
    #[must_use]
    pub fn with_form(self, form: ReportForm) -> Self {
        Self { form, ..self }
    }

    fn made(file: &PlanFile, rule: Option<&ReportRule>, period: Option<Period>, window: Window) -> Self {
        let window_rule = rule.map_or(WindowRule::Nd09, |rule| rule.window.value);
        let previous = period
            .map(Period::previous)
            .filter(|before| before.year() == file.plan.year)
            .map(|before| (before, window_rule.window(before)));
        let is_cumulative = rule.is_some_and(|rule| rule.cumulative.value);
        let filing = match (rule, period) {
            (Some(rule), Some(period)) => Filing::periodic_id(&rule.id, period),
            (None, Some(period)) => FilingId::new(format!("bao-cao:{period}")).expect("a period makes an id"),
            (_, None) => FilingId::new("bao-cao-theo-yeu-cau").expect("a plain id"),
        };
        Self {
            filing,
            rule: rule.map(|rule| rule.id.clone()),
            period,
            commune: file.plan.commune.clone(),
            title: String::new(),
            window,
            previous,
            cumulative_from: is_cumulative.then(|| window_rule.window(year_of(file)).from),
            form: ReportForm::StandAlone,
        }
    }

    /// A name for the file: `bao-cao-tuyen-truyen-cchc-xa-hoa-tham-2026-Q2.docx`.
    pub fn file_name(&self, extension: &str) -> String {
        let kind = match self.form {
            ReportForm::StandAlone => "bao-cao-tuyen-truyen-cchc",
            ReportForm::Embedded => "noi-dung-tuyen-truyen-cchc",
        };
        let which = match self.period {
            Some(period) => period.to_string(),
            None => slug(&self.title, 60),
        };
        let which = if which.is_empty() { "theo-yeu-cau" } else { &which };
        let commune = slug(&self.commune, 60);
        let parts = [kind, &commune, which].into_iter().filter(|part| !part.is_empty());
        format!("{}.{extension}", parts.collect::<Vec<_>>().join("-"))
    }

    /// The period in words, as sentences name it: `quý II năm 2026`; the days, of a report on request.
    pub fn period_name(&self) -> String {
        match self.period {
            Some(period) => period.vietnamese(),
            None => crate::text::range_long(self.window.from, self.window.to),
        }
    }

    /// The days whose obligations the report judges: those of its window; the last report of its kind in the year also
    /// those after it. Under NĐ 09/2019/NĐ-CP the year's figures end on 14/12, and what is due until 31/12 is in no later
    /// report of the plan. Which window an activity counts in does not change by it.
    pub(super) fn judged(&self) -> Window {
        let is_last = self.period.is_some_and(|period| period.last_month() == 12);
        Window { to: if is_last { Date::MAX } else { self.window.to }, ..self.window }
    }

    /// The days after this report that its plans for the time to come are about: the window of the next period of
    /// the year, else the rest of the year.
    pub(super) fn next_window(&self, file: &PlanFile) -> Window {
        let rule = self.rule.as_ref().and_then(|rule| file.report_rules.get(rule));
        let rule = rule.map_or(WindowRule::Nd09, |rule| rule.window.value);
        let next = self.period.map(Period::following).filter(|next| next.year() == file.plan.year);
        next.map_or_else(
            || Window {
                from: self.window.to.succ_opt().unwrap_or(self.window.to),
                to: Date::from_ymd_opt(file.plan.year, 12, 31).unwrap_or(self.window.to),
            },
            |next| rule.window(next),
        )
    }

    /// The next period of the year in words, where there is one.
    pub(super) fn next_name(&self, file: &PlanFile) -> Option<String> {
        let next = self.period.map(Period::following).filter(|next| next.year() == file.plan.year);
        next.map(Period::vietnamese)
    }
}

fn year_of(file: &PlanFile) -> Period {
    Period::new(PeriodKind::Year, file.plan.year, 1)
        .or_else(|| Period::new(PeriodKind::Year, 2026, 1))
        .expect("2026 is a year")
}
