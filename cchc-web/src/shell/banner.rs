//! The banner that stays while changes are only on this screen.

use yew::prelude::*;

use crate::components::{Glyph, icon};
use crate::store::{SaveStatus, use_save_status, use_store};
use crate::strings::shell as text;

/// Shown while the last save was refused, until one succeeds.
#[component]
pub(super) fn Banner() -> Html {
    let store = use_store();
    let SaveStatus::Failed { since, unsaved, reason } = use_save_status() else { return Html::default() };
    let save = Callback::from({
        let store = store.clone();
        move |_: MouseEvent| store.save_file()
    });
    let again = Callback::from(move |_: MouseEvent| store.save());
    html! {
        <div class="banner" role="alert">
            {icon(Glyph::Warn)}
            <p>
                <strong>{text::not_saved_since(&since.format("%H:%M").to_string())}</strong>
                {" "}{reason}{" "}{text::only_here(unsaved)}
            </p>
            <div class="actions">
                <button class="btn btn-primary" type="button" onclick={save}>{icon(Glyph::Save)}{text::SAVE_FILE_NOW}</button>
                <button class="btn" type="button" onclick={again}>{text::TRY_AGAIN}</button>
            </div>
        </div>
    }
}
