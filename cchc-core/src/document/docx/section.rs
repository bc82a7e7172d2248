//! Sections: paper, margins, page numbers.

use super::package::{EMPTY_HEADER, NOTICE_FOOTER, NUMBERED_HEADER};
use crate::document::Orientation;
use crate::document::xml::Xml;

/// A4, in twips.
const SHORT_EDGE: u32 = 11906;
const LONG_EDGE: u32 = 16838;
/// Margins: top and bottom 20 mm, left 30 mm, right 15 mm (allowed: 20–25, 30–35, 15–20).
const TOP: u32 = 1134;
const BOTTOM: u32 = 1134;
const LEFT: u32 = 1701;
const RIGHT: u32 = 851;
/// From the paper's edge to the page number: 9 mm, so that it stands in the top margin.
const HEADER: u32 = 510;

/// The width of the text, in twips.
pub(super) fn text_width(orientation: Orientation) -> u32 {
    let page = match orientation {
        Orientation::Portrait => SHORT_EDGE,
        Orientation::Landscape => LONG_EDGE,
    };
    page - LEFT - RIGHT
}

/// A run of pages of one kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Section {
    pub(super) orientation: Orientation,
    /// Whether it is the first of the text or of an appendix: its pages are counted from 1, and 1 is not shown.
    pub(super) first: bool,
    /// Whether the notice stands at the foot of every page but that on which it stands on top.
    pub(super) notice: bool,
    /// Whether the notice stands on top of its first page.
    pub(super) notice_on_top: bool,
}

impl Section {
    /// Writes `w:sectPr`.
    pub(super) fn properties(self, xml: &mut Xml) {
        let (width, height) = match self.orientation {
            Orientation::Portrait => (SHORT_EDGE, LONG_EDGE),
            Orientation::Landscape => (LONG_EDGE, SHORT_EDGE),
        };
        xml.node("w:sectPr", &[], |xml| {
            xml.leaf("w:headerReference", &[("w:type", "default"), ("r:id", NUMBERED_HEADER)]);
            if self.first {
                xml.leaf("w:headerReference", &[("w:type", "first"), ("r:id", EMPTY_HEADER)]);
            }
            if self.notice {
                xml.leaf("w:footerReference", &[("w:type", "default"), ("r:id", NOTICE_FOOTER)]);
                if self.first && !self.notice_on_top {
                    xml.leaf("w:footerReference", &[("w:type", "first"), ("r:id", NOTICE_FOOTER)]);
                }
            }
            xml.value("w:type", "nextPage");
            let (width, height) = (width.to_string(), height.to_string());
            let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
            if self.orientation == Orientation::Landscape {
                size.push(("w:orient", "landscape"));
            }
            xml.leaf("w:pgSz", &size);
            xml.leaf(
                "w:pgMar",
                &[
                    ("w:top", &TOP.to_string()),
                    ("w:right", &RIGHT.to_string()),
                    ("w:bottom", &BOTTOM.to_string()),
                    ("w:left", &LEFT.to_string()),
                    ("w:header", &HEADER.to_string()),
                    ("w:footer", &HEADER.to_string()),
                    ("w:gutter", "0"),
                ],
            );
            if self.first {
                xml.leaf("w:pgNumType", &[("w:fmt", "decimal"), ("w:start", "1")]);
                xml.leaf("w:cols", &[("w:space", "720")]);
                xml.leaf("w:titlePg", &[]);
            } else {
                xml.leaf("w:cols", &[("w:space", "720")]);
            }
        });
    }
}
