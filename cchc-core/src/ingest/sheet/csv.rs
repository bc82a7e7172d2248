//! Tệp .csv: rows of text between commas, semicolons or tabs.
//!
//! Written by hand: a library finds no separators, gives no row for a quotation mark that is never closed, and weighs
//! more in the page.

use super::{Book, Cell, Row, Sheet, SheetError};
use crate::ingest::package::Fault;
use crate::order;
use crate::text::nfc;

/// Cells in all.
const MAX_CELLS: usize = 4_000_000;
/// Columns: what is beyond them is no list.
const MAX_COLUMNS: usize = 1_000;

/// The rows of a text. A separator is told by `sep=` on the first line, or guessed.
pub(super) fn read(text: &str) -> Result<Book, SheetError> {
    let text = text.trim_start_matches('\u{feff}');
    let (separator, text, first) = match text.strip_prefix("sep=").and_then(|rest| rest.chars().next()) {
        Some(told) if matches!(told, ',' | ';' | '\t' | '|') => {
            (told, text.split_once('\n').map_or("", |(_, rest)| rest), 2)
        }
        _ => (guess(text), text, 1),
    };
    let mut sheet = Sheet::default();
    let mut cells = 0;
    let mut rest = text;
    let mut quotes = true;
    let mut number = first;
    while !rest.is_empty() {
        let mut row = Row { number, cells: Vec::new() };
        for column in 0.. {
            let (field, left, end) = field(rest, separator, &mut quotes);
            rest = left;
            let field = field.trim();
            if !field.is_empty() {
                cells += 1;
                if cells > MAX_CELLS || column >= MAX_COLUMNS {
                    return Err(Fault::Suspicious("bảng quá lớn").into());
                }
                row.cells.push((column as u16, Cell::Text(nfc(field).into_owned().into())));
            }
            if end {
                break;
            }
        }
        if !row.cells.is_empty() {
            sheet.rows.push(row);
        }
        number += 1;
    }
    Ok(Book { sheets: vec![sheet], ..Book::default() })
}

/// One field, what comes behind it, and whether the row ends with it. Where a quotation mark is never closed, it and all
/// further ones are signs like any other.
fn field<'t>(
    text: &'t str,
    separator: char,
    quotes: &mut bool,
) -> (std::borrow::Cow<'t, str>, &'t str, bool) {
    if *quotes && let Some(inner) = text.strip_prefix('"') {
        let mut from = 0;
        while let Some(at) = inner[from..].find('"').map(|at| from + at) {
            if inner[at + 1..].starts_with('"') {
                from = at + 2;
                continue;
            }
            let value = inner[..at].replace("\"\"", "\"");
            let (behind, rest, end) = plain(&inner[at + 1..], separator);
            return ((value + behind).into(), rest, end);
        }
        *quotes = false;
    }
    let (value, rest, end) = plain(text, separator);
    (value.into(), rest, end)
}

fn plain(text: &str, separator: char) -> (&str, &str, bool) {
    let Some(at) = text.find([separator, '\n', '\r']) else { return (text, "", true) };
    let rest = &text[at..];
    match rest.strip_prefix(separator) {
        // A separator at the very end closes an empty field.
        Some(rest) => (&text[..at], rest, false),
        None => (&text[..at], rest.strip_prefix("\r\n").unwrap_or(&rest[1..]), true),
    }
}

/// The separator that most lines at the beginning have equally often; a comma where none has any.
fn guess(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(40).collect();
    let strength = |separator: char| {
        let mut counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, separator)).collect();
        order::sort(&mut counts);
        // How often in the middle line, then how many lines are like it.
        let middle = counts.get(counts.len() / 2).copied().unwrap_or(0);
        let alike = counts.iter().filter(|count| **count == middle).count();
        if middle == 0 { (0, 0) } else { (alike, middle) }
    };
    // Of two as good the later one: a comma also stands within titles.
    [',', ';', '\t'].into_iter().max_by_key(|separator| strength(*separator)).unwrap_or(',')
}

fn outside_quotes(line: &str, separator: char) -> usize {
    let mut inside = false;
    line.chars()
        .filter(|c| {
            inside ^= *c == '"';
            !inside && *c == separator
        })
        .count()
}
