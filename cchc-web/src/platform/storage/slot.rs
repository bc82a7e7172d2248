//! The shape of keys and values.
//!
//! A key carries the app's name, the schema version and the file: `cchc/1/{file}/part/{part}/{revision}-{tab}`.
//! A value is a seal (revision, checksum and length) on the first line, and the body after it.

use std::fmt;

/// The version of this shape. A later one reads the older keys and writes its own.
pub const SCHEMA: u32 = 1;

/// What every key of ours begins with: in Chromium all local pages share one storage.
pub fn root() -> String {
    format!("cchc/{SCHEMA}/")
}

/// What every key of one file begins with.
pub fn of_file(file: &str) -> String {
    format!("{}f/{file}/", root())
}

/// The manifest of a file: which slots make it up.
pub fn manifest(file: &str) -> String {
    format!("{}manifest", of_file(file))
}

/// The manifest before the last flip, to fall back on.
pub fn manifest_before(file: &str) -> String {
    format!("{}manifest-before", of_file(file))
}

/// A slot for one part of a file. The tab's name keeps two tabs from writing the same slot.
pub fn part(file: &str, part: &str, revision: u64, tab: &str) -> String {
    format!("{}part/{part}/{revision}-{tab}", of_file(file))
}

/// A value that belongs to a file and is no part of it: what waits beside it.
pub fn beside(file: &str, name: &str) -> String {
    format!("{}beside/{name}", of_file(file))
}

/// The revision within a slot's key.
pub fn revision_of(key: &str) -> Option<u64> {
    key.rsplit('/').next()?.split('-').next()?.parse().ok()
}

/// What every quarantined value's key begins with.
pub fn quarantine() -> String {
    format!("{}quarantine/", root())
}

/// What every backup's key begins with.
pub fn backups() -> String {
    format!("{}backup/", root())
}

/// A backup of a plan; its two values have further names below it.
pub fn backup(plan: &str, id: &str) -> String {
    format!("{}{plan}/{id}", backups())
}

/// A small value that belongs to no file: settings, the file last open.
pub fn small(name: &str) -> String {
    format!("{}small/{name}", root())
}

/// The copy of a small value that localStorage answers with at once, before any database is open.
pub fn quick(name: &str) -> String {
    format!("{}quick/{name}", root())
}

/// The first line of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Which revision wrote it.
    pub revision: u64,
    /// CRC-32 of the body.
    pub sum: u32,
    /// Bytes of the body.
    pub len: usize,
}

/// Why a value could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is not there.
    Missing,
    /// Its first line is not a seal.
    NoSeal,
    /// Its body is not the one that was sealed.
    WrongSum,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use crate::strings::storage as text;
        f.write_str(match self {
            Self::Missing => text::MISSING,
            Self::NoSeal => text::NO_SEAL,
            Self::WrongSum => text::WRONG_SUM,
        })
    }
}

impl Seal {
    /// The seal of a body.
    pub fn of(revision: u64, body: &str) -> Self {
        Self { revision, sum: crc32fast::hash(body.as_bytes()), len: body.len() }
    }
}

/// Seals a body.
pub fn seal(revision: u64, body: &str) -> String {
    let seal = Seal::of(revision, body);
    format!("cchc {SCHEMA} {} {:08x} {}\n{body}", seal.revision, seal.sum, seal.len)
}

/// Opens a sealed value, checking that the body is whole.
pub fn unseal(value: Option<&str>) -> Result<(Seal, &str), Broken> {
    let (line, body) = value.ok_or(Broken::Missing)?.split_once('\n').ok_or(Broken::NoSeal)?;
    let words: Vec<&str> = line.split(' ').collect();
    let ["cchc", _, revision, sum, len] = words[..] else { return Err(Broken::NoSeal) };
    let seal = (|| {
        Some(Seal {
            revision: revision.parse().ok()?,
            sum: u32::from_str_radix(sum, 16).ok()?,
            len: len.parse().ok()?,
        })
    })();
    let seal = seal.ok_or(Broken::NoSeal)?;
    if seal == Seal::of(seal.revision, body) { Ok((seal, body)) } else { Err(Broken::WrongSum) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_opens_and_a_damaged_one_does_not() {
        let value = seal(7, "{\"tên\":\"Kế hoạch\"}\nhai dòng");
        assert_eq!(
            unseal(Some(&value)).map(|(seal, body)| (seal.revision, body)),
            Ok((7, "{\"tên\":\"Kế hoạch\"}\nhai dòng"))
        );
        assert_eq!(unseal(Some(&value[..value.len() - 2])), Err(Broken::WrongSum));
        assert_eq!(unseal(Some(&value.replace("Kế", "kế"))), Err(Broken::WrongSum));
        assert_eq!(unseal(Some("")), Err(Broken::NoSeal));
        assert_eq!(unseal(Some("{}\n{}")), Err(Broken::NoSeal));
        assert_eq!(unseal(None), Err(Broken::Missing));
    }

    #[test]
    fn a_key_tells_app_schema_file_part_and_revision() {
        let key = part("hoa-tham-2026", "thang-2026-11", 12, "7QK2");
        assert_eq!(key, "cchc/1/f/hoa-tham-2026/part/thang-2026-11/12-7QK2");
        assert_eq!(revision_of(&key), Some(12));
    }
}
