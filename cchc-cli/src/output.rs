//! Writing: results to standard output or a file, complaints to standard error.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use serde::Serialize;

use crate::failure::Failure;

/// Prints a result.
pub(crate) fn print(text: impl AsRef<[u8]>) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_ref()).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::NobodyReads,
        _ => Failure::Output(error),
    })
}

/// Prints a result for a program.
pub(crate) fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value).map_err(|error| Failure::Output(error.into()))?;
    text.push('\n');
    print(text)
}

/// Says what went wrong. If nobody hears it, so be it.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "cchc: {text}");
}

/// Writes a file whole or not at all: a reader never sees half of it, and a full disk costs nothing that was there.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error| Failure::Write(path.to_owned(), error);
    if path.is_dir() {
        return Err(failed(ErrorKind::IsADirectory.into()));
    }
    let mut name = OsString::from(".");
    name.push(path.file_name().ok_or_else(|| failed(ErrorKind::NotFound.into()))?);
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = path.with_file_name(name);
    let written = File::create_new(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        // What is left of the attempt, if anything.
        let _ = fs::remove_file(&beside);
        failed(error)
    })
}
