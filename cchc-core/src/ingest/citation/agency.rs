//! Cơ quan ban hành: the name of an agency in a sentence.

use super::super::words::Words;

/// Agencies by name; the longer before the shorter that begins it.
const NAMES: [&str; 34] = [
    "uy ban thuong vu quoc hoi",
    "quoc hoi",
    "thu tuong chinh phu",
    "pho thu tuong chinh phu",
    "chinh phu",
    "van phong chinh phu",
    "bo chinh tri",
    "ban bi thu trung uong dang",
    "ban bi thu",
    "ban chap hanh trung uong dang",
    "ban chap hanh trung uong",
    "ban thuong vu tinh uy",
    "ban thuong vu thanh uy",
    "ban thuong vu dang uy",
    "ban chap hanh dang bo",
    "thuong truc tinh uy",
    "tinh uy",
    "thanh uy",
    "dang uy",
    "chu tich uy ban nhan dan",
    "chu tich ubnd",
    "uy ban nhan dan",
    "ubnd",
    "hoi dong nhan dan",
    "hdnd",
    "bo khoa hoc va cong nghe",
    "bo van hoa , the thao va du lich",
    "bo noi vu",
    "bo tu phap",
    "bo tai chinh",
    "so khoa hoc va cong nghe",
    "so noi vu",
    "so tu phap",
    "so tai chinh",
];

const LEVELS: [&str; 8] = ["dac khu", "thanh pho", "thi xa", "tinh", "xa", "phuong", "huyen", "thi tran"];

/// Where the name of an agency ends that begins at a token, before `to`.
pub(super) fn agency_at(words: &Words<'_>, at: usize, to: usize) -> Option<usize> {
    let named = words.any(at, &NAMES).filter(|end| *end <= to);
    let mut end = match named {
        Some(end) => end,
        None => other(words, at, to)?,
    };
    // "khóa XIII"
    if let Some(next) = words.phrase(end, "khóa")
        && words.get(next).is_some_and(|token| {
            words.text[token.at.clone()].chars().all(|c| "IVXLC".contains(c) || c.is_ascii_digit())
        })
    {
        end = next + 1;
    }
    end = LEVELS.iter().find_map(|level| words.phrase(end, level)).unwrap_or(end);
    // The name of the place: capitals, no more than four.
    let named = (end..to.min(end + 4)).take_while(|at| is_name(words, *at)).count();
    // "UBND tỉnh Quy định …": a capital that begins an abstract is no name of a place.
    let named = if super::abstract_at(words, end, to).is_some() { 0 } else { named };
    Some((end + named).min(to))
}

fn is_name(words: &Words<'_>, at: usize) -> bool {
    words
        .get(at)
        .is_some_and(|token| token.is_word() && words.text[token.at.clone()].starts_with(char::is_uppercase))
        && super::kind_at(words, at).is_none()
}

/// An agency whose name is not in the list: words from a capital on, as long as they are capitals or small words that
/// names have.
fn other(words: &Words<'_>, at: usize, to: usize) -> Option<usize> {
    const INSIDE: [&str; 26] = [
        "nội",
        "vụ",
        "pháp",
        "chính",
        "thông",
        "học",
        "nghệ",
        "và",
        "đạo",
        "trưởng",
        "hội",
        "đồng",
        "tịch",
        "ương",
        "thường",
        "trực",
        "tế",
        "nghiệp",
        "trường",
        "dựng",
        "dục",
        "hóa",
        "thao",
        "ngân",
        "xã",
        "an",
    ];
    if !is_name(words, at) {
        return None;
    }
    let mut end = at + 1;
    while end < to.min(at + 12) {
        let inside = words.get(end).is_some_and(|token| INSIDE.iter().any(|word| token.is(word)));
        if !(inside || is_name(words, end)) || super::abstract_at(words, end, to).is_some() {
            break;
        }
        end += 1;
    }
    while end > at + 1 && words.get(end - 1).is_some_and(|token| token.is("và")) {
        end -= 1;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_name_ends() {
        for (text, name) in [
            ("UBND tỉnh Lạng Sơn về việc tuyên truyền", "UBND tỉnh Lạng Sơn"),
            ("UBND tỉnh về CCHC", "UBND tỉnh"),
            ("HĐND tỉnh Quy định chính sách", "HĐND tỉnh"),
            (
                "Ban Chấp hành Trung ương Đảng khóa XIII về tiếp tục",
                "Ban Chấp hành Trung ương Đảng khóa XIII",
            ),
            ("Chính phủ năm 2026", "Chính phủ"),
            ("Chủ tịch Ủy ban nhân dân tỉnh về việc", "Chủ tịch Ủy ban nhân dân tỉnh"),
            ("Bộ trưởng Bộ Nội vụ ban hành", "Bộ trưởng Bộ Nội vụ"),
            ("Bộ Chính trị và Nghị quyết số 71/NQ-CP", "Bộ Chính trị"),
            ("Đảng ủy phường Kỳ Lừa, về", "Đảng ủy phường Kỳ Lừa"),
            ("Sở Nông nghiệp và Môi trường về", "Sở Nông nghiệp và Môi trường"),
        ] {
            let words = Words::of(text);
            let end = agency_at(&words, 0, words.len()).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(words.slice(0..end), name);
        }
        assert_eq!(agency_at(&Words::of("tỉnh về"), 0, 2), None);
    }
}
