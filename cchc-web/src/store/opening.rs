//! Opening files: from disk, from storage, from the built-in examples. Nothing that storage holds is replaced unseen.

use std::rc::Rc;

use cchc_core::diagnostic::Diagnostic;
use cchc_core::exchange::{self, PlanFile, ReadError, Reading};
use chrono::NaiveDateTime;
use gloo_timers::future::TimeoutFuture;

use super::doubtful::{Doubt, Doubtful};
use super::handle::Store;
use super::incoming::Received;
use super::session::Session;
use super::status::SaveStatus;
use super::steps::{STEPS, Steps};
use super::{parts, saver};
use crate::platform::clock;
use crate::platform::files::OpenedFile;
use crate::platform::storage::mirror;
use crate::platform::storage::{AnyBackend, Backend, Loaded, Part, Quarantined, Reason, StorageError, Vault};
use crate::strings::{exchange as words, opening, storage as text};

/// How often a save under way is looked after, in milliseconds.
const SAVING_POLL_MS: u32 = 20;

/// What opening a file told.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Findings, each with its place and what to do.
    pub findings: Vec<Diagnostic>,
    /// Whether storage held another state of this plan, which is now kept beside it.
    pub kept_beside: bool,
}

/// Why a file was not opened. What was open is still open.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// Not a file that can be read; the message says what and what to do.
    Read(ReadError),
    /// Storage did not give it.
    Storage(StorageError),
    /// Storage has nothing of that name that can be read; what there was lies in quarantine.
    Gone,
    /// It is an office's part of the plan that is open: it waits in Trao đổi tệp to be taken in.
    Waits,
    /// Not all of it could be read: the page asks whether it shall take the place of the open plan.
    Asks,
    /// What is open has changes that could not be saved: opening another file would lose them.
    Unsaved,
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Read(error) => {
                write!(f, "{} {}", words::capital(&error.to_string()), words::capital(error.hint()))
            }
            Self::Storage(error) => error.fmt(f),
            Self::Gone => f.write_str(words::GONE),
            Self::Waits => f.write_str(words::PART_WAITS),
            Self::Asks => f.write_str(opening::OPEN_DOUBTFUL),
            Self::Unsaved => f.write_str(words::UNSAVED),
        }
    }
}

/// What storage had of a plan that is being opened.
enum InStorage {
    Nothing,
    Same { at: NaiveDateTime },
    KeptBeside,
}

/// A file read from storage.
pub(super) struct FromStorage {
    pub(super) file: PlanFile,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) saved_at: NaiveDateTime,
    /// What can be taken back and done again.
    pub(super) steps: Steps,
    /// Whether something was broken, so that the next save must carry everything.
    pub(super) damaged: bool,
}

impl Store {
    /// Opens a file that was chosen or dropped.
    ///
    /// # Errors
    /// [`OpenError`] in Vietnamese; what was open stays open.
    pub async fn open_bytes(&self, opened: OpenedFile) -> Result<Opened, OpenError> {
        let reading = exchange::read_bytes(&opened.bytes).map_err(OpenError::Read)?;
        let takes_in = |open: &PlanFile| open.id == reading.file.id && open.part.is_none();
        if reading.file.part.is_some() && self.file().is_some_and(|open| takes_in(&open)) {
            self.receive(vec![Received::of(opened.name, opened.bytes, reading)]);
            return Err(OpenError::Waits);
        }
        let doubt = self.file().and_then(|open| Doubt::of(&opened.name, &reading, &open));
        if let Some(doubt) = doubt {
            self.ask_about(Doubtful { opened, reading, doubt: Rc::new(doubt) });
            return Err(OpenError::Asks);
        }
        Box::pin(self.open_read(opened, reading)).await
    }

    /// Opens a file that was read.
    pub(super) async fn open_read(&self, opened: OpenedFile, reading: Reading) -> Result<Opened, OpenError> {
        let Reading { file, diagnostics, .. } = reading;
        let entries = file.journal.len();
        let opened_file = self.adopt(file, diagnostics).await?;
        *self.0.handle.borrow_mut() = opened.handle;
        if let Some(slot) = self.slot() {
            self.is_on_disk(&slot, &opened.name, entries);
        }
        Ok(opened_file)
    }

    /// Opens a file that is not in storage under this state: what storage holds of the same plan is kept beside it.
    ///
    /// # Errors
    /// [`OpenError::Storage`] when storage could not be asked.
    pub async fn adopt(&self, file: PlanFile, findings: Vec<Diagnostic>) -> Result<Opened, OpenError> {
        let slot = file.id.to_string();
        if self.file().is_some_and(|open| open.id == file.id) {
            // A second net: what is open is in storage, and set beside where it differs.
            let _ = self.backup(Reason::Opening).await;
        }
        loop {
            self.make_room().await?;
            let moment = self.moment();
            let stored = match self.vault() {
                Some(vault) => self.set_beside(&vault, &slot, &file).await.map_err(OpenError::Storage)?,
                None => InStorage::Nothing,
            };
            if !self.is_at(moment.as_ref()) {
                // Somebody went on writing while storage answered: what it has of this plan is another state now.
                continue;
            }
            let kept_beside = matches!(stored, InStorage::KeptBeside);
            if let InStorage::Same { at } = stored {
                self.show(Session::stored(slot, file), SaveStatus::Saved { at }, findings.clone());
            } else {
                self.show(Session::unsaved(slot, file), SaveStatus::Saving, findings.clone());
                self.save();
            }
            if kept_beside {
                self.notify(words::KEPT_STORED);
            }
            self.back_up_opened();
            return Ok(Opened { findings, kept_beside });
        }
    }

    /// Sets what storage holds under `slot` beside, if it is another state than `file`.
    async fn set_beside(
        &self,
        vault: &Vault<AnyBackend>,
        slot: &str,
        file: &PlanFile,
    ) -> Result<InStorage, StorageError> {
        let Some(stored) = load(vault, slot).await? else { return Ok(InStorage::Nothing) };
        if stored.file == *file {
            return Ok(InStorage::Same { at: stored.saved_at });
        }
        keep_beside(vault, slot, &stored).await?;
        Ok(InStorage::KeptBeside)
    }

    /// Opens an example: the copy that storage has of it, with this person's changes, or a fresh one.
    ///
    /// # Errors
    /// [`OpenError::Storage`] when storage could not be asked.
    pub async fn open_example(&self, file: PlanFile) -> Result<(), OpenError> {
        match self.open_stored(file.id.as_str()).await {
            Ok(()) => Ok(()),
            Err(OpenError::Gone) => self.adopt(file, Vec::new()).await.map(|_| ()),
            Err(error) => Err(error),
        }
    }

    /// Opens what the browser keeps under `slot`.
    ///
    /// # Errors
    /// [`OpenError::Gone`] when nothing of it can be read.
    pub async fn open_stored(&self, slot: &str) -> Result<(), OpenError> {
        let vault = self.vault().ok_or(OpenError::Gone)?;
        loop {
            self.make_room().await?;
            let moment = self.moment();
            let stored = load(&vault, slot).await.map_err(OpenError::Storage)?;
            if !self.is_at(moment.as_ref()) {
                continue;
            }
            let Some(FromStorage { file, findings, saved_at, steps, damaged }) = stored else {
                return self.open_mirror(slot);
            };
            if damaged {
                self.show(Session::unsaved(slot, file), SaveStatus::Saving, findings);
                self.notify(text::DAMAGED);
                self.save();
            } else {
                let session = Session::stored(slot, file).with_steps(steps);
                self.show(session, SaveStatus::Saved { at: saved_at }, findings);
            }
            self.back_up_opened();
            return Ok(());
        }
    }

    /// Waits until nothing would be lost if another file took the place of the open one. Who awaits something between
    /// this and [`Store::show`] asks [`Store::is_at`] whether an edit came between.
    pub(super) async fn make_room(&self) -> Result<(), OpenError> {
        let mut asked = false;
        while self.has_the_only_copy() {
            if self.is_saving() {
                TimeoutFuture::new(SAVING_POLL_MS).await;
            } else if asked {
                return Err(OpenError::Unsaved);
            } else {
                asked = true;
                self.save();
            }
        }
        Ok(())
    }

    /// Opens the mirror of a file of which storage has nothing that can be read.
    fn open_mirror(&self, slot: &str) -> Result<(), OpenError> {
        let mirrored = mirror::find(slot).ok_or(OpenError::Gone)?;
        let Reading { file, diagnostics, .. } = exchange::read(&mirrored).map_err(|_| OpenError::Gone)?;
        self.show(Session::unsaved(slot, file), SaveStatus::Saving, diagnostics);
        self.notify(text::FROM_MIRROR);
        self.save();
        Ok(())
    }

    /// Another tab saved `revision` of the open file: takes it over when this tab has nothing of its own.
    pub(super) async fn follow(&self, slot: &str, revision: u64) {
        let quiet = self.slot().as_deref() == Some(slot) && !self.status().at_risk();
        let Some(vault) = self.vault().filter(|_| quiet) else { return };
        if vault.revision(slot).await != Ok(Some(revision)) {
            return;
        }
        let Ok(Some(stored)) = load(&vault, slot).await else { return };
        // Work may have begun while storage answered; the flip's guard then keeps both.
        if self.slot().as_deref() == Some(slot) && !self.status().at_risk() && !stored.damaged {
            let handle = self.0.handle.borrow().clone();
            let saved = SaveStatus::Saved { at: stored.saved_at };
            let session = Session::stored(slot, stored.file).with_steps(stored.steps);
            self.show(session, saved, stored.findings);
            *self.0.handle.borrow_mut() = handle;
            self.say(words::FOLLOWED);
        }
    }

    /// The name and the text of the open file, for saving to disk.
    pub fn export(&self) -> Option<(String, String)> {
        let file = self.file()?;
        let office = self.prefs().who.office().map(str::to_owned);
        let office = office.and_then(|id| file.offices.get_str(&id).map(|office| office.short_name.clone()));
        Some((words::file_name(&file, office.as_deref(), clock::now()), file.to_json()))
    }
}

/// Reads a file from storage through the core's door; what makes no sense goes to quarantine.
pub(super) async fn load<B: Backend>(
    vault: &Vault<B>,
    slot: &str,
) -> Result<Option<FromStorage>, StorageError> {
    let Some(loaded) = vault.load(slot).await? else { return Ok(None) };
    let damaged = !loaded.damage.is_empty();
    if let Some(reading) = read(&loaded) {
        return Ok(Some(from_storage(reading, &loaded, damaged)));
    }
    let reason = text::UNREADABLE;
    let bad = loaded.parts.iter().map(|(part, raw)| Quarantined {
        slot: slot.to_owned(),
        part: part.clone(),
        reason: reason.to_owned(),
        raw: raw.clone(),
    });
    vault.quarantine(&bad.collect::<Vec<_>>()).await?;
    let Some(before) = vault.load_before(slot).await? else { return Ok(None) };
    Ok(read(&before).map(|reading| from_storage(reading, &before, true)))
}

fn read(loaded: &Loaded) -> Option<Reading> {
    exchange::read(&parts::join(&loaded.parts).ok()?).ok()
}

fn from_storage(reading: Reading, loaded: &Loaded, damaged: bool) -> FromStorage {
    let Reading { file, diagnostics, .. } = reading;
    let steps = loaded.parts.iter().find(|(name, _)| name == STEPS);
    let steps = steps.map(|(_, text)| Steps::of_text(text)).unwrap_or_default();
    FromStorage { file, findings: diagnostics, saved_at: loaded.saved_at, steps, damaged }
}

/// Saves what storage holds under a name of its own.
async fn keep_beside(
    vault: &Vault<AnyBackend>,
    slot: &str,
    stored: &FromStorage,
) -> Result<(), StorageError> {
    let revision = vault.revision(slot).await?.unwrap_or_default();
    let copy = saver::copy_name(slot, vault.tab(), revision);
    let parts: Vec<Part> = parts::split(&stored.file, None);
    vault.save(&copy, &saver::called(&stored.file.plan), stored.saved_at, &parts).await.map(|_| ()).map_err(
        |error| match error {
            crate::platform::storage::SaveError::Storage(error) => error,
            other => StorageError::Failed(other.to_string()),
        },
    )
}
