//! Programs of the page to wasm, without a trace of the machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::Effort;
use crate::process::{cargo, command, output, run};
use crate::{place, tools};

const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles the page's program and returns the path of the raw wasm.
pub(super) fn program(effort: Effort) -> Result<PathBuf> {
    let profile = match effort {
        Effort::Full => "page",
        Effort::Fast => "page-fast",
    };
    wasm("cchc-web", profile)
}

/// Compiles what unpacks the program.
pub(super) fn unpacker() -> Result<PathBuf> {
    wasm("cchc-unpack", "unpacker")
}

fn wasm(package: &str, profile: &str) -> Result<PathBuf> {
    tools::wasm_target()?;
    let mut build = cargo();
    build.args(["rustc", "--locked", "--package", package, "--lib", "--crate-type", "cdylib"]);
    build.args(["--target", TARGET, "--profile", profile]);
    // Flags of the person's own would make another page.
    build.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", remapped()?.join("\u{1f}"));
    run(&mut build)?;
    Ok(place::target().join(TARGET).join(profile).join(format!("{}.wasm", package.replace('-', "_"))))
}

/// One flag for each path of the machine that would otherwise stand in a panic message.
fn remapped() -> Result<Vec<String>> {
    // The folders of the registry exist only once something was fetched.
    run(cargo().args(["fetch", "--quiet", "--locked", "--target", TARGET]))?;
    let home = cargo_home().context("no home of cargo: set CARGO_HOME")?;
    let mut flags = vec![flag(&place::root(), "/cchc"), flag(&home, "/cargo")];
    for kind in ["registry/src", "git/checkouts"] {
        let Ok(folders) = fs::read_dir(home.join(kind)) else { continue };
        let mut folders: Vec<_> = folders.filter_map(Result::ok).map(|entry| entry.path()).collect();
        folders.sort();
        flags.extend(folders.into_iter().map(|folder| flag(&folder, "/crates")));
    }
    // With the component rust-src the standard library names files of the machine, without it these.
    let version = output(command(rustc()).arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let sysroot = output(command(rustc()).args(["--print", "sysroot"]))?;
    let library = PathBuf::from(sysroot.trim()).join("lib/rustlib/src/rust");
    flags.push(flag(&library, &format!("/rustc/{}", commit.unwrap_or("unknown"))));
    Ok(flags)
}

fn flag(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}

fn cargo_home() -> Option<PathBuf> {
    if let Some(home) = std::env::var_os("CARGO_HOME") {
        return Some(home.into());
    }
    Some(std::env::home_dir()?.join(".cargo"))
}

fn rustc() -> std::ffi::OsString {
    std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}
