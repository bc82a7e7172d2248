//! What a person wrote over composed paragraphs.

use std::collections::HashMap;

use crate::calendar::Date;
use crate::exchange::PlanFile;
use crate::id::{FilingId, ParagraphEditId, joined};
use crate::order;
use crate::record::Extra;
use crate::register::ParagraphEdit;
use crate::report::{Paragraph, Piece};
use crate::text::{shortened, two_digits};

/// How much of a paragraph names it, in letters.
const LONGEST: usize = 60;

/// Đoạn đã sửa tay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The person's words.
    pub text: String,
    /// What was composed when the person edited.
    pub composed: String,
    /// The day of the edit.
    pub on: Date,
    /// Whether it is composed otherwise now: its figures have moved.
    pub has_moved: bool,
}

/// Lays the edits of a report over its paragraphs. Returns those whose paragraph the report no longer has.
pub(super) fn lay_over(file: &PlanFile, filing: &FilingId, pieces: &mut [Piece]) -> Vec<ParagraphEdit> {
    let mut edits: HashMap<&str, &ParagraphEdit> = file
        .paragraph_edits
        .iter()
        .filter(|edit| edit.filing == *filing)
        .map(|edit| (edit.paragraph.as_str(), edit))
        .collect();
    for piece in pieces {
        let Piece::Paragraph(paragraph) = piece else { continue };
        if let Some(edit) = edits.remove(paragraph.key.as_str()) {
            paragraph.edited = Some(Edited {
                text: edit.text.clone(),
                composed: edit.composed.clone(),
                on: edit.edited_on,
                has_moved: edit.composed != paragraph.composed,
            });
        }
    }
    let mut homeless: Vec<ParagraphEdit> = edits.into_values().cloned().collect();
    order::sort_by(&mut homeless, |a, b| a.id.cmp(&b.id));
    homeless
}

/// "Số liệu đã đổi ở 01 đoạn sửa tay …": words of a person beside figures that have moved since, of which nobody has said
/// yet which hold.
pub(super) fn undecided(pieces: &[Piece]) -> Option<String> {
    let moved: Vec<String> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Paragraph(paragraph) if paragraph.has_moved() => {
                Some(format!("“{}”", shortened(paragraph.text(), LONGEST)))
            }
            _ => None,
        })
        .collect();
    (!moved.is_empty()).then(|| {
        format!(
            "Số liệu đã đổi ở {} đoạn sửa tay mà chưa chọn cập nhật hay giữ nguyên: {}",
            two_digits(moved.len() as u64),
            moved.join("; ")
        )
    })
}

impl Paragraph {
    /// The record that keeps a person's words for this paragraph. Its id follows from report and paragraph, so that
    /// two copies that edit the same paragraph meet.
    pub fn edit(&self, filing: &FilingId, text: impl Into<String>, today: Date) -> ParagraphEdit {
        ParagraphEdit {
            id: edit_id(filing, &self.key),
            filing: filing.clone(),
            paragraph: self.key.clone(),
            text: text.into(),
            composed: self.composed.clone(),
            edited_on: today,
            extra: Extra::new(),
        }
    }
}

fn edit_id(filing: &FilingId, key: &str) -> ParagraphEditId {
    ParagraphEditId::new(joined(filing.as_str(), key)).expect("made of an id")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paragraph_has_an_id_for_its_edit() {
        let filing = FilingId::new("bao-cao-quy:2026-Q2").unwrap();
        assert_eq!(edit_id(&filing, "hinh-thuc.niem-yet").as_str(), "bao-cao-quy:2026-Q2:hinh-thuc.niem-yet");
        let long = edit_id(&filing, &"x".repeat(90));
        assert!(long.as_str().len() <= 100 && long != edit_id(&filing, &"x".repeat(91)));
    }
}
