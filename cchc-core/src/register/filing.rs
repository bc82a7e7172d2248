//! Figures sent and reports filed.

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, Period, Window};
use crate::id::{FilingId, OfficeId, OfficeReturnId, ParagraphEditId, ReportRuleId, joined};
use crate::record::{Extra, Kind, Record};

/// Lần gửi số liệu: an office has told the focal office its figures of a period.
///
/// It is what tells "0" from "chưa báo cáo": an office without activities that has sent its figures did nothing;
/// one that has not sent them is unknown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfficeReturn {
    /// Its id.
    pub id: OfficeReturnId,
    /// Who sent.
    pub office: OfficeId,
    /// For which report.
    pub filing: FilingId,
    /// Ngày nhận.
    pub received_on: Date,
    /// Ghi chú.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// Kỳ báo cáo cụ thể: one report, of one rule for one period or of one request.
///
/// A periodic report needs no record until something is recorded about it; its id is then
/// [`Filing::periodic_id`], so that two copies of a file that record it at once mean the same one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filing {
    /// Its id.
    pub id: FilingId,
    /// The rule it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<ReportRuleId>,
    /// The period, of a periodic report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The subject, of a report on request: `dịch vụ công trực tuyến`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The window, where it is not that of the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// The last day to send, where a công văn sets another than the rule's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The công văn that asks for the report or sets its day.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub requested_by: String,
    /// How far it is.
    #[serde(default)]
    pub state: FilingState,
    /// Số, ký hiệu of the report sent: `121/BC-UBND`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Ngày gửi.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_on: Option<Date>,
    /// Ngày cấp trên trả lời: tiếp nhận hoặc trả lại.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_on: Option<Date>,
    /// Cơ quan, người trả lời.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answered_by: String,
    /// Lý do trả lại.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub returned_for: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Filing {
    /// A report about which nothing is recorded yet but its id.
    pub fn draft(id: FilingId) -> Self {
        Self {
            id,
            rule: None,
            period: None,
            title: String::new(),
            window: None,
            due: None,
            requested_by: String::new(),
            state: FilingState::Draft,
            number: String::new(),
            sent_on: None,
            answered_on: None,
            answered_by: String::new(),
            returned_for: String::new(),
            extra: Extra::new(),
        }
    }

    /// The id of the report of that rule for that period: `bao-cao-quy:2026-Q2`.
    ///
    /// # Panics
    /// Never: both parts are made of the letters an id may have.
    pub fn periodic_id(rule: &ReportRuleId, period: Period) -> FilingId {
        FilingId::new(joined(rule.as_str(), &period.to_string())).expect("made of two parts of ids")
    }
}

/// How far a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FilingState {
    /// Dự thảo.
    #[default]
    Draft,
    /// Đã nộp.
    Submitted,
    /// Đã được tiếp nhận.
    Accepted,
    /// Bị trả lại: to be mended and sent again.
    Returned,
}

impl FilingState {
    /// Whether it lies with those who receive it: sent, and not given back.
    pub const fn is_sent(self) -> bool {
        matches!(self, Self::Submitted | Self::Accepted)
    }

    /// The word a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Draft => "dự thảo",
            Self::Submitted => "đã nộp",
            Self::Accepted => "đã tiếp nhận",
            Self::Returned => "bị trả lại",
        }
    }
}

/// Đoạn báo cáo đã sửa tay: a person's words in place of the composed ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParagraphEdit {
    /// Its id: `{filing}:{paragraph}`, so that two copies that edit the same paragraph meet.
    pub id: ParagraphEditId,
    /// The report.
    pub filing: FilingId,
    /// The key of the paragraph in the composed report.
    pub paragraph: String,
    /// The person's words.
    pub text: String,
    /// What stood there, composed, when the person edited: if it is composed otherwise now, the figures have moved.
    pub composed: String,
    /// The day of the edit.
    pub edited_on: Date,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Record for OfficeReturn {
    type Id = OfficeReturnId;
    const KIND: Kind = Kind::OfficeReturns;
    fn id(&self) -> &OfficeReturnId {
        &self.id
    }
}

impl Record for Filing {
    type Id = FilingId;
    const KIND: Kind = Kind::Filings;
    fn id(&self) -> &FilingId {
        &self.id
    }
}

impl Record for ParagraphEdit {
    type Id = ParagraphEditId;
    const KIND: Kind = Kind::ParagraphEdits;
    fn id(&self) -> &ParagraphEditId {
        &self.id
    }
}
