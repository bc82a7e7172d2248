//! The readers of spreadsheets and the import of lists, on any bytes: they never panic, what is new applies as one change,
//! and the same list a second time adds nothing.
#![no_main]

use cchc_core::examples;
use cchc_core::exchange::Author;
use cchc_core::ingest::import::{self, Mapping, Matter};
use cchc_core::ingest::sheet::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(book) = read(data, "a.csv") else { return };
    let mut file = examples::get("hoa-tham-2026").expect("the built-in plan");
    let today = "2026-06-16".parse().expect("a day");
    let at = "2026-06-16T08:00:00+07:00".parse().expect("a time");
    let author = Author { writer: "may-1".parse().expect("an id"), at, office: None };
    for matter in [Matter::Activities, Matter::Figures] {
        let mapping = Mapping { matter: Some(matter), ..Mapping::kept(&book, &file) };
        let import = import::read(&book, &file, &mapping, today);
        let mut change = import.change(author.clone(), "a.csv", true);
        change.edits.extend(import.keep(&file, &mapping, "a.csv"));
        file.apply(&change).expect("what is new is sound");
        assert_eq!(import::read(&book, &file, &mapping, today).tally().new, 0);
    }
});
