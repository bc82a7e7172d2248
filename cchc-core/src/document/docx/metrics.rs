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
/// Tone marks have no width of their own.
pub(super) fn bold_width(text: &str, size: u32) -> u32 {
    let thousandths: u32 = text.nfd().map(advance).sum();
    // A half-point is 10 twips.
    thousandths * size / 100
}

/// The width of the longest word of a line, in twips; a word breaks at a space only, not at a no-break space.
pub(super) fn longest_word(text: &str, size: u32) -> u32 {
    text.split([' ', '\n']).map(|word| bold_width(word, size)).max().unwrap_or(0)
}

/// How much narrower than its column a centred text may be set without needing another line, in twips: its lines then
/// are about equally long. 0 where it fits on one line.
pub(super) fn spare_width(text: &str, size: u32, column: u32) -> u32 {
    let lines = lines_at(text, size, column);
    if lines < 2 {
        return 0;
    }
    let (mut low, mut high) = (longest_word(text, size).min(column), column);
    while low < high {
        let middle = u32::midpoint(low, high);
        if lines_at(text, size, middle) > lines { low = middle + 1 } else { high = middle }
    }
    column - low
}

/// How many lines a text takes in a column.
fn lines_at(text: &str, size: u32, column: u32) -> u32 {
    let space = bold_width(" ", size);
    let (mut lines, mut used) = (1, 0);
    for word in text.split(' ') {
        let width = bold_width(word, size);
        if used > 0 && used + space + width > column {
            lines += 1;
            used = width;
        } else {
            used += width + if used > 0 { space } else { 0 };
        }
    }
    lines
}

fn advance(c: char) -> u32 {
    match c {
        'đ' => 556,
        'Đ' => 722,
        '\u{a0}' => 250,
        '–' => 500,
        // The horn of ơ and ư.
        '\u{31b}' => 44,
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
        assert_eq!(bold_width(NATION, 26), 5423);
    }

    #[test]
    fn a_long_name_is_set_in_lines_of_about_the_same_length() {
        let name = "ỦY BAN NHÂN DÂN XÃ HOA THÁM";
        assert_eq!(spare_width("ỦY BAN NHÂN DÂN", 26, 3854), 0);
        let spare = spare_width(name, 26, 3854);
        assert_eq!(lines_at(name, 26, 3854 - spare), 2);
        assert!(lines_at(name, 26, 3854 - spare - 1) > 2);
    }
}
