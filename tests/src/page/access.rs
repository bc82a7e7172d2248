//! Accessibility: axe-core, with the rules of WCAG 2.2 AA and the best practices.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::Value;

use super::Page;
use crate::browser;

impl Page {
    /// Asserts that axe finds nothing on what is shown now.
    #[track_caller]
    pub fn accessible(&self) {
        let script = format!(
            "{}
            const done = arguments[arguments.length - 1];
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            axe.run(document, {{ runOnly: tags, resultTypes: ['violations'] }})
                .then(result => done(result.violations), error => done(String(error)));",
            source()
        );
        let found =
            self.session().run(|client| async move { client.execute_async(&script, Vec::new()).await });
        let found = found.expect("axe ran");
        assert_eq!(found.as_array().map(Vec::len), Some(0), "{}:\n{}", self.name, readable(&found));
    }
}

#[track_caller]
fn source() -> String {
    let file = std::env::var_os("CCHC_AXE").map(PathBuf::from);
    let file = file.unwrap_or_else(|| browser::target().join("tools/axe-core/package/axe.min.js"));
    let source = std::fs::read_to_string(&file);
    source.unwrap_or_else(|_| panic!("{} is not there: cargo xtask test e2e gets it", file.display()))
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
