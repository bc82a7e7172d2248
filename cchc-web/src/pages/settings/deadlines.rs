//! The rows of "Hạn báo cáo": pure.
//!
//! Quarter, half-year and year mostly share their deadlines: rules that agree stand in one row, and an edit of the row
//! is an edit of each of them.

use cchc_core::calendar::{DeadlineRule, WindowRule};
use cchc_core::exchange::{Edit, PlanFile, deadline_notes};
use cchc_core::id::ReportRuleId;
use cchc_core::plan::{Basis, ReportLevel, ReportRule, Stated};
use cchc_core::text::{capitalized, date_vi};

use crate::strings::settings as text;

/// One step of the way: who sends to whom by when.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LevelRow {
    /// Who sends.
    pub(super) from: String,
    /// Who receives.
    pub(super) to: String,
    /// By when, and what that rests on.
    pub(super) deadline: Stated<DeadlineRule>,
    /// The names of the reports it holds for; empty when it holds for all.
    pub(super) reports: Vec<String>,
    /// What công văn set for single periods and years.
    pub(super) overrides: Vec<String>,
    /// Days to which it comes that leave no working day, or are none.
    pub(super) notes: Vec<String>,
    /// The rules and the place of the step in each.
    places: Vec<(ReportRuleId, usize)>,
}

/// How the figures of some reports are cut.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WindowRow {
    /// The rule, and what it rests on.
    pub(super) window: Stated<WindowRule>,
    /// The names of the reports it holds for; empty when it holds for all.
    pub(super) reports: Vec<String>,
    rules: Vec<ReportRuleId>,
}

/// The steps of all reports, those that agree together.
pub(super) fn level_rows(file: &PlanFile) -> Vec<LevelRow> {
    let mut rows: Vec<LevelRow> = Vec::new();
    // What is due on request has its last day from the request.
    let due = |level: &ReportLevel| level.deadline.is_some();
    let with_levels = file.report_rules.iter().filter(|rule| rule.levels.iter().any(due)).count();
    for rule in &file.report_rules {
        for (at, level) in rule.levels.iter().enumerate() {
            let Some(deadline) = &level.deadline else { continue };
            let same = rows.iter_mut().find(|row| {
                (&row.from, &row.to) == (&level.from, &level.to)
                    && (row.deadline.value, row.deadline.basis) == (deadline.value, deadline.basis)
            });
            let place = (rule.id.clone(), at);
            let overrides = level.overrides.iter().map(|other| {
                let (of, when) = match other.period {
                    Some(period) => (period.vietnamese(), date_vi(other.deadline.value.date(period))),
                    None => (text::whole_year(&rule.name, other.year), other.deadline.value.vietnamese()),
                };
                text::override_of(&of, &when, &other.document)
            });
            match same {
                Some(row) => {
                    row.overrides.extend(overrides);
                    row.reports.push(rule.name.clone());
                    row.places.push(place);
                }
                None => rows.push(LevelRow {
                    from: level.from.clone(),
                    to: level.to.clone(),
                    deadline: deadline.clone(),
                    reports: vec![rule.name.clone()],
                    overrides: overrides.collect(),
                    notes: Vec::new(),
                    places: vec![place],
                }),
            }
        }
    }
    for row in &mut rows {
        if row.places.len() == with_levels {
            row.reports.clear();
        }
        let levels: Vec<_> = row
            .places
            .iter()
            .filter_map(|(id, at)| {
                let rule = file.report_rules.get(id)?;
                Some((rule, rule.levels.get(*at)?))
            })
            .collect();
        row.notes = deadline_notes(file, &levels).into_iter().map(|(_, words)| capitalized(&words)).collect();
    }
    rows
}

/// The cuts of all reports, those that agree together.
pub(super) fn window_rows(file: &PlanFile) -> Vec<WindowRow> {
    let mut rows: Vec<WindowRow> = Vec::new();
    for rule in &file.report_rules {
        let same = |row: &&mut WindowRow| {
            (row.window.value, row.window.basis) == (rule.window.value, rule.window.basis)
        };
        match rows.iter_mut().find(same) {
            Some(row) => {
                row.reports.push(rule.name.clone());
                row.rules.push(rule.id.clone());
            }
            None => rows.push(WindowRow {
                window: rule.window.clone(),
                reports: vec![rule.name.clone()],
                rules: vec![rule.id.clone()],
            }),
        }
    }
    if let [only] = rows.as_mut_slice() {
        only.reports.clear();
    }
    rows
}

/// A value that a person has looked at: confirmed, with the document it rests on.
pub(super) fn confirmed<T>(old: &Stated<T>, value: T, document: &str) -> Stated<T> {
    let document = document.trim();
    let wording = if document.is_empty() { old.wording.clone() } else { document.to_owned() };
    Stated { value, basis: Basis::Confirmed, wording, reason: old.reason.clone(), extra: old.extra.clone() }
}

/// The edits that give every step of a row this deadline.
pub(super) fn set_deadline(
    file: &PlanFile,
    row: &LevelRow,
    value: DeadlineRule,
    document: &str,
) -> Vec<Edit> {
    let rules = file.report_rules.iter().filter(|rule| row.places.iter().any(|(id, _)| *id == rule.id));
    rules
        .filter_map(|rule| {
            let mut new: ReportRule = rule.clone();
            for (_, at) in row.places.iter().filter(|(id, _)| *id == rule.id) {
                if let Some(deadline) = new.levels.get_mut(*at).and_then(|level| level.deadline.as_mut()) {
                    *deadline = confirmed(deadline, value, document);
                }
            }
            Edit::difference(rule, &new)
        })
        .collect()
}

/// The edits that cut the figures of every report of a row this way.
pub(super) fn set_window(file: &PlanFile, row: &WindowRow, value: WindowRule, document: &str) -> Vec<Edit> {
    let rules = file.report_rules.iter().filter(|rule| row.rules.contains(&rule.id));
    rules
        .filter_map(|rule| {
            let window = confirmed(&rule.window, value, document);
            Edit::difference(rule, &ReportRule { window, ..rule.clone() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;
    use cchc_core::exchange::{Author, Change};
    use cchc_core::id::WriterId;
    use chrono::DateTime;

    use super::*;

    fn apply(file: &mut PlanFile, edits: Vec<Edit>) {
        let at = DateTime::parse_from_rfc3339("2026-05-04T08:00:00+07:00").unwrap();
        let author = Author { writer: WriterId::new("may-1").unwrap(), at, office: None };
        file.apply(&Change { author, label: "Sửa hạn".into(), edits }).unwrap();
    }

    #[test]
    fn reports_that_agree_share_a_row_and_are_edited_together() {
        let mut file = examples::get("hoa-tham-2026").unwrap();
        let rows = level_rows(&file);
        assert_eq!(rows.len(), 3);
        assert!(rows.iter().all(|row| row.reports.is_empty() && row.places.len() == 3));
        let last = rows.last().unwrap();
        assert_eq!((last.to.as_str(), last.deadline.basis), ("Sở Nội vụ", Basis::Unverified));
        let notes: Vec<usize> = rows.iter().map(|row| row.notes.len()).collect();
        assert_eq!(notes, [1, 2, 0], "what the law asks, and a Sunday, stand beside the deadline");

        let value = DeadlineRule { day: 16, ..last.deadline.value };
        let edits = set_deadline(&file, last, value, "Công văn số 581/BNV-CCHC");
        apply(&mut file, edits);
        let rows = level_rows(&file);
        assert_eq!(rows.len(), 3);
        let last = &rows.last().unwrap().deadline;
        assert_eq!(
            (last.value.day, last.basis, last.wording.as_str()),
            (16, Basis::Confirmed, "Công văn số 581/BNV-CCHC")
        );
    }

    #[test]
    fn a_report_with_its_own_deadline_gets_its_own_row() {
        let mut file = examples::get("hoa-tham-2026").unwrap();
        let rule = file.report_rules.get_str("bao-cao-nam").unwrap().clone();
        let mut new = rule.clone();
        new.levels[2].deadline.as_mut().unwrap().value.day = 20;
        let edit = Edit::difference(&rule, &new).unwrap();
        apply(&mut file, vec![edit]);
        let rows = level_rows(&file);
        let names: Vec<_> = rows.iter().map(|row| (row.to.as_str(), row.reports.join(", "))).collect();
        assert_eq!(
            names,
            [
                ("Phòng Văn hóa - Xã hội", String::new()),
                ("UBND xã", String::new()),
                ("Sở Nội vụ", "Báo cáo quý, Báo cáo 6 tháng".into()),
                ("Sở Nội vụ", "Báo cáo năm".into())
            ]
        );
    }

    #[test]
    fn the_cut_is_changed_for_every_report_of_the_row() {
        let mut file = examples::get("hoa-tham-2026").unwrap();
        let rows = window_rows(&file);
        assert_eq!(rows.len(), 1);
        let edits = set_window(&file, &rows[0], WindowRule::Calendar, "");
        apply(&mut file, edits);
        let rows = window_rows(&file);
        assert_eq!(
            (rows.len(), rows[0].window.value, rows[0].window.basis),
            (1, WindowRule::Calendar, Basis::Confirmed)
        );
    }
}
