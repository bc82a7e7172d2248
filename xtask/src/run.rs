//! The page, opened, with a report beside it: what a person sees first.

use std::fs::File;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::build::{self, Effort};
use crate::process::{cargo, command, run as run_to_end};
use crate::{place, tools};

/// The built-in plan with an invented year.
const EXAMPLE: &str = "hoa-tham-2026-minh-hoa";

/// Builds the page and the documents beside it, prints where they are, and opens the page where there is a desktop.
pub(crate) fn run(open: bool) -> Result<()> {
    let page = build::page(Effort::Full)?;
    let plan = place::dist().join(format!("{EXAMPLE}.cchc.json"));
    let report = place::dist().join("bao-cao-2026-Q2.docx");
    let file = File::create(&plan).with_context(|| format!("cannot write {}", plan.display()))?;
    run_to_end(cchc().args(["example", EXAMPLE]).stdout(file))?;
    run_to_end(cchc().arg("report").arg(&plan).args(["--period", "2026-Q2", "-o"]).arg(&report))?;
    println!("\nthe page:                          {}", page.display());
    println!("the illustrative plan:             {}", plan.display());
    println!("its report of quý II/2026 (Word):  {}", report.display());
    if open && desktop() {
        show(&page);
    }
    Ok(())
}

fn cchc() -> std::process::Command {
    let mut cchc = cargo();
    cchc.args(["run", "--quiet", "--locked", "--package", "cchc-cli", "--"]);
    cchc
}

/// Whether somebody looks at a screen that this program can reach.
fn desktop() -> bool {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|v| !v.is_empty()));
    cfg!(windows) || cfg!(target_os = "macos") || (display && tools::find(&["xdg-open"]).is_some())
}

/// Opens the page as a double click does. That it cannot be opened is told, but fails nothing: it is built.
fn show(page: &Path) {
    let mut opener = if cfg!(windows) {
        let mut start = command("cmd");
        start.args(["/C", "start", ""]);
        start
    } else if cfg!(target_os = "macos") {
        command("open")
    } else {
        command("xdg-open")
    };
    if let Err(error) = run_to_end(opener.arg(page)) {
        eprintln!("it could not be opened from here: {error:#}");
    }
}
