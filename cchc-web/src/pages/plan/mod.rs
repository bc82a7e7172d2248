//! Kế hoạch.

use yew::prelude::*;

use super::PageHead;
use crate::route::Screen;

/// Kế hoạch.
#[component]
pub fn PlanPage() -> Html {
    html! {
        <section class="page" aria-labelledby={Screen::Plan.slug()}>
            <PageHead screen={Screen::Plan} />
        </section>
    }
}
