//! What the page complained about: errors of its scripts, its console, its policy; and what it asked the network for.

use anyhow::Result;
use serde_json::json;

use super::Page;
use crate::browser::{Browser, Session};

impl Page {
    /// Asserts that the page complained about nothing and asked for nothing since it was opened.
    #[track_caller]
    pub fn no_complaints(&mut self) {
        let mut complaints = self.complaints();
        complaints.retain(|complaint| !self.tolerated.iter().any(|text| complaint.contains(text)));
        assert!(complaints.is_empty(), "{}: the page complained:\n{complaints:#?}", self.name);
        let loaded = self.js("return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => !name.startsWith('blob:') && !name.startsWith('data:'));");
        assert_eq!(loaded, json!([]), "{}: the page asked for something", self.name);
        assert_eq!(self.js("return document.documentElement.hasAttribute('data-failed');"), json!(false));
    }

    /// Everything the page complained about since it was opened.
    #[track_caller]
    pub fn complaints(&mut self) -> Vec<String> {
        self.listen();
        self.complaints.clone()
    }

    /// Lets complaints with this text pass: for journeys that provoke them.
    pub fn tolerate(&mut self, text: &str) {
        self.tolerated.push(text.into());
    }

    /// Takes over what was complained about since the last time.
    #[track_caller]
    pub(super) fn listen(&mut self) {
        let heard = heard(self.talk()).expect("the browser's log");
        self.complaints.extend(heard);
    }
}

/// What Firefox says of itself when it has no network.
const BROWSERS_OWN: [&str; 2] = ["RSLoader", "resource://"];

/// The complaints since the last time.
pub(crate) fn heard(session: &Session) -> Result<Vec<String>> {
    match session.browser() {
        Browser::Chromium => {
            let log = session.command("se/log", json!({ "type": "browser" }))?;
            let entries = log.as_array().into_iter().flatten();
            let serious = entries.filter(|entry| entry["level"] == "SEVERE" || entry["source"] == "security");
            Ok(serious.map(|entry| entry["message"].as_str().unwrap_or_default().to_string()).collect())
        }
        Browser::Firefox => {
            let found = session.chrome_script(
                "const found = [];
                for (const message of Services.console.getMessageArray()) {
                    if (!(message instanceof Ci.nsIScriptError)) continue;
                    const ours = message.sourceName.startsWith('file:') || message.category.startsWith('CSP')
                        || message.category.startsWith('content javascript');
                    const error = !(message.flags & Ci.nsIScriptError.warningFlag);
                    if (ours && (error || message.category.startsWith('CSP')))
                        found.push(message.category + ': ' + message.errorMessage + ' ' + message.sourceName);
                }
                Services.console.reset();
                return found;",
            )?;
            let mut complaints: Vec<String> = serde_json::from_value(found).unwrap_or_default();
            // The page's console goes through the browser's own output.
            let log = session.log();
            let said = log.lines().filter(|line| line.contains("console.error:"));
            let of_the_page = said.filter(|line| !BROWSERS_OWN.iter().any(|own| line.contains(own)));
            complaints.extend(of_the_page.map(str::to_string));
            Ok(complaints)
        }
    }
}
