//! A set while it is edited: it may contradict itself until it is saved.

use std::cell::RefCell;

use cchc_core::indicator::{Aggregation, IndicatorSet, Node, Origin, Rule};

use crate::strings::indicators as text;

thread_local! {
    /// What was begun and not yet saved, with the plan it is for.
    static BEGUN: RefCell<Option<(String, IndicatorSet)>> = const { RefCell::new(None) };
}

/// What was begun for a set of a file.
pub(super) fn begun(file: &str, code: &str) -> Option<IndicatorSet> {
    BEGUN.with_borrow(|begun| {
        begun.as_ref().filter(|(of, set)| of == file && set.code == *code).map(|(_, set)| set.clone())
    })
}

/// Keeps what is begun over a visit to another screen; none when it is saved or given up.
pub(super) fn keep(file: &str, set: Option<&IndicatorSet>) {
    BEGUN.with_borrow_mut(|begun| *begun = set.map(|set| (file.to_owned(), set.clone())));
}

/// Where a new criterion goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    /// Under the one of that code, last.
    Under(String),
    /// First level, last.
    Top,
}

/// Replaces the criterion of that code; what it consists of stays.
pub(super) fn replace(set: &mut IndicatorSet, code: &str, new: Node) {
    if let Some(node) = find(&mut set.nodes, code) {
        let children = std::mem::take(&mut node.children);
        *node = Node { children, ..new };
        if !node.children.is_empty() {
            (node.rule, node.computed) = (None, None);
        }
    }
}

/// Adds a criterion. What gets its first part is scored by its parts from then on.
pub(super) fn add(set: &mut IndicatorSet, spot: &Spot, new: Node) {
    match spot {
        Spot::Top => set.nodes.push(new),
        Spot::Under(code) => {
            if let Some(parent) = find(&mut set.nodes, code) {
                (parent.rule, parent.computed) = (None, None);
                parent.children.push(new);
            }
        }
    }
}

/// Takes a criterion out, with what it consists of.
pub(super) fn remove(set: &mut IndicatorSet, code: &str) {
    fn within(nodes: &mut Vec<Node>, code: &str) {
        nodes.retain(|node| node.code != code);
        for node in nodes {
            within(&mut node.children, code);
        }
    }
    within(&mut set.nodes, code);
}

/// The set with the maxima of its groups, where those of all their parts are known: nobody has to add them up.
pub(super) fn summed(set: &IndicatorSet) -> IndicatorSet {
    fn fill(node: &mut Node) {
        node.children.iter_mut().for_each(fill);
        let of_parts = || node.children.iter().filter(|child| !child.is_bonus()).map(|child| child.max).sum();
        if !node.is_leaf() && node.max.is_none() {
            node.max = of_parts();
        }
    }
    let mut set = set.clone();
    if set.aggregation == Aggregation::Sum {
        set.nodes.iter_mut().for_each(fill);
    }
    set
}

/// The criterion of that code.
pub(super) fn get<'a>(nodes: &'a [Node], code: &str) -> Option<&'a Node> {
    nodes.iter().find_map(|node| if node.code == code { Some(node) } else { get(&node.children, code) })
}

fn find<'a>(nodes: &'a mut [Node], code: &str) -> Option<&'a mut Node> {
    for node in nodes {
        if node.code == code {
            return Some(node);
        }
        if let Some(found) = find(&mut node.children, code) {
            return Some(found);
        }
    }
    None
}

/// A criterion of which nothing is known but its code: it gets its name and its rule when it is edited.
pub(super) fn blank(code: &str) -> Node {
    Node {
        code: code.to_owned(),
        name: text::NEW_NODE.to_owned(),
        max: None,
        weight: None,
        rule: Some(Rule::Direct { least: 0.0 }),
        origin: Some(Origin::SelfAssessed),
        computed: None,
        definition: String::new(),
        evidence: String::new(),
        office: String::new(),
        targets: Vec::new(),
        children: Vec::new(),
    }
}

/// The code that comes next at a spot: "1.5" after "1.4".
pub(super) fn next_code(set: &IndicatorSet, spot: &Spot) -> String {
    let (prefix, count) = match spot {
        Spot::Top => (String::new(), set.nodes.len()),
        Spot::Under(code) => {
            (format!("{code}."), get(&set.nodes, code).map_or(0, |node| node.children.len()))
        }
    };
    let free = |number: &usize| get(&set.nodes, &format!("{prefix}{number}")).is_none();
    // Of as many numbers as there are criteria and one more, one is free.
    let number = (count + 1..=count + 1 + set.leaves().len()).find(free).unwrap_or(count + 1);
    format!("{prefix}{number}")
}

#[cfg(test)]
mod tests {
    use cchc_core::indicator::builtin_set;

    use super::*;

    #[test]
    fn a_criterion_is_added_changed_and_taken_away() {
        let mut set = builtin_set("cchc-xa").expect("a built-in set").clone();
        let spot = Spot::Under("1".into());
        assert_eq!(next_code(&set, &spot), "1.5");
        assert_eq!(next_code(&set, &Spot::Top), "8");
        let leaf = set.leaf("1.1").expect("a leaf").clone();
        add(&mut set, &spot, Node { code: "1.5".into(), ..leaf.clone() });
        add(&mut set, &Spot::Under("2".into()), Node { code: "2.1".into(), ..leaf.clone() });
        // What has parts is scored by them.
        assert!(get(&set.nodes, "2").is_some_and(|node| node.rule.is_none()));
        assert!(set.check().is_ok(), "{:?}", set.check());
        replace(&mut set, "1", Node { code: "1".into(), name: "Chỉ đạo, điều hành".into(), ..leaf });
        let group = get(&set.nodes, "1").expect("it is there");
        assert_eq!((group.children.len(), &group.rule), (5, &None));
        remove(&mut set, "1.5");
        assert!(set.leaf("1.5").is_none() && set.leaf("2.1").is_some());
    }
    #[test]
    fn groups_are_added_up() {
        let mut set = builtin_set("cchc-xa").expect("a built-in set").clone();
        assert_eq!(get(&summed(&set).nodes, "1").and_then(|node| node.max), None);
        let leaf = set.leaf("1.4").expect("a leaf").clone();
        replace(&mut set, "1.4", Node { max: Some(3.0), ..leaf });
        assert_eq!(get(&summed(&set).nodes, "1").and_then(|node| node.max), Some(5.0));
    }
}
