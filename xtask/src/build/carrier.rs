//! Bytes inside a page, nearly as they are: each stands as one byte of the file, which the browser reads as one sign of
//! windows-1252. Of all encodings a page may declare, that one gives a sign of its own to every byte.
//!
//! Written in another way is only what the reader of HTML would not leave as it is: NUL, the carriage return, and `<`
//! where it could begin the end mark or a comment. It costs one byte in ninety; base64 costs one in three.
//! The reader is `bytesOf` in `cchc-web/boot.js`.

/// Stands before a byte that is written with its bit [`CHANGED`] turned round; itself, too, is written so.
const ESCAPE: u8 = b'=';
const CHANGED: u8 = 0x40;

/// What stands in the page between the tags of a script element that is data.
pub(super) fn carried(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len() + bytes.len() / 64);
    for (at, byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1);
        if matches!(byte, 0 | b'\r' | &ESCAPE) || (*byte == b'<' && matches!(next, Some(b'/' | b'!'))) {
            text.extend([ESCAPE, byte ^ CHANGED]);
        } else {
            text.push(*byte);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes without a pattern, the same in every run.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 0x2545_f491_u32;
        let next = |_| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            (state >> 24) as u8
        };
        (0..length).map(next).collect()
    }

    /// What a browser holds of a data element that ends with `</script>`, byte by byte of windows-1252: the rules of the
    /// HTML standard's input stream and script data states, strictly. A comment would let the element go on: it counts
    /// as an end at the wrong place, too.
    fn as_html(page: &[u8]) -> Vec<u8> {
        let ends = |rest: &[u8]| rest.starts_with(b"</") || rest.starts_with(b"<!");
        let end = (0..page.len()).find(|at| ends(&page[*at..])).expect("an end");
        assert_eq!(&page[end..], b"</script>", "the element ends where it was written to end");
        let normalized = page[..end].iter().map(|byte| match byte {
            0 => b'?',
            b'\r' => b'\n',
            other => *other,
        });
        normalized.collect()
    }

    /// What `boot.js` makes of it.
    fn read(text: &[u8]) -> Vec<u8> {
        let mut signs = text.iter();
        let mut bytes = Vec::new();
        while let Some(sign) = signs.next() {
            bytes.push(if *sign == ESCAPE { signs.next().expect("a sign") ^ CHANGED } else { *sign });
        }
        bytes
    }

    fn there_and_back(bytes: &[u8]) {
        let page = [carried(bytes).as_slice(), b"</script>"].concat();
        assert_eq!(read(&as_html(&page)), bytes);
    }

    #[test]
    fn all_bytes_in_all_neighbourhoods_come_back() {
        for first in 0..=u8::MAX {
            for second in 0..=u8::MAX {
                there_and_back(&[first, second]);
                there_and_back(&[b'<', first, second]);
                there_and_back(&[first, b'<', second]);
                there_and_back(&[first, second, b'<']);
            }
        }
        for length in [0, 1, 200_000] {
            there_and_back(&noise(length));
        }
    }

    #[test]
    fn marks_of_html_come_back() {
        for text in
            ["</script>", "<!--<script></script>", "]]>", "<<//", "<=</", "\r\n\r", "&lt;&#0;", "=}=", "<!"]
        {
            there_and_back(text.as_bytes());
        }
    }

    #[test]
    fn one_byte_in_ninety_is_spent() {
        let spent = carried(&noise(1_000_000)).len() - 1_000_000;
        assert!(spent < 1_000_000 / 80, "{spent}");
    }
}
