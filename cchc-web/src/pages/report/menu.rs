//! "…": what is needed now and then, behind one button.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::components::{Glyph, icon};

/// One thing to do.
#[derive(Clone, PartialEq)]
pub(in crate::pages) struct Action {
    pub(in crate::pages) glyph: Glyph,
    pub(in crate::pages) label: AttrValue,
    pub(in crate::pages) run: Callback<()>,
}

#[derive(Properties, PartialEq)]
pub(in crate::pages) struct MenuProps {
    pub(in crate::pages) label: &'static str,
    #[prop_or(Glyph::More)]
    pub(in crate::pages) glyph: Glyph,
    /// Whether the button shows its label.
    #[prop_or_default]
    pub(in crate::pages) has_words: bool,
    pub(in crate::pages) actions: Vec<Action>,
}

/// A button that opens a list of buttons: a disclosure, so that Tab walks through it as through the page.
#[component]
pub(in crate::pages) fn Menu(props: &MenuProps) -> Html {
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
        html! { <li key={action.label.as_str()}><button type="button" {onclick}>{icon(action.glyph)}{&action.label}</button></li> }
    });
    let name = (!props.has_words).then_some(props.label);
    html! {
        <div class="menu" {onkeydown} {onfocusout}>
            <button ref={button.clone()} class={classes!("btn", name.map(|_| "btn-icon"))} type="button" aria-label={name} title={name}
                aria-expanded={open.to_string()} onclick={toggle}>
                {icon(props.glyph)}
                if props.has_words { {props.label} }
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
