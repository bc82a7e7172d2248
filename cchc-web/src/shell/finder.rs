//! Search everywhere (Ctrl K): screens, duties, activities, the plan's text.

use yew::prelude::*;

use crate::components::{Glyph, icon};
use crate::strings::shell as text;

/// The search field of the topbar.
#[component]
pub(super) fn Finder() -> Html {
    html! {
        <div class="finder">
            {icon(Glyph::Search)}
            <input class="input" type="search" aria-label={text::FINDER} placeholder={text::FINDER_HINT} />
            <kbd>{"Ctrl K"}</kbd>
        </div>
    }
}
