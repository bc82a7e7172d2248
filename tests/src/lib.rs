//! Tests across crates: the page in real browsers, documents opened by a real office suite.
//!
//! A journey is a test that a person could have walked through. It is written once and runs in Chromium and in
//! Firefox, on the file `dist/cchc.html`, opened from disk as an official opens it:
//!
//! ```no_run
//! cchc_tests::journey! {
//!     /// A chosen office stays chosen.
//!     fn remembers_who_i_am(page) {
//!         page.go("#/cai-dat");
//!         page.choose("#toi-la", "Phòng Kinh tế");
//!         page.reload();
//!         page.sees(".sidebar", "Phòng Kinh tế");
//!     }
//! }
//! # fn main() {}
//! ```
//!
//! Each test has a browser of its own that knows nothing of a page: new, or one that an earlier journey left in order and
//! that was emptied since (`browser::pool`; `harness.rs` holds that nothing is left). What the page shows is waited for,
//! never slept for. At the end of each journey the page must have complained about nothing, asked the
//! network for nothing, and trapped nowhere; when a journey fails, what it saw last is in `target/journeys`.
#![allow(clippy::missing_panics_doc)] // A journey fails by panicking; that is what every method here is for.

pub mod browser;
pub mod office;
pub mod page;
pub mod papers;
pub mod screens;

pub use browser::Browser;
use cchc_core::exchange::{Author, Change, Edit, PlanFile};
pub use page::Page;

/// The same plan, continued at an office.
pub fn continued(file: &PlanFile, office: &str, edits: Vec<Edit>) -> PlanFile {
    let mut file = file.clone();
    let author = Author {
        writer: format!("may-{office}").parse().expect("a writer's id"),
        at: "2026-11-19T16:30:00+07:00".parse().expect("a moment"),
        office: office.parse().ok(),
    };
    file.apply(&Change { author, label: "Ghi hoạt động".into(), edits }).expect("the edits fit");
    file
}

/// A test in both browsers: `journey! { fn name(page) { … } }`, or `fn name(page, options) { … }` with
/// [`page::Options`] as an expression.
#[macro_export]
macro_rules! journey {
    ($(#[$meta:meta])* fn $name:ident($page:ident) $body:block) => {
        $crate::journey! { $(#[$meta])* fn $name($page, $crate::page::Options::default()) $body }
    };
    ($(#[$meta:meta])* fn $name:ident($page:ident, $options:expr) $body:block) => {
        $(#[$meta])*
        #[cfg(test)]
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            fn walk($page: &mut $crate::Page) $body

            #[test]
            fn chromium() {
                $crate::page::walk($crate::Browser::Chromium, stringify!($name), $options, walk);
            }

            #[test]
            fn firefox() {
                $crate::page::walk($crate::Browser::Firefox, stringify!($name), $options, walk);
            }
        }
    };
}
