//! Deadlines of reports against the law and against the days off.

use crate::calendar::{Date, Period, WorkCalendar, periods_of, weekday_vi};
use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::PlanFile;
use crate::plan::{ReportLevel, ReportRule};
use crate::register::Filing;
use crate::text::{date_vi, join_vi};

/// A level with the rule to which it belongs.
type Level<'a> = (&'a ReportRule, &'a ReportLevel);

pub(super) fn check(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    // Quarter, half-year and year mostly share their deadlines: those that agree are told once, at the first.
    let mut shared: Vec<(usize, Vec<Level<'_>>)> = Vec::new();
    for rule in &file.report_rules {
        for (nth, level) in rule.levels.iter().enumerate() {
            let what = |level: &ReportLevel| {
                (level.from.clone(), level.to.clone(), level.deadline.as_ref().map(|deadline| deadline.value))
            };
            match shared.iter_mut().find(|(_, levels)| what(levels[0].1) == what(level)) {
                Some((_, levels)) => levels.push((rule, level)),
                None => shared.push((nth, vec![(rule, level)])),
            }
        }
    }
    for (nth, levels) in shared {
        for (code, words) in deadline_notes(file, &levels) {
            found.push(Diagnostic::note(
                code,
                Place::record(levels[0].0, format!("levels[{nth}].deadline.value")),
                words,
                "Xem lại hạn trong văn bản quy định; hạn không tự dời",
            ));
        }
    }
}

/// What to know of the days to which deadlines come in the plan's year, each with the code of its finding: those that
/// leave no working day after the cut-off (Nghị định 09/2019/NĐ-CP, Điều 8: "ít nhất 01 ngày làm việc"), and those that
/// fall on a day off. Nothing is moved for it: what counts is the document that sets the deadline.
pub fn deadline_notes(file: &PlanFile, levels: &[Level<'_>]) -> Vec<(&'static str, String)> {
    let calendar = WorkCalendar::new(&file.holidays);
    let (mut all, mut tight, mut off) = (0, Vec::new(), Vec::new());
    for (rule, level) in levels {
        for period in periods(file, rule) {
            let Some((deadline, _)) = level.deadline_of(period) else { continue };
            let cut_off = cut_off(file, rule, period);
            let (due, name) = (deadline.date(period), period.short_vi());
            all += 1;
            if !deadline.leaves_a_working_day(period, cut_off, &calendar) {
                tight.push(format!("{name} (chốt {}, hạn {})", date_vi(cut_off), date_vi(due)));
            }
            if !calendar.is_working_day(due) {
                off.push(format!("{name} ({} {})", weekday_vi(due), date_vi(due)));
            }
        }
    }
    let mut found = Vec::new();
    if !tight.is_empty() {
        let which =
            if tight.len() == all && all > 1 { "các kỳ đều".to_owned() } else { join_vi(tight) };
        found.push((
            "no-working-day-left",
            format!(
                "{which} không để ít nhất 01 ngày làm việc giữa ngày chốt số liệu và hạn gửi (Nghị định số \
                 09/2019/NĐ-CP, Điều 8)"
            ),
        ));
    }
    if !off.is_empty() {
        found.push(("due-on-day-off", format!("hạn rơi vào ngày nghỉ: {}", join_vi(off))));
    }
    found
}

/// The periods of the plan's year for which a rule asks.
fn periods(file: &PlanFile, rule: &ReportRule) -> impl Iterator<Item = Period> {
    let parts = rule.parts.value.clone();
    let all = rule.period.map(|kind| periods_of(kind, file.plan.year)).into_iter().flatten();
    all.filter(move |period| parts.is_empty() || parts.contains(&period.number()))
}

/// The last day whose activities count: what a person set for that report, else the rule's.
fn cut_off(file: &PlanFile, rule: &ReportRule, period: Period) -> Date {
    let set = file.filings.get(&Filing::periodic_id(&rule.id, period)).and_then(|filing| filing.window);
    set.unwrap_or_else(|| rule.window.value.window(period)).to
}
