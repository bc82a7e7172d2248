//! `cchc report`.

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

use cchc_core::calendar::{Date, Period};
use cchc_core::document::{Document, docx, html, text};
use cchc_core::exchange::PlanFile;
use cchc_core::report::papers::{PaperAsk, PaperKind, paper};

use crate::failure::Failure;
use crate::{input, output, today};

/// What to write, by the name of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Docx,
    Html,
    Text,
}

/// Which report.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The period.
    pub(crate) period: Period,
    /// As the section to embed in the report on the reform.
    pub(crate) embedded: bool,
    /// Written on this day; today where none is given.
    pub(crate) on: Option<Date>,
}

/// Composes a report and writes it: to standard output as text, or to a file in the form that its name says.
pub(crate) fn run(file: &OsStr, asked: &Asked, to: Option<&OsStr>) -> Result<ExitCode, Failure> {
    let to = to.filter(|to| *to != "-").map(Path::new);
    // A name that says no form is refused before the file is read.
    let form = to.map_or(Ok(Form::Text), form_of).map_err(|error| error.of("report"))?;
    let (file, is_doubtful) = input::read_for_figures(file)?;
    let document = document(&file, asked)?;
    let bytes = written(&document, form);
    match to {
        Some(path) => output::write(path, &bytes),
        None => output::print(bytes),
    }?;
    Ok(input::code(is_doubtful))
}

/// A document in one of the forms.
pub(crate) fn written(document: &Document, form: Form) -> Vec<u8> {
    match form {
        Form::Docx => docx::docx(document),
        Form::Html => html::page(document).into_bytes(),
        Form::Text => text::text(document).into_bytes(),
    }
}

/// The ending of a file's name, in small letters.
pub(crate) fn extension(path: &Path) -> Option<String> {
    path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase)
}

/// The form that an ending says.
pub(crate) fn form_named(extension: Option<&str>) -> Option<Form> {
    match extension {
        Some("docx") => Some(Form::Docx),
        Some("html" | "htm") => Some(Form::Html),
        Some("txt") => Some(Form::Text),
        _ => None,
    }
}

/// The form that a file's name says; refused where it says none.
pub(crate) fn form_of(path: &Path) -> Result<Form, Failure> {
    match form_named(extension(path).as_deref()) {
        Some(form) => Ok(form),
        None => Err(Failure::Usage(format!(
            "không biết ghi “{}” ở dạng nào; đặt tên tệp có đuôi .docx, .html hoặc .txt",
            path.display()
        ))),
    }
}

fn document(file: &PlanFile, asked: &Asked) -> Result<Document, Failure> {
    let Asked { period, embedded, on } = *asked;
    if period.year() != file.plan.year {
        return Err(Failure::NotThere(format!(
            "kỳ {period} không thuộc năm {} của kế hoạch; ví dụ: --period {}-Q2",
            file.plan.year, file.plan.year
        )));
    }
    let kind = if embedded { PaperKind::Embedded } else { PaperKind::Report };
    let ask = PaperAsk { period: Some(period), ..PaperAsk::default() };
    let made = paper(file, kind, &ask, today(on)).map_err(|error| Failure::NotThere(error.to_string()))?;
    for remark in &made.remarks {
        output::complain(&format!("trước khi trình ký: {remark}"));
    }
    Ok(made.document)
}
