//! Lỗi trình bày: what is wrong in the form of the document itself.

use std::collections::HashMap;

use super::outline::{Block, Marker, Outline, Part};
use super::words::Words;
use crate::diagnostic::{Diagnostic, Place};
use crate::plan::PassageRole;
use crate::text::{roman, shortened};

/// Checks numbering, căn cứ, and appendices.
pub(super) fn faults(outline: &Outline, found: &mut Vec<Diagnostic>) {
    numbering(&outline.blocks, found);
    bases(&outline.blocks, found);
    appendices(&outline.blocks, found);
    notes(&outline.blocks, found);
}

fn at(block: &Block) -> Place {
    Place { id: block.id.to_string(), ..Place::part("passages") }
}

/// A Roman numeral that is skipped or stands twice, below the same heading.
fn numbering(blocks: &[Block], found: &mut Vec<Diagnostic>) {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for block in blocks.iter().filter(|block| block.is_heading() && block.part != Part::Appendix) {
        let Some((Marker::Roman(number), _)) = block.marker else { continue };
        let above = block.section.rsplit_once('.').map_or("", |(above, _)| above);
        let before = counts.insert(above, number).unwrap_or(0);
        if number != before + 1 {
            found.push(Diagnostic::warning(
                "heading-number",
                at(block),
                format!(
                    "mục {} đứng sau mục {}; theo thứ tự phải là mục {}",
                    roman(number),
                    roman_or_none(before),
                    roman(before + 1)
                ),
                "Xem có sót mục nào không",
            ));
        }
    }
}

fn roman_or_none(number: u32) -> String {
    if number == 0 { "đầu".to_owned() } else { roman(number) }
}

/// Căn cứ: each on its line ends with a semicolon, the last with a full stop; higher documents first (Nghị định
/// 30/2020/NĐ-CP, Phụ lục I).
fn bases(blocks: &[Block], found: &mut Vec<Diagnostic>) {
    const RANKS: [(&str, u32); 9] = [
        ("hien phap", 0),
        ("luat", 1),
        ("phap lenh", 2),
        ("nghi dinh", 3),
        ("nghi quyet", 3),
        ("quyet dinh", 4),
        ("thong tu", 5),
        ("ke hoach", 8),
        ("cong van", 9),
    ];
    // What a council or a people's committee issues stands below what the centre issues, by whatever name.
    const LOCAL: u32 = 6;
    let all: Vec<&Block> = blocks
        .iter()
        .filter(|block| {
            block.part == Part::Opening && block.text.starts_with("Căn cứ") && !block.text.contains(". ")
        })
        .collect();
    let mut highest = 0;
    for (nth, block) in all.iter().enumerate() {
        let last = nth + 1 == all.len();
        let end = if last { ['.', ';', ','] } else { [';', ';', ';'] };
        if !block.text.ends_with(end) {
            let wanted = if last { "dấu chấm" } else { "dấu chấm phẩy" };
            found.push(Diagnostic::warning(
                "basis-punctuation",
                at(block),
                format!("căn cứ “{}” không kết thúc bằng {wanted}", shortened(&block.text, 60)),
                "Mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm",
            ));
        }
        let words = Words::of(&block.text);
        let rank = RANKS.iter().find(|(kind, _)| words.phrase(2, kind).is_some()).map(|(_, rank)| *rank);
        let is_local = words.has_any(&["hdnd", "ubnd", "hoi dong nhan dan", "uy ban nhan dan"]);
        let rank =
            rank.map(
                |rank| {
                    if is_local && (3..LOCAL).contains(&rank) { LOCAL + u32::from(rank > 3) } else { rank }
                },
            );
        if let Some(rank) = rank {
            if rank < highest {
                found.push(Diagnostic::warning(
                    "basis-order",
                    at(block),
                    format!(
                        "căn cứ “{}” có giá trị pháp lý cao hơn căn cứ đứng trước",
                        shortened(&block.text, 60)
                    ),
                    "Xếp căn cứ theo giá trị pháp lý từ cao xuống thấp",
                ));
            }
            highest = highest.max(rank);
        }
    }
}

/// An appendix that the text refers to and that is not there.
fn appendices(blocks: &[Block], found: &mut Vec<Diagnostic>) {
    let is_there = blocks.iter().any(|block| block.part == Part::Appendix || block.part == Part::Table);
    if is_there {
        return;
    }
    let refers = blocks.iter().find(|block| {
        let words = Words::of(&block.text);
        let named = words.find_any(
            0,
            &[
                "phu luc kem theo",
                "tai phu luc",
                "theo phu luc",
                "phu luc dinh kem",
                "co phu luc",
                "bieu kem theo",
            ],
        );
        // "phụ lục kèm theo Quyết định số …" is that document's.
        let is_of_another = |end: usize| {
            let kinds =
                ["quyết định", "nghị quyết", "nghị định", "thông tư", "công văn", "hướng dẫn", "chỉ thị"];
            let end = words.any(end, &["ban hành kèm theo", "kèm theo", "của"]).unwrap_or(end);
            words.any(end, &kinds).is_some()
        };
        named.is_some_and(|found| !is_of_another(found.end))
    });
    if let Some(block) = refers {
        found.push(Diagnostic::warning(
            "appendix-missing",
            at(block),
            "nhắc đến phụ lục, nhưng văn bản không có phụ lục",
            "Đọc thêm tệp phụ lục, hoặc nhập tay nhiệm vụ trong phụ lục",
        ));
    }
}

/// A footnote that no mark names, and a mark without its footnote.
fn notes(blocks: &[Block], found: &mut Vec<Diagnostic>) {
    for block in blocks {
        let PassageRole::Footnote(number) = block.role else { continue };
        let mark = format!("[^{number}]");
        if !blocks.iter().any(|other| other.text.contains(&mark)) {
            found.push(Diagnostic::warning(
                "note-without-mark",
                at(block),
                format!("chú thích {number} không có dấu trong văn bản"),
                "Xem chú thích thuộc đoạn nào",
            ));
        }
    }
}
