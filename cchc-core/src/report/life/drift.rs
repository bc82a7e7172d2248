//! Khác biệt: what has changed since a report was frozen.

use std::collections::BTreeMap;

use super::{documents, item_of};
use crate::calendar::Date;
use crate::exchange::{PlanFile, RecordKey, content_sum, record_title};
use crate::order;
use crate::plan::ReportForm;
use crate::progress::Tracking;
use crate::record::{Kind, Record};
use crate::register::FrozenReport;
use crate::register::Illegible;
use crate::report::{ReportSpec, compose_from, to_document};

/// Khác biệt: what has changed since a report was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drift {
    /// Records of the window that came, changed or went.
    pub records: Vec<(RecordKey, DriftKind)>,
    /// Paragraphs that would read otherwise now: as they stand in the report, and as they would.
    pub paragraphs: Vec<(String, String)>,
    /// What else of the document would be otherwise: headings, tables, charts, appendices, what stands around the text.
    pub parts: Vec<MovedPart>,
    /// Why the documents could not be held against each other, so that nothing is known of what would read otherwise.
    pub uncompared: Option<Uncompared>,
}

/// A part of a document that would be otherwise now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedPart {
    /// Where: `Phụ lục 1, bảng “2. Số hoạt động theo nội dung”`.
    pub place: String,
    /// Lines that stand in the report and would not any more.
    pub before: Vec<String>,
    /// Lines that would stand there now.
    pub after: Vec<String>,
}

/// Why a frozen report cannot be held against what would be written now.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Uncompared {
    /// What was frozen cannot be shown.
    #[error("{0}")]
    Illegible(Illegible),
    /// The plan asks for no such report any more.
    #[error("Kế hoạch không còn kỳ báo cáo này")]
    NoReport,
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
    /// Whether the report still says what the register does; never where they could not be compared.
    pub fn is_empty(&self) -> bool {
        let Self { records, paragraphs, parts, uncompared } = self;
        records.is_empty() && paragraphs.is_empty() && parts.is_empty() && uncompared.is_none()
    }

    /// Bản ghi nào đổi ra sao, a line each, with the record where it is still there:
    /// `hoạt động “Pano tại chợ”: ghi thêm`.
    pub fn lines<'a>(
        &'a self,
        file: &'a PlanFile,
    ) -> impl Iterator<Item = (&'a RecordKey, DriftKind, String)> {
        self.records.iter().map(|(key, what)| {
            let removed = || file.stamps.removed.get(key).and_then(|removal| removal.record.clone());
            let fields = file.fields(key).or_else(removed).unwrap_or_default();
            let title = record_title(key, &fields);
            (key, *what, format!("{} “{title}”: {}", key.kind.vietnamese(), what.vietnamese()))
        })
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
    order::sort(&mut records);
    let records = records.into_iter().filter_map(|(key, what)| Some((key.parse().ok()?, what)));
    let mut drift = Drift { records: records.collect(), ..Drift::default() };
    // As it would have been written on the day of the freeze, which is one after the cut-off whatever the machine's clock
    // said: that days pass is no change of the register.
    let cut_off = frozen.window.to;
    let day = frozen.at.date_naive().max(cut_off.succ_opt().unwrap_or(cut_off));
    let then = Tracking::of(tracking.file(), day);
    match (frozen.as_frozen(ReportForm::StandAlone), item_of(&then, &frozen.filing)) {
        (Ok(before), Ok(item)) => {
            let spec = ReportSpec::of_item(then.file(), &item);
            let now = to_document(&compose_from(&then, &spec));
            (drift.paragraphs, drift.parts) = documents::differing(&before, &now);
        }
        (Err(why), _) => drift.uncompared = Some(Uncompared::Illegible(why)),
        (Ok(_), Err(_)) => drift.uncompared = Some(Uncompared::NoReport),
    }
    drift
}

/// Every record that the report counts, with the sum of its content.
pub(super) fn made_of(file: &PlanFile, frozen: &FrozenReport) -> BTreeMap<String, String> {
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
    for one in file.merits.iter().filter(|one| in_window(one.date)) {
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
