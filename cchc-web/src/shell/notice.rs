//! The standing lines "Dữ liệu minh họa", "Phần của …", "Chỉ để xem", and messages that stay until read.

use yew::prelude::*;

use crate::components::{Glyph, icon};
use crate::pages::start::CREATE;
use crate::route::{Route, Screen};
use crate::store::{use_notices, use_plan_if_open, use_store};
use crate::strings::{common, exchange, opening, shell as text};

/// The lines under the topbar.
#[component]
pub(super) fn Notice() -> Html {
    let store = use_store();
    let plan = use_plan_if_open();
    let part = plan.as_ref().and_then(|open| {
        let offices = &open.file.part.as_ref()?.offices;
        let named = open.file.offices.iter().filter(|office| offices.contains(&office.id));
        Some(named.map(|office| office.name.as_str()).collect::<Vec<_>>().join(", "))
    });
    let newer = plan.as_ref().map(|open| &open.file).filter(|file| file.is_read_only());
    let newer = newer.map(|file| opening::newer_line(file.version));
    let illustrative = plan.and_then(|open| open.file.plan.illustrative.clone());
    let messages = use_notices().messages;
    let clear = Callback::from(move |_: MouseEvent| store.clear_notices());
    html! {
        <>
            if let Some(what) = illustrative {
                <aside class="notice" aria-label={text::EXAMPLE_LABEL}>
                    {icon(Glyph::Info)}
                    <span><strong>{text::EXAMPLE}</strong>{" "}<span class="more">{what}</span></span>
                    <a href={Route::to(Screen::Start).at(CREATE).href()}>{text::EXAMPLE_OWN}</a>
                </aside>
            }
            if let Some(what) = newer {
                <aside class="notice" aria-label={opening::NEWER_LABEL}>
                    {icon(Glyph::Info)}
                    <span><strong>{opening::NEWER_HEAD}</strong>{" "}<span class="more">{what}</span></span>
                </aside>
            }
            if let Some(offices) = part {
                <aside class="notice" aria-label={exchange::PART_LABEL}>
                    {icon(Glyph::Info)}
                    <span><strong>{exchange::PART_HEAD}</strong>{" "}<span class="more">{exchange::part_line(&offices)}</span></span>
                </aside>
            }
            <div role="status">
                if !messages.is_empty() {
                    <div class="notice stays">
                        {icon(Glyph::Info)}
                        <div>{for messages.iter().map(|message| html! { <p>{message}</p> })}</div>
                        <button class="btn-link" type="button" onclick={clear}>{common::CLOSE}</button>
                    </div>
                }
            </div>
        </>
    }
}
