//! Working days (ngày làm việc): Monday to Friday, as holidays and compensation days change them.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::{Date, Holiday, HolidayKind};

/// Which days the offices work (lịch làm việc).
///
/// Offices work Monday to Friday; the records given change single days. Two records that contradict each other
/// on one day, as a merge may bring, make it a day off, in whatever order they come. The default calendar has
/// no holidays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    changed: BTreeMap<Date, HolidayKind>,
}

impl WorkCalendar {
    /// The calendar that these records make.
    pub fn new<'a>(holidays: impl IntoIterator<Item = &'a Holiday>) -> Self {
        let mut changed = BTreeMap::new();
        for holiday in holidays {
            let kind = changed.entry(holiday.date).or_insert(holiday.kind);
            *kind = holiday.kind.min(*kind); // DayOff is the lesser one
        }
        Self { changed }
    }

    /// Whether the offices work on that day.
    pub fn is_working_day(&self, date: Date) -> bool {
        match self.changed.get(&date) {
            Some(kind) => *kind == HolidayKind::WorkingDay,
            None => date.weekday().num_days_from_monday() < 5,
        }
    }

    /// The day on which `days` working days have passed since `date`, which itself does not count (Bộ luật Dân
    /// sự 2015, Điều 147: the first day of a term is left out). With 0 days it is `date` itself.
    pub fn add_working_days(&self, date: Date, days: u32) -> Date {
        match days.checked_sub(1) {
            None => date,
            Some(nth) => date
                .iter_days()
                .skip(1)
                .filter(|day| self.is_working_day(*day))
                .nth(nth as usize)
                .unwrap_or(Date::MAX),
        }
    }

    /// How many working days lie after `from`, up to and including `to`: what [`add_working_days`] added.
    /// Negative when `to` lies before `from`.
    ///
    /// [`add_working_days`]: Self::add_working_days
    pub fn working_days_between(&self, from: Date, to: Date) -> i64 {
        let (first, last, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
        let passed = first.iter_days().skip(1).take_while(|day| *day <= last);
        sign * passed.filter(|day| self.is_working_day(*day)).count() as i64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::{Basis, builtin_holidays};
    use crate::record::Extra;

    fn day(month: u32, day: u32) -> Date {
        Date::from_ymd_opt(2026, month, day).unwrap()
    }

    fn year_2026() -> WorkCalendar {
        WorkCalendar::new(&builtin_holidays(2026))
    }

    #[test]
    fn tet_and_the_swapped_days() {
        let calendar = year_2026();
        assert!(!calendar.is_working_day(day(1, 2)) && calendar.is_working_day(day(1, 10)));
        assert!((14..=22).all(|of_february| !calendar.is_working_day(day(2, of_february))));
        assert_eq!(calendar.add_working_days(day(4, 25), 1), day(4, 28));
        assert_eq!(calendar.add_working_days(day(2, 13), 1), day(2, 23));
        assert_eq!(calendar.add_working_days(day(8, 21), 2), day(8, 24));
        assert_eq!(calendar.working_days_between(day(8, 28), day(9, 3)), 1);
        assert_eq!(calendar.working_days_between(day(9, 3), day(8, 28)), -1);
    }

    #[test]
    fn a_contradiction_is_a_day_off_in_any_order() {
        let record = |kind| Holiday {
            id: "x".parse().unwrap(),
            date: day(1, 10),
            name: "Làm bù".into(),
            kind,
            source: "thông báo".into(),
            basis: Basis::Unverified,
            extra: Extra::default(),
        };
        let both = [record(HolidayKind::WorkingDay), record(HolidayKind::DayOff)];
        assert!(!WorkCalendar::new(&both).is_working_day(day(1, 10)));
        assert_eq!(WorkCalendar::new(&both), WorkCalendar::new(both.iter().rev()));
    }

    proptest! {
        #[test]
        fn what_was_added_lies_between(start in 0..365u64, days in 0..90u32) {
            let calendar = year_2026();
            let from = day(1, 1) + chrono::Days::new(start);
            let to = calendar.add_working_days(from, days);
            prop_assert_eq!(calendar.working_days_between(from, to), i64::from(days));
            prop_assert!(days == 0 || calendar.is_working_day(to));
        }
    }
}
