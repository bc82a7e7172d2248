//! Beside the tree: the result, the fields, what the province has.

use std::rc::Rc;

use cchc_core::indicator::{Aggregation, Ownership};
use cchc_core::text::{integer_vi, number_vi, percent_vi};
use yew::prelude::*;

use super::address;
use super::figures::{points, points_or_dash};
use super::sheet::Sheet;
use super::subjects::{newest, subjects};
use super::tile::{gap, place};
use crate::components::{Band, Bar, State, bars, bullet, state};
use crate::store::use_plan;
use crate::strings::indicators as text;

/// What a part of the aside is given.
#[derive(Properties)]
pub(super) struct SheetProps {
    pub(super) sheet: Rc<Sheet>,
}

impl PartialEq for SheetProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.sheet, &other.sheet)
    }
}

/// The total, its class, the gap to the target.
#[component]
pub(super) fn Result(props: &SheetProps) -> Html {
    let open = use_plan();
    let sheet = &*props.sheet;
    if sheet.set.aggregation == Aggregation::Separate {
        return Html::default();
    }
    let bands: Vec<Band> = sheet
        .set
        .classes
        .iter()
        .map(|class| Band { from: class.from, name: class.name.clone().into() })
        .collect();
    let published = (sheet.so_far.scored == 0).then(|| {
        let index = super::subjects::filed_under(&open.file, &sheet.set);
        newest(&open.file, &index, sheet.set.ownership)
    });
    let published = published.flatten();
    let (figure, beside) = match (sheet.card.total, &published) {
        (Some(total), _) => (points(total), unit(sheet).to_owned()),
        (None, Some((line, point))) => (points_or_dash(point.value), place(line, point)),
        (None, None) if sheet.so_far.max > 0.0 => {
            (points(sheet.so_far.score), text::out_of_scored(&points(sheet.so_far.max)))
        }
        (None, None) => (points_or_dash(None), String::new()),
    };
    let shown = sheet.card.total.or_else(|| published.as_ref().and_then(|(_, point)| point.value));
    let (known, words) = match shown {
        Some(total) => gap(sheet.set.aggregation, total, sheet.target, sheet.card.class.as_deref()),
        None => (State::Missing, text::left_to_score(sheet.so_far.leaves - sheet.so_far.scored)),
    };
    let label = match sheet.card.total {
        Some(_) => format!("{figure} {beside}. {words}."),
        None => text::NO_TOTAL_YET.to_owned(),
    };
    html! {
        <section class="section" aria-labelledby="h-ket-qua">
            <h2 class="sr" id="h-ket-qua">{text::RESULT}</h2>
            <div class="big"><b>{figure}</b><span class="muted">{beside}</span></div>
            <p>{state(known, words)}</p>
            if !bands.is_empty() { {bullet(label.into(), sheet.card.total, sheet.target, &bands)} }
            <p class="key">{sheet.set.aggregation.formula()}</p>
            if let Some(sample) = sheet.card.sample {
                <p class="key">{text::sample_of(&integer_vi(sample.answers as i64), &number_vi(sample.margin, 1))}</p>
            }
            if !sheet.card.without_maximum.is_empty() {
                <p class="key">{text::without_maximum(&sheet.card.without_maximum.join(", "))}{" "}
                    <a href={address::set(sheet.set.code.as_str()).href()}>{text::ENTER_MAXIMA}</a></p>
            }
            if sheet.owed > 0 { <p>{state(State::Missing, text::owed(sheet.owed))}</p> }
        </section>
    }
}

const fn unit(sheet: &Sheet) -> &'static str {
    match sheet.set.aggregation {
        _ if sheet.is_of_portal => text::PUBLISHED_OUT_OF_100,
        Aggregation::SatisfiedMean | Aggregation::SatisfiedPooled => text::PERCENT_SATISFIED,
        _ => text::OUT_OF_100,
    }
}

/// The fields side by side, in percent of their maxima.
#[component]
pub(super) fn Dimensions(props: &SheetProps) -> Html {
    let open = use_plan();
    let sheet = &*props.sheet;
    // What is not scored here may be published.
    let published = (sheet.so_far.scored == 0).then(|| {
        let index = super::subjects::filed_under(&open.file, &sheet.set);
        let known = super::subjects::lines(&open.file, &index, sheet.set.ownership);
        let rows = known.into_iter().flat_map(|(_, points)| points).filter(|point| {
            let row = &point.behind.row;
            let of_set = row.set.as_ref().unwrap_or(&row.index);
            !row.parts.is_empty() && *of_set == sheet.set.code
        });
        rows.max_by_key(|point| point.period)
    });
    let published = published.flatten();
    if published.is_none() && sheet.so_far.scored == 0 && sheet.set.aggregation == Aggregation::WeightedMean {
        return weights(sheet);
    }
    let percent = |at: usize, node: &cchc_core::indicator::Node| -> (Option<f64>, Option<f64>) {
        if let Some(point) = &published {
            let value = point.behind.row.parts.get(&node.code).copied().flatten();
            return (value.zip(node.max).map(|(value, max)| 100.0 * value / max), value);
        }
        let scored = &sheet.card.nodes[at];
        let percent =
            scored.percent.or_else(|| scored.score.filter(|_| sheet.set.aggregation.is_satisfaction()));
        (percent, percent)
    };
    let numbers: Vec<&str> =
        sheet.rows.iter().filter(|row| row.depth == 0).map(|row| row.number.as_str()).collect();
    let items: Vec<Bar> = sheet
        .set
        .nodes
        .iter()
        .enumerate()
        .map(|(at, node)| {
            let (percent, shown) = percent(at, node);
            let text = match (&published, shown) {
                (_, None) => points_or_dash(None),
                (Some(_), Some(value)) => points(value),
                (None, Some(percent)) => number_vi(percent, 1),
            };
            Bar {
                name: format!("{} {}", numbers[at], node.name).into(),
                href: AttrValue::default(),
                percent,
                text: text.into(),
                target: match sheet.set.aggregation {
                    Aggregation::Sum | Aggregation::SatisfiedMean | Aggregation::SatisfiedPooled => {
                        sheet.target
                    }
                    Aggregation::Separate => sheet.leaf(&node.code).and_then(|row| row.leaf.as_ref()?.target),
                    _ => None,
                },
            }
        })
        .collect();
    if items.len() < 2 || items.iter().all(|item| item.percent.is_none()) {
        return Html::default();
    }
    let by = match sheet.set.aggregation {
        Aggregation::Separate => text::BY_TARGET,
        _ => text::BY_FIELD,
    };
    let note = match (&published, sheet.target) {
        (Some(point), _) => text::of_row(&point.behind.row.of, &point.period.vietnamese()),
        _ if sheet.set.aggregation == Aggregation::Separate => text::TARGETS_BARS_NOTE.to_owned(),
        _ if sheet.set.aggregation.is_satisfaction() => text::PERCENT_SATISFIED.to_owned(),
        (None, Some(target)) => text::bars_note(&points(target)),
        (None, None) => text::BARS_NOTE.to_owned(),
    };
    html! {
        <section class="section" aria-labelledby="h-linh-vuc">
            <div class="section-head"><h2 id="h-linh-vuc">{by}</h2><p>{note}</p></div>
            {bars(&items)}
        </section>
    }
}

/// How much each sub-index counts, while none of them is known.
fn weights(sheet: &Sheet) -> Html {
    let most = sheet.set.nodes.iter().filter_map(|node| node.weight).fold(0.0, f64::max);
    let bar = |node: &cchc_core::indicator::Node| Bar {
        name: format!("{} {}", node.code, node.name).into(),
        href: AttrValue::default(),
        percent: node.weight.map(|weight| 100.0 * weight / most),
        text: node.weight.map_or_else(|| points_or_dash(None), |weight| percent_vi(100.0 * weight)).into(),
        target: None,
    };
    let items: Vec<Bar> = sheet.set.nodes.iter().map(bar).collect();
    html! {
        <section class="section" aria-labelledby="h-trong-so">
            <div class="section-head"><h2 id="h-trong-so">{text::WEIGHT}</h2><p>{text::WEIGHTS_NOTE}</p></div>
            {bars(&items)}
        </section>
    }
}

/// The newest values of the province, for comparison.
#[component]
pub(super) fn Context() -> Html {
    let open = use_plan();
    let file = &open.file;
    let rows: Vec<_> = subjects(file)
        .into_iter()
        .filter_map(|subject| {
            let (line, point) = newest(file, &subject.index, Ownership::Context)?;
            Some((subject, line, point))
        })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" aria-labelledby="h-boi-canh">
            <div class="section-head"><h2 id="h-boi-canh">{text::CONTEXT_VALUES}</h2></div>
            <table class="table">
                <caption class="sr">{text::CONTEXT_CAPTION}</caption>
                <thead><tr><th scope="col">{text::INDEX}</th><th scope="col">{text::PERIOD}</th><th scope="col" class="num">{text::SCORE}</th></tr></thead>
                <tbody>{for rows.iter().map(|(subject, line, point)| html! {
                    <tr>
                        <th scope="row"><a href={address::sheet(subject.set.code.as_str()).href()}
                            title={text::source(&point.behind.row.source)}>{cchc_core::progress::scoring::index_name(file, &subject.index)}</a>
                            <span class="sub">{&line.of}</span></th>
                        <td>{point.period.vietnamese()}if let Some(view) = line.view { <span class="sub">{view.vietnamese()}</span> }</td>
                        <td class="num">{points_or_dash(point.value)}
                            if let Some(rank) = point.rank { <span class="sub">{text::rank(rank, point.ranked)}</span> }</td>
                    </tr>
                })}</tbody>
            </table>
            <p class="key">{text::CONTEXT_CAPTION}</p>
        </section>
    }
}
