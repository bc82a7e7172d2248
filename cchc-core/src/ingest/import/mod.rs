//! Nhập sổ theo dõi: the lists that offices keep in Excel become activities of the register.
//!
//! A list is read as it is: columns in any order and wording, title rows above the header, sheets per month or per
//! office, totals to be skipped, dates and counts as people write them. Each row becomes an activity, or is listed with
//! its number and the reason; what a row says and the plan does not know stays in its note. Nothing is written here:
//! [`Import::change`] gives the one change that does.
//!
//! Importing the same list twice adds nothing: a row is known by its day, office, channel and title, and its id follows
//! from them, so that two people who import the same list have files that merge.
//!
//! ```
//! use cchc_core::{examples, ingest::{import, sheet}};
//!
//! let file = examples::get("hoa-tham-2026").unwrap();
//! let list = "Ngày đăng,Đơn vị,Tên tin bài,Nơi đăng\n5/6/2026,Văn phòng,Nộp hồ sơ trực tuyến,Trang TTĐT\n";
//! let book = sheet::read(list.as_bytes(), "tin-bai.csv")?;
//! let import = import::activities(&book, &file, &import::Mapping::default());
//! let new = import.new_activities().next().unwrap();
//! assert_eq!((new.office.as_str(), new.title.as_str()), ("van-phong", "Nộp hồ sơ trực tuyến"));
//! # Ok::<(), sheet::SheetError>(())
//! ```

mod field;
mod figures;
mod header;
mod headings;
mod identity;
mod mapping;
mod money;
mod names;
mod row;
mod values;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::sheet::{Book, Row, Sheet};
use super::words::{push_tidy, tidy};
use crate::calendar::{Date, Period};
use crate::exchange::{Author, Change, Edit, PlanFile, field_name};
use crate::id::{IndexCode, OfficeId};
use crate::order;
use crate::register::Activity;
use crate::text::shortened;
use identity::Known;
use names::Names;

pub use field::{Field, FieldError};
pub use mapping::{Mapping, MappingError, Matter};

/// A list as it was read, and what would come of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// What the list is about.
    pub matter: Matter,
    /// Of tallies and scores: the set that they belong to, and
    pub set: Option<IndexCode>,
    /// their period.
    pub period: Option<Period>,
    /// How each sheet was understood, in the order of the book.
    pub tables: Vec<Table>,
    /// The rows that are no blank ones, in their order.
    pub lines: Vec<Line>,
    /// What the list calls offices that the plan does not have, or criteria that the set does not have, each once:
    /// [`Mapping::names`] may say which they are.
    pub unknown_names: Vec<String>,
}

/// How a sheet was understood.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// The name on its tab.
    pub sheet: String,
    /// The row of the header; none where the sheet has none that was understood, and nothing was read.
    pub header: Option<u32>,
    /// Its columns that have a heading, from left to right.
    pub columns: Vec<Column>,
    /// The office of rows that name none, from the name of the sheet or the titles above the header.
    pub office: Option<OfficeId>,
    /// The month of rows that name none.
    pub month: Option<u32>,
    /// Why the sheet was not read; empty where it was.
    pub passed: &'static str,
}

/// A column with its heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Which, from 0.
    pub column: u16,
    /// Its heading, as it is written.
    pub heading: String,
    /// What it holds.
    pub field: Field,
    /// What stands in its first rows, for the person who confirms.
    pub samples: Vec<String>,
}

/// Một dòng của danh sách.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The place of its sheet in the book.
    pub sheet: usize,
    /// Its number, as Excel shows it.
    pub row: u32,
    /// The words of its cells, shortened; of a new activity none, which has them itself.
    pub words: String,
    /// What comes of it.
    pub outcome: Outcome,
    /// What was concluded, or did not fit: a date that the row does not say, a channel that the plan does not have.
    pub remarks: Vec<String>,
}

/// What comes of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Mới: it becomes an activity.
    New(Box<Activity>),
    /// Số liệu mới: it becomes the tally, the score or the value of something.
    Figure {
        /// What it is of.
        title: String,
        /// What it says.
        told: String,
        /// The edit that enters it.
        edit: Box<Edit>,
    },
    /// Đã có.
    Known {
        /// The record.
        id: String,
        /// What the row says otherwise: the edit that would take it over, and the names of the fields.
        otherwise: Option<(Box<Edit>, Vec<&'static str>)>,
    },
    /// Đã xóa khỏi sổ: it was there and was deleted, so it does not come again.
    Deleted(String),
    /// Không phải hoạt động: a total, a group's name, a note under the table; why.
    Passed(&'static str),
    /// Không đọc được: why, and what to do.
    Refused(String),
}

/// How many rows came to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// New activities, new figures.
    pub new: usize,
    /// There already, and the same.
    pub known: usize,
    /// There already, and the row says something else.
    pub otherwise: usize,
    /// Deleted before.
    pub deleted: usize,
    /// No activities.
    pub passed: usize,
    /// Not read.
    pub refused: usize,
}

impl Table {
    /// A table of which nothing was understood yet, and why it is not looked at where it is not.
    fn new(sheet: &Sheet, mapping: &Mapping) -> Self {
        let mut table = Self {
            sheet: sheet.name.clone(),
            header: None,
            columns: Vec::new(),
            office: None,
            month: None,
            passed: "",
        };
        let is_asked = table.is_chosen(mapping);
        table.passed = if !mapping.sheets.is_empty() && !is_asked {
            "không chọn"
        } else if sheet.is_hidden && !is_asked {
            "trang tính ẩn"
        } else if sheet.rows.is_empty() {
            "trang tính trống"
        } else {
            ""
        };
        table
    }

    /// The column that holds the ids of activities.
    fn ids(&self) -> Option<u16> {
        self.columns.iter().find(|column| column.field == Field::Id).map(|column| column.column)
    }

    /// Whether a person named the sheet.
    fn is_chosen(&self, mapping: &Mapping) -> bool {
        mapping.sheets.iter().any(|name| names::key(name) == names::key(&self.sheet))
    }
}

/// Reads a list for a plan file, whatever it is about: what the mapping does not say is guessed from the headings.
/// `today` is the day on which the register is read, to whose figures scores are compared.
pub fn read(book: &Book, file: &PlanFile, mapping: &Mapping, today: Date) -> Import {
    match mapping.matter.unwrap_or_else(|| matter(book, file, mapping)) {
        Matter::Activities => activities(book, file, mapping),
        Matter::Figures => figures::figures(book, file, mapping, today),
    }
}

/// What a list is about, as the first sheet says that says it.
fn matter(book: &Book, file: &PlanFile, mapping: &Mapping) -> Matter {
    let mut names = Names::of(file, mapping);
    for sheet in book.sheets.iter().filter(|sheet| !sheet.is_hidden) {
        if figures::is_about(sheet, file, mapping) {
            return Matter::Figures;
        }
        if header::table(sheet, &mut names, mapping).0.columns.iter().any(|one| one.field == Field::Title) {
            return Matter::Activities;
        }
    }
    let is_tally = || {
        figures::figures(book, file, mapping, Date::default())
            .tables
            .iter()
            .any(|table| table.header.is_some())
    };
    if is_tally() { Matter::Figures } else { Matter::Activities }
}

/// Why another table of a workbook that this program wrote is not read.
pub const OTHER_TABLE: &str = "bảng khác của sổ đã xuất; hoạt động đọc từ trang có cột Mã hoạt động";

/// Where no sheet was understood, a person may say what the columns are.
fn offer_columns(book: &Book, tables: &mut [Table]) {
    if tables.iter().all(|table| table.header.is_none()) {
        for (sheet, table) in book.sheets.iter().zip(tables) {
            if !sheet.is_hidden && table.columns.is_empty() {
                header::offer(sheet, table);
            }
        }
    }
}

/// Reads a list of activities. What the mapping does not say is guessed from the headings.
pub fn activities(book: &Book, file: &PlanFile, mapping: &Mapping) -> Import {
    let mut names = Names::of(file, mapping);
    let mut known = Known::of(file);
    let (mut tables, mut lines) = (Vec::new(), Vec::new());
    let found: Vec<_> = book.sheets.iter().map(|sheet| header::table(sheet, &mut names, mapping)).collect();
    // A workbook that this program wrote: its other tables are no registers.
    let is_ours = found.iter().any(|(table, _)| table.ids().is_some());
    for (place, (sheet, (mut table, found))) in book.sheets.iter().zip(found).enumerate() {
        if is_ours && table.ids().is_none() && !table.is_chosen(mapping) && !sheet.is_hidden {
            table.header = None;
            table.columns.clear();
            table.passed = OTHER_TABLE;
        }
        let Some(found) = found.filter(|_| table.header.is_some()) else {
            tables.push(table);
            continue;
        };
        let links: BTreeMap<(u32, u16), &str> =
            sheet.links.iter().map(|(row, column, link)| ((*row, *column), &**link)).collect();
        let mut reader = row::Reader {
            file,
            mapping,
            names: &mut names,
            table: &table,
            cost: found.cost,
            tells_cost: false,
            results: row::columns_of(&table, header::is_result),
            states: row::columns_of(&table, header::is_state),
            above: None,
            ids: table.ids(),
            links,
            is_1904: book.is_1904,
            office: table.office.clone(),
            month: table.month,
            counts_rows: !table
                .columns
                .iter()
                .any(|column| matches!(column.field, Field::Count(_) | Field::Counts)),
        };
        let (first, fields) = (lines.len(), row::fields_of(&table));
        lines.reserve(sheet.rows.len());
        known.reserve(sheet.rows.len());
        for row in sheet.rows.iter().filter(|row| row.number > found.last) {
            let (read, mut remarks) = reader.read(row);
            let outcome = match read {
                row::Read::Activity(activity) => {
                    let (outcome, twin) = known.outcome(file, *activity, &fields, (place, row.number));
                    remarks.extend(twin.map(|(sheet, row)| {
                        let of = if sheet == place { "" } else { &book.sheets[sheet].name };
                        let of = if of.is_empty() { String::new() } else { format!(" của trang {of}") };
                        format!(
                            "giống dòng {row}{of} (cùng ngày, cơ quan, tên): xem lại có ghi hai lần không"
                        )
                    }));
                    outcome
                }
                row::Read::Passed(why) => Outcome::Passed(why),
                row::Read::Refused(why) => Outcome::Refused(why),
            };
            // A new activity says by itself what its row says.
            let words = if let Outcome::New(_) = outcome { String::new() } else { words_of(row) };
            lines.push(Line { sheet: place, row: row.number, words, outcome, remarks });
        }
        if lines.len() == first {
            table.passed = "không có dòng nào dưới tiêu đề cột";
        }
        tables.push(table);
    }
    offer_columns(book, &mut tables);
    Import {
        matter: Matter::Activities,
        set: None,
        period: None,
        tables,
        lines,
        unknown_names: names.unknown_offices,
    }
}

impl Import {
    /// The activities that are new.
    pub fn new_activities(&self) -> impl Iterator<Item = &Activity> {
        self.lines.iter().filter_map(|line| match &line.outcome {
            Outcome::New(activity) => Some(&**activity),
            _ => None,
        })
    }

    /// The rows that were not read.
    pub fn refused(&self) -> impl Iterator<Item = (&Line, &str)> {
        self.lines.iter().filter_map(|line| match &line.outcome {
            Outcome::Refused(why) => Some((line, why.as_str())),
            _ => None,
        })
    }

    /// How many rows came to what.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for line in &self.lines {
            let count = match &line.outcome {
                Outcome::New(_) | Outcome::Figure { .. } => &mut tally.new,
                Outcome::Known { otherwise: None, .. } => &mut tally.known,
                Outcome::Known { .. } => &mut tally.otherwise,
                Outcome::Deleted(_) => &mut tally.deleted,
                Outcome::Passed(_) => &mut tally.passed,
                Outcome::Refused(_) => &mut tally.refused,
            };
            *count += 1;
        }
        tally
    }

    /// Where a row stands, for a person: `dòng 12`, `Tháng 3, dòng 12`.
    pub fn place(&self, line: &Line) -> String {
        let name = self.tables.get(line.sheet).map_or("", |table| &table.sheet);
        if self.tables.len() < 2 || name.is_empty() {
            format!("dòng {}", line.row)
        } else {
            format!("{name}, dòng {}", line.row)
        }
    }

    /// The edit that keeps in the file how the list was read, where a person said anything of it that is not kept yet.
    /// `list` is the name of the list's file.
    pub fn keep(&self, file: &PlanFile, mapping: &Mapping, list: &str) -> Option<Edit> {
        let mut headings: Vec<String> = Vec::new();
        for column in self.tables.iter().flat_map(|table| &table.columns) {
            if !headings.contains(&column.heading) {
                headings.push(column.heading.clone());
            }
        }
        mapping.reading(headings, list, file)
    }

    /// The whole mapping, for a file of its own: what each heading holds, beside what was given.
    pub fn mapping(&self, given: &Mapping) -> Mapping {
        let mut kept = given.clone();
        for column in self.tables.iter().flat_map(|table| &table.columns) {
            kept.columns.entry(column.heading.clone()).or_insert_with(|| column.field.clone());
        }
        kept
    }

    /// The one change that brings the new activities in; with `update`, also what rows say otherwise of activities that
    /// are there. `list` is the name of the list's file.
    pub fn change(&self, author: Author, list: &str, update: bool) -> Change {
        let mut new: Vec<&Activity> = self.new_activities().collect();
        // In the order of the register, where each is put behind the one before.
        order::sort_by(&mut new, |a, b| a.id.cmp(&b.id));
        let mut edits: Vec<Edit> = new.into_iter().map(Edit::write).collect();
        edits.extend(self.lines.iter().filter_map(|line| match &line.outcome {
            Outcome::Figure { edit, .. } => Some((**edit).clone()),
            _ => None,
        }));
        if update {
            edits.extend(self.lines.iter().filter_map(|line| match &line.outcome {
                Outcome::Known { otherwise: Some((edit, _)), .. } => Some((**edit).clone()),
                _ => None,
            }));
        }
        Change { author, label: format!("Nhập từ {list}"), edits }
    }
}

impl Line {
    /// The words of its row, shortened, also of a new activity: of the book that was read.
    pub fn words_in(&self, book: &Book) -> Cow<'_, str> {
        if !self.words.is_empty() {
            return Cow::Borrowed(&self.words);
        }
        let rows = book.sheets.get(self.sheet).map_or(&[][..], |sheet| &sheet.rows);
        let row = rows.binary_search_by_key(&self.row, |row| row.number).ok();
        row.map(|at| words_of(&rows[at])).unwrap_or_default().into()
    }
}

/// The words of a row, as much as is needed to find it again.
fn words_of(row: &Row) -> String {
    let mut words = String::new();
    for (_, cell) in &row.cells {
        if !words.is_empty() {
            words.push_str(" | ");
        }
        push_tidy(&mut words, &cell.shown());
        if words.len() > 160 {
            break;
        }
    }
    shortened(&words, 120)
}

#[cfg(test)]
mod tests;
