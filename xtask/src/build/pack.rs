//! Bytes made small: as gzip, which browsers unpack themselves, and the program in the way that `cchc-unpack` unpacks.

use std::io::Write as _;

use anyhow::{Context as _, Result, ensure};
use cchc_unpack::{Damaged, Unpacker, apart};
use lzma_rust2::{LzipOptions, LzipWriter};

use super::Effort;

/// Packs what is small and comes first.
pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)
        .context("zopfli")?;
    Ok(packed)
}

/// Packs the program, with a checksum: taken apart before.
pub(super) fn program(bytes: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let preset = match effort {
        Effort::Full => 9,
        Effort::Fast => 1,
    };
    let apart = apart(bytes).context("the program has an instruction that cchc-unpack does not know")?;
    let mut packer = LzipWriter::new(Vec::new(), LzipOptions::with_preset(preset));
    packer.write_all(&apart)?;
    let packed = packer.finish().context("lzip")?;
    ensure!(unpacked(&packed)? == bytes, "the program does not come back as it was packed");
    Ok(packed)
}

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

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        BlockType, CodeSection, Function, Ieee32, Ieee64, Instruction, MemArg, Module, RawSection, ValType,
    };

    use super::*;

    /// A program of several pieces, with all that can follow the code of an instruction. (Nothing checks its types.)
    fn a_program() -> Vec<u8> {
        let at = |offset, align| MemArg { offset, align, memory_index: 0 };
        let mut code = CodeSection::new();
        for seed in 0..10_000_u32 {
            let mut function = Function::new([(seed % 3, ValType::I64), (200, ValType::I32)]);
            for instruction in [
                Instruction::Block(BlockType::Empty),
                Instruction::LocalGet(seed % 200),
                Instruction::I32Const(1_048_576 + seed as i32 * 3),
                Instruction::I32Const(-1 - seed as i32),
                Instruction::I64Const(i64::MIN + i64::from(seed)),
                Instruction::F32Const(Ieee32::from(1.5)),
                Instruction::F64Const(Ieee64::from(-0.1)),
                Instruction::I64Load(at(u64::from(seed), 3)),
                Instruction::I64Load(at(8, 2)),
                Instruction::I32Store16(at(300, 0)),
                Instruction::I32Store8(at(16, 0)),
                Instruction::BrTable(vec![0, seed % 300, 1].into(), 2),
                Instruction::BrIf(seed % 4),
                Instruction::Call(seed.wrapping_mul(0x9e37_79b9) >> 16),
                Instruction::CallIndirect { type_index: seed % 9, table_index: 0 },
                Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 },
                Instruction::I32TruncSatF64U,
                Instruction::TypedSelect(ValType::I32),
                Instruction::MemoryGrow(0),
                Instruction::GlobalSet(seed % 2),
                Instruction::End,
                Instruction::End,
            ] {
                function.instruction(&instruction);
            }
            code.function(&function);
        }
        let mut program = Module::new();
        program.section(&RawSection { id: 1, data: b"types" });
        program.section(&code);
        program.section(&RawSection { id: 11, data: &b"data".repeat(200_000) });
        program.finish()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        for bytes in [a_program(), Module::new().section(&CodeSection::new()).clone().finish()] {
            assert_eq!(unpacked(&program(&bytes, Effort::Fast).unwrap()).unwrap(), bytes);
        }
    }

    #[test]
    fn what_cannot_be_taken_apart_is_refused() {
        let mut odd = Module::new();
        let mut code = CodeSection::new();
        code.function(Function::new([]).raw([0xd7, 2, 0]));
        for bytes in [&b""[..], b"<!doctype html>", odd.section(&code).as_slice()] {
            assert!(program(bytes, Effort::Fast).is_err());
        }
    }

    #[test]
    fn what_lost_or_changed_a_byte_is_damaged() {
        let packed = program(&a_program(), Effort::Fast).unwrap();
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
