//! The year strip: twelve month columns; an obligation is a cell as wide as its period.

use cchc_core::plan::Unit;
use cchc_core::progress::{Cell, CellKind};
use cchc_core::record::Records;
use yew::prelude::*;

use crate::strings::common;

/// How many letters a quarter of a strip has room for, at the least.
const LETTERS_PER_QUARTER: usize = 10;

/// How many a month has room for.
const LETTERS_PER_MONTH: usize = 3;

/// `.year`: a strip as the core derives it ([`cchc_core::progress::Progress::strip`]).
pub fn year_strip(cells: &[Cell], units: &Records<Unit>) -> Html {
    let items = cells.iter().map(|cell| {
        let state = match cell.kind {
            CellKind::Off => Some("off"),
            CellKind::Empty => None,
            CellKind::Owed(state) => Some(state.key()),
        };
        let unit = cell.unit.as_ref().filter(|_| !cell.figure.is_empty()).and_then(|id| units.get(id));
        let unit = unit.map(|unit| unit.name.as_str()).filter(|unit| has_room(cell, unit));
        html! {
            <li class={classes(cell)} data-state={state}>
                <span class="sr">{cell.sentence()}</span>
                <span aria-hidden="true">{figure(cell)}if let Some(unit) = unit { {"\u{a0}"}{unit} }</span>
            </li>
        }
    });
    html! { <ol class="year">{for items}</ol> }
}

/// The head of a column of strips: the twelve months, with the current one marked.
pub fn year_head(now: Option<u32>) -> Html {
    let months =
        (1..=12_u32).map(|month| html! { <li class={(now == Some(month)).then_some("now")}>{month}</li> });
    html! {
        <>
            <span class="sr">{common::TWELVE_MONTHS}</span>
            <ol class="year year-head" aria-hidden="true">{for months}</ol>
        </>
    }
}

/// Whether figure and unit fit side by side; a unit cut off in the middle says less than none.
fn has_room(cell: &Cell, unit: &str) -> bool {
    let letters = cell.figure.chars().count() + 1 + unit.chars().count();
    cell.months() > 1 && letters * 3 <= cell.months() as usize * LETTERS_PER_QUARTER
}

/// The figure; a month has no room for what is asked beside two digits of what is done.
fn figure(cell: &Cell) -> &str {
    match cell.figure.split_once('/') {
        Some((done, _)) if cell.months() == 1 && cell.figure.chars().count() > LETTERS_PER_MONTH => done,
        _ => &cell.figure,
    }
}

/// Width, bar and outline; a cell that is not counted or holds nothing has no bar.
fn classes(cell: &Cell) -> Classes {
    const SPAN: [&str; 13] = [
        "", "", "span-2", "span-3", "span-4", "span-5", "span-6", "span-7", "span-8", "span-9", "span-10",
        "span-11", "span-12",
    ];
    const FILL: [&str; 5] = ["fill-0", "fill-1", "fill-2", "fill-3", "fill-4"];
    let owed = matches!(cell.kind, CellKind::Owed(_));
    classes!(
        SPAN[(cell.months() as usize).min(12)],
        owed.then(|| FILL[usize::from(cell.quarters.min(4))]),
        cell.is_now.then_some("now"),
    )
}
