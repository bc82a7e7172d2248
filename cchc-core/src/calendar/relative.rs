//! Dates in relation to today, and the names of weekdays.

use chrono::Datelike;

use super::Date;
use crate::text::integer_vi;

/// How far a due date lies from today: "còn 10 ngày", "hôm nay", "trễ 2 ngày". Calendar days, not working days.
///
/// It stands beside the date itself, never instead of it: "18/11/2026, trễ 2 ngày".
pub fn relative_vi(date: Date, today: Date) -> String {
    match (date - today).num_days() {
        0 => "hôm nay".to_owned(),
        left @ 1.. => format!("còn {} ngày", integer_vi(left)),
        late => format!("trễ {} ngày", integer_vi(-late)),
    }
}

/// The weekday's name: "Thứ Hai" … "Thứ Bảy", "Chủ nhật".
pub fn weekday_vi(date: Date) -> &'static str {
    ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"][index(date)]
}

/// The weekday's short name for calendars: "T2" … "T7", "CN".
pub fn weekday_short_vi(date: Date) -> &'static str {
    ["T2", "T3", "T4", "T5", "T6", "T7", "CN"][index(date)]
}

fn index(date: Date) -> usize {
    date.weekday().num_days_from_monday() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_words() {
        let today = Date::from_ymd_opt(2026, 11, 20).unwrap();
        let on = |m, d| relative_vi(Date::from_ymd_opt(2026, m, d).unwrap(), today);
        assert_eq!(
            [on(11, 18), on(11, 20), on(11, 21), on(11, 30)],
            ["trễ 2 ngày", "hôm nay", "còn 1 ngày", "còn 10 ngày"]
        );
        assert_eq!((weekday_vi(today), weekday_short_vi(today)), ("Thứ Sáu", "T6"));
        let sunday = Date::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!((weekday_vi(sunday), weekday_short_vi(sunday)), ("Chủ nhật", "CN"));
    }
}
