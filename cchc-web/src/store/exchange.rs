//! Files between offices: received, looked at, taken in, sent.

use cchc_core::exchange::{Change, Edit, PlanFile, Transfer};
use cchc_core::id::OfficeId;
use yew::platform::spawn_local;

use super::context::Offer;
use super::handle::Store;
use super::incoming::{Incoming, Received};
use crate::platform::storage::Reason;
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
                    Ok(opened) => read.push(Received::read(opened.name, &opened.bytes)),
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
        self.set_incoming(Some(incoming));
        if Route::current().screen != Screen::Exchange {
            Route::to(Screen::Exchange).go();
        }
    }

    /// Leaves one of the files out.
    pub fn leave_out(&self, name: &str) {
        if let Some(mut incoming) = self.incoming() {
            incoming.leave_out(name);
            self.set_incoming(Some(incoming).filter(|incoming| !incoming.is_empty()));
        }
    }

    /// "Bỏ, không nhận": nothing of the files is taken.
    pub fn leave_all_out(&self) {
        self.set_incoming(None);
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
                self.set_incoming(Some(incoming));
                Ok(())
            }
            None => self.edit_and_say(text::DECIDED, edits, text::DECIDED_DONE),
        }
    }

    /// "Nhận vào kế hoạch": the plan with the files takes the place of the open one. Undo leads back.
    pub fn take_over(&self) {
        let store = self.clone();
        spawn_local(async move {
            if let Err(error) = store.backup(Reason::Receiving).await {
                store.notify(backups::not_kept(&error.to_string()));
            }
            store.take_over_now();
        });
    }

    fn take_over_now(&self) {
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
            session.receive(merged, incoming);
        }
        *self.0.incoming.borrow_mut() = None;
        self.save();
        self.snack(text::taken(preview.usable(), preview.counts()).into(), Offer::Undo);
    }

    /// Takes the last reception back where nothing stands between it and now; its files wait again.
    pub(super) fn undo_reception(&self) -> bool {
        let incoming = self.0.session.borrow_mut().as_mut().and_then(super::Session::undo_reception);
        let Some(incoming) = incoming else { return false };
        *self.0.incoming.borrow_mut() = Some(incoming);
        self.say(text::TAKEN_BACK);
        self.save();
        true
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

    fn set_incoming(&self, incoming: Option<Incoming>) {
        *self.0.incoming.borrow_mut() = incoming;
        self.redraw();
    }
}

fn short_name<'a>(file: &'a PlanFile, office: &'a OfficeId) -> &'a str {
    file.offices.get(office).map_or(office.as_str(), |office| &office.short_name)
}
