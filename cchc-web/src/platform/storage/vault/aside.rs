//! What lies beside the files: what could not be read, in quarantine; small values; values of a file that are no part of it.

use serde::{Deserialize, Serialize};

use super::{Vault, plain};
use crate::platform::storage::slot::{self, seal, unseal};
use crate::platform::storage::{Backend, Batch, CommitError, StorageError};

/// A value that belongs to a file and is no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// There is none.
    Nothing,
    /// As it was kept.
    Whole(String),
    /// It was not whole, and lies in quarantine.
    Broken,
}

/// A value that could not be read, kept as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// Which file's.
    pub slot: String,
    /// Which part.
    pub part: String,
    /// Why, in Vietnamese.
    pub reason: String,
    /// The value, untouched.
    pub raw: String,
}

impl<B: Backend> Vault<B> {
    /// Keeps a value that could not be read.
    pub async fn quarantine(&self, bad: &[Quarantined]) -> Result<(), StorageError> {
        let key = |q: &Quarantined| {
            // The same value twice is one entry: a load that nothing follows may be repeated for days.
            format!("{}{}/{}-{:08x}", slot::quarantine(), q.slot, q.part, crc32fast::hash(q.raw.as_bytes()))
        };
        let bad = bad.iter().filter(|q| !q.raw.is_empty());
        let puts: Vec<_> = bad.filter_map(|q| Some((key(q), serde_json::to_string(q).ok()?))).collect();
        if puts.is_empty() {
            return Ok(());
        }
        self.backend.commit(Batch { puts, ..Batch::default() }).await.map_err(plain)
    }

    /// What lies in quarantine, with the key that [`Vault::release`] asks for.
    pub async fn quarantined(&self) -> Result<Vec<(String, Quarantined)>, StorageError> {
        let keys = self.backend.keys(&slot::quarantine()).await?;
        let values = self.backend.get(&keys).await?;
        let pairs = keys.into_iter().zip(values);
        Ok(pairs.filter_map(|(key, value)| Some((key, serde_json::from_str(&value?).ok()?))).collect())
    }

    /// Removes an entry from quarantine, after a person saved it or gave it up.
    pub async fn release(&self, key: &str) -> Result<(), StorageError> {
        self.backend.commit(Batch { deletes: vec![key.to_owned()], ..Batch::default() }).await.map_err(plain)
    }

    /// Keeps a small value that belongs to no file.
    pub async fn put_small(&self, name: &str, body: &str) -> Result<(), StorageError> {
        let puts = vec![(slot::small(name), seal(0, body))];
        self.backend.commit(Batch { puts, ..Batch::default() }).await.map_err(plain)
    }

    /// A small value, if it is there and whole.
    pub async fn get_small(&self, name: &str) -> Result<Option<String>, StorageError> {
        Ok(self.get_smalls([name]).await?.into_iter().next().flatten())
    }

    /// Several of them, asked for at once, in their order.
    pub async fn get_smalls<const N: usize>(
        &self,
        names: [&str; N],
    ) -> Result<Vec<Option<String>>, StorageError> {
        let values = self.backend.get(&names.map(slot::small)).await?;
        Ok(values.iter().map(|raw| Some(unseal(raw.as_deref()).ok()?.1.to_owned())).collect())
    }

    /// Keeps values that belong to a file and are no part of it, or, where there is none, removes them. With a `guard`, only
    /// where that value still is as it is known.
    ///
    /// # Errors
    /// [`CommitError::Changed`] where it is not: another tab wrote it.
    pub async fn put_beside(
        &self,
        file: &str,
        values: &[(&str, Option<String>)],
        guard: Option<(&str, Option<&str>)>,
    ) -> Result<(), CommitError> {
        let guard = guard.map(|(name, known)| (slot::beside(file, name), known.map(|body| seal(0, body))));
        let mut batch = Batch { guard, ..Batch::default() };
        for (name, body) in values {
            let key = slot::beside(file, name);
            match body {
                Some(body) => batch.puts.push((key, seal(0, body))),
                None => batch.deletes.push(key),
            }
        }
        self.backend.commit(batch).await
    }

    /// Such values, as they were at one moment. One that is not whole is copied into quarantine.
    ///
    /// # Errors
    /// When the browser does not let it be read, or quarantine has no room for it: nothing may take its place then.
    pub async fn get_beside<const N: usize>(
        &self,
        file: &str,
        names: [&str; N],
    ) -> Result<[Beside; N], StorageError> {
        let values = self.backend.get(&names.map(|name| slot::beside(file, name))).await?;
        let mut found = [const { Beside::Nothing }; N];
        for ((found, name), raw) in found.iter_mut().zip(names).zip(values) {
            let Some(raw) = raw else { continue };
            *found = match unseal(Some(&raw)) {
                Ok((_, body)) => Beside::Whole(body.to_owned()),
                Err(broken) => {
                    self.quarantine_beside(file, name, broken.to_string(), raw).await?;
                    Beside::Broken
                }
            };
        }
        Ok(found)
    }

    /// Keeps such a value that makes no sense, before anything takes its place.
    pub async fn quarantine_beside(
        &self,
        file: &str,
        name: &str,
        reason: String,
        raw: String,
    ) -> Result<(), StorageError> {
        self.quarantine(&[Quarantined { slot: file.to_owned(), part: name.to_owned(), reason, raw }]).await
    }
}
