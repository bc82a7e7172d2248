//! Giá trị và mục tiêu của chỉ số: what was published, and what is to be reached.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Period;
use crate::id::{IndexCode, IndexTargetId, IndexValueId};
use crate::indicator::{Ownership, View, slug};
use crate::record::{Extra, Kind, Record};
use crate::text::fold;

/// Giá trị chỉ số: one published row of one index, of one whose value it is, for one period. What is not known is
/// absent or `null`, never 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndexValue {
    /// Its id: [`IndexValue::id_of`], so that two copies of a file that record the same value meet.
    pub id: IndexValueId,
    /// Chỉ số: `pci`; or the set where there is no index of that name: `766`.
    pub index: IndexCode,
    /// Bộ chỉ số whose criteria `parts` names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<IndexCode>,
    /// Đối tượng: whose value, `tỉnh Lạng Sơn`; empty for the commune's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub of: String,
    /// Năm hoặc kỳ.
    pub period: Period,
    /// Điểm tháng hay điểm năm, where both are published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
    /// Tổng điểm as published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<f64>,
    /// Điểm thành phần, by the code of the criterion.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, Option<f64>>,
    /// Xếp hạng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// Of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ranked: Option<u32>,
    /// Nguồn: who published it, where.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Ghi chú.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl IndexValue {
    /// A row of which nothing is known yet; `of` is empty for the commune itself.
    pub fn new(index: &IndexCode, of: &str, period: Period, view: Option<View>) -> Self {
        Self {
            id: Self::id_of(index, of, period, view),
            index: index.clone(),
            set: None,
            of: of.trim().to_owned(),
            period,
            view,
            total: None,
            parts: BTreeMap::new(),
            rank: None,
            ranked: None,
            source: String::new(),
            note: String::new(),
            extra: Extra::new(),
        }
    }

    /// The id of that row: `766:2026-10:month`, `pci:2024::tinh-lang-son`.
    ///
    /// # Panics
    /// Never: a slug makes an id.
    pub fn id_of(index: &IndexCode, of: &str, period: Period, view: Option<View>) -> IndexValueId {
        let of = fold(of.trim()).split_whitespace().collect::<Vec<_>>().join("-");
        let view = view.map_or("", View::key);
        let period = period.to_string();
        let mut parts = vec![index.as_str(), &period, view, &of];
        while parts.last().is_some_and(|part| part.is_empty()) {
            parts.pop();
        }
        IndexValueId::new(slug::id(&parts)).expect("a slug is an id")
    }

    /// Whether it is the commune's own or read for comparison.
    pub fn ownership(&self) -> Ownership {
        if self.of.trim().is_empty() { Ownership::Own } else { Ownership::Context }
    }
}

/// Mục tiêu của một chỉ số, or of one criterion of a set, for a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndexTarget {
    /// Its id: [`IndexTarget::id_of`].
    pub id: IndexTargetId,
    /// Chỉ số or bộ chỉ số.
    pub index: IndexCode,
    /// Mã tiêu chí; empty for the total.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub node: String,
    /// Năm hoặc kỳ.
    pub period: Period,
    /// The value to reach, at least.
    pub at_least: f64,
    /// Văn bản giao chỉ tiêu.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl IndexTarget {
    /// A target for an index, or for a criterion of a set.
    pub fn new(index: &IndexCode, node: &str, period: Period, at_least: f64) -> Self {
        let id = Self::id_of(index, node, period);
        let (index, node) = (index.clone(), node.to_owned());
        Self { id, index, node, period, at_least, source: String::new(), extra: Extra::new() }
    }

    /// The id of that target: `766:2026`, `pci-2022:2026:3`.
    ///
    /// # Panics
    /// Never: a slug makes an id.
    pub fn id_of(index: &IndexCode, node: &str, period: Period) -> IndexTargetId {
        let period = period.to_string();
        let parts = [index.as_str(), &period, node];
        let parts = if node.is_empty() { &parts[..2] } else { &parts[..] };
        IndexTargetId::new(slug::id(parts)).expect("a slug is an id")
    }
}

impl Record for IndexValue {
    type Id = IndexValueId;
    const KIND: Kind = Kind::IndexValues;
    fn id(&self) -> &IndexValueId {
        &self.id
    }
}

impl Record for IndexTarget {
    type Id = IndexTargetId;
    const KIND: Kind = Kind::IndexTargets;
    fn id(&self) -> &IndexTargetId {
        &self.id
    }
}
