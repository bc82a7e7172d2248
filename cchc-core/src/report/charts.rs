//! Biểu đồ of the indices: a line over the periods, fields and targets as bars against what is to be reached.

use crate::calendar::Period;
use crate::document::{Chart, Measured};
use crate::indicator::{Aggregation, Scored};
use crate::order;
use crate::progress::scoring::{Assessment, Series, TrendPoint, own_share};
use crate::report::compose::Context;
use crate::report::indices::Unit;
use crate::report::words::lower_first;
use crate::text::{percent_vi, unbroken};

/// So many periods at most: each of their figures has room.
const LONGEST: u32 = 8;

/// A line up to a period, its gaps shown; none where only one value is known.
pub(super) fn over_time(
    context: &Context<'_>,
    line: &Series,
    points: &[TrendPoint],
    last: Period,
    unit: Unit,
) -> Option<Chart> {
    let alike = points.iter().filter(|point| point.period.kind() == last.kind() && point.period <= last);
    let known: Vec<_> = alike.filter(|point| point.value.is_some()).collect();
    let mut earliest = last;
    for _ in 1..LONGEST {
        earliest = earliest.previous();
    }
    let known: Vec<_> = known.into_iter().filter(|point| point.period >= earliest).collect();
    if known.len() < 2 {
        return None;
    }
    let periods =
        std::iter::successors(Some(known[0].period), |period| (*period < last).then(|| period.following()));
    let measured = |period: Period| {
        let point = known.iter().find(|point| point.period == period);
        let value = point.and_then(|point| point.value);
        Measured {
            name: period.brief_vi(),
            figure: value.map_or_else(|| "–".to_owned(), |value| unit.figure(value)),
            value,
            goal: point.and_then(|point| point.target),
        }
    };
    let measured: Vec<_> = periods.map(measured).collect();
    let mut goals: Vec<f64> = measured.iter().filter_map(|point| point.goal).collect();
    goals.dedup();
    let key = match goals[..] {
        [] => unit.named().to_owned(),
        [goal] => format!("{}; mục tiêu: {}", unit.named(), unit.figure(goal)),
        _ => format!("{}; mục tiêu của từng kỳ", unit.named()),
    };
    let [from, to] = [known[0].period, last].map(|period| lower_first(&period.brief_vi()));
    let caption = format!("{}, từ {from} đến {to}", line.vietnamese(context.file));
    Some(Chart::line(unbroken(&caption), unbroken(&key), measured))
}

/// The fields of a set side by side, each in percent of its maximum; none where fewer than two are scored.
pub(super) fn by_field(assessment: &Assessment<'_>) -> Option<Chart> {
    fields(assessment, "Tỷ lệ điểm đạt so với điểm tối đa", |scored| scored.percent)
}

/// The same of the self-assessed points alone, beside a table of them.
pub(super) fn own_by_field(assessment: &Assessment<'_>) -> Option<Chart> {
    fields(assessment, "Tỷ lệ điểm tự đánh giá so với điểm tối đa", own_share)
}

fn fields(
    assessment: &Assessment<'_>,
    points: &str,
    percent: impl Fn(&Scored) -> Option<f64>,
) -> Option<Chart> {
    let set = &assessment.set;
    let is_share = set.aggregation.is_satisfaction();
    if set.aggregation != Aggregation::Sum && !is_share {
        return None;
    }
    let fields = set.nodes.iter().zip(&assessment.card.nodes).filter(|(_, scored)| scored.applicable);
    let measured = fields.map(|(node, scored)| {
        let value = percent(scored).or(scored.score.filter(|_| is_share));
        Measured {
            name: unbroken(&format!("{}. {}", node.code, node.name)),
            figure: share(value),
            value,
            goal: assessment.target,
        }
    });
    let what = if is_share { "Tỷ lệ hài lòng" } else { points };
    let caption =
        format!("{}, {}, theo {}", set.called(), assessment.period.vietnamese(), field_word(is_share));
    bars(&caption, what, assessment.target, measured.collect())
}

const fn field_word(is_share: bool) -> &'static str {
    if is_share { "yếu tố" } else { "lĩnh vực" }
}

/// Targets that stand by themselves, each against its own mark; none where fewer than two have figures.
pub(super) fn targets(assessment: &Assessment<'_>) -> Option<Chart> {
    let rows = assessment.rows();
    let measured = rows.iter().filter_map(|row| {
        Some(Measured {
            name: unbroken(&row.node.name),
            figure: share(Some(row.scored.score?)),
            value: row.scored.score,
            goal: row.leaf?.target,
        })
    });
    let measured: Vec<_> = measured.collect();
    let mut goals: Vec<f64> = measured.iter().filter_map(|point| point.goal).collect();
    order::sort_by(&mut goals, f64::total_cmp);
    goals.dedup();
    let (what, goal) = match goals[..] {
        [] => ("Tỷ lệ", None),
        [goal] => ("Tỷ lệ", Some(goal)),
        _ => ("Tỷ lệ, so với mốc của từng chỉ tiêu", None),
    };
    let (name, period) = (assessment.set.called(), assessment.period.vietnamese());
    // A set named after its year does not need it twice.
    let caption = if name.ends_with(&period) { name.to_owned() } else { format!("{name}, {period}") };
    bars(&caption, what, goal, measured)
}

fn bars(caption: &str, what: &str, goal: Option<f64>, measured: Vec<Measured>) -> Option<Chart> {
    if measured.iter().filter(|point| point.value.is_some()).count() < 2 {
        return None;
    }
    let key = match goal {
        Some(goal) => format!("{what}; mục tiêu: {}", percent_vi(goal)),
        None => what.to_owned(),
    };
    Some(Chart::bars(unbroken(caption), unbroken(&key), 100.0, measured))
}

fn share(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), percent_vi)
}
