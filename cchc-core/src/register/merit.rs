//! Good practices, initiatives, and who is commended.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::id::{DutyId, MeritId, OfficeId};
use crate::record::{Extra, Kind, Record};
use crate::register::Evidence;

/// Điển hình, cách làm hay, sáng kiến; and, where an award is proposed or given, khen thưởng.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Merit {
    /// Its id.
    pub id: MeritId,
    /// What it is.
    pub kind: MeritKind,
    /// Ngày ghi nhận.
    pub date: Date,
    /// Cơ quan giới thiệu, đề nghị.
    pub office: OfficeId,
    /// Tên tập thể, họ và tên cá nhân.
    pub who: String,
    /// Tập thể hay cá nhân.
    pub honoree: Honoree,
    /// Chức vụ, đơn vị công tác; of a collective, what it belongs to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub position: String,
    /// Tóm tắt thành tích; tên cách làm hay, sáng kiến.
    pub title: String,
    /// Hiệu quả, kết quả áp dụng.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub effect: String,
    /// Nhiệm vụ in which it showed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyId>,
    /// Hình thức khen thưởng đề nghị: `Giấy khen của Chủ tịch UBND xã`; empty where none is proposed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub award: String,
    /// Quyết định khen thưởng, công nhận.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision: String,
    /// Ngày quyết định.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<Date>,
    /// Minh chứng.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Ghi chú.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Merit {
    /// Whether an award is proposed that nobody has decided on by that day.
    pub fn is_proposed(&self, today: Date) -> bool {
        !self.award.trim().is_empty() && !self.is_commended(today)
    }

    /// Đã khen thưởng, công nhận by that day.
    pub fn is_commended(&self, today: Date) -> bool {
        !self.decision.trim().is_empty() && self.decided_on.is_none_or(|day| day <= today)
    }
}

/// Loại thành tích.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MeritKind {
    /// Thành tích trong công tác.
    Achievement,
    /// Điển hình.
    RoleModel,
    /// Cách làm hay, mô hình.
    GoodPractice,
    /// Sáng kiến.
    Initiative,
}

impl MeritKind {
    /// The word a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Achievement => "thành tích",
            Self::RoleModel => "điển hình",
            Self::GoodPractice => "cách làm hay",
            Self::Initiative => "sáng kiến",
        }
    }
}

/// Whose merit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Honoree {
    /// Tập thể.
    Collective,
    /// Cá nhân.
    Individual,
}

impl Honoree {
    /// The word a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Collective => "tập thể",
            Self::Individual => "cá nhân",
        }
    }
}

impl Record for Merit {
    type Id = MeritId;
    const KIND: Kind = Kind::Merits;
    fn id(&self) -> &MeritId {
        &self.id
    }
}
