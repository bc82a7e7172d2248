//! Thể thức: what stands around the text of an issued document.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::document::Rich;

/// Thể thức văn bản (NĐ 30/2020/NĐ-CP, Điều 8 và Phụ lục I).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Form {
    /// Phần đầu: issuer, number, place and date.
    pub letterhead: Letterhead,
    /// Tên loại và trích yếu.
    pub title: Title,
    /// Kính gửi: công văn, tờ trình, and a report sent upward only. Names without "Kính gửi" and end marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressees: Vec<String>,
    /// Căn cứ ban hành, one each, without end marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal_bases: Vec<Rich>,
    /// Nơi nhận.
    #[serde(default)]
    pub recipients: Recipients,
    /// Chữ ký: one beside Nơi nhận; several (biên bản, dự toán) in one row above it; none leaves the place out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
}

/// Phần đầu văn bản. Names are given in ordinary case; the form makes them capitals.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Letterhead {
    /// Cơ quan chủ quản trực tiếp, in lines; none for a People's Committee.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parent: Vec<String>,
    /// Cơ quan ban hành, in lines: `Ủy ban nhân dân`, `xã Hoa Thám`.
    pub issuer: Vec<String>,
    /// Số, as recorded: `5`, `120`, `120a`; none while it is a draft, which leaves the place for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Ký hiệu: `BC-UBND`.
    pub symbol: String,
    /// Địa danh: `Hoa Thám`.
    pub place: String,
    /// Thời gian ban hành.
    pub date: PartialDate,
}

/// Ngày, tháng, năm ban hành, as far as known: a draft leaves the place for the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartialDate {
    /// Ngày.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<u32>,
    /// Tháng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
    /// Năm.
    pub year: i32,
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        use chrono::Datelike;
        Self { day: Some(date.day()), month: Some(date.month()), year: date.year() }
    }
}

/// Tên loại và trích yếu nội dung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Title {
    /// Văn bản có tên loại: type and subject in the middle of the page.
    Named {
        /// Tên loại, in ordinary case: `Báo cáo`.
        kind: String,
        /// Trích yếu, in lines (one line breaks by itself).
        subject: Vec<String>,
    },
    /// Công văn: no type; the subject stands under the number ("V/v …").
    Letter {
        /// Trích yếu, without `V/v`.
        subject: String,
    },
}

impl Title {
    /// A title of a type, with its subject in one line.
    pub fn named(kind: impl Into<String>, subject: impl Into<String>) -> Self {
        Self::Named { kind: kind.into(), subject: vec![subject.into()] }
    }
}

impl Default for Title {
    fn default() -> Self {
        Self::Letter { subject: String::new() }
    }
}

/// Nơi nhận.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recipients {
    /// Who, one a line, without dash and end mark: `Như trên`, `Sở Nội vụ (b/c)`.
    pub to: Vec<String>,
    /// Lưu: `VT, VHXH`; empty leaves the line out.
    pub archive: String,
}

/// Chữ ký: authority, title and name (NĐ 30/2020/NĐ-CP, Điều 13).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signature {
    /// Quyền hạn, chức vụ, in lines: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.
    pub authority: Vec<String>,
    /// Họ và tên, without academic titles; empty leaves the place for it.
    pub name: String,
}
