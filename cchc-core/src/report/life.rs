//! Vòng đời của báo cáo: draft, frozen, sent, accepted or given back; what has changed since it was frozen.
//!
//! Each step gives the edits of one change, or says why it cannot be taken. Nothing here writes: the edits go through
//! [`PlanFile::apply`] like any other, which also keeps what is frozen.

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::document::{Block, Document, Rich};
use crate::exchange::{Author, Edit, PlanFile, RecordKey, content_sum};
use crate::id::FilingId;
use crate::plan::ReportForm;
use crate::progress::{ReportItem, Tracking};
use crate::record::{Extra, Kind, Record};
use crate::register::{Filing, FilingState, FrozenReport, Lift};
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
    /// Whoever takes the step has not said who he is.
    #[error("chưa ghi họ và tên người thực hiện")]
    Nameless,
    /// The step needs a reason.
    #[error("chưa ghi lý do")]
    Reasonless,
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
/// [`Refusal`] when it is not frozen, nothing has changed, or name or reason are missing.
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
/// [`Refusal`] when it was not sent.
pub fn accept(tracking: &Tracking<'_>, filing: &FilingId, by: &str, on: Date) -> Result<Vec<Edit>, Refusal> {
    let (item, by) = (item_of(tracking, filing)?, named(by)?);
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
/// [`Refusal`] when it was not sent, or the reason is missing.
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
    step(tracking.file(), &item, &[FilingState::Submitted, FilingState::Accepted], |filing| Filing {
        state: FilingState::Returned,
        answered_on: Some(on),
        answered_by: by,
        returned_for: reason.trim().to_owned(),
        ..filing
    })
}

/// The document of a frozen version, as it stood; none where what is kept is no document.
pub fn frozen_document(frozen: &FrozenReport, form: ReportForm) -> Option<Document> {
    use serde::Deserialize;
    match form {
        ReportForm::StandAlone => Document::deserialize(&frozen.document).ok(),
        ReportForm::Embedded => Document::deserialize(frozen.section.as_ref()?).ok(),
    }
}

/// Khác biệt: what has changed since a report was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drift {
    /// Records of the window that came, changed or went.
    pub records: Vec<(RecordKey, DriftKind)>,
    /// Paragraphs that would read otherwise now: as they stand in the report, and as they would.
    pub paragraphs: Vec<(String, String)>,
}

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DriftKind {
    /// Ghi thêm.
    Added,
    /// Sửa.
    Changed,
    /// Không còn trong kỳ: deleted, or moved to another day.
    Gone,
}

impl DriftKind {
    /// The word a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Added => "ghi thêm",
            Self::Changed => "đã sửa",
            Self::Gone => "không còn trong kỳ",
        }
    }
}

impl Drift {
    /// Whether the report still says what the register does.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.paragraphs.is_empty()
    }
}

/// What has changed since a report was frozen.
pub fn drift(tracking: &Tracking<'_>, frozen: &FrozenReport) -> Drift {
    let now = made_of(tracking.file(), frozen);
    let mut records = Vec::new();
    for (key, sum) in &now {
        match frozen.made_of.get(key) {
            None => records.push((key.clone(), DriftKind::Added)),
            Some(before) if before != sum => records.push((key.clone(), DriftKind::Changed)),
            Some(_) => {}
        }
    }
    let gone = frozen.made_of.keys().filter(|key| !now.contains_key(*key));
    records.extend(gone.map(|key| (key.clone(), DriftKind::Gone)));
    records.sort();
    let records = records.into_iter().filter_map(|(key, what)| Some((key.parse().ok()?, what)));
    let paragraphs =
        match (frozen_document(frozen, ReportForm::StandAlone), item_of(tracking, &frozen.filing)) {
            (Some(before), Ok(item)) => {
                let spec = ReportSpec::of_item(tracking.file(), &item);
                texts_that_differ(&before, &to_document(&compose_from(tracking, &spec)))
            }
            _ => Vec::new(),
        };
    Drift { records: records.collect(), paragraphs }
}

fn texts_that_differ(before: &Document, after: &Document) -> Vec<(String, String)> {
    let keyed = |document: &Document| -> Vec<(String, String)> {
        let blocks = document.body.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some((paragraph.key.clone()?, words(&paragraph.text))),
            Block::ListItem(item) => Some((item.key.clone()?, words(&item.text))),
            Block::Heading(_) | Block::Table(_) | Block::Chart(_) => None,
        });
        blocks.collect()
    };
    let (before, after) = (keyed(before), keyed(after));
    let of = |texts: &[(String, String)], key: &str| {
        texts.iter().find(|(other, _)| other == key).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let mut differing: Vec<(String, String)> = before
        .iter()
        .map(|(key, text)| (text.clone(), of(&after, key)))
        .filter(|(before, after)| before != after)
        .collect();
    let added = after.iter().filter(|(key, _)| !before.iter().any(|(other, _)| other == key));
    differing.extend(added.map(|(_, text)| (String::new(), text.clone())));
    differing
}

fn words(text: &Rich) -> String {
    text.words().replace('\u{a0}', " ")
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
    let document = |form| {
        let report = compose_from(tracking, &spec.clone().with_form(form));
        serde_json::to_value(to_document(&report)).unwrap_or_default()
    };
    let mut frozen = FrozenReport {
        id: FrozenReport::version_id(&item.filing, version),
        filing: item.filing.clone(),
        version,
        at: author.at,
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

/// Every record that the report counts, with the sum of its content.
fn made_of(file: &PlanFile, frozen: &FrozenReport) -> BTreeMap<String, String> {
    let in_window = |date: Date| frozen.window.contains(date);
    let mut sums = BTreeMap::new();
    let mut put = |key: RecordKey, sum: String| {
        sums.insert(key.to_string(), sum);
    };
    for one in file.activities.iter().filter(|one| in_window(one.date)) {
        put(key_of(one), content_sum(one));
    }
    for one in file.difficulties.iter().filter(|one| in_window(one.date)) {
        put(key_of(one), content_sum(one));
    }
    for one in file.office_returns.iter().filter(|one| one.filing == frozen.filing) {
        put(key_of(one), content_sum(one));
    }
    sums
}

fn key_of<R: Record>(record: &R) -> RecordKey {
    let kind: Kind = R::KIND;
    RecordKey::new(kind, record.id().to_string())
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

fn named(by: &str) -> Result<String, Refusal> {
    let by = by.trim();
    if by.is_empty() { Err(Refusal::Nameless) } else { Ok(by.to_owned()) }
}

#[cfg(test)]
#[path = "life_tests.rs"]
mod tests;
