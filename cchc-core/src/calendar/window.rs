//! Reporting windows (thời gian chốt số liệu): which dates a period's figures cover.

use serde::{Deserialize, Serialize};

use chrono::{Datelike, Days};

use super::{Date, Period, PeriodKind};

/// The days a period's figures cover (kỳ số liệu), **both ends included**.
///
/// When `from` lies after `to` the window is empty: it holds no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Window {
    /// The first day that counts.
    pub from: Date,
    /// The last day that counts: the cut-off (ngày chốt số liệu).
    pub to: Date,
}

impl Window {
    /// Whether the day counts: both `from` and `to` do.
    pub fn contains(self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }

    /// How many days it has; one day for a window that begins and ends on the same day.
    pub fn len_days(self) -> u32 {
        (self.to - self.from).num_days().saturating_add(1).clamp(0, i64::from(u32::MAX)) as u32
    }

    /// Every day in it, in order.
    pub fn days(self) -> impl Iterator<Item = Date> {
        self.from.iter_days().take_while(move |day| *day <= self.to)
    }

    /// The days both windows have; `None` when they share none.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let both = Self { from: self.from.max(other.from), to: self.to.min(other.to) };
        (both.from <= both.to).then_some(both)
    }

    /// Whether the two windows share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.intersection(other).is_some()
    }
}

/// How a period's window is found (quy tắc chốt số liệu). A commune lives with both at once, so each report
/// rule carries its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WindowRule {
    /// From day 15 before the period to day 14 of its last month (Nghị định 09/2019/NĐ-CP, Điều 12).
    ///
    /// The article names month, quarter, both halves and the year. It does not name nine months: 15/12 of the
    /// year before to 14/9 is usual practice, and whoever orders such a report may set it otherwise.
    #[default]
    Nd09,
    /// From the first to the last day of the period's months, as in statistical reports (theo tháng dương lịch).
    Calendar,
}

impl WindowRule {
    /// The days that the period's figures cover.
    pub fn window(self, period: Period) -> Window {
        match self {
            Self::Nd09 => Window {
                from: period.first_of_month(period.first_month(), -1) + Days::new(14),
                to: period.first_of_month(period.last_month(), 0) + Days::new(13),
            },
            Self::Calendar => Window {
                from: period.first_of_month(period.first_month(), 0),
                to: period.first_of_month(period.last_month(), 1) - Days::new(1),
            },
        }
    }

    /// The period of `kind` whose window holds the date. `None` only for [`PeriodKind::NineMonths`], which
    /// leaves out the year's end, and for dates outside the years 1–9999.
    pub fn period_of(self, date: Date, kind: PeriodKind) -> Option<Period> {
        let (year, month) = match self {
            Self::Nd09 if date.day() >= 15 && date.month() == 12 => (date.year() + 1, 1),
            Self::Nd09 if date.day() >= 15 => (date.year(), date.month() + 1),
            Self::Nd09 | Self::Calendar => (date.year(), date.month()),
        };
        Period::containing(year, month, kind)
    }

    /// The rule in words, for settings and footnotes.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Nd09 => {
                "từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ (Điều 12 Nghị định số 09/2019/NĐ-CP)"
            }
            Self::Calendar => "từ ngày đầu đến ngày cuối của kỳ theo dương lịch",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(rule: WindowRule, period: &str) -> String {
        let window = rule.window(period.parse().unwrap());
        format!("{} {}", window.from, window.to)
    }

    #[test]
    fn the_table_of_article_12() {
        for (period, window) in [
            ("2026-01", "2025-12-15 2026-01-14"),
            ("2026-05", "2026-04-15 2026-05-14"),
            ("2026-Q1", "2025-12-15 2026-03-14"),
            ("2026-Q2", "2026-03-15 2026-06-14"),
            ("2026-Q3", "2026-06-15 2026-09-14"),
            ("2026-Q4", "2026-09-15 2026-12-14"),
            ("2026-H1", "2025-12-15 2026-06-14"),
            ("2026-H2", "2026-06-15 2026-12-14"),
            ("2026-9M", "2025-12-15 2026-09-14"),
            ("2026", "2025-12-15 2026-12-14"),
        ] {
            assert_eq!(shown(WindowRule::Nd09, period), window, "{period}");
        }
    }

    #[test]
    fn calendar_windows_end_with_their_month() {
        for (period, window) in [
            ("2026-02", "2026-02-01 2026-02-28"),
            ("2028-02", "2028-02-01 2028-02-29"),
            ("2026-Q1", "2026-01-01 2026-03-31"),
            ("2026-9M", "2026-01-01 2026-09-30"),
            ("2026", "2026-01-01 2026-12-31"),
        ] {
            assert_eq!(shown(WindowRule::Calendar, period), window, "{period}");
        }
    }

    #[test]
    fn ends_are_included_and_an_inverted_window_is_empty() {
        let day = |d| Date::from_ymd_opt(2026, 6, d).unwrap();
        let window = Window { from: day(1), to: day(14) };
        assert!(window.contains(day(1)) && window.contains(day(14)) && !window.contains(day(15)));
        assert_eq!((window.len_days(), window.days().count()), (14, 14));
        assert!(window.overlaps(Window { from: day(14), to: day(20) }));
        assert!(!window.overlaps(Window { from: day(15), to: day(20) }));
        let empty = Window { from: day(2), to: day(1) };
        assert_eq!((empty.len_days(), empty.days().count(), empty.overlaps(window)), (0, 0, false));
    }

    #[test]
    fn the_nine_months_leave_out_the_end_of_the_year() {
        let date = Date::from_ymd_opt(2026, 9, 15).unwrap();
        assert_eq!(WindowRule::Nd09.period_of(date, PeriodKind::NineMonths), None);
        assert_eq!(
            WindowRule::Nd09.period_of(date.pred_opt().unwrap(), PeriodKind::NineMonths).unwrap().year(),
            2026
        );
    }

    fn rule() -> impl Strategy<Value = WindowRule> {
        prop_oneof![Just(WindowRule::Nd09), Just(WindowRule::Calendar)]
    }

    /// All but the nine months, which leave a gap.
    const TILING: [PeriodKind; 4] =
        [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Half, PeriodKind::Year];

    proptest! {
        #[test]
        fn windows_tile_time(rule in rule(), year in 2..9998i32, kind in proptest::sample::select(&TILING)) {
            for period in super::super::periods_of(kind, year) {
                prop_assert_eq!(rule.window(period).to.succ_opt(), Some(rule.window(period.following()).from));
            }
        }

        #[test]
        fn a_date_lies_in_its_period_only(rule in rule(), days in 0..40_000u64, kind in 0..5usize) {
            let date = Date::from_ymd_opt(1990, 1, 1).unwrap() + Days::new(days);
            let kind = PeriodKind::ALL[kind];
            let holding: Vec<_> = (date.year() - 1..=date.year() + 1)
                .flat_map(|year| super::super::periods_of(kind, year))
                .filter(|period| rule.window(*period).contains(date))
                .collect();
            prop_assert!(holding.len() <= 1);
            prop_assert!(holding.len() == 1 || kind == PeriodKind::NineMonths);
            prop_assert_eq!(rule.period_of(date, kind), holding.first().copied());
        }
    }
}
