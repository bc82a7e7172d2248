//! A real browser with a profile of its own, driven through WebDriver.

mod capabilities;
mod driver;
pub(crate) mod pool;
mod processes;
mod session;

use std::path::{Path, PathBuf};

pub use session::Session;

/// The browsers the page must work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, and with it Chrome, Edge and Cốc Cốc.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// Both, in the order in which they are reported.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The name in file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests lies one level below the root").to_path_buf()
}

/// Cargo's target directory: the test runs from inside it.
pub fn target() -> PathBuf {
    let here = std::env::current_exe().ok();
    let target = here.as_deref().and_then(|exe| exe.parent()?.parent()?.parent());
    target.map_or_else(|| root().join("target"), Path::to_path_buf)
}

/// A program: named by an environment variable, or got by `cargo xtask test`, or on the PATH.
pub(crate) fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Some(path.into());
    }
    let tools = target().join("tools").join("bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::iter::once(tools).chain(std::env::split_paths(&path)).collect();
    let candidates = names.iter().flat_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(move |folder| folder.join(&file))
    });
    candidates.into_iter().find(|file| file.is_file())
}
