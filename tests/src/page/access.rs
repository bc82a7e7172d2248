//! Accessibility: axe-core, with the rules of WCAG 2.2 AA and the best practices.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use super::Page;
use crate::browser::{self, Browser};

impl Page {
    /// Asserts that axe finds nothing on what is shown on the way of a journey. What axe reads is the page's own, names,
    /// roles, colours: it is asked in Chromium, and in Firefox on every screen ([`Page::accessible_here`]).
    #[track_caller]
    pub fn accessible(&self) {
        if self.browser() == Browser::Chromium {
            self.accessible_here();
        }
    }

    /// Asserts that axe finds nothing on what is shown now, from the top: what scrolling has half hidden behind the
    /// topbar would count as a target too small.
    #[track_caller]
    pub fn accessible_here(&self) {
        if self.js("return 'axe' in window;") == json!(false) {
            // Half a megabyte: once for each page that is loaded.
            self.js(&format!("{}\nwindow.axe = axe;", source()));
        }
        let script = "const done = arguments[arguments.length - 1];
            scrollTo(0, 0);
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
                .then(result => done(result.violations), error => done(String(error)));";
        let found = self.talk().run(|client| async move { client.execute_async(script, Vec::new()).await });
        let found = found.expect("axe ran");
        assert_eq!(found.as_array().map(Vec::len), Some(0), "{}:\n{}", self.name, readable(&found));
    }
}

#[track_caller]
fn source() -> String {
    let tools = std::fs::read_dir(browser::target().join("tools")).into_iter().flatten();
    let got = tools.filter_map(|entry| Some(entry.ok()?.path())).filter(|folder| is_axe(folder)).max();
    let file = got
        .map(|folder| folder.join("package").join("axe.min.js"))
        .expect("cargo xtask test e2e gets axe-core");
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn is_axe(folder: &Path) -> bool {
    folder.is_dir() && folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("axe-core-"))
}

/// What is wrong, where, and what to do.
fn readable(violations: &Value) -> String {
    let Some(list) = violations.as_array() else { return violations.to_string() };
    let mut text = String::new();
    for violation in list {
        let _ = writeln!(text, "{}: {} ({})", violation["id"], violation["help"], violation["helpUrl"]);
        for node in violation["nodes"].as_array().into_iter().flatten() {
            let _ = writeln!(text, "    {}\n        {}", node["target"], node["html"]);
            let why = node["failureSummary"].as_str().unwrap_or_default().replace('\n', "\n        ");
            let _ = writeln!(text, "        {why}");
        }
    }
    text
}
