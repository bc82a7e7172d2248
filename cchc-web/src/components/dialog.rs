//! The native dialog: modal, focus on the safe button, focus given back when it closes.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::platform::dom;
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
    let oncross = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| close_dialog(&node))
    };
    let heading = format!("{}-h", props.id);
    let class = (props.width == DialogWidth::Wide).then_some("wide");
    html! {
        <dialog ref={node} id={&props.id} {class} aria-labelledby={heading.clone()} {onclose}>
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
            </div>
        </dialog>
    }
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
