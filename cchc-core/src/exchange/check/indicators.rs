//! Sets, entries, values and measures against the sets they belong to.

use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::PlanFile;
use crate::exchange::sets::set;
use crate::id::IndexCode;
use crate::indicator::{
    IndexTarget, IndexValue, IndicatorSet, MeasureState, Raw, ScoreEntry, builtin_index, score, score_row,
};
use crate::record::Record;
use crate::text::number_vi;

/// A published total may differ by this much from what its rounded parts make: PCI is reproduced within 0.03.
const ROUNDING: f64 = 0.05;

pub(super) fn check(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    for own in &file.indicator_sets {
        if own.id != own.set.code {
            found.push(Diagnostic::error(
                "set-code",
                Place::record(own, "set.code"),
                format!("mã bộ chỉ số “{}” khác mã của bản ghi", own.set.code),
                "Ghi hai mã giống nhau",
            ));
        }
    }
    for entry in &file.score_entries {
        one_entry(file, entry, found);
    }
    for value in &file.index_values {
        one_value(file, value, found);
    }
    for target in &file.index_targets {
        node_of(file, target, &target.index, &target.node, found);
        let id = IndexTarget::id_of(&target.index, &target.node, target.period);
        same_id(target, id.as_str(), found);
    }
    for measure in &file.measures {
        node_of(file, measure, &measure.index, &measure.node, found);
        if measure.state == MeasureState::Done && measure.done_on.is_none() {
            found.push(Diagnostic::warning(
                "done-without-date",
                Place::record(measure, "done_on"),
                "đã hoàn thành nhưng chưa ghi ngày",
                "Ghi ngày hoàn thành",
            ));
        }
    }
}

fn one_entry(file: &PlanFile, entry: &ScoreEntry, found: &mut Vec<Diagnostic>) {
    let at = |field: &str| Place::record(entry, field);
    let Some(set) = set(file, entry.set.as_str()) else {
        found.push(no_such_set(at("set"), &entry.set));
        return;
    };
    if set.leaf(&entry.leaf).is_none() {
        found.push(no_such_leaf(at("leaf"), &set, &entry.leaf));
        return;
    }
    if let Err(errors) = score(&set, &[entry.to_entry()]) {
        for error in errors {
            found.push(Diagnostic::error(
                "score-refused",
                at(""),
                error.to_string(),
                "Sửa số liệu hoặc điểm; trong khi chờ, tiêu chí tính là chưa chấm",
            ));
        }
    }
    same_id(entry, ScoreEntry::id_of(&entry.set, entry.period, &entry.leaf).as_str(), found);
}

fn one_value(file: &PlanFile, value: &IndexValue, found: &mut Vec<Diagnostic>) {
    let at = |field: &str| Place::record(value, field);
    let code = value.set.as_ref().unwrap_or(&value.index);
    match set(file, code.as_str()) {
        Some(set) => parts(&set, value, found),
        None if value.set.is_some() || builtin_index(code).is_none() => {
            found.push(no_such_set(at(if value.set.is_some() { "set" } else { "index" }), code));
        }
        None => {}
    }
    if let Some((rank, ranked)) = value.rank.zip(value.ranked)
        && !(1..=ranked).contains(&rank)
    {
        found.push(Diagnostic::error(
            "rank-out-of-range",
            at("rank"),
            format!("xếp hạng {rank} không nằm trong {ranked} đơn vị"),
            "Xem lại hai số",
        ));
    }
    let id = IndexValue::id_of(&value.index, &value.of, value.period, value.view);
    same_id(value, id.as_str(), found);
}

/// Parts belong to the set, are within their maxima, and make the total that was published.
fn parts(set: &IndicatorSet, value: &IndexValue, found: &mut Vec<Diagnostic>) {
    for code in value.parts.keys().filter(|code| set.leaf(code).is_none()) {
        found.push(no_such_leaf(Place::record(value, format!("parts.{code}")), set, code));
    }
    let row: Vec<_> = set
        .leaves()
        .iter()
        .map(|leaf| value.parts.get(&leaf.code).copied().flatten().map(Raw::Number))
        .collect();
    match score_row(set, &row) {
        Err(errors) => found.extend(errors.iter().map(|error| {
            Diagnostic::error(
                "score-refused",
                Place::record(value, "parts"),
                error.to_string(),
                "Xem lại điểm thành phần",
            )
        })),
        Ok(card) => {
            if let Some((published, made)) = value.total.zip(card.total)
                && (published - made).abs() > ROUNDING
            {
                found.push(Diagnostic::warning(
                    "total-differs",
                    Place::record(value, "total"),
                    format!(
                        "tổng điểm {} khác {} tính từ điểm thành phần",
                        number_vi(published, 2),
                        number_vi(made, 2)
                    ),
                    "Xem lại nguồn công bố",
                ));
            }
        }
    }
}

/// The index is known, and a criterion that is named stands in its set.
fn node_of<R: Record>(
    file: &PlanFile,
    record: &R,
    index: &IndexCode,
    node: &str,
    found: &mut Vec<Diagnostic>,
) {
    match set(file, index.as_str()) {
        None if builtin_index(index).is_none() => {
            found.push(no_such_set(Place::record(record, "index"), index));
        }
        Some(set) if !node.is_empty() && set.node(node).is_none() => {
            found.push(no_such_leaf(Place::record(record, "node"), &set, node));
        }
        None if !node.is_empty() => found.push(Diagnostic::warning(
            "node-without-set",
            Place::record(record, "node"),
            format!("“{index}” là một chỉ số, không phải bộ chỉ số, nên không có tiêu chí “{node}”"),
            "Ghi mã bộ chỉ số, như pci-2022",
        )),
        _ => {}
    }
}

fn same_id<R: Record>(record: &R, expected: &str, found: &mut Vec<Diagnostic>) {
    if record.id().to_string() != expected {
        found.push(Diagnostic::warning(
            "id-of-another",
            Place::record(record, "id"),
            format!("mã khác “{expected}”, nên hai bản của tệp có thể ghi hai lần cho một chỗ"),
            "Đổi mã thành mã đó",
        ));
    }
}

fn no_such_set(place: Place, code: &IndexCode) -> Diagnostic {
    Diagnostic::error(
        "unknown-set",
        place,
        format!("không có bộ chỉ số “{code}”"),
        "Nhập bộ chỉ số đó vào tệp, hoặc sửa mã",
    )
}

fn no_such_leaf(place: Place, set: &IndicatorSet, code: &str) -> Diagnostic {
    Diagnostic::error(
        "unknown-criterion",
        place,
        format!("bộ chỉ số {} không có tiêu chí “{code}”", set.code),
        "Sửa mã tiêu chí theo bộ chỉ số",
    )
}
