//! Việc tuần này: what each office has at hand, one row per duty, report or delivery of figures.

use cchc_core::exchange::PlanFile;
use cchc_core::id::{DutyId, OfficeId};
use cchc_core::order;
use cchc_core::progress::{Cell, Obligation, OfficeAgenda, Progress, Task};

/// Rows shown per office; what is more is counted and linked.
pub(super) const MOST: usize = 6;

/// An office with its rows.
#[derive(Debug, PartialEq)]
pub(super) struct Block {
    pub(super) office: OfficeId,
    pub(super) rows: Vec<Row>,
    /// Rows left out after the first [`MOST`].
    pub(super) more: usize,
    /// What comes next where nothing is at hand (index into the obligations).
    pub(super) next: Option<usize>,
}

/// One row: what falls together, with the strip of its year.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    pub(super) task: RowTask,
    /// The obligations at hand, the most pressing first (indices).
    pub(super) owed: Vec<usize>,
    pub(super) strip: Vec<Cell>,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RowTask {
    Duty(DutyId),
    Report,
    Returns,
}

/// The blocks in plan order, the person's own office first.
pub(super) fn blocks(file: &PlanFile, progress: &Progress, own: Option<&str>) -> Vec<Block> {
    let mut agendas: Vec<&OfficeAgenda> = progress.offices.iter().collect();
    // Stable: the others keep the order of the plan.
    order::sort_by_key(&mut agendas, |agenda| Some(agenda.office.as_str()) != own);
    agendas.into_iter().map(|agenda| block(file, progress, agenda)).collect()
}

fn block(file: &PlanFile, progress: &Progress, agenda: &OfficeAgenda) -> Block {
    let mut rows: Vec<Row> = Vec::new();
    for index in &agenda.at_hand {
        let owed = &progress.obligations[*index];
        let together = |row: &&mut Row| stand_together(&progress.obligations[row.owed[0]], owed);
        match rows.iter_mut().find(together) {
            Some(row) => row.owed.push(*index),
            None => rows.push(row(file, progress, *index)),
        }
    }
    for row in &mut rows {
        order::sort_by_key(&mut row.owed, |index| {
            (progress.obligations[*index].state, progress.obligations[*index].due)
        });
    }
    let more = rows.len().saturating_sub(MOST);
    rows.truncate(MOST);
    Block { office: agenda.office.clone(), rows, more, next: agenda.next }
}

/// Periods of one duty stand in one row; reports and figures that are due on one day do.
fn stand_together(a: &Obligation, b: &Obligation) -> bool {
    match (&a.task, &b.task) {
        (Task::Duty(a), Task::Duty(b)) => a == b,
        (Task::Report { .. }, Task::Report { .. }) | (Task::Return { .. }, Task::Return { .. }) => {
            a.due == b.due
        }
        _ => false,
    }
}

fn row(file: &PlanFile, progress: &Progress, index: usize) -> Row {
    let owed = &progress.obligations[index];
    let (task, strip) = match &owed.task {
        Task::Duty(duty) => (RowTask::Duty(duty.clone()), progress.strip(file, duty)),
        // Reports of periods share a strip; one on request stands alone in its own.
        Task::Report { filing, .. } => {
            let shown = |one: &Obligation| match &one.task {
                Task::Report { filing: other, .. } if owed.period.is_none() => other == filing,
                Task::Report { .. } => one.period.is_some(),
                _ => false,
            };
            (RowTask::Report, progress.strip_where(file, shown))
        }
        Task::Return { .. } => (RowTask::Returns, progress.returns_strip(file, &owed.office)),
    };
    Row { task, owed: vec![index], strip }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    fn week(today: &str, own: Option<&str>) -> String {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let progress = Progress::of(&file, today.parse().expect("a day"));
        let mut lines = Vec::new();
        for block in blocks(&file, &progress, own) {
            lines.push(format!("{}, thêm {}", block.office, block.more));
            for row in &block.rows {
                let owed: Vec<String> = row
                    .owed
                    .iter()
                    .map(|at| &progress.obligations[*at])
                    .map(|owed| format!("{} {}", owed.label, owed.phrase(progress.today)))
                    .collect();
                lines.push(format!("  {:?}: {}", row.task, owed.join("; ")));
            }
        }
        lines.join("\n")
    }

    #[test]
    fn what_falls_together_stands_in_one_row() {
        let all = week("2026-11-20", None);
        assert!(all.starts_with("phong-vhxh, thêm 0"), "{all}");
        assert!(all.contains("Report: quý IV còn 27 ngày; năm 2026 còn 27 ngày"), "{all}");
        assert_eq!(all.matches("Report").count(), 2, "the late one stands by itself\n{all}");
    }

    #[test]
    fn ones_own_office_comes_first() {
        let own = week("2026-11-20", Some("phong-kinh-te"));
        assert!(own.starts_with("phong-kinh-te, thêm 0\nphong-vhxh"), "{own}");
    }
}
