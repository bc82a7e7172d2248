//! Which years of a text are the plan's own, and move with it. Pure text.

use std::ops::Range;

use crate::adapt::words::Swap;

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

#[cfg(test)]
mod tests {
    use super::*;

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
