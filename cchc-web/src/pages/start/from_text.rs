//! "Từ văn bản kế hoạch": a plan's text or Word file, read and shown beside its words before it is opened.

use std::rc::Rc;

use cchc_core::id::FileId;
use cchc_core::ingest::{self, Ingested};
use yew::prelude::*;

use super::confirm::Confirm;
use crate::components::{PickButton, TextArea};
use crate::platform::dom;
use crate::platform::files::OpenedFile;
use crate::route::{Route, Screen, use_route};
use crate::store::{use_store, use_today};
use crate::strings::import as text;

/// Asks for the text, then shows what was read in it.
#[component]
pub(super) fn FromText() -> Html {
    let (store, today, route) = (use_store(), use_today(), use_route());
    let typed = use_state_eq(String::new);
    let read = use_state(|| None::<Rc<Ingested>>);
    let error = use_state_eq(|| None::<AttrValue>);
    let onbytes = {
        let (read, error) = (read.clone(), error.clone());
        Callback::from(move |bytes: Vec<u8>| {
            // The name follows from what is read.
            let Ok(id) = FileId::new("ke-hoach") else { return };
            match ingest::bytes(&bytes, id, today) {
                Ok(mut ingested) => {
                    let id = ingest::proposed_id(&ingested.file.plan);
                    ingested.file = ingested.file.with_id(id);
                    error.set(None);
                    read.set(Some(Rc::new(ingested)));
                    dom::scroll_to_top();
                }
                Err(why) => error.set(Some(cchc_core::text::capitalized(&why.to_string()).into())),
            }
        })
    };
    {
        let onbytes = onbytes.clone();
        let handed = route.get("tep").map(str::to_owned);
        use_effect_with(handed, move |_| {
            if let Some(file) = store.take_handed() {
                onbytes.emit(file.bytes);
            }
        });
    }
    if let Some(ingested) = &*read {
        let onback = {
            let read = read.clone();
            Callback::from(move |()| read.set(None))
        };
        return html! { <Confirm ingested={Rc::clone(ingested)} {onback} /> };
    }
    let onpick = onbytes.reform(|file: OpenedFile| file.bytes);
    let onsubmit = {
        let (typed, error) = (typed.clone(), error.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if typed.trim().is_empty() {
                error.set(Some(text::PLAN_EMPTY.into()));
                dom::focus("dan-ke-hoach");
            } else {
                onbytes.emit(typed.as_bytes().to_vec());
            }
        })
    };
    let oninput = {
        let (typed, error) = (typed.clone(), error.clone());
        Callback::from(move |value| {
            typed.set(value);
            error.set(None);
        })
    };
    html! {
        <section class="start" aria-labelledby="tu-van-ban">
            <h1 id="tu-van-ban">{text::PLAN_TITLE}</h1>
            <p>{text::PLAN_LEAD}</p>
            <form novalidate=true {onsubmit}>
                <TextArea id="dan-ke-hoach" label={text::PLAN_PASTE} value={(*typed).clone()} {oninput} rows={14}
                    error={(*error).clone()} />
                <div class="actions">
                    <button class="btn btn-primary" type="submit">{text::PLAN_READ}</button>
                    <PickButton id="tep-van-ban" accept={text::PLAN_ACCEPT} label={text::PLAN_CHOOSE} {onpick} />
                    <a class="btn btn-quiet" href={Route::to(Screen::Start).href()}>{text::PLAN_BACK}</a>
                </div>
            </form>
        </section>
    }
}
