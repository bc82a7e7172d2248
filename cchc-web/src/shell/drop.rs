//! A file dropped on the page is opened; several, or any in Trao đổi tệp, are received into the open plan.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::DragEvent;
use yew::prelude::*;

use crate::platform::files;
use crate::route::{Route, Screen};
use crate::store::use_store;

/// Listens for files, and keeps the browser from showing them in place of the page.
#[hook]
pub(super) fn use_drop() {
    let store = use_store();
    use_effect_with((), move |()| {
        let window = gloo_utils::window();
        let loud = EventListenerOptions::enable_prevent_default();
        let over = EventListener::new_with_options(&window, "dragover", loud, |event| {
            if carries_files(event) {
                event.prevent_default();
            }
        });
        let drop_here = EventListener::new_with_options(&window, "drop", loud, move |event| {
            if carries_files(event) {
                event.prevent_default();
                let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                let dropped = files::list(data.and_then(|data| data.files()));
                let is_exchange = Route::current().screen == Screen::Exchange;
                if let [only] = &dropped[..]
                    && store.hand_over(only)
                {
                    return;
                }
                let receives = store.file().is_some() && !store.prefs().who.only_reads();
                if receives && (is_exchange || dropped.len() > 1) {
                    store.receive_chosen(dropped);
                } else {
                    store.open_chosen(dropped);
                }
            }
        });
        move || drop((over, drop_here))
    });
}

fn carries_files(event: &Event) -> bool {
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    data.is_some_and(|data| data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}
