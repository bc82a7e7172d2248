//! Where a folded needle lies in the original text, to mark the hits.

use std::ops::Range;

use super::fold::{Folded, fold, push_folded};
use crate::order;

/// Every place where the needle occurs when both are folded, as byte ranges of the **original** text.
///
/// The ranges lie on character boundaries, in order, and do not overlap; marks that follow a letter belong to
/// it. An empty needle has none.
pub fn find_folded(haystack: &str, needle: &str) -> Vec<Range<usize>> {
    Map::new(haystack).find(&fold(needle))
}

/// A folded text that remembers where it came from.
struct Map<'a> {
    original: &'a str,
    folded: String,
    /// For every byte of `folded`, where its character begins in the original.
    origin: Vec<usize>,
}

impl<'a> Map<'a> {
    fn new(original: &'a str) -> Self {
        let mut folded = String::with_capacity(original.len());
        let mut origin = Vec::with_capacity(original.len());
        for (at, c) in original.char_indices() {
            push_folded(c, &mut folded);
            origin.resize(folded.len(), at);
        }
        Self { original, folded, origin }
    }

    fn find(&self, folded_needle: &str) -> Vec<Range<usize>> {
        if folded_needle.is_empty() {
            return Vec::new();
        }
        let hits = self.folded.match_indices(folded_needle);
        merged(hits.map(|(at, hit)| self.origin[at]..self.end(at + hit.len())).collect())
    }

    /// Where the character ends that gave the folded byte before `at`, with the marks behind it.
    fn end(&self, at: usize) -> usize {
        let last = self.origin[at - 1];
        let next = self.origin[at..].iter().find(|origin| **origin != last);
        next.copied().unwrap_or(self.original.len())
    }
}

/// The ranges in order, those that touch or overlap made one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    order::sort_by_key(&mut ranges, |range| range.start);
    let mut all: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match all.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => all.push(range),
        }
    }
    all
}

/// What a person typed into a search field: words that must all occur, in any order (từ khóa).
///
/// Words between double quotes stay together: `"tin bài" quý`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

impl Query {
    /// Reads a search field.
    pub fn new(input: &str) -> Self {
        let folded = fold(input);
        let mut terms: Vec<String> = Vec::new();
        for (i, part) in folded.split('"').enumerate() {
            if i % 2 == 1 {
                terms.push(part.split_whitespace().collect::<Vec<_>>().join(" "));
            } else {
                terms.extend(part.split_whitespace().map(str::to_owned));
            }
        }
        terms.retain(|term| !term.is_empty());
        Self { terms }
    }

    /// Whether nothing was asked: such a query matches everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The words, folded.
    pub(super) fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(String::as_str)
    }

    /// Whether every word occurs.
    pub fn matches(&self, haystack: &Folded) -> bool {
        self.terms.iter().all(|term| haystack.contains(term))
    }

    /// How near a text of several fields is, the weightiest field first ([`Folded::of_fields`]): the less, the nearer;
    /// none where a word does not occur.
    ///
    /// The whole phrase in the first field comes before the phrase in a later one, then all words at the beginnings of
    /// words, then words found anywhere; the last of three fields weighs least: it only makes up what the others lack.
    pub fn rank(&self, text: &Folded) -> Option<u8> {
        if !self.matches(text) {
            return None;
        }
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let asked: Vec<String> = self.terms.iter().flat_map(|term| words(term)).collect();
        let fields: Vec<Vec<String>> = text.as_str().split('\n').map(words).collect();
        let Some((last, before)) = asked.split_last() else { return Some(0) };
        let is_phrase = |field: &Vec<String>| {
            field
                .windows(asked.len())
                .any(|run| run.starts_with(before) && run[before.len()].starts_with(last.as_str()))
        };
        let begin = |fields: &[Vec<String>]| {
            asked.iter().all(|asked| fields.iter().flatten().any(|word| word.starts_with(asked.as_str())))
        };
        let names = &fields[..fields.len().min(2)];
        let anywhere = || {
            self.terms
                .iter()
                .all(|term| text.as_str().splitn(3, '\n').take(2).any(|f| f.contains(term.as_str())))
        };
        Some(if fields.first().is_some_and(is_phrase) {
            0
        } else if names.iter().any(is_phrase) {
            1
        } else if begin(&names[..1]) {
            2
        } else if begin(names) {
            3
        } else if anywhere() {
            4
        } else {
            5
        })
    }

    /// Where the words occur in an original text, as [`find_folded`] gives them; a text may hold only some.
    pub fn ranges(&self, original: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let map = Map::new(original);
        merged(self.terms.iter().flat_map(|term| map.find(term)).collect())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn marked(text: &str, ranges: &[Range<usize>]) -> String {
        let mut all = String::new();
        let mut from = 0;
        for range in ranges {
            all += &[&text[from..range.start], "[", &text[range.clone()], "]"].concat();
            from = range.end;
        }
        all + &text[from..]
    }

    #[test]
    fn hits_are_marked_in_the_original() {
        let find = |text: &str, needle: &str| marked(text, &find_folded(text, needle));
        assert_eq!(find("Báo cáo, BÁO CÁO", "bao cao"), "[Báo cáo], [BÁO CÁO]");
        assert_eq!(find("Đưa đúng hẹn", "du"), "[Đư]a [đú]ng hẹn");
        assert_eq!(find("02\u{A0}tin", "02 tin"), "[02\u{A0}tin]");
        assert_eq!(find("aaa", "aa"), "[aa]a");
        assert_eq!(find("Hòa", ""), "Hòa");
        let nfd: String = "Hòa Thám".nfd().collect();
        assert_eq!(find(&nfd, "hoa").nfc().collect::<String>(), "[Hòa] Thám");
        assert_eq!(find(&nfd, "ho").nfc().collect::<String>(), "[Hò]a Thám");
    }

    #[test]
    fn words_in_any_order_and_phrases() {
        let row = Folded::of_fields(["Đăng 02 tin, bài về CCHC", "Phòng Văn hóa - Xã hội"]);
        for (query, hit) in [
            ("", true),
            ("van hoa bai", true),
            ("VĂN  tin", true),
            ("tin bao", false),
            ("\"hoa van\"", false),
            ("“văn hóa” 02", true),
        ] {
            assert_eq!(Query::new(query).matches(&row), hit, "{query}");
        }
        let text = "Tin về văn hóa";
        assert_eq!(marked(text, &Query::new("hoa tin va").ranges(text)), "[Tin] về [vă]n [hóa]");
    }

    #[test]
    fn the_phrase_comes_before_words_and_words_before_letters() {
        let rank = |query: &str, fields: [&str; 3]| Query::new(query).rank(&Folded::of_fields(fields));
        let moving = ["Vận động người dân", "Vận động người dân nộp hồ sơ trực tuyến", "Công an xã"];
        let joint = ["Phối hợp tổ chức CT - XH", "Phối hợp các tổ chức vận động đoàn viên", "Phòng Văn hóa"];
        let spread = ["Phối hợp truyền thông", "Tuyên truyền qua loa", "Văn phòng HĐND và UBND"];
        assert_eq!(rank("van dong", moving), Some(0));
        assert_eq!(rank("van dong", joint), Some(1));
        assert_eq!(rank("dan van", moving), Some(2), "all words, in another order");
        assert_eq!(rank("dong truc tuy", moving), Some(3), "over both names");
        assert_eq!(rank("hop thon", spread), Some(2));
        assert_eq!(rank("ruc uyen", moving), Some(4), "letters within words");
        assert_eq!(rank("van phong loa", spread), Some(5), "only with the office");
        assert_eq!(rank("van dong", spread), None);
        assert_eq!(rank("tin bai", ["Tin, bài hằng tháng", "", ""]), Some(0), "a comma parts no phrase");
        assert_eq!(rank("", moving), Some(0));
    }

    proptest! {
        #[test]
        fn what_is_marked_folds_to_the_needle(text in "[aAáÁậđĐbo\u{300}\u{323} 가각]{0,20}", needle in "[aábđo 각]{1,3}") {
            for range in find_folded(&text, &needle) {
                let hit = fold(&text[range]);
                prop_assert!(hit.contains(&fold(&needle)));
            }
            prop_assert_eq!(find_folded(&text, &needle).is_empty(), !Folded::new(&text).contains(&fold(&needle)));
        }

        #[test]
        fn any_text_is_safe(text in "\\PC{0,20}", needle in "\\PC{0,2}") {
            for range in find_folded(&text, &needle) {
                prop_assert!(text.get(range).is_some_and(|hit| !hit.is_empty()));
            }
        }
    }
}
