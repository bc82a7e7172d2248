//! How tabs hear of each other: the storage event, which every engine delivers between local pages.

use gloo_events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::StorageEvent;

use super::{LocalBackend, slot};

/// Tells other tabs that `file` now has this revision.
pub fn announce(file: &str, revision: u64) {
    if let Ok(local) = LocalBackend::open() {
        // Best effort: the guard at the flip is what protects; this only makes tabs notice sooner.
        let _ = local.write(&key(file), &revision.to_string());
    }
}

/// Calls `on` with the file's slot and revision whenever another tab announces one; until dropped.
pub fn watch(on: impl Fn(String, u64) + 'static) -> EventListener {
    EventListener::new(&gloo_utils::window(), "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        let Some(key) = event.key() else { return };
        let prefix = format!("{}f/", slot::root());
        let file = key.strip_prefix(&prefix).and_then(|rest| rest.strip_suffix("/revision"));
        let revision = event.new_value().and_then(|value| value.parse().ok());
        if let (Some(file), Some(revision)) = (file, revision) {
            on(file.to_owned(), revision);
        }
    })
}

fn key(file: &str) -> String {
    format!("{}revision", slot::of_file(file))
}
