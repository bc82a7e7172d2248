//! Minh chứng, chi tiết: what proves an activity, and what its form of work has of its own.

use super::{Reader, is_blank, told_more, unknown};
use crate::calendar::Date;
use crate::ingest::import::Field;
use crate::ingest::import::names::key;
use crate::ingest::import::values::{amount, day, plain, time};
use crate::ingest::sheet::Row;
use crate::record::Extra;
use crate::register::{Activity, Detail, DetailItem, Evidence, WorkForm};

impl Reader<'_, '_> {
    pub(super) fn evidence(&self, row: &Row, activity: &mut Activity) {
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

    /// What a form of work has of its own; where the row names no form, it goes into the note.
    pub(super) fn detail(
        &self,
        row: &Row,
        activity: &mut Activity,
        note: &mut Vec<String>,
        remarks: &mut Vec<String>,
    ) {
        let named = self.text(row, &Field::Form);
        let form = if is_blank(&named) {
            None
        } else {
            let wanted = key(&named);
            let form = WorkForm::ALL.into_iter().find(|form| wanted.contains(&key(form.vietnamese())));
            match form {
                None => unknown("Loại việc", &named, note, remarks),
                Some(form) if wanted != key(form.vietnamese()) => {
                    told_more("Loại việc", &named, form.vietnamese(), note, remarks);
                }
                Some(_) => {}
            }
            form
        };
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
