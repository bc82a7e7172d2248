//! A button that asks for one file to be read where it stands.

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::platform::files::{self, OpenedFile};
use crate::store::use_store;
use crate::strings::exchange as text;

/// What the button is given.
#[derive(Properties, PartialEq)]
pub struct PickButtonProps {
    /// A page-wide unique id for the input.
    pub id: AttrValue,
    /// `.btn` and its kind.
    #[prop_or(classes!("btn"))]
    pub class: Classes,
    /// Which files the picker shows first: `.xlsx,.csv`.
    pub accept: AttrValue,
    /// Its words.
    pub label: AttrValue,
    /// Called with the file that was read.
    pub onpick: Callback<OpenedFile>,
}

/// Asks for a file, reads it and hands it over.
#[component]
pub fn PickButton(props: &PickButtonProps) -> Html {
    let store = use_store();
    let input = use_node_ref();
    let onclick = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = {
        let (input, onpick) = (input.clone(), props.onpick.clone());
        Callback::from(move |_: Event| {
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            let chosen = files::list(input.files()).into_iter().next();
            // The same file chosen again must be a change again.
            input.set_value("");
            let Some(file) = chosen else { return };
            let (store, onpick) = (store.clone(), onpick.clone());
            spawn_local(async move {
                match files::read(&file).await {
                    Ok(opened) => onpick.emit(opened),
                    Err(_) => store.notify(text::not_read(&file.name())),
                }
            });
        })
    };
    html! {
        <>
            <button class={props.class.clone()} type="button" {onclick}>{icon(Glyph::Open)}{&props.label}</button>
            <input ref={input} id={&props.id} class="sr" type="file" accept={&props.accept} tabindex="-1"
                aria-label={&props.label} {onchange} />
        </>
    }
}
