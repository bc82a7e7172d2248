//! The sets that serve a file.

use std::borrow::Cow;

use crate::exchange::PlanFile;
use crate::id::IndexCode;
use crate::indicator::{
    IndicatorSet, Node, Origin, Ownership, Rule, YearTarget, builtin_index, builtin_set, builtin_sets,
};
use crate::plan::{Stated, Target};

/// The built-in set of targets, which takes the plan's own in.
pub const TARGETS: &str = "targets-2026";

/// The sets that serve a file: the built-in ones, each replaced by the file's own of its code, then the file's others.
pub fn sets(file: &PlanFile) -> Vec<Cow<'_, IndicatorSet>> {
    let builtin = builtin_sets().iter().filter_map(|builtin| set(file, builtin.code.as_str()));
    let others = file.indicator_sets.iter().filter(|own| builtin_set(own.id.as_str()).is_none());
    builtin.chain(others.map(|own| Cow::Borrowed(&own.set))).collect()
}

/// The set of that code: the file's own before the built-in one. The built-in set of targets takes in what the plan
/// itself asks for, in the plan's words.
pub fn set<'a>(file: &'a PlanFile, code: &str) -> Option<Cow<'a, IndicatorSet>> {
    if let Some(own) = file.indicator_sets.get_str(code) {
        return Some(Cow::Borrowed(&own.set));
    }
    let builtin = builtin_set(code)?;
    if code == TARGETS && !file.targets.is_empty() {
        return Some(Cow::Owned(with_plan_targets(builtin, file)));
    }
    Some(Cow::Borrowed(builtin))
}

/// What a person calls an index or a set: "PCI", "Bộ chỉ số 766"; the code itself where nothing is known of it.
pub fn index_name(file: &PlanFile, code: &IndexCode) -> String {
    if let Some(index) = builtin_index(code) {
        return index.abbreviation.clone();
    }
    set(file, code.as_str()).map_or_else(|| code.to_string(), |set| set.called().to_owned())
}

/// What a person calls a criterion of an index: "PCI, Tính minh bạch"; the index alone where no criterion is named.
pub fn criterion_name(file: &PlanFile, code: &IndexCode, node: &str) -> String {
    let set = set(file, code.as_str());
    // Which years' weights a set has says nothing to whoever raises one of its criteria.
    let of_others = set.as_ref().filter(|set| set.ownership == Ownership::Context);
    let index = of_others.and_then(|set| builtin_index(set.index.as_ref()?));
    let index = index.map_or_else(|| index_name(file, code), |index| index.abbreviation.clone());
    match set.as_ref().and_then(|set| set.node(node)) {
        Some(node) => format!("{index}, {}", node.name),
        None => index,
    }
}

/// A target of the plan and a leaf of the set are the same where the codes are; others of the plan come after.
fn with_plan_targets(builtin: &IndicatorSet, file: &PlanFile) -> IndicatorSet {
    let mut set = builtin.clone();
    for target in &file.targets {
        let year = YearTarget { from: file.plan.year, to: file.plan.year, at_least: target.percent.value };
        let at = set.nodes.iter().position(|node| target.id == *node.code).unwrap_or_else(|| {
            set.nodes.push(blank(target));
            set.nodes.len() - 1
        });
        let node = &mut set.nodes[at];
        node.name.clone_from(&target.name);
        node.definition = definition(target);
        node.targets.retain(|other| !(other.from..=other.to).contains(&year.from));
        node.targets.insert(0, year);
    }
    set
}

fn definition(target: &Target) -> String {
    let said = |stated: &Stated<String>| match stated.basis.mark() {
        Some(mark) => format!("{} ({mark})", stated.value),
        None => stated.value.clone(),
    };
    format!("Tử số: {}. Mẫu số: {}.", said(&target.numerator), said(&target.denominator))
}

fn blank(target: &Target) -> Node {
    Node {
        code: target.id.to_string(),
        name: String::new(),
        max: Some(100.0),
        weight: None,
        rule: Some(Rule::Ratio),
        origin: Some(Origin::SelfAssessed),
        computed: None,
        definition: String::new(),
        evidence: String::new(),
        office: String::new(),
        targets: Vec::new(),
        children: Vec::new(),
    }
}
