//! A place in memory that fails on order: what the tests hold the vault against.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Backend, Batch, CommitError, StorageError};

/// What goes wrong at a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The quota is used up: nothing is written.
    Full,
    /// The browser dies: nothing is written, and nothing after it either.
    Crash,
    /// The write is reported as done and one value is cut short.
    CutShort,
}

/// Strings in memory. Clones share their content, as two tabs share one browser.
#[derive(Clone, Debug, Default)]
pub struct MemoryBackend {
    values: Rc<RefCell<BTreeMap<String, String>>>,
    fault: Rc<Cell<Option<(usize, Fault)>>>,
    dead: Rc<Cell<bool>>,
    room: Rc<Cell<Option<usize>>>,
}

impl MemoryBackend {
    /// Lets the commit after `after` further ones go wrong.
    pub fn fail(&self, after: usize, fault: Fault) {
        self.fault.set(Some((after, fault)));
    }

    /// From now on a commit that would make more than so many bytes of all keys and values is refused as
    /// [`StorageError::Full`].
    pub fn limit(&self, bytes: usize) {
        self.room.set(Some(bytes));
    }

    /// The browser starts again: what was committed is there.
    pub fn restart(&self) {
        self.dead.set(false);
        self.fault.set(None);
    }

    /// Changes a value behind everybody's back, as a broken disk does.
    pub fn corrupt(&self, key: &str, change: impl FnOnce(&mut String)) {
        change(self.values.borrow_mut().entry(key.to_owned()).or_default());
    }

    /// Every key and value.
    pub fn dump(&self) -> BTreeMap<String, String> {
        self.values.borrow().clone()
    }

    fn due(&self) -> Option<Fault> {
        let (left, fault) = self.fault.get()?;
        self.fault.set(left.checked_sub(1).map(|left| (left, fault)));
        (left == 0).then_some(fault)
    }

    fn alive(&self) -> Result<(), StorageError> {
        if self.dead.get() { Err(StorageError::Failed("crash".into())) } else { Ok(()) }
    }
}

impl Backend for MemoryBackend {
    async fn get(&self, keys: &[String]) -> Result<Vec<Option<String>>, StorageError> {
        self.alive()?;
        let values = self.values.borrow();
        Ok(keys.iter().map(|key| values.get(key).cloned()).collect())
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.alive()?;
        Ok(self.values.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        self.alive()?;
        let fault = self.due();
        let mut values = self.values.borrow_mut();
        if let Some((key, expected)) = &batch.guard
            && values.get(key) != expected.as_ref()
        {
            return Err(CommitError::Changed);
        }
        match fault {
            Some(Fault::Full) => return Err(StorageError::Full.into()),
            Some(Fault::Crash) => {
                self.dead.set(true);
                return Err(StorageError::Failed("crash".into()).into());
            }
            Some(Fault::CutShort) | None => {}
        }
        if let Some(room) = self.room.get() {
            let mut next = values.clone();
            next.extend(batch.puts.iter().cloned());
            next.retain(|key, _| !batch.deletes.contains(key));
            let size = |values: &BTreeMap<String, String>| {
                values.iter().map(|(k, v)| k.len() + v.len()).sum::<usize>()
            };
            // Giving room back is never refused.
            if size(&next) > room && size(&next) > size(&values) {
                return Err(StorageError::Full.into());
            }
        }
        for (key, mut value) in batch.puts {
            if fault == Some(Fault::CutShort) {
                value.truncate(value.char_indices().nth(value.chars().count() / 2).map_or(0, |(at, _)| at));
            }
            values.insert(key, value);
        }
        for key in batch.deletes {
            values.remove(&key);
        }
        Ok(())
    }
}
