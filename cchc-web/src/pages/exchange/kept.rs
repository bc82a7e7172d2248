//! What this browser keeps.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::moment;
use crate::components::{Dialog, Glyph, icon};
use crate::platform::storage::{Stored, mirror};
use crate::route::{Route, Screen};
use crate::store::{SaveStatus, Store, use_save_status, use_store};
use crate::strings::exchange as text;

/// The list of kept plans.
#[component]
pub(super) fn KeptSection() -> Html {
    let store = use_store();
    let kept = use_state_eq(Vec::<Stored>::new);
    let asked = use_state_eq(|| 0_u32);
    let removing = use_state_eq(|| None::<Stored>);
    {
        let (kept, store) = (kept.clone(), store.clone());
        let status = use_save_status();
        let saved = matches!(status, SaveStatus::Saved { .. });
        use_effect_with((*asked, saved), move |_| {
            spawn_local(async move {
                let Some(vault) = store.vault() else { return };
                match vault.stored().await {
                    Ok(found) => kept.set(found),
                    Err(error) => store.notify(error.to_string()),
                }
            });
        });
    }
    let current = store.slot();
    let rows = kept.iter().map(|stored| {
        let is_open = current.as_deref() == Some(&*stored.slot);
        let remove = {
            let (removing, stored) = (removing.clone(), stored.clone());
            Callback::from(move |_: MouseEvent| removing.set(Some(stored.clone())))
        };
        html! {
            <li key={stored.slot.clone()}>
                <div class="line"><h3>{&stored.name}</h3>
                    if is_open { <span class="muted nowrap">{text::IS_OPEN}</span> }
                </div>
                <p class="meta">
                    {text::saved_at(&moment(stored.saved_at))}
                    if stored.slot.contains('~') { {" · "}{text::BESIDE} }
                </p>
                if !is_open {
                    <p class="actions">
                        <button class="btn-link" type="button" onclick={open(&store, &stored.slot)}>{icon(Glyph::Open)}{text::OPEN_KEPT}</button>
                        <button class="btn-link" type="button" onclick={remove}>{icon(Glyph::Bin)}{text::REMOVE_KEPT}</button>
                    </p>
                }
            </li>
        }
    });
    let keep = Callback::from({
        let removing = removing.clone();
        move |()| removing.set(None)
    });
    let onremoved = Callback::from(move |()| asked.set(*asked + 1));
    html! {
        <section class="section" aria-labelledby="dang-giu">
            <div class="section-head"><h2 id="dang-giu">{text::KEPT}</h2></div>
            if kept.is_empty() { <p class="muted">{text::NOTHING_KEPT}</p> } else { <ul class="list">{for rows}</ul> }
            if let Some(stored) = (*removing).clone() { <RemoveDialog {stored} onclose={keep} {onremoved} /> }
        </section>
    }
}

fn open(store: &Store, slot: &str) -> Callback<MouseEvent> {
    let (store, slot) = (store.clone(), slot.to_owned());
    Callback::from(move |_: MouseEvent| {
        let (store, slot) = (store.clone(), slot.clone());
        spawn_local(async move {
            match store.open_stored(&slot).await {
                Ok(()) => Route::to(Screen::Overview).go(),
                Err(error) => store.notify(error.to_string()),
            }
        });
    })
}

/// What the question is given.
#[derive(Properties, PartialEq)]
struct RemoveDialogProps {
    stored: Stored,
    onclose: Callback<()>,
    onremoved: Callback<()>,
}

/// Asks before what undo cannot bring back.
#[component]
fn RemoveDialog(props: &RemoveDialogProps) -> Html {
    let store = use_store();
    let keep = props.onclose.reform(|_: MouseEvent| ());
    let remove = {
        let (slot, onclose, onremoved) =
            (props.stored.slot.clone(), props.onclose.clone(), props.onremoved.clone());
        Callback::from(move |_: MouseEvent| {
            onclose.emit(());
            let (store, slot, onremoved) = (store.clone(), slot.clone(), onremoved.clone());
            spawn_local(async move {
                let Some(vault) = store.vault() else { return };
                match vault.forget(&slot).await {
                    Ok(()) => {
                        mirror::forget(&slot);
                        store.say(text::REMOVED);
                    }
                    Err(error) => store.notify(error.to_string()),
                }
                onremoved.emit(());
            });
        })
    };
    html! {
        <Dialog id="xoa-ban-giu" title={text::REMOVE_TITLE} onclose={&props.onclose} cross={false} focus=".actions .btn">
            <p><b class="strong">{&props.stored.name}</b>{", "}{text::saved_at(&moment(props.stored.saved_at))}</p>
            <p>{text::REMOVE_WARNING}</p>
            <div class="actions">
                <button class="btn" type="button" onclick={keep}>{text::KEEP}</button>
                <button class="btn btn-danger" type="button" onclick={remove}>{icon(Glyph::Bin)}{text::REMOVE_KEPT}</button>
            </div>
        </Dialog>
    }
}
