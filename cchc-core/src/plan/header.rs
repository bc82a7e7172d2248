//! The header and the close of the plan.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::Date;
use crate::id::DocumentId;
use crate::plan::{Source, Stated};
use crate::record::Extra;

/// Kế hoạch: what stands around the duties.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// Tên: `Kế hoạch tuyên truyền cải cách hành chính xã Hoa Thám năm 2026`.
    pub title: String,
    /// Năm kế hoạch, 1–9999: those of [`Period`](crate::calendar::Period).
    #[serde(deserialize_with = "year")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 9999)))]
    pub year: i32,
    /// Tên xã, phường, đặc khu, with its kind: `xã Hoa Thám`.
    pub commune: String,
    /// Tên tỉnh, thành phố, with its kind: `tỉnh Lạng Sơn`.
    pub province: String,
    /// Cơ quan ban hành: `UBND xã Hoa Thám`.
    pub issuer: String,
    /// Số, ký hiệu of the plan, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Ngày ban hành, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Date>,
    /// Văn bản mà kế hoạch thực hiện.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carries_out: Vec<DocumentId>,
    /// Ngày bắt đầu theo dõi: nothing before it is counted as owed.
    pub tracked_from: Stated<Date>,
    /// Đường phản ánh khó khăn, vướng mắc: from the offices, step by step, to who decides.
    pub escalation: Stated<Vec<String>>,
    /// Its words on that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalation_source: Option<Source>,
    /// Nơi nhận.
    #[serde(default)]
    pub recipients: Vec<Recipient>,
    /// Chữ ký.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
    /// Dữ liệu minh họa: what is invented in this file, in a sentence; absent in a real one. It is shown wherever
    /// the file's figures are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub illustrative: Option<String>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Plan {
    /// Đã ban hành, on that day: its day of issue has come; of one without a day, it has a number.
    pub fn is_issued(&self, on: Date) -> bool {
        let has_number = || self.number.as_ref().is_some_and(|number| !number.trim().is_empty());
        self.issued_on.map_or_else(has_number, |day| day <= on)
    }

    /// What stands at the head of everything made from invented figures; none in a real file.
    pub fn illustrative_notice(&self) -> Option<String> {
        self.illustrative.as_ref().map(|what| format!("DỮ LIỆU MINH HỌA. {what}"))
    }
}

fn year<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i32, D::Error> {
    let year = i32::deserialize(deserializer)?;
    if (1..=9999).contains(&year) {
        Ok(year)
    } else {
        Err(D::Error::custom(format_args!("năm {year} phải nằm trong khoảng 1–9999")))
    }
}

/// Một dòng của Nơi nhận.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recipient {
    /// Who.
    pub name: String,
    /// The remark in brackets: `b/c`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// Chữ ký: authority, title and name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signature {
    /// Lines above the name, in capitals: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
    pub lines: Vec<String>,
    /// The name, without academic titles.
    pub name: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}
