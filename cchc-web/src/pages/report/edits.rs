//! What a person does on this page, as edits of the file.

use cchc_core::calendar::Date;
use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::id::{FilingId, OfficeId, OfficeReturnId};
use cchc_core::progress::ReportItem;
use cchc_core::record::{Extra, Record};
use cchc_core::register::{Filing, OfficeReturn, ParagraphEdit};
use cchc_core::report::{Paragraph, revise};

/// A person's words for a paragraph; the composed words again take the person's away.
pub(super) fn write(
    file: &PlanFile,
    filing: &FilingId,
    paragraph: &Paragraph,
    text: &str,
    today: Date,
) -> Vec<Edit> {
    let text = text.trim();
    if text == paragraph.text() {
        return Vec::new();
    }
    let mut edit = paragraph.edit(filing, text, today);
    if let Some(earlier) = paragraph.edited.as_ref().filter(|earlier| earlier.has_moved) {
        // The figures that moved stay open until they are carried over or left on purpose.
        if !revise(&earlier.composed, &paragraph.composed, text).moved.is_empty() {
            edit.composed.clone_from(&earlier.composed);
        }
    }
    keep(file, edit, &paragraph.composed)
}

/// "Cập nhật số": the new figures in the person's words.
pub(super) fn update(file: &PlanFile, filing: &FilingId, paragraph: &Paragraph, today: Date) -> Vec<Edit> {
    let Some(edited) = &paragraph.edited else { return Vec::new() };
    let text = revise(&edited.composed, &paragraph.composed, &edited.text).text;
    keep(file, paragraph.edit(filing, text, today), &paragraph.composed)
}

/// "Giữ nguyên": the person's words stand, also beside the new figures.
pub(super) fn leave(file: &PlanFile, filing: &FilingId, paragraph: &Paragraph) -> Vec<Edit> {
    let Some(edited) = &paragraph.edited else { return Vec::new() };
    keep(file, paragraph.edit(filing, &edited.text, edited.on), "")
}

/// "Trả lại câu soạn".
pub(super) fn restore(filing: &FilingId, paragraph: &Paragraph, today: Date) -> Vec<Edit> {
    let id = paragraph.edit(filing, "", today).id;
    vec![Edit::remove::<ParagraphEdit>(&id)]
}

fn keep(file: &PlanFile, mut edit: ParagraphEdit, composed: &str) -> Vec<Edit> {
    let standing = file.paragraph_edits.get(&edit.id);
    if edit.text == composed {
        return standing.map(|_| Edit::remove::<ParagraphEdit>(&edit.id)).into_iter().collect();
    }
    if let Some(standing) = standing {
        edit.extra.clone_from(&standing.extra);
    }
    change(standing, &edit)
}

/// An office has sent its figures on that day.
pub(super) fn receive(
    file: &PlanFile,
    items: &[ReportItem],
    item: &ReportItem,
    office: &OfficeId,
    on: Date,
) -> Vec<Edit> {
    let serving = serving(file, items, item, office);
    let own = serving.iter().find(|sent| sent.filing == item.filing).or(serving.first()).copied();
    if let Some(sent) = own {
        return change(Some(sent), &OfficeReturn { received_on: on, ..sent.clone() });
    }
    let id = format!("{}:{office}", item.filing);
    let id = OfficeReturnId::new(&id).or_else(|_| OfficeReturnId::new(crate::platform::ids::new_id()));
    let sent = OfficeReturn {
        id: id.expect("a new id is made of letters and digits"),
        office: office.clone(),
        filing: item.filing.clone(),
        received_on: on,
        note: String::new(),
        extra: Extra::new(),
    };
    vec![Edit::write(&sent)]
}

/// An office has not sent its figures after all.
pub(super) fn unreceive(
    file: &PlanFile,
    items: &[ReportItem],
    item: &ReportItem,
    office: &OfficeId,
) -> Vec<Edit> {
    serving(file, items, item, office).iter().map(|sent| Edit::remove::<OfficeReturn>(&sent.id)).collect()
}

/// The figures that an office sent for this report or for one with the same cut-off.
fn serving<'a>(
    file: &'a PlanFile,
    items: &[ReportItem],
    item: &ReportItem,
    office: &OfficeId,
) -> Vec<&'a OfficeReturn> {
    let cut_off = |item: &ReportItem| item.window.map(|window| window.to);
    let serves = |filing: &FilingId| {
        *filing == item.filing
            || items.iter().any(|twin| {
                twin.filing == *filing && cut_off(twin).is_some() && cut_off(twin) == cut_off(item)
            })
    };
    file.office_returns.iter().filter(|sent| sent.office == *office && serves(&sent.filing)).collect()
}

/// The record of a report, as it is or as it would begin.
pub(super) fn filing(file: &PlanFile, item: &ReportItem) -> Filing {
    file.filings.get(&item.filing).cloned().unwrap_or_else(|| Filing {
        rule: item.rule.clone(),
        period: item.period,
        ..Filing::draft(item.filing.clone())
    })
}

/// Writes a report's record.
pub(super) fn file_report(file: &PlanFile, filing: &Filing) -> Vec<Edit> {
    change(file.filings.get(&filing.id), filing)
}

/// Deletes a report on request, with what was written over it and sent for it.
pub(super) fn delete(file: &PlanFile, filing: &FilingId) -> Vec<Edit> {
    let words = file.paragraph_edits.iter().filter(|edit| edit.filing == *filing);
    let sent = file.office_returns.iter().filter(|sent| sent.filing == *filing);
    words
        .map(|edit| Edit::remove::<ParagraphEdit>(&edit.id))
        .chain(sent.map(|sent| Edit::remove::<OfficeReturn>(&sent.id)))
        .chain([Edit::remove::<Filing>(filing)])
        .collect()
}

fn change<R: Record>(old: Option<&R>, new: &R) -> Vec<Edit> {
    match old {
        Some(old) => Edit::difference(old, new).into_iter().collect(),
        None => vec![Edit::write(new)],
    }
}
