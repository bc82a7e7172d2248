//! Which words of a text mean this commune or this province, and what stands there instead. Pure text.

use crate::order;
use std::ops::Range;

/// Xã, phường, đặc khu or tỉnh, thành phố: a kind and a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Locality {
    kind: &'static str,
    name: String,
}

const COMMUNES: [&str; 4] = ["xã", "phường", "đặc khu", "thị trấn"];
const PROVINCES: [&str; 2] = ["tỉnh", "thành phố"];

/// Words before a kind that make it mean every commune, another one, or no commune at all: `cấp xã`, `hợp tác xã`.
const GENERIC_BEFORE: [&str; 14] = [
    "cấp",
    "tác",
    "các",
    "những",
    "mỗi",
    "từng",
    "mọi",
    "nhiều",
    "một",
    "thị",
    "làng",
    "liên",
    "trực thuộc",
    "trung tâm",
];
/// Words after it that do the same: `xã hội`, `xã viên`, `xã khác`.
const GENERIC_AFTER: [&str; 7] = ["hội", "viên", "giao", "khác", "hóa", "bạn", "lân cận"];

impl Locality {
    pub(super) fn commune(text: &str) -> Option<Self> {
        Self::of(text, &COMMUNES)
    }

    pub(super) fn province(text: &str) -> Option<Self> {
        Self::of(text, &PROVINCES)
    }

    fn of(text: &str, kinds: &[&'static str]) -> Option<Self> {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let lower = words.to_lowercase();
        kinds.iter().find_map(|kind| {
            let rest = lower.strip_prefix(kind)?.strip_prefix(' ')?;
            // The lower case of a Vietnamese letter has as many characters as its capital.
            let skip = words.chars().count() - rest.chars().count();
            let name: String = words.chars().skip(skip).collect();
            Some(Self { kind, name })
        })
    }
}

impl std::fmt::Display for Locality {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.kind, self.name)
    }
}

/// Words to be put in place of a range of a text.
pub(super) type Swap = (Range<usize>, String);

/// Where a text means `old`: by kind and name (`xã Hoa Thám`), or by its kind alone (`UBND xã`, `trên địa bàn xã`).
///
/// The kind alone is left where it means a level, several or another one, as in `cấp xã`, `hợp tác xã`, `các xã`,
/// `xã, phường`. The name alone is left too: a street or a person may bear it.
pub(super) fn swaps(text: &str, old: &Locality, new: &Locality) -> Vec<Swap> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = next_word(text, old.kind, from) {
        let end = at.end;
        from = end;
        let named = after_words(text, end, &old.name);
        if let Some(end) = named {
            let words = &text[at.start..end];
            let replaced = new.to_string();
            found.push((at.start..end, like(words, &replaced, &text[at.clone()])));
            from = end;
        } else if old.kind != new.kind && !is_generic(text, &at) {
            found.push((at.clone(), like(&text[at.clone()], new.kind, &text[at])));
        }
    }
    if old.kind != new.kind && PROVINCES.contains(&old.kind) {
        // The party's committee has a name of its own.
        let (was, is) = if old.kind == "tỉnh" {
            ("Tỉnh ủy", "Thành ủy")
        } else {
            ("Thành ủy", "Tỉnh ủy")
        };
        found.retain(|(range, _)| !text[range.start..].starts_with(was));
        found.extend(text.match_indices(was).map(|(at, _)| (at..at + was.len(), is.to_owned())));
        order::sort_by_key(&mut found, |(range, _)| range.start);
    }
    found
}

/// The text with other words in those places; the places stand in order and do not overlap.
pub(super) fn applied(text: &str, swaps: &[Swap]) -> String {
    let mut all = String::with_capacity(text.len());
    let mut from = 0;
    for (range, words) in swaps {
        all.push_str(&text[from..range.start]);
        all.push_str(words);
        from = range.end;
    }
    all.push_str(&text[from..]);
    all
}

/// `word` as whole words, in any capitals, at or after a place.
fn next_word(text: &str, word: &str, from: usize) -> Option<Range<usize>> {
    let starts = text[from..].char_indices().map(|(at, _)| from + at);
    starts.filter(|at| !text[..*at].chars().next_back().is_some_and(char::is_alphanumeric)).find_map(|at| {
        let end = same_words(&text[at..], word)? + at;
        Some(at..end)
    })
}

/// Where `words` end that stand after a space at a place.
fn after_words(text: &str, at: usize, words: &str) -> Option<usize> {
    let rest = text[at..].strip_prefix([' ', '\u{a0}'])?;
    let skipped = text.len() - rest.len();
    Some(skipped + same_words(rest, words)?)
}

/// How many bytes of the text's beginning are those words, whatever their capitals, ending with a word.
fn same_words(text: &str, words: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in words.chars() {
        let (_, letter) = letters.next()?;
        let is_space = wanted == ' ' && letter == '\u{a0}';
        if !is_space && !letter.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    match letters.next() {
        Some((_, letter)) if letter.is_alphanumeric() => None,
        Some((end, _)) => Some(end),
        None => Some(text.len()),
    }
}

/// Whether a kind stands for a level, for several or for another one.
fn is_generic(text: &str, at: &Range<usize>) -> bool {
    let before = text[..at.start].to_lowercase();
    let (before, after) = (before.trim_end(), &text[at.end..]);
    let level = if COMMUNES.iter().any(|kind| same_words(&text[at.start..], kind).is_some()) {
        &COMMUNES[..]
    } else {
        &PROVINCES[..]
    };
    let preceded =
        |words: &str| before.strip_suffix(words).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    // `xã, phường`: a list of kinds means them all.
    let listed_before = before.strip_suffix([',', '/']).is_some_and(|b| level.iter().any(|k| b.ends_with(k)));
    let listed_after = [", ", "/", " và "].iter().filter_map(|link| after.strip_prefix(link));
    let listed_after = listed_after.flat_map(|rest| level.iter().map(move |kind| same_words(rest, kind)));
    let followed = |words: &str| after.strip_prefix(' ').is_some_and(|r| same_words(r, words).is_some());
    listed_before
        || listed_after.flatten().next().is_some()
        || GENERIC_BEFORE.iter().any(|words| preceded(words))
        || GENERIC_AFTER.iter().any(|words| followed(words))
}

/// Gives words the capitals of what they replace: all, the first, or none.
fn like(old: &str, new: &str, kind: &str) -> String {
    let capital = |c: char| c.is_uppercase();
    if old.chars().filter(|c| c.is_alphabetic()).all(capital) {
        return new.to_uppercase();
    }
    if kind.starts_with(capital) {
        let mut letters = new.chars();
        return letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    }
    new.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed(text: &str, old: &str, new: &str) -> String {
        let locality = |text| Locality::commune(text).or_else(|| Locality::province(text)).unwrap();
        applied(text, &swaps(text, &locality(old), &locality(new)))
    }

    #[test]
    fn the_words_that_mean_this_commune_are_replaced_and_no_others() {
        let phuong = |text: &str| renamed(text, "xã Hoa Thám", "phường Kỳ Lừa");
        assert_eq!(
            phuong("UBND xã Hoa Thám ban hành trên địa bàn xã"),
            "UBND phường Kỳ Lừa ban hành trên địa bàn phường"
        );
        assert_eq!(phuong("ỦY BAN NHÂN DÂN XÃ HOA THÁM"), "ỦY BAN NHÂN DÂN PHƯỜNG KỲ LỪA");
        assert_eq!(phuong("Xã Hoa Thám; Đảng ủy xã, của xã."), "Phường Kỳ Lừa; Đảng ủy phường, của phường.");
        assert_eq!(phuong("trên địa bàn tỉnh, xã theo hướng"), "trên địa bàn tỉnh, phường theo hướng");
        for kept in [
            "UBND cấp xã",
            "kinh tế - xã hội",
            "Phòng Văn hóa - Xã hội",
            "hợp tác xã, nhà đầu tư",
            "các xã lân cận",
            "các xã, phường, đặc khu",
            "xã, phường",
            "đường Hoàng Hoa Thám",
            "thị xã",
        ] {
            assert_eq!(phuong(kept), kept);
        }
    }

    #[test]
    fn there_and_back_is_the_same() {
        let text = "UBND xã Hoa Thám; HĐND và UBND xã; trên địa bàn xã; kinh tế - xã hội của xã; cấp xã";
        for other in ["phường Kỳ Lừa", "đặc khu Vân Đồn", "xã Bình Gia"] {
            assert_eq!(renamed(&renamed(text, "xã Hoa Thám", other), other, "xã Hoa Thám"), text);
        }
    }

    #[test]
    fn a_province_that_is_a_city_has_another_committee() {
        let hue = |text: &str| renamed(text, "tỉnh Lạng Sơn", "thành phố Huế");
        assert_eq!(hue("UBND tỉnh Lạng Sơn, của tỉnh"), "UBND thành phố Huế, của thành phố");
        assert_eq!(hue("Ban Thường vụ Tỉnh ủy; cấp tỉnh (PAPI)"), "Ban Thường vụ Thành ủy; cấp tỉnh (PAPI)");
    }

    #[test]
    fn a_name_needs_its_kind() {
        assert_eq!(Locality::commune("Phường  Kỳ Lừa").unwrap().to_string(), "phường Kỳ Lừa");
        assert_eq!(Locality::commune("Đặc khu Vân Đồn").unwrap().to_string(), "đặc khu Vân Đồn");
        for wrong in ["Kỳ Lừa", "xã", "xã ", "tỉnh Lạng Sơn"] {
            assert_eq!(Locality::commune(wrong), None, "{wrong}");
        }
    }
}
