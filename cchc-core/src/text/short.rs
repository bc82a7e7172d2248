//! Long texts, for messages and narrow columns.

/// A text of at most so many letters; of a longer one the beginning and "…", which is one of them.
///
/// ```
/// use cchc_core::text::shortened;
///
/// assert_eq!(shortened("Ủy ban nhân dân", 15), "Ủy ban nhân dân");
/// assert_eq!(shortened("Ủy ban nhân dân", 8), "Ủy ban…");
/// ```
pub fn shortened(text: &str, longest: usize) -> String {
    let mut letters = text.char_indices().skip(longest.saturating_sub(1)).map(|(at, _)| at);
    match (letters.next(), letters.next()) {
        (Some(cut), Some(_)) => format!("{}…", text[..cut].trim_end()),
        _ => text.to_owned(),
    }
}
