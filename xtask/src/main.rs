//! What a person runs: build, run, test, bench.
//!
//! `cargo xtask` is the only tool of this repository: everything else that is needed it gets, pinned.

mod bench;
mod build;
mod place;
mod process;
mod prove;
mod run;
mod screens;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};

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
            print!("{}", help());
            Ok(())
        }
        ["build"] => build::page(build::Effort::Full).map(drop),
        ["build", "--fast"] => build::page(build::Effort::Fast).map(drop),
        ["run"] => run::run(true),
        ["run", "--no-open"] => run::run(false),
        ["bench"] => bench::run(false),
        ["bench", "--write"] => bench::run(true),
        ["prove", options @ ..] => prove::run(options),
        ["screens"] => screens::run(),
        ["test", parts @ ..] => test::run(parts),
        _ => bail!("unknown: {}\n\n{}", words.join(" "), help()),
    }
}

fn help() -> String {
    format!(
        "\
cargo xtask run [--no-open]   build the page and the illustrative plan's report, open the page
cargo xtask build [--fast]    make dist/cchc.html, the one-file page
                              (--fast: quick to build, larger, slower; for working on the page)
cargo xtask bench [--write]   measure ours against others', in one run (--write: docs/bench.md)
cargo xtask prove [--write] [--kills=N]
                              the long runs: merging, failing storage, browsers killed N times each
                              (100); prints the table of README's \"Reliability\" (--write: into it)
cargo xtask screens           take the pictures of every screen, docs/screens/*.png
cargo xtask test [PART…]      get what is missing and run everything, or these parts:
{}",
        test::help()
    )
}
