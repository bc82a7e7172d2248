//! The status for people.

use std::fmt::Write;

use cchc_core::exchange::PlanFile;
use cchc_core::id::OfficeId;
use cchc_core::plan::Basis;
use cchc_core::progress::{Obligation, Progress, Task};
use cchc_core::text::date_vi;

use crate::output::plain;
use crate::table::Table;

/// The status in plain text, of all offices or of one.
pub(super) fn status(file: &PlanFile, progress: &Progress, office: Option<&OfficeId>) -> String {
    let mut text = format!("{}\n", plain(&file.plan.title));
    if let Some(invented) = &file.plan.illustrative {
        let _ = writeln!(text, "DỮ LIỆU MINH HỌA. {}", plain(invented));
    }
    text.push('\n');
    match office {
        None => whole(&mut text, file, progress),
        Some(office) => one_office(&mut text, file, progress, office),
    }
    text
}

fn whole(text: &mut String, file: &PlanFile, progress: &Progress) {
    let verdict = progress.verdict;
    let _ = writeln!(
        text,
        "Đến ngày {}: {} việc trễ hạn, {} việc sắp đến hạn, {} việc thiếu minh chứng; {}/{} nhiệm vụ đúng tiến độ.",
        date_vi(progress.today),
        verdict.late,
        verdict.soon,
        verdict.missing_evidence,
        verdict.on_track,
        verdict.duties,
    );
    if verdict.activities_without_evidence > 0 {
        let _ = writeln!(text, "{} hoạt động chưa có minh chứng.", verdict.activities_without_evidence);
    }
    if verdict.open_difficulties > 0 {
        let _ = writeln!(text, "{} kiến nghị chờ trả lời.", verdict.open_difficulties);
    }
    at_hand(text, file, progress, progress.offices.iter().flat_map(|agenda| &agenda.at_hand).copied());
    offices(text, file, progress);
    reports(text, progress);
}

fn one_office(text: &mut String, file: &PlanFile, progress: &Progress, office: &OfficeId) {
    let Some(agenda) = progress.office(office) else { return };
    let name = plain(file.offices.get(office).map_or("", |office| office.name.as_str()));
    let _ = writeln!(
        text,
        "{name}, đến ngày {}: {} việc trước mắt; {}/{} nhiệm vụ đúng tiến độ.",
        date_vi(progress.today),
        agenda.at_hand.len(),
        agenda.on_track,
        agenda.duties,
    );
    at_hand(text, file, progress, agenda.at_hand.iter().copied());
    duties(text, file, progress, office);
}

/// What has to be done now, by last day.
fn at_hand(text: &mut String, file: &PlanFile, progress: &Progress, at: impl Iterator<Item = usize>) {
    let mut at: Vec<_> = at.collect();
    at.sort_by_key(|at| (progress.obligations[*at].due, *at));
    let mut table = Table::new(["Hạn", "Tình trạng", "Cụ thể", "Cơ quan", "Việc", "Kỳ", "Số liệu"]);
    for owed in at.into_iter().map(|at| &progress.obligations[at]) {
        let state = owed.state.vietnamese();
        let phrase = Some(owed.phrase(progress.today)).filter(|phrase| phrase != state);
        table.row([
            due(file, progress, owed),
            state.to_owned(),
            phrase.unwrap_or_default(),
            short_name(file, &owed.office),
            task(file, owed),
            owed.label.clone(),
            figure(file, progress, owed),
        ]);
    }
    section(text, "Việc trước mắt", &table);
}

fn offices(text: &mut String, file: &PlanFile, progress: &Progress) {
    let mut table = Table::new(["Mã", "Cơ quan", "Đúng tiến độ", "Trước mắt", "Việc tiếp theo"]);
    for agenda in &progress.offices {
        let next = agenda.next.map(|at| &progress.obligations[at]);
        table.row([
            agenda.office.to_string(),
            short_name(file, &agenda.office),
            format!("{}/{}", agenda.on_track, agenda.duties),
            agenda.at_hand.len().to_string(),
            next.map_or_else(
                || "–".to_owned(),
                |next| format!("{}, {}, hạn {}", task(file, next), next.label, due(file, progress, next)),
            ),
        ]);
    }
    section(text, "Cơ quan", &table);
}

fn reports(text: &mut String, progress: &Progress) {
    let mut table = Table::new(["Hạn gửi", "Báo cáo", "Tình trạng", "Đã nhận số liệu"]);
    for report in &progress.reports {
        table.row([
            report.due.map_or_else(
                || "–".to_owned(),
                |due| marked(date_vi(due), report.levels.last().map(|level| level.basis)),
            ),
            report.title.clone(),
            report.phrase(progress.today),
            format!("{}/{}", report.returned(), report.returns.len()),
        ]);
    }
    section(text, "Báo cáo", &table);
}

fn duties(text: &mut String, file: &PlanFile, progress: &Progress, office: &OfficeId) {
    let mut table = Table::new(["Số", "Nhiệm vụ", "Tình trạng", "Kỳ", "Số liệu"]);
    for duty in progress.duties.iter().filter(|duty| duty.office == *office) {
        let focus = duty.focus.map(|at| &progress.obligations[at]);
        let record = file.duties.get(&duty.duty);
        table.row([
            record.map_or_else(String::new, |duty| duty.order.to_string()),
            record.map_or_else(String::new, |duty| duty.short_name.clone()),
            duty.state.vietnamese().to_owned(),
            focus.map_or_else(|| "–".to_owned(), |focus| focus.label.clone()),
            focus.map_or_else(|| "–".to_owned(), |focus| figure(file, progress, focus)),
        ]);
    }
    section(text, "Nhiệm vụ", &table);
}

fn section(text: &mut String, heading: &str, table: &Table) {
    let rows = if table.is_empty() { "  Không có.\n".to_owned() } else { table.text() };
    let _ = write!(text, "\n{heading}\n{rows}");
}

fn short_name(file: &PlanFile, office: &OfficeId) -> String {
    file.offices.get(office).map_or_else(|| office.to_string(), |office| office.short_name.clone())
}

/// What is owed, in a few words; the period is said beside it.
fn task(file: &PlanFile, owed: &Obligation) -> String {
    match &owed.task {
        Task::Duty(duty) => {
            file.duties.get(duty).map_or_else(|| duty.to_string(), |duty| duty.short_name.clone())
        }
        Task::Report { .. } => "Gửi báo cáo".to_owned(),
        Task::Return { .. } => "Gửi số liệu".to_owned(),
    }
}

/// The last day, with its mark where nobody wrote it.
fn due(file: &PlanFile, progress: &Progress, owed: &Obligation) -> String {
    marked(date_vi(owed.due), Some(progress.bases_of(file, owed).0))
}

/// What there is of what is asked, with its mark where nobody wrote the number.
fn figure(file: &PlanFile, progress: &Progress, owed: &Obligation) -> String {
    let figure = match owed.unit.as_ref().and_then(|unit| file.units.get(unit)) {
        Some(unit) => format!("{} {}", owed.figure(), unit.name),
        None => owed.figure(),
    };
    marked(figure, progress.bases_of(file, owed).1)
}

/// "31/7/2026 (suy ra)": what the plan does not write is marked.
fn marked(value: String, basis: Option<Basis>) -> String {
    match basis.and_then(Basis::mark) {
        Some(mark) => format!("{value} ({mark})"),
        None => value,
    }
}
