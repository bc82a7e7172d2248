//! Bản sao lưu: whole states of a plan, set aside from time to time, fewer the older they are.
//!
//! A backup is two values that come and go in one step: what it is, so that a list costs little, and its text. It is
//! read back before it counts. Backups never crowd out the work: when the browser's room is used up, the oldest go
//! first ([`Backups::shed`]).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDateTime, TimeDelta, Timelike as _};
use serde::{Deserialize, Serialize};

use super::slot::{self, seal, unseal};
use super::{Backend, Batch, CommitError, SaveError, StorageError};
use cchc_core::order;

/// All backups of a plan together take at most this many bytes; the newest [`ALWAYS`] stay all the same.
const MOST_BYTES: usize = 48 * 1024 * 1024;
/// So many of the newest stay whatever their size.
const ALWAYS: usize = 3;
/// So many of the last hour stay.
const LAST_HOUR: usize = 12;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The plan was opened: how it was before the day's first edit.
    Opened,
    /// Some minutes had gone by, and something had changed.
    Timed,
    /// Another file was about to be opened over it.
    Opening,
    /// Files of others were about to be taken in.
    Receiving,
    /// A former state was about to be brought back.
    Restoring,
    /// A person asked for it.
    Asked,
    /// What a later version of the page calls otherwise.
    #[serde(other)]
    Other,
}

/// A backup, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// What [`Backups::text`] and [`Backups::remove`] ask for.
    pub key: String,
    /// The id of the plan.
    pub plan: String,
    /// What it is.
    pub about: About,
}

/// What is known of a backup without reading it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The plan's title.
    pub name: String,
    /// When it was made, by the machine's clock.
    pub at: NaiveDateTime,
    /// Why.
    pub reason: Reason,
    /// How many activities it has.
    pub activities: usize,
    /// CRC-32 of the text.
    sum: u32,
    /// Bytes of the text.
    pub len: usize,
}

impl About {
    /// What there is to know of a text.
    pub fn of(name: &str, at: NaiveDateTime, reason: Reason, activities: usize, text: &str) -> Self {
        let (sum, len) = (crc32fast::hash(text.as_bytes()), text.len());
        Self { name: name.to_owned(), at, reason, activities, sum, len }
    }
}

/// The backups in a [`Backend`].
#[derive(Clone, Copy, Debug)]
pub struct Backups<'a, B>(&'a B);

impl<'a, B: Backend> Backups<'a, B> {
    /// The backups in that place.
    pub fn of(backend: &'a B) -> Self {
        Self(backend)
    }

    /// Makes a backup under a new `id`, which sorts by time; none when the newest of the plan has the same text.
    /// When it returns `Ok`, the backup was read back whole.
    pub async fn keep(
        &self,
        plan: &str,
        id: &str,
        about: About,
        text: &str,
    ) -> Result<Option<Backup>, SaveError> {
        let mut kept = self.of_plan(plan).await?;
        if kept.first().is_some_and(|last| (last.about.sum, last.about.len) == (about.sum, about.len)) {
            return Ok(None);
        }
        let key = slot::backup(plan, id);
        let values = [(about_key(&key), seal(0, &json(&about)?)), (text_key(&key), seal(0, text))];
        self.put(&values).await?;
        let keys = values.each_ref().map(|(key, _)| key.clone());
        let back = self.0.get(&keys).await?;
        if back.iter().zip(&values).any(|(read, (_, written))| read.as_ref() != Some(written)) {
            let _ = self.0.commit(Batch { deletes: keys.into(), ..Batch::default() }).await;
            return Err(SaveError::ReadBack);
        }
        let backup = Backup { key, plan: plan.to_owned(), about };
        kept.insert(0, backup.clone());
        // Failing to thin is harmless: the next backup does it.
        let _ = self.thin(&kept).await;
        Ok(Some(backup))
    }

    /// Writes, and makes room by giving up older backups as long as there are any to give up.
    async fn put(&self, values: &[(String, String)]) -> Result<(), SaveError> {
        loop {
            match self.0.commit(Batch { puts: values.to_vec(), ..Batch::default() }).await {
                Ok(()) => return Ok(()),
                Err(CommitError::Storage(StorageError::Full)) if self.shed().await? > 0 => {}
                Err(CommitError::Storage(error)) => return Err(SaveError::Storage(error)),
                Err(CommitError::Changed) => return Err(SaveError::Newer),
            }
        }
    }

    /// The backups of all plans, newest first.
    pub async fn all(&self) -> Result<Vec<Backup>, StorageError> {
        self.under(&slot::backups()).await
    }

    /// The backups of a plan, newest first.
    pub async fn of_plan(&self, plan: &str) -> Result<Vec<Backup>, StorageError> {
        self.under(&slot::backup(plan, "")).await
    }

    /// The text of a backup, if it is whole.
    pub async fn text(&self, backup: &Backup) -> Result<Option<String>, StorageError> {
        let value = self.0.get(&[text_key(&backup.key)]).await?.pop().flatten();
        let Ok((seal, body)) = unseal(value.as_deref()) else { return Ok(None) };
        let whole = (seal.sum, seal.len) == (backup.about.sum, backup.about.len);
        Ok(whole.then(|| body.to_owned()))
    }

    /// Removes backups.
    pub async fn remove(&self, backups: &[&Backup]) -> Result<(), StorageError> {
        if backups.is_empty() {
            return Ok(());
        }
        let deletes = backups.iter().flat_map(|b| [about_key(&b.key), text_key(&b.key)]).collect();
        self.0.commit(Batch { deletes, ..Batch::default() }).await.map_err(|error| match error {
            CommitError::Storage(error) => error,
            CommitError::Changed => StorageError::Failed(crate::strings::storage::FAILED.to_owned()),
        })
    }

    /// Makes room: the older half of the backups go, of each plan at most all but its newest. How many went.
    pub async fn shed(&self) -> Result<usize, StorageError> {
        let all = self.all().await?;
        let mut seen = BTreeSet::new();
        let older: Vec<&Backup> = all.iter().filter(|backup| !seen.insert(&backup.plan)).collect();
        let going = &older[older.len() / 2..];
        self.remove(going).await?;
        Ok(going.len())
    }

    /// Removes what is too old or too much, of one plan's backups, newest first.
    async fn thin(&self, kept: &[Backup]) -> Result<(), StorageError> {
        let times: Vec<(NaiveDateTime, usize)> = kept.iter().map(|b| (b.about.at, b.about.len)).collect();
        let stays = stays(&times);
        let going: Vec<&Backup> =
            kept.iter().zip(stays).filter(|(_, stays)| !stays).map(|(b, _)| b).collect();
        self.remove(&going).await
    }

    async fn under(&self, prefix: &str) -> Result<Vec<Backup>, StorageError> {
        let keys: Vec<String> =
            self.0.keys(prefix).await?.into_iter().filter(|key| key.ends_with(ABOUT)).collect();
        let values = self.0.get(&keys).await?;
        let mut found: Vec<Backup> =
            keys.iter().zip(values).filter_map(|(key, value)| read(key, value.as_deref())).collect();
        // The id sorts by the time it was made, also where the clock was set back.
        order::sort_by(&mut found, |a, b| b.about.at.cmp(&a.about.at).then_with(|| b.key.cmp(&a.key)));
        Ok(found)
    }
}

const ABOUT: &str = "/about";

fn about_key(key: &str) -> String {
    format!("{key}{ABOUT}")
}

fn text_key(key: &str) -> String {
    format!("{key}/text")
}

fn read(key: &str, value: Option<&str>) -> Option<Backup> {
    let (_, body) = unseal(value).ok()?;
    let key = key.strip_suffix(ABOUT)?;
    let plan = key.strip_prefix(&slot::backups())?.rsplit_once('/')?.0;
    Some(Backup { key: key.to_owned(), plan: plan.to_owned(), about: serde_json::from_str(body).ok()? })
}

fn json(about: &About) -> Result<String, StorageError> {
    serde_json::to_string(about).map_err(|error| StorageError::Failed(error.to_string()))
}

/// Which of a plan's backups stay: given when they were made and how large they are, newest first. Of the hour before
/// the newest one a dozen, then the last of each hour for a day, of each day for two weeks, of each week for a year.
fn stays(times: &[(NaiveDateTime, usize)]) -> Vec<bool> {
    let Some((newest, _)) = times.first() else { return Vec::new() };
    let mut taken: BTreeMap<Age, usize> = BTreeMap::new();
    let mut bytes = 0;
    let stays = times.iter().enumerate().map(|(place, (at, len))| {
        let age = Age::of(*at, *newest);
        let room = if age == Age::LastHour { LAST_HOUR } else { 1 };
        let here = taken.entry(age).or_default();
        let wanted = age != Age::TooOld && *here < room && bytes + len <= MOST_BYTES;
        let stays = wanted || place < ALWAYS;
        if stays {
            *here += 1;
            bytes += len;
        }
        stays
    });
    stays.collect()
}

/// What a backup is one of: the same hour, day or week by the calendar, so that the last of each stays the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Age {
    LastHour,
    Hour(i32, u32),
    Day(i32),
    Week(i32, u32),
    TooOld,
}

impl Age {
    fn of(at: NaiveDateTime, newest: NaiveDateTime) -> Self {
        // What bears a later time than the newest was made before the clock was set back.
        let age = newest - at;
        if age <= TimeDelta::hours(1) {
            Self::LastHour
        } else if age <= TimeDelta::days(1) {
            Self::Hour(at.num_days_from_ce(), at.hour())
        } else if age <= TimeDelta::days(14) {
            Self::Day(at.num_days_from_ce())
        } else if age <= TimeDelta::days(400) {
            Self::Week(at.iso_week().year(), at.iso_week().week())
        } else {
            Self::TooOld
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "backups_tests.rs"]
mod tests;
