//! A text as words, numbers and marks, each with its place: what all readers here look at.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::text::{canonical_tone, fold, fold_onto, is_letter, nfc};

/// A word, a number or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands, in bytes.
    pub(super) at: Range<usize>,
    /// In small letters, tone marks in their usual place: `hòa`, `quý`.
    lower: Box<str>,
    /// The same without any diacritics: `hoa`, `quy`.
    folded: Box<str>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    Mark,
}

/// The tokens of a text.
#[derive(Debug, Clone)]
pub(super) struct Words<'a> {
    /// The text.
    pub(super) text: &'a str,
    tokens: Vec<Token>,
    /// The first byte of each token, folded and in small letters: nearly every place where a phrase is looked for is none,
    /// and these say so without a look at the token.
    initials: Vec<[u8; 2]>,
}

/// Where the tokens of a text stand, and what they are.
fn places(text: &str) -> impl Iterator<Item = (Range<usize>, Kind)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, c) = rest.find(|(_, c)| !c.is_whitespace())?;
        let kind = if c.is_ascii_digit() {
            Kind::Number
        } else if is_letter(c) {
            Kind::Word
        } else {
            Kind::Mark
        };
        let belongs = |next: char| match kind {
            Kind::Number => next.is_ascii_digit(),
            Kind::Word => is_letter(next) || (!next.is_ascii() && is_combining_mark(next)),
            Kind::Mark => false,
        };
        let mut end = start + c.len_utf8();
        while let Some((at, next)) = rest.next_if(|(_, next)| belongs(*next)) {
            end = at + next.len_utf8();
        }
        Some((start..end, kind))
    })
}

/// A text as it is compared with others: its words and numbers, without marks, capitals and tone marks. The tokens of
/// [`Words`], folded, without making them.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let words = places(text).filter(|(_, kind)| *kind != Kind::Mark);
    for (nth, (at, _)) in words.enumerate() {
        if nth > 0 {
            key.push(' ');
        }
        let (word, from) = (&text[at], key.len());
        fold_onto(&mut key, word);
        if is_quy(word, &key[from..]) {
            key.replace_range(from.., "quy");
        }
    }
    key
}

/// Quí is quý.
fn is_quy(word: &str, folded: &str) -> bool {
    folded == "qui" && nfc(word).ends_with(['í', 'Í'])
}

impl<'a> Words<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let tokens: Vec<Token> =
            places(text).map(|(at, kind)| Token::new(&text[at.clone()], at, kind)).collect();
        let initials = tokens.iter().map(|token| [initial(&token.folded), initial(&token.lower)]).collect();
        Self { text, tokens, initials }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The text from a token to before another.
    pub(super) fn slice(&self, tokens: Range<usize>) -> &'a str {
        &self.text[self.span(tokens)]
    }

    /// The bytes from a token to before another.
    pub(super) fn span(&self, tokens: Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(self.text.len(), |token| token.at.start);
        let last = tokens.end.min(self.tokens.len()).checked_sub(1).and_then(|last| self.tokens.get(last));
        start..last.map_or(start, |token| token.at.end).max(start)
    }

    /// The first token that begins at or after a byte.
    pub(super) fn index_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.at.start < byte)
    }

    /// Where the words end that stand at a token. A word of the pattern with diacritics must stand so; one without
    /// stands for all its spellings.
    pub(super) fn phrase(&self, at: usize, pattern: &str) -> Option<usize> {
        if begins_with(*self.initials.get(at)?, initial(pattern)) { self.whole(at, pattern) } else { None }
    }

    fn whole(&self, at: usize, pattern: &str) -> Option<usize> {
        let mut next = at;
        for word in pattern.split(' ') {
            if !self.tokens.get(next)?.is(word) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// Where the first of several phrases ends that stands at a token; the list has the longer ones first.
    pub(super) fn any(&self, at: usize, patterns: &[&str]) -> Option<usize> {
        patterns.iter().find_map(|pattern| self.phrase(at, pattern))
    }

    /// The first place of a phrase at or after a token: its tokens.
    pub(super) fn find(&self, from: usize, pattern: &str) -> Option<Range<usize>> {
        let initial = initial(pattern);
        let places = self.initials.iter().enumerate().skip(from);
        let mut likely = places.filter(|(_, initials)| begins_with(**initials, initial));
        likely.find_map(|(at, _)| Some(at..self.whole(at, pattern)?))
    }

    /// The first place of any of the phrases: its tokens.
    pub(super) fn find_any(&self, from: usize, patterns: &[&str]) -> Option<Range<usize>> {
        let mut is_initial = [false; 256];
        for pattern in patterns {
            is_initial[usize::from(initial(pattern))] = true;
        }
        let places = self.initials.iter().enumerate().skip(from);
        let mut likely =
            places.filter(|(_, initials)| initials.iter().any(|one| is_initial[usize::from(*one)]));
        likely.find_map(|(at, _)| Some(at..self.any(at, patterns)?))
    }

    pub(super) fn has(&self, pattern: &str) -> bool {
        self.find(0, pattern).is_some()
    }

    /// Whether one of the phrases stands somewhere.
    pub(super) fn has_any(&self, patterns: &[&str]) -> bool {
        self.find_any(0, patterns).is_some()
    }

    /// The number at a token, of at most nine digits; `1.250` is one number.
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        let mut digits = self.tokens.get(at)?.digits()?.to_owned();
        let mut next = at + 1;
        if digits.len() <= 3 {
            while let (Some(dot), Some(group)) = (self.get(next), self.get(next + 1))
                && dot.is(".")
                && let Some(more) = group.digits().filter(|more| more.len() == 3)
                && dot.at.start == self.tokens[next - 1].at.end
                && group.at.start == dot.at.end
            {
                digits.push_str(more);
                next += 2;
            }
        }
        (digits.len() <= 9).then(|| digits.parse().ok())?.map(|number| (number, next))
    }

    /// Whether nothing stands between a token and the one before.
    pub(super) fn touches(&self, at: usize) -> bool {
        at > 0 && at < self.len() && self.tokens[at - 1].at.end == self.tokens[at].at.start
    }
}

impl Token {
    fn new(text: &str, at: Range<usize>, kind: Kind) -> Self {
        if text.is_ascii() {
            let lower: Box<str> = text.to_ascii_lowercase().into();
            return Self { at, folded: lower.clone(), lower, kind };
        }
        let lower = text.to_lowercase();
        let folded = fold(&lower);
        if is_quy(text, &folded) {
            return Self { at, lower: "quý".into(), folded: "quy".into(), kind };
        }
        Self { at, lower: canonical_tone(&lower).into(), folded: folded.into(), kind }
    }

    /// Whether it is a word of a pattern.
    pub(super) fn is(&self, word: &str) -> bool {
        if word.is_ascii() { *self.folded == *word } else { *self.lower == *word }
    }

    pub(super) fn folded(&self) -> &str {
        &self.folded
    }

    pub(super) fn lower(&self) -> &str {
        &self.lower
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(super) fn is_mark(&self) -> bool {
        self.kind == Kind::Mark
    }

    fn digits(&self) -> Option<&str> {
        (self.kind == Kind::Number).then_some(&*self.folded)
    }
}

/// The first byte; none is 0.
fn initial(text: &str) -> u8 {
    text.as_bytes().first().copied().unwrap_or_default()
}

fn begins_with(initials: [u8; 2], byte: u8) -> bool {
    initials[0] == byte || initials[1] == byte
}

/// The text without blanks at its ends, and with one space where it has several.
pub(super) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    push_tidy(&mut tidied, text);
    tidied
}

/// Appends a text as [`tidy`] has it.
pub(super) fn push_tidy(all: &mut String, text: &str) {
    if is_tidy(text) {
        all.push_str(text);
        return;
    }
    for (nth, word) in text.split_whitespace().enumerate() {
        if nth > 0 {
            all.push(' ');
        }
        all.push_str(word);
    }
}

/// Whether a text surely is as [`tidy`] has it; nearly all are. It is told by the bytes, which is quick: those with which
/// blanks of other kinds begin may begin another sign, too (a dash, a quotation mark).
pub(super) fn is_tidy(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        let is_odd = match byte {
            b' ' => before == b' ',
            0x9A => before == 0xE1,
            0xC2 | 0xE2 | 0xE3 => true,
            byte => byte < b' ',
        };
        if is_odd {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// Whether every letter is a capital, and there are some.
pub(super) fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_found_in_every_spelling() {
        let words = Words::of("Hằng quí, Uỷ ban họp 1.250 lượt; trước 01/6");
        assert_eq!(words.phrase(0, "hang quý"), Some(2));
        assert_eq!(words.phrase(0, "hàng quý"), None);
        assert!(words.has("uy ban") && words.has("ủy ban"));
        let number = words.find(0, "hop").unwrap().end;
        assert_eq!(words.number(number), Some((1250, number + 3)));
        let found = words.find(0, "truoc 01 / 6").unwrap();
        assert_eq!(words.slice(found), "trước 01/6");
    }

    proptest! {
        #[test]
        fn a_key_is_the_words_folded(text in "(quí|QUÍ|qui|qu[ií]\u{301}|[À-ỹđĐa-zA-Z0-9 .,;/-]|\\PC){0,24}") {
            let words = Words::of(&text);
            let folded = words.tokens.iter().filter(|token| !token.is_mark()).map(Token::folded);
            prop_assert_eq!(key(&text), folded.collect::<Vec<_>>().join(" "));
        }
    }

    #[test]
    fn every_blank_is_tidied() {
        for blank in ('\0'..=char::MAX).filter(|c| c.is_whitespace() && *c != ' ') {
            assert!(!is_tidy(&format!("a{blank}b")), "{blank:?}");
        }
        assert_eq!(tidy(" Hội\u{a0}nghị  –\ttháng 5 "), "Hội nghị – tháng 5");
        assert!(is_tidy("Hội nghị tháng 5") && !is_tidy("a  b") && !is_tidy(" a") && !is_tidy("a "));
    }
}
