//! One spelling for texts that differ only in how they were typed.

use std::borrow::Cow;

use unicode_normalization::char::{compose, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::fold::plain_letter;

/// The text in composed Unicode (NFC, Unicode dựng sẵn), as the forms of Nghị định 30/2020/NĐ-CP want it.
/// Borrows when it already is.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_composed) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Whether a character surely stands in NFC by itself, told by its block: Latin, Vietnamese, dashes and quotation marks.
const fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}' | '\u{2010}'..='\u{2027}')
}

/// Whether two texts are the same word for word, though one may write "hòa, Ủy" and the other "hoà, Uỷ", or one
/// be composed and the other decomposed. Case matters.
pub fn same_spelling(a: &str, b: &str) -> bool {
    a == b || canonical_tone(a) == canonical_tone(b)
}

/// The text in NFC with the tone mark where the commune's plans put it: "hòa", "khỏe", "Ủy" (old style), but
/// "hoàn", "quý".
///
/// It moves the mark between the two vowels of oa, oe, uy: to the first when they end the syllable, else to the
/// second, and always to the y of "quy". Nothing else changes.
pub fn canonical_tone(text: &str) -> Cow<'_, str> {
    let text = nfc(text);
    if text.is_ascii() || !has_pair(&text) {
        return text;
    }
    let mut chars: Vec<char> = text.chars().collect();
    let mut changed = false;
    for i in 1..chars.len() {
        let ((first, tone), (second, other)) = (split_tone(chars[i - 1]), split_tone(chars[i]));
        let Some(tone) = tone.xor(other) else { continue };
        let glide = match (first.to_ascii_lowercase(), second.to_ascii_lowercase()) {
            ('o', 'a' | 'e') => false,
            ('u', 'y') => i >= 2 && chars[i - 2].eq_ignore_ascii_case(&'q'),
            _ => continue,
        };
        let ends = chars.get(i + 1).is_none_or(|next| !next.is_alphabetic());
        let pair = if ends && !glide { (with(first, tone), second) } else { (first, with(second, tone)) };
        changed |= pair != (chars[i - 1], chars[i]);
        (chars[i - 1], chars[i]) = pair;
    }
    if changed { Cow::Owned(chars.into_iter().collect()) } else { text }
}

/// Whether two vowels stand side by side between which a mark could move; most words have none.
fn has_pair(text: &str) -> bool {
    let mut letters = text.chars().map(plain_letter);
    let mut before = letters.next();
    letters.any(|letter| {
        let pair = (before.replace(letter), letter);
        matches!(pair, (Some('o'), 'a' | 'e') | (Some('u'), 'y'))
    })
}

/// A plain vowel and its tone mark, or the character itself and none: ò is o and huyền, ộ stays ộ.
fn split_tone(c: char) -> (char, Option<char>) {
    if c.is_ascii() {
        return (c, None);
    }
    let mut parts = ['\0'; 3];
    let mut n = 0;
    decompose_canonical(c, |part| {
        if let Some(slot) = parts.get_mut(n) {
            *slot = part;
        }
        n += 1;
    });
    match (n, parts) {
        (2, [base, mark, _]) if base.is_ascii() && TONES.contains(&mark) => (base, Some(mark)),
        _ => (c, None),
    }
}

/// Huyền, hỏi, ngã, sắc, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

fn with(base: char, tone: char) -> char {
    compose(base, tone).unwrap_or(base)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_two_styles_are_one() {
        for (new, old) in [
            ("hoà", "hòa"),
            ("Uỷ ban", "Ủy ban"),
            ("hoá đơn", "hóa đơn"),
            ("HOÀ", "HÒA"),
            ("khoẻ, thuỷ", "khỏe, thủy"),
            ("đoạ", "đọa"),
        ] {
            assert!(same_spelling(new, old));
            assert_eq!(canonical_tone(new), old);
            assert_eq!(canonical_tone(old), old);
        }
    }

    #[test]
    fn closed_syllables_and_quy_keep_the_second_vowel() {
        for (typed, right) in
            [("hòan thành", "hoàn thành"), ("qúy I", "quý I"), ("huýt", "huýt"), ("xóay", "xoáy")]
        {
            assert_eq!(canonical_tone(typed), right);
        }
        for same in ["hoàn", "quý", "Huyện", "khuỷu", "thuở", "già", "múa", "Nguyễn", "ngoéo", "hoa", "hoạch"]
        {
            assert_eq!(canonical_tone(same), same);
        }
        assert!(!same_spelling("hóa", "hòa") && !same_spelling("hòa", "Hòa"));
    }

    #[test]
    fn what_the_short_cut_lets_pass_is_composed() {
        for c in ('\0'..=char::MAX).filter(|c| is_composed(*c)) {
            assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
            assert_eq!(unicode_normalization::char::canonical_combining_class(c), 0, "{c:?}");
        }
    }

    #[test]
    fn decomposed_text_is_the_same() {
        let nfd: String = "Ủy ban nhân dân xã Hoa Thám".nfd().collect();
        assert!(same_spelling(&nfd, "Uỷ ban nhân dân xã Hoa Thám"));
        assert!(matches!(nfc("Ủy ban nhân dân"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn it_settles_and_keeps_the_letters(text in "[hHqngtoOaAeuUyòóỏõọàáảãạèéẻẹùúủũụỳýỷỹỵ ]{0,12}") {
            let once = canonical_tone(&text).into_owned();
            prop_assert_eq!(super::super::fold(&once), super::super::fold(&text));
            prop_assert_eq!(once.chars().count(), text.chars().count());
        }

        #[test]
        fn real_syllables_settle_at_once(
            onset in "(|h|kh|th|q|ng|đ)", rime in "(òa|oà|óe|oé|ủy|uỷ|oàn|òan|úyt|uýt)", end in "(| |,)"
        ) {
            let word = format!("{onset}{rime}{end}");
            let once = canonical_tone(&word).into_owned();
            prop_assert_eq!(canonical_tone(&once), once.as_str());
        }
    }
}
