//! The open file in this tab, and how it changes: pure, without a browser.

use std::rc::Rc;

use cchc_core::exchange::{Applied, Author, Change, ChangeError, PlanFile, merge};

use super::incoming::Incoming;
use super::steps::{Before, Reception, Step, Steps};
use crate::strings::{exchange, shell as text};

/// The file a tab has open.
#[derive(Clone, Debug)]
pub struct Session {
    /// The name of its slots in storage: the file's id, or a copy's own name.
    pub slot: String,
    /// The file as it stands on the screen.
    pub file: Rc<PlanFile>,
    /// Grows with every change in this tab.
    pub revision: u64,
    /// The file and the revision that storage has; none before the first save.
    saved: Option<(u64, Rc<PlanFile>)>,
    /// The revision that was last written to a file of the person's own.
    exported: Option<u64>,
    steps: Steps,
    /// The turn of the steps that storage has.
    steps_saved: Option<u64>,
    /// Tells this session from a later one of the same slot.
    identity: Rc<()>,
}

impl Session {
    /// A file that storage does not have yet.
    pub fn unsaved(slot: impl Into<String>, file: PlanFile) -> Self {
        Self::new(slot.into(), Rc::new(file), None)
    }

    /// A file that came from storage just so.
    pub fn stored(slot: impl Into<String>, file: PlanFile) -> Self {
        let file = Rc::new(file);
        Self::new(slot.into(), Rc::clone(&file), Some((1, file)))
    }

    fn new(slot: String, file: Rc<PlanFile>, saved: Option<(u64, Rc<PlanFile>)>) -> Self {
        Self {
            slot,
            file,
            revision: 1,
            saved,
            exported: None,
            steps: Steps::default(),
            steps_saved: None,
            identity: Rc::default(),
        }
    }

    /// The same with the steps that storage had beside the file.
    #[must_use]
    pub fn with_steps(mut self, steps: Steps) -> Self {
        self.steps = steps;
        self.steps_saved = Some(self.steps.turn());
        self
    }

    /// Applies a change; true when it had any effect. On an error nothing changed.
    pub fn apply(&mut self, change: &Change) -> Result<bool, ChangeError> {
        let Applied { inverse, has_changed } = self.change(change)?;
        if !inverse.is_empty() {
            self.steps.made(Step::new(&*change.label, inverse));
        }
        Ok(has_changed)
    }

    /// Hoàn tác: takes the nearest change back, as a change of its own; its label, or none when there is none. A step
    /// that the file no longer lets be taken is left out, so that the one before it can be reached.
    pub fn undo(&mut self, author: Author) -> Result<Option<String>, ChangeError> {
        let Some(Step { label, edits, .. }) = self.steps.back().cloned() else { return Ok(None) };
        let made = self.change(&Change { author, label: text::undo_of(&label), edits });
        self.steps.took_back(step(&label, &made));
        made.map(|_| Some(label))
    }

    /// Puts the plan with received files in place of the open one. `backup` has the open one, for after a reload.
    pub fn receive(&mut self, merged: PlanFile, incoming: Incoming, backup: Option<String>) {
        let file = std::mem::replace(&mut self.file, Rc::new(merged));
        let before = Some(Rc::new(Before { file, incoming }));
        self.steps.received(exchange::TAKEN, Reception { backup, before });
        self.revision += 1;
    }

    /// The reception that would be taken back next, once every change made since is taken back.
    pub fn last_reception(&self) -> Option<&Reception> {
        self.steps.back()?.reception.as_ref()
    }

    /// Takes that reception back: leads to `former`, the state before it; none where that is not known any more, and then
    /// what came stays.
    pub fn undo_reception(&mut self, former: Option<&PlanFile>) {
        self.steps.took_reception_back();
        if let Some(former) = former {
            self.file = Rc::new(self.file.back_to(former));
        }
        self.revision += 1;
    }

    /// Takes over the open file with something more in its journal, which nobody can take back.
    pub fn note(&mut self, noted: PlanFile) {
        self.file = Rc::new(noted);
        self.revision += 1;
    }

    /// Làm lại: does again what was taken back last; otherwise as [`Session::undo`].
    pub fn redo(&mut self, author: Author) -> Result<Option<String>, ChangeError> {
        let Some(Step { label, edits, .. }) = self.steps.forth().cloned() else { return Ok(None) };
        let made = self.change(&Change { author, label: text::redo_of(&label), edits });
        self.steps.did_again(step(&label, &made));
        made.map(|_| Some(label))
    }

    /// What can be taken back and done again.
    pub fn steps(&self) -> &Steps {
        &self.steps
    }

    /// The same; none where storage has it just so.
    pub fn unsaved_steps(&self) -> Option<&Steps> {
        (self.steps_saved != Some(self.steps.turn())).then_some(&self.steps)
    }

    /// How many changes only this screen has.
    pub fn unsaved_changes(&self) -> u64 {
        self.revision.saturating_sub(self.saved.as_ref().map_or(0, |(revision, _)| *revision))
    }

    /// Whether something was changed here that is neither in storage nor in a file of the person's own.
    pub fn has_the_only_copy(&self) -> bool {
        self.revision > 1 && self.unsaved_changes() > 0 && self.exported != Some(self.revision)
    }

    /// This revision was written to a file of the person's own.
    pub fn mark_exported(&mut self, revision: u64) {
        self.exported = Some(revision);
    }

    /// What tells this session from any other.
    pub fn identity(&self) -> Rc<()> {
        Rc::clone(&self.identity)
    }

    /// Whether this is the session of that identity.
    pub fn is(&self, identity: &Rc<()>) -> bool {
        Rc::ptr_eq(&self.identity, identity)
    }

    /// The file as storage has it, to tell which parts changed.
    pub fn saved_file(&self) -> Option<Rc<PlanFile>> {
        self.saved.as_ref().map(|(_, file)| Rc::clone(file))
    }

    /// Storage now has `file`, which was this revision, and the steps of that turn.
    pub fn mark_saved(&mut self, revision: u64, file: Rc<PlanFile>, steps_turn: u64) {
        self.saved = Some((revision, file));
        self.steps_saved = Some(steps_turn);
    }

    /// This file and another copy of it as one; none where they contradict each other.
    pub fn merged(&self, other: &PlanFile) -> Option<PlanFile> {
        let merged = merge(&self.file, other).ok()?;
        let mut known = self.file.open_fields();
        known.extend(other.open_fields());
        let opens_none = merged.open_fields().is_subset(&known);
        opens_none.then_some(merged)
    }

    /// Shows the file with what another tab wrote; what can be taken back stays.
    pub fn take_in(&mut self, merged: PlanFile) {
        self.file = Rc::new(merged);
        self.steps.forget_receptions();
        self.revision += 1;
        self.saved = None;
        self.steps_saved = None;
    }

    /// Storage has nothing under this slot that parts could rely on: the next save carries everything.
    pub fn move_to(&mut self, slot: impl Into<String>) {
        self.slot = slot.into();
        self.saved = None;
        self.steps_saved = None;
    }

    fn change(&mut self, change: &Change) -> Result<Applied, ChangeError> {
        let (file, applied) = self.file.after(change)?;
        if applied.has_changed {
            self.file = Rc::new(file);
            self.revision += 1;
        }
        Ok(applied)
    }
}

/// What leads back from a change, where it had an effect.
fn step(label: &str, made: &Result<Applied, ChangeError>) -> Option<Step> {
    let edits =
        made.as_ref().ok().map(|applied| applied.inverse.clone()).filter(|edits| !edits.is_empty())?;
    Some(Step::new(label, edits))
}
