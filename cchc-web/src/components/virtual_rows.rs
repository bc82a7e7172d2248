//! The body of a long table: only the rows near the screen are there.
//!
//! The page itself scrolls, so heads and totals stay sticky. Up to [`WHOLE`] rows everything is rendered, and the
//! browser's own search finds every row; beyond that a window of rows stands between two spacers. Printed, all are there.

use std::ops::Range;

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::platform::dom;

/// Up to this many rows nothing is left out.
const WHOLE: usize = 200;
/// Rows rendered above and below the screen, so that a quick scroll meets rows and not a gap.
const AHEAD: usize = 16;
/// The height of a one-line row before one was measured.
const FIRST_GUESS: f64 = 32.0;

/// What the body is given.
#[derive(Properties, PartialEq)]
pub struct VirtualRowsProps {
    /// How many rows there are.
    pub len: usize,
    /// How many columns the spacers span.
    pub columns: usize,
    /// Renders row `at` as a keyed `<tr>`; memoise it on what the rows show.
    pub row: Callback<usize, Html>,
    /// The row that must be on the screen (the one with the keyboard's focus); changing it scrolls there.
    #[prop_or_default]
    pub reveal: Option<usize>,
}

/// A `<tbody>` that holds the rows near the screen.
#[component]
pub fn VirtualRows(props: &VirtualRowsProps) -> Html {
    let body = use_node_ref();
    let height = use_mut_ref(|| FIRST_GUESS);
    let window = use_state_eq(|| 0..WHOLE.min(AHEAD * 2));
    let len = props.len;
    let whole = len <= WHOLE;
    let shown = if whole { 0..len } else { window.start.min(len)..window.end.min(len) };

    {
        let (body, window, height) = (body.clone(), window.clone(), height.clone());
        use_effect_with((len, whole), move |_| {
            let (printed, window) = (window.clone(), window);
            let update = move || {
                if let Some(body) = body.cast::<Element>() {
                    window.set(near_screen(&body, *height.borrow(), len));
                }
            };
            let listeners = (!whole).then(|| {
                dom::in_frame(update.clone());
                let target = gloo_utils::window();
                let passive = EventListenerOptions { passive: true, ..EventListenerOptions::default() };
                // On paper nothing is left out: a list that ends where the screen did would pass for the whole.
                let printing = EventListener::new(&target, "beforeprint", move |_| printed.set(0..len));
                let moving = ["scroll", "resize", "afterprint"].map(|kind| {
                    let update = update.clone();
                    EventListener::new_with_options(&target, kind, passive, move |_| update())
                });
                (printing, moving)
            });
            move || drop(listeners)
        });
    }
    {
        let (body, height) = (body.clone(), height.clone());
        use_effect_with((shown.clone(), len), move |(shown, len)| {
            let (shown, len) = (shown.clone(), *len);
            let Some(found) = body.cast::<Element>().filter(|_| !whole) else { return };
            // What a row is high may have to be learnt; what is known is enough until then.
            hold_places(&found, &shown, len, *height.borrow());
            dom::in_frame(move || {
                if let Some(body) = body.cast::<Element>() {
                    measure(&body, &shown, len, &mut height.borrow_mut());
                }
            });
        });
    }
    {
        let (body, height) = (body.clone(), height.clone());
        use_effect_with(props.reveal, move |reveal| {
            if let (Some(at), Some(body)) = (*reveal, body.cast::<Element>().filter(|_| !whole)) {
                scroll_to(&body, at, *height.borrow());
            }
        });
    }

    let spacer = |name: &'static str| html! { <tr class="spacer" data-end={name} aria-hidden="true"><td colspan={props.columns.to_string()} /></tr> };
    html! {
        <tbody ref={body}>
            if !whole { {spacer("top")} }
            {for shown.map(|at| props.row.emit(at))}
            if !whole { {spacer("bottom")} }
        </tbody>
    }
}

fn near_screen(body: &Element, height: f64, len: usize) -> Range<usize> {
    let inner = gloo_utils::window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(768.0);
    window_of(body.get_bounding_client_rect().top(), inner, height, len)
}

/// Which rows are near a screen of `inner` pixels, when the first row begins at `top` on it.
fn window_of(top: f64, inner: f64, height: f64, len: usize) -> Range<usize> {
    let above = (-top / height).max(0.0) as usize;
    let start = above.saturating_sub(AHEAD).min(len);
    let end = above + (inner / height).ceil() as usize + AHEAD;
    // Whole steps: the window moves every few rows, not at every pixel.
    let start = start - start % 8;
    start..end.next_multiple_of(8).min(len)
}

/// Learns the height of a row; the spacers follow.
fn measure(body: &Element, shown: &Range<usize>, len: usize, height: &mut f64) {
    let rows = body.children();
    let (Some(first), Some(last)) = (rows.item(1), rows.item(rows.length().saturating_sub(2))) else {
        return;
    };
    let (first, last) = (first.get_bounding_client_rect(), last.get_bounding_client_rect());
    let measured = (last.bottom() - first.top()) / shown.len().max(1) as f64;
    // A spacer that changes at every scroll makes the page tremble: small differences between rows are let be.
    if measured > 1.0 && (measured - *height).abs() / *height > 0.02 {
        *height = measured;
        hold_places(body, shown, len, measured);
    }
}

/// The spacers are as high as the rows that they stand for.
fn hold_places(body: &Element, shown: &Range<usize>, len: usize, height: f64) {
    set_height(body, "top", shown.start as f64 * height);
    set_height(body, "bottom", len.saturating_sub(shown.end) as f64 * height);
}

fn set_height(body: &Element, end: &str, pixels: f64) {
    let cell = body.query_selector(&format!(".spacer[data-end={end}] > td")).ok().flatten();
    if let Some(cell) = cell.and_then(|c| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(c).ok()) {
        // The style object is allowed where a style attribute is refused (CSP).
        let _ = cell.style().set_property("height", &format!("{pixels:.0}px"));
    }
}

fn scroll_to(body: &Element, at: usize, height: f64) {
    let window = gloo_utils::window();
    let inner = window.inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(768.0);
    let top = body.get_bounding_client_rect().top() + at as f64 * height;
    if top < 120.0 || top + height > inner - 80.0 {
        let by = top - inner / 2.0;
        window.scroll_by_with_x_and_y(0.0, by);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_covers_the_screen_and_stays_inside() {
        let at_top = window_of(300.0, 768.0, 32.0, 20_000);
        assert_eq!(at_top.start, 0);
        assert!(at_top.end >= 24 + AHEAD && at_top.end < 120);

        let middle = window_of(-32_000.0, 768.0, 32.0, 20_000);
        assert!(middle.start <= 1000 - AHEAD + 8 && middle.end >= 1024 + AHEAD - 8, "{middle:?}");

        let end = window_of(-640_000.0, 768.0, 32.0, 20_000);
        assert_eq!(end.end, 20_000);
        assert_eq!(window_of(-640_000.0, 768.0, 32.0, 300).end, 300);
    }
}
