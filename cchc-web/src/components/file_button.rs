//! "Mở tệp": a button that asks for a file of this machine.

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::platform::files;
use crate::store::use_store;
use crate::strings::exchange as text;

/// What the button is given.
#[derive(Properties, PartialEq)]
pub struct FileButtonProps {
    /// A page-wide unique id for the input.
    pub id: AttrValue,
    /// `.btn` and its kind.
    #[prop_or(classes!("btn"))]
    pub class: Classes,
    /// The digit that presses it, where a page offers digits.
    #[prop_or_default]
    pub digit: Option<AttrValue>,
    /// What stands in the button; the usual words otherwise.
    #[prop_or_default]
    pub children: Html,
}

/// Opens a plan file: with the browser's picker for real files where there is one, else with an `<input>`.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let store = use_store();
    let input = use_node_ref();
    let onclick = {
        let (store, input) = (store.clone(), input.clone());
        Callback::from(move |_: MouseEvent| {
            if !files::has_real_files() {
                press(&input);
                return;
            }
            let (store, input) = (store.clone(), input.clone());
            spawn_local(async move {
                if !store.open_picked().await {
                    press(&input);
                }
            });
        })
    };
    let onchange = {
        let input = input.clone();
        Callback::from(move |_: Event| {
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            store.open_chosen(files::list(input.files()));
            // The same file chosen again must be a change again.
            input.set_value("");
        })
    };
    html! {
        <>
            <button class={props.class.clone()} type="button" {onclick} data-digit={props.digit.clone()}>
                if props.children == Html::default() {
                    {icon(Glyph::Open)}{text::OPEN}
                } else {
                    {props.children.clone()}
                }
            </button>
            <input ref={input} id={&props.id} class="sr" type="file" accept=".json,application/json" tabindex="-1"
                aria-label={text::OPEN_LABEL} {onchange} />
        </>
    }
}

fn press(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        input.click();
    }
}
