//! Values over the years: the line, the table with target, rank and source, and what a person adds to it.

use cchc_core::calendar::{Date, Period, PeriodKind};
use cchc_core::document::Point;
use cchc_core::exchange::PlanFile;
use cchc_core::id::{IndexCode, IndexValueId};
use cchc_core::indicator::{Aggregation, IndicatorSet, Node};
use cchc_core::order;
use cchc_core::progress::scoring::{PointOrigin, Series, TrendPoint, leaf_trend, target};
use cchc_core::text::{capitalized, date_short};
use yew::prelude::*;

use super::figures::{points_or_dash, total};
use super::subjects::lines;
use super::target_form::TargetDialog;
use super::value_form::ValueDialog;
use crate::components::{Glyph, icon, line};
use crate::store::use_plan;
use crate::strings::{common, indicators as text};

/// Up to this many periods are drawn with their gaps; more would leave nothing to see of the rest.
const LONGEST: usize = 16;

/// What the section is given.
#[derive(Properties, PartialEq)]
pub(super) struct ValuesProps {
    /// What the values are filed under.
    pub(super) index: IndexCode,
    pub(super) set: IndicatorSet,
    /// The total that is scored here.
    #[prop_or_default]
    pub(super) now: Option<Now>,
    /// In the middle of the page, with the sources in the table.
    #[prop_or_default]
    pub(super) wide: bool,
    pub(super) writes: bool,
}

/// What is scored here, on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Now {
    pub(super) period: Period,
    pub(super) as_of: Date,
    pub(super) total: f64,
}

/// What stands over the page.
#[derive(Clone, PartialEq)]
enum Asking {
    Value(Option<IndexValueId>),
    Target,
}

/// The section.
#[component]
pub(super) fn Values(props: &ValuesProps) -> Html {
    let open = use_plan();
    let asking = use_state_eq(|| None::<Asking>);
    let lines =
        use_memo((open.clone(), props.index.clone(), props.set.ownership), |(open, index, ownership)| {
            lines(&open.file, index, *ownership)
        });
    let ask = |what: Asking| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(Some(what.clone())))
    };
    let onclose = {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(None))
    };
    let onedit = {
        let asking = asking.clone();
        Callback::from(move |id: IndexValueId| asking.set(Some(Asking::Value(Some(id)))))
    };
    if props.set.aggregation == Aggregation::Separate {
        return html! {
            <>
            {of_leaves(&open.file, &props.set)}
            if props.writes {
                <div class="section actions">
                    <button class="btn" type="button" onclick={ask(Asking::Target)}>{text::SET_TARGET}</button>
                </div>
                if *asking == Some(Asking::Target) { <TargetDialog set={props.set.clone()} {onclose} /> }
            }
            </>
        };
    }
    let own_line = (Series { index: props.index.clone(), of: String::new(), view: None }, Vec::new());
    let shown: Vec<&(Series, Vec<TrendPoint>)> =
        if lines.is_empty() && props.now.is_some() { vec![&own_line] } else { lines.iter().collect() };
    html! {
        <section class="section" aria-labelledby="h-qua-cac-nam">
            <div class="section-head"><h2 id="h-qua-cac-nam">{text::OVER_YEARS}</h2></div>
            {for shown.iter().map(|(line, points)| line_of(props, &open.file, line, points, shown.len() > 1, &onedit))}
            if shown.is_empty() { <p class="muted small">{text::NO_VALUES}</p> }
            if props.writes {
                <div class="actions">
                    <button class="btn" type="button" onclick={ask(Asking::Value(None))}>{icon(Glyph::Plus)}{text::ADD_VALUE}</button>
                    <button class="btn" type="button" onclick={ask(Asking::Target)}>{text::SET_TARGET}</button>
                </div>
            }
            {match &*asking {
                Some(Asking::Value(id)) => html! {
                    <ValueDialog index={props.index.clone()} set={props.set.clone()} id={id.clone()} {onclose} />
                },
                Some(Asking::Target) => html! { <TargetDialog set={props.set.clone()} {onclose} /> },
                None => Html::default(),
            }}
        </section>
    }
}

/// What stands by itself has a way of its own over the periods.
fn of_leaves(file: &PlanFile, set: &IndicatorSet) -> Html {
    let lines = set.leaves().into_iter().map(|leaf| (leaf, leaf_over_time(file, set, leaf)));
    let lines: Vec<_> = lines.filter(|(_, line)| *line != Html::default()).collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" aria-labelledby="h-qua-cac-ky">
            <div class="section-head"><h2 id="h-qua-cac-ky">{text::OVER_PERIODS}</h2></div>
            {for lines.into_iter().map(|(leaf, line)| html! {
                <figure class="over-years"><figcaption class="strong small">{&leaf.name}</figcaption>{line}</figure>
            })}
        </section>
    }
}

/// What is drawn of a period.
#[derive(Debug, Clone, PartialEq)]
struct Drawn {
    name: String,
    text: String,
    value: Option<f64>,
    goal: Option<f64>,
}

fn line_of(
    props: &ValuesProps,
    file: &PlanFile,
    line: &Series,
    known: &[TrendPoint],
    is_named: bool,
    onedit: &Callback<IndexValueId>,
) -> Html {
    let now = props.now.filter(|_| line.of.is_empty() && line.view.is_none());
    let points: Vec<Known> = known.iter().map(|point| (point.period, point.value, point.target)).collect();
    let year = Period::new(PeriodKind::Year, file.plan.year, 1);
    let of_line = |year| {
        (props.set.ownership == line.ownership()).then(|| target(file, &props.index, "", year)).flatten()
    };
    let (name, aggregation) = (line.vietnamese(file), props.set.aggregation);
    html! {
        <figure class="over-years">
            if is_named { <figcaption class="strong small">{capitalized(&name)}</figcaption> }
            {chart(&name, &drawn(&points, now, year.and_then(of_line), aggregation), aggregation)}
            if !known.is_empty() { {table(props, line, known, onedit)} }
        </figure>
    }
}

/// The way of one criterion over the periods; nothing where it was scored once.
pub(super) fn leaf_over_time(file: &PlanFile, set: &IndicatorSet, leaf: &Node) -> Html {
    let known = leaf_trend(file, set, leaf);
    let known: Vec<Known> = known.iter().map(|point| (point.period, point.value, point.target)).collect();
    chart(&leaf.name, &drawn(&known, None, None, set.aggregation), set.aggregation)
}

/// The line, where there are two values to draw it through.
fn chart(name: &str, drawn: &[Drawn], aggregation: Aggregation) -> Html {
    if drawn.iter().filter(|point| point.value.is_some()).count() < 2 {
        return Html::default();
    }
    let goal = drawn.iter().find_map(|point| point.goal).map(|goal| text::goal(&total(aggregation, goal)));
    let points: Vec<Point<'_>> = drawn
        .iter()
        .map(|point| Point { name: &point.name, text: &point.text, value: point.value, goal: point.goal })
        .collect();
    line(sentence(name, drawn, aggregation).into(), &points, goal.as_deref())
}

/// A period with its value and what is to be reached.
type Known = (Period, Option<f64>, Option<f64>);

/// The points to draw: every period from the first to the last, also those of which nothing is known. What is to be
/// reached now stands where a period has no mark of its own.
fn drawn(known: &[Known], now: Option<Now>, goal: Option<f64>, aggregation: Aggregation) -> Vec<Drawn> {
    let drawn = |name: String, value: Option<f64>, of: Option<f64>| Drawn {
        name,
        text: value.map_or_else(|| common::NONE.to_owned(), |value| total(aggregation, value)),
        value,
        goal: of.or(goal),
    };
    let mut all = known.to_vec();
    let is_alike = |kind: PeriodKind| all.iter().all(|(period, ..)| period.kind() == kind);
    let Some(kind) = all.first().map(|(first, ..)| first.kind()).or(now.map(|now| now.period.kind())) else {
        return Vec::new();
    };
    let of = |(period, value, goal): Known| drawn(period.brief_vi(), value, goal);
    // Years and quarters beside each other are told one after the other, the present day last.
    if !is_alike(kind) || now.is_some_and(|now| now.period.kind() != kind) {
        let last = now.map(|now| drawn(date_short(now.as_of), Some(now.total), None));
        return all.into_iter().map(of).chain(last).collect();
    }
    if let Some(now) = now.filter(|now| all.iter().all(|(period, ..)| *period != now.period)) {
        all.push((now.period, Some(now.total), None));
        order::sort_by_key(&mut all, |(period, ..)| *period);
    }
    let (first, last) = (all[0].0, all[all.len() - 1].0);
    let whole: Vec<Period> =
        std::iter::successors(Some(first), |period| (*period < last).then(|| period.following()))
            .take(LONGEST + 1)
            .collect();
    if whole.len() > LONGEST {
        return all.into_iter().map(of).collect();
    }
    let known = |period: Period| all.iter().find(|(known, ..)| *known == period).copied();
    whole.into_iter().map(|period| of(known(period).unwrap_or((period, None, None)))).collect()
}

/// What the picture shows, in words.
fn sentence(name: &str, drawn: &[Drawn], aggregation: Aggregation) -> String {
    let said = |goal: f64| text::goal(&total(aggregation, goal)).to_lowercase();
    let goals: Vec<f64> = drawn.iter().filter_map(|point| point.goal).collect();
    let is_one = goals.len() == drawn.len() && goals.windows(2).all(|two| (two[0] - two[1]).abs() < 1e-9);
    let told = drawn.iter().map(|point| {
        let told = match point.value {
            Some(_) => format!("{} {}", point.name, point.text),
            None => text::unknown_in(&point.name),
        };
        match point.goal {
            Some(goal) if !is_one => format!("{told} ({})", said(goal)),
            _ => told,
        }
    });
    let of_all = goals.first().filter(|_| is_one).map(|goal| said(*goal));
    format!("{name}: {}", told.chain(of_all).collect::<Vec<_>>().join("; "))
}

fn table(props: &ValuesProps, line: &Series, known: &[TrendPoint], onedit: &Callback<IndexValueId>) -> Html {
    let has_rank = known.iter().any(|point| point.rank.is_some());
    let row = |point: &TrendPoint| {
        let source = &point.behind.row.source;
        let edit = match &point.behind.origin {
            PointOrigin::Entered(id) if props.writes => {
                let (onedit, id) = (onedit.clone(), id.clone());
                let onclick = Callback::from(move |_: MouseEvent| onedit.emit(id.clone()));
                html! { <button class="btn-link" type="button" {onclick} aria-label={text::edit_value(&point.period.vietnamese())}>{common::EDIT}</button> }
            }
            _ => Html::default(),
        };
        html! {
            <tr>
                <th scope="row" title={source.clone()}>{capitalized(&point.period.vietnamese())}</th>
                <td class="num">{points_or_dash(point.value)}if point.behind.is_computed { <span class="sub">{text::COMPUTED}</span> }</td>
                <td class="num">{points_or_dash(point.target)}</td>
                if has_rank { <td class="num">{point.rank.map_or_else(|| common::NONE.to_owned(), |rank| text::place(rank, point.ranked))}</td> }
                if props.wide { <td>{source}</td> }
                <td class="num">{edit}</td>
            </tr>
        }
    };
    html! {
        <table class="table values">
            <caption class="sr">{text::values_of(&line.of)}</caption>
            <thead><tr>
                <th scope="col">{text::YEAR}</th>
                <th scope="col" class="num">{text::VALUE}</th>
                <th scope="col" class="num">{text::TARGET}</th>
                if has_rank { <th scope="col" class="num">{text::RANK}</th> }
                if props.wide { <th scope="col">{text::SOURCE}</th> }
                <th scope="col"><span class="sr">{common::EDIT}</span></th>
            </tr></thead>
            <tbody>{for known.iter().rev().map(row)}</tbody>
        </table>
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;
    use cchc_core::indicator::Ownership;

    use super::*;

    const WEIGHTED: Aggregation = Aggregation::WeightedMean;

    #[test]
    fn years_without_a_value_are_gaps() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let pci = IndexCode::new("pci").expect("a code");
        let lines = lines(&file, &pci, Ownership::Context);
        let known: Vec<Known> = lines[0].1.iter().map(|point| (point.period, point.value, None)).collect();
        let points = drawn(&known, None, Some(70.0), WEIGHTED);
        assert_eq!(points.len(), 11);
        assert_eq!(points.iter().filter(|point| point.value.is_some()).count(), 5);
        let said = sentence("PCI", &points, WEIGHTED);
        assert!(said.starts_with("PCI: 2014 55,05; 2015 chưa có; "), "{said}");
        assert!(said.ends_with("2024 69,01; mục tiêu 70,00"), "{said}");
        let moved = [(known[0].0, known[0].1, Some(60.0)), (known[1].0, known[1].1, Some(65.0))];
        let said = sentence("PCI", &drawn(&moved, None, None, WEIGHTED), WEIGHTED);
        assert!(said.starts_with("PCI: 2014 55,05 (mục tiêu 60,00); 2015 chưa có; "), "{said}");
    }

    #[test]
    fn the_year_that_is_scored_here_comes_last() {
        let now = Now {
            period: "2026".parse().expect("a year"),
            as_of: "2026-11-20".parse().expect("a day"),
            total: 83.0,
        };
        let points = drawn(&[], Some(now), Some(85.0), Aggregation::Sum);
        assert_eq!((points.len(), &*points[0].name, &*points[0].text), (1, "2026", "83,00"));
        assert_eq!(points[0].goal, Some(85.0));
    }
}
