//! The reports of the year, as links.

use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::id::FilingId;
use cchc_core::progress::ReportItem;
use yew::prelude::*;

use crate::components::standing;
use crate::route::Route;
use crate::strings::report as text;

#[derive(Properties, PartialEq)]
pub(super) struct ReportsProps {
    pub(super) items: Rc<Rc<[ReportItem]>>,
    pub(super) current: Option<FilingId>,
    pub(super) today: Date,
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
                </a>
            </li>
        }
    };
    html! { <nav class="rules" aria-label={text::LIST}><ul>{for props.items.iter().map(entry)}</ul></nav> }
}
