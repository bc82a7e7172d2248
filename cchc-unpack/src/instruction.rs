//! The instructions of WebAssembly, as far as it must be known where one ends and what its bytes are: a walk over the
//! body of a function that moves every byte, the same way for taking it apart and for putting it together.

/// What a byte of a function tells. Bytes of one kind stand together in what is packed: there they are like their
/// neighbours, which they are not where they are needed.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// The instructions themselves, and every other operand.
    Instruction,
    /// Which local variable.
    Local,
    /// How far behind an address in the memory.
    Offset,
    /// Where something stands in the memory.
    Address,
    /// Which block to leave.
    Label,
}

/// How many kinds there are.
pub(crate) const KINDS: usize = 5;

/// Moves bytes from one form of a function to the other. What ends too early, or is not known, is `None`.
pub(crate) trait Moving {
    /// Whether the whole function was moved.
    fn is_done(&self) -> bool;

    /// Moves the code of an instruction, and tells it in the form for packing ([`ADDRESS`], [`UNALIGNED`]).
    fn code(&mut self) -> Option<u8>;

    /// Moves a byte, and tells it.
    fn byte(&mut self, kind: Kind) -> Option<u8>;

    /// Moves a number, and tells its lowest 32 bits.
    fn number(&mut self, kind: Kind) -> Option<u32> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte(kind)?;
            number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }
}

/// `i32.const`.
pub(crate) const CONSTANT: u8 = 0x41;
/// Stands for [`CONSTANT`] where the number has four bytes, as addresses have and hardly anything else.
pub(crate) const ADDRESS: u8 = 0x27;
/// Loads from the memory and stores into it. Packed, they are without their alignment where it is the natural one.
pub(crate) const FIRST_ACCESS: u8 = 0x28;
pub(crate) const LAST_ACCESS: u8 = 0x3e;
/// Stands for [`FIRST_ACCESS`], and so on, where the alignment is not the natural one.
pub(crate) const UNALIGNED: u8 = 0xd7;
pub(crate) const LAST_UNALIGNED: u8 = UNALIGNED + (LAST_ACCESS - FIRST_ACCESS);

/// The natural alignment of what loads or stores, as the power of two that its width is.
pub(crate) fn alignment(code: u8) -> u8 {
    const WIDTHS: [u8; (LAST_ACCESS - FIRST_ACCESS) as usize + 1] =
        [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];
    WIDTHS[usize::from(code - FIRST_ACCESS)]
}

/// Moves the body of one function.
pub(crate) fn function(moving: &mut impl Moving) -> Option<()> {
    use Kind::{Address, Instruction, Label, Local, Offset};
    for _ in 0..moving.number(Instruction)? {
        moving.number(Instruction)?;
        moving.byte(Instruction)?;
    }
    while !moving.is_done() {
        match moving.code()? {
            0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => {}
            0x20..=0x22 => numbers(moving, Local, 1)?,
            FIRST_ACCESS..=LAST_ACCESS => numbers(moving, Offset, 1)?,
            UNALIGNED..=LAST_UNALIGNED => {
                numbers(moving, Instruction, 1)?;
                numbers(moving, Offset, 1)?;
            }
            ADDRESS => numbers(moving, Address, 1)?,
            0x0c | 0x0d => numbers(moving, Label, 1)?,
            // A table of blocks to leave, and one more for what is beyond it.
            0x0e => {
                let labels = moving.number(Instruction)?;
                numbers(moving, Label, labels)?;
                numbers(moving, Label, 1)?;
            }
            // Types of blocks, functions, globals, pages of memory, whole numbers, types.
            0x02..=0x04 | 0x10 | 0x23..=0x26 | 0x3f..=0x42 | 0xd0 | 0xd2 => numbers(moving, Instruction, 1)?,
            // Calls by table.
            0x11 => numbers(moving, Instruction, 2)?,
            0x1c => {
                let types = moving.number(Instruction)?;
                numbers(moving, Instruction, types)?;
            }
            0x43 => bytes(moving, 4)?,
            0x44 => bytes(moving, 8)?,
            0xfc => match moving.number(Instruction)? {
                0..=7 => {}
                9 | 11 | 13 | 15..=17 => numbers(moving, Instruction, 1)?,
                8 | 10 | 12 | 14 => numbers(moving, Instruction, 2)?,
                _ => return None,
            },
            _ => return None,
        }
    }
    Some(())
}

fn numbers(moving: &mut impl Moving, kind: Kind, count: u32) -> Option<()> {
    (0..count).try_for_each(|_| moving.number(kind).map(drop))
}

fn bytes(moving: &mut impl Moving, count: u32) -> Option<()> {
    (0..count).try_for_each(|_| moving.byte(Kind::Instruction).map(drop))
}
