//! New ids: ULIDs, so that they sort by the time they were made and never meet.

/// Crockford's alphabet: no I, L, O, U, so that an id read aloud is written down right.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A new id of 26 characters: 48 bits of time, 80 bits from the browser's generator.
pub fn new_id() -> String {
    let mut random = [0_u8; 10];
    fill(&mut random);
    encode(super::clock::epoch_ms(), random)
}

/// A short random name of eight characters, for a tab or a writer.
pub fn short_id() -> String {
    let mut random = [0_u8; 8];
    fill(&mut random);
    random.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

fn fill(bytes: &mut [u8]) {
    let filled =
        gloo_utils::window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(bytes));
    if filled.is_err() {
        // Every browser that runs WebAssembly has the generator; without it ids still differ within one page.
        for byte in bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
}

fn encode(ms: u64, random: [u8; 10]) -> String {
    let mut value = u128::from(ms & 0xFFFF_FFFF_FFFF) << 80;
    for (at, byte) in random.iter().enumerate() {
        value |= u128::from(*byte) << (72 - 8 * at);
    }
    (0..26).rev().map(|digit| char::from(ALPHABET[((value >> (5 * digit)) & 31) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_and_keep_every_random_bit() {
        assert_eq!(encode(0, [0; 10]), "0".repeat(26));
        assert_eq!(encode(u64::MAX, [255; 10]), format!("7{}", "Z".repeat(25)));
        assert!(encode(1, [255; 10]) < encode(2, [0; 10]));
        assert_ne!(encode(1, [0; 10]), encode(1, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
    }
}
