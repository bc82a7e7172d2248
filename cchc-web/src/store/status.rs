//! What the screen says about saving.

use chrono::NaiveDateTime;

/// How the open file stands in the browser's storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// No file is open.
    #[default]
    Nothing,
    /// Changes are on their way into storage.
    Saving,
    /// Everything on the screen is in a completed transaction.
    Saved {
        /// When that was.
        at: NaiveDateTime,
    },
    /// The last save was refused; the banner stays until one succeeds.
    Failed {
        /// Since when.
        since: NaiveDateTime,
        /// How many changes only this screen has.
        unsaved: u64,
        /// The browser's reason, in Vietnamese.
        reason: String,
    },
}

impl SaveStatus {
    /// Whether closing the page now would lose work.
    pub fn at_risk(&self) -> bool {
        matches!(self, Self::Saving | Self::Failed { .. })
    }
}
