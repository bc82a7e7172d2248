//! The reader, on any bytes: it never panics, loses nothing, and what it lets in can be worked with.
#![no_main]

use cchc_core::exchange::{Reading, check, read, read_bytes};
use cchc_core::progress::Progress;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(Reading { file, .. }) = read_bytes(bytes) else { return };
    let written = file.to_json();
    let again = read(&written).expect("what was written reads").file;
    assert_eq!(again, file);
    assert_eq!(again.to_json(), written);
    check(&file);
    Progress::of(&file, "2026-06-16".parse().expect("a date"));
});
