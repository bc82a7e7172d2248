//! Kế hoạch: the document as issued, with what the tool took from it beside every passage.
//!
//! * [`notes`] the other side of every record's source; [`words`] a passage in pieces, the outline;
//! * `document`, `side`, `marks`, `outline` what is seen;
//! * [`edits`] what an edit of the text does to the records that quote it; `edit`, `header` the fields.

mod document;
mod edit;
mod edits;
mod header;
mod marks;
mod next;
mod notes;
mod outline;
mod rename;
mod side;
mod words;

use std::rc::Rc;

use cchc_core::document::docx;
use cchc_core::exchange::PlanFile;
use cchc_core::report::{plan_document, plan_file_name};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use self::document::{Document, element_id};
use self::edit::EditPlan;
use self::next::NextDialog;
use self::outline::Outline;
use super::PageHead;
use crate::components::{Glyph, Inferred, icon};
use crate::platform::{dom, files};
use crate::route::{Route, Screen, use_route};
use crate::store::{Store, use_plan, use_prefs, use_store};
use crate::strings::{import, plan as text};

/// The rest of the address under which the text can be changed.
const EDIT: &str = "sua";

/// Kế hoạch.
#[component]
pub fn PlanPage() -> Html {
    let (open, prefs, route, store) = (use_plan(), use_prefs(), use_route(), use_store());
    let entries = use_memo(open.clone(), |open| words::outline(open.file.passages.iter()));
    let writes = !prefs.only_reads();
    let editing = writes && route.rest == EDIT;
    let next = use_state_eq(|| false);
    use_place(&route, editing);
    let file = &open.file;
    let onword = {
        let file = Rc::clone(file);
        Callback::from(move |_: MouseEvent| word(&file, &store))
    };
    let (onnext, onclose) = {
        let set = |shown: bool| {
            let next = next.clone();
            move || next.set(shown)
        };
        let (show, hide) = (set(true), set(false));
        (Callback::from(move |_: MouseEvent| show()), Callback::from(move |()| hide()))
    };
    let opening = file.passages.iter().next().map(|passage| AttrValue::from(passage.id.to_string()));
    html! {
        <section class="page" aria-labelledby={Screen::Plan.slug()}>
            <PageHead screen={Screen::Plan} line={lead(file)}>
                if !editing {
                    <button class="btn" type="button" onclick={onword}>{icon(Glyph::Word)}{text::WORD}</button>
                }
                if writes && !editing {
                    <button class="btn btn-quiet" type="button" onclick={onnext}>{import::NEXT}</button>
                    <a class="btn" href={Route::to(Screen::Plan).at(EDIT).href()}>{text::EDIT}</a>
                }
            </PageHead>
            if editing {
                <EditPlan open={open.clone()} />
            } else {
                <div class="plan">
                    <Outline entries={Rc::clone(&entries)} opening={opening.unwrap_or_default()} />
                    <Document open={open.clone()} {writes} />
                </div>
            }
            if *next { <NextDialog file={Rc::clone(file)} {onclose} /> }
        </section>
    }
}

/// The plan in Word, in the form of an issued document.
fn word(file: &PlanFile, store: &Store) {
    let name = format!("{}.docx", plan_file_name(&file.plan));
    match files::download(&name, files::DOCX, &docx::docx(&plan_document(file))) {
        Ok(()) => store.say(text::downloaded(&name)),
        Err(_) => store.notify(text::NOT_DOWNLOADED),
    }
}

/// What was taken from the text: it counts none of it itself.
fn lead(file: &PlanFile) -> Html {
    let taken = text::taken(file.duties.len(), file.topics.len(), file.documents.len());
    html! {
        <>
            {text::AS_ISSUED}{" · "}{&taken}{" "}
            <Inferred id="suy-ra-ke-hoach" what={text::TAKEN_WHAT} value={taken.clone()} reason={text::TAKEN_FROM} />
        </>
    }
}

/// `#/ke-hoach/III.2`: goes to that passage, with the focus on it. The form begins at its top.
#[hook]
fn use_place(route: &Route, editing: bool) {
    use_effect_with(editing, |editing| {
        if *editing {
            dom::scroll_to_top();
        }
    });
    let place = (!editing && !route.rest.is_empty()).then(|| element_id(&route.rest));
    use_effect_with(place, move |place| {
        if let Some(place) = place.clone() {
            // After the frame, which puts the focus on a page that is new.
            Timeout::new(0, move || dom::go_to(&place)).forget();
        }
    });
}
