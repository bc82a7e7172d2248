//! The strip of the year: twelve months, an obligation as wide as its period.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::Datelike;

use crate::calendar::Date;
use crate::exchange::PlanFile;
use crate::id::{DutyId, OfficeId, UnitId};
use crate::progress::{Obligation, Progress, Rhythm, Standing, State, Task};
use crate::text;

/// Một ô của dải năm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// First month, 1–12.
    pub first_month: u32,
    /// Last month, 1–12.
    pub last_month: u32,
    /// What it shows.
    pub kind: CellKind,
    /// Whether today lies in its window.
    pub is_now: bool,
    /// The period in words: `Tháng 8`, `Quý IV`.
    pub label: String,
    /// The figure: `2`, `1/2`; empty where there is none to show.
    pub figure: String,
    /// The unit of the figure.
    pub unit: Option<UnitId>,
    /// Quarters of the bar, 0–4, rounded down.
    pub quarters: u8,
    /// The obligations behind it (indices into [`Progress::obligations`]).
    pub obligations: Vec<usize>,
}

/// What a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Không tính: before the plan was followed up.
    Off,
    /// Nothing is owed in these months.
    Empty,
    /// Something is owed, and this is how it stands.
    Owed(State),
}

impl Cell {
    /// How many months wide.
    pub const fn months(&self) -> u32 {
        self.last_month + 1 - self.first_month
    }

    /// The cell in a sentence, for who does not see it: `Tháng 8: 1/2, trễ hạn`.
    pub fn sentence(&self) -> String {
        let state = match self.kind {
            CellKind::Off => "không tính",
            CellKind::Empty => "không có việc",
            CellKind::Owed(State::Done) => "đạt",
            CellKind::Owed(state) => state.vietnamese(),
        };
        match self.figure.as_str() {
            "" => format!("{}: {state}", self.label),
            figure => format!("{}: {figure}, {state}", self.label),
        }
    }

    fn filler(first_month: u32, last_month: u32, kind: CellKind) -> Self {
        let label = if first_month == last_month {
            format!("Tháng {first_month}")
        } else {
            format!("Tháng {first_month} đến tháng {last_month}")
        };
        Self {
            first_month,
            last_month,
            kind,
            is_now: false,
            label,
            figure: String::new(),
            unit: None,
            quarters: 0,
            obligations: Vec::new(),
        }
    }
}

impl Progress {
    /// The strip of a duty: cells that together are the twelve months.
    pub fn strip(&self, file: &PlanFile, duty: &DutyId) -> Vec<Cell> {
        self.strip_where(file, |obligation| obligation.task.serves(duty))
    }

    /// The strip of an office's figures: when it sent them, and when it did not.
    pub fn returns_strip(&self, file: &PlanFile, office: &OfficeId) -> Vec<Cell> {
        self.strip_where(file, |obligation| {
            obligation.office == *office && matches!(obligation.task, Task::Return { .. })
        })
    }

    /// The strip of the obligations that `is_shown` takes.
    pub fn strip_where(&self, file: &PlanFile, is_shown: impl Fn(&Obligation) -> bool) -> Vec<Cell> {
        let shown: Vec<usize> =
            (0..self.obligations.len()).filter(|at| is_shown(&self.obligations[*at])).collect();
        let tracked = file.plan.tracked_from.value;
        let tracked_month = match tracked.year().cmp(&file.plan.year) {
            Ordering::Less => 1,
            Ordering::Equal => tracked.month(),
            Ordering::Greater => 13,
        };
        let mut cells = Vec::new();
        let mut next_month = 1;
        for (last_month, group) in self.groups(&shown) {
            // Periods that end together (quý II and 6 tháng) share a cell as wide as the shortest of them.
            let own = |at: &&usize| self.obligations[**at].last_month == last_month;
            let narrowest = group.iter().filter(own).map(|at| self.obligations[*at].first_month).max();
            let first_month = narrowest.unwrap_or(last_month).max(next_month).min(last_month);
            if next_month < first_month {
                fill(&mut cells, next_month, first_month - 1, tracked_month);
            }
            cells.push(self.cell(&group, first_month, last_month));
            next_month = last_month + 1;
        }
        if next_month <= 12 {
            fill(&mut cells, next_month, 12, tracked_month);
        }
        cells
    }

    /// The obligations that share a cell, by the cell's last month. A report on request falls into the cell of the
    /// period in which it is due.
    fn groups(&self, shown: &[usize]) -> BTreeMap<u32, Vec<usize>> {
        let mut groups: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        let is_loose = |at: &usize| {
            let one = &self.obligations[*at];
            one.period.is_none() && matches!(one.task, Task::Report { .. })
        };
        for at in shown.iter().filter(|at| !is_loose(at)) {
            groups.entry(self.obligations[*at].last_month).or_default().push(*at);
        }
        for at in shown.iter().filter(|at| is_loose(at)) {
            let month = self.obligations[*at].last_month;
            let around = groups.iter().find(|(last, group)| {
                month <= **last && group.iter().any(|other| self.obligations[*other].first_month <= month)
            });
            let last_month = around.map_or(month, |(last, _)| *last);
            groups.entry(last_month).or_default().push(*at);
        }
        groups
    }

    fn cell(&self, group: &[usize], first_month: u32, last_month: u32) -> Cell {
        let owed: Vec<&Obligation> = group
            .iter()
            .map(|at| &self.obligations[*at])
            .filter(|obligation| obligation.standing != Standing::Off)
            .collect();
        let label = || {
            let labels = group.iter().map(|at| self.obligations[*at].label.as_str());
            text::capitalized(&text::join_vi(labels))
        };
        let filler = Cell::filler(first_month, last_month, CellKind::Off);
        let Some(first) = owed.first() else {
            return Cell { label: label(), obligations: group.to_vec(), ..filler };
        };
        let done = owed.iter().filter(|obligation| obligation.standing.is_met()).count();
        let (figure, quarters) = match owed.as_slice() {
            [one] if one.standing == Standing::Ahead => (String::new(), 0),
            [one] => (one.figure(), one.quarters()),
            all if all.iter().all(|one| one.standing == Standing::Ahead) => (String::new(), 0),
            all => (format!("{done}/{}", all.len()), (done * 4 / all.len()) as u8),
        };
        Cell {
            kind: CellKind::Owed(owed.iter().map(|obligation| obligation.state).min().unwrap_or(State::None)),
            is_now: owed.iter().any(|obligation| is_now(obligation, self.today)),
            label: label(),
            figure,
            unit: first.unit.clone(),
            quarters,
            obligations: group.to_vec(),
            ..filler
        }
    }
}

fn is_now(obligation: &Obligation, today: Date) -> bool {
    obligation.window.contains(today)
        || (obligation.rhythm == Rhythm::Single
            && !obligation.standing.is_met()
            && obligation.is_current(today))
}

/// Months in which nothing is owed: before the plan was followed up they are off.
fn fill(cells: &mut Vec<Cell>, first: u32, last: u32, tracked_month: u32) {
    let off_until = last.min(tracked_month.saturating_sub(1));
    if first <= off_until {
        cells.push(Cell::filler(first, off_until, CellKind::Off));
    }
    let empty_from = first.max(off_until + 1);
    if empty_from <= last {
        cells.push(Cell::filler(empty_from, last, CellKind::Empty));
    }
}
