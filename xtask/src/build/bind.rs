//! The glue between wasm and the browser.
//!
//! The generator is used as a library, so that no tool has to be installed, and in exactly the version of the
//! `wasm-bindgen` that the page was compiled with: the two share a private format.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::template::terse;
use crate::place;

/// What the browser needs to run the program.
pub(super) struct Bound {
    /// A classic script that defines the function `wasm_bindgen`.
    pub(super) glue: String,
    /// The program.
    pub(super) wasm: Vec<u8>,
}

/// Makes the glue for a compiled program.
pub(super) fn bind(program: &Path) -> Result<Bound> {
    same_version()?;
    let mut generator = Bindgen::new();
    generator.input_path(program).no_modules(true)?.typescript(false).omit_default_module_path(true);
    generator.remove_name_section(true).remove_producers_section(true);
    let mut output = generator.generate_output().context("wasm-bindgen")?;
    if !output.local_modules().is_empty() || !output.npm_dependencies().is_empty() {
        bail!("a dependency brings JavaScript modules of its own: a classic script cannot carry them");
    }
    Ok(Bound { glue: terse(output.js()), wasm: output.wasm_mut().emit_wasm() })
}

fn same_version() -> Result<()> {
    let lock = fs::read_to_string(place::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let (library, generator) = (locked(&lock, "wasm-bindgen"), locked(&lock, "wasm-bindgen-cli-support"));
    if library.is_none() || library != generator {
        bail!(
            "Cargo.lock holds wasm-bindgen {} and wasm-bindgen-cli-support {}: they must be the same. \
             Change both in cchc-web/Cargo.toml and xtask/Cargo.toml",
            library.unwrap_or("none"),
            generator.unwrap_or("none")
        );
    }
    Ok(())
}

/// The version of a package in `Cargo.lock`.
pub(crate) fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_exactly_this_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "yew"), None);
    }
}
