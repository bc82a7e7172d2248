//! Tệp Word (.docx): its paragraphs, tables and footnotes, with the numbers that Word writes before them.
//!
//! The file comes from a stranger: what is read is bounded, and what no document has is refused.

mod body;
mod numbering;
mod xml;

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::door::IngestError;
use super::source::Source;
use numbering::Numbering;

/// Parts in the zip.
const MAX_PARTS: usize = 2_000;
/// Bytes of one part, unpacked: a plan of 40 pages takes half a megabyte.
const MAX_PART: u64 = 24 << 20;
/// Times that a part may be larger than what is packed.
const MAX_RATIO: u64 = 250;

/// Reads a Word file.
pub(super) fn read(bytes: &[u8]) -> Result<Source, IngestError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if zip.len() > MAX_PARTS {
        return Err(IngestError::Suspicious("quá nhiều phần bên trong"));
    }
    let Some(document) = part(&mut zip, "word/document.xml")? else {
        let excel = zip.index_for_name("xl/workbook.xml").is_some();
        return Err(if excel {
            IngestError::Foreign("tệp Excel", "Kế hoạch đọc từ tệp Word hoặc văn bản")
        } else {
            IngestError::Foreign("tệp nén", "Giải nén rồi chọn tệp Word hoặc văn bản")
        });
    };
    let numbering = part(&mut zip, "word/numbering.xml")?.map(|xml| Numbering::read(&xml)).transpose()?;
    let notes = match part(&mut zip, "word/footnotes.xml")? {
        Some(xml) => body::notes(&xml)?,
        None => Vec::new(),
    };
    let ends = match part(&mut zip, "word/endnotes.xml")? {
        Some(xml) => body::notes(&xml)?,
        None => Vec::new(),
    };
    body::document(&document, numbering.unwrap_or_default(), &notes, &ends)
}

/// A part as text; none where the file has none of that name.
fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, IngestError> {
    let file = match zip.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(broken(error)),
    };
    if file.encrypted() {
        return Err(IngestError::Encrypted);
    }
    let packed = file.compressed_size().max(1);
    let mut text = Vec::new();
    file.take(MAX_PART + 1).read_to_end(&mut text).map_err(|error| IngestError::Broken(error.to_string()))?;
    let length = text.len() as u64;
    if length > MAX_PART || (length > (1 << 20) && length / packed > MAX_RATIO) {
        return Err(IngestError::Suspicious("nội dung phình ra quá lớn khi giải nén"));
    }
    String::from_utf8(text).map(Some).map_err(|_| IngestError::Broken("nội dung không phải UTF-8".to_owned()))
}

fn broken(error: ZipError) -> IngestError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            IngestError::Encrypted
        }
        ZipError::InvalidArchive(_) => {
            IngestError::Broken("không phải tệp nén đầy đủ, có thể tải về chưa xong".to_owned())
        }
        error => IngestError::Broken(error.to_string()),
    }
}

#[cfg(test)]
mod tests;
