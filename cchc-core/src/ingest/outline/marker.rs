//! What stands before the words of a heading or an item: `II.`, `1.2.`, `a)`, `-`.

use crate::text::{from_roman, letter};

/// A marker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ingest) enum Marker {
    /// `A.`
    Capital(char),
    /// `II.`
    Roman(u32),
    /// `1.`, `1.2.`
    Arabic(Vec<u32>),
    /// `a)`, `đ)`
    Letter(char),
    /// `-`, `+`, `•`
    Bullet,
}

impl Marker {
    /// Whether it begins a list.
    pub(in crate::ingest) fn is_first(&self) -> bool {
        match self {
            Self::Roman(number) => *number == 1,
            Self::Arabic(numbers) => numbers.last() == Some(&1),
            Self::Letter(letter) => *letter == 'a',
            Self::Capital(_) | Self::Bullet => false,
        }
    }

    /// Whether it is the next of the same kind: `5.` after `4.`, `đ)` after `d)`.
    pub(in crate::ingest) fn follows(&self, before: &Self) -> bool {
        match (before, self) {
            (Self::Roman(before), Self::Roman(this)) => *this == before + 1,
            (Self::Arabic(before), Self::Arabic(this)) => {
                let (Some((last, above)), Some((this, here))) = (before.split_last(), this.split_last())
                else {
                    return false;
                };
                above == here && *this == last + 1
            }
            (Self::Letter(before), Self::Letter(this)) => *this == letter_after(*before),
            _ => false,
        }
    }
}

/// The marker of a line, and where its words begin.
pub(in crate::ingest) fn marker(text: &str) -> Option<(Marker, usize)> {
    let plain = text.trim_start();
    let indent = text.len() - plain.len();
    let (found, length) = roman(plain)
        .or_else(|| capital(plain))
        .or_else(|| arabic(plain))
        .or_else(|| small(plain))
        .or_else(|| bullet(plain))?;
    let rest = plain[length..].trim_start();
    (!rest.is_empty()).then_some((found, indent + plain.len() - rest.len()))
}

/// `B. NỘI DUNG`: one of the first letters before words in capitals.
fn capital(text: &str) -> Option<(Marker, usize)> {
    let letter = text.chars().next().filter(|c| ('A'..='H').contains(c) || *c == 'Đ')?;
    let start = letter.len_utf8();
    let end = start + sign(&text[start..], &['.'])?;
    crate::ingest::words::is_capitals(text[end..].trim()).then_some((Marker::Capital(letter), end))
}

fn roman(text: &str) -> Option<(Marker, usize)> {
    let end = text.find(|c| !"IVXLC".contains(c))?;
    let after = &text[end..];
    let length = sign(after, &['.', '-', '–', '/', ':', ')'])?;
    // A lone C or L is a letter.
    let number = from_roman(&text[..end]).filter(|number| *number <= 40)?;
    Some((Marker::Roman(number), end + length))
}

fn arabic(text: &str) -> Option<(Marker, usize)> {
    let mut numbers = Vec::new();
    let mut at = 0;
    loop {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 2 {
            break;
        }
        numbers.push(text[at..at + digits].parse().ok()?);
        at += digits;
        match text[at..].chars().next() {
            Some('.') => at += 1,
            _ => break,
        }
    }
    let after = &text[at..];
    let ended = text[..at].ends_with('.');
    let length = match after.chars().next() {
        Some(')') if !ended => 1,
        // `1.Mục tiêu` is typed, `1.5 triệu` is a number, `12/5` a date.
        Some(c) if ended && (c == ' ' || c.is_uppercase()) => 0,
        Some(' ') if numbers.len() > 1 => 0,
        _ => return None,
    };
    (!numbers.is_empty() && numbers.len() <= 4).then_some((Marker::Arabic(numbers), at + length))
}

fn small(text: &str) -> Option<(Marker, usize)> {
    let first = text.chars().next().filter(|c| c.is_lowercase())?;
    let length = sign(&text[first.len_utf8()..], &[')', '.'])?;
    let known = (1..=23).any(|number| letter(number) == first.to_string());
    known.then_some((Marker::Letter(first), first.len_utf8() + length))
}

fn bullet(text: &str) -> Option<(Marker, usize)> {
    let first = text
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '–' | '—' | '+' | '*' | '•' | '●' | '▪' | '○' | '◦'))?;
    // A second sign makes it a line that was drawn.
    let next = text[first.len_utf8()..].chars().next()?;
    (next == ' ' || next.is_alphabetic()).then_some((Marker::Bullet, first.len_utf8()))
}

fn sign(text: &str, signs: &[char]) -> Option<usize> {
    let first = text.chars().next().filter(|c| signs.contains(c))?;
    let next = text[first.len_utf8()..].chars().next()?;
    (next.is_whitespace() || (first != '-' && next.is_uppercase())).then_some(first.len_utf8())
}

/// The letter of the item after.
pub(super) fn letter_after(of: char) -> char {
    let at = (1..=22).find(|number| letter(*number) == of.to_string());
    at.and_then(|at| letter(at + 1).chars().next()).unwrap_or(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_and_what_only_looks_like_one() {
        for (text, wanted) in [
            ("II. NỘI DUNG", Some(Marker::Roman(2))),
            ("C. PHÂN CÔNG", Some(Marker::Capital('C'))),
            ("Đ. BÁO CÁO", Some(Marker::Capital('Đ'))),
            ("C. Phân công", None),
            ("IV- TỔ CHỨC", Some(Marker::Roman(4))),
            ("IV - TỔ CHỨC", None),
            ("1. Mục tiêu", Some(Marker::Arabic(vec![1]))),
            ("1.2. Yêu cầu", Some(Marker::Arabic(vec![1, 2]))),
            ("2) Yêu cầu", Some(Marker::Arabic(vec![2]))),
            ("đ) Phòng Kinh tế", Some(Marker::Letter('đ'))),
            ("- Sở Nội vụ", Some(Marker::Bullet)),
            ("-Sở Nội vụ", Some(Marker::Bullet)),
            ("1.5 triệu đồng", Some(Marker::Arabic(vec![1, 5]))),
            ("02 tin, bài", None),
            ("12/5/2026", None),
            ("Mục tiêu", None),
            ("I", None),
            ("-----", None),
        ] {
            assert_eq!(marker(text).map(|(marker, _)| marker), wanted, "{text}");
        }
        assert_eq!((letter_after('d'), letter_after('đ')), ('đ', 'e'));
    }
}
