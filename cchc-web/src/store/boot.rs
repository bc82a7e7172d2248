//! The start: settings at once, storage as soon as it answers, then the file that was last open.

use serde::{Deserialize, Serialize};
use std::rc::Rc;

use yew::platform::spawn_local;

use super::handle::Store;
use super::prefs::Prefs;
use crate::platform::storage::{AnyBackend, LocalBackend, Vault, slot, watch};
use crate::platform::{ids, panic, typed};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;

/// The small value that names the file last open.
pub(super) const OPEN: &str = "mo";
/// The small value that holds the settings.
const PREFS: &str = "cai-dat";

/// Settings as they are kept, in two places: localStorage answers at once, IndexedDB survives a kill. The higher turn
/// is the later one.
#[derive(Default, Serialize, Deserialize)]
struct KeptPrefs {
    turn: u64,
    prefs: Prefs,
}

impl Store {
    /// Starts: call once. Gives back what ends it again.
    pub(super) fn start<R: Fn() + 'static>(&self, redraw: R) -> impl FnOnce() + use<R> {
        self.set_redraw(redraw);
        let kept = LocalBackend::open().ok().and_then(|local| local.read(&slot::quick(PREFS)));
        if let Some(kept) = kept.and_then(|text| serde_json::from_str::<KeptPrefs>(&text).ok()) {
            self.take_prefs(kept);
        }
        let store = self.clone();
        spawn_local(async move { store.open_storage().await });
        let store = self.clone();
        panic::offer(move || store.export_if_free());
        let store = self.clone();
        let tabs = watch(move |slot, revision| {
            let store = store.clone();
            spawn_local(async move { store.follow(&slot, revision).await });
        });
        let store = self.clone();
        let loud = EventListenerOptions::enable_prevent_default();
        let leaving =
            EventListener::new_with_options(&gloo_utils::window(), "beforeunload", loud, move |event| {
                if store.status().at_risk() || typed::is_left() {
                    event.prevent_default();
                    // Older browsers ask only when a value is returned.
                    if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
                        event.set_return_value("chua-luu");
                    }
                }
            });
        let backups = self.back_up_at_times();
        let typing = typed::watch();
        move || drop((tabs, leaving, backups, typing))
    }

    async fn open_storage(&self) {
        let vault = Rc::new(Vault::new(AnyBackend::open().await, ids::short_id()));
        *self.0.vault.borrow_mut() = Some(Rc::clone(&vault));
        let mut kept = vault.get_smalls([PREFS, OPEN]).await.unwrap_or_default().into_iter();
        let (prefs, open) = (kept.next().flatten(), kept.next().flatten());
        if let Some(text) = prefs
            && let Ok(kept) = serde_json::from_str::<KeptPrefs>(&text)
            && kept.turn > self.0.prefs_turn.get()
        {
            self.take_prefs(kept);
        }
        // The database may be gone and its mirror still be there.
        let open = open.or_else(|| LocalBackend::open().ok()?.read(&slot::quick(OPEN)));
        if let Some(slot) = open {
            // What cannot be opened is listed in Trao đổi tệp; the page then begins at Mở đầu.
            if let Err(error) = self.open_stored(&slot).await {
                self.notify(error.to_string());
            }
        }
        self.0.ready.set(true);
        self.redraw();
    }

    /// Keeps the settings in both places.
    pub(super) fn keep_prefs(&self) {
        let turn = self.0.prefs_turn.get() + 1;
        self.0.prefs_turn.set(turn);
        let kept = KeptPrefs { turn, prefs: (*self.prefs()).clone() };
        let Ok(text) = serde_json::to_string(&kept) else { return };
        if let Ok(local) = LocalBackend::open() {
            // A full localStorage is no loss: IndexedDB keeps the settings too.
            let _ = local.write(&slot::quick(PREFS), &text);
        }
        let store = self.clone();
        spawn_local(async move {
            if let Some(vault) = store.vault()
                && let Err(error) = vault.put_small(PREFS, &text).await
            {
                store.say(error.to_string());
            }
        });
    }

    fn take_prefs(&self, kept: KeptPrefs) {
        self.0.prefs_turn.set(kept.turn);
        kept.prefs.show();
        *self.0.prefs.borrow_mut() = Rc::new(kept.prefs);
        self.redraw();
    }

    /// The open file for the message after a failure, unless the failure struck in the middle of a change.
    fn export_if_free(&self) -> Option<(String, String)> {
        self.0.session.try_borrow().ok()?;
        self.0.prefs.try_borrow().ok()?;
        self.export()
    }
}
