//! Văn bản hành chính: a document as blocks, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I.
//!
//! A [`Document`] says *what* stands on the paper. How the form writes it — capitals, numbering, "Số: 05/BC-UBND",
//! the ";" and "./." at the ends of lines — is added in one place, so that every renderer says the same.
//! A document with a [`Form`] is issued on its own; one without is a section to embed in another document (lồng ghép).
//!
//! ```
//! use cchc_core::document::{Block, Document, Form, HeadingLevel, Letterhead, PartialDate, Rich, Title};
//!
//! let form = Form {
//!     letterhead: Letterhead {
//!         issuer: vec!["Ủy ban nhân dân".into(), "xã Hoa Thám".into()],
//!         symbol: "BC-UBND".into(),
//!         place: "Hoa Thám".into(),
//!         date: PartialDate { day: None, month: Some(6), year: 2026 },
//!         ..Letterhead::default()
//!     },
//!     title: Title::named("Báo cáo", "Kết quả tuyên truyền cải cách hành chính quý II năm 2026"),
//!     addressees: vec!["Sở Nội vụ tỉnh Lạng Sơn".into()],
//!     ..Form::default()
//! };
//! let body = vec![
//!     Block::heading(HeadingLevel::Section, "Kết quả thực hiện"),
//!     Block::paragraph(Rich::plain("Đã đăng ").bold("09").then(" tin, bài về cải cách hành chính.")),
//! ];
//! let document = Document::issued("Báo cáo quý II năm 2026", form, body);
//! assert_eq!(document.form.as_ref().unwrap().letterhead.number, None);
//! ```

mod appendix;
mod block;
mod chart;
#[cfg(feature = "docx")]
pub mod docx;
mod form;
pub mod html;
pub mod ics;
pub mod layout;
#[cfg(any(feature = "docx", feature = "xlsx"))]
mod package;
mod rich;
mod table;
pub mod text;
#[cfg(feature = "xlsx")]
pub mod xlsx;
#[cfg(any(feature = "docx", feature = "xlsx"))]
mod xml;

use serde::{Deserialize, Serialize};

pub use appendix::Appendix;
pub use block::{Block, Heading, HeadingLevel, ListItem, Marker, Ordinal, Paragraph};
pub use chart::{Chart, ChartKind, ChartPoint, Drawing, Measured, Point};
pub use form::{Form, Letterhead, PartialDate, Recipients, Signature, Title};
pub use rich::{Inline, Rich, Span};
pub use table::{Align, Cell, Column, Orientation, Row, RowKind, Table};

/// Văn bản, issued on its own or to be embedded in another.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// The name by which files and windows call it: `Báo cáo quý II năm 2026`. Not printed.
    pub name: String,
    /// Dấu trên đầu văn bản: `DỰ THẢO`, or what is invented in the figures; several lines where there are line feeds.
    /// Stands above everything, and in Word at the foot of every page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// Thể thức: what stands around the text; none for a section to embed, which is its body alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// Nội dung.
    pub body: Vec<Block>,
    /// Phụ lục, each with pages of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appendices: Vec<Appendix>,
}

impl Document {
    /// A document issued on its own.
    pub fn issued(name: impl Into<String>, form: Form, body: Vec<Block>) -> Self {
        Self { name: name.into(), form: Some(form), body, ..Self::default() }
    }

    /// Phần lồng ghép: a section to embed in another document.
    pub fn embedded(name: impl Into<String>, body: Vec<Block>) -> Self {
        Self { name: name.into(), body, ..Self::default() }
    }
}
