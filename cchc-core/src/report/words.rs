//! Turns of phrase that several sections share.

use crate::exchange::PlanFile;
use crate::plan::UnitSort;
pub(super) use crate::progress::lower_first;
use crate::text::{join_vi, two_digits};

/// "09 tin, bài"; "04 hội nghị với 212 lượt người dự": works first, then the people they reached. Empty where there
/// is nothing.
pub(super) fn amounts(file: &PlanFile, by_unit: &[u64]) -> String {
    let of_sort = |sort: UnitSort| {
        let units = file.units.iter().zip(by_unit).filter(|(unit, value)| unit.sort == sort && **value > 0);
        join_vi(units.map(|(unit, value)| format!("{} {}", two_digits(*value), unit.name)))
    };
    match (of_sort(UnitSort::Output), of_sort(UnitSort::People)) {
        (works, people) if works.is_empty() => people,
        (works, people) if people.is_empty() => works,
        (works, people) => format!("{works} với {people}"),
    }
}

/// "03 hoạt động".
pub(super) fn activities(count: u64) -> String {
    format!("{} hoạt động", two_digits(count))
}

/// A sentence from a record's words: without the end mark that a person may have typed.
pub(super) fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ';', ',', ' '])
}

/// A sentence with the sign at its end that it asks for: a question keeps its own.
pub(super) fn ended(sentence: &str) -> String {
    let has_sign = sentence.ends_with(['?', '!', '…']);
    if has_sign { sentence.to_owned() } else { format!("{sentence}.") }
}

/// Chữ viết tắt of the field.
pub(super) const ABBREVIATIONS: [(&str, &str); 2] =
    [("CCHC", "cải cách hành chính"), ("TTHC", "thủ tục hành chính")];

/// Explains an abbreviation where it first stands as a word of its own: "TTHC" becomes "thủ tục hành chính (TTHC)".
/// Nothing happens where the text explains it itself before that. Returns whether it is explained now.
pub(super) fn explain(text: &mut String, short: &str, full: &str) -> bool {
    let explained = text.find(&format!("({short})"));
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let first = text.match_indices(short).map(|(at, _)| at).find(|at| {
        !is_letter(text[..*at].chars().next_back()) && !is_letter(text[at + short.len()..].chars().next())
    });
    match (first, explained) {
        (Some(first), explained) if explained.is_none_or(|at| first < at) => {
            text.replace_range(first..first + short.len(), &format!("{full} ({short})"));
            true
        }
        _ => explained.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_explained_once_and_as_words() {
        let explained = |text: &str| {
            let mut text = text.to_owned();
            let is_explained = explain(&mut text, "TTHC", "thủ tục hành chính");
            (text, is_explained)
        };
        let done = explained("Niêm yết TTHC, cập nhật TTHC").0;
        assert_eq!(done, "Niêm yết thủ tục hành chính (TTHC), cập nhật TTHC");
        let own = "Niêm yết thủ tục hành chính (TTHC)";
        assert_eq!(explained(own), (own.to_owned(), true));
        assert_eq!(explained("số 12/TTHCX"), ("số 12/TTHCX".to_owned(), false));
    }

    #[test]
    fn capitals_of_abbreviations_stay() {
        assert_eq!(lower_first("Đối thoại doanh nghiệp"), "đối thoại doanh nghiệp");
        assert_eq!(lower_first("TTHC niêm yết"), "TTHC niêm yết");
        assert_eq!(bare("Nâng cấp đường truyền. "), "Nâng cấp đường truyền");
    }
}
