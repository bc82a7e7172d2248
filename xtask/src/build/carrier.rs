//! Bytes inside a page, nearly as they are. The page is UTF-16, in which two bytes are a sign of their own, whatever
//! they are; a browser reads such a page faster than one of UTF-8 or of a single-byte encoding, for it has half as many
//! signs, and they are in its own form already.
//!
//! Written in another way are only the signs that the reader of HTML would not leave as they are. NUL, the carriage
//! return, and `<`, which could begin the end mark or a comment, are rare, and stand behind an escape. Halves of pairs, one
//! in thirty-two, are written as signs that are whole, as many again: of those, one more sign in every [`GROUP`] tells which
//! were halves. All that costs one byte in two hundred; base64 would cost one in three. The reader is `bytesOf` in
//! `cchc-web/boot.js`.

/// Stands before a sign that is written with its bit [`CHANGED`] turned round; itself, too, is written so.
const ESCAPE: u16 = 0x3d;
const CHANGED: u16 = 0x4000;
/// What tells a half of a pair from the whole sign that stands for it.
const HALF: u16 = 0x8000;
/// How many signs that may stand for a half are told of by one sign, which follows the first of them and has the bit
/// [`CHANGED`], so that it is none that HTML reads otherwise.
const GROUP: u32 = 14;

/// What stands in the page between the tags of a script element that is data: how many bytes of the last sign do not
/// count, then two bytes in each sign, the lower first.
pub(super) fn carried(bytes: &[u8]) -> Vec<u16> {
    let mut text = Vec::with_capacity(bytes.len() / 2 + bytes.len() / 50);
    text.push(u16::from(b'0') + (bytes.len() % 2) as u16);
    let (mut told_at, mut left) = (0, 0);
    for pair in bytes.chunks(2) {
        let sign = u16::from_le_bytes([pair[0], pair.get(1).copied().unwrap_or_default()]);
        match sign {
            0 | 0x0d | 0x3c | ESCAPE => text.extend([ESCAPE, sign ^ CHANGED]),
            0x5800..=0x5fff | 0xd800..=0xdfff => {
                text.push(sign & !HALF);
                if left == 0 {
                    (told_at, left) = (text.len(), GROUP);
                    text.push(CHANGED);
                }
                left -= 1;
                text[told_at] |= (sign / HALF) << left;
            }
            _ => text.push(sign),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a browser holds of a data element that ends with `</script>`: the rules of the Encoding and the HTML
    /// standard for UTF-16, the input stream and script data, strictly. What could begin a comment would let the element
    /// go on: it counts as an end at the wrong place, too.
    fn as_html(file: &[u8]) -> Vec<u16> {
        let units: Vec<u16> = file.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        let page: String = char::decode_utf16(units).map(|sign| sign.unwrap_or('\u{fffd}')).collect();
        let end = ["</", "<!"].iter().filter_map(|mark| page.find(mark)).min().expect("an end");
        assert_eq!(&page[end..], "</script>", "the element ends where it was written to end");
        page[..end]
            .replace('\0', "\u{fffd}")
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .encode_utf16()
            .collect()
    }

    /// What `boot.js` makes of it.
    fn read(text: &[u16]) -> Vec<u8> {
        let mut signs = text[1..].iter();
        let mut bytes = Vec::new();
        let (mut told, mut left) = (0, 0);
        while let Some(mut sign) = signs.next().copied() {
            if sign == ESCAPE {
                sign = signs.next().expect("a sign") ^ CHANGED;
            } else if sign & 0xf800 == 0x5800 {
                if left == 0 {
                    (told, left) = (*signs.next().expect("a sign"), GROUP);
                }
                left -= 1;
                sign |= (told >> left & 1) * HALF;
            }
            bytes.extend(sign.to_le_bytes());
        }
        bytes.truncate(bytes.len() - usize::from(text[0] - u16::from(b'0')));
        bytes
    }

    fn there_and_back(bytes: &[u8]) {
        let page: Vec<u8> =
            carried(bytes).into_iter().chain("</script>".encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&as_html(&page)), bytes);
    }

    #[test]
    fn every_sign_comes_back() {
        for sign in 0..=u16::MAX {
            let [low, high] = sign.to_le_bytes();
            there_and_back(&[low, high]);
            there_and_back(&[low, high, low]);
        }
        let all: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_le_bytes).collect();
        there_and_back(&all);
        there_and_back(&all[1..]);
        there_and_back(&all.iter().rev().copied().collect::<Vec<_>>());
    }

    #[test]
    fn marks_of_html_come_back() {
        for text in [
            "",
            "x",
            "</script>",
            "<!--<script></script>",
            "<<//",
            "<=</",
            "\r\n\r",
            "&lt;&#0;",
            "==",
            "\u{feff}",
        ] {
            there_and_back(text.as_bytes());
            there_and_back(&text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
        }
    }
}
