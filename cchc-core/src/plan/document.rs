//! Documents that the plan cites.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::id::DocumentId;
use crate::plan::Source;
use crate::record::{Extra, Kind, Record};

/// Văn bản viện dẫn: a document that the plan carries out, rests on or mentions.
///
/// Its identity is number, year and issuer together: numbers restart every year in every agency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CitedDocument {
    /// Its id.
    pub id: DocumentId,
    /// Order of first mention, from 1.
    pub order: u32,
    /// Tên loại: `Kế hoạch`, `Nghị định`, `Chỉ thị`.
    pub doc_type: String,
    /// Số, ký hiệu: `152/KH-UBND`; none for a document cited by its title alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Ngày ban hành.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Cơ quan ban hành, as the plan names it.
    pub issuer: String,
    /// Trích yếu, without the leading "về" or "về việc"; empty where the plan gives none.
    #[serde(default, rename = "abstract", skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Documents that this one amends ("sửa đổi, bổ sung").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amends: Vec<DocumentId>,
    /// Documents that this one carries out, as its abstract says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carries_out: Vec<DocumentId>,
    /// Where it is first cited.
    pub source: Source,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl CitedDocument {
    /// Viện dẫn ngắn, after the first citation: type and number (NĐ 30/2020/NĐ-CP, Phụ lục I).
    pub fn short_citation(&self) -> String {
        match &self.number {
            Some(number) => format!("{} số {number}", self.doc_type),
            None => self.doc_type.clone(),
        }
    }
}

impl Record for CitedDocument {
    type Id = DocumentId;
    const KIND: Kind = Kind::Documents;
    fn id(&self) -> &DocumentId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}
