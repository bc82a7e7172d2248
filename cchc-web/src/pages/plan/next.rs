//! "Kế hoạch năm sau": what moves and what should be looked at, then the draft.

use std::rc::Rc;

use cchc_core::adapt::{NextYear, next_year};
use cchc_core::exchange::PlanFile;
use cchc_core::ingest::proposed_id;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::components::{Dialog, DialogWidth, Glyph, icon};
use crate::platform::clipboard;
use crate::route::{Route, Screen};
use crate::store::{use_store, use_today};
use crate::strings::{import as text, paper};

#[derive(Properties)]
pub(super) struct NextProps {
    pub(super) file: Rc<PlanFile>,
    pub(super) onclose: Callback<()>,
}

impl PartialEq for NextProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.file, &other.file)
    }
}

/// Shows what the draft will be, and opens it.
#[component]
pub(super) fn NextDialog(props: &NextProps) -> Html {
    let (store, today) = (use_store(), use_today());
    let year = props.file.plan.year;
    let next = {
        let (store, file) = (store.clone(), Rc::clone(&props.file));
        use_memo((Rc::as_ptr(&file), today), move |_| {
            let mut header = (*file.plan).clone();
            header.year += 1;
            next_year(&file, proposed_id(&header), store.author(), today).map_err(|error| error.to_string())
        })
    };
    let onclick = {
        let (store, next, onclose) = (store.clone(), next.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            let Ok(next) = &*next else { return };
            let (store, file) = (store.clone(), next.file.clone());
            onclose.emit(());
            spawn_local(async move {
                match store.adopt(file, Vec::new()).await {
                    Ok(_) => store.say(text::next_done(year + 1)),
                    Err(error) => store.notify(error.to_string()),
                }
                Route::to(Screen::Plan).go();
            });
        })
    };
    let cancel = props.onclose.reform(|_: MouseEvent| ());
    let groups = next.as_ref().as_ref().map(|next| next.told().collect::<Vec<_>>()).unwrap_or_default();
    // The list is for the weeks to come, the dialog is not.
    let copy = {
        let (store, next) = (store.clone(), Rc::clone(&next));
        Callback::from(move |_: MouseEvent| {
            let (store, list) =
                (store.clone(), next.as_ref().as_ref().map(NextYear::list).unwrap_or_default());
            spawn_local(async move {
                if clipboard::copy(&list, None).await {
                    store.say(text::NEXT_COPIED);
                } else {
                    store.notify(paper::NOT_COPIED);
                }
            });
        })
    };
    html! {
        <Dialog id="nam-sau" title={text::next_title(year + 1)} onclose={&props.onclose} cross={false}
            width={DialogWidth::Wide} focus="#nam-sau .btn:not(.btn-primary)">
            <p>{text::next_lead(year)}</p>
            if let Err(error) = &*next { <p role="alert">{error}</p> }
            <div class="next-notes" role="region" tabindex="0" aria-labelledby="nam-sau-h">
                {for groups.into_iter().map(|(kind, notes)| html! {
                    <section>
                        <h3>{kind.vietnamese()}</h3>
                        <ul>{for notes.into_iter().map(|note| html! { <li>{note}</li> })}</ul>
                    </section>
                })}
            </div>
            <div class="actions">
                <button class="btn-link" type="button" onclick={copy} disabled={next.is_err()}>{icon(Glyph::Copy)}{text::NEXT_COPY}</button>
                <button class="btn" type="button" onclick={cancel}>{text::NEXT_NOT}</button>
                <button class="btn btn-primary" type="button" {onclick} disabled={next.is_err()}>{text::next_do(year + 1)}</button>
            </div>
        </Dialog>
    }
}
