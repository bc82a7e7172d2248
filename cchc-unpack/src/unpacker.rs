//! One packed file on its way.

use std::fmt;
use std::io::{Cursor, Read};

use lzma_rust2::LzipReader;

/// The largest piece, in bytes.
const PIECE: usize = 256 << 10;

/// Unpacks a file of lzip, which holds a checksum.
#[derive(Default)]
pub struct Unpacker {
    /// The packed bytes, until reading begins.
    packed: Vec<u8>,
    reader: Option<LzipReader<Cursor<Vec<u8>>>>,
    /// How many bytes are still to come.
    left: u64,
    piece: Vec<u8>,
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

impl Unpacker {
    /// Room for the `length` bytes of another file.
    pub fn room(&mut self, length: usize) -> &mut [u8] {
        *self = Self { packed: vec![0; length], ..Self::default() };
        &mut self.packed
    }

    /// Unpacks the next piece; an empty one is the end, and the checksum was right.
    pub fn next_piece(&mut self) -> Result<&[u8], Damaged> {
        if self.reader.is_none() {
            let packed = std::mem::take(&mut self.packed);
            // The file ends with two lengths at which the reader does not look: of what it holds, and its own.
            let (rest, own) = packed.split_last_chunk().ok_or(Damaged)?;
            let held = rest.last_chunk().ok_or(Damaged)?;
            if u64::from_le_bytes(*own) != packed.len() as u64 {
                return Err(Damaged);
            }
            self.left = u64::from_le_bytes(*held);
            self.reader = Some(LzipReader::new(Cursor::new(packed)));
        }
        let reader = self.reader.as_mut().ok_or(Damaged)?;
        self.piece.resize(PIECE, 0);
        let length = reader.read(&mut self.piece).map_err(|_| Damaged)?;
        self.piece.truncate(length);
        self.left = self.left.checked_sub(length as u64).ok_or(Damaged)?;
        if length == 0 && self.left > 0 {
            return Err(Damaged);
        }
        Ok(&self.piece)
    }

    /// The piece unpacked last.
    pub fn piece(&self) -> &[u8] {
        &self.piece
    }
}
