//! Nhiệm vụ.

use yew::prelude::*;

use super::PageHead;
use crate::route::Screen;

/// Nhiệm vụ.
#[component]
pub fn DutiesPage() -> Html {
    html! {
        <section class="page" aria-labelledby={Screen::Duties.slug()}>
            <PageHead screen={Screen::Duties} />
        </section>
    }
}
