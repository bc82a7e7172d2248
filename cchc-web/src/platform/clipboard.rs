//! Copying: words, and with them their form.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::{body, document, window};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DataTransfer, HtmlTextAreaElement};

/// The types that a clipboard knows.
const PLAIN: &str = "text/plain";
const RICH: &str = "text/html";

/// Copies `text`, and beside it the same with its form as HTML; false when the browser refused both ways.
///
/// The clipboard interface exists only in secure contexts, which file:// is not everywhere: the old command steps in.
/// It goes first where there is HTML: the interface reads it under the page's own policy, which refuses its styles.
pub async fn copy(text: &str, html: Option<&str>) -> bool {
    let by_command = || copy_by_command(text, html).unwrap_or(false);
    let is_copied = html.is_some() && by_command();
    is_copied || write(text, html).await.is_some() || (html.is_none() && by_command())
}

async fn write(text: &str, html: Option<&str>) -> Option<()> {
    let navigator = window().navigator();
    Reflect::get(&navigator, &"clipboard".into()).ok().filter(JsValue::is_object)?;
    let clipboard = navigator.clipboard();
    let written = match html {
        None => clipboard.write_text(text),
        Some(html) => {
            let kinds = Object::new();
            for (kind, words) in [(PLAIN, text), (RICH, html)] {
                let options = BlobPropertyBag::new();
                options.set_type(kind);
                let blob =
                    Blob::new_with_str_sequence_and_options(&Array::of1(&words.into()), &options).ok()?;
                Reflect::set(&kinds, &kind.into(), &blob).ok()?;
            }
            let item: Function = Reflect::get(&window(), &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
            let item = Reflect::construct(&item, &Array::of1(&kinds)).ok()?;
            let write: Function = Reflect::get(&clipboard, &"write".into()).ok()?.dyn_into().ok()?;
            write.call1(&clipboard, &Array::of1(&item)).ok()?.dyn_into().ok()?
        }
    };
    JsFuture::from(written).await.ok().map(|_| ())
}

fn copy_by_command(text: &str, html: Option<&str>) -> Option<bool> {
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
    let (words, form) = (text.to_owned(), html.map(str::to_owned));
    // What is selected is the text alone; the event takes the form as well.
    let listener = EventListener::new_with_options(
        &area,
        "copy",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let data =
                Reflect::get(event, &"clipboardData".into()).and_then(JsValue::dyn_into::<DataTransfer>);
            if let (Ok(data), Some(form)) = (data, &form)
                && data.set_data(RICH, form).is_ok()
                && data.set_data(PLAIN, &words).is_ok()
            {
                event.prevent_default();
            }
        },
    );
    let command = Reflect::get(&document(), &"execCommand".into()).ok()?;
    let command: Function = command.dyn_into().ok()?;
    let copied = command.call1(&document(), &"copy".into()).ok()?.is_truthy();
    drop(listener);
    area.remove();
    if let Some(element) = had_focus {
        let _ = element.focus();
    }
    Some(copied)
}
