//! `cchc next`: the plan of the next year.

use std::ffi::{OsStr, OsString};
use std::process::ExitCode;

use cchc_core::adapt;
use cchc_core::calendar::Date;
use cchc_core::ingest::proposed_id;

use super::merge::write;
use crate::failure::Failure;
use crate::{input, output};

/// What is asked.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Asked {
    pub(crate) to: Option<OsString>,
    pub(crate) on: Option<Date>,
}

/// Writes the next year's plan, and prints what a person should look at.
pub(crate) fn run(file: &OsStr, asked: &Asked) -> Result<ExitCode, Failure> {
    let name = input::name_of(file);
    let (file, is_doubtful) = input::read_for_figures(file)?;
    let mut header = (*file.plan).clone();
    header.year += 1;
    let next = adapt::next_year(&file, proposed_id(&header), crate::author(None), crate::today(asked.on))
        .map_err(|error| Failure::NotThere(format!("{name}: {error}")))?;
    let text = format!("{}\n\n{}", output::plain(&next.file.plan.title), next.list());
    if let Some(to) = &asked.to {
        write(&next.file, Some(to))?;
    }
    match &asked.to {
        Some(to) if to == "-" => output::complain(&text),
        _ => output::print_text(text)?,
    }
    Ok(input::code(is_doubtful))
}
