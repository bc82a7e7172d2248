//! Đổi hạn theo công văn: another last day at one level, for one period or for every period of the year.

use super::Refusal;
use crate::calendar::{Date, DeadlineRule, Period};
use crate::exchange::{Edit, PlanFile};
use crate::plan::{Basis, DeadlineOverride, ReportRule, Stated};
use crate::progress::ReportItem;
use crate::record::Extra;
use crate::register::Filing;

/// Sets the last day at a level (an index into [`ReportItem::levels`]), as a công văn says: for this period, or for every
/// period of the year. What an earlier one set for the same gives way.
///
/// # Errors
/// [`Refusal`] when the report has no such level, the công văn is not named, or no rule says such a day.
pub fn set_deadline(
    file: &PlanFile,
    item: &ReportItem,
    level: usize,
    due: Date,
    document: &str,
    whole_year: bool,
) -> Result<Vec<Edit>, Refusal> {
    let (rule, period) = rule_of(file, item, level)?;
    let document = document.trim();
    if document.is_empty() {
        return Err(Refusal::Undocumented);
    }
    let value = DeadlineRule::naming(period, due, true).ok_or(Refusal::FarDeadline(due))?;
    let of = (!whole_year).then_some(period);
    let mut new = rule.clone();
    let overrides = &mut new.levels[level].overrides;
    overrides.retain(|other| (other.year, other.period) != (period.year(), of));
    overrides.push(DeadlineOverride {
        year: period.year(),
        period: of,
        deadline: Stated { basis: Basis::Confirmed, ..Stated::written(value, document) },
        document: document.to_owned(),
        extra: Extra::new(),
    });
    Ok(Edit::difference(rule, &new).into_iter().chain(without_own_day(file, item, level)).collect())
}

/// Bỏ hạn đổi riêng: what was set for this period goes; where nothing was, what was set for the year.
///
/// # Errors
/// [`Refusal`] when the report has no such level, or nobody has set another day.
pub fn drop_deadline(file: &PlanFile, item: &ReportItem, level: usize) -> Result<Vec<Edit>, Refusal> {
    let (rule, period) = rule_of(file, item, level)?;
    let own = without_own_day(file, item, level);
    if own.is_some() {
        return Ok(own.into_iter().collect());
    }
    let dropped = rule.levels[level].override_of(period).ok_or(Refusal::NoOverride)?.period;
    let mut new = rule.clone();
    let overrides = &mut new.levels[level].overrides;
    overrides.retain(|other| (other.year, other.period) != (period.year(), dropped));
    Ok(Edit::difference(rule, &new).into_iter().collect())
}

fn rule_of<'a>(
    file: &'a PlanFile,
    item: &ReportItem,
    level: usize,
) -> Result<(&'a ReportRule, Period), Refusal> {
    let rule = item.rule.as_ref().and_then(|rule| file.report_rules.get(rule));
    let rule = rule.filter(|rule| level < rule.levels.len());
    rule.zip(item.period).ok_or(Refusal::NoLevel(level + 1))
}

/// The last level's day may also stand in the report's own record.
fn without_own_day(file: &PlanFile, item: &ReportItem, level: usize) -> Option<Edit> {
    let filing = file.filings.get(&item.filing).filter(|filing| filing.due.is_some())?;
    if level + 1 < item.levels.len() {
        return None;
    }
    Edit::difference(filing, &Filing { due: None, requested_by: String::new(), ..filing.clone() })
}
