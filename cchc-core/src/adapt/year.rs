//! Which years of a text are the plan's own, and move with it. Pure text.

use std::ops::Range;

use chrono::Datelike;

use crate::adapt::words::Swap;
use crate::calendar::{Date, weekday_vi};
use crate::text::{date_vi, shortened};

/// Where a text means the plan's year: "năm 2026", "quý II/2026", "trước ngày 15/6/2026".
///
/// Left as they are: years of cited documents (`kept` holds where those stand), of symbols (`118/2026/NĐ-CP`), of
/// periods (`giai đoạn 2021 - 2026`), and the dates of documents.
pub(super) fn swaps(text: &str, old: i32, new: i32, kept: &[Range<usize>]) -> Vec<Swap> {
    let year = old.to_string();
    let mut found = Vec::new();
    for (start, _) in text.match_indices(&year) {
        let end = start + year.len();
        let (before, after) = (&text[..start], &text[end..]);
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':');
        let is_of_a_symbol = before.ends_with(is_part) || after.starts_with(|c| is_part(c) || c == '/');
        let is_dash = |c: char| matches!(c, '-' | '–' | '—');
        let is_of_a_period = before.trim_end().ends_with(is_dash)
            && before.trim_end().trim_end_matches(is_dash).trim_end().ends_with(|c: char| c.is_ascii_digit())
            || after
                .trim_start()
                .strip_prefix(is_dash)
                .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
        let is_cited = kept.iter().any(|kept| kept.start <= start && end <= kept.end);
        if !(is_of_a_symbol
            || is_of_a_period
            || is_cited
            || (before.ends_with('/') && is_of_a_document(before)))
        {
            found.push((start..end, new.to_string()));
        }
    }
    found
}

/// Whether the date that ends here is a document's: "số 152/KH-UBND ngày 24/4/".
fn is_of_a_document(before: &str) -> bool {
    let date = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '/').trim_end();
    let Some(named) = date.strip_suffix("ngày") else { return false };
    let symbol = named.trim_end().trim_end_matches(',').rsplit(' ').next().unwrap_or_default();
    symbol.contains(['/', '-']) && symbol.chars().any(char::is_uppercase)
}

/// What a moved text says that a person should look at: a day of the week that its date no longer has, and the year
/// before the one that ended.
pub(super) fn doubtful(text: &str, old: i32) -> Vec<String> {
    let mut found: Vec<String> = weekdays(text)
        .filter(|(said, date)| *said != date.weekday().number_from_monday())
        .map(|(_, date)| format!("“{}” là {}", date_vi(date), weekday_vi(date).replacen("Thứ", "thứ", 1)))
        .collect();
    let before = format!("năm {}", old - 1);
    if text.contains(&before) && !text.contains("giai đoạn") && !text.starts_with("Căn cứ") {
        found.push(format!("còn nêu {before}: “{}”", shortened(text, 60)));
    }
    found
}

/// "thứ Sáu, ngày 20/11/2026": the day of the week as it is said (Monday is 1), and the date.
fn weekdays(text: &str) -> impl Iterator<Item = (u32, Date)> {
    const DAYS: [&str; 7] = ["hai", "ba", "tư", "năm", "sáu", "bảy", "nhật"];
    let lower = text.to_lowercase();
    let said: Vec<(u32, Date)> = ["thứ ", "chủ "]
        .iter()
        .flat_map(|lead| lower.match_indices(lead))
        .filter_map(|(at, lead)| {
            let rest = &lower[at + lead.len()..];
            let (number, name) = (1..).zip(DAYS).find(|(_, name)| rest.starts_with(name))?;
            let rest = rest[name.len()..].trim_start_matches([',', ' ', '(']).strip_prefix("ngày ")?;
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(rest.len());
            let mut parts = rest[..end].split('/');
            let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
            let date = Date::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
            Some((number, date))
        })
        .collect();
    said.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_longer_fits_is_told() {
        assert_eq!(doubtful("họp thứ Sáu, ngày 20/11/2027", 2026), ["“20/11/2027” là thứ Bảy"]);
        assert!(doubtful("họp thứ Bảy, ngày 20/11/2027; sáng Chủ nhật (ngày 21/11/2027)", 2026).is_empty());
        assert_eq!(doubtful("Kết quả năm 2025", 2026), ["còn nêu năm 2025: “Kết quả năm 2025”"]);
        assert!(doubtful("giai đoạn 2021 - 2025, năm 2025", 2026).is_empty());
    }

    fn moved(text: &str) -> String {
        crate::adapt::words::applied(text, &swaps(text, 2026, 2027, &[]))
    }

    #[test]
    fn the_years_of_the_plan_move() {
        for (text, to) in [
            ("tuyên truyền CCHC năm 2026", "tuyên truyền CCHC năm 2027"),
            ("trong quý II/2026;", "trong quý II/2027;"),
            ("trước ngày 15/6/2026.", "trước ngày 15/6/2027."),
            ("từ tháng 4-12/2026", "từ tháng 4-12/2027"),
            ("năm 2026 - là năm", "năm 2027 - là năm"),
        ] {
            assert_eq!(moved(text), to);
        }
    }

    #[test]
    fn those_of_documents_and_periods_stay() {
        for text in [
            "giai đoạn 2021 - 2026",
            "giai đoạn 2026-2030",
            "giai đoạn 2026 – 2030",
            "Nghị định số 118/2026/NĐ-CP",
            "Kế hoạch số 152/KH-UBND ngày 24/4/2026 của UBND tỉnh",
            "Kết luận số 210-KL/TW, ngày 12/11/2026",
            "152-kh-ubnd-2026",
            "2026-12-31",
        ] {
            assert_eq!(moved(text), text);
        }
    }
}
