//! Where things are: the repository, what is built, what is shipped, the tools.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies one level below the root").to_path_buf()
}

/// Cargo's target directory: this program runs from inside it, a level deeper where a target is set for every build.
pub(crate) fn target() -> PathBuf {
    let here = std::env::current_exe().ok();
    let is_target = |folder: &&Path| folder.join("CACHEDIR.TAG").is_file();
    let target = here.as_deref().and_then(|exe| exe.ancestors().find(is_target));
    target.map_or_else(|| root().join("target"), Path::to_path_buf)
}

/// What a person takes away: the page, documents.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The page.
pub(crate) fn page() -> PathBuf {
    dist().join("cchc.html")
}

/// Tools that were got for this repository alone.
pub(crate) fn tools() -> PathBuf {
    target().join("tools")
}
