//! Deadlines (thời hạn): until which day a period's report may be sent.

use serde::{Deserialize, Serialize};

use chrono::{Datelike, Days};

use super::{Date, Period};
use crate::text::fold;

/// Whether the named day itself is still in time (cách tính ngày cuối).
///
/// Officials often read "trước ngày" as including the day: keep the plan's wording beside the computed date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Inclusion {
    /// "trước ngày D": the day before D is the last one.
    Before,
    /// "chậm nhất ngày D", "đến hết ngày D", "hoàn thành trong ngày D": D is the last one.
    Until,
}

impl Inclusion {
    /// The last permitted day when the wording names `day`.
    pub fn last_day(self, day: Date) -> Date {
        match self {
            Self::Before => day.pred_opt().unwrap_or(day),
            Self::Until => day,
        }
    }

    /// Reads it out of a plan's wording; `None` when the wording says neither, or both.
    pub fn read(wording: &str) -> Option<Self> {
        const UNTIL: [&str; 7] =
            ["cham nhat", "muon nhat", "den het", "het ngay", "trong ngay", "den ngay", "khong qua ngay"];
        let folded = fold(wording);
        let before = folded.contains("truoc ngay") || folded.contains("truoc thang");
        match (before, UNTIL.iter().any(|words| folded.contains(words))) {
            (true, false) => Some(Self::Before),
            (false, true) => Some(Self::Until),
            _ => None,
        }
    }

    /// The words that say it: "trước ngày", "chậm nhất ngày".
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Before => "trước ngày",
            Self::Until => "chậm nhất ngày",
        }
    }
}

/// When the report of a period is due (thời hạn gửi): a day of the period's last month or of a later one.
///
/// In a file: `{"day": 17, "months_after": 0, "inclusive": true}`, "chậm nhất ngày 17 của tháng cuối kỳ".
/// Below the province each level sets its own (Nghị định 09/2019/NĐ-CP, Điều 8 asks for one per level and at
/// least one working day after the cut-off), so it is data of each report rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeadlineRule {
    /// The day of the month that the wording names, 1–31.
    pub day: u32,
    /// In which month: 0 is the period's last month, 1 the month after.
    #[serde(default)]
    pub months_after: u32,
    /// Whether the day itself is still in time: `true` for "chậm nhất", `false` for "trước".
    pub inclusive: bool,
}

impl DeadlineRule {
    /// How the named day is read.
    pub const fn inclusion(self) -> Inclusion {
        if self.inclusive { Inclusion::Until } else { Inclusion::Before }
    }

    /// The last day on which the report of `period` is in time.
    ///
    /// In a month that is too short for the named day its last day counts; "trước ngày 1" is the last day of
    /// the month before. Working days are not looked at: see [`WorkCalendar`](super::WorkCalendar).
    pub fn date(self, period: Period) -> Date {
        let months = self.months_after.min(24) as i32;
        let first = period.first_of_month(period.last_month(), months);
        let end = period.first_of_month(period.last_month(), months + 1) - Days::new(1);
        let named = u64::from(self.day.clamp(1, 31));
        match self.inclusion() {
            Inclusion::Until => (first + Days::new(named - 1)).min(end),
            Inclusion::Before if named == 1 => first - Days::new(1),
            Inclusion::Before => (first + Days::new(named - 2)).min(end),
        }
    }

    /// The rule in words: "chậm nhất ngày 17 của tháng cuối kỳ", "trước ngày 05 của tháng sau kỳ".
    pub fn vietnamese(self) -> String {
        let month = match self.months_after {
            0 => "tháng cuối kỳ".to_owned(),
            1 => "tháng sau kỳ".to_owned(),
            n => format!("tháng thứ {n} sau kỳ"),
        };
        format!("{} {:02} của {month}", self.inclusion().vietnamese(), self.day)
    }

    /// Whether the rule leaves the required working day between the cut-off and the sending of `period`'s
    /// report (Nghị định 09/2019/NĐ-CP, Điều 8: "ít nhất 01 ngày làm việc").
    pub fn leaves_a_working_day(self, period: Period, cut_off: Date, calendar: &super::WorkCalendar) -> bool {
        calendar.working_days_between(cut_off, self.date(period)) >= 1
    }

    /// Whether the numbers make sense: a day within 1–31 and at most a year after the period.
    pub const fn is_valid(self) -> bool {
        self.day >= 1 && self.day <= 31 && self.months_after <= 12
    }

    /// The rule that names this date for this period, if there is one: for settings where a person types the
    /// date itself.
    pub fn naming(period: Period, date: Date, inclusive: bool) -> Option<Self> {
        let months = (date.year() - period.year()) * 12 + date.month() as i32 - period.last_month() as i32;
        let rule = Self { day: date.day(), months_after: u32::try_from(months).ok()?, inclusive };
        rule.is_valid().then_some(rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{WindowRule, WorkCalendar};

    fn due(day: u32, months_after: u32, inclusive: bool, period: &str) -> String {
        DeadlineRule { day, months_after, inclusive }.date(period.parse().unwrap()).to_string()
    }

    #[test]
    fn truoc_excludes_and_cham_nhat_includes() {
        assert_eq!(due(15, 0, false, "2026-Q2"), "2026-06-14");
        assert_eq!(due(15, 0, true, "2026-Q2"), "2026-06-15");
        assert_eq!(due(20, 0, true, "2026"), "2026-12-20");
        assert_eq!(due(10, 1, false, "2026-Q4"), "2027-01-09");
        assert_eq!(due(1, 0, false, "2026-H1"), "2026-05-31");
        assert_eq!(due(1, 1, false, "2026-12"), "2026-12-31");
    }

    #[test]
    fn short_months_end_early() {
        assert_eq!(due(31, 0, true, "2026-02"), "2026-02-28");
        assert_eq!(due(31, 0, false, "2026-02"), "2026-02-28");
        assert_eq!(due(29, 0, false, "2026-02"), "2026-02-28");
        assert_eq!(due(31, 0, false, "2026-Q2"), "2026-06-30");
        assert_eq!(due(31, 0, false, "2026-05"), "2026-05-30");
    }

    #[test]
    fn in_words_and_in_a_file() {
        let rule: DeadlineRule =
            serde_json::from_str(r#"{"day":17,"months_after":0,"inclusive":true}"#).unwrap();
        assert_eq!(rule.vietnamese(), "chậm nhất ngày 17 của tháng cuối kỳ");
        let before = DeadlineRule { day: 5, months_after: 1, inclusive: false };
        assert_eq!(before.vietnamese(), "trước ngày 05 của tháng sau kỳ");
        assert_eq!(
            before.inclusion().last_day(Date::from_ymd_opt(2026, 6, 1).unwrap()).to_string(),
            "2026-05-31"
        );
    }

    #[test]
    fn wordings_of_plans() {
        for (wording, inclusion) in [
            ("định kỳ trước ngày 01/6 và 01/12 hằng năm", Some(Inclusion::Before)),
            ("trước tháng 3/2026", Some(Inclusion::Before)),
            ("chậm nhất là ngày 20 của tháng cuối kỳ báo cáo", Some(Inclusion::Until)),
            ("Thực hiện đến hết ngày 31/12", Some(Inclusion::Until)),
            ("hoàn thành trong ngày 15/6", Some(Inclusion::Until)),
            ("theo CV yêu cầu", None),
            ("gửi trước ngày 10, chậm nhất ngày 12", None),
        ] {
            assert_eq!(Inclusion::read(wording), inclusion, "{wording}");
        }
    }

    #[test]
    fn a_typed_date_becomes_a_rule() {
        let period: Period = "2026-Q4".parse().unwrap();
        let date = Date::from_ymd_opt(2027, 1, 5).unwrap();
        let rule = DeadlineRule::naming(period, date, true).unwrap();
        assert_eq!((rule.months_after, rule.date(period)), (1, date));
        assert_eq!(DeadlineRule::naming(period, Date::from_ymd_opt(2026, 11, 5).unwrap(), true), None);
    }

    #[test]
    fn article_8_wants_a_working_day_after_the_cut_off() {
        let period: Period = "2026-Q1".parse().unwrap();
        let cut_off = WindowRule::Nd09.window(period).to; // Saturday 14/3
        let calendar = WorkCalendar::default();
        let until = |day| DeadlineRule { day, months_after: 0, inclusive: true };
        assert!(!until(15).leaves_a_working_day(period, cut_off, &calendar));
        assert!(until(16).leaves_a_working_day(period, cut_off, &calendar));
    }
}
