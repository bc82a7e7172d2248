//! The session, its parts and its saving, without a browser.

use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use cchc_core::calendar::Date;
use cchc_core::exchange::{self, Author, Change, Edit, PlanFile};
use cchc_core::id::WriterId;
use cchc_core::record::Kind;
use chrono::{DateTime, NaiveDateTime};
use serde_json::{Map, Value, json};

use super::incoming::Incoming;
use super::session::Session;
use super::waiting_tests::theirs;
use super::{parts, saver};
use crate::platform::storage::{Fault, MemoryBackend, SaveError, StorageError, Vault};

pub(super) fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("memory does not wait"),
    }
}

pub(super) fn file() -> PlanFile {
    let text = json!({
        "format": "cchc", "version": 1, "id": "hoa-tham-2026",
        "plan": {
            "title": "Kế hoạch tuyên truyền cải cách hành chính xã Hoa Thám năm 2026", "year": 2026,
            "commune": "xã Hoa Thám", "province": "tỉnh Lạng Sơn", "issuer": "UBND xã Hoa Thám",
            "tracked_from": {"value": "2026-05-01", "basis": "inferred"},
            "escalation": {"value": [], "basis": "inferred"}, "recipients": []
        },
        "records": {"ghi_chu_cua_phien_ban_sau": [{"id": "x"}]},
        "truong_la": {"giu": true}
    });
    let reading = exchange::read(&text.to_string()).unwrap();
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    reading.file
}

pub(super) fn author() -> Author {
    let at = DateTime::parse_from_rfc3339("2026-11-20T09:42:00+07:00").unwrap();
    Author { writer: WriterId::new("may-1").unwrap(), at, office: None }
}

pub(super) fn log(id: &str, date: &str, title: &str) -> Change {
    let fields: Map<String, Value> = serde_json::from_value(json!({
        "id": id, "date": date, "office": "phong-vhxh", "title": title, "counts": [{"unit": "tin-bai", "value": 1}]
    }))
    .unwrap();
    let record = exchange::RecordKey::new(Kind::Activities, id);
    Change { author: author(), label: "Ghi hoạt động".into(), edits: vec![Edit::Set { record, fields }] }
}

fn joined(parts: Vec<crate::platform::storage::Part>) -> PlanFile {
    let parts: Vec<_> = parts.into_iter().map(|part| (part.name, part.body.expect("every part"))).collect();
    let reading = exchange::read(&parts::join(&parts).unwrap()).unwrap();
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    reading.file
}

pub(super) fn year() -> Session {
    let mut session = Session::unsaved("hoa-tham-2026", file());
    for month in 1..=12 {
        for day in [5, 19] {
            let id = format!("a{month:02}{day:02}");
            let change =
                log(&id, &format!("2026-{month:02}-{day:02}"), "Tin, bài về dịch vụ công trực tuyến");
            assert_eq!(session.apply(&change), Ok(true));
        }
    }
    session
}

#[test]
fn splitting_and_joining_is_the_identity() {
    let session = year();
    let parts = parts::split(&session.file, None);
    let names: Vec<&str> = parts.iter().map(|part| &*part.name).collect();
    assert_eq!(names[..3], ["dau", "thang-2026-01", "thang-2026-02"]);
    assert_eq!(names.last(), Some(&"lich-su-00001"));
    assert!(
        !parts[0].body.as_ref().unwrap().contains("a0105"),
        "the head holds no activity and no stamp of one"
    );
    assert_eq!(joined(parts), *session.file);
    assert_eq!(joined(parts::split(&file(), None)), file());
}

#[test]
fn one_activity_writes_the_head_its_month_and_the_history() {
    let mut session = year();
    let before = Rc::clone(&session.file);
    session.apply(&log("a-moi", "2026-11-20", "Hội nghị đối thoại")).unwrap();
    let parts = parts::split(&session.file, Some(&before));
    let written: Vec<&str> =
        parts.iter().filter(|part| part.body.is_some()).map(|part| &*part.name).collect();
    assert_eq!(written, ["dau", "thang-2026-11", "lich-su-00001"]);
    assert_eq!(parts.len(), 14);
}

#[test]
fn moving_an_activity_to_another_month_writes_both() {
    let mut session = year();
    let before = Rc::clone(&session.file);
    session.apply(&log("a1105", "2026-10-31", "Tin, bài về dịch vụ công trực tuyến")).unwrap();
    let parts = parts::split(&session.file, Some(&before));
    let written: Vec<&str> =
        parts.iter().filter(|part| part.body.is_some()).map(|part| &*part.name).collect();
    assert_eq!(written, ["dau", "thang-2026-10", "thang-2026-11", "lich-su-00001"]);
    assert_eq!(joined(parts::split(&session.file, None)), *session.file);
}

#[test]
fn undo_takes_changes_back_one_by_one_and_is_itself_a_change() {
    let mut session = Session::unsaved("hoa-tham-2026", file());
    session.apply(&log("a1", "2026-11-20", "Một")).unwrap();
    session.apply(&log("a2", "2026-11-20", "Hai")).unwrap();
    assert_eq!(session.apply(&log("a2", "2026-11-20", "Hai")), Ok(false), "no effect, no step");
    let undo = |session: &mut Session| session.undo(author()).unwrap();
    assert_eq!(undo(&mut session).as_deref(), Some("Ghi hoạt động"));
    assert!(
        session.file.activities.get_str("a2").is_none() && session.file.activities.get_str("a1").is_some()
    );
    assert_eq!(undo(&mut session).as_deref(), Some("Ghi hoạt động"));
    assert!(session.file.activities.is_empty());
    assert_eq!(undo(&mut session), None);
    assert_eq!(session.file.journal.len(), 4);

    let redo = |session: &mut Session| session.redo(author()).unwrap();
    assert_eq!(redo(&mut session).as_deref(), Some("Ghi hoạt động"));
    assert!(session.file.activities.get_str("a1").is_some() && session.file.activities.len() == 1);
    assert_eq!(
        undo(&mut session).as_deref(),
        Some("Ghi hoạt động"),
        "what was done again is taken back again"
    );
    assert_eq!(redo(&mut session).and(redo(&mut session)).as_deref(), Some("Ghi hoạt động"));
    assert_eq!((redo(&mut session), session.file.activities.len()), (None, 2));
    undo(&mut session);
    session.apply(&log("a3", "2026-11-20", "Ba")).unwrap();
    assert_eq!(redo(&mut session), None, "a new change ends what could be done again");
    let labels: Vec<&str> = session.file.journal.iter().map(|entry| &*entry.label).collect();
    assert_eq!(
        labels[2..6],
        ["Hoàn tác: Ghi hoạt động"; 2]
            .into_iter()
            .chain(["Làm lại: Ghi hoạt động", "Hoàn tác: Ghi hoạt động"])
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_step_that_cannot_be_taken_back_any_more_does_not_bar_the_way() {
    let mut session = Session::unsaved("hoa-tham-2026", file());
    session.apply(&log("a1", "2026-11-20", "Một")).unwrap();
    session.apply(&log("a2", "2026-11-20", "Hai")).unwrap();
    session.apply(&log("a2", "2026-11-20", "Hai, sửa")).unwrap();
    let mut other = (*session.file).clone();
    let edits = vec![Edit::Remove { record: exchange::RecordKey::new(Kind::Activities, "a2") }];
    other.apply(&by("the-2", Change { author: author(), label: "Xóa".into(), edits })).unwrap();
    session.take_in(other);
    assert!(session.undo(author()).is_err(), "the title of an activity that is gone");
    assert!(session.undo(author()).is_err());
    assert_eq!(session.undo(author()).unwrap().as_deref(), Some("Ghi hoạt động"));
    assert!(session.file.activities.is_empty());
}

#[test]
fn what_can_be_taken_back_survives_a_reload() {
    let memory = MemoryBackend::default();
    let tab = Tab::open(&memory, "MOT", Some(year()));
    tab.change(&log("a1", "2026-11-20", "Một"));
    tab.change(&log("a2", "2026-11-20", "Hai"));
    tab.session.borrow_mut().as_mut().unwrap().undo(author()).unwrap();
    tab.save();
    let again = Tab::open(&memory, "HAI", None);
    let mut session = again.session.borrow_mut().take().unwrap();
    assert_eq!(session.unsaved_steps(), None);
    assert_eq!(session.redo(author()).unwrap().as_deref(), Some("Ghi hoạt động"));
    assert!(session.file.activities.get_str("a2").is_some());
    for _ in 0..2 {
        session.undo(author()).unwrap();
    }
    assert!(session.file.activities.get_str("a1").is_none());
    assert_eq!(session.file.activities.len(), 24);
    let steps = memory.dump().into_keys().filter(|key| key.contains("/part/hoan-tac/")).count();
    assert_eq!(steps, 1);
}

pub(super) fn at() -> NaiveDateTime {
    Date::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(9, 42, 0).unwrap()
}

fn stored(memory: &MemoryBackend, slot: &str) -> PlanFile {
    let vault = Vault::new(memory.clone(), "DOC");
    let loaded = now(super::opening::load(&vault, slot)).unwrap().expect("a stored file");
    assert!(!loaded.damaged);
    loaded.file
}

#[test]
fn what_is_called_saved_is_what_a_new_tab_finds() {
    let memory = MemoryBackend::default();
    let vault = Vault::new(memory.clone(), "MOT");
    let session = RefCell::new(Some(year()));
    let outcome = now(saver::save(&vault, &session, at));
    assert_eq!(outcome, saver::Outcome::Saved { revision: 1, met: saver::Met::Nobody });
    session.borrow_mut().as_mut().unwrap().apply(&log("a-moi", "2026-11-20", "Hội nghị")).unwrap();
    assert_eq!(session.borrow().as_ref().unwrap().unsaved_changes(), 1);
    now(saver::save(&vault, &session, at));
    let session = session.borrow();
    let session = session.as_ref().unwrap();
    assert_eq!(session.unsaved_changes(), 0);
    assert_eq!(stored(&memory, "hoa-tham-2026"), *session.file);
}

#[test]
fn a_refused_save_leaves_the_changes_unsaved_and_the_next_one_writes_them() {
    let memory = MemoryBackend::default();
    let vault = Vault::new(memory.clone(), "MOT");
    let session = RefCell::new(Some(year()));
    now(saver::save(&vault, &session, at));
    session.borrow_mut().as_mut().unwrap().apply(&log("a-moi", "2026-11-20", "Hội nghị")).unwrap();
    memory.fail(0, Fault::Full);
    let refused = saver::Outcome::Refused(SaveError::Storage(StorageError::Full));
    assert_eq!(now(saver::save(&vault, &session, at)), refused);
    assert_eq!(session.borrow().as_ref().unwrap().unsaved_changes(), 1);
    assert!(stored(&memory, "hoa-tham-2026").activities.get_str("a-moi").is_none());
    now(saver::save(&vault, &session, at));
    assert!(stored(&memory, "hoa-tham-2026").activities.get_str("a-moi").is_some());
}

/// A tab of the browser: what it knows of storage, and what it has open.
struct Tab {
    vault: Vault<MemoryBackend>,
    session: RefCell<Option<Session>>,
}

impl Tab {
    fn open(memory: &MemoryBackend, name: &str, session: Option<Session>) -> Self {
        let vault = Vault::new(memory.clone(), name);
        let load = || now(super::opening::load(&vault, "hoa-tham-2026")).unwrap().unwrap();
        let session = session.unwrap_or_else(|| {
            let super::opening::FromStorage { file, steps, .. } = load();
            Session::stored("hoa-tham-2026", file).with_steps(steps)
        });
        Self { vault, session: RefCell::new(Some(session)) }
    }

    fn change(&self, change: &Change) {
        self.session.borrow_mut().as_mut().unwrap().apply(change).unwrap();
    }

    fn save(&self) -> saver::Outcome {
        now(saver::save(&self.vault, &self.session, at))
    }

    fn file(&self) -> Rc<PlanFile> {
        Rc::clone(&self.session.borrow().as_ref().unwrap().file)
    }
}

/// Two tabs with the same file open, each with a change of its own; the second has saved.
fn two_tabs(one: Change, two: Change) -> (MemoryBackend, Tab, Tab) {
    let memory = MemoryBackend::default();
    let first = Tab::open(&memory, "MOT", Some(year()));
    first.save();
    let second = Tab::open(&memory, "HAI", None);
    first.change(&by("the-1", one));
    second.change(&by("the-2", two));
    second.save();
    (memory, first, second)
}

fn by(writer: &str, change: Change) -> Change {
    Change { author: Author { writer: WriterId::new(writer).unwrap(), ..author() }, ..change }
}

#[test]
fn two_tabs_that_edit_at_once_become_one() {
    let (one, two) = (log("cua-mot", "2026-11-20", "Một"), log("cua-hai", "2026-11-20", "Hai"));
    let (memory, first, second) = two_tabs(one, two);
    let outcome = first.save();
    assert!(matches!(outcome, saver::Outcome::Saved { met: saver::Met::Merged, .. }), "{outcome:?}");
    for id in ["cua-mot", "cua-hai"] {
        assert!(stored(&memory, "hoa-tham-2026").activities.get_str(id).is_some(), "{id}");
        assert!(first.file().activities.get_str(id).is_some(), "{id}");
    }
    // The other tab goes on without having seen it, and finds the same.
    second.change(&by("the-2", log("nua", "2026-11-20", "Nữa")));
    second.save();
    assert_eq!(stored(&memory, "hoa-tham-2026"), *second.file());
    assert_eq!(second.file().activities.len(), 24 + 3);
    assert_eq!(now(first.vault.stored()).unwrap().len(), 1);
}

#[test]
fn a_reception_is_not_taken_back_behind_what_another_tab_wrote() {
    let memory = MemoryBackend::default();
    let first = Tab::open(&memory, "MOT", Some(year()));
    first.change(&log("truoc", "2026-11-20", "Trước khi nhận"));
    first.save();
    let second = Tab::open(&memory, "HAI", None);
    second.change(&by("the-2", log("cua-hai", "2026-11-20", "Hai")));
    second.save();
    let merged = exchange::merge(&first.file(), &theirs("k1")).unwrap();
    first.session.borrow_mut().as_mut().unwrap().receive(merged, Incoming::default(), None);
    assert!(matches!(first.save(), saver::Outcome::Saved { met: saver::Met::Merged, .. }));
    let mut session = first.session.borrow_mut().take().unwrap();
    assert!(session.last_reception().is_none());
    assert_eq!(session.undo(author()), Ok(None), "nor what lies behind it");
    assert_eq!(session.file.activities.len(), 24 + 3);
}

#[test]
fn two_tabs_that_contradict_each_other_are_both_kept() {
    let title = |text: &str| log("a0105", "2026-01-05", text);
    let (memory, first, _) = two_tabs(title("Một"), title("Hai"));
    let outcome = first.save();
    assert!(matches!(outcome, saver::Outcome::Saved { met: saver::Met::Beside, .. }), "{outcome:?}");
    let slots: Vec<String> =
        now(first.vault.stored()).unwrap().into_iter().map(|stored| stored.slot).collect();
    assert_eq!(slots.len(), 2, "{slots:?}");
    let copy = slots.iter().find(|slot| slot.contains('~')).unwrap();
    let title = |slot: &str| stored(&memory, slot).activities.get_str("a0105").unwrap().title.clone();
    assert_eq!((title(copy), title("hoa-tham-2026")), ("Một".to_owned(), "Hai".to_owned()));
}

#[test]
fn a_conflict_settled_in_one_tab_makes_no_room_for_a_new_one() {
    let after = |file: &PlanFile, change: &Change| {
        let mut session = Session::unsaved("hoa-tham-2026", file.clone());
        assert_eq!(session.apply(change), Ok(true));
        session
    };
    let base = year().file;
    let [a, b] = [("may-2", "Một"), ("may-3", "Hai")]
        .map(|(writer, title)| after(&base, &by(writer, log("a0105", "2026-01-05", title))).file);
    let open = exchange::merge(&a, &b).unwrap();
    let settle = open.conflicts()[0].settle(&json!("Một"));
    let settled = after(&open, &Change { author: author(), label: "Chọn".into(), edits: vec![settle] });
    let one = after(&settled.file, &log("a0119", "2026-01-19", "Của thẻ một"));
    let two = after(&open, &by("the-2", log("a0119", "2026-01-19", "Của thẻ hai")));
    assert!(one.merged(&settled.file).is_some());
    assert!(one.merged(&open).is_some());
    assert!(one.merged(&two.file).is_none());
}

#[test]
fn a_stored_file_that_makes_no_sense_is_quarantined_and_the_state_before_opens() {
    let memory = MemoryBackend::default();
    let vault = Vault::new(memory.clone(), "MOT");
    let session = RefCell::new(Some(year()));
    now(saver::save(&vault, &session, at));
    // A later version of the page wrote a head this one cannot read; every checksum is right.
    let head =
        crate::platform::storage::Part { name: "dau".into(), body: Some("{\"format\":\"cchc\"}".into()) };
    now(vault.save("hoa-tham-2026", "?", at(), &[head])).unwrap();
    let other = Vault::new(memory, "HAI");
    let loaded = now(super::opening::load(&other, "hoa-tham-2026")).unwrap().unwrap();
    assert!(loaded.damaged);
    assert_eq!(loaded.file, *session.borrow().as_ref().unwrap().file);
    let raws: Vec<String> = now(other.quarantined()).unwrap().into_iter().map(|(_, q)| q.raw).collect();
    assert_eq!(raws, ["{\"format\":\"cchc\"}"]);
}

/// Opens `other` in the place of what is open, at the moment when the first save asks for the time.
fn saved_while_opening(other: Session) -> (MemoryBackend, RefCell<Option<Session>>, saver::Outcome) {
    let memory = MemoryBackend::default();
    let vault = Vault::new(memory.clone(), "MOT");
    let session = RefCell::new(Some(Session::unsaved("hoa-tham-2026", file())));
    let other = RefCell::new(Some(other));
    let outcome = now(saver::save(&vault, &session, || {
        if let Some(other) = other.take() {
            *session.borrow_mut() = Some(other);
        }
        at()
    }));
    (memory, session, outcome)
}

#[test]
fn a_file_opened_while_another_is_saved_is_saved_too() {
    for slot in ["hoa-tham-2026", "tan-tien-2026"] {
        let mut other = year();
        other.slot = slot.into();
        let (memory, session, outcome) = saved_while_opening(other);
        assert!(matches!(outcome, saver::Outcome::Saved { .. }), "{slot}: {outcome:?}");
        let session = session.borrow();
        let session = session.as_ref().unwrap();
        assert_eq!(stored(&memory, slot), *session.file);
        assert_eq!(session.unsaved_changes(), 0);
    }
}

#[test]
fn only_changes_that_are_nowhere_else_forbid_another_file() {
    let mut session = year();
    assert!(session.has_the_only_copy());
    session.mark_exported(session.revision);
    assert!(!session.has_the_only_copy());
    session.apply(&log("them", "2026-11-20", "Sau khi lưu tệp")).unwrap();
    assert!(session.has_the_only_copy());
    session.mark_saved(session.revision, Rc::clone(&session.file), 0);
    assert!(!session.has_the_only_copy());
    assert!(!Session::unsaved("moi", file()).has_the_only_copy(), "nothing was changed here yet");
}
