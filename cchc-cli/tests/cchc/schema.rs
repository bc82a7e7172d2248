//! The published JSON Schema: up to date, and true by the word of a validator that is not ours.

use crate::ran::{cchc, repository};
use boon::{Compiler, Schemas};
use serde_json::{Value, json};

const PUBLISHED: &str = "schema/cchc-1.schema.json";

fn published() -> Value {
    let text = std::fs::read_to_string(repository().join(PUBLISHED)).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn example(name: &str) -> Value {
    serde_json::from_str(&cchc(&["example", name]).stdout).unwrap()
}

/// What the validator says, one line per complaint; empty when the file is valid.
fn complaints(file: &Value) -> String {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    compiler.add_resource("cchc.json", published()).unwrap();
    let schema = compiler.compile("cchc.json", &mut schemas).unwrap();
    schemas.validate(file, schema).err().map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn it_is_what_the_program_prints() {
    let printed: Value = serde_json::from_str(&cchc(&["schema"]).stdout).unwrap();
    assert_eq!(printed, published(), "run: cargo run -p cchc-cli -- schema > {PUBLISHED}");
}

#[test]
fn the_built_in_plans_are_valid() {
    for name in ["hoa-tham-2026", "hoa-tham-2026-minh-hoa"] {
        assert_eq!(complaints(&example(name)), "", "{name}");
    }
}

#[test]
fn a_file_with_every_kind_of_record_and_unknown_fields_everywhere_is_valid() {
    let sample = repository().join("cchc-core/src/exchange/samples/every-kind.cchc.json");
    let sample = serde_json::from_str(&std::fs::read_to_string(sample).unwrap()).unwrap();
    assert_eq!(complaints(&sample), "");
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let damages: [(&str, Value); 8] = [
        ("/format", json!("xlsx")),
        ("/version", json!(2)),
        ("/id", json!("xã Hoa Thám")),
        ("/plan/year", json!("2026")),
        ("/records/duties/0/cadence/value/kind", json!("weekly")),
        ("/records/activities/0/date", json!("2026-02-30")),
        ("/records/activities/0/counts/0/value", json!(-1)),
        ("/records/filings/0/period", json!("2026-Q5")),
    ];
    for (place, value) in damages {
        let mut file = example("hoa-tham-2026-minh-hoa");
        *file.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
        assert_ne!(complaints(&file), "", "{place}");
        let reading = cchc_core::exchange::read(&file.to_string());
        assert!(reading.is_err() || !reading.unwrap().diagnostics.is_empty(), "{place}");
    }
}
