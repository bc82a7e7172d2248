//! Báo cáo.

use yew::prelude::*;

use super::PageHead;
use crate::route::Screen;

/// Báo cáo.
#[component]
pub fn ReportPage() -> Html {
    html! {
        <section class="page" aria-labelledby={Screen::Report.slug()}>
            <PageHead screen={Screen::Report} />
        </section>
    }
}
