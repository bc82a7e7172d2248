//! The only place that knows the browser.
//!
//! Everything above asks this room for the date, an id, a place to keep data, a file, the printer. Nothing above
//! names `web_sys`, except for the elements and events that a component renders itself.

pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod files;
pub mod ids;
pub mod panic;
pub mod storage;
pub mod typed;
