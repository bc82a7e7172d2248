//! localStorage: the fast mirror, and the place of last resort.
//!
//! Not durable at once (seconds to a minute), five megabytes for all local pages together, and no transactions: a
//! batch is written value by value and taken back when one is refused.

use gloo_storage::{LocalStorage, Storage as _};

use super::{Backend, Batch, CommitError, StorageError};
use cchc_core::order;

/// Strings in localStorage.
#[derive(Clone, Copy, Debug)]
pub struct LocalBackend(());

impl LocalBackend {
    /// localStorage, if the browser lets this page write there.
    pub fn open() -> Result<Self, StorageError> {
        let storage = gloo_utils::window().local_storage();
        let storage = storage.map_err(|e| StorageError::Unavailable(format!("{e:?}")))?;
        let storage = storage.ok_or_else(|| StorageError::Unavailable("localStorage".into()))?;
        let key = super::slot::quick("thu");
        storage.set_item(&key, "1").map_err(|e| StorageError::Unavailable(format!("{e:?}")))?;
        let _ = storage.remove_item(&key);
        Ok(Self(()))
    }

    /// One value, at once.
    pub fn read(self, key: &str) -> Option<String> {
        LocalStorage::raw().get_item(key).ok().flatten()
    }

    /// Writes one value, at once.
    pub fn write(self, key: &str, value: &str) -> Result<(), StorageError> {
        LocalStorage::raw().set_item(key, value).map_err(|error| {
            let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
            match name.as_deref() {
                Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
                other => StorageError::Failed(other.unwrap_or("localStorage").to_owned()),
            }
        })
    }

    /// Removes one value, at once.
    pub fn remove(self, key: &str) {
        LocalStorage::delete(key);
    }
}

impl Backend for LocalBackend {
    async fn get(&self, keys: &[String]) -> Result<Vec<Option<String>>, StorageError> {
        Ok(keys.iter().map(|key| self.read(key)).collect())
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let raw = LocalStorage::raw();
        let keys = (0..LocalStorage::length()).filter_map(|at| raw.key(at).ok().flatten());
        let mut keys: Vec<String> = keys.filter(|key| key.starts_with(prefix)).collect();
        order::sort(&mut keys);
        Ok(keys)
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        if let Some((key, expected)) = &batch.guard
            && self.read(key) != *expected
        {
            return Err(CommitError::Changed);
        }
        let mut before: Vec<(&str, Option<String>)> = Vec::new();
        for (key, value) in &batch.puts {
            before.push((key, self.read(key)));
            if let Err(error) = self.write(key, value) {
                for (key, value) in before {
                    match value {
                        Some(value) => drop(self.write(key, &value)),
                        None => self.remove(key),
                    }
                }
                return Err(error.into());
            }
        }
        for key in &batch.deletes {
            self.remove(key);
        }
        Ok(())
    }
}
