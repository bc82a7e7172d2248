//! Vòng đời của báo cáo: draft, frozen, sent, accepted or given back; what has changed since it was frozen.
//!
//! Each step gives the edits of one change, or says why it cannot be taken. Nothing here writes: the edits go through
//! [`PlanFile::apply`] like any other, which also keeps what is frozen.

use std::collections::BTreeMap;

mod deadline;
mod documents;
mod drift;
mod issued;

pub use self::deadline::{drop_deadline, set_deadline};
use self::drift::made_of;
pub use self::drift::{Drift, DriftKind, MovedPart, Uncompared, drift};
pub use self::issued::{is_unsent, issued};
use crate::calendar::{Date, DateTime, FixedOffset};
use crate::document::PartialDate;
use crate::exchange::{Author, Edit, PlanFile};
use crate::id::FilingId;
use crate::plan::ReportForm;
use crate::progress::{ReportItem, Tracking};
use crate::record::Extra;
use crate::register::{Filing, FilingState, FrozenReport, Lift};
use crate::report::edit::undecided;
use crate::report::{ReportSpec, compose_from, to_document};
use crate::text::date_vi;

/// Why a step is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nobody knows the report.
    #[error("không có kỳ báo cáo mang mã “{0}”")]
    Unknown(FilingId),
    /// The step is one of another state.
    #[error("báo cáo đang ở tình trạng “{is}”; việc này chỉ làm được khi báo cáo “{must}”")]
    State {
        /// Where it stands.
        is: &'static str,
        /// Where it would have to.
        must: &'static str,
    },
    /// Its figures may still grow.
    #[error("chưa đến hết ngày chốt số liệu {}, nên chưa chốt được", date_vi(*.0))]
    TooEarly(Date),
    /// It is frozen: the lock's reason, and who may lift it.
    #[error("{0}")]
    Locked(String),
    /// It is not frozen.
    #[error("báo cáo chưa chốt")]
    NotFrozen,
    /// Nothing has changed that an amendment could carry.
    #[error("không có gì thay đổi kể từ lần chốt, nên không có gì để đính chính, bổ sung")]
    NothingChanged,
    /// A person's words stand beside figures that have moved since: a version with both would contradict itself.
    #[error("{0}. Mở khóa báo cáo, chọn cập nhật hoặc giữ nguyên từng đoạn, rồi chốt lại")]
    Undecided(String),
    /// Whoever takes the step has not said who he is.
    #[error("chưa ghi họ và tên người thực hiện")]
    Nameless,
    /// The step needs a reason.
    #[error("chưa ghi lý do")]
    Reasonless,
    /// Another last day needs the công văn that sets it.
    #[error("chưa ghi công văn đổi hạn: số, ký hiệu và ngày")]
    Undocumented,
    /// The report goes through no such level.
    #[error("báo cáo này không có cấp gửi thứ {0}")]
    NoLevel(usize),
    /// Nobody answers a report before it was sent.
    #[error("báo cáo nộp ngày {}, nên không thể có trả lời trước ngày đó", date_vi(*.0))]
    BeforeSent(Date),
    /// No rule of the plan can say that day.
    #[error("hạn mới phải từ tháng cuối kỳ đến 12 tháng sau; {} nằm ngoài", date_vi(*.0))]
    FarDeadline(Date),
    /// Nobody has set another last day.
    #[error("không có công văn nào đổi hạn này")]
    NoOverride,
}

/// Một bước trong vòng đời của báo cáo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// [`freeze`].
    Freeze,
    /// [`amend`].
    Amend,
    /// [`submit`].
    Submit,
    /// [`accept`].
    Accept,
    /// [`give_back`].
    GiveBack,
    /// [`lift`].
    Lift,
}

/// What can be done with a report now, in the order in which it is usually done. `drift` is that of its frozen version.
pub fn steps(file: &PlanFile, item: &ReportItem, drift: Option<&Drift>, today: Date) -> Vec<Step> {
    let cut_off = ReportSpec::of_item(file, item).window.to;
    let is_in_draft = matches!(item.filed, FilingState::Draft | FilingState::Returned);
    let all = [
        (Step::Freeze, !item.is_frozen && today > cut_off),
        (Step::Amend, drift.is_some_and(|drift| !drift.is_empty())),
        (Step::Submit, is_in_draft),
        (Step::Accept, item.filed == FilingState::Submitted),
        (Step::GiveBack, item.filed.is_sent()),
        (Step::Lift, item.is_frozen),
    ];
    all.into_iter().filter(|(_, is_possible)| *is_possible).map(|(step, _)| step).collect()
}

/// Chốt số liệu: keeps the report as it is composed now, with name and time. From the day after the cut-off on.
///
/// # Errors
/// [`Refusal`] when it is too early, frozen already, or nobody is named.
pub fn freeze(
    tracking: &Tracking<'_>,
    filing: &FilingId,
    by: &str,
    author: &Author,
) -> Result<Vec<Edit>, Refusal> {
    let file = tracking.file();
    let item = item_of(tracking, filing)?;
    if let Some(frozen) = file.frozen(filing) {
        return Err(Refusal::Locked(file.refusal(frozen)));
    }
    version(tracking, &item, by, author, "")
}

/// Đính chính, bổ sung: the next version of a frozen report, with what has changed since and the reason for it.
///
/// # Errors
/// [`Refusal`] when it is not frozen, nothing has changed, a paragraph waits for a decision, or name or reason are missing.
pub fn amend(
    tracking: &Tracking<'_>,
    filing: &FilingId,
    by: &str,
    reason: &str,
    author: &Author,
) -> Result<Vec<Edit>, Refusal> {
    let item = item_of(tracking, filing)?;
    let frozen = tracking.file().frozen(filing).ok_or(Refusal::NotFrozen)?;
    if reason.trim().is_empty() {
        return Err(Refusal::Reasonless);
    }
    if drift(tracking, frozen).is_empty() {
        return Err(Refusal::NothingChanged);
    }
    let report = compose_from(tracking, &ReportSpec::of_item(tracking.file(), &item));
    if let Some(undecided) = undecided(&report.pieces) {
        return Err(Refusal::Undecided(undecided));
    }
    version(tracking, &item, by, author, reason.trim())
}

/// Mở khóa: the report is composed anew from then on, and can be frozen again.
///
/// # Errors
/// [`Refusal`] when it is not frozen, or name or reason are missing.
pub fn lift(
    file: &PlanFile,
    filing: &FilingId,
    by: &str,
    reason: &str,
    author: &Author,
) -> Result<Vec<Edit>, Refusal> {
    let frozen = file.frozen(filing).ok_or(Refusal::NotFrozen)?;
    let by = named(by)?;
    if reason.trim().is_empty() {
        return Err(Refusal::Reasonless);
    }
    let lifted = Lift { at: author.at, by, reason: reason.trim().to_owned(), extra: Extra::new() };
    let new = FrozenReport { lifted: Some(lifted), ..frozen.clone() };
    Ok(Edit::difference(frozen, &new).into_iter().collect())
}

/// Nộp: sent on that day under that number.
///
/// # Errors
/// [`Refusal`] when it lies with those who receive it already.
pub fn submit(
    tracking: &Tracking<'_>,
    filing: &FilingId,
    number: &str,
    on: Date,
) -> Result<Vec<Edit>, Refusal> {
    let item = item_of(tracking, filing)?;
    step(tracking.file(), &item, &[FilingState::Draft, FilingState::Returned], |filing| Filing {
        state: FilingState::Submitted,
        number: if number.trim().is_empty() { filing.number } else { number.trim().to_owned() },
        sent_on: Some(on),
        ..filing
    })
}

/// Tiếp nhận.
///
/// # Errors
/// [`Refusal`] when it was not sent, or only after that day.
pub fn accept(tracking: &Tracking<'_>, filing: &FilingId, by: &str, on: Date) -> Result<Vec<Edit>, Refusal> {
    let (item, by) = (item_of(tracking, filing)?, named(by)?);
    answerable(&item, on)?;
    step(tracking.file(), &item, &[FilingState::Submitted], |filing| Filing {
        state: FilingState::Accepted,
        answered_on: Some(on),
        answered_by: by,
        returned_for: String::new(),
        ..filing
    })
}

/// Trả lại, with the reason: owed again, by the same day.
///
/// # Errors
/// [`Refusal`] when it was not sent, or only after that day, or the reason is missing.
pub fn give_back(
    tracking: &Tracking<'_>,
    filing: &FilingId,
    by: &str,
    reason: &str,
    on: Date,
) -> Result<Vec<Edit>, Refusal> {
    let (item, by) = (item_of(tracking, filing)?, named(by)?);
    if reason.trim().is_empty() {
        return Err(Refusal::Reasonless);
    }
    answerable(&item, on)?;
    step(tracking.file(), &item, &[FilingState::Submitted, FilingState::Accepted], |filing| Filing {
        state: FilingState::Returned,
        answered_on: Some(on),
        answered_by: by,
        returned_for: reason.trim().to_owned(),
        ..filing
    })
}

/// A version of the report as it is composed now.
fn version(
    tracking: &Tracking<'_>,
    item: &ReportItem,
    by: &str,
    author: &Author,
    reason: &str,
) -> Result<Vec<Edit>, Refusal> {
    let file = tracking.file();
    let by = named(by)?;
    let spec = ReportSpec::of_item(file, item);
    if tracking.today() <= spec.window.to {
        return Err(Refusal::TooEarly(spec.window.to));
    }
    let versions = file.frozen_reports.iter().filter(|frozen| frozen.filing == item.filing);
    let version = versions.map(|frozen| frozen.version).max().unwrap_or(0).saturating_add(1);
    // An amendment of what was sent is another document: it goes out under a number and on a day of its own.
    let is_another = !reason.is_empty() && item.filed.is_sent();
    let document = |form| {
        let report = compose_from(tracking, &spec.clone().with_form(form));
        let mut document = to_document(&report);
        if let Some(form) = document.form.as_mut().filter(|_| is_another) {
            form.letterhead.number = None;
            form.letterhead.date = PartialDate { day: None, ..tracking.today().into() };
        }
        serde_json::to_value(document).expect("a document is words, numbers and lists")
    };
    let mut frozen = FrozenReport {
        id: FrozenReport::version_id(&item.filing, version),
        filing: item.filing.clone(),
        version,
        at: on_day(author, tracking.today()),
        by,
        office: author.office.clone(),
        window: spec.window,
        as_of: tracking.today().min(spec.window.to),
        reason: reason.to_owned(),
        document: document(ReportForm::StandAlone),
        section: Some(document(ReportForm::Embedded)),
        made_of: BTreeMap::new(),
        lifted: None,
        extra: Extra::new(),
    };
    frozen.made_of = made_of(file, &frozen);
    let filing = filing_of(file, item);
    let begun = file.filings.get(&item.filing).is_none().then(|| Edit::write(&filing));
    Ok(begun.into_iter().chain([Edit::write(&frozen)]).collect())
}

fn item_of(tracking: &Tracking<'_>, filing: &FilingId) -> Result<ReportItem, Refusal> {
    let items = tracking.reports().into_iter();
    items.into_iter().find(|item| item.filing == *filing).ok_or_else(|| Refusal::Unknown(filing.clone()))
}

fn filing_of(file: &PlanFile, item: &ReportItem) -> Filing {
    file.filings.get(&item.filing).cloned().unwrap_or_else(|| Filing {
        rule: item.rule.clone(),
        period: item.period,
        ..Filing::draft(item.filing.clone())
    })
}

fn step(
    file: &PlanFile,
    item: &ReportItem,
    from: &[FilingState],
    to: impl FnOnce(Filing) -> Filing,
) -> Result<Vec<Edit>, Refusal> {
    let old = filing_of(file, item);
    if !from.contains(&old.state) {
        let must = from.first().map_or("", |state| state.vietnamese());
        return Err(Refusal::State { is: old.state.vietnamese(), must });
    }
    let new = to(old.clone());
    Ok(match file.filings.get(&item.filing) {
        Some(there) => Edit::difference(there, &new).into_iter().collect(),
        None => vec![Edit::write(&new)],
    })
}

fn answerable(item: &ReportItem, on: Date) -> Result<(), Refusal> {
    match item.sent_on.filter(|sent_on| on < *sent_on && item.filed.is_sent()) {
        Some(sent_on) => Err(Refusal::BeforeSent(sent_on)),
        None => Ok(()),
    }
}

/// The moment of a step that is taken on that day: the author's, unless another day was named.
fn on_day(author: &Author, day: Date) -> DateTime<FixedOffset> {
    let moment = day.and_time(author.at.time()).and_local_timezone(*author.at.offset());
    moment.single().unwrap_or(author.at)
}

fn named(by: &str) -> Result<String, Refusal> {
    let by = by.trim();
    if by.is_empty() { Err(Refusal::Nameless) } else { Ok(by.to_owned()) }
}

#[cfg(test)]
mod tests;
