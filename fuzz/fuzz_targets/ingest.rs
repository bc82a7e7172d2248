//! The readers of plans, on any bytes: they never panic, and what they read is a file that can be worked with.
#![no_main]

use cchc_core::exchange::{check, read};
use cchc_core::ingest::bytes;
use cchc_core::progress::Progress;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let today = "2026-06-16".parse().expect("a date");
    let Ok(ingested) = bytes(data, "thu".parse().expect("an id"), today) else { return };
    for reading in &ingested.readings {
        if let Some(span) = &reading.span {
            let passage = ingested.file.passages.get(&span.passage).expect("the passage is there");
            assert_eq!(passage.text.get(span.start..span.end), Some(reading.words.as_str()));
        }
    }
    let again = read(&ingested.file.to_json()).expect("what was written reads").file;
    assert_eq!(again, ingested.file);
    check(&ingested.file);
    Progress::of(&ingested.file, today);
});
