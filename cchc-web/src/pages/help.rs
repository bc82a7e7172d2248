//! Trợ giúp.

use yew::prelude::*;

use super::PageHead;
use crate::route::Screen;

/// Trợ giúp.
#[component]
pub fn HelpPage() -> Html {
    html! {
        <section class="page" aria-labelledby={Screen::Help.slug()}>
            <PageHead screen={Screen::Help} />
        </section>
    }
}
