//! One packed program on its way.

use std::fmt;
use std::io::{self, BufReader, Cursor, Read};

use lzma_rust2::LzipReader;

use crate::together::Together;

/// How long a piece is, in bytes: at least, and not much more.
const PIECE: usize = 256 << 10;
/// How much is unpacked at once.
const GULP: usize = 64 << 10;

/// Unpacks a file of lzip, which holds a checksum, and puts together the program in it.
#[derive(Default)]
pub struct Unpacker {
    /// The packed bytes, until reading begins.
    packed: Vec<u8>,
    program: Option<Together<BufReader<Whole>>>,
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

impl From<io::Error> for Damaged {
    fn from(_: io::Error) -> Self {
        Self
    }
}

impl Unpacker {
    /// Room for the `length` bytes of another file.
    pub fn room(&mut self, length: usize) -> &mut [u8] {
        *self = Self { packed: vec![0; length], ..Self::default() };
        &mut self.packed
    }

    /// Unpacks the next piece; an empty one is the end, and the checksum was right.
    pub fn next_piece(&mut self) -> Result<&[u8], Damaged> {
        self.piece.clear();
        if self.program.is_none() {
            let packed = BufReader::with_capacity(GULP, Whole::of(std::mem::take(&mut self.packed))?);
            self.program = Some(Together::begin(packed, &mut self.piece)?);
        }
        self.program.as_mut().ok_or(Damaged)?.next(&mut self.piece, PIECE)?;
        Ok(&self.piece)
    }

    /// The piece unpacked last.
    pub fn piece(&self) -> &[u8] {
        &self.piece
    }
}

/// A file of lzip whose two last lengths, at which its reader does not look, are right: of what it holds, and its own.
struct Whole {
    file: LzipReader<Cursor<Vec<u8>>>,
    /// How many bytes are still to come.
    left: u64,
}

impl Whole {
    fn of(packed: Vec<u8>) -> Result<Self, Damaged> {
        let (rest, own) = packed.split_last_chunk().ok_or(Damaged)?;
        let held = rest.last_chunk().ok_or(Damaged)?;
        if u64::from_le_bytes(*own) != packed.len() as u64 {
            return Err(Damaged);
        }
        Ok(Self { left: u64::from_le_bytes(*held), file: LzipReader::new(Cursor::new(packed)) })
    }
}

impl Read for Whole {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(room)?;
        let left = self.left.checked_sub(length as u64);
        self.left = left.filter(|left| length > 0 || *left == 0).ok_or(io::ErrorKind::InvalidData)?;
        Ok(length)
    }
}
