//! A frozen version as it goes out: with the number and the day that are given after it was frozen.

use crate::document::{Document, PartialDate};
use crate::exchange::PlanFile;
use crate::plan::ReportForm;
use crate::register::{Filing, FrozenReport, Illegible};
use crate::report::compose::number_and_symbol;

/// The document of a frozen version, word for word. The one that was sent also has the number and the day of its sending
/// where it was frozen before they were known; any other version is another document, and keeps their places open.
///
/// # Errors
/// As [`FrozenReport::as_frozen`].
pub fn issued(file: &PlanFile, frozen: &FrozenReport, form: ReportForm) -> Result<Document, Illegible> {
    let mut document = frozen.as_frozen(form)?;
    let filing = file.filings.get(&frozen.filing);
    let filing = filing.filter(|filing| sent_version(file, filing) == Some(frozen.version));
    if let (Some(filing), Some(form)) = (filing, &mut document.form) {
        let head = &mut form.letterhead;
        if head.number.is_none() {
            (head.number, head.symbol) = number_and_symbol(&filing.number, &head.symbol);
        }
        if head.date.day.is_none() {
            head.date = filing.sent_on.map_or(head.date, PartialDate::from);
        }
    }
    Ok(document)
}

/// Whether the report has been sent, but as an earlier version than this: an amendment that has not gone out.
pub fn is_unsent(file: &PlanFile, frozen: &FrozenReport) -> bool {
    let filing = file.filings.get(&frozen.filing);
    filing.and_then(|filing| sent_version(file, filing)).is_some_and(|sent| sent < frozen.version)
}

/// Of a report that was sent: the last version that had been frozen on that day.
fn sent_version(file: &PlanFile, filing: &Filing) -> Option<u32> {
    let sent_on = filing.sent_on.filter(|_| filing.state.is_sent())?;
    let frozen = file.frozen_reports.iter();
    let by_then = frozen.filter(|one| one.filing == filing.id && one.at.date_naive() <= sent_on);
    by_then.map(|one| one.version).max()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{apply, author, day, filing, frozen, log_late};
    use super::super::{Refusal, amend, freeze, submit};
    use super::*;
    use crate::examples;
    use crate::exchange::Edit;
    use crate::progress::Tracking;
    use crate::report::{ReportSpec, compose_from};

    #[test]
    fn a_frozen_report_has_the_number_and_day_under_which_it_was_sent_and_its_amendment_has_not() {
        let mut file = frozen();
        let head = |file: &PlanFile, version: u32| {
            let frozen =
                file.frozen_reports.iter().find(|one| one.filing == filing() && one.version == version);
            let head =
                issued(file, frozen.unwrap(), ReportForm::StandAlone).unwrap().form.unwrap().letterhead;
            (head.number, head.symbol, head.date.day)
        };
        assert_eq!(head(&file, 1), (None, "BC-UBND".to_owned(), None));
        let edits =
            submit(&Tracking::of(&file, day("2026-09-17")), &filing(), "201/BC-UBND", day("2026-09-17"))
                .unwrap();
        apply(&mut file, edits).unwrap();
        let sent = (Some("201".to_owned()), "BC-UBND".to_owned(), Some(17));
        assert_eq!(head(&file, 1), sent);
        assert!(!is_unsent(&file, file.frozen(&filing()).unwrap()));
        log_late(&mut file);
        let tracking = Tracking::of(&file, day("2026-09-20"));
        let edits = amend(&tracking, &filing(), "Lý Thị Hương", "Bổ sung pano", &author()).unwrap();
        apply(&mut file, edits).unwrap();
        assert_eq!(head(&file, 2), (None, "BC-UBND".to_owned(), None), "another document");
        assert_eq!(head(&file, 1), sent);
        assert!(is_unsent(&file, file.frozen(&filing()).unwrap()));
    }

    #[test]
    fn nothing_is_amended_while_words_of_a_person_stand_beside_figures_that_moved() {
        let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        file.contents.filings.remove(&filing());
        let today = day("2026-09-16");
        let spec = ReportSpec::of_period(&file, "2026-Q3".parse().unwrap());
        let report = compose_from(&Tracking::of(&file, today), &spec);
        let overall = report.paragraphs().find(|one| one.key == "ket-qua.chung").unwrap();
        let edit = overall.edit(&filing(), format!("{} Ghi tay.", overall.composed), today);
        apply(&mut file, vec![Edit::write(&edit)]).unwrap();
        let edits = freeze(&Tracking::of(&file, today), &filing(), "Hương", &author()).unwrap();
        apply(&mut file, edits).unwrap();
        log_late(&mut file);
        let amended =
            amend(&Tracking::of(&file, day("2026-09-18")), &filing(), "Hương", "Bổ sung", &author());
        let Err(Refusal::Undecided(what)) = amended else { panic!("{amended:?}") };
        assert!(what.starts_with("Số liệu đã đổi ở 01 đoạn sửa tay mà chưa chọn"), "{what}");
    }
}
