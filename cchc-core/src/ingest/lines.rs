//! A text as paragraphs: broken lines joined, page numbers taken out of the middle, footnotes and tables set apart.

use super::outline::marker;
use super::source::{Line, Outside, OutsideKind, Piece, Row, Source};
use super::words::{is_capitals, tidy};
use crate::order;
use crate::text::nfc;

/// Takes a text apart.
pub(super) fn read(text: &str) -> Source {
    let text = nfc(text.trim_start_matches('\u{feff}'));
    let lines: Vec<&str> = text.split(['\n', '\u{c}', '\u{2028}', '\u{2029}', '\u{b}']).collect();
    let mut reader = Reader { width: wrapped_at(&lines), ..Reader::default() };
    for (at, line) in lines.iter().enumerate() {
        reader.line(line.trim_end_matches('\r'), at + 1);
    }
    reader.close();
    let mut source = reader.source;
    mark_notes(&mut source);
    source
}

/// The width at which lines are broken, as in a scanned or wrapped text; none where a line is a paragraph.
fn wrapped_at(lines: &[&str]) -> Option<usize> {
    let mut lengths: Vec<usize> =
        lines.iter().map(|line| line.trim().chars().count()).filter(|length| *length > 0).collect();
    order::sort(&mut lengths);
    let long = *lengths.get(lengths.len().checked_sub(1)? * 95 / 100)?;
    let broken = lines.windows(2).filter(|pair| {
        let (before, after) = (pair[0].trim(), pair[1].trim());
        !before.is_empty() && !ends_sentence(before) && after.starts_with(char::is_lowercase)
    });
    (long <= 130 && broken.count() * 8 >= lengths.len()).then_some(long)
}

#[derive(Default)]
struct Reader {
    source: Source,
    width: Option<usize>,
    /// The paragraph that may go on.
    open: Option<Open>,
    /// Whether the line before was a footnote, which may go on in the next.
    in_note: bool,
    /// Whether an empty line stands before this one.
    gap: bool,
    page: u32,
}

/// A paragraph, where it stands, and how long its last line is.
struct Open {
    piece: usize,
    last: usize,
    columns: bool,
}

impl Reader {
    fn line(&mut self, raw: &str, number: usize) {
        let text = raw.trim();
        if text.is_empty() {
            self.gap = true;
            self.in_note = false;
            return;
        }
        let gap = std::mem::take(&mut self.gap);
        if is_rule(text) {
            self.outside(OutsideKind::Rule, text, number);
        } else if let Some(page) =
            page_number(text).filter(|page| *page > self.page && *page < self.page + 30)
        {
            self.page = page;
            self.outside(OutsideKind::PageNumber, text, number);
        } else if let Some(cells) = cells(raw) {
            self.row(Row { cells, line: number });
        } else if let Some((note, mark, words)) = note(text) {
            self.outside(OutsideKind::NoteMark, mark, number);
            self.source.pieces.push(Piece::Note(note, Line { text: words.to_owned(), line: number }));
            self.in_note = true;
        } else if self.in_note
            && marker(text).is_none()
            && let Some(Piece::Note(_, note)) = self.source.pieces.last_mut()
            && (self.width.is_some() || text.starts_with(char::is_lowercase))
        {
            note.text.push(' ');
            note.text.push_str(text);
        } else {
            self.in_note = false;
            self.text(text, gap, number);
        }
    }

    fn text(&mut self, text: &str, gap: bool, line: usize) {
        let (length, columns) = (text.chars().count(), has_columns(text));
        if let Some(open) = &mut self.open
            && let Some(Piece::Paragraph(before)) = self.source.pieces.get_mut(open.piece)
            && !open.columns
            && !columns
            && goes_on(&before.text, text, gap, self.width.map(|width| open.last * 100 >= width * 78))
        {
            before.text.push(' ');
            before.text.push_str(text);
            open.last = length;
            return;
        }
        self.open = Some(Open { piece: self.source.pieces.len(), last: length, columns });
        self.source.pieces.push(Piece::Paragraph(Line { text: text.to_owned(), line }));
    }

    fn row(&mut self, row: Row) {
        self.open = None;
        match self.source.pieces.last_mut() {
            Some(Piece::Table(rows)) => rows.push(row),
            _ => self.source.pieces.push(Piece::Table(vec![row])),
        }
    }

    fn outside(&mut self, kind: OutsideKind, words: &str, line: usize) {
        self.source.outside.push(Outside { line, words: words.to_owned(), kind });
    }

    fn close(&mut self) {
        self.open = None;
    }
}

/// Whether a line belongs to the paragraph before. `full` says whether that one's last line reached the margin, where
/// lines are broken at one.
fn goes_on(before: &str, line: &str, gap: bool, full: Option<bool>) -> bool {
    // "các tổ chức chính trị / - xã hội": a dash that a line's end has cut off.
    let cut_off = full == Some(true)
        && !gap
        && !ends_sentence(before)
        && line.strip_prefix("- ").is_some_and(|rest| rest.starts_with(char::is_lowercase));
    if cut_off {
        return true;
    }
    if marker(line).is_some() || starts_a_part(line) {
        return false;
    }
    let heading = is_capitals(before);
    if heading || is_capitals(line) {
        // A heading over two lines.
        return !gap && heading && is_capitals(line) && marker(before).is_some();
    }
    let small = line.starts_with(char::is_lowercase);
    if ends_sentence(before) {
        return !gap && full == Some(true);
    }
    small || (!gap && full == Some(true)) || (!gap && full.is_some() && before.ends_with(','))
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', ';', ':', '!', '?', '…', '”'])
}

fn starts_a_part(line: &str) -> bool {
    ["Căn cứ", "Nơi nhận", "Số:", "Thực hiện Kế hoạch số", "Phụ lục"]
        .iter()
        .any(|start| line.starts_with(start))
}

/// A line drawn with signs.
fn is_rule(text: &str) -> bool {
    let drawn = |c: char| matches!(c, '_' | '-' | '–' | '—' | '=' | '*' | '|' | ':' | '.' | ' ' | '─');
    text.chars().count() >= 3 && text.chars().all(drawn) && !text.starts_with('.')
}

/// `2`, `- 2 -`, `Trang 2`, `2/15` alone on a line.
fn page_number(text: &str) -> Option<u32> {
    let plain = text.trim_matches(|c: char| matches!(c, '-' | '–' | ' '));
    let plain = plain.strip_prefix("Trang ").or_else(|| plain.strip_prefix("trang ")).unwrap_or(plain);
    let (page, total) = plain.split_once('/').unwrap_or((plain, "1"));
    let digits = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    (digits(page) && digits(total)).then(|| page.parse().ok())?
}

/// The cells of a table's row: between bars, or as they come out of Word, between tabs.
fn cells(raw: &str) -> Option<Vec<String>> {
    let text = raw.trim_matches([' ', '\u{a0}']);
    let sign = if text.matches('|').count() >= 2 {
        '|'
    } else if text.matches('\t').count() >= 2 {
        '\t'
    } else {
        return None;
    };
    let inner = if sign == '|' { text.strip_prefix('|').unwrap_or(text) } else { text };
    let inner = if sign == '|' { inner.strip_suffix('|').unwrap_or(inner) } else { inner };
    Some(inner.split(sign).map(tidy).collect())
}

/// A footnote: its number, its mark and its words.
fn note(text: &str) -> Option<(u32, &str, &str)> {
    let raised = text.find(|c| digit_of(c).is_none()).unwrap_or(text.len());
    if raised > 0 {
        let number = number_of(&text[..raised])?;
        let words = text[raised..].trim_start_matches(['.', ':', ')']).trim_start();
        return (!words.is_empty()).then_some((number, &text[..text.len() - words.len()], words));
    }
    let rest = text.strip_prefix("[^").or_else(|| text.strip_prefix('['))?;
    let (number, words) = rest.split_once(']')?;
    let words = words.trim_start_matches(':').trim_start();
    let number = (number.len() <= 3).then(|| number.parse().ok())??;
    (!words.is_empty()).then_some((number, &text[..text.len() - words.len()], words))
}

fn digit_of(c: char) -> Option<u32> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c).map(|at| at as u32)
}

fn number_of(raised: &str) -> Option<u32> {
    let mut number = 0;
    for digit in raised.chars() {
        number = number * 10 + digit_of(digit)?;
        if number > 999 {
            return None;
        }
    }
    Some(number)
}

/// Parts of a line set side by side: the letterhead, the signature beside the recipients.
fn has_columns(text: &str) -> bool {
    text.contains('\t') || text.contains("   ")
}

/// Puts `[^1]` where a footnote's mark stands in the text, raised or in brackets; a raised number that no footnote
/// bears stays (`m²`).
fn mark_notes(source: &mut Source) {
    let notes: Vec<u32> = source
        .pieces
        .iter()
        .filter_map(|piece| if let Piece::Note(number, _) = piece { Some(*number) } else { None })
        .collect();
    let outside = &mut source.outside;
    let mut mark = |text: &mut String, line: usize| {
        if let Some((marked, marks)) = marked(text, &notes) {
            *text = marked;
            outside.extend(marks.into_iter().map(|words| Outside {
                line,
                words,
                kind: OutsideKind::NoteMark,
            }));
        }
    };
    for piece in &mut source.pieces {
        match piece {
            Piece::Paragraph(Line { text, line }) | Piece::Note(_, Line { text, line }) => mark(text, *line),
            Piece::Table(rows) => {
                for row in rows {
                    row.cells.iter_mut().for_each(|cell| mark(cell, row.line));
                }
            }
        }
    }
}

/// The text with its marks rewritten, and the marks as they were; none where it has none.
fn marked(text: &str, notes: &[u32]) -> Option<(String, Vec<String>)> {
    let (mut new, mut marks, mut rest) = (String::new(), Vec::new(), text);
    while let Some(at) = rest.find(|c| digit_of(c).is_some() || c == '[') {
        let (before, mark) = rest.split_at(at);
        let length = if mark.starts_with('[') {
            mark.find(']').map_or(1, |end| end + 1)
        } else {
            mark.find(|c| digit_of(c).is_none()).unwrap_or(mark.len())
        };
        let (mark, after) = mark.split_at(length);
        let number = match mark.strip_prefix('[') {
            Some(inner) => {
                inner.strip_suffix(']').and_then(|inner| inner.trim_start_matches('^').parse().ok())
            }
            None => number_of(mark),
        };
        new.push_str(before);
        match number.filter(|number| notes.contains(number) && !is_square(before, *number)) {
            Some(number) => {
                new.extend(["[^", &number.to_string(), "]"]);
                marks.push(mark.to_owned());
            }
            None => new.push_str(mark),
        }
        rest = after;
    }
    new.push_str(rest);
    (!marks.is_empty()).then_some((new, marks))
}

/// m², km³.
fn is_square(before: &str, number: u32) -> bool {
    let unit = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(number, 2 | 3) && matches!(unit, "m" | "km" | "cm" | "dm")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let source = read(text);
        let mut lines: Vec<String> = source
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Paragraph(line) => format!("{:>2} ¶ {}", line.line, line.text),
                Piece::Note(number, line) => format!("{:>2} [{number}] {}", line.line, line.text),
                Piece::Table(rows) => rows
                    .iter()
                    .map(|row| format!("{:>2} | {}", row.line, row.cells.join(" | ")))
                    .collect::<Vec<_>>()
                    .join("\n"),
            })
            .collect();
        lines.extend(
            source.outside.iter().map(|o| format!("{:>2} {}: {}", o.line, o.kind.vietnamese(), o.words)),
        );
        lines.join("\n")
    }

    #[test]
    fn a_page_break_with_footnotes_is_bridged() {
        insta::assert_snapshot!(shown(
            "Tuyên truyền văn bản¹; khuyến khích phát triển các đơn vị sự nghiệp\n\n2\n\n¹ Nghị quyết số 76/NQ-CP.\n\n\
             ngoài công lập (diện tích 20 m²).\n\n- Một ý.\nHai ý.\n"
        ));
    }

    #[test]
    fn broken_lines_are_joined_and_headings_stand_alone() {
        insta::assert_snapshot!(shown(
            "I. MỤC TIÊU, YÊU CẦU\n1. Mục tiêu\nTuyên truyền kịp thời, sâu rộng chủ trương của Đảng, chính\n\
             sách của Nhà nước về cải cách hành chính đến toàn thể cán\nbộ, công chức, viên chức. Nâng cao trách \
             nhiệm của\nPhòng Văn hóa.\n- Gắn với Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND\ntỉnh.\n\
             II. NỘI DUNG, HÌNH THỨC\nTUYÊN TRUYỀN\nSTT | Nội dung | Chủ trì\n1 | Họp thôn | Phòng Kinh tế\n"
        ));
    }
}
