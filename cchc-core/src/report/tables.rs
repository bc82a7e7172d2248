//! Bảng tính: the register, what is owed, the report's appendix, the indices and the budget as one workbook.

use std::collections::HashMap;

use crate::calendar::{Date, Period};
use crate::document::xlsx::{CellValue, Column, Format, Sheet, SheetRow, Workbook};
use crate::document::{Align, Block, Cell, Document, Orientation, Row, RowKind, Table};
use crate::exchange::PlanFile;
use crate::id::OfficeId;
use crate::indicator::View;
use crate::order;
use crate::progress::{Obligation, Standing, Task, Tracking};
use crate::register::{Activity, BudgetItem, Detail, DetailItem, Difficulty, Evidence, Merit};
use crate::report::papers::{PaperError, kept};
use crate::report::{ReportSpec, compose_from, to_document};
use crate::text::{date_vi, fold, integer_vi};

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
        sheet.notes.extend(file.plan.illustrative.as_ref().map(|what| format!("DỮ LIỆU MINH HỌA. {what}")));
    }
    Workbook { name: file.plan.title.clone(), sheets }
}

/// The name of the file, without its ending.
pub fn workbook_file_name(file: &PlanFile, today: Date, office: Option<&OfficeId>) -> String {
    let whose = office.map(|office| format!("-{office}")).unwrap_or_default();
    format!("so-theo-doi-cchc-{}{whose}-{today}", file.plan.year)
}

/// The tables of a report's appendices, a sheet each; of a frozen report those that were frozen.
///
/// # Errors
/// [`PaperError::Illegible`] where the report is frozen and cannot be read.
pub fn report_sheets(tracking: &Tracking<'_>, spec: &ReportSpec) -> Result<Vec<Sheet>, PaperError> {
    let document = match tracking.file().frozen(&spec.filing) {
        Some(frozen) => kept(frozen, spec.form)?,
        None => to_document(&compose_from(tracking, spec)),
    };
    Ok(appendix_sheets(&document))
}

pub(super) fn appendix_sheets(document: &Document) -> Vec<Sheet> {
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
pub(super) fn activity_sheet(file: &PlanFile, today: Date, rows: Vec<&Activity>) -> Sheet {
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

pub(super) fn difficulty_sheet(file: &PlanFile, today: Date, rows: Vec<&Difficulty>) -> Sheet {
    let mut sheet = sheet(
        "Kiến nghị",
        "Khó khăn, vướng mắc, kiến nghị",
        [
            ("STT", 6.0, Center),
            ("Ngày phản ánh", 12.0, Day),
            ("Cơ quan", 26.0, Text),
            ("Khó khăn, vướng mắc", 46.0, Text),
            ("Kiến nghị, đề xuất", 40.0, Text),
            ("Nơi giải quyết", 20.0, Text),
            ("Trả lời", 40.0, Text),
            ("Ngày trả lời", 12.0, Day),
            ("Số ngày chờ", 10.0, Integer),
        ],
    );
    for one in rows {
        add(
            &mut sheet,
            [
                one.date.into(),
                office_name(file, &one.office),
                one.title.clone().into(),
                one.proposal.clone().into(),
                one.addressed_to.clone().into(),
                one.answer.clone().into(),
                one.answered_on.into(),
                number(u64::try_from(one.waiting_days(today)).ok()),
            ],
        );
    }
    sheet
}

pub(super) fn budget_sheet(file: &PlanFile, rows: &[&BudgetItem]) -> Sheet {
    let mut sheet = sheet(
        "Kinh phí",
        "Kinh phí tuyên truyền cải cách hành chính (đồng)",
        [
            ("STT", 6.0, Center),
            ("Cơ quan", 26.0, Text),
            ("Nội dung chi", 40.0, Text),
            ("Căn cứ, cách tính", 36.0, Text),
            ("Nguồn", 20.0, Text),
            ("Dự toán", 14.0, Integer),
            ("Thẩm định", 14.0, Integer),
            ("Được bố trí", 14.0, Integer),
            ("Đã chi", 14.0, Integer),
            ("Văn bản bố trí", 28.0, Text),
            ("Ghi chú", 24.0, Text),
        ],
    );
    for item in rows {
        add(
            &mut sheet,
            [
                office_name(file, &item.office),
                item.title.clone().into(),
                item.calculation.clone().into(),
                item.fund.clone().into(),
                number(item.estimate),
                number(item.appraised),
                number(item.allocated),
                number(item.spent),
                item.allocated_by.clone().into(),
                item.note.clone().into(),
            ],
        );
    }
    if !sheet.rows.is_empty() {
        let sums = [
            rows.iter().filter_map(|item| item.estimate).sum::<u64>(),
            rows.iter().filter_map(|item| item.appraised).sum(),
            rows.iter().filter_map(|item| item.allocated).sum(),
            rows.iter().filter_map(|item| item.spent).sum(),
        ];
        let mut cells =
            vec![CellValue::Empty, CellValue::Empty, "Tổng cộng".into(), CellValue::Empty, CellValue::Empty];
        cells.extend(sums.map(|sum| number(Some(sum))));
        sheet.rows.push(SheetRow { kind: RowKind::Total, ..SheetRow::plain(cells) });
    }
    sheet
}

pub(super) fn merit_sheet(file: &PlanFile, rows: Vec<&Merit>) -> Sheet {
    let mut sheet = sheet(
        "Điển hình, khen thưởng",
        "Điển hình, cách làm hay, sáng kiến, khen thưởng",
        [
            ("STT", 6.0, Center),
            ("Ngày ghi nhận", 12.0, Day),
            ("Cơ quan giới thiệu", 26.0, Text),
            ("Tập thể, cá nhân", 30.0, Text),
            ("Chức vụ, đơn vị", 28.0, Text),
            ("Loại", 14.0, Text),
            ("Thành tích, sáng kiến", 44.0, Text),
            ("Hiệu quả", 40.0, Text),
            ("Khen thưởng đề nghị", 24.0, Text),
            ("Quyết định", 24.0, Text),
            ("Ngày quyết định", 12.0, Day),
        ],
    );
    for one in rows {
        add(
            &mut sheet,
            [
                one.date.into(),
                office_name(file, &one.office),
                one.who.clone().into(),
                one.position.clone().into(),
                one.kind.vietnamese().into(),
                one.title.clone().into(),
                one.effect.clone().into(),
                one.award.clone().into(),
                one.decision.clone().into(),
                one.decided_on.into(),
            ],
        );
    }
    sheet
}

pub(super) fn index_values(file: &PlanFile) -> Sheet {
    let mut sheet = sheet(
        "Chỉ số",
        "Giá trị chỉ số đã công bố",
        [
            ("STT", 6.0, Center),
            ("Chỉ số", 14.0, Text),
            ("Đối tượng", 24.0, Text),
            ("Kỳ", 16.0, Text),
            ("Loại điểm", 12.0, Text),
            ("Điểm", 10.0, Format::Decimal),
            ("Xếp hạng", 9.0, Integer),
            ("Trong tổng số", 9.0, Integer),
            ("Bộ chỉ số", 16.0, Text),
            ("Điểm thành phần", 40.0, Text),
            ("Nguồn", 40.0, Text),
            ("Ghi chú", 30.0, Text),
        ],
    );
    for value in &file.index_values {
        let parts = value.parts.iter().map(|(code, points)| {
            format!(
                "{code}: {}",
                points.map_or_else(|| "–".to_owned(), |points| points.to_string().replace('.', ","))
            )
        });
        let parts = parts.collect::<Vec<_>>().join("; ");
        let of = if value.of.is_empty() { file.plan.commune.clone() } else { value.of.clone() };
        add(
            &mut sheet,
            [
                value.index.as_str().to_uppercase().into(),
                of.into(),
                value.period.vietnamese().into(),
                value.view.map(View::vietnamese).into(),
                value.total.into(),
                value.rank.into(),
                value.ranked.into(),
                value.set.as_ref().map(|set| set.as_str().to_uppercase()).into(),
                parts.into(),
                value.source.clone().into(),
                value.note.clone().into(),
            ],
        );
    }
    sheet
}

pub(super) fn index_targets(file: &PlanFile) -> Sheet {
    let mut sheet = sheet(
        "Mục tiêu chỉ số",
        "Mục tiêu chỉ số",
        [
            ("STT", 6.0, Center),
            ("Chỉ số", 16.0, Text),
            ("Tiêu chí", 14.0, Text),
            ("Kỳ", 16.0, Text),
            ("Mức cần đạt", 12.0, Format::Decimal),
            ("Nguồn", 50.0, Text),
        ],
    );
    for target in &file.index_targets {
        add(
            &mut sheet,
            [
                target.index.as_str().to_uppercase().into(),
                target.node.clone().into(),
                target.period.vietnamese().into(),
                target.at_least.into(),
                target.source.clone().into(),
            ],
        );
    }
    sheet
}
