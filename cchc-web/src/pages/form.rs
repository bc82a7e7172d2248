//! What every form over one record does: hold a draft, write it, remove the record, close.

use std::rc::Rc;

use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::record::Record;
use web_sys::MouseEvent;
use yew::prelude::*;

use crate::components::SelectOption;
use crate::store::Store;

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
