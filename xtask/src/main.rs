//! What a person runs: build, run, test, bench.
//!
//! `cargo xtask` is the only tool of this repository: everything else that is needed it gets, pinned.

mod build;
mod place;
mod process;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask <verb>

  build [--fast]    make dist/cchc.html, the one-file page
                    (--fast: quick to build, slow to run, larger; for working on the page)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<()> {
    match words {
        [] | ["help" | "-h" | "--help", ..] => {
            print!("{HELP}");
            Ok(())
        }
        ["build"] => build::page(build::Effort::Full).map(drop),
        ["build", "--fast"] => build::page(build::Effort::Fast).map(drop),
        _ => bail!("unknown: {}\n\n{HELP}", words.join(" ")),
    }
}
