//! The least a place to keep data must be able to do.

use std::fmt;

/// Why the browser did not keep or give something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no such place in this browser, or a policy forbids it.
    Unavailable(String),
    /// Bộ nhớ đầy: the quota is used up.
    Full,
    /// The browser's own words.
    Failed(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use crate::strings::storage as text;
        match self {
            Self::Unavailable(_) => f.write_str(text::UNAVAILABLE),
            Self::Full => f.write_str(text::FULL),
            Self::Failed(words) => write!(f, "{} ({words})", text::FAILED),
        }
    }
}

/// Why a batch was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommitError {
    /// The guarded key no longer holds what was expected: somebody else wrote.
    Changed,
    /// The place failed.
    Storage(StorageError),
}

impl From<StorageError> for CommitError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// Changes that happen together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// A key and the value it must still hold (none: must still be absent); checked within the same step.
    pub guard: Option<(String, Option<String>)>,
    /// Keys and their new values.
    pub puts: Vec<(String, String)>,
    /// Keys to remove.
    pub deletes: Vec<String>,
}

/// A place that keeps strings under keys.
#[allow(async_fn_in_trait, reason = "used within this crate, on one thread")]
pub trait Backend {
    /// The values of several keys, in their order.
    async fn get(&self, keys: &[String]) -> Result<Vec<Option<String>>, StorageError>;

    /// Every key that begins with `prefix`, sorted.
    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;

    /// Does the whole batch or nothing of it; returns once it is as durable as this place can make it.
    async fn commit(&self, batch: Batch) -> Result<(), CommitError>;
}
