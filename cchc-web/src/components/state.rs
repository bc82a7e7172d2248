//! A state: icon, word and colour, never colour alone.

pub use cchc_core::progress::State;
use yew::prelude::*;

use super::icon::{Glyph, icon};

/// The icon of a state: each has its own shape.
pub const fn state_glyph(state: State) -> Glyph {
    match state {
        State::Done => Glyph::Done,
        State::Soon => Glyph::Clock,
        State::Late => Glyph::Warn,
        State::Missing => Glyph::Missing,
        State::None => Glyph::Circle,
    }
}

/// The state of what is owed, as the core says it. What was done late is both: done, and late by so much, which is no
/// reason for the colour of what is well.
pub fn standing(of: State, phrase: &str) -> Html {
    match phrase.split_once(", trễ\u{a0}").or_else(|| phrase.split_once(", trễ ")) {
        Some((done, by)) if of == State::Done => {
            html! { <>{state(of, done)}{" "}{state(State::Soon, format!("trễ\u{a0}{by}"))}</> }
        }
        _ => state(of, phrase),
    }
}

/// `.state`: the icon of the state and its words.
pub fn state(state: State, words: impl Into<Html>) -> Html {
    html! { <span class="state" data-state={state.key()}>{icon(state_glyph(state))}{words.into()}</span> }
}
