//! Folding for search: lower case, no tone marks, đ as d.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// The text as search compares it: lower case, without tone marks and other diacritics, đ as d; no-break spaces,
/// dashes and curly quotes as their plain forms; without soft hyphens and zero-width characters.
///
/// Texts that look the same fold to the same, whether composed (NFC) or decomposed (NFD).
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// Appends what a text folds to.
pub(crate) fn fold_onto(folded: &mut String, text: &str) {
    for c in text.chars() {
        push_folded(c, folded);
    }
}

/// Appends what one character folds to: usually one letter, nothing for a combining mark.
#[inline]
pub(super) fn push_folded(c: char, folded: &mut String) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
    } else if let Some(letter) = vietnamese_letter(c) {
        folded.push(letter);
    } else {
        push_other(c, folded);
    }
}

/// The small letter under a Latin or Vietnamese one; any other character is its own.
#[inline]
pub(super) fn plain_letter(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { vietnamese_letter(c).unwrap_or(c) }
}

/// Whether a character is a letter; for those of Vietnamese without a table.
#[cfg(feature = "ingest")]
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && (vietnamese_letter(c).is_some() || c.is_alphabetic()))
}

/// The plain letter under a Vietnamese one, by the blocks that hold them. Most characters of a Vietnamese text
/// that are not ASCII end here, without a table.
#[inline]
const fn vietnamese_letter(c: char) -> Option<char> {
    Some(match c {
        '\u{1EA0}'..='\u{1EB7}' | 'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' => 'a',
        '\u{1EB8}'..='\u{1EC7}' | 'È'..='Ë' | 'è'..='ë' => 'e',
        '\u{1EC8}'..='\u{1ECB}' | 'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' => 'i',
        '\u{1ECC}'..='\u{1EE3}' | 'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' => 'o',
        '\u{1EE4}'..='\u{1EF1}' | 'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' => 'u',
        '\u{1EF2}'..='\u{1EF9}' | 'Ý' | 'ý' | 'ÿ' => 'y',
        // Ð (eth) is a common mistyping of Đ.
        'Đ' | 'đ' | 'Ð' | 'ð' => 'd',
        _ => return None,
    })
}

#[inline(never)]
fn push_other(c: char, folded: &mut String) {
    decompose_canonical(c, |part| match part {
        '\u{A0}' | '\u{2007}' | '\u{202F}' => folded.push(' '),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
        '\u{2018}' | '\u{2019}' => folded.push('\''),
        '\u{201C}' | '\u{201D}' => folded.push('"'),
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
        mark if canonical_combining_class(mark) != 0 => {}
        // The part of a lower case that is a mark of its own (İ has one) is dropped like any other.
        letter => folded.extend(letter.to_lowercase().filter(|c| canonical_combining_class(*c) == 0)),
    });
}

/// A text folded once, to be searched at every key press.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Folded(Box<str>);

impl Folded {
    /// Folds a text for searching.
    pub fn new(text: &str) -> Self {
        Self(fold(text).into())
    }

    /// Folds several fields into one haystack; no hit reaches across two of them.
    pub fn of_fields<'a>(fields: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all = String::new();
        for field in fields {
            if !all.is_empty() {
                all.push('\n');
            }
            all.push_str(&fold(field));
        }
        Self(all.into())
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an already folded needle occurs. An empty one always does.
    pub fn contains(&self, folded_needle: &str) -> bool {
        self.0.contains(folded_needle)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn marks_and_case_vanish() {
        assert_eq!(
            fold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM – Độc lập"),
            "cong hoa xa hoi chu nghia viet nam - doc lap"
        );
        assert_eq!(fold("02\u{A0}tin, “bài”"), "02 tin, \"bai\"");
        assert_eq!(fold("Ðảng ủy Straße Čeněk İstanbul Åsgård"), "dang uy straße cenek istanbul asgard");
        assert_eq!(fold("KPI 100% https://HoaTham.gov.vn"), "kpi 100% https://hoatham.gov.vn");
    }

    #[test]
    fn the_short_cut_agrees_with_unicode() {
        for c in ('\u{80}'..='\u{24F}').chain('\u{1E00}'..='\u{1EFF}') {
            let mut slow = String::new();
            push_other(c, &mut slow);
            if let Some(letter) = vietnamese_letter(c).filter(|_| !"ĐđÐð".contains(c)) {
                assert_eq!(slow, letter.to_string(), "{c}");
            }
        }
    }

    #[test]
    fn fields_stay_apart() {
        let haystack = Folded::of_fields(["Phòng Văn hóa", "Tin bài"]);
        assert!(
            haystack.contains("van hoa") && haystack.contains("tin bai") && !haystack.contains("hoa tin")
        );
    }

    proptest! {
        #[test]
        fn composed_and_decomposed_fold_alike(text in "\\PC{0,24}") {
            let nfd: String = text.nfd().collect();
            let nfc: String = text.nfc().collect();
            prop_assert_eq!(fold(&nfd), fold(&nfc));
        }

        #[test]
        fn folding_twice_is_folding_once(text in "[a-zA-ZÀ-ỹ đĐ0-9–“”\u{A0}]{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
