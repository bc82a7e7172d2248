//! Reading plan files from disk or standard input.

use std::ffi::OsStr;
use std::io::Read;

use cchc_core::exchange::{Reading, read_bytes};

use crate::failure::Failure;
use crate::output;

/// What a file is called in messages.
pub(crate) fn name_of(file: &OsStr) -> String {
    if file == "-" { "đầu vào chuẩn".to_owned() } else { file.to_string_lossy().into_owned() }
}

/// Reads a plan file; `-` is standard input.
pub(crate) fn read(file: &OsStr) -> Result<Reading, Failure> {
    let bytes = bytes(file)?;
    read_bytes(&bytes).map_err(|error| Failure::Unreadable(name_of(file), error))
}

/// The bytes of a file; `-` is standard input.
pub(crate) fn bytes(file: &OsStr) -> Result<Vec<u8>, Failure> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    bytes.map_err(|error| Failure::Open(name_of(file), error))
}

/// Reads a plan file for a verb that is not about its faults: those are told in one line.
pub(crate) fn read_quietly(file: &OsStr) -> Result<Reading, Failure> {
    let reading = read(file)?;
    if let Some(first) = reading.diagnostics.first() {
        let (name, count) = (name_of(file), reading.diagnostics.len());
        let rest = match count - 1 {
            0 => String::new(),
            rest => format!(" (và {rest} nhận xét khác; xem: cchc check)"),
        };
        output::complain(&output::plain(&format!("{name}: {first}{rest}")));
    }
    Ok(reading)
}
