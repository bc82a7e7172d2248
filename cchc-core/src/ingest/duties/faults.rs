//! What contradicts itself in a duty's words.

use super::super::Draft;
use super::super::timing::wrong_weekday;
use super::super::words::Words;
use crate::diagnostic::{Diagnostic, Place};
use crate::plan::{Basis, Cadence, Duty};
use crate::text::date_vi;

/// A last day that has passed, a weekday that is another one, an amount of each.
pub(super) fn faults(draft: &mut Draft<'_>, duty: &Duty, words: &Words<'_>) {
    let due = match duty.cadence.value {
        Cadence::Once { due } | Cadence::Range { to: due, .. } => Some(due),
        _ => None,
    };
    if let Some(due) = due.filter(|due| *due < draft.today && duty.cadence.basis == Basis::Written) {
        draft.found.push(Diagnostic::warning(
            "deadline-past",
            Place::record(duty, "cadence"),
            format!("hạn {} đã qua", date_vi(due)),
            "Ghi kết quả nếu đã làm, hoặc xem lại hạn",
        ));
    }
    if let Some((said, right)) = wrong_weekday(words, draft.header.year) {
        draft.found.push(Diagnostic::warning(
            "weekday-against-date",
            Place::record(duty, "cadence"),
            format!("“{said}” là {right}"),
            "Đối chiếu ngày với lịch",
        ));
    }
    of_each(draft, duty);
}

/// An amount that is asked of each.
pub(super) fn of_each(draft: &mut Draft<'_>, duty: &Duty) {
    if let Some(quota) = duty.quota.as_ref().filter(|quota| quota.reason.starts_with("Kế hoạch giao cho"))
    {
        draft.found.push(Diagnostic::warning(
            "quota-of-each",
            Place::record(duty, "quota"),
            format!("“{}” giao cho từng người, từng đơn vị; đang đếm như cho cả cơ quan", quota.wording),
            "Nhân với số người, số đơn vị",
        ));
    }
}
