//! `cchc status`.

mod json;
mod text;

use std::ffi::OsStr;
use std::process::ExitCode;

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::id::OfficeId;
use cchc_core::progress::Progress;

use crate::args::Format;
use crate::failure::Failure;
use crate::{input, output, today};

/// Prints where the plan stands on a day; today where none is given.
pub(crate) fn run(
    file: &OsStr,
    on: Option<Date>,
    office: Option<&str>,
    format: Format,
) -> Result<ExitCode, Failure> {
    let (file, is_doubtful) = input::read_for_figures(file)?;
    let office = office.map(|id| find_office(&file, id)).transpose()?;
    let progress = Progress::of(&file, today(on));
    match format {
        Format::Text => output::print_text(text::status(&file, &progress, office.as_ref())),
        Format::Json => output::print_json(&json::status(&file, &progress, office.as_ref())),
    }?;
    Ok(input::code(is_doubtful))
}

fn find_office(file: &PlanFile, id: &str) -> Result<OfficeId, Failure> {
    file.offices.get_str(id).map(|office| office.id.clone()).ok_or_else(|| {
        let known: Vec<_> = file
            .offices
            .iter()
            .map(|office| format!("\n  {}  {}", office.id, output::plain(&office.name)))
            .collect();
        Failure::NotThere(format!("tệp không có cơ quan mã “{id}”; có:{}", known.concat()))
    })
}
