//! Budget.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::id::{BudgetItemId, DutyId, OfficeId};
use crate::record::{Extra, Kind, Record};
use crate::register::amount::some_amount;

/// Khoản kinh phí: one line of the estimate for communicating the reform, on its way from estimate to spending.
/// Amounts are in đồng; what nobody has stated yet is absent, never 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetItem {
    /// Its id.
    pub id: BudgetItemId,
    /// Cơ quan sử dụng.
    pub office: OfficeId,
    /// Nhiệm vụ that it pays for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyId>,
    /// Nội dung chi.
    pub title: String,
    /// Căn cứ, cách tính: `12 tháng x 02 bài x 150.000 đồng`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub calculation: String,
    /// Nguồn kinh phí.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fund: String,
    /// Dự toán.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some_amount")]
    #[cfg_attr(feature = "schema", schemars(range(max = super::amount::LARGEST)))]
    pub estimate: Option<u64>,
    /// Thẩm định: what Phòng Kinh tế found right.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some_amount")]
    #[cfg_attr(feature = "schema", schemars(range(max = super::amount::LARGEST)))]
    pub appraised: Option<u64>,
    /// Ngày thẩm định.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appraised_on: Option<Date>,
    /// Ý kiến thẩm định: why the amount is another.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub opinion: String,
    /// Được bố trí.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some_amount")]
    #[cfg_attr(feature = "schema", schemars(range(max = super::amount::LARGEST)))]
    pub allocated: Option<u64>,
    /// Văn bản bố trí: `Quyết định số 45/QĐ-UBND ngày 20/7/2026`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub allocated_by: String,
    /// Đã chi.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some_amount")]
    #[cfg_attr(feature = "schema", schemars(range(max = super::amount::LARGEST)))]
    pub spent: Option<u64>,
    /// Ghi chú.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl BudgetItem {
    /// Vượt: by how much more was spent than was allocated.
    pub fn overspent(&self) -> Option<u64> {
        self.spent?.checked_sub(self.allocated?).filter(|over| *over > 0)
    }
}

impl Record for BudgetItem {
    type Id = BudgetItemId;
    const KIND: Kind = Kind::BudgetItems;
    fn id(&self) -> &BudgetItemId {
        &self.id
    }
}
