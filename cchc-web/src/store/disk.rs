//! The open file and the disk: "Mở tệp", "Lưu tệp".

use yew::platform::spawn_local;

use super::handle::Store;
use super::opening::Opened;
use crate::platform::files::{self, FileError, OpenedFile};
use crate::route::{Route, Screen};
use crate::strings::exchange as text;

impl Store {
    /// "Lưu tệp": into the real file where the browser allows that, as a download elsewhere. Says what was done.
    pub fn save_file(&self) {
        let Some(((name, json), moment)) = self.export().zip(self.moment()) else { return };
        let store = self.clone();
        spawn_local(async move {
            match store.write_file(&name, json.as_bytes()).await {
                Ok(words) => {
                    store.mark_exported(&moment);
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

    /// Opens a chosen file and says what came of it; on success the page goes to Tổng quan.
    pub fn open_and_tell(&self, opened: OpenedFile) {
        let store = self.clone();
        spawn_local(async move {
            let name = opened.name.clone();
            match store.open_bytes(opened).await {
                Ok(Opened { findings, .. }) => {
                    store.say(text::opened(&name));
                    if let Some(words) = text::found(&findings) {
                        store.notify(words);
                    }
                    Route::to(Screen::Overview).go();
                }
                Err(error) => {
                    store.notify(text::not_opened(&name, &error.to_string(), store.file().is_some()));
                }
            }
        });
    }

    /// Reads what an `<input>` or a drop gave, and opens it.
    pub fn open_chosen(&self, chosen: Vec<web_sys::File>) {
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

    async fn write_file(&self, name: &str, bytes: &[u8]) -> Result<String, FileError> {
        let known = self.0.handle.borrow().clone();
        if let Some(handle) = known
            && handle.write(bytes).await.is_ok()
        {
            return Ok(text::saved_to(&handle.name()));
        }
        if files::has_real_files() {
            match files::save_real(name, bytes).await {
                Ok(handle) => {
                    let words = text::saved_to(&handle.name());
                    *self.0.handle.borrow_mut() = Some(handle);
                    return Ok(words);
                }
                Err(FileError::Cancelled) => return Err(FileError::Cancelled),
                // Forbidden by policy, or failed half way: the download takes over.
                Err(FileError::Unavailable | FileError::Failed(_)) => {}
            }
        }
        files::download(name, files::JSON, bytes)?;
        Ok(text::downloaded(name))
    }
}
