//! Cài đặt.

use yew::prelude::*;

use super::PageHead;
use crate::route::Screen;

/// Cài đặt.
#[component]
pub fn SettingsPage() -> Html {
    html! {
        <section class="page" aria-labelledby={Screen::Settings.slug()}>
            <PageHead screen={Screen::Settings} />
        </section>
    }
}
