//! What the page tells its own document: attributes the stylesheet reads, the title, focus, print.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::{body, document, document_element, window};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

/// Sets or removes `data-{name}` on `<html>`: theme, text size, row density, readiness.
pub fn set_root(name: &str, value: Option<&str>) {
    let name = format!("data-{name}");
    let root = document_element();
    // Setting an attribute fails only for a name that is no name; ours are written here.
    let _ = match value {
        Some(value) => root.set_attribute(&name, value),
        None => root.remove_attribute(&name),
    };
}

/// Tells the stylesheet which screen is shown: `data-screen` and the whole address `data-at` on `<body>`.
pub fn set_screen(screen: &str, at: &str) {
    let _ = body().set_attribute("data-screen", screen);
    let _ = body().set_attribute("data-at", at);
}

/// Sets the window's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Puts the focus on the element with this id; false when it is not there.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Puts the focus on the first element that matches `selector`; false when there is none.
pub fn focus_first(selector: &str) -> bool {
    let element = document().query_selector(selector).ok().flatten();
    let element = element.and_then(|e| e.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Moves the focus among the visible elements that match `selector`, one step down (1) or up (-1) from the one that has
/// it; false when none of them has it, or there is none in that direction.
pub fn step_within(selector: &str, step: i32) -> bool {
    let Ok(all) = document().query_selector_all(selector) else { return false };
    let Some(active) = document().active_element() else { return false };
    let here = (0..all.length()).find(|at| all.item(*at).is_some_and(|node| node == *active.as_ref()));
    let next = here.and_then(|here| here.checked_add_signed(step)).and_then(|at| all.item(at));
    let next = next.and_then(|node| node.dyn_into::<HtmlElement>().ok());
    next.is_some_and(|element| element.focus().is_ok())
}

/// Scrolls to the element with this id and puts the focus on it, as a link within a document does.
pub fn go_to(id: &str) {
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        element.scroll_into_view();
        // Focusable by its tabindex; focusing scrolls no further, for it is in view.
        let _ = element.focus();
    }
}

/// Scrolls until the first element that matches `selector` stands whole between the topbar and the totals.
pub fn reveal(selector: &str) {
    const TOP: f64 = 100.0;
    const BOTTOM: f64 = 72.0;
    let Some(element) = document().query_selector(selector).ok().flatten() else { return };
    let (rect, inner) =
        (element.get_bounding_client_rect(), window().inner_height().ok().and_then(|h| h.as_f64()));
    let below = rect.bottom() - (inner.unwrap_or(0.0) - BOTTOM);
    // Its beginning matters more than its end.
    let by = below.max(0.0).min(rect.top() - TOP);
    if by.abs() > 0.5 && (below > 0.0 || rect.top() < TOP) {
        window().scroll_by_with_x_and_y(0.0, by);
    }
}

/// The element that has the focus, so that it can be given back.
pub fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// True when no element has the focus, as after the one that had it is gone.
pub fn focus_is_nowhere() -> bool {
    document().active_element().is_none_or(|element| element == *body())
}

/// True when an element inside the one with this id has the focus.
pub fn focus_is_within(id: &str) -> bool {
    let (outer, inner) = (document().get_element_by_id(id), document().active_element());
    outer.zip(inner).is_some_and(|(outer, inner)| outer != inner && outer.contains(Some(&inner)))
}

/// True while some text of the page is selected.
pub fn has_selection() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}

/// Calls `then` whenever the page is hidden or closed, for what must not be lost; ends when the listener is dropped.
pub fn on_hidden(then: impl Fn() + 'static) -> EventListener {
    EventListener::new(&document(), "visibilitychange", move |_| {
        if document().hidden() {
            then();
        }
    })
}

/// True while a native dialog is open: keys then belong to the dialog.
pub fn dialog_open() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}

/// Back to the top, as after a change of page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Does something when the next frame is made, before it is laid out: what is measured then is not laid out twice.
pub fn in_frame(then: impl FnOnce() + 'static) {
    // A window always takes it.
    let _ = window().request_animation_frame(Closure::once_into_js(then).unchecked_ref());
}

/// Does something once the next frame is on the screen, where it is when the frame after it is made.
pub fn after_frame(then: impl FnOnce() + 'static) {
    in_frame(|| {
        in_frame(|| {
            Timeout::new(0, then).forget();
        });
    });
}

/// Opens the browser's print dialog; the print styles leave the paper alone on the sheet.
pub fn print() {
    // Refused inside a sandboxed frame only; there is nothing to print to then.
    let _ = window().print();
}

/// True while the machine asks for dark colours.
pub fn machine_is_dark() -> bool {
    window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches())
}
