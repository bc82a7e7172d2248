//! Tổng quan.

use yew::prelude::*;

use super::PageHead;
use crate::route::Screen;

/// Tổng quan.
#[component]
pub fn OverviewPage() -> Html {
    html! {
        <section class="page" aria-labelledby={Screen::Overview.slug()}>
            <PageHead screen={Screen::Overview} />
        </section>
    }
}
