//! Hạn của từng kỳ báo cáo: "quý trước ngày 15 của tháng cuối quý, 6 tháng trước ngày 10/6, năm trước ngày 01/12".

use std::ops::Range;

use super::deadline::{limit, period_deadline};
use super::{numbered, period_at};
use crate::calendar::{DeadlineRule, PeriodKind};
use crate::ingest::date::date_at;
use crate::ingest::words::Words;

/// By when reports are due, as words say.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ingest) struct PeriodDue {
    /// The period behind whose name the deadline stands; none where it is said of several, or of none.
    pub(in crate::ingest) period: Option<PeriodKind>,
    /// None where the day lies in no month that a rule of this period can name.
    pub(in crate::ingest) rule: Option<DeadlineRule>,
    /// The tokens of the deadline.
    pub(in crate::ingest) tokens: Range<usize>,
}

/// The deadlines of a sentence, each with the period that is named before it.
pub(in crate::ingest) fn period_dues(words: &Words<'_>) -> Vec<PeriodDue> {
    let mut found: Vec<PeriodDue> = Vec::new();
    let mut named: Vec<PeriodKind> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((rule, _, end)) = period_deadline(words, at) {
            let period = named.first().copied().filter(|_| named.len() == 1);
            found.push(PeriodDue { period, rule: Some(rule), tokens: at..end });
            named.clear();
            at = end;
        } else if let Some((inclusive, date)) =
            limit(words, at).and_then(|(inclusive, next)| Some((inclusive, date_at(words, next)?)))
        {
            if let Some(period) = named.last().copied() {
                let rule = date.month.and_then(|month| of_month(period, date.day, month, inclusive));
                found.push(PeriodDue { period: Some(period), rule, tokens: at..date.tokens.end });
            }
            named.clear();
            at = date.tokens.end;
        } else if let Some((period, end)) = period_at(words, at) {
            let before = |names: &[&str]| {
                let before = at.checked_sub(1).and_then(|before| words.get(before));
                before.is_some_and(|before| names.iter().any(|name| before.is(name)))
            };
            let led_off = before(&["trong", "cuối", "đầu", "của", "thứ", "sau"]);
            // "báo cáo năm 2026" is the report of the year, "năm 2026" elsewhere is no report.
            let of_year = period == PeriodKind::Year
                && crate::ingest::date::year(words, end).is_some()
                && !before(&["cáo"]);
            if !led_off && !of_year && !numbered(words, period, end) {
                named.push(period);
            }
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// A day of a named month as a rule of the period, whose last month it is in or soon after.
fn of_month(period: PeriodKind, day: u32, month: u32, inclusive: bool) -> Option<DeadlineRule> {
    let last = match period {
        PeriodKind::Half => 6,
        PeriodKind::NineMonths => 9,
        PeriodKind::Year => 12,
        PeriodKind::Month | PeriodKind::Quarter => return None,
    };
    let months_after = (month + 12 - last) % 12;
    (months_after <= 2).then_some(DeadlineRule { day, months_after, inclusive })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_period_has_the_deadline_behind_its_own_name() {
        let read = |text: &str| {
            let words = Words::of(text);
            let one = |due: PeriodDue| {
                let rule = due.rule.map_or_else(|| "?".to_owned(), DeadlineRule::vietnamese);
                format!(
                    "{}: {rule} ← {}",
                    due.period.map_or("mọi kỳ", PeriodKind::vietnamese),
                    words.slice(due.tokens)
                )
            };
            period_dues(&words).into_iter().map(one).collect::<Vec<_>>().join("\n")
        };
        insta::assert_snapshot!(
            [
                "Các cơ quan gửi báo cáo quý trước ngày 15 của tháng cuối quý, báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 01/12 về Văn phòng",
                "báo cáo quý (trước ngày 15 của tháng cuối quý), 6 tháng (trước ngày 10/6), năm (trước ngày 10/12)",
                "Báo cáo tháng gửi trước ngày 25 hằng tháng; quý gửi trước ngày 20 của tháng cuối quý; 6 tháng gửi trước ngày 10/6; năm gửi trước ngày 05/01 năm sau",
                "tổng hợp năm 2026 trước ngày 10/8",
                "báo cáo năm 2026 trước ngày 05/12",
                "báo cáo năm trước ngày 10/8",
                "Tổng hợp báo cáo định kỳ quý, 6 tháng, năm trước ngày 15 của tháng cuối quý",
            ]
            .map(|text| format!("{text}\n{}", read(text)))
            .join("\n\n"),
            @r"
            Các cơ quan gửi báo cáo quý trước ngày 15 của tháng cuối quý, báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 01/12 về Văn phòng
            quý: trước ngày 15 của tháng cuối kỳ ← trước ngày 15 của tháng cuối quý
            6 tháng: trước ngày 10 của tháng cuối kỳ ← trước ngày 10/6
            năm: trước ngày 01 của tháng cuối kỳ ← trước ngày 01/12

            báo cáo quý (trước ngày 15 của tháng cuối quý), 6 tháng (trước ngày 10/6), năm (trước ngày 10/12)
            quý: trước ngày 15 của tháng cuối kỳ ← trước ngày 15 của tháng cuối quý
            6 tháng: trước ngày 10 của tháng cuối kỳ ← trước ngày 10/6
            năm: trước ngày 10 của tháng cuối kỳ ← trước ngày 10/12

            Báo cáo tháng gửi trước ngày 25 hằng tháng; quý gửi trước ngày 20 của tháng cuối quý; 6 tháng gửi trước ngày 10/6; năm gửi trước ngày 05/01 năm sau
            tháng: trước ngày 25 của tháng cuối kỳ ← gửi trước ngày 25 hằng tháng
            quý: trước ngày 20 của tháng cuối kỳ ← gửi trước ngày 20 của tháng cuối quý
            6 tháng: trước ngày 10 của tháng cuối kỳ ← gửi trước ngày 10/6
            năm: trước ngày 05 của tháng sau kỳ ← gửi trước ngày 05/01

            tổng hợp năm 2026 trước ngày 10/8


            báo cáo năm 2026 trước ngày 05/12
            năm: trước ngày 05 của tháng cuối kỳ ← trước ngày 05/12

            báo cáo năm trước ngày 10/8
            năm: ? ← trước ngày 10/8

            Tổng hợp báo cáo định kỳ quý, 6 tháng, năm trước ngày 15 của tháng cuối quý
            mọi kỳ: trước ngày 15 của tháng cuối kỳ ← trước ngày 15 của tháng cuối quý
            "
        );
    }
}
