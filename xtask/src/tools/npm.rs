//! What comes from the npm registry: files only, nothing of it is run to be installed.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use flate2::read::GzDecoder;
use sha2::{Digest as _, Sha256};

use super::find;
use crate::place;
use crate::process::{command, run};

/// A package in one version, known by its checksum.
struct Package {
    name: &'static str,
    version: &'static str,
    sha256: &'static str,
}

/// The accessibility checker (MPL-2.0; only run by the tests, never shipped).
const AXE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    sha256: "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745",
};

/// What the bench measures the page against.
const TIDDLYWIKI: Package = Package {
    name: "tiddlywiki",
    version: "5.4.1",
    sha256: "8d7f05b5376c4336feff181be45271b31bea95ba4bbb3b696aa69558e8477722",
};

/// Gets axe-core and returns its one script.
pub(crate) fn axe() -> Result<PathBuf> {
    Ok(AXE.get()?.join("axe.min.js"))
}

/// Gets TiddlyWiki and returns its folder.
pub(crate) fn tiddlywiki() -> Result<PathBuf> {
    TIDDLYWIKI.get()
}

impl Package {
    /// Gets the package when it is missing; returns the folder of its files.
    fn get(&self) -> Result<PathBuf> {
        let folder = place::tools().join(format!("{}-{}", self.name, self.version));
        let package = folder.join("package");
        if package.is_dir() {
            return Ok(package);
        }
        println!("getting {} {}", self.name, self.version);
        let archive =
            self.download().with_context(|| format!("cannot get {} {}", self.name, self.version))?;
        let bytes = fs::read(&archive)?;
        let mut sum = String::new();
        for byte in Sha256::digest(&bytes) {
            let _ = write!(sum, "{byte:02x}");
        }
        if sum != self.sha256 {
            bail!("{} is not what it should be: its sha256 is {sum}", archive.display());
        }
        // Unpacked beside and renamed, so that half a package never looks like a whole one.
        let beside = folder.with_extension("new");
        let _ = fs::remove_dir_all(&beside);
        tar::Archive::new(GzDecoder::new(bytes.as_slice())).unpack(&beside)?;
        fs::rename(&beside, &folder)?;
        fs::remove_file(archive)?;
        Ok(package)
    }

    /// Through npm where it is, which knows the registry of this network; else straight from the registry.
    fn download(&self) -> Result<PathBuf> {
        let folder = place::tools();
        fs::create_dir_all(&folder)?;
        let archive = folder.join(format!("{}-{}.tgz", self.name, self.version));
        if let Some(npm) = find(&["npm"]) {
            let name = format!("{}@{}", self.name, self.version);
            run(command(npm).args(["pack", "--silent", &name, "--pack-destination"]).arg(&folder))?;
        } else if let Some(curl) = find(&["curl"]) {
            let registry = std::env::var("npm_config_registry");
            let registry = registry.unwrap_or_else(|_| "https://registry.npmjs.org".into());
            let url = format!(
                "{}/{}/-/{}-{}.tgz",
                registry.trim_end_matches('/'),
                self.name,
                self.name,
                self.version
            );
            run(command(curl)
                .args(["--fail", "--silent", "--show-error", "--location", &url, "--output"])
                .arg(&archive))?;
        } else {
            bail!("neither npm nor curl is on the PATH");
        }
        Ok(archive)
    }
}
