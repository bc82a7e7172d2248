//! Giải pháp khắc phục, nâng cao chỉ số: what the plan asks for PCI and DDCI.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::id::{ActivityId, IndexCode, MeasureId, OfficeId};
use crate::record::{Extra, Kind, Record};

/// Giải pháp: which sub-index it is to raise, who carries it out by when, where it came from and how far it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measure {
    /// Its id.
    pub id: MeasureId,
    /// Giải pháp.
    pub title: String,
    /// Chỉ số or bộ chỉ số: `pci-2022`.
    pub index: IndexCode,
    /// Chỉ số thành phần: a code of the set; empty for the whole index.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub node: String,
    /// Cơ quan thực hiện.
    pub office: OfficeId,
    /// Hạn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Cuộc đối thoại, or another activity, that it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<ActivityId>,
    /// Tình trạng.
    #[serde(default)]
    pub state: MeasureState,
    /// Ngày hoàn thành.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
    /// Kết quả.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
    /// Ghi chú.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// Tình trạng của một giải pháp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MeasureState {
    /// Chưa thực hiện.
    #[default]
    Planned,
    /// Đang thực hiện.
    Underway,
    /// Đã hoàn thành.
    Done,
    /// Không thực hiện nữa.
    Dropped,
}

impl MeasureState {
    /// Every state, in the order of the work.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Underway, Self::Done, Self::Dropped];

    /// The words a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Planned => "chưa thực hiện",
            Self::Underway => "đang thực hiện",
            Self::Done => "đã hoàn thành",
            Self::Dropped => "không thực hiện nữa",
        }
    }
}

impl Measure {
    /// Whether something is still to be done.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, MeasureState::Planned | MeasureState::Underway)
    }

    /// Trễ hạn: whether it is open after its last day.
    pub fn is_late(&self, today: Date) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < today)
    }
}

impl Record for Measure {
    type Id = MeasureId;
    const KIND: Kind = Kind::Measures;
    fn id(&self) -> &MeasureId {
        &self.id
    }
}
