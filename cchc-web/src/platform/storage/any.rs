//! The best place that this browser has.

use super::{Backend, Batch, CommitError, IdbBackend, LocalBackend, MemoryBackend, StorageError};

/// One of the places, chosen when the page starts.
#[derive(Debug)]
pub enum AnyBackend {
    /// Durable at once.
    Idb(IdbBackend),
    /// Without IndexedDB: durable after a while.
    Local(LocalBackend),
    /// The browser keeps nothing at all: every save is refused, so that the screen says so.
    Nothing(StorageError),
    /// For tests.
    Memory(MemoryBackend),
}

impl AnyBackend {
    /// Tries the places, best first.
    pub async fn open() -> Self {
        match IdbBackend::open().await {
            Ok(idb) => Self::Idb(idb),
            Err(_) => match LocalBackend::open() {
                Ok(local) => Self::Local(local),
                Err(error) => Self::Nothing(error),
            },
        }
    }
}

impl Backend for AnyBackend {
    async fn get(&self, keys: &[String]) -> Result<Vec<Option<String>>, StorageError> {
        match self {
            Self::Idb(idb) => idb.get(keys).await,
            Self::Local(local) => local.get(keys).await,
            Self::Memory(memory) => memory.get(keys).await,
            Self::Nothing(_) => Ok(vec![None; keys.len()]),
        }
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        match self {
            Self::Idb(idb) => idb.keys(prefix).await,
            Self::Local(local) => local.keys(prefix).await,
            Self::Memory(memory) => memory.keys(prefix).await,
            Self::Nothing(_) => Ok(Vec::new()),
        }
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        match self {
            Self::Idb(idb) => idb.commit(batch).await,
            Self::Local(local) => local.commit(batch).await,
            Self::Memory(memory) => memory.commit(batch).await,
            Self::Nothing(error) => Err(error.clone().into()),
        }
    }
}
