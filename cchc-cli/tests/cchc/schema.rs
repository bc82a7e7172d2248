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

fn sample(name: &str) -> Value {
    let sample = repository().join("cchc-core/src/exchange/samples").join(name);
    serde_json::from_str(&std::fs::read_to_string(sample).unwrap()).unwrap()
}

/// What the validator says, one line per complaint; empty when the file is valid.
fn complaints(file: &Value) -> String {
    complaints_of(published(), file)
}

fn complaints_of(schema: Value, file: &Value) -> String {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    compiler.add_resource("cchc.json", schema).unwrap();
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
    assert_eq!(complaints(&sample("every-kind.cchc.json")), "");
}

#[test]
fn the_kept_file_of_the_present_version_is_valid() {
    let name = format!("v{}.cchc.json", cchc_core::exchange::VERSION);
    assert_eq!(complaints(&sample(&name)), "");
}

/// Nothing is written that the schema does not name: where it lets nothing else pass, what the program writes still does.
#[test]
fn it_names_every_field_that_is_written() {
    let mut closed = published();
    close(&mut closed);
    for (what, file) in [
        ("an example", cchc_core::examples::get("hoa-tham-2026-minh-hoa").unwrap()),
        ("copies merged", crate::exchange::merged()),
        ("a part", crate::exchange::merged().part_of(&"phong-kinh-te".parse().unwrap())),
    ] {
        let file = serde_json::from_str(&file.to_json()).unwrap();
        assert_eq!(complaints_of(closed.clone(), &file), "", "{what}");
    }
    let mut unknown = example("hoa-tham-2026-minh-hoa");
    unknown["records"]["activities"][0]["x"] = json!(1);
    assert_ne!(complaints_of(closed, &unknown), "");
    assert_eq!(complaints(&unknown), "", "the published one lets it pass");
}

/// Lets no other fields pass than those that are named.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            fields.values_mut().for_each(close);
            if fields.contains_key("properties") {
                fields.entry("additionalProperties").or_insert(json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let damages: [(&str, Value); 9] = [
        ("/format", json!("xlsx")),
        ("/version", json!(2)),
        ("/checksum", json!("crc32:xyz")),
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
