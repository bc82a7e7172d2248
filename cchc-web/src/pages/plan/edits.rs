//! What an edit of the plan's text does to the records that quote it. Pure: no browser.

use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::id::PassageId;
use cchc_core::plan::{Recipient, Source};
use cchc_core::record::{Extra, Kind, Record, Records};

/// The edits of a passage's new text, and how many records of each kind lose their quotation with it.
#[derive(Debug, Default)]
pub(super) struct TextEdits {
    /// The edits, ready for the file; none where nothing changed.
    pub edits: Vec<Edit>,
    /// Records that from now on point at the whole passage.
    pub loosened: Vec<(Kind, usize)>,
}

/// Writes a passage anew. A record whose quotation is no longer in the text points at the whole passage from now on: a
/// quotation is verbatim or it is none.
pub(super) fn rewrite(file: &PlanFile, id: &PassageId, text: &str) -> TextEdits {
    let mut all = TextEdits::default();
    let Some(old) = file.passages.get(id) else { return all };
    let mut new = old.clone();
    text.clone_into(&mut new.text);
    let Some(edit) = Edit::difference(old, &new) else { return all };
    all.edits.push(edit);
    let gone =
        |source: &Source| source.passage == *id && !source.quote.is_empty() && !text.contains(&source.quote);
    all.loosen(&file.documents, |record| &mut record.source, gone);
    all.loosen(&file.goals, |record| &mut record.source, gone);
    all.loosen(&file.topics, |record| &mut record.source, gone);
    all.loosen(&file.targets, |record| &mut record.source, gone);
    all.loosen(&file.channel_groups, |record| &mut record.source, gone);
    all.loosen(&file.channels, |record| &mut record.source, gone);
    all.loosen(&file.offices, |record| &mut record.source, gone);
    all.loosen(&file.duties, |record| &mut record.source, gone);
    all.loosen(&file.report_rules, |record| &mut record.source, gone);
    if file.plan.escalation_source.as_ref().is_some_and(gone) {
        let mut plan = (*file.plan).clone();
        plan.escalation_source = Some(Source::new(id.clone(), ""));
        all.edits.extend(Edit::plan_difference(&file.plan, &plan));
        all.loosened.push((Kind::Plan, 1));
    }
    all
}

impl TextEdits {
    fn loosen<R: Record>(
        &mut self,
        records: &Records<R>,
        source: impl Fn(&mut R) -> &mut Source,
        gone: impl Fn(&Source) -> bool,
    ) {
        let mut count = 0;
        for old in records {
            let mut new = old.clone();
            let place = source(&mut new);
            if gone(place) {
                place.quote.clear();
                self.edits.extend(Edit::difference(old, &new));
                count += 1;
            }
        }
        if count > 0 {
            self.loosened.push((R::KIND, count));
        }
    }
}

/// Nơi nhận as typed, one a line: `Sở Nội vụ; (b/c)`.
pub(super) fn read_recipients(typed: &str) -> Vec<Recipient> {
    let line = |line: &str| {
        let line = line.trim().trim_start_matches('-').trim();
        let (name, note) = match line.rsplit_once('(') {
            Some((name, note)) if note.trim_end_matches(['.', ';', ' ']).ends_with(')') => {
                (name, note.trim_end_matches(['.', ';', ' ', ')']))
            }
            _ => (line, ""),
        };
        let name = name.trim().trim_end_matches([';', '.', ',']).trim();
        let recipient =
            Recipient { name: name.to_owned(), note: note.trim().to_owned(), extra: Extra::new() };
        (!recipient.name.is_empty()).then_some(recipient)
    };
    typed.lines().filter_map(line).collect()
}

/// Nơi nhận as a person types them.
pub(super) fn write_recipients(recipients: &[Recipient]) -> String {
    let line = |recipient: &Recipient| match recipient.note.as_str() {
        "" => recipient.name.clone(),
        note => format!("{} ({note})", recipient.name),
    };
    recipients.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::after;

    #[test]
    fn a_quotation_that_is_no_longer_there_becomes_the_whole_passage() {
        let file = cchc_core::examples::get("hoa-tham-2026").unwrap();
        let id = PassageId::new("III.2.1").unwrap();
        let old = file.passages.get(&id).unwrap().text.clone();
        let same = rewrite(&file, &id, &format!("{old} Thêm một câu."));
        assert_eq!((same.edits.len(), same.loosened.len()), (1, 0), "what still stands is still quoted");
        let cut = rewrite(&file, &id, &old.replace("ít nhất 02 tin, bài", "ít nhất 03 tin, bài"));
        assert_eq!(cut.loosened, [(Kind::Duties, 1)]);
        let file = after(&file, "vhxh", cut.edits);
        assert_eq!(file.duties.get_str("tin-bai-hang-thang").unwrap().source.quote, "");
        assert!(!file.duties.get_str("niem-yet-tthc").unwrap().source.quote.is_empty());
    }

    #[test]
    fn an_unchanged_text_edits_nothing() {
        let file = cchc_core::examples::get("hoa-tham-2026").unwrap();
        let passage = file.passages.get_str("mo-dau").unwrap();
        assert!(rewrite(&file, &passage.id, &passage.text).edits.is_empty());
        assert!(rewrite(&file, &PassageId::new("la").unwrap(), "x").edits.is_empty());
    }

    #[test]
    fn recipients_read_back() {
        let recipients =
            read_recipients("- Sở Nội vụ; (b/c)\n\n  CT, các PCT UBND xã;\nLưu: VT, VHXH.\nĐảng ủy (b/c);");
        let pairs: Vec<(&str, &str)> = recipients.iter().map(|r| (&*r.name, &*r.note)).collect();
        let expected =
            [("Sở Nội vụ", "b/c"), ("CT, các PCT UBND xã", ""), ("Lưu: VT, VHXH", ""), ("Đảng ủy", "b/c")];
        assert_eq!(pairs, expected);
        let file = cchc_core::examples::get("hoa-tham-2026").unwrap();
        let plan = &file.plan;
        assert_eq!(read_recipients(&write_recipients(&plan.recipients)), plan.recipients);
    }
}
