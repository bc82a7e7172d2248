//! The filters, kept in the address.

use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::progress::State;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::address;
use super::rows::Filter;
use crate::components::{Chip, Glyph, Select, SelectOption, icon};
use crate::pages::form::offices;
use crate::route::{Route, use_route};
use crate::store::use_plan;
use crate::strings::duties as text;

/// Search, office, cadence and switches.
#[component]
pub(super) fn Toolbar() -> Html {
    let (open, route) = (use_plan(), use_route());
    let filter = Filter::of(&route);
    let offices = use_memo(open.clone(), |open| offices(&open.file));
    let cadences = use_memo(open, |open| cadences(&open.file));
    let search = {
        let route = route.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let words = input.map(|input| input.value()).unwrap_or_default();
            route.clone().with(address::SEARCH, words).replace();
        })
    };
    let sets = |key: &'static str| {
        let route = route.clone();
        Callback::from(move |value: Option<AttrValue>| {
            route.clone().with(key, value.map(|value| value.to_string()).unwrap_or_default()).go();
        })
    };
    html! {
        <div class="toolbar" role="search" aria-label={text::FILTER}>
            <div class="finder">
                {icon(Glyph::Search)}
                <input class="input" id="tim-nhiem-vu" type="search" aria-label={text::SEARCH} placeholder={text::SEARCH}
                    autocomplete="off" value={filter.search.clone()} oninput={search} />
            </div>
            <Select id="loc-co-quan" aria_label={text::OFFICE} options={(*offices).clone()} none={text::ANY_OFFICE}
                value={filter.office.clone().map(AttrValue::from)} onchange={sets(address::OFFICE)} />
            <Select id="loc-nhip" aria_label={text::CADENCE} options={(*cadences).clone()} none={text::ANY_CADENCE}
                value={filter.cadence.clone().map(AttrValue::from)} onchange={sets(address::CADENCE)} />
            <div class="chips">
                {switch(&route, address::UNFINISHED, address::ON, filter.unfinished, text::UNFINISHED)}
                {for states(&filter).map(|(state, label)| {
                    switch(&route, address::STATE, address::state_word(state), filter.state == Some(state), label)
                })}
                {switch(&route, address::INFERRED, address::ON, filter.inferred, text::INFERRED)}
            </div>
        </div>
    }
}

/// "Trễ" always; another state only while the address asks for it (a link of Tổng quan).
fn states(filter: &Filter) -> impl Iterator<Item = (State, &'static str)> {
    let asked = filter.state;
    [
        (State::Late, text::LATE),
        (State::Soon, text::SOON),
        (State::Missing, text::MISSING),
        (State::Done, text::ON_TRACK),
    ]
    .into_iter()
    .filter(move |(state, _)| *state == State::Late || asked == Some(*state))
}

fn switch(route: &Route, key: &'static str, on: &'static str, pressed: bool, label: &'static str) -> Html {
    let next = route.clone().with(key, if pressed { "" } else { on });
    let onclick = Callback::from(move |_: MouseEvent| next.go());
    html! { <Chip {pressed} {onclick}>{label}</Chip> }
}

/// The cadences that the plan has, in the order in which they first come.
fn cadences(file: &PlanFile) -> Rc<[SelectOption]> {
    let mut options: Vec<SelectOption> = Vec::new();
    for duty in &file.duties {
        let word = address::cadence_word(&duty.cadence.value);
        if !options.iter().any(|option| *option.id == *word) {
            options.push(SelectOption::new(word, duty.cadence.value.vietnamese()));
        }
    }
    options.into()
}
