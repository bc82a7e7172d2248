//! Chỉ số: what the plan exists to raise, from the indices down to the activities that prove a point.
//!
//! * [`address`] what is shown; `heads`, `subjects` which indices there are, and the way between the views;
//! * `tile`, `overview` all indices at once; Tổng quan shows the same tiles;
//! * `sheet` what the core derives of one set, owned; `sheet_page`, `tree`, `aside`, `losses` how it looks;
//! * `leaf`, `leaf_form`, `leaf_draft`, `raw_draft`, `evidence` one criterion: what is entered and what proves it;
//! * `trial` scores that are tried, and kept nowhere;
//! * `values`, `value_form`, `target_form` values over the years and what is to be reached;
//! * `measures`, `measure_form` giải pháp;
//! * `sets`, `set_page`, `set_draft`, `node_form`, `rule_draft` the sets themselves;
//! * `appendix` what is handed in.

pub(super) mod address;
mod appendix;
mod aside;
mod evidence;
mod figures;
mod heads;
mod leaf;
mod leaf_draft;
mod leaf_form;
mod losses;
mod measure_form;
mod measures;
mod node_form;
mod overview;
pub(super) mod proof;
mod raw_draft;
mod rule_draft;
mod set_draft;
mod set_page;
mod sets;
mod sheet;
mod sheet_page;
mod subjects;
mod target_form;
pub(super) mod tile;
mod tree;
mod trial;
mod value_form;
mod values;

use cchc_core::report::Listed;
use yew::prelude::*;

use self::address::Place;
pub(super) use self::heads::{period_options, set_options};
use super::PageHead;
use super::tables::table_button;
use crate::components::{Glyph, icon};
use crate::route::{Route, Screen, use_route};
use crate::store::{LIST, use_prefs, use_store, use_today};
use crate::strings::import;
use crate::strings::indicators as text;

/// Chỉ số.
#[component]
pub fn IndicatorsPage() -> Html {
    let (route, store, today) = (use_route(), use_store(), use_today());
    let place = Place::of(&route);
    let writes = !use_prefs().only_reads();
    let body = match &place {
        Place::Overview => html! {
            <>
                <PageHead screen={Screen::Indicators} line={html! { {text::LINE} }}>
                    if writes {
                        <a class="btn" href={Route::to(Screen::Log).at(LIST).href()}>{icon(Glyph::Open)}{import::BUTTON}</a>
                    }
                    {table_button(&store, today, Callback::from(|()| Listed::Indices))}
                </PageHead>
                <overview::Overview />
            </>
        },
        Place::Sheet(code) => html! { <sheet_page::SheetPage key={code.clone()} code={code.clone()} /> },
        Place::Appendix(code) => html! { <appendix::Appendix key={code.clone()} code={code.clone()} /> },
        Place::Measures(over) => html! { <measures::Measures over={over.clone()} /> },
        Place::Sets => html! { <sets::Sets /> },
        Place::Set(code) => html! { <set_page::SetPage key={code.clone()} code={code.clone()} /> },
    };
    // The paper prints alone; everything else prints with its head.
    let class = classes!("page", (!matches!(place, Place::Appendix(_))).then_some("indicators"));
    html! { <section {class} aria-labelledby={Screen::Indicators.slug()}>{body}</section> }
}
