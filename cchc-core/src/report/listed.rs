//! Tải bảng: what a screen shows in a table, as a workbook of its own.

use crate::calendar::Date;
use crate::document::Document;
use crate::document::xlsx::Workbook;
use crate::exchange::PlanFile;
use crate::id::{ActivityId, BudgetItemId, DifficultyId, MeritId};
use crate::progress::Tracking;
use crate::report::plan_document::commune_slug;
use crate::report::tables::{
    activity_sheet, appendix_sheets, bound, budget_sheet, difficulty_sheet, index_targets, index_values,
    merit_sheet, obligation_sheet,
};

/// Bảng của một màn hình: which, and which of its rows, in their order. A row that is not there any more is left out.
#[derive(Debug, Clone, PartialEq)]
pub enum Listed {
    /// Nhật ký.
    Activities(Vec<ActivityId>),
    /// Nhiệm vụ: positions among [`Progress::obligations`](crate::progress::Progress::obligations).
    Obligations(Vec<usize>),
    /// Kiến nghị.
    Difficulties(Vec<DifficultyId>),
    /// Kinh phí.
    BudgetItems(Vec<BudgetItemId>),
    /// Điển hình, khen thưởng.
    Merits(Vec<MeritId>),
    /// Chỉ số: published values and what is to be reached.
    Indices,
}

impl Listed {
    /// The workbook, and the name of its file without its ending: `nhat-ky-xa-hoa-tham-2026-ngay-2026-11-20`.
    pub fn workbook(&self, tracking: &Tracking<'_>) -> (Workbook, String) {
        let (file, today) = (tracking.file(), tracking.today());
        let (what, sheets) = match self {
            Self::Activities(ids) => {
                let rows = ids.iter().filter_map(|id| file.activities.get(id)).collect();
                ("nhat-ky", vec![activity_sheet(file, today, rows)])
            }
            Self::Obligations(places) => {
                let all = &tracking.progress().obligations;
                let rows = places.iter().filter_map(|place| all.get(*place)).collect();
                ("viec-phai-lam", vec![obligation_sheet(file, today, rows)])
            }
            Self::Difficulties(ids) => {
                let rows = ids.iter().filter_map(|id| file.difficulties.get(id)).collect();
                ("kien-nghi", vec![difficulty_sheet(file, today, rows)])
            }
            Self::BudgetItems(ids) => {
                let rows: Vec<_> = ids.iter().filter_map(|id| file.budget_items.get(id)).collect();
                ("kinh-phi", vec![budget_sheet(file, &rows)])
            }
            Self::Merits(ids) => {
                let rows = ids.iter().filter_map(|id| file.merits.get(id)).collect();
                ("dien-hinh-khen-thuong", vec![merit_sheet(file, rows)])
            }
            Self::Indices => ("chi-so", vec![index_values(file), index_targets(file)]),
        };
        (bound(file, today, sheets), named(what, file, today))
    }
}

/// The tables of a report's appendices as a workbook, and the name of its file without its ending; none where the
/// report has no appendix. The document is what is shown: of a frozen report what was frozen.
pub fn appendix_workbook(
    file: &PlanFile,
    document: &Document,
    report: &str,
    today: Date,
) -> Option<(Workbook, String)> {
    let sheets = appendix_sheets(document);
    let what = format!("phu-luc-{report}");
    (!sheets.is_empty()).then(|| (bound(file, today, sheets), named(&what, file, today)))
}

fn named(what: &str, file: &PlanFile, today: Date) -> String {
    format!("{what}-{}-{}-ngay-{today}", commune_slug(&file.plan), file.plan.year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn a_table_holds_the_rows_of_the_screen_in_their_order() {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let tracking = Tracking::of(&file, "2026-11-20".parse().unwrap());
        let ids: Vec<ActivityId> = file.activities.iter().rev().take(3).map(|one| one.id.clone()).collect();
        let gone = "khong-co".parse().unwrap();
        let asked = ids.iter().cloned().chain([gone]).collect();
        let (book, name) = Listed::Activities(asked).workbook(&tracking);
        assert_eq!(name, "nhat-ky-xa-hoa-tham-2026-ngay-2026-11-20");
        let [sheet] = &book.sheets[..] else { panic!("{book:?}") };
        let told: Vec<_> = sheet.rows.iter().map(|row| row.cells[5].clone()).collect();
        let titles: Vec<_> =
            ids.iter().map(|id| file.activities.get(id).unwrap().title.clone().into()).collect();
        assert_eq!(told, titles);
        assert!(sheet.title[1].contains("ngày 20/11/2026") && sheet.notes[0].starts_with("DỮ LIỆU MINH HỌA"));

        let none = Listed::BudgetItems(Vec::new()).workbook(&tracking);
        assert_eq!((none.0.sheets[0].rows.len(), none.0.sheets[0].columns.len()), (0, 11));
        let names: Vec<_> =
            Listed::Indices.workbook(&tracking).0.sheets.into_iter().map(|sheet| sheet.name).collect();
        assert_eq!(names, ["Chỉ số", "Mục tiêu chỉ số"]);
    }
}
