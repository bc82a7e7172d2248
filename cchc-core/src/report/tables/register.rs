//! The register as a sheet, which `ingest::import` reads back.

use std::collections::HashMap;

use super::{add, number, sheet};
use crate::calendar::Date;
use crate::document::xlsx::{CellValue, Format, Sheet};
use crate::exchange::PlanFile;
use crate::register::{Activity, Detail, DetailItem, Evidence};
use crate::text::{date_vi, fold, integer_vi};

use Format::{Center, Date as Day, Integer, Text};

/// What a table calls records of the plan: their short name or their name where it tells the record, else its id, so
/// that the table can be read back (`ingest::import`).
struct Called(HashMap<String, String>);

impl Called {
    /// Of records with id, the name that is wanted, and the other one by which they are known.
    fn of(all: Vec<[String; 3]>) -> Self {
        let key = |name: &str| {
            let name = fold(name);
            let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            words.collect::<Vec<_>>().join(" ")
        };
        let mut known: HashMap<String, usize> = HashMap::new();
        for (nth, [id, name, other]) in all.iter().enumerate() {
            for name in [name, other, id] {
                known.entry(key(name)).or_insert(nth);
            }
        }
        let one = |(nth, [id, name, _]): (usize, [String; 3])| {
            let wanted = key(&name);
            let is_its_own = !wanted.is_empty() && known.get(&wanted) == Some(&nth);
            (id.clone(), if is_its_own { name } else { id })
        };
        Self(all.into_iter().enumerate().map(one).collect())
    }

    fn get<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.get(id).map_or(id, String::as_str)
    }
}

/// The register. `ingest::import` reads it back, row by row, by the id in its last column: each field stands in a column
/// of its own, and what is several things stands on lines of its own. Columns that nobody used are left out.
pub(in crate::report) fn activity_sheet(file: &PlanFile, today: Date, rows: Vec<&Activity>) -> Sheet {
    let columns = [
        ("STT", 6.0, Center),
        ("Ngày", 12.0, Day),
        ("Cơ quan", 24.0, Text),
        ("Nhiệm vụ", 22.0, Text),
        ("Hình thức", 18.0, Text),
        ("Nội dung", 48.0, Text),
        ("Nội dung tuyên truyền", 24.0, Text),
        ("Đối tượng", 18.0, Text),
        ("Ngôn ngữ", 12.0, Text),
        ("Số lượng", 10.0, Integer),
        ("Đơn vị tính", 13.0, Text),
        ("Số lượng khác", 20.0, Text),
        ("Lượt tiếp cận", 11.0, Integer),
        ("Kinh phí (đồng)", 14.0, Integer),
        ("Minh chứng", 34.0, Text),
        ("Loại việc", 14.0, Text),
        ("Địa điểm", 20.0, Text),
        ("Giờ bắt đầu", 9.0, Center),
        ("Thời lượng (phút)", 10.0, Integer),
        ("Đến ngày", 12.0, Day),
        ("Người chủ trì", 22.0, Text),
        ("Người ghi", 22.0, Text),
        ("Chi tiết", 40.0, Text),
        ("Ghi chú", 20.0, Text),
        ("Tình trạng", 10.0, Text),
        ("Mã hoạt động", 18.0, Text),
    ];
    let asked_for = |heading: &str| {
        matches!(
            heading,
            "Ngôn ngữ"
                | "Giờ bắt đầu"
                | "Thời lượng (phút)"
                | "Đến ngày"
                | "Người chủ trì"
                | "Người ghi"
                | "Chi tiết"
                | "Tình trạng"
        )
    };
    let mut sheet = sheet("Nhật ký", "Nhật ký hoạt động", columns);
    let offices = Called::of(
        file.offices
            .iter()
            .map(|one| [one.id.to_string(), one.name.clone(), one.short_name.clone()])
            .collect(),
    );
    let duties = Called::of(
        file.duties
            .iter()
            .map(|one| [one.id.to_string(), one.short_name.clone(), one.name.clone()])
            .collect(),
    );
    let channels = Called::of(
        file.channels
            .iter()
            .map(|one| [one.id.to_string(), one.name.clone(), one.short_name.clone()])
            .collect(),
    );
    let topics = Called::of(
        file.topics
            .iter()
            .map(|one| [one.id.to_string(), one.short_name.clone(), one.name.clone()])
            .collect(),
    );
    for one in rows {
        let topics: Vec<&str> = one.topics.iter().map(|id| topics.get(id.as_str())).collect();
        let unit = |id: &'_ crate::id::UnitId| {
            file.units.get(id).map_or_else(|| id.to_string(), |unit| unit.name.clone())
        };
        let first = one.counts.first();
        let others = one.counts.iter().skip(1);
        let others: Vec<String> =
            others.map(|count| format!("{} {}", integer_vi(count.value as i64), unit(&count.unit))).collect();
        let evidence: Vec<String> = one.evidence.iter().map(evidence).collect();
        let detail = one.detail.as_deref();
        let said = |text: fn(&Detail) -> &String| CellValue::from(detail.map_or("", |detail| text(detail)));
        let items: Vec<String> = detail.into_iter().flat_map(|detail| &detail.items).map(item).collect();
        add(
            &mut sheet,
            [
                one.date.into(),
                offices.get(one.office.as_str()).into(),
                one.duty.as_ref().map(|id| duties.get(id.as_str())).into(),
                one.channel.as_ref().map(|id| channels.get(id.as_str())).into(),
                one.title.clone().into(),
                topics.join("; ").into(),
                one.audience.clone().into(),
                one.language.clone().into(),
                number(first.map(|count| count.value)),
                first.map(|count| unit(&count.unit)).into(),
                others.join("; ").into(),
                number(one.reach),
                number(one.cost),
                evidence.join("\n").into(),
                detail.map(|detail| detail.form.vietnamese()).into(),
                said(|detail| &detail.place),
                detail.and_then(|detail| detail.begins).map(|begins| begins.to_string()).into(),
                number(detail.and_then(|detail| detail.minutes)),
                detail.and_then(|detail| detail.until).into(),
                said(|detail| &detail.led_by),
                said(|detail| &detail.recorded_by),
                items.join("\n\n").into(),
                one.note.trim().into(),
                if one.date > today { "Dự kiến" } else { "" }.into(),
                one.id.as_str().into(),
            ],
        );
    }
    for column in (0..columns.len()).rev().filter(|column| asked_for(columns[*column].0)) {
        if sheet.rows.iter().all(|row| row.cells[column] == CellValue::Empty) {
            sheet.columns.remove(column);
            for row in &mut sheet.rows {
                row.cells.remove(column);
            }
        }
    }
    sheet
}

/// Evidence on a line of its own, with its day where it has one.
fn evidence(evidence: &Evidence) -> String {
    let text = evidence.text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    match evidence.date {
        Some(date) => format!("{text} (ngày {})", date_vi(date)),
        None => text,
    }
}

/// An item of a detail, what it came to on the line under it.
fn item(item: &DetailItem) -> String {
    let lines = |text: &str| {
        text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    match item.answer.trim() {
        "" => lines(&item.text),
        answer => format!("{}\n→ {}", lines(&item.text), lines(answer)),
    }
}
