//! Files received and not taken in yet: what is in them, what a person has decided, what the plan would be. Pure.

use std::collections::BTreeSet;
use std::rc::Rc;

use cchc_core::diagnostic::{Diagnostic, Severity};
use cchc_core::exchange::{
    Author, Change, Difference, Edit, MergeError, PlanFile, ReadError, Reading, RecordChange, Transfer,
    difference, read_bytes,
};
use cchc_core::id::OfficeId;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::strings::exchange as text;

/// A file as it came.
#[derive(Clone, Debug)]
pub struct Received {
    /// Its name on disk.
    pub name: String,
    /// What was read, with its findings; or why nothing was.
    pub reading: Result<Rc<Reading>, ReadError>,
    /// Its bytes, to be kept until a person has decided.
    bytes: Rc<[u8]>,
}

/// A file as the browser keeps it while it waits.
#[derive(Serialize, Deserialize)]
struct KeptFile {
    name: String,
    /// A byte a sign (Latin-1): whatever the file is, it comes back as it was.
    bytes: String,
}

impl Received {
    /// Reads the bytes of a file.
    pub fn read(name: String, bytes: Vec<u8>) -> Self {
        let reading = read_bytes(&bytes).map(Rc::new);
        Self { name, reading, bytes: bytes.into() }
    }

    /// A file that was read already.
    pub fn of(name: String, bytes: Vec<u8>, reading: Reading) -> Self {
        Self { name, reading: Ok(Rc::new(reading)), bytes: bytes.into() }
    }

    /// Whether it is that file: two of one name may differ, and wait side by side.
    fn is(&self, other: &Self) -> bool {
        self.name == other.name && self.bytes == other.bytes
    }

    /// The file, where all of it was read: its sender can send it anew, so half of one is not taken in.
    fn file(&self) -> Option<&PlanFile> {
        let reading = self.reading.as_ref().ok()?;
        damage(reading).is_none().then_some(&reading.file)
    }
}

/// Tệp vừa nhận: all files that wait, and what was decided about their conflicts. The open plan is as it was.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    files: Vec<Rc<Received>>,
    decided: Vec<Change>,
    /// Another number is another state.
    number: u64,
}

impl PartialEq for Incoming {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Incoming {
    /// Takes further files in; one that is here already is not counted twice.
    pub fn add(&mut self, files: impl IntoIterator<Item = Received>) {
        self.number += 1;
        for file in files {
            self.push(Rc::new(file));
        }
    }

    fn push(&mut self, file: Rc<Received>) {
        if !self.files.iter().any(|here| here.is(&file)) {
            self.files.push(file);
        }
    }

    /// Leaves one out.
    pub fn leave_out(&mut self, file: &Received) {
        self.number += 1;
        self.files.retain(|here| !here.is(file));
    }

    /// Remembers what was decided.
    pub fn decide(&mut self, author: Author, edits: Vec<Edit>) {
        self.number += 1;
        self.decided.push(Change { author, label: text::DECIDED.to_owned(), edits });
    }

    /// The files as text, for the browser to keep.
    pub(super) fn files_text(&self) -> String {
        let kept: Vec<KeptFile> = self
            .files
            .iter()
            .map(|file| KeptFile {
                name: file.name.clone(),
                bytes: file.bytes.iter().copied().map(char::from).collect(),
            })
            .collect();
        serde_json::to_string(&kept).expect("names and bytes can be written as JSON")
    }

    /// What was decided, as text.
    pub(super) fn decided_text(&self) -> String {
        serde_json::to_string(&self.decided).expect("changes can be written as JSON")
    }

    /// The files that [`Incoming::files_text`] wrote; none where they cannot be read.
    pub(super) fn of_text(files: &str) -> Option<Self> {
        let kept: Vec<KeptFile> = serde_json::from_str(files).ok()?;
        let mut incoming = Self::default();
        for KeptFile { name, bytes } in kept {
            let bytes: Result<Vec<u8>, _> = bytes.chars().map(u8::try_from).collect();
            incoming.add([Received::read(name, bytes.ok()?)]);
        }
        Some(incoming)
    }

    /// Takes up what [`Incoming::decided_text`] wrote; false where it cannot be read.
    pub(super) fn take_up(&mut self, decided: &str) -> bool {
        let decided = serde_json::from_str(decided);
        decided.map(|decided| self.decided = decided).is_ok()
    }

    /// The same with the files that came meanwhile.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        self.number += other.number;
        for file in other.files {
            self.push(file);
        }
        for change in other.decided {
            if !self.decided.contains(&change) {
                self.decided.push(change);
            }
        }
        self
    }

    /// How many files wait, those included that cannot be taken in.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Xem trước: what the files and the decisions make of the open plan.
    ///
    /// # Panics
    /// Never: the core answers for each file that it is given.
    pub fn preview(&self, open: &PlanFile) -> Preview {
        let readable = || self.files.iter().filter_map(|file| file.file());
        let reception = open.receive(readable());
        let mut merged = reception.merged;
        for change in &self.decided {
            // What was decided about a file that is left out again has nothing to decide.
            let _ = merged.apply(change);
        }
        let mut outcomes = reception.files.into_iter();
        let files = self.files.iter().map(|file| {
            let outcome = match &file.reading {
                Err(error) => Err(text::unreadable(error)),
                Ok(reading) => {
                    if let Some(found) = damage(reading) {
                        Err(text::damaged(found))
                    } else {
                        let outcome = outcomes.next().expect("each file read has its outcome");
                        outcome.map_err(|error| refused(&error, &reading.file, open))
                    }
                }
            };
            Arrived::new(file, outcome, open)
        });
        let difference =
            if self.decided.is_empty() { reception.difference } else { difference(open, &merged) };
        Preview { files: files.collect(), difference, merged: Rc::new(merged) }
    }
}

/// What says that a part of the file is lost.
fn damage(reading: &Reading) -> Option<&Diagnostic> {
    let mut found = reading.diagnostics.iter();
    found.find(|found| found.code == "damaged" && found.severity == Severity::Error)
}

fn refused(error: &MergeError, file: &PlanFile, open: &PlanFile) -> String {
    match error {
        MergeError::OtherPlan(..) => text::other_plan(&file.plan.title),
        MergeError::Newer(_) if open.is_read_only() => text::OPEN_IS_NEWER.to_owned(),
        MergeError::Newer(_) => text::NEWER.to_owned(),
    }
}

/// One file in the preview.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// As it came.
    pub received: Rc<Received>,
    /// Who sent it, as far as it tells.
    pub offices: BTreeSet<OfficeId>,
    /// When they last wrote in it.
    pub written: Option<DateTime<FixedOffset>>,
    /// What it brings by itself; or why it is left out.
    pub outcome: Result<Difference, String>,
}

impl Arrived {
    fn new(file: &Rc<Received>, outcome: Result<Difference, String>, open: &PlanFile) -> Self {
        let of_ours = file.file().filter(|_| outcome.is_ok());
        let offices = of_ours.map(|file| file.senders(open)).unwrap_or_default();
        let written = of_ours.and_then(|file| file.last_written(&offices));
        Self { received: Rc::clone(file), offices, written, outcome }
    }
}

/// What taking over would do.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The files, as they came.
    pub files: Vec<Arrived>,
    /// What they bring together.
    pub difference: Difference,
    /// The plan with them and with what was decided.
    pub merged: Rc<PlanFile>,
}

impl Preview {
    /// How many files can be taken in.
    pub fn usable(&self) -> usize {
        self.files.iter().filter(|file| file.outcome.is_ok()).count()
    }

    /// How many conflicts it leaves in the plan.
    pub fn open(&self) -> usize {
        self.merged.undecided().len()
    }

    /// How many records become new, changed, deleted.
    pub fn counts(&self) -> [usize; 3] {
        [RecordChange::New, RecordChange::Changed, RecordChange::Deleted]
            .map(|what| self.difference.count(what))
    }

    /// What the journal remembers of it.
    pub fn transfers(&self) -> Vec<Edit> {
        let arrived = self.files.iter().filter_map(|file| Some((file, file.outcome.as_ref().ok()?)));
        arrived
            .map(|(file, found)| {
                Edit::Received(Transfer::received(file.received.name.clone(), file.offices.clone(), found))
            })
            .collect()
    }
}
