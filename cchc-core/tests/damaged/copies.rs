//! Two damaged copies of one file, made of the bytes of a fuzzer, and what has to hold of their merge.
//!
//! Shared by the ordinary test and the fuzz target `merge`.

#[path = "places.rs"]
mod places;

use cchc_core::exchange::{PlanFile, Reading, merge, merge_any, read, read_bytes};
use serde_json::{Value, json};

const SOUND: &str = include_str!("../../src/exchange/samples/every-kind.cchc.json");

/// Four bytes of the fuzzer say what is done to one place of one copy.
const STEP: usize = 4;

/// The copies: first places of the JSON are made otherwise, then bytes of its text.
pub(crate) fn copies(bytes: &[u8]) -> [Vec<u8>; 2] {
    let steps = || bytes.chunks_exact(STEP).map(|step| [step[0], step[1], step[2], step[3]]);
    [0, 1].map(|copy| {
        let mut document: Value = serde_json::from_str(SOUND).expect("JSON");
        for [what, high, low, value] in steps().filter(|step| step[0] & 1 == copy) {
            if what & 2 == 0 {
                damage_json(&mut document, what >> 2, usize::from(u16::from_be_bytes([high, low])), value);
            }
        }
        let mut text = serde_json::to_vec_pretty(&document).expect("JSON");
        for [what, high, low, value] in steps().filter(|step| step[0] & 1 == copy) {
            if what & 2 != 0 {
                damage_bytes(&mut text, what >> 2, usize::from(u16::from_be_bytes([high, low])), value);
            }
        }
        text
    })
}

fn damage_json(document: &mut Value, what: u8, place: usize, value: u8) {
    let mut places = places::places(document);
    let place = places.swap_remove(place % places.len());
    let Some((parent, _)) = place.rsplit_once('/') else { return };
    let other = match value % 12 {
        0 => Value::Null,
        1 => json!([]),
        2 => json!({}),
        3 => json!(u64::from(value)),
        4 => json!("2026-05-04"),
        5 => json!("may-vhxh@1"),
        6 => json!(format!("may-{}@{}", value % 3, value / 12)),
        7 => json!({ "title": format!("may-{}@{}", value % 3, value / 12) }),
        8 => json!({ "conflict": [["may-kt@1", value], ["may-vhxh@9", "x"]] }),
        9 => json!(["activities/a1"]),
        10 => json!("a1"),
        _ => json!(format!("chữ {value}")),
    };
    match what % 4 {
        0 => *document.pointer_mut(&place).expect("listed") = other,
        1 => places::remove(document, &place),
        2 => match document.pointer_mut(parent) {
            Some(Value::Object(map)) => drop(map.insert(format!("x-{}", value % 4), other)),
            Some(Value::Array(items)) => items.push(other),
            _ => {}
        },
        _ => places::repeat(document, &place),
    }
}

fn damage_bytes(text: &mut Vec<u8>, what: u8, place: usize, value: u8) {
    if text.is_empty() {
        return;
    }
    let place = place % text.len();
    let run = place..(place + 1 + usize::from(value)).min(text.len());
    match what % 6 {
        0 => text[place] = value,
        1 => drop(text.drain(run)),
        2 => text.insert(place, value),
        3 => text.truncate(place),
        4 => {
            let again = text[run].to_vec();
            text.splice(place..place, again);
        }
        _ => text[run].fill(0),
    }
}

/// Merging two files, however damaged, in either order: the same file, which holds all that could be read of both.
pub(crate) fn check(a: &[u8], b: &[u8]) {
    let (Ok(Reading { file: a, .. }), Ok(Reading { file: b, .. })) = (read_bytes(a), read_bytes(b)) else {
        return;
    };
    if a.is_read_only() || b.is_read_only() {
        assert!(merge(&a, &b).is_err() && merge(&b, &a).is_err());
        return;
    }
    assert_eq!(merge(&a, &b).is_ok(), a.id == b.id);
    let join = |a: &PlanFile, b: &PlanFile| merge_any(a, b).expect("both are of this version");
    let merged = join(&a, &b);
    same(&join(&b, &a), &merged, "in either order");
    same(&join(&merged, &a), &merged, "with the first again");
    same(&join(&b, &merged), &merged, "with the second again");
    same(&read(&merged.to_json()).expect("what was written reads").file, &merged, "written and read");
    for file in [&a, &b] {
        keeps(file, &merged);
    }
}

fn same(a: &PlanFile, b: &PlanFile, when: &str) {
    if a != b {
        let (a, b) = (a.to_json(), b.to_json());
        let differ = a.lines().zip(b.lines()).find(|(a, b)| a != b && !a.contains("\"checksum\""));
        panic!("not the same {when}: {differ:?}");
    }
}

/// Whether what could be read of a file is in the merged one: each record, or what was kept of it; what was set aside; what
/// nobody knows; the journal.
fn keeps(file: &PlanFile, merged: &PlanFile) {
    // A number beyond all doubles is kept as text, and cannot be looked into.
    let (Ok(before), Ok(after)) = (serde_json::to_value(file), serde_json::to_value(merged)) else { return };
    for (kind, records) in before["records"].as_object().into_iter().flatten() {
        let Some(records) = records.as_array() else { continue };
        let aside = |record: &Value| aside(&after, kind).any(|kept| kept == record);
        for record in records {
            let id = &record["id"];
            let is_there = after["records"][kind].as_array().is_some_and(|all| {
                all.iter().any(|other| if id.is_null() { other == record } else { other["id"] == *id })
            });
            let key = format!("{kind}/{}", id.as_str().unwrap_or_default());
            let is_kept = after["stamps"]["removed"][&key]["record"].is_object();
            assert!(is_there || is_kept || aside(record), "{key} is lost");
        }
    }
    for (name, items) in before["set_aside"].as_object().into_iter().flatten() {
        for item in items.as_array().into_iter().flatten() {
            assert!(aside(&after, name).any(|kept| kept == item), "set aside of {name}: {item} is lost");
        }
    }
    for name in file.unknown_parts.keys() {
        assert!(after.get(name).is_some(), "{name} is lost");
    }
    for entry in file.journal.iter() {
        assert!(merged.journal.contains(entry), "an entry of the journal is lost");
    }
}

fn aside<'a>(file: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    file["set_aside"][name].as_array().into_iter().flatten()
}
