//! Tệp Word (.docx): its paragraphs, tables and footnotes, with the numbers that Word writes before them.
//!
//! The file comes from a stranger: what is read is bounded, and what no document has is refused.

mod body;
mod numbering;

use super::door::IngestError;
use super::package::Package;
use super::source::Source;
use numbering::Numbering;

/// Bytes of one part, unpacked: a plan of 40 pages takes half a megabyte.
const MAX_PART: u64 = 24 << 20;

/// Reads a Word file.
pub(super) fn read(bytes: &[u8]) -> Result<Source, IngestError> {
    let mut package = Package::open(bytes, MAX_PART)?;
    let Some(document) = package.part("word/document.xml")? else {
        return Err(if package.has("xl/workbook.xml") {
            IngestError::Foreign("tệp Excel", "Kế hoạch đọc từ tệp Word hoặc văn bản")
        } else {
            IngestError::Foreign("tệp nén", "Giải nén rồi chọn tệp Word hoặc văn bản")
        });
    };
    let numbering = package.part("word/numbering.xml")?.map(|xml| Numbering::read(&xml)).transpose()?;
    let mut notes = |name| package.part(name)?.map_or_else(|| Ok(Vec::new()), |xml| body::notes(&xml));
    let (footnotes, endnotes) = (notes("word/footnotes.xml")?, notes("word/endnotes.xml")?);
    let mut source = body::document(&document, numbering.unwrap_or_default(), &footnotes, &endnotes)?;
    source.has_macros = package.has("word/vbaProject.bin");
    Ok(source)
}

#[cfg(test)]
mod tests;
