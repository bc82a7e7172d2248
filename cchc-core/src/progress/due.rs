//! Lịch đến hạn: what falls due on which day, as a calendar lists it.
//!
//! A calendar cell is small, so what falls due together stands together: the figures of all offices, the reports of
//! periods that end on one day, the continuous duties of one window.

use std::collections::BTreeMap;

use crate::calendar::{Date, Period};
use crate::exchange::PlanFile;
use crate::id::{DutyId, FilingId, OfficeId};
use crate::order;
use crate::plan::Target;
use crate::progress::{
    Obligation, Progress, ReportItem, Rhythm, Standing, State, Task, focal_office, lower_first,
};
use crate::text;

/// Một mục của lịch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueEntry {
    /// The last day.
    pub date: Date,
    /// What it is.
    pub what: DueKind,
    /// In a few words: "02 tin, bài hằng tháng, tháng 11".
    pub label: String,
    /// Where it stands, in a few words: "còn thiếu 1"; empty of a day that only marks a time.
    pub note: String,
    /// How that is shown.
    pub state: State,
    /// The offices that owe it, in plan order.
    pub offices: Vec<OfficeId>,
    /// The obligations behind it (indices into [`Progress::obligations`]).
    pub obligations: Vec<usize>,
}

/// What falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DueKind {
    /// Một nhiệm vụ.
    Duty(DutyId),
    /// Các nhiệm vụ thường xuyên of one window, where some evidence is all that is asked.
    Continuous,
    /// Các cơ quan gửi số liệu cho những kỳ báo cáo này.
    Returns(Vec<FilingId>),
    /// Chốt số liệu: the last day whose activities count.
    CutOff(Vec<FilingId>),
    /// Gửi báo cáo, at one level.
    Report(Vec<FilingId>),
    /// Chỉ tiêu của Kế hoạch.
    Targets,
}

impl Progress {
    /// Everything that falls due in the year, by day, on a day the most pressing first; of the obligations only those
    /// that `keep` takes. What only marks a time (cut-off, targets, the levels of a report before the last) comes with
    /// `marks`; its office is the focal one.
    pub fn due_entries(
        &self,
        file: &PlanFile,
        marks: bool,
        keep: impl Fn(&Obligation) -> bool,
    ) -> Vec<DueEntry> {
        let mut groups: BTreeMap<(Date, Group), Vec<usize>> = BTreeMap::new();
        for (index, obligation) in self.obligations.iter().enumerate() {
            if obligation.standing != Standing::Off && keep(obligation) {
                groups.entry((obligation.due, Group::of(obligation, index))).or_default().push(index);
            }
        }
        let mut entries: Vec<DueEntry> =
            groups.into_iter().map(|((date, _), owed)| self.entry(file, date, owed)).collect();
        if marks {
            entries.extend(cut_offs(file, &self.reports));
            entries.extend(levels(file, &self.reports));
            entries.extend(targets(file));
        }
        order::sort_by_key(&mut entries, |entry| (entry.date, entry.state));
        entries
    }

    fn entry(&self, file: &PlanFile, date: Date, owed: Vec<usize>) -> DueEntry {
        let all: Vec<&Obligation> = owed.iter().map(|index| &self.obligations[*index]).collect();
        let first = all[0];
        let name = |duty: &DutyId| file.duties.get(duty).map_or("", |duty| duty.short_name.as_str());
        let done = all.iter().filter(|one| one.standing.is_met()).count();
        let of_all = format!("{done}/{}", all.len());
        let filings = || all.iter().filter_map(|one| one.task.filing().cloned()).fold(Vec::new(), unique);
        let (what, label, note) = match &first.task {
            Task::Duty(duty) if all.len() == 1 => {
                let label = match (first.rhythm, first.period) {
                    (Rhythm::Single | Rhythm::Occasional, _) | (_, None) => name(duty).to_owned(),
                    _ => format!("{}, {}", name(duty), first.label),
                };
                (DueKind::Duty(duty.clone()), label, first.phrase(self.today))
            }
            Task::Duty(_) => (
                DueKind::Continuous,
                format!("Việc thường xuyên {}", labels_vi(all.iter().copied())),
                format!("{of_all} nhiệm vụ có minh chứng"),
            ),
            Task::Return { .. } => {
                let offices = all.iter().map(|one| one.office.clone()).fold(Vec::new(), unique);
                let missing = |office: &&OfficeId| {
                    all.iter().any(|one| one.office == **office && !one.standing.is_met())
                };
                let note = match offices.iter().filter(missing).count() {
                    0 => "đã đủ".to_owned(),
                    missing => format!("{} cơ quan chưa gửi", text::two_digits(missing as u64)),
                };
                (DueKind::Returns(filings()), format!("Số liệu {}", labels_vi(all.iter().copied())), note)
            }
            Task::Report { .. } => {
                let note = if done == all.len() { "đã nộp".to_owned() } else { first.phrase(self.today) };
                (DueKind::Report(filings()), format!("Gửi báo cáo {}", labels_vi(all.iter().copied())), note)
            }
        };
        DueEntry {
            date,
            what,
            label,
            note,
            state: all.iter().map(|one| one.state).min().unwrap_or(State::None),
            offices: all.iter().map(|one| one.office.clone()).fold(Vec::new(), unique),
            obligations: owed,
        }
    }
}

/// What stands together on a day.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Report,
    Returns,
    One(usize),
    Continuous,
}

impl Group {
    fn of(obligation: &Obligation, index: usize) -> Self {
        match obligation.task {
            Task::Report { .. } => Self::Report,
            Task::Return { .. } => Self::Returns,
            Task::Duty(_) if obligation.required.is_none() && obligation.rhythm == Rhythm::Continuous => {
                Self::Continuous
            }
            Task::Duty(_) => Self::One(index),
        }
    }
}

/// The periods of obligations, each once, inside a sentence: "quý IV và năm 2026".
pub fn labels_vi<'a>(all: impl IntoIterator<Item = &'a Obligation>) -> String {
    let labels = all.into_iter().map(|one| lower_first(&one.label)).fold(Vec::new(), unique);
    text::join_vi(labels)
}

fn unique<T: PartialEq>(mut all: Vec<T>, next: T) -> Vec<T> {
    if !all.contains(&next) {
        all.push(next);
    }
    all
}

/// A day that marks a time: nothing to do on it that could be done or missed.
fn mark(file: &PlanFile, date: Date, what: DueKind, label: String, note: String) -> DueEntry {
    let offices = focal_office(file).map(|office| office.id.clone()).into_iter().collect();
    DueEntry { date, what, label, note, state: State::None, offices, obligations: Vec::new() }
}

fn is_followed(item: &ReportItem) -> bool {
    item.period.is_some() && item.standing != Standing::Off
}

fn period_label(item: &ReportItem) -> String {
    item.period.map_or_else(String::new, Period::short_vi)
}

fn cut_offs(file: &PlanFile, reports: &[ReportItem]) -> Vec<DueEntry> {
    let mut days: BTreeMap<Date, Vec<&ReportItem>> = BTreeMap::new();
    for item in reports.iter().filter(|item| is_followed(item)) {
        if let Some(window) = item.window {
            days.entry(window.to).or_default().push(item);
        }
    }
    let entry = |(date, items): (Date, Vec<&ReportItem>)| {
        let label = format!("Chốt số liệu {}", text::join_vi(items.iter().map(|item| period_label(item))));
        let filings = items.iter().map(|item| item.filing.clone()).collect();
        mark(file, date, DueKind::CutOff(filings), label, String::new())
    };
    days.into_iter().map(entry).collect()
}

/// The levels between the offices' figures and the last one, which is an obligation of its own.
fn levels(file: &PlanFile, reports: &[ReportItem]) -> Vec<DueEntry> {
    let mut days: BTreeMap<(Date, &str), Vec<&ReportItem>> = BTreeMap::new();
    for item in reports.iter().filter(|item| is_followed(item)) {
        let after = item.collecting.map_or(0, |level| level + 1);
        let between = item.levels.len().saturating_sub(1);
        for level in item.levels.get(after..between).unwrap_or_default() {
            days.entry((level.due, &level.to)).or_default().push(item);
        }
    }
    let entry = |((date, to), items): ((Date, &str), Vec<&ReportItem>)| {
        let labels = text::join_vi(items.iter().map(|item| period_label(item)));
        let filings = items.iter().map(|item| item.filing.clone()).collect();
        mark(file, date, DueKind::Report(filings), format!("Trình {to} báo cáo {labels}"), String::new())
    };
    days.into_iter().map(entry).collect()
}

fn targets(file: &PlanFile) -> Vec<DueEntry> {
    let mut days: BTreeMap<Date, Vec<&Target>> = BTreeMap::new();
    for target in &file.targets {
        days.entry(target.due.value).or_default().push(target);
    }
    let entry = |(date, targets): (Date, Vec<&Target>)| {
        let label = match targets.as_slice() {
            [one] => one.name.clone(),
            _ => format!("{} chỉ tiêu của Kế hoạch", text::two_digits(targets.len() as u64)),
        };
        mark(file, date, DueKind::Targets, label, String::new())
    };
    days.into_iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use crate::progress::fixture::day;

    fn lines(entries: &[DueEntry]) -> String {
        let line = |entry: &DueEntry| {
            let offices: Vec<&str> = entry.offices.iter().map(OfficeId::as_str).collect();
            format!(
                "{} [{}] {} · {} · {}",
                entry.date,
                entry.state.key(),
                entry.label,
                entry.note,
                offices.join(" ")
            )
        };
        entries.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_year_of_the_illustrated_plan_as_a_calendar() {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let progress = Progress::of(&file, day("2026-11-20"));
        insta::assert_snapshot!(lines(&progress.due_entries(&file, true, |_| true)));
    }

    #[test]
    fn a_filter_takes_obligations_and_leaves_their_groups() {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let progress = Progress::of(&file, day("2026-11-20"));
        let all = progress.due_entries(&file, false, |_| true);
        let counted: usize = all.iter().map(|entry| entry.obligations.len()).sum();
        let owed = progress.obligations.iter().filter(|one| one.standing != Standing::Off).count();
        assert_eq!(counted, owed, "each obligation stands once");
        let late = progress.due_entries(&file, false, |one| one.state == State::Late);
        assert!(late.iter().all(|entry| entry.state == State::Late));
        assert!(progress.due_entries(&file, false, |_| false).is_empty());
    }

    #[test]
    fn the_reports_to_show_are_those_open_and_else_the_next() {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let on = |text: &str| {
            let progress = Progress::of(&file, day(text));
            let at_hand: Vec<String> =
                progress.reports_at_hand().iter().map(|item| item.filing.to_string()).collect();
            let next = progress.next_report().map(|item| item.filing.to_string());
            (at_hand.join(" "), next.unwrap_or_default())
        };
        let (late, q4, year) =
            ("chuyen-de-dich-vu-cong-truc-tuyen", "bao-cao-quy:2026-Q4", "bao-cao-nam:2026");
        assert_eq!(on("2026-11-20"), (format!("{late} {q4} {year}"), q4.to_owned()));
    }
}
