//! What was read where, for the person who confirms it.

use std::ops::Range;

use serde::Serialize;

use super::outline::Block;
use crate::diagnostic::Place;
use crate::id::PassageId;
use crate::plan::{Basis, Stated};

/// How sure a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Kế hoạch viết như vậy.
    Written,
    /// Suy ra.
    Inferred,
    /// Chưa hiểu: the words are kept as text.
    NotUnderstood,
}

impl Certainty {
    /// The word a person sees.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Written => "theo lời kế hoạch",
            Self::Inferred => "suy ra",
            Self::NotUnderstood => "chưa hiểu",
        }
    }
}

impl From<Basis> for Certainty {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Written | Basis::Confirmed => Self::Written,
            Basis::Inferred | Basis::Unverified => Self::Inferred,
        }
    }
}

/// Words of a passage: bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The passage.
    pub passage: PassageId,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// One value that was read, or words that were not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// What it became: the record and the field.
    pub place: Place,
    /// The value as a person reads it; empty where nothing was understood.
    pub value: String,
    /// The words it comes from; empty where the plan has none.
    pub words: String,
    /// The line of the text where they stand, from 1; 0 where there is none.
    pub line: usize,
    /// Where they stand; none in the letterhead and the close, which are no passages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// The readings as they come.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) readings: Vec<Reading>,
}

impl Log {
    /// Words of a passage were read.
    pub(super) fn read(
        &mut self,
        block: &Block,
        at: Range<usize>,
        place: Place,
        value: impl Into<String>,
        certainty: Certainty,
    ) {
        let words = block.text.get(at.clone()).unwrap_or_default().to_owned();
        let span = Some(Span { passage: block.id.clone(), start: at.start, end: at.end });
        self.readings.push(Reading { place, value: value.into(), words, line: block.line, span, certainty });
    }

    /// A line of the letterhead or the close was read.
    pub(super) fn line(&mut self, line: usize, words: &str, place: Place, value: impl Into<String>) {
        self.readings.push(Reading {
            place,
            value: value.into(),
            words: words.to_owned(),
            line,
            span: None,
            certainty: Certainty::Written,
        });
    }

    /// A value was concluded from no particular words.
    pub(super) fn concluded(&mut self, place: Place, value: impl Into<String>) {
        self.readings.push(Reading {
            place,
            value: value.into(),
            words: String::new(),
            line: 0,
            span: None,
            certainty: Certainty::Inferred,
        });
    }

    /// A stated value was read from words of a passage, or concluded.
    pub(super) fn stated<T>(
        &mut self,
        block: &Block,
        place: Place,
        stated: &Stated<T>,
        shown: impl Into<String>,
    ) {
        match block.text.find(&stated.wording).filter(|_| !stated.wording.is_empty()) {
            Some(start) => {
                let at = start..start + stated.wording.len();
                self.read(block, at, place, shown, stated.basis.into());
            }
            None => self.concluded(place, shown),
        }
    }

    /// Words that nothing was made of.
    pub(super) fn not_understood(&mut self, block: &Block, at: Range<usize>) {
        self.read(block, at, Place::part("passages"), "", Certainty::NotUnderstood);
    }
}
