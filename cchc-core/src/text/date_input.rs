//! What a person types for a date: 20/11, 20-11-2026, 20112026, "hôm qua".

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::fold;

/// Why an input is no date; the message says what to write.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateInputError {
    /// Nothing was typed.
    #[error("Chưa ghi ngày. Ghi như 20/11 hoặc 20/11/2026")]
    Empty,
    /// Not the form of a date.
    #[error("“{0}” không phải là ngày. Ghi như 20/11 hoặc 20/11/2026")]
    NotADate(String),
    /// There are twelve months.
    #[error("Không có tháng {0}. Ghi ngày trước, tháng sau: 20/11/2026")]
    NoSuchMonth(u32),
    /// The month has no such day.
    #[error("Tháng {month} năm {year} không có ngày {day}. Ghi từ ngày 1 đến ngày {last}")]
    NoSuchDay {
        /// The day that was typed.
        day: u32,
        /// Its month.
        month: u32,
        /// Its year.
        year: i32,
        /// The last day of that month.
        last: u32,
    },
    /// Surely a slip of the finger.
    #[error("Năm {0} nằm ngoài 1900–2199. Ghi đủ bốn chữ số của năm")]
    YearOutOfRange(u32),
}

/// Reads a date that a person typed.
///
/// Day, month, year in this order, between / - . or spaces, the month and year left out meaning those of
/// `today`; a year of two digits is of this century; digits alone are dd, ddmm, ddmmyy or ddmmyyyy; "ngày 20
/// tháng 11 năm 2026"; year first only as 2026-11-20; and the words hôm nay, hôm qua, hôm kia, ngày mai, with or
/// without their tone marks.
///
/// # Errors
/// A message in Vietnamese that says what is wrong and what to write.
pub fn parse_date(input: &str, today: NaiveDate) -> Result<NaiveDate, DateInputError> {
    let folded = fold(input);
    let words = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.as_str() {
        "" => return Err(DateInputError::Empty),
        "hom nay" | "nay" => return Ok(today),
        "hom qua" | "qua" => return Ok(moved(today, -1)),
        "hom kia" => return Ok(moved(today, -2)),
        "ngay mai" | "mai" => return Ok(moved(today, 1)),
        _ => {}
    }
    let not_a_date = || DateInputError::NotADate(input.trim().chars().take(40).collect());
    let (day, month, year) = fields(&words).ok_or_else(not_a_date)?;
    let month = month.unwrap_or(today.month());
    let year = match year {
        None => today.year(),
        Some(year @ 1900..=2199) => year as i32,
        Some(year) => return Err(DateInputError::YearOutOfRange(year)),
    };
    if !(1..=12).contains(&month) {
        return Err(DateInputError::NoSuchMonth(month));
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| DateInputError::NoSuchDay {
        day,
        month,
        year,
        last: (28..=31).rev().find(|d| NaiveDate::from_ymd_opt(year, month, *d).is_some()).unwrap_or(28),
    })
}

/// Some days on; the date itself where chrono's calendar ends.
fn moved(date: NaiveDate, days: i64) -> NaiveDate {
    date.checked_add_signed(TimeDelta::days(days)).unwrap_or(date)
}

type Fields = (u32, Option<u32>, Option<u32>);

/// Day, month and year, as far as they are written.
fn fields(words: &str) -> Option<Fields> {
    let plain: String = words
        .split(' ')
        .filter(|word| !matches!(*word, "ngay" | "thang" | "nam"))
        .collect::<Vec<_>>()
        .join(" ");
    let separators = |c: char| matches!(c, '/' | '-' | '.' | ' ');
    let parts: Vec<&str> =
        plain.trim_matches(separators).split(separators).filter(|p| !p.is_empty()).collect();
    if parts.iter().any(|part| part.len() > 8 || !part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let value = |part: &str| part.parse::<u32>().ok();
    match parts.as_slice() {
        [digits] => match digits.len() {
            1 | 2 => Some((value(digits)?, None, None)),
            4 => Some((value(&digits[..2])?, value(&digits[2..]), None)),
            6 | 8 => Some((value(&digits[..2])?, value(&digits[2..4]), year(&digits[4..]))),
            _ => None,
        },
        [first, month, day] if first.len() == 4 => Some((short(day)?, short(month), year(first))),
        [day, month] => Some((short(day)?, Some(short(month)?), None)),
        [day, month, last] if matches!(last.len(), 2 | 4) => {
            Some((short(day)?, Some(short(month)?), year(last)))
        }
        _ => None,
    }
}

/// A year as written: of this century where it has two digits, and only there.
fn year(part: &str) -> Option<u32> {
    let year = part.parse::<u32>().ok()?;
    Some(if part.len() == 2 { 2000 + year } else { year })
}

fn short(part: &str) -> Option<u32> {
    (part.len() <= 2).then(|| part.parse().ok())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
    }

    #[test]
    fn what_people_type() {
        for (input, date) in [
            ("18/11", "2026-11-18"),
            ("5/3", "2026-03-05"),
            ("20-11-2026", "2026-11-20"),
            ("20112026", "2026-11-20"),
            ("201126", "2026-11-20"),
            ("1811", "2026-11-18"),
            ("7", "2026-11-07"),
            ("20.11.26", "2026-11-20"),
            (" 20 / 11 / 2026 ", "2026-11-20"),
            ("20 11 2025", "2025-11-20"),
            ("2026-06-05", "2026-06-05"),
            ("ngày 05 tháng 3 năm 2026", "2026-03-05"),
            ("05 tháng 3", "2026-03-05"),
            ("hôm nay", "2026-11-20"),
            ("Hom  Qua", "2026-11-19"),
            ("hôm kia", "2026-11-18"),
            ("ngày mai", "2026-11-21"),
            ("29/2/2028", "2028-02-29"),
        ] {
            assert_eq!(parse_date(input, today()).map(|d| d.to_string()), Ok(date.to_owned()), "{input}");
        }
    }

    #[test]
    fn errors_say_what_to_write() {
        let errors: Vec<_> = [
            " ",
            "mai kia",
            "31/11",
            "29/2",
            "11/20/2026",
            "20/11/3026",
            "20/11/202",
            "0026-12-20",
            "20/11/0026",
            "0/5",
            "2/13",
            "123",
            "1/2/3/4",
            "20/11/-",
            "-5/11x",
            "99999999999999",
            "2026-13-01",
        ]
        .into_iter()
        .map(|input| match parse_date(input, today()) {
            Ok(date) => format!("{input:<12} {date}"),
            Err(error) => format!("{input:<12} {error}"),
        })
        .collect();
        insta::assert_snapshot!(errors.join("\n"));
    }

    proptest! {
        #[test]
        fn no_input_panics(input in "\\PC{0,16}") {
            let _ = parse_date(&input, today());
        }

        #[test]
        fn digits_and_signs_do_not_panic(input in "[0-9/. -]{0,12}") {
            let _ = parse_date(&input, today());
        }
    }
}
