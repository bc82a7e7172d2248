//! Dòng tiêu đề cột: where it stands under the title rows, and what they and the sheet's name say for all rows.

use super::headings::headings;
use super::money::{self, Scale};
use super::names::{Names, key};
use super::values::{begins_with_number, month, plain};
use super::{Column, Field, Mapping, Table, shortened, tidy};
use crate::ingest::sheet::{Cell, Row, Sheet};
use crate::ingest::words::Words;
use crate::order;

/// Rows in which a header is looked for.
const SEARCHED: usize = 40;
/// Samples shown for a column, and how long.
const SAMPLES: usize = 3;
const SAMPLE: usize = 40;
/// Cells that say what a column holds where its heading does not.
const JUDGED: usize = 20;

/// Where the header is.
pub(super) struct Found {
    /// The last row that belongs to it.
    pub(super) last: u32,
    /// What one figure of its money is, where that is not a đồng.
    pub(super) cost: Option<Scale>,
}

/// How a sheet is to be understood.
pub(super) fn table(sheet: &Sheet, names: &mut Names<'_>, mapping: &Mapping) -> (Table, Option<Found>) {
    let mut table = Table::new(sheet, mapping);
    if !table.passed.is_empty() {
        return (table, None);
    }
    let Some(at) = header_row(sheet, names, mapping) else {
        table.passed = "không thấy dòng tiêu đề cột như Ngày, Nội dung, Cơ quan";
        return (table, None);
    };
    let header = &sheet.rows[at];
    let below = sheet.rows.get(at + 1).filter(|below| is_second_line(sheet, header, below));
    table.header = Some(header.number);
    let written = written(sheet, header, below);
    let first = at + 1 + usize::from(below.is_some());
    let rows = &sheet.rows[first..];
    let wordy: Vec<bool> = written.iter().map(|(column, _)| is_wordy(rows, *column)).collect();
    let units: Vec<bool> = written
        .iter()
        .map(|(column, heading)| is_of_two_things(heading) && holds_units(rows, *column, names))
        .collect();
    let fields = fields(&written, names, mapping, &wordy, &units);
    for ((column, heading), field) in written.into_iter().zip(fields) {
        table.columns.push(column_of(rows, column, heading, field));
    }
    take_results(&mut table, rows, mapping);
    let has = |field: &Field| table.columns.iter().any(|column| column.field == *field);
    let titles = || sheet.rows[..at].iter().flat_map(|row| &row.cells).filter_map(|(_, cell)| cell.as_text());
    if !has(&Field::Office) {
        let mut office = |text: &str| names.office(text)?.one();
        table.office = office(&sheet.name).or_else(|| titles().find_map(office));
        table.office = table.office.or_else(|| mapping.office.clone());
    }
    let named = titles().find(|title| key(title).contains("thang ")).and_then(month);
    table.month = month(&sheet.name).or(named);
    let money = table.columns.iter().find(|column| column.field == Field::Cost);
    let cost = money
        .and_then(|column| money::of_heading(&column.heading).or_else(|| titles().find_map(money::of_title)));
    (table, Some(Found { last: below.unwrap_or(header).number, cost }))
}

/// Of a sheet without a header that is understood, the row that looks most like one: its columns are for a person to name.
pub(super) fn offer(sheet: &Sheet, table: &mut Table) {
    let texts = |row: &Row| {
        let short = |cell: &Cell| cell.as_text().is_some_and(|text| text.chars().count() <= 80);
        row.cells.iter().filter(|(_, cell)| short(cell)).count()
    };
    let rows = sheet.rows.iter().take(SEARCHED).enumerate();
    // Of rows alike the first: what stands below is what it heads.
    let best = rows.max_by_key(|(at, row)| (texts(row), std::cmp::Reverse(*at)));
    let Some((at, row)) = best.filter(|(_, row)| texts(row) >= 2) else { return };
    for (column, heading) in written(sheet, row, None) {
        table.columns.push(column_of(&sheet.rows[at + 1..], column, heading, Field::Skip));
    }
}

/// A column with what stands in its first rows.
pub(super) fn column_of(rows: &[Row], column: u16, heading: String, field: Field) -> Column {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let samples = cells.take(SAMPLES).map(|cell| shortened(&tidy(&cell.shown()), SAMPLE)).collect();
    Column { column, heading, field, samples }
}

/// The row whose cells are headings: the one of which most are understood, two at least, one of them a day or a title.
fn header_row(sheet: &Sheet, names: &Names<'_>, mapping: &Mapping) -> Option<usize> {
    let mut best = None;
    for (at, row) in sheet.rows.iter().take(SEARCHED).enumerate() {
        let texts: Vec<(u16, String)> = row
            .cells
            .iter()
            .filter_map(|(column, cell)| Some((*column, tidy(cell.as_text()?))))
            .filter(|(_, text)| text.chars().count() <= 80)
            .collect();
        if texts.len() < 2 {
            continue;
        }
        let mut seen: Vec<Field> = Vec::new();
        for field in fields(&texts, names, mapping, &[], &[]) {
            if !seen.contains(&field) {
                seen.push(field);
            }
        }
        // What a person mapped is a heading, whatever it maps to.
        let mapped = texts.iter().filter(|(_, text)| mapped(mapping, text).is_some()).count();
        let score = seen.iter().filter(|field| **field != Field::Skip).count().max(mapped);
        let tells = seen.contains(&Field::Date) || seen.contains(&Field::Title) || mapped >= 2;
        if score >= 2 && tells && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at)
}

/// Whether the row under a header is its second line: names under cells merged across columns.
pub(super) fn is_second_line(sheet: &Sheet, header: &Row, below: &Row) -> bool {
    let is_across = |column: u16| {
        sheet.merged.iter().any(|merged| {
            merged.rows.0 == header.number
                && merged.columns.0 < merged.columns.1
                && (merged.columns.0..=merged.columns.1).contains(&column)
        })
    };
    let mut under = below.cells.iter().filter(|(column, cell)| header.get(*column) != Some(cell)).peekable();
    under.peek().is_some() && under.all(|(column, cell)| cell.as_text().is_some() && is_across(*column))
}

/// The headings with their columns; a heading over several has theirs behind it.
pub(super) fn written(sheet: &Sheet, header: &Row, below: Option<&Row>) -> Vec<(u16, String)> {
    let text = |row: &Row, column| row.get(column).map(|cell: &Cell| tidy(&plain(cell))).unwrap_or_default();
    let over = |column: u16| {
        let merged = sheet.merged.iter().find(|merged| {
            merged.rows.0 == header.number && (merged.columns.0..=merged.columns.1).contains(&column)
        });
        text(header, merged.map_or(column, |merged| merged.columns.0))
    };
    let mut columns: Vec<u16> = header
        .cells
        .iter()
        .chain(below.into_iter().flat_map(|below| &below.cells))
        .map(|(column, _)| *column)
        .collect();
    order::sort(&mut columns);
    columns.dedup();
    let mut all = Vec::new();
    for column in columns {
        let (over, own) = (over(column), below.map(|below| text(below, column)).unwrap_or_default());
        let heading = match (over.is_empty(), own.is_empty() || own == over) {
            (_, true) => over,
            (true, false) => own,
            (false, false) => format!("{over}: {own}"),
        };
        if !heading.is_empty() {
            all.push((column, heading));
        }
    }
    all
}

/// What the mapping says of a heading.
fn mapped(mapping: &Mapping, heading: &str) -> Option<Field> {
    let wanted = key(heading);
    mapping.columns.iter().find(|(known, _)| key(known) == wanted).map(|(_, field)| field.clone())
}

/// What the columns hold: as the mapping says, else as guessed. Of a heading that may be of two things, what stands under
/// it tells: `units` says where those are units.
fn fields(
    written: &[(u16, String)],
    names: &Names<'_>,
    mapping: &Mapping,
    wordy: &[bool],
    units: &[bool],
) -> Vec<Field> {
    let of_units = |at: usize| units.get(at).copied().unwrap_or(false);
    let told: Vec<Option<Field>> = written.iter().map(|(_, heading)| mapped(mapping, heading)).collect();
    let taken: Vec<Field> = told.iter().flatten().cloned().collect();
    let open: Vec<&str> = written
        .iter()
        .zip(&told)
        .enumerate()
        .map(|(at, ((_, heading), told))| match last_part(heading) {
            _ if told.is_some() => "",
            _ if of_units(at) => COUNTED_IN,
            last => last,
        })
        .collect();
    let guessed = headings().guess(&open, names, &taken, wordy);
    told.into_iter().zip(guessed).map(|(told, guessed)| told.or(guessed).unwrap_or(Field::Skip)).collect()
}

/// What a column of units is called where that is said in full.
const COUNTED_IN: &str = "Đơn vị tính";

/// "Đơn vị": whose the work is, or what it is counted in.
fn is_of_two_things(heading: &str) -> bool {
    matches!(&*key(last_part(heading)), "don vi" | "d vi" | "dv")
}

/// Of "Số lượng: Tin, bài" what tells most is the end; "Kết quả: Đơn vị" is what it is counted in, not whose it is.
fn last_part(heading: &str) -> &str {
    let Some((over, last)) = heading.rsplit_once(": ") else { return heading };
    let counts = ["ket qua", "so luong", "khoi luong", "san pham"];
    if money::of_heading(last).is_some() {
        return heading;
    }
    if key(last) == "don vi" && counts.iter().any(|counted| key(over).starts_with(counted)) {
        return COUNTED_IN;
    }
    last
}

/// Whether a heading is of results, which may be counts or words.
pub(super) fn is_result(heading: &str) -> bool {
    matches!(&*key(last_part(heading)), "ket qua" | "ket qua thuc hien" | "ket qua dat duoc")
}

/// Whether a heading asks whether something was done.
pub(super) fn is_state(heading: &str) -> bool {
    let key = key(last_part(heading));
    ["tinh trang", "trang thai", "ket qua thuc hien"].iter().any(|state| key.starts_with(state))
}

/// Whether the first cells of a column are all words, none of them a number.
fn is_wordy(rows: &[Row], column: u16) -> bool {
    let mut cells = rows.iter().filter_map(|row| row.get(column)).take(JUDGED).peekable();
    let is_word = |cell: &Cell| {
        let text = cell.as_text().unwrap_or_default();
        text.chars().nth(2).is_some()
            && !text.contains(|c: char| c.is_ascii_digit())
            && !begins_with_number(cell)
    };
    cells.peek().is_some() && cells.all(is_word)
}

/// Whether most of the first cells of a column are names of units that the plan has, and none is one of its offices.
fn holds_units(rows: &[Row], column: u16, names: &mut Names<'_>) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column)).take(JUDGED);
    let texts: Vec<&str> = cells.filter_map(Cell::as_text).filter(|text| !text.trim().is_empty()).collect();
    let is_unit = |text: &&&str| {
        let words = Words::of(text);
        names.unit(&words, 0).is_some_and(|(_, end)| end == words.len())
    };
    let units = texts.iter().filter(is_unit).count();
    units > 0 && units * 2 >= texts.len() && !texts.iter().any(|text| names.office(text).is_some())
}

/// Results are counts where nothing else is and most of them are.
fn take_results(table: &mut Table, rows: &[Row], mapping: &Mapping) {
    if table.columns.iter().any(|column| matches!(column.field, Field::Count(_) | Field::Counts)) {
        return;
    }
    let is_open = |column: &&mut Column| {
        column.field == Field::Note
            && is_result(&column.heading)
            && mapped(mapping, &column.heading).is_none()
    };
    if let Some(results) = table.columns.iter_mut().find(is_open) {
        let cells: Vec<&Cell> = rows.iter().filter_map(|row| row.get(results.column)).take(JUDGED).collect();
        let counts = cells.iter().filter(|cell| begins_with_number(cell)).count();
        if counts > 0 && counts * 2 >= cells.len() {
            results.field = Field::Count(None);
        }
    }
}
