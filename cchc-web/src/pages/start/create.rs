//! "Tạo kế hoạch": asks whose plan it is.

use cchc_core::adapt::{self, Owner, needs_number, own_plan};
use cchc_core::calendar::Date;
use cchc_core::examples;
use cchc_core::exchange::PlanFile;
use cchc_core::id::FileId;
use chrono::Datelike as _;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::and_who;
use crate::components::{DateField, Dialog, TextField};
use crate::platform::ids;
use crate::route::{Route, Screen};
use crate::store::{use_store, use_today};
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
    let (store, today) = (use_store(), use_today());
    let template = use_memo((), |()| examples::get(TEMPLATE));
    let header = template.as_ref().as_ref().map(|file| file.plan.clone());
    let start = |pick: fn(&cchc_core::plan::Plan) -> String| header.as_deref().map(pick).unwrap_or_default();
    let commune = use_state_eq(|| start(|plan| plan.commune.clone()));
    let province = use_state_eq(|| start(|plan| plan.province.clone()));
    let year = use_state_eq(|| start(|plan| plan.year.to_string()));
    let chosen_day = use_state_eq(|| None::<Option<Date>>);
    let tried = use_state_eq(|| false);

    let number = year.trim().parse::<i32>().ok().filter(|year| (2000..=2100).contains(year));
    let wrong =
        |is_wrong: bool, words: &'static str| (*tried && is_wrong).then_some(AttrValue::Static(words));
    let (named, of_province) = (adapt::commune(&commune), adapt::province(&province));
    let tracked_from = (*chosen_day).unwrap_or_else(|| Some(proposed_day(today, number)));
    let commune_error = wrong(named.is_none(), text::COMMUNE_ERROR);
    let province_error = wrong(of_province.is_none(), text::PROVINCE_ERROR);
    let day_error = wrong(tracked_from.is_none(), text::TRACKED_ERROR);
    let year_error = wrong(number.is_none(), text::YEAR_ERROR);

    let onsubmit = {
        let (onclose, tried) = (props.onclose.clone(), tried.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            let (Some(commune), Some(province)) = (named.clone(), of_province.clone()) else { return };
            let (Some(year), Some(tracked_from)) = (number, tracked_from) else { return };
            let owner = Owner { commune, province, year, tracked_from };
            let Some(template) = (*template).clone() else { return };
            let Ok(id) = FileId::new(ids::new_id()) else { return };
            match own_plan(template, id, &owner, store.author(), text::CREATE_DO) {
                Ok(file) => {
                    let store = store.clone();
                    let said = created(&file);
                    spawn_local(async move {
                        match store.adopt(file, Vec::new()).await {
                            Ok(_) => store.say(and_who(&store, said)),
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
    let onday = {
        let chosen_day = chosen_day.clone();
        Callback::from(move |day| chosen_day.set(Some(day)))
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
                <DateField id="tao-theo-doi" label={text::TRACKED_FROM} hint={text::TRACKED_HINT} value={tracked_from}
                    onchange={onday} error={day_error} />
                <div class="actions">
                    <button class="btn" type="button" onclick={cancel}>{text::CREATE_NOT}</button>
                    <button class="btn btn-primary" type="submit">{text::CREATE_DO}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// Today: what lies before it was not followed here. Of a plan for a year to come, its first day.
fn proposed_day(today: Date, year: Option<i32>) -> Date {
    let first = year.filter(|year| *year > today.year()).and_then(|year| Date::from_ymd_opt(year, 1, 1));
    first.unwrap_or(today)
}

/// What is said of a new plan: where a document's number must be found out, so.
fn created(file: &PlanFile) -> &'static str {
    if file.documents.iter().any(needs_number) { text::CREATED_UNNUMBERED } else { text::CREATED }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_followed_from_today_or_from_its_first_day() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let today = day("2026-11-20");
        assert_eq!(proposed_day(today, Some(2026)), today);
        assert_eq!(proposed_day(today, Some(2027)), day("2027-01-01"));
        assert_eq!(proposed_day(today, None), today);
    }
}
