//! Any text: reading never fails, and every sign of it is in a passage or listed.

use std::collections::HashMap;

use proptest::prelude::*;

use super::plans::PLANS;
use super::{seed, today};
use crate::exchange::read;
use crate::ingest::{self, Ingested};
use crate::text::nfc;

/// The signs of a text that are neither blank nor invisible, and how often it has them.
fn signs(text: &str) -> HashMap<char, i64> {
    let mut signs = HashMap::new();
    for c in nfc(text).chars().filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{feff}') {
        *signs.entry(c).or_default() += 1;
    }
    signs
}

/// Checks what holds of every reading, and gives the signs that were lost.
pub(super) fn lost(text: &str, read: &Ingested) -> Vec<char> {
    let mut left = signs(text);
    let passages = read.file.passages.iter().map(|passage| passage.text.as_str());
    for words in passages.chain(read.outside.iter().map(|outside| outside.words.as_str())) {
        for (sign, count) in signs(words) {
            *left.entry(sign).or_default() -= count;
        }
    }
    // Bars and tabs between cells are drawn anew.
    let mut lost: Vec<char> =
        left.into_iter().filter(|(sign, count)| *count > 0 && *sign != '|').map(|(sign, _)| sign).collect();
    lost.sort_unstable();
    lost
}

/// What holds of everything that was read.
pub(super) fn sound(text: &str) -> Ingested {
    let ingested = ingest::text(text, "thu".parse().unwrap(), today());
    assert_eq!(lost(text, &ingested), [], "{text:?}");
    for reading in &ingested.readings {
        if let Some(span) = &reading.span {
            let passage = ingested.file.passages.get(&span.passage).expect("the passage is there");
            assert_eq!(passage.text.get(span.start..span.end), Some(reading.words.as_str()), "{text:?}");
        }
    }
    let references = ["dangling-reference", "quote-not-found", "wording-not-found", "order-twice"];
    let wrong: Vec<_> =
        ingested.diagnostics.iter().filter(|found| references.contains(&found.code)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}\n{text}");
    let again = read(&ingested.file.to_json()).expect("what was written reads");
    assert_eq!(again.file, ingested.file);
    assert_eq!(ingest::text(text, "thu".parse().unwrap(), today()), ingested, "the same text reads the same");
    ingested
}

#[test]
fn the_fixtures_are_sound() {
    sound(&seed::seed_text());
    for (name, text) in PLANS {
        println!("{name}");
        sound(text);
    }
}

#[test]
fn odd_texts_are_sound() {
    for text in [
        "",
        "\n\n\n",
        "KẾ HOẠCH",
        "KẾ HOẠCH\n",
        "**KẾ HOẠCH**\n*Tuyên truyền*",
        "I.",
        "1",
        "- 2 -",
        "¹",
        "¹ ²",
        "[^1]",
        "[1] a\n[1] b",
        "Nơi nhận",
        "Nơi nhận:\n- ;",
        "|||\n|a|b|\n",
        "STT | Nội dung | Chủ trì\n1 | a | b\n",
        "\t\t\n",
        "100%",
        "(((((((",
        "))))))",
        "Kế hoạch số 1/KH-UBND về thực hiện Kế hoạch số 2/KH-UBND về thực hiện Kế hoạch số 3/KH-UBND",
        "Luật",
        "Căn cứ Luật Tổ chức;",
        "phối hợp với",
        "III. TỔ CHỨC THỰC HIỆN\n1. \n2. :\n",
        "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n...\n",
        "\u{feff}KẾ HOẠCH\r\nTuyên truyền\r\n\r\n",
        "TM. ỦY BAN NHÂN DÂN",
        "PHỤ LỤC I",
        "ngày 99/99/9999",
        "trước ngày 31/02/2026",
    ] {
        sound(text);
    }
}

#[test]
fn nesting_has_a_bound() {
    let text = "Kế hoạch số 1/KH-UBND về thực hiện ".repeat(300);
    sound(&text);
    sound(&"(được sửa đổi tại Nghị định số 1/NĐ-CP ".repeat(300));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        sound(&text);
    }

    #[test]
    fn any_lines_are_read(
        lines in prop::collection::vec(
            prop_oneof![
                Just("KẾ HOẠCH".to_owned()),
                Just("III. TỔ CHỨC THỰC HIỆN".to_owned()),
                Just("1. Phòng Văn hóa - Xã hội".to_owned()),
                Just("- Chủ trì, phối hợp với các cơ quan; báo cáo hằng quý, năm trước ngày 15 của tháng cuối quý.".to_owned()),
                Just("STT | Nội dung | Chủ trì | Thời gian".to_owned()),
                Just("1 | Họp thôn ≥ 2 cuộc | Phòng Kinh tế; Văn phòng | Quý II/2026".to_owned()),
                Just("Thực hiện Kế hoạch số 152/KH-UBND ngày 24/4/2026 của UBND tỉnh¹".to_owned()),
                Just("¹ Nghị định số 118/2025/NĐ-CP (được sửa đổi tại Nghị định số 367/2025/NĐ-CP)".to_owned()),
                Just("Nơi nhận:".to_owned()),
                Just(String::new()),
                "[-–+*0-9IVXa-đ.) ]{0,6}[\\PC]{0,40}",
            ],
            0..24,
        )
    ) {
        sound(&lines.join("\n"));
    }

    #[test]
    fn a_damaged_plan_is_read(from in 0..20_000usize, cut in 0..400usize, put in "\\PC{0,12}") {
        let plan = PLANS[from % PLANS.len()].1;
        let chars: Vec<char> = plan.chars().collect();
        let from = from % chars.len();
        let to = (from + cut).min(chars.len());
        let text: String = chars[..from].iter().copied().chain(put.chars()).chain(chars[to..].iter().copied()).collect();
        sound(&text);
    }
}
