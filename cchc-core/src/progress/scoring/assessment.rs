//! Một bộ chỉ số của một kỳ, scored from what was entered and from the register.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::{Date, Period, WindowRule};
use crate::exchange::PlanFile;
use crate::id::ActivityId;
use crate::indicator::{Entry, IndicatorSet, Node, Raw, Rule, ScoreEntry, Scorecard, Scored, View, score};
use crate::progress::criteria::{Criterion, criteria};
use crate::progress::scoring::{published, set, sets, target};
use crate::progress::{Progress, Tracking};

/// Bảng chấm điểm: a set scored for a period.
///
/// What a person entered for a leaf stands before what the register says of it, and that before a published part of
/// the commune's own value; all are there to be shown. An entry
/// that cannot be (a score above the maximum, a tally with a negative count) is told in [`faults`](Self::faults) and
/// counts as not entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment<'a> {
    /// The set.
    pub set: Cow<'a, IndicatorSet>,
    /// Whether it is the file's own, imported or edited.
    pub is_own_set: bool,
    /// The period.
    pub period: Period,
    /// The day up to which the register was read: today, or the last day of a period that is over.
    pub as_of: Date,
    /// The scores. A row that is not complete has no total.
    pub card: Scorecard,
    /// Every leaf, in the set's order.
    pub leaves: Vec<LeafState<'a>>,
    /// Entries that cannot be.
    pub faults: Vec<Fault>,
    /// What the scored leaves make together, while others are missing. Not a total.
    pub so_far: SoFar,
    /// Điểm tháng hay điểm năm, of the published value behind it, where both are published.
    pub view: Option<View>,
    /// Mục tiêu of the total, where one is set.
    pub target: Option<f64>,
    /// What was scored: one entry for each leaf about which something is known.
    pub(super) entries: Vec<Entry>,
}

/// An entry that cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Mã tiêu chí.
    pub leaf: String,
    /// Why, with the leaf named.
    pub reason: String,
}

/// Điểm của các tiêu chí đã chấm.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SoFar {
    /// Their points.
    pub score: f64,
    /// Their maxima.
    pub max: f64,
    /// How many leaves are scored or do not apply.
    pub scored: usize,
    /// How many leaves there are; those with bonus points apart.
    pub leaves: usize,
}

/// Where the input of a leaf comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputOrigin {
    /// Nothing is known.
    Unknown,
    /// A person entered it.
    Entered,
    /// The register gives it.
    Register,
    /// It was published, as a part of the commune's own value of the index.
    Published,
}

/// Một tiêu chí thành phần.
#[derive(Debug, Clone, PartialEq)]
pub struct LeafState<'a> {
    /// Mã.
    pub code: String,
    /// What a person entered.
    pub entry: Option<&'a ScoreEntry>,
    /// Whose input counts.
    pub origin: InputOrigin,
    /// What the register says, also where a person's entry counts.
    pub criterion: Option<Criterion>,
    /// The register's figure as an input of the rule, in words: "5/8".
    pub computed_input: Option<String>,
    /// The points that it makes.
    pub computed_score: Option<f64>,
    /// What is missing for full marks, in sentences; empty where nothing is, or nothing is known.
    pub missing: Vec<String>,
    /// Điểm còn mất: the maximum less the score.
    pub lost: Option<f64>,
    /// What is to be reached, where a target is set.
    pub target: Option<f64>,
    /// The definition of the figures: the entry's, else the set's.
    pub definition: String,
}

/// Một dòng của cây tiêu chí, for a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// How deep it stands, from 0.
    pub depth: usize,
    /// The criterion as the set has it.
    pub node: &'a Node,
    /// Its scores.
    pub scored: &'a Scored,
    /// Of a leaf, the rest.
    pub leaf: Option<&'a LeafState<'a>>,
}

impl<'a> Assessment<'a> {
    /// Scores the set of that code for a period; none where the file has no such set.
    pub fn of(tracking: &Tracking<'a>, code: &str, period: Period) -> Option<Self> {
        let set = set(tracking.file(), code)?;
        let as_of = as_of(period, tracking.today());
        Some(if as_of == tracking.today() {
            Self::with(tracking.file(), tracking.progress(), set, period)
        } else {
            Self::with(tracking.file(), &tracking.progress_on(as_of), set, period)
        })
    }

    /// Scores a set by the progress on a day, which should not be after the period.
    ///
    /// # Panics
    /// Never: an entry that cannot be is left out before the whole is scored.
    pub fn with(file: &'a PlanFile, progress: &Progress, set: Cow<'a, IndicatorSet>, period: Period) -> Self {
        // The register is that of one year.
        let is_asked =
            period.year() == file.plan.year && set.leaves().iter().any(|leaf| leaf.computed.is_some());
        let criteria = if is_asked { criteria(file, progress) } else { Vec::new() };
        let entered: BTreeMap<&str, &ScoreEntry> = file
            .score_entries
            .iter()
            .filter(|entry| entry.set == set.code && entry.period == period)
            .map(|entry| (entry.leaf.as_str(), entry))
            .collect();
        let published = published::row(file, &set, period);
        let mut faults = Vec::new();
        let mut entries = Vec::new();
        let mut leaves = Vec::new();
        for node in set.leaves() {
            let entry = entered.get(node.code.as_str()).copied();
            let criterion = criteria.iter().find(|criterion| Some(criterion.computed) == node.computed);
            let computed = criterion.and_then(|criterion| criterion.entry(node));
            let (mut merged, mut origin) = merged(node, entry, computed.as_ref());
            if origin == InputOrigin::Unknown
                && let Some(entry) = published.and_then(|row| published::entry(node, row, merged.as_ref()))
            {
                (merged, origin) = (Some(entry), InputOrigin::Published);
            }
            let origin = match merged.map(|merged| (check(&set, &merged), merged)) {
                None => InputOrigin::Unknown,
                Some((Ok(_), merged)) => {
                    entries.push(merged);
                    origin
                }
                Some((Err(reason), merged)) => {
                    faults.push(Fault { leaf: node.code.clone(), reason });
                    let proof =
                        Entry { raw: None, self_score: None, appraised: None, survey: None, ..merged };
                    entries.push(proof);
                    InputOrigin::Unknown
                }
            };
            let definition = entry.map(|entry| &entry.definition).filter(|text| !text.trim().is_empty());
            leaves.push(LeafState {
                code: node.code.clone(),
                entry,
                origin,
                criterion: criterion.cloned(),
                computed_score: computed.as_ref().and_then(|computed| check(&set, computed).ok().flatten()),
                computed_input: computed.and_then(|computed| computed.raw).map(|raw| raw.vietnamese()),
                missing: Vec::new(),
                lost: None,
                target: target(file, &set.code, &node.code, period).or_else(|| node.target(period.year())),
                definition: definition.unwrap_or(&node.definition).clone(),
            });
        }
        for code in entered.keys().filter(|code| set.leaf(code).is_none()) {
            let reason = format!("bộ chỉ số {} không có tiêu chí thành phần “{code}”", set.code);
            faults.push(Fault { leaf: (*code).to_owned(), reason });
        }
        let card = score(&set, &entries).expect("every entry was checked by itself");
        let mut assessed = Self {
            is_own_set: file.indicator_sets.contains(&set.code),
            target: target_of(file, &set, period),
            as_of: progress.today,
            so_far: SoFar::default(),
            view: published.and_then(|row| row.view),
            set,
            period,
            card,
            leaves,
            faults,
            entries,
        };
        assessed.complete();
        assessed
    }

    /// What follows from the scores.
    pub(super) fn complete(&mut self) {
        self.so_far = SoFar::of(&self.card);
        let scored = self.set.leaves().into_iter().zip(self.card.leaves());
        for ((node, scored), leaf) in scored.zip(&mut self.leaves) {
            leaf.complete(node, scored, self.entries.iter().find(|entry| entry.leaf == node.code));
        }
    }

    /// The tree row by row, parents before what they consist of.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let mut rows = Vec::new();
        let mut leaves = self.leaves.iter();
        walk(&self.set.nodes, &self.card.nodes, 0, &mut leaves, &mut rows);
        rows
    }

    /// A leaf, as the set has it, with its scores and the rest.
    pub fn row(&self, code: &str) -> Option<Row<'_>> {
        self.rows().into_iter().find(|row| row.node.code == code)
    }

    /// Khoảng cách tới mục tiêu: the target less the total; none where one of them is not known.
    pub fn gap(&self) -> Option<f64> {
        Some(self.target? - self.card.total?)
    }

    /// Tổng điểm tự đánh giá, as if nothing had been appraised; none of a row that is not complete.
    pub fn self_total(&self) -> Option<f64> {
        self.total_of(|entry| Entry { appraised: None, ..entry })
    }

    /// Tổng điểm thẩm định; none while a leaf that applies has not been appraised.
    pub fn appraised_total(&self) -> Option<f64> {
        self.total_of(|entry| Entry {
            raw: entry.raw.filter(|raw| *raw == Raw::NotApplicable),
            self_score: None,
            ..entry
        })
    }

    fn total_of(&self, change: impl Fn(Entry) -> Entry) -> Option<f64> {
        let entries: Vec<_> = self.entries.iter().cloned().map(change).collect();
        score(&self.set, &entries).ok()?.total
    }

    /// Còn nợ minh chứng: leaves that count points and have neither an activity nor a document nor an explanation.
    pub fn evidence_owed(&self) -> Vec<Row<'_>> {
        self.rows().into_iter().filter(|row| row.leaf.is_some() && row.scored.owes_explanation).collect()
    }
}

/// The day up to which the register counts for a period: today, or the last day of a period that is over.
pub(super) fn as_of(period: Period, today: Date) -> Date {
    today.min(WindowRule::Calendar.window(period).to)
}

/// What is scored: what a person entered, else what the register says; the proof of both.
fn merged(node: &Node, entry: Option<&ScoreEntry>, computed: Option<&Entry>) -> (Option<Entry>, InputOrigin) {
    let Some(entered) = entry else {
        let origin = if computed.is_some() { InputOrigin::Register } else { InputOrigin::Unknown };
        return (computed.cloned(), origin);
    };
    let mut merged = Entry { leaf: node.code.clone(), ..entered.to_entry() };
    let mut origin = if entered.has_figures() { InputOrigin::Entered } else { InputOrigin::Unknown };
    if let Some(computed) = computed {
        if merged.raw.is_none() {
            merged.raw.clone_from(&computed.raw);
        }
        if !entered.has_figures() {
            origin = InputOrigin::Register;
        }
        if merged.raw != Some(Raw::NotApplicable) {
            merged.activities = both(&merged.activities, &computed.activities);
            let more = computed.documents.iter().filter(|text| !entered.documents.contains(text));
            merged.documents.extend(more.cloned());
        }
    }
    (Some(merged), origin)
}

/// What is in one of two lists, each once; a list beside an empty one is shared.
fn both(first: &Arc<[ActivityId]>, second: &Arc<[ActivityId]>) -> Arc<[ActivityId]> {
    match (first.is_empty(), second.is_empty()) {
        (true, _) => Arc::clone(second),
        (_, true) => Arc::clone(first),
        _ => first.iter().chain(second.iter().filter(|id| !first.contains(id))).cloned().collect(),
    }
}

/// The target of a set, else that of its index where all sets of the index are scored for the same: one for PAR INDEX,
/// which provinces have, is none for the communes' own set.
fn target_of(file: &PlanFile, set: &IndicatorSet, period: Period) -> Option<f64> {
    target(file, &set.code, "", period).or_else(|| {
        let index = set.index.as_ref()?;
        let is_alike =
            |other: &IndicatorSet| other.index.as_ref() != Some(index) || other.ownership == set.ownership;
        if sets(file).iter().all(|other| is_alike(other)) { target(file, index, "", period) } else { None }
    })
}

/// The score of one entry by itself.
fn check(set: &IndicatorSet, entry: &Entry) -> Result<Option<f64>, String> {
    match score(set, std::slice::from_ref(entry)) {
        Ok(card) => {
            Ok(card.leaves().into_iter().find(|leaf| leaf.code == entry.leaf).and_then(|leaf| leaf.score))
        }
        Err(errors) => Err(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
    }
}

impl SoFar {
    pub(super) fn of(card: &Scorecard) -> Self {
        let mut so_far = Self::default();
        card.leaves().into_iter().for_each(|leaf| so_far.count(leaf));
        so_far
    }

    fn count(&mut self, leaf: &Scored) {
        if leaf.is_bonus {
            return;
        }
        self.leaves += 1;
        if !leaf.applicable {
            self.scored += 1;
        } else if let Some(score) = leaf.score {
            self.scored += 1;
            self.score += score;
            self.max += leaf.max.unwrap_or(0.0);
        }
    }
}

impl LeafState<'_> {
    fn complete(&mut self, node: &Node, scored: &Scored, entry: Option<&Entry>) {
        (self.missing, self.lost) = (Vec::new(), None);
        if !scored.applicable {
            return;
        }
        let max =
            scored.max.or_else(|| matches!(node.rule, Some(Rule::Satisfied | Rule::Ratio)).then_some(100.0));
        self.lost = max.zip(scored.score).map(|(max, score)| (max - score).max(0.0));
        if self.lost == Some(0.0) {
            return;
        }
        let of_register = self.criterion.as_ref().filter(|_| self.origin != InputOrigin::Entered);
        self.missing = if let Some(criterion) = of_register {
            criterion.missing.clone()
        } else {
            let raw = entry.and_then(|entry| entry.raw.as_ref());
            let rule = node.rule.as_ref();
            rule.and_then(|rule| rule.shortfall(raw, scored.score, max)).into_iter().collect()
        };
    }
}

fn walk<'a>(
    nodes: &'a [Node],
    scored: &'a [Scored],
    depth: usize,
    leaves: &mut std::slice::Iter<'a, LeafState<'a>>,
    into: &mut Vec<Row<'a>>,
) {
    for (node, scored) in nodes.iter().zip(scored) {
        let leaf = if node.is_leaf() { leaves.next() } else { None };
        into.push(Row { depth, node, scored, leaf });
        walk(&node.children, &scored.children, depth + 1, leaves, into);
    }
}
