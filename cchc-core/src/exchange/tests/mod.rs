//! Tests of reading, writing and changing, on one file that has every kind of record and an unknown field on every
//! level.

pub(in crate::exchange) mod any_json;
mod aside;
mod bad_input;
mod changes;
mod damaged;
mod downstream;
mod header;
mod round_trip;

use serde_json::Value;

use crate::exchange::{PlanFile, Reading, read};

/// Written by a person.
pub(crate) const EVERY_KIND: &str = include_str!("../samples/every-kind.cchc.json");

pub(crate) fn every_kind() -> PlanFile {
    let Reading { file, diagnostics } = read(EVERY_KIND).unwrap();
    assert_eq!(diagnostics, [], "the sample is sound");
    file
}

fn every_kind_value() -> Value {
    serde_json::from_str(EVERY_KIND).unwrap()
}

/// What is said about a text: the error, or the diagnostics one per line.
fn said(text: &str) -> String {
    match read(text) {
        Ok(Reading { diagnostics, .. }) => {
            diagnostics.iter().map(|found| found.code.to_owned() + ": " + &found.to_string() + "\n").collect()
        }
        Err(error) => format!("{}: {}\n", error.code(), error.diagnostic()),
    }
}
