//! Tệp Word (docx): a document as Word and LibreOffice open it, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I.
//!
//! The parts are written with `quick-xml` and packed with `zip`; the same document always gives the same bytes.
//! Measures are in twips (1/20 pt), font sizes in half-points, as the format has them.

mod body;
mod chart;
mod close;
mod head;
mod metrics;
mod package;
mod parts;
mod section;
mod styles;
mod table;

use crate::document::layout::Layout;
use crate::document::xml::Xml;
use crate::document::{Document, package as zip};

/// The namespace of WordprocessingML.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

impl Xml {
    /// An empty element with a `w:val`.
    fn value(&mut self, name: &str, value: &str) {
        self.leaf(name, &[("w:val", value)]);
    }
}

/// Writes a document as the bytes of a docx file.
pub fn docx(document: &Document) -> Vec<u8> {
    let layout = Layout::of(document);
    zip::pack(&[
        ("[Content_Types].xml", package::CONTENT_TYPES.into()),
        ("_rels/.rels", package::ROOT_RELATIONS.into()),
        ("docProps/core.xml", parts::core_properties(&layout)),
        ("docProps/app.xml", package::APP_PROPERTIES.into()),
        ("word/document.xml", body::document(&layout)),
        ("word/_rels/document.xml.rels", package::DOCUMENT_RELATIONS.into()),
        ("word/styles.xml", styles::styles()),
        ("word/settings.xml", package::SETTINGS.into()),
        ("word/fontTable.xml", package::FONT_TABLE.into()),
        ("word/footnotes.xml", parts::footnotes(&layout)),
        ("word/header1.xml", parts::page_number_header()),
        ("word/header2.xml", parts::empty_header()),
        ("word/footer1.xml", parts::notice_footer(&layout)),
    ])
}
