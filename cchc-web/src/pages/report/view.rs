//! What the page shows, derived from the file, the day and the address.

use std::collections::HashMap;
use std::rc::Rc;

use cchc_core::calendar::{Date, Period, PeriodKind, periods_of};
use cchc_core::document::layout::Layout;
use cchc_core::document::{Block, Document, Paragraph, Rich};
use cchc_core::exchange::{JournalEdit, PlanFile};
use cchc_core::id::FilingId;
use cchc_core::plan::ReportForm;
use cchc_core::progress::{ReportItem, Standing, Tracking, report_calendar};
use cchc_core::record::Kind;
use cchc_core::report::life::issued;
use cchc_core::report::{Report, ReportSpec, compose_from, to_document};

use super::life::Life;
use super::sources::{self, Sources};
use crate::strings::life as text;

/// The reports of the year as the list shows them: what is still to send, the first due first; then what is sent or
/// does not count, the latest first.
pub(super) fn reports(file: &PlanFile, today: Date) -> Rc<[ReportItem]> {
    let is_done = |item: &ReportItem| item.is_sent() || item.standing == Standing::Off;
    let (mut done, open): (Vec<_>, Vec<_>) = report_calendar(file, today).into_iter().partition(is_done);
    done.reverse();
    open.into_iter().chain(done).collect()
}

/// The periods of the year for which the plan asks no report, the shortest first; months have none of their own.
pub(super) fn other_periods(year: i32, items: &[ReportItem]) -> Vec<Period> {
    let kinds = [PeriodKind::Quarter, PeriodKind::Half, PeriodKind::NineMonths, PeriodKind::Year];
    let all = kinds.into_iter().flat_map(|kind| periods_of(kind, year));
    all.filter(|period| items.iter().all(|item| item.period != Some(*period))).collect()
}

/// The report to show: the one asked for; else the one whose figures are being gathered, else the first.
pub(super) fn chosen<'a>(items: &'a [ReportItem], asked: Option<&str>) -> Option<&'a ReportItem> {
    if let Some(asked) = asked {
        return items.iter().find(|item| item.filing == *asked);
    }
    let is_current = |item: &&ReportItem| matches!(item.standing, Standing::Open { .. });
    items.iter().find(is_current).or_else(|| items.first())
}

/// The report on the desk. Made anew with every change, so that a view equals itself only.
#[derive(Debug)]
pub(super) struct View {
    pub(super) item: ReportItem,
    /// What is composed now.
    pub(super) report: Report,
    /// What is shown, printed and exported: of a frozen report what was frozen.
    pub(super) document: Document,
    pub(super) layout: Rc<Layout>,
    pub(super) life: Life,
    /// By paragraph: its numbers, with the activities behind them.
    pub(super) sources: HashMap<String, Sources>,
    /// By paragraph: the short name of the office that edited it.
    pub(super) editors: HashMap<String, String>,
}

impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl View {
    pub(super) fn of(file: &PlanFile, item: &ReportItem, form: ReportForm, today: Date) -> Self {
        let spec = ReportSpec::of_item(file, item).with_form(form);
        let tracking = Tracking::of(file, today);
        let report = compose_from(&tracking, &spec);
        let life = Life::of(&tracking, item);
        let document = match &life.frozen {
            Some(frozen) => issued(file, &frozen.record, form).unwrap_or_else(|_| illegible(&report.name)),
            None => to_document(&report),
        };
        let layout = Rc::new(Layout::of(&document));
        Self {
            item: item.clone(),
            editors: editors(file, &item.filing),
            sources: sources::of(file, &report),
            report,
            document,
            layout,
            life,
        }
    }
}

/// In place of a frozen document that cannot be shown: nothing is composed instead of it.
fn illegible(name: &str) -> Document {
    let words = Paragraph { text: Rich::plain(text::ILLEGIBLE), key: None };
    Document::embedded(name, vec![Block::Paragraph(words)])
}

/// Who edited the paragraphs of a report last, from the history.
fn editors(file: &PlanFile, filing: &FilingId) -> HashMap<String, String> {
    let mut wanted: HashMap<&str, &str> = file
        .paragraph_edits
        .iter()
        .filter(|edit| edit.filing == *filing)
        .map(|edit| (edit.id.as_str(), edit.paragraph.as_str()))
        .collect();
    let mut found = HashMap::new();
    for entry in file.journal.iter().rev() {
        if wanted.is_empty() {
            break;
        }
        for edit in &entry.edits {
            let (JournalEdit::Created(record) | JournalEdit::Changed { record, .. }) = edit else { continue };
            if record.kind != Kind::ParagraphEdits {
                continue;
            }
            let Some(paragraph) = wanted.remove(&*record.id) else { continue };
            let office = entry.office.as_ref().and_then(|office| file.offices.get(office));
            if let Some(office) = office {
                found.insert(paragraph.to_owned(), office.short_name.clone());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;
    use crate::strings::report as text;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_list_reads_as_work_to_do_and_then_as_history() {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let today = day("2026-11-20");
        let items = reports(&file, today);
        let told: Vec<String> = items
            .iter()
            .map(|item| {
                format!("{} | {} | {}", item.title, text::due_line(item), text::state_words(item, today))
            })
            .map(|line| line.replace('\u{a0}', " "))
            .collect();
        assert_eq!(
            told,
            [
                "Chuyên đề dịch vụ công trực tuyến | Hạn gửi 18/11/2026 | Trễ 2 ngày",
                "Quý IV năm 2026 | Hạn gửi 17/12/2026 | Sắp đến hạn, còn 27 ngày",
                "Năm 2026 | Hạn gửi 17/12/2026 | Sắp đến hạn, còn 27 ngày",
                "Quý III năm 2026 | Nộp 18/9/2026, số 188/BC-UBND | Đã nộp, trễ 1 ngày",
                "6 tháng đầu năm 2026 | Nộp 16/6/2026, số 121/BC-UBND | Đã nộp",
                "Quý II năm 2026 | Nộp 16/6/2026, số 120/BC-UBND | Đã nộp",
                "Quý I năm 2026 | trước khi ban hành Kế hoạch | Không tính",
            ]
        );
        let others = other_periods(2026, &items).into_iter().map(Period::vietnamese).collect::<Vec<_>>();
        assert_eq!(others, ["6 tháng cuối năm 2026", "9 tháng đầu năm 2026"]);
        assert_eq!(chosen(&items, None).unwrap().title, "Quý IV năm 2026");
        assert_eq!(chosen(&items, Some("bao-cao-quy:2026-Q2")).unwrap().title, "Quý II năm 2026");
        assert_eq!(chosen(&items, Some("khong-co")), None);
    }
}
