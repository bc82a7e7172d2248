//! The parts, step by step.
//!
//! One set of packages and features for all of them (`WORKSPACE`), so that nothing is compiled twice. This program
//! itself stays apart: it is compiled already, with fewer features of the same libraries.

use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::summary::Summary;
use crate::build::{self, Effort};
use crate::process::{cargo, command, output, run};
use crate::{place, tools};

const WORKSPACE: [&str; 5] = ["--locked", "--workspace", "--exclude", "xtask", "--all-features"];
const WASM: [&str; 5] = ["--locked", "--package", "cchc-web", "--target", "wasm32-unknown-unknown"];
/// Where random cases begin: the same ones each time, so that a failure tells of the change that was made. New ones are
/// drawn by `cargo xtask prove`, and here with a seed of one's own.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "2026");
/// Steps that may be under way before they are asked for.
pub(super) const SYSTEM: &str = "browsers, LibreOffice, fonts";
pub(super) const PAGE: &str = "the page";
pub(super) const TOOLS: &str = "wasm-bindgen, wasm-pack, geckodriver";
pub(super) const DOC: &str = "documentation, and the package of the core";
const PACK: &str = "wasm-pack build";
const DENY: [&str; 3] = ["--", "--deny", "warnings"];

/// Format and lints. When everything is run, the lints come with what is compiled for the tests ([`linting`]).
pub(super) fn lint(summary: &mut Summary) {
    summary.step("format", || {
        tools::components()?;
        run(cargo().args(["fmt", "--all", "--check"]))
    });
    if summary.is_whole() {
        return;
    }
    summary.step("lints", || run(cargo().arg("clippy").args(WORKSPACE).arg("--all-targets").args(DENY)));
    summary.step("lints of xtask", || {
        run(cargo().args(["clippy", "--locked", "--package", "xtask", "--all-targets"]).args(DENY))
    });
    summary.step("lints for wasm", || {
        tools::wasm_target()?;
        run(cargo().arg("clippy").args(WASM).arg("--all-targets").args(DENY))
    });
}

/// Tests that need nothing but Rust.
pub(super) fn unit(summary: &mut Summary) {
    let whole = summary.is_whole();
    if whole {
        summary.step("lints, with the tests compiled", || {
            run(&mut tests(whole, &["--all-targets", "--no-run", "--quiet"]))?;
            run(linting(&mut cargo()).args([
                "test",
                "--locked",
                "--package",
                "xtask",
                "--bins",
                "--no-run",
            ]))?;
            // As it is without its tests. Windows lets no program that runs be replaced.
            let make = if cfg!(windows) { "check" } else { "build" };
            run(linting(&mut cargo()).args([make, "--locked", "--package", "xtask"]))
        });
    }
    summary.step("unit, property and snapshot tests", || {
        // A snapshot that is new or has changed is a failure, never a file to be looked at later.
        let mut units = tests(whole, &["--lib", "--bins", "--examples"]);
        run(units.env("INSTA_UPDATE", "no").env(SEED.0, seed()))?;
        // The same packages for these, too: without one of them others have other features and are compiled anew.
        let mut integration = tests(whole, &[]);
        for name in integration_tests()? {
            integration.arg("--test").arg(name);
        }
        run(integration.env("INSTA_UPDATE", "no").env(SEED.0, seed()))
    });
    summary.step("doc tests", || run(&mut tests(whole, &["--doc"])));
    summary.step("tests of xtask", || {
        let mut test = cargo();
        if whole {
            linting(&mut test);
        }
        run(test.args(["test", "--locked", "--package", "xtask", "--bins"]))
    });
}

/// The page's own tests where they belong, in browsers, and its package as wasm-pack makes it.
pub(super) fn wasm(summary: &mut Summary) {
    let whole = summary.is_whole();
    summary.awaited(SYSTEM, tools::browsers);
    summary.awaited(TOOLS, rust_tools);
    if whole {
        // What keeps one core busy for long, side by side.
        summary.ahead(PACK, || pack(true));
        summary.ahead(DOC, documentation);
    }
    summary.step("wasm-pack test", || {
        let mut test = wasm_pack(whole)?;
        test.args(["test", "--headless", "--mode", "no-install", "--chrome", "--firefox"]);
        test.arg("--geckodriver").arg(tools::geckodriver()?);
        if let Some(driver) = tools::find(&["chromedriver"]) {
            test.arg("--chromedriver").arg(driver);
        }
        // Those in its folder `tests`: what is tested in `src` needs no browser and ran natively.
        run(test.args(["cchc-web", "--test", "*"]))
    });
    summary.awaited(PACK, || pack(false));
}

fn pack(with_lints: bool) -> Result<()> {
    let mut build = wasm_pack(with_lints)?;
    build.args(["build", "--target", "web", "--dev", "--mode", "no-install", "--out-dir"]);
    run(build.arg(place::target().join("pkg")).args(["cchc-web", "--", "--locked"]))
}

/// The documentation, and the core as others will get it.
pub(super) fn doc(summary: &mut Summary) {
    summary.awaited(DOC, documentation);
}

fn documentation() -> Result<()> {
    run(cargo().arg("doc").args(WORKSPACE).arg("--no-deps").env("RUSTDOCFLAGS", "--deny warnings"))?;
    // The core without its features, as README has it opened.
    let mut core = cargo();
    core.args(["doc", "--locked", "--package", "cchc-core", "--no-deps"]);
    run(core.env("RUSTDOCFLAGS", "--deny warnings"))?;
    run(cargo().args(["package", "--locked", "--package", "cchc-core", "--allow-dirty"]))
}

/// The page as it is shipped, opened from the disk.
pub(super) fn e2e(summary: &mut Summary) {
    summary.awaited(SYSTEM, tools::browsers);
    summary.step("geckodriver and axe", || tools::geckodriver().and(tools::axe()).map(drop));
    summary.awaited(PAGE, page);
    let whole = summary.is_whole();
    summary.step("the page in Chromium and Firefox", || run(&mut tests(whole, &["--test", "page"])));
}

/// Documents in a real office suite.
pub(super) fn office(summary: &mut Summary) {
    summary.awaited(SYSTEM, tools::office);
    let whole = summary.is_whole();
    summary.step("documents in LibreOffice", || run(&mut tests(whole, &["--test", "documents"])));
}

/// What tests in browsers need from crates.io.
pub(super) fn rust_tools() -> Result<()> {
    tools::wasm_target()?;
    tools::wasm_bindgen().and(tools::wasm_pack()).and(tools::geckodriver()).map(drop)
}

/// Builds the page as it is shipped.
pub(super) fn page() -> Result<()> {
    build::page(Effort::Full).map(drop)
}

/// Takes the pictures of the page.
pub(crate) fn pictures() -> Result<()> {
    run(tests(false, &["--test", "page"]).args(["--", "--ignored", "pictures"]))
}

fn seed() -> OsString {
    std::env::var_os(SEED.0).unwrap_or_else(|| SEED.1.into())
}

/// The integration tests of all packages but `cchc-tests`, which need browsers and an office suite.
fn integration_tests() -> Result<Vec<String>> {
    let metadata = output(cargo().args(["metadata", "--locked", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let list = |of: &Value| of.as_array().cloned().unwrap_or_default();
    let mut names = Vec::new();
    for package in list(&metadata["packages"]).iter().filter(|package| package["name"] != "cchc-tests") {
        for target in list(&package["targets"]).iter().filter(|target| target["kind"] == json!(["test"])) {
            names.push(target["name"].as_str().context("a target without a name")?.to_string());
        }
    }
    ensure!(!names.is_empty(), "cargo metadata names no integration test");
    Ok(names)
}

fn tests(with_lints: bool, which: &[&str]) -> Command {
    let mut test = cargo();
    if with_lints {
        linting(&mut test);
    }
    test.arg("test").args(WORKSPACE).args(which);
    test
}

/// Has cargo compile the packages of the workspace with clippy in the place of rustc, as `cargo clippy` does: it compiles,
/// too, so one run lints and makes what the tests run. Without debug information, which takes time: a panic tells its line
/// without.
fn linting(cargo: &mut Command) -> &mut Command {
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
    cargo.env("CLIPPY_ARGS", "--deny__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__");
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0")
}

/// wasm-pack, with the tools beside it that it would otherwise look for elsewhere.
fn wasm_pack(with_lints: bool) -> Result<Command> {
    let mut pack = command(tools::wasm_pack()?);
    if with_lints {
        linting(&mut pack);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools::bin()).chain(std::env::split_paths(&path));
    let path: OsString = std::env::join_paths(folders)?;
    pack.env("PATH", path);
    // wasm-bindgen walks through every byte of a program, several times.
    pack.env("CARGO_PROFILE_DEV_DEBUG", "0");
    Ok(pack)
}
