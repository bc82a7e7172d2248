//! A citation whose number and date are not known any more.

use crate::adapt::words::Swap;
use crate::plan::CitedDocument;

/// What stands for a number or a part of a date that somebody must find out.
pub(super) const BLANK: char = '…';

/// Number and date of the document in a text, each as a blank: `số …/KH-UBND ngày …/…/…`.
pub(super) fn swaps(text: &str, document: &CitedDocument) -> Vec<Swap> {
    let Some(number) = &document.number else { return Vec::new() };
    let mut found = Vec::new();
    for (at, _) in text.match_indices(number.as_str()) {
        let end = at + number.len();
        let is_longer = |c: char| c.is_alphanumeric();
        let before = text[..at].chars().next_back();
        if before.is_some_and(is_longer) || text[end..].starts_with(is_longer) {
            continue;
        }
        found.push((at..end, blank(number)));
        let rest = text[end..].trim_start_matches(',');
        if let Some(date) = rest.strip_prefix(" ngày ") {
            let from = text.len() - date.len();
            let length = date.find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(date.len());
            if date[..length].contains('/') {
                found.push((from..from + length, "…/…/…".to_owned()));
            }
        }
    }
    found
}

/// `152/KH-UBND` as `…/KH-UBND`, `42/2025/NQ-HĐND` as `…/NQ-HĐND`.
fn blank(number: &str) -> String {
    let symbol = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '/' || c == '-');
    let mark = number[..number.len() - symbol.len()].chars().next_back().unwrap_or('/');
    format!("{BLANK}{mark}{symbol}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_the_symbol_is_left_of_a_number() {
        assert_eq!(super::blank("152/KH-UBND"), "…/KH-UBND");
        assert_eq!(super::blank("60-NQ/TU"), "…-NQ/TU");
        assert_eq!(super::blank("42/2025/NQ-HĐND"), "…/NQ-HĐND");
    }
}
