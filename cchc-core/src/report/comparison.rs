//! II.5. So sánh với kỳ trước.

use crate::calendar::{Period, Window, WindowRule};
use crate::exchange::PlanFile;
use crate::plan::Unit;
use crate::report::compose::Context;
use crate::report::results::{MAIN_UNITS, figure};
use crate::report::{Figure, Filter, Paragraph, Piece, ReportSpec, ReportTable, TableRow, TableValue};
use crate::text::{capitalized, date_vi, integer_vi, percent_vi, two_digits};

/// 5. So sánh với kỳ trước, and with the same period of last year where its file is at hand.
pub(super) fn comparison(context: &Context<'_>, pieces: &mut Vec<Piece>, with_table: bool) {
    with_period_before(context, pieces, with_table);
    pieces.extend(last_year(context).map(Piece::Paragraph));
}

fn with_period_before(context: &Context<'_>, pieces: &mut Vec<Piece>, with_table: bool) {
    if context.now.activities == 0 && context.returned.is_none() {
        let text = "Chưa có số liệu của kỳ này nên không so sánh.";
        pieces.push(Piece::Paragraph(Paragraph::plain("so-sanh", text)));
        return;
    }
    let Some((period, before)) = &context.before else {
        let tracked_from = context.file.plan.tracked_from.value;
        let text = match context.spec.previous {
            Some((period, window)) if window.to < tracked_from => format!(
                "{} là thời gian trước khi theo dõi Kế hoạch (từ ngày {}), số liệu chưa đầy đủ nên không so sánh.",
                capitalized(&period.vietnamese()),
                date_vi(tracked_from)
            ),
            Some((period, _)) => {
                format!(
                    "{} không có số liệu trong sổ theo dõi nên không so sánh.",
                    capitalized(&period.vietnamese())
                )
            }
            None => "Kỳ trước không thuộc năm của Kế hoạch nên không so sánh.".to_owned(),
        };
        pieces.push(Piece::Paragraph(Paragraph::plain("so-sanh", text)));
        return;
    };
    let now = &context.now;
    let names: Vec<&str> = context.file.units.iter().map(Unit::in_full).collect();
    let mut units = now.main_units(context.file, MAIN_UNITS);
    // What the period before had and this one has not is a change, too.
    units.extend(
        before.main_units(context.file, MAIN_UNITS).into_iter().filter(|unit| now.by_unit[*unit] == 0),
    );
    let mut lines = vec![("hoạt động", now.activities, before.activities)];
    lines.extend(units.iter().map(|unit| (names[*unit], now.by_unit[*unit], before.by_unit[*unit])));
    let until = context.spec.period.filter(|_| context.today < context.spec.window.to);
    let until =
        until.map(|own| format!("số liệu {} tính đến ngày {}", own.short_vi(), date_vi(context.as_of)));
    let limits: Vec<String> = until.into_iter().chain(context.returned.told()).collect();
    let until = if limits.is_empty() { String::new() } else { format!(" ({})", limits.join("; ")) };
    let mut text = format!("So với {}{until}, {}", period.vietnamese(), changes(&lines, "kỳ trước"));
    if context.spec.previous.is_some_and(|(_, window)| window.contains(context.file.plan.tracked_from.value))
    {
        let day = date_vi(context.file.plan.tracked_from.value);
        text.push_str(&format!(" Số liệu {} được theo dõi đầy đủ từ ngày {day}.", period.short_vi()));
    }
    let mut stated = vec![figure(context, "hoạt động", now.activities, |_| {})];
    if let Some((_, window)) = context.spec.previous {
        let filter = Filter::of(window);
        stated.push(Figure { unit: "hoạt động".to_owned(), value: before.activities, filter });
    }
    for (place, unit) in context.file.units.iter().enumerate().filter(|(place, _)| units.contains(place)) {
        let of_unit = |filter: &mut Filter| filter.unit = Some(unit.id.clone());
        stated.push(figure(context, unit.in_full(), now.by_unit[place], of_unit));
    }
    pieces.push(Piece::Paragraph(Paragraph::plain("so-sanh", text).stating(stated)));
    if with_table {
        pieces.push(Piece::Table(comparison_table(context, &period.short_vi(), &lines)));
    }
}

/// Up, down and unchanged, a sentence each: "tăng 05 tin, bài (từ 10 lên 15, tăng 50%). Giảm …". `before` is what the
/// figures are held against.
fn changes(lines: &[(&str, u64, u64)], before: &str) -> String {
    let mut told = Vec::new();
    for (verb, is_shown) in
        [("tăng", (|now, then| now > then) as fn(u64, u64) -> bool), ("giảm", |now, then| now < then)]
    {
        let changed: Vec<String> = lines
            .iter()
            .filter(|(_, now, then)| is_shown(*now, *then))
            .map(|(name, now, then)| match then {
                0 => format!("{} {name} ({before} không phát sinh)", two_digits(*now)),
                _ => format!(
                    "{} {name} (từ {} {} {}, {verb} {})",
                    two_digits(now.abs_diff(*then)),
                    two_digits(*then),
                    if verb == "tăng" { "lên" } else { "xuống" },
                    two_digits(*now),
                    percent_vi(now.abs_diff(*then) as f64 * 100.0 / *then as f64)
                ),
            })
            .collect();
        if !changed.is_empty() {
            told.push(format!("{verb} {}", changed.join("; ")));
        }
    }
    let same = lines.iter().filter(|(_, now, then)| now == then);
    let same: Vec<String> = same.map(|(name, now, _)| format!("{} {name}", two_digits(*now))).collect();
    if !same.is_empty() {
        told.push(format!("không đổi: {}", same.join("; ")));
    }
    let sentences: Vec<String> = told.iter().skip(1).map(|part| format!(" {}.", capitalized(part))).collect();
    let first = told.first().map_or("", String::as_str);
    format!("{first}.{}", sentences.concat())
}

/// Cùng kỳ năm trước: figures of last year's file, in the units that both have.
pub(super) struct LastYear {
    pub(super) period: Period,
    pub(super) window: Window,
    pub(super) activities: u64,
    /// In the order of this file's units.
    pub(super) by_unit: Vec<u64>,
}

impl LastYear {
    /// The same period of the year before, from that year's file; none where the file is of another year, the report has
    /// no period, or nothing was logged in it.
    pub(super) fn of(file: &PlanFile, spec: &ReportSpec, last: &PlanFile) -> Option<Self> {
        let own = spec.period?;
        let period = Period::new(own.kind(), own.year() - 1, own.number())
            .filter(|_| last.plan.year == own.year() - 1)?;
        let rule = spec.rule.as_ref().and_then(|rule| file.report_rules.get(rule));
        let window = rule.map_or(WindowRule::Nd09, |rule| rule.window.value).window(period);
        let counted: Vec<_> = last.activities.iter().filter(|one| window.contains(one.date)).collect();
        let sum = |unit: &Unit| counted.iter().map(|one| one.count(&unit.id)).fold(0, u64::saturating_add);
        let by_unit = file.units.iter().map(sum).collect();
        (!counted.is_empty()).then_some(Self { period, window, activities: counted.len() as u64, by_unit })
    }
}

/// The sentence on the same period of last year; nothing where its file was not given.
fn last_year(context: &Context<'_>) -> Option<Paragraph> {
    let is_told = context.now.activities > 0 || !context.returned.is_none();
    let last = context.last_year.as_ref().filter(|_| is_told)?;
    let now = &context.now;
    let mut units = now.main_units(context.file, MAIN_UNITS);
    let had = |unit: &usize| last.by_unit[*unit] > 0 && now.by_unit[*unit] == 0;
    units.extend((0..last.by_unit.len()).filter(had).take(MAIN_UNITS));
    let names: Vec<&str> = context.file.units.iter().map(Unit::in_full).collect();
    let mut lines = vec![("hoạt động", now.activities, last.activities)];
    lines.extend(units.iter().map(|unit| (names[*unit], now.by_unit[*unit], last.by_unit[*unit])));
    let text =
        format!("So với cùng kỳ năm trước ({}), {}", last.period.vietnamese(), changes(&lines, "cùng kỳ"));
    let stated = [
        figure(context, "hoạt động", now.activities, |_| {}),
        Figure { unit: "hoạt động".to_owned(), value: last.activities, filter: Filter::of(last.window) },
    ];
    Some(Paragraph::plain("so-sanh.cung-ky", text).stating(stated))
}

fn comparison_table(context: &Context<'_>, before: &str, lines: &[(&str, u64, u64)]) -> ReportTable {
    let own = context.spec.period.map_or_else(|| "kỳ này".to_owned(), Period::short_vi);
    let columns = [
        ("STT".to_owned(), 6),
        ("Số liệu".to_owned(), 30),
        (capitalized(&own), 16),
        (capitalized(before), 16),
        ("Tăng, giảm".to_owned(), 16),
        ("Tỷ lệ".to_owned(), 16),
    ];
    let row = |(place, (name, now, then)): (usize, &(&str, u64, u64))| {
        let sign = if now >= then { "+" } else { "-" };
        let gap = now.abs_diff(*then);
        let shown = if gap == 0 { "0".to_owned() } else { format!("{sign}{}", integer_vi(gap as i64)) };
        let share = match (then, gap) {
            (0, _) => "–".to_owned(),
            (_, 0) => "0%".to_owned(),
            _ => format!("{sign}{}", percent_vi(gap as f64 * 100.0 / *then as f64)),
        };
        TableRow::plain(vec![
            TableValue::mark((place + 1).to_string()),
            TableValue::text(capitalized(name)),
            TableValue::Count(*now),
            TableValue::Count(*then),
            TableValue::mark(shown),
            TableValue::mark(share),
        ])
    };
    ReportTable {
        key: "bang.so-sanh".to_owned(),
        caption: None,
        columns: columns.to_vec(),
        rows: lines.iter().enumerate().map(row).collect(),
    }
}
