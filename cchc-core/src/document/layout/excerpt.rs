//! Trích: a section of the text or an appendix, to be taken out by itself.

use std::ops::Range;

use super::words::{Run, Words};
use super::{Layout, Part, Piece};
use crate::document::HeadingLevel;

/// Phần trích: which pieces of a layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// What it is called: the heading of the section, `Phụ lục I` of an appendix.
    pub title: String,
    /// Whether it is an appendix.
    pub is_appendix: bool,
    part: usize,
    pieces: Range<usize>,
}

impl Layout {
    /// The sections of the text (mục lớn), then the appendices, in their order.
    pub fn excerpts(&self) -> Vec<Excerpt> {
        let mut excerpts = Vec::new();
        for (part, of) in self.parts.iter().enumerate() {
            if let Some(head) = &of.appendix {
                let (title, pieces) = (head.number.clone(), 0..of.pieces.len());
                excerpts.push(Excerpt { title, is_appendix: true, part, pieces });
                continue;
            }
            let mut end = of.pieces.len();
            let first = excerpts.len();
            for (at, piece) in of.pieces.iter().enumerate().rev() {
                if let Piece::Heading(HeadingLevel::Section, words) = piece {
                    let (title, pieces) = (plain(words), at..end);
                    excerpts.insert(first, Excerpt { title, is_appendix: false, part, pieces });
                    end = at;
                }
            }
        }
        excerpts
    }

    /// An excerpt as a layout of its own: without letterhead and signature, with the footnotes that hang on it. Its
    /// words, numbers and marks stay as they stand in the whole. One of another layout gives what stands in its place,
    /// which may be nothing.
    #[must_use]
    pub fn only(&self, excerpt: &Excerpt) -> Self {
        let part = self.parts.get(excerpt.part).map(|part| {
            let pieces = part.pieces.get(excerpt.pieces.clone()).unwrap_or_default().to_vec();
            Part { notes: notes_of(&pieces), pieces, close: None, ..part.clone() }
        });
        Self { head: None, parts: part.into_iter().collect(), ..self.clone() }
    }
}

fn plain(words: &Words) -> String {
    let texts = words.0.iter().map(|run| match run {
        Run::Text(span) => span.text.as_str(),
        Run::Break => " ",
        Run::Note(_) => "",
    });
    texts.collect()
}

/// Footnotes are numbered in reading order, so those of neighbouring pieces stand together.
fn notes_of(pieces: &[Piece]) -> Range<usize> {
    let words = pieces.iter().flat_map(|piece| match piece {
        Piece::Heading(_, words) | Piece::Paragraph { words, .. } | Piece::Item { words, .. } => vec![words],
        Piece::Table(grid) => grid.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.words).collect(),
        Piece::Chart(_) => Vec::new(),
    });
    let numbers = words.flat_map(|words| &words.0).filter_map(|run| match run {
        Run::Note(number) => Some(*number),
        _ => None,
    });
    numbers.fold(0..0, |notes, number| {
        if notes.is_empty() { number - 1..number } else { notes.start.min(number - 1)..notes.end.max(number) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Appendix, Block, Document, Inline, Rich, Span};

    fn noted(text: &str, note: &str) -> Block {
        Block::paragraph(Rich(vec![Inline::Text(Span::plain(text)), Inline::Note(vec![Span::plain(note)])]))
    }

    #[test]
    fn a_section_takes_its_pieces_and_its_footnotes_along() {
        let body = vec![
            Block::paragraph(Rich::plain("Mở đầu.")),
            Block::heading(HeadingLevel::Section, "Kết quả"),
            noted("Đã đăng 9 tin.", "Một"),
            Block::heading(HeadingLevel::Section, "Kiến nghị"),
            Block::heading(HeadingLevel::Item, "Với tỉnh"),
            noted("Không.", "Hai"),
        ];
        let appendices = vec![Appendix { title: "Số liệu".into(), ..Appendix::default() }];
        let document = Document { appendices, ..Document::embedded("Báo cáo", body) };
        let layout = Layout::of(&document);
        let excerpts = layout.excerpts();
        let titles: Vec<&str> = excerpts.iter().map(|excerpt| excerpt.title.as_str()).collect();
        assert_eq!(titles, ["I. KẾT QUẢ", "II. KIẾN NGHỊ", "Phụ lục"]);
        let told = |at: usize| crate::document::text::of_layout(&layout.only(&excerpts[at]));
        assert_eq!(told(0), "I. KẾT QUẢ\n\nĐã đăng 9 tin.¹\n\n¹ Một\n");
        assert_eq!(told(1), "II. KIẾN NGHỊ\n\n1. Với tỉnh\n\nKhông.²\n\n² Hai\n");
        assert_eq!(told(2), "Phụ lục\nSỐ LIỆU\n");
    }
}
