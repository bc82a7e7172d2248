//! Báo cáo: rule + window + file → the content of a report, and from there a document. Derived, like all of
//! [`crate::progress`]; the only thing kept is what a person wrote over a paragraph
//! ([`ParagraphEdit`](crate::register::ParagraphEdit)).
//!
//! [`compose`] writes the pieces of a report in the order of the report on communicating the reform: I. Công tác chỉ
//! đạo, triển khai; II. Kết quả thực hiện; III. Đánh giá; IV. Nhiệm vụ kỳ tới và kiến nghị; the figures in an
//! appendix. Every [`Paragraph`] has a stable key and carries the [`Figure`]s that it states, each with the
//! [`Filter`] that finds the activities behind it, so that every number can be recounted.
//!
//! What it says follows from the file alone. Causes are those that offices have logged as difficulties; a figure of
//! an office that has not sent any is "–", not 0.
//!
//! ```
//! use cchc_core::{document, examples, report};
//!
//! let file = examples::get("hoa-tham-2026").unwrap();
//! let spec = report::ReportSpec::of_period(&file, "2026-Q2".parse().unwrap());
//! let today = "2026-06-16".parse().unwrap();
//! let made = report::compose(&file, &spec, today);
//! assert_eq!(made.file_name("docx"), "bao-cao-tuyen-truyen-cchc-xa-hoa-tham-2026-Q2.docx");
//! let text = document::text::text(&report::to_document(&made));
//! assert!(text.contains("tháng 5 chưa có số liệu"));
//! ```

#![allow(
    clippy::format_push_string,
    reason = "a sentence is put together once; format! reads better than write!"
)]

mod appendix;
mod assessment;
mod charts;
mod comparison;
mod compose;
mod due_calendar;
mod edit;
mod figures;
mod indices;
mod judgement;
mod lead;
pub mod life;
#[cfg(feature = "xlsx")]
mod listed;
mod outlook;
pub mod papers;
mod piece;
mod plan_document;
mod quotas;
mod remarks;
mod results;
mod returned;
mod revise;
mod self_assessment;
mod spec;
#[cfg(feature = "xlsx")]
mod tables;
mod to_document;
mod words;
mod works;

#[cfg(test)]
mod recount;
#[cfg(test)]
mod tests;

pub use compose::{Report, ReportHead, compose, compose_beside, compose_from};
pub use due_calendar::{due_calendar, due_calendar_file_name};
pub use edit::Edited;
pub use figures::{Figures, Filter};
#[cfg(feature = "xlsx")]
pub use listed::{Listed, appendix_workbook};
pub use piece::{Annex, Figure, Paragraph, Piece, ReportTable, TableRow, TableValue};
pub use plan_document::{plan_document, plan_file_name};
pub use revise::{Moved, Revision, revise};
#[cfg(feature = "xlsx")]
pub use self_assessment::self_assessment_workbook;
pub use self_assessment::{self_assessment_document, self_assessment_file_name};
pub use spec::ReportSpec;
#[cfg(feature = "xlsx")]
pub use tables::{report_sheets, sheet_of, workbook, workbook_file_name};
pub use to_document::to_document;
