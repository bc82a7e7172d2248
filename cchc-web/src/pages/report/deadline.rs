//! "Đổi hạn theo công văn": another last day at one level, for this period or the whole year.

use std::rc::Rc;

use cchc_core::calendar::{Date, WorkCalendar};
use cchc_core::progress::ReportItem;
use cchc_core::report::life::{Refusal, set_deadline};
use cchc_core::text::{capitalized, date_vi};
use yew::prelude::*;

use super::edit;
use crate::components::{DateField, Dialog, SelectField, SelectOption, TextField};
use crate::pages::form::{closes, sets};
use crate::store::use_store;
use crate::strings::{common, life as text, report};

#[derive(Properties, PartialEq)]
pub(super) struct DeadlineProps {
    pub(super) item: ReportItem,
    pub(super) onclose: Callback<()>,
}

/// The value of the scope that is the whole year.
const YEAR: &str = "nam";

/// What is typed.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    level: Option<AttrValue>,
    scope: Option<AttrValue>,
    due: Option<Date>,
    number: String,
    on: Option<Date>,
}

/// The dialog.
#[component]
pub(super) fn DeadlineDialog(props: &DeadlineProps) -> Html {
    let store = use_store();
    let (item, open) = (&props.item, store.file());
    let draft = use_state_eq(|| Draft {
        level: item.levels.len().checked_sub(1).map(|last| last.to_string().into()),
        scope: Some("ky".into()),
        due: None,
        number: String::new(),
        on: None,
    });
    let asked = use_state_eq(|| false);
    let refused = use_state_eq(|| None::<Refusal>);
    let onsubmit = {
        let (draft, asked, refused) = (draft.clone(), asked.clone(), refused.clone());
        let (item, onclose) = (item.clone(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            asked.set(true);
            let (Some(file), Some(due), Some(on)) = (store.file(), draft.due, draft.on) else { return };
            if draft.number.trim().is_empty() {
                return;
            }
            let level = draft.level.as_deref().and_then(|level| level.parse().ok()).unwrap_or_default();
            let letter = text::letter(&draft.number, on);
            match set_deadline(&file, &item, level, due, &letter, draft.scope.as_deref() == Some(YEAR)) {
                Ok(edits) => {
                    onclose.emit(());
                    edit(&store, text::DUE_SET, edits, text::DUE_SET_DONE);
                }
                Err(refusal) => refused.set(Some(refusal)),
            }
        })
    };
    let missing =
        |is_missing: bool, words: &'static str| (*asked && is_missing).then_some(AttrValue::Static(words));
    let level = |(at, level): (usize, &cchc_core::progress::LevelDue)| {
        let name = format!("{} ({})", report::level(&level.from, &level.to), date_vi(level.due));
        SelectOption::new(at.to_string(), name)
    };
    let levels: Rc<[SelectOption]> = item.levels.iter().enumerate().map(level).collect();
    let scopes: Rc<[SelectOption]> = match item.period {
        Some(period) => Rc::new([
            SelectOption::new("ky", text::only(period)),
            SelectOption::new(YEAR, text::whole_year(period.year())),
        ]),
        None => Rc::new([]),
    };
    let is_off = draft
        .due
        .zip(open.as_ref())
        .is_some_and(|(due, file)| !WorkCalendar::new(&file.holidays).is_working_day(due));
    html! {
        <Dialog id="doi-han" title={text::DUE_TITLE} onclose={&props.onclose} focus="#doi-han-moi">
            <form novalidate=true {onsubmit}>
                <p>{&item.title}</p>
                <SelectField id="doi-han-cap" label={text::DUE_LEVEL} options={levels} value={draft.level.clone()}
                    onchange={sets(&draft, |draft: &mut Draft, level| draft.level = level)} />
                <SelectField id="doi-han-ky" label={text::DUE_SCOPE} options={scopes} value={draft.scope.clone()}
                    onchange={sets(&draft, |draft: &mut Draft, scope| draft.scope = scope)} />
                <DateField id="doi-han-moi" label={text::DUE_NEW} value={draft.due}
                    hint={if is_off { text::DUE_OFF } else { common::DATE_HINT }}
                    error={missing(draft.due.is_none(), text::DUE_NEW_MISSING)}
                    onchange={sets(&draft, |draft: &mut Draft, due| draft.due = due)} />
                <div class="two">
                    <TextField id="doi-han-so" label={text::LETTER} hint={text::LETTER_HINT} value={draft.number.clone()}
                        error={missing(draft.number.trim().is_empty(), text::LETTER_MISSING)}
                        oninput={sets(&draft, |draft: &mut Draft, number| draft.number = number)} />
                    <DateField id="doi-han-ngay" label={text::LETTER_DAY} value={draft.on}
                        error={missing(draft.on.is_none(), text::LETTER_DAY_MISSING)}
                        onchange={sets(&draft, |draft: &mut Draft, on| draft.on = on)} />
                </div>
                if let Some(refusal) = &*refused { <p class="ask" role="alert">{format!("{}.", capitalized(&refusal.to_string()))}</p> }
                <div class="actions">
                    <button class="btn" type="button" onclick={closes(&props.onclose)}>{common::CANCEL}</button>
                    <button class="btn btn-primary" type="submit">{text::DUE_SET}</button>
                </div>
            </form>
        </Dialog>
    }
}
