//! A list to type into: the editable combobox of the ARIA practices, with automatic selection.
//!
//! Typing narrows the list without minding tone marks and lights up the first hit; leaving the field or Enter takes
//! it. Esc gives the former choice back.

use std::rc::Rc;

use cchc_core::order;
use cchc_core::text::{Folded, Query};
use yew::prelude::*;

use super::field::{Field, described_by, text_of};

/// How many hits are shown: more are found faster by another letter than by scrolling.
const MOST: usize = 40;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What the owner knows it by.
    pub id: AttrValue,
    /// What is shown, and searched.
    pub label: AttrValue,
    /// A second line: the office, the section.
    pub hint: AttrValue,
    /// What it is found by, folded once when the list is made.
    folded: Folded,
}

impl Choice {
    /// A choice with its label.
    pub fn new(id: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self::with_hint(id, label, "")
    }

    /// A choice with a second line.
    pub fn with_hint(
        id: impl Into<AttrValue>,
        label: impl Into<AttrValue>,
        hint: impl Into<AttrValue>,
    ) -> Self {
        let (label, hint) = (label.into(), hint.into());
        let folded = Folded::of_fields([&*label, &*hint]);
        Self { id: id.into(), label, hint, folded }
    }

    /// A choice that is found by fields of its own, the weightiest first.
    pub fn found_by(id: impl Into<AttrValue>, label: String, hint: String, folded: Folded) -> Self {
        Self { id: id.into(), label: label.into(), hint: hint.into(), folded }
    }
}

/// What a combobox is given.
#[derive(Properties, PartialEq)]
pub struct ComboboxProps {
    /// The id of the input.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// Everything that can be chosen, in order.
    pub choices: Rc<[Choice]>,
    /// The id chosen now.
    pub value: Option<AttrValue>,
    /// Called with the choice, or with none when the field was emptied.
    pub onchange: Callback<Option<AttrValue>>,
    /// How to fill it in.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// What stands there while nothing is chosen.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Its place in a grid.
    #[prop_or_default]
    pub class: Classes,
    /// Keys that the list does not use go to the form: Enter on a closed list, Alt ↑.
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
    /// The input, for the form that moves the focus.
    #[prop_or_default]
    pub node: NodeRef,
}

/// What a person is doing in the field; none while it shows the choice.
#[derive(Clone, Debug, PartialEq)]
struct Typing {
    text: String,
    active: Option<usize>,
}

/// An input with a list that narrows as one types.
#[component]
pub fn Combobox(props: &ComboboxProps) -> Html {
    let typing = use_state_eq(|| None::<Typing>);
    let chosen = props.choices.iter().find(|choice| Some(&choice.id) == props.value.as_ref());
    let chosen_label = chosen.map(|choice| choice.label.clone()).unwrap_or_default();
    let hits = typing.as_ref().map(|t| hits(&props.choices, &t.text, &chosen_label)).unwrap_or_default();
    let open = typing.is_some();
    let active = typing.as_ref().and_then(|t| t.active).filter(|at| *at < hits.len());

    let take = {
        let (typing, onchange) = (typing.clone(), props.onchange.clone());
        move |id: Option<AttrValue>| {
            typing.set(None);
            onchange.emit(id);
        }
    };
    let oninput = {
        let typing = typing.clone();
        Callback::from(move |event: InputEvent| {
            let text = text_of(&event);
            let active = (!text.trim().is_empty()).then_some(0);
            typing.set(Some(Typing { text, active }));
        })
    };
    let settle = {
        let (typing, hits, take, value) = (typing.clone(), hits.clone(), take.clone(), props.value.clone());
        move || match &*typing {
            Some(t) if t.text.trim().is_empty() && value.is_some() => take(None),
            Some(_) => match active.and_then(|at| hits.get(at)) {
                Some(hit) if Some(&hit.id) != value.as_ref() => take(Some(hit.id.clone())),
                _ => typing.set(None),
            },
            None => {}
        }
    };
    let onblur = {
        let settle = settle.clone();
        Callback::from(move |_: FocusEvent| settle())
    };
    let onkeydown = {
        let (typing, outer, count) = (typing.clone(), props.onkeydown.clone(), hits.len());
        let label = chosen_label.to_string();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let plain = !event.alt_key() && !event.ctrl_key() && !event.meta_key();
            match (event.key().as_str(), &*typing) {
                ("ArrowDown" | "ArrowUp", None) if plain => {
                    event.prevent_default();
                    typing.set(Some(Typing { text: label.clone(), active: None }));
                }
                (key @ ("ArrowDown" | "ArrowUp"), Some(t)) if plain => {
                    event.prevent_default();
                    typing
                        .set(Some(Typing { active: step(t.active, count, key == "ArrowDown"), ..t.clone() }));
                }
                ("Enter", Some(_)) if plain => {
                    event.prevent_default();
                    event.stop_propagation();
                    settle();
                }
                ("Escape", Some(_)) => {
                    event.prevent_default();
                    event.stop_propagation();
                    typing.set(None);
                }
                _ => outer.emit(event),
            }
        })
    };

    let list = format!("{}-list", props.id);
    let option_id = |at: usize| format!("{}-{at}", props.id);
    let shown = typing.as_ref().map_or_else(|| chosen_label.clone(), |t| AttrValue::from(t.text.clone()));
    html! {
        <Field id={&props.id} label={&props.label} hint={&props.hint} error={props.error.clone()}
            class={classes!("combobox", props.class.clone())}>
            <input ref={&props.node} class="input" id={&props.id} role="combobox" autocomplete="off"
                aria-autocomplete="list" aria-expanded={open.to_string()} aria-controls={list.clone()}
                aria-activedescendant={active.map(option_id)} aria-invalid={props.error.is_some().then_some("true")}
                aria-describedby={described_by(&props.id, &props.hint, props.error.as_ref())}
                placeholder={(!props.placeholder.is_empty()).then(|| props.placeholder.clone())}
                value={shown} title={chosen_label} {oninput} {onkeydown} {onblur} />
            <ul class="options-list" id={list} role="listbox" aria-label={&props.label} hidden={!open}>
                {for hits.iter().enumerate().map(|(at, hit)| {
                    let (take, id) = (take.clone(), hit.id.clone());
                    // Before the blur, which would settle on something else.
                    let onmousedown = Callback::from(move |event: MouseEvent| {
                        event.prevent_default();
                        take(Some(id.clone()));
                    });
                    html! {
                        <li key={&*hit.id} id={option_id(at)} role="option" aria-selected={(active == Some(at)).to_string()} {onmousedown}>
                            {&hit.label}
                            if !hit.hint.is_empty() { <span class="sub">{&hit.hint}</span> }
                        </li>
                    }
                })}
                if open && hits.is_empty() {
                    <li class="none" role="option" aria-disabled="true" aria-selected="false">{crate::strings::common::EMPTY_LIST}</li>
                }
            </ul>
        </Field>
    }
}

/// The choices in which every typed word occurs, the nearest first; all of them while the text is still the chosen
/// one's.
fn hits(choices: &[Choice], text: &str, chosen: &str) -> Vec<Choice> {
    let query = Query::new(if text == chosen { "" } else { text });
    let mut found: Vec<(u8, &Choice)> =
        choices.iter().filter_map(|choice| Some((query.rank(&choice.folded)?, choice))).collect();
    order::sort_by_key(&mut found, |(rank, _)| *rank);
    found.into_iter().take(MOST).map(|(_, choice)| choice.clone()).collect()
}

fn step(active: Option<usize>, count: usize, down: bool) -> Option<usize> {
    match (active, count) {
        (_, 0) => None,
        (None, _) => Some(if down { 0 } else { count - 1 }),
        (Some(at), _) => Some(if down { (at + 1) % count } else { (at + count - 1) % count }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(found: &[Choice]) -> Vec<&str> {
        found.iter().map(|choice| choice.label.as_str()).collect()
    }

    #[test]
    fn typing_without_tone_marks_finds_every_word_in_any_order() {
        let choices = [
            Choice::with_hint("1", "Đối thoại doanh nghiệp", "Phòng Kinh tế"),
            Choice::new("2", "Tin, bài trên Trang thông tin điện tử"),
        ];
        assert_eq!(labels(&hits(&choices, "doanh doi", "")), ["Đối thoại doanh nghiệp"]);
        assert_eq!(labels(&hits(&choices, "kinh te", "")), ["Đối thoại doanh nghiệp"]);
        assert_eq!(hits(&choices, "", "").len(), 2);
        assert_eq!(hits(&choices, "Đối thoại doanh nghiệp", "Đối thoại doanh nghiệp").len(), 2);
        assert_eq!(hits(&choices, "hội thi", "").len(), 0);
    }

    #[test]
    fn the_arrows_go_round() {
        assert_eq!(step(None, 3, true), Some(0));
        assert_eq!(step(Some(2), 3, true), Some(0));
        assert_eq!(step(Some(0), 3, false), Some(2));
        assert_eq!(step(Some(0), 0, true), None);
    }
}
