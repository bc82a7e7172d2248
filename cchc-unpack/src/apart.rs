//! A program taken apart for packing.

use crate::instruction::{
    ADDRESS, CONSTANT, FIRST_ACCESS, KINDS, Kind, LAST_ACCESS, LAST_UNALIGNED, Moving, UNALIGNED, alignment,
    function,
};

/// The section of a program in which its functions stand.
const CODE: u8 = 10;

/// Rearranges a program of WebAssembly: what is alike stands together, and packs a tenth smaller. [`Unpacker`] puts it
/// together again. `None` is no program, or one with an instruction that is not known here.
///
/// How many functions there are, how long each kind of operands and what stands before the first function; operands by
/// kind; what stands before; each function's instructions behind their length; what stands behind the last function.
///
/// [`Unpacker`]: crate::Unpacker
pub fn apart(program: &[u8]) -> Option<Vec<u8>> {
    let mut at = b"\0asm\x01\0\0\0".len();
    loop {
        let section = *program.get(at)?;
        at += 1;
        let length = number(program, &mut at)?;
        if section == CODE {
            break;
        }
        at = at.checked_add(length)?;
    }
    let count = number(program, &mut at)?;
    let (before, mut rest) = program.split_at_checked(at)?;
    let mut parts: [Vec<u8>; KINDS] = Default::default();
    let mut functions = Vec::new();
    for _ in 0..count {
        let mut at = 0;
        let length = number(rest, &mut at)?;
        let (body, behind) = rest.get(at..)?.split_at_checked(length)?;
        let mut taking = Taking { body, at: 0, parts: &mut parts };
        function(&mut taking)?;
        let instructions = &mut parts[Kind::Instruction as usize];
        push_number(&mut functions, instructions.len());
        functions.append(instructions);
        rest = behind;
    }
    let [_, operands @ ..] = &parts;
    let mut whole = Vec::with_capacity(program.len());
    let lengths = operands.iter().map(Vec::len).chain([before.len()]);
    for number in std::iter::once(count).chain(lengths) {
        whole.extend(u32::try_from(number).ok()?.to_le_bytes());
    }
    whole.extend(operands.iter().flatten());
    whole.extend([before, &functions, rest].concat());
    Some(whole)
}

/// Reads a number of a program.
fn number(program: &[u8], at: &mut usize) -> Option<usize> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = *program.get(*at)?;
        *at += 1;
        number |= usize::from(byte & 0x7f).checked_shl(shift)?;
        shift += 7;
        if byte < 0x80 {
            return Some(number);
        }
    }
}

/// Writes a number as programs do.
pub(crate) fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// A function on its way apart.
struct Taking<'a> {
    body: &'a [u8],
    at: usize,
    parts: &'a mut [Vec<u8>; KINDS],
}

impl Moving for Taking<'_> {
    fn is_done(&self) -> bool {
        self.at >= self.body.len()
    }

    fn code(&mut self) -> Option<u8> {
        let rest = self.body.get(self.at..)?;
        let (code, length) = match rest {
            [CONSTANT, 0x80..=0xff, 0x80..=0xff, 0x80..=0xff, ..0x80, ..] => (ADDRESS, 1),
            [code @ FIRST_ACCESS..=LAST_ACCESS, aligned, ..] if *aligned == alignment(*code) => (*code, 2),
            [code @ FIRST_ACCESS..=LAST_ACCESS, ..] => (code - FIRST_ACCESS + UNALIGNED, 1),
            // These two mean something else when packed.
            [ADDRESS | UNALIGNED..=LAST_UNALIGNED, ..] | [] => return None,
            [code, ..] => (*code, 1),
        };
        self.at += length;
        self.parts[Kind::Instruction as usize].push(code);
        Some(code)
    }

    fn byte(&mut self, kind: Kind) -> Option<u8> {
        let byte = *self.body.get(self.at)?;
        self.at += 1;
        self.parts[kind as usize].push(byte);
        Some(byte)
    }
}
