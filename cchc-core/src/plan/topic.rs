//! Goals, topics and targets.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::id::{DocumentId, GoalId, IndexCode, TargetId, TopicId};
use crate::plan::{Source, Stated};
use crate::record::{Extra, Kind, Record};

/// Mục tiêu or yêu cầu (section I of a plan).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// Place among goals and requirements together, from 1.
    pub order: u32,
    /// Goal or requirement.
    pub kind: GoalKind,
    /// What it wants, in a line.
    pub name: String,
    /// Its words.
    pub source: Source,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// Goal or requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum GoalKind {
    /// Mục tiêu.
    Goal,
    /// Yêu cầu.
    Requirement,
}

/// Nội dung tuyên truyền (section II.1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Place in the section, from 1.
    pub order: u32,
    /// Name in a line, for reports and tables.
    pub name: String,
    /// Name in a few words, for narrow columns.
    pub short_name: String,
    /// Văn bản làm căn cứ của nội dung.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bases: Vec<DocumentId>,
    /// Indices that communicating this topic serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indices: Option<Stated<Vec<IndexCode>>>,
    /// Its words.
    pub source: Source,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// Chỉ tiêu: a share that must be reached by a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Target {
    /// Its id.
    pub id: TargetId,
    /// Place in the plan, from 1.
    pub order: u32,
    /// What is measured, in a line.
    pub name: String,
    /// Tử số: what is counted.
    pub numerator: Stated<String>,
    /// Mẫu số: out of what. Definitions differ between authorities, so it stands beside the value.
    pub denominator: Stated<String>,
    /// The share to reach, in percent.
    pub percent: Stated<f64>,
    /// The last day to reach it.
    pub due: Stated<Date>,
    /// The topic it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
    /// Its words.
    pub source: Source,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Record for Goal {
    type Id = GoalId;
    const KIND: Kind = Kind::Goals;
    fn id(&self) -> &GoalId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}

impl Record for Topic {
    type Id = TopicId;
    const KIND: Kind = Kind::Topics;
    fn id(&self) -> &TopicId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}

impl Record for Target {
    type Id = TargetId;
    const KIND: Kind = Kind::Targets;
    fn id(&self) -> &TargetId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}
