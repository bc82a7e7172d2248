//! What a deletion does to the figures of the reports, said before it is done. Pure: no browser.

use std::collections::BTreeMap;

use cchc_core::calendar::{Date, Period, PeriodKind, WindowRule};
use cchc_core::exchange::PlanFile;
use cchc_core::id::{ActivityId, UnitId};
use cchc_core::order;
use cchc_core::register::{Activity, Filing};

/// One report period that loses figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// The period.
    pub period: Period,
    /// The days of what is deleted, in order.
    pub days: Vec<Date>,
    /// How many activities are deleted in it.
    pub activities: usize,
    /// Per unit: how many there are, and how many stay.
    pub sums: Vec<(UnitId, u64, u64)>,
    /// Whether its report has been sent: the paper that was sent does not change.
    pub submitted: bool,
}

/// The quarterly periods that lose figures when these activities go; by the plan's quarterly rule.
pub fn losses(file: &PlanFile, ids: &[ActivityId]) -> Vec<Loss> {
    let rule = file.report_rules.iter().find(|rule| rule.period == Some(PeriodKind::Quarter));
    let window = rule.map_or(WindowRule::Nd09, |rule| rule.window.value);
    let mut by_period: BTreeMap<Period, Vec<&Activity>> = BTreeMap::new();
    for activity in ids.iter().filter_map(|id| file.activities.get(id)) {
        if let Some(period) = window.period_of(activity.date, PeriodKind::Quarter) {
            by_period.entry(period).or_default().push(activity);
        }
    }
    let submitted = |period| {
        let filing = |filing: &Filing| filing.period == Some(period) && filing.state.is_sent();
        file.filings.iter().any(filing)
    };
    let loss = |(period, gone): (Period, Vec<&Activity>)| {
        let days = window.window(period);
        let mut dates: Vec<Date> = gone.iter().map(|activity| activity.date).collect();
        order::sort(&mut dates);
        dates.dedup();
        let sum =
            |unit: &UnitId, all: &mut dyn Iterator<Item = &Activity>| all.map(|a| a.count(unit)).sum::<u64>();
        let units = file.units.iter().map(|unit| &unit.id);
        let sums = units.filter_map(|unit| {
            let lost = sum(unit, &mut gone.iter().copied());
            let before = sum(unit, &mut file.activities.iter().filter(|a| days.contains(a.date)));
            (lost > 0).then(|| (unit.clone(), before, before - lost))
        });
        Loss {
            period,
            days: dates,
            activities: gone.len(),
            sums: sums.collect(),
            submitted: submitted(period),
        }
    };
    by_period.into_iter().map(loss).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_tells_what_it_had_and_what_stays() {
        let file = cchc_core::examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let ids = ["a-2026-01-20-01", "a-2026-02-26-01"].map(|id| ActivityId::new(id).unwrap());
        let losses = losses(&file, &ids);
        assert_eq!(losses.len(), 1);
        let loss = &losses[0];
        assert_eq!((loss.period.to_string(), loss.activities, loss.days.len()), ("2026-Q1".to_owned(), 2, 2));
        let unit = UnitId::new("luot-phat").unwrap();
        let days = WindowRule::Nd09.window(loss.period);
        let by_hand: u64 =
            file.activities.iter().filter(|a| days.contains(a.date)).map(|a| a.count(&unit)).sum();
        assert_eq!(loss.sums, [(unit, by_hand, by_hand - 6)]);
        assert!(super::losses(&file, &[ActivityId::new("la").unwrap()]).is_empty());
    }
}
