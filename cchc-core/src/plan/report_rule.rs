//! Report rules.

use serde::{Deserialize, Serialize};

use crate::calendar::{DeadlineRule, Period, PeriodKind, WindowRule};
use crate::id::{DutyId, OfficeId, ReportRuleId};
use crate::plan::{Basis, Source, Stated};
use crate::record::{Extra, Kind, Record};

/// Quy định báo cáo: which report, over which window, due when at each level.
///
/// A commune lives with several window families at once (NĐ 09/2019/NĐ-CP, Điều 12, beside calendar windows), so
/// window, cumulation and deadline belong to each rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportRule {
    /// Its id.
    pub id: ReportRuleId,
    /// Place in lists, from 1.
    pub order: u32,
    /// Name: `Báo cáo quý`.
    pub name: String,
    /// Chế độ báo cáo.
    pub regime: Regime,
    /// The period; none for a report on request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<PeriodKind>,
    /// Which parts of the year are asked: `[1, 2, 3, 4]` of quarters, `[1]` of half-years; empty means every one.
    pub parts: Stated<Vec<u32>>,
    /// How the window is cut.
    pub window: Stated<WindowRule>,
    /// Lũy kế: whether figures also run from the beginning of the reporting year.
    pub cumulative: Stated<bool>,
    /// Embedded or stand-alone.
    pub form: Stated<ReportForm>,
    /// The duty that this rule serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyId>,
    /// Other duties that the same reports serve: the plan may ask for one report in two places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_serves: Vec<DutyId>,
    /// Từng cấp: who sends to whom by when (NĐ 09/2019/NĐ-CP, Điều 8: each level has its deadline), in order.
    pub levels: Vec<ReportLevel>,
    /// Its words.
    pub source: Source,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl ReportRule {
    /// The last level: the one by which the finished report must be sent.
    pub fn final_level(&self) -> Option<&ReportLevel> {
        self.levels.last()
    }
}

/// Chế độ báo cáo (NĐ 09/2019/NĐ-CP, Điều 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Regime {
    /// Định kỳ.
    Periodic,
    /// Chuyên đề.
    Thematic,
    /// Đột xuất.
    AdHoc,
}

/// How a report goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ReportForm {
    /// Lồng ghép: as a section of the CCHC report.
    Embedded,
    /// Độc lập: a document of its own.
    StandAlone,
}

/// Một cấp của đường báo cáo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportLevel {
    /// Who sends.
    pub from: String,
    /// The office of the plan that sends, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_office: Option<OfficeId>,
    /// Who receives.
    pub to: String,
    /// The last day; none of a report on request, whose request sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Stated<DeadlineRule>>,
    /// Hạn đổi riêng, as a công văn sets it for a year or for one period of it; of several the last one counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<DeadlineOverride>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl ReportLevel {
    /// What a công văn sets for that period: for it alone, else for its whole year.
    pub fn override_of(&self, period: Period) -> Option<&DeadlineOverride> {
        let last = |of: Option<Period>| {
            let mut overrides = self.overrides.iter().rev();
            overrides.find(|other| other.year == period.year() && other.period == of)
        };
        last(Some(period)).or_else(|| last(None))
    }

    /// What the deadline of that period rests on; nothing where there is none.
    pub fn basis_of(&self, period: Period) -> Option<Basis> {
        let own = || self.deadline.as_ref().map(|deadline| deadline.basis);
        self.override_of(period).map_or_else(own, |other| Some(other.deadline.basis))
    }

    /// The deadline of that period, and the công văn that sets it where it is not the rule's own; none where there is
    /// none.
    pub fn deadline_of(&self, period: Period) -> Option<(&DeadlineRule, Option<&str>)> {
        match self.override_of(period) {
            Some(other) => Some((&other.deadline.value, Some(&other.document))),
            None => Some((&self.deadline.as_ref()?.value, None)),
        }
    }
}

/// Hạn đổi riêng cho một năm, hoặc cho một kỳ của năm đó.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeadlineOverride {
    /// The reporting year for which it holds.
    pub year: i32,
    /// The one period for which it holds; every period of the year where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The last day.
    pub deadline: Stated<DeadlineRule>,
    /// Số, ký hiệu và ngày of the công văn that sets it.
    pub document: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Record for ReportRule {
    type Id = ReportRuleId;
    const KIND: Kind = Kind::ReportRules;
    fn id(&self) -> &ReportRuleId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}
