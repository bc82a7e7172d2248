//! "suy ra", "cần xác nhận" beside values of the plan that are no duty's.

use std::sync::Arc;

use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::id::IndexCode;
use cchc_core::indicator::builtin_index;
use cchc_core::plan::{Plan, Stated};
use cchc_core::record::Record;
use yew::prelude::*;

use crate::components::Inferred;
use crate::store::Store;
use crate::strings::plan as text;

/// A mark beside a value, where nobody has confirmed it.
pub(super) fn mark<T>(
    id: String,
    what: impl Into<AttrValue>,
    stated: &Stated<T>,
    value: impl Into<AttrValue>,
    onconfirm: Option<Callback<()>>,
) -> Html {
    let Some(mark) = stated.basis.mark() else { return Html::default() };
    html! {
        <>{" "}<Inferred {id} {mark} what={what.into()} value={value.into()} wording={stated.wording.clone()}
            reason={stated.reason.clone()} {onconfirm} /></>
    }
}

/// "Đúng": writes the record with the value confirmed.
pub(super) fn confirm<R: Record + 'static>(
    store: &Store,
    old: &Arc<R>,
    with: impl Fn(&mut R) + 'static,
) -> Callback<()> {
    let (store, old) = (store.clone(), Arc::clone(old));
    Callback::from(move |()| {
        let mut new = (*old).clone();
        with(&mut new);
        write(&store, Edit::difference(&*old, &new));
    })
}

/// "Đúng" for a value of the header.
pub(super) fn confirm_plan(
    store: &Store,
    file: &PlanFile,
    with: impl Fn(&mut Plan) + 'static,
) -> Callback<()> {
    let (store, old) = (store.clone(), Arc::clone(&file.plan));
    Callback::from(move |()| {
        let mut new = (*old).clone();
        with(&mut new);
        write(&store, Edit::plan_difference(&old, &new));
    })
}

fn write(store: &Store, edit: Option<Edit>) {
    let Some(edit) = edit else { return };
    if let Err(error) = store.edit_and_say(text::CONFIRMED, vec![edit], text::CONFIRMED_SAID) {
        store.notify(error.to_string());
    }
}

/// "PAR INDEX, SIPAS".
pub(super) fn index_names(codes: &[IndexCode]) -> String {
    let name =
        |code| builtin_index(code).map_or_else(|| code.to_string(), |index| index.abbreviation.clone());
    codes.iter().map(name).collect::<Vec<_>>().join(", ")
}
