//! Kiểm tra bộ chỉ số: a set is data that people write, so what contradicts itself is told with the leaf's name.

use std::collections::HashSet;

use crate::indicator::{Aggregation, IndicatorSet, Node, Rule, figure};

/// Maxima and weights are written with few decimals; what differs by less is the same.
const SAME: f64 = 1e-9;

/// Why something is no set.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SetError {
    /// No JSON.
    #[error("bộ chỉ số không đúng dạng JSON từ dòng {line}, cột {column}")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// JSON, but not that of a set.
    #[error("bộ chỉ số không đọc được{}{field}: {reason}", if .field.is_empty() { "" } else { " ở trường " })]
    Field {
        /// Where: `nodes[0].max`; empty for the whole.
        field: String,
        /// What is wrong.
        reason: String,
    },
    /// A set without a leaf.
    #[error("bộ chỉ số “{0}” không có tiêu chí nào")]
    Empty(String),
    /// A code that stands twice, or none.
    #[error("mã tiêu chí “{0}” để trống hoặc trùng; mỗi tiêu chí cần một mã riêng")]
    Code(String),
    /// A leaf without a rule.
    #[error("tiêu chí {0} chưa có cách chấm")]
    NoRule(String),
    /// A rule on what is summed from its parts.
    #[error("tiêu chí {0} có tiêu chí thành phần nên không được có cách chấm riêng")]
    RuleOnGroup(String),
    /// A maximum or another figure that cannot be.
    #[error("tiêu chí {leaf}: {figure} không dùng được cho {field}")]
    Figure {
        /// Which.
        leaf: String,
        /// Its field, in Vietnamese.
        field: &'static str,
        /// As a person reads it.
        figure: String,
    },
    /// Maxima that do not add up.
    #[error("{node}: điểm tối đa của các tiêu chí thành phần cộng lại bằng {sum}, phải bằng {max}")]
    Maxima {
        /// Code and name of what they should add up to.
        node: String,
        /// What they add up to.
        sum: String,
        /// What they should.
        max: String,
    },
    /// A maximum that is missing in a set that does not say so.
    #[error(
        "tiêu chí {0} chưa có điểm tối đa; ghi điểm, hoặc ghi ở “unconfirmed” rằng điểm chưa được xác nhận"
    )]
    NoMaximum(String),
    /// Weights that do not add up.
    #[error("{node}: các trọng số cộng lại bằng {sum}, phải bằng 1")]
    Weights {
        /// Code and name of what they belong to.
        node: String,
        /// What they add up to.
        sum: String,
    },
    /// A weight that is missing.
    #[error("tiêu chí {0} chưa có trọng số")]
    NoWeight(String),
    /// A rule that does not fit how the total comes about.
    #[error("tiêu chí {0}: cách chấm này không dùng được với cách tổng hợp của bộ chỉ số")]
    RuleOutOfPlace(String),
    /// Thresholds out of order.
    #[error("tiêu chí {0}: các mức phải xếp từ cao xuống thấp và không trùng nhau")]
    Steps(String),
    /// Classes out of order.
    #[error("các hạng xếp loại phải xếp từ cao xuống thấp và không trùng nhau")]
    Classes,
    /// A last year before the first.
    #[error("năm áp dụng: {to} trước {from}")]
    Years {
        /// The first.
        from: i32,
        /// The last.
        to: i32,
    },
}

/// Code and name, as messages name a leaf.
pub(super) fn named(node: &Node) -> String {
    format!("{} “{}”", node.code, node.name)
}

pub(super) fn check(set: &IndicatorSet) -> Result<(), SetError> {
    if set.nodes.is_empty() {
        return Err(SetError::Empty(set.code.to_string()));
    }
    if let Some(to) = set.years.to
        && to < set.years.from
    {
        return Err(SetError::Years { from: set.years.from, to });
    }
    let cuts: Vec<f64> = set.classes.iter().map(|class| class.from).collect();
    if !is_descending(&cuts) {
        return Err(SetError::Classes);
    }
    let mut codes = HashSet::new();
    for node in &set.nodes {
        check_node(set, node, &mut codes)?;
    }
    let whole = format!("bộ chỉ số {} “{}”", set.code, set.name);
    if set.aggregation == Aggregation::Sum {
        check_maxima(set, &whole, Some(100.0), &set.nodes)?;
    }
    if set.aggregation == Aggregation::WeightedMean {
        check_weights(&whole, &set.nodes)?;
    }
    Ok(())
}

fn check_node<'a>(set: &IndicatorSet, node: &'a Node, codes: &mut HashSet<&'a str>) -> Result<(), SetError> {
    if node.code.trim().is_empty() || !codes.insert(&node.code) {
        return Err(SetError::Code(node.code.clone()));
    }
    let wrong =
        |field, number: f64| Err(SetError::Figure { leaf: named(node), field, figure: figure(number) });
    match node.max {
        Some(max) if !max.is_finite() || max <= 0.0 => return wrong("điểm tối đa", max),
        None if set.aggregation.adds_points() && set.unconfirmed.is_empty() && !node.is_bonus() => {
            return Err(SetError::NoMaximum(named(node)));
        }
        _ => {}
    }
    if let Some(weight) = node.weight
        && !(0.0..=1.0).contains(&weight)
    {
        return wrong("trọng số", weight);
    }
    if node.is_leaf() {
        let Some(rule) = &node.rule else { return Err(SetError::NoRule(named(node))) };
        return check_rule(set, node, rule);
    }
    if node.rule.is_some() {
        return Err(SetError::RuleOnGroup(named(node)));
    }
    for child in &node.children {
        check_node(set, child, codes)?;
    }
    if set.aggregation.adds_points() && !node.is_bonus() {
        check_maxima(set, &named(node), node.max, &node.children)?;
    }
    if set.aggregation == Aggregation::WeightedMean {
        check_weights(&named(node), &node.children)?;
    }
    Ok(())
}

fn check_rule(set: &IndicatorSet, leaf: &Node, rule: &Rule) -> Result<(), SetError> {
    let wrong =
        |field, number: f64| Err(SetError::Figure { leaf: named(leaf), field, figure: figure(number) });
    let max = leaf.max.unwrap_or(f64::INFINITY);
    match rule {
        Rule::Step { steps } => {
            let levels: Vec<f64> = steps.iter().map(|step| step.at_least).collect();
            if steps.is_empty() || !is_descending(&levels) {
                return Err(SetError::Steps(named(leaf)));
            }
            if let Some(step) = steps.iter().find(|step| !(0.0..=max).contains(&step.points)) {
                return wrong("điểm của một mức", step.points);
            }
        }
        Rule::Count { per_item } | Rule::Deduction { per_item }
            if !(*per_item > 0.0 && per_item.is_finite()) =>
        {
            return wrong("điểm mỗi lần", *per_item);
        }
        Rule::Quota { enough } if !(*enough > 0.0 && enough.is_finite()) => {
            return wrong("định mức", *enough);
        }
        Rule::Proportional { floor } if !(0.0..=100.0).contains(floor) => return wrong("mức sàn", *floor),
        Rule::Survey { lowest } if !(0.0..5.0).contains(lowest) => return wrong("điểm thấp nhất", *lowest),
        Rule::Direct { least } if !(0.0..=max).contains(least) => return wrong("điểm tối thiểu", *least),
        _ => {}
    }
    let in_place = match set.aggregation {
        Aggregation::Sum => !matches!(rule, Rule::Ratio | Rule::Satisfied),
        Aggregation::WeightedMean | Aggregation::Dimensions => {
            !matches!(rule, Rule::Ratio | Rule::Satisfied | Rule::Bonus)
        }
        Aggregation::SatisfiedPooled | Aggregation::SatisfiedMean => matches!(rule, Rule::Satisfied),
        Aggregation::Separate => true,
    };
    if in_place { Ok(()) } else { Err(SetError::RuleOutOfPlace(named(leaf))) }
}

/// The children's maxima, bonus apart, add up to the parent's. Where one is not known they cannot, and may not be
/// more.
fn check_maxima(set: &IndicatorSet, name: &str, max: Option<f64>, nodes: &[Node]) -> Result<(), SetError> {
    let Some(max) = max else { return Ok(()) };
    let counted = || nodes.iter().filter(|node| !node.is_bonus());
    let sum: f64 = counted().filter_map(|node| node.max).sum();
    let all_known = counted().all(|node| node.max.is_some());
    let adds_up = (sum - max).abs() < SAME || (!all_known && !set.unconfirmed.is_empty() && sum < max);
    if adds_up {
        Ok(())
    } else {
        Err(SetError::Maxima { node: name.to_owned(), sum: figure(sum), max: figure(max) })
    }
}

fn check_weights(name: &str, nodes: &[Node]) -> Result<(), SetError> {
    let mut sum = 0.0;
    for node in nodes {
        sum += node.weight.ok_or_else(|| SetError::NoWeight(named(node)))?;
    }
    if (sum - 1.0).abs() < SAME {
        Ok(())
    } else {
        Err(SetError::Weights { node: name.to_owned(), sum: figure(sum) })
    }
}

/// Each less than the one before, and all of them numbers.
fn is_descending(numbers: &[f64]) -> bool {
    numbers.iter().all(|number| number.is_finite()) && numbers.windows(2).all(|pair| pair[0] > pair[1])
}
