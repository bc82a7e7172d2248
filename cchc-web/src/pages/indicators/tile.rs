//! A tile: one index or one target, its value, its bar against the target, the gap in words.

use std::rc::Rc;

use cchc_core::calendar::{Period, PeriodKind};
use cchc_core::exchange::PlanFile;
use cchc_core::indicator::{Aggregation, Ownership};
use cchc_core::progress::scoring::{Series, TrendPoint, target};
use cchc_core::progress::{Progress, State};
use cchc_core::text::{number_vi, percent_vi};
use yew::prelude::*;

use super::address;
use super::figures::{points, total};
use super::sheet::{Sheet, SheetRow};
use super::subjects::{Subject, name_of, newest, subjects};
use crate::components::{bar, state};
use crate::pages::log::names::ByPointer;
use crate::route::Route;
use crate::store::{use_plan, use_progress};
use crate::strings::{common, indicators as text};

/// What a tile shows.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::pages) struct Tile {
    /// What is measured.
    pub name: String,
    /// Where it leads.
    pub route: Route,
    /// The value, or a dash.
    pub value: String,
    /// What stands beside it: the maximum, numerator and denominator, the year.
    pub beside: String,
    /// Value and target on the scale, of 100.
    pub percent: Option<f64>,
    pub target: Option<f64>,
    /// The gap in words.
    pub state: State,
    pub gap: String,
    /// Source, definition.
    pub title: String,
}

/// All tiles of a file on a day.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::pages) struct Tiles {
    /// Chỉ số của xã.
    pub own: Vec<Tile>,
    /// Chỉ tiêu của Kế hoạch.
    pub targets: Vec<Tile>,
    /// Chỉ số của tỉnh, để đối chiếu.
    pub context: Vec<Tile>,
}

impl Tiles {
    pub(in crate::pages) fn of(file: &PlanFile, progress: &Progress) -> Self {
        let mut tiles = Self { own: Vec::new(), targets: Vec::new(), context: Vec::new() };
        let Some(year) = Period::new(PeriodKind::Year, file.plan.year, 1) else { return tiles };
        for subject in subjects(file) {
            if subject.ownership == Ownership::Context {
                tiles.context.push(of_province(file, &subject, year));
                continue;
            }
            let Some(sheet) = Sheet::of(file, progress, subject.set.code.as_str(), year) else { continue };
            if sheet.set.aggregation == Aggregation::Separate {
                let rows = sheet.rows.iter().filter(|row| {
                    row.leaf.as_ref().is_some_and(|leaf| leaf.target.is_some() || leaf.entry.is_some())
                });
                tiles.targets.extend(rows.map(|row| of_leaf(&sheet, row)));
            } else {
                tiles.own.push(own(file, &subject, &sheet));
            }
        }
        tiles
    }
}

/// One's own index: the total of the year, else what is scored so far, else the newest value.
fn own(file: &PlanFile, subject: &Subject, sheet: &Sheet) -> Tile {
    let aggregation = sheet.set.aggregation;
    let newest = newest(file, &subject.index, Ownership::Own);
    let goal = sheet.target;
    let blank = Tile {
        name: name_of(file, &sheet.set),
        route: address::sheet(subject.set.code.as_str()),
        value: common::NONE.to_owned(),
        beside: String::new(),
        percent: None,
        target: goal,
        state: State::None,
        gap: text::NOT_SCORED.to_owned(),
        title: sheet.set.unconfirmed.clone(),
    };
    if let Some(value) = sheet.card.total {
        let (state, gap) = gap(aggregation, value, goal, sheet.card.class.as_deref());
        let beside = text::of_year(sheet.period.year());
        return Tile { value: points(value), beside, percent: Some(value), state, gap, ..blank };
    }
    if sheet.so_far.scored > 0 && sheet.so_far.max > 0.0 {
        let so_far = sheet.so_far;
        return Tile {
            value: points(so_far.score),
            percent: Some(so_far.score),
            beside: text::so_far(&points(so_far.max), so_far.scored, so_far.leaves),
            state: State::Missing,
            gap: text::left_to_score(so_far.leaves - so_far.scored),
            ..blank
        };
    }
    match newest {
        Some((line, point)) => {
            let value = point.value.unwrap_or_default();
            let (state, gap, target) = held(aggregation, value, &point, goal, sheet.period.year());
            Tile {
                value: points(value),
                beside: place(&line, &point),
                percent: Some(value),
                target,
                state,
                gap,
                ..blank
            }
        }
        None => blank,
    }
}

/// A target in percent.
fn of_leaf(sheet: &Sheet, row: &SheetRow) -> Tile {
    let leaf = row.leaf.as_ref();
    let (value, goal) = (row.scored.score, leaf.and_then(|leaf| leaf.target));
    let (state, gap) = match value {
        Some(value) => gap(Aggregation::Separate, value, goal, None),
        None => (
            State::None,
            goal.map_or_else(|| text::NOT_ENTERED.to_owned(), |goal| text::not_entered_of(&percent_vi(goal))),
        ),
    };
    Tile {
        name: row.node.name.clone(),
        route: address::leaf(sheet.set.code.as_str(), &row.node.code),
        value: value.map_or_else(|| common::NONE.to_owned(), percent_vi),
        beside: row.scored.input.clone().unwrap_or_default(),
        percent: value,
        target: goal,
        state,
        gap,
        title: leaf.map(|leaf| leaf.definition.clone()).unwrap_or_default(),
    }
}

/// Another's index, read for comparison.
fn of_province(file: &PlanFile, subject: &Subject, year: Period) -> Tile {
    let found = newest(file, &subject.index, Ownership::Context);
    let goal = target(file, &subject.index, "", year);
    let scale = scale(subject);
    let blank = Tile {
        name: name_of(file, &subject.set),
        route: address::sheet(subject.set.code.as_str()),
        value: common::NONE.to_owned(),
        beside: String::new(),
        percent: None,
        target: goal.map(|goal| 100.0 * goal / scale),
        state: State::None,
        gap: text::NO_VALUE.to_owned(),
        title: String::new(),
    };
    let Some((line, point)) = found else { return blank };
    let value = point.value.unwrap_or_default();
    let (state, gap, goal) = match (goal.or(point.target), point.change) {
        (Some(_), _) => held(subject.set.aggregation, value, &point, goal, year.year()),
        (None, Some(change)) => (State::None, text::change(&number_vi(change.abs(), 2), change), None),
        (None, None) => (State::None, String::new(), None),
    };
    Tile {
        value: points(value),
        beside: place(&line, &point),
        percent: Some(100.0 * value / scale),
        target: goal.map(|goal| 100.0 * goal / scale),
        state,
        gap,
        title: text::source(&point.behind.row.source),
        ..blank
    }
}

/// Whose value it is, of when, in which place: "tỉnh Lạng Sơn, năm 2024, hạng 31/34".
pub(super) fn place(line: &Series, point: &TrendPoint) -> String {
    let view = line.view.map(|view| view.vietnamese().to_owned());
    let rank = point.rank.map(|rank| text::rank(rank, point.ranked));
    let of = Some(line.of.clone()).filter(|of| !of.is_empty());
    [of, view, Some(point.period.vietnamese()), rank].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What 100 of a bar is: the most that the index can be.
fn scale(subject: &Subject) -> f64 {
    match subject.set.aggregation {
        Aggregation::Dimensions => subject.set.nodes.iter().filter_map(|node| node.max).sum::<f64>().max(1.0),
        _ => 100.0,
    }
}

/// How far a recorded value is from the target of its own year, as reports tell it, with the plan's year beside it; from
/// the target of the plan's year, named as such, where its own has none. And the target that it is held against.
fn held(
    aggregation: Aggregation,
    value: f64,
    point: &TrendPoint,
    goal: Option<f64>,
    year: i32,
) -> (State, String, Option<f64>) {
    let target = point.target.or(goal);
    let (state, mut words) = gap(aggregation, value, target, None);
    if let Some(goal) = goal.filter(|_| point.period.year() != year) {
        words = match point.target {
            Some(_) => text::and_goal_of(&words, year, &total(aggregation, goal)),
            None => text::against_year(&words, year),
        };
    }
    (state, words, target)
}

/// How far a value is from its target, in words; its class where there is no target.
pub(super) fn gap(
    aggregation: Aggregation,
    value: f64,
    goal: Option<f64>,
    class: Option<&str>,
) -> (State, String) {
    let Some(goal) = goal else {
        return (State::None, class.map_or_else(|| text::NO_TARGET.to_owned(), text::class));
    };
    let written = total(aggregation, goal);
    let missing = goal - value;
    if missing <= 1e-9 {
        return (State::Done, text::reached(&written));
    }
    // A tenth of the way is near; more is far.
    let state = if missing > goal * 0.15 { State::Late } else { State::Soon };
    let missing = match aggregation {
        Aggregation::Separate => text::percent_missing(&number_vi(missing, 1)),
        _ => text::points_missing(&points(missing), &written),
    };
    (state, missing)
}

/// Draws a tile.
pub(in crate::pages) fn tile(tile: &Tile) -> Html {
    html! {
        <article class="tile" title={(!tile.title.is_empty()).then(|| tile.title.clone())}>
            <h3><a href={tile.route.href()}>{&tile.name}</a></h3>
            <div class="value"><b>{&tile.value}</b><span>{&tile.beside}</span></div>
            {bar(tile.percent, tile.target)}
            if !tile.gap.is_empty() { {state(tile.state, tile.gap.clone())} }
        </article>
    }
}

/// The tiles of the open file, derived once per revision and day.
#[hook]
pub(in crate::pages) fn use_tiles() -> Rc<Tiles> {
    let (open, progress) = (use_plan(), use_progress());
    use_memo((open, ByPointer(progress)), |(open, progress)| Tiles::of(&open.file, &progress.0))
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    #[test]
    fn a_gap_is_told_in_its_unit() {
        assert_eq!(
            gap(Aggregation::Separate, 96.4, Some(100.0), None),
            (State::Soon, "Thiếu 3,6\u{a0}điểm\u{a0}%".into())
        );
        assert_eq!(
            gap(Aggregation::Sum, 83.0, Some(85.0), None),
            (State::Soon, "Thiếu 2,00 so với 85,00".into())
        );
        assert_eq!(gap(Aggregation::Separate, 71.4, Some(100.0), None).0, State::Late);
        assert_eq!(gap(Aggregation::Sum, 85.0, Some(85.0), None), (State::Done, "Đạt mục tiêu 85,00".into()));
        assert_eq!(gap(Aggregation::Sum, 85.0, None, Some("Tốt")), (State::None, "Xếp loại Tốt".into()));
    }

    #[test]
    fn a_value_of_another_year_is_held_against_the_target_of_its_year() {
        let mut file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let ddci = |file: &PlanFile| {
            let tiles = Tiles::of(file, &Progress::of(file, "2026-11-30".parse().expect("a day")));
            let tile = tiles.own.iter().find(|tile| tile.route == address::sheet("ddci-lang-son"));
            tile.map(|tile| (tile.gap.clone(), tile.target)).expect("DDCI")
        };
        // The annual report says the same: "thấp hơn mục tiêu 72,00 điểm của năm 2025 là 1,25 điểm".
        let told = "Thiếu 1,25 so với 72,00; mục tiêu năm 2026: 75,00";
        assert_eq!(ddci(&file), (told.to_owned(), Some(72.0)));
        let target = file.index_targets.get_str("ddci:2025").expect("a target").clone();
        file = crate::testing::after(
            &file,
            "vhxh",
            vec![cchc_core::exchange::Edit::remove::<cchc_core::indicator::IndexTarget>(&target.id)],
        );
        assert_eq!(ddci(&file), ("Thiếu 4,25 so với 75,00 của năm 2026".to_owned(), Some(75.0)));
    }

    #[test]
    fn the_built_in_plan_has_its_targets_and_the_province_s_values() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let tiles = Tiles::of(&file, &Progress::of(&file, "2026-11-20".parse().expect("a day")));
        assert_eq!(tiles.own.len(), 4);
        assert!(tiles.targets.len() >= 4, "{:?}", tiles.targets);
        let pci = tiles.context.iter().find(|tile| tile.route == address::sheet("pci-2022")).expect("PCI");
        assert_eq!((pci.value.as_str(), pci.beside.as_str()), ("69,01", "tỉnh Lạng Sơn, năm 2024"));
        // The newest value stands beside the year before it.
        assert_eq!(pci.gap, "Giảm 0,04 so với lần trước");
    }
}
