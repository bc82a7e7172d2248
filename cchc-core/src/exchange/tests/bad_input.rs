//! Bad input: each gets a clear message that says where and what to do, and nothing panics.

use std::fmt::Write;

use proptest::prelude::*;

use super::{EVERY_KIND, every_kind, said};
use crate::exchange::{MAX_BYTES, ReadError, Reading, read, read_bytes};

#[test]
fn each_gets_a_clear_message() {
    let cases = [
        ("empty", String::new()),
        ("blank", " \r\n\t".to_owned()),
        ("not JSON", "Kính gửi: UBND xã".to_owned()),
        ("a list", "[1, 2]".to_owned()),
        ("a number", "12".to_owned()),
        ("an object of others", r#"{"name":"npm","version":"1.0.0"}"#.to_owned()),
        ("another format", r#"{"format":"khac","version":1}"#.to_owned()),
        ("no version", r#"{"format":"cchc"}"#.to_owned()),
        ("a version in words", r#"{"format":"cchc","version":"một"}"#.to_owned()),
        ("version 0", r#"{"format":"cchc","version":0}"#.to_owned()),
        ("no id", r#"{"format":"cchc","version":1,"plan":{}}"#.to_owned()),
        ("a bad id", r#"{"format":"cchc","version":1,"id":"xã Hoa Thám"}"#.to_owned()),
        ("no header", r#"{"format":"cchc","version":1,"id":"x"}"#.to_owned()),
        ("an empty header", r#"{"format":"cchc","version":1,"id":"x","plan":{}}"#.to_owned()),
        ("a newer version beyond recognition", r#"{"format":"cchc","version":9,"uid":"x"}"#.to_owned()),
        (
            "a version beyond all numbers",
            r#"{"format":"cchc","version":123456789012345678901,"id":"x"}"#.to_owned(),
        ),
        ("cut in half", EVERY_KIND[..EVERY_KIND.floor_char_boundary(EVERY_KIND.len() / 2)].to_owned()),
        ("a comma too many", EVERY_KIND.replacen("\"version\": 1,", "\"version\": 1,,", 1)),
        ("a zero byte within", EVERY_KIND.replacen("Hoa", "H\0a", 1)),
        ("an impossible date in the header", EVERY_KIND.replacen("2026-02-10", "2026-02-30", 1)),
        (
            "an impossible date",
            EVERY_KIND.replacen("\"date\": \"2026-05-04\"", "\"date\": \"2026-02-30\"", 1),
        ),
        ("a wrong type", EVERY_KIND.replacen("\"reach\": 250", "\"reach\": \"nhiều\"", 1)),
        ("a duplicate id", EVERY_KIND.replacen("\"id\": \"kinh-te\"", "\"id\": \"vhxh\"", 1)),
        ("a duplicate field", EVERY_KIND.replacen("\"reach\": 250", "\"cost\": 1, \"reach\": 250", 1)),
        ("a duplicate part", EVERY_KIND.replacen("\"version\": 1,", "\"version\": 1, \"journal\": [],", 1)),
        ("records that are no list", EVERY_KIND.replacen("\"goals\": [", "\"goals\": 1, \"x\": [", 1)),
        ("records that are nothing", EVERY_KIND.replacen("\"records\": {", "\"records\": 1, \"x\": {", 1)),
        ("a field named as all fields are", EVERY_KIND.replacen("\"reach\": 250", "\"*\": 250", 1)),
        ("a field of the header named so", EVERY_KIND.replacen("\"commune\":", "\"*\": 1, \"commune\":", 1)),
        ("stamps that are none", EVERY_KIND.replacen("may-vhxh@1", "may-vhxh-1", 1)),
        ("a journal without a time", EVERY_KIND.replacen("2026-05-04T09:30:00+07:00", "sáng", 1)),
        ("a newer version", EVERY_KIND.replacen("\"version\": 1,", "\"version\": 2,", 1)),
        (
            "deep nesting within",
            EVERY_KIND.replacen(
                "\"cost\": 0",
                &format!("\"x\": {}{}", "[".repeat(10_000), "]".repeat(10_000)),
                1,
            ),
        ),
        ("deep nesting open", "[".repeat(10_000)),
        ("deep nesting of objects", "{\"a\":".repeat(10_000)),
    ];
    let mut all = String::new();
    for (name, text) in cases {
        writeln!(all, "## {name}\n{}", said(&text)).unwrap();
    }
    insta::assert_snapshot!(all);
}

#[test]
fn line_ends_and_a_byte_order_mark_do_not_matter() {
    let windows = format!("\u{feff}{}", EVERY_KIND.replace('\n', "\r\n"));
    assert_eq!(read_bytes(windows.as_bytes()).unwrap().file, every_kind());
    let utf16: Vec<u8> = windows.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let Reading { file, diagnostics } = read_bytes(&utf16).unwrap();
    assert_eq!((file, diagnostics[0].code), (every_kind(), "utf-16"));
}

#[test]
fn a_newer_file_is_read_and_keeps_its_version() {
    let newer = EVERY_KIND.replacen("\"version\": 1,", "\"version\": 2,", 1);
    let Reading { file, .. } = read(&newer).unwrap();
    assert!(file.is_read_only());
    assert!(file.to_json().contains("\"version\": 2"));
}

#[test]
fn html_in_every_field_stays_text() {
    let html = "<img src=x onerror=alert(1)>\\\"'&amp;";
    let text = EVERY_KIND
        .replace("Hoa Thám", html)
        .replace("Hướng dẫn", html)
        .replace("x-o-", "<script>")
        .replace("qua thư điện tử", html);
    let Reading { file, diagnostics } = read(&text).unwrap();
    assert_eq!(diagnostics, []);
    let written = serde_json::to_value(&file).unwrap();
    assert_eq!(written, serde_json::from_str::<serde_json::Value>(&text).unwrap());
}

/// Read in a time that grows with the square of the size, none of these would come to an end.
#[test]
fn fifty_megabytes_of_noise_are_refused() {
    let size = 50 << 20;
    let mut state = 1u64;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    })
    .take(size)
    .collect();
    assert!(matches!(read_bytes(&noise), Err(ReadError::NotOurs)));
    assert_eq!(read_bytes(&vec![b' '; size]).unwrap_err(), ReadError::Empty);
    assert_eq!(read_bytes(&vec![b'['; size]).unwrap_err(), ReadError::NotOurs);
    assert!(matches!(read_bytes(&vec![b'x'; size]), Err(ReadError::NotJson { line: 1, .. })));
}

#[test]
fn a_text_is_no_damaged_file() {
    let hint = |bytes: &str| read_bytes(bytes.as_bytes()).unwrap_err().hint();
    assert!(hint("KẾ HOẠCH\nTuyên truyền").contains("tạo kế hoạch mới từ văn bản"));
    assert!(hint("{\n  \"format\": ?\n}").contains("Xin lại tệp gốc"));
}

#[test]
fn noise_inside_a_file_costs_its_own_size() {
    let noise = "0,".repeat(10 << 20) + "0";
    let text = EVERY_KIND.replacen("\"version\": 1,", &format!("\"version\": 1, \"y\": [{noise}],"), 1);
    let Reading { file, diagnostics } = read(&text).unwrap();
    assert_eq!(diagnostics, []);
    assert_eq!(file.unknown_parts["y"].get().len(), noise.len() + 2);
}

#[test]
fn a_size_is_refused_before_it_is_read() {
    // Zero bytes that nobody touches take no memory.
    let huge = vec![0; MAX_BYTES + 1];
    assert_eq!(read_bytes(&huge).unwrap_err(), ReadError::TooLarge { bytes: MAX_BYTES + 1 });
}

proptest! {
    #[test]
    fn bytes_that_a_bad_disk_changed_never_panic(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..20),
        cut in any::<proptest::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = EVERY_KIND.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        match read_bytes(&bytes) {
            Ok(Reading { file, .. }) => prop_assert_eq!(&read(&file.to_json()).unwrap().file, &file),
            Err(error) => prop_assert!(!error.diagnostic().message.is_empty()),
        }
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,200}") {
        prop_assert!(read(&text).is_err());
    }
}
