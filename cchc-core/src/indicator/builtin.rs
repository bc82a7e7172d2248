//! Các bộ chỉ số có sẵn, and what was published for comparison. Their data: `data/sets`, each with its source.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::indicator::IndicatorSet;

/// The built-in sets as they are written, in the order in which they are listed.
const TEXTS: [&str; 12] = [
    include_str!("../../data/sets/par-876.json"),
    include_str!("../../data/sets/cchc-xa.json"),
    include_str!("../../data/sets/sipas-1001.json"),
    include_str!("../../data/sets/papi-2018.json"),
    include_str!("../../data/sets/pci-2006.json"),
    include_str!("../../data/sets/pci-2010.json"),
    include_str!("../../data/sets/pci-2014.json"),
    include_str!("../../data/sets/pci-2022.json"),
    include_str!("../../data/sets/ddci-lang-son.json"),
    include_str!("../../data/sets/ddci-lang-son-so.json"),
    include_str!("../../data/sets/766.json"),
    include_str!("../../data/sets/targets-2026.json"),
];

/// The built-in sets.
///
/// # Panics
/// Never: a test reads every built-in set.
pub fn builtin_sets() -> &'static [IndicatorSet] {
    static SETS: OnceLock<Vec<IndicatorSet>> = OnceLock::new();
    SETS.get_or_init(|| {
        TEXTS.iter().map(|text| IndicatorSet::from_json(text).expect("a built-in set")).collect()
    })
}

/// The built-in set of that code.
pub fn builtin_set(code: &str) -> Option<&'static IndicatorSet> {
    builtin_sets().iter().find(|set| set.code == *code)
}

/// Giá trị đã công bố: another's value, kept apart from what is scored here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// The index: `pci`, or the set `766`.
    pub index: String,
    /// The set whose order `values` has; absent where only a total is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<String>,
    /// Whose value.
    pub of: String,
    /// The year.
    pub year: i32,
    /// The month, of what is published by months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
    /// Month view or year view, where both are published: neither follows from the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
    /// By leaf, in the set's order; empty where not known, `null` where one is not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Option<f64>>,
    /// The total as published; absent is not 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<f64>,
    /// Xếp hạng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// Of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ranked: Option<u32>,
    /// Who published it.
    pub source: String,
}

/// Điểm tháng hay điểm năm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Điểm tháng.
    Month,
    /// Điểm năm.
    Year,
}

impl View {
    /// The name in the file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The words a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Month => "điểm tháng",
            Self::Year => "điểm năm",
        }
    }
}

/// What was published of tỉnh Lạng Sơn, and of the whole country (`data/sets/lang-son.json`).
///
/// # Panics
/// Never: a test reads the built-in file.
pub fn lang_son() -> &'static [Published] {
    static VALUES: OnceLock<Vec<Published>> = OnceLock::new();
    VALUES.get_or_init(|| {
        serde_json::from_str(include_str!("../../data/sets/lang-son.json")).expect("published values")
    })
}
