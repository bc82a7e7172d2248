//! Vietnamese order: a ă â b c d đ e ê … y, then the tones.
//!
//! `icu_collator` would do this for every language, with some hundred kilobytes of data in the page. Names of
//! offices and villages need this much of it: the order of CLDR's `vi`, small.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, decompose_canonical, is_combining_mark};

/// A text as it sorts: compare two of these, byte by byte, instead of the texts.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Box<[u8]>);

/// The key by which a text sorts in Vietnamese.
///
/// First by letters (a ă â b c d đ e ê … i … o ô ơ p … u ư v … y), spaces before punctuation before digits
/// before letters; numbers by value, so that "Thôn 2" comes before "Thôn 10". Then by tone: ngang, huyền, hỏi,
/// ngã, sắc, nặng. Then small letters before capitals. Texts equal in all three have equal keys.
pub fn sort_key(text: &str) -> SortKey {
    let chars = decomposed(text);
    let mut key = Builder::with_capacity(chars.len());
    let mut rest = chars.as_slice();
    while let [first, ..] = rest {
        let length = if first.is_ascii_digit() {
            run(rest, |c| c.is_ascii_digit())
        } else {
            1 + run(&rest[1..], |c| c > '\u{2FF}' && is_combining_mark(c))
        };
        let (item, after) = rest.split_at(length);
        match first {
            '0'..='9' => key.number(item),
            c if c.is_alphabetic() => key.letter(*c, &item[1..]),
            c => key.sign(*c),
        }
        rest = after;
    }
    key.finish()
}

/// How many of the first characters are such.
fn run(chars: &[char], such: impl Fn(char) -> bool) -> usize {
    chars.iter().position(|c| !such(*c)).unwrap_or(chars.len())
}

/// Letters apart from their marks (NFD). Without loose marks nothing has to be put in order, and every character
/// can be taken by itself, which is several times faster.
fn decomposed(text: &str) -> Vec<char> {
    if text.chars().any(|c| c > '\u{2FF}' && canonical_combining_class(c) != 0) {
        return text.nfd().collect();
    }
    let mut chars = Vec::with_capacity(text.len());
    for c in text.chars() {
        decompose_canonical(c, |part| chars.push(part));
    }
    chars
}

struct Builder {
    /// Letters, signs and numbers; no byte is 0.
    primary: Vec<u8>,
    /// One tone per letter, 1 for none.
    tones: Vec<u8>,
    /// One per letter, 1 small, 2 capital.
    cases: Vec<u8>,
}

// The first byte of a primary weight, by class.
const SPACE: u8 = 0x02;
const SIGN: u8 = 0x03;
const OTHER_SIGN: u8 = 0x04;
const NUMBER: u8 = 0x10;
const LETTER: u8 = 0x20;
const OTHER_LETTER: u8 = 0xE0;

/// The usual signs in CLDR's order.
const SIGNS: &str = "_-–—,;:!?.…'‘’\"“”()[]{}§@*/\\&#%`^+<=>|~$";

/// The place of a letter: that of the Latin letter, and which one of it. f, j, w and z, which are not Vietnamese,
/// stand where Latin has them.
const fn weight(letter: char) -> Option<u8> {
    let (latin, which) = match letter {
        'a'..='z' => (letter, 0),
        'ă' => ('a', 1),
        'â' => ('a', 2),
        'đ' => ('d', 1),
        'ê' => ('e', 1),
        'ô' => ('o', 1),
        'ơ' => ('o', 2),
        'ư' => ('u', 1),
        _ => return None,
    };
    Some(LETTER + 4 * (latin as u8 - b'a') + which)
}

impl Builder {
    fn with_capacity(chars: usize) -> Self {
        // The key is built in `primary`, and the other levels are put behind it.
        Self {
            primary: Vec::with_capacity(chars * 2 + 8),
            tones: Vec::with_capacity(chars),
            cases: Vec::with_capacity(chars),
        }
    }

    fn number(&mut self, digits: &[char]) {
        let value = &digits[run(digits, |c| c == '0')..];
        let length = value.len().min(usize::from(u16::MAX)) as u16;
        self.primary.push(NUMBER);
        // 1 added to each byte, so that none is the separator.
        self.primary.extend([(length / 254) as u8 + 1, (length % 254) as u8 + 1]);
        self.primary.extend(value.iter().map(|digit| *digit as u8));
    }

    fn sign(&mut self, c: char) {
        match SIGNS.chars().position(|sign| sign == c) {
            _ if c.is_whitespace() => self.primary.push(SPACE),
            Some(place) => self.primary.extend([SIGN, place as u8 + 1]),
            None if is_combining_mark(c) || c.is_control() => {}
            None => self.code(OTHER_SIGN, c),
        }
    }

    fn letter(&mut self, c: char, marks: &[char]) {
        let small = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
        let mut base = small;
        let mut tone = 1;
        for mark in marks {
            match (base, mark) {
                ('a' | 'o' | 'e', '\u{302}') => base = with_circumflex(base),
                ('a', '\u{306}') => base = 'ă',
                ('o', '\u{31B}') => base = 'ơ',
                ('u', '\u{31B}') => base = 'ư',
                (_, '\u{300}') => tone = 2,
                (_, '\u{309}') => tone = 3,
                (_, '\u{303}') => tone = 4,
                (_, '\u{301}') => tone = 5,
                (_, '\u{323}') => tone = 6,
                _ => tone = 7,
            }
        }
        match weight(base) {
            Some(weight) => self.primary.push(weight),
            None => self.code(OTHER_LETTER, base),
        }
        self.tones.push(tone);
        self.cases.push(if small == c { 1 } else { 2 });
    }

    /// A character outside the alphabet, by its code point; no byte is 0.
    fn code(&mut self, class: u8, c: char) {
        let code = c as u32;
        self.primary.extend([
            class,
            (code >> 14) as u8 + 1,
            (code >> 7 & 0x7F) as u8 + 1,
            (code & 0x7F) as u8 + 1,
        ]);
    }

    fn finish(mut self) -> SortKey {
        let mut key = self.primary;
        for level in [&mut self.tones, &mut self.cases] {
            // What is plain at the end decides nothing.
            while level.pop_if(|weight| *weight == 1).is_some() {}
            key.push(0);
            key.append(level);
        }
        SortKey(key.into())
    }
}

const fn with_circumflex(base: char) -> char {
    match base {
        'a' => 'â',
        'e' => 'ê',
        _ => 'ô',
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sorted(text: &str) -> String {
        let mut words: Vec<_> = text.split('|').collect();
        words.sort_by_key(|word| sort_key(word));
        words.join("|")
    }

    #[test]
    fn alphabet_then_tones_then_case() {
        for right in [
            "a|à|ả|ã|á|ạ|ă|ằ|ẳ|ẵ|ắ|ặ|â|ấ|ậ|b",
            "d|Dũng|đ|Đào|e|ê|g",
            "o|ô|ơ|p|u|ư|v",
            "ma|Ma|mà|mả|mã|má|mạ|mai",
            "họa sĩ|họa viên|hoan|hoàn|hoãn|hoán",
            "c|ç|ch|ck|w|x|z|д",
        ] {
            let shuffled: Vec<_> = right.split('|').rev().collect();
            assert_eq!(sorted(&shuffled.join("|")), right);
        }
        // Tones decide only between equal letters: "hoa b…" before "hoa t…".
        assert_eq!(sorted("Hoa Thám|Hòa Bình"), "Hòa Bình|Hoa Thám");
    }

    #[test]
    fn numbers_by_value_and_spaces_first() {
        assert_eq!(sorted("Thôn 10|Thôn 2|Thôn 1|Thôn"), "Thôn|Thôn 1|Thôn 2|Thôn 10");
        assert_eq!(sorted("Nàab|Na ab|Na-ab|Na 2"), "Na 2|Na ab|Na-ab|Nàab");
        assert_eq!(sort_key("02 tin"), sort_key("2 tin"));
    }

    #[test]
    fn the_offices_of_the_plan() {
        let offices = "Văn phòng HĐND và UBND|Trung tâm Phục vụ hành chính công|Phòng Kinh tế|Ủy ban MTTQ|\
                       Trung tâm Dịch vụ công ích|Phòng Văn hóa - Xã hội";
        assert_eq!(
            sorted(offices),
            "Phòng Kinh tế|Phòng Văn hóa - Xã hội|Trung tâm Dịch vụ công ích|Trung tâm Phục vụ hành chính công|\
             Ủy ban MTTQ|Văn phòng HĐND và UBND"
        );
    }

    /// Names of communes and some words that differ by little, in the order that ICU 78 gives (vi, numeric).
    #[test]
    fn the_order_is_that_of_icu() {
        let expected: Vec<_> = include_str!("sorted-by-icu.txt").lines().collect();
        let mut ours = expected.clone();
        ours.reverse();
        ours.sort_by_cached_key(|line| sort_key(line));
        assert_eq!(ours, expected);
    }

    proptest! {
        #[test]
        fn composed_and_decomposed_sort_alike(text in "\\PC{0,16}") {
            let nfc: String = text.nfc().collect();
            let nfd: String = text.nfd().collect();
            prop_assert_eq!(sort_key(&nfc), sort_key(&nfd));
        }

        #[test]
        fn a_beginning_sorts_before_the_whole(text in "[a-zà-ỹđ ]{1,12}", more in "[a-zđ ]{1,5}") {
            let whole = format!("{text}{more}");
            prop_assert!(sort_key(&text) < sort_key(&whole));
        }
    }
}
