//! The table of contents beside the document; the section on the screen is marked.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use yew::prelude::*;

use super::document::{CLOSE, element_id, passage_route};
use super::words::Entry;
use crate::strings::plan as text;

/// How far from the top of the window a section counts as begun.
const BEGUN: f64 = 200.0;

/// What it is given.
#[derive(Properties, PartialEq)]
pub(super) struct OutlineProps {
    /// The headings of the plan.
    pub entries: Rc<Vec<Entry>>,
    /// The passage of the title.
    pub opening: AttrValue,
}

/// `.outline`: links to the sections.
#[component]
pub(super) fn Outline(props: &OutlineProps) -> Html {
    let current = use_state_eq(|| props.opening.clone());
    {
        let current = current.clone();
        let opening = props.opening.clone();
        use_effect_with(Rc::clone(&props.entries), move |entries| {
            let ids: Rc<[AttrValue]> = places(&opening, entries).into();
            let follow = move || {
                if let Some(id) = current_place(&ids) {
                    current.set(id);
                }
            };
            follow();
            let passive = EventListenerOptions { passive: true, ..EventListenerOptions::default() };
            let window = gloo_utils::window();
            let listener = EventListener::new_with_options(&window, "scroll", passive, move |_| follow());
            move || drop(listener)
        });
    }
    let link = |passage: &str, label: &str| {
        let here = (*current == passage).then_some("true");
        html! { <a href={passage_route(passage).href()} aria-current={here}>{label.to_owned()}</a> }
    };
    html! {
        <nav class="outline" aria-label={text::OUTLINE}>
            <ol>
                <li>{link(&props.opening, text::OPENING)}</li>
                {for props.entries.iter().map(|entry| html! {
                    <li key={entry.passage.clone()}>
                        {link(&entry.passage, &entry.label)}
                        if !entry.below.is_empty() {
                            <ol>{for entry.below.iter().map(|below| html! {
                                <li key={below.passage.clone()}>{link(&below.passage, &below.label)}</li>
                            })}</ol>
                        }
                    </li>
                })}
                <li>{link(CLOSE, text::RECIPIENTS)}</li>
            </ol>
        </nav>
    }
}

/// The places in reading order.
fn places(opening: &AttrValue, entries: &[Entry]) -> Vec<AttrValue> {
    let sections = entries.iter().flat_map(|entry| std::iter::once(entry).chain(&entry.below));
    let sections = sections.map(|entry| AttrValue::from(entry.passage.clone()));
    std::iter::once(opening.clone()).chain(sections).chain([AttrValue::Static(CLOSE)]).collect()
}

/// The last place that has begun above the upper part of the window; at the end of the page the last one.
fn current_place(places: &[AttrValue]) -> Option<AttrValue> {
    let document = gloo_utils::document();
    let top = |place: &AttrValue| {
        let element = document.get_element_by_id(&element_id(place))?;
        Some(element.get_bounding_client_rect().top())
    };
    let begun = places.iter().take_while(|place| top(place).is_none_or(|top| top < BEGUN)).last();
    begun.or_else(|| places.first()).cloned()
}
