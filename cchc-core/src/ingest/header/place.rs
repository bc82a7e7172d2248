//! Tên xã, phường, tỉnh in a text.

use std::ops::Range;

use crate::ingest::words::{Token, Words, is_capitals};
use crate::text::capitalized;

/// A place with its kind, and the bytes that name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) at: Range<usize>,
}

/// The first place of one of the kinds that a text names: "xã Hoa Thám", "PHƯỜNG KỲ LỪA".
pub(super) fn find_place(text: &str, kinds: &[&str]) -> Option<Named> {
    let words = Words::of(text);
    (0..words.len()).find_map(|at| place_at(&words, at, kinds))
}

/// The place that stands at a token.
pub(super) fn place_at(words: &Words<'_>, at: usize, kinds: &[&str]) -> Option<Named> {
    let (kind, next) = kinds.iter().find_map(|kind| Some((*kind, words.phrase(at, kind)?)))?;
    let written = |at: usize| words.get(at).map(|token| &words.text[token.at.clone()]);
    let capitals = is_capitals(words.slice(at..next));
    let is_name = |at: usize| {
        words.get(at).is_some_and(Token::is_word)
            && written(at).is_some_and(|word| word.starts_with(char::is_uppercase))
            && !["xã", "phường", "tỉnh", "thành", "năm", "ủy", "ubnd", "hội", "hđnd", "viên", "tác", "sở"]
                .iter()
                .any(|stop| words.phrase(at, stop).is_some())
    };
    let named = (next..words.len().min(next + 4)).take_while(|at| is_name(*at)).count();
    // In capitals everything looks like a name: two or three words are one.
    let named = if capitals { named.min(3) } else { named };
    if named == 0 {
        return None;
    }
    let name = (next..next + named).filter_map(written).map(capitalised_name).collect::<Vec<_>>().join(" ");
    Some(Named { name: format!("{kind} {name}"), at: words.span(at..next + named) })
}

/// "THÁM" as "Thám"; a word that is no capitals stays.
fn capitalised_name(word: &str) -> String {
    if is_capitals(word) { capitalized(&word.to_lowercase()) } else { word.to_owned() }
}

/// A title in capitals as a sentence: small letters, but for names and abbreviations.
pub(super) fn sentence_case(title: &str) -> String {
    let mut lower = title.to_lowercase();
    for kinds in [&["xã", "phường", "đặc khu", "thị trấn"][..], &["tỉnh", "thành phố"]] {
        if let Some(named) = find_place(title, kinds) {
            lower = lower.replace(&named.name.to_lowercase(), &named.name);
        }
    }
    let words: Vec<String> = lower
        .split(' ')
        .map(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let upper = bare.to_uppercase();
            if ["CCHC", "TTHC", "UBND", "HĐND", "MTTQ", "CNTT", "PAR", "SIPAS", "PAPI"]
                .contains(&upper.as_str())
            {
                word.replace(bare, &upper)
            } else {
                word.to_owned()
            }
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_places() {
        let name = |text: &str, kinds: &[&str]| find_place(text, kinds).map(|named| named.name);
        let (communes, provinces) = (&["xã", "phường", "đặc khu"][..], &["tỉnh", "thành phố"][..]);
        assert_eq!(name("ỦY BAN NHÂN DÂN XÃ HOA THÁM", communes).as_deref(), Some("xã Hoa Thám"));
        assert_eq!(name("UBND xã Hoa Thám ban hành", communes).as_deref(), Some("xã Hoa Thám"));
        assert_eq!(name("kinh tế - xã hội của phường Kỳ Lừa", communes).as_deref(), Some("phường Kỳ Lừa"));
        assert_eq!(name("KINH TẾ - XÃ HỘI", communes), None);
        assert_eq!(name("UBND tỉnh về việc", provinces), None);
        assert_eq!(name("UBND TỈNH LẠNG SƠN", provinces).as_deref(), Some("tỉnh Lạng Sơn"));
    }

    #[test]
    fn a_title_in_capitals() {
        assert_eq!(
            sentence_case("TUYÊN TRUYỀN CCHC NĂM 2026 CỦA PHƯỜNG KỲ LỪA"),
            "tuyên truyền CCHC năm 2026 của phường Kỳ Lừa"
        );
    }
}
