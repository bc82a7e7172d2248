//! What comes with the system: browsers, the office suite, fonts.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::process::run;

/// What is needed, by the programs that show it is there and by Debian's packages.
struct Need {
    what: &'static str,
    programs: &'static [&'static [&'static str]],
    packages: &'static [&'static str],
}

const BROWSERS: Need = Need {
    what: "Chromium with its driver, Firefox, and fonts with Vietnamese",
    programs: &[
        &["chromium", "chromium-browser", "google-chrome"],
        &["chromedriver"],
        &["firefox-esr", "firefox"],
    ],
    packages: &["chromium", "chromium-driver", "firefox-esr", "fonts-noto-core", "fonts-croscore"],
};

const OFFICE: Need = Need {
    what: "LibreOffice, the poppler tools, and fonts with Vietnamese",
    programs: &[&["soffice", "libreoffice"], &["pdftotext"], &["pdftoppm"]],
    packages: &[
        "libreoffice-writer-nogui",
        "libreoffice-calc-nogui",
        "poppler-utils",
        "fonts-noto-core",
        "fonts-croscore",
    ],
};

/// Gets the browsers where that is possible; elsewhere says what is missing.
pub(crate) fn browsers() -> Result<()> {
    BROWSERS.get()
}

/// Gets the office suite where that is possible; elsewhere says what is missing.
pub(crate) fn office() -> Result<()> {
    OFFICE.get()
}

/// The first of these programs that is on the PATH.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&file)).find(|file| file.is_file())
    })
}

impl Need {
    fn get(&self) -> Result<()> {
        let debian = find(&["dpkg-query"]).is_some() && find(&["apt-get"]).is_some();
        let missing = if debian { self.missing_packages() } else { Vec::new() };
        let absent = self.absent();
        if missing.is_empty() && absent.is_empty() {
            return Ok(());
        }
        if debian && is_root() {
            if !missing.is_empty() {
                println!("getting {}", missing.join(", "));
                run(apt_get().arg("update"))?;
                run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(&missing))?;
            }
            let absent = self.absent();
            if absent.is_empty() {
                return Ok(());
            }
            bail!("on the PATH there is no {}, though the packages are installed", absent.join(", no "));
        }
        // Browsers of another origin will do as well as the packages.
        if absent.is_empty() {
            return Ok(());
        }
        if debian {
            bail!("missing: {}. As root: apt-get install {}", self.what, missing.join(" "));
        }
        bail!("missing: {} (on the PATH there is no {})", self.what, absent.join(", no "));
    }

    /// The programs that are not on the PATH.
    fn absent(&self) -> Vec<&'static str> {
        self.programs.iter().filter(|names| find(names).is_none()).map(|names| names[0]).collect()
    }

    fn missing_packages(&self) -> Vec<&'static str> {
        self.packages.iter().copied().filter(|package| !installed(package)).collect()
    }
}

fn installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]).stderr(Stdio::null());
    query.output().is_ok_and(|output| output.stdout == b"installed")
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.args(["--quiet", "--quiet"]).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
