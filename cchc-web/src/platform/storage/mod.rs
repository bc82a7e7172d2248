//! What the browser keeps: a cache of the file on disk that must not lose a keystroke all the same.
//!
//! The rooms, from the bottom up:
//! * [`Backend`]: strings under keys, several of them changed in one step. Three of them: [`IdbBackend`] (durable at
//!   once), [`LocalBackend`] (the fast mirror, and the place of last resort), [`MemoryBackend`] (for tests, with
//!   faults on order);
//! * [`slot`]: the shape of keys and values; a value carries its checksum and revision;
//! * [`Vault`]: the state machine. It writes new slots, reads them back, and only then flips the manifest that points
//!   at them; it refuses to flip when another tab has flipped meanwhile; what it cannot read it moves aside.
//!
//! * [`Backups`]: whole states of a plan, set aside from time to time and thinned out.
//!
//! Beside them, [`mirror`] keeps the whole file once more in localStorage, and [`watch`] tells tabs of each other.
//!
//! Measured on file:// pages: localStorage reaches the disk only after seconds (Firefox) or a minute (Chromium), an
//! IndexedDB transaction that completed survives a kill. So "Đã lưu" means: the manifest's transaction is complete.

mod any;
mod backend;
mod backups;
mod idb;
mod local;
mod memory;
pub mod mirror;
pub mod slot;
mod vault;
mod watch;

pub use any::AnyBackend;
pub use backend::{Backend, Batch, CommitError, StorageError};
pub use backups::{About, Backup, Backups, Reason};
pub use idb::IdbBackend;
pub use local::LocalBackend;
pub use memory::{Fault, MemoryBackend};
pub use vault::{Beside, Damage, Loaded, Part, Quarantined, SaveError, Saved, Stored, Vault};
pub use watch::{announce, watch};
