//! What a person has typed that is not in the file yet: a press of Esc, a reload, a closed tab would lose it.
//!
//! A field that was typed into is marked in the document itself, so that the mark goes when the field goes: by saving,
//! by "Bỏ".

use std::cell::Cell;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::document;
use js_sys::Reflect;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, NodeList};

const MARK: &str = "data-typed";
/// Fields that are saved by a press; what is typed elsewhere searches or is kept at once.
const FIELDS: &str =
    "dialog [data-typed], .editor [data-typed], .editing [data-typed], .leaf-form [data-typed]";

thread_local! {
    /// Whether the row that was begun in Nhật ký holds something, on whatever screen the person is now.
    static BEGUN: Cell<bool> = const { Cell::new(false) };
}

/// Marks every field that is typed into, until it is dropped.
pub fn watch() -> EventListener {
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "input", options, |event| {
        let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // A choice that is one press away is no loss.
        if let Some(field) =
            field.filter(|field| !field.matches("[type=radio], [type=file]").unwrap_or(false))
        {
            // Setting an attribute fails only for a name that is no name.
            let _ = field.set_attribute(MARK, "");
        }
    })
}

/// Remembers whether the row begun in Nhật ký holds something.
pub fn set_begun(begun: bool) {
    BEGUN.set(begun);
}

/// Whether anything typed is not in the file yet.
pub fn is_left() -> bool {
    BEGUN.get() || document().query_selector_all(FIELDS).is_ok_and(|fields| any_filled(&fields))
}

/// Whether something typed stands within an element.
pub fn is_within(element: &Element) -> bool {
    element.query_selector_all("[data-typed]").is_ok_and(|fields| any_filled(&fields))
}

/// What was typed is elsewhere too, as on the clipboard.
pub fn forget(id: &str) {
    let field = Document::get_element_by_id(&document(), id);
    // As above.
    let _ = field.map(|field| field.remove_attribute(MARK));
}

/// A field that was emptied again, as by adding its line to a list, loses nothing.
fn any_filled(fields: &NodeList) -> bool {
    let value = |at| Reflect::get(&fields.item(at)?.into(), &"value".into()).ok()?.as_string();
    (0..fields.length()).filter_map(value).any(|value| !value.trim().is_empty())
}
