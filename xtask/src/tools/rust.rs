//! What comes with rustup and from crates.io.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::place;
use crate::process::{cargo, command, output, run};

/// A program from crates.io, in one version.
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// The program between a test and Firefox; Debian does not carry it.
const GECKODRIVER: Tool = Tool { name: "geckodriver", version: "0.37.1" };
/// What people build and test wasm crates with.
const WASM_PACK: Tool = Tool { name: "wasm-pack", version: "0.15.1" };

/// Gets the driver of Firefox.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    get(GECKODRIVER.name, GECKODRIVER.version)
}

/// Gets wasm-pack.
pub(crate) fn wasm_pack() -> Result<PathBuf> {
    get(WASM_PACK.name, WASM_PACK.version)
}

/// Gets what `wasm-pack test` runs wasm tests with, in the version of `Cargo.lock`: wasm-pack would look for it on
/// a page that not every network reaches.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    let lock = fs::read_to_string(place::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let version = crate::build::locked(&lock, "wasm-bindgen").context("Cargo.lock holds no wasm-bindgen")?;
    get("wasm-bindgen-cli", version)
}

/// Where programs from crates.io are put.
pub(crate) fn bin() -> PathBuf {
    place::tools().join("bin")
}

/// The standard library for wasm, through rustup.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        return Ok(());
    }
    run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
        .context("the target wasm32-unknown-unknown is missing")
}

fn get(name: &str, version: &str) -> Result<PathBuf> {
    let list = fs::read_to_string(place::tools().join(".crates.toml")).unwrap_or_default();
    if !list.contains(&format!("\"{name} {version} ")) {
        println!("getting {name} {version}");
        if install(name, version, true).is_err() {
            // A mirror of the registry can lag behind the versions that the tool was locked to.
            install(name, version, false)?;
        }
    }
    Ok(bin().join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

fn install(name: &str, version: &str, locked: bool) -> Result<()> {
    let mut install = cargo();
    install.args(["install", "--quiet", name, "--version", version]);
    install.arg("--root").arg(place::tools()).arg("--target-dir").arg(place::tools().join("build"));
    install.args(locked.then_some("--locked"));
    // They run for seconds; that they are compiled quickly counts for more.
    for (setting, value) in [("OPT_LEVEL", "1"), ("LTO", "false"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")] {
        install.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    run(&mut install)
}
