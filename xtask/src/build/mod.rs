//! The page: compiled, bound, packed and put together, byte for byte the same on every machine with the same compiler.

mod bind;
mod carrier;
mod compile;
mod order;
mod pack;
mod style;
mod template;

pub(crate) use bind::locked;

use std::path::PathBuf;
use std::time::Instant;
use std::{fs, io};

use anyhow::{Context as _, Result, bail};

use crate::place;
use template::Parts;

/// What the page may weigh, in bytes: everything in.
pub(crate) const BUDGET: usize = 1_500_000;

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
    let program = order::by_likeness(&bound.wasm)?;
    let unpacker = compile::unpacker()?;
    let unpacker = fs::read(&unpacker).context("cannot read the unpacker")?;
    let style = style::style()?;
    let parts = Parts {
        packed_style: pack::gzip(style.as_bytes())?,
        packed_glue: pack::gzip(bound.glue.as_bytes())?,
        packed_unpacker: pack::gzip(&unpacker)?,
        packed_program: pack::program(&program, effort)?,
        style,
        glue: bound.glue,
        program,
    };
    let html = template::fill(&parts)?;
    let path = place::page();
    write(&path, &html).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} kB in {:.1} s", path.display(), html.len() / 1000, start.elapsed().as_secs_f64());
    for (what, from, to) in [
        ("program", parts.program.len(), parts.packed_program.len()),
        ("unpacker", unpacker.len(), parts.packed_unpacker.len()),
        ("glue", parts.glue.len(), parts.packed_glue.len()),
        ("styles", parts.style.len(), parts.packed_style.len()),
    ] {
        println!("  {what} {} kB, packed {} kB", from / 1000, to / 1000);
    }
    match effort {
        Effort::Fast => println!("  a fast build, not the one to ship"),
        Effort::Full if html.len() > BUDGET => bail!("the page weighs more than {} kB", BUDGET / 1000),
        Effort::Full => {}
    }
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
