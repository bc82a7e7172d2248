//! What holds of every set and every row: random trees of criteria, scored.

use proptest::prelude::*;

use super::*;

/// A leaf by its share of what there is to give, and how it is scored.
#[derive(Debug, Clone)]
struct Given {
    parts: u32,
    rule: Rule,
    raw: Option<Raw>,
}

fn given() -> impl Strategy<Value = Given> {
    let ratio = (0_u32..=50, 0_u32..=50).prop_map(|(part, rest)| Raw::Ratio {
        numerator: f64::from(part),
        denominator: f64::from(part + rest + 1),
    });
    let scored = prop_oneof![
        any::<bool>().prop_map(|yes| (Rule::Binary, Raw::Yes(yes))),
        ratio.clone().prop_map(|raw| (Rule::Proportional { floor: 40.0 }, raw)),
        ratio.prop_map(|raw| (
            Rule::Step {
                steps: vec![Step { at_least: 90.0, points: 1.0 }, Step { at_least: 50.0, points: 0.5 }]
            },
            raw
        )),
        (0_u32..60).prop_map(|n| (Rule::Count { per_item: 0.3 }, Raw::Number(f64::from(n)))),
        (0_u32..60).prop_map(|n| (Rule::Quota { enough: 24.0 }, Raw::Number(f64::from(n)))),
        (0_u32..60).prop_map(|n| (Rule::Deduction { per_item: 0.3 }, Raw::Number(f64::from(n)))),
        [0_i64..90, 0..90, 0..90, 0..90, 1..90]
            .prop_map(|tally| (Rule::Survey { lowest: 1.0 }, Raw::Tally(Tally(tally)))),
    ];
    (1_u32..9, scored, 0..8_u8).prop_map(|(parts, (rule, raw), fate)| Given {
        parts,
        rule,
        raw: match fate {
            0 => None,
            1 => Some(Raw::NotApplicable),
            _ => Some(raw),
        },
    })
}

/// Fields of leaves that make 100 together.
fn tree() -> impl Strategy<Value = Vec<Vec<Given>>> {
    proptest::collection::vec(proptest::collection::vec(given(), 1..5), 1..5)
}

fn set_of(tree: &[Vec<Given>]) -> IndicatorSet {
    let all: u32 = tree.iter().flatten().map(|given| given.parts).sum();
    let max_of = |given: &Given| 100.0 * f64::from(given.parts) / f64::from(all);
    let blank = |code: String, max: f64| Node {
        name: format!("Tiêu chí {code}"),
        code,
        max: Some(max),
        weight: None,
        rule: None,
        origin: None,
        computed: None,
        definition: String::new(),
        evidence: String::new(),
        office: String::new(),
        targets: Vec::new(),
        children: Vec::new(),
    };
    let nodes = tree.iter().enumerate().map(|(field, leaves)| {
        let max = leaves.iter().map(max_of).sum();
        let children = leaves.iter().enumerate().map(|(at, given)| {
            let max = max_of(given);
            let rule = match &given.rule {
                // The points of a level are a share of the maximum.
                Rule::Step { steps } => Rule::Step {
                    steps: steps.iter().map(|s| Step { points: s.points * max, ..s.clone() }).collect(),
                },
                other => other.clone(),
            };
            Node { rule: Some(rule), ..blank(format!("{field}.{at}"), max) }
        });
        Node { children: children.collect(), ..blank(field.to_string(), max) }
    });
    IndicatorSet { nodes: nodes.collect(), ..builtin_set("cchc-xa").unwrap().clone() }
}

fn row(tree: &[Vec<Given>]) -> Vec<Option<Raw>> {
    tree.iter().flatten().map(|given| given.raw.clone()).collect()
}

proptest! {
    /// Children's maxima make their parent's, in the set and among what applies; every score lies within its maximum.
    #[test]
    fn scores_stay_within_their_maxima(tree in tree()) {
        let set = set_of(&tree);
        prop_assert_eq!(set.check(), Ok(()));
        let card = score_row(&set, &row(&tree)).unwrap();
        for (node, given) in card.nodes.iter().zip(&tree) {
            let counted: f64 =
                node.children.iter().filter(|leaf| leaf.applicable).filter_map(|leaf| leaf.max).sum();
            prop_assert!((node.max.unwrap() - counted).abs() < 1e-9);
            prop_assert_eq!(node.applicable, given.iter().any(|leaf| leaf.raw != Some(Raw::NotApplicable)));
            for leaf in &node.children {
                let within = leaf.score.is_none_or(|score| (0.0..=leaf.max.unwrap()).contains(&score));
                prop_assert!(within, "{leaf:?}");
            }
            let is_known = node.children.iter().all(|leaf| !leaf.applicable || leaf.score.is_some());
            prop_assert_eq!(node.score.is_some(), node.applicable && is_known, "a group is known when its leaves are");
        }
    }

    /// A total is 100 × what was reached / what applies; one unknown leaf takes it away, and is named.
    #[test]
    fn a_total_is_the_share_of_what_applies(tree in tree()) {
        let card = score_row(&set_of(&tree), &row(&tree)).unwrap();
        let leaves = card.leaves();
        let unknown: Vec<_> =
            leaves.iter().filter(|leaf| leaf.applicable && leaf.score.is_none()).map(|leaf| &leaf.code).collect();
        prop_assert_eq!(card.missing.iter().collect::<Vec<_>>(), unknown.clone());
        let applying: Vec<_> = leaves.iter().filter(|leaf| leaf.applicable).collect();
        if unknown.is_empty() && !applying.is_empty() {
            let reached: f64 = applying.iter().filter_map(|leaf| leaf.score).sum();
            let max: f64 = applying.iter().filter_map(|leaf| leaf.max).sum();
            let total = card.total.unwrap();
            prop_assert!((total - 100.0 * reached / max).abs() < 1e-9);
            prop_assert!((-1e-9..=100.0 + 1e-9).contains(&total));
            prop_assert!(card.class.is_some(), "every total has its class");
        } else {
            prop_assert_eq!((card.total, card.class), (None, None));
        }
    }

    /// Not known is not 0: a 0 in its place gives a total, and never a greater one than any score would.
    #[test]
    fn null_is_not_zero(tree in tree(), share in 0.0..=1.0_f64) {
        let set = set_of(&tree);
        let Some(at) = row(&tree).iter().position(|raw| raw.is_some() && *raw != Some(Raw::NotApplicable)) else {
            return Ok(());
        };
        let leaf = set.leaves()[at].clone();
        let mut others: Vec<Entry> = set.leaves().iter().zip(row(&tree)).map(|(leaf, raw)| Entry {
            leaf: leaf.code.clone(),
            raw: raw.or(Some(Raw::NotApplicable)),
            ..Entry::default()
        }).collect();
        others.remove(at);
        let with = |score: Option<f64>| {
            let mut entries = others.clone();
            entries.push(Entry { leaf: leaf.code.clone(), self_score: score, ..Entry::default() });
            score_total(&set, &entries)
        };
        prop_assert_eq!(with(None), None);
        let (nothing, some) = (with(Some(0.0)).unwrap(), with(Some(share * leaf.max.unwrap())).unwrap());
        prop_assert!(nothing <= some + 1e-9);
    }

    /// A weight that is not what it was, a maximum or a code twice: what no longer adds up is refused.
    #[test]
    fn what_does_not_add_up_is_refused(tree in tree(), off in prop_oneof![-0.9..-0.01_f64, 0.01..5.0_f64]) {
        let mut set = set_of(&tree);
        set.nodes[0].children[0].max = set.nodes[0].children[0].max.map(|max| max * (1.0 + off));
        let is_refused = matches!(set.check(), Err(SetError::Maxima { .. } | SetError::Figure { .. }));
        prop_assert!(is_refused);
        let mut set = set_of(&tree);
        let code = set.nodes[0].children[0].code.clone();
        set.nodes.last_mut().unwrap().code = code.clone();
        prop_assert_eq!(set.check(), Err(SetError::Code(code)));
        let mut pci = builtin_set("pci-2014").unwrap().clone();
        pci.nodes[2].weight = Some(0.2 * (1.0 + off.min(3.9)));
        let is_refused = matches!(pci.check(), Err(SetError::Weights { .. }));
        prop_assert!(is_refused);
    }
}

fn score_total(set: &IndicatorSet, entries: &[Entry]) -> Option<f64> {
    score(set, entries).unwrap().total
}
