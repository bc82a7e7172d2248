//! What stands where a list has nothing to show.

use yew::prelude::*;

use super::icon::{Glyph, icon};

/// What an empty list says.
#[derive(Properties, PartialEq)]
pub struct EmptyProps {
    /// The icon of the screen.
    pub glyph: Glyph,
    /// What is not there.
    pub title: AttrValue,
    /// What to loosen or do.
    #[prop_or_default]
    pub hint: AttrValue,
    /// Buttons that do it.
    #[prop_or_default]
    pub children: Html,
}

/// `.empty`: says what is not there and what to do about it.
#[component]
pub fn Empty(props: &EmptyProps) -> Html {
    html! {
        <div class="empty">
            {icon(props.glyph)}
            <h2>{&props.title}</h2>
            if !props.hint.is_empty() { <p>{&props.hint}</p> }
            <div class="actions">{props.children.clone()}</div>
        </div>
    }
}
