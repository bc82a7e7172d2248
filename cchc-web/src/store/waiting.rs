//! Files that wait to be taken in, kept in the browser until a person has decided: over a reload, and while another
//! plan is open.

use yew::platform::spawn_local;

use super::handle::Store;
use super::incoming::Incoming;
use crate::platform::storage::AnyBackend;
use crate::strings::exchange as text;

/// The files.
const FILES: &str = "tep-cho";
/// What was decided about their conflicts.
const DECIDED: &str = "da-chon";

/// What of the waiting files has changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Waiting {
    /// The files themselves, or that any wait.
    Files,
    /// What was decided about them.
    Decided,
}

impl Store {
    /// Whether files that wait are there after a reload: localStorage is too small for them.
    pub fn keeps_waiting(&self) -> bool {
        self.vault().is_some_and(|vault| matches!(vault.backend(), AnyBackend::Idb(_)))
    }

    /// Keeps the files that wait, or forgets them where none waits any more.
    pub(super) fn keep_waiting(&self, what: Waiting) {
        let (Some(vault), Some(slot)) = (self.vault().filter(|_| self.keeps_waiting()), self.slot()) else {
            return;
        };
        let incoming = self.incoming();
        let mut values = vec![(DECIDED, incoming.as_ref().map(Incoming::decided_text))];
        if what == Waiting::Files {
            values.push((FILES, incoming.as_ref().map(Incoming::files_text)));
        }
        let store = self.clone();
        spawn_local(async move {
            // What is not forgotten waits once more, and brings nothing new.
            if vault.put_beside(&slot, &values).await.is_err() && incoming.is_some() {
                store.notify(text::WAITING_NOT_KEPT);
            }
        });
    }

    /// Looks for files that wait for the plan that was opened under `slot`.
    pub(super) fn recall_waiting(&self, slot: String) {
        let store = self.clone();
        spawn_local(async move {
            let Some(vault) = store.vault() else { return };
            let files = match vault.get_beside(&slot, FILES).await {
                Ok(Some(files)) => files,
                Ok(None) => return,
                Err(_) => String::new(),
            };
            let decided = vault.get_beside(&slot, DECIDED).await.ok().flatten();
            let kept = Incoming::of_text(&files, decided.as_deref());
            if store.slot().as_ref() != Some(&slot) {
                return;
            }
            match (kept, store.incoming()) {
                (Some(kept), Some(came)) => store.set_incoming(Some(kept.joined(came)), Waiting::Files),
                (Some(kept), None) => store.show_waiting(kept),
                (None, _) => {
                    store.keep_waiting(Waiting::Files);
                    store.notify(text::WAITING_LOST);
                }
            }
        });
    }
}
