//! The plan itself as a document: the words as issued, in the form of Nghị định 30/2020/NĐ-CP.

use std::collections::HashSet;

use crate::document::{
    Block, Document, Form, Heading, HeadingLevel, Inline, Letterhead, Ordinal, PartialDate, Recipients, Rich,
    Signature, Span, Title,
};
use crate::exchange::PlanFile;
use crate::plan::{Passage, PassageRole, Plan};
use crate::report::compose::{archive_and_recipients, issuer_lines, number_and_symbol, place};
use crate::report::papers::committee_signature;
use crate::text::{capitalized, fold, slug, unbroken};

/// Văn bản kế hoạch: every passage, verbatim; footnotes where their marks stand. What the plan does not say (number,
/// day) is left open, as in a draft.
pub fn plan_document(file: &PlanFile) -> Document {
    let body = file.passages.iter().filter_map(|passage| block(file, passage));
    let body = body.chain(unmarked(file)).collect();
    let notice = file.plan.illustrative_notice();
    Document { notice, ..Document::issued(&file.plan.title, form(file), body) }
}

/// The name of the file, without its ending: "ke-hoach-tuyen-truyen-cchc-xa-hoa-tham-2026".
pub fn plan_file_name(plan: &Plan) -> String {
    let parts = ["ke-hoach-tuyen-truyen-cchc", &commune_slug(plan), &plan.year.to_string()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// The commune in names of files: "xa-hoa-tham".
pub(super) fn commune_slug(plan: &Plan) -> String {
    slug(&plan.commune, 60)
}

fn form(file: &PlanFile) -> Form {
    let plan = &file.plan;
    let (number, symbol) = number_and_symbol(plan.number.as_deref().unwrap_or_default(), "KH-UBND");
    let (archive, to) = archive_and_recipients(plan);
    Form {
        letterhead: Letterhead {
            issuer: issuer_lines(&plan.issuer),
            number,
            symbol,
            place: place(plan).to_owned(),
            date: plan
                .issued_on
                .map_or(PartialDate { day: None, month: None, year: plan.year }, PartialDate::from),
            ..Letterhead::default()
        },
        title: Title::named("Kế hoạch", unbroken(&subject(plan))),
        recipients: Recipients { to, archive },
        signatures: vec![signature(plan)],
        ..Form::default()
    }
}

/// As issued; what nobody has signed yet is signed for the committee, at the latest by its chair.
fn signature(plan: &Plan) -> Signature {
    let issued = plan.signature.clone().filter(|signature| !signature.name.trim().is_empty());
    let signed = issued.unwrap_or_else(|| committee_signature(plan));
    Signature { authority: signed.lines, name: signed.name }
}

/// "Tuyên truyền cải cách hành chính xã Hoa Thám năm 2026": the title without the type of document.
fn subject(plan: &Plan) -> String {
    let title = plan.title.trim();
    let kind = "Kế hoạch ";
    match title.get(..kind.len()).filter(|start| fold(start) == fold(kind)) {
        Some(_) => capitalized(title[kind.len()..].trim_start()),
        None => title.to_owned(),
    }
}

fn block(file: &PlanFile, passage: &Passage) -> Option<Block> {
    match passage.role {
        // The form writes the title.
        PassageRole::Heading if passage.section.is_empty() => None,
        PassageRole::Heading => Some(heading(HeadingLevel::Section, &passage.text)),
        PassageRole::Subheading => Some(heading(HeadingLevel::Item, &passage.text)),
        PassageRole::Body => Some(Block::paragraph(with_notes(file, &passage.text))),
        PassageRole::Footnote(_) => None,
    }
}

/// The plan's own numbers are the form's: a heading that has none keeps none.
fn heading(level: HeadingLevel, text: &str) -> Block {
    let numbered = text.split_once(". ").filter(|(number, _)| is_number(level, number));
    Block::Heading(Heading {
        level,
        number: numbered.map(|_| Ordinal::Next),
        title: Rich::plain(unbroken(numbered.map_or(text, |(_, title)| title))),
    })
}

fn is_number(level: HeadingLevel, number: &str) -> bool {
    match level {
        HeadingLevel::Section => crate::text::from_roman(number).is_some(),
        HeadingLevel::Item | HeadingLevel::Point => number.parse::<u32>().is_ok(),
    }
}

/// The words with their footnotes where `[^1]` stands; a mark without a footnote stays as it is written.
fn with_notes(file: &PlanFile, text: &str) -> Rich {
    let mut rich = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[^") {
        plain.push_str(before);
        if let Some((note, after)) = note(file, after) {
            rich.push(Inline::Text(Span::plain(unbroken(&std::mem::take(&mut plain)))));
            rich.push(Inline::Note(vec![Span::plain(unbroken(&note.text))]));
            rest = after;
        } else {
            plain.push_str("[^");
            rest = after;
        }
    }
    plain.push_str(rest);
    rich.push(Inline::Text(Span::plain(unbroken(&plain))));
    Rich(rich)
}

/// The footnote that a mark names whose number begins the text, and what follows the mark.
fn note<'a, 'b>(file: &'a PlanFile, text: &'b str) -> Option<(&'a Passage, &'b str)> {
    let (number, after) = text.split_once(']')?;
    let number = number.parse().ok()?;
    let note = file.passages.iter().find(|passage| passage.role == PassageRole::Footnote(number))?;
    Some((note, after))
}

/// The footnotes that no mark names, at the end: every word of the plan is on the paper.
fn unmarked(file: &PlanFile) -> impl Iterator<Item = Block> {
    let bodies = file.passages.iter().filter(|passage| passage.role == PassageRole::Body);
    let marks = bodies.flat_map(|passage| passage.text.split("[^").skip(1));
    let marked: HashSet<&str> =
        marks.filter_map(|mark| note(file, mark)).map(|(note, _)| note.id.as_str()).collect();
    let rest = file.passages.iter().filter_map(move |passage| match passage.role {
        PassageRole::Footnote(number) if !marked.contains(passage.id.as_str()) => Some((number, passage)),
        _ => None,
    });
    rest.map(|(number, note)| {
        Block::paragraph(Rich::plain(unbroken(&format!("Chú thích {number}: {}", note.text))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document, examples};

    /// The words without what only the layout adds.
    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_word_of_the_plan_is_on_the_paper() {
        let file = examples::get("hoa-tham-2026").unwrap();
        let paper = plain(&document::text::text(&plan_document(&file)));
        for passage in &file.passages {
            let text = passage.text.strip_prefix("KẾ HOẠCH ").unwrap_or(&passage.text);
            for piece in text.split("[^").map(|piece| piece.split_once(']').map_or(piece, |(_, after)| after))
            {
                let piece = plain(piece.trim_end_matches("./.").trim_end_matches('.'));
                assert!(paper.contains(&piece), "{}: {piece}", passage.id);
            }
        }
        assert!(paper.contains("Lưu: VT, VHXX") && paper.contains("Lý Văn Thắng"));
        assert!(paper.contains("PHÓ CHỦ TỊCH") && !paper.contains("[^"));
    }

    #[test]
    fn a_stray_mark_hides_no_other_and_a_note_without_a_mark_is_kept() {
        let mut file = crate::progress::fixture::commune();
        for (order, role, text) in [
            (50, serde_json::json!("body"), "Theo [^x] và [^9], có[^1]."),
            (51, serde_json::json!({ "footnote": 1 }), "Lời một."),
            (52, serde_json::json!({ "footnote": 2 }), "Lời hai."),
        ] {
            file.contents
                .passages
                .put(crate::progress::fixture::record(serde_json::json!({ "id": format!("q{order}"),
                "order": order, "section": "III.9", "role": role, "text": text })));
        }
        let blocks = plan_document(&file).body;
        let paper = plain(&document::text::text(&plan_document(&file)));
        assert!(paper.contains("Theo [^x] và [^9], có") && !paper.contains("[^1]"), "{paper}");
        assert!(paper.contains("Lời một.") && paper.contains("Chú thích 2: Lời hai."), "{paper}");
        assert_eq!(blocks.len(), file.passages.len() - 1, "one note is within its paragraph");
    }

    #[test]
    fn number_and_day_are_those_of_the_plan_or_left_open() {
        let mut file = examples::get("hoa-tham-2026").unwrap();
        let form = plan_document(&file).form.unwrap();
        assert_eq!((form.letterhead.number, &*form.letterhead.symbol), (None, "KH-UBND"));
        assert_eq!(form.letterhead.date.day, None);
        let plan = std::sync::Arc::make_mut(&mut file.contents.plan);
        plan.number = Some("15/KH-UBND".to_owned());
        plan.issued_on = "2026-05-04".parse().ok();
        let form = plan_document(&file).form.unwrap();
        assert_eq!((form.letterhead.number.as_deref(), form.letterhead.date.day), (Some("15"), Some(4)));
        for (recorded, number, symbol) in [
            ("15a/KH-UBND", Some("15a"), "KH-UBND"),
            ("Số: 15/KH-HĐND", Some("15"), "KH-HĐND"),
            ("/KH-ĐU", None, "KH-ĐU"),
            ("15", Some("15"), "KH-UBND"),
            ("KH-ĐU", None, "KH-ĐU"),
        ] {
            std::sync::Arc::make_mut(&mut file.contents.plan).number = Some(recorded.to_owned());
            let letterhead = plan_document(&file).form.unwrap().letterhead;
            assert_eq!((letterhead.number.as_deref(), &*letterhead.symbol), (number, symbol), "{recorded}");
        }
    }

    #[test]
    fn the_file_has_a_name() {
        let file = examples::get("hoa-tham-2026").unwrap();
        assert_eq!(plan_file_name(&file.plan), "ke-hoach-tuyen-truyen-cchc-xa-hoa-tham-2026");
    }
}
