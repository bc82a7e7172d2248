//! The page under test, with the verbs of a person: go, see, click, fill, press, choose.
//!
//! Every verb waits until it can be done and fails the test, at the caller's line, when it never can.

mod access;
mod act;
mod files;
mod look;
mod problems;
mod see;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::browser::pool::{self, Idle};
use crate::browser::{self, Browser, Session};
pub use look::Size;
pub(crate) use problems::heard;

/// How long a verb waits. Generous: it is only ever used up by a failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a journey begins.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day the page takes for today, as `yyyy-mm-dd`; none: the machine's.
    pub today: Option<String>,
    /// The window.
    pub size: Size,
    /// Where in the page, as `#/nhat-ky`.
    pub at: String,
    /// The page's file, when it is another than `dist/cchc.html`.
    pub file: Option<PathBuf>,
    /// How the browser keeps data.
    pub keeping: Keeping,
}

/// How the browser keeps data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// As it comes.
    #[default]
    Usual,
    /// A private window: everything is forgotten when it closes.
    Private,
    /// A policy or a setting forbids pages to keep anything.
    Forbidden,
}

impl Default for Options {
    /// Friday 20/11/2026, the day up to which the illustrative year is told, on the office's screen.
    fn default() -> Self {
        Self {
            today: Some("2026-11-20".into()),
            size: Size::Desktop,
            at: String::new(),
            file: None,
            keeping: Keeping::Usual,
        }
    }
}

impl Options {
    /// Begins on a phone.
    #[must_use]
    pub fn phone(mut self) -> Self {
        self.size = Size::Phone;
        self
    }

    /// Begins at a place of the page, as `#/nhat-ky`.
    #[must_use]
    pub fn at(mut self, at: &str) -> Self {
        self.at = at.into();
        self
    }

    /// Begins on a day, as `2026-06-14`.
    #[must_use]
    pub fn on(mut self, day: &str) -> Self {
        self.today = Some(day.into());
        self
    }

    /// Starts a browser that keeps data so.
    #[must_use]
    pub fn keeping(mut self, keeping: Keeping) -> Self {
        self.keeping = keeping;
        self
    }

    /// Opens another file than `dist/cchc.html`.
    #[must_use]
    pub fn of(mut self, file: &Path) -> Self {
        self.file = Some(file.into());
        self
    }
}

/// One of several tabs.
#[derive(Clone, Debug)]
pub struct Tab(fantoccini::wd::WindowHandle);

/// The page in a browser. When it is dropped the browser is emptied for the next journey, or ends, and its profile is gone.
#[derive(Debug)]
pub struct Page {
    name: String,
    options: Options,
    session: Option<Session>,
    browser: Browser,
    folder: Option<TempDir>,
    /// How many journeys its browser has served before.
    served: u32,
    /// Whether its browser is not to serve another journey: it was ended in between, or changed by more than what a
    /// page can do.
    spoilt: Cell<bool>,
    complaints: Vec<String>,
    tolerated: Vec<String>,
}

impl Page {
    /// Starts a browser, or takes one that was emptied, opens the page and waits until it is ready.
    #[track_caller]
    pub fn open(browser: Browser, name: &str, options: Options) -> Self {
        let page = Self::start(browser, name, options);
        page.load();
        page
    }

    /// Starts a browser with an empty profile, or takes one that was emptied, and opens nothing.
    #[track_caller]
    pub fn start(browser: Browser, name: &str, options: Options) -> Self {
        let idle = if options.keeping == Keeping::Usual { pool::take(browser) } else { None };
        Self::on(idle, browser, name, options)
    }

    /// Ends this journey and begins another one in the same browser, emptied; opens nothing.
    #[must_use]
    #[track_caller]
    pub fn next_journey(mut self, name: &str) -> Self {
        let (session, folder) = self.session.take().zip(self.folder.take()).expect("the browser runs");
        let mut idle = Idle { session, folder, served: self.served + 1 };
        pool::empty(&mut idle).expect("a browser that can be emptied");
        let next = Self::on(Some(idle), self.browser, name, self.options.clone());
        next.spoilt.set(self.spoilt.get());
        next
    }

    #[track_caller]
    fn on(idle: Option<Idle>, browser: Browser, name: &str, options: Options) -> Self {
        let (served, session, folder) = match idle {
            Some(Idle { session, folder, served }) => (served, Some(session), folder),
            None => (0, None, new_folder()),
        };
        let mut page = Self {
            name: format!("{name}.{}", browser.name()),
            spoilt: Cell::new(options.keeping != Keeping::Usual),
            options,
            session,
            browser,
            folder: Some(folder),
            served,
            complaints: Vec::new(),
            tolerated: Vec::new(),
        };
        if page.session.is_some() {
            page.prepare();
        } else {
            page.begin();
        }
        page
    }

    /// Which browser this is.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// The browser itself, for what the verbs do not cover. It serves no other journey.
    #[track_caller]
    pub fn session(&self) -> &Session {
        self.spoilt.set(true);
        self.talk()
    }

    #[track_caller]
    fn talk(&self) -> &Session {
        self.session.as_ref().expect("the browser runs")
    }

    /// The folder of its browser.
    fn home(&self) -> &Path {
        self.folder.as_ref().expect("it is there until the page is dropped").path()
    }

    /// The page's address on this machine.
    #[track_caller]
    pub fn address(&self) -> String {
        let file =
            self.options.file.clone().unwrap_or_else(|| browser::root().join("dist").join("cchc.html"));
        assert!(file.exists(), "{} is not there: cargo xtask build", file.display());
        let mut url = url::Url::from_file_path(file).expect("an absolute path");
        if let Some(today) = &self.options.today {
            url.set_query(Some(&format!("today={today}")));
        }
        url.set_fragment(self.options.at.strip_prefix('#').filter(|at| !at.is_empty()));
        url.into()
    }

    /// Opens the page and waits until it is ready.
    #[track_caller]
    pub fn load(&self) {
        let address = self.address();
        self.goto(&address);
        if self.browser == Browser::Firefox {
            // In a new tab the address bar has the focus, and keys would go there.
            self.talk().chrome_script("gBrowser.selectedBrowser.focus();").expect("the page has the focus");
        }
        self.ready();
    }

    /// Opens any address, waiting for nothing but the browser.
    #[track_caller]
    pub fn goto(&self, address: &str) {
        self.talk().run(|client| async move { client.goto(address).await }).expect("an address to open");
    }

    /// Loads the page again, as F5 does.
    #[track_caller]
    pub fn reload(&self) {
        self.talk().run(|client| async move { client.refresh().await }).expect("a page to reload");
        self.ready();
    }

    /// Waits until the page says that it can be used.
    #[track_caller]
    pub fn ready(&self) {
        let state = "const root = document.documentElement;
            if (root.hasAttribute('data-failed')) return document.body.innerText;
            return root.hasAttribute('data-ready');";
        self.until("the page is ready", || match self.js(state) {
            Value::Bool(ready) => ready,
            failure => panic!("the page could not start: {failure}"),
        });
    }

    /// Goes to a place of the page, as `#/nhat-ky`.
    #[track_caller]
    pub fn go(&self, at: &str) {
        self.js(&format!("location.hash = {};", Value::from(at)));
        // The page draws after the browser has told it.
        self.talk()
            .run(|client| async move {
                client
                    .execute_async("requestAnimationFrame(() => setTimeout(arguments[0]));", Vec::new())
                    .await
            })
            .expect("a page that draws");
    }

    /// Ends the browser as a person does, and starts it again on the same profile.
    #[track_caller]
    pub fn close_and_reopen(&mut self) {
        self.listen();
        let session = self.session.take().expect("the browser runs");
        session.close().expect("a browser that closes");
        self.begin();
        self.load();
    }

    /// Ends the browser as a power cut does, and starts it again on the same profile.
    #[track_caller]
    pub fn kill_and_reopen(&mut self) {
        // What it complained about until now would be lost with it.
        self.listen();
        self.spoilt.set(true);
        self.session.take().expect("the browser runs").kill();
        self.begin();
        self.load();
    }

    /// Ends the browser as a power cut does, at this very moment: what the page complained about since is not heard.
    #[track_caller]
    pub fn kill_at_once(&mut self) {
        self.spoilt.set(true);
        self.session.take().expect("the browser runs").kill();
    }

    /// Starts the browser again on the same profile, and opens the page.
    #[track_caller]
    pub fn reopen(&mut self) {
        self.begin();
        self.load();
    }

    /// Opens another file from the same profile, as when the page was moved or another page lies beside it.
    #[track_caller]
    pub fn open_file(&mut self, file: &Path) {
        self.options.file = Some(file.into());
        self.load();
    }

    /// Opens the page in a new tab, and goes on there.
    #[track_caller]
    pub fn open_tab(&self) -> Tab {
        let opened = self.talk().run(|client| async move { client.new_window(true).await });
        let tab = Tab(opened.expect("a new tab").handle);
        self.switch_to(&tab);
        self.resize(self.options.size);
        self.load();
        tab
    }

    /// The tab in which the page is now.
    #[track_caller]
    pub fn tab(&self) -> Tab {
        Tab(self.talk().run(|client| async move { client.window().await }).expect("a tab"))
    }

    /// Goes on in another tab.
    #[track_caller]
    pub fn switch_to(&self, tab: &Tab) {
        let handle = tab.0.clone();
        let switched = self.talk().run(|client| async move { client.switch_to_window(handle).await });
        switched.expect("a tab to switch to");
    }

    /// What the address says after the file's own name: `#/nhat-ky?thang=2026-11`.
    #[track_caller]
    pub fn hash(&self) -> String {
        self.js("return location.hash").as_str().unwrap_or_default().into()
    }

    /// Runs a script in the page; what it returns comes back.
    #[track_caller]
    pub fn js(&self, script: &str) -> Value {
        self.js_with(script, Vec::new())
    }

    /// Runs a script in the page with `arguments`.
    #[track_caller]
    pub fn js_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        let result = self.talk().run(|client| async move { client.execute(script, arguments).await });
        result.unwrap_or_else(|error| panic!("{script}\n{error}"))
    }

    /// Waits until something is so.
    #[track_caller]
    pub fn until(&self, what: &str, mut so: impl FnMut() -> bool) {
        let start = Instant::now();
        while !so() {
            assert!(start.elapsed() < PATIENCE, "waited {} s until {what}", PATIENCE.as_secs());
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    #[track_caller]
    fn begin(&mut self) {
        let part = |name: &str| self.home().join(name);
        let (profile, downloads) = (part("profile"), part("downloads"));
        let session = Session::start(self.browser, self.options.keeping, &profile, &downloads, &part("logs"));
        self.session = Some(session.unwrap_or_else(|error| panic!("{}: {error:#}", self.browser.name())));
        self.prepare();
    }

    #[track_caller]
    fn prepare(&self) {
        if self.browser == Browser::Chromium {
            // The dialogs of real files belong to the system: nobody answers them here. The page then offers
            // downloads, as in Firefox.
            self.before_each_page("delete window.showOpenFilePicker; delete window.showSaveFilePicker;");
            if self.options.keeping == Keeping::Forbidden {
                // What a page of this browser meets when cookies and site data are blocked.
                self.before_each_page(
                    "for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
                        Object.defineProperty(window, name, {
                            get() { throw new DOMException('Access is denied for this document.', 'SecurityError') }
                        });",
                );
            }
        }
        self.resize(self.options.size);
    }

    /// Has Chromium run a script in each page that it opens from now on, before the page's own.
    #[track_caller]
    pub fn before_each_page(&self, script: &str) {
        let parameters = serde_json::json!({ "source": script });
        let added = self.talk().devtools("Page.addScriptToEvaluateOnNewDocument", &parameters);
        added.expect("a script for each page");
    }

    /// Keeps what a failed journey saw last, for a person to look at.
    fn keep_evidence(&mut self) {
        let folder = browser::target().join("journeys");
        let Some(session) = &self.session else { return };
        if std::fs::create_dir_all(&folder).is_err() {
            return;
        }
        let file = |extension: &str| folder.join(format!("{}.{extension}", self.name));
        if let Ok(image) = session.run(|client| async move { client.screenshot().await }) {
            let _ = std::fs::write(file("png"), image);
        }
        if let Ok(source) = session.run(|client| async move { client.source().await }) {
            let _ = std::fs::write(file("html"), source);
        }
        let complaints = heard(session).unwrap_or_default().join("\n");
        let _ = std::fs::write(file("log"), format!("{complaints}\n\n{}", session.log()));
        eprintln!("{}: what it saw last is in {}", self.name, folder.display());
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_evidence();
        } else if let (Some(session), Some(folder)) = (self.session.take(), self.folder.take()) {
            if self.spoilt.get() {
                // A browser that does not close is ended by its driver's end.
                let _ = session.close();
            } else {
                pool::give_back(Idle { session, folder, served: self.served });
            }
        }
    }
}

fn new_folder() -> TempDir {
    let folder = tempfile::Builder::new().prefix("cchc-journey-").tempdir().expect("a temporary folder");
    for part in ["profile", "downloads", "logs"] {
        std::fs::create_dir(folder.path().join(part)).expect("a folder inside it");
    }
    folder
}

/// Walks a journey from its beginning to its end, and asks for the page's complaints. For [`crate::journey`]. How long it
/// took is seen with `--nocapture`.
pub fn walk(browser: Browser, name: &str, options: Options, journey: fn(&mut Page)) {
    let start = Instant::now();
    let mut page = Page::open(browser, name, options);
    journey(&mut page);
    page.no_complaints();
    println!("{name} in {}\t{:.1} s", browser.name(), start.elapsed().as_secs_f64());
}
