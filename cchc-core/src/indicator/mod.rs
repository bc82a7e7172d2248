//! Chỉ số: the indices that the plan exists to raise.
//!
//! One model serves all of them. An [`IndicatorSet`] is data: a tree of lĩnh vực, tiêu chí and tiêu chí thành phần with
//! its decision, its years and its source ([`builtin_sets`], or a file of the user's). A leaf has a [`Rule`], which
//! makes points of an input ([`Raw`]); [`score`] makes a [`Scorecard`] of what was entered.
//!
//! * Unknown is not 0: a row that is incomplete has no total.
//! * What does not apply leaves the denominator.
//! * Everything is kept in full precision; [`figure`] rounds for the eye alone.
//! * What a set does not know for sure it says: [`IndicatorSet::unconfirmed`].
//!
//! ```
//! use cchc_core::indicator::{Raw, builtin_set, score_row};
//!
//! let pci = builtin_set("pci-2014").unwrap();
//! let quang_ninh_2019 = [7.16, 7.00, 7.20, 7.89, 7.10, 7.69, 7.96, 6.68, 7.95, 7.58];
//! let card = score_row(pci, &quang_ninh_2019.map(|value| Some(Raw::Number(value)))).unwrap();
//! assert!((card.total.unwrap() - 73.40).abs() < 0.03);
//! ```

mod builtin;
mod entry;
mod measure;
mod own_set;
mod rule;
mod score;
mod set;
mod shortfall;
pub(crate) mod slug;
mod survey;
mod validate;
mod value;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

pub use builtin::{Published, View, builtin_set, builtin_sets, lang_son};
pub use entry::ScoreEntry;
pub use measure::{Measure, MeasureState};
pub use own_set::OwnSet;
pub use rule::{InputFault, Raw, Rule, Step};
pub use score::{Entry, Sample, ScoreError, Scorecard, Scored, score, score_row};
pub use set::{
    Aggregation, Certainty, Class, Computed, IndicatorSet, Node, Origin, Ownership, YearTarget, Years,
};
pub use survey::{ANSWERS, Tally, margin_of_error, sample_size};
pub use validate::SetError;
pub use value::{IndexTarget, IndexValue};

use std::sync::OnceLock;

use serde::Deserialize;

use crate::id::IndexCode;
use crate::text::number_vi;

/// Một chỉ số.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Index {
    /// Its code: `par-index`.
    pub code: IndexCode,
    /// Tên viết tắt: `PAR INDEX`.
    pub abbreviation: String,
    /// Tên đầy đủ.
    pub name: String,
}

#[derive(Deserialize)]
struct Catalogue {
    indices: Vec<Index>,
}

/// The indices known to this library (`data/indices.json`).
///
/// # Panics
/// Never: a test reads the built-in file.
pub fn builtin_indices() -> &'static [Index] {
    static INDICES: OnceLock<Vec<Index>> = OnceLock::new();
    INDICES.get_or_init(|| {
        serde_json::from_str::<Catalogue>(include_str!("../../data/indices.json"))
            .expect("built-in indices")
            .indices
    })
}

/// The index of that code, if it is a built-in one.
pub fn builtin_index(code: &IndexCode) -> Option<&'static Index> {
    builtin_indices().iter().find(|index| index.code == *code)
}

/// A score or a share as a person reads it: up to four decimals, none that says nothing: "7,5", "1.067", "73,395".
pub fn figure(number: f64) -> String {
    let written = number_vi(number, 4);
    if written.contains(',') {
        written.trim_end_matches('0').trim_end_matches(',').to_owned()
    } else {
        written
    }
}
