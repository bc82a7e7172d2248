//! What is usual for work of a kind where the plan does not say.

use std::ops::Range;

use super::super::words::Words;
use crate::id::UnitId;
use crate::plan::Stated;

/// Work that is done once, by its words: phrase, and the unit and reason where one of it is meant.
const ONCE: [(&str, Option<(&str, &str)>); 19] = [
    ("to chuc lop tap huan", Some(("lop", "Kế hoạch không nêu số lớp; lấy ít nhất 01 lớp trong năm."))),
    ("to chuc cac lop tap huan", Some(("lop", "Kế hoạch không nêu số lớp; lấy ít nhất 01 lớp trong năm."))),
    ("mo lop tap huan", Some(("lop", "Kế hoạch không nêu số lớp; lấy ít nhất 01 lớp trong năm."))),
    ("to chuc tap huan", Some(("lop", "Kế hoạch không nêu số lớp; lấy ít nhất 01 lớp trong năm."))),
    (
        "to chuc hoi nghi",
        Some(("hoi-nghi", "Kế hoạch không nêu số hội nghị; lấy ít nhất 01 hội nghị trong năm.")),
    ),
    (
        "to chuc cuoc thi",
        Some(("cuoc-thi", "Kế hoạch không nêu số cuộc; lấy ít nhất 01 cuộc thi trong năm.")),
    ),
    (
        "to chuc cac cuoc thi",
        Some(("cuoc-thi", "Kế hoạch không nêu số cuộc; lấy ít nhất 01 cuộc thi trong năm.")),
    ),
    ("to chuc hoi thi", Some(("cuoc-thi", "Kế hoạch không nêu số cuộc; lấy ít nhất 01 cuộc thi trong năm."))),
    ("to chuc doi thoai", Some(("cuoc", "Kế hoạch không nêu số cuộc; lấy ít nhất 01 cuộc trong năm."))),
    ("to chuc toa dam", Some(("hoi-nghi", "Kế hoạch không nêu số cuộc; lấy ít nhất 01 cuộc trong năm."))),
    ("xay dung ke hoach", Some(("ke-hoach", "Một năm một kế hoạch."))),
    ("ban hanh ke hoach", Some(("ke-hoach", "Một năm một kế hoạch."))),
    ("xay dung chuyen muc", Some(("chuyen-muc", "Kế hoạch nêu một chuyên mục, không nêu con số."))),
    ("mo chuyen muc", Some(("chuyen-muc", "Kế hoạch nêu một chuyên mục, không nêu con số."))),
    (
        "long ghep viec kiem tra",
        Some(("cuoc-kiem-tra", "Kế hoạch không nêu số cuộc; lấy ít nhất 01 cuộc trong năm.")),
    ),
    ("tham dinh kinh phí", None),
    ("bo tri kinh phí", None),
    ("lap du toan", None),
    ("to chuc tong ket", None),
];

/// The words that say that the work is done once.
pub(super) fn is_once(words: &Words<'_>) -> Option<Range<usize>> {
    ONCE.iter().find_map(|(phrase, _)| words.find(0, phrase))
}

/// At least one of it, where the work is a thing that is counted.
pub(super) fn quota(words: &Words<'_>) -> Option<(UnitId, Range<usize>, &'static str)> {
    ONCE.iter().find_map(|(phrase, unit)| {
        let at = words.find(0, phrase)?;
        let (unit, reason) = (*unit)?;
        Some((unit.parse().ok()?, at, reason))
    })
}

/// Sản phẩm: what is to be drawn up, as the plan names it.
pub(super) fn output(words: &Words<'_>) -> Option<Stated<String>> {
    let at = words.find_any(0, &["xay dung", "bien soan", "ban hanh"]).filter(|at| at.start <= 14)?;
    let things = [
        "ke hoach",
        "chuyen muc",
        "chuyen trang",
        "ban tin",
        "tai lieu",
        "so tay",
        "van ban",
        "quyet dinh",
        "phong su",
        "video",
    ];
    words.any(at.end, &things)?;
    let end = (at.end..words.len())
        .find(|at| {
            words.any(*at, &[";", ".", "(", ",", "nham", "de", "trong", "sau", "truoc"]).is_some()
                || (words.number(*at).is_some() && !words.get(at - 1).is_some_and(|before| before.is("năm")))
        })
        .unwrap_or(words.len());
    let thing = words.slice(at.end..end);
    (thing.chars().count() <= 140).then(|| Stated::written(crate::text::capitalized(thing), thing))
}
