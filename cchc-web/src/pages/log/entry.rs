//! The fast form: the same one above the table, for the next row, and in a row, to change it.
//!
//! Enter saves and begins the next row, Ctrl Enter saves and closes, Alt ↑ copies the field of the row before. What
//! is begun survives a visit to another screen.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use cchc_core::exchange::{ChangeError, Edit, PlanFile, RecordKey};
use cchc_core::id::{ActivityId, OfficeId};
use cchc_core::record::Kind;
use cchc_core::register::{Activity, WorkForm};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::Element;
use yew::prelude::*;

use super::draft::{Doubt, Draft, Part, Patch, doubts};
use super::fields::{FieldsProps, details, grid, use_options};
use super::form::{Act, Form};
use super::names::SharedNames;
use crate::components::{Glyph, icon};
use crate::pages::history::HistoryButton;
use crate::pages::indicators::proof::Proves;
use crate::platform::{dom, ids, typed};
use crate::route::Route;
use crate::shell::keyboard::ENTRY_FIELD;
use crate::store::{Open, Store, use_prefs, use_store, use_today};
use crate::strings::exchange::capital;
use crate::strings::log as text;

thread_local! {
    /// What was begun and not yet logged, with the plan it is for.
    static BEGUN: RefCell<Option<(String, Draft)>> = const { RefCell::new(None) };
}

/// What the form proposes when a link leads to it: `#/nhat-ky/ghi?nhiem-vu=…`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Proposal {
    /// What the link fills in, in order.
    pub patches: Vec<Patch>,
    /// Tells two visits apart.
    pub number: u32,
}

/// How the form was left.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Done {
    /// It is in the file.
    Saved {
        /// Which activity.
        id: ActivityId,
        /// Ctrl Enter: on to the table.
        close: bool,
    },
    /// Nothing changed.
    Cancelled,
}

/// What the form is given.
#[derive(Properties, PartialEq)]
pub(super) struct EntryProps {
    /// How its ids begin: `ghi` or `sua`.
    pub prefix: &'static str,
    /// The open file.
    pub open: Open,
    /// Its names.
    pub names: SharedNames,
    /// The row to change; none for a new one.
    #[prop_or_default]
    pub editing: Option<Arc<Activity>>,
    /// The row from which Alt ↑ copies.
    #[prop_or_default]
    pub last: Option<Arc<Activity>>,
    /// What a link proposes.
    #[prop_or_default]
    pub proposal: Option<Proposal>,
    /// Called when it is saved or left.
    pub ondone: Callback<Done>,
}

/// The form.
#[component]
pub(super) fn Entry(props: &EntryProps) -> Html {
    let (store, today, prefs) = (use_store(), use_today(), use_prefs());
    let file = Rc::clone(&props.open.file);
    let options = use_options(&props.open);
    let office =
        prefs.who.office().and_then(|id| OfficeId::new(id).ok()).filter(|id| file.offices.contains(id));
    let form = use_reducer(|| {
        let begun = || begun(&file).unwrap_or_else(|| Draft::new(today, office.clone()));
        Form::new(props.editing.as_deref().map_or_else(begun, Draft::of))
    });
    keep_begun(&form.draft, &file, props.editing.is_none());
    use_proposal(props.proposal.clone(), &form, &file);
    use_focus_on_error(props.prefix, &form);
    use_first_focus(props.prefix, props.editing.is_some());
    use_asked_in_view(props.prefix, &form);

    let save = {
        let (store, form, file) = (store.clone(), form.clone(), Rc::clone(&file));
        let (editing, ondone) = (props.editing.clone(), props.ondone.clone());
        move |close: bool| {
            let id = editing.as_ref().map_or_else(new_id, |activity| activity.id.clone());
            let activity = match form.draft.read(id.clone(), editing.as_deref()) {
                Ok(activity) => activity,
                Err(errors) => return form.dispatch(Act::Wrong(errors)),
            };
            let asked = doubts(&activity, &file, today);
            let looks_again =
                editing.as_ref().is_none_or(|old| (old.date, &old.title) != (activity.date, &activity.title));
            if !asked.is_empty() && form.doubts != asked && looks_again {
                return form.dispatch(Act::Ask(asked));
            }
            if let Err(error) = write(&store, editing.as_deref(), &activity) {
                return form.dispatch(Act::Refused(capital(&error.to_string())));
            }
            if editing.is_none() {
                form.dispatch(Act::Begin(Box::new(form.draft.next(&file))));
                dom::focus(ENTRY_FIELD);
            }
            ondone.emit(Done::Saved { id, close: close || editing.is_some() });
        }
    };
    let onsubmit = {
        let save = save.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save(false);
        })
    };
    let onkeydown = {
        let (form, file, last, prefix) = (form.clone(), Rc::clone(&file), props.last.clone(), props.prefix);
        let (ondone, editing) = (props.ondone.clone(), props.editing.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" if event.ctrl_key() || event.meta_key() => {
                    event.prevent_default();
                    save(true);
                }
                "ArrowUp" if event.alt_key() => {
                    if let (Some(part), Some(last)) = (part_of(event.target(), prefix), &last) {
                        event.prevent_default();
                        form.dispatch(Act::Copy(Rc::clone(&file), part, Arc::clone(last)));
                    }
                }
                "Enter" => match part_of(event.target(), prefix) {
                    Some(Part::Item(at)) => {
                        event.prevent_default();
                        focus_part(prefix, Part::Answer(at));
                    }
                    Some(Part::Answer(at)) => {
                        event.prevent_default();
                        let items = &form.draft.detail.items;
                        if at + 1 == items.len() && !items[at].is_empty() {
                            form.dispatch(Act::Patch(Rc::clone(&file), Patch::AddItem));
                        }
                        dom::after_frame(move || focus_part(prefix, Part::Item(at + 1)));
                    }
                    _ => {}
                },
                "Escape" => {
                    let Some(activity) = &editing else { return };
                    event.prevent_default();
                    event.stop_propagation();
                    if form.draft == Draft::of(activity) {
                        ondone.emit(Done::Cancelled);
                    } else {
                        form.dispatch(Act::Refused(text::UNSAVED.to_owned()));
                    }
                }
                _ => {}
            }
        })
    };
    let onfocusout = {
        let (form, prefix) = (form.clone(), props.prefix);
        Callback::from(move |event: FocusEvent| {
            if let Some(part) = part_of(event.target(), prefix) {
                form.dispatch(Act::Left(part));
            }
        })
    };
    let patch = {
        let (form, file) = (form.dispatcher(), Rc::clone(&file));
        Callback::from(move |patch| form.dispatch(Act::Patch(Rc::clone(&file), patch)))
    };
    let ondetails = {
        let form = form.dispatcher();
        Callback::from(move |_: MouseEvent| form.dispatch(Act::Details))
    };
    let oncancel = {
        let ondone = props.ondone.clone();
        Callback::from(move |_: MouseEvent| ondone.emit(Done::Cancelled))
    };

    let editing = props.editing.is_some();
    let fields =
        FieldsProps { prefix: props.prefix, form: &form, options: &options, file: &file, patch: &patch };
    let details_id = format!("{}-chi-tiet", props.prefix);
    html! {
        <form class="entry" aria-label={if editing { text::EDIT } else { text::ENTRY }} novalidate=true
            {onsubmit} {onkeydown} {onfocusout}>
            {grid(&fields)}
            {topics_line(&form, &file)}
            <div class="entry-more" id={details_id.clone()} hidden={!form.detailed}>
                if form.detailed { {details(&fields)} }
            </div>
            if let Some(activity) = &props.editing { <Proves activity={activity.id.clone()} /> }
            <div id={asked_id(props.prefix)}>
                {questions(&form.doubts, &file)}
                if let Some(refused) = &form.refused { <p class="ask" role="alert">{refused}</p> }
            </div>
            <div class="entry-foot">
                <button class="btn btn-primary" type="submit">
                    {icon(if editing { Glyph::Done } else { Glyph::Plus })}
                    {button_label(editing, &form.doubts)}{" "}<kbd>{"Enter"}</kbd>
                </button>
                if editing {
                    <button class="btn" type="button" onclick={oncancel}>
                        {text::CANCEL}
                        if props.editing.as_deref().is_some_and(|activity| form.draft == Draft::of(activity)) { {" "}<kbd>{"Esc"}</kbd> }
                    </button>
                }
                {for history_of(props)}
                <button class="btn-link" type="button" aria-expanded={form.detailed.to_string()} aria-controls={details_id}
                    onclick={ondetails}>{behind(&form.draft)}</button>
                if !editing { {hints()} }
            </div>
        </form>
    }
}

/// "Lịch sử" of the row that is open; bringing a former state back leaves the form, which has another one.
fn history_of(props: &EntryProps) -> Option<Html> {
    let record = RecordKey::new(Kind::Activities, props.editing.as_ref()?.id.as_str());
    let onrestored = props.ondone.reform(|()| Done::Cancelled);
    Some(html! { <HistoryButton {record} {onrestored} /> })
}

/// The topics that will be logged, while the details that change them are closed.
fn topics_line(form: &Form, file: &PlanFile) -> Html {
    let names = if form.detailed { Vec::new() } else { form.draft.topic_names(file) };
    html! { if !names.is_empty() { <p class="entry-topics">{text::proposed_topics(&names)}</p> } }
}

/// "Thêm chi tiết", with what stands there.
fn behind(draft: &Draft) -> String {
    let fields = [
        (text::AUDIENCE, &draft.audience),
        (text::LANGUAGE, &draft.language),
        (text::REACH, &draft.reach),
        (text::COST_SHORT, &draft.cost),
        (text::NOTE, &draft.note),
    ];
    let filled = fields.into_iter().filter(|(_, typed)| !typed.trim().is_empty()).map(|(label, _)| label);
    // The form of work also where nothing is filled in yet: so that its fields are found.
    let filled: Vec<&str> = draft.detail.form.map(WorkForm::vietnamese).into_iter().chain(filled).collect();
    text::details(draft.topics.len(), &filled, draft.counts.len(), draft.evidence.len())
}

fn button_label(editing: bool, doubts: &[Doubt]) -> &'static str {
    match (editing, doubts.is_empty()) {
        (false, true) => text::WRITE,
        (false, false) => text::WRITE_ANYWAY,
        (true, true) => text::SAVE,
        (true, false) => text::SAVE_ANYWAY,
    }
}

fn hints() -> Html {
    html! {
        <>
            <span><kbd>{"Ctrl"}</kbd>{" "}<kbd>{"Enter"}</kbd>{" "}{text::WRITE_CLOSE}</span>
            <span><kbd>{"Alt"}</kbd>{" "}<kbd>{"↑"}</kbd>{" "}{text::COPY_FIELD}</span>
            <span>{text::KEPT}</span>
        </>
    }
}

fn questions(doubts: &[Doubt], file: &PlanFile) -> Html {
    let lines = doubts.iter().map(|doubt| match doubt {
        Doubt::Duplicate(id) => html! {
            <p>{text::DUPLICATE}{" "}<a href={Route::activity(id).href()}>{text::SEE_DUPLICATE}</a></p>
        },
        Doubt::Future(date) => html! { <p>{text::future(*date)}</p> },
        Doubt::OtherYear(date) => html! { <p>{text::other_year(*date, file.plan.year)}</p> },
    });
    html! {
        // Always there, so that what appears in it is read out.
        <div class={classes!((!doubts.is_empty()).then_some("ask"))} role="status">{for lines}</div>
    }
}

fn new_id() -> ActivityId {
    ActivityId::new(ids::new_id()).expect("a new id is made of letters and digits")
}

fn write(store: &Store, old: Option<&Activity>, new: &Activity) -> Result<(), ChangeError> {
    match old {
        None => store.edit_and_say(text::LABEL_WRITE, vec![Edit::write(new)], text::written(new.date)),
        Some(old) => match Edit::difference(old, new) {
            Some(edit) => store.edit_and_say(text::LABEL_EDIT, vec![edit], text::EDITED),
            None => Ok(()),
        },
    }
}

fn part_of(target: Option<web_sys::EventTarget>, prefix: &str) -> Option<Part> {
    Part::of_id(&target?.dyn_into::<Element>().ok()?.id(), prefix)
}

fn begun(file: &PlanFile) -> Option<Draft> {
    let here = |(id, draft): &(String, Draft)| (*id == file.id.as_str()).then(|| draft.clone());
    BEGUN.with_borrow(|begun| begun.as_ref().and_then(here))
}

fn keep_begun(draft: &Draft, file: &PlanFile, is_new: bool) {
    if is_new {
        let kept = draft.is_begun().then(|| (file.id.to_string(), draft.clone()));
        typed::set_begun(kept.is_some());
        BEGUN.with_borrow_mut(|begun| *begun = kept);
    }
}

/// Fills in what a link proposes and puts the focus on the content.
#[hook]
fn use_proposal(proposal: Option<Proposal>, form: &UseReducerHandle<Form>, file: &Rc<PlanFile>) {
    let (form, file) = (form.dispatcher(), Rc::clone(file));
    use_effect_with(proposal, move |proposal| {
        if let Some(proposal) = proposal {
            for patch in &proposal.patches {
                form.dispatch(Act::Patch(Rc::clone(&file), patch.clone()));
            }
            // After the frame, which puts the focus on a page that is new.
            Timeout::new(0, || {
                dom::focus(ENTRY_FIELD);
            })
            .forget();
        }
    });
}

/// A row that is opened is there to be changed: its content gets the focus.
#[hook]
fn use_first_focus(prefix: &'static str, editing: bool) {
    use_effect_with((), move |()| {
        if editing {
            focus_part(prefix, Part::Title);
            dom::reveal(".log .editing");
        }
    });
}

fn focus_part(prefix: &str, part: Part) {
    dom::focus(&format!("{prefix}-{}", part.slug()));
}

fn asked_id(prefix: &str) -> String {
    format!("{prefix}-hoi")
}

/// What is asked before saving comes into view: the button would look dead.
#[hook]
fn use_asked_in_view(prefix: &'static str, form: &UseReducerHandle<Form>) {
    use_effect_with((form.doubts.clone(), form.refused.clone()), move |(doubts, refused)| {
        if !doubts.is_empty() || refused.is_some() {
            dom::reveal(&format!("#{}", asked_id(prefix)));
        }
    });
}

/// The first field that is wrong gets the focus when saving was refused.
#[hook]
fn use_focus_on_error(prefix: &'static str, form: &UseReducerHandle<Form>) {
    let wrong = form.errors.first().map(|(part, _)| part.slug());
    use_effect_with(form.refusals, move |_| {
        if let Some(slug) = wrong {
            dom::focus(&format!("{prefix}-{slug}"));
        }
    });
}
