//! `cchc check`.

use std::ffi::OsString;
use std::fmt::Write;
use std::process::ExitCode;

use cchc_core::diagnostic::{Diagnostic, Severity};
use serde::Serialize;

use crate::args::Format;
use crate::failure::Failure;
use crate::{input, output};

/// What was found in one file.
#[derive(Serialize)]
struct Checked {
    file: String,
    readable: bool,
    findings: Vec<Diagnostic>,
}

/// Checks files and prints what was found.
pub(crate) fn run(files: &[OsString], format: Format) -> Result<ExitCode, Failure> {
    let mut checked = Vec::with_capacity(files.len());
    let mut could_not = false;
    for file in files {
        let name = input::name_of(file);
        match input::read(file) {
            Ok(reading) => {
                let mut findings = reading.diagnostics;
                findings.extend(cchc_core::exchange::check(&reading.file));
                checked.push(Checked { file: name, readable: true, findings });
            }
            Err(failure) => {
                could_not = true;
                checked.push(Checked { file: name, readable: false, findings: vec![failure.diagnostic()] });
            }
        }
    }
    match format {
        Format::Json => output::print_json(&checked)?,
        Format::Text => output::print_text(text(&checked))?,
    }
    let is_fault = |found: &Diagnostic| found.severity > Severity::Note;
    let found = checked.iter().any(|checked| checked.findings.iter().any(is_fault));
    Ok(ExitCode::from(if could_not { 2 } else { u8::from(found) }))
}

/// One line per finding, as compilers write them.
fn text(checked: &[Checked]) -> String {
    let mut text = String::new();
    for Checked { file, findings, .. } in checked {
        if findings.is_empty() {
            let _ = writeln!(text, "{file}: sạch, không có nhận xét");
        }
        for found in findings {
            let line = format!("{file}: {}: {found} [{}]", found.severity.vietnamese(), found.code);
            let _ = writeln!(text, "{}", output::plain(&line));
        }
    }
    text
}
