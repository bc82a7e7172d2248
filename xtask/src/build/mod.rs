//! The page: compiled, bound, packed and put together, byte for byte the same on every machine.

mod bind;
mod compile;
mod dense;
mod pack;
mod template;

pub(crate) use bind::locked;

use std::path::PathBuf;
use std::time::Instant;
use std::{fs, io};

use anyhow::{Context as _, Result};

use crate::place;

/// How much time the build may take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// What is shipped: smallest, reproducible.
    Full,
    /// For working on the page: seconds after a change.
    Fast,
}

/// Builds `dist/cchc.html` and returns its path.
pub(crate) fn page(effort: Effort) -> Result<PathBuf> {
    let start = Instant::now();
    let bound = bind::bind(&compile::program(effort)?)?;
    let packed = pack::zstd(&bound.wasm, effort)?;
    let unpacker = compile::unpacker()?;
    let unpacker = pack::gzip(&fs::read(&unpacker).context("cannot read the unpacker")?)?;
    let html = template::fill(&bound.glue, &unpacker, &packed)?;
    let path = place::page();
    write(&path, html.as_bytes()).with_context(|| format!("cannot write {}", path.display()))?;
    println!(
        "{}: {} kB (program {} kB, packed {} kB, unpacker {} kB; glue {} kB) in {:.1} s{}",
        path.display(),
        html.len() / 1000,
        bound.wasm.len() / 1000,
        packed.len() / 1000,
        unpacker.len() / 1000,
        bound.glue.len() / 1000,
        start.elapsed().as_secs_f64(),
        if effort == Effort::Fast { " — a fast build, not the one to ship" } else { "" },
    );
    Ok(path)
}

/// Writes beside and renames, so that a browser never reads half a page.
fn write(path: &std::path::Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("new");
    fs::write(&beside, bytes)?;
    fs::rename(&beside, path)
}
