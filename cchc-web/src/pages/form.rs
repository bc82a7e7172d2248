//! What every form over one record does: hold a draft, write it, remove the record, close.

use std::rc::Rc;

use cchc_core::exchange::{Edit, PlanFile, RecordKey};
use cchc_core::plan::Duty;
use cchc_core::record::Record;
use web_sys::MouseEvent;
use yew::prelude::*;

use crate::components::{Dialog, DialogWidth, SelectOption};
use crate::pages::history::HistoryButton;
use crate::platform::dom;
use crate::store::Store;
use crate::strings::common;

/// A callback that writes one field of a draft.
pub(super) fn sets<D: Clone + 'static, T: 'static>(
    draft: &UseStateHandle<D>,
    write: fn(&mut D, T),
) -> Callback<T> {
    let draft = draft.clone();
    Callback::from(move |value: T| {
        let mut next = (*draft).clone();
        write(&mut next, value);
        draft.set(next);
    })
}

/// The offices of the plan, to choose one.
pub(super) fn offices(file: &PlanFile) -> Rc<[SelectOption]> {
    file.offices.iter().map(|office| SelectOption::new(office.id.to_string(), office.name.clone())).collect()
}

/// The duties of the plan, to choose one.
pub(super) fn duties(file: &PlanFile) -> Rc<[SelectOption]> {
    let option =
        |duty: &Duty| SelectOption::new(duty.id.to_string(), format!("{}. {}", duty.order, duty.name));
    file.duties.iter().map(option).collect()
}

/// What is wrong in a form, by the id of the field, in the order of the fields.
pub(super) type Problems = Vec<(&'static str, AttrValue)>;

/// A button that saves: closes where `save` has written, and shows what is wrong, the focus on the first of it.
pub(super) fn saves(
    problems: &UseStateHandle<Problems>,
    onclose: &Callback<()>,
    save: impl Fn() -> Result<bool, Problems> + 'static,
) -> Callback<MouseEvent> {
    let (problems, onclose) = (problems.clone(), onclose.clone());
    Callback::from(move |_: MouseEvent| match save() {
        Ok(true) => onclose.emit(()),
        Ok(false) => {}
        Err(found) => {
            if let Some((field, _)) = found.first() {
                dom::focus(field);
            }
            problems.set(found);
        }
    })
}

/// What the dialog of a record is.
pub(super) struct Frame<'a> {
    /// Its id, and its heading.
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    /// The field that has the focus at first, as a selector.
    pub(super) focus: &'static str,
    pub(super) onclose: &'a Callback<()>,
    /// Whether the person may change the record.
    pub(super) may_edit: bool,
    /// The record that is there already.
    pub(super) record: Option<RecordKey>,
    /// Label and way of removing it, and of saving it.
    pub(super) remove: Option<(&'static str, Callback<MouseEvent>)>,
    pub(super) save: (&'static str, Callback<MouseEvent>),
}

/// The dialog of a record around its fields: remove, history, leave, save.
pub(super) fn frame(of: Frame<'_>, fields: Html) -> Html {
    let Frame { id, title, focus, onclose, may_edit, record, remove, save } = of;
    let (label, save) = save;
    html! {
        <Dialog {id} {title} {onclose} width={DialogWidth::Wide} {focus}>
            {fields}
            <div class="actions">
                if let Some((label, onclick)) = remove.filter(|_| may_edit) {
                    <button class="btn btn-quiet apart" type="button" {onclick}>{label}</button>
                }
                if let Some(record) = record { <HistoryButton {record} onrestored={onclose} /> }
                <button class="btn" type="button" onclick={closes(onclose)}>{if may_edit { common::CANCEL } else { common::CLOSE }}</button>
                if may_edit { <button class="btn btn-primary" type="button" onclick={save}>{label}</button> }
            </div>
        </Dialog>
    }
}

/// In its place where the record is no longer there.
pub(super) fn gone(
    id: &'static str,
    title: &'static str,
    onclose: &Callback<()>,
    words: &'static str,
) -> Html {
    html! {
        <Dialog {id} {title} {onclose} cross=false>
            <p>{words}</p>
            <div class="actions"><button class="btn" type="button" onclick={closes(onclose)}>{common::CLOSE}</button></div>
        </Dialog>
    }
}

/// A button's way out.
pub(super) fn closes(onclose: &Callback<()>) -> Callback<MouseEvent> {
    onclose.reform(|_: MouseEvent| ())
}

/// A button that removes the record and closes its form. `words` are those of the history and those that are said.
pub(super) fn removes<R: Record>(
    store: &Store,
    id: &R::Id,
    words: (&'static str, &'static str),
    onclose: &Callback<()>,
) -> Callback<MouseEvent> {
    let (store, edit, onclose) = (store.clone(), Edit::remove::<R>(id), onclose.clone());
    Callback::from(move |_: MouseEvent| {
        say(&store, words, vec![edit.clone()]);
        onclose.emit(());
    })
}

/// Writes a record over the one it was; whether it was written. Why it was not is said.
pub(super) fn written<R: Record>(
    store: &Store,
    old: Option<&R>,
    record: &R,
    words: (&'static str, &'static str),
) -> bool {
    let edits = match old {
        Some(old) => Edit::difference(old, record).into_iter().collect(),
        None => vec![Edit::write(record)],
    };
    say(store, words, edits)
}

fn say(store: &Store, (label, done): (&'static str, &'static str), edits: Vec<Edit>) -> bool {
    store.edit_and_say(label, edits, done).map_err(|error| store.notify(error.to_string())).is_ok()
}
