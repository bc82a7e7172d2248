//! Bảng tính: the register, what is owed, the report's appendix, the indices and the budget as one workbook.

mod printed;
mod records;
mod register;

use crate::calendar::{Date, Period};
use crate::document::Orientation;
use crate::document::xlsx::{CellValue, Column, Format, Sheet, SheetRow, Workbook};
use crate::exchange::PlanFile;
use crate::id::OfficeId;
use crate::order;
use crate::progress::{Obligation, Standing, Task, Tracking};
use crate::register::Activity;
use crate::report::ReportSpec;
use crate::report::papers::PaperError;
use crate::text::date_vi;
pub(super) use printed::appendix_sheets;
pub use printed::{report_sheets, sheet_of};
pub(super) use records::{budget_sheet, difficulty_sheet, index_targets, index_values, merit_sheet};
pub(super) use register::activity_sheet;

use Format::{Center, Date as Day, Integer, Text};

/// The workbook of a file on a day: of one office, or of all; with the appendix of a report where a period is asked for.
///
/// # Errors
/// [`PaperError::Illegible`] where that report is frozen and cannot be read.
pub fn workbook(
    tracking: &Tracking<'_>,
    office: Option<&OfficeId>,
    period: Option<Period>,
) -> Result<Workbook, PaperError> {
    let (file, today) = (tracking.file(), tracking.today());
    let register = || {
        let mut own: Vec<&Activity> =
            file.activities.iter().filter(|one| is_of(office, &one.office)).collect();
        order::sort_by_key(&mut own, |one| (one.date, &one.id));
        activity_sheet(file, today, own)
    };
    let owed = tracking.progress().obligations.iter();
    let owed = owed.filter(|owed| owed.standing != Standing::Off && is_of(office, &owed.office)).collect();
    let raised = file.difficulties.iter().filter(|one| is_of(office, &one.office)).collect();
    let merits = file.merits.iter().filter(|one| is_of(office, &one.office)).collect();
    let items: Vec<_> = file.budget_items.iter().filter(|item| is_of(office, &item.office)).collect();
    let mut sheets = vec![
        register(),
        obligation_sheet(file, today, owed),
        difficulty_sheet(file, today, raised),
        budget_sheet(file, &items),
        merit_sheet(file, merits),
        index_values(file),
        index_targets(file),
    ];
    sheets.retain(|sheet| !sheet.rows.is_empty());
    if let Some(period) = period {
        sheets.extend(report_sheets(tracking, &ReportSpec::of_period(file, period))?);
    }
    if sheets.is_empty() {
        sheets.push(register());
    }
    Ok(bound(file, today, sheets))
}

/// Sheets as a workbook: each says of which plan and day it is, and what is invented in it.
pub(super) fn bound(file: &PlanFile, today: Date, mut sheets: Vec<Sheet>) -> Workbook {
    for sheet in &mut sheets {
        sheet.orientation = Orientation::Landscape;
        let name = sheet.title.first().cloned().unwrap_or_default();
        sheet.title = vec![name, format!("{}, ngày {}", file.plan.title, date_vi(today))];
        sheet.notes.extend(file.plan.illustrative_notice());
    }
    Workbook { name: file.plan.title.clone(), sheets }
}

/// The name of the file, without its ending.
pub fn workbook_file_name(file: &PlanFile, today: Date, office: Option<&OfficeId>) -> String {
    let whose = office.map(|office| format!("-{office}")).unwrap_or_default();
    format!("so-theo-doi-cchc-{}{whose}-{today}", file.plan.year)
}

/// A sheet with its columns: heading, width, format.
fn sheet<const N: usize>(name: &str, title: &str, columns: [(&str, f64, Format); N]) -> Sheet {
    let columns = columns.map(|(heading, width, format)| Column::new(heading, width, format));
    Sheet { title: vec![title.to_owned()], ..Sheet::new(name, columns) }
}

/// Adds a row, its number first.
fn add(sheet: &mut Sheet, cells: impl IntoIterator<Item = CellValue>) {
    let number = sheet.rows.len() as u32 + 1;
    sheet.rows.push(SheetRow::plain(std::iter::once(number.into()).chain(cells)));
}

fn number(value: Option<u64>) -> CellValue {
    value.map(|value| value as f64).into()
}

fn named<'a>(name: Option<&'a String>, id: &'a str) -> CellValue {
    name.map_or(id, String::as_str).into()
}

fn office_name(file: &PlanFile, id: &OfficeId) -> CellValue {
    named(file.offices.get(id).map(|office| &office.name), id.as_str())
}

fn is_of(office: Option<&OfficeId>, id: &OfficeId) -> bool {
    office.is_none_or(|office| office == id)
}

pub(super) fn obligation_sheet(file: &PlanFile, today: Date, rows: Vec<&Obligation>) -> Sheet {
    let mut sheet = sheet(
        "Việc phải làm",
        "Việc phải làm trong năm",
        [
            ("STT", 6.0, Center),
            ("Cơ quan", 26.0, Text),
            ("Việc", 46.0, Text),
            ("Kỳ", 12.0, Text),
            ("Từ ngày", 12.0, Day),
            ("Đến ngày", 12.0, Day),
            ("Hạn", 12.0, Day),
            ("Yêu cầu", 9.0, Integer),
            ("Đạt", 9.0, Integer),
            ("Đơn vị tính", 13.0, Text),
            ("Tình trạng", 22.0, Text),
            ("Ngày hoàn thành", 13.0, Day),
            ("Thiếu minh chứng", 12.0, Integer),
        ],
    );
    for owed in rows {
        let unit = owed.unit.as_ref().and_then(|id| file.units.get(id)).map(|unit| unit.name.clone());
        add(
            &mut sheet,
            [
                office_name(file, &owed.office),
                what(file, owed).into(),
                owed.label.clone().into(),
                owed.window.from.into(),
                owed.window.to.into(),
                owed.due.into(),
                number(owed.required),
                number(Some(owed.achieved)),
                unit.into(),
                owed.phrase(today).into(),
                owed.completed_on.into(),
                number((owed.without_evidence > 0).then_some(owed.without_evidence.into())),
            ],
        );
    }
    sheet
}

fn what(file: &PlanFile, owed: &Obligation) -> String {
    match &owed.task {
        Task::Duty(duty) => file.duties.get(duty).map_or_else(|| duty.to_string(), |duty| duty.name.clone()),
        Task::Report { .. } => format!("Gửi báo cáo {}", owed.label),
        Task::Return { .. } => format!("Gửi số liệu {}", owed.label),
    }
}
