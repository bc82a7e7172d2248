//! The readers of spreadsheets and the import of lists, on any bytes: they never panic, what is new applies as one change,
//! and the same list a second time adds nothing.
#![no_main]

use cchc_core::examples;
use cchc_core::exchange::Author;
use cchc_core::ingest::import::{Mapping, activities};
use cchc_core::ingest::sheet::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(book) = read(data, "a.csv") else { return };
    let mut file = examples::get("hoa-tham-2026").expect("the built-in plan");
    let import = activities(&book, &file, &Mapping::default());
    let at = "2026-06-16T08:00:00+07:00".parse().expect("a time");
    let author = Author { writer: "may-1".parse().expect("an id"), at, office: None };
    file.apply(&import.change(author, "a.csv", true)).expect("what is new is sound");
    assert_eq!(activities(&book, &file, &Mapping::default()).tally().new, 0);
});
