//! Every text the page shows, by screen: one catalogue, so that wording is read and corrected in one place.
//!
//! The rules: short statements in the field's own words; buttons are verbs with their object; an error says what
//! happened, what it means for the work, what to do. Texts that the core composes (reports, reminders, diagnostics)
//! stand in the core. Words that must not be torn apart are joined by a no-break space.

pub mod backups;
pub mod budget;
pub mod common;
pub mod detail;
pub mod difficulties;
pub mod duties;
pub mod exchange;
pub mod help;
pub mod history;
pub mod import;
pub mod indicators;
pub mod life;
pub mod log;
pub mod merits;
pub mod nav;
pub mod opening;
pub mod overview;
pub mod paper;
pub mod plan;
pub mod report;
pub mod settings;
pub mod shell;
pub mod start;
pub mod storage;
