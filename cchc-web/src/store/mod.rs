//! What the page knows: the open file, the settings, how saving stands; and the one way to change them.
//!
//! Each thing that changes at its own pace has its own context, so that a keystroke renders what shows it and no more:
//!
//! | hook | gives | changes |
//! |---|---|---|
//! | [`use_store`] | [`Store`], the handle that does things | never |
//! | [`use_plan`] | [`Open`], the file | with every edit |
//! | [`use_progress`] | what the core derives from the file and today | with every edit, at midnight |
//! | [`use_prefs`] | [`Prefs`](prefs::Prefs) | in Cài đặt |
//! | [`use_save_status`] | [`SaveStatus`] | with every save |
//! | [`use_incoming`] | [`Incoming`](incoming::Incoming), files received that wait | in Trao đổi tệp |
//! | [`use_doubt`] | [`Doubt`], a file that waits for an answer | when one is opened |
//! | [`use_disk`] | [`Disk`], what the person's own file has not | with every edit, when it is saved |
//! | [`use_snack`] | [`Snack`], the message at the top | now and then |
//! | [`use_today`] | today | at midnight |
//! | [`crate::route::use_route`] | the address | with every link |

mod backups;
mod boot;
mod context;
mod disk;
mod doubtful;
mod exchange;
mod handed;
mod handle;
pub mod incoming;
mod opening;
pub mod parts;
pub mod prefs;
mod saver;
mod session;
mod status;
mod steps;
mod waiting;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod fault_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod waiting_tests;

pub use context::{
    Notices, Offer, Open, Snack, StoreProvider, use_disk, use_doubt, use_incoming, use_notices, use_plan,
    use_plan_if_open, use_prefs, use_progress, use_ready, use_save_status, use_snack, use_store, use_today,
};
pub use disk::Disk;
pub use doubtful::Doubt;
pub use handed::{LIST, PLAN_TEXT};
pub use handle::Store;
pub use opening::{OpenError, Opened};
pub use session::Session;
pub use status::SaveStatus;
