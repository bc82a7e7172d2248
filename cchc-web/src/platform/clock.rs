//! The date and the time, as the machine has them.
//!
//! `?today=2026-11-20` in the page's address pins the date: tests and demonstrations need a day that stays.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset as _, Utc};

/// Today (hôm nay) by the machine's clock, or the day pinned by `?today=` in the address.
pub fn today() -> NaiveDate {
    let search = gloo_utils::window().location().search().unwrap_or_default();
    pinned(&search).unwrap_or_else(|| {
        let date = js_sys::Date::new_0();
        NaiveDate::from_ymd_opt(date.get_full_year() as i32, date.get_month() + 1, date.get_date())
            .unwrap_or_default()
    })
}

/// The local date and time, to the second: [`today`] and the hands of the clock. Information for people only.
pub fn now() -> NaiveDateTime {
    let date = js_sys::Date::new_0();
    let time = NaiveTime::from_hms_opt(date.get_hours(), date.get_minutes(), date.get_seconds());
    today().and_time(time.unwrap_or_default())
}

/// [`now`] with the machine's offset, as a file records who changed what when.
pub fn stamp() -> DateTime<FixedOffset> {
    let minutes = js_sys::Date::new_0().get_timezone_offset() as i32;
    let offset = FixedOffset::west_opt(minutes * 60).unwrap_or(Utc.fix());
    now().and_local_timezone(offset).single().unwrap_or_default()
}

/// Milliseconds since the page began, for measuring and for waiting.
pub fn ticks() -> f64 {
    gloo_utils::window().performance().map_or_else(js_sys::Date::now, |p| p.now())
}

/// Milliseconds since 1970, for ids.
pub(crate) fn epoch_ms() -> u64 {
    js_sys::Date::now() as u64
}

fn pinned(search: &str) -> Option<NaiveDate> {
    let pairs = search.trim_start_matches('?').split('&');
    let value = pairs.filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == "today")?.1;
    NaiveDate::parse_from_str(value, "%Y-%m-%d").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_pins_the_day() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20);
        assert_eq!(pinned("?today=2026-11-20"), day);
        assert_eq!(pinned("?a=1&today=2026-11-20"), day);
        assert_eq!(pinned("?today=20/11/2026"), None);
        assert_eq!(pinned(""), None);
    }
}
