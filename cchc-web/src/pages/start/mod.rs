//! Mở đầu: an example to look around in, a plan of one's own, a file.

mod confirm;
mod create;
mod from_text;

use std::rc::Rc;

use cchc_core::examples;
use cchc_core::exchange::PlanFile;
use gloo_events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::components::{FileButton, Glyph, icon};
use crate::platform::{dom, storage::Stored};
use crate::route::{Route, Screen, use_route};
use crate::store::{PLAN_TEXT, Store, use_store};
use crate::strings::{import, start as text};
use create::CreateDialog;
use from_text::FromText;

/// The example that is opened to look around in: it has a year of invented activities.
const EXAMPLE: &str = "hoa-tham-2026-minh-hoa";

/// The end of the address that opens the dialog "Tạo kế hoạch" at once.
pub const CREATE: &str = "tao-ke-hoach";

/// Mở đầu.
#[component]
pub fn StartPage() -> Html {
    let store = use_store();
    let rest = use_route().rest;
    let creating = rest == CREATE;
    let stored = use_stored();
    use_digits();
    if rest == PLAN_TEXT {
        return html! { <FromText /> };
    }

    let example = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            let store = store.clone();
            store.say(text::OPENING);
            spawn_local(async move {
                let Some(file) = examples::get(EXAMPLE) else { return };
                match store.open_example(file).await {
                    Ok(()) => {
                        store.hush();
                        Route::to(Screen::Overview).go();
                    }
                    Err(error) => store.notify(error.to_string()),
                }
            });
        })
    };
    let create = use_callback((), |_: MouseEvent, ()| Route::to(Screen::Start).at(CREATE).replace());
    let onclose = use_callback((), |(), ()| {
        if Route::current().rest == CREATE {
            Route::to(Screen::Start).replace();
        }
    });
    html! {
        <section class="start" aria-labelledby="mo-dau">
            <h1 id="mo-dau">{text::TITLE}</h1>
            <p>{text::LEAD}</p>
            if !stored.is_empty() { <StoredList stored={stored} /> }
            <ul class="start-list">
                <li><button class="item" type="button" onclick={example} data-digit="1">
                    {icon(Glyph::Plan)}<span><b>{text::EXAMPLE}</b>{text::EXAMPLE_MORE}</span><kbd>{"1"}</kbd>
                </button></li>
                <li><button class="item" type="button" onclick={create} data-digit="2">
                    {icon(Glyph::Plus)}<span><b>{text::CREATE}</b>{text::CREATE_MORE}</span><kbd>{"2"}</kbd>
                </button></li>
                <li><FileButton id="mo-tep" class="item" digit="3">
                    {icon(Glyph::Open)}<span><b>{text::OPEN}</b>{text::OPEN_MORE}</span><kbd>{"3"}</kbd>
                </FileButton></li>
                <li><a class="item" href={Route::to(Screen::Start).at(PLAN_TEXT).href()} data-digit="4">
                    {icon(Glyph::Word)}<span><b>{import::PLAN_TITLE}</b>{import::PLAN_MORE}</span><kbd>{"4"}</kbd>
                </a></li>
            </ul>
            <details><summary>{text::LOST}</summary><p>{text::LOST_MORE}</p></details>
            <details><summary>{text::WHERE}</summary><p>{text::WHERE_MORE}</p></details>
            if creating { <CreateDialog {onclose} /> }
        </section>
    }
}

/// What is said of a plan that was opened; who has not said who he is, or is no office of this plan, is asked to.
fn and_who(store: &Store, said: &str) -> String {
    let who = store.prefs().who.clone();
    let is_known = |file: Rc<PlanFile>| who.office().is_some_and(|id| file.offices.get_str(id).is_some());
    if who.only_reads() || store.file().is_some_and(is_known) {
        said.to_owned()
    } else {
        format!("{said} {}", text::CHOOSE_OFFICE)
    }
}

/// What the stored list is given.
#[derive(Properties, PartialEq)]
struct StoredListProps {
    stored: Vec<Stored>,
}

/// Plans that this browser keeps.
#[component]
fn StoredList(props: &StoredListProps) -> Html {
    let store = use_store();
    let rows = props.stored.iter().map(|stored| {
        let (store, slot) = (store.clone(), stored.slot.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let (store, slot) = (store.clone(), slot.clone());
            spawn_local(async move {
                match store.open_stored(&slot).await {
                    Ok(()) => Route::to(Screen::Overview).go(),
                    Err(error) => store.notify(error.to_string()),
                }
            });
        });
        let at = stored.saved_at.format("%H:%M, %d/%m/%Y").to_string();
        html! {
            <li key={stored.slot.clone()}><button class="item" type="button" {onclick}>
                {icon(Glyph::Save)}<span><b>{&stored.name}</b>{text::saved(&at)}</span>{icon(Glyph::Right)}
            </button></li>
        }
    });
    html! { <ul class="start-list" aria-label={text::STORED}>{for rows}</ul> }
}

/// What the browser keeps, asked once.
#[hook]
fn use_stored() -> Vec<Stored> {
    let store = use_store();
    let stored = use_state_eq(Vec::new);
    {
        let stored = stored.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let Some(vault) = store.vault()
                    && let Ok(found) = vault.stored().await
                {
                    stored.set(found);
                }
            });
        });
    }
    (*stored).clone()
}

/// 1, 2, 3 press the three ways to begin.
#[hook]
fn use_digits() {
    use_effect_with((), move |()| {
        let listener = EventListener::new(&gloo_utils::document(), "keydown", |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key() && !event.is_composing();
            let digit = event.code().strip_prefix("Digit").map(str::to_owned);
            let (true, false, Some(digit)) = (plain, dom::dialog_open(), digit) else { return };
            let selector = format!("[data-digit=\"{digit}\"]");
            let button = gloo_utils::document().query_selector(&selector).ok().flatten();
            if let Some(button) = button.and_then(|b| b.dyn_into::<HtmlElement>().ok()) {
                button.click();
            }
        });
        move || drop(listener)
    });
}
