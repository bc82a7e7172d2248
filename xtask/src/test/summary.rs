//! What was run, how long it took and how it ended.

use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Error, Result, anyhow, bail};

/// The steps so far. One that fails does not keep the next from running.
pub(super) struct Summary {
    start: Instant,
    steps: Vec<Step>,
    system: Option<JoinHandle<Result<()>>>,
}

struct Step {
    name: &'static str,
    took: Duration,
    error: Option<Error>,
}

impl Summary {
    /// Nothing was run yet; `system` is still getting browsers and the office suite.
    pub(super) fn new(system: Option<JoinHandle<Result<()>>>) -> Self {
        Self { start: Instant::now(), steps: Vec::new(), system }
    }

    /// Runs a step.
    pub(super) fn step(&mut self, name: &'static str, run: impl FnOnce() -> Result<()>) {
        println!("\n── {name}");
        let start = Instant::now();
        let error = run().err();
        if let Some(error) = &error {
            eprintln!("{name}: {error:#}");
        }
        self.steps.push(Step { name, took: start.elapsed(), error });
    }

    /// Waits for what the system brings; asks for it when nobody has yet.
    pub(super) fn system(&mut self, name: &'static str, get: fn() -> Result<()>) {
        if let Some(thread) = self.system.take() {
            self.step("browsers, LibreOffice, fonts", || {
                thread.join().unwrap_or_else(|_| Err(anyhow!("getting them ended in a panic")))
            });
        } else {
            self.step(name, get);
        }
    }

    /// Prints the table; an error when a step failed.
    pub(super) fn finish(self) -> Result<()> {
        println!();
        for step in &self.steps {
            let mark = if step.error.is_none() { "ok    " } else { "FAILED" };
            println!("{mark} {:>7.1} s  {}", step.took.as_secs_f64(), step.name);
        }
        println!("       {:>7.1} s  in all", self.start.elapsed().as_secs_f64());
        let failed: Vec<&str> =
            self.steps.iter().filter(|step| step.error.is_some()).map(|step| step.name).collect();
        if failed.is_empty() {
            return Ok(());
        }
        bail!("failed: {}", failed.join("; "))
    }
}
