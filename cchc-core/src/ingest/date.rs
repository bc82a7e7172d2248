//! Ngày, tháng trong câu: dates as sentences write them.

use std::ops::Range;

use super::words::Words;
use crate::calendar::Date;

/// A date that is written, as far as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) day: u32,
    pub(super) month: Option<u32>,
    pub(super) year: Option<i32>,
    /// Its tokens, with the word "ngày" before them.
    pub(super) tokens: Range<usize>,
}

impl Written {
    /// The day it names, with the year that the words leave out.
    pub(super) fn date(&self, year: i32) -> Option<Date> {
        Date::from_ymd_opt(self.year.unwrap_or(year), self.month?, self.day)
    }
}

/// The date at a token: `24/4/2026`, `ngày 05 tháng 3 năm 2026`, `ngày 20/4`, `20/4`, and behind the word `ngày` a day
/// alone.
pub(super) fn date_at(words: &Words<'_>, at: usize) -> Option<Written> {
    let (named, start) = match words.phrase(at, "ngày") {
        Some(next) => (true, next),
        None => (false, at),
    };
    let (day, next) = short(words, start)?;
    let written = |month, year, end| Some(Written { day, month, year, tokens: at..end });
    if let Some(month_at) = words.phrase(next, "tháng")
        && let Some((month, next)) = short(words, month_at)
    {
        let year = words.phrase(next, "năm").and_then(|at| year(words, at));
        return written(Some(month), year.map(|(year, _)| year), year.map_or(next, |(_, end)| end));
    }
    for sign in ["/", "-", "."] {
        let Some((month, next)) = words.phrase(next, sign).and_then(|at| short(words, at)) else { continue };
        let full = words.phrase(next, sign).and_then(|at| year(words, at));
        if let Some((year, end)) = full {
            return written(Some(month), Some(year), end);
        }
        let is_day_and_month =
            sign == "/" && (named || (day <= 31 && month <= 12)) && words.phrase(next, "/").is_none();
        if is_day_and_month && words.touches(next - 1) {
            return written(Some(month), None, next);
        }
    }
    named.then(|| written(None, None, next)).flatten()
}

/// A year of four digits, or the last two of this century.
pub(super) fn year(words: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    let (number, next) = words.number(at)?;
    let digits = words.slice(at..next).len();
    match digits {
        4 if (1900..=2199).contains(&number) => Some((number as i32, next)),
        _ => None,
    }
}

/// A number of one or two digits.
pub(super) fn short(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    let token = words.get(at)?;
    (token.at.len() <= 2).then(|| words.number(at))?.filter(|(_, next)| *next == at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_sentences() {
        for (text, day, month, year) in [
            ("24/4/2026", 24, Some(4), Some(2026)),
            ("ngày 05 tháng 3 năm 2026", 5, Some(3), Some(2026)),
            ("ngày 20/4", 20, Some(4), None),
            ("ngày 15 của tháng", 15, None, None),
            ("15-6-2026", 15, Some(6), Some(2026)),
            ("15.6.2026", 15, Some(6), Some(2026)),
        ] {
            let words = Words::of(text);
            let found = date_at(&words, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.day, found.month, found.year), (day, month, year), "{text}");
        }
        for text in ["02 tin", "4-12/2026", "152/KH-UBND", "100%"] {
            assert_eq!(date_at(&Words::of(text), 0), None, "{text}");
        }
    }
}
