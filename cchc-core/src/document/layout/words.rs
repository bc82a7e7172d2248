//! Words on the paper: cleaned, composed, with footnotes numbered.

use crate::document::{Inline, Rich, Span};
use crate::text::{nfc, unbroken};

/// Lời văn: the words of one line or paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words(pub Vec<Run>);

/// One stretch of [`Words`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Chữ.
    Text(Span),
    /// Số chú thích, from 1.
    Note(usize),
    /// Xuống dòng.
    Break,
}

impl Words {
    /// Upright words.
    pub(crate) fn plain(text: &str) -> Self {
        Self(vec![Run::Text(Span::plain(text))])
    }

    /// Puts a number or mark before the words.
    pub(super) fn behind(mut self, mark: &str) -> Self {
        if !mark.is_empty() {
            self.0.insert(0, Run::Text(Span::plain(mark)));
        }
        self
    }

    /// In capitals.
    pub(super) fn capitalize(&mut self) {
        self.each_span(|span| span.text = span.text.to_uppercase());
    }

    /// In bold.
    pub(super) fn embolden(&mut self) {
        self.each_span(|span| span.bold = true);
    }

    fn each_span(&mut self, mut change: impl FnMut(&mut Span)) {
        for run in &mut self.0 {
            if let Run::Text(span) = run {
                change(span);
            }
        }
    }

    /// Whether there is nothing on the paper.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| matches!(run, Run::Text(span) if span.text.is_empty()))
    }
}

/// The footnotes met so far.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<Words>);

impl Notes {
    /// The words of a running text, its footnotes numbered and kept.
    pub(super) fn words(&mut self, rich: &Rich) -> Words {
        self.convert(rich, true)
    }

    /// The words of a table's cell: narrow columns need every place where a line may break.
    pub(super) fn cell(&mut self, rich: &Rich) -> Words {
        self.convert(rich, false)
    }

    fn convert(&mut self, rich: &Rich, keep_together: bool) -> Words {
        let mut runs = Vec::new();
        for inline in &rich.0 {
            match inline {
                Inline::Text(span) => push_span(&mut runs, span, keep_together),
                Inline::Break => runs.push(Run::Break),
                Inline::Note(spans) => {
                    let mut note = Vec::new();
                    for span in spans {
                        push_span(&mut note, span, keep_together);
                    }
                    self.0.push(Words(note));
                    runs.push(Run::Note(self.0.len()));
                }
            }
        }
        Words(runs)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn into_words(self) -> Vec<Words> {
        self.0
    }
}

/// Adds a span, its line feeds as breaks.
fn push_span(runs: &mut Vec<Run>, span: &Span, keep_together: bool) {
    let text = clean(&span.text);
    for (index, piece) in text.split('\n').enumerate() {
        if index > 0 {
            runs.push(Run::Break);
        }
        if !piece.is_empty() {
            let text = if keep_together { unbroken(piece) } else { piece.to_owned() };
            runs.push(Run::Text(Span { text, bold: span.bold, italic: span.italic }));
        }
    }
}

/// The words with an end mark instead of the one they have.
pub(super) fn with_end(mut words: Words, mark: &str) -> Words {
    while let Some(Run::Text(span)) = words.0.last_mut() {
        let kept =
            span.text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ';' | ',' | '/'));
        if kept.is_empty() {
            words.0.pop();
        } else {
            span.text.truncate(kept.len());
            span.text.push_str(mark);
            return words;
        }
    }
    words.0.push(Run::Text(Span::plain(mark)));
    words
}

/// A name or other text that stands on one line.
pub(super) fn line(text: &str) -> String {
    clean(text).replace('\n', " ").trim().to_owned()
}

/// Lines, the empty ones left out.
pub(super) fn lines(texts: &[String]) -> Vec<String> {
    texts.iter().flat_map(|text| split(text)).collect()
}

/// The lines of one text, the empty ones left out.
pub(super) fn split(text: &str) -> Vec<String> {
    text.split('\n').map(line).filter(|text| !text.is_empty()).collect()
}

/// A line in capitals.
pub(super) fn capitals(text: &str) -> String {
    line(text).to_uppercase()
}

/// Composed Unicode, without what paper and XML 1.0 cannot hold: a control character leaves "�" in its place, so that
/// whoever reads sees that something stood there.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    nfc(&text)
        .chars()
        .map(|c| match c {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => '\n',
            '\t' => ' ',
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}
