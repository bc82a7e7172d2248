//! Numbers of headings and list items (NĐ 30/2020/NĐ-CP, Phụ lục I: "I.", "1.", "a)").

use crate::document::{HeadingLevel, Marker, Ordinal};
use crate::text::{letter, roman};

/// Where the counting stands.
#[derive(Debug, Default)]
pub(super) struct Counters {
    headings: [u32; 3],
    number: u32,
    letter: u32,
}

impl Counters {
    /// `I. `, `1. `, `a) `; empty for a heading without a number.
    pub(super) fn heading(&mut self, level: HeadingLevel, ordinal: Option<Ordinal>) -> String {
        self.interrupt();
        let depth = match level {
            HeadingLevel::Section => 0,
            HeadingLevel::Item => 1,
            HeadingLevel::Point => 2,
        };
        self.headings[depth + 1..].fill(0);
        let Some(ordinal) = ordinal else { return String::new() };
        let number = count(&mut self.headings[depth], ordinal);
        match level {
            HeadingLevel::Section => format!("{}. ", roman(number)),
            HeadingLevel::Item => format!("{number}. "),
            HeadingLevel::Point => format!("{}) ", letter(number as usize)),
        }
    }

    /// `- `, `+ `, `1. `, `a) `.
    pub(super) fn item(&mut self, marker: Marker) -> String {
        match marker {
            Marker::Dash => "- ".to_owned(),
            Marker::Plus => "+ ".to_owned(),
            Marker::Number(ordinal) => {
                self.letter = 0;
                format!("{}. ", count(&mut self.number, ordinal))
            }
            Marker::Letter(ordinal) => format!("{}) ", letter(count(&mut self.letter, ordinal) as usize)),
        }
    }

    /// Something that is not a list item: the next list starts anew.
    pub(super) fn interrupt(&mut self) {
        (self.number, self.letter) = (0, 0);
    }
}

fn count(counter: &mut u32, ordinal: Ordinal) -> u32 {
    *counter = match ordinal {
        Ordinal::Next => counter.saturating_add(1),
        Ordinal::At(number) => number,
    };
    *counter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_count_within_the_heading_above() {
        let mut counters = Counters::default();
        let mut next = |level| counters.heading(level, Some(Ordinal::Next));
        assert_eq!(next(HeadingLevel::Section), "I. ");
        assert_eq!(next(HeadingLevel::Item), "1. ");
        assert_eq!(next(HeadingLevel::Item), "2. ");
        assert_eq!(next(HeadingLevel::Point), "a) ");
        assert_eq!(next(HeadingLevel::Section), "II. ");
        assert_eq!(next(HeadingLevel::Item), "1. ");
        assert_eq!(next(HeadingLevel::Point), "a) ");
    }

    #[test]
    fn an_embedded_section_goes_on_from_its_place() {
        let mut counters = Counters::default();
        assert_eq!(counters.heading(HeadingLevel::Item, Some(Ordinal::At(4))), "4. ");
        assert_eq!(counters.heading(HeadingLevel::Item, None), "");
        assert_eq!(counters.heading(HeadingLevel::Item, Some(Ordinal::Next)), "5. ");
    }

    #[test]
    fn letters_follow_the_vietnamese_alphabet_and_dashes_do_not_count() {
        let mut counters = Counters::default();
        let mut marks = Vec::new();
        for _ in 0..6 {
            marks.push(counters.item(Marker::Letter(Ordinal::Next)));
            marks.push(counters.item(Marker::Dash));
        }
        assert_eq!(marks.concat(), "a) - b) - c) - d) - đ) - e) - ");
        assert_eq!(counters.item(Marker::Number(Ordinal::Next)), "1. ");
        assert_eq!(counters.item(Marker::Letter(Ordinal::Next)), "a) ");
        counters.interrupt();
        assert_eq!(counters.item(Marker::Number(Ordinal::Next)), "1. ");
    }
}
