//! `cchc document`.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::ExitCode;

use cchc_core::calendar::Date;
use cchc_core::progress::Tracking;
use cchc_core::report::papers::{PaperAsk, PaperKind, paper_beside};

use crate::failure::Failure;
use crate::verbs::report::{Form, form_of, written};
use crate::{input, output, today};

/// Which paper.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The kind.
    pub(crate) kind: PaperKind,
    /// What of it.
    pub(crate) ask: PaperAsk,
    /// Written on this day; today where none is given.
    pub(crate) on: Option<Date>,
    /// Last year's file, against which reports are held.
    pub(crate) last_year: Option<OsString>,
}

/// Writes a paper: to standard output as text, or to a file in the form that its name says.
pub(crate) fn run(file: &OsStr, asked: &Asked, to: Option<&OsStr>) -> Result<ExitCode, Failure> {
    let to = to.filter(|to| *to != "-").map(Path::new);
    let form = to.map_or(Ok(Form::Text), form_of).map_err(|error| error.of("document"))?;
    let (file, is_doubtful) = input::read_for_figures(file)?;
    let last_year = asked.last_year.as_deref().map(input::read_for_figures).transpose()?;
    let is_doubtful = is_doubtful || last_year.as_ref().is_some_and(|(_, is_doubtful)| *is_doubtful);
    let last_year = last_year.map(|(file, _)| file);
    if let Some(other) = last_year.as_ref().filter(|other| other.plan.year != file.plan.year - 1) {
        return Err(Failure::NotThere(format!(
            "tệp năm trước là của năm {}, không phải năm {}",
            other.plan.year,
            file.plan.year - 1
        )));
    }
    let tracking = Tracking::of(&file, today(asked.on));
    let made = paper_beside(&tracking, asked.kind, &asked.ask, last_year.as_ref());
    let made = made.map_err(|error| Failure::NotThere(error.to_string()))?;
    for remark in &made.remarks {
        output::complain(&format!("trước khi trình ký: {remark}"));
    }
    let bytes = written(&made.document, form);
    match to {
        Some(path) => output::write(path, &bytes),
        None => output::print(bytes),
    }?;
    Ok(input::code(is_doubtful))
}
