//! Text back to bytes: two signs carry 13 bits, a last one alone 6, lowest bits first. The writer, with the reasons, is
//! `xtask/src/build/dense.rs`.

const FIRST: u8 = b'#';
const LEFT_OUT: u8 = b'<';

/// Reads in place: bytes are fewer than signs. A sign that is none gives other bytes, which the checksum inside tells.
#[must_use]
pub fn bytes(mut text: Vec<u8>) -> Vec<u8> {
    let (mut bits, mut held, mut end) = (0_u32, 0, 0);
    for at in (0..text.len()).step_by(2) {
        let low = digit(text[at]);
        if let Some(high) = text.get(at + 1) {
            bits |= (low + digit(*high) * 91) << held;
            held += 13;
        } else {
            bits |= low << held;
            held += 6;
        }
        while held >= 8 {
            text[end] = bits as u8;
            end += 1;
            bits >>= 8;
            held -= 8;
        }
    }
    text.truncate(end);
    text
}

fn digit(sign: u8) -> u32 {
    u32::from(sign.wrapping_sub(FIRST) - u8::from(sign > LEFT_OUT))
}
