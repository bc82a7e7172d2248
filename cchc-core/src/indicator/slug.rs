//! Ids made of what they name, so that two copies of a file that record the same thing meet.

use crate::id::{MAX_LENGTH, checksum};

/// Joins parts with `:`. Of each part the letters that an id has stay; every other byte is written `_` and two
/// hexadecimal digits, `_` itself and `:` too, so that different parts make different ids. What is too long is cut,
/// and ends with a checksum of all of it.
pub(crate) fn id(parts: &[&str]) -> String {
    let whole = parts.iter().map(|part| escaped(part)).collect::<Vec<_>>().join(":");
    if whole.len() <= MAX_LENGTH {
        return whole;
    }
    format!("{}.{:016x}", &whole[..MAX_LENGTH - 17], checksum(whole.bytes()))
}

fn escaped(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.') {
            text.push(char::from(byte));
        } else {
            let hex = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or('0');
            text.extend(['_', hex(byte >> 4), hex(byte & 15)]);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::is_valid;

    #[test]
    fn what_differs_makes_another_id() {
        assert_eq!(id(&["cchc-xa", "2026", "1.2"]), "cchc-xa:2026:1.2");
        assert_eq!(id(&["x", "1.đ"]), "x:1._c4_91");
        assert_ne!(id(&["a:b", "c"]), id(&["a", "b:c"]));
        assert_ne!(id(&["a_20"]), id(&["a "]));
        let long = |end: &str| id(&["x".repeat(120).as_str(), end]);
        assert!(is_valid(&long("a")) && long("a") != long("b"), "{}", long("a"));
    }
}
