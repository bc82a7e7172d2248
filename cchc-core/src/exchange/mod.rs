//! Tệp kế hoạch: the file, its changes, its stamps.
//!
//! A [`PlanFile`] is the ground state: everything else is a pure function of it and of `today`. It changes in one
//! way only, by [`PlanFile::apply`] of a [`Change`].

mod change;
mod file;
mod journal;
mod read;
mod stamps;
mod write;

pub use change::{Applied, Author, Change, ChangeError, Edit};
pub use file::{FORMAT, PlanFile, VERSION};
pub use journal::{JournalEdit, JournalEntry};
pub use read::{ReadError, Reading, read};
pub use stamps::{Dot, FieldStamp, RecordKey, Stamps, WHOLE_RECORD};
