//! A native list to choose from: short lists need no more, and every keyboard and phone knows it.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::field::{Field, described_by};

/// One thing to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectOption {
    /// What the owner knows it by.
    pub id: AttrValue,
    /// What is shown.
    pub label: AttrValue,
    /// The heading it stands under; options of one group stand together.
    pub group: AttrValue,
}

impl SelectOption {
    /// An option without a group.
    pub fn new(id: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { id: id.into(), label: label.into(), group: AttrValue::default() }
    }

    /// The same under a heading.
    #[must_use]
    pub fn under(self, group: impl Into<AttrValue>) -> Self {
        Self { group: group.into(), ..self }
    }
}

/// What a bare list is given.
#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// The id of the control.
    pub id: AttrValue,
    /// `input` or `chip`, and what places it.
    #[prop_or_else(|| classes!("input"))]
    pub class: Classes,
    /// Its name for readers, where no label stands beside it.
    #[prop_or_default]
    pub aria_label: Option<AttrValue>,
    /// Everything that can be chosen, in order.
    pub options: Rc<[SelectOption]>,
    /// The id chosen now.
    pub value: Option<AttrValue>,
    /// What stands for "nothing chosen"; none where something always is.
    #[prop_or_default]
    pub none: Option<AttrValue>,
    /// Called with the choice.
    pub onchange: Callback<Option<AttrValue>>,
    /// Whether the form found something wrong.
    #[prop_or_default]
    pub invalid: bool,
    /// What describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
}

/// A native list.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    let value = props.value.clone().unwrap_or_default();
    {
        let node = node.clone();
        // Once a person has chosen, the browser no longer follows the `selected` attribute: the property decides.
        use_effect_with((value.clone(), Rc::clone(&props.options)), move |(value, _)| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(value);
            }
        });
    }
    let onchange = {
        let onchange = props.onchange.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let chosen = select.map(|select| select.value()).filter(|value| !value.is_empty());
            onchange.emit(chosen.map(AttrValue::from));
        })
    };
    // What is chosen but no longer on the list is still shown, as its id.
    let unknown = !value.is_empty() && !props.options.iter().any(|option| option.id == value);
    html! {
        <select ref={node} id={&props.id} class={props.class.clone()} aria-label={props.aria_label.clone()}
            aria-invalid={props.invalid.then_some("true")} aria-describedby={props.described_by.clone()} {onchange}>
            if let Some(none) = &props.none { <option value="">{none}</option> }
            if unknown { <option value={&value}>{&value}</option> }
            {for groups(&props.options).map(group)}
        </select>
    }
}

fn groups(options: &[SelectOption]) -> impl Iterator<Item = &[SelectOption]> {
    options.chunk_by(|a, b| a.group == b.group)
}

fn group(options: &[SelectOption]) -> Html {
    let list = options.iter().map(|option| html! { <option value={&option.id}>{&option.label}</option> });
    match options.first() {
        Some(first) if !first.group.is_empty() => {
            html! { <optgroup label={&first.group}>{for list}</optgroup> }
        }
        _ => html! { {for list} },
    }
}

/// What a list with its label is given.
#[derive(Properties, PartialEq)]
pub struct SelectFieldProps {
    /// The id of the control.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// Everything that can be chosen, in order.
    pub options: Rc<[SelectOption]>,
    /// The id chosen now.
    pub value: Option<AttrValue>,
    /// What stands for "nothing chosen".
    #[prop_or_default]
    pub none: Option<AttrValue>,
    /// Called with the choice.
    pub onchange: Callback<Option<AttrValue>>,
    /// How to fill it in.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Its place in a grid.
    #[prop_or_default]
    pub class: Classes,
}

/// A native list with its label.
#[component]
pub fn SelectField(props: &SelectFieldProps) -> Html {
    html! {
        <Field id={&props.id} label={&props.label} hint={&props.hint} error={props.error.clone()} class={props.class.clone()}>
            <Select id={&props.id} options={Rc::clone(&props.options)} value={props.value.clone()} none={props.none.clone()}
                onchange={&props.onchange} invalid={props.error.is_some()}
                described_by={described_by(&props.id, &props.hint, props.error.as_ref())} />
        </Field>
    }
}
