//! Đơn vị tính of sums of money: "Kinh phí (nghìn đồng)", "ĐVT: 1.000 đồng".

use crate::ingest::words::Words;

/// How many đồng one of a column's figures is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    pub(super) factor: u32,
    pub(super) name: &'static str,
}

const THOUSAND: Scale = Scale { factor: 1_000, name: "nghìn đồng" };
const MILLION: Scale = Scale { factor: 1_000_000, name: "triệu đồng" };
const BILLION: Scale = Scale { factor: 1_000_000_000, name: "tỷ đồng" };

/// Words, the longer first. A word with diacritics stands for itself alone: "ngàn" is not "ngân".
const WORDS: [(&str, Scale); 12] = [
    ("nghin", THOUSAND),
    ("ngàn", THOUSAND),
    ("ngan dong", THOUSAND),
    ("trieu", MILLION),
    ("tr . d", MILLION),
    ("tr . dong", MILLION),
    ("tr dong", MILLION),
    ("tr d", MILLION),
    ("trd", MILLION),
    ("( tr )", MILLION),
    ("ty dong", BILLION),
    ("ti dong", BILLION),
];

/// The unit that the heading of a column of money says; none where it is đồng.
pub(super) fn of_heading(heading: &str) -> Option<Scale> {
    from(&Words::of(heading), 0)
}

/// The unit that a line above the table says for all its money: "Đơn vị tính: triệu đồng".
pub(super) fn of_title(title: &str) -> Option<Scale> {
    let words = Words::of(title);
    let named = words.find_any(0, &["don vi tinh", "dvt", "don vi :"])?;
    from(&words, named.end)
}

fn from(words: &Words<'_>, from: usize) -> Option<Scale> {
    (from..words.len()).find_map(|at| {
        let named = WORDS.iter().find(|(word, _)| words.phrase(at, word).is_some());
        let figure = || {
            let (number, next) = words.number(at)?;
            words.any(next, &["dong", "d", "vnd"])?;
            [THOUSAND, MILLION, BILLION].into_iter().find(|scale| scale.factor == number)
        };
        named.map(|(_, scale)| *scale).or_else(figure)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_as_headings_write_them() {
        for heading in [
            "Kinh phí (nghìn đồng)",
            "Kinh phí (1.000 đồng)",
            "Kinh phí ĐVT: 1.000 đồng",
            "Kinh phí (1000đ)",
            "Chi phí (ngàn đồng)",
            "Kinh phi (ngan dong)",
        ] {
            assert_eq!(of_heading(heading), Some(THOUSAND), "{heading}");
        }
        for heading in [
            "Kinh phí (triệu đồng)",
            "Kinh phí (tr.đ)",
            "Kinh phí, trđ",
            "Kinh phí (Tr.đồng)",
            "Kinh phí (1.000.000 đ)",
        ] {
            assert_eq!(of_heading(heading), Some(MILLION), "{heading}");
        }
        for heading in ["Kinh phí", "Kinh phí (đồng)", "Kinh phí ngân sách", "Kinh phí năm 2026"] {
            assert_eq!(of_heading(heading), None, "{heading}");
        }
        assert_eq!(of_title("Đơn vị tính: triệu đồng"), Some(MILLION));
        assert_eq!(of_title("Đơn vị: Phòng Kinh tế"), None);
        assert_eq!(of_title("Hỗ trợ 5 triệu đồng"), None);
    }
}
