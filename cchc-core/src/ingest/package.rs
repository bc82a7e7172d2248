//! Tệp của Word, Excel: a zip of parts that comes from a stranger. What is read is bounded, and what no document has is
//! refused.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// Parts in the zip.
const MAX_PARTS: usize = 2_000;
/// Bytes of all parts that are read, unpacked.
const MAX_ALL: u64 = 128 << 20;
/// Times that a part may be larger than what is packed.
const MAX_RATIO: u64 = 250;

/// Why a package cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// A password protects it.
    Encrypted,
    /// It is cut, or no XML.
    Broken(String),
    /// It has what no document has.
    Suspicious(&'static str),
}

/// A package.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    max_part: u64,
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens a package of whose parts none may have more than so many bytes.
    pub(super) fn open(bytes: &'a [u8], max_part: u64) -> Result<Self, Fault> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        if zip.len() > MAX_PARTS {
            return Err(Fault::Suspicious("quá nhiều phần bên trong"));
        }
        Ok(Self { zip, max_part, left: MAX_ALL })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part as text; none where the file has none of that name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(error)),
        };
        if file.encrypted() {
            return Err(Fault::Encrypted);
        }
        let packed = file.compressed_size().max(1);
        let limit = self.max_part.min(self.left);
        let mut text = Vec::new();
        file.take(limit + 1).read_to_end(&mut text).map_err(|error| Fault::Broken(error.to_string()))?;
        let length = text.len() as u64;
        if length > limit || (length > (1 << 20) && length / packed > MAX_RATIO) {
            return Err(Fault::Suspicious("nội dung phình ra quá lớn khi giải nén"));
        }
        self.left -= length;
        String::from_utf8(text).map(Some).map_err(|_| Fault::Broken("nội dung không phải UTF-8".to_owned()))
    }
}

fn broken(error: ZipError) -> Fault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Fault::Encrypted
        }
        ZipError::InvalidArchive(_) => {
            Fault::Broken("không phải tệp nén đầy đủ, có thể tải về chưa xong".to_owned())
        }
        error => Fault::Broken(error.to_string()),
    }
}

/// The old compound files of Office 97-2003, which also hold new documents behind a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compound {
    Encrypted,
    Word,
    Excel,
}

/// What a compound file holds; none where the bytes are no such file.
pub(super) fn compound(bytes: &[u8]) -> Option<Compound> {
    if !bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return None;
    }
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let has = |name: &str| memchr::memmem::find(bytes, &wide(name)).is_some();
    Some(if has("EncryptedPackage") {
        Compound::Encrypted
    } else if has("Workbook") {
        Compound::Excel
    } else {
        Compound::Word
    })
}

/// The text of a file in UTF-8 or UTF-16; where it is neither, the line of the first byte that is not.
pub(super) fn decode(bytes: &[u8]) -> Result<String, usize> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| 1)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
            let before = &bytes[..error.valid_up_to()];
            before.split(|byte| *byte == b'\n').count()
        }),
    }
}
