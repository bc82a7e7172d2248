//! From bytes to text: what arrives by mail, chat or USB stick is not always UTF-8, nor always a plan file.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::ReadError;

/// Largest file that is read, in bytes. A commune's year takes some hundred kilobytes; 100,000 activities with
/// their whole history some hundred megabytes.
pub const MAX_BYTES: usize = 512 << 20;

/// First bytes of files that people open by mistake.
const FOREIGN: [(&[u8], &str); 5] = [
    (b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel kiểu cũ"),
    (b"%PDF", "tệp PDF"),
    (b"<!doctype", "trang web"),
    (b"<html", "trang web"),
];

/// The text of a file, and what was found about its encoding.
///
/// UTF-8 with or without a byte order mark, and UTF-16 as Notepad calls "Unicode".
///
/// # Errors
/// [`ReadError`] when the bytes are no text, or the file of another program.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<Diagnostic>), ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge { bytes: bytes.len() });
    }
    let start = bytes.get(..9).unwrap_or(bytes).to_ascii_lowercase();
    for (magic, what) in FOREIGN {
        if start.starts_with(&magic.to_ascii_lowercase()) {
            return Err(ReadError::Foreign { what });
        }
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(ReadError::Empty);
    }
    let Some(units) = utf16(bytes) else {
        return match std::str::from_utf8(bytes) {
            Ok(text) => Ok((Cow::Borrowed(text), None)),
            Err(error) => {
                let (line, column) = end_of(&String::from_utf8_lossy(&bytes[..error.valid_up_to()]));
                Err(match error.error_len() {
                    // Half a letter at the very end: the file lost the rest on its way.
                    None => ReadError::Cut { line, column },
                    Some(_) if is_noise(bytes) => ReadError::NotOurs,
                    Some(_) => ReadError::Encoding { line },
                })
            }
        };
    };
    let mut text = String::with_capacity(units.len());
    for (at, letter) in char::decode_utf16(units.iter().copied()).enumerate() {
        let Ok(letter) = letter else {
            let (line, column) = end_of(&text);
            let is_last = char::decode_utf16(units.iter().copied()).count() == at + 1;
            let error =
                if is_last { ReadError::Cut { line, column } } else { ReadError::NotJson { line, column } };
            return Err(error);
        };
        text.push(letter);
    }
    let found = Diagnostic::warning(
        "utf-16",
        Place::default(),
        "tệp được lưu bằng bảng mã UTF-16 (Notepad gọi là Unicode)",
        "Nội dung vẫn đọc đủ. Lần sau lưu bằng bảng mã UTF-8",
    );
    Ok((Cow::Owned(text), Some(found)))
}

/// The text of a file that is UTF-8 or UTF-16 but for a few bytes, which become `\u{fffd}`; none where there are more of
/// them than damage explains: that is another encoding, and would be garbled throughout.
pub(super) fn decode_damaged(bytes: &[u8]) -> Option<String> {
    if bytes.len() > MAX_BYTES {
        return None;
    }
    if let Some(units) = utf16(bytes) {
        let bad = char::decode_utf16(units.iter().copied()).filter(Result::is_err).count();
        return is_damage(bad, units.len()).then(|| String::from_utf16_lossy(&units));
    }
    is_damage(invalid(bytes), bytes.len()).then(|| String::from_utf8_lossy(bytes).into_owned())
}

/// Whether so many bad places in so many are damage; one always is.
const fn is_damage(bad: usize, of: usize) -> bool {
    const ONE_IN: usize = 1000;
    bad <= 1 || bad * ONE_IN <= of
}

fn invalid(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count()
}

/// Whether the bytes are no text in any encoding: one in fifty is a sign that texts do not have.
fn is_noise(bytes: &[u8]) -> bool {
    const ONE_IN: usize = 50;
    let control = bytes.iter().filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace()).count();
    !is_damage(invalid(bytes), bytes.len()) && control * ONE_IN > bytes.len()
}

/// Line and column behind a text, from 1.
fn end_of(text: &str) -> (usize, usize) {
    let last = text.rsplit('\n').next().unwrap_or_default();
    (text.split('\n').count(), last.chars().count() + 1)
}

/// The units of UTF-16; none where it is not.
fn utf16(bytes: &[u8]) -> Option<Vec<u16>> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some(pairs(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Some(pairs(rest, u16::from_be_bytes)),
        [b'{', 0, ..] => Some(pairs(bytes, u16::from_le_bytes)),
        [0, b'{', ..] => Some(pairs(bytes, u16::from_be_bytes)),
        _ => None,
    }
}

fn pairs(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Vec<u16> {
    // An odd byte at the end is half a letter: a lone surrogate makes it an error, not a loss.
    let odd = (!bytes.len().is_multiple_of(2)).then_some(0xd800);
    bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).chain(odd).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).unwrap().0.into_owned()
    }

    #[test]
    fn text_is_found_in_its_encodings() {
        let words = "{\"tên\": \"Hoa Thám\"}";
        assert_eq!(text(words.as_bytes()), words);
        let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for utf16 in [[&[0xff, 0xfe][..], &little].concat(), [&[0xfe, 0xff][..], &big].concat(), little, big]
        {
            let (found, diagnostic) = decode(&utf16).unwrap();
            assert_eq!((found.as_ref(), diagnostic.unwrap().code), (words, "utf-16"));
            let column = words.chars().count();
            assert_eq!(decode(&utf16[..utf16.len() - 1]).unwrap_err(), ReadError::Cut { line: 1, column });
        }
    }

    #[test]
    fn what_is_no_text_is_named() {
        let foreign = |bytes: &[u8]| match decode(bytes) {
            Err(ReadError::Foreign { what }) => what,
            other => panic!("{other:?}"),
        };
        assert_eq!(foreign(b"PK\x03\x04\x14\x00"), "tệp Word, Excel hoặc tệp nén");
        assert_eq!(foreign(b"%PDF-1.7"), "tệp PDF");
        assert_eq!(foreign(b"<!DOCTYPE html>"), "trang web");
        assert_eq!(decode(&[0; 4096]).unwrap_err(), ReadError::Empty);
        assert_eq!(decode(b"").unwrap_err(), ReadError::Empty);
        // Windows-1258, as old programs save: "{\n kế"
        assert_eq!(decode(b"{\n k\xea\xec").unwrap_err(), ReadError::Encoding { line: 2 });
        let noise: Vec<u8> = (0..4096u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(decode(&noise).unwrap_err(), ReadError::NotOurs);
        assert_eq!(decode_damaged(&noise), None);
        let cut = "{\n ng\u{e0}".as_bytes();
        let error = decode(&cut[..cut.len() - 1]).unwrap_err();
        assert_eq!(error, ReadError::Cut { line: 2, column: 4 });
        assert_eq!(error.diagnostic().place, Place::text(2, Some(4)), "a program need not read the sentence");
    }
}
