//! "Nhận tệp…": a button that asks for several files at once.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::{Glyph, icon};
use crate::platform::files;
use crate::store::use_store;
use crate::strings::exchange as text;

/// The button.
#[component]
pub(super) fn ReceiveButton() -> Html {
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
        let input = input.clone();
        Callback::from(move |_: Event| {
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            store.receive_chosen(files::list(input.files()));
            // The same files chosen again must be a change again.
            input.set_value("");
        })
    };
    html! {
        <>
            <button class="btn btn-primary" type="button" {onclick}>{icon(Glyph::Download)}{text::RECEIVE}</button>
            <input ref={input} id="nhan-tep" class="sr" type="file" multiple={true} accept=".json,application/json"
                tabindex="-1" aria-label={text::RECEIVE_LABEL} {onchange} />
        </>
    }
}
