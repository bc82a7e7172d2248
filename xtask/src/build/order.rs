//! The functions of the program in an order in which each has its like beside it: that packs a fiftieth smaller. In the
//! order of the generator the longest comes first.

use anyhow::{Context as _, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef};

/// The same program, its functions by the instructions of which they consist.
pub(super) fn by_likeness(program: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut functions = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => functions.push(codes(program, &body)?),
            _ => {}
        }
    }
    let mut order: Vec<usize> = (0..functions.len()).collect();
    order.sort_by(|a, b| functions[*a].cmp(&functions[*b]));
    let mut places = vec![0; order.len()];
    for (place, function) in order.iter().enumerate() {
        places[*function] = u32::try_from(place)?;
    }
    let mut module = Module::new();
    Reordered { imported, order, places }
        .parse_core_module(&mut module, Parser::new(0), program)
        .context("cannot order the functions")?;
    Ok(module.finish())
}

/// The codes of a function's instructions, without their operands.
fn codes(program: &[u8], body: &FunctionBody<'_>) -> Result<Vec<u8>> {
    let mut reader = body.get_operators_reader()?;
    let mut codes = Vec::new();
    while !reader.eof() {
        codes.push(program[reader.original_position()]);
        reader.read()?;
    }
    Ok(codes)
}

struct Reordered {
    /// How many functions come from outside: they keep their numbers.
    imported: u32,
    /// Which function stands at each place.
    order: Vec<usize>,
    /// At which place each function stands.
    places: Vec<u32>,
}

impl Reencode for Reordered {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let own = function.checked_sub(self.imported);
        Ok(own.map_or(function, |own| self.imported + self.places[own as usize]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for function in &self.order {
            functions.function(types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies: Vec<FunctionBody<'_>> = section.into_iter().collect::<Result<_, _>>()?;
        let order = std::mem::take(&mut self.order);
        order.iter().try_for_each(|function| self.parse_function_body(code, bodies[*function].clone()))
    }
}
