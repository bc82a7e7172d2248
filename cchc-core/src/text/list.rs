//! Lists and running text: joining, lettering, and where a line may not break.

use super::from_roman;

/// The no-break space.
pub const NBSP: char = '\u{A0}';

/// The parts as a sentence lists them: "a", "a và b", "a, b và c".
pub fn join_vi<T: AsRef<str>>(parts: impl IntoIterator<Item = T>) -> String {
    let parts: Vec<T> = parts.into_iter().collect();
    let mut all = String::new();
    for (i, part) in parts.iter().enumerate() {
        match i {
            0 => {}
            i if i + 1 == parts.len() => all.push_str(" và "),
            _ => all.push_str(", "),
        }
        all.push_str(part.as_ref());
    }
    all
}

/// The text as one piece: its spaces become no-break spaces ("02 tin", "quý IV").
pub fn glue(text: &str) -> String {
    text.replace(' ', "\u{A0}")
}

/// A running text that does not break inside a number with its unit or a numbered name: "02 tin", "40 %",
/// "quý IV", "tháng 5", "Điều 12", "Xã hội". Other spaces stay as they are.
pub fn unbroken(text: &str) -> String {
    let mut all = String::with_capacity(text.len() + 16);
    let mut words = text.split(' ').peekable();
    let mut joined = Joined::No;
    while let Some(word) = words.next() {
        all.push_str(word);
        if let Some(next) = words.peek() {
            joined = join(word, next, joined);
            all.push(if joined == Joined::No { ' ' } else { NBSP });
        }
    }
    all
}

/// Whether two neighbouring words stay on one line, and why.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    No,
    /// A name and its number: the number does not count what follows.
    Number,
    /// Anything else.
    Words,
}

fn join(word: &str, next: &str, before: Joined) -> Joined {
    let word = word.trim_start_matches(['(', '“', '"']);
    let digits = next.starts_with(|c: char| c.is_ascii_digit());
    let is_number = word.ends_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    match word {
        _ if is_number && next.starts_with('%') => Joined::Words,
        _ if is_number && before != Joined::Number && next.starts_with(char::is_alphabetic) => Joined::Words,
        "quý" | "Quý" | "lục" | "Mục" | "mục" if digits || is_roman(next) => Joined::Number,
        // A whole date or a document's number may begin a line: kept back, it would tear a justified line apart.
        "ngày" | "số" | "số:" if digits && next.chars().count() > 6 => Joined::No,
        "ngày" | "tháng" | "năm" | "Điều" | "điều" | "khoản" | "số" | "số:" if digits => {
            Joined::Number
        }
        "Phụ" | "phụ" if next.starts_with("lục") => Joined::Words,
        "Xã" if next.starts_with("hội") => Joined::Words,
        _ => Joined::No,
    }
}

fn is_roman(word: &str) -> bool {
    from_roman(word.trim_end_matches(|c: char| !c.is_alphanumeric())).is_some()
}

/// The letter of a list's item, from 1, in the Vietnamese alphabet as Nghị định 30/2020/NĐ-CP wants it: a, b, c,
/// d, đ, e, g, h, i, k, l … y; after the 23rd the letters are doubled (aa, bb). 0 has none: "".
pub fn letter(number: usize) -> String {
    const LETTERS: [&str; 23] = [
        "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u",
        "v", "x", "y",
    ];
    match number.checked_sub(1) {
        None => String::new(),
        Some(index) => LETTERS[index % LETTERS.len()].repeat(index / LETTERS.len() + 1),
    }
}

/// The text with its first letter as a capital: "quý II" is "Quý II" at the head of a sentence.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        None => String::new(),
        Some(first) => first.to_uppercase().chain(chars).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sentences() {
        assert_eq!(join_vi(["a", "b", "c"]), "a, b và c");
        assert_eq!(join_vi(["a", "b"]), "a và b");
        assert_eq!(join_vi(["a"]), "a");
        assert_eq!(join_vi(Vec::<String>::new()), "");
        assert_eq!(
            [capitalized("đề nghị"), capitalized("ủy ban"), capitalized("")],
            ["Đề nghị", "Ủy ban", ""]
        );
    }

    #[test]
    fn lines_do_not_break_inside() {
        let shown = |text: &str| unbroken(text).replace(NBSP, "~");
        assert_eq!(
            shown("Phòng Văn hóa - Xã hội đăng 02 tin, 15 bài trong quý IV năm 2026 (40 % của năm)."),
            "Phòng Văn hóa - Xã~hội đăng 02~tin, 15~bài trong quý~IV năm~2026 (40~% của năm)."
        );
        assert_eq!(
            shown("Phụ lục II; Điều 12 Nghị định số 09/2019/NĐ-CP"),
            "Phụ~lục~II; Điều~12 Nghị định số 09/2019/NĐ-CP"
        );
        assert_eq!(shown("15/9–14/12 và  a"), "15/9–14/12 và  a");
        assert_eq!(glue("quý IV"), "quý\u{A0}IV");
    }

    #[test]
    fn the_alphabet_of_decree_30() {
        let letters: Vec<_> = (1..=24).map(letter).collect();
        assert_eq!(letters.join(" "), "a b c d đ e g h i k l m n o p q r s t u v x y aa");
        assert_eq!(letter(0), "");
    }

    proptest! {
        #[test]
        fn only_spaces_change(text in "[a-zA-Z0-9 ,.()%áIVX]{0,40}") {
            prop_assert_eq!(unbroken(&text).replace(NBSP, " "), text.clone());
        }
    }
}
