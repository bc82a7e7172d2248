//! Files between offices: received, looked at, taken in, sent.

use cchc_core::exchange::{Change, Edit, PlanFile, Transfer};
use cchc_core::id::OfficeId;
use yew::platform::spawn_local;

use super::context::Offer;
use super::handle::Store;
use super::incoming::{Incoming, Received};
use super::steps::Reception;
use super::waiting::Waiting;
use crate::platform::storage::{Backup, Reason};
use crate::platform::{clock, files};
use crate::route::{Route, Screen};
use crate::strings::{backups, exchange as text};

impl Store {
    /// Reads files that were chosen or dropped, and shows what they would bring. The plan stays as it is.
    pub fn receive_chosen(&self, chosen: Vec<web_sys::File>) {
        if chosen.is_empty() {
            return;
        }
        let store = self.clone();
        spawn_local(async move {
            let mut read = Vec::with_capacity(chosen.len());
            for file in chosen {
                match files::read(&file).await {
                    Ok(opened) => read.push(Received::read(opened.name, opened.bytes)),
                    Err(_) => store.notify(text::not_read(&file.name())),
                }
            }
            store.receive(read);
        });
    }

    /// Puts files that were read among those that wait.
    pub(super) fn receive(&self, files: Vec<Received>) {
        let mut incoming = self.incoming().unwrap_or_default();
        incoming.add(files);
        self.set_incoming(Some(incoming), Waiting::Files);
        if Route::current().screen != Screen::Exchange {
            Route::to(Screen::Exchange).go();
        }
    }

    /// Leaves one of the files out.
    pub fn leave_out(&self, file: &Received) {
        if let Some(mut incoming) = self.incoming() {
            incoming.leave_out(file);
            self.set_incoming(Some(incoming).filter(|incoming| !incoming.is_empty()), Waiting::Files);
        }
    }

    /// "Bỏ, không nhận": nothing of the files is taken.
    pub fn leave_all_out(&self) {
        self.set_incoming(None, Waiting::Files);
        self.say(text::NOT_TAKEN);
    }

    /// Decides about conflicts: among the files that wait, or in the plan at once.
    ///
    /// # Errors
    /// As [`Store::edit`].
    pub fn decide(&self, edits: Vec<Edit>) -> Result<(), cchc_core::exchange::ChangeError> {
        match self.incoming() {
            Some(mut incoming) => {
                incoming.decide(self.author(), edits);
                self.set_incoming(Some(incoming), Waiting::Decided);
                Ok(())
            }
            None => self.edit_and_say(text::DECIDED, edits, text::DECIDED_DONE),
        }
    }

    /// "Nhận vào kế hoạch": the plan with the files takes the place of the open one. Undo leads back.
    pub fn take_over(&self) {
        // From now on until it is done: a reload meanwhile is asked about.
        self.say_saving();
        let store = self.clone();
        spawn_local(async move {
            let moment = store.moment();
            let backup = match store.backup(Reason::Receiving).await {
                Ok(made) => store.key_of(made).await,
                Err(error) => {
                    store.notify(backups::not_kept(&error.to_string()));
                    None
                }
            };
            // Who went on writing meanwhile has changed what the backup has.
            store.take_over_now(backup.filter(|_| store.is_at(moment.as_ref())));
            store.save();
        });
    }

    /// The key of the backup of the open plan's present state: the one just made, or the newest, which has it already.
    async fn key_of(&self, made: Option<Backup>) -> Option<String> {
        if let Some(made) = made {
            return Some(made.key);
        }
        let plan = self.file()?.id.to_string();
        self.backups().await.ok()?.into_iter().find(|backup| backup.plan == plan).map(|backup| backup.key)
    }

    fn take_over_now(&self, backup: Option<String>) {
        let Some((incoming, open)) = self.incoming().zip(self.file()) else { return };
        let preview = incoming.preview(&open);
        let mut merged = PlanFile::clone(&preview.merged);
        let change =
            Change { author: self.author(), label: text::TAKEN.to_owned(), edits: preview.transfers() };
        if let Err(error) = merged.apply(&change) {
            self.notify(error.to_string());
            return;
        }
        if let Some(session) = self.0.session.borrow_mut().as_mut() {
            session.receive(merged, incoming, backup);
        }
        *self.0.incoming.borrow_mut() = None;
        // The browser forgets the files once it has the plan with them.
        self.0.taken.set(true);
        self.snack(text::taken(preview.usable(), preview.counts(), preview.open()).into(), Offer::Undo);
    }

    /// A save is done: what was taken in waits no longer, once this has been awaited.
    pub(super) fn forget_taken(&self) -> Option<impl Future<Output = ()> + use<>> {
        if self.0.taken.replace(false) { self.waiting_kept(Waiting::Files) } else { None }
    }

    /// Takes the last reception back where nothing stands between it and now; its files wait again, or, after a reload,
    /// can be chosen again.
    pub(super) fn undo_reception(&self) -> bool {
        let last = self.0.session.borrow().as_ref().and_then(|open| open.last_reception().cloned());
        let Some(Reception { backup, before }) = last else { return false };
        if let Some(before) = before {
            self.go_back(&before.file);
            self.set_incoming(Some(before.incoming.clone()), Waiting::Files);
            self.say(text::TAKEN_BACK);
            return true;
        }
        let store = self.clone();
        spawn_local(async move {
            let moment = store.moment();
            let all = store.backups().await.unwrap_or_default();
            let state = match all.iter().find(|one| Some(&one.key) == backup.as_ref()) {
                Some(backup) => store.backed_up(backup).await,
                None => None,
            };
            if !store.is_at(moment.as_ref()) {
                return;
            }
            if let Some(state) = state {
                store.go_back(&state);
                store.say(text::TAKEN_BACK_LATER);
            } else {
                if let Some(session) = store.0.session.borrow_mut().as_mut() {
                    session.undo_reception(None);
                }
                store.save();
                store.notify(text::NOT_TAKEN_BACK);
            }
        });
        true
    }

    fn go_back(&self, former: &PlanFile) {
        if let Some(session) = self.0.session.borrow_mut().as_mut() {
            session.undo_reception(Some(former));
        }
        self.has_gone_back(former.journal.len());
        self.save();
    }

    /// Hands the part of an office, or the whole plan, to the person as a file to send, and remembers that.
    pub fn send(&self, office: Option<&OfficeId>) {
        let Some(open) = self.file() else { return };
        let name = text::file_name(&open, office.map(|office| short_name(&open, office)), clock::now());
        let offices = office.into_iter().cloned().collect();
        let transfer = Transfer { name: name.clone(), offices, ..Transfer::default() };
        let change =
            Change { author: self.author(), label: text::SENT.to_owned(), edits: vec![Edit::Sent(transfer)] };
        // What goes out says itself that it was sent.
        let mut whole = PlanFile::clone(&open);
        if let Err(error) = whole.apply(&change) {
            self.notify(error.to_string());
            return;
        }
        let going = office.map(|office| whole.part_of(office));
        let json = going.as_ref().unwrap_or(&whole).to_json();
        if files::download(&name, files::JSON, json.as_bytes()).is_err() {
            self.notify(text::NOT_SAVED);
            return;
        }
        if let Some(session) = self.0.session.borrow_mut().as_mut() {
            session.note(whole);
        }
        self.save();
        self.say(text::sent(&name));
    }

    /// The files that wait.
    pub fn incoming(&self) -> Option<Incoming> {
        self.0.incoming.borrow().clone()
    }

    pub(super) fn set_incoming(&self, incoming: Option<Incoming>, what: Waiting) {
        self.show_waiting(incoming);
        self.keep_waiting(what);
    }

    /// Shows files that wait, and leaves what the browser keeps of them as it is.
    pub(super) fn show_waiting(&self, incoming: impl Into<Option<Incoming>>) {
        *self.0.incoming.borrow_mut() = incoming.into();
        self.redraw();
    }
}

fn short_name<'a>(file: &'a PlanFile, office: &'a OfficeId) -> &'a str {
    file.offices.get(office).map_or(office.as_str(), |office| &office.short_name)
}
