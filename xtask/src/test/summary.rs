//! What was run, how long it took and how it ended.

use std::collections::BTreeMap;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Error, Result, anyhow, bail};

/// The steps so far. One that fails does not keep the next from running.
pub(super) struct Summary {
    start: Instant,
    whole: bool,
    steps: Vec<Step>,
    ahead: BTreeMap<&'static str, JoinHandle<Result<()>>>,
}

struct Step {
    name: &'static str,
    took: Duration,
    error: Option<Error>,
}

impl Summary {
    /// Nothing was run yet; `whole` when all parts will be.
    pub(super) fn new(whole: bool) -> Self {
        Self { start: Instant::now(), whole, steps: Vec::new(), ahead: BTreeMap::new() }
    }

    /// Whether all parts are run.
    pub(super) fn is_whole(&self) -> bool {
        self.whole
    }

    /// Starts a step beside those to come.
    pub(super) fn ahead(&mut self, name: &'static str, run: fn() -> Result<()>) {
        self.ahead.insert(name, thread::spawn(run));
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

    /// Waits for a step that was started [`ahead`](Self::ahead); runs it when it was not, or is over.
    pub(super) fn awaited(&mut self, name: &'static str, run: fn() -> Result<()>) {
        let started = self.ahead.remove(name);
        self.step(name, || match started {
            Some(thread) => thread.join().unwrap_or_else(|_| Err(anyhow!("it ended in a panic"))),
            None => run(),
        });
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
