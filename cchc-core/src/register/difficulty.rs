//! Difficulties.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::id::{DifficultyId, DutyId, OfficeId};
use crate::record::{Extra, Kind, Record};

/// Khó khăn, vướng mắc và kiến nghị: raised by an office to UBND xã through the focal office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difficulty {
    /// Its id.
    pub id: DifficultyId,
    /// Ngày phản ánh.
    pub date: Date,
    /// Cơ quan phản ánh.
    pub office: OfficeId,
    /// Nhiệm vụ concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyId>,
    /// Khó khăn, vướng mắc.
    pub title: String,
    /// Kiến nghị, đề xuất.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proposal: String,
    /// Who is to decide: `UBND xã`, `Sở Nội vụ`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub addressed_to: String,
    /// Trả lời, hướng giải quyết.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// Ngày trả lời: the difficulty is open until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_on: Option<Date>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Difficulty {
    /// Whether it waits for an answer on that day.
    pub fn is_open(&self, today: Date) -> bool {
        self.date <= today && self.answered_on.is_none_or(|answered| answered > today)
    }

    /// Days that it has waited by that day, or that it waited in all once it is answered.
    pub fn waiting_days(&self, today: Date) -> i64 {
        (self.answered_on.map_or(today, |answered| answered.min(today)) - self.date).num_days().max(0)
    }
}

impl Record for Difficulty {
    type Id = DifficultyId;
    const KIND: Kind = Kind::Difficulties;
    fn id(&self) -> &DifficultyId {
        &self.id
    }
}
