//! Bộ chỉ số: a tree of lĩnh vực, tiêu chí and tiêu chí thành phần, as data.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::fault::{self, Fault};
use crate::id::IndexCode;
use crate::indicator::{Rule, SetError, validate};

/// Bộ chỉ số, with the decision it rests on, its years and its source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorSet {
    /// Mã: `pci-2014`.
    pub code: IndexCode,
    /// The index it belongs to: `pci`; absent for one that the catalogue of indices does not name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<IndexCode>,
    /// Tên.
    pub name: String,
    /// Tên gọn, for lists and headings; empty where the name is short.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short_name: String,
    /// Đối tượng được chấm: who has a value of this index.
    pub scored: String,
    /// Whether a commune has a value of its own, or reads another's for comparison.
    pub ownership: Ownership,
    /// Quyết định ban hành; empty where none is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision: String,
    /// Where its figures come from.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
    /// What is not confirmed, to be said wherever the set is shown; empty where all is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unconfirmed: String,
    /// The years it scores.
    pub years: Years,
    /// How a total comes about.
    pub aggregation: Aggregation,
    /// Xếp loại, from the best class down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<Class>,
    /// Lĩnh vực, or what stands first under the set.
    pub nodes: Vec<Node>,
}

/// Whose value it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ownership {
    /// Giá trị của chính xã: worked on.
    Own,
    /// Giá trị tham chiếu: another's, recorded for comparison, never added to one's own.
    Context,
}

/// Độ tin cậy of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Stated by the decision.
    Law,
    /// Seen in what offices publish.
    Practice,
    /// Recomputed from published figures.
    Computed,
    /// Not confirmed.
    Belief,
}

impl Certainty {
    /// The words a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Law => "theo quyết định",
            Self::Practice => "theo thực tế công bố",
            Self::Computed => "tính lại từ số liệu công bố",
            Self::Belief => "chưa xác nhận",
        }
    }
}

/// Các năm áp dụng.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// The first.
    pub from: i32,
    /// The last; open where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i32>,
    /// Years between that it does not score.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<i32>,
}

impl Years {
    /// Whether a year is scored.
    pub fn contains(&self, year: i32) -> bool {
        self.from <= year && self.to.is_none_or(|to| year <= to) && !self.except.contains(&year)
    }

    /// In words: "2014–2021", "từ 2018", "2022–2024, trừ 2023".
    pub fn vietnamese(&self) -> String {
        let span = match self.to {
            None => format!("từ {}", self.from),
            Some(to) if to == self.from => to.to_string(),
            Some(to) => format!("{}–{to}", self.from),
        };
        if self.except.is_empty() {
            return span;
        }
        let except: Vec<_> = self.except.iter().map(ToString::to_string).collect();
        format!("{span}, trừ {}", except.join(", "))
    }
}

/// Cách tổng hợp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// Tổng điểm theo thang 100 (PAR INDEX, Chỉ số CCHC cấp xã, Bộ chỉ số 766).
    Sum,
    /// Trung bình có trọng số × 10 (PCI, DDCI).
    WeightedMean,
    /// Tổng các nội dung, mỗi nội dung từ 1 đến 10 (PAPI).
    Dimensions,
    /// Tỷ lệ hài lòng, all answers of all criteria together (SIPAS).
    SatisfiedPooled,
    /// Tỷ lệ hài lòng, the mean of the criteria's (SIPAS).
    SatisfiedMean,
    /// Each by itself, without a total (targets).
    Separate,
}

impl Aggregation {
    /// The formula a person reads beside the total.
    pub const fn formula(self) -> &'static str {
        match self {
            Self::Sum => {
                "100 × tổng điểm đạt / tổng điểm tối đa của các tiêu chí áp dụng, cộng điểm thưởng (nếu có)"
            }
            Self::WeightedMean => "10 × tổng (trọng số × điểm) / tổng trọng số của các chỉ số áp dụng",
            Self::Dimensions => "tổng điểm các nội dung",
            Self::SatisfiedPooled => {
                "100 × (số câu trả lời hài lòng + rất hài lòng) / số câu trả lời hợp lệ, gộp mọi tiêu chí"
            }
            Self::SatisfiedMean => "trung bình cộng tỷ lệ hài lòng của các tiêu chí",
            Self::Separate => "từng chỉ tiêu riêng, không cộng tổng",
        }
    }

    /// Whether points are added up, so that maxima have to.
    pub(crate) const fn adds_points(self) -> bool {
        matches!(self, Self::Sum | Self::Dimensions)
    }

    /// Whether it rests on the share of satisfied answers.
    pub const fn is_satisfaction(self) -> bool {
        matches!(self, Self::SatisfiedPooled | Self::SatisfiedMean)
    }
}

/// Một hạng xếp loại.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// From this total on, itself included.
    pub from: f64,
    /// Tên: "Tốt".
    pub name: String,
}

/// Lĩnh vực, tiêu chí or tiêu chí thành phần. What has no children is a leaf and has a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Mã, unique in the set.
    pub code: String,
    /// Tên.
    pub name: String,
    /// Điểm tối đa; absent where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Trọng số among its siblings, of 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// Cách chấm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// Where its score comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// What the register of a plan can say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<Computed>,
    /// Định nghĩa tử số, mẫu số or other words that belong beside the value.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// Tài liệu kiểm chứng cần có.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// Cơ quan phụ trách, as the user names it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// Chỉ tiêu by years.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<YearTarget>,
    /// What it consists of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Node>,
}

/// Nguồn điểm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Tự đánh giá.
    SelfAssessed,
    /// Thẩm định.
    Appraised,
    /// Điều tra xã hội học.
    Survey,
    /// Cổng Dịch vụ công quốc gia.
    Portal,
    /// Cơ quan khác công bố.
    External,
}

/// What computes itself from the plan and its register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Computed {
    /// Ban hành kế hoạch kịp thời.
    PlanIssued,
    /// Mức độ hoàn thành kế hoạch.
    PlanDone,
    /// Sự đa dạng của hình thức tuyên truyền.
    Diversity,
    /// Số tin, bài so với định mức.
    Articles,
}

/// Chỉ tiêu of some years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct YearTarget {
    /// The first year.
    pub from: i32,
    /// The last year.
    pub to: i32,
    /// The value to reach.
    pub at_least: f64,
}

impl Node {
    /// Whether nothing stands under it.
    pub fn is_leaf(&self) -> bool {
        self.children.is_empty()
    }

    /// Whether its points stand outside the total of 100.
    pub fn is_bonus(&self) -> bool {
        if self.is_leaf() {
            matches!(self.rule, Some(Rule::Bonus))
        } else {
            self.children.iter().all(Self::is_bonus)
        }
    }

    /// What is to be reached in a year, where something is.
    pub fn target(&self, year: i32) -> Option<f64> {
        self.targets.iter().find(|target| (target.from..=target.to).contains(&year)).map(|t| t.at_least)
    }
}

impl IndicatorSet {
    /// Reads a set and checks it.
    ///
    /// # Errors
    /// [`SetError`]: what is no set, or contradicts itself.
    pub fn from_json(text: &str) -> Result<Self, SetError> {
        serde_json::from_str::<IgnoredAny>(text)
            .map_err(|error| SetError::NotJson { line: error.line(), column: error.column() })?;
        let set: Self =
            fault::parse(text).map_err(|Fault { field, reason }| SetError::Field { field, reason })?;
        validate::check(&set)?;
        Ok(set)
    }

    /// Checks a set that was made or edited in the program.
    ///
    /// # Errors
    /// The first contradiction found, in the order of the tree.
    pub fn check(&self) -> Result<(), SetError> {
        validate::check(self)
    }

    /// What a person calls it in a list: the short name, else the name.
    pub fn called(&self) -> &str {
        if self.short_name.is_empty() { &self.name } else { &self.short_name }
    }

    /// The leaves in the set's own order: what a row of bare values means.
    pub fn leaves(&self) -> Vec<&Node> {
        fn walk<'a>(nodes: &'a [Node], into: &mut Vec<&'a Node>) {
            for node in nodes {
                if node.is_leaf() { into.push(node) } else { walk(&node.children, into) }
            }
        }
        let mut leaves = Vec::new();
        walk(&self.nodes, &mut leaves);
        leaves
    }

    /// Whether all of it is published by the portal, and nothing scored by oneself.
    pub fn is_of_portal(&self) -> bool {
        self.leaves().iter().all(|leaf| leaf.origin == Some(Origin::Portal))
    }

    /// The leaf of that code.
    pub fn leaf(&self, code: &str) -> Option<&Node> {
        self.leaves().into_iter().find(|leaf| leaf.code == code)
    }

    /// What has that code, leaf or not.
    pub fn node(&self, code: &str) -> Option<&Node> {
        fn find<'a>(nodes: &'a [Node], code: &str) -> Option<&'a Node> {
            nodes.iter().find_map(
                |node| {
                    if node.code == code { Some(node) } else { find(&node.children, code) }
                },
            )
        }
        find(&self.nodes, code)
    }

    /// Xếp loại of a total, where the set has classes.
    pub fn class(&self, total: f64) -> Option<&str> {
        self.classes.iter().find(|class| total >= class.from).map(|class| class.name.as_str())
    }
}
