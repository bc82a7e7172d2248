//! Bytes as printable text that may stand in a page, denser than base64: two signs carry 13 bits, where base64's carry 12.
//!
//! The signs are the 91 printable characters from `#` to `~` without `<`: no text of them can end a script element or
//! begin a comment, and 91² is just over 2¹³. The crates for basE91 use `<`, and win 0.1 % by a rule that takes a table
//! on the reading side. The reader is `cchc-unpack/src/dense.rs`.

const FIRST: u8 = b'#';
const LEFT_OUT: u8 = b'<';
const BASE: u32 = 91;

/// Writes bytes, lowest bits first. What is left at the end, fewer than 13 bits, takes one sign if it fits into 6 bits,
/// else two: so the number of signs alone tells the number of bytes.
pub(super) fn text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in bytes {
        bits |= u32::from(*byte) << held;
        held += 8;
        if held >= 13 {
            let pair = bits & 0x1fff;
            text.extend([sign(pair % BASE), sign(pair / BASE)]);
            bits >>= 13;
            held -= 13;
        }
    }
    match held {
        0 => {}
        1..=6 => text.push(sign(bits)),
        _ => text.extend([sign(bits % BASE), sign(bits / BASE)]),
    }
    text
}

fn sign(digit: u32) -> char {
    let code = FIRST + u8::try_from(digit).expect("digits are below 91");
    char::from(if code < LEFT_OUT { code } else { code + 1 })
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

    #[test]
    fn every_length_reads_back_as_it_was() {
        for length in 0..200 {
            for original in [noise(length), vec![0; length], vec![255; length]] {
                assert_eq!(cchc_unpack::bytes(text(&original).into_bytes()), original);
            }
        }
    }

    #[test]
    fn every_sign_is_printable_and_none_opens_a_tag() {
        let text = text(&noise(100_000));
        let used: std::collections::BTreeSet<char> = text.chars().collect();
        assert_eq!(used, ('#'..='~').filter(|sign| *sign != '<').collect());
    }

    #[test]
    fn thirteen_bits_take_two_signs() {
        assert_eq!(text(&[0; 13]).len(), 16);
        assert_eq!(text(&noise(13_000)).len(), 16_000);
    }
}
