//! II. Kết quả thực hiện: as a whole, by topic, by form, by office.

use crate::calendar::Window;
use crate::order;
use crate::plan::{Channel, Office, Unit};
use crate::progress::focal_office;
use crate::report::compose::{Context, kind_of_place};
use crate::report::lead::told;
use crate::report::words::{activities, amounts, lower_first};
use crate::report::{Figure, Filter, Paragraph, Piece, ReportTable, TableRow, TableValue};
use crate::text::{capitalized, date_vi, join_vi, range_long, two_digits};

/// How many topics are named as those that were carried most.
const LEADING_TOPICS: usize = 3;
/// So many at most where several were carried as often.
const MOST_TOPICS: usize = 5;
/// How many units of works have a column of their own in the table by office.
pub(super) const MAIN_UNITS: usize = 5;

/// Whose the activities are whose office the plan does not know; the remarks before signing say which codes those are.
pub(super) const OUTSIDE: &str = "Cơ quan không có trong Kế hoạch";

/// The paragraph that sums up the period.
pub(super) fn overall(context: &Context<'_>) -> Paragraph {
    summed_up(context, "ket-qua.chung", &context.spec.period_name())
}

/// The same, with the days of the figures: of a section to embed, which has no opening.
pub(super) fn overall_with_days(context: &Context<'_>) -> Paragraph {
    let days = range_long(context.spec.window.from, context.spec.window.to);
    let name = match context.spec.period {
        Some(period) => format!("{} ({days})", period.vietnamese()),
        None => days,
    };
    summed_up(context, "ket-qua.chung-long-ghep", &name)
}

fn summed_up(context: &Context<'_>, key: &str, period: &str) -> Paragraph {
    let now = &context.now;
    let until = if context.today < context.spec.window.to {
        format!(", tính đến ngày {}", date_vi(context.as_of))
    } else {
        String::new()
    };
    let period = if context.spec.period.is_some() { format!("Trong {period}") } else { capitalized(period) };
    if now.activities == 0 {
        let text = format!(
            "{period}{until}{} {} thông tin, tuyên truyền CCHC{}{}.",
            if until.is_empty() { "" } else { "," },
            context.returned.nothing(),
            match kind_of_place(&context.file.plan) {
                "" => String::new(),
                place => format!(" trên địa bàn {place}"),
            },
            context.returned.told().map_or_else(String::new, |told| format!("; {told}"))
        );
        return Paragraph::plain(key, text);
    }
    let offices = now.by_office.iter().filter(|count| **count > 0).count() as u64;
    let mut text = format!(
        "{period}{until}, {}/{} cơ quan, đơn vị đã thực hiện {} thông tin, tuyên truyền CCHC",
        two_digits(offices),
        two_digits(now.by_office.len() as u64),
        activities(now.activities),
    );
    if now.without_office > 0 {
        text.push_str(&format!(" ({} ghi cho {})", activities(now.without_office), lower_first(OUTSIDE)));
    }
    match now.without_evidence {
        0 => text.push_str(", tất cả đều có minh chứng."),
        missing => {
            text.push_str(&format!(", trong đó {} có minh chứng.", activities(now.activities - missing)));
        }
    }
    // What the others did is not known.
    let silent = file_offices(context)
        .filter(|(place, office)| now.by_office[*place] == 0 && !context.returned.has(&office.id));
    let silent = silent.count() as u64;
    if silent > 0 {
        text.push_str(&format!(" {} cơ quan, đơn vị chưa có số liệu.", two_digits(silent)));
    }
    let (reach, known) = now.reach;
    if reach > 0 {
        text.push_str(&format!(
            " Số lượt tiếp cận ghi nhận được là {} (ở {} có số liệu).",
            two_digits(reach),
            activities(known)
        ));
    }
    if context.spec.period.is_none() {
        text.push_str(
            " Số liệu gồm hoạt động về tất cả nội dung của Kế hoạch, không tách riêng theo chuyên đề.",
        );
    }
    if let Some(since) = &context.cumulative {
        text.push_str(&format!(" Lũy kế từ đầu năm: {}.", activities(since.activities)));
    }
    Paragraph::plain(key, text).stating([figure(context, "hoạt động", now.activities, |_| {})])
}

/// A figure over the report's window.
pub(super) fn figure(
    context: &Context<'_>,
    unit: &str,
    value: u64,
    narrow: impl FnOnce(&mut Filter),
) -> Figure {
    let mut filter = Filter::of(Window { to: context.as_of, ..context.spec.window });
    narrow(&mut filter);
    Figure { unit: unit.to_owned(), value, filter }
}

/// 1. Nội dung.
pub(super) fn topics(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    let all: Vec<_> = context.file.topics.iter().zip(context.now.by_topic.iter().copied()).collect();
    let mut carried: Vec<_> = all.iter().filter(|(_, count)| *count > 0).copied().collect();
    if carried.is_empty() {
        let text = format!("Trong kỳ {} theo các nội dung của Kế hoạch.", context.returned.nothing());
        pieces.push(Piece::Paragraph(Paragraph::plain("noi-dung", text)));
        return;
    }
    let (done, of) = (two_digits(carried.len() as u64), two_digits(all.len() as u64));
    let mut text = if carried.len() == all.len() {
        format!("Các cơ quan, đơn vị đã tuyên truyền đủ {of}/{of} nội dung của Kế hoạch.")
    } else {
        format!("Các cơ quan, đơn vị đã tuyên truyền {done}/{of} nội dung của Kế hoạch.")
    };
    order::sort_by_key(&mut carried, |(_, count)| std::cmp::Reverse(*count));
    let counts: Vec<u64> = carried.iter().map(|(_, count)| *count).collect();
    let leading: Vec<_> = carried.iter().take(leading(&counts)).filter(|(_, count)| *count > 1).collect();
    let named = leading
        .iter()
        .map(|(topic, count)| format!("{} ({})", topic.name.replace(';', ","), activities(*count)));
    let named: Vec<String> = named.collect();
    if !named.is_empty() {
        text.push_str(&format!(" Nội dung được tuyên truyền nhiều: {}.", named.join("; ")));
    }
    let missing: Vec<String> =
        all.iter().filter(|(_, count)| *count == 0).map(|(topic, _)| topic.name.replace(';', ",")).collect();
    if !missing.is_empty() {
        let nothing = context.returned.nothing();
        text.push_str(&format!(" Nội dung {nothing} trong kỳ: {}.", missing.join("; ")));
    }
    let stated = leading.iter().map(|(topic, count)| {
        figure(context, "hoạt động", *count, |filter| filter.topic = Some(topic.id.clone()))
    });
    pieces.push(Piece::Paragraph(Paragraph::plain("noi-dung", text).stating(stated)));
}

/// How many of the first are named, of counts from the greatest on: three, or all that have as many as the third; where
/// those are too many, none of them.
fn leading(counts: &[u64]) -> usize {
    let Some(last) = counts.get(LEADING_TOPICS - 1) else { return counts.len() };
    let tied = counts.iter().filter(|count| *count >= last).count();
    if tied <= MOST_TOPICS { tied } else { counts.iter().filter(|count| *count > last).count() }
}

/// 2. Hình thức: a paragraph for every group of the plan that was used.
pub(super) fn channels(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    let (file, now) = (context.file, &context.now);
    if now.by_channel.iter().all(|count| *count == 0) {
        let text = format!(
            "Trong kỳ {} trên các hình thức, kênh tuyên truyền của Kế hoạch.",
            context.returned.nothing()
        );
        pieces.push(Piece::Paragraph(Paragraph::plain("hinh-thuc", text)));
        return;
    }
    // What the plan only encourages, or names elsewhere, is told below and is none of its forms.
    let (forms, others): (Vec<_>, Vec<_>) =
        file.channels.iter().zip(&now.by_channel).partition(|(channel, _)| channel.is_form());
    let used = |of: &[(&Channel, &u64)]| of.iter().filter(|(_, count)| **count > 0).count() as u64;
    let mut opening = format!(
        "Đã sử dụng {}/{} hình thức, kênh tuyên truyền của Kế hoạch",
        two_digits(used(&forms)),
        two_digits(forms.len() as u64)
    );
    if let others @ 1.. = used(&others) {
        opening.push_str(&format!(" và {} phương thức khác được Kế hoạch nêu", two_digits(others)));
    }
    let languages: Vec<String> = now
        .by_language
        .iter()
        .map(|(language, count)| format!("{} bằng {}", activities(*count), lower_first(language)))
        .collect();
    if !languages.is_empty() {
        opening.push_str(&format!(", trong đó có {}", join_vi(languages)));
    }
    opening.push_str(", kết quả như sau:");
    pieces.push(Piece::Paragraph(Paragraph::plain("hinh-thuc", opening)));
    for group in &file.channel_groups {
        let mut told = Vec::new();
        let mut stated = Vec::new();
        for (place, channel) in
            file.channels.iter().enumerate().filter(|(_, channel)| channel.group == group.id)
        {
            if now.by_channel[place] == 0 {
                continue;
            }
            let by_unit = &now.by_channel_unit[place];
            let what = amounts(file, by_unit);
            let what = if what.is_empty() { activities(now.by_channel[place]) } else { what };
            told.push(format!("{} ({what})", channel.name));
            for (unit, value) in file.units.iter().zip(by_unit).filter(|(_, value)| **value > 0) {
                stated.push(figure(context, unit.in_full(), *value, |filter| {
                    filter.channel = Some(channel.id.clone());
                    filter.unit = Some(unit.id.clone());
                }));
            }
        }
        if !told.is_empty() {
            let text = format!("{}: {}.", group.name, told.join("; "));
            let paragraph = Paragraph::item(format!("hinh-thuc.{}", group.id), text).stating(stated);
            pieces.push(Piece::Paragraph(paragraph));
        }
    }
}

/// 3. Theo cơ quan: who has sent figures, the table, and what used no channel.
pub(super) fn offices(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    let returned = context.item.filter(|item| !item.returns.is_empty()).map(|item| {
        let missing = item.returns.iter().filter(|(_, received)| received.is_none());
        let names: Vec<&str> = missing
            .filter_map(|(id, _)| context.file.offices.get(id))
            .map(|office| office.name.as_str())
            .collect();
        let (sent, of) = (two_digits(item.returned() as u64), two_digits(item.returns.len() as u64));
        // The one that adds up sends to nobody: the number is another one than that of the offices.
        let focal = focal_office(context.file).map_or("", |focal| &focal.name);
        let to = if focal.is_empty() { String::new() } else { format!(" về {focal}") };
        if names.is_empty() {
            format!("{of}/{of} cơ quan, đơn vị đã gửi số liệu{to}.")
        } else if item.returned() == 0 {
            "Các cơ quan, đơn vị chưa gửi số liệu của kỳ này.".to_owned()
        } else {
            format!("{sent}/{of} cơ quan, đơn vị đã gửi số liệu{to}; chưa gửi: {}.", names.join("; "))
        }
    });
    // Who did most is not known before all have told.
    let is_known = context.returned.missing.is_empty();
    let (most, stated) = if is_known { most_active(context) } else { (None, Vec::new()) };
    let sentences =
        returned.into_iter().chain(most).chain(["Kết quả theo cơ quan, đơn vị như sau:".to_owned()]);
    let text = sentences.collect::<Vec<_>>().join(" ");
    pieces.push(Piece::Paragraph(Paragraph::plain("co-quan", text).stating(stated)));
    pieces.push(Piece::Table(office_table(context)));
    if let Some(note) = note_on_unsent(context) {
        pieces.push(Piece::Paragraph(Paragraph::plain("co-quan.chua-gui", note)));
    }
    if context.now.activities > 0 {
        let text =
            "Số liệu đầy đủ theo đơn vị tính và danh mục hoạt động có tại các phụ lục kèm theo báo cáo này.";
        pieces.push(Piece::Paragraph(Paragraph::plain("co-quan.phu-luc", text)));
    }
    let focal = focal_office(context.file).map(|office| &office.id);
    let items = context.file.offices.iter().zip(0..).filter(|(office, _)| focal != Some(&office.id));
    let items: Vec<Paragraph> = items
        .filter_map(|(office, place)| {
            let own = context.off_channel.iter().copied();
            let done: Vec<_> = own.filter(|fact| fact.office == Some(place)).collect();
            let text = || format!("{}: {}", office.name, told(context, &done));
            (!done.is_empty()).then(|| Paragraph::item(format!("co-quan.{}", office.id), text()))
        })
        .collect();
    if !items.is_empty() {
        let opening = "Ngoài các hình thức nêu trên, các cơ quan, đơn vị đã thực hiện:";
        pieces.push(Piece::Paragraph(Paragraph::plain("co-quan.viec-khac", opening)));
        pieces.extend(items.into_iter().map(Piece::Paragraph));
    }
}

/// Who did most, where one or two offices did more than the others; with what they did.
fn most_active(context: &Context<'_>) -> (Option<String>, Vec<Figure>) {
    let by_office = &context.now.by_office;
    let most = by_office.iter().copied().max().unwrap_or(0);
    let leading = || context.file.offices.iter().zip(by_office).filter(|(_, count)| **count == most);
    let active = by_office.iter().filter(|count| **count > 0).count();
    if most == 0 || active < 2 || leading().count() > 2 {
        return (None, Vec::new());
    }
    let names = join_vi(leading().map(|(office, _)| office.name.as_str()));
    let share = if leading().count() > 1 { "mỗi cơ quan, đơn vị " } else { "" };
    let stated = leading().map(|(office, count)| {
        figure(context, "hoạt động", *count, |filter| filter.office = Some(office.id.clone()))
    });
    let text = format!("Thực hiện nhiều hoạt động nhất là {names} ({share}{}).", activities(most));
    (Some(text), stated.collect())
}

fn file_offices<'a>(context: &Context<'a>) -> impl Iterator<Item = (usize, &'a Office)> {
    context.file.offices.iter().enumerate()
}

/// Whether the register has figures of an office that has not sent its own: they are shown, and marked.
fn is_logged_only(context: &Context<'_>, place: usize, office: &crate::id::OfficeId) -> bool {
    !context.returned.has(office) && context.now.by_office[place] > 0
}

/// Under the table: what its mark and its dash mean, as far as they stand in it.
fn note_on_unsent(context: &Context<'_>) -> Option<String> {
    let unsent = || file_offices(context).filter(|(_, office)| !context.returned.has(&office.id));
    unsent().next()?;
    let is_marked = unsent().any(|(place, office)| is_logged_only(context, place, &office.id));
    let units = context.now.main_units(context.file, MAIN_UNITS);
    let is_nothing = |place: usize| units.iter().any(|unit| context.now.by_office_unit[place][*unit] == 0);
    let has_dash = unsent().any(|(place, _)| context.now.by_office[place] == 0 || is_nothing(place));
    let notes = [
        (is_marked, "(*) Cơ quan, đơn vị chưa gửi báo cáo, số liệu ghi nhận trong sổ theo dõi."),
        (has_dash, "Dấu “–” là chưa có báo cáo."),
    ];
    let notes = notes.into_iter().filter(|(is_due, _)| *is_due);
    Some(notes.map(|(_, note)| note).collect::<Vec<_>>().join(" "))
}

/// A figure, or "–" where there is none and nothing was reported.
pub(super) fn told_value(value: u64, is_reported: bool) -> TableValue {
    if value == 0 && !is_reported { TableValue::Unknown } else { TableValue::Count(value) }
}

/// What the row or column of the sums is called: a sum lacks what has not been sent.
pub(super) fn total_name(context: &Context<'_>) -> &'static str {
    if context.returned.missing.is_empty() { "Tổng" } else { "Tổng (chưa đủ)" }
}

fn office_table(context: &Context<'_>) -> ReportTable {
    let (file, now) = (context.file, &context.now);
    let units = now.main_units(file, MAIN_UNITS);
    let names: Vec<&str> = file.units.iter().map(Unit::in_full).collect();
    let mut columns =
        vec![("STT".to_owned(), 6), ("Cơ quan, đơn vị".to_owned(), 30), ("Hoạt động".to_owned(), 10)];
    columns.extend(units.iter().map(|unit| (capitalized(names[*unit]), 10)));
    let mut rows: Vec<TableRow> = file_offices(context)
        .map(|(place, office)| {
            let is_reported = context.returned.has(&office.id);
            let value = |value: u64| told_value(value, is_reported);
            let mut values = vec![
                TableValue::mark((place + 1).to_string()),
                if is_logged_only(context, place, &office.id) {
                    TableValue::text(format!("{} (*)", office.name))
                } else {
                    TableValue::text(&office.name)
                },
                value(now.by_office[place]),
            ];
            values.extend(units.iter().map(|unit| value(now.by_office_unit[place][*unit])));
            TableRow::plain(values)
        })
        .collect();
    let value = |sum: u64| told_value(sum, !context.returned.is_none());
    let closing = |name: &str, activities: u64, in_unit: &dyn Fn(usize) -> u64| {
        let mut values = vec![TableValue::mark(""), TableValue::text(name), value(activities)];
        values.extend(units.iter().map(|unit| value(in_unit(*unit))));
        values
    };
    if now.without_office > 0 {
        let values = closing(OUTSIDE, now.without_office, &|unit| now.unit_without_office(unit));
        rows.push(TableRow::plain(values));
    }
    rows.push(TableRow::total(closing(total_name(context), now.activities, &|unit| now.by_unit[unit])));
    ReportTable { key: "bang.co-quan".to_owned(), caption: None, columns, rows }
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn topics_carried_as_often_are_named_together_or_not_at_all() {
        for (counts, named) in [
            (&[14, 13, 7, 7, 2][..], 4),
            (&[14, 13, 7, 5], 3),
            (&[9, 4, 4, 4, 4], 5),
            (&[9, 4, 4, 4, 4, 4], 1),
            (&[3, 3, 3, 3, 3, 3], 0),
            (&[9, 4], 2),
            (&[], 0),
        ] {
            assert_eq!(leading(counts), named, "{counts:?}");
        }
    }
}
