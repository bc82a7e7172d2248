//! Who has sent figures: what tells a zero from "not reported".

use crate::calendar::Date;
use crate::exchange::PlanFile;
use crate::id::OfficeId;
use crate::plan::Office;
use crate::progress::ReportItem;
use crate::text::two_digits;

/// Số liệu đã gửi, as far as a report asks for it. Of a report that is not in the calendar nobody sends any, so that a
/// nothing in the register is a nothing.
pub(super) struct Returned<'a> {
    /// Offices whose figures for this report have not come, in plan order.
    pub(super) missing: Vec<&'a Office>,
    /// How many offices send figures for it.
    pub(super) asked: usize,
    /// Of those offices, the last cut-off for which figures have come.
    covered: Vec<(&'a OfficeId, Option<Date>)>,
    /// The report's own: of what is owed after it no figures tell.
    cut_off: Date,
}

impl<'a> Returned<'a> {
    /// `item` is the report itself in `calendar`, its last day of figures `cut_off`.
    pub(super) fn of(
        file: &'a PlanFile,
        calendar: &'a [ReportItem],
        item: Option<&'a ReportItem>,
        cut_off: Date,
    ) -> Self {
        let returns = item.map_or(&[][..], |item| &item.returns);
        let missing = returns.iter().filter(|(_, received)| received.is_none());
        let last = |office: &OfficeId| {
            if item.is_some_and(|item| item.has_returned(office)) {
                return Some(cut_off);
            }
            let returned = calendar.iter().filter(|item| item.has_returned(office));
            returned.filter_map(|item| Some(item.window?.to)).filter(|to| *to <= cut_off).max()
        };
        Self {
            missing: missing.filter_map(|(id, _)| file.offices.get(id)).collect(),
            asked: returns.len(),
            covered: returns.iter().map(|(office, _)| (office, last(office))).collect(),
            cut_off,
        }
    }

    /// Whether a nothing of that office is a 0: its figures have come, or it sends none.
    pub(super) fn has(&self, office: &OfficeId) -> bool {
        self.missing.iter().all(|missing| missing.id != *office)
    }

    /// Whether figures of that office have come that reach up to a day, at most to the report's cut-off: what it owed until
    /// then and is in no register was not done.
    pub(super) fn has_until(&self, office: &OfficeId, day: Date) -> bool {
        let of = self.covered.iter().find(|(one, _)| *one == office);
        of.is_none_or(|(_, last)| last.is_some_and(|last| day.min(self.cut_off) <= last))
    }

    /// Whether nobody has sent any.
    pub(super) fn is_none(&self) -> bool {
        self.asked > 0 && self.missing.len() == self.asked
    }

    /// What is said where the register has nothing: only of those who reported can it be said that they did nothing.
    pub(super) fn nothing(&self) -> &'static str {
        if self.missing.is_empty() {
            "chưa phát sinh hoạt động"
        } else {
            "chưa ghi nhận hoạt động"
        }
    }

    /// "02/05 cơ quan, đơn vị chưa gửi số liệu"; none where all have.
    pub(super) fn told(&self) -> Option<String> {
        let (missing, of) = (two_digits(self.missing.len() as u64), two_digits(self.asked as u64));
        (!self.missing.is_empty()).then(|| format!("{missing}/{of} cơ quan, đơn vị chưa gửi số liệu"))
    }
}
