//! "Ghi đã nộp": number and day of the report that went out.

use cchc_core::calendar::Date;
use cchc_core::progress::ReportItem;
use cchc_core::register::FilingState;
use yew::prelude::*;

use super::{edit, edits};
use crate::components::{DateField, Dialog, Glyph, TextField, icon};
use crate::store::{use_store, use_today};
use crate::strings::{common, report as text};

#[derive(Properties, PartialEq)]
pub(super) struct SentProps {
    pub(super) item: ReportItem,
    pub(super) onclose: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn SentDialog(props: &SentProps) -> Html {
    let (store, today) = (use_store(), use_today());
    let number = use_state_eq(|| props.item.number.clone());
    let on = use_state_eq(|| props.item.sent_on.or(Some(today)));
    let problem = match *on {
        None => Some(AttrValue::Static(text::SENT_ON_MISSING)),
        Some(on) if on > today => Some(AttrValue::Static(text::SENT_ON_AHEAD)),
        Some(_) => None,
    };
    let asked = use_state_eq(|| false);
    // Asked once, then done as the person says.
    let doubts = use_state_eq(Vec::<AttrValue>::new);
    let onsubmit = {
        let (number, on, asked, is_whole) = (number.clone(), *on, asked.clone(), problem.is_none());
        let told = doubts.clone();
        let (item, onclose) = (props.item.clone(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            asked.set(true);
            let Some(file) = store.file().filter(|_| is_whole) else { return };
            let found = doubts_of(&item, &number, on);
            if !found.is_empty() && *told != found {
                return told.set(found);
            }
            let mut filing = edits::filing(&file, &item);
            filing.state = FilingState::Submitted;
            number.trim().clone_into(&mut filing.number);
            filing.sent_on = on;
            onclose.emit(());
            edit(&store, text::SENT_DO, edits::file_report(&file, &filing), text::SENT_DONE);
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |value: String| state.set(value))
    };
    let onday = {
        let on = on.clone();
        Callback::from(move |day| on.set(day))
    };
    let oncancel = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <Dialog id="da-nop" title={text::SENT_TITLE} onclose={props.onclose.clone()} focus="#da-nop-so">
            <form {onsubmit}>
                <p>{&props.item.title}</p>
                <TextField id="da-nop-so" label={text::NUMBER} hint={text::NUMBER_HINT} value={(*number).clone()} oninput={set(&number)} />
                <DateField id="da-nop-ngay" label={text::SENT_ON} value={*on} onchange={onday}
                    error={problem.filter(|_| *asked || on.is_some())} hint={common::DATE_HINT} />
                <div role="alert">
                    {for doubts.iter().map(|doubt| html! { <p class="ask">{icon(Glyph::Warn)}<span>{doubt}</span></p> })}
                </div>
                <div class="actions">
                    <button class="btn" type="button" onclick={oncancel}>{common::CANCEL}</button>
                    <button class="btn btn-primary" type="submit">
                        {if doubts.is_empty() { text::SENT_DO } else { text::SENT_ANYWAY }}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

/// What speaks against it, though it can be so.
fn doubts_of(item: &ReportItem, number: &str, on: Option<Date>) -> Vec<AttrValue> {
    let early = item.window.map(|window| window.to).filter(|to| on.is_some_and(|on| on <= *to));
    let numberless = number.trim().is_empty().then_some(AttrValue::Static(text::SENT_NUMBERLESS));
    let unfrozen = (!item.is_frozen).then_some(AttrValue::Static(text::SENT_NOT_FROZEN));
    let early = early.map(|to| AttrValue::from(text::sent_early(to)));
    numberless.into_iter().chain(early).chain(unfrozen).collect()
}
