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
