//! Two damaged copies of one file, merged in both orders: it never panics, gives the same file, and loses nothing of what
//! could be read. The checks stand beside the ordinary test (`cchc-core/tests/damaged_merge.rs`).
#![no_main]

#[path = "../../cchc-core/tests/damaged/copies.rs"]
mod copies;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let [a, b] = copies::copies(bytes);
    copies::check(&a, &b);
});
