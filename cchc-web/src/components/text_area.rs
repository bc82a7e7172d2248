//! A text of several lines with its label.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::field::{Field, described_by};

/// What a text of several lines is given.
#[derive(Properties, PartialEq)]
pub struct TextAreaProps {
    /// The id of the control.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The text; the owner holds it.
    pub value: AttrValue,
    /// Called with every keystroke's text.
    pub oninput: Callback<String>,
    /// Lines shown at first; a person may pull it larger.
    #[prop_or(3)]
    pub rows: u32,
    /// How to fill it in.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// The control itself, for the form that moves the focus.
    #[prop_or_default]
    pub node: NodeRef,
}

/// `textarea.input` within its field.
#[component]
pub fn TextArea(props: &TextAreaProps) -> Html {
    let oninput = {
        let oninput = props.oninput.clone();
        Callback::from(move |event: InputEvent| {
            let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
            oninput.emit(area.map(|area| area.value()).unwrap_or_default());
        })
    };
    html! {
        <Field id={&props.id} label={&props.label} hint={&props.hint} error={props.error.clone()}>
            <textarea ref={&props.node} class="input" id={&props.id} rows={props.rows.to_string()} value={&props.value}
                aria-invalid={props.error.is_some().then_some("true")}
                aria-describedby={described_by(&props.id, &props.hint, props.error.as_ref())} {oninput} />
        </Field>
    }
}
