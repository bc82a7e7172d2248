//! Reports that were frozen.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::calendar::{Date, Window};
use crate::document::Document;
use crate::id::{FilingId, FrozenReportId, OfficeId, joined};
use crate::plan::ReportForm;
use crate::record::{Extra, Kind, Record};

/// Báo cáo đã chốt: the report as it stood when its figures were frozen (chốt số liệu), with who and when. It never
/// changes; the one field that may be written later is [`lifted`](Self::lifted). A correction (đính chính, bổ sung) is
/// the next version, with its reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FrozenReport {
    /// Its id: `{filing}:v{version}`, so that two copies that freeze the same version meet in one conflict.
    pub id: FrozenReportId,
    /// The report.
    pub filing: FilingId,
    /// Lần chốt, from 1.
    pub version: u32,
    /// Thời điểm chốt.
    pub at: DateTime<FixedOffset>,
    /// Người chốt: họ và tên.
    pub by: String,
    /// For which office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeId>,
    /// The days that its figures cover.
    pub window: Window,
    /// Số liệu đến ngày.
    pub as_of: Date,
    /// Lý do của bản đính chính, bổ sung; empty of the first version.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The document as it stood, word for word. Kept as JSON, so that nothing of it is lost on the way through another
    /// version of this program.
    #[cfg_attr(feature = "schema", schemars(with = "Document"))]
    pub document: Value,
    /// Phần lồng ghép, as it stood at the same time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Document>"))]
    pub section: Option<Value>,
    /// What it was made of: every record of the window (`activities/a1`) and the sum of its content at the time.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub made_of: BTreeMap<String, String>,
    /// Mở khóa.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted: Option<Lift>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// Mở khóa: who lifted the lock, when, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lift {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Họ và tên.
    pub by: String,
    /// Lý do.
    pub reason: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl FrozenReport {
    /// The id of a version of a report.
    ///
    /// # Panics
    /// Never: a filing's id is made of the letters an id may have, and what is too long ends with a checksum.
    pub fn version_id(filing: &FilingId, version: u32) -> FrozenReportId {
        FrozenReportId::new(joined(filing.as_str(), &format!("v{version}"))).expect("made of an id")
    }
}

/// Why a frozen version cannot be shown. Nothing is composed in its place: it never changes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Illegible {
    /// It was frozen without the section to embed.
    #[error("bản đã chốt không có phần lồng ghép")]
    NoSection,
    /// What is kept is no document that this version of the program knows.
    #[error(
        "bản đã chốt trong tệp không đọc được, do tệp hỏng hoặc do phiên bản khác của phần mềm ghi ({0})"
    )]
    Unreadable(String),
}

impl FrozenReport {
    /// The document as it stood, by itself or as the section to embed.
    ///
    /// # Errors
    /// [`Illegible`] where there is none, or what is kept is no document.
    pub fn as_frozen(&self, form: ReportForm) -> Result<Document, Illegible> {
        let kept = match form {
            ReportForm::StandAlone => &self.document,
            ReportForm::Embedded => self.section.as_ref().ok_or(Illegible::NoSection)?,
        };
        Document::deserialize(kept).map_err(|error| Illegible::Unreadable(error.to_string()))
    }

    /// What its document calls itself; its filing, where that cannot be told.
    pub fn name(&self) -> &str {
        self.document.get("name").and_then(Value::as_str).unwrap_or(self.filing.as_str())
    }
}

impl Record for FrozenReport {
    type Id = FrozenReportId;
    const KIND: Kind = Kind::FrozenReports;
    fn id(&self) -> &FrozenReportId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.version
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_reports_that_begin_alike_have_versions_of_their_own() {
        let id = |filing: &str, version| {
            FrozenReport::version_id(&filing.parse().unwrap(), version).as_str().to_owned()
        };
        assert_eq!(id("bao-cao-quy:2026-Q2", 3), "bao-cao-quy:2026-Q2:v3");
        assert_eq!(id(&"a".repeat(85), u32::MAX), "a".repeat(85) + ":v4294967295");
        let long = "a".repeat(99);
        let ids = [id(&format!("{long}b"), 1), id(&format!("{long}c"), 1), id(&format!("{long}b"), 2)];
        assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), 3, "{ids:?}");
    }
}
