//! Files that wait to be taken in, kept in the browser until a person has decided: over a reload, and while another
//! plan is open.

use yew::platform::spawn_local;

use super::handle::Store;
use super::incoming::Incoming;
use crate::platform::storage::{AnyBackend, Backend, Beside, CommitError, StorageError, Vault};
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

    /// Keeps the files that wait, or forgets them where none waits any more. What another tab has kept meanwhile, or what
    /// could not be read, is asked for first, and joined: nothing takes its place unseen.
    pub(super) fn keep_waiting(&self, what: Waiting) {
        if let Some(kept) = self.waiting_kept(what) {
            spawn_local(kept);
        }
    }

    /// The same, to be awaited at once: it counts on what stands at the time of the call.
    pub(super) fn waiting_kept(&self, what: Waiting) -> Option<impl Future<Output = ()> + use<>> {
        let vault = self.vault().filter(|_| self.keeps_waiting())?;
        let slot = self.slot()?;
        let incoming = self.incoming();
        let files = incoming.as_ref().map(Incoming::files_text);
        let mut values = vec![(DECIDED, incoming.as_ref().map(Incoming::decided_text))];
        let known = match self.0.kept_waiting.take() {
            // Whoever asks goes on with what waits then.
            Kept::Asking => {
                self.set_kept(Kept::Asking);
                return None;
            }
            Kept::Unread => {
                self.recall_waiting(slot);
                return None;
            }
            Kept::Files(known) => Some(known),
            Kept::Broken => None,
        };
        // What is written in turn stands in turn: the next may count on it.
        self.set_kept(match (what, &known) {
            (Waiting::Files, _) => Kept::Files(files.clone()),
            (Waiting::Decided, Some(known)) => Kept::Files(known.clone()),
            (Waiting::Decided, None) => Kept::Broken,
        });
        if what == Waiting::Files {
            values.push((FILES, files));
        }
        let store = self.clone();
        Some(async move {
            let guard = known.as_ref().map(|known| (FILES, known.as_deref()));
            let Err(error) = vault.put_beside(&slot, &values, guard).await else { return };
            store.set_kept(Kept::Unread);
            match error {
                CommitError::Changed => store.recall_waiting(slot),
                // What is not forgotten waits once more, and brings nothing new.
                CommitError::Storage(_) if incoming.is_some() => store.notify(text::WAITING_NOT_KEPT),
                CommitError::Storage(_) => {}
            }
        })
    }

    fn set_kept(&self, kept: Kept) {
        self.0.kept_waiting.replace(kept);
    }

    /// Looks for files that wait for the plan that was opened under `slot`; those that came meanwhile join them.
    pub(super) fn recall_waiting(&self, slot: String) {
        let store = self.clone();
        let asked_before = matches!(self.0.kept_waiting.replace(Kept::Asking), Kept::Unread);
        spawn_local(async move {
            let Some(vault) = store.vault() else { return };
            let recalled = recall(&vault, &slot).await;
            if store.slot().as_ref() != Some(&slot) {
                store.set_kept(Kept::Unread);
                return;
            }
            let came = store.incoming();
            let Ok(Recalled { files, kept, lost }) = recalled else {
                store.set_kept(Kept::Unread);
                let has_more = asked_before && came.is_some();
                return store.notify(if has_more { text::WAITING_NOT_KEPT } else { text::WAITING_UNREAD });
            };
            let is_broken = matches!(kept, Kept::Broken);
            store.set_kept(kept);
            match (files, came) {
                (Some(kept), Some(came)) => store.set_incoming(Some(kept.joined(came)), Waiting::Files),
                (Some(kept), None) => store.show_waiting(kept),
                (None, came) if is_broken || came.is_some() => store.keep_waiting(Waiting::Files),
                (None, _) => {}
            }
            if let Some(lost) = lost {
                store.notify(lost);
            }
        });
    }
}

/// What the browser had of the files that wait, when it was last asked.
#[derive(Debug, Default)]
pub(super) enum Kept {
    /// It was not asked yet, or gave no answer: some may be there.
    #[default]
    Unread,
    /// It is being asked.
    Asking,
    /// These, as text, or none.
    Files(Option<String>),
    /// Something that cannot be read, and lies in quarantine: it can be written over.
    Broken,
}

/// What the browser had of waiting files.
#[derive(Debug)]
pub(super) struct Recalled {
    /// The files, with what was decided; none where there are none, or they cannot be read.
    pub(super) files: Option<Incoming>,
    /// What stands there.
    pub(super) kept: Kept,
    /// What lies in quarantine now, in words.
    pub(super) lost: Option<&'static str>,
}

/// What waits for the plan under `slot`. What cannot be read lies in quarantine then, as the next files take its place.
pub(super) async fn recall<B: Backend>(vault: &Vault<B>, slot: &str) -> Result<Recalled, StorageError> {
    let unreadable = || words::UNREADABLE.to_owned();
    let [files, decided] = vault.get_beside(slot, [FILES, DECIDED]).await?;
    let (mut files, kept) = match files {
        Beside::Nothing => return Ok(Recalled { files: None, kept: Kept::Files(None), lost: None }),
        Beside::Broken => (None, Kept::Broken),
        Beside::Whole(text) => {
            if let Some(files) = Incoming::of_text(&text) {
                (Some(files), Kept::Files(Some(text)))
            } else {
                vault.quarantine_beside(slot, FILES, unreadable(), text).await?;
                (None, Kept::Broken)
            }
        }
    };
    let mut lost = files.is_none().then_some(text::WAITING_LOST);
    match decided {
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
    Ok(Recalled { files, kept, lost })
}
