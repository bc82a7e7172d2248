//! The one-file page.
//!
//! # How a page is written
//!
//! A page is one component in [`pages`], without props. It reads what it shows through hooks, renders class names of
//! the stylesheet in `css/`, and changes the file in one way only:
//!
//! ```text
//! #[component]
//! pub fn LogPage() -> Html {
//!     let open = use_plan();                  // the file; renders again with every edit
//!     let today = use_today();                // never ask the clock
//!     let prefs = use_prefs();                // Tôi là, row density, …
//!     let route = use_route();                // #/nhat-ky?tim=bao%20cao
//!     let store = use_store();                // does things; never changes
//!
//!     let progress = use_progress();          // obligations, standings, counts: derived once per revision and day
//!
//!     // Anything else that is derived: once per revision of the file, not per render.
//!     let rows = use_memo((open.clone(), today), |(open, today)| rows_of(&open.file, *today));
//!
//!     let remove = Callback::from(move |id: ActivityId| {
//!         let edits = vec![Edit::remove::<Activity>(&id)];
//!         if let Err(error) = store.edit_and_say(text::REMOVE, edits, text::removed(1)) {
//!             store.notify(error.to_string());
//!         }
//!     });
//!     html! {
//!         <section class="page" aria-labelledby={Screen::Log.slug()}>
//!             <PageHead screen={Screen::Log}>…buttons…</PageHead>
//!             …
//!         </section>
//!     }
//! }
//! ```
//!
//! * **Texts** stand in [`strings`], one module per screen; a page has no Vietnamese of its own.
//! * **Links, not handlers**, lead from one place to another: `Route::to(Screen::Log).with("loc", "thieu").href()`.
//!   Filters live in the address, so that Back works and a count can link to its rows.
//! * **Components** ([`components`]): `Field`, `TextField`, `DateField`, `Combobox`, `Chip`, `Segmented`, `Dialog`,
//!   `Inferred`, `VirtualRows`, `Empty`; small marks are functions: `icon(Glyph::Plus)`,
//!   `state(State::Late, "Trễ 2 ngày")`, `year_strip(&cells, &file.units)`.
//! * **The browser** stays behind [`platform`]; there is no `style=""` (the page's policy refuses it): a class, or
//!   `element.style().set_property` for a measured length.
//! * **Big subtrees** get `Rc` slices as props and compare by pointer; a page that shows thousands of rows uses
//!   `VirtualRows`.
//!
//! What the screen calls saved is in a completed transaction of the browser's database: [`platform::storage`] tells
//! how, [`store`] when.

pub mod app;
pub mod components;
pub mod pages;
pub mod platform;
pub mod route;
pub mod shell;
pub mod store;
pub mod strings;
#[cfg(test)]
mod testing;

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the page in `<div id="app">`.
#[wasm_bindgen(start)]
pub fn start() {
    platform::panic::install();
    let Some(root) = gloo_utils::document().get_element_by_id("app") else { return };
    yew::Renderer::<app::App>::with_root(root).render();
}
