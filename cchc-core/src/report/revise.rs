//! Số liệu đã đổi: carries new figures into a paragraph that a person has edited.
//!
//! Three texts are compared word by word: what was composed when the person edited, what is composed now, and what
//! the person wrote. Where the first two differ, the new words take the old ones' place in the person's text, if the
//! person left the old words standing; what the person rewrote is not touched, and is told.

use std::ops::Range;

/// Bản cập nhật of an edited paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Revision {
    /// The person's text with the new figures in it.
    pub text: String,
    /// What has changed, in the order of the composed text.
    pub moved: Vec<Moved>,
}

/// Một chỗ đã đổi.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// What was composed then: `09`; empty where words were added.
    pub before: String,
    /// What is composed now: `10`; empty where words were dropped.
    pub after: String,
    /// The words that follow, to know the place by: `tin, bài`.
    pub next: String,
    /// Where the old words stand in the person's text, counted in characters; none where the person rewrote them, so
    /// that [`Revision::text`] leaves them alone.
    pub place: Option<Range<usize>>,
}

/// How many words of [`Moved::next`] are told.
const NEXT_WORDS: usize = 2;

/// Carries what changed from `before` to `after` (both composed) into `edited` (a person's words for `before`).
pub fn revise(before: &str, after: &str, edited: &str) -> Revision {
    let (old, new, own) = (words(before), words(after), words(edited));
    let kept = common(&old, &own);
    let mut revision = Revision::default();
    let mut copied = 0;
    for Hunk { old: range, new: replacement } in hunks(&old, &new) {
        let place = place_of(&range, &kept, old.len(), own.len()).filter(|place| place.start >= copied);
        if place.is_none() && is_there(&own[between(&range, &kept, own.len())], &new[replacement.clone()]) {
            continue;
        }
        revision.moved.push(Moved {
            before: spoken(&old[range.clone()]),
            after: spoken(&new[replacement.clone()]),
            next: spoken(&new[replacement.end..new.len().min(replacement.end + NEXT_WORDS)]),
            place: place.clone().map(|place| characters(edited, &own, &place)),
        });
        if let Some(place) = place {
            own[copied..place.start].iter().for_each(|word| revision.text.push_str(word.whole));
            let led_by_space = replacement.start > 0 && !new[replacement.start - 1].space().is_empty();
            if led_by_space && !replacement.is_empty() && !revision.text.ends_with(char::is_whitespace) {
                revision.text.push(' ');
            }
            let replacement = &new[replacement];
            for (index, word) in replacement.iter().enumerate() {
                let is_last = index + 1 == replacement.len();
                match own[place.clone()].last().filter(|_| is_last) {
                    // The person's own space or line end stays.
                    Some(last) => {
                        revision.text.push_str(word.core);
                        revision.text.push_str(last.space());
                    }
                    None => revision.text.push_str(word.whole),
                }
            }
            copied = place.end;
        }
    }
    own[copied..].iter().for_each(|word| revision.text.push_str(word.whole));
    revision.text.truncate(revision.text.trim_end().len());
    revision
}

/// A word, or the marks behind it, with the space that follows.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    core: &'a str,
    whole: &'a str,
}

impl<'a> Word<'a> {
    fn space(&self) -> &'a str {
        &self.whole[self.core.len()..]
    }
}

/// Cuts a text into words, numbers ("1.245", "96,4%" as "96,4" and "%") and marks; together they are the text, but for
/// spaces at its head.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut rest = text.trim_start();
    let mut words = Vec::new();
    while let Some(first) = rest.chars().next() {
        let end = if first.is_alphanumeric() { word_end(rest) } else { first.len_utf8() };
        let space = rest[end..].find(|c: char| !c.is_whitespace()).unwrap_or(rest.len() - end);
        words.push(Word { core: &rest[..end], whole: &rest[..end + space] });
        rest = &rest[end + space..];
    }
    words
}

/// Where the word at the head ends; a mark between two digits belongs to the number.
fn word_end(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '.' | ',' | '/')
            && before.is_ascii_digit()
            && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !c.is_alphanumeric() && !joins {
            return at;
        }
        before = c;
    }
    text.len()
}

/// Longest common subsequence: for each of `a`, the place of its partner in `b`.
fn common(a: &[Word<'_>], b: &[Word<'_>]) -> Vec<Option<usize>> {
    let width = b.len() + 1;
    let mut lengths = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i].core == b[j].core {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut partners, mut i, mut j) = (vec![None; a.len()], 0, 0);
    while i < a.len() && j < b.len() {
        if a[i].core == b[j].core {
            partners[i] = Some(j);
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    partners
}

/// Words that were replaced.
struct Hunk {
    old: Range<usize>,
    new: Range<usize>,
}

fn hunks(old: &[Word<'_>], new: &[Word<'_>]) -> Vec<Hunk> {
    let partners = common(old, new);
    let mut hunks = Vec::new();
    let (mut i, mut j) = (0, 0);
    let kept = partners.iter().enumerate().filter_map(|(at, partner)| Some((at, (*partner)?)));
    for (at, partner) in kept.chain([(old.len(), new.len())]) {
        if at > i || partner > j {
            hunks.push(Hunk { old: i..at, new: j..partner });
        }
        (i, j) = (at + 1, partner + 1);
    }
    hunks
}

/// Where words of the old text stand, whole and unbroken, in the person's.
fn place_of(range: &Range<usize>, kept: &[Option<usize>], old: usize, own: usize) -> Option<Range<usize>> {
    if range.is_empty() {
        // Words were added: between the same two neighbours, or at the same end.
        let left = match range.start.checked_sub(1) {
            Some(before) => kept[before]? + 1,
            None => 0,
        };
        let right = if range.start == old { own } else { kept[range.start]? };
        return (left == right).then_some(left..right);
    }
    let first = kept[range.start]?;
    let is_whole = range.clone().zip(first..).all(|(at, partner)| kept[at] == Some(partner));
    is_whole.then_some(first..first + range.len())
}

/// What the person has between the last kept word before the range and the first one after it.
fn between(range: &Range<usize>, kept: &[Option<usize>], own: usize) -> Range<usize> {
    let left = kept[..range.start].iter().rev().flatten().next().map_or(0, |at| at + 1);
    let right = kept[range.end..].iter().flatten().next().map_or(own, |at| *at);
    left..right.max(left)
}

/// Whether the person has written the same.
fn is_there(own: &[Word<'_>], new: &[Word<'_>]) -> bool {
    own.len() == new.len() && own.iter().zip(new).all(|(own, new)| own.core == new.core)
}

fn characters(text: &str, words: &[Word<'_>], range: &Range<usize>) -> Range<usize> {
    let byte = |at: usize| {
        let rest: usize = words[at..].iter().map(|word| word.whole.len()).sum();
        text.len() - rest
    };
    let count = |bytes: usize| text[..bytes].chars().count();
    let start = count(byte(range.start));
    match range.clone().last() {
        Some(last) => start..count(byte(last) + words[last].core.len()),
        None => start..start,
    }
}

fn spoken(words: &[Word<'_>]) -> String {
    let whole: String = words.iter().map(|word| word.whole).collect();
    whole.trim().trim_end_matches([',', ';', '.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BEFORE: &str =
        "Trang thông tin điện tử xã đăng 09 tin, bài; tổ chức 07 hội nghị với 393 lượt người dự.";
    const AFTER: &str =
        "Trang thông tin điện tử xã đăng 10 tin, bài; tổ chức 07 hội nghị với 1.245 lượt người dự.";

    fn told(revision: &Revision) -> Vec<String> {
        let told = |moved: &Moved| {
            let place = if moved.place.is_some() { "" } else { " (giữ)" };
            format!("{}→{} {}{place}", moved.before, moved.after, moved.next)
        };
        revision.moved.iter().map(told).collect()
    }

    #[test]
    fn new_figures_find_their_place_among_a_persons_words() {
        let edited = "Trong kỳ, Trang thông tin điện tử xã đăng 09 tin, bài (đạt chỉ tiêu); tổ chức 07 hội nghị, \
                      trong đó 02 hội nghị tại thôn, với 393 lượt người dự.";
        let revised = revise(BEFORE, AFTER, edited);
        assert_eq!(told(&revised), ["09→10 tin", "393→1.245 lượt người"]);
        assert_eq!(revised.text, edited.replace("09", "10").replace("393", "1.245"));
        let place = revised.moved[0].place.clone().unwrap();
        let marked: String = edited.chars().skip(place.start).take(place.len()).collect();
        assert_eq!(marked, "09");
    }

    #[test]
    fn what_the_person_rewrote_stays_and_is_told() {
        let edited =
            "Trang thông tin điện tử xã đăng 12 tin, bài; tổ chức 07 hội nghị với 393 lượt người dự.";
        let revised = revise(BEFORE, AFTER, edited);
        assert_eq!(told(&revised), ["09→10 tin (giữ)", "393→1.245 lượt người"]);
        assert!(revised.text.contains("đăng 12 tin") && revised.text.contains("1.245"));
    }

    #[test]
    fn a_figure_that_the_person_has_corrected_is_no_news() {
        let edited =
            "Trang thông tin điện tử xã đăng 10 tin, bài; tổ chức 07 hội nghị với 393 lượt người dự.";
        let revised = revise(BEFORE, AFTER, edited);
        assert_eq!(told(&revised), ["393→1.245 lượt người"]);
        assert_eq!(revised.text, AFTER);
    }

    #[test]
    fn words_are_added_and_dropped() {
        let more = "Đã tổ chức 07 hội nghị; phát 18 lượt trên hệ thống truyền thanh.";
        let less = "Đã tổ chức 07 hội nghị.";
        let revised = revise(less, more, "Đã tổ chức 07 hội nghị.");
        assert_eq!(revised.text, more);
        assert_eq!(revise(more, less, more).text, less);
    }

    #[test]
    fn equal_texts_change_nothing() {
        let revised = revise(BEFORE, BEFORE, "Viết lại hẳn.");
        assert_eq!(revised, Revision { text: "Viết lại hẳn.".to_owned(), moved: Vec::new() });
        assert_eq!(revise(BEFORE, AFTER, BEFORE).text, AFTER);
    }

    fn sentence() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec!["đăng", "phát", "tin", "09", "10", "1.245", "bài,", "lượt;"]);
        prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn an_untouched_paragraph_becomes_what_is_composed_now(before in sentence(), after in sentence()) {
            prop_assert_eq!(revise(&before, &after, &before).text, after);
        }

        #[test]
        fn every_change_is_carried_over_or_told(before in sentence(), after in sentence(), edited in sentence()) {
            let revised = revise(&before, &after, &edited);
            prop_assert!(before != after || revised.moved.is_empty());
            if revised.moved.iter().all(|moved| moved.place.is_none()) {
                prop_assert_eq!(revised.text, edited);
            }
        }
    }
}
