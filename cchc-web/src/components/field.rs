//! A labelled field: label above, hint below; an error replaces the hint and says the remedy.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::{Glyph, icon};

/// What the frame of a field is given.
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The id of the control inside; hint and error get `{id}-d`.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// How to fill it in.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong and what to do; replaces the hint.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Its place in a grid: `f-date`.
    #[prop_or_default]
    pub class: Classes,
    /// The control, which carries `id`, `aria-invalid` and `aria-describedby` ([`described_by`]).
    pub children: Html,
}

/// `.field`: the frame around any control.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let described = format!("{}-d", props.id);
    html! {
        <div class={classes!("field", props.class.clone())}>
            <label for={&props.id}>{&props.label}</label>
            {props.children.clone()}
            if let Some(error) = &props.error {
                <p class="error" id={described}>{icon(Glyph::Warn)}{error}</p>
            } else if !props.hint.is_empty() {
                <p class="hint" id={described}>{&props.hint}</p>
            }
        </div>
    }
}

/// The `aria-describedby` of a control within a [`Field`]: its hint or its error, if it has one.
pub fn described_by(id: &str, hint: &str, error: Option<&AttrValue>) -> Option<AttrValue> {
    (error.is_some() || !hint.is_empty()).then(|| format!("{id}-d").into())
}

/// What a one-line text field is given.
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The id of the input.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The text; the owner holds it.
    pub value: AttrValue,
    /// Called with every keystroke's text.
    pub oninput: Callback<String>,
    /// How to fill it in.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// An example of what goes in.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Which keyboard a phone shows: `decimal`, `numeric`, `text`.
    #[prop_or(AttrValue::Static("text"))]
    pub inputmode: AttrValue,
    /// Its place in a grid.
    #[prop_or_default]
    pub class: Classes,
    /// Figures stand on the right.
    #[prop_or_default]
    pub num: bool,
    /// Keys that the form handles.
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
    /// Called when the focus leaves.
    #[prop_or_default]
    pub onblur: Callback<FocusEvent>,
    /// The input itself, for the form that moves the focus.
    #[prop_or_default]
    pub node: NodeRef,
}

/// A one-line text with its label.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let oninput = {
        let oninput = props.oninput.clone();
        Callback::from(move |event: InputEvent| oninput.emit(text_of(&event)))
    };
    let invalid = props.error.is_some().then_some("true");
    html! {
        <Field id={&props.id} label={&props.label} hint={&props.hint} error={props.error.clone()} class={props.class.clone()}>
            <input ref={&props.node} class={classes!("input", props.num.then_some("num"))} id={&props.id} value={&props.value}
                placeholder={(!props.placeholder.is_empty()).then(|| props.placeholder.clone())} inputmode={&props.inputmode}
                autocomplete="off" aria-invalid={invalid}
                aria-describedby={described_by(&props.id, &props.hint, props.error.as_ref())}
                {oninput} onkeydown={&props.onkeydown} onblur={&props.onblur} />
        </Field>
    }
}

/// The text of the input that an event came from.
pub(crate) fn text_of(event: &InputEvent) -> String {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .map(|i| i.value())
        .unwrap_or_default()
}
