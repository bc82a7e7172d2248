//! Chỉ số: the indices that the plan exists to raise.
//!
//! For now their names, so that duties and topics can say which they serve. Sets, criteria and scores are not here
//! yet.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::id::IndexCode;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_five_indices_of_the_plan_are_known() {
        let known: Vec<_> = builtin_indices().iter().map(|index| index.abbreviation.as_str()).collect();
        assert_eq!(known, ["PAR INDEX", "SIPAS", "PAPI", "PCI", "DDCI"]);
    }
}
