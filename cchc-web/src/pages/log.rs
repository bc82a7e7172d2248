//! Nhật ký.

use yew::prelude::*;

use super::PageHead;
use crate::route::Screen;

/// Nhật ký.
#[component]
pub fn LogPage() -> Html {
    html! {
        <section class="page" aria-labelledby={Screen::Log.slug()}>
            <PageHead screen={Screen::Log} />
        </section>
    }
}
