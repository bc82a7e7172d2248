//! Whatever happens to the browser: what was called saved is found by the page that opens next, to the last change.
//!
//! Histories of two tabs over a memory that fails on order: edits, steps back and forth, saves that crash, are refused or
//! cut short at any step, a browser that dies, room that runs out, backups between.

use std::cell::RefCell;

use cchc_core::exchange::{Author, Change, PlanFile};
use cchc_core::id::WriterId;
use proptest::prelude::*;

use super::opening::{FromStorage, load};
use super::saver::{self, Outcome};
use super::session::Session;
use super::tests::{at, author, file, log, now};
use crate::platform::storage::{About, Backups, Fault, MemoryBackend, Reason, Vault};

const SLOT: &str = "hoa-tham-2026";

/// What happens.
#[derive(Clone, Debug)]
enum Act {
    Write(usize),
    Undo(usize),
    Redo(usize),
    /// A save, and at which of its commits what goes wrong.
    Save(usize, Option<(usize, Fault)>),
    Backup(usize, Option<(usize, Fault)>),
    /// The browser dies between two steps.
    Die,
    /// So many bytes may be kept beyond what there is; none: as many as one likes.
    Room(Option<usize>),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let tab = 0..2_usize;
    let fault = prop_oneof![
        2 => (0..4_usize, prop_oneof![Just(Fault::Full), Just(Fault::Crash)]).prop_map(Some),
        // A write that is cut short and called done is a disk that lies; a slot, and the flip itself.
        1 => (0..2_usize, Just(Fault::CutShort)).prop_map(Some),
        3 => Just(None),
    ];
    let act = prop_oneof![
        5 => tab.clone().prop_map(Act::Write),
        1 => tab.clone().prop_map(Act::Undo),
        1 => tab.clone().prop_map(Act::Redo),
        5 => (tab.clone(), fault.clone()).prop_map(|(tab, fault)| Act::Save(tab, fault)),
        1 => (tab, fault).prop_map(|(tab, fault)| Act::Backup(tab, fault)),
        1 => Just(Act::Die),
        1 => prop_oneof![(0..20_000_usize).prop_map(Some), Just(None)].prop_map(Act::Room),
    ];
    prop::collection::vec(act, 1..24)
}

/// A tab: what it knows of storage, and what it has open.
struct Tab {
    vault: Vault<MemoryBackend>,
    session: RefCell<Option<Session>>,
    writer: WriterId,
}

struct Browser {
    memory: MemoryBackend,
    tabs: Vec<Tab>,
    /// Draws names for tabs and writers, and ids for records: never the same twice.
    drawn: usize,
    /// The states of which one must be found: the one last called saved, and, while a save ended in a crash, the one that
    /// it was about to write.
    may_be_found: Vec<PlanFile>,
}

impl Browser {
    fn start() -> Self {
        let memory = MemoryBackend::default();
        let vault = Vault::new(memory.clone(), "DAU");
        let session = RefCell::new(Some(Session::unsaved(SLOT, file())));
        now(saver::save(&vault, &session, at));
        let mut browser = Self { memory, tabs: Vec::new(), drawn: 0, may_be_found: vec![file()] };
        browser.open_tabs();
        browser
    }

    fn draw(&mut self) -> String {
        self.drawn += 1;
        format!("t{:04}", self.drawn)
    }

    fn open_tabs(&mut self) {
        self.memory.restart();
        self.tabs = (0..2)
            .map(|_| {
                let name = self.draw();
                let vault = Vault::new(self.memory.clone(), name.clone());
                let FromStorage { file, steps, damaged, .. } =
                    now(load(&vault, SLOT)).unwrap().expect("a file");
                assert!(!damaged, "a crash breaks nothing");
                let session = RefCell::new(Some(Session::stored(SLOT, file).with_steps(steps)));
                Tab { vault, session, writer: name.parse().unwrap() }
            })
            .collect();
    }

    fn found(&self) -> PlanFile {
        self.memory.restart();
        now(load(&Vault::new(self.memory.clone(), "XEM"), SLOT)).unwrap().expect("a file").file
    }

    fn act(&mut self, act: &Act) {
        match *act {
            Act::Write(tab) => {
                let id = self.draw();
                let tab = &self.tabs[tab];
                let change = log(&id, "2026-11-20", &format!("Hoạt động {id}"));
                let author = Author { writer: tab.writer.clone(), ..author() };
                let change = Change { author, ..change };
                tab.session.borrow_mut().as_mut().unwrap().apply(&change).unwrap();
            }
            Act::Undo(tab) | Act::Redo(tab) => {
                let tab = &self.tabs[tab];
                let author = Author { writer: tab.writer.clone(), ..author() };
                let mut session = tab.session.borrow_mut();
                let session = session.as_mut().unwrap();
                // A step that another tab made impossible is refused, and nothing happens.
                let _ = if matches!(act, Act::Undo(_)) { session.undo(author) } else { session.redo(author) };
            }
            Act::Save(tab, fault) => self.save(tab, fault),
            Act::Backup(tab, fault) => {
                self.fail(fault);
                let file = self.tabs[tab].session.borrow().as_ref().unwrap().file.clone();
                let (id, json) = (self.draw(), file.to_compact_json());
                let about = About::of("Kế hoạch", at(), Reason::Timed, file.activities.len(), &json);
                let _ = now(Backups::of(&self.memory).keep(SLOT, &id, about, &json));
                self.after_fault(fault);
            }
            Act::Die => self.open_tabs(),
            Act::Room(room) => {
                let used: usize = self.memory.dump().iter().map(|(key, value)| key.len() + value.len()).sum();
                self.memory.limit(room.map_or(usize::MAX, |room| used + room));
            }
        }
    }

    fn save(&mut self, tab: usize, fault: Option<(usize, Fault)>) {
        let about_to_write = |tab: &Tab| (*tab.session.borrow().as_ref().unwrap().file).clone();
        let had = about_to_write(&self.tabs[tab]);
        self.fail(fault);
        let (outcome, _) =
            now(saver::save_before_backups(&self.tabs[tab].vault, &self.tabs[tab].session, at));
        let has = about_to_write(&self.tabs[tab]);
        match outcome {
            Outcome::Saved { .. } => {
                assert!(
                    self.tabs[tab].session.borrow().as_ref().unwrap().slot == SLOT,
                    "records of their own never clash"
                );
                self.may_be_found = vec![has];
            }
            // The crash may have come before or after the flip.
            Outcome::Refused(_) if matches!(fault, Some((_, Fault::Crash))) => {
                self.may_be_found.extend([had, has]);
            }
            Outcome::Refused(_) => {}
            Outcome::Nothing => unreachable!("a file is open"),
        }
        self.after_fault(fault);
    }

    fn fail(&self, fault: Option<(usize, Fault)>) {
        if let Some((step, fault)) = fault {
            self.memory.fail(step, fault);
        }
    }

    /// A crash is the end of every tab. Any other fault that has not come by now comes no more.
    fn after_fault(&mut self, fault: Option<(usize, Fault)>) {
        if matches!(fault, Some((_, Fault::Crash))) {
            self.open_tabs();
            let found = self.found();
            assert!(self.may_be_found.contains(&found), "neither the old state nor the new one");
            self.may_be_found = vec![found];
        } else {
            self.memory.restart();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn what_was_called_saved_is_found(acts in acts()) {
        let mut browser = Browser::start();
        for act in &acts {
            browser.act(act);
            let found = browser.found();
            prop_assert!(browser.may_be_found.contains(&found), "after {act:?}");
            let backups = Backups::of(&browser.memory);
            for backup in now(backups.all()).unwrap() {
                let text = now(backups.text(&backup)).unwrap();
                prop_assert!(text.is_some_and(|text| cchc_core::exchange::read(&text).is_ok()), "a backup by halves");
            }
        }
    }
}
