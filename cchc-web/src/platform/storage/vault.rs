//! The state machine of saving: new slots, read back, flip; and of loading: check, fall back, move aside.
//!
//! What stands after a crash at any step:
//!
//! | after | a load finds |
//! |---|---|
//! | slots half written | the manifest before: the last saved state; the slots are swept later |
//! | slots written, not flipped | the same |
//! | flipped | the new state |
//!
//! Architecture invariant: a slot's key is never written twice, and a value that could not be read is copied into
//! quarantine before anything can take its place.

mod aside;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::slot::{self, Seal, seal, unseal};
use super::{Backend, Batch, CommitError, StorageError};
use crate::strings::storage as text;
pub use aside::{Beside, Quarantined};
use cchc_core::order;

/// One part of a file, as text: the head, or the records of one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name: `dau`, `thang-2026-11`.
    pub name: String,
    /// Its text; none when it is the same as in the last revision this tab knows.
    pub body: Option<String>,
}

/// What a load gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The parts, in the order they were saved, each with its text.
    pub parts: Vec<(String, String)>,
    /// The revision.
    pub revision: u64,
    /// When it was saved, by the machine's clock.
    pub saved_at: NaiveDateTime,
    /// What could not be read; it lies in quarantine. The next save must carry every part.
    pub damage: Vec<Damage>,
}

/// A part that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Which part.
    pub part: String,
    /// Why, in Vietnamese.
    pub reason: String,
    /// Whether the same part of the revision before stands in.
    pub recovered: bool,
}

/// What a save did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The revision that is now in a completed transaction.
    pub revision: u64,
}

/// Why a save was not done. What was saved before is untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// Another tab saved a newer revision of this file.
    Newer,
    /// This tab does not know the parts left out: send all of them.
    NeedAll,
    /// A slot read back differently from what was written.
    ReadBack,
    /// The browser refused.
    Storage(StorageError),
}

impl From<StorageError> for SaveError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl std::fmt::Display for SaveError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Newer | Self::NeedAll => f.write_str(text::FAILED),
            Self::ReadBack => f.write_str(text::READ_BACK),
            Self::Storage(error) => error.fmt(f),
        }
    }
}

/// A file that the browser keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The name of its slots: the file's id, and for a copy kept beside it, the tab after `~`.
    pub slot: String,
    /// What people call it: the plan's title.
    pub name: String,
    /// Its revision.
    pub revision: u64,
    /// When it was saved.
    pub saved_at: NaiveDateTime,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    revision: u64,
    saved_at: NaiveDateTime,
    name: String,
    parts: Vec<PartRef>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct PartRef {
    name: String,
    key: String,
    sum: u32,
    len: usize,
}

/// What this tab knows of a file in storage.
#[derive(Clone, Debug, Default)]
struct Known {
    /// The manifest's value as last read or written; the flip is guarded by it.
    raw: Option<String>,
    /// The manifest, unless it could not be read.
    manifest: Option<Manifest>,
    /// The highest revision seen, also in slots that nobody points at.
    top: u64,
}

/// Saves and loads files in a [`Backend`].
#[derive(Debug)]
pub struct Vault<B> {
    backend: B,
    tab: String,
    known: RefCell<BTreeMap<String, Known>>,
}

impl<B: Backend> Vault<B> {
    /// A vault for this tab; `tab` is a random name.
    pub fn new(backend: B, tab: impl Into<String>) -> Self {
        Self { backend, tab: tab.into(), known: RefCell::default() }
    }

    /// This tab's random name.
    pub fn tab(&self) -> &str {
        &self.tab
    }

    /// The place itself.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// Saves a file: `parts` is the whole file in order, unchanged parts without their text.
    ///
    /// When it returns `Ok`, the flip is in a completed transaction.
    pub async fn save(
        &self,
        file: &str,
        name: &str,
        at: NaiveDateTime,
        parts: &[Part],
    ) -> Result<Saved, SaveError> {
        let known = self.known_or_read(file).await?;
        let revision = known.top + 1;
        let old = known.manifest.as_ref().map_or(&[][..], |manifest| &manifest.parts);
        let mut puts = Vec::new();
        let mut refs = Vec::new();
        for part in parts {
            if let Some(body) = &part.body {
                let key = slot::part(file, &part.name, revision, &self.tab);
                let Seal { sum, len, .. } = Seal::of(revision, body);
                refs.push(PartRef { name: part.name.clone(), key: key.clone(), sum, len });
                puts.push((key, seal(revision, body)));
            } else {
                let same = old.iter().find(|old| old.name == part.name).ok_or(SaveError::NeedAll)?;
                refs.push(same.clone());
            }
        }
        let written: Vec<String> = puts.iter().map(|(key, _)| key.clone()).collect();
        let result = self
            .write_and_flip(
                file,
                &known,
                Manifest { revision, saved_at: at, name: name.to_owned(), parts: refs },
                puts,
            )
            .await;
        if result.is_err() {
            // A crash would leave them too; they are swept with the next save. Failing to clean up is no failure.
            let _ = self.backend.commit(Batch { deletes: written, ..Batch::default() }).await;
        }
        result
    }

    async fn write_and_flip(
        &self,
        file: &str,
        known: &Known,
        manifest: Manifest,
        puts: Vec<(String, String)>,
    ) -> Result<Saved, SaveError> {
        let mut puts = puts;
        if let (Some(before), Some(_)) = (&known.raw, &known.manifest) {
            // Before the flip, which then changes one value alone: whole or not at all, even where nothing else is.
            puts.push((slot::manifest_before(file), before.clone()));
        }
        let guard = Some((slot::manifest(file), known.raw.clone()));
        self.put_and_read_back(Batch { guard: guard.clone(), puts, ..Batch::default() }).await?;
        let revision = manifest.revision;
        let raw = seal(
            revision,
            &serde_json::to_string(&manifest).map_err(|e| StorageError::Failed(e.to_string()))?,
        );
        let flip = Batch { guard, puts: vec![(slot::manifest(file), raw.clone())], ..Batch::default() };
        if let Err(error) = self.put_and_read_back(flip).await {
            if error == SaveError::ReadBack {
                self.flip_back(file, known).await;
            }
            return Err(error);
        }
        self.sweep(file, &manifest, known.manifest.as_ref()).await;
        let now = Known { raw: Some(raw), manifest: Some(manifest), top: revision };
        self.known.borrow_mut().insert(file.to_owned(), now);
        Ok(Saved { revision })
    }

    /// Puts the manifest back as it was, after one was written that does not read as it should.
    async fn flip_back(&self, file: &str, known: &Known) {
        let key = slot::manifest(file);
        let Ok(found) = self.one(&key).await else { return };
        let mut back = Batch { guard: Some((key.clone(), found)), ..Batch::default() };
        match &known.raw {
            Some(raw) => back.puts.push((key, raw.clone())),
            None => back.deletes.push(key),
        }
        // Where this fails, too, a load finds the one before.
        let _ = self.backend.commit(back).await;
    }

    async fn put_and_read_back(&self, batch: Batch) -> Result<(), SaveError> {
        let puts = batch.puts.clone();
        self.backend.commit(batch).await.map_err(|error| match error {
            CommitError::Changed => SaveError::Newer,
            CommitError::Storage(error) => SaveError::Storage(error),
        })?;
        let keys: Vec<String> = puts.iter().map(|(key, _)| key.clone()).collect();
        let back = self.backend.get(&keys).await?;
        let same = back.iter().zip(&puts).all(|(read, (_, written))| read.as_ref() == Some(written));
        if same { Ok(()) } else { Err(SaveError::ReadBack) }
    }

    /// Removes slots that neither this manifest nor the one before points at. Failing is harmless: the next does it.
    async fn sweep(&self, file: &str, manifest: &Manifest, before: Option<&Manifest>) {
        let parts = before.into_iter().chain([manifest]).flat_map(|m| &m.parts);
        let used: BTreeSet<&str> = order::set(parts.map(|part| part.key.as_str()));
        let prefix = format!("{}part/", slot::of_file(file));
        let Ok(keys) = self.backend.keys(&prefix).await else { return };
        // Slots of this very revision may be another tab's that is about to find out that it lost.
        let old = |key: &String| {
            slot::revision_of(key).is_some_and(|r| r < manifest.revision) && !used.contains(&**key)
        };
        let deletes: Vec<String> = keys.into_iter().filter(old).collect();
        if !deletes.is_empty() {
            let _ = self.backend.commit(Batch { deletes, ..Batch::default() }).await;
        }
    }

    /// Loads a file; none when the browser keeps nothing of it that can be read.
    pub async fn load(&self, file: &str) -> Result<Option<Loaded>, StorageError> {
        let (known, before, mut bad) = self.read_manifests(file).await?;
        let Some(manifest) = known.manifest.clone().or_else(|| before.clone()) else {
            self.quarantine(&bad).await?;
            self.known.borrow_mut().insert(file.to_owned(), known);
            return Ok(None);
        };
        let mut damage: Vec<Damage> = bad
            .iter()
            .map(|b| Damage { part: b.part.clone(), reason: b.reason.clone(), recovered: before.is_some() })
            .collect();
        let keys: Vec<String> = manifest.parts.iter().map(|part| part.key.clone()).collect();
        let values = self.backend.get(&keys).await?;
        let mut parts = Vec::new();
        for (part, value) in manifest.parts.iter().zip(&values) {
            match open(part, value.as_deref()) {
                Ok(body) => parts.push((part.name.clone(), body.to_owned())),
                Err(reason) => {
                    let stand_in = self.stand_in(part, before.as_ref()).await?;
                    damage.push(Damage {
                        part: part.name.clone(),
                        reason: reason.clone(),
                        recovered: stand_in.is_some(),
                    });
                    bad.push(Quarantined {
                        slot: file.to_owned(),
                        part: part.name.clone(),
                        reason,
                        raw: value.clone().unwrap_or_default(),
                    });
                    parts.extend(stand_in.map(|body| (part.name.clone(), body)));
                }
            }
        }
        self.quarantine(&bad).await?;
        self.known.borrow_mut().insert(file.to_owned(), known);
        Ok(Some(Loaded { parts, revision: manifest.revision, saved_at: manifest.saved_at, damage }))
    }

    /// Loads the revision before the last one, for when the last one's text makes no sense to the core.
    pub async fn load_before(&self, file: &str) -> Result<Option<Loaded>, StorageError> {
        let raw = self.one(&slot::manifest_before(file)).await?;
        let Ok(manifest) = parse_manifest(raw.as_deref()) else { return Ok(None) };
        let keys: Vec<String> = manifest.parts.iter().map(|part| part.key.clone()).collect();
        let values = self.backend.get(&keys).await?;
        let parts = manifest.parts.iter().zip(&values);
        let parts: Option<Vec<_>> = parts
            .map(|(part, value)| Some((part.name.clone(), open(part, value.as_deref()).ok()?.to_owned())))
            .collect();
        Ok(parts.map(|parts| Loaded {
            parts,
            revision: manifest.revision,
            saved_at: manifest.saved_at,
            damage: Vec::new(),
        }))
    }

    /// The revision that storage has now, to see whether another tab saved.
    pub async fn revision(&self, file: &str) -> Result<Option<u64>, StorageError> {
        let raw = self.one(&slot::manifest(file)).await?;
        Ok(parse_manifest(raw.as_deref()).ok().map(|manifest| manifest.revision))
    }

    /// Every file that the browser keeps, newest first.
    pub async fn stored(&self) -> Result<Vec<Stored>, StorageError> {
        let prefix = format!("{}f/", slot::root());
        let keys = self.backend.keys(&prefix).await?;
        let keys: Vec<String> = keys.into_iter().filter(|key| key.ends_with("/manifest")).collect();
        let values = self.backend.get(&keys).await?;
        let mut stored = Vec::new();
        for (key, value) in keys.iter().zip(values) {
            let slot = key[prefix.len()..].trim_end_matches("/manifest").to_owned();
            if let Ok(Manifest { revision, saved_at, name, .. }) = parse_manifest(value.as_deref()) {
                stored.push(Stored { slot, name, revision, saved_at });
            }
        }
        order::sort_by(&mut stored, |a, b| b.saved_at.cmp(&a.saved_at).then(a.slot.cmp(&b.slot)));
        Ok(stored)
    }

    /// Removes everything of a file but what lies in quarantine.
    pub async fn forget(&self, file: &str) -> Result<(), StorageError> {
        let deletes = self.backend.keys(&slot::of_file(file)).await?;
        self.backend.commit(Batch { deletes, ..Batch::default() }).await.map_err(plain)?;
        self.known.borrow_mut().remove(file);
        Ok(())
    }

    async fn one(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.backend.get(&[key.to_owned()]).await?.pop().flatten())
    }

    async fn known_or_read(&self, file: &str) -> Result<Known, StorageError> {
        let known = self.known.borrow().get(file).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let (known, _, bad) = self.read_manifests(file).await?;
        self.quarantine(&bad).await?;
        // A file that is in storage and was not loaded by this tab must not be replaced unseen.
        if known.manifest.is_some() {
            return Ok(Known { raw: None, ..known });
        }
        Ok(known)
    }

    async fn read_manifests(
        &self,
        file: &str,
    ) -> Result<(Known, Option<Manifest>, Vec<Quarantined>), StorageError> {
        let values = self.backend.get(&[slot::manifest(file), slot::manifest_before(file)]).await?;
        let [raw, raw_before] = [values.first().cloned().flatten(), values.get(1).cloned().flatten()];
        let slots = self.backend.keys(&format!("{}part/", slot::of_file(file))).await?;
        let mut bad = Vec::new();
        let manifest = parse_manifest(raw.as_deref());
        if let (Err(reason), Some(raw)) = (&manifest, &raw) {
            bad.push(Quarantined {
                slot: file.to_owned(),
                part: "manifest".into(),
                reason: reason.clone(),
                raw: raw.clone(),
            });
            // Nobody knows any more which slots belonged together: keep all of them.
            let values = self.backend.get(&slots).await?;
            for (key, value) in slots.iter().zip(values) {
                let part = key.trim_start_matches(&slot::of_file(file)).replace('/', "-");
                bad.push(Quarantined {
                    slot: file.to_owned(),
                    part,
                    reason: reason.clone(),
                    raw: value.unwrap_or_default(),
                });
            }
        }
        let before = parse_manifest(raw_before.as_deref()).ok();
        let manifest = manifest.ok();
        let revisions = [&manifest, &before].into_iter().flatten().map(|m| m.revision);
        let top = revisions.chain(slots.iter().filter_map(|key| slot::revision_of(key))).max().unwrap_or(0);
        Ok((Known { raw, manifest, top }, before, bad))
    }

    async fn stand_in(
        &self,
        part: &PartRef,
        before: Option<&Manifest>,
    ) -> Result<Option<String>, StorageError> {
        let Some(old) = before.and_then(|m| m.parts.iter().find(|p| p.name == part.name)) else {
            return Ok(None);
        };
        let value = self.one(&old.key).await?;
        Ok(open(old, value.as_deref()).ok().map(str::to_owned))
    }
}

fn open<'a>(part: &PartRef, value: Option<&'a str>) -> Result<&'a str, String> {
    let (seal, body) = unseal(value).map_err(|broken| broken.to_string())?;
    if (seal.sum, seal.len) == (part.sum, part.len) { Ok(body) } else { Err(text::WRONG_SUM.to_owned()) }
}

fn parse_manifest(raw: Option<&str>) -> Result<Manifest, String> {
    let (_, body) = unseal(raw).map_err(|broken| broken.to_string())?;
    serde_json::from_str(body).map_err(|_| text::UNREADABLE.to_owned())
}

fn plain(error: CommitError) -> StorageError {
    match error {
        CommitError::Storage(error) => error,
        // Only batches with a guard can find it changed.
        CommitError::Changed => StorageError::Failed(text::FAILED.to_owned()),
    }
}

#[cfg(test)]
#[path = "vault_tests.rs"]
mod tests;
