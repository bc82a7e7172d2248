//! Bảng điểm as the screen shows it: what the core derives, owned, so that rows are compared and memoised.

use std::rc::Rc;

use cchc_core::calendar::{Date, Period, WindowRule};
use cchc_core::exchange::PlanFile;
use cchc_core::indicator::{Aggregation, IndicatorSet, Node, ScoreEntry, Scorecard, Scored, View};
use cchc_core::progress::scoring::{Assessment, InputOrigin, Loss, SoFar, TotalRow, set};
use cchc_core::progress::{Criterion, Progress, State, Tracking};
use cchc_core::text::capitalized;

use super::figures::points;
use crate::strings::indicators as text;

/// A set scored for a period.
#[derive(Debug, PartialEq)]
pub(super) struct Sheet {
    pub set: IndicatorSet,
    pub is_own_set: bool,
    pub period: Period,
    pub as_of: Date,
    pub card: Scorecard,
    pub so_far: SoFar,
    /// Whether others score it, and the portal publishes that.
    pub is_of_portal: bool,
    /// Of the published value behind it.
    pub view: Option<View>,
    pub target: Option<f64>,
    pub losses: Vec<Loss>,
    /// Entries that cannot be, in words.
    pub faults: Vec<String>,
    /// The tree row by row.
    pub rows: Vec<Rc<SheetRow>>,
    /// What stands under them.
    pub totals: Vec<TotalRow>,
    /// How many leaves owe a proof.
    pub owed: usize,
}

/// One row of the tree.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SheetRow {
    /// From 0.
    pub depth: usize,
    /// The criterion, without what it consists of.
    pub node: Node,
    /// Its scores, without those of its parts.
    pub scored: Scored,
    /// What stands before its name: its code, or its place where the code is a word.
    pub number: String,
    /// Whether something stands under it.
    pub is_group: bool,
    /// How many activities and documents prove it; of a group, those of its parts.
    pub proofs: usize,
    /// Of a leaf, the rest.
    pub leaf: Option<SheetLeaf>,
    /// Whether it stands by itself, to be held against its target and not against a maximum.
    pub is_separate: bool,
}

/// What only a leaf has.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SheetLeaf {
    pub entry: Option<ScoreEntry>,
    pub origin: InputOrigin,
    pub criterion: Option<Criterion>,
    pub computed_input: Option<String>,
    pub computed_score: Option<f64>,
    pub missing: Vec<String>,
    pub lost: Option<f64>,
    pub target: Option<f64>,
    pub definition: String,
    /// Who is responsible.
    pub offices: Vec<String>,
}

impl Sheet {
    /// Scores a set of the file for a period; none where there is no such set.
    pub(super) fn of(file: &PlanFile, progress: &Progress, code: &str, period: Period) -> Option<Self> {
        Some(Self::new(&assess(file, progress, code, period)?))
    }

    pub(super) fn new(assessed: &Assessment<'_>) -> Self {
        let rows = assessed.rows();
        let rows = rows.iter().enumerate().map(|(at, row)| {
            let leaf = row.leaf.map(|leaf| SheetLeaf {
                entry: leaf.entry.cloned(),
                origin: leaf.origin,
                criterion: leaf.criterion.clone(),
                computed_input: leaf.computed_input.clone(),
                computed_score: leaf.computed_score,
                missing: leaf.missing.clone(),
                lost: leaf.lost,
                target: leaf.target,
                definition: leaf.definition.clone(),
                offices: leaf.offices(row.node),
            });
            Rc::new(SheetRow {
                depth: row.depth,
                number: number(&row.node.code, at),
                node: Node { children: Vec::new(), ..row.node.clone() },
                scored: Scored { children: Vec::new(), ..row.scored.clone() },
                is_group: !row.node.is_leaf(),
                proofs: proofs(row.scored),
                leaf,
                is_separate: assessed.set.aggregation == Aggregation::Separate,
            })
        });
        Self {
            set: (*assessed.set).clone(),
            is_own_set: assessed.is_own_set,
            period: assessed.period,
            as_of: assessed.as_of,
            card: assessed.card.clone(),
            so_far: assessed.so_far,
            is_of_portal: assessed.set.is_of_portal(),
            view: assessed.view,
            target: assessed.target,
            losses: assessed.losses(),
            faults: assessed.faults.iter().map(|fault| fault.reason.clone()).collect(),
            owed: assessed.evidence_owed().len(),
            rows: rows.collect(),
            totals: assessed.total_rows(),
        }
    }

    /// The row of a leaf.
    pub(super) fn leaf(&self, code: &str) -> Option<&Rc<SheetRow>> {
        self.rows.iter().find(|row| row.leaf.is_some() && row.node.code == code)
    }

    /// The leaf after another, in the order of the tree; the leaf before with `back`.
    pub(super) fn neighbour(&self, code: &str, back: bool) -> Option<&str> {
        let leaves: Vec<&str> =
            self.rows.iter().filter(|row| row.leaf.is_some()).map(|row| row.node.code.as_str()).collect();
        let at = leaves.iter().position(|leaf| *leaf == code)?;
        leaves.get(if back { at.checked_sub(1)? } else { at + 1 }).copied()
    }
}

/// What the core derives; from the progress of today, unless the period is over.
pub(super) fn assess<'a>(
    file: &'a PlanFile,
    progress: &Progress,
    code: &str,
    period: Period,
) -> Option<Assessment<'a>> {
    if WindowRule::Calendar.window(period).to < progress.today {
        return Assessment::of(&Tracking::of(file, progress.today), code, period);
    }
    Some(Assessment::with(file, progress, set(file, code)?, period))
}

/// A code that is a number or an abbreviation is read; one that is a word is not.
fn number(code: &str, at: usize) -> String {
    if code.chars().count() <= 8 { code.to_owned() } else { (at + 1).to_string() }
}

fn proofs(scored: &Scored) -> usize {
    scored.activities.len() + scored.documents.len() + scored.children.iter().map(proofs).sum::<usize>()
}

impl SheetRow {
    /// The activities that prove it.
    pub(super) fn has_activities(&self) -> bool {
        !self.scored.activities.is_empty()
    }

    /// What is missing, in words, with its state.
    pub(super) fn gap(&self) -> (State, String) {
        let scored = &self.scored;
        if !scored.applicable {
            return (State::None, text::NOT_APPLICABLE.to_owned());
        }
        let Some(leaf) = &self.leaf else {
            return match scored.max.zip(scored.score) {
                Some((max, score)) if max - score > 0.0 => (State::None, text::lost(&points(max - score))),
                Some(_) => (State::Done, text::FULL.to_owned()),
                None => (State::None, String::new()),
            };
        };
        let said = leaf.missing.first().map(|words| {
            let more = leaf.missing.len() - 1;
            let words = capitalized(words).trim_end_matches('.').to_owned();
            if more > 0 { text::and_more(&words, more) } else { words }
        });
        if let (true, Some(score)) = (self.is_separate, scored.score) {
            return super::tile::gap(Aggregation::Separate, score, leaf.target, None);
        }
        match (scored.score, said) {
            (None, Some(said)) => (State::Missing, said),
            (None, None) if scored.input.is_some() => (State::Missing, text::NO_MAXIMUM.to_owned()),
            (None, None) => (State::Missing, text::NOT_ENTERED.to_owned()),
            (Some(_), _) if scored.owes_explanation => (State::Missing, text::OWES_PROOF.to_owned()),
            (Some(_), Some(said)) => (State::Soon, said),
            (Some(_), None) => match leaf.lost {
                Some(lost) if lost > 0.0 => (State::Soon, text::lost(&points(lost))),
                Some(_) => (State::Done, text::FULL.to_owned()),
                None => (State::Done, text::SCORED.to_owned()),
            },
        }
    }

    /// Whether an office is responsible for it.
    pub(super) fn is_of(&self, office: &cchc_core::plan::Office) -> bool {
        let named = |name: &String| *name == office.name || *name == office.short_name;
        self.leaf.as_ref().is_some_and(|leaf| leaf.offices.iter().any(named))
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    fn sheet() -> Sheet {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let progress = Progress::of(&file, "2026-11-20".parse().expect("a day"));
        Sheet::of(&file, &progress, "cchc-xa", "2026".parse().expect("a year")).expect("a built-in set")
    }

    #[test]
    fn the_register_fills_its_criteria_and_says_what_is_missing() {
        let sheet = sheet();
        let row = sheet.leaf("1.4.4").expect("a leaf");
        let leaf = row.leaf.as_ref().expect("a leaf");
        assert_eq!(leaf.origin, InputOrigin::Register);
        assert!(row.proofs > 0 && !leaf.missing.is_empty());
        assert_eq!(row.gap().0, State::Soon);
        assert_eq!(sheet.leaf("5.1").expect("a leaf").gap(), (State::Missing, text::NOT_ENTERED.to_owned()));
    }

    #[test]
    fn enter_goes_down_the_tree() {
        let sheet = sheet();
        assert_eq!(sheet.neighbour("1.4.5", false), Some("1.5"));
        assert_eq!(sheet.neighbour("2.1", true), Some("1.5"));
        assert_eq!(sheet.neighbour("1.1", true), None);
        let last = sheet.rows.iter().rfind(|row| row.leaf.is_some()).expect("a leaf");
        assert_eq!(sheet.neighbour(&last.node.code, false), None);
    }
}
