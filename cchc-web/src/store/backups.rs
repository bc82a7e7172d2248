//! Bản sao lưu of the open plan: made from time to time and before what could cost something; looked at, brought back.

use std::rc::Rc;

use cchc_core::exchange::{self, Difference, PlanFile, difference};
use gloo_timers::callback::{Interval, Timeout};
use yew::platform::spawn_local;

use super::handle::Store;
use super::opening::OpenError;
use super::saver;
use super::session::Session;
use super::status::SaveStatus;
use crate::platform::storage::{About, AnyBackend, Backup, Backups, Reason, SaveError};
use crate::platform::{clock, files, ids};
use crate::strings::backups as text;

/// How often it is asked whether a backup is due.
const ASK_EVERY_MS: u32 = 60_000;
/// How long a plan is worked on before its next backup.
const EVERY_MS: f64 = 600_000.0;
/// How long after opening a plan its state is set aside: the start comes first.
const AFTER_OPENING_MS: u32 = 5_000;

/// When the open plan was last set aside, and what it was then.
#[derive(Default)]
pub(super) struct Due {
    at: f64,
    moment: Option<(Rc<()>, u64)>,
}

impl Due {
    /// Whether the plan, which has changed since or not, is to be set aside again.
    fn is_due(&self, now: f64, has_changed: bool) -> bool {
        has_changed && now - self.at >= EVERY_MS
    }
}

impl Store {
    /// Sets the open plan's present state aside; none when that state has been set aside already, or nothing is open.
    /// For what could cost something: await it before.
    ///
    /// # Errors
    /// [`SaveError`] in Vietnamese. What was to be done may be done all the same: a backup is a second net.
    pub async fn backup(&self, reason: Reason) -> Result<Option<Backup>, SaveError> {
        let (Some(file), moment) = (self.file(), self.moment()) else { return Ok(None) };
        let made = self.set_aside(&file, reason).await;
        let mut due = self.0.due.borrow_mut();
        due.at = clock::ticks();
        if made.is_ok() {
            due.moment = moment;
        }
        made
    }

    /// Every backup that the browser keeps, newest first.
    ///
    /// # Errors
    /// [`SaveError`] when storage could not be asked.
    pub async fn backups(&self) -> Result<Vec<Backup>, SaveError> {
        match self.vault() {
            Some(vault) => Ok(Backups::of(vault.backend()).all().await?),
            None => Ok(Vec::new()),
        }
    }

    /// The plan as it was; none when the backup cannot be read any more.
    pub async fn backed_up(&self, backup: &Backup) -> Option<Rc<PlanFile>> {
        let text = self.backup_text(backup).await?;
        exchange::read(&text).ok().map(|reading| Rc::new(reading.file))
    }

    /// What bringing that state back would do to the open plan; none when it is another plan's.
    pub fn compare(&self, state: &PlanFile) -> Option<Difference> {
        let file = self.file().filter(|file| file.id == state.id)?;
        Some(difference(&file, state))
    }

    /// Khôi phục bản này: makes the open plan read as it did then. It is a change like any other: in the history, and
    /// taken back by "Hoàn tác". What stands now is set aside before.
    pub async fn bring_back(&self, backup: &Backup, state: &PlanFile) {
        if let Err(error) = self.backup(Reason::Restoring).await {
            self.notify(text::not_kept(&error.to_string()));
        }
        let Some(file) = self.file().filter(|file| file.id == state.id) else { return };
        let when = text::moment(backup.about.at);
        match self.edit_and_say(
            text::brought_back(&when),
            file.restore_all(state),
            text::brought_back_now(&when),
        ) {
            Ok(()) => {}
            Err(error) => self.notify(text::not_brought_back(&error.to_string())),
        }
    }

    /// Mở riêng: opens that state as a copy of its own, beside what the browser keeps of the plan.
    ///
    /// # Errors
    /// [`OpenError::Unsaved`] when what is open cannot be left.
    pub async fn open_backup(&self, state: &PlanFile) -> Result<(), OpenError> {
        self.make_room().await?;
        let slot = saver::copy_name(state.id.as_str(), &ids::short_id(), 1);
        self.show(Session::unsaved(slot, state.clone()), SaveStatus::Saving, Vec::new());
        self.save();
        Ok(())
    }

    /// Tải xuống: hands the backup to the person as a file like any other, or as the text it is when it is no plan.
    pub async fn download_backup(&self, backup: &Backup) {
        let name = text::file_name(backup);
        match self.backup_text(backup).await {
            Some(raw) => {
                let json = exchange::read(&raw).map_or(raw, |reading| reading.file.to_json());
                self.download(&name, files::JSON, json.as_bytes());
            }
            None => self.notify(text::BROKEN),
        }
    }

    /// Removes a backup, after a person was asked.
    ///
    /// # Errors
    /// [`SaveError`] in Vietnamese.
    pub async fn remove_backup(&self, backup: &Backup) -> Result<(), SaveError> {
        if let Some(vault) = self.vault() {
            Backups::of(vault.backend()).remove(&[backup]).await?;
        }
        Ok(())
    }

    /// Asks from time to time whether a backup is due; until dropped.
    pub(super) fn back_up_at_times(&self) -> Interval {
        let store = self.clone();
        Interval::new(ASK_EVERY_MS, move || {
            let changed = {
                let due = store.0.due.borrow();
                due.is_due(clock::ticks(), !store.is_at(due.moment.as_ref()))
            };
            if changed {
                let store = store.clone();
                spawn_local(async move { store.back_up_and_tell(Reason::Timed).await });
            }
        })
    }

    /// The plan just opened is set aside as it is now, a little later; what it is then does not matter.
    pub(super) fn back_up_opened(&self) {
        let (Some(file), moment) = (self.file(), self.moment()) else { return };
        let store = self.clone();
        Timeout::new(AFTER_OPENING_MS, move || {
            spawn_local(async move { store.tell(store.set_aside(&file, Reason::Opened).await.err()) });
        })
        .forget();
        *self.0.due.borrow_mut() = Due { at: clock::ticks(), moment };
    }

    /// Makes a backup for a person, or in passing; a failure stays on the screen until it is read.
    pub async fn back_up_and_tell(&self, reason: Reason) {
        match self.backup(reason).await {
            Ok(made) if reason == Reason::Asked => {
                self.say(if made.is_some() { text::KEPT } else { text::KEPT_ALREADY });
            }
            made => self.tell(made.err()),
        }
    }

    fn tell(&self, error: Option<SaveError>) {
        // Where nothing can be kept at all, the banner says so already.
        if let Some(error) = error.filter(|_| !matches!(self.status(), SaveStatus::Failed { .. })) {
            self.notify(text::not_kept(&error.to_string()));
        }
    }

    async fn set_aside(&self, file: &PlanFile, reason: Reason) -> Result<Option<Backup>, SaveError> {
        let Some(vault) = self.vault() else { return Ok(None) };
        // localStorage is too small for more than one state, and an empty place keeps none.
        if !matches!(vault.backend(), AnyBackend::Idb(_)) {
            return Ok(None);
        }
        let json = file.to_compact_json();
        let about = About::of(&file.plan.title, clock::now(), reason, file.activities.len(), &json);
        Backups::of(vault.backend()).keep(file.id.as_str(), &ids::new_id(), about, &json).await
    }

    async fn backup_text(&self, backup: &Backup) -> Option<String> {
        let vault = self.vault()?;
        Backups::of(vault.backend()).text(backup).await.ok().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_changed_is_set_aside_every_ten_minutes_and_what_has_not_never() {
        let due = Due { at: 1_000.0, moment: None };
        let minutes = |minutes: f64| minutes.mul_add(60_000.0, 1_000.0);
        assert!(!due.is_due(minutes(9.9), true) && due.is_due(minutes(10.0), true));
        assert!(!due.is_due(minutes(600.0), false));
    }
}
