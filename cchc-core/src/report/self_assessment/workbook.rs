//! The table of a self-assessment as a spreadsheet.

use super::{HEADINGS, left_out, lines, notice, remarks, title};
use crate::document::xlsx::{CellValue, Column, Format, Sheet, SheetRow, Workbook};
use crate::document::{Orientation, RowKind};
use crate::exchange::PlanFile;
use crate::progress::scoring::Assessment;

/// Bảng tự đánh giá as a spreadsheet: points as numbers, the tree as indents.
pub fn self_assessment_workbook(file: &PlanFile, assessment: &Assessment<'_>) -> Workbook {
    let widths = [8.0, 46.0, 10.0, 12.0, 12.0, 40.0, 36.0];
    let formats = [
        Format::Center,
        Format::Text,
        Format::Decimal,
        Format::Decimal,
        Format::Decimal,
        Format::Text,
        Format::Text,
    ];
    let columns = HEADINGS.into_iter().zip(widths).zip(formats).map(|((h, w), f)| Column::new(h, w, f));
    let mut sheet = Sheet::new(format!("{} {}", assessment.set.code, assessment.period), columns);
    let name = format!("{} {}", title(assessment), assessment.period.vietnamese());
    sheet.title = vec![name.to_uppercase(), file.plan.issuer.clone()];
    sheet
        .title
        .extend(notice(file, assessment).iter().flat_map(|notice| notice.lines()).map(ToOwned::to_owned));
    sheet.orientation = Orientation::Landscape;
    sheet.rows = lines(file, assessment)
        .into_iter()
        .map(|line| SheetRow {
            kind: if line.is_group { RowKind::Group } else { RowKind::Plain },
            depth: line.depth as u8,
            cells: vec![
                line.code.into(),
                line.name.into(),
                line.max.into(),
                line.self_score.into(),
                line.appraised.into(),
                line.proof.into(),
                line.note.into(),
            ],
        })
        .collect();
    for row in assessment.total_rows() {
        let cells =
            [CellValue::Empty, row.label.into(), row.max.into(), row.own.into(), row.appraised.into()];
        sheet.rows.push(SheetRow { kind: RowKind::Total, ..SheetRow::plain(cells) });
    }
    sheet.title.extend(left_out(assessment));
    sheet.notes = remarks(assessment);
    Workbook { name, sheets: vec![sheet] }
}
