//! Changed by hand and damaged are told apart, and both open.

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::Value;

use super::{every_kind, every_kind_value};
use crate::diagnostic::Severity;
use crate::exchange::{PlanFile, Reading, difference, merge, read, read_bytes};

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.diagnostics.iter().map(|found| found.code).collect()
}

/// What opens, and what is said first.
fn opened(text: &str) -> (PlanFile, String) {
    let Reading { file, diagnostics } = read_bytes(text.as_bytes()).unwrap();
    let said = diagnostics.first().map(ToString::to_string).unwrap_or_default();
    assert_eq!(read(&file.to_json()).unwrap().file, file, "what was read is written and reads back");
    (file, said)
}

#[test]
fn looks_do_not_count_and_neither_does_the_program_that_wrote_it() {
    let written = every_kind().to_json();
    let value: Value = serde_json::from_str(&written).unwrap();
    let mut turned: Vec<_> = value.as_object().unwrap().clone().into_iter().collect();
    turned.reverse();
    let turned = Value::Object(turned.into_iter().collect());
    for text in [
        written.clone(),
        value.to_string(),
        written.replace('\n', "\r\n"),
        format!("\u{feff}{written}"),
        serde_json::to_string_pretty(&turned).unwrap(),
    ] {
        assert_eq!(codes(&read(&text).unwrap()), [""; 0]);
    }
    assert_eq!(
        codes(&read(&every_kind_value().to_string()).unwrap()),
        [""; 0],
        "a file without one is as good"
    );
}

#[test]
fn a_change_by_hand_is_told_as_information_and_forgotten_when_saved() {
    let text = every_kind().to_json();
    for changed in [
        text.replacen("Thiếu máy tính", "Thiếu máy in", 1),
        text.replacen("\"reach\": 250", "\"reach\": 251", 1),
        text.replacen("crc32:", "crc32:0", 1),
        text.replacen("\"may-kt@1\"", "\"may-kt@2\"", 1),
    ] {
        assert_ne!(changed, text);
        let reading = read(&changed).unwrap();
        let told = reading.diagnostics.last().unwrap();
        assert_eq!((told.code, told.severity), ("changed-by-hand", Severity::Note));
        assert!(!codes(&read(&reading.file.to_json()).unwrap()).contains(&"changed-by-hand"));
    }
    let other = text.replacen("crc32:", "sha256:", 1);
    assert_eq!(codes(&read(&other).unwrap()), [""; 0], "a sum that is not known here says nothing");
}

#[test]
fn nothing_in_a_file_keeps_it_from_having_a_checksum_that_fits() {
    let odd = r#""version": 1, "x": {"b": 1.10, "a": [12345678901234567890123, -0.0, 1e5], "\u00e9\ud83d\ude00": "\/crc32:00000000"},"#;
    let file = read(&every_kind().to_json().replacen("\"version\": 1,", odd, 1)).unwrap().file;
    let written = file.to_json();
    assert!(written.contains("\"checksum\": \"crc32:") && written.contains("12345678901234567890123"));
    assert_eq!(codes(&read(&written).unwrap()), [""; 0]);
    // What has no canonical form leaves the file without one, and is kept all the same.
    let deep = format!("\"version\": 1, \"x\": {}{},", "[".repeat(500), "]".repeat(500));
    let file = read(&every_kind().to_json().replacen("\"version\": 1,", &deep, 1)).unwrap().file;
    assert!(!file.to_json().contains("checksum"));
    assert_eq!(read(&file.to_json()).unwrap().file, file);
}

#[test]
fn a_file_that_is_cut_opens_with_what_is_left() {
    let text = every_kind().to_json();
    let place = |wanted: &str| text.find(wanted).unwrap_or_else(|| panic!("{wanted}"));
    let cases = [
        ("only the last bracket", text.trim_end().len() - 1),
        ("within the journal", place("2026-05-04T10:00:00")),
        ("within the stamps", place("\"activities/a1\": {")),
        ("within a record", place("Thiếu máy tính")),
        ("between two kinds", place("    \"activities\": [")),
        ("within the header", place("\"commune\"")),
    ];
    let mut all = String::new();
    for (name, at) in cases {
        let cut = &text[..at];
        let said = match read_bytes(cut.as_bytes()) {
            Ok(_) => {
                let (file, said) = opened(cut);
                let kept: Vec<_> =
                    file.set_aside.iter().map(|(name, items)| format!("{name}: {}", items.len())).collect();
                let gone = difference(&every_kind(), &file).records.len();
                format!("{said}\n  không còn: {gone} bản ghi, để riêng: {kept:?}")
            }
            Err(error) => error.diagnostic().to_string(),
        };
        writeln!(all, "## {name}\n{said}").unwrap();
    }
    insta::assert_snapshot!(all);
    let whole = read_bytes(&text.as_bytes()[..text.trim_end().len() - 1]).unwrap();
    assert_eq!((whole.file, whole.diagnostics[0].severity), (every_kind(), Severity::Warning));
}

#[test]
fn a_hole_costs_the_record_it_is_in_and_no_other() {
    let text = every_kind().to_json();
    let hole = |from: &str, to: &str| {
        let (start, end) = (
            text.find(from).unwrap(),
            text.find(from).unwrap() + text[text.find(from).unwrap()..].find(to).unwrap(),
        );
        format!("{}{}{}", &text[..start], "\0".repeat(20), &text[end..])
    };
    let (file, said) = opened(&hole("Thiếu máy tính", "\n"));
    assert!(said.contains("1 đoạn hỏng được để riêng") && !said.contains("Dấu ghi"), "{said}");
    assert_eq!(difference(&every_kind(), &file).records.len(), 1);
    assert!(file.set_aside["damaged"][0].get().contains("d1"));
    assert_eq!((&file.stamps.records, &file.journal), (&every_kind().stamps.records, &every_kind().journal));

    // A comma that is missing between two records, or one too many: nothing is lost.
    for typo in [
        text.replacen("\n      },\n      {", "\n      }\n      {", 1),
        text.replacen("],\n    \"goals\"", "],,\n    \"goals\"", 1),
    ] {
        assert_ne!(typo, text);
        let (file, said) = opened(&typo);
        assert_eq!(file, every_kind());
        assert!(said.contains("vẫn đọc được đủ"), "{said}");
    }

    // One letter's byte.
    let mut bytes = text.clone().into_bytes();
    let at = text.find("Thiếu máy tính").unwrap() + "Thi".len();
    bytes[at] = 0xff;
    let Reading { file, diagnostics } = read_bytes(&bytes).unwrap();
    assert_eq!((diagnostics[0].code, diagnostics[0].severity), ("damaged", Severity::Error));
    assert!(file.difficulties.get_str("d1").unwrap().title.starts_with("Thi\u{fffd}"));
}

#[test]
fn what_is_left_of_a_file_merges_with_a_sound_copy() {
    let text = every_kind().to_json();
    let (cut, _) = opened(&text[..text.find("Thiếu máy tính").unwrap()]);
    let merged = merge(&cut, &every_kind()).unwrap();
    let found = difference(&every_kind(), &merged);
    assert_eq!((found.records.len(), found.set_aside.as_slice()), (0, &["damaged".to_owned()][..]));
    assert_eq!(merged, merge(&every_kind(), &cut).unwrap());
}

proptest! {
    /// Wherever a file is cut: all records before the cut are there.
    #[test]
    fn every_record_before_a_cut_is_there(at in any::<proptest::sample::Index>()) {
        let text = every_kind().to_json();
        let cut = text.floor_char_boundary(at.index(text.len()));
        let Ok(Reading { file, .. }) = read_bytes(&text.as_bytes()[..cut]) else {
            // Without the header, or with nothing but words of the plan, there is no file.
            let first = ["offices", "duties", "activities"].map(|kind| {
                let from = text.find(&format!("\"{kind}\": [")).unwrap();
                from + text[from..].find("\n      }").unwrap() + 8
            });
            prop_assert!(cut <= first.into_iter().min().unwrap());
            return Ok(());
        };
        prop_assert_eq!(&read(&file.to_json()).unwrap().file, &file);
        let last = |id: &str| text.find(&format!("\"id\": \"{id}\"")).and_then(|from| text[from..].find("\n      }").map(|end| from + end + 8));
        for (id, is_there) in [
            ("a1", file.activities.get_str("a1").is_some()),
            ("d1", file.difficulties.get_str("d1").is_some()),
        ] {
            prop_assert!(is_there || cut < last(id).unwrap(), "{} at {}", id, cut);
        }
    }
}
