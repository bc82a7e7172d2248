//! "…": what is needed now and then, behind one button.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::components::{Glyph, icon};

/// One thing to do.
#[derive(Clone, PartialEq)]
pub(super) struct Action {
    pub(super) glyph: Glyph,
    pub(super) label: &'static str,
    pub(super) run: Callback<()>,
}

#[derive(Properties, PartialEq)]
pub(super) struct MenuProps {
    pub(super) label: &'static str,
    pub(super) actions: Vec<Action>,
}

/// A button that opens a list of buttons: a disclosure, so that Tab walks through it as through the page.
#[component]
pub(super) fn Menu(props: &MenuProps) -> Html {
    let open = use_state_eq(|| false);
    let button = use_node_ref();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                event.stop_propagation();
                open.set(false);
                focus(&button);
            }
        })
    };
    let onfocusout = {
        let open = open.clone();
        Callback::from(move |event: FocusEvent| {
            let inside = event.current_target().and_then(|menu| menu.dyn_into::<web_sys::Node>().ok());
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            // Without a target the focus went to nothing: a press inside the list on what takes no focus.
            if let (Some(inside), Some(to)) = (inside, to)
                && !inside.contains(Some(&to))
            {
                open.set(false);
            }
        })
    };
    let entries = props.actions.iter().map(|action| {
        let (open, run, button) = (open.clone(), action.run.clone(), button.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            open.set(false);
            focus(&button);
            run.emit(());
        });
        html! { <li key={action.label}><button type="button" {onclick}>{icon(action.glyph)}{action.label}</button></li> }
    });
    html! {
        <div class="menu" {onkeydown} {onfocusout}>
            <button ref={button.clone()} class="btn btn-icon" type="button" aria-label={props.label} title={props.label}
                aria-expanded={open.to_string()} onclick={toggle}>
                {icon(Glyph::More)}
            </button>
            if *open { <ul class="menu-list">{for entries}</ul> }
        </div>
    }
}

fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // An element that is on the page takes the focus.
        let _ = element.focus();
    }
}
