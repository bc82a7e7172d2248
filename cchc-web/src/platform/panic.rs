//! When the page itself fails: say so in Vietnamese, say that saved data are safe, offer what is in memory.

use std::cell::RefCell;
use std::panic::PanicHookInfo;

use gloo_utils::{body, document, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement};

use super::files;
use crate::strings::shell as text;

/// A file to offer when the page fails: its name and its text.
type LastState = dyn Fn() -> Option<(String, String)>;

thread_local! {
    static LAST_STATE: RefCell<Option<Box<LastState>>> = const { RefCell::new(None) };
}

/// Remembers how to get the last state of the open file.
pub fn offer(last: impl Fn() -> Option<(String, String)> + 'static) {
    LAST_STATE.with_borrow_mut(|state| *state = Some(Box::new(last)));
}

/// From now on a panic shows a message instead of a dead page.
pub fn install() {
    // Through yew, which would otherwise put its own hook in this one's place when it renders.
    yew::set_custom_panic_hook(Box::new(show));
}

fn show(info: &PanicHookInfo<'_>) {
    let console = js_sys::Reflect::get(&window(), &"console".into()).unwrap_or(JsValue::NULL);
    let error = js_sys::Reflect::get(&console, &"error".into())
        .ok()
        .and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    if let Some(error) = error {
        let _ = error.call1(&console, &info.to_string().into());
    }
    // A second failure while telling of the first must not hide it.
    let _ = tell();
}

fn tell() -> Option<()> {
    if document().get_element_by_id("da-dung").is_some() {
        return None;
    }
    let make = |tag: &str, class: &str, words: &str| -> Option<Element> {
        let element = document().create_element(tag).ok()?;
        element.set_class_name(class);
        element.set_text_content(Some(words));
        Some(element)
    };
    let banner = make("div", "banner halted", "")?;
    banner.set_id("da-dung");
    banner.set_attribute("role", "alert").ok()?;
    let paragraph = make("p", "", "")?;
    paragraph.append_child(&make("strong", "", text::PANIC)?.into()).ok()?;
    paragraph.append_child(&document().create_text_node(&format!(" {}", text::PANIC_MORE)).into()).ok()?;
    banner.append_child(&paragraph).ok()?;
    let actions = make("div", "actions", "")?;
    let button = |class: &str, words: &str, press: Box<dyn FnMut()>| -> Option<()> {
        let button: HtmlElement = make("button", class, words)?.unchecked_into();
        let press = Closure::wrap(press).into_js_value();
        button.set_onclick(Some(press.unchecked_ref()));
        actions.append_child(&button).ok().map(|_| ())
    };
    button(
        "btn btn-primary",
        text::SAVE_FILE_NOW,
        Box::new(|| {
            let last = LAST_STATE.with(|state| {
                state.try_borrow().ok().and_then(|state| state.as_ref().and_then(|last| last()))
            });
            if let Some((name, content)) = last {
                let _ = files::download(&name, files::JSON, content.as_bytes());
            }
        }),
    )?;
    button("btn", text::RELOAD, Box::new(|| drop(window().location().reload())))?;
    banner.append_child(&actions).ok()?;
    body().insert_before(&banner, body().first_child().as_ref()).ok()?;
    Some(())
}
