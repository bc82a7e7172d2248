//! Ratios: ours and another's, measured in one run on one machine, with the budget beside them.

mod table;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::build::{self, Effort};
use crate::process::{cargo, command, output, run as run_to_end};
use crate::{place, tools};
use table::Row;

/// What was measured, by name: milliseconds or bytes.
type Measured = BTreeMap<String, f64>;

/// Measures everything and prints the table; with `write` it becomes `docs/bench.md`, too.
pub(crate) fn run(write: bool) -> Result<()> {
    tools::browsers()?;
    let page = build::page(Effort::Full)?;
    let other = tiddlywiki()?;
    let mut measured = browser(&other)?;
    measured.extend(core("scale", &[])?);
    measured.extend(core("list", &["--features", "ingest,xlsx"])?);
    measured.extend(exchange()?);
    let derived = ["progress", "report"].iter().filter_map(|name| measured.get(*name)).sum();
    measured.insert("progress and report".into(), derived);
    measured.insert("tenth of a second".into(), 100.0);
    measured.insert("size".into(), fs::metadata(&page)?.len() as f64);
    measured.insert("size of TiddlyWiki".into(), fs::metadata(&other)?.len() as f64);
    let rows = rows(&measured)?;
    let text = table::markdown(&rows);
    println!("\n{text}");
    if write {
        let path = place::root().join("docs").join("bench.md");
        fs::write(&path, table::page(&text)).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let over: Vec<&str> = rows.iter().filter(|row| row.ratio() > row.budget).map(|row| row.what).collect();
    if over.is_empty() { Ok(()) } else { bail!("over budget: {}", over.join("; ")) }
}

fn rows(measured: &Measured) -> Result<Vec<Row>> {
    let get = |name: &str| measured.get(name).copied().with_context(|| format!("“{name}” was not measured"));
    let row = |what, against, ours, theirs, unit, budget| -> Result<Row> {
        Ok(Row { what, against, ours: get(ours)?, theirs: get(theirs)?, unit, budget })
    };
    Ok(vec![
        row(
            "size of the page",
            "TiddlyWiki 5.4.1 empty.html",
            "size",
            "size of TiddlyWiki",
            "bytes",
            build::BUDGET as f64 / get("size of TiddlyWiki")?,
        )?,
        row(
            "from file:// to usable, with the example",
            "TiddlyWiki 5.4.1 empty.html, same Chromium",
            "opening",
            "opening TiddlyWiki",
            "ms",
            1.0 / 3.0,
        )?,
        row(
            "the same for the first time",
            "TiddlyWiki 5.4.1 empty.html, same Chromium",
            "opening first",
            "opening TiddlyWiki",
            "ms",
            2.0 / 3.0,
        )?,
        row(
            "a search key over 20,000 activities, with its rows",
            "the same filter and the same rows in plain JavaScript",
            "search",
            "search in JavaScript",
            "ms",
            2.0,
        )?,
        row(
            "reading a plan of 40 pages in the page",
            "a tenth of a second",
            "reading",
            "tenth of a second",
            "ms",
            1.0,
        )?,
        row(
            "a list of 20,000 rows of Excel, into the register",
            "calamine reading its cells",
            "list",
            "list by calamine",
            "ms",
            2.0,
        )?,
        row(
            "progress and report of 100,000 activities",
            "serde_json parsing the same file",
            "progress and report",
            "parse",
            "ms",
            0.25,
        )?,
        row(
            "merging two files of 100,000 records",
            "serde_json parsing both",
            "merge",
            "parse both",
            "ms",
            0.5,
        )?,
        row(
            "merging two files of 5,000 records",
            "automerge, the same records in memory",
            "merge small",
            "merge small in automerge",
            "ms",
            1.0,
        )?,
        row(
            "a keystroke's save at 20,000 activities",
            "writing the whole file",
            "keystroke's save",
            "whole file's save",
            "ms",
            0.5,
        )?,
    ])
}

/// TiddlyWiki's empty.html, made by itself.
fn tiddlywiki() -> Result<PathBuf> {
    let package = tools::tiddlywiki()?;
    let page = package.join("output").join("empty.html");
    if !page.exists() {
        let node =
            tools::find(&["node", "nodejs"]).context("the bench needs node to make TiddlyWiki's page")?;
        let mut make = command(node);
        make.current_dir(&package).args(["tiddlywiki.js", "editions/empty", "--output"]);
        run_to_end(make.arg(package.join("output")).args(["--build", "empty"]))?;
    }
    Ok(page)
}

fn browser(other: &std::path::Path) -> Result<Measured> {
    let mut test = cargo();
    test.args(["test", "--locked", "--package", "cchc-tests", "--test", "bench"]);
    test.args(["--", "--ignored", "--nocapture", "--test-threads=1"]).env("CCHC_TIDDLYWIKI", other);
    lines(&mut test)
}

fn core(bench: &str, features: &[&str]) -> Result<Measured> {
    lines(cargo().args(["bench", "--locked", "--package", "cchc-core", "--bench", bench]).args(features))
}

/// Merging and saving; a package of its own, outside the workspace, for what it compares with.
fn exchange() -> Result<Measured> {
    let manifest = place::root().join("bench").join("Cargo.toml");
    lines(cargo().args(["run", "--release", "--locked", "--manifest-path"]).arg(manifest))
}

/// Reads what a measuring program printed, and shows it.
fn lines(command: &mut Command) -> Result<Measured> {
    let measured = measured(&output(command)?);
    for (name, value) in &measured {
        println!("  {name}: {value}");
    }
    Ok(measured)
}

/// Lines of a name, a tab and a number; what else is printed is left out. The test runner begins a line before the first.
fn measured(text: &str) -> Measured {
    let pairs = text.lines().filter_map(|line| line.split_once('\t'));
    let named = pairs.map(|(name, value)| (name.rsplit("... ").next().unwrap_or(name), value));
    named.filter_map(|(name, value)| Some((name.to_string(), value.trim().parse().ok()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_of_a_test_is_read_too() {
        let text = "running 1 test\ntest opening ... opening\t120.5\nopening TiddlyWiki\t300\nok\n";
        let expected = [("opening", 120.5), ("opening TiddlyWiki", 300.0)];
        assert_eq!(measured(text), expected.map(|(name, value)| (name.to_string(), value)).into());
    }
}
