//! Chấm điểm: from the entries of a person, or of the register, to a scored tree. A pure function; nothing of it is
//! stored.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::id::ActivityId;
use crate::indicator::rule::within;
use crate::indicator::{
    Aggregation, IndicatorSet, InputFault, Node, Raw, Rule, Tally, margin_of_error, validate::named,
};

/// Số liệu và điểm ghi cho một tiêu chí.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Mã tiêu chí: a leaf of the set.
    pub leaf: String,
    /// Số liệu đầu vào; absent is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<Raw>,
    /// Điểm tự đánh giá, where a person sets it otherwise than the input gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_score: Option<f64>,
    /// Điểm thẩm định.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appraised: Option<f64>,
    /// Điểm điều tra xã hội học, added to the above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<f64>,
    /// Giải trình.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Hoạt động chứng minh; shared, since the register's proof of one criterion may be all of its activities.
    #[serde(default, skip_serializing_if = "<[ActivityId]>::is_empty")]
    pub activities: Arc<[ActivityId]>,
    /// Tài liệu kiểm chứng.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
}

/// Why entries are refused. Each names the leaf.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ScoreError {
    /// An entry for what the set has not.
    #[error("bộ chỉ số {set} không có tiêu chí thành phần “{leaf}”")]
    NoSuchLeaf {
        /// The set.
        set: String,
        /// What was asked for.
        leaf: String,
    },
    /// Two entries for one leaf.
    #[error("tiêu chí “{0}” được ghi hai lần")]
    Twice(String),
    /// An input or a score that cannot be.
    #[error("tiêu chí {leaf}: {fault}")]
    Input {
        /// Code and name.
        leaf: String,
        /// Why.
        fault: InputFault,
    },
}

/// Bảng điểm.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scorecard {
    /// The set.
    pub set: String,
    /// The tree.
    pub nodes: Vec<Scored>,
    /// Tổng điểm, bonus included; none of an incomplete row, or where the set gives none.
    pub total: Option<f64>,
    /// Điểm thưởng.
    pub bonus: f64,
    /// Xếp loại.
    pub class: Option<String>,
    /// Codes of the leaves that apply and have no score.
    pub missing: Vec<String>,
    /// Codes of the leaves whose maximum is not known, so that no total can be made.
    pub without_maximum: Vec<String>,
    /// Mẫu khảo sát, where answers were tallied.
    pub sample: Option<Sample>,
}

/// Mẫu khảo sát.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Sample {
    /// Số phiếu hợp lệ: the smallest number over the criteria, for one person answers all of them.
    pub answers: u64,
    /// Sai số tối đa, in percentage points at 95 %.
    pub margin: f64,
}

/// Một dòng của bảng điểm.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scored {
    /// Mã.
    pub code: String,
    /// Tên.
    pub name: String,
    /// Điểm tối đa; of a group, that of the parts which apply.
    pub max: Option<f64>,
    /// Trọng số.
    pub weight: Option<f64>,
    /// Whether it applies.
    pub applicable: bool,
    /// Whether its points stand outside the 100.
    pub is_bonus: bool,
    /// Số liệu đầu vào, in words.
    pub input: Option<String>,
    /// Công thức of a leaf, in words.
    pub formula: Option<String>,
    /// Điểm tự đánh giá.
    pub self_score: Option<f64>,
    /// Điểm thẩm định.
    pub appraised: Option<f64>,
    /// Điểm điều tra.
    pub survey: Option<f64>,
    /// Điểm: what counts.
    pub score: Option<f64>,
    /// Chỉ số thành phần: the score in percent of its maximum.
    pub percent: Option<f64>,
    /// Answers, those of all parts together for a group.
    pub tally: Option<Tally>,
    /// Cơ quan phụ trách.
    pub office: String,
    /// Giải trình.
    pub reason: String,
    /// Hoạt động chứng minh.
    pub activities: Arc<[ActivityId]>,
    /// Tài liệu kiểm chứng.
    pub documents: Vec<String>,
    /// A leaf with a score, without proof and without an explanation.
    pub owes_explanation: bool,
    /// What it consists of.
    pub children: Vec<Scored>,
}

impl Scorecard {
    /// All leaves, in the set's order.
    pub fn leaves(&self) -> Vec<&Scored> {
        let mut leaves = Vec::new();
        for node in &self.nodes {
            node.leaves(&mut leaves);
        }
        leaves
    }
}

impl Scored {
    fn leaves<'a>(&'a self, into: &mut Vec<&'a Self>) {
        if self.children.is_empty() {
            into.push(self);
        }
        for child in &self.children {
            child.leaves(into);
        }
    }
}

/// Scores a set by what was entered. Leaves without an entry have no score, which is not 0.
///
/// # Errors
/// Every entry that cannot be, in the set's order.
pub fn score(set: &IndicatorSet, entries: &[Entry]) -> Result<Scorecard, Vec<ScoreError>> {
    let leaves = set.leaves();
    let mut errors = Vec::new();
    let mut by_leaf = HashMap::new();
    for entry in entries {
        if !leaves.iter().any(|leaf| leaf.code == entry.leaf) {
            errors.push(ScoreError::NoSuchLeaf { set: set.code.to_string(), leaf: entry.leaf.clone() });
        }
        if by_leaf.insert(entry.leaf.as_str(), entry).is_some() {
            errors.push(ScoreError::Twice(entry.leaf.clone()));
        }
    }
    let scoring = Scoring { aggregation: set.aggregation, entries: by_leaf };
    let nodes: Vec<_> = set.nodes.iter().map(|node| scoring.node(node, &mut errors)).collect();
    if errors.is_empty() { Ok(card(set, nodes)) } else { Err(errors) }
}

/// Scores a row of bare figures, in the order of the set's leaves; `None` is unknown.
///
/// # Errors
/// Those of [`score`]. Inputs beyond the last leaf are left out: compare the numbers first.
pub fn score_row(set: &IndicatorSet, row: &[Option<Raw>]) -> Result<Scorecard, Vec<ScoreError>> {
    let entries: Vec<_> = set
        .leaves()
        .into_iter()
        .zip(row)
        .map(|(leaf, raw)| Entry { leaf: leaf.code.clone(), raw: raw.clone(), ..Entry::default() })
        .collect();
    score(set, &entries)
}

fn card(set: &IndicatorSet, nodes: Vec<Scored>) -> Scorecard {
    let mut leaves = Vec::new();
    for node in &nodes {
        node.leaves(&mut leaves);
    }
    let codes = |of: &dyn Fn(&Scored) -> bool| -> Vec<String> {
        leaves.iter().filter(|leaf| of(leaf)).map(|leaf| leaf.code.clone()).collect()
    };
    let missing =
        codes(&|leaf| leaf.applicable && leaf.score.is_none() && leaf.input.is_none() && !leaf.is_bonus);
    let without_maximum = if set.aggregation.adds_points() {
        codes(&|leaf| leaf.applicable && leaf.max.is_none() && !leaf.is_bonus)
    } else {
        Vec::new()
    };
    let bonus = leaves.iter().filter(|leaf| leaf.is_bonus).filter_map(|leaf| leaf.score).sum();
    let answers = leaves.iter().filter_map(|leaf| leaf.tally?.valid().ok()).min();
    let sample = answers.map(|answers| Sample {
        answers: answers.unsigned_abs(),
        margin: margin_of_error(answers.unsigned_abs()),
    });
    let total = if missing.is_empty() && without_maximum.is_empty() {
        total(set, &nodes).map(|total| total + bonus)
    } else {
        None
    };
    let class = total.and_then(|total| set.class(total)).map(ToOwned::to_owned);
    Scorecard { set: set.code.to_string(), nodes, total, bonus, class, missing, without_maximum, sample }
}

/// The total of a complete tree; none where nothing applies.
fn total(set: &IndicatorSet, nodes: &[Scored]) -> Option<f64> {
    match set.aggregation {
        Aggregation::Sum | Aggregation::Dimensions => {
            let (score, max) = sum(nodes)?;
            let whole = match set.aggregation {
                Aggregation::Sum => 100.0,
                _ => set.nodes.iter().filter_map(|node| node.max).sum(),
            };
            // What applies in full is the sum itself, to the last bit.
            Some(if (max - whole).abs() < 1e-9 { score } else { score * whole / max })
        }
        Aggregation::WeightedMean => weighted(nodes).map(|mean| mean * 10.0),
        Aggregation::SatisfiedPooled => pooled(nodes)?.satisfied().ok(),
        Aggregation::SatisfiedMean => mean(nodes),
        Aggregation::Separate => None,
    }
}

fn counted(nodes: &[Scored]) -> impl Iterator<Item = &Scored> {
    nodes.iter().filter(|node| node.applicable && !node.is_bonus)
}

/// Score and maximum together; none where one is not known or nothing applies.
fn sum(nodes: &[Scored]) -> Option<(f64, f64)> {
    counted(nodes)
        .try_fold((0.0, 0.0), |(score, max), node| Some((score + node.score?, max + node.max?)))
        .filter(|(_, max)| *max > 0.0)
}

fn weighted(nodes: &[Scored]) -> Option<f64> {
    let (sum, weight) = counted(nodes).try_fold((0.0, 0.0), |(sum, all), node| {
        let weight = node.weight?;
        Some((sum + weight * node.score?, all + weight))
    })?;
    (weight > 0.0).then(|| if (weight - 1.0).abs() < 1e-9 { sum } else { sum / weight })
}

fn mean(nodes: &[Scored]) -> Option<f64> {
    let (sum, count) =
        counted(nodes).try_fold((0.0, 0.0), |(sum, n), node| Some((sum + node.score?, n + 1.0)))?;
    (count > 0.0).then(|| sum / count)
}

fn pooled(nodes: &[Scored]) -> Option<Tally> {
    let mut all: Option<Tally> = None;
    for node in counted(nodes) {
        let tally = node.tally?;
        all = Some(all.map_or(tally, |sum| sum.pooled(&tally)));
    }
    all
}

struct Scoring<'a> {
    aggregation: Aggregation,
    entries: HashMap<&'a str, &'a Entry>,
}

impl Scoring<'_> {
    fn node(&self, node: &Node, errors: &mut Vec<ScoreError>) -> Scored {
        match &node.rule {
            Some(rule) if node.is_leaf() => self.leaf(node, rule, errors),
            _ => self.group(node, errors),
        }
    }

    fn leaf(&self, node: &Node, rule: &Rule, errors: &mut Vec<ScoreError>) -> Scored {
        let mut scored = blank(node);
        scored.formula = Some(rule.formula(node.max));
        let Some(entry) = self.entries.get(node.code.as_str()) else { return scored };
        scored.reason.clone_from(&entry.reason);
        scored.activities = Arc::clone(&entry.activities);
        scored.documents.clone_from(&entry.documents);
        scored.input = entry.raw.as_ref().map(Raw::vietnamese);
        scored.applicable = entry.raw != Some(Raw::NotApplicable);
        if let Err(fault) = self.points(node, rule, entry, &mut scored) {
            errors.push(ScoreError::Input { leaf: named(node), fault });
        }
        scored.owes_explanation = scored.score.is_some()
            && entry.activities.is_empty()
            && entry.documents.is_empty()
            && entry.reason.trim().is_empty();
        scored
    }

    fn points(&self, node: &Node, rule: &Rule, entry: &Entry, scored: &mut Scored) -> Result<(), InputFault> {
        let derived = match &entry.raw {
            Some(raw) => rule.points(raw, node.max)?,
            None => None,
        };
        if !scored.applicable {
            return Ok(());
        }
        if let Some(Raw::Tally(tally)) = entry.raw {
            scored.tally = Some(tally);
        } else if self.aggregation == Aggregation::SatisfiedPooled && entry.raw.is_some() {
            return Err(InputFault::WrongKind("số phiếu theo năm mức trả lời, vì chỉ số gộp mọi phiếu"));
        }
        let least = if let Rule::Direct { least } = rule { *least } else { 0.0 };
        let max = match rule {
            Rule::Ratio | Rule::Satisfied => Some(100.0),
            _ => node.max,
        };
        let checked = |score: Option<f64>, least| score.map(|score| within(score, least, max)).transpose();
        scored.self_score = checked(entry.self_score, least)?.or(derived);
        scored.appraised = checked(entry.appraised, least)?;
        scored.survey = checked(entry.survey, 0.0)?;
        let own = scored.appraised.or(scored.self_score);
        let score = match (own, scored.survey) {
            (None, survey) => survey,
            (own, None) => own,
            (Some(own), Some(survey)) => Some(own + survey),
        };
        scored.score = checked(score, least)?;
        scored.percent = scored.score.zip(max).map(|(score, max)| 100.0 * score / max);
        Ok(())
    }

    fn group(&self, node: &Node, errors: &mut Vec<ScoreError>) -> Scored {
        let children: Vec<_> = node.children.iter().map(|child| self.node(child, errors)).collect();
        let mut scored = blank(node);
        scored.applicable = counted(&children).next().is_some();
        scored.tally = pooled(&children);
        if self.aggregation.adds_points() {
            scored.max = counted(&children).map(|child| child.max).sum();
            scored.score = sum(&children).map(|(score, _)| score);
            scored.percent = sum(&children).map(|(score, max)| 100.0 * score / max);
            let all = |of: &dyn Fn(&Scored) -> Option<f64>| counted(&children).map(of).sum::<Option<f64>>();
            scored.self_score = all(&|child| child.self_score);
            scored.appraised = all(&|child| child.appraised);
        } else {
            scored.score = match self.aggregation {
                Aggregation::WeightedMean => weighted(&children),
                Aggregation::SatisfiedPooled => scored.tally.and_then(|tally| tally.satisfied().ok()),
                Aggregation::SatisfiedMean => mean(&children),
                _ => None,
            };
        }
        scored.children = children;
        scored
    }
}

fn blank(node: &Node) -> Scored {
    Scored {
        code: node.code.clone(),
        name: node.name.clone(),
        max: node.max,
        weight: node.weight,
        applicable: true,
        is_bonus: node.is_bonus(),
        input: None,
        formula: None,
        self_score: None,
        appraised: None,
        survey: None,
        score: None,
        percent: None,
        tally: None,
        office: node.office.clone(),
        reason: String::new(),
        activities: Arc::default(),
        documents: Vec::new(),
        owes_explanation: false,
        children: Vec::new(),
    }
}
