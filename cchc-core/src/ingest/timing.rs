//! Thời hạn, nhịp thực hiện: when a duty asks for something, by the plan's wording.

mod deadline;
mod reports;
mod span;

use std::ops::Range;

use chrono::Datelike;

pub(super) use reports::period_dues;

use super::date::short;
use super::words::Words;
use crate::calendar::{Date, PeriodKind, WindowRule, weekday_vi};
use crate::order;
use crate::plan::{Basis, Cadence};

/// What a wording says, and its tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct When {
    pub(super) cadence: Cadence,
    pub(super) tokens: Range<usize>,
    pub(super) basis: Basis,
    /// How it was understood, where the words leave something open.
    pub(super) reason: String,
}

impl When {
    fn written(cadence: Cadence, tokens: Range<usize>) -> Self {
        Self { cadence, tokens, basis: Basis::Written, reason: String::new() }
    }

    fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = reason.into();
        self
    }

    fn inferred(mut self, reason: impl Into<String>) -> Self {
        self.basis = Basis::Inferred;
        self.reason = reason.into();
        self
    }
}

/// When the words want something done, in a plan for `year`; none where they do not say.
///
/// The more exact wording goes first: a day within a period before the period, a date before "trong năm".
pub(super) fn when(words: &Words<'_>, year: i32) -> Option<When> {
    None.or_else(|| deadline::after_period(words))
        .or_else(|| deadline::after_event(words))
        .or_else(|| deadline::of_period(words))
        .or_else(|| deadline::several_dates(words, year))
        .or_else(|| recurring(words))
        .or_else(|| span::range(words, year))
        .or_else(|| span::fuzzy(words, year))
        .or_else(|| deadline::date(words, year))
        .or_else(|| span::month_or_quarter(words, year))
        .or_else(|| on_request(words))
        .or_else(|| deadline::on_event(words))
        .or_else(|| continuous(words))
        .or_else(|| span::year(words, year))
}

/// A second day or stretch of time that the words name beside the one that was read: its tokens.
pub(super) fn second(words: &Words<'_>, first: &Range<usize>, year: i32) -> Option<Range<usize>> {
    let one = |part: Range<usize>| {
        let rest = Words::of(words.slice(part.clone()));
        let found = None
            .or_else(|| span::range(&rest, year))
            .or_else(|| span::fuzzy(&rest, year))
            .or_else(|| deadline::date(&rest, year))
            .or_else(|| span::month_or_quarter(&rest, year))?;
        Some(part.start + found.tokens.start..part.start + found.tokens.end)
    };
    one(first.end..words.len()).or_else(|| one(0..first.start))
}

/// What a period is called at a token, and where the words end.
pub(super) fn period_at(words: &Words<'_>, at: usize) -> Option<(PeriodKind, usize)> {
    let kinds = [
        ("6 tháng", PeriodKind::Half),
        ("06 tháng", PeriodKind::Half),
        ("sáu tháng", PeriodKind::Half),
        ("nửa năm", PeriodKind::Half),
        ("9 tháng", PeriodKind::NineMonths),
        ("09 tháng", PeriodKind::NineMonths),
        ("chín tháng", PeriodKind::NineMonths),
        ("3 tháng", PeriodKind::Quarter),
        ("03 tháng", PeriodKind::Quarter),
        ("tháng", PeriodKind::Month),
        ("quý", PeriodKind::Quarter),
        ("năm", PeriodKind::Year),
    ];
    kinds.iter().find_map(|(phrase, kind)| Some((*kind, words.phrase(at, phrase)?)))
}

/// The window in which a period's work counts: months by the calendar, longer ones as the reports on them.
pub(super) const fn window_of(period: PeriodKind) -> WindowRule {
    match period {
        PeriodKind::Month => WindowRule::Calendar,
        _ => WindowRule::Nd09,
    }
}

fn window_reason(period: PeriodKind) -> &'static str {
    match period {
        PeriodKind::Month => "Tháng tính theo dương lịch.",
        _ => "Kỳ tính theo thời gian chốt số liệu báo cáo (Điều 12 Nghị định số 09/2019/NĐ-CP).",
    }
}

/// "hằng tháng", "mỗi quý", "01 lần/quý", "tin, bài/tháng", "6 tháng một lần".
fn recurring(words: &Words<'_>) -> Option<When> {
    let make = |period, tokens| {
        let cadence = Cadence::Recurring { period, window: window_of(period), deadline: None };
        When::written(cadence, tokens).because(window_reason(period))
    };
    for at in 0..words.len() {
        let led = words.any(
            at,
            &["hằng", "hàng", "mỗi", "từng", "định kỳ hằng", "định kỳ hàng", "dinh ky mỗi", "định kỳ"],
        );
        if let Some(next) = led
            && let Some(end) = words.phrase(next, "tuần")
        {
            return Some(by_the_week(at..end));
        }
        if let Some((period, end)) = led.and_then(|next| period_at(words, next)) {
            // "mỗi năm 2026" is no period; "hằng năm" beside a date belongs to it.
            if words.get(end).is_none_or(|next| !next.at.len().eq(&4) || !next.folded().starts_with("20")) {
                return Some(make(period, at..end));
            }
        }
        if let Some(end) = words.phrase(at, "/ tuần") {
            let from = (at.saturating_sub(5)..at).rev().find(|from| words.number(*from).is_some());
            return Some(by_the_week(from.unwrap_or(at)..end));
        }
        if let Some(slash) = words.phrase(at, "/")
            && let Some((period, end)) = period_at(words, slash)
            && words.get(at.wrapping_sub(1)).is_some_and(super::words::Token::is_word)
        {
            // "02 tin, bài/tháng": from the number on.
            let from = (at.saturating_sub(5)..at).rev().find(|from| words.number(*from).is_some());
            return Some(make(period, from.unwrap_or(at - 1)..end));
        }
        // "1 tin 1 tuần": an amount, and the time of one.
        if let Some(next) = words.any(at, &["1", "01", "một"])
            && at > 1
            && words.get(at - 1).is_some_and(super::words::Token::is_word)
            && (at.saturating_sub(4)..at - 1).any(|from| words.number(from).is_some())
        {
            if let Some(end) = words.phrase(next, "tuần") {
                return Some(by_the_week(at..end));
            }
            if let Some((period, end)) = period_at(words, next) {
                return Some(make(period, at..end));
            }
        }
        if let Some((period, next)) = period_at(words, at)
            && let Some(end) =
                words.any(next, &["một lần", "1 lần", "01 lần", "/ lần", "/ 1 lần", "/ 01 lần"])
        {
            return Some(make(period, at..end));
        }
    }
    None
}

/// A week as a part of a month: the file knows no weeks.
fn by_the_week(tokens: Range<usize>) -> When {
    let cadence =
        Cadence::Recurring { period: PeriodKind::Month, window: WindowRule::Calendar, deadline: None };
    When::written(cadence, tokens)
        .inferred("Kế hoạch ghi theo tuần; theo dõi theo tháng dương lịch, mỗi tháng tính 4 tuần.")
}

/// "theo yêu cầu", "theo CV yêu cầu", "khi có yêu cầu", "đột xuất".
fn on_request(words: &Words<'_>) -> Option<When> {
    let found = words.find_any(
        0,
        &[
            "theo cv yeu cau",
            "theo cong van yeu cau",
            "theo van ban yeu cau",
            "theo yeu cau",
            "khi co yeu cau",
            "khi duoc yeu cau",
            "theo cv",
            "theo van ban chi dao",
            "theo huong dan cua cap tren",
            "dot xuat",
        ],
    )?;
    Some(When::written(Cadence::OnRequest, found).because("Hạn chỉ biết khi có văn bản yêu cầu."))
}

/// "thường xuyên, liên tục", "cả năm".
fn continuous(words: &Words<'_>) -> Option<When> {
    let found = words.find_any(
        0,
        &[
            "thuong xuyen , lien tuc",
            "thuong xuyen lien tuc",
            "thuong xuyen",
            "lien tuc",
            "cả nam",
            "quanh nam",
            "trong suot nam",
        ],
    )?;
    Some(
        When::written(every_quarter(), found)
            .because("Kế hoạch không nêu kỳ; tính mỗi quý có ít nhất 01 minh chứng."),
    )
}

/// What continuous work is followed by.
pub(super) const fn every_quarter() -> Cadence {
    Cadence::Continuous { period: PeriodKind::Quarter, window: WindowRule::Nd09 }
}

/// The periods that a sentence on reports names, shortest first: "hàng quý, 6 tháng, một năm".
pub(super) fn report_periods(words: &Words<'_>) -> (Vec<PeriodKind>, Range<usize>) {
    let mut found: Vec<(PeriodKind, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((period, end)) = period_at(words, at) else {
            at += 1;
            continue;
        };
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let led = before.is_some_and(|before| {
            [",", "hằng", "hàng", "theo", "mỗi", "kỳ", "một", "và", "(", "cáo", "định", ";", "hoặc", "/"]
                .iter()
                .any(|word| before.is(word))
        });
        // "6 tháng, năm": a list; "trong tháng", "cuối quý" are no periods of reports, nor is "năm 2026" alone.
        let followed_by_year = period == PeriodKind::Year && super::date::year(words, end).is_some();
        let numbered = numbered(words, period, end);
        let half = matches!(period, PeriodKind::Half | PeriodKind::NineMonths);
        if (led || half) && !followed_by_year && !numbered && !found.iter().any(|(known, _)| *known == period)
        {
            found.push((period, at..end));
        }
        at = end;
    }
    // "9 tháng đầu năm", "6 tháng đầu năm" name no year of their own.
    found.retain(|(period, at)| {
        *period != PeriodKind::Year
            || !at.start.checked_sub(1).and_then(|b| words.get(b)).is_some_and(|b| b.is("đầu"))
    });
    let tokens = match (found.iter().map(|(_, at)| at.start).min(), found.iter().map(|(_, at)| at.end).max())
    {
        (Some(start), Some(end)) => start..end,
        _ => 0..0,
    };
    let mut periods: Vec<PeriodKind> = found.into_iter().map(|(period, _)| period).collect();
    order::sort(&mut periods);
    (periods, tokens)
}

/// "quý II", "tháng 6": one of the year, not the period.
fn numbered(words: &Words<'_>, period: PeriodKind, end: usize) -> bool {
    matches!(period, PeriodKind::Month | PeriodKind::Quarter)
        && words.get(end).is_some_and(|next| {
            short(words, end).is_some() || matches!(next.folded(), "i" | "ii" | "iii" | "iv")
        })
}

/// A weekday that stands before a date and is another one: the words and the right name.
pub(super) fn wrong_weekday(words: &Words<'_>, year: i32) -> Option<(String, &'static str)> {
    (0..words.len()).find_map(|at| {
        let (nth, next) = weekday(words, at)?;
        let written = super::date::date_at(words, next)?;
        let date = written.date(year)?;
        let right = date.weekday().num_days_from_monday() as usize == nth;
        (!right).then(|| (words.slice(at..written.tokens.end).to_owned(), weekday_vi(date)))
    })
}

/// A weekday at a token, from Monday, and where the date behind it begins.
fn weekday(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    const NAMES: [&str; 7] = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"];
    let found = NAMES.iter().enumerate().find_map(|(nth, name)| Some((nth, words.phrase(at, name)?)));
    found.map(|(nth, next)| (nth, words.any(next, &[",", "("]).unwrap_or(next)))
}

fn day(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::from_ymd_opt(year, month, day)
}

/// The last day of a month.
fn month_end(year: i32, month: u32) -> Option<Date> {
    (28..=31).rev().find_map(|last| day(year, month, last))
}

#[cfg(test)]
mod tests;
