//! Copying text.

use gloo_utils::{body, document, window};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

/// Copies `text`; false when the browser refused both ways.
///
/// The clipboard interface exists only in secure contexts, which file:// is not everywhere: the old command steps in.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    let has = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|c| c.is_object());
    if has && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok() {
        return true;
    }
    copy_by_command(text).unwrap_or(false)
}

fn copy_by_command(text: &str) -> Option<bool> {
    let area: HtmlTextAreaElement = document().create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_class_name("sr");
    area.set_value(text);
    let had_focus = super::dom::focused();
    // A modal dialog makes the rest of the page inert: the text must stand inside it to be selected.
    let open = document().query_selector("dialog[open]").ok().flatten();
    match &open {
        Some(dialog) => dialog.append_child(&area).ok()?,
        None => body().append_child(&area).ok()?,
    };
    area.select();
    let command = js_sys::Reflect::get(&document(), &JsValue::from_str("execCommand")).ok()?;
    let command: js_sys::Function = command.dyn_into().ok()?;
    let copied = command.call1(&document(), &JsValue::from_str("copy")).ok()?.is_truthy();
    area.remove();
    if let Some(element) = had_focus {
        let _ = element.focus();
    }
    Some(copied)
}
