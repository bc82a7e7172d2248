//! One save at a time: what is written, and what its outcome means for the session.

use std::cell::RefCell;
use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::plan::Plan;
use chrono::NaiveDateTime;

use super::opening::load;
use super::parts;
use super::session::Session;
use super::steps::{STEPS, Steps};
use crate::platform::storage::{Backend, Backups, Part, SaveError, StorageError, Vault};
use crate::strings::exchange as text;

/// How a save ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Everything that was on the screen when the save ended is in storage.
    Saved {
        /// Storage's revision.
        revision: u64,
        /// What another tab's save meant for this one.
        met: Met,
    },
    /// It was refused; the session is as unsaved as before.
    Refused(SaveError),
    /// Nothing is open.
    Nothing,
}

/// What became of the state that another tab had saved meanwhile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Met {
    /// No other tab had saved.
    #[default]
    Nobody,
    /// Both are now one.
    Merged,
    /// The two contradict each other: this tab's state is now a copy of its own.
    Beside,
}

/// How often a save gives way to other tabs by merging; then it becomes a copy of its own.
const MERGES: usize = 8;

/// Saves the session until storage has what the screen has. Edits may go on meanwhile.
pub(super) async fn save<B: Backend>(
    vault: &Vault<B>,
    session: &RefCell<Option<Session>>,
    now: impl Fn() -> NaiveDateTime,
) -> Outcome {
    let mut met = Met::default();
    let mut merges = 0;
    let mut whole = false;
    loop {
        let Some(Snapshot { identity, slot, revision, file, saved, steps, steps_turn }) =
            Snapshot::of(session, whole)
        else {
            return Outcome::Nothing;
        };
        let mut parts = parts::split(&file, saved.as_deref());
        parts.push(steps);
        match vault.save(&slot, &called(&file.plan), now(), &parts).await {
            Ok(done) => {
                let mut open = session.borrow_mut();
                let Some(session) = open.as_mut().filter(|session| session.is(&identity)) else {
                    // Another file was opened while this one was on its way: what was saved is not its state, and
                    // it may be waiting for this save.
                    (met, merges, whole) = (Met::default(), 0, false);
                    continue;
                };
                session.mark_saved(revision, file, steps_turn);
                if session.unsaved_changes() == 0 {
                    return Outcome::Saved { revision: done.revision, met };
                }
                whole = false;
            }
            Err(SaveError::NeedAll) if !whole => whole = true,
            // Another tab saved what this one has not seen: merged where the two do not contradict each other, both kept
            // where they do. Neither is overwritten.
            Err(SaveError::Newer) if met != Met::Beside => {
                merges += 1;
                let theirs = if merges > MERGES { None } else { load(vault, &slot).await.ok().flatten() };
                let mut open = session.borrow_mut();
                let Some(session) = open.as_mut().filter(|session| session.is(&identity)) else {
                    (met, merges, whole) = (Met::default(), 0, false);
                    continue;
                };
                let merged =
                    theirs.filter(|theirs| !theirs.damaged).and_then(|theirs| session.merged(&theirs.file));
                if let Some(merged) = merged {
                    session.take_in(merged);
                    met = Met::Merged;
                } else {
                    session.move_to(copy_name(&slot, vault.tab(), revision));
                    met = Met::Beside;
                }
            }
            Err(error) => return Outcome::Refused(error),
        }
    }
}

/// The same; where the browser has no room left, backups give way, the oldest first. How many went is told.
pub(super) async fn save_before_backups<B: Backend>(
    vault: &Vault<B>,
    session: &RefCell<Option<Session>>,
    now: impl Fn() -> NaiveDateTime,
) -> (Outcome, usize) {
    let mut given_up = 0;
    loop {
        let outcome = save(vault, session, &now).await;
        if outcome != Outcome::Refused(SaveError::Storage(StorageError::Full)) {
            return (outcome, given_up);
        }
        match Backups::of(vault.backend()).shed().await {
            Ok(some @ 1..) => given_up += some,
            _ => return (outcome, given_up),
        }
    }
}

/// What a person tells a kept plan by: its title, its number, and whether its figures are made up.
pub(super) fn called(plan: &Plan) -> String {
    let illustrative = plan.illustrative.as_ref().map(|_| text::ILLUSTRATIVE.to_owned());
    let number = plan.number.as_ref().map(|number| text::numbered(number));
    [Some(plan.title.clone()), number, illustrative].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The slot of a copy that stands beside a file: `hoa-tham-2026~7QK2M1XA-12`.
pub(super) fn copy_name(slot: &str, tab: &str, revision: u64) -> String {
    let original = slot.split('~').next().unwrap_or(slot);
    format!("{original}~{tab}-{revision}")
}

/// What a save needs of the session, so that edits may go on meanwhile.
struct Snapshot {
    identity: Rc<()>,
    slot: String,
    revision: u64,
    file: Rc<PlanFile>,
    saved: Option<Rc<PlanFile>>,
    steps: Part,
    steps_turn: u64,
}

impl Snapshot {
    /// `whole`: as if storage had nothing of it.
    fn of(session: &RefCell<Option<Session>>, whole: bool) -> Option<Self> {
        let session = session.borrow();
        let session = session.as_ref()?;
        let steps = if whole { Some(session.steps()) } else { session.unsaved_steps() };
        Some(Self {
            steps: Part { name: STEPS.to_owned(), body: steps.map(Steps::text) },
            steps_turn: session.steps().turn(),
            identity: session.identity(),
            slot: session.slot.clone(),
            revision: session.revision,
            file: Rc::clone(&session.file),
            saved: session.saved_file().filter(|_| !whole),
        })
    }
}
