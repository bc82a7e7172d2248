//! Bản ghi: what a plan file is made of, and the collections that hold it.
//!
//! A record is one JSON object with a stable id; its fields are what people edit, and what a merge compares.

use std::borrow::Borrow as _;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::id::RecordId;

/// Fields of a record that this version does not know. They are kept and written back as JSON values: a number of more
/// than 64 bits becomes the nearest float, and `1.10` is written `1.1`.
pub type Extra = Map<String, Value>;

/// A record of the plan file.
pub trait Record: Serialize + DeserializeOwned + Clone {
    /// The type of its id.
    type Id: RecordId;
    /// Where it lives.
    const KIND: Kind;
    /// Its id.
    fn id(&self) -> &Self::Id;
    /// Place in the plan, from 1; records that the plan does not number have 0 and are ordered by id.
    fn order(&self) -> u32 {
        0
    }
}

/// The kinds of records of a file, in the order in which the file lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The header of the plan: exactly one record, id `plan`.
    Plan,
    /// Đoạn văn của kế hoạch.
    Passages,
    /// Văn bản viện dẫn.
    Documents,
    /// Mục tiêu, yêu cầu.
    Goals,
    /// Nội dung tuyên truyền.
    Topics,
    /// Chỉ tiêu.
    Targets,
    /// Nhóm hình thức.
    ChannelGroups,
    /// Hình thức, kênh.
    Channels,
    /// Đơn vị tính.
    Units,
    /// Cơ quan, đơn vị.
    Offices,
    /// Nhiệm vụ.
    Duties,
    /// Quy định báo cáo.
    ReportRules,
    /// Ngày nghỉ, ngày làm bù.
    Holidays,
    /// Hoạt động.
    Activities,
    /// Khó khăn, kiến nghị.
    Difficulties,
    /// Lần gửi số liệu.
    OfficeReturns,
    /// Kỳ báo cáo cụ thể.
    Filings,
    /// Đoạn báo cáo sửa tay.
    ParagraphEdits,
    /// Bộ chỉ số của tệp.
    IndicatorSets,
    /// Số liệu, điểm ghi cho một tiêu chí.
    ScoreEntries,
    /// Giá trị chỉ số đã công bố.
    IndexValues,
    /// Mục tiêu của một chỉ số.
    IndexTargets,
    /// Giải pháp khắc phục, nâng cao chỉ số.
    Measures,
    /// Khoản kinh phí.
    BudgetItems,
    /// Điển hình, cách làm hay, sáng kiến, khen thưởng.
    Merits,
    /// Báo cáo đã chốt.
    FrozenReports,
    /// Cách đọc danh sách.
    ListReadings,
}

impl Kind {
    /// Every kind, in file order.
    pub const ALL: [Self; 27] = [
        Self::Plan,
        Self::Passages,
        Self::Documents,
        Self::Goals,
        Self::Topics,
        Self::Targets,
        Self::ChannelGroups,
        Self::Channels,
        Self::Units,
        Self::Offices,
        Self::Duties,
        Self::ReportRules,
        Self::Holidays,
        Self::Activities,
        Self::Difficulties,
        Self::OfficeReturns,
        Self::Filings,
        Self::ParagraphEdits,
        Self::IndicatorSets,
        Self::ScoreEntries,
        Self::IndexValues,
        Self::IndexTargets,
        Self::Measures,
        Self::BudgetItems,
        Self::Merits,
        Self::FrozenReports,
        Self::ListReadings,
    ];

    /// The name in the file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Passages => "passages",
            Self::Documents => "documents",
            Self::Goals => "goals",
            Self::Topics => "topics",
            Self::Targets => "targets",
            Self::ChannelGroups => "channel_groups",
            Self::Channels => "channels",
            Self::Units => "units",
            Self::Offices => "offices",
            Self::Duties => "duties",
            Self::ReportRules => "report_rules",
            Self::Holidays => "holidays",
            Self::Activities => "activities",
            Self::Difficulties => "difficulties",
            Self::OfficeReturns => "office_returns",
            Self::Filings => "filings",
            Self::ParagraphEdits => "paragraph_edits",
            Self::IndicatorSets => "indicator_sets",
            Self::ScoreEntries => "score_entries",
            Self::IndexValues => "index_values",
            Self::IndexTargets => "index_targets",
            Self::Measures => "measures",
            Self::BudgetItems => "budget_items",
            Self::Merits => "merits",
            Self::FrozenReports => "frozen_reports",
            Self::ListReadings => "list_readings",
        }
    }

    /// The kind of that name in the file.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The word a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Plan => "kế hoạch",
            Self::Passages => "đoạn văn",
            Self::Documents => "văn bản viện dẫn",
            Self::Goals => "mục tiêu, yêu cầu",
            Self::Topics => "nội dung tuyên truyền",
            Self::Targets => "chỉ tiêu",
            Self::ChannelGroups => "nhóm hình thức",
            Self::Channels => "hình thức tuyên truyền",
            Self::Units => "đơn vị tính",
            Self::Offices => "cơ quan",
            Self::Duties => "nhiệm vụ",
            Self::ReportRules => "quy định báo cáo",
            Self::Holidays => "ngày nghỉ",
            Self::Activities => "hoạt động",
            Self::Difficulties => "kiến nghị",
            Self::OfficeReturns => "lần gửi số liệu",
            Self::Filings => "kỳ báo cáo",
            Self::ParagraphEdits => "đoạn báo cáo sửa tay",
            Self::IndicatorSets => "bộ chỉ số",
            Self::ScoreEntries => "điểm chấm",
            Self::IndexValues => "giá trị chỉ số",
            Self::IndexTargets => "mục tiêu chỉ số",
            Self::Measures => "giải pháp",
            Self::BudgetItems => "khoản kinh phí",
            Self::Merits => "điển hình, khen thưởng",
            Self::FrozenReports => "báo cáo đã chốt",
            Self::ListReadings => "cách đọc danh sách",
        }
    }
}

/// A collection of records of one kind: looked up by id, walked in plan order (order, then id).
///
/// Records are shared (`Arc`): cloning a collection of 20,000 copies pointers, and two versions of a file can be
/// compared record by record with `Arc::ptr_eq`.
#[derive(Debug, Clone, PartialEq)]
pub struct Records<R: Record>(IndexMap<R::Id, Arc<R>>);

impl<R: Record> Default for Records<R> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<R: Record> Records<R> {
    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The record of that id.
    pub fn get(&self, id: &R::Id) -> Option<&R> {
        self.0.get(id).map(AsRef::as_ref)
    }

    /// The record of that id, by its bare text.
    pub fn get_str(&self, id: &str) -> Option<&R> {
        self.0.get(id).map(AsRef::as_ref)
    }

    /// The record at that place, from 0 in plan order.
    pub fn at(&self, place: usize) -> Option<&R> {
        self.0.get_index(place).map(|(_, record)| record.as_ref())
    }

    /// Whether there is a record of that id.
    pub fn contains(&self, id: &R::Id) -> bool {
        self.0.contains_key(id)
    }

    /// The shared pointer to the record of that id.
    pub fn get_arc(&self, id: &R::Id) -> Option<&Arc<R>> {
        self.0.get(id)
    }

    /// All records, in plan order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &R> + ExactSizeIterator + Clone {
        self.0.values().map(AsRef::as_ref)
    }

    /// All records as shared pointers, in plan order.
    pub fn arcs(&self) -> impl DoubleEndedIterator<Item = &Arc<R>> + ExactSizeIterator + Clone {
        self.0.values()
    }

    /// Puts a record in its place; returns the one of the same id that stood there. It gives the record no version and the
    /// journal no entry: that is for who calls it.
    pub(crate) fn put(&mut self, record: R) -> Option<Arc<R>> {
        let id = record.id().clone();
        let order = record.order();
        if let Some(slot) = self.0.get_mut(&id)
            && slot.order() == order
        {
            return Some(std::mem::replace(slot, Arc::new(record)));
        }
        let before = self.0.shift_remove(&id);
        let place = self.0.binary_search_by(|key, other| (other.order(), key).cmp(&(order, &id)));
        let place = place.unwrap_or_else(|place| place);
        self.0.shift_insert(place, id, Arc::new(record));
        before
    }

    /// Collects and sorts shared records, each of another id.
    pub(crate) fn from_shared(records: Vec<Arc<R>>) -> Self {
        let named = |record: Arc<R>| (record.id().clone(), record);
        if records.is_sorted_by(|a, b| (a.order(), a.id()) <= (b.order(), b.id())) {
            return Self(records.into_iter().map(named).collect());
        }
        // By keys of one type: the sorting is the same code for all kinds.
        let mut keys: Vec<_> = records
            .iter()
            .enumerate()
            .map(|(at, record)| (record.order(), record.id().borrow(), at))
            .collect();
        sort(&mut keys);
        Self(keys.into_iter().map(|(_, _, at)| named(records[at].clone())).collect())
    }

    /// The place of a record, from 0 in plan order.
    pub(crate) fn place_of(&self, id: &R::Id) -> Option<usize> {
        self.0.get_index_of(id)
    }

    /// Takes a record out; as [`put`](Self::put).
    pub(crate) fn remove(&mut self, id: &R::Id) -> Option<Arc<R>> {
        self.0.shift_remove(id)
    }
}

/// Places of records, in the order of the plan.
#[expect(clippy::stable_sort_primitive, reason = "mostly sorted, or sorted runs: those it takes as they are")]
fn sort(keys: &mut [(u32, &str, usize)]) {
    keys.sort();
}

impl<R: Record> FromIterator<R> for Records<R> {
    /// Collects and sorts; of two records with one id the later stays.
    fn from_iter<I: IntoIterator<Item = R>>(records: I) -> Self {
        let map: IndexMap<_, _> =
            records.into_iter().map(|record| (record.id().clone(), Arc::new(record))).collect();
        if map.values().is_sorted_by(|a, b| (a.order(), a.id()) <= (b.order(), b.id())) {
            return Self(map);
        }
        Self::from_shared(map.into_values().collect())
    }
}

impl<'a, R: Record> IntoIterator for &'a Records<R> {
    type Item = &'a R;
    type IntoIter = std::iter::Map<indexmap::map::Values<'a, R::Id, Arc<R>>, fn(&'a Arc<R>) -> &'a R>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.values().map(AsRef::as_ref)
    }
}

impl<R: Record> Serialize for Records<R> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
