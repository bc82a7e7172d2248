//! Appendices.

use serde::{Deserialize, Serialize};

use crate::document::{Block, Orientation};

/// Phụ lục: starts on a page of its own, with page numbers of its own.
///
/// Its number follows from its place ("Phụ lục I" where there are several, "Phụ lục" where it is the only one), and so
/// does the line "(Kèm theo Báo cáo số …)".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Appendix {
    /// Tên phụ lục, in ordinary case: the form makes it capitals.
    pub title: String,
    /// Nội dung.
    pub body: Vec<Block>,
    /// Khổ giấy of all its pages.
    #[serde(default)]
    pub orientation: Orientation,
}
