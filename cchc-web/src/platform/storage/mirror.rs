//! The whole file once more, in localStorage: for a browser that lost its database, or never had one.
//!
//! Not what "Đã lưu" rests on: it is written a moment later, only while the file is small, and given up when the
//! storage is full.

use super::slot::{seal, unseal};
use super::{LocalBackend, slot};

/// All local pages share five million units; a mirror takes at most this many of them.
const MOST: usize = 1_500_000;

/// Mirrors a file's text; a larger file takes its mirror away, so that no old state stays behind.
pub fn keep(file: &str, revision: u64, text: &str) {
    let Ok(local) = LocalBackend::open() else { return };
    let key = key(file);
    if text.len() > MOST || local.write(&key, &seal(revision, text)).is_err() {
        local.remove(&key);
    }
}

/// The mirrored text of a file, if it is whole.
pub fn find(file: &str) -> Option<String> {
    let raw = LocalBackend::open().ok()?.read(&key(file))?;
    unseal(Some(&raw)).ok().map(|(_, body)| body.to_owned())
}

/// Takes a mirror away.
pub fn forget(file: &str) {
    if let Ok(local) = LocalBackend::open() {
        local.remove(&key(file));
    }
}

fn key(file: &str) -> String {
    format!("{}mirror", slot::of_file(file))
}
