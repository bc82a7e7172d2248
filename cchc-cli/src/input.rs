//! Reading plan files from disk or standard input.

use std::ffi::OsStr;
use std::io::Read;
use std::process::ExitCode;

use cchc_core::diagnostic::{Diagnostic, Severity, gravest};
use cchc_core::exchange::{PlanFile, Reading, errors, read_bytes};

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
    tell(file, &reading.diagnostics);
    Ok(reading)
}

/// Reads a plan file for a verb that states figures: what in it contradicts itself is told with the rest, and whether
/// figures may be missing or wrong for it comes along.
pub(crate) fn read_for_figures(file: &OsStr) -> Result<(PlanFile, bool), Failure> {
    let Reading { file: plan, mut diagnostics } = read(file)?;
    diagnostics.extend(errors(&plan));
    tell(file, &diagnostics);
    let is_doubtful = plan.is_read_only() || diagnostics.iter().any(Diagnostic::concerns_figures);
    Ok((plan, is_doubtful))
}

/// Reads a plan file for a verb that writes out of it: whether something in it could not be read comes along.
pub(crate) fn read_to_write(file: &OsStr) -> Result<(PlanFile, bool), Failure> {
    let Reading { file: plan, diagnostics } = read_quietly(file)?;
    Ok((plan, diagnostics.iter().any(|one| one.severity == Severity::Error)))
}

/// How a verb ends that has stated its figures: 1 where they may be missing or wrong.
pub(crate) fn code(is_doubtful: bool) -> ExitCode {
    ExitCode::from(u8::from(is_doubtful))
}

/// The gravest finding in one line, and how many others there are.
fn tell(file: &OsStr, found: &[Diagnostic]) {
    let Some(first) = gravest(found) else { return };
    let errors = found.iter().filter(|one| one.severity == Severity::Error).count();
    let is_error = usize::from(first.severity == Severity::Error);
    let others = [(errors - is_error, "lỗi"), (found.len() - errors - (1 - is_error), "nhận xét")];
    let others: Vec<String> = others
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    let rest = if others.is_empty() {
        String::new()
    } else {
        format!(" (và {} khác; xem: cchc check)", others.join(", "))
    };
    let severity = if is_error == 1 { "lỗi: " } else { "" };
    output::complain(&output::plain(&format!("{}: {severity}{first}{rest}", name_of(file))));
}
