//! One row: an activity, something that is none, or a reason why it cannot be read.

use std::collections::BTreeMap;

use super::headings::{Headings, headings};
use super::names::{Names, key};
use super::values::{amount, counts, day, is_of_year, last_of, month, plain, time};
use super::{Field, Mapping, Table, shortened, tidy};
use crate::calendar::Date;
use crate::exchange::PlanFile;
use crate::id::{ActivityId, OfficeId, UnitId};
use crate::ingest::sheet::{Cell, Row, column_name};
use crate::ingest::words::Words;
use crate::record::Extra;
use crate::register::{Activity, Count, Detail, DetailItem, Evidence, WorkForm};

/// What a row is.
pub(super) enum Read {
    /// An activity, and the fields that the list has.
    Activity(Box<Activity>, Vec<&'static str>),
    Passed(&'static str),
    Refused(String),
}

/// Reads the rows of one sheet, from top to bottom.
pub(super) struct Reader<'a, 'f> {
    pub(super) file: &'f PlanFile,
    pub(super) mapping: &'a Mapping,
    pub(super) names: &'a mut Names<'f>,
    pub(super) table: &'a Table,
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

impl Reader<'_, '_> {
    pub(super) fn read(&mut self, row: &Row) -> (Read, Vec<String>) {
        let mut remarks = Vec::new();
        if let Some(why) = self.passed(row) {
            return (Read::Passed(why), remarks);
        }
        match self.activity(row, &mut remarks) {
            Ok(read) => (read, remarks),
            Err(why) => (Read::Refused(why), remarks),
        }
    }

    /// The cells of a field, from left to right.
    fn cells<'r>(&self, row: &'r Row, field: &Field) -> impl Iterator<Item = &'r Cell> {
        self.table
            .columns
            .iter()
            .filter(move |column| column.field == *field)
            .filter_map(|column| row.get(column.column))
    }

    fn cell<'r>(&self, row: &'r Row, field: &Field) -> Option<&'r Cell> {
        self.cells(row, field).next()
    }

    fn text(&self, row: &Row, field: &Field) -> String {
        if self.is_of_register(row) {
            return self.whole(row, field);
        }
        self.cell(row, field).map(|cell| tidy(&plain(cell))).unwrap_or_default()
    }

    /// A text as it stands, blanks and lines as they are.
    fn whole(&self, row: &Row, field: &Field) -> String {
        self.cell(row, field).map(|cell| cell.shown().trim().to_owned()).unwrap_or_default()
    }

    /// Whether this program wrote the row: it has the id of an activity. What stands in it is taken to the letter.
    fn is_of_register(&self, row: &Row) -> bool {
        self.cell(row, &Field::Id).is_some_and(|cell| !is_blank(&cell.shown()))
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
                && let Some(office) = self.names.office(long)
            {
                self.office = Some(office);
                return Some("tên nhóm: cơ quan");
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
        let mut fields = vec!["date", "office", "title"];
        let mut note: Vec<String> = Vec::new();
        let title = self.text(row, &Field::Title);
        let date = self.date(row, remarks)?;
        let office = self.office(row, &mut note)?;
        if title.is_empty() {
            return Err("thiếu tên hoạt động".to_owned());
        }
        let mut activity = Activity {
            id: ActivityId::new(UNNAMED).map_err(|error| error.to_string())?,
            date,
            office,
            duty: None,
            channel: self.mapping.channel.clone(),
            topics: Vec::new(),
            title,
            audience: self.text(row, &Field::Audience),
            language: self.text(row, &Field::Language),
            counts: Vec::new(),
            reach: None,
            cost: None,
            evidence: Vec::new(),
            note: String::new(),
            detail: None,
            extra: Extra::new(),
        };
        if self.is_of_register(row) {
            activity.id = ActivityId::new(self.whole(row, &Field::Id)).map_err(|error| error.to_string())?;
            activity.channel = None;
        }
        let duty = self.text(row, &Field::Duty);
        if !is_blank(&duty) {
            activity.duty = self.names.duty(&duty);
            if activity.duty.is_none() {
                unknown("Nhiệm vụ", &duty, &mut note, remarks);
            }
        }
        self.channel(row, &mut activity, &mut note, remarks);
        self.topics(row, &mut activity, &mut note, remarks);
        self.counts(row, &mut activity, &mut note, remarks)?;
        for (field, what, value) in [
            (Field::Reach, "lượt tiếp cận", &mut activity.reach),
            (Field::Cost, "kinh phí", &mut activity.cost),
        ] {
            *value = self.cell(row, &field).map(|cell| amount(cell, what)).transpose()?.flatten();
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
        let has = |field: fn(&Field) -> bool| self.table.columns.iter().any(|column| field(&column.field));
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
        Ok(Read::Activity(Box::new(activity), fields))
    }

    fn date(&mut self, row: &Row, remarks: &mut Vec<String>) -> Result<Date, String> {
        let year = self.file.plan.year;
        let told = self.cell(row, &Field::Month).and_then(|cell| month(&cell.shown()));
        let month = told.or(self.month);
        let cell = self.cell(row, &Field::Date).filter(|cell| !is_blank(&cell.shown()));
        let date = match (cell, month) {
            (Some(cell), month) => {
                let (date, remark) = day(cell, year, month, self.is_1904)?;
                remarks.extend(remark);
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

    fn office(&mut self, row: &Row, note: &mut Vec<String>) -> Result<OfficeId, String> {
        let text = self.text(row, &Field::Office);
        if !is_blank(&text) {
            if let Some(office) = self.names.office(&text) {
                // What a list says more exactly than the plan ("bà Lý Thị Hoa, Văn phòng") stays.
                let (long, short) = self
                    .file
                    .offices
                    .get(&office)
                    .map_or((0, 0), |office| (key(&office.name).len(), key(&office.short_name).len()));
                if key(&text).len() > long.max(short) + 4 {
                    note.push(format!("Cơ quan theo danh sách: {text}"));
                }
                return Ok(office);
            }
            if !self.names.unknown_offices.contains(&text) && self.names.unknown_offices.len() < 100 {
                self.names.unknown_offices.push(text.clone());
            }
            return Err(format!(
                "cơ quan “{}” không có trong kế hoạch; ghép tên này với một cơ quan của kế hoạch",
                shortened(&text, 60)
            ));
        }
        self.office.clone().or_else(|| self.mapping.office.clone()).ok_or_else(|| "thiếu cơ quan".to_owned())
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
        if let Some(channel) = self.names.channel_named(&text) {
            activity.channel = Some(channel);
            return;
        }
        let whole = self.names.channel(&text);
        let several: Vec<&str> =
            text.split([',', ';', '+']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let mut named: Vec<_> = several.iter().filter_map(|part| self.names.channel(part)).collect();
        named.dedup();
        activity.channel = named.first().cloned().or(whole).or_else(|| activity.channel.take());
        if named.len() > 1 {
            remarks.push(format!("nhiều hình thức “{}”: lấy hình thức đầu", shortened(&text, 60)));
            note.push(format!("Hình thức theo danh sách: {text}"));
        } else if named.is_empty() && activity.channel.is_none() {
            unknown("Hình thức", &text, note, remarks);
        }
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
            match self.names.topic(part) {
                Some(topic) if activity.topics.contains(&topic) => {}
                Some(topic) => activity.topics.push(topic),
                None => unknown("Nội dung tuyên truyền", part, note, remarks),
            }
        }
    }

    /// The counts of the row; where the list has none, the row is one of what its channel counts in.
    fn counts(
        &mut self,
        row: &Row,
        activity: &mut Activity,
        note: &mut Vec<String>,
        remarks: &mut Vec<String>,
    ) -> Result<(), String> {
        let of_channel: Option<UnitId> = activity
            .channel
            .as_ref()
            .and_then(|channel| self.file.channels.get(channel))
            .map(|channel| channel.unit.value.clone());
        let named = self.text(row, &Field::Unit);
        let own = {
            let words = Words::of(&named);
            self.names.unit(&words, 0).filter(|(_, end)| *end == words.len()).map(|(unit, _)| unit)
        };
        if own.is_none() && !is_blank(&named) {
            unknown("Đơn vị tính", &named, note, remarks);
        }
        let keeps_zeros = self.is_of_register(row);
        for column in &self.table.columns {
            let told = match &column.field {
                Field::Count(unit) => unit.clone().or_else(|| own.clone()).or_else(|| of_channel.clone()),
                Field::Counts => None,
                _ => continue,
            };
            let Some(cell) = row.get(column.column) else { continue };
            for (value, written) in counts(cell, self.names, keeps_zeros)? {
                let unit = written.or_else(|| told.clone());
                let Some(unit) = unit else {
                    remarks.push(format!("chưa rõ đơn vị tính của {value}: ghi vào ghi chú"));
                    note.push(format!("{} theo danh sách: {value}", column.heading));
                    continue;
                };
                match activity.counts.iter_mut().find(|count| count.unit == unit) {
                    Some(count) => count.value += value,
                    None => activity.counts.push(Count { unit, value, extra: Extra::new() }),
                }
            }
        }
        if self.counts_rows
            && let Some(unit) = own.or(of_channel)
        {
            activity.counts.push(Count { unit, value: 1, extra: Extra::new() });
        }
        Ok(())
    }

    /// What stands in columns without a heading is told; numbers in the first one count the rows.
    fn without_heading(&self, row: &Row, remarks: &mut Vec<String>) {
        let has_heading = |column: u16| self.table.columns.iter().any(|known| known.column == column);
        for (column, cell) in row.cells.iter().filter(|(column, _)| *column > 0 && !has_heading(*column)) {
            let shown = shortened(&tidy(&cell.shown()), 40);
            remarks.push(format!("cột {} không có tiêu đề, không nhập “{shown}”", column_name(*column)));
        }
    }

    fn evidence(&self, row: &Row, activity: &mut Activity) {
        let is_of_register = self.is_of_register(row);
        for cell in self.cells(row, &Field::Evidence) {
            if is_of_register {
                let whole = cell.shown();
                let lines = whole.lines().map(str::trim).filter(|line| !line.is_empty());
                activity.evidence.extend(lines.map(evidence_of_register));
                continue;
            }
            let text = plain(cell);
            let parts = text.split(['\n', ';']).map(str::trim).filter(|part| !is_blank(part));
            activity.evidence.extend(parts.map(Evidence::new));
        }
        // The address behind a title or behind "Xem tại đây".
        let links = self.links.range((row.number, 0)..(row.number + 1, 0));
        for (_, link) in links.filter(|(_, link)| link.starts_with("http")) {
            if !activity.evidence.iter().any(|evidence| evidence.text == **link) {
                activity.evidence.push(Evidence::new(*link));
            }
        }
    }
}

impl Reader<'_, '_> {
    /// What a form of work has of its own; where the row names no form, it goes into the note.
    fn detail(&self, row: &Row, activity: &mut Activity, note: &mut Vec<String>, remarks: &mut Vec<String>) {
        let named = self.text(row, &Field::Form);
        let form = WorkForm::ALL.into_iter().find(|form| key(&named).contains(&key(form.vietnamese())));
        if form.is_none() && !is_blank(&named) {
            unknown("Loại việc", &named, note, remarks);
        }
        let mut detail = form.map(Detail::new);
        for field in [
            Field::Place,
            Field::Begins,
            Field::Minutes,
            Field::Until,
            Field::LedBy,
            Field::RecordedBy,
            Field::Items,
        ] {
            let (Some(cell), text) = (self.cell(row, &field), self.text(row, &field)) else { continue };
            if is_blank(&text) {
                continue;
            }
            let is_taken = detail.as_mut().is_some_and(|detail| {
                match field {
                    Field::Begins => detail.begins = time(cell),
                    Field::Minutes => detail.minutes = amount(cell, "thời lượng").ok().flatten(),
                    Field::Until => {
                        let year = self.file.plan.year;
                        detail.until = day(cell, year, self.month, self.is_1904).ok().map(|(date, _)| date);
                    }
                    Field::LedBy => detail.led_by.clone_from(&text),
                    Field::RecordedBy => detail.recorded_by.clone_from(&text),
                    Field::Items => detail.items = items(&cell.shown()),
                    _ => detail.place.clone_from(&text),
                }
                match field {
                    Field::Begins => detail.begins.is_some(),
                    Field::Minutes => detail.minutes.is_some(),
                    Field::Until => detail.until.is_some(),
                    _ => true,
                }
            });
            if !is_taken {
                note.push(format!("{}: {text}", field.vietnamese()));
            }
        }
        activity.detail = detail.map(Box::new);
    }
}

/// A line of evidence as the register's own table writes it: a text, and its day behind it.
fn evidence_of_register(line: &str) -> Evidence {
    let dated = line.strip_suffix(')').and_then(|line| line.rsplit_once(" (ngày "));
    let dated = dated.and_then(|(text, date)| Some((text, Date::parse_from_str(date, "%d/%m/%Y").ok()?)));
    match dated {
        Some((text, date)) => Evidence { date: Some(date), ..Evidence::new(text) },
        None => Evidence::new(line),
    }
}

/// Items, each a paragraph; what it came to stands behind an arrow.
fn items(text: &str) -> Vec<DetailItem> {
    let text = text.replace('\r', "");
    let paragraphs = text.split("\n\n").map(str::trim).filter(|item| !item.is_empty());
    let item = |paragraph: &str| {
        let paragraph = format!("\n{paragraph}");
        let (text, answer) = paragraph.split_once("\n→").unwrap_or((&paragraph, ""));
        DetailItem { text: text.trim().to_owned(), answer: answer.trim().to_owned(), extra: Extra::new() }
    };
    paragraphs.map(item).collect()
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

/// A row of `1 2 3 4`, `(1) (2)` or `A B 1 2` under a header.
pub(super) fn is_numbering(row: &Row) -> bool {
    let mut is_all = row.cells.len() >= 3;
    let mut last = 0;
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
        is_all &= number == last + 1;
        last = number;
    }
    is_all
}
