//! The durable places of a real browser, and the vault over them.
#![cfg(target_arch = "wasm32")]

use cchc_web::platform::ids;
use cchc_web::platform::storage::{
    Backend as _, Batch, CommitError, IdbBackend, LocalBackend, Part, SaveError, StorageError, Vault,
};
use chrono::{NaiveDate, NaiveDateTime};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A database that no other test and no earlier run has touched.
fn fresh() -> String {
    format!("cchc-test-{}", ids::new_id())
}

async fn open(name: &str) -> IdbBackend {
    IdbBackend::open_named(name).await.expect("this browser has IndexedDB")
}

fn put(key: &str, value: &str) -> Batch {
    Batch { puts: vec![(key.into(), value.into())], ..Batch::default() }
}

async fn one(backend: &IdbBackend, key: &str) -> Option<String> {
    backend.get(&[key.to_owned()]).await.unwrap().remove(0)
}

fn at() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(9, 42, 0).unwrap()
}

fn part(name: &str, body: &str) -> Part {
    Part { name: name.into(), body: Some(body.into()) }
}

#[wasm_bindgen_test]
async fn what_was_committed_is_there_for_another_connection() {
    let name = fresh();
    let first = open(&name).await;
    first.commit(put("cchc/1/f/x/a", "Kế hoạch xã Hoa Thám")).await.unwrap();
    first.commit(put("cchc/1/f/x/b", "hai")).await.unwrap();
    first.commit(put("cchc/1/f/y/a", "khác")).await.unwrap();
    let second = open(&name).await;
    assert_eq!(one(&second, "cchc/1/f/x/a").await.as_deref(), Some("Kế hoạch xã Hoa Thám"));
    assert_eq!(second.keys("cchc/1/f/x/").await.unwrap(), ["cchc/1/f/x/a", "cchc/1/f/x/b"]);
    let batch = Batch { deletes: vec!["cchc/1/f/x/b".into()], ..put("cchc/1/f/x/c", "ba") };
    second.commit(batch).await.unwrap();
    assert_eq!(first.keys("cchc/1/f/x/").await.unwrap(), ["cchc/1/f/x/a", "cchc/1/f/x/c"]);
}

#[wasm_bindgen_test]
async fn a_guard_that_no_longer_holds_leaves_everything_as_it_was() {
    let backend = open(&fresh()).await;
    backend.commit(put("manifest", "1")).await.unwrap();
    let guarded = |expected: Option<&str>, value: &str| Batch {
        guard: Some(("manifest".into(), expected.map(str::to_owned))),
        puts: vec![("manifest".into(), value.into()), ("phan".into(), value.into())],
        ..Batch::default()
    };
    assert_eq!(backend.commit(guarded(Some("0"), "2")).await, Err(CommitError::Changed));
    assert_eq!(backend.commit(guarded(None, "2")).await, Err(CommitError::Changed));
    assert_eq!((one(&backend, "manifest").await.as_deref(), one(&backend, "phan").await), (Some("1"), None));
    assert_eq!(backend.commit(guarded(Some("1"), "2")).await, Ok(()));
    assert_eq!(one(&backend, "phan").await.as_deref(), Some("2"));
}

#[wasm_bindgen_test]
async fn a_file_of_five_megabytes_is_saved_and_loaded_whole() {
    let name = fresh();
    let vault = Vault::new(open(&name).await, "MOT");
    let month = "Tin, bài về dịch vụ công trực tuyến. ".repeat(120_000);
    let parts = [part("dau", "{}"), part("thang-2026-11", &month)];
    vault.save("hoa-tham", "Kế hoạch", at(), &parts).await.unwrap();
    let loaded = Vault::new(open(&name).await, "HAI").load("hoa-tham").await.unwrap().expect("a saved file");
    assert!(loaded.damage.is_empty());
    assert_eq!(loaded.parts[1].1, month);
}

#[wasm_bindgen_test]
async fn two_tabs_on_one_database_never_overwrite_each_other() {
    let name = fresh();
    let (one, two) = (Vault::new(open(&name).await, "MOT"), Vault::new(open(&name).await, "HAI"));
    one.save("hoa-tham", "Kế hoạch", at(), &[part("dau", "chung")]).await.unwrap();
    two.load("hoa-tham").await.unwrap();
    two.save("hoa-tham", "Kế hoạch", at(), &[part("dau", "của tab hai")]).await.unwrap();
    let lost = one.save("hoa-tham", "Kế hoạch", at(), &[part("dau", "của tab một")]).await;
    assert_eq!(lost, Err(SaveError::Newer));
    let loaded = one.load("hoa-tham").await.unwrap().unwrap();
    assert_eq!((loaded.revision, &*loaded.parts[0].1), (2, "của tab hai"));
}

#[wasm_bindgen_test]
async fn a_full_local_storage_takes_a_batch_back() {
    let local = LocalBackend::open().expect("this browser has localStorage");
    local.write("cchc-test/a", "cũ").unwrap();
    let huge = "x".repeat(11_000_000);
    let batch = Batch {
        puts: vec![("cchc-test/a".into(), "mới".into()), ("cchc-test/b".into(), huge)],
        ..Batch::default()
    };
    assert_eq!(local.commit(batch).await, Err(CommitError::Storage(StorageError::Full)));
    assert_eq!(local.read("cchc-test/a").as_deref(), Some("cũ"));
    assert_eq!(local.read("cchc-test/b"), None);
    local.remove("cchc-test/a");
}
