//! Budget.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::id::{BudgetItemId, DutyId, OfficeId};
use crate::record::{Extra, Kind, Record};
use crate::register::amount::some_amount;
use crate::text::parse_date;

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
    /// Ngày bố trí, as the document says that allocates: of `Quyết định số 45/QĐ-UBND ngày 20/7/2026` its 20/7/2026.
    pub fn allocated_on(&self) -> Option<Date> {
        let written = self.allocated_by.replace(" tháng ", "/").replace(" năm ", "/");
        let words = written.split(|sign: char| !sign.is_ascii_digit() && sign != '/');
        let dates = words.filter(|word| word.matches('/').count() == 2);
        dates.filter_map(|word| parse_date(word, Date::MIN).ok()).next_back()
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_an_allocation_is_the_one_its_document_names() {
        let on = |allocated_by: &str| {
            let item = serde_json::json!({ "id": "k", "office": "vp", "title": "Pano", "allocated_by": allocated_by });
            let item: BudgetItem = serde_json::from_value(item).unwrap();
            item.allocated_on().map(|day| day.to_string())
        };
        for (written, day) in [
            ("Quyết định số 412/QĐ-UBND ngày 12/8/2026", Some("2026-08-12")),
            ("Quyết định số 412/QĐ-UBND ngày 12 tháng 8 năm 2026 của UBND xã", Some("2026-08-12")),
            ("Quyết định số 45/2026/QĐ-UBND ngày 20/7/2026, bổ sung ngày 03/9/2026", Some("2026-09-03")),
            ("Quyết định số 45/2026/QĐ-UBND", None),
            ("Nghị quyết của HĐND xã", None),
            ("", None),
        ] {
            assert_eq!(on(written).as_deref(), day, "{written}");
        }
    }
}
