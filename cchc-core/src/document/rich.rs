//! Text with its emphasis and its footnotes.

use serde::{Deserialize, Serialize};

/// Đoạn chữ: a line or paragraph of text with emphasis, line breaks and footnotes.
///
/// Words that must stay together ("02 tin", "quý IV") are joined by a no-break space in the text itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rich(pub Vec<Inline>);

/// One stretch of a [`Rich`] text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Inline {
    /// Chữ.
    Text(Span),
    /// Chú thích chân trang, at the place where its number stands. The numbers follow from the order.
    Note(Vec<Span>),
    /// Xuống dòng, within the paragraph.
    Break,
}

/// Chữ with one emphasis. A line feed in it is a line break.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// The words.
    pub text: String,
    /// Chữ đậm.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
    /// Chữ nghiêng.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub italic: bool,
}

impl Span {
    /// Upright, not bold.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl Rich {
    /// Upright, not bold.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Inline::Text(Span::plain(text))])
    }

    /// Goes on with upright text.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.0.push(Inline::Text(Span::plain(text)));
        self
    }

    /// Goes on in bold.
    #[must_use]
    pub fn bold(mut self, text: impl Into<String>) -> Self {
        self.0.push(Inline::Text(Span { text: text.into(), bold: true, italic: false }));
        self
    }

    /// Goes on in italics.
    #[must_use]
    pub fn italic(mut self, text: impl Into<String>) -> Self {
        self.0.push(Inline::Text(Span { text: text.into(), bold: false, italic: true }));
        self
    }

    /// Hangs a footnote (chú thích) here.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.0.push(Inline::Note(vec![Span::plain(text)]));
        self
    }

    /// The words alone, without emphasis and without footnotes.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for inline in &self.0 {
            match inline {
                Inline::Text(span) => words.push_str(&span.text),
                Inline::Break => words.push('\n'),
                Inline::Note(_) => {}
            }
        }
        words
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|inline| match inline {
            Inline::Text(span) => span.text.is_empty(),
            Inline::Note(spans) => spans.iter().all(|span| span.text.is_empty()),
            Inline::Break => true,
        })
    }
}

impl From<&str> for Rich {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_leave_out_emphasis_and_notes() {
        let text = Rich::plain("Đã đăng ").bold("09").then(" tin, bài").note("Tính đến 14/6/2026.").then(".");
        assert_eq!(text.words(), "Đã đăng 09 tin, bài.");
        assert!(!text.is_empty());
        assert!(Rich::default().is_empty());
    }
}
