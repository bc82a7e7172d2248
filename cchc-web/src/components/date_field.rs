//! A date as text: accepts 20/11, 20-11-2026, 20112026, "hôm nay", "hôm qua"; shows 20/11/2026.
//!
//! No native date picker: its order of day and month follows the machine.

use cchc_core::calendar::Date;
use cchc_core::text::{date_vi, parse_date};
use chrono::Days;
use yew::prelude::*;

use super::field::TextField;
use crate::store::use_today;

/// What a date field is given.
#[derive(Properties, PartialEq)]
pub struct DateFieldProps {
    /// The id of the input.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The date; none while the field is empty or holds no date.
    pub value: Option<Date>,
    /// Called when the text has become another date, or none.
    pub onchange: Callback<Option<Date>>,
    /// An error that the form found, such as a date outside the plan's year.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// How to fill it in.
    #[prop_or_default]
    pub hint: AttrValue,
    /// Its place in a grid.
    #[prop_or_default]
    pub class: Classes,
    /// Keys that the field does not use: Enter, Alt ↑.
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
    /// The input, for the form that moves the focus.
    #[prop_or_default]
    pub node: NodeRef,
}

/// A text field for a date; ↑ and ↓ move a day.
#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let today = use_today();
    // What is typed, while it differs from the date's own spelling; with the error once the field was left.
    let typed = use_state_eq(|| None::<String>);
    let left = use_state_eq(|| false);
    {
        let typed = typed.clone();
        use_effect_with(props.value, move |value| {
            // A date set from outside (the next row of the form) replaces what was typed.
            if value.is_some() && typed.as_ref().is_none_or(|text| parse_date(text, today).ok() != *value) {
                typed.set(None);
            }
        });
    }
    let text = (*typed).clone().unwrap_or_else(|| props.value.map(date_vi).unwrap_or_default());
    // A form that refuses the empty date knows less about the text than this field.
    let problem = typed
        .as_ref()
        .filter(|_| *left || props.error.is_some())
        .and_then(|text| parse_date(text, today).err());
    let error = problem.map(|error| AttrValue::from(error.to_string())).or_else(|| props.error.clone());

    let emit = {
        let (onchange, value) = (props.onchange.clone(), props.value);
        move |date: Option<Date>| {
            if date != value {
                onchange.emit(date);
            }
        }
    };
    let oninput = {
        let (typed, left, emit) = (typed.clone(), left.clone(), emit.clone());
        Callback::from(move |text: String| {
            emit(parse_date(&text, today).ok());
            left.set(false);
            typed.set(Some(text));
        })
    };
    let onblur = {
        let (typed, left) = (typed.clone(), left.clone());
        Callback::from(move |_: FocusEvent| {
            let Some(text) = &*typed else { return };
            if text.trim().is_empty() || parse_date(text, today).is_ok() {
                typed.set(None);
            } else {
                left.set(true);
            }
        })
    };
    let onkeydown = {
        let (typed, outer, value) = (typed.clone(), props.onkeydown.clone(), props.value);
        Callback::from(move |event: KeyboardEvent| {
            let plain = !event.alt_key() && !event.ctrl_key() && !event.meta_key() && !event.is_composing();
            let day = value.unwrap_or(today);
            let moved = match event.key().as_str() {
                "ArrowUp" if plain => day.checked_add_days(Days::new(1)),
                "ArrowDown" if plain => day.checked_sub_days(Days::new(1)),
                _ => return outer.emit(event),
            };
            event.prevent_default();
            typed.set(None);
            emit(moved);
        })
    };
    html! {
        <TextField id={&props.id} label={&props.label} value={text} {oninput} hint={&props.hint} {error}
            inputmode="numeric" class={props.class.clone()} {onkeydown} {onblur} node={props.node.clone()} />
    }
}
