//! Files received, waiting and taken in, without a browser.

use std::rc::Rc;

use cchc_core::exchange::{self, Author, Change, PlanFile};
use cchc_core::id::WriterId;

use super::incoming::{Incoming, Received};
use super::tests::{author, file, log, now, year};
use super::waiting::recall;
use crate::platform::storage::{MemoryBackend, Vault};

/// The same plan, continued by another office.
pub(super) fn theirs(id: &str) -> PlanFile {
    let mut file = file();
    let author = Author { writer: WriterId::new("may-kt").unwrap(), ..author() };
    file.apply(&Change { author, ..log(id, "2026-11-19", "Việc của Phòng Kinh tế") }).unwrap();
    file
}

fn received(name: &str, file: &PlanFile) -> Received {
    Received::read(name.to_owned(), file.to_json().into_bytes())
}

#[test]
fn files_wait_together_and_what_cannot_be_taken_is_told() {
    let open = year().file;
    let mut incoming = Incoming::default();
    let other = theirs("k2").with_id("xa-khac".parse().unwrap());
    incoming.add([
        received("a.cchc.json", &theirs("k1")),
        received("b.cchc.json", &other),
        Received::read("c.json".into(), b"{\xc3".to_vec()),
        received("d.cchc.json", &theirs("k3")),
    ]);
    incoming.add([received("a.cchc.json", &theirs("k1"))]);
    let preview = incoming.preview(&open);
    assert_eq!((preview.files.len(), preview.usable(), preview.counts()), (4, 2, [2, 0, 0]));
    let why: Vec<_> = preview.files.iter().filter_map(|file| file.outcome.as_ref().err()).collect();
    assert!(why[0].starts_with("Tệp thuộc kế hoạch khác") && why[1].starts_with("Tệp bị cắt dở"), "{why:?}");
    assert_eq!(preview.transfers().len(), 2);
    let mut again = Incoming::of_text(&incoming.files_text()).unwrap();
    assert!(again.take_up(&incoming.decided_text()));
    let told = |preview: &super::incoming::Preview| -> Vec<_> {
        let told = preview.files.iter().map(|file| (file.received.name.clone(), file.outcome.clone()));
        told.collect()
    };
    assert_eq!(told(&again.preview(&open)), told(&preview), "kept over a reload, the broken ones too");
    incoming.leave_out(&preview.files[3].received);
    assert_eq!(incoming.preview(&open).counts(), [1, 0, 0]);
}

#[test]
fn two_files_of_one_name_wait_side_by_side() {
    let name = "phong-kinh-te.cchc.json";
    let [mut kept, mut came] = [Incoming::default(), Incoming::default()];
    kept.add([received(name, &theirs("k1"))]);
    came.add([received(name, &theirs("k2")), received(name, &theirs("k1"))]);
    let mut incoming = kept.joined(came);
    let preview = incoming.preview(&file());
    assert_eq!((preview.files.len(), preview.counts()), (2, [2, 0, 0]));
    incoming.leave_out(&preview.files[0].received);
    let left = incoming.preview(&file());
    assert!(left.merged.activities.get_str("k1").is_none() && left.merged.activities.get_str("k2").is_some());
}

#[test]
fn waiting_files_that_cannot_be_read_lie_in_quarantine_before_anything_takes_their_place() {
    let mut incoming = Incoming::default();
    incoming.add([received("a.cchc.json", &theirs("k1"))]);
    incoming.decide(author(), Vec::new());
    let values = [("tep-cho", Some(incoming.files_text())), ("da-chon", Some(incoming.decided_text()))];
    let of = |name: &str| format!("cchc/1/f/hoa-tham-2026/beside/{name}");
    for (name, left) in [("tep-cho", 30), ("da-chon", 20)] {
        let memory = MemoryBackend::default();
        let vault = Vault::new(memory.clone(), "MOT");
        now(vault.put_beside("hoa-tham-2026", &values, None)).unwrap();
        memory.corrupt(&of(name), |value| value.truncate(left));
        let raw = memory.dump()[&of(name)].clone();
        let recalled = now(recall(&vault, "hoa-tham-2026")).unwrap();
        assert_eq!(recalled.files.is_some(), name == "da-chon");
        assert!(recalled.lost.is_some_and(|words| words.contains("để riêng")));
        let raws: Vec<_> = now(vault.quarantined()).unwrap().into_iter().map(|(_, kept)| kept.raw).collect();
        assert!(raws.contains(&raw), "{raws:?}");
    }
    // Whole, but nothing that this page knows.
    let vault = Vault::new(MemoryBackend::default(), "MOT");
    let values = values.map(|(name, _)| (name, Some(format!("{{\"{name}\": 1}}"))));
    now(vault.put_beside("hoa-tham-2026", &values, None)).unwrap();
    assert!(now(recall(&vault, "hoa-tham-2026")).unwrap().files.is_none());
    assert_eq!(now(vault.quarantined()).unwrap().len(), 2);
}

#[test]
fn a_reception_is_one_step_back_among_the_others() {
    let mut session = year();
    session.apply(&log("x1", "2026-11-20", "Trước khi nhận")).unwrap();
    let before = Rc::clone(&session.file);
    let mut incoming = Incoming::default();
    incoming.add([received("a.cchc.json", &theirs("k1"))]);
    session.receive(PlanFile::clone(&incoming.preview(&before).merged), incoming, None);
    session.apply(&log("x2", "2026-11-20", "Sau khi nhận")).unwrap();
    assert!(session.last_reception().is_none(), "the change since comes first");
    session.undo(author()).unwrap();
    let known = session.last_reception().and_then(|reception| reception.before.clone()).unwrap();
    assert_eq!((known.incoming.len(), &known.file), (1, &before));
    session.undo_reception(Some(&known.file));
    assert_eq!(session.redo(author()), Ok(None), "x2 was written in the plan with the files");
    assert_eq!(session.file.activities, before.activities);
    assert_eq!(session.undo(author()), Ok(Some("Ghi hoạt động".to_owned())));
    assert!(session.file.activities.get_str("x1").is_none());
    session.apply(&log("x3", "2026-11-20", "Ghi tiếp")).unwrap();
    let dots: Vec<_> = session.file.journal.iter().map(|entry| entry.dot.clone()).collect();
    assert!(dots.iter().all(|dot| dots.iter().filter(|other| *other == dot).count() == 1));
    let again = exchange::merge(&session.file, &theirs("k1")).unwrap();
    assert!(again.activities.get_str("k1").is_some(), "it was not deleted, so it can come again");
}
