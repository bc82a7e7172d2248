//! All indices at once: one's own, the plan's targets, and the province's for comparison.

use yew::prelude::*;

use super::tile::{Tile, tile, use_tiles};
use super::{heads, losses};
use crate::components::Empty;
use crate::components::Glyph;
use crate::strings::indicators as text;

/// So many letters of a name stand in one line of a tile.
const ONE_LINE: usize = 32;

/// The overview.
#[component]
pub(super) fn Overview() -> Html {
    let tiles = use_tiles();
    html! {
        <>
            {heads::views(heads::View::Overview)}
            {section("h-cua-xa", text::OWN, text::OWN_NOTE, &tiles.own)}
            {section("h-chi-tieu", text::TARGETS, text::TARGETS_NOTE, &tiles.targets)}
            <losses::OwnOffice />
            {section("h-cua-tinh", text::CONTEXT, text::CONTEXT_NOTE, &tiles.context)}
            if tiles.own.is_empty() && tiles.context.is_empty() {
                <Empty glyph={Glyph::Indicators} title={text::NO_SETS} hint={text::NO_SETS_HINT} />
            }
        </>
    }
}

fn section(id: &'static str, title: &'static str, note: &'static str, tiles: &[Tile]) -> Html {
    if tiles.is_empty() {
        return Html::default();
    }
    // None stands alone in its row.
    let is_fives = tiles.len() % 4 == 1;
    let is_short = tiles.iter().all(|tile| tile.name.chars().count() <= ONE_LINE);
    html! {
        <section class="section" aria-labelledby={id}>
            <div class="section-head"><h2 {id}>{title}</h2><p>{note}</p></div>
            <div class={classes!("tiles", "indices", is_fives.then_some("fives"), is_short.then_some("short"))}>{for tiles.iter().map(tile)}</div>
        </section>
    }
}
