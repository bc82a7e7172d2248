//! Tệp trên ổ đĩa: the person's own file, what it has not yet, and the history of the plan.

use cchc_core::text::capitalized;
use yew::prelude::*;

use super::moment;
use crate::components::{Glyph, State, icon, state};
use crate::route::Screen;
use crate::store::{use_disk, use_plan_if_open, use_store};
use crate::strings::{exchange as words, history};

/// How the open plan stands against the disk, and how much of its history there is.
#[component]
pub(super) fn DiskSection() -> Html {
    let (store, disk) = (use_store(), use_disk());
    let Some(file) = use_plan_if_open().map(|open| open.file) else { return Html::default() };
    let save = Callback::from(move |_: MouseEvent| store.save_file());
    let named = disk.file.as_ref().map(|(name, at)| words::on_disk(name, &moment(*at)));
    let mark = match (disk.unfiled, &disk.file) {
        (0, Some(_)) => state(State::Done, words::ALL_ON_DISK),
        (0, None) => Html::default(),
        (count, _) => state(State::Soon, capitalized(&words::unfiled(count))),
    };
    let entries = history::changes(file.journal.len());
    html! {
        <section class="section" aria-labelledby="tep-tren-dia">
            <div class="section-head"><h2 id="tep-tren-dia">{words::ON_DISK}</h2>{mark}</div>
            <p class="muted">{named.unwrap_or_else(|| words::NEVER_ON_DISK.to_owned())}</p>
            <p class="actions">
                if disk.unfiled > 0 {
                    <button class="btn-link" type="button" onclick={save}>{icon(Glyph::Save)}{words::SAVE}</button>
                }
                <a class="btn-link" href={Screen::History.href()}>{icon(Glyph::Clock)}{history::OPEN}{" ("}{entries}{")"}</a>
            </p>
        </section>
    }
}
