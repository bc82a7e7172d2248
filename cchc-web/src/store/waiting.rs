//! Files that wait to be taken in, kept in the browser until a person has decided: over a reload, and while another
//! plan is open.

use yew::platform::spawn_local;

use super::handle::Store;
use super::incoming::Incoming;
use crate::platform::storage::{AnyBackend, Backend, Beside, StorageError, Vault};
use crate::strings::{exchange as text, storage as words};

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
        if self.0.waiting_unread.get() {
            // They are asked for again first: what waits now would take their place unseen.
            return self.recall_waiting(slot);
        }
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

    /// Looks for files that wait for the plan that was opened under `slot`; those that came meanwhile join them.
    pub(super) fn recall_waiting(&self, slot: String) {
        let store = self.clone();
        spawn_local(async move {
            let Some(vault) = store.vault() else { return };
            let recalled = recall(&vault, &slot).await;
            if store.slot().as_ref() != Some(&slot) {
                return;
            }
            let asked_again = store.0.waiting_unread.replace(recalled.is_err());
            let recalled = match recalled {
                Ok(Some(recalled)) => recalled,
                Ok(None) if asked_again => return store.keep_waiting(Waiting::Files),
                Ok(None) => return,
                Err(_) if store.incoming().is_some() => return store.notify(text::WAITING_NOT_KEPT),
                Err(_) => return store.notify(text::WAITING_UNREAD),
            };
            match (recalled.files, store.incoming()) {
                (Some(kept), Some(came)) => store.set_incoming(Some(kept.joined(came)), Waiting::Files),
                (Some(kept), None) => store.show_waiting(kept),
                (None, _) => store.keep_waiting(Waiting::Files),
            }
            if let Some(lost) = recalled.lost {
                store.notify(lost);
            }
        });
    }
}

/// What the browser had of waiting files.
#[derive(Debug)]
pub(super) struct Recalled {
    /// The files, with what was decided; none where they cannot be read.
    pub(super) files: Option<Incoming>,
    /// What lies in quarantine now, in words.
    pub(super) lost: Option<&'static str>,
}

/// What waits for the plan under `slot`, if anything does. What cannot be read lies in quarantine then, as the next files
/// take its place.
pub(super) async fn recall<B: Backend>(
    vault: &Vault<B>,
    slot: &str,
) -> Result<Option<Recalled>, StorageError> {
    let unreadable = || words::UNREADABLE.to_owned();
    let mut files = match vault.get_beside(slot, FILES).await? {
        Beside::Nothing => return Ok(None),
        Beside::Broken => None,
        Beside::Whole(kept) => {
            let files = Incoming::of_text(&kept);
            if files.is_none() {
                vault.quarantine_beside(slot, FILES, unreadable(), kept).await?;
            }
            files
        }
    };
    let mut lost = files.is_none().then_some(text::WAITING_LOST);
    match vault.get_beside(slot, DECIDED).await? {
        Beside::Nothing => {}
        Beside::Broken => lost = lost.or(Some(text::DECIDED_LOST)),
        Beside::Whole(decided) => {
            // Decided about files that are lost, it lies beside them.
            if !files.as_mut().is_some_and(|files| files.take_up(&decided)) {
                vault.quarantine_beside(slot, DECIDED, unreadable(), decided).await?;
                lost = lost.or(Some(text::DECIDED_LOST));
            }
        }
    }
    Ok(Some(Recalled { files, lost }))
}
