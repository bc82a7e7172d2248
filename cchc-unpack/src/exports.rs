//! What `boot.js` calls. The page is alone with its one unpacker: the lock only satisfies the language.

#![expect(unsafe_code, reason = "the page calls these by name")]

use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use crate::Unpacker;

static UNPACKER: LazyLock<Mutex<Unpacker>> = LazyLock::new(Mutex::default);

fn unpacker() -> MutexGuard<'static, Unpacker> {
    UNPACKER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where to write `length` packed bytes.
#[unsafe(no_mangle)]
extern "C" fn room(length: usize) -> *mut u8 {
    unpacker().room(length).as_mut_ptr()
}

/// Unpacks the next piece and tells its length in bytes: 0 at the end, -1 when the file is damaged.
#[unsafe(no_mangle)]
extern "C" fn next() -> i32 {
    unpacker().next_piece().map_or(-1, |piece| piece.len() as i32)
}

/// Where the piece stands.
#[unsafe(no_mangle)]
extern "C" fn piece() -> *const u8 {
    unpacker().piece().as_ptr()
}
