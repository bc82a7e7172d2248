//! What was published of the commune itself, criterion by criterion: for an index that others score, the only truth.

use crate::calendar::{Period, PeriodKind};
use crate::exchange::PlanFile;
use crate::indicator::{Entry, IndexValue, IndicatorSet, Node, Ownership, Raw};

/// The period of a set that is meant where none is named: the plan's year; of an index that the portal publishes, the
/// newest one of which the commune's criteria are known.
pub fn usual_period(file: &PlanFile, set: &IndicatorSet) -> Option<Period> {
    let newest = if set.is_of_portal() { rows(file, set).map(|row| row.period).max() } else { None };
    newest.or_else(|| Period::new(PeriodKind::Year, file.plan.year, 1))
}

/// The commune's own rows of a set whose criteria are known.
fn rows<'a>(file: &'a PlanFile, set: &IndicatorSet) -> impl Iterator<Item = &'a IndexValue> {
    let is_of_set = |row: &&IndexValue| *row.set.as_ref().unwrap_or(&row.index) == set.code;
    let rows = file.index_values.iter().filter(|row| !row.parts.is_empty());
    rows.filter(is_of_set).filter(|row| row.ownership() == Ownership::Own)
}

/// The commune's own published row of a set for a period; of month and year view, the latter.
pub(super) fn row<'a>(file: &'a PlanFile, set: &IndicatorSet, period: Period) -> Option<&'a IndexValue> {
    rows(file, set).filter(|row| row.period == period).max_by_key(|row| row.view)
}

/// What a published row says of a leaf, beside the proof that was entered.
pub(super) fn entry(node: &Node, row: &IndexValue, entry: Option<&Entry>) -> Option<Entry> {
    let part = row.parts.get(&node.code).copied().flatten()?;
    let blank = || Entry { leaf: node.code.clone(), ..Entry::default() };
    let mut entry = entry.cloned().unwrap_or_else(blank);
    entry.raw = Some(Raw::Number(part));
    if entry.documents.is_empty() && !row.source.trim().is_empty() {
        entry.documents.push(row.source.trim().to_owned());
    }
    Some(entry)
}
