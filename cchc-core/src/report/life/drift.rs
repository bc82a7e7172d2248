//! Khác biệt: what has changed since a report was frozen.

use std::collections::BTreeMap;

use super::{frozen_document, item_of};
use crate::calendar::Date;
use crate::document::{Block, Document, Rich};
use crate::exchange::{PlanFile, RecordKey, content_sum, record_title};
use crate::order;
use crate::plan::ReportForm;
use crate::progress::Tracking;
use crate::record::{Kind, Record};
use crate::register::FrozenReport;
use crate::report::works::BUDGET_KEY;
use crate::report::{ReportSpec, compose_from, to_document};

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
        let texts = document.body.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some((paragraph.key.clone()?, words(&paragraph.text))),
            Block::ListItem(item) => Some((item.key.clone()?, words(&item.text))),
            Block::Heading(_) | Block::Table(_) | Block::Chart(_) => None,
        });
        texts.filter(|(key, _)| key != BUDGET_KEY).collect()
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
