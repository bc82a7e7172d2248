//! Mở đầu: nothing is open yet.

use yew::prelude::*;

use crate::components::FileButton;
use crate::strings::start as text;

/// Mở đầu.
#[component]
pub fn StartPage() -> Html {
    html! {
        <section class="start" aria-labelledby="mo-dau">
            <h1 id="mo-dau">{text::TITLE}</h1>
            <p>{text::LEAD}</p>
            <FileButton id="mo-tep" />
        </section>
    }
}
