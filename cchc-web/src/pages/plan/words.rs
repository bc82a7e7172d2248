//! The words of a passage in pieces: footnote marks, what a duty quotes, the rest. Pure: no browser.

use std::ops::Range;

use cchc_core::order;
use cchc_core::plan::{Passage, PassageRole};
use cchc_core::text::capitalized;

/// A piece of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words, and whether a duty quotes them.
    Words(&'a str, bool),
    /// A footnote mark.
    Mark(u32),
}

/// The pieces of a text, in order; put together they are the text.
pub(super) fn pieces<'a>(text: &'a str, quotes: &[&str]) -> Vec<Piece<'a>> {
    let quoted = quoted(text, quotes);
    let mut pieces = Vec::new();
    let mut from = 0;
    for (range, number) in marks(text) {
        words(text, from..range.start, &quoted, &mut pieces);
        pieces.push(Piece::Mark(number));
        from = range.end;
    }
    words(text, from..text.len(), &quoted, &mut pieces);
    pieces
}

/// The numbers of the footnotes that a text refers to.
pub(super) fn footnotes(text: &str) -> Vec<u32> {
    marks(text).into_iter().map(|(_, number)| number).collect()
}

/// Where `[^1]` stands.
fn marks(text: &str) -> Vec<(Range<usize>, u32)> {
    let mark = |(at, _): (usize, &str)| {
        let inner = &text[at + 2..];
        let end = inner.find(']')?;
        Some((at..at + 2 + end + 1, inner[..end].parse().ok()?))
    };
    text.match_indices("[^").filter_map(mark).collect()
}

/// Where the quotations stand, in order, those that overlap made one.
fn quoted(text: &str, quotes: &[&str]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> =
        quotes.iter().filter_map(|quote| text.find(quote).map(|at| at..at + quote.len())).collect();
    order::sort_by_key(&mut found, |range| range.start);
    let mut all: Vec<Range<usize>> = Vec::new();
    for range in found {
        match all.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => all.push(range),
        }
    }
    all
}

fn words<'a>(text: &'a str, range: Range<usize>, quoted: &[Range<usize>], pieces: &mut Vec<Piece<'a>>) {
    let mut from = range.start;
    let mut push = |piece: &'a str, quoted| {
        if !piece.is_empty() {
            pieces.push(Piece::Words(piece, quoted));
        }
    };
    for quote in quoted {
        let (start, end) = (quote.start.clamp(from, range.end), quote.end.clamp(from, range.end));
        push(&text[from..start], false);
        push(&text[start..end], true);
        from = end;
    }
    push(&text[from..range.end], false);
}

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The passage it leads to.
    pub passage: String,
    /// What it is called.
    pub label: String,
    /// Entries below it.
    pub below: Vec<Entry>,
}

/// The outline of the plan: its headings.
pub(super) fn outline<'a>(passages: impl Iterator<Item = &'a Passage>) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    for passage in passages {
        let entry = |label| Entry { passage: passage.id.to_string(), label, below: Vec::new() };
        match (passage.role, all.last_mut()) {
            // The title of the plan stands in no section.
            (PassageRole::Heading, _) if passage.section.is_empty() => {}
            (PassageRole::Heading, _) => all.push(entry(heading_case(&passage.text))),
            (PassageRole::Subheading, Some(above)) => above.below.push(entry(passage.text.clone())),
            (PassageRole::Subheading, None) => all.push(entry(passage.text.clone())),
            (PassageRole::Body | PassageRole::Footnote(_), _) => {}
        }
    }
    all
}

/// Capitals that stay capitals in a heading written small.
const ABBREVIATIONS: [&str; 10] =
    ["CCHC", "TTHC", "UBND", "HĐND", "MTTQ", "CNTT", "PAR", "SIPAS", "PAPI", "DVC"];

/// "II. NỘI DUNG TUYÊN TRUYỀN CCHC" as "II. Nội dung tuyên truyền CCHC"; what is not all capitals stays as it is.
fn heading_case(heading: &str) -> String {
    let (number, name) = heading.split_once(". ").unwrap_or(("", heading));
    if name.chars().any(char::is_lowercase) {
        return heading.to_owned();
    }
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()).to_owned();
    let small = |word: &str| {
        if ABBREVIATIONS.contains(&bare(word).as_str()) { word.to_owned() } else { word.to_lowercase() }
    };
    let name = capitalized(&name.split(' ').map(small).collect::<Vec<_>>().join(" "));
    if number.is_empty() { name } else { format!("{number}. {name}") }
}

/// The title in its two lines: the kind of document, and what it is about.
pub(super) fn title_lines(title: &str) -> (&str, &str) {
    title.strip_prefix("KẾ HOẠCH ").map_or(("", title), |about| ("KẾ HOẠCH", about))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_and_marks_cut_a_text_without_losing_a_letter() {
        let text = "Niêm yết TTHC[^2]; hằng tháng có 02 tin[^3] đăng.";
        let pieces = pieces(text, &["hằng tháng có 02 tin[^3] đăng", "tháng có", "không có"]);
        assert_eq!(
            pieces,
            [
                Piece::Words("Niêm yết TTHC", false),
                Piece::Mark(2),
                Piece::Words("; ", false),
                Piece::Words("hằng tháng có 02 tin", true),
                Piece::Mark(3),
                Piece::Words(" đăng", true),
                Piece::Words(".", false),
            ]
        );
        assert_eq!(footnotes(text), [2, 3]);
        assert_eq!(super::pieces("[^x] [^", &[]), [Piece::Words("[^x] [^", false)]);
    }

    #[test]
    fn every_passage_of_the_plan_is_shown_to_the_letter() {
        let file = cchc_core::examples::get("hoa-tham-2026").unwrap();
        for passage in &file.passages {
            let quotes: Vec<&str> = file
                .duties
                .iter()
                .filter(|duty| duty.source.passage == passage.id)
                .map(|duty| &*duty.source.quote)
                .filter(|quote| !quote.is_empty())
                .collect();
            let back: String = pieces(&passage.text, &quotes)
                .iter()
                .map(|piece| match piece {
                    Piece::Words(words, _) => (*words).to_owned(),
                    Piece::Mark(number) => format!("[^{number}]"),
                })
                .collect();
            assert_eq!(back, passage.text);
        }
    }

    #[test]
    fn the_outline_is_that_of_the_plan() {
        let file = cchc_core::examples::get("hoa-tham-2026").unwrap();
        let outline = outline(file.passages.iter());
        let lines: Vec<String> = outline
            .iter()
            .flat_map(|entry| {
                std::iter::once(entry.label.clone())
                    .chain(entry.below.iter().map(|e| format!("  {}", e.label)))
            })
            .collect();
        assert_eq!(lines[..3], ["I. Mục tiêu, yêu cầu", "  1. Mục tiêu", "  2. Yêu cầu"]);
        assert_eq!(lines.len(), 3 + 3 + 7);
        assert_eq!(heading_case("II. NỘI DUNG CCHC, TTHC"), "II. Nội dung CCHC, TTHC");
    }

    #[test]
    fn the_title_has_two_lines() {
        assert_eq!(title_lines("KẾ HOẠCH Tuyên truyền CCHC"), ("KẾ HOẠCH", "Tuyên truyền CCHC"));
        assert_eq!(title_lines("Kế hoạch khác"), ("", "Kế hoạch khác"));
    }
}
