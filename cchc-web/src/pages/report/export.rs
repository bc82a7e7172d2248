//! The report leaves the page: Word, text, HTML, paper, clipboard.

use std::rc::Rc;

use cchc_core::document::layout::{Excerpt, Layout};
use cchc_core::document::{Document, docx, html, text as plain};
use cchc_core::report::appendix_workbook;
use gloo_events::EventListener;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::menu::Action;
use super::view::View;
use crate::components::Glyph;
use crate::pages::tables::save_workbook;
use crate::platform::{clipboard, dom, files};
use crate::store::Store;
use crate::strings::{paper as paper_text, report as text};

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
    html_of(store, &view.report.file_name("html"), &view.document);
}

/// The same of any document.
pub(in crate::pages) fn html_of(store: &Store, name: &str, document: &Document) {
    download(store, name, HTML, html::page(document).as_bytes());
}

/// The tables of the appendices as a spreadsheet: of the document that is shown.
pub(super) fn appendix_tables(view: &View, store: &Store) {
    let name = view.report.file_name("");
    let name = name.trim_end_matches('.');
    let made = store.file();
    let made = made.and_then(|file| appendix_workbook(&file, &view.document, name, view.report.as_of));
    if let Some(made) = made {
        save_workbook(store, made);
    }
}

/// What of a document can be copied: all of it, then each section and appendix.
pub(in crate::pages) fn copies(store: &Store, layout: &Rc<Layout>) -> Vec<Action> {
    let action = |label: AttrValue, excerpt: Option<Excerpt>| {
        let (store, layout) = (store.clone(), Rc::clone(layout));
        let run = Callback::from(move |()| match &excerpt {
            Some(excerpt) => copy(&store, &layout.only(excerpt)),
            None => copy(&store, &layout),
        });
        Action { glyph: Glyph::Copy, label, run }
    };
    let parts = layout.excerpts().into_iter();
    let parts =
        parts.map(|part| action(paper_text::copy_part(&part.title, part.is_appendix).into(), Some(part)));
    std::iter::once(action(paper_text::COPY_ALL.into(), None)).chain(parts).collect()
}

/// Copies a document with its form, for Word, and as plain text for what takes no form.
fn copy(store: &Store, layout: &Layout) {
    put(store, plain::of_layout(layout), Some(html::pasted(layout)), paper_text::COPIED);
}

/// Copies a document as plain text: an assistant has no use for its form.
pub(in crate::pages) fn copy_for_assistant(store: &Store, document: &Document) {
    put(store, plain::text(document), None, paper_text::COPIED_TEXT);
}

fn put(store: &Store, words: String, html: Option<String>, done: &'static str) {
    let store = store.clone();
    spawn_local(async move {
        if clipboard::copy(&words, html.as_deref()).await {
            store.say(done);
        } else {
            store.notify(paper_text::NOT_COPIED);
        }
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
