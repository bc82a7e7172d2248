//! The reports of the year, as links.

use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::id::FilingId;
use cchc_core::progress::ReportItem;
use cchc_core::register::FilingState;
use yew::prelude::*;

use crate::components::{Glyph, State, icon, standing, state};
use crate::route::Route;
use crate::strings::{life, report as text};

#[derive(Properties, PartialEq)]
pub(super) struct ReportsProps {
    pub(super) items: Rc<Rc<[ReportItem]>>,
    pub(super) current: Option<FilingId>,
    pub(super) today: Date,
}

/// How far it is, beyond being sent.
fn marks(item: &ReportItem) -> Html {
    html! {
        <>
            if item.is_frozen { <span class="meta">{icon(Glyph::Lock)}{" "}{life::FROZEN}</span> }
            {match item.filed {
                FilingState::Accepted => html! { <span class="meta">{life::ACCEPTED}</span> },
                FilingState::Returned => html! { <span class="meta">{state(State::Missing, life::RETURNED)}</span> },
                FilingState::Draft | FilingState::Submitted => Html::default(),
            }}
        </>
    }
}

/// `.rules`: title, window, last day, state.
#[component]
pub(super) fn Reports(props: &ReportsProps) -> Html {
    let entry = |item: &ReportItem| {
        let current = props.current.as_ref() == Some(&item.filing);
        html! {
            <li key={item.filing.as_str()}>
                <a href={Route::filing(&item.filing).href()} aria-current={current.then_some("true")}>
                    <b>{&item.title}</b>
                    if let Some(line) = text::window_line(item) { <span class="meta">{line}</span> }
                    <span class="meta">{text::due_line(item)}</span>
                    {standing(item.state, &text::state_words(item, props.today))}
                    {marks(item)}
                </a>
            </li>
        }
    };
    html! { <nav class="rules" aria-label={text::LIST}><ul>{for props.items.iter().map(entry)}</ul></nav> }
}
