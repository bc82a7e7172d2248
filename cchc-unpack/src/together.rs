//! A program put together again, while it is unpacked.

use std::io::{self, BufRead, Read};

use crate::apart::push_number;
use crate::instruction::{
    ADDRESS, CONSTANT, FIRST_ACCESS, KINDS, Kind, LAST_ACCESS, LAST_UNALIGNED, Moving, UNALIGNED, alignment,
    function,
};

/// What [`apart`](crate::apart()) made, read from its beginning.
pub(crate) struct Together<R> {
    packed: R,
    /// How many functions are still to come.
    functions: u32,
    putting: Putting,
}

/// A function on its way together.
#[derive(Default)]
struct Putting {
    parts: [Part; KINDS],
    body: Vec<u8>,
}

/// The bytes of one kind, and up to where they are used.
#[derive(Default)]
struct Part {
    bytes: Vec<u8>,
    used: usize,
}

impl<R: BufRead> Together<R> {
    /// Reads what stands before the first function into `piece`.
    pub(crate) fn begin(mut packed: R, piece: &mut Vec<u8>) -> io::Result<Self> {
        let mut lengths = [0; 1 + KINDS];
        for length in &mut lengths {
            let mut bytes = [0; 4];
            packed.read_exact(&mut bytes)?;
            *length = u32::from_le_bytes(bytes);
        }
        let [functions, operands @ .., before] = lengths;
        let mut putting = Putting::default();
        for (part, length) in putting.parts[1..].iter_mut().zip(operands) {
            take(&mut packed, length, &mut part.bytes)?;
        }
        take(&mut packed, before, piece)?;
        Ok(Self { packed, functions, putting })
    }

    /// Appends the next bytes of the program to `piece`, until it has `enough`, or the program ends.
    pub(crate) fn next(&mut self, piece: &mut Vec<u8>, enough: usize) -> io::Result<()> {
        while self.functions > 0 && piece.len() < enough {
            self.functions -= 1;
            let length = number(&mut self.packed)?;
            take(&mut self.packed, length, self.putting.instructions())?;
            function(&mut self.putting).ok_or(io::ErrorKind::InvalidData)?;
            push_number(piece, self.putting.body.len());
            piece.append(&mut self.putting.body);
        }
        let missing = enough.saturating_sub(piece.len());
        self.packed.by_ref().take(missing as u64).read_to_end(piece)?;
        Ok(())
    }
}

fn number(packed: &mut impl Read) -> io::Result<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let mut byte = [0];
        packed.read_exact(&mut byte)?;
        number |= u32::from(byte[0] & 0x7f).checked_shl(shift).ok_or(io::ErrorKind::InvalidData)?;
        shift += 7;
        if byte[0] < 0x80 {
            return Ok(number);
        }
    }
}

/// Reads exactly so many bytes, and makes no room for more than there are.
fn take(packed: &mut impl BufRead, length: u32, into: &mut Vec<u8>) -> io::Result<()> {
    let mut missing = length as usize;
    while missing > 0 {
        let there = packed.fill_buf()?;
        let taken = there.len().min(missing);
        if taken == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        into.extend_from_slice(&there[..taken]);
        packed.consume(taken);
        missing -= taken;
    }
    Ok(())
}

impl Putting {
    /// Room for the instructions of the next function.
    fn instructions(&mut self) -> &mut Vec<u8> {
        let part = &mut self.parts[Kind::Instruction as usize];
        part.bytes.clear();
        part.used = 0;
        &mut part.bytes
    }
}

impl Part {
    fn next(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.used)?;
        self.used += 1;
        Some(byte)
    }
}

impl Moving for Putting {
    fn is_done(&self) -> bool {
        let part = &self.parts[Kind::Instruction as usize];
        part.used >= part.bytes.len()
    }

    fn code(&mut self) -> Option<u8> {
        let code = self.parts[Kind::Instruction as usize].next()?;
        match code {
            ADDRESS => self.body.push(CONSTANT),
            FIRST_ACCESS..=LAST_ACCESS => self.body.extend([code, alignment(code)]),
            UNALIGNED..=LAST_UNALIGNED => self.body.push(code - UNALIGNED + FIRST_ACCESS),
            _ => self.body.push(code),
        }
        Some(code)
    }

    fn byte(&mut self, kind: Kind) -> Option<u8> {
        let byte = self.parts[kind as usize].next()?;
        self.body.push(byte);
        Some(byte)
    }
}
