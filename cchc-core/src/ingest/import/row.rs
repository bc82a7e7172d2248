//! One row: an activity, something that is none, or a reason why it cannot be read.

mod counts;
mod detail;
mod ditto;
mod state;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::mem::discriminant;

use super::headings::{Headings, headings};
use super::money::Scale;
use super::names::{Found, Names, key};
use super::values::{day, is_of_year, last_of, month, plain, says_more_than_a_day, scaled_amount};
use super::{Column, Field, Mapping, Table, shortened, tidy};
use crate::calendar::Date;
use crate::exchange::PlanFile;
use crate::id::{ActivityId, OfficeId, TopicId};
use crate::ingest::sheet::{Cell, Row, column_name};
use crate::ingest::words::Words;
use crate::register::Activity;
use crate::text::integer_vi;
use state::State;

const NO_OFFICE_COLUMN: &str = "thiếu cơ quan: danh sách không có cột nào hiểu là cơ quan; chọn cơ quan cho cả danh sách, hoặc chọn cột cơ quan";

/// What a row is.
pub(super) enum Read {
    Activity(Box<Activity>),
    Passed(&'static str),
    Refused(String),
}

/// Reads the rows of one sheet, from top to bottom.
pub(super) struct Reader<'a, 'f> {
    pub(super) file: &'f PlanFile,
    pub(super) mapping: &'a Mapping,
    pub(super) names: &'a mut Names<'f>,
    pub(super) table: &'a Table,
    /// What one figure of the column of money is, and whether a row told it.
    pub(super) cost: Option<Scale>,
    pub(super) tells_cost: bool,
    /// The columns of results, which may be counts or words; and those that say whether something was done.
    pub(super) results: Vec<u16>,
    pub(super) states: Vec<u16>,
    /// The activity above, for cells that repeat it.
    pub(super) above: Option<Cow<'a, Row>>,
    /// The column of ids, where there is one.
    pub(super) ids: Option<u16>,
    /// Addresses behind cells.
    pub(super) links: BTreeMap<(u32, u16), &'a str>,
    pub(super) is_1904: bool,
    /// The office and the month that hold until another is named.
    pub(super) office: Option<OfficeId>,
    pub(super) month: Option<u32>,
    /// No column has a count: each row counts as one.
    pub(super) counts_rows: bool,
}

/// The id until [`identity`](super::identity) gives it one of its own.
pub(super) const UNNAMED: &str = "dong-moi";

/// The fields of an activity that the columns of a list have.
pub(super) fn fields_of(table: &Table) -> Vec<&'static str> {
    let mut fields = vec!["date", "office", "title"];
    let has = |field: fn(&Field) -> bool| table.columns.iter().any(|column| field(&column.field));
    for (name, is_there) in [
        ("duty", has(|field| *field == Field::Duty)),
        ("channel", has(|field| *field == Field::Channel)),
        ("topics", has(|field| *field == Field::Topics)),
        ("audience", has(|field| *field == Field::Audience)),
        ("language", has(|field| *field == Field::Language)),
        ("counts", has(|field| matches!(field, Field::Count(_) | Field::Counts))),
        ("reach", has(|field| *field == Field::Reach)),
        ("cost", has(|field| *field == Field::Cost)),
        ("evidence", has(|field| *field == Field::Evidence)),
        ("note", has(|field| *field == Field::Note)),
        ("detail", has(|field| *field == Field::Form)),
        ("place", has(|field| *field == Field::Place)),
        ("begins", has(|field| *field == Field::Begins)),
        ("minutes", has(|field| *field == Field::Minutes)),
        ("until", has(|field| *field == Field::Until)),
        ("led_by", has(|field| *field == Field::LedBy)),
        ("recorded_by", has(|field| *field == Field::RecordedBy)),
        ("items", has(|field| *field == Field::Items)),
    ] {
        if is_there {
            fields.push(name);
        }
    }
    fields
}

/// The columns whose headings are of a kind.
pub(super) fn columns_of(table: &Table, is_of_kind: fn(&str) -> bool) -> Vec<u16> {
    table.columns.iter().filter(|column| is_of_kind(&column.heading)).map(|column| column.column).collect()
}

impl<'a> Reader<'a, '_> {
    pub(super) fn read(&mut self, row: &'a Row) -> (Read, Vec<String>) {
        let mut remarks = Vec::new();
        let resolved = ditto::resolved(row, self.above.as_deref());
        let row = resolved.map_or(Cow::Borrowed(row), Cow::Owned);
        if let Some(why) = self.passed(&row) {
            return (Read::Passed(why), remarks);
        }
        let row = self.without_errors(row, &mut remarks);
        let read = self.activity(&row, &mut remarks);
        self.above = Some(row);
        match read {
            Ok(read) => (read, remarks),
            Err(why) => (Read::Refused(why), remarks),
        }
    }
}

impl Reader<'_, '_> {
    /// The row without cells that hold an error of Excel, each told with its place. Where an activity cannot do without
    /// it, the cell stays, and the row is refused for it.
    fn without_errors<'r>(&self, row: Cow<'r, Row>, remarks: &mut Vec<String>) -> Cow<'r, Row> {
        let is_needed = |field: &Field| {
            matches!(
                field,
                Field::Date
                    | Field::Office
                    | Field::Title
                    | Field::Count(_)
                    | Field::Counts
                    | Field::Reach
                    | Field::Cost
                    | Field::Id
                    | Field::Skip
            )
        };
        let mut wrong = Vec::new();
        for column in self.table.columns.iter().filter(|column| !is_needed(&column.field)) {
            if let Some(cell @ Cell::Error(_)) = row.get(column.column) {
                remarks.push(unread(column.column, cell));
                wrong.push(column.column);
            }
        }
        if wrong.is_empty() {
            return row;
        }
        let mut row = row.into_owned();
        row.cells.retain(|(column, _)| !wrong.contains(column));
        Cow::Owned(row)
    }

    /// The cells of a field, from left to right.
    fn cells<'r>(&self, row: &'r Row, field: &Field) -> impl Iterator<Item = &'r Cell> {
        self.table
            .columns
            .iter()
            // Asked a hundred times a row: most are told apart by their kind alone.
            .filter(move |column| {
                discriminant(&column.field) == discriminant(field) && column.field == *field
            })
            .filter_map(|column| row.get(column.column))
    }

    fn cell<'r>(&self, row: &'r Row, field: &Field) -> Option<&'r Cell> {
        self.cells(row, field).next()
    }

    fn text(&self, row: &Row, field: &Field) -> String {
        if self.is_of_register(row) {
            return self.whole(row, field);
        }
        self.cell(row, field).map(|cell| tidy(&cell.shown())).unwrap_or_default()
    }

    /// A text as it stands, blanks and lines as they are.
    fn whole(&self, row: &Row, field: &Field) -> String {
        self.cell(row, field).map(|cell| cell.shown().trim().to_owned()).unwrap_or_default()
    }

    /// Whether this program wrote the row: it has the id of an activity. What stands in it is taken to the letter.
    fn is_of_register(&self, row: &Row) -> bool {
        self.ids.and_then(|column| row.get(column)).is_some_and(|cell| !is_blank(&cell.shown()))
    }

    /// Whether a row is no activity: why. A row that names a group sets what holds for the rows under it.
    fn passed(&mut self, row: &Row) -> Option<&'static str> {
        if is_numbering(row) {
            return Some("dòng đánh số cột");
        }
        // A group's name may stand in the column of days.
        let has_title = self.cell(row, &Field::Title).is_some();
        let has_date = self.cell(row, &Field::Date).is_some_and(|cell| {
            cell.as_text().is_none_or(|text| has_title && text.contains(|c: char| c.is_ascii_digit()))
        });
        let mut texts = row.cells.iter().filter_map(|(_, cell)| cell.as_text());
        let known = headings();
        if !has_date && texts.clone().any(|text| known.is_total(&Words::of(text))) {
            return Some("dòng cộng");
        }
        let mut counted = self.table.columns.iter().filter(|column| matches!(column.field, Field::Count(_)));
        let has_count = counted.any(|column| row.get(column.column).is_some());
        if has_date || has_count {
            return None;
        }
        let different = {
            let mut different: Vec<&str> = texts.clone().map(str::trim).collect();
            different.dedup();
            different
        };
        let long = different.iter().copied().max_by_key(|text| text.len())?;
        if different.len() <= 2 {
            if let Some(month) = month(long).filter(|_| key(long).starts_with("thang") || long.len() <= 4) {
                self.month = Some(month);
                return Some("tên nhóm: tháng");
            }
            if self
                .cell(row, &Field::Office)
                .is_none_or(|cell| cell.as_text().is_some_and(|text| text.trim() == long))
                && key(long).len() <= 80
                && let Some(found) = self.names.office(long)
            {
                match found.one() {
                    Some(office) => {
                        self.office = Some(office);
                        return Some("tên nhóm: cơ quan");
                    }
                    // The rows under it are not those of the group before.
                    None if found.is_whole => {
                        self.office = None;
                        return Some("tên nhóm: nhiều cơ quan");
                    }
                    None => {}
                }
            }
        }
        if texts.any(|text| Headings::begins(&Words::of(text), &known.closing)) {
            return Some("ghi chú, chữ ký dưới bảng");
        }
        // A number of its own and one text say nothing of an activity where a day is asked for in a column.
        let has_date_column = self.table.columns.iter().any(|column| column.field == Field::Date);
        (different.len() <= 1 && has_date_column && row.cells.len() <= 2).then_some("dòng chữ, không có ngày")
    }

    fn activity(&mut self, row: &Row, remarks: &mut Vec<String>) -> Result<Read, String> {
        let mut note: Vec<String> = Vec::new();
        if let Some(Cell::Error(error)) = self.cell(row, &Field::Title) {
            return Err(format!("tên hoạt động là lỗi của Excel “{error}”"));
        }
        let title = self.text(row, &Field::Title);
        self.state(row, &title, remarks)?;
        let date = self.date(row, &mut note, remarks)?;
        let office = self.office(row, &mut note, remarks)?;
        if title.is_empty() {
            return Err("thiếu tên hoạt động".to_owned());
        }
        let unnamed = ActivityId::new(UNNAMED).map_err(|error| error.to_string())?;
        let mut activity = Activity {
            channel: self.mapping.channel.clone(),
            audience: self.text(row, &Field::Audience),
            language: self.text(row, &Field::Language),
            ..Activity::new(unnamed, date, office, title)
        };
        if self.is_of_register(row) {
            activity.id = ActivityId::new(self.whole(row, &Field::Id)).map_err(|error| error.to_string())?;
            activity.channel = None;
        }
        let duty = self.text(row, &Field::Duty);
        if !is_blank(&duty) {
            if let Some(found) = self.names.duty(&duty) {
                let name = self.file.duties.get(&found.first).map_or("", |duty| &duty.short_name);
                kept("Nhiệm vụ", &duty, &found, name, &mut note, remarks);
                activity.duty = Some(found.first);
            } else {
                unknown("Nhiệm vụ", &duty, &mut note, remarks);
            }
        }
        self.channel(row, &mut activity, &mut note, remarks);
        self.topics(row, &mut activity, &mut note, remarks);
        self.counts(row, &mut activity, &mut note, remarks)?;
        let amount = |field, what, scale| {
            self.cell(row, &field)
                .map(|cell| scaled_amount(cell, what, scale))
                .transpose()
                .map(Option::flatten)
        };
        activity.reach = amount(Field::Reach, "lượt tiếp cận", 1.0)?;
        activity.cost =
            amount(Field::Cost, "kinh phí", self.cost.map_or(1.0, |scale| f64::from(scale.factor)))?;
        if let (Some(scale), Some(cost)) = (self.cost, activity.cost.filter(|cost| *cost > 0))
            && !self.tells_cost
        {
            self.tells_cost = true;
            let cost = integer_vi(cost as i64);
            remarks.push(format!("kinh phí của danh sách tính bằng {}: dòng này là {cost} đồng", scale.name));
        }
        self.evidence(row, &mut activity);
        self.detail(row, &mut activity, &mut note, remarks);
        self.without_heading(row, remarks);
        let own: Vec<String> = if self.is_of_register(row) {
            vec![self.whole(row, &Field::Note)]
        } else {
            self.cells(row, &Field::Note).map(plain).collect()
        };
        let own = own.into_iter().filter(|text| !is_blank(text));
        activity.note = own.chain(note).collect::<Vec<_>>().join("\n");
        Ok(Read::Activity(Box::new(activity)))
    }

    /// Refuses a row that says that it was not done; asks to look where that is not sure.
    fn state(&self, row: &Row, title: &str, remarks: &mut Vec<String>) -> Result<(), String> {
        if self.is_of_register(row) {
            return Ok(());
        }
        let says = |column: &&Column| {
            let is_of = |columns: &[u16]| columns.contains(&column.column);
            column.field == Field::Note || is_of(&self.states) || is_of(&self.results)
        };
        let notes = self.table.columns.iter().filter(says).filter_map(|column| {
            let text = row.get(column.column)?.as_text()?;
            Some((text, state::of_note(text, self.states.contains(&column.column))))
        });
        for (text, found) in std::iter::once((title, state::of_title(title))).chain(notes) {
            match found {
                State::NotDone => return Err(state::reason(text)),
                State::Doubtful => remarks.push(state::doubt(text)),
                State::Done => {}
            }
        }
        Ok(())
    }

    fn date(&mut self, row: &Row, note: &mut Vec<String>, remarks: &mut Vec<String>) -> Result<Date, String> {
        let year = self.file.plan.year;
        let told = self.cell(row, &Field::Month).and_then(|cell| month(&cell.shown()));
        let month = told.or(self.month);
        let cell = self.cell(row, &Field::Date).filter(|cell| !is_blank(&cell.shown()));
        let date = match (cell, month) {
            (Some(cell), month) => {
                let (date, remark) = day(cell, year, month, self.is_1904)?;
                remarks.extend(remark);
                if let Some(text) = cell.as_text().filter(|text| says_more_than_a_day(text)) {
                    remarks
                        .push(format!("ngày “{}”: giữ nguyên lời trong ghi chú", shortened(&tidy(text), 60)));
                    note.push(format!("Ngày theo danh sách: {}", tidy(text)));
                }
                date
            }
            (None, Some(month)) => {
                let date = last_of(year, month).ok_or_else(|| "thiếu ngày".to_owned())?;
                remarks.push(format!("không ghi ngày: lấy ngày cuối tháng {month}"));
                date
            }
            (None, None) => return Err("thiếu ngày".to_owned()),
        };
        if !is_of_year(date, year) {
            remarks.push(format!("ngày ngoài năm {year} của kế hoạch"));
        }
        Ok(date)
    }

    fn office(
        &mut self,
        row: &Row,
        note: &mut Vec<String>,
        remarks: &mut Vec<String>,
    ) -> Result<OfficeId, String> {
        if let Some(Cell::Error(error)) = self.cell(row, &Field::Office) {
            return Err(format!("cơ quan là lỗi của Excel “{error}”"));
        }
        let text = self.text(row, &Field::Office);
        if is_blank(&text) {
            return self.office.clone().or_else(|| self.mapping.office.clone()).ok_or_else(|| {
                let has_column = self.table.columns.iter().any(|column| column.field == Field::Office);
                if has_column { "thiếu cơ quan" } else { NO_OFFICE_COLUMN }.to_owned()
            });
        }
        let found = self.names.office(&text);
        let name =
            |id: &OfficeId| self.file.offices.get(id).map_or_else(String::new, |one| one.short_name.clone());
        if let Some(office) = found.as_ref().and_then(Found::one) {
            // What a list says more exactly than the plan ("bà Lý Thị Hoa, Văn phòng") stays.
            kept("Cơ quan", &text, found.as_ref().expect("it is of this"), &name(&office), note, remarks);
            return Ok(office);
        }
        if !self.names.unknown_offices.contains(&text) && self.names.unknown_offices.len() < 100 {
            self.names.unknown_offices.push(text.clone());
        }
        // Whose work it is decides what an office has achieved: of several a person says which.
        Err(match found {
            Some(found) => {
                let all: Vec<String> = std::iter::once(&found.first).chain(&found.others).map(name).collect();
                format!(
                    "“{}” là {} cơ quan của kế hoạch ({}); ghi một cơ quan chủ trì, hoặc ghép tên này với một cơ quan",
                    shortened(&text, 60),
                    all.len(),
                    all.join("; ")
                )
            }
            None => format!(
                "cơ quan “{}” không có trong kế hoạch; ghép tên này với một cơ quan của kế hoạch",
                shortened(&text, 60)
            ),
        })
    }

    fn channel(
        &mut self,
        row: &Row,
        activity: &mut Activity,
        note: &mut Vec<String>,
        remarks: &mut Vec<String>,
    ) {
        let text = self.text(row, &Field::Channel);
        if is_blank(&text) {
            return;
        }
        // What a row says otherwise is not what was chosen for rows that say nothing.
        activity.channel = if let Some(found) = self.names.channel(&text) {
            let name = self.file.channels.get(&found.first).map_or("", |channel| &channel.short_name);
            kept("Hình thức", &text, &found, name, note, remarks);
            Some(found.first)
        } else {
            unknown("Hình thức", &text, note, remarks);
            None
        };
    }

    fn topics(
        &mut self,
        row: &Row,
        activity: &mut Activity,
        note: &mut Vec<String>,
        remarks: &mut Vec<String>,
    ) {
        let cells: Vec<String> =
            self.cells(row, &Field::Topics).map(plain).filter(|text| !is_blank(text)).collect();
        for part in cells.iter().flat_map(|text| text.split([';', '\n'])).map(str::trim) {
            if part.is_empty() {
                continue;
            }
            let Some(found) = self.names.topic(part) else {
                unknown("Nội dung tuyên truyền", part, note, remarks);
                continue;
            };
            let all: Vec<TopicId> = std::iter::once(&found.first).chain(&found.others).cloned().collect();
            let names = all.iter().filter_map(|id| Some(self.file.topics.get(id)?.short_name.as_str()));
            let names = names.collect::<Vec<_>>().join("; ");
            // An activity may have several.
            let found = Found { others: Vec::new(), ..found };
            kept("Nội dung tuyên truyền", part, &found, &names, note, remarks);
            for topic in all {
                if !activity.topics.contains(&topic) {
                    activity.topics.push(topic);
                }
            }
        }
    }

    /// What stands in columns without a heading is told; numbers in the first one count the rows.
    fn without_heading(&self, row: &Row, remarks: &mut Vec<String>) {
        let has_heading = |column: u16| self.table.columns.iter().any(|known| known.column == column);
        for (column, cell) in row.cells.iter().filter(|(column, _)| *column > 0 && !has_heading(*column)) {
            let shown = shortened(&tidy(&cell.shown()), 40);
            remarks.push(format!("cột {} không có tiêu đề, không nhập “{shown}”", column_name(*column)));
        }
    }
}

/// A cell that was not taken, as what stands in it is an error of Excel.
pub(super) fn unread(column: u16, cell: &Cell) -> String {
    format!("cột {} “{}”: không đọc được, không nhập", column_name(column), cell.shown())
}

/// Nothing, or a sign for nothing.
pub(super) fn is_blank(text: &str) -> bool {
    matches!(text.trim(), "" | "–" | "-" | "—" | "…" | "...")
}

/// What the plan does not know is told, and kept in the note.
fn unknown(what: &str, text: &str, note: &mut Vec<String>, remarks: &mut Vec<String>) {
    remarks.push(format!(
        "{} “{}” không có trong kế hoạch: ghi vào ghi chú",
        what.to_lowercase(),
        shortened(text, 60)
    ));
    note.push(format!("{what} theo danh sách: {text}"));
}

/// What a name says beside the record that was found of it is told, and kept in the note.
fn kept<Id: Clone>(
    what: &str,
    text: &str,
    found: &Found<Id>,
    taken: &str,
    note: &mut Vec<String>,
    remarks: &mut Vec<String>,
) {
    if !found.others.is_empty() {
        remarks.push(format!("nhiều {} “{}”: lấy {taken}", what.to_lowercase(), shortened(text, 60)));
        note.push(format!("{what} theo danh sách: {text}"));
    } else if !found.is_whole {
        told_more(what, text, taken, note, remarks);
    }
}

fn told_more(what: &str, text: &str, taken: &str, note: &mut Vec<String>, remarks: &mut Vec<String>) {
    remarks.push(format!(
        "{} “{}”: hiểu là {taken}, giữ nguyên lời trong ghi chú",
        what.to_lowercase(),
        shortened(text, 60)
    ));
    note.push(format!("{what} theo danh sách: {text}"));
}

/// A row of `1 2 3 4`, `(1) (2)` or `A B 1 2` under a header.
pub(super) fn is_numbering(row: &Row) -> bool {
    let mut is_all = row.cells.len() >= 3;
    let mut last = 0_u32;
    for (_, cell) in &row.cells {
        let number = match cell {
            Cell::Number(number) if *number > 0.0 && *number < 100.0 => *number as u32,
            Cell::Text(text) => {
                let bare = text.trim().trim_matches(['(', ')']);
                match bare.parse() {
                    Ok(number) => number,
                    Err(_) if bare.len() == 1 && bare.is_ascii() && last == 0 => continue,
                    Err(_) => return false,
                }
            }
            _ => return false,
        };
        is_all &= last.checked_add(1) == Some(number);
        last = number;
    }
    is_all
}
