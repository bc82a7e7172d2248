//! `cchc score`: a total of bare figures.

use std::fmt::Write;

use cchc_core::indicator::{Aggregation, IndicatorSet, Raw, Scorecard, Tally, sample_size, score_row};
use serde_json::json;

use crate::args::Format;
use crate::failure::Failure;
use crate::output;
use crate::verbs::sets;

/// What was asked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Score {
    /// Code or file of the set.
    pub(crate) set: String,
    /// The figures as typed.
    pub(crate) values: String,
    /// How satisfaction is put together, where it is said.
    pub(crate) pooled: Option<bool>,
    /// How many people there are to be asked.
    pub(crate) population: Option<u64>,
    /// The total alone, or everything.
    pub(crate) format: Format,
}

/// Prints the total, or the whole card.
pub(crate) fn run(asked: &Score) -> Result<(), Failure> {
    let mut set = sets::find(&asked.set)?.into_owned();
    if let Some(pooled) = asked.pooled {
        if !set.aggregation.is_satisfaction() {
            return Err(Failure::Usage(format!(
                "--method chỉ dùng cho chỉ số hài lòng, không dùng cho {}",
                set.code
            )));
        }
        set.aggregation = if pooled { Aggregation::SatisfiedPooled } else { Aggregation::SatisfiedMean };
    }
    let row = row(&set, &asked.values)?;
    let card = score_row(&set, &row).map_err(|errors| {
        Failure::NotThere(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\ncchc: "))
    })?;
    match asked.format {
        Format::Json => {
            let required = asked.population.map(|population| sample_size(population, 0.05));
            output::print_json(&json!({
                "set": set.code,
                "aggregation": set.aggregation,
                "formula": set.aggregation.formula(),
                "unconfirmed": set.unconfirmed,
                "total": card.total,
                "class": card.class,
                "bonus": card.bonus,
                "missing": card.missing,
                "without_maximum": card.without_maximum,
                "sample": card.sample,
                "required_sample": required,
                "nodes": card.nodes,
            }))?;
        }
        Format::Text => {
            let text = text(&set, &card)?;
            remarks(&set, &card, asked.population);
            output::print_text(text)?;
        }
    }
    Ok(())
}

/// The figures, one for each leaf.
fn row(set: &IndicatorSet, values: &str) -> Result<Vec<Option<Raw>>, Failure> {
    let leaves = set.leaves();
    let typed: Vec<_> = values.split(',').map(str::trim).collect();
    if typed.len() != leaves.len() {
        return Err(Failure::NotThere(format!(
            "bộ chỉ số {} cần {} số liệu, đã ghi {}; chưa có thì để trống giữa hai dấu phẩy. Thứ tự: {}",
            set.code,
            leaves.len(),
            typed.len(),
            leaves.iter().map(|leaf| format!("{} {}", leaf.code, leaf.name)).collect::<Vec<_>>().join("; ")
        )));
    }
    leaves
        .iter()
        .zip(typed)
        .map(|(leaf, typed)| {
            figure_of(typed).map_err(|()| {
                let asked = leaf.rule.as_ref().map_or("số", |rule| rule.input());
                Failure::NotThere(format!(
                    "tiêu chí {} “{}”: không hiểu “{typed}”; cần ghi {asked}, phần lẻ sau dấu chấm",
                    leaf.code, leaf.name
                ))
            })
        })
        .collect()
}

/// One figure as typed; none of an empty place.
fn figure_of(typed: &str) -> Result<Option<Raw>, ()> {
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite()).ok_or(());
    Ok(Some(match typed.to_ascii_lowercase().as_str() {
        "" | "null" => return Ok(None),
        "n/a" => Raw::NotApplicable,
        "yes" => Raw::Yes(true),
        "no" => Raw::Yes(false),
        text => {
            if let Some((numerator, denominator)) = text.split_once('/') {
                Raw::Ratio { numerator: number(numerator)?, denominator: number(denominator)? }
            } else if let Some((value, mean)) = text.split_once('@') {
                Raw::Compared { value: number(value)?, mean: number(mean)? }
            } else if text.contains(':') {
                let counts = text.split(':').map(|count| count.trim().parse().map_err(|_| ()));
                let counts: Vec<i64> = counts.collect::<Result<_, ()>>()?;
                Raw::Tally(Tally(counts.try_into().map_err(|_| ())?))
            } else {
                Raw::Number(number(text)?)
            }
        }
    }))
}

/// The total alone; of a set without one, each value on a line. For scripts: a point before the decimals.
fn text(set: &IndicatorSet, card: &Scorecard) -> Result<String, Failure> {
    if set.aggregation == Aggregation::Separate {
        let mut text = String::new();
        for leaf in card.leaves() {
            let value = leaf.score.map_or_else(String::new, plain);
            let _ = writeln!(text, "{}\t{value}", leaf.code);
        }
        return Ok(text);
    }
    if let Some(total) = card.total {
        return Ok(format!("{}\n", plain(total)));
    }
    let named = |codes: &[String]| {
        let leaves = card.leaves().into_iter().filter(|leaf| codes.contains(&leaf.code));
        leaves.map(|leaf| format!("{} “{}”", leaf.code, leaf.name)).collect::<Vec<_>>().join(", ")
    };
    Err(Failure::NotThere(if !card.missing.is_empty() {
        format!("chưa đủ số liệu nên không tính tổng; còn thiếu: {}", named(&card.missing))
    } else if !card.without_maximum.is_empty() {
        format!("chưa có điểm tối đa nên không tính tổng: {}", named(&card.without_maximum))
    } else {
        "không có tiêu chí nào áp dụng nên không tính tổng".to_owned()
    }))
}

/// What a reader of the total has to know, apart from it.
fn remarks(set: &IndicatorSet, card: &Scorecard, population: Option<u64>) {
    if !set.unconfirmed.is_empty() {
        output::complain(&format!("{}: {}", set.code, set.unconfirmed));
    }
    if let Some(sample) = card.sample {
        let margin = cchc_core::text::number_vi(sample.margin, 1);
        let mut text = format!("cỡ mẫu {} phiếu, sai số ±{margin} điểm phần trăm", sample.answers);
        if let Some(population) = population {
            let _ = write!(text, "; cần {} phiếu (sai số 5%)", sample_size(population, 0.05));
        }
        output::complain(&text);
    }
}

/// A number to be read by a program: nine decimals are exact for what people enter, and hide the noise of binary
/// fractions.
fn plain(number: f64) -> String {
    let written = format!("{number:.9}");
    let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
    let decimals = decimals.trim_end_matches('0');
    format!("{whole}.{decimals:0<2}")
}
