//! Everything that must hold, in the order in which it fails fastest.

mod parts;
mod summary;

use anyhow::{Result, bail};

use crate::tools;
pub(crate) use parts::pictures;
use summary::Summary;

/// A part of the whole that can be run by itself.
struct Part {
    name: &'static str,
    what: &'static str,
    run: fn(&mut Summary),
}

const PARTS: [Part; 6] = [
    Part { name: "lint", what: "format and lints, of the page's program for wasm, too", run: parts::lint },
    Part { name: "unit", what: "unit, property, snapshot and doc tests", run: parts::unit },
    Part { name: "wasm", what: "the page's own tests, in Chromium and in Firefox", run: parts::wasm },
    Part { name: "doc", what: "the documentation and the package of the core", run: parts::doc },
    Part { name: "e2e", what: "dist/cchc.html from the disk in Chromium and in Firefox", run: parts::e2e },
    Part { name: "office", what: "documents opened by LibreOffice", run: parts::office },
];

/// Runs the named parts, or all.
pub(crate) fn run(names: &[&str]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| !PARTS.iter().any(|part| part.name == **name)) {
        bail!("no part is called {unknown}; there are:\n{}", help());
    }
    let mut summary = Summary::new(names.is_empty());
    if summary.is_whole() {
        // The network and the processor are both busy then.
        summary.ahead(parts::SYSTEM, || tools::browsers().and_then(|()| tools::office()));
    }
    for part in PARTS {
        if names.is_empty() || names.contains(&part.name) {
            (part.run)(&mut summary);
        }
        if summary.is_whole() && part.name == "lint" {
            // Minutes on one core, in folders of their own; the tests before them leave one idle now and then.
            summary.ahead(parts::PAGE, parts::page);
            summary.ahead(parts::TOOLS, parts::rust_tools);
        }
    }
    summary.finish()
}

/// The parts, a line each.
pub(crate) fn help() -> String {
    PARTS.iter().fold(String::new(), |help, part| help + &format!("    {:<8}{}\n", part.name, part.what))
}
