//! One packed file on its way.

use std::fmt;

use ruzstd::decoding::errors::FrameDecoderError;
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// Unpacks a Zstandard frame with a checksum.
#[derive(Default)]
pub struct Unpacker {
    packed: Packed,
    decoder: Option<FrameDecoder>,
    piece: Vec<u8>,
}

/// The packed bytes, and how many of them are read.
#[derive(Default)]
struct Packed {
    bytes: Vec<u8>,
    read: usize,
}

/// The packed bytes are not whole: nothing unpacked so far counts.
#[derive(Debug, PartialEq, Eq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the packed bytes are not whole")
    }
}

impl std::error::Error for Damaged {}

impl From<FrameDecoderError> for Damaged {
    fn from(_: FrameDecoderError) -> Self {
        Self
    }
}

impl Unpacker {
    /// Room for the `length` bytes of another file.
    pub fn room(&mut self, length: usize) -> &mut [u8] {
        *self = Self { packed: Packed { bytes: vec![0; length], read: 0 }, ..Self::default() };
        &mut self.packed.bytes
    }

    /// Unpacks the next piece; an empty one is the end, and the checksum was right.
    pub fn next_piece(&mut self) -> Result<&[u8], Damaged> {
        let Self { packed, decoder, piece } = self;
        let decoder = if let Some(decoder) = decoder {
            decoder
        } else {
            let mut begun = FrameDecoder::new();
            packed.read(|rest| begun.init(rest))?;
            decoder.insert(begun)
        };
        while decoder.can_collect() == 0 && !decoder.is_finished() {
            packed.read(|rest| decoder.decode_blocks(rest, BlockDecodingStrategy::UptoBlocks(1)))?;
        }
        *piece = decoder.collect().unwrap_or_default();
        let stated = decoder.get_checksum_from_data();
        if piece.is_empty() && (stated.is_none() || stated != decoder.get_calculated_checksum()) {
            return Err(Damaged);
        }
        Ok(piece)
    }

    /// The piece unpacked last.
    pub fn piece(&self) -> &[u8] {
        &self.piece
    }
}

impl Packed {
    /// Has `reader` read on.
    fn read<R>(&mut self, reader: impl FnOnce(&mut &[u8]) -> R) -> R {
        let mut rest = &self.bytes[self.read..];
        let result = reader(&mut rest);
        self.read = self.bytes.len() - rest.len();
        result
    }
}
