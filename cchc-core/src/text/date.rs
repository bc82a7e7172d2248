//! Dates as documents write them.
//!
//! A day below 10 has a leading zero, a month only when it is January or February (Nghị định 30/2020/NĐ-CP,
//! Phụ lục I): 05/3/2026, 10/01/2026.

use chrono::{Datelike, NaiveDate};

/// The month with the leading zero that only January and February have.
fn month(date: NaiveDate) -> String {
    match date.month() {
        m @ 1..=2 => format!("0{m}"),
        m => m.to_string(),
    }
}

/// "20/11/2026", "05/3/2026".
pub fn date_vi(date: NaiveDate) -> String {
    format!("{}/{:04}", date_short(date), date.year())
}

/// Day and month alone: "14/12", "05/3".
pub fn date_short(date: NaiveDate) -> String {
    format!("{:02}/{}", date.day(), month(date))
}

/// As documents are dated: "ngày 05 tháng 3 năm 2026".
pub fn date_long(date: NaiveDate) -> String {
    format!("ngày {:02} tháng {} năm {:04}", date.day(), month(date), date.year())
}

/// From one day to another, both included: "15/9–14/12"; with the years where they differ,
/// "15/12/2025–14/12/2026"; a single day once.
pub fn range_vi(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        date_short(from)
    } else if from.year() == to.year() {
        format!("{}–{}", date_short(from), date_short(to))
    } else {
        format!("{}–{}", date_vi(from), date_vi(to))
    }
}

/// From one day to another in a sentence: "từ ngày 15/3/2026 đến ngày 14/6/2026"; a single day is
/// "ngày 15/3/2026".
pub fn range_long(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        format!("ngày {}", date_vi(from))
    } else {
        format!("từ ngày {} đến ngày {}", date_vi(from), date_vi(to))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::parse_date;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn zeros_as_decree_30_wants_them() {
        assert_eq!(
            [day(2026, 3, 5), day(2026, 1, 10), day(2026, 11, 20)].map(date_vi),
            ["05/3/2026", "10/01/2026", "20/11/2026"]
        );
        assert_eq!(date_long(day(2026, 3, 5)), "ngày 05 tháng 3 năm 2026");
        assert_eq!(date_long(day(2026, 2, 15)), "ngày 15 tháng 02 năm 2026");
        assert_eq!(date_short(day(2026, 12, 14)), "14/12");
    }

    #[test]
    fn ranges() {
        assert_eq!(range_vi(day(2026, 9, 15), day(2026, 12, 14)), "15/9–14/12");
        assert_eq!(range_vi(day(2025, 12, 15), day(2026, 12, 14)), "15/12/2025–14/12/2026");
        assert_eq!(range_vi(day(2026, 5, 1), day(2026, 5, 1)), "01/5");
        assert_eq!(range_long(day(2026, 3, 15), day(2026, 6, 14)), "từ ngày 15/3/2026 đến ngày 14/6/2026");
    }

    proptest! {
        #[test]
        fn every_form_reads_back(days in 0..70_000u64, other in 0..3000u64) {
            let date = day(1950, 1, 1) + chrono::Days::new(days);
            let today = day(2026, 1, 1) + chrono::Days::new(other);
            prop_assert_eq!(parse_date(&date_vi(date), today), Ok(date));
            prop_assert_eq!(parse_date(&date_long(date), today), Ok(date));
            prop_assert_eq!(parse_date(&date.to_string(), today), Ok(date));
            prop_assert_eq!(parse_date(&date.format("%d%m%Y").to_string(), today), Ok(date));
        }
    }
}
