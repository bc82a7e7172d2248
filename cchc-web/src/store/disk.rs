//! The open file and the disk: "Mở tệp", "Lưu tệp"; and what the person's own file has not yet.

use cchc_core::diagnostic::Diagnostic;
use cchc_core::exchange;
use chrono::NaiveDateTime;
use gloo_timers::future::TimeoutFuture;
use serde::{Deserialize, Serialize};
use yew::platform::spawn_local;

use super::handle::Store;
use super::opening::{OpenError, Opened};
use crate::platform::clock;
use crate::platform::dom;
use crate::platform::files::{self, FileError, FileHandle, OpenedFile};
use crate::route::{Route, Screen};
use crate::strings::{exchange as text, opening};

/// By then the frame that a change asks for is on the screen, in milliseconds.
const AFTER_FRAME_MS: u32 = 50;

/// How the open plan stands against the person's own file: the truth is on the disk, not in the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disk {
    /// The file's name, and when it was saved or opened; none as long as there is no such file.
    pub file: Option<(String, NaiveDateTime)>,
    /// How many changes it has not (chưa lưu ra tệp).
    pub unfiled: usize,
}

/// The person's own file as it was last written or opened; remembered in the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OnDisk {
    file: Option<(String, NaiveDateTime)>,
    /// Changes in its history. Only a reception taken back makes a history shorter ([`Store::has_gone_back`]): else more
    /// of them are changes it has not.
    entries: usize,
}

impl Store {
    /// How the open plan stands against the person's own file; nothing is said before that is known.
    pub(super) fn disk(&self) -> Disk {
        let Some((OnDisk { file, entries }, open)) = self.0.on_disk.borrow().clone().zip(self.file()) else {
            return Disk::default();
        };
        Disk { file, unfiled: open.journal.len().saturating_sub(entries) }
    }

    /// The person's own file now has so many changes of the plan that is open under `slot`.
    pub(super) fn is_on_disk(&self, slot: &str, name: &str, entries: usize) {
        self.remember_disk(slot, OnDisk { file: Some((name.to_owned(), clock::now())), entries });
    }

    fn remember_disk(&self, slot: &str, on_disk: OnDisk) {
        let Ok(text) = serde_json::to_string(&on_disk) else { return };
        if self.slot().as_deref() == Some(slot) {
            *self.0.on_disk.borrow_mut() = Some(on_disk);
            self.redraw();
        }
        let (store, key) = (self.clone(), small(slot));
        spawn_local(async move {
            if let Some(vault) = store.vault() {
                // Forgotten, it would only say more changes than there are.
                let _ = vault.put_small(&key, &text).await;
            }
        });
    }

    /// The plan went back to when it had so many changes. Where the person's own file has more, that it went back is a
    /// change that the file has not.
    pub(super) fn has_gone_back(&self, entries: usize) {
        let had =
            self.0.on_disk.borrow().clone().filter(|disk| disk.file.is_some() && disk.entries > entries);
        let Some(((had, open), slot)) = had.zip(self.file()).zip(self.slot()) else { return };
        self.remember_disk(&slot, OnDisk { entries: open.journal.len().saturating_sub(1), ..had });
    }

    /// Looks up what is known of the person's own file of the plan that was opened under `slot`.
    pub(super) fn recall_disk(&self, slot: String) {
        *self.0.on_disk.borrow_mut() = None;
        let store = self.clone();
        spawn_local(async move {
            let Some(vault) = store.vault() else { return };
            let known = vault.get_small(&small(&slot)).await.ok().flatten();
            let known = known.and_then(|text| serde_json::from_str::<OnDisk>(&text).ok()).unwrap_or_default();
            if store.slot() == Some(slot) && store.0.on_disk.borrow().is_none() {
                *store.0.on_disk.borrow_mut() = Some(known);
                store.redraw();
            }
        });
    }

    /// "Lưu tệp": into the real file where the browser allows that, as a download elsewhere. Says what was done.
    pub fn save_file(&self) {
        let Some(((name, json), moment)) = self.export().zip(self.moment()) else { return };
        let Some((slot, entries)) = self.slot().zip(self.file().map(|file| file.journal.len())) else {
            return;
        };
        let store = self.clone();
        spawn_local(async move {
            match store.write_file(&name, json.as_bytes()).await {
                Ok(Written { name, words }) => {
                    store.mark_exported(&moment);
                    store.is_on_disk(&slot, &name, entries);
                    store.say(words);
                }
                Err(FileError::Cancelled) => {}
                Err(FileError::Unavailable) => store.notify(text::NOT_SAVED),
                Err(FileError::Failed(words)) => store.notify(text::not_saved(&words)),
            }
        });
    }

    /// Hands any content to the person as a file: a Word report, a calendar, a quarantined value.
    pub fn download(&self, name: &str, mime: &str, bytes: &[u8]) {
        match files::download(name, mime, bytes) {
            Ok(()) => self.say(text::downloaded(name)),
            Err(_) => self.notify(text::NOT_SAVED),
        }
    }

    /// Opens a chosen file and says what came of it; on success the page goes to Tổng quan. A file of which not all could
    /// be read does not take the place of an open one before a person has said so.
    pub fn open_and_tell(&self, opened: OpenedFile) {
        let store = self.clone();
        spawn_local(async move {
            let name = opened.name.clone();
            let outcome = store.open_bytes(opened).await;
            store.tell_opened(&name, outcome).await;
        });
    }

    /// Says what came of opening a file of that name.
    pub(super) async fn tell_opened(&self, name: &str, outcome: Result<Opened, OpenError>) {
        match outcome {
            Ok(Opened { findings, .. }) => {
                self.say(text::opened(name));
                Route::to(Screen::Overview).go();
                // Also where that screen is shown already.
                dom::scroll_to_top();
                self.tell_findings(findings).await;
            }
            Err(OpenError::Waits) => self.say(text::PART_WAITS),
            // The question is on the screen.
            Err(OpenError::Asks) => {}
            Err(error) => {
                self.notify(text::not_opened(name, &error.to_string(), self.file().is_some()));
            }
        }
    }

    /// Says what was found in a file that somebody handed over: what reading told, and what contradicts itself, which
    /// is looked for once the file is on the screen. Trao đổi tệp lists both.
    async fn tell_findings(&self, mut findings: Vec<Diagnostic>) {
        let slot = self.slot();
        TimeoutFuture::new(AFTER_FRAME_MS).await;
        let Some(file) = self.file().filter(|_| self.slot() == slot) else { return };
        findings.extend(exchange::errors(&file));
        if let Some(words) = opening::found(&findings, !file.set_aside.is_empty()) {
            self.notify(words);
        }
    }

    /// Reads what an `<input>` or a drop gave, and opens it.
    pub fn open_chosen(&self, chosen: Vec<web_sys::File>) {
        if chosen.len() > 1 {
            self.notify(text::ONE_AT_A_TIME);
            return;
        }
        let Some(file) = chosen.into_iter().next() else { return };
        let store = self.clone();
        spawn_local(async move {
            match files::read(&file).await {
                Ok(opened) => store.open_and_tell(opened),
                Err(_) => {
                    store.notify(text::not_opened(&file.name(), text::UNREADABLE, store.file().is_some()));
                }
            }
        });
    }

    /// Opens with the browser's own picker; false when there is none, so that the `<input>` must be used.
    pub async fn open_picked(&self) -> bool {
        match files::pick_real().await {
            Ok(opened) => self.open_and_tell(opened),
            Err(FileError::Unavailable) => return false,
            Err(FileError::Cancelled) => {}
            Err(FileError::Failed(words)) => self.notify(words),
        }
        true
    }

    async fn write_file(&self, name: &str, bytes: &[u8]) -> Result<Written, FileError> {
        let known = self.0.handle.borrow().clone();
        if let Some(handle) = known
            && handle.write(bytes).await.is_ok()
        {
            return Ok(Written::into(&handle));
        }
        if files::has_real_files() {
            match files::save_real(name, bytes).await {
                Ok(handle) => {
                    let written = Written::into(&handle);
                    *self.0.handle.borrow_mut() = Some(handle);
                    return Ok(written);
                }
                Err(FileError::Cancelled) => return Err(FileError::Cancelled),
                // Forbidden by policy, or failed half way: the download takes over.
                Err(FileError::Unavailable | FileError::Failed(_)) => {}
            }
        }
        files::download(name, files::JSON, bytes)?;
        Ok(Written { name: name.to_owned(), words: text::downloaded(name) })
    }
}

/// Where a file was written, and what is said of it.
struct Written {
    name: String,
    words: String,
}

impl Written {
    fn into(handle: &FileHandle) -> Self {
        let name = handle.name();
        Self { words: text::saved_to(&name), name }
    }
}

/// The small value that remembers the person's own file.
fn small(slot: &str) -> String {
    format!("tep/{slot}")
}
