//! The program between the test and the browser: chromedriver, geckodriver.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::{Browser, processes, program};

/// A running driver. Whatever it started ends with it.
#[derive(Debug)]
pub(super) struct Driver {
    process: Child,
    port: u16,
    log: PathBuf,
}

impl Driver {
    /// Starts the driver of a browser on a port that the system chooses, writing its log into `folder`.
    pub(super) fn start(browser: Browser, folder: &Path) -> Result<Self> {
        let mut tries = 1..=5;
        loop {
            match Self::start_once(browser, folder) {
                // It takes one port twice, for two kinds of addresses; the second can be another program's by then.
                Err(_) if tries.next().is_some() => {}
                started => return started,
            }
        }
    }

    fn start_once(browser: Browser, folder: &Path) -> Result<Self> {
        let (variable, name) = match browser {
            Browser::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Browser::Firefox => ("GECKODRIVER", "geckodriver"),
        };
        let path = program(variable, &[name]).with_context(|| {
            format!("{name} is not on the PATH; `cargo xtask test e2e` says how to get it")
        })?;
        let mut command = Command::new(&path);
        match browser {
            Browser::Chromium => command.arg("--port=0"),
            // The browser's own part of the program tells what the page's console said.
            Browser::Firefox => command.args(["--port=0", "--websocket-port=0", "--allow-system-access"]),
        };
        let log = folder.join(format!("{name}.log"));
        let file = File::create(&log)?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        // The day changes at the commune's midnight, wherever the test runs.
        command.env("TZ", "Asia/Ho_Chi_Minh").env("LANGUAGE", "vi");
        // Firefox refuses to run as root in the home of somebody else.
        command.env("HOME", folder).env("MOZ_CRASHREPORTER_DISABLE", "1");
        let process = command.spawn().with_context(|| format!("cannot start {}", path.display()))?;
        let mut driver = Self { process, port: 0, log };
        driver.port = driver.announced_port()?;
        Ok(driver)
    }

    /// Where the driver listens.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What the driver and the browser wrote so far.
    pub(super) fn log(&self) -> String {
        fs::read(&self.log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    /// Ends the browser as a power cut would: no goodbye, nothing written. Then the driver.
    pub(super) fn kill(&mut self) {
        processes::kill_descendants(self.process.id());
        // An error means that it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    fn announced_port(&mut self) -> Result<u16> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(30) {
            if let Some(port) = port_in(&self.log()) {
                return Ok(port);
            }
            if let Some(status) = self.process.try_wait()? {
                bail!("the driver ended with {status}: {}", self.log());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("the driver did not say where it listens: {}", self.log())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The port in "ChromeDriver was started successfully on port 40123." or "Listening on 127.0.0.1:40123".
fn port_in(log: &str) -> Option<u16> {
    log.lines().find_map(|line| {
        let after = line
            .split_once("successfully on port ")
            .or_else(|| line.split_once("Listening on 127.0.0.1:"))?
            .1;
        after.trim_end().trim_end_matches('.').parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_drivers_say_where_they_listen() {
        assert_eq!(port_in("Starting\nChromeDriver was started successfully on port 40123.\n"), Some(40123));
        assert_eq!(port_in("1763\tgeckodriver\tINFO\tListening on 127.0.0.1:4444\n"), Some(4444));
        assert_eq!(port_in("Starting ChromeDriver on port 0"), None);
    }
}
