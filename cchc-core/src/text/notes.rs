//! Dấu chú thích: the marks `[^1]` by which the plan's words name their footnotes.

/// The text without the marks of footnotes. What only looks like one stays.
pub fn without_notes(text: &str) -> String {
    let mut parts = text.split("[^");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((number, rest)) if number.bytes().all(|b| b.is_ascii_digit()) => plain.push_str(rest),
            _ => {
                plain.push_str("[^");
                plain.push_str(part);
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_brackets_stay() {
        for (text, plain) in [
            ("công tác CCHC[^1] năm 2026[^12].", "công tác CCHC năm 2026."),
            ("mảng [^a] và [1], [^2", "mảng [^a] và [1], [^2"),
            ("", ""),
        ] {
            assert_eq!(without_notes(text), plain);
        }
    }
}
