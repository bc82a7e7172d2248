//! Editing or confirming one deadline, one cut, or the first day.

use cchc_core::calendar::{Date, DeadlineRule, WindowRule};
use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::plan::{Plan, Stated};
use yew::prelude::*;

use super::deadlines::{LevelRow, WindowRow, confirmed, set_deadline, set_window};
use crate::components::{Choosable, DateField, Dialog, Options, TextField};
use crate::store::{use_plan, use_store};
use crate::strings::settings as text;

/// What is being edited.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Subject {
    /// A step of the way.
    Level(LevelRow),
    /// How figures are cut.
    Window(WindowRow),
    /// From which day the plan is followed.
    Tracked(Stated<Date>),
}

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct DeadlineDialogProps {
    pub(super) subject: Subject,
    pub(super) onclose: Callback<()>,
}

/// The value in the dialog, before it is written.
#[derive(Clone, Debug, PartialEq)]
enum Draft {
    Deadline { day: String, months_after: u32, inclusive: bool },
    Window(WindowRule),
    Day(Option<Date>),
}

impl Draft {
    fn of(subject: &Subject) -> Self {
        match subject {
            Subject::Level(row) => {
                let DeadlineRule { day, months_after, inclusive } = row.deadline.value;
                Self::Deadline { day: day.to_string(), months_after, inclusive }
            }
            Subject::Window(row) => Self::Window(row.window.value),
            Subject::Tracked(day) => Self::Day(Some(day.value)),
        }
    }

    /// The edits, or what is wrong.
    fn edits(&self, subject: &Subject, file: &PlanFile, document: &str) -> Result<Vec<Edit>, &'static str> {
        match (self, subject) {
            (Self::Deadline { day, months_after, inclusive }, Subject::Level(row)) => {
                let day = day.trim().parse().map_err(|_| text::DAY_ERROR)?;
                let rule = DeadlineRule { day, months_after: *months_after, inclusive: *inclusive };
                if !rule.is_valid() {
                    return Err(text::DAY_ERROR);
                }
                Ok(set_deadline(file, row, rule, document))
            }
            (Self::Window(rule), Subject::Window(row)) => Ok(set_window(file, row, *rule, document)),
            (Self::Day(Some(day)), Subject::Tracked(old)) => {
                let tracked_from = confirmed(old, *day, document);
                let new = Plan { tracked_from, ..(*file.plan).clone() };
                Ok(Edit::plan_difference(&file.plan, &new).into_iter().collect())
            }
            _ => Err(text::DATE_ERROR),
        }
    }
}

/// Shows why the value was taken, and writes it as confirmed.
#[component]
pub(super) fn DeadlineDialog(props: &DeadlineDialogProps) -> Html {
    let (store, open) = (use_store(), use_plan());
    let draft = use_state_eq(|| Draft::of(&props.subject));
    let document = use_state_eq(String::new);
    let error = use_state_eq(|| None::<&'static str>);
    let (title, reason) = match &props.subject {
        Subject::Level(row) => (text::level(&row.from, &row.to), row.deadline.reason.clone()),
        Subject::Window(row) => (text::CUT_OFF.to_owned(), row.window.reason.clone()),
        Subject::Tracked(day) => (text::TRACKED.to_owned(), day.reason.clone()),
    };
    let onsubmit = {
        let (draft, document, error) = (draft.clone(), document.clone(), error.clone());
        let (subject, onclose) = (props.subject.clone(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match draft.edits(&subject, &open.file, &document) {
                Ok(edits) => {
                    if let Err(refused) = store.edit_and_say(text::EDIT_DEADLINE, edits, text::DEADLINE_SET) {
                        store.notify(refused.to_string());
                    }
                    onclose.emit(());
                }
                Err(words) => error.set(Some(words)),
            }
        })
    };
    let ondocument = Callback::from({
        let document = document.clone();
        move |value| document.set(value)
    });
    let cancel = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <Dialog id="sua-han" {title} onclose={&props.onclose} cross={false} focus=".actions .btn">
            <form novalidate=true {onsubmit}>
                if !reason.is_empty() { <p>{reason}</p> }
                {fields(&draft, error.map(AttrValue::Static))}
                <TextField id="han-can-cu" label={text::DOCUMENT} value={(*document).clone()} oninput={ondocument}
                    hint={text::DOCUMENT_HINT} />
                <div class="actions">
                    <button class="btn" type="button" onclick={cancel}>{text::KEEP}</button>
                    <button class="btn btn-primary" type="submit">{text::CONFIRM}</button>
                </div>
            </form>
        </Dialog>
    }
}

fn fields(draft: &UseStateHandle<Draft>, error: Option<AttrValue>) -> Html {
    match &**draft {
        Draft::Deadline { day, months_after, inclusive } => {
            let (months, inclusion) = (*months_after, *inclusive);
            let onday =
                with(draft, move |day| Draft::Deadline { day, months_after: months, inclusive: inclusion });
            let typed = day.clone();
            let onmonth = with(draft, move |months_after| Draft::Deadline {
                day: typed.clone(),
                months_after,
                inclusive: inclusion,
            });
            let typed = day.clone();
            let oninclusion = with(draft, move |inclusive| Draft::Deadline {
                day: typed.clone(),
                months_after: months,
                inclusive,
            });
            let inclusions = vec![Choosable::new(true, text::UNTIL), Choosable::new(false, text::BEFORE)];
            let month_choices =
                vec![Choosable::new(0, text::LAST_MONTH), Choosable::new(1, text::NEXT_MONTH)];
            html! {
                <>
                    <Options<bool> name="han-cach" legend={text::INCLUSION} choices={inclusions} value={inclusion}
                        onchange={oninclusion} row=true />
                    <TextField id="han-ngay" label={text::DAY} value={day.clone()} oninput={onday} inputmode="numeric" {error} />
                    <Options<u32> name="han-thang" legend={text::MONTH} choices={month_choices} value={months}
                        onchange={onmonth} row=true />
                </>
            }
        }
        Draft::Window(rule) => {
            let choices = [WindowRule::Nd09, WindowRule::Calendar];
            let choices = choices.map(|rule| Choosable::new(rule, text::window(rule))).to_vec();
            html! {
                <Options<WindowRule> name="han-chot" legend={text::CUT_OFF} {choices} value={*rule}
                    onchange={with(draft, Draft::Window)} />
            }
        }
        Draft::Day(day) => html! {
            <DateField id="han-tu" label={text::TRACKED} value={*day} onchange={with(draft, Draft::Day)} {error} />
        },
    }
}

fn with<T: 'static>(draft: &UseStateHandle<Draft>, make: impl Fn(T) -> Draft + 'static) -> Callback<T> {
    let draft = draft.clone();
    Callback::from(move |value| draft.set(make(value)))
}
