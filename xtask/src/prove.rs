//! The long runs: what README's "Reliability" says, reproduced.
//!
//! The ordinary tests run the same properties with few cases and the same kills a handful of times.

use std::fs;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::build::{self, Effort};
use crate::process::{cargo, output};
use crate::{place, tools};

/// Kills per browser.
const KILLS: usize = 100;
/// Where the table stands in the README.
const MARKS: [&str; 2] = ["<!-- cargo xtask prove --write -->", "<!-- to here -->"];

/// Runs everything and prints the table; any loss is an error.
pub(crate) fn run(options: &[&str]) -> Result<()> {
    let (mut write, mut kills) = (false, KILLS);
    for option in options {
        match (*option, option.strip_prefix("--kills=")) {
            ("--write", _) => write = true,
            (_, Some(number)) => {
                kills = number.parse().with_context(|| format!("no number of kills: {number}"))?;
            }
            _ => bail!("unknown: {option}"),
        }
    }
    tools::browsers()?;
    tools::geckodriver()?;
    build::page(Effort::Full)?;
    let mut rows = vec![
        property(
            "merging histories of up to five writers",
            "cchc-core",
            &["--lib", "merge::tests::laws"],
            10_000,
        )?,
        property("merging two damaged copies", "cchc-core", &["--test", "damaged_merge"], 100_000)?,
        property(
            "saving with a fault at any step, two tabs, backups",
            "cchc-web",
            &["--lib", "fault_tests"],
            10_000,
        )?,
    ];
    rows.extend(killed(kills)?);
    let table = table(&rows);
    println!("\n{table}");
    if write { into_readme(&table) } else { Ok(()) }
}

/// A line: what was tried, how often, what came of it.
struct Row {
    what: String,
    tried: String,
    outcome: String,
}

fn property(what: &str, package: &str, which: &[&str], cases: usize) -> Result<Row> {
    let start = Instant::now();
    let mut test = cargo();
    test.args(["test", "--locked", "--release", "--all-features", "--package", package]).args(which);
    let told = output(test.env("PROPTEST_CASES", cases.to_string()))?;
    if !told.lines().any(|line| line.starts_with("test result: ok. ") && !line.contains(" ok. 0 passed")) {
        bail!("no test was run for “{what}”:\n{told}");
    }
    eprintln!("{what}: {:.0} s", start.elapsed().as_secs_f64());
    Ok(Row {
        what: what.into(),
        tried: format!("{} random cases", grouped(cases)),
        outcome: "all as they should be".into(),
    })
}

fn killed(kills: usize) -> Result<Vec<Row>> {
    let mut test: Command = cargo();
    test.args(["test", "--locked", "--package", "cchc-tests", "--test", "page", "kills::"]);
    test.args(["--", "--nocapture", "--test-threads=1"]).env("CCHC_KILLS", kills.to_string());
    let text = output(&mut test)?;
    let count = |name: &str, browser: &str| -> Result<usize> {
        let prefix = format!("{name} in {browser}\t");
        let line = text.lines().find_map(|line| line.split_once(&prefix)).map(|(_, count)| count.trim());
        line.and_then(|count| count.parse().ok()).with_context(|| format!("{prefix}was not printed"))
    };
    let row = |browser: &str, called: &str| -> Result<Row> {
        let acknowledged = count("acknowledged", browser)?;
        Ok(Row {
            what: format!("{called} ended with SIGKILL at random while writing"),
            tried: format!("{} kills", count("kills", browser)?),
            // The test fails when one is missing.
            outcome: format!("{} edits called saved, 0 lost", grouped(acknowledged)),
        })
    };
    Ok(vec![row("chromium", "Chromium")?, row("firefox", "Firefox")?])
}

fn table(rows: &[Row]) -> String {
    let lines = rows.iter().map(|row| format!("| {} | {} | {} |\n", row.what, row.tried, row.outcome));
    lines.fold("| What | How often | Outcome |\n|---|---|---|\n".to_string(), |table, line| table + &line)
}

fn into_readme(table: &str) -> Result<()> {
    let path = place::root().join("README.md");
    let readme = fs::read_to_string(&path)?;
    fs::write(&path, replaced(&readme, table).with_context(|| format!("README.md has no {}", MARKS[0]))?)?;
    Ok(())
}

/// The text with the table between the marks.
fn replaced(readme: &str, table: &str) -> Option<String> {
    let (before, rest) = readme.split_once(MARKS[0])?;
    let (_, after) = rest.split_once(MARKS[1])?;
    Some(format!("{before}{}\n{table}{}{after}", MARKS[0], MARKS[1]))
}

/// `10,000`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("digits")).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_takes_the_place_of_the_one_before() {
        let readme = format!("a\n{}\nold\n{}\nb", MARKS[0], MARKS[1]);
        let new = replaced(&readme, "new\n").unwrap();
        assert_eq!(new, format!("a\n{}\nnew\n{}\nb", MARKS[0], MARKS[1]));
        assert_eq!(replaced(&new, "new\n").as_deref(), Some(&*new));
        assert_eq!(replaced("none", "new"), None);
        let readme = fs::read_to_string(place::root().join("README.md")).unwrap();
        assert!(replaced(&readme, "").is_some(), "the README has room for it");
        assert_eq!(
            (grouped(7), grouped(10_000), grouped(1_234_567)),
            ("7".into(), "10,000".into(), "1,234,567".into())
        );
    }
}
