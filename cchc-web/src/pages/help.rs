//! Trợ giúp: one page.

use yew::prelude::*;

use super::PageHead;
use crate::route::{Route, Screen, use_route};
use crate::shell::ShortcutsDialog;
use crate::strings::help as text;

/// The rest of the address at which the table of shortcuts is open.
const SHORTCUTS: &str = "phim-tat";

/// Trợ giúp.
#[component]
pub fn HelpPage() -> Html {
    let route = use_route();
    let close = Callback::from(|()| Route::to(Screen::Help).go());
    let topics = text::TOPICS.iter().map(|(title, lines)| {
        html! {
            <section>
                <h2>{*title}</h2>
                <ul class="spaced">{for lines.iter().map(|line| html! { <li>{*line}</li> })}</ul>
            </section>
        }
    });
    html! {
        <section class="page" aria-labelledby={Screen::Help.slug()}>
            <PageHead screen={Screen::Help} line={html! { {text::LINE} }}>
                <a class="btn" href={Route::to(Screen::Help).at(SHORTCUTS).href()}>{text::SHORTCUTS_TITLE}<kbd>{"?"}</kbd></a>
            </PageHead>
            <div class="settings help">{for topics}</div>
            if route.rest == SHORTCUTS { <ShortcutsDialog onclose={close} /> }
        </section>
    }
}
