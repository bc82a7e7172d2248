//! What comes with rustup and from crates.io.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Mutex;

use anyhow::{Context as _, Result};

use crate::place;
use crate::process::{cargo, command, output, run};

/// A program from crates.io, in one version.
struct Tool<'a> {
    name: &'static str,
    version: &'a str,
    /// How well it is compiled. They run for seconds: that they are there soon counts for more.
    opt_level: &'static str,
    /// Which of its programs, and with what, where not all are needed.
    selection: &'static [&'static str],
}

/// The program between a test and Firefox; Debian does not carry it.
const GECKODRIVER: Tool<'_> = Tool { name: "geckodriver", version: "0.37.1", opt_level: "0", selection: &[] };
/// What people build and test wasm crates with.
const WASM_PACK: Tool<'_> = Tool { name: "wasm-pack", version: "0.15.1", opt_level: "0", selection: &[] };

/// Gets the driver of Firefox.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    GECKODRIVER.get()
}

/// Gets wasm-pack.
pub(crate) fn wasm_pack() -> Result<PathBuf> {
    WASM_PACK.get()
}

/// Gets what `wasm-pack test` runs wasm tests with, in the version of `Cargo.lock`: wasm-pack would look for it on
/// a page that not every network reaches.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    let lock = fs::read_to_string(place::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let version = crate::build::locked(&lock, "wasm-bindgen").context("Cargo.lock holds no wasm-bindgen")?;
    // It walks through megabytes of wasm, and talks to drivers of this machine alone: no TLS.
    let selection = &["--no-default-features", "--bin", "wasm-bindgen", "--bin", "wasm-bindgen-test-runner"];
    Tool { name: "wasm-bindgen-cli", version, opt_level: "1", selection }.get()
}

/// Where programs from crates.io are put.
pub(crate) fn bin() -> PathBuf {
    place::tools().join("bin")
}

/// The standard library for wasm, through rustup.
pub(crate) fn wasm_target() -> Result<()> {
    // Two steps side by side may both ask for it.
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock();
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir() {
        return Ok(());
    }
    run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
        .context("the target wasm32-unknown-unknown is missing")
}

/// The formatter and the lints, through rustup: a minimal installation of Rust has neither.
pub(crate) fn components() -> Result<()> {
    for (component, verb) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let mut asked = cargo();
        asked.args([verb, "--version"]).stdout(Stdio::null()).stderr(Stdio::null());
        if !asked.status().is_ok_and(|status| status.success()) {
            run(command("rustup").args(["component", "add", component]))
                .with_context(|| format!("the component {component} of Rust is missing"))?;
        }
    }
    Ok(())
}

impl Tool<'_> {
    fn get(&self) -> Result<PathBuf> {
        let Self { name, version, .. } = self;
        let list = fs::read_to_string(place::tools().join(".crates.toml")).unwrap_or_default();
        if !list.contains(&format!("\"{name} {version} ")) {
            println!("getting {name} {version}");
            if let Err(locked) = self.install(true) {
                // A mirror of the registry can lag behind the versions that the tool was locked to.
                self.install(false).with_context(|| format!("nor as it was locked: {locked:#}"))?;
            }
        }
        Ok(bin().join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
    }

    fn install(&self, locked: bool) -> Result<()> {
        let mut install = cargo();
        install.args(["install", "--quiet", self.name, "--version", self.version]).args(self.selection);
        install.arg("--root").arg(place::tools()).arg("--target-dir").arg(place::tools().join("build"));
        install.args(locked.then_some("--locked"));
        for (setting, value) in
            [("OPT_LEVEL", self.opt_level), ("LTO", "false"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")]
        {
            install.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        run(&mut install)
    }
}
