//! Offices.

use serde::{Deserialize, Serialize};

use crate::id::OfficeId;
use crate::plan::Source;
use crate::record::{Extra, Kind, Record};

/// Cơ quan, đơn vị to which the plan gives duties (section III).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Office {
    /// Its id.
    pub id: OfficeId,
    /// Place in the plan, from 1.
    pub order: u32,
    /// Full name, for headings, documents and messages.
    pub name: String,
    /// Short name, for tables.
    pub short_name: String,
    /// What it is to the plan.
    pub role: OfficeRole,
    /// The section that names its duties.
    pub source: Source,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// What an office is to the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum OfficeRole {
    /// Cơ quan đầu mối: follows up, urges, adds up and reports.
    Focal,
    /// Cơ quan được giao nhiệm vụ.
    Assigned,
    /// Tổ chức được đề nghị (MTTQ, tổ chức chính trị - xã hội): asked, never assigned.
    Asked,
}

impl Record for Office {
    type Id = OfficeId;
    const KIND: Kind = Kind::Offices;
    fn id(&self) -> &OfficeId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}
