//! A file on one day, taken apart once for everything that is derived from it.

use std::cell::OnceCell;

use crate::calendar::{Date, Window};
use crate::exchange::PlanFile;
use crate::progress::coverage::{self, Coverage};
use crate::progress::ledger::Ledger;
use crate::progress::{Progress, ReportItem, report_calendar};

/// Sổ theo dõi đến một ngày: for whoever derives more than one thing from a file on one day.
///
/// [`Progress::of`], [`coverage`](super::coverage()) and [`report::compose`](crate::report::compose) each read the
/// whole register. From one `Tracking` they read it once between them, and say the same.
pub struct Tracking<'a> {
    file: &'a PlanFile,
    today: Date,
    ledger: Ledger<'a>,
    progress: OnceCell<Progress>,
}

impl<'a> Tracking<'a> {
    /// Reads the register up to a day.
    pub fn of(file: &'a PlanFile, today: Date) -> Self {
        Self { file, today, ledger: Ledger::new(file, today), progress: OnceCell::new() }
    }

    /// The file.
    pub const fn file(&self) -> &'a PlanFile {
        self.file
    }

    /// The day.
    pub const fn today(&self) -> Date {
        self.today
    }

    /// Tiến độ. Derived when first asked for.
    pub fn progress(&self) -> &Progress {
        self.progress.get_or_init(|| self.progress_on(self.today))
    }

    /// Độ phủ of a window.
    pub fn coverage(&self, window: Window) -> Coverage {
        coverage::count(self.file, &self.ledger, Window { to: window.to.min(self.today), ..window })
    }

    pub(crate) const fn ledger(&self) -> &Ledger<'a> {
        &self.ledger
    }

    /// Tiến độ as it was on a day up to today. What offices sent later was not there yet.
    pub(crate) fn progress_on(&self, day: Date) -> Progress {
        Progress::of_ledger(self.file, &self.ledger, day)
    }

    /// The reports of the year, without deriving all the rest for them.
    pub(crate) fn reports(&self) -> Vec<ReportItem> {
        match self.progress.get() {
            Some(progress) => progress.reports.clone(),
            None => report_calendar(self.file, self.today),
        }
    }
}

impl From<Tracking<'_>> for Progress {
    fn from(tracking: Tracking<'_>) -> Self {
        let Tracking { file, today, ledger, progress } = tracking;
        progress.into_inner().unwrap_or_else(|| Self::of_ledger(file, &ledger, today))
    }
}

impl std::fmt::Debug for Tracking<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tracking")
            .field("file", &self.file.id)
            .field("today", &self.today)
            .finish_non_exhaustive()
    }
}
