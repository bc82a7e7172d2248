//! Which indices the screen shows: each once, with the set that scores it in the plan's year.

use std::borrow::Cow;

use cchc_core::exchange::PlanFile;
use cchc_core::id::IndexCode;
use cchc_core::indicator::{IndicatorSet, Ownership};
use cchc_core::progress::scoring::{Series, TrendPoint, index_name, series, sets, trend};

/// An index.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Subject {
    /// What its values and targets are filed under: the index; the set where there is no index, or where the index has
    /// two owners, as PAR INDEX has.
    pub index: IndexCode,
    /// Whose value it is.
    pub ownership: Ownership,
    /// The set that scores it.
    pub set: IndicatorSet,
}

/// The indices of a file, in the order of its sets. Of several sets of one index that of the plan's year stands for
/// all, else the latest; a set beside it is shown when something was entered for it.
pub(super) fn subjects(file: &PlanFile) -> Vec<Subject> {
    let mut found: Vec<Subject> = Vec::new();
    for set in sets(file) {
        let index = set.index.clone().unwrap_or_else(|| set.code.clone());
        let ownership = set.ownership;
        let entered = file.score_entries.iter().any(|entry| entry.set == set.code);
        let same = found.iter().position(|other| other.index == index && other.ownership == ownership);
        let subject =
            |set: Cow<'_, IndicatorSet>| Subject { index: index.clone(), ownership, set: set.into_owned() };
        match same {
            None => found.push(subject(set)),
            Some(at) => {
                let stands = &found[at].set;
                if entered {
                    found.push(subject(set));
                } else if set.years.from > stands.years.from && !stands.years.contains(file.plan.year) {
                    found[at] = subject(set);
                }
            }
        }
    }
    let owners: Vec<(IndexCode, Ownership)> = found.iter().map(|s| (s.index.clone(), s.ownership)).collect();
    for subject in &mut found {
        if owners.iter().any(|(index, owner)| *index == subject.index && *owner != subject.ownership) {
            subject.index = subject.set.code.clone();
        }
    }
    found
}

/// What the values and targets of a set are filed under.
pub(super) fn filed_under(file: &PlanFile, set: &IndicatorSet) -> IndexCode {
    let of_set = subjects(file).into_iter().find(|subject| subject.set.code == set.code);
    let of_index = || set.index.clone().unwrap_or_else(|| set.code.clone());
    of_set.map_or_else(of_index, |subject| subject.index)
}

/// What a person calls a set: a province's by its index, whichever weights it has.
pub(super) fn name_of(file: &PlanFile, set: &IndicatorSet) -> String {
    match &set.index {
        Some(index) if set.ownership == Ownership::Context => index_name(file, index),
        _ => set.called().to_owned(),
    }
}

/// The lines of an index: one's own, or those read for comparison.
pub(super) fn lines(
    file: &PlanFile,
    index: &IndexCode,
    ownership: Ownership,
) -> Vec<(Series, Vec<TrendPoint>)> {
    let of_index =
        series(file).into_iter().filter(|line| line.index == *index && line.ownership() == ownership);
    of_index.map(|line| (line.clone(), trend(file, &line))).collect()
}

/// The newest known value of an index, with its line.
pub(super) fn newest(
    file: &PlanFile,
    index: &IndexCode,
    ownership: Ownership,
) -> Option<(Series, TrendPoint)> {
    let known = lines(file, index, ownership).into_iter().filter_map(|(line, points)| {
        let last = points.into_iter().rev().find(|point| point.value.is_some())?;
        Some((line, last))
    });
    known.max_by(|(_, a), (_, b)| a.period.cmp(&b.period))
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    #[test]
    fn each_index_is_shown_once() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let codes = |ownership| -> Vec<String> {
            let all = subjects(&file);
            all.iter().filter(|s| s.ownership == ownership).map(|s| s.set.code.to_string()).collect()
        };
        assert_eq!(codes(Ownership::Own), ["cchc-xa", "sipas-1001", "ddci-lang-son", "766", "targets-2026"]);
        assert_eq!(codes(Ownership::Context), ["par-876", "papi-2018", "pci-2022"]);
    }

    #[test]
    fn the_newest_value_is_found() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let pci = IndexCode::new("pci").expect("a code");
        let (_, point) = newest(&file, &pci, Ownership::Context).expect("a published value");
        assert_eq!((point.period.to_string().as_str(), point.value), ("2024", Some(69.01)));
        assert_eq!(newest(&file, &pci, Ownership::Own), None);
    }

    #[test]
    fn what_has_two_owners_is_filed_under_its_sets() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let filed =
            |code| filed_under(&file, cchc_core::indicator::builtin_set(code).expect("a set")).to_string();
        // PAR INDEX is the province's and, by the set for communes, the commune's.
        assert_eq!(
            ["cchc-xa", "par-876", "pci-2022", "766"].map(filed),
            ["cchc-xa", "par-876", "pci", "766"]
        );
    }
}
