//! Kiểm tra: what contradicts itself in a file that reads well. Nothing is changed.

mod budget;
mod deadlines;
mod documents;
mod indicators;
mod plan;
mod references;
mod register;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::exchange::{FieldStamp, PlanFile};

pub use deadlines::deadline_notes;

/// Checks what the types cannot: references, quotations, dates against each other, deadlines against the law, doubles,
/// scores against their sets. In the order of the file; what reading found is not told again.
pub fn check(file: &PlanFile) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    references::check(file, &mut found);
    plan::check(file, &mut found);
    documents::check(file, &mut found);
    deadlines::check(file, &mut found);
    register::check(file, &mut found);
    budget::check(file, &mut found);
    indicators::check(file, &mut found);
    stamps(file, &mut found);
    found
}

/// Of what [`check`] finds only the errors: for which figures and reports may be missing something, or contradict
/// themselves. For whoever is not about the file's faults, and must not be silent about these.
pub fn errors(file: &PlanFile) -> Vec<Diagnostic> {
    let mut found = check(file);
    found.retain(|one| one.severity == Severity::Error);
    found
}

/// A stamp beyond the context would make a merge think a record deleted.
fn stamps(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    let stamps = &file.stamps;
    for (key, fields) in stamps.records.iter() {
        let mut dots = fields.values().flat_map(FieldStamp::dots);
        if let Some(dot) = dots.find(|dot| !stamps.covers(dot)) {
            found.push(Diagnostic::warning(
                "stamp-beyond-context",
                Place { id: key.to_string(), ..Place::part("stamps") },
                format!("dấu ghi {dot} chưa có trong ngữ cảnh của tệp"),
                "Tệp có thể đã bị sửa tay. Khi gộp tệp, so lại bản ghi này",
            ));
        }
    }
}

#[cfg(test)]
mod tests;
