//! Trao đổi tệp.

use yew::prelude::*;

use super::PageHead;
use crate::route::Screen;

/// Trao đổi tệp.
#[component]
pub fn ExchangePage() -> Html {
    html! {
        <section class="page" aria-labelledby={Screen::Exchange.slug()}>
            <PageHead screen={Screen::Exchange} />
        </section>
    }
}
