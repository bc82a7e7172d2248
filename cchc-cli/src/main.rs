//! `cchc`: theo dõi kế hoạch tuyên truyền cải cách hành chính from the command line. Thin verbs over `cchc-core`:
//! each reads a plan file, asks the core and prints the answer.
//!
//! Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 findings (`check`, `diff`,
//! `filing`, `import`, `ingest`) or figures that may be wrong for an error in the file (`status`, `report`, `document`,
//! `export`, `filing`, `score`, `next`), 2 it could not be done, 3 conflicts are left (`merge`).

mod apart;
mod args;
mod failure;
mod help;
mod input;
mod output;
mod table;
mod verbs;

use std::process::ExitCode;

use cchc_core::calendar::Date;
use cchc_core::exchange::Author;
use cchc_core::id::{OfficeId, WriterId};

use crate::args::Command;
use crate::failure::Failure;

fn main() -> ExitCode {
    let done = args::parse(lexopt::Parser::from_env()).and_then(run);
    match done {
        Ok(code) => code,
        Err(failure) => {
            output::complain(&failure.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Failure> {
    apart::check(&command)?;
    match command {
        Command::Help(text) => output::print(text),
        Command::Version => output::print(concat!("cchc ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Example { name } => verbs::example::run(name.as_deref()),
        Command::Ingest(asked) => return verbs::ingest::run(&asked),
        Command::Import(asked) => return verbs::import::run(&asked),
        Command::Check { files, format } => return verbs::check::run(&files, format),
        Command::Status { file, on, office, format } => {
            return verbs::status::run(&file, on, office.as_deref(), format);
        }
        Command::Report { file, asked, to } => return verbs::report::run(&file, &asked, to.as_deref()),
        Command::Filing { file, asked } => return verbs::filing::run(&file, &asked),
        Command::Document { file, asked, to } => return verbs::document::run(&file, &asked, to.as_deref()),
        Command::Export { file, asked, to } => return verbs::export::run(&file, &asked, &to),
        Command::Merge { asked } => return verbs::merge::run(&asked),
        Command::Diff { before, after } => return verbs::merge::diff(&before, &after),
        Command::Log { file, record } => verbs::log::run(&file, record.as_deref()),
        Command::Split { file, office, to } => return verbs::split::run(&file, &office, to.as_ref()),
        Command::Migrate { file, to } => return verbs::split::migrate(&file, to.as_ref()),
        Command::Sets { set, file, format } => verbs::sets::run(set.as_deref(), file.as_deref(), format),
        Command::Score(asked) => verbs::score::run(&asked),
        Command::Assess { file, asked, to } => return verbs::assess::run(&file, &asked, to.as_deref()),
        Command::Next { file, asked } => return verbs::next::run(&file, &asked),
        Command::Schema => verbs::schema::run(),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// The day that was asked for, or today: the core has no clock.
fn today(asked: Option<Date>) -> Date {
    asked.unwrap_or_else(|| chrono::Local::now().date_naive())
}

/// Who changes a file from here: a writer of its own for each call, so that no dot is written twice.
fn author(office: Option<OfficeId>) -> Author {
    let at = chrono::Local::now();
    let call = format!("cchc-{:x}-{:x}", at.timestamp_nanos_opt().unwrap_or_default(), std::process::id());
    let writer = WriterId::new(call).expect("letters, digits and dashes");
    Author { writer, at: at.fixed_offset(), office }
}
