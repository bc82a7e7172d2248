//! Phụ lục: the figures in full, and the activities they were added up from.

use crate::report::compose::Context;
use crate::report::results::{OUTSIDE, told_value, total_name};
use crate::report::{Annex, Paragraph, Piece, ReportTable, TableRow, TableValue};
use crate::text::{capitalized, date_vi, integer_vi, roman};

/// At most so many activities are listed; a report has no room for more, and says so.
const LISTED: usize = 400;

/// Phụ lục số liệu and the list of activities; none where there are no activities.
pub(super) fn annexes(context: &Context<'_>) -> Vec<Annex> {
    if context.now.activities == 0 {
        return Vec::new();
    }
    let period = context.spec.period_name();
    vec![
        Annex {
            title: format!("Số liệu thông tin, tuyên truyền cải cách hành chính {period}"),
            pieces: [Piece::Table(units_by_office(context))]
                .into_iter()
                .chain(unsent(context).map(Piece::Paragraph))
                .chain([Piece::Table(topics(context))])
                .collect(),
        },
        Annex {
            title: format!("Danh mục hoạt động thông tin, tuyên truyền cải cách hành chính {period}"),
            pieces: activities(context),
        },
    ]
}

/// Every unit that something counts in, by office.
fn units_by_office(context: &Context<'_>) -> ReportTable {
    let (file, now) = (context.file, &context.now);
    let mut columns = vec![("STT".to_owned(), 5), ("Đơn vị tính".to_owned(), 16)];
    columns.extend(file.offices.iter().map(|office| (office.short_name.clone(), 12)));
    let has_outside = now.without_office > 0;
    if has_outside {
        columns.push((OUTSIDE.to_owned(), 12));
    }
    columns.push((total_name(context).to_owned(), 13));
    if context.cumulative.is_some() {
        columns.push(("Lũy kế".to_owned(), 13));
    }
    let mut rows = Vec::new();
    let mut row =
        |name: String, of_office: &dyn Fn(usize) -> u64, outside: u64, total: u64, since: Option<u64>| {
            let mut values = vec![TableValue::mark((rows.len() + 1).to_string()), TableValue::text(name)];
            values.extend(
                file.offices
                    .iter()
                    .enumerate()
                    .map(|(place, office)| told_value(of_office(place), context.returned.has(&office.id))),
            );
            values.extend(has_outside.then_some(TableValue::Count(outside)));
            values.push(TableValue::Count(total));
            values.extend(since.map(TableValue::Count));
            rows.push(TableRow::plain(values));
        };
    let since = context.cumulative.as_ref();
    row(
        "Hoạt động".to_owned(),
        &|office| now.by_office[office],
        now.without_office,
        now.activities,
        since.map(|sum| sum.activities),
    );
    for (place, unit) in file.units.iter().enumerate().filter(|(place, _)| now.by_unit[*place] > 0) {
        let of_office = |office: usize| now.by_office_unit[office][place];
        let outside = now.unit_without_office(place);
        let since = since.map(|sum| sum.by_unit[place]);
        row(capitalized(unit.in_full()), &of_office, outside, now.by_unit[place], since);
    }
    let caption = "1. Kết quả theo đơn vị tính và cơ quan, đơn vị".to_owned();
    ReportTable { key: "phu-luc.don-vi-tinh".to_owned(), caption: Some(caption), columns, rows }
}

/// Why some cells are empty and the sums are not whole.
fn unsent(context: &Context<'_>) -> Option<Paragraph> {
    let told = context.returned.told()?;
    let text = format!("Dấu “–” là chưa có báo cáo; cột Tổng chưa đủ vì {told}.");
    Some(Paragraph::plain("phu-luc.chua-gui", text))
}

/// Every topic and how many activities carried it.
fn topics(context: &Context<'_>) -> ReportTable {
    let rows =
        context.file.topics.iter().zip(&context.now.by_topic).enumerate().map(|(place, (topic, count))| {
            let marked = TableValue::mark((place + 1).to_string());
            TableRow::plain(vec![marked, TableValue::text(&topic.name), TableValue::Count(*count)])
        });
    ReportTable {
        key: "phu-luc.noi-dung".to_owned(),
        caption: Some("2. Số hoạt động theo nội dung (một hoạt động có thể mang nhiều nội dung)".to_owned()),
        columns: vec![("STT".to_owned(), 6), ("Nội dung".to_owned(), 80), ("Số hoạt động".to_owned(), 14)],
        rows: rows.collect(),
    }
}

/// Activities by office and date.
fn activities(context: &Context<'_>) -> Vec<Piece> {
    let file = context.file;
    let total = context.facts.len();
    // Offices in plan order, then those that the plan does not know.
    let offices = (0..file.offices.len() as u32).map(Some).chain([None]);
    let listed = offices.flat_map(|office| context.facts.iter().filter(move |fact| fact.office == office));
    let listed: Vec<_> = listed.take(LISTED).map(|fact| context.ledger.activity(fact)).collect();
    let mut rows: Vec<TableRow> = Vec::new();
    let mut groups = 0;
    for (index, activity) in listed.iter().enumerate() {
        let is_first = index == 0 || listed[index - 1].office != activity.office;
        if is_first {
            groups += 1;
            let name =
                file.offices.get(&activity.office).map_or(activity.office.as_str(), |office| &office.name);
            let values = vec![TableValue::mark(roman(groups)), TableValue::text(name)];
            rows.push(TableRow { is_group: true, ..TableRow::plain(values) });
        }
        let channel = activity.channel.as_ref().and_then(|id| file.channels.get(id));
        let counts: Vec<String> = activity
            .counts
            .iter()
            .map(|count| {
                let unit = file.units.get(&count.unit).map_or(count.unit.as_str(), |unit| &unit.name);
                format!("{} {unit}", integer_vi(count.value as i64))
            })
            .collect();
        let evidence: Vec<&str> = activity.evidence.iter().map(|evidence| evidence.text.trim()).collect();
        rows.push(TableRow::plain(vec![
            TableValue::mark((index + 1).to_string()),
            TableValue::mark(date_vi(activity.date)),
            TableValue::text(activity.title.trim()),
            TableValue::text(channel.map_or("–", |channel| &channel.short_name)),
            TableValue::text(or_dash(counts.join("; "))),
            TableValue::text(or_dash(evidence.join("; "))),
        ]));
    }
    let columns =
        [("STT", 7), ("Ngày", 14), ("Nội dung", 31), ("Hình thức", 13), ("Số lượng", 13), ("Minh chứng", 22)];
    let table = ReportTable {
        key: "phu-luc.hoat-dong".to_owned(),
        caption: None,
        columns: columns.map(|(name, width)| (name.to_owned(), width)).to_vec(),
        rows,
    };
    let mut pieces = vec![Piece::Table(table)];
    if total > LISTED {
        let (shown, total) = (integer_vi(LISTED as i64), integer_vi(total as i64));
        let text = format!(
            "Danh mục ghi {shown} hoạt động đầu trong tổng số {total}; toàn bộ có trong sổ theo dõi."
        );
        pieces.push(Piece::Paragraph(Paragraph::plain("phu-luc.con-lai", text)));
    }
    pieces
}

/// A missing value is "–".
fn or_dash(text: String) -> String {
    if text.trim().is_empty() { "–".to_owned() } else { text }
}
