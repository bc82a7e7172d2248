//! What of a plan was not read, on its way into the next year's.

use crate::exchange::PlanFile;
use crate::record::Kind;

/// Whether what is set aside under that name is the plan's own.
pub(super) fn is_of_plan(name: &str) -> bool {
    Kind::from_key(name).is_some_and(|kind| !is_of_year(kind))
}

/// The kinds of records of which a new year has none of the old one's.
pub(super) const fn is_of_year(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Activities
            | Kind::Difficulties
            | Kind::OfficeReturns
            | Kind::Filings
            | Kind::ParagraphEdits
            | Kind::ScoreEntries
            | Kind::Measures
            | Kind::BudgetItems
            | Kind::Merits
            | Kind::FrozenReports
            | Kind::Holidays
    )
}

/// What of the plan was not read, and is therefore as it was, or is not in the draft: its name in the file, and a word of it.
pub(super) fn unread(file: &PlanFile) -> Vec<(&str, String)> {
    let mut told = Vec::new();
    for (name, items) in &file.set_aside {
        let count = items.len();
        if let Some(kind) = Kind::from_key(name).filter(|kind| !is_of_year(*kind)) {
            let what = kind.vietnamese();
            let text = format!(
                "{count} {what} không đọc được, để riêng trong tệp với ngày, năm như cũ: sửa rồi xem lại"
            );
            told.push((name.as_str(), text));
        } else if name == "records" || name == "damaged" {
            let text = "Phần hỏng của tệp năm nay không vào dự thảo: sửa tệp năm nay rồi lập lại, hoặc bổ sung vào dự thảo";
            told.push((name.as_str(), text.to_owned()));
        }
    }
    told.extend(file.unknown_kinds.keys().map(|name| {
        let text =
            format!("Dữ liệu “{name}” phần mềm này không hiểu, giữ nguyên: xem có phải của năm nay không");
        (name.as_str(), text)
    }));
    told
}
