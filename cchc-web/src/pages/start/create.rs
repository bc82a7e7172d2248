//! "Tạo kế hoạch": asks whose plan it is.

use cchc_core::examples;
use cchc_core::id::FileId;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::own_plan::{Whose, own_plan};
use crate::components::{Dialog, TextField};
use crate::platform::ids;
use crate::route::{Route, Screen};
use crate::store::use_store;
use crate::strings::start as text;

/// The plan that others are made from.
const TEMPLATE: &str = "hoa-tham-2026";

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct CreateDialogProps {
    /// Called when it closes.
    pub(super) onclose: Callback<()>,
}

/// Asks for commune, province and year, and opens the new plan.
#[component]
pub(super) fn CreateDialog(props: &CreateDialogProps) -> Html {
    let store = use_store();
    let template = use_memo((), |()| examples::get(TEMPLATE));
    let header = template.as_ref().as_ref().map(|file| file.plan.clone());
    let start = |pick: fn(&cchc_core::plan::Plan) -> String| header.as_deref().map(pick).unwrap_or_default();
    let commune = use_state_eq(|| start(|plan| plan.commune.clone()));
    let province = use_state_eq(|| start(|plan| plan.province.clone()));
    let year = use_state_eq(|| start(|plan| plan.year.to_string()));
    let tried = use_state_eq(|| false);

    let number = year.trim().parse::<i32>().ok().filter(|year| (2000..=2100).contains(year));
    let wrong =
        |is_wrong: bool, words: &'static str| (*tried && is_wrong).then_some(AttrValue::Static(words));
    let commune_error = wrong(commune.trim().is_empty(), text::COMMUNE_ERROR);
    let province_error = wrong(province.trim().is_empty(), text::PROVINCE_ERROR);
    let year_error = wrong(number.is_none(), text::YEAR_ERROR);

    let onsubmit = {
        let (onclose, tried) = (props.onclose.clone(), tried.clone());
        let (commune, province) = (commune.trim().to_owned(), province.trim().to_owned());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            let (Some(year), false, false) = (number, commune.is_empty(), province.is_empty()) else {
                return;
            };
            let whose = Whose { commune: commune.clone(), province: province.clone(), year };
            let Some(template) = (*template).clone() else { return };
            let Ok(id) = FileId::new(ids::new_id()) else { return };
            match own_plan(template, id, &whose, store.author()) {
                Ok(file) => {
                    let store = store.clone();
                    spawn_local(async move {
                        match store.adopt(file, Vec::new()).await {
                            Ok(_) => store.say(text::CREATED),
                            Err(error) => store.notify(error.to_string()),
                        }
                        Route::to(Screen::Settings).go();
                    });
                    onclose.emit(());
                }
                Err(error) => store.notify(error.to_string()),
            }
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |value| state.set(value))
    };
    let cancel = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <Dialog id="tao-ke-hoach" title={text::CREATE_TITLE} onclose={&props.onclose} cross={false} focus="#tao-xa">
            <form novalidate=true {onsubmit}>
                <p>{text::CREATE_LEAD}</p>
                <TextField id="tao-xa" label={text::COMMUNE} value={(*commune).clone()} oninput={set(&commune)}
                    hint={text::COMMUNE_HINT} error={commune_error} />
                <TextField id="tao-tinh" label={text::PROVINCE} value={(*province).clone()} oninput={set(&province)}
                    hint={text::PROVINCE_HINT} error={province_error} />
                <TextField id="tao-nam" label={text::YEAR} value={(*year).clone()} oninput={set(&year)}
                    inputmode="numeric" error={year_error} />
                <div class="actions">
                    <button class="btn" type="button" onclick={cancel}>{text::CREATE_NOT}</button>
                    <button class="btn btn-primary" type="submit">{text::CREATE_DO}</button>
                </div>
            </form>
        </Dialog>
    }
}
