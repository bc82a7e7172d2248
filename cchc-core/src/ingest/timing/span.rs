//! Stretches of time: months, quarters, thirds of a month, from one day to another.

use super::{When, day, month_end};
use crate::calendar::{Date, Period, PeriodKind};
use crate::ingest::date::{self, date_at, short};
use crate::ingest::words::Words;
use crate::plan::Cadence;
use crate::text::from_roman;

type Span = (Date, Date);

fn range_of((from, to): Span, tokens: std::ops::Range<usize>) -> When {
    When::written(Cadence::Range { from, to }, tokens)
}

/// "từ ngày 14 đến ngày 20/4/2025", "từ tháng 4 đến tháng 12/2026", "tháng 4-12/2026", "từ quý I đến quý III".
pub(super) fn range(words: &Words<'_>, year: i32) -> Option<When> {
    (0..words.len()).find_map(|at| {
        let led = words.phrase(at, "từ");
        let start = led.unwrap_or(at);
        // Days: what the first leaves out, the second says.
        if let Some(first) = date_at(words, start).or_else(|| bare_day(words, start))
            && let Some(to) = words.any(first.tokens.end, &["đến", "-", "tới"])
            && let Some(last) = date_at(words, to)
        {
            let to = last.date(year)?;
            let year = first.year.or(last.year).unwrap_or(year);
            let from = day(year, first.month.or(last.month)?, first.day)?;
            return (from <= to).then(|| range_of((from, to), at..last.tokens.end));
        }
        // "4-12/2026", alone in a column of times.
        if at == 0
            && let Some((first, next)) = short(words, at)
            && let Some((last, next)) = words.phrase(next, "-").and_then(|at| short(words, at))
            && let Some((year, end)) = year_after(words, next)
        {
            let from = bounds(PeriodKind::Month, first, year)?.0;
            let to = bounds(PeriodKind::Month, last, year)?.1;
            return (first < last).then(|| range_of((from, to), at..end));
        }
        // Months and quarters.
        let (kind, number, next) = part(words, start)?;
        if let Some(when) = several(words, start, year) {
            return Some(when);
        }
        let to = words.any(next, &["đến", "-", "tới"])?;
        let (last_kind, last, next) = part(words, to).or_else(|| {
            let (number, next) = numeral(words, to, kind)?;
            Some((kind, number, next))
        })?;
        let (written, end) = year_after(words, next).unwrap_or((year, next));
        let from = bounds(kind, number, written)?.0;
        let to = bounds(last_kind, last, written)?.1;
        (from <= to && (led.is_some() || number < last)).then(|| range_of((from, to), at..end))
    })
}

/// "Quý II, quý III/2026", "tháng 6 và tháng 11": from the first to the last of them.
fn several(words: &Words<'_>, at: usize, year: i32) -> Option<When> {
    // Each may have its year, or the last one has that of all.
    let one = |at: usize| {
        let (kind, number, next) = part(words, at)?;
        let (year, end) = year_after(words, next).map_or((None, next), |(year, end)| (Some(year), end));
        Some((kind, number, year, end))
    };
    let mut parts = vec![one(at)?];
    while let Some(next) = words.any(parts.last()?.3, &[",", "và", ";"])
        && let Some(found) = one(words.any(next, &["trong"]).unwrap_or(next))
    {
        parts.push(found);
    }
    let &(last_kind, last, written, end) = parts.last().filter(|_| parts.len() > 1)?;
    let year = written.unwrap_or(year);
    let first_year = parts[0].2.unwrap_or(year);
    let from = bounds(parts[0].0, parts[0].1, first_year)?.0;
    let to = bounds(last_kind, last, year)?.1;
    let reason = format!("Kế hoạch nêu {} mốc; đang theo dõi từ mốc đầu đến mốc cuối.", parts.len());
    (from <= to).then(|| range_of((from, to), at..end).inferred(reason))
}

/// "từ ngày 14", "từ 14".
fn bare_day(words: &Words<'_>, at: usize) -> Option<date::Written> {
    let (day, next) = short(words, words.phrase(at, "ngày").unwrap_or(at))?;
    let followed = words.any(next, &["đến", "-", "tới"])?;
    date_at(words, followed)?;
    Some(date::Written { day, month: None, year: None, tokens: at..next })
}

/// "trung tuần tháng 10", "đầu tháng 5/2026", "cuối quý III".
pub(super) fn fuzzy(words: &Words<'_>, year: i32) -> Option<When> {
    let kinds = [
        ("thượng tuần", 0, "Thượng tuần: ngày 01 đến ngày 10."),
        ("trung tuần", 1, "Trung tuần: ngày 11 đến ngày 20."),
        ("hạ tuần", 2, "Hạ tuần: từ ngày 21 đến hết tháng."),
        ("đầu", 0, "Đầu tháng hiểu là ngày 01 đến ngày 10."),
        ("giữa", 1, "Giữa tháng hiểu là ngày 11 đến ngày 20."),
        ("cuối", 2, "Cuối tháng hiểu là từ ngày 21 đến hết tháng."),
    ];
    (0..words.len()).find_map(|at| {
        let (third, reason, next) = kinds
            .iter()
            .find_map(|(phrase, third, reason)| Some((*third, *reason, words.phrase(at, phrase)?)))?;
        let (kind, month, next) = part(words, next)?;
        (kind == PeriodKind::Month).then_some(())?;
        let (year, end) = year_after(words, next).unwrap_or((year, next));
        let (first, last) = [(1, 10), (11, 20), (21, 0)][third];
        let to = if last == 0 { month_end(year, month)? } else { day(year, month, last)? };
        Some(range_of((day(year, month, first)?, to), at..end).inferred(reason))
    })
}

/// "trong quý II/2026", "tháng 5/2026", "6 tháng đầu năm 2026", "quý III".
pub(super) fn month_or_quarter(words: &Words<'_>, year: i32) -> Option<When> {
    (0..words.len()).find_map(|at| {
        let next = words.any(at, &["trong", "vào", "xong trong", "hoàn thành trong", "thực hiện trong"]);
        // Alone, as in a column of times, or after "trong".
        if next.is_none() && at > 0 {
            return None;
        }
        let (span, end) = named(words, next.unwrap_or(at), year)?;
        (next.is_some() || end == words.len()).then(|| range_of(span, at..end))
    })
}

/// "trong năm 2026", or the year alone in a column of times: by its last day.
pub(super) fn year(words: &Words<'_>, plan_year: i32) -> Option<When> {
    (0..words.len()).find_map(|at| {
        let next = words.any(at, &["trong năm", "hết năm"]);
        let alone = words.phrase(at, "năm").filter(|_| at == 0);
        let (written, end) = match (next, alone) {
            (Some(next), _) => date::year(words, next).unwrap_or((plan_year, next)),
            (None, Some(next)) => date::year(words, next).filter(|(_, end)| *end == words.len())?,
            (None, None) => return None,
        };
        let due = day(written, 12, 31)?;
        let reason = format!("Trong năm {written}: đến hết ngày 31/12/{written}.");
        Some(When::written(Cadence::Once { due }, at..end).because(reason))
    })
}

/// A month, a quarter or a half that is named at a token: its days and where the words end.
pub(super) fn named(words: &Words<'_>, at: usize, year: i32) -> Option<(Span, usize)> {
    for (phrase, half) in
        [("6 tháng đầu năm", 1), ("06 tháng đầu năm", 1), ("6 tháng cuối năm", 2), ("06 tháng cuối năm", 2)]
    {
        if let Some(next) = words.phrase(at, phrase) {
            let (year, end) = date::year(words, next).unwrap_or((year, next));
            return Some((bounds(PeriodKind::Half, half, year)?, end));
        }
    }
    let (kind, number, next) = part(words, at)?;
    let (year, end) = year_after(words, next).unwrap_or((year, next));
    Some((bounds(kind, number, year)?, end))
}

/// "tháng 5", "quý II", "quý 2".
fn part(words: &Words<'_>, at: usize) -> Option<(PeriodKind, u32, usize)> {
    let (kind, next) = if let Some(next) = words.any(at, &["tháng", "các tháng"]) {
        (PeriodKind::Month, next)
    } else {
        (PeriodKind::Quarter, words.phrase(at, "quý")?)
    };
    let (number, next) = numeral(words, next, kind)?;
    Some((kind, number, next))
}

fn numeral(words: &Words<'_>, at: usize, kind: PeriodKind) -> Option<(u32, usize)> {
    let roman = || {
        let token = words.get(at)?;
        Some((from_roman(&words.text[token.at.clone()])?, at + 1))
    };
    let (number, next) = short(words, at).or_else(roman)?;
    (1..=kind.per_year()).contains(&number).then_some((number, next))
}

/// "/2026", "năm 2026".
fn year_after(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    let next = words.any(at, &["/", "năm", "- năm"])?;
    date::year(words, next)
}

/// The days of a part of a year by the plain calendar.
fn bounds(kind: PeriodKind, number: u32, year: i32) -> Option<Span> {
    let period = Period::new(kind, year, number)?;
    Some((day(year, period.first_month(), 1)?, month_end(year, period.last_month())?))
}
