//! The native dialog: modal, focus on the safe button, focus given back when it closes. Esc and the cross ask first
//! where something was typed.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::platform::{dom, typed};
use crate::strings::common;

/// How wide a dialog is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogWidth {
    /// A question.
    #[default]
    Narrow,
    /// A text or a table.
    Wide,
}

/// What a dialog is given.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// A page-wide unique id; the heading gets `{id}-h`.
    pub id: AttrValue,
    /// The heading.
    pub title: AttrValue,
    /// Called when it closes, however: Esc, a button, the cross. The owner then stops rendering it.
    pub onclose: Callback<()>,
    /// Narrow for questions, wide for texts and tables.
    #[prop_or_default]
    pub width: DialogWidth,
    /// Whether a cross stands in the head; a question has its two buttons instead.
    #[prop_or(true)]
    pub cross: bool,
    /// What must have the focus at first, as a selector; a question gives it to the safe button.
    #[prop_or_default]
    pub focus: Option<AttrValue>,
    /// The body, with its `.actions` last.
    pub children: Html,
}

/// A modal dialog, open while it is rendered.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        let focus = props.focus.clone();
        use_effect_with((), move |()| {
            let before = dom::focused();
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // It throws only when it is already open, which is what is wanted.
                let _ = dialog.show_modal();
                let wanted = focus.and_then(|selector| dialog.query_selector(&selector).ok().flatten());
                if let Some(element) = wanted.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
                    let _ = element.focus();
                    // A long text is read from its beginning.
                    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>().filter(|a| overflows(a)) {
                        let _ = area.set_selection_range(0, 0);
                        area.set_scroll_top(0);
                    }
                }
            }
            move || {
                // While it is open, the browser refuses the focus to everything else.
                if let Some(dialog) = dialog.filter(HtmlDialogElement::open) {
                    dialog.close();
                }
                give_back(before);
            }
        });
    }
    let onclose = {
        let onclose = props.onclose.clone();
        Callback::from(move |_: Event| onclose.emit(()))
    };
    let asks = use_state_eq(|| false);
    let before = use_mut_ref(|| None::<HtmlElement>);
    let stay = {
        let (asks, before) = (asks.clone(), before.clone());
        Callback::from(move |()| {
            asks.set(false);
            give_back(before.take());
        })
    };
    // Whether it stays open: something was typed, and the person is asked, or has just been.
    let keeps = {
        let (node, asks, stay) = (node.clone(), asks.clone(), stay.clone());
        move || {
            let typed = node.cast::<Element>().is_some_and(|dialog| typed::is_within(&dialog));
            if *asks {
                stay.emit(());
            } else if typed {
                before.replace(dom::focused());
                asks.set(true);
            }
            typed
        }
    };
    let oncancel = {
        let (node, keeps) = (node.clone(), keeps.clone());
        Callback::from(move |event: Event| {
            if is_of(&node, &event) && keeps() {
                event.prevent_default();
            }
        })
    };
    let onkeydown = {
        let (node, keeps) = (node.clone(), keeps.clone());
        // Before the browser's own way of closing, which cannot always be stopped.
        Callback::from(move |event: KeyboardEvent| {
            let is_escape = event.key() == "Escape" && !event.is_composing() && !event.default_prevented();
            if is_escape && is_of(&node, &event) && keeps() {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let oninput = {
        let asks = asks.clone();
        Callback::from(move |_: InputEvent| asks.set(false))
    };
    let oncross = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| {
            if !keeps() {
                close_dialog(&node);
            }
        })
    };
    {
        let node = node.clone();
        use_effect_with(*asks, move |asks| {
            let button = node.cast::<Element>().filter(|_| *asks);
            let button =
                button.and_then(|dialog| dialog.query_selector(".leave .btn-primary").ok().flatten());
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
        });
    }
    let heading = format!("{}-h", props.id);
    let class = (props.width == DialogWidth::Wide).then_some("wide");
    html! {
        <dialog ref={&node} id={&props.id} {class} aria-labelledby={heading.clone()} {onclose} {oncancel} {onkeydown} {oninput}>
            <div>
                if props.cross {
                    <div class="dialog-head">
                        <h2 id={heading}>{&props.title}</h2>
                        <button class="btn btn-icon btn-quiet" type="button" aria-label={common::CLOSE} onclick={oncross}>
                            {icon(Glyph::Close)}
                        </button>
                    </div>
                } else {
                    <h2 id={heading}>{&props.title}</h2>
                }
                {props.children.clone()}
                if *asks { {question(&props.id, &node, &stay)} }
            </div>
        </dialog>
    }
}

/// "Bỏ nội dung vừa nhập?", in the dialog itself.
fn question(id: &str, node: &NodeRef, stay: &Callback<()>) -> Html {
    let words = format!("{id}-bo");
    let node = node.clone();
    let ondrop = Callback::from(move |_: MouseEvent| close_dialog(&node));
    html! {
        <div class="leave" role="alertdialog" aria-labelledby={words.clone()}>
            <p id={words}>{common::LEAVE}</p>
            <button class="btn" type="button" onclick={ondrop}>{common::CANCEL}</button>
            <button class="btn btn-primary" type="button" onclick={stay.reform(|_: MouseEvent| ())}>{common::WRITE_ON}</button>
        </div>
    }
}

/// Whether an event is this dialog's own, not one of a dialog within it.
fn is_of(node: &NodeRef, event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let dialog = target.and_then(|target| target.closest("dialog").ok().flatten());
    dialog.is_some_and(|dialog| node.cast::<Element>().as_ref() == Some(&dialog))
}

fn overflows(area: &HtmlTextAreaElement) -> bool {
    area.scroll_height() > area.client_height()
}

fn close_dialog(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

fn give_back(before: Option<HtmlElement>) {
    if let Some(element) = before.filter(|element| element.is_connected()) {
        let _ = element.focus();
    }
}
