//! Values over the years, with target, gap and rank: the file's own and those that come with the program.

use std::collections::{BTreeMap, HashMap};

use crate::calendar::{Period, PeriodKind};
use crate::exchange::PlanFile;
use crate::exchange::sets::{index_name, set, sets};
use crate::id::{IndexCode, IndexValueId};
use crate::indicator::{
    IndexValue, IndicatorSet, Node, Ownership, Published, Raw, View, builtin_set, lang_son, score, score_row,
};
use crate::order;

/// Whose values are for every commune to compare with.
const COUNTRY: &str = "cả nước";

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PointOrigin {
    /// A record of the file.
    Entered(IndexValueId),
    /// It comes with the program.
    BuiltIn,
}

/// Một giá trị đã công bố: of the file, or built in; read alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Where it comes from.
    pub origin: PointOrigin,
    /// The row.
    pub row: IndexValue,
    /// The total: as published, else computed from a complete row.
    pub total: Option<f64>,
    /// Whether the total was computed here.
    pub is_computed: bool,
}

/// A line to draw: one index of one whose value it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Series {
    /// Chỉ số.
    pub index: IndexCode,
    /// Đối tượng; empty for the commune's own.
    pub of: String,
    /// Điểm tháng hay điểm năm.
    pub view: Option<View>,
}

/// Một điểm của đường.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// Năm hoặc kỳ.
    pub period: Period,
    /// The value; not known is not 0.
    pub value: Option<f64>,
    /// Mục tiêu.
    pub target: Option<f64>,
    /// The target less the value: what is missing, below 0 where it is surpassed.
    pub gap: Option<f64>,
    /// Since the point before of a period as long, where both are known.
    pub change: Option<f64>,
    /// The period of that point.
    pub since: Option<Period>,
    /// Xếp hạng.
    pub rank: Option<u32>,
    /// Of how many.
    pub ranked: Option<u32>,
    /// The row behind it.
    pub behind: Value,
}

impl Series {
    /// Whether it is the commune's own or read for comparison.
    pub fn ownership(&self) -> Ownership {
        if self.of.is_empty() { Ownership::Own } else { Ownership::Context }
    }

    /// What a person calls it: "PCI, tỉnh Lạng Sơn".
    pub fn vietnamese(&self, file: &PlanFile) -> String {
        let mut name = index_name(file, &self.index);
        let of = Some(self.of.as_str()).filter(|of| !of.is_empty());
        for more in self.view.map(View::vietnamese).into_iter().chain(of) {
            name.push_str(", ");
            name.push_str(more);
        }
        name
    }

    /// A target of the file is the commune's; of an index that only the province has a value of, the province's.
    fn takes_target(&self, file: &PlanFile) -> bool {
        let is_of_index =
            |set: &IndicatorSet| set.code == self.index || set.index.as_ref() == Some(&self.index);
        let ownership = |set: &IndicatorSet| set.ownership == Ownership::Context;
        self.of.is_empty() || sets(file).iter().filter(|set| is_of_index(set)).all(|set| ownership(set))
    }

    fn of_row(row: &IndexValue) -> Self {
        Self { index: row.index.clone(), of: row.of.trim().to_owned(), view: row.view }
    }
}

/// All values: those of the file, then the built-in ones of the file's province and of the country that the file does not
/// have itself.
pub fn values(file: &PlanFile) -> Vec<Value> {
    let own = file.index_values.iter().map(|row| (PointOrigin::Entered(row.id.clone()), row.clone()));
    let built_in = lang_son()
        .iter()
        .filter(|published| published.of == COUNTRY || published.of.ends_with(&file.plan.province))
        .filter_map(from_published)
        .filter(|row| !file.index_values.contains(&row.id))
        .map(|row| (PointOrigin::BuiltIn, row));
    own.chain(built_in).map(|(origin, row)| valued(file, origin, row)).collect()
}

/// The lines there are: the commune's own first.
pub fn series(file: &PlanFile) -> Vec<Series> {
    let mut found: Vec<Series> = values(file).iter().map(|value| Series::of_row(&value.row)).collect();
    order::sort(&mut found);
    found.dedup();
    found
}

/// Values of one line over time, the earliest first.
pub fn trend(file: &PlanFile, series: &Series) -> Vec<TrendPoint> {
    let rows: BTreeMap<Period, Value> = values(file)
        .into_iter()
        .filter(|value| Series::of_row(&value.row) == *series)
        .map(|value| (value.row.period, value))
        .collect();
    let target_of = |index: &IndexCode, period| {
        if series.takes_target(file) { target(file, index, "", period) } else { None }
    };
    let mut before: HashMap<PeriodKind, (Period, f64)> = HashMap::new();
    let points = rows.into_iter().map(|(period, behind)| {
        let value = behind.total;
        let set = behind.row.set.as_ref().filter(|set| **set != series.index);
        let target = target_of(&series.index, period).or_else(|| set.and_then(|set| target_of(set, period)));
        let earlier = before.get(&period.kind()).copied();
        if let Some(value) = value {
            before.insert(period.kind(), (period, value));
        }
        TrendPoint {
            period,
            value,
            target,
            gap: target.zip(value).map(|(target, value)| target - value),
            change: value.zip(earlier).map(|(value, (_, before))| value - before),
            since: earlier.map(|(period, _)| period),
            rank: behind.row.rank,
            ranked: behind.row.ranked,
            behind,
        }
    });
    points.collect()
}

/// Điểm của một tiêu chí trong một kỳ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeafPoint {
    /// Năm hoặc kỳ.
    pub period: Period,
    /// The score; not known is not 0.
    pub value: Option<f64>,
    /// Mục tiêu.
    pub target: Option<f64>,
}

/// A criterion over the periods for which something was entered, or published as a part of the commune's own value; the
/// earliest first.
pub fn leaf_trend(file: &PlanFile, set: &IndicatorSet, leaf: &Node) -> Vec<LeafPoint> {
    let of_set = |row: &&IndexValue| *row.set.as_ref().unwrap_or(&row.index) == set.code;
    let rows = file.index_values.iter().filter(of_set).filter(|row| row.ownership() == Ownership::Own);
    let published = rows.filter_map(|row| Some((row.period, row.view, row.parts.get(&leaf.code).copied()??)));
    let mut published: Vec<_> = published.collect();
    // Of month and year view, the latter.
    order::sort_by_key(&mut published, |(period, view, _)| (*period, *view));
    let mut known: BTreeMap<Period, Option<f64>> =
        published.into_iter().map(|(period, _, part)| (period, Some(part))).collect();
    for entry in file.score_entries.iter().filter(|entry| entry.set == set.code && entry.leaf == leaf.code) {
        if let Ok(card) = score(set, &[entry.to_entry()])
            && let Some(score) = card.leaves().into_iter().find(|scored| scored.code == leaf.code)
            && score.score.is_some()
        {
            known.insert(entry.period, score.score);
        }
    }
    let point = |(period, value): (Period, Option<f64>)| LeafPoint {
        period,
        value,
        target: target(file, &set.code, &leaf.code, period).or_else(|| leaf.target(period.year())),
    };
    known.into_iter().map(point).collect()
}

/// What the file sets as the target of an index, or of a criterion (`node`) of a set: that of the period, else that of
/// its year.
pub fn target(file: &PlanFile, index: &IndexCode, node: &str, period: Period) -> Option<f64> {
    let year = Period::new(PeriodKind::Year, period.year(), 1)?;
    [period, year].into_iter().find_map(|period| {
        let mut targets = file.index_targets.iter();
        targets
            .find(|target| target.index == *index && target.node == node && target.period == period)
            .map(|target| target.at_least)
    })
}

fn valued(file: &PlanFile, origin: PointOrigin, row: IndexValue) -> Value {
    let computed = || {
        let set = set(file, row.set.as_ref().unwrap_or(&row.index).as_str())?;
        total_of(&set, &row)
    };
    let total = row.total.or_else(computed);
    Value { origin, total, is_computed: row.total.is_none() && total.is_some(), row }
}

/// The total of a complete row.
fn total_of(set: &IndicatorSet, row: &IndexValue) -> Option<f64> {
    let parts: Vec<_> = set
        .leaves()
        .iter()
        .map(|leaf| row.parts.get(&leaf.code).copied().flatten().map(Raw::Number))
        .collect();
    score_row(set, &parts).ok()?.total
}

fn from_published(published: &Published) -> Option<IndexValue> {
    let period = match published.month {
        Some(month) => Period::new(PeriodKind::Month, published.year, month),
        None => Period::new(PeriodKind::Year, published.year, 1),
    }?;
    let index = IndexCode::new(&published.index).ok()?;
    let mut row = IndexValue::new(&index, &published.of, period, published.view);
    row.total = published.total;
    (row.rank, row.ranked) = (published.rank, published.ranked);
    row.source.clone_from(&published.source);
    if let Some(set) = published.set.as_deref().and_then(builtin_set) {
        row.set = Some(set.code.clone());
        let leaves = set.leaves().into_iter().map(|leaf| leaf.code.clone());
        row.parts = leaves.zip(published.values.iter().copied()).collect();
    }
    Some(row)
}
