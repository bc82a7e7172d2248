//! The report leaves the page: Word, text, HTML, paper, clipboard.

use cchc_core::document::{Document, docx, html, text as plain};
use gloo_events::EventListener;
use yew::platform::spawn_local;

use super::view::View;
use crate::platform::{clipboard, dom, files};
use crate::store::Store;
use crate::strings::report as text;

/// The type of a web page.
const HTML: &str = "text/html;charset=utf-8";

pub(super) fn word(view: &View, store: &Store) {
    word_of(store, &view.report.file_name("docx"), &view.document);
}

/// The same of any document.
pub(in crate::pages) fn word_of(store: &Store, name: &str, document: &Document) {
    download(store, name, files::DOCX, &docx::docx(document));
}

pub(super) fn text_file(view: &View, store: &Store) {
    text_of(store, &view.report.file_name("txt"), &view.document);
}

/// The same of any document.
pub(in crate::pages) fn text_of(store: &Store, name: &str, document: &Document) {
    // Notepad of older Windows takes a file without this mark for another encoding.
    let text = format!("\u{feff}{}", plain::text(document).replace('\n', "\r\n"));
    download(store, name, files::TEXT, text.as_bytes());
}

pub(super) fn html_file(view: &View, store: &Store) {
    download(store, &view.report.file_name("html"), HTML, html::page(&view.document).as_bytes());
}

pub(super) fn copy(view: &View, store: &Store) {
    let (words, store) = (plain::text(&view.document), store.clone());
    spawn_local(async move {
        let copied = clipboard::copy(&words).await;
        store.say(if copied { text::COPIED } else { text::NOT_COPIED });
    });
}

/// Prints the paper; the window bears the report's name meanwhile, which printers and PDF files take over.
pub(super) fn print(view: &View) {
    print_as(&view.report.name);
}

/// The same under any name.
pub(in crate::pages) fn print_as(name: &str) {
    let window = gloo_utils::window();
    let title = gloo_utils::document().title();
    EventListener::once(&window, "afterprint", move |_| dom::set_title(&title)).forget();
    dom::set_title(name);
    dom::print();
}

/// Hands a file to the browser and says so.
pub(in crate::pages) fn download(store: &Store, name: &str, kind: &str, bytes: &[u8]) {
    match files::download(name, kind, bytes) {
        Ok(()) => store.say(text::downloaded(name)),
        Err(files::FileError::Failed(words)) => store.notify(text::not_downloaded(&words)),
        Err(_) => store.notify(text::not_downloaded(text::DOWNLOAD_REFUSED)),
    }
}
