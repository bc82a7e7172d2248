//! Widths of text in Times New Roman, where the form draws a line as long as some words.

use unicode_normalization::UnicodeNormalization;

/// Advance widths of Times New Roman Bold from " " to "~", in thousandths of the font size.
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389,
    500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581,
    500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389,
    333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];

/// The width of a line in bold, in twips; `size` in half-points.
///
/// Marks have no width of their own; ơ and ư are taken as wide as o and u, some hundredths short.
pub(super) fn bold_width(text: &str, size: u32) -> u32 {
    let thousandths: u32 = text.nfd().map(advance).sum();
    // A half-point is 10 twips.
    thousandths * size / 100
}

fn advance(c: char) -> u32 {
    match c {
        'đ' => 556,
        'Đ' => 722,
        '\u{a0}' => 250,
        '–' => 500,
        '\u{300}'..='\u{36f}' => 0,
        ' '..='~' => u32::from(BOLD[c as usize - 0x20]),
        _ => 600,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::layout::{MOTTO, NATION};

    #[test]
    fn widths_are_those_of_the_font() {
        // Measured with a metric-compatible font: 171.4 pt and 271.2 pt.
        assert_eq!(bold_width(MOTTO, 28), 3427);
        assert_eq!(bold_width(NATION, 26), 5424);
    }
}
