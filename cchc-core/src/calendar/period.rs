//! Periods of a year (kỳ): month, quarter, half, nine months, year.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::Date;
use crate::text::{capitalized, roman};

/// How long a period is (loại kỳ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// A month (tháng).
    Month,
    /// A quarter (quý).
    Quarter,
    /// The first or the last six months (6 tháng).
    Half,
    /// The first nine months (9 tháng); there is one of these a year.
    NineMonths,
    /// A whole year (năm).
    Year,
}

impl PeriodKind {
    /// Every kind, the shortest first.
    pub const ALL: [Self; 5] = [Self::Month, Self::Quarter, Self::Half, Self::NineMonths, Self::Year];

    /// How many months one period of this kind has.
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::NineMonths => 9,
            Self::Year => 12,
        }
    }

    /// How many periods of this kind a year has.
    pub const fn per_year(self) -> u32 {
        match self {
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Half => 2,
            Self::NineMonths | Self::Year => 1,
        }
    }

    /// The kind's name: "tháng", "quý", "6 tháng", "9 tháng", "năm".
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Month => "tháng",
            Self::Quarter => "quý",
            Self::Half => "6 tháng",
            Self::NineMonths => "9 tháng",
            Self::Year => "năm",
        }
    }
}

/// One period of one year (kỳ), written "2026-05", "2026-Q2", "2026-H1", "2026-9M" or "2026".
///
/// The written form is the one of files, of the command line and of [`Display`](std::fmt::Display); it is read back
/// by [`FromStr`](std::str::FromStr). Years run from 1 to 9999.
///
/// Periods are ordered as their reports fall due: by year, by last month, the shorter one first. So June 2026
/// comes before quarter II, that before the first half, and the whole year comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    kind: PeriodKind,
    year: i32,
    /// Which one of its kind in the year, from 1.
    number: u32,
}

const FIRST_YEAR: i32 = 1;
const LAST_YEAR: i32 = 9999;

impl Period {
    /// The period `number` (from 1) of its kind in `year`; `None` when the year has no such period or is not
    /// within 1–9999.
    pub fn new(kind: PeriodKind, year: i32, number: u32) -> Option<Self> {
        let valid = (FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=kind.per_year()).contains(&number);
        valid.then_some(Self { kind, year, number })
    }

    /// How long the period is (loại kỳ).
    pub const fn kind(self) -> PeriodKind {
        self.kind
    }

    /// The year the period belongs to, also when its reporting window begins in the year before.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Which one of its kind it is in the year, from 1: 2 for quarter II, 5 for May.
    pub const fn number(self) -> u32 {
        self.number
    }

    /// The months it spans, 1–12, both ends included.
    pub const fn months(self) -> RangeInclusive<u32> {
        self.first_month()..=self.last_month()
    }

    /// Its first month, 1–12.
    pub const fn first_month(self) -> u32 {
        (self.number - 1) * self.kind.months() + 1
    }

    /// Its last month, 1–12: "tháng cuối kỳ", which deadlines refer to.
    pub const fn last_month(self) -> u32 {
        self.number * self.kind.months()
    }

    /// The period of the same kind just before: quarter I gives quarter IV of the year before, nine months the
    /// nine months of the year before. The first one of year 1 has none and gives itself.
    #[must_use]
    pub fn previous(self) -> Self {
        match self.number {
            1 if self.year == FIRST_YEAR => self,
            1 => Self { year: self.year - 1, number: self.kind.per_year(), ..self },
            n => Self { number: n - 1, ..self },
        }
    }

    /// The period of the same kind just after. The last one of year 9999 has none and gives itself.
    #[must_use]
    pub fn following(self) -> Self {
        if self.number < self.kind.per_year() {
            Self { number: self.number + 1, ..self }
        } else if self.year == LAST_YEAR {
            self
        } else {
            Self { year: self.year + 1, number: 1, ..self }
        }
    }

    /// Whether every month of `other` is one of this period's months: a year holds its quarters.
    pub fn covers(self, other: Self) -> bool {
        self.year == other.year
            && self.first_month() <= other.first_month()
            && other.last_month() <= self.last_month()
    }

    /// Its full name: "tháng 5 năm 2026", "quý II năm 2026", "6 tháng đầu năm 2026", "6 tháng cuối năm 2026",
    /// "9 tháng đầu năm 2026", "năm 2026". Lower case; spaces are plain.
    pub fn vietnamese(self) -> String {
        let (short, year) = (self.short_vi(), self.year);
        match self.kind {
            PeriodKind::Month | PeriodKind::Quarter => format!("{short} năm {year}"),
            PeriodKind::Half | PeriodKind::NineMonths => format!("{short} {year}"),
            PeriodKind::Year => short,
        }
    }

    /// Its name within a known year: "tháng 5", "quý II", "6 tháng đầu năm", "9 tháng đầu năm"; a year is
    /// always named in full, "năm 2026".
    pub fn short_vi(self) -> String {
        match (self.kind, self.number) {
            (PeriodKind::Month, n) => format!("tháng {n}"),
            (PeriodKind::Quarter, n) => format!("quý {}", roman(n)),
            (PeriodKind::Half, 1) => "6 tháng đầu năm".to_owned(),
            (PeriodKind::Half, _) => "6 tháng cuối năm".to_owned(),
            (PeriodKind::NineMonths, _) => "9 tháng đầu năm".to_owned(),
            (PeriodKind::Year, _) => format!("năm {}", self.year),
        }
    }

    /// As short as it can be told with its year, for an axis: "10/2026", "Quý III/2026", "2026".
    pub fn brief_vi(self) -> String {
        match self.kind {
            PeriodKind::Month => format!("{}/{}", self.number, self.year),
            PeriodKind::Year => self.year.to_string(),
            PeriodKind::Quarter => format!("Quý {}/{}", roman(self.number), self.year),
            PeriodKind::Half | PeriodKind::NineMonths => capitalized(&self.vietnamese()),
        }
    }

    /// The period of `kind` that a date falls in by the plain calendar; `None` for the nine months after
    /// September, and for years out of range.
    pub(super) fn containing(year: i32, month: u32, kind: PeriodKind) -> Option<Self> {
        Self::new(kind, year, month.div_ceil(kind.months()))
    }

    /// The first day of a month of the period's year, `offset` months after month `month` (may lead into a
    /// neighbouring year).
    pub(super) fn first_of_month(self, month: u32, offset: i32) -> Date {
        let months = self.year * 12 + month as i32 - 1 + offset;
        Date::from_ymd_opt(months.div_euclid(12), months.rem_euclid(12) as u32 + 1, 1)
            .expect("years 0–10000 and months 1–12 are dates")
    }

    fn order(self) -> (i32, u32, u32) {
        (self.year, self.last_month(), self.kind.months())
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Every period of `kind` in `year`, in order; empty for a year that is not within 1–9999.
pub fn periods_of(kind: PeriodKind, year: i32) -> impl Iterator<Item = Period> {
    (1..=kind.per_year()).filter_map(move |number| Period::new(kind, year, number))
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    fn p(text: &str) -> Period {
        text.parse().unwrap()
    }

    pub(in crate::calendar) fn any_period() -> impl Strategy<Value = Period> {
        (0..5usize, 1..=9999i32, 0..12u32).prop_map(|(kind, year, n)| {
            let kind = PeriodKind::ALL[kind];
            Period::new(kind, year, n % kind.per_year() + 1).unwrap()
        })
    }

    #[test]
    fn names_are_those_of_documents() {
        let names: Vec<_> = ["2026-05", "2026-Q2", "2026-Q4", "2026-H1", "2026-H2", "2026-9M", "2026"]
            .map(|t| (p(t).vietnamese(), p(t).short_vi()))
            .into_iter()
            .collect();
        insta::assert_debug_snapshot!(names, @r#"
        [
            (
                "tháng 5 năm 2026",
                "tháng 5",
            ),
            (
                "quý II năm 2026",
                "quý II",
            ),
            (
                "quý IV năm 2026",
                "quý IV",
            ),
            (
                "6 tháng đầu năm 2026",
                "6 tháng đầu năm",
            ),
            (
                "6 tháng cuối năm 2026",
                "6 tháng cuối năm",
            ),
            (
                "9 tháng đầu năm 2026",
                "9 tháng đầu năm",
            ),
            (
                "năm 2026",
                "năm 2026",
            ),
        ]
        "#);
    }

    #[test]
    fn neighbours() {
        assert_eq!(p("2026-Q1").previous(), p("2025-Q4"));
        assert_eq!(p("2026-H1").previous(), p("2025-H2"));
        assert_eq!(p("2026-H2").previous(), p("2026-H1"));
        assert_eq!(p("2026-9M").previous(), p("2025-9M"));
        assert_eq!(p("2026-12").following(), p("2027-01"));
    }

    #[test]
    fn they_sort_as_they_fall_due() {
        let mut all: Vec<_> = PeriodKind::ALL.into_iter().flat_map(|kind| periods_of(kind, 2026)).collect();
        all.sort();
        let text: Vec<_> = all.iter().map(Period::to_string).collect();
        assert_eq!(
            text.join(" "),
            "2026-01 2026-02 2026-03 2026-Q1 2026-04 2026-05 2026-06 2026-Q2 2026-H1 2026-07 2026-08 2026-09 \
             2026-Q3 2026-9M 2026-10 2026-11 2026-12 2026-Q4 2026-H2 2026"
        );
    }

    #[test]
    fn a_year_covers_its_parts() {
        assert!(p("2026").covers(p("2026-Q4")) && p("2026-H1").covers(p("2026-Q2")));
        assert!(!p("2026-H1").covers(p("2026-Q3")) && !p("2026").covers(p("2025-Q4")));
    }

    proptest! {
        #[test]
        fn previous_undoes_following(period in any_period()) {
            prop_assume!(period.year() < LAST_YEAR);
            prop_assert_eq!(period.following().previous(), period);
            prop_assert!(period < period.following());
        }
    }
}
