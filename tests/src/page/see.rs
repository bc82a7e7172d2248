//! Seeing: what stands on the screen.

use serde_json::{Value, json};

use super::Page;

/// Finds the elements of a selector that a person can see.
const VISIBLE: &str = "const visible = [...document.querySelectorAll(arguments[0])].filter(
    e => e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden');
    const plain = text => (text || '').normalize('NFC').replace(/\\s+/g, ' ').trim();";

impl Page {
    /// Waits until the browser keeps the page's program as it was unpacked.
    #[track_caller]
    pub fn kept(&self) {
        self.until("the program is kept", || {
            self.js("indexedDB.open('cchc-program').onsuccess = event => {
                    const database = event.target.result;
                    const count = database.transaction('unpacked').objectStore('unpacked').count();
                    count.onsuccess = () => { window.kept = count.result; };
                    database.close();
                };
                return window.kept;")
                == json!(1)
        });
    }

    /// Waits until an element that matches is visible.
    #[track_caller]
    pub fn sees_element(&self, selector: &str) {
        self.until(&format!("{selector} is visible"), || self.count(selector) > 0);
    }

    /// Waits until no element that matches is visible.
    #[track_caller]
    pub fn sees_no(&self, selector: &str) {
        self.until(&format!("{selector} is gone"), || self.count(selector) == 0);
    }

    /// Waits until an element that matches shows a text; spaces of any kind are equal.
    #[track_caller]
    pub fn sees(&self, selector: &str, text: &str) {
        let wanted = plain(text);
        let mut texts = Vec::new();
        let start = std::time::Instant::now();
        while !texts.iter().any(|seen: &String| seen.contains(&wanted)) {
            assert!(
                start.elapsed() < super::PATIENCE,
                "{selector} never showed “{text}”; it shows {texts:#?}"
            );
            std::thread::sleep(std::time::Duration::from_millis(25));
            texts = self.texts(selector);
        }
    }

    /// How many elements that match are visible now.
    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        let count = self.look(selector, "return visible.length;");
        usize::try_from(count.as_u64().expect("a number")).expect("few")
    }

    /// The texts of all visible elements that match, now.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let texts = self.look(selector, "return visible.map(e => plain(e.innerText));");
        serde_json::from_value(texts).expect("a list of texts")
    }

    /// The text of the first element that matches, once it is visible.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.sees_element(selector);
        self.texts(selector).swap_remove(0)
    }

    /// What stands in the first field that matches, once it is visible.
    #[track_caller]
    pub fn value(&self, selector: &str) -> String {
        self.sees_element(selector);
        self.look(selector, "return visible[0].value;").as_str().unwrap_or_default().into()
    }

    /// Waits until the page says that everything is saved.
    #[track_caller]
    pub fn saved(&self) {
        self.sees(".save", "Đã lưu");
    }

    /// An attribute of the first element that matches, once it is visible.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.sees_element(selector);
        let script = format!("{VISIBLE} return visible[0].getAttribute(arguments[1]);");
        self.js_with(&script, vec![json!(selector), json!(name)]).as_str().map(str::to_string)
    }

    fn look(&self, selector: &str, script: &str) -> Value {
        self.js_with(&format!("{VISIBLE} {script}"), vec![json!(selector)])
    }
}

/// One space between words, whatever was there.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
