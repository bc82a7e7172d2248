//! Nơi nhận and signatures: one row that no page break splits.

use super::body::line;
use super::section::text_width;
use super::table::{Content, frame};
use crate::document::Orientation;
use crate::document::layout::{Close, SignatureBlock};
use crate::document::xml::Xml;

/// Writes the close: one signature beside Nơi nhận, several in a row above it.
pub(super) fn close(xml: &mut Xml, close: &Close) {
    let width = text_width(Orientation::Portrait);
    let list = |xml: &mut Xml| recipients(xml, &close.recipients);
    match close.signatures.as_slice() {
        [] if close.recipients.is_empty() => {}
        [] => list(xml),
        [one] => {
            let left = width * 9 / 20;
            let sign = |xml: &mut Xml| signature(xml, one);
            frame(xml, &[left, width - left], 0, &[&[&list, &sign]]);
        }
        several => {
            let share = width / several.len() as u32;
            let columns = vec![share; several.len()];
            let cells: Vec<_> = several.iter().map(|one| move |xml: &mut Xml| signature(xml, one)).collect();
            let cells: Vec<Content<'_>> = cells.iter().map(|cell| cell as Content<'_>).collect();
            frame(xml, &columns, 0, &[&cells]);
            if !close.recipients.is_empty() {
                line(xml, "NoiNhanDong", "");
                list(xml);
            }
        }
    }
}

fn recipients(xml: &mut Xml, lines: &[String]) {
    if lines.is_empty() {
        line(xml, "NoiNhanDong", "");
        return;
    }
    line(xml, "NoiNhanDau", "Nơi nhận:");
    for text in lines {
        line(xml, "NoiNhanDong", text);
    }
}

fn signature(xml: &mut Xml, signature: &SignatureBlock) {
    for text in &signature.authority {
        line(xml, "QuyenHan", text);
    }
    line(xml, "NguoiKy", &signature.name);
}
