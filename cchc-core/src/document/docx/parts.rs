//! The smaller parts: page number, notice, footnotes, properties.

use super::W;
use super::body::words;
use crate::document::layout::{Layout, Words};
use crate::document::xml::{R, Xml};

const NAMESPACES: [(&str, &str); 2] = [("xmlns:w", W), ("xmlns:r", R)];

/// The page number, in the middle of the top margin.
pub(super) fn page_number_header() -> Vec<u8> {
    Xml::part("w:hdr", &NAMESPACES, |xml| {
        paragraph(xml, "SoTrang", |xml| {
            let field = |xml: &mut Xml, kind: &str| {
                xml.node("w:r", &[], |xml| xml.leaf("w:fldChar", &[("w:fldCharType", kind)]));
            };
            field(xml, "begin");
            xml.node("w:r", &[], |xml| {
                xml.text_node("w:instrText", &[("xml:space", "preserve")], " PAGE ");
            });
            field(xml, "separate");
            xml.node("w:r", &[], |xml| xml.text_node("w:t", &[], "2"));
            field(xml, "end");
        });
    })
}

/// The top of page 1, which shows no number.
pub(super) fn empty_header() -> Vec<u8> {
    Xml::part("w:hdr", &NAMESPACES, |xml| paragraph(xml, "SoTrang", |_| {}))
}

/// The notice at the foot of every page; no section refers to it where there is none.
pub(super) fn notice_footer(layout: &Layout) -> Vec<u8> {
    Xml::part("w:ftr", &NAMESPACES, |xml| {
        paragraph(xml, "ChanTrang", |xml| {
            if let Some(notice) = &layout.notice {
                words(xml, &Words::plain(&notice.replace('\n', " ")));
            }
        });
    })
}

/// `word/footnotes.xml`: two separators, then the footnotes from 1.
pub(super) fn footnotes(layout: &Layout) -> Vec<u8> {
    Xml::part("w:footnotes", &NAMESPACES, |xml| {
        for (id, kind) in [("-1", "separator"), ("0", "continuationSeparator")] {
            xml.node("w:footnote", &[("w:type", kind), ("w:id", id)], |xml| {
                paragraph(xml, "Normal", |xml| {
                    xml.node("w:r", &[], |xml| xml.leaf(&format!("w:{kind}"), &[]));
                });
            });
        }
        for (note, number) in layout.notes.iter().zip(1..) {
            xml.node("w:footnote", &[("w:id", &number.to_string())], |xml| {
                paragraph(xml, "FootnoteText", |xml| {
                    xml.node("w:r", &[], |xml| {
                        xml.node("w:rPr", &[], |xml| xml.value("w:rStyle", "FootnoteReference"));
                        xml.leaf("w:footnoteRef", &[]);
                    });
                    words(xml, &Words::plain(" "));
                    words(xml, note);
                });
            });
        }
    })
}

/// `docProps/core.xml`. No dates: the core has no clock, and a document its own date.
pub(super) fn core_properties(layout: &Layout) -> Vec<u8> {
    const NAMESPACES: [(&str, &str); 2] = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    Xml::part("cp:coreProperties", &NAMESPACES, |xml| {
        xml.text_node("dc:title", &[], &layout.name);
        if let Some(head) = &layout.head {
            if !head.subject.is_empty() {
                xml.text_node("dc:subject", &[], &head.subject.join(" "));
            }
            xml.text_node("dc:creator", &[], &head.issuer.join(" "));
        }
        xml.text_node("dc:language", &[], "vi-VN");
    })
}

fn paragraph(xml: &mut Xml, style: &str, inner: impl FnOnce(&mut Xml)) {
    xml.node("w:p", &[], |xml| {
        xml.node("w:pPr", &[], |xml| xml.value("w:pStyle", style));
        inner(xml);
    });
}
