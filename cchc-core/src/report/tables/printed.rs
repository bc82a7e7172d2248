//! The tables of a document as sheets.

use crate::document::xlsx::{CellValue, Column, Format, Sheet, SheetRow};
use crate::document::{Align, Block, Cell, Document, Row, RowKind, Table};
use crate::progress::Tracking;
use crate::report::papers::{PaperError, kept};
use crate::report::{ReportSpec, compose_from, to_document};

use Format::{Center, Date as Day, Integer, Text};

/// The tables of a report's appendices, a sheet each; of a frozen report those that were frozen.
///
/// # Errors
/// [`PaperError::Illegible`] where the report is frozen and cannot be read.
pub fn report_sheets(tracking: &Tracking<'_>, spec: &ReportSpec) -> Result<Vec<Sheet>, PaperError> {
    let document = match tracking.file().frozen(&spec.filing) {
        Some(frozen) => kept(tracking.file(), frozen, spec.form)?,
        None => to_document(&compose_from(tracking, spec)),
    };
    Ok(appendix_sheets(&document))
}

pub(in crate::report) fn appendix_sheets(document: &Document) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for appendix in &document.appendices {
        for block in &appendix.body {
            if let Block::Table(table) = block {
                let title = table.caption.as_deref().unwrap_or(&appendix.title);
                sheets.push(sheet_of(table, &format!("Phụ lục {}", sheets.len() + 1), title));
            }
        }
    }
    sheets
}

/// A table of a report as a sheet, its numbers and dates as what they are.
pub fn sheet_of(table: &Table, name: &str, title: &str) -> Sheet {
    let typed_at = |row: &Row, column: usize| {
        let align = table.columns.get(column).map_or(Align::Left, |column| column.align);
        row.cells.get(column).map(|cell| typed(cell, align))
    };
    let ordinary = || table.rows.iter().filter(|row| row.kind != RowKind::Group);
    let format = |column: usize| {
        let mut cells = ordinary().filter_map(|row| typed_at(row, column));
        match cells.find(|cell| *cell != CellValue::Empty) {
            Some(CellValue::Number(_)) if column > 0 => Integer,
            Some(CellValue::Number(_)) => Center,
            Some(CellValue::Date(_)) => Day,
            _ => Text,
        }
    };
    let shares: u32 = table.columns.iter().map(|column| u32::from(column.weight)).sum();
    let headings = table.header.last().map(Vec::as_slice).unwrap_or_default();
    let columns = table.columns.iter().enumerate().map(|(place, column)| {
        let width = f64::from(column.weight) / f64::from(shares.max(1)) * 140.0;
        let heading = headings.get(place).map(words).unwrap_or_default();
        Column::new(heading, width.clamp(7.0, 60.0), format(place))
    });
    let mut sheet = Sheet::new(name, columns.collect::<Vec<_>>());
    sheet.title = vec![without_nbsp(title)];
    let rows = table.rows.iter().map(|row| {
        let cells = (0..row.cells.len()).filter_map(|column| typed_at(row, column));
        SheetRow { kind: row.kind, ..SheetRow::plain(cells) }
    });
    sheet.rows = rows.collect();
    sheet
}

/// What a report prints as what it is: counts stand on the right, numbers of rows and dates in the middle.
fn typed(cell: &Cell, align: Align) -> CellValue {
    let text = words(cell);
    let date = || chrono::NaiveDate::parse_from_str(&text, "%d/%m/%Y");
    match cell.align.unwrap_or(align) {
        Align::Right if text == "–" => CellValue::Empty,
        Align::Right => match text.replace('.', "").parse::<u64>() {
            Ok(count) => CellValue::Number(count as f64),
            Err(_) => text.into(),
        },
        Align::Center => match (text.parse::<u32>(), date()) {
            (Ok(number), _) => number.into(),
            (_, Ok(date)) => date.into(),
            _ => text.into(),
        },
        Align::Left => text.into(),
    }
}

fn words(cell: &Cell) -> String {
    without_nbsp(&cell.text.words())
}

/// On paper a line must not end everywhere; a cell has no need of that.
fn without_nbsp(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
