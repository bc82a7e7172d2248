//! A filter that is on or off.

use yew::prelude::*;

use super::icon::{Glyph, icon};

/// What a chip is given.
#[derive(Properties, PartialEq)]
pub struct ChipProps {
    /// Whether the filter is on; an active chip shows ×.
    pub pressed: bool,
    /// Called on a press.
    pub onclick: Callback<MouseEvent>,
    /// Its words.
    pub children: Html,
}

/// `.chip`: a filter as a button with `aria-pressed`.
#[component]
pub fn Chip(props: &ChipProps) -> Html {
    html! {
        <button class="chip" type="button" aria-pressed={props.pressed.to_string()} onclick={&props.onclick}>
            {props.children.clone()}
            if props.pressed { {icon(Glyph::Close)} }
        </button>
    }
}
