//! The status for programs. Offices, duties and reports go by their ids; names of fields do not change within a
//! version.

use cchc_core::exchange::PlanFile;
use cchc_core::id::OfficeId;
use cchc_core::progress::{Obligation, Progress, ReportItem, Standing, Task};
use serde_json::{Value, json};

/// The status as JSON, of all offices or of one.
pub(super) fn status(file: &PlanFile, progress: &Progress, office: Option<&OfficeId>) -> Value {
    let is_asked = |id: &OfficeId| office.is_none_or(|office| office == id);
    let verdict = progress.verdict;
    let offices: Vec<_> = progress
        .offices
        .iter()
        .filter(|agenda| is_asked(&agenda.office))
        .map(|agenda| {
            json!({
                "id": agenda.office,
                "name": file.offices.get(&agenda.office).map(|office| &office.name),
                "duties": agenda.duties,
                "on_track": agenda.on_track,
                "at_hand": agenda.at_hand.len(),
            })
        })
        .collect();
    let duties: Vec<_> = progress
        .duties
        .iter()
        .filter(|duty| is_asked(&duty.office))
        .map(|duty| {
            json!({
                "id": duty.duty,
                "office": duty.office,
                "name": file.duties.get(&duty.duty).map(|duty| &duty.name),
                "state": duty.state.key(),
            })
        })
        .collect();
    let obligations: Vec<_> = progress
        .obligations
        .iter()
        .filter(|owed| is_asked(&owed.office))
        .map(|owed| obligation(file, owed, progress))
        .collect();
    let reports: Vec<_> = progress.reports.iter().map(|item| report(item, progress)).collect();
    json!({
        "file": file.id,
        "title": file.plan.title,
        "year": file.plan.year,
        "illustrative": file.plan.illustrative,
        "on": progress.today,
        "verdict": {
            "late": verdict.late,
            "soon": verdict.soon,
            "missing_evidence": verdict.missing_evidence,
            "activities_without_evidence": verdict.activities_without_evidence,
            "open_difficulties": verdict.open_difficulties,
            "on_track": verdict.on_track,
            "duties": verdict.duties,
        },
        "offices": offices,
        "duties": duties,
        "obligations": obligations,
        "reports": reports,
    })
}

fn obligation(file: &PlanFile, owed: &Obligation, progress: &Progress) -> Value {
    let activities = owed.activities.iter().filter_map(|place| file.activities.at(*place as usize));
    let activities: Vec<_> = activities.map(|activity| &activity.id).collect();
    let kind = match owed.task {
        Task::Duty(_) => "duty",
        Task::Report { .. } => "report",
        Task::Return { .. } => "return",
    };
    let (due_basis, quota_basis) = progress.bases_of(file, owed);
    json!({
        "kind": kind,
        "duty": owed.task.duty(),
        "duties": owed.task.duties(),
        "filing": owed.task.filing(),
        "office": owed.office,
        "period": owed.period,
        "label": owed.label,
        "window": owed.window,
        "due": owed.due,
        "basis": { "due": due_basis, "quota": quota_basis },
        "required": owed.required,
        "achieved": owed.achieved,
        "missing": owed.missing(),
        "unit": owed.unit,
        "standing": standing(owed.standing),
        "state": owed.state.key(),
        "at_hand": owed.is_at_hand(progress.today),
        "phrase": owed.phrase(progress.today),
        "completed_on": owed.completed_on,
        "activities": activities,
        "without_evidence": owed.without_evidence,
    })
}

fn report(item: &ReportItem, progress: &Progress) -> Value {
    let levels: Vec<_> = item
        .levels
        .iter()
        .map(|level| json!({ "from": level.from, "to": level.to, "due": level.due, "basis": level.basis }))
        .collect();
    let returns: Vec<_> = item
        .returns
        .iter()
        .map(|(office, received_on)| json!({ "office": office, "received_on": received_on }))
        .collect();
    json!({
        "filing": item.filing,
        "rule": item.rule,
        "period": item.period,
        "title": item.title,
        "regime": item.regime,
        "form": item.form,
        "window": item.window,
        "due": item.due,
        "levels": levels,
        "standing": standing(item.standing),
        "state": item.state.key(),
        "phrase": item.phrase(progress.today),
        "sent_on": item.sent_on,
        "number": item.number,
        "returns": returns,
    })
}

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Off => "off",
        Standing::Ahead => "ahead",
        Standing::Open { .. } => "open",
        Standing::NoEvidence => "no_evidence",
        Standing::Met => "met",
        Standing::MetLate { .. } => "met_late",
        Standing::PartlyMet => "partly_met",
        Standing::Missed => "missed",
        Standing::Overdue { .. } => "overdue",
    }
}
