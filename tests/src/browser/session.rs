//! One run of a browser: from its start to its end, orderly or not.

use std::path::Path;

use anyhow::{Context as _, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use url::{ParseError, Url};

use super::driver::Driver;
use super::{Browser, capabilities};
use crate::page::Keeping;

/// A browser that runs, and the one thread on which a test talks to it.
#[derive(Debug)]
pub struct Session {
    browser: Browser,
    client: Client,
    driver: Driver,
    runtime: Runtime,
    /// How much of the log is of an earlier journey.
    forgotten: usize,
}

impl Session {
    /// Starts a browser. The profile stays where it is when the browser ends, so that another can go on with it.
    pub fn start(
        browser: Browser,
        keeping: Keeping,
        profile: &Path,
        downloads: &Path,
        logs: &Path,
    ) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let driver = Driver::start(browser, logs)?;
        let wanted = capabilities::capabilities(browser, keeping, profile, downloads);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted);
        let client = runtime.block_on(builder.connect(&driver.address()));
        let client = client.with_context(|| format!("no session: {}", driver.log()))?;
        Ok(Self { browser, client, driver, runtime, forgotten: 0 })
    }

    /// Which browser this is.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// Talks to the browser and waits for the answer.
    pub fn run<T, E, F>(&self, talk: impl FnOnce(Client) -> F) -> Result<T>
    where
        F: Future<Output = Result<T, E>>,
        E: std::error::Error + Send + Sync + 'static,
    {
        Ok(self.runtime.block_on(talk(self.client.clone()))?)
    }

    /// Sends a command that only this browser's driver knows: a path below the session, and its parameters.
    pub fn command(&self, path: &'static str, parameters: Value) -> Result<Value> {
        self.run(|client| async move { client.issue_cmd(Command { path, parameters }).await })
    }

    /// A command of Chromium's DevTools protocol.
    pub fn devtools(&self, name: &str, parameters: &Value) -> Result<Value> {
        self.command("goog/cdp/execute", json!({ "cmd": name, "params": parameters }))
    }

    /// Runs a script in Firefox itself instead of in the page.
    pub fn chrome_script(&self, script: &str) -> Result<Value> {
        self.command("moz/context", json!({ "context": "chrome" }))?;
        let result = self.run(|client| async move { client.execute(script, Vec::new()).await });
        self.command("moz/context", json!({ "context": "content" }))?;
        result
    }

    /// The same with a script that calls its last argument when it is done.
    pub(super) fn chrome_script_async(&self, script: &str) -> Result<Value> {
        self.command("moz/context", json!({ "context": "chrome" }))?;
        let result = self.run(|client| async move { client.execute_async(script, Vec::new()).await });
        self.command("moz/context", json!({ "context": "content" }))?;
        result
    }

    /// What the driver and the browser printed, since it was forgotten.
    pub fn log(&self) -> String {
        self.driver.log().split_off(self.forgotten)
    }

    /// Forgets what was printed so far.
    pub(super) fn forget_log(&mut self) {
        self.forgotten = self.driver.log().len();
    }

    /// Ends the browser as a person does.
    pub fn close(self) -> Result<()> {
        Ok(self.runtime.block_on(self.client.clone().close())?)
    }

    /// Ends the browser as a power cut does.
    pub fn kill(mut self) {
        self.driver.kill();
    }
}

#[derive(Debug)]
struct Command {
    path: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.parameters.to_string()))
    }
}
