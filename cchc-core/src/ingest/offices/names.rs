//! Tên cơ quan trong câu: names beside their labels, bodies that no catalogue has, and what names nobody.

use super::super::catalogue::catalogue;
use super::super::words::{Words, tidy};
use super::split_offices;

/// "Phòng A chủ trì, phối hợp Đoàn xã", "Văn phòng (chủ trì), các phòng phối hợp": the names alone, the lead first.
pub(super) fn lead_and_partners(lead: &str, behind: &str) -> Option<String> {
    if !behind.contains("chủ trì") && !behind.contains("phối hợp") {
        return None;
    }
    let parted = ["(chủ trì)", "chủ trì", "(phối hợp)", "phối hợp với", "phối hợp cùng", "phối hợp"]
        .iter()
        .fold(behind.to_owned(), |behind, words| behind.replace(words, ","));
    let names = split_offices(&parted);
    Some(std::iter::once(lead.to_owned()).chain(names).collect::<Vec<_>>().join(", "))
}

/// A body that the catalogue does not have, where a plan names an office: "Các ông (bà) Trưởng thôn: …", "Đồng chí
/// Nguyễn Văn B: …", "Đề nghị Bưu điện xã hỗ trợ …". As [`opening`](super::opening) gives it.
pub(super) fn unknown_body(words: &Words<'_>) -> Option<(String, bool, usize)> {
    let asked = words.any(0, &["de nghi"]);
    let led = asked.or_else(|| words.any(0, &["giao cho", "giao"]));
    let start = led.unwrap_or(0);
    let many = words.any(start, &["các"]);
    let bodies = [
        "phòng",
        "ban",
        "trung tâm",
        "hội",
        "đoàn",
        "trường",
        "công an",
        "tổ",
        "trạm",
        "chi bộ",
        "chi cục",
        "chi đoàn",
        "đồng chí",
        "ông",
        "bà",
        "công chức",
        "cán bộ",
        "chủ tịch",
        "phó chủ tịch",
        "bưu điện",
        "bưu cục",
        "trưởng",
        "ngân hàng",
        "quỹ",
        "đài",
        "hợp tác xã",
        "doanh nghiệp",
        "ubnd",
        "ủy ban",
        "văn phòng",
        "thôn",
        "cơ quan",
        "đơn vị",
        "bộ phận",
        "viện",
        "bệnh viện",
        "bí thư",
        "người",
    ];
    let others =
        ["hội nghị", "hội thi", "hội thảo", "trường hợp", "phòng chống", "phòng ,", "tổ chức", "ban hành"];
    words.any(many.unwrap_or(start), &bodies)?;
    if many.is_none() && words.any(start, &others).is_some() {
        return None;
    }
    let begins = |at: usize| words.get(at).map_or(words.text.len(), |token| token.at.start);
    let colon = (start..words.len().min(start + 24)).find(|at| words.phrase(*at, ":").is_some());
    if let Some(colon) = colon {
        return Some((words.slice(start..colon).to_owned(), asked.is_some(), begins(colon + 1)));
    }
    // Without a colon the words before must say that somebody is given a duty, and a verb begin it.
    led?;
    let end = (start + 1..words.len().min(start + 10)).find(|at| catalogue().verb(words, *at).is_some())?;
    Some((words.slice(start..end).to_owned(), asked.is_some(), begins(end)))
}

/// What words are that stand among the duties and give nobody one.
pub(in crate::ingest) fn said_to_all(words: &Words<'_>) -> Option<&'static str> {
    let first = words.any(0, &["("]).unwrap_or(0);
    if words
        .any(0, &["kinh phí thực hiện :", "kinh phí :", "nguồn kinh phí :", "nguồn kinh phí thực hiện :"])
        .is_some()
    {
        Some("kinh phí")
    } else if words.any(0, &["yeu cau cac", "de nghi cac"]).is_some()
        && words.has_any(&["nghiem tuc", "nghiêm túc"])
    {
        Some("lời yêu cầu chung")
    } else if words.has("phụ lục")
        && words.any(first, &["có phụ lục", "chi tiết", "phụ lục", "kèm theo", "nội dung chi tiết"]).is_some()
    {
        Some("dẫn chiếu phụ lục")
    } else {
        None
    }
}

/// "Chủ trì: Phòng VH-XH", "Văn phòng (chủ trì)": the name alone.
pub(super) fn unlabelled(name: &str) -> String {
    let words = Words::of(name);
    let labels = ["co quan chu tri :", "don vi chu tri :", "chu tri :", "co quan phoi hop :", "phoi hop :"];
    let from = words.any(0, &labels).unwrap_or(0);
    let name = words.slice(from..words.len());
    let end = ["(chủ trì)", "(phối hợp)"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    tidy(end)
}
