//! Bytes made small: as gzip, which browsers unpack themselves, and as lzip, which `cchc-unpack` unpacks.

use std::io::Write as _;

use anyhow::{Context as _, Result};
use lzma_rust2::{LzipOptions, LzipWriter};

use super::Effort;

/// Packs what is small and comes first.
pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)
        .context("zopfli")?;
    Ok(packed)
}

/// Packs the program, with a checksum.
pub(super) fn lzip(bytes: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let preset = match effort {
        Effort::Full => 9,
        Effort::Fast => 1,
    };
    let mut packer = LzipWriter::new(Vec::new(), LzipOptions::with_preset(preset));
    packer.write_all(bytes)?;
    packer.finish().context("lzip")
}

#[cfg(test)]
mod tests {
    use cchc_unpack::{Damaged, Unpacker};

    use super::*;

    /// What the page finds in `packed`.
    fn unpacked(packed: &[u8]) -> Result<Vec<u8>, Damaged> {
        let mut unpacker = Unpacker::default();
        unpacker.room(packed.len()).copy_from_slice(packed);
        let mut bytes = Vec::new();
        loop {
            match unpacker.next_piece()? {
                [] => return Ok(bytes),
                piece => bytes.extend_from_slice(piece),
            }
        }
    }

    /// More than the window, half of it repeating itself.
    fn program() -> Vec<u8> {
        (0..3_000_000_u32)
            .map(|at| if at % 2 == 0 { at.wrapping_mul(0x9e37_79b9) >> 24 } else { at / 7 } as u8)
            .collect()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        for bytes in [Vec::new(), b"x".to_vec(), program()] {
            assert_eq!(unpacked(&lzip(&bytes, Effort::Fast).unwrap()).unwrap(), bytes);
        }
    }

    #[test]
    fn what_lost_or_changed_a_byte_is_damaged() {
        let packed = lzip(&program(), Effort::Fast).unwrap();
        for end in [0, 1, 10, packed.len() / 2, packed.len() - 1] {
            assert_eq!(unpacked(&packed[..end]), Err(Damaged), "{end} of {} bytes", packed.len());
        }
        let end = packed.len() - 20..packed.len();
        for at in (0..packed.len()).step_by(packed.len() / 20).chain(end) {
            let mut changed = packed.clone();
            changed[at] ^= 1;
            assert_eq!(unpacked(&changed), Err(Damaged), "byte {at} of {}", packed.len());
        }
    }
}
