//! Tệp kế hoạch: the file, its changes, its stamps.
//!
//! A [`PlanFile`] is the ground state: everything else is a pure function of it and of `today`. It changes in one
//! way only, by [`PlanFile::apply`] of a [`Change`].

mod canonical;
mod change;
mod check;
mod checksum;
mod conflict;
mod decode;
mod difference;
mod door;
mod file;
mod header;
mod history;
mod journal;
mod lock;
mod merge;
mod migrate;
mod part;
mod raw;
mod read;
mod salvage;
#[cfg(feature = "schema")]
pub mod schema;
pub(crate) mod sets;
mod stamps;
mod transfer;
mod write;

pub use change::{Applied, Author, Change, ChangeError, Edit};
pub use check::{check, deadline_notes, errors};
pub(crate) use checksum::content_sum;
pub use conflict::{Candidate, Conflict};
pub use decode::MAX_BYTES;
pub use difference::{
    Difference, FieldDifference, RecordChange, RecordDifference, difference, field_name, record_title,
    value_in_full, value_shown, values_apart,
};
pub use file::{Contents, FORMAT, PlanFile, VERSION};
pub use history::Moment;
pub use journal::{JournalEdit, JournalEntry};
pub use merge::{MergeError, merge, merge_any};
pub use part::Part;
pub use raw::RawJson;
pub use read::{ReadError, Reading, read, read_bytes};
pub use stamps::{Context, Dot, FieldStamp, RecordKey, RecordStamps, Removal, Stamps, WHOLE_RECORD};
pub use transfer::{Reception, Transfer};
pub use write::compact;

#[cfg(test)]
pub(crate) mod tests;
