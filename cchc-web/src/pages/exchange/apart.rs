//! What could not be read: kept apart, told with its place, given back as a file.

use std::rc::Rc;

use cchc_core::diagnostic::Diagnostic;
use cchc_core::exchange;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::components::{Glyph, State, icon, state};
use crate::platform::files;
use crate::platform::storage::Quarantined;
use crate::store::{Store, use_notices, use_plan_if_open, use_store};
use crate::strings::exchange as text;
use crate::strings::opening::place_and_remedy;

/// How many findings are listed one by one.
pub(super) const MOST: usize = 200;

/// Findings in the open file, records set aside in it, values of the browser's storage that are broken.
#[component]
pub(super) fn ApartSections() -> Html {
    html! { <div><Findings /><SetAside /><Quarantine /></div> }
}

/// What was found while the file was read, and what in it contradicts itself now.
#[component]
fn Findings() -> Html {
    let findings = use_notices().findings;
    let plan = use_plan_if_open();
    let errors =
        use_memo(plan, |plan| plan.as_ref().map(|open| exchange::errors(&open.file)).unwrap_or_default());
    let count = findings.len() + errors.len();
    if count == 0 {
        return Html::default();
    }
    let rows = findings.iter().chain(&*errors).take(MOST).map(finding);
    html! {
        <section class="section" aria-labelledby="can-xem-lai">
            <div class="section-head">
                <h2 id="can-xem-lai">{text::FINDINGS}</h2><span class="end">{count}</span>
            </div>
            <ul class="list">{for rows}</ul>
            if count > MOST { <p class="muted">{text::more_findings(count - MOST)}</p> }
        </section>
    }
}

/// A finding: what, where, what to do.
pub(super) fn finding(finding: &Diagnostic) -> Html {
    html! {
        <li>
            <div class="line"><h3>{text::capital(&finding.message)}</h3></div>
            <p class="meta">{place_and_remedy(finding)}</p>
        </li>
    }
}

/// Records that the file carries along unread.
#[component]
fn SetAside() -> Html {
    let store = use_store();
    let Some(file) = use_plan_if_open().map(|open| open.file).filter(|file| !file.set_aside.is_empty())
    else {
        return Html::default();
    };
    let rows = file.set_aside.iter().map(|(name, values)| {
        html! { <li><div class="line"><h3>{text::set_aside(values.len(), name)}</h3></div></li> }
    });
    let onclick = {
        let (store, file) = (store.clone(), Rc::clone(&file));
        Callback::from(move |_: MouseEvent| {
            if let Ok(json) = serde_json::to_vec_pretty(&file.set_aside) {
                store.download(text::SET_ASIDE_FILE, files::JSON, &json);
            }
        })
    };
    html! {
        <section class="section" aria-labelledby="de-rieng">
            <div class="section-head"><h2 id="de-rieng">{text::SET_ASIDE}</h2></div>
            <p class="muted">{text::SET_ASIDE_LINE}</p>
            <ul class="list">{for rows}</ul>
            <p class="actions"><button class="btn" type="button" {onclick}>{icon(Glyph::Download)}{text::DOWNLOAD_APART}</button></p>
        </section>
    }
}

/// Values of the browser's storage that could not be read.
#[component]
fn Quarantine() -> Html {
    let store = use_store();
    let found = use_state_eq(Vec::<(String, Quarantined)>::new);
    let asked = use_state_eq(|| 0_u32);
    {
        let (found, store) = (found.clone(), store.clone());
        use_effect_with(*asked, move |_| {
            spawn_local(async move {
                if let Some(vault) = store.vault()
                    && let Ok(list) = vault.quarantined().await
                {
                    found.set(list);
                }
            });
        });
    }
    if found.is_empty() {
        return Html::default();
    }
    let again = Callback::from(move |()| asked.set(*asked + 1));
    let rows = found.iter().map(|(key, value)| {
        html! {
            <li key={key.clone()}>
                <div class="line"><h3>{text::part(&value.part)}</h3>{state(State::Missing, &*value.reason)}</div>
                <p class="meta">{&value.slot}{", "}{text::size(value.raw.len())}</p>
                <p class="actions">
                    <button class="btn-link" type="button" onclick={download(&store, value)}>{icon(Glyph::Download)}{text::DOWNLOAD_APART}</button>
                    <button class="btn-link" type="button" onclick={release(&store, key, &again)}>{icon(Glyph::Bin)}{text::RELEASE}</button>
                </p>
            </li>
        }
    });
    html! {
        <section class="section" aria-labelledby="hong">
            <div class="section-head"><h2 id="hong">{text::QUARANTINE}</h2></div>
            <p class="muted">{text::QUARANTINE_LINE}</p>
            <ul class="list">{for rows}</ul>
        </section>
    }
}

fn download(store: &Store, value: &Quarantined) -> Callback<MouseEvent> {
    let (store, value) = (store.clone(), value.clone());
    Callback::from(move |_: MouseEvent| {
        let name = text::quarantine_file(&value.slot, &value.part);
        store.download(&name, files::TEXT, value.raw.as_bytes());
    })
}

fn release(store: &Store, key: &str, again: &Callback<()>) -> Callback<MouseEvent> {
    let (store, key, again) = (store.clone(), key.to_owned(), again.clone());
    Callback::from(move |_: MouseEvent| {
        let (store, key, again) = (store.clone(), key.clone(), again.clone());
        spawn_local(async move {
            if let Some(vault) = store.vault()
                && let Err(error) = vault.release(&key).await
            {
                store.notify(error.to_string());
            }
            again.emit(());
        });
    })
}
