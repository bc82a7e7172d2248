//! The handle that does things.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use cchc_core::diagnostic::Diagnostic;
use cchc_core::exchange::{Author, Change, ChangeError, Edit, PlanFile};
use cchc_core::id::{OfficeId, WriterId};
use cchc_core::text::capitalized;
use gloo_timers::callback::Timeout;
use yew::AttrValue;
use yew::platform::spawn_local;

use super::backups::Due;
use super::context::{Notices, Offer, Open, Seen, Snack};
use super::disk::OnDisk;
use super::doubtful::Doubtful;
use super::incoming::Incoming;
use super::prefs::Prefs;
use super::saver::{self, Met, Outcome};
use super::session::Session;
use super::status::SaveStatus;
use super::waiting::Kept;
use crate::platform::files::{FileHandle, OpenedFile};
use crate::platform::storage::{self, AnyBackend, Vault};
use crate::platform::{clock, ids};
use crate::strings::{backups, shell as text};

/// How long after a save the file is mirrored.
const MIRROR_AFTER_MS: u32 = 2_000;
/// A file with more activities is too large for a mirror, and too large to write as a whole in passing.
const MIRRORED_ACTIVITIES: usize = 3_000;

/// Does things to the open file and the settings. Cheap to clone; equal to itself for ever, so that a component that
/// only acts is never rendered again.
#[derive(Clone)]
pub struct Store(pub(super) Rc<Inner>);

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

pub(super) struct Inner {
    pub(super) session: RefCell<Option<Session>>,
    pub(super) prefs: RefCell<Rc<Prefs>>,
    pub(super) status: RefCell<SaveStatus>,
    pub(super) notices: RefCell<Notices>,
    pub(super) handle: RefCell<Option<FileHandle>>,
    pub(super) vault: RefCell<Option<Rc<Vault<AnyBackend>>>>,
    pub(super) prefs_turn: Cell<u64>,
    pub(super) ready: Cell<bool>,
    /// Files received that wait to be taken in.
    pub(super) incoming: RefCell<Option<Incoming>>,
    /// What the browser had of them.
    pub(super) kept_waiting: RefCell<Kept>,
    /// Files were taken in, and the browser has not saved that yet.
    pub(super) taken: Cell<bool>,
    /// A file that is no plan file, on its way to the screen that reads it.
    pub(super) handed: RefCell<Option<OpenedFile>>,
    /// A file of which not all could be read, that may take the place of the open one.
    pub(super) doubtful: RefCell<Option<Doubtful>>,
    snack: RefCell<Option<Snack>>,
    snacks: Cell<u64>,
    saving: Cell<bool>,
    mirroring: RefCell<Option<Timeout>>,
    pub(super) due: RefCell<Due>,
    pub(super) on_disk: RefCell<Option<OnDisk>>,
    writer: WriterId,
    redraw: RefCell<Option<Box<dyn Fn()>>>,
}

impl Store {
    pub(super) fn new() -> Self {
        let writer = WriterId::new(ids::new_id()).expect("a new id is made of letters and digits");
        Self(Rc::new(Inner {
            session: RefCell::default(),
            prefs: RefCell::default(),
            status: RefCell::default(),
            notices: RefCell::default(),
            handle: RefCell::default(),
            vault: RefCell::default(),
            prefs_turn: Cell::new(0),
            ready: Cell::new(false),
            incoming: RefCell::default(),
            kept_waiting: RefCell::default(),
            taken: Cell::new(false),
            handed: RefCell::default(),
            doubtful: RefCell::default(),
            snack: RefCell::default(),
            snacks: Cell::new(0),
            saving: Cell::new(false),
            mirroring: RefCell::default(),
            due: RefCell::default(),
            on_disk: RefCell::default(),
            writer,
            redraw: RefCell::default(),
        }))
    }

    /// Edits the open file: all of `edits` or none. `label` says what is done in a few words: "Ghi hoạt động".
    ///
    /// # Errors
    /// [`ChangeError`], in Vietnamese, for the form to show; nothing changed then.
    pub fn edit(&self, label: impl Into<String>, edits: Vec<Edit>) -> Result<(), ChangeError> {
        let change = Change { author: self.author(), label: label.into(), edits };
        let changed = match self.0.session.borrow_mut().as_mut() {
            Some(session) => session.apply(&change)?,
            None => false,
        };
        if changed {
            self.save();
            self.redraw();
        }
        Ok(())
    }

    /// Like [`Store::edit`], and says `done` at the top of the page with "Hoàn tác" beside it.
    ///
    /// # Errors
    /// As [`Store::edit`].
    pub fn edit_and_say(
        &self,
        label: impl Into<String>,
        edits: Vec<Edit>,
        done: impl Into<AttrValue>,
    ) -> Result<(), ChangeError> {
        self.edit(label, edits)?;
        self.snack(done.into(), Offer::Undo);
        Ok(())
    }

    /// Hoàn tác: takes the nearest change back, as a change of its own; also one from before a reload.
    pub fn undo(&self) {
        if self.undo_reception() {
            return;
        }
        let author = self.author();
        let undone = self.0.session.borrow_mut().as_mut().map_or(Ok(None), |session| session.undo(author));
        self.stepped(undone, text::undone, text::not_undone, text::NOTHING_TO_UNDO, Offer::Redo);
    }

    /// Làm lại: does again what was taken back.
    pub fn redo(&self) {
        let author = self.author();
        let redone = self.0.session.borrow_mut().as_mut().map_or(Ok(None), |session| session.redo(author));
        self.stepped(redone, text::redone, text::not_redone, text::NOTHING_TO_REDO, Offer::Undo);
    }

    /// Says how a step back or forth ended, and saves it.
    fn stepped(
        &self,
        outcome: Result<Option<String>, ChangeError>,
        done: fn(&str) -> String,
        not_done: fn(&str) -> String,
        nothing: &'static str,
        offer: Offer,
    ) {
        match outcome {
            Ok(Some(label)) => {
                self.snack(done(&label).into(), offer);
                self.save();
            }
            Ok(None) => self.snack(AttrValue::Static(nothing), Offer::Nothing),
            Err(error) => self.notify(not_done(&error.to_string())),
        }
    }

    /// Says something at the top of the page for a while.
    pub fn say(&self, words: impl Into<AttrValue>) {
        self.snack(words.into(), Offer::Nothing);
    }

    /// Takes that message away.
    pub fn hush(&self) {
        self.0.snack.take();
        self.redraw();
    }

    /// Leaves a message at the top until a person takes it away.
    pub fn notify(&self, words: impl Into<AttrValue>) {
        // What the core says of an edit begins in the middle of a sentence.
        let words: AttrValue = words.into();
        let words = AttrValue::from(capitalized(&words));
        let mut notices = self.0.notices.borrow().clone();
        if !notices.messages.contains(&words) {
            Rc::make_mut(&mut notices.messages).push(words);
        }
        *self.0.notices.borrow_mut() = notices;
        self.redraw();
    }

    /// Takes the messages at the top away; findings stay for Trao đổi tệp.
    pub fn clear_notices(&self) {
        self.0.notices.borrow_mut().messages = Rc::default();
        self.redraw();
    }

    /// Changes the settings: seen at once, kept at once.
    pub fn set_prefs(&self, prefs: Prefs) {
        prefs.show();
        *self.0.prefs.borrow_mut() = Rc::new(prefs);
        self.keep_prefs();
        self.redraw();
    }

    /// The settings as they are now, for handlers.
    pub fn prefs(&self) -> Rc<Prefs> {
        let mut prefs = Rc::clone(&self.0.prefs.borrow());
        let plan_is_newer = self.file().is_some_and(|file| file.is_read_only());
        if prefs.plan_is_newer != plan_is_newer {
            Rc::make_mut(&mut prefs).plan_is_newer = plan_is_newer;
        }
        prefs
    }

    /// The open file as it is now, for handlers; pages use [`super::use_plan`].
    pub fn file(&self) -> Option<Rc<PlanFile>> {
        self.0.session.borrow().as_ref().map(|session| Rc::clone(&session.file))
    }

    /// How saving stands now, for handlers; components use [`super::use_save_status`].
    pub fn status(&self) -> SaveStatus {
        self.0.status.borrow().clone()
    }

    /// Writes what storage does not have yet; also "Thử lại".
    pub fn save(&self) {
        self.say_saving();
        if self.0.saving.replace(true) {
            // The save under way looks again when it is done.
            return;
        }
        let store = self.clone();
        spawn_local(async move {
            let (outcome, given_up) = match store.vault() {
                Some(vault) => saver::save_before_backups(&vault, &store.0.session, clock::now).await,
                None => (Outcome::Nothing, 0),
            };
            if let (Outcome::Saved { .. }, Some(forgetting)) = (&outcome, store.forget_taken()) {
                // "Đã lưu" is said of both: the plan that has the files, and that they wait no longer.
                forgetting.await;
            }
            store.0.saving.set(false);
            store.after_save(&outcome);
            if matches!(outcome, Outcome::Saved { .. }) && store.has_unsaved_changes() {
                // Made while the files were forgotten.
                store.save();
            }
            if given_up > 0 {
                store.notify(backups::shed(given_up));
            }
        });
    }

    /// Says so. A refused save stays on the screen until one succeeds, also while it is tried again.
    pub(super) fn say_saving(&self) {
        if !matches!(self.status(), SaveStatus::Failed { .. }) {
            self.set_status(SaveStatus::Saving);
        }
    }

    /// Whether a save is under way.
    pub(super) fn is_saving(&self) -> bool {
        self.0.saving.get()
    }

    /// Whether opening another file now would lose changes.
    pub(super) fn has_the_only_copy(&self) -> bool {
        self.0.session.borrow().as_ref().is_some_and(Session::has_the_only_copy)
    }

    fn has_unsaved_changes(&self) -> bool {
        self.0.session.borrow().as_ref().is_some_and(|session| session.unsaved_changes() > 0)
    }

    /// What tells the open file's state of this moment: whose it is, and its revision.
    pub(super) fn moment(&self) -> Option<(Rc<()>, u64)> {
        self.0.session.borrow().as_ref().map(|session| (session.identity(), session.revision))
    }

    /// Whether the open file is still as it was at that moment.
    pub(super) fn is_at(&self, moment: Option<&(Rc<()>, u64)>) -> bool {
        match (&*self.0.session.borrow(), moment) {
            (Some(session), Some((identity, revision))) => {
                session.is(identity) && session.revision == *revision
            }
            (session, moment) => session.is_none() && moment.is_none(),
        }
    }

    /// The open file of that moment is in a file of the person's own.
    pub(super) fn mark_exported(&self, (identity, revision): &(Rc<()>, u64)) {
        if let Some(session) = self.0.session.borrow_mut().as_mut().filter(|session| session.is(identity)) {
            session.mark_exported(*revision);
        }
    }

    /// What the browser keeps, for Trao đổi tệp; none before the page has started.
    pub fn vault(&self) -> Option<Rc<Vault<AnyBackend>>> {
        self.0.vault.borrow().clone()
    }

    /// The name of the open file's slots in storage.
    pub fn slot(&self) -> Option<String> {
        self.0.session.borrow().as_ref().map(|session| session.slot.clone())
    }

    pub(super) fn seen(&self) -> Seen {
        let open = self.0.session.borrow();
        let open = open.as_ref().map(|s| Open { file: Rc::clone(&s.file), revision: s.revision });
        Seen {
            open,
            ready: self.0.ready.get(),
            prefs: self.prefs(),
            status: self.status(),
            notices: self.0.notices.borrow().clone(),
            disk: self.disk(),
            snack: self.0.snack.borrow().clone(),
            incoming: self.incoming(),
            doubt: self.doubt(),
        }
    }

    pub(super) fn set_redraw(&self, redraw: impl Fn() + 'static) {
        *self.0.redraw.borrow_mut() = Some(Box::new(redraw));
    }

    pub(super) fn redraw(&self) {
        if let Some(redraw) = &*self.0.redraw.borrow() {
            redraw();
        }
    }

    pub(super) fn set_status(&self, status: SaveStatus) {
        *self.0.status.borrow_mut() = status;
        self.redraw();
    }

    /// Puts another file on the screen, with what was found while reading it.
    pub(super) fn show(&self, session: Session, status: SaveStatus, findings: Vec<Diagnostic>) {
        let slot = session.slot.clone();
        if self.file().is_none_or(|open| open.id != session.file.id) {
            // Those of the plan before are kept, and there again when it is opened.
            *self.0.incoming.borrow_mut() = None;
        }
        *self.0.session.borrow_mut() = Some(session);
        *self.0.handle.borrow_mut() = None;
        *self.0.doubtful.borrow_mut() = None;
        self.recall_disk(slot.clone());
        if self.incoming().is_none() {
            self.recall_waiting(slot.clone());
        }
        // What was said about the file before, or about one that could not be opened, is over.
        *self.0.notices.borrow_mut() = Notices { messages: Rc::default(), findings: Rc::new(findings) };
        self.set_status(status);
        self.remember_open(&slot);
    }

    fn remember_open(&self, slot: &str) {
        let (vault, slot) = (self.vault(), slot.to_owned());
        if let Ok(local) = storage::LocalBackend::open() {
            let _ = local.write(&storage::slot::quick(super::boot::OPEN), &slot);
        }
        spawn_local(async move {
            if let Some(vault) = vault {
                // Only the next start is less comfortable when this fails; the file itself is kept elsewhere.
                let _ = vault.put_small(super::boot::OPEN, &slot).await;
            }
        });
    }

    /// Mirrors the file once nothing has been saved for a moment.
    fn mirror_soon(&self, slot: String, revision: u64) {
        let durable = self.vault().is_some_and(|vault| matches!(vault.backend(), AnyBackend::Idb(_)));
        if !durable {
            return;
        }
        let store = self.clone();
        let mirror = move || {
            if store.slot().as_ref() != Some(&slot) {
                return;
            }
            if let Some(file) = store.file().filter(|file| file.activities.len() <= MIRRORED_ACTIVITIES) {
                storage::mirror::keep(&slot, revision, &file.to_compact_json());
            } else {
                storage::mirror::forget(&slot);
            }
        };
        *self.0.mirroring.borrow_mut() = Some(Timeout::new(MIRROR_AFTER_MS, mirror));
    }

    fn after_save(&self, outcome: &Outcome) {
        match outcome {
            Outcome::Saved { revision, met } => {
                if let Some(slot) = self.slot() {
                    storage::announce(&slot, *revision);
                    self.mirror_soon(slot.clone(), *revision);
                    match met {
                        Met::Nobody => {}
                        Met::Merged => self.say(text::MERGED_TABS),
                        Met::Beside => {
                            self.remember_open(&slot);
                            self.notify(text::KEPT_BESIDE);
                        }
                    }
                }
                self.set_status(SaveStatus::Saved { at: clock::now() });
            }
            Outcome::Refused(error) => {
                let unsaved = self.0.session.borrow().as_ref().map_or(0, Session::unsaved_changes);
                let since = match self.status() {
                    SaveStatus::Failed { since, .. } => since,
                    _ => clock::now(),
                };
                self.set_status(SaveStatus::Failed { since, unsaved, reason: error.to_string() });
            }
            Outcome::Nothing => self.set_status(SaveStatus::Nothing),
        }
    }

    /// Who changes, and when: for changes that make a file before it is opened.
    pub fn author(&self) -> Author {
        let office = self.prefs().who.office().and_then(|id| OfficeId::new(id).ok());
        Author { writer: self.0.writer.clone(), at: clock::stamp(), office }
    }

    pub(super) fn snack(&self, text: AttrValue, offer: Offer) {
        let number = self.0.snacks.get() + 1;
        self.0.snacks.set(number);
        *self.0.snack.borrow_mut() = Some(Snack { text, offer, number });
        self.redraw();
    }
}
