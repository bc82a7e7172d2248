//! Chỉ tiêu và chỉ số: the plan's targets and the commune's own index, as Chỉ số shows them.

use yew::prelude::*;

use crate::pages::indicators::tile::{tile, use_tiles};
use crate::route::Screen;
use crate::strings::overview as text;

/// How many indices of its own stand beside the targets: the others are in Chỉ số.
const OWN: usize = 1;

/// The section; nothing where there is neither a target nor an index.
#[component]
pub(super) fn Targets() -> Html {
    let tiles = use_tiles();
    let shown = || tiles.targets.iter().chain(tiles.own.iter().take(OWN));
    if shown().next().is_none() {
        return Html::default();
    }
    html! {
        <section class="section" aria-labelledby="h-chi-tieu">
            <div class="section-head">
                <h2 id="h-chi-tieu">{text::TARGETS}</h2>
                <p>{text::TARGETS_NOTE}</p>
                <a href={Screen::Indicators.href()}>{text::OPEN_INDICATORS}</a>
            </div>
            <div class="tiles">{for shown().map(tile)}</div>
        </section>
    }
}
