//! The vault against a memory that fails on order.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use chrono::{NaiveDate, NaiveDateTime};

use super::super::{Fault, MemoryBackend};
use super::*;

/// Runs a future that never really waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("memory does not wait"),
    }
}

fn at() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(9, 42, 0).unwrap()
}

fn part(name: &str, body: &str) -> Part {
    Part { name: name.into(), body: Some(body.into()) }
}

fn same(name: &str) -> Part {
    Part { name: name.into(), body: None }
}

fn bodies(loaded: &Loaded) -> Vec<(&str, &str)> {
    loaded.parts.iter().map(|(name, body)| (&**name, &**body)).collect()
}

const FILE: &str = "hoa-tham-2026";

fn save(vault: &Vault<MemoryBackend>, parts: &[Part]) -> Result<Saved, SaveError> {
    now(vault.save(FILE, "Kế hoạch xã Hoa Thám", at(), parts))
}

fn load(memory: &MemoryBackend) -> Loaded {
    now(Vault::new(memory.clone(), "KHAC").load(FILE)).unwrap().expect("a saved file")
}

#[test]
fn what_was_saved_is_loaded_and_unchanged_parts_are_not_written_again() {
    let memory = MemoryBackend::default();
    let vault = Vault::new(memory.clone(), "MOT");
    assert_eq!(save(&vault, &[part("dau", "A"), part("thang-11", "B")]), Ok(Saved { revision: 1 }));
    assert_eq!(
        save(&vault, &[same("dau"), part("thang-11", "B2"), part("thang-12", "C")]),
        Ok(Saved { revision: 2 })
    );
    let loaded = load(&memory);
    assert_eq!(bodies(&loaded), [("dau", "A"), ("thang-11", "B2"), ("thang-12", "C")]);
    assert_eq!((loaded.revision, loaded.damage.len()), (2, 0));
    let slots = memory.dump().keys().filter(|key| key.contains("/part/dau/")).count();
    assert_eq!(slots, 1);
}

#[test]
fn old_slots_are_swept_and_the_revision_before_is_kept() {
    let memory = MemoryBackend::default();
    let vault = Vault::new(memory.clone(), "MOT");
    for body in ["1", "2", "3", "4"] {
        save(&vault, &[part("dau", body)]).unwrap();
    }
    let slots: Vec<String> = memory.dump().into_keys().filter(|key| key.contains("/part/")).collect();
    assert_eq!(slots.len(), 2, "{slots:?}");
    let before = now(vault.load_before(FILE)).unwrap().unwrap();
    assert_eq!(bodies(&before), [("dau", "3")]);
}

#[test]
fn a_crash_at_any_step_leaves_the_old_state_or_the_new_one() {
    for step in 0..4 {
        let memory = MemoryBackend::default();
        let vault = Vault::new(memory.clone(), "MOT");
        save(&vault, &[part("dau", "cũ"), part("thang-11", "cũ")]).unwrap();
        memory.fail(step, Fault::Crash);
        let saved = save(&vault, &[part("dau", "mới"), part("thang-11", "mới")]);
        memory.restart();
        let loaded = load(&memory);
        let expected = if saved.is_ok() { "mới" } else { "cũ" };
        assert_eq!(bodies(&loaded), [("dau", expected), ("thang-11", expected)], "step {step}");
        assert!(loaded.damage.is_empty(), "step {step}");
        // And work goes on from there.
        let vault = Vault::new(memory.clone(), "HAI");
        now(vault.load(FILE)).unwrap();
        save(&vault, &[part("dau", "sau"), part("thang-11", "sau")]).unwrap();
        assert_eq!(bodies(&load(&memory)), [("dau", "sau"), ("thang-11", "sau")]);
    }
}

#[test]
fn a_full_storage_and_a_write_cut_short_are_refused_and_nothing_is_lost() {
    for (fault, error) in
        [(Fault::Full, SaveError::Storage(StorageError::Full)), (Fault::CutShort, SaveError::ReadBack)]
    {
        let memory = MemoryBackend::default();
        let vault = Vault::new(memory.clone(), "MOT");
        save(&vault, &[part("dau", "cũ")]).unwrap();
        memory.fail(0, fault);
        assert_eq!(save(&vault, &[part("dau", "mới")]), Err(error));
        assert_eq!(bodies(&load(&memory)), [("dau", "cũ")]);
        // "Thử lại" does it once there is room again.
        assert_eq!(save(&vault, &[part("dau", "mới")]), Ok(Saved { revision: 2 }));
        assert_eq!(bodies(&load(&memory)), [("dau", "mới")]);
    }
}

#[test]
fn a_flip_that_does_not_read_as_written_is_taken_back() {
    let memory = MemoryBackend::default();
    let vault = Vault::new(memory.clone(), "MOT");
    memory.fail(1, Fault::CutShort);
    assert_eq!(save(&vault, &[part("dau", "đầu tiên")]), Err(SaveError::ReadBack));
    assert_eq!(now(Vault::new(memory.clone(), "KHAC").load(FILE)).unwrap(), None);
    save(&vault, &[part("dau", "cũ")]).unwrap();
    memory.fail(1, Fault::CutShort);
    assert_eq!(save(&vault, &[part("dau", "mới")]), Err(SaveError::ReadBack));
    assert_eq!((bodies(&load(&memory)), load(&memory).damage), (vec![("dau", "cũ")], vec![]));
    assert!(save(&vault, &[part("dau", "mới")]).is_ok());
    assert_eq!(bodies(&load(&memory)), [("dau", "mới")]);
}

#[test]
fn a_tab_that_missed_another_tabs_save_does_not_overwrite_it() {
    let memory = MemoryBackend::default();
    let (one, two) = (Vault::new(memory.clone(), "MOT"), Vault::new(memory.clone(), "HAI"));
    save(&one, &[part("dau", "chung")]).unwrap();
    now(two.load(FILE)).unwrap();
    save(&two, &[part("dau", "của tab hai")]).unwrap();
    assert_eq!(save(&one, &[part("dau", "của tab một")]), Err(SaveError::Newer));
    assert_eq!(bodies(&load(&memory)), [("dau", "của tab hai")]);
    // The loser's slot is gone; after loading it may save again.
    assert!(!memory.dump().keys().any(|key| key.ends_with("-MOT") && key.contains("/2-")));
    now(one.load(FILE)).unwrap();
    assert!(save(&one, &[part("dau", "của tab một")]).is_ok());
}

#[test]
fn a_file_in_storage_that_this_tab_never_loaded_is_not_replaced() {
    let memory = MemoryBackend::default();
    save(&Vault::new(memory.clone(), "MOT"), &[part("dau", "năm ngoái")]).unwrap();
    let fresh = Vault::new(memory.clone(), "HAI");
    assert_eq!(save(&fresh, &[part("dau", "khác")]), Err(SaveError::Newer));
    assert_eq!(save(&fresh, &[same("dau")]).err(), Some(SaveError::Newer));
}

#[test]
fn a_damaged_part_goes_to_quarantine_and_the_revision_before_stands_in() {
    let memory = MemoryBackend::default();
    let vault = Vault::new(memory.clone(), "MOT");
    save(&vault, &[part("dau", "A"), part("thang-11", "hai hoạt động")]).unwrap();
    save(&vault, &[same("dau"), part("thang-11", "ba hoạt động")]).unwrap();
    memory.corrupt("cchc/1/f/hoa-tham-2026/part/thang-11/2-MOT", |value| value.truncate(30));
    let other = Vault::new(memory.clone(), "HAI");
    for _ in 0..2 {
        let loaded = now(other.load(FILE)).unwrap().unwrap();
        assert_eq!(bodies(&loaded), [("dau", "A"), ("thang-11", "hai hoạt động")]);
        assert_eq!(loaded.damage.len(), 1);
        assert!(loaded.damage[0].recovered);
    }
    let quarantined = now(other.quarantined()).unwrap();
    assert_eq!(quarantined.len(), 1);
    assert_eq!((&*quarantined[0].1.part, quarantined[0].1.raw.len()), ("thang-11", 30));
    // Saving everything again leaves the quarantine alone; releasing takes it away.
    save(&other, &[part("dau", "A"), part("thang-11", "hai hoạt động")]).unwrap();
    assert_eq!(now(other.quarantined()).unwrap().len(), 1);
    now(other.release(&quarantined[0].0)).unwrap();
    assert!(now(other.quarantined()).unwrap().is_empty());
}

#[test]
fn a_damaged_manifest_falls_back_to_the_one_before_and_keeps_every_slot() {
    let memory = MemoryBackend::default();
    let vault = Vault::new(memory.clone(), "MOT");
    save(&vault, &[part("dau", "một")]).unwrap();
    save(&vault, &[part("dau", "hai")]).unwrap();
    memory.corrupt("cchc/1/f/hoa-tham-2026/manifest", |value| *value = "{}".into());
    let other = Vault::new(memory.clone(), "HAI");
    let loaded = now(other.load(FILE)).unwrap().unwrap();
    assert_eq!(bodies(&loaded), [("dau", "một")]);
    let raws: Vec<String> = now(other.quarantined()).unwrap().into_iter().map(|(_, q)| q.raw).collect();
    assert!(raws.iter().any(|raw| raw == "{}") && raws.iter().any(|raw| raw.ends_with("\nhai")), "{raws:?}");
    assert_eq!(save(&other, &[part("dau", "ba")]), Ok(Saved { revision: 3 }));
    assert_eq!(bodies(&load(&memory)), [("dau", "ba")]);
}

#[test]
fn stored_files_are_listed_newest_first_and_can_be_forgotten() {
    let memory = MemoryBackend::default();
    let vault = Vault::new(memory.clone(), "MOT");
    save(&vault, &[part("dau", "A")]).unwrap();
    let later = at() + chrono::TimeDelta::minutes(5);
    now(vault.save("hoa-tham-2026~HAI", "Bản của tab khác", later, &[part("dau", "B")])).unwrap();
    let slots: Vec<String> = now(vault.stored()).unwrap().into_iter().map(|stored| stored.slot).collect();
    assert_eq!(slots, ["hoa-tham-2026~HAI", FILE]);
    now(vault.forget("hoa-tham-2026~HAI")).unwrap();
    assert_eq!(now(vault.stored()).unwrap().len(), 1);
    now(vault.put_small("mo", FILE)).unwrap();
    assert_eq!(now(vault.get_small("mo")).unwrap().as_deref(), Some(FILE));
    assert_eq!(now(vault.get_small("khac")).unwrap(), None);
}
