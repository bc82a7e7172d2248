//! Acting: clicks and keys, as the browser's own input, not as events made up by a script.

use std::path::Path;
use std::time::Instant;

use fantoccini::Locator;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use serde_json::json;

use super::{PATIENCE, Page};

impl Page {
    /// Clicks the first visible element that matches.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        self.act(selector, None, |element| async move { element.click().await });
    }

    /// Clicks the first visible element that matches and shows this text, whole.
    #[track_caller]
    pub fn click_text(&self, selector: &str, text: &str) {
        self.act(selector, Some(text), |element| async move { element.click().await });
    }

    /// Puts a text into a field in place of what is there, as a person does: what is there is selected and typed over.
    #[track_caller]
    pub fn fill(&self, selector: &str, text: &str) {
        self.act(selector, None, |element| async move {
            let client = element.clone().client();
            client.execute("arguments[0].focus(); arguments[0].select();", vec![json!(element)]).await?;
            let erase = char::from(Key::Delete).to_string();
            element.send_keys(if text.is_empty() { &erase } else { text }).await
        });
    }

    /// Types into a field after what is there.
    #[track_caller]
    pub fn type_into(&self, selector: &str, text: &str) {
        self.act(selector, None, |element| async move { element.send_keys(text).await });
    }

    /// Chooses an entry of a native list by its label.
    #[track_caller]
    pub fn choose(&self, selector: &str, label: &str) {
        self.act(selector, None, |element| async move { element.select_by_label(label).await });
    }

    /// Gives a file to a file field, which need not be visible.
    #[track_caller]
    pub fn upload(&self, selector: &str, file: &Path) {
        self.upload_all(selector, &[file]);
    }

    /// Gives several files to a file field at once.
    #[track_caller]
    pub fn upload_all(&self, selector: &str, files: &[impl AsRef<Path>]) {
        let paths: Vec<&str> =
            files.iter().map(|file| file.as_ref().to_str().expect("a path in Unicode")).collect();
        let path = &paths.join("\n");
        let given = self
            .talk()
            .run(|client| async move { client.find(Locator::Css(selector)).await?.send_keys(path).await });
        given.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// What the clipboard holds, as HTML and as plain text: pasted as a person pastes.
    #[track_caller]
    pub fn pasted(&self) -> (String, String) {
        self.js("document.addEventListener('paste', event => {
                const data = event.clipboardData;
                window.pasted = [data.getData('text/html'), data.getData('text/plain')];
                event.preventDefault();
            }, { once: true });
            window.pasted = null;
            const area = document.body.appendChild(document.createElement('textarea'));
            area.id = 'paste-here';
            area.focus();");
        self.press("Ctrl+v");
        self.until("something is pasted", || self.js("return window.pasted !== null;") == json!(true));
        let pasted = self.js("document.getElementById('paste-here').remove(); return window.pasted;");
        serde_json::from_value(pasted).expect("two texts")
    }

    /// Types where the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let typed =
            self.talk().run(|client| async move { client.active_element().await?.send_keys(text).await });
        typed.unwrap_or_else(|error| panic!("typing “{text}”: {error}"));
    }

    /// Presses keys at once: `Ctrl+S`, `Alt+ArrowUp`, `Enter`, `n`, `?`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let keys: Vec<char> = keys.split('+').map(key).collect();
        let down = keys.iter().map(|key| KeyAction::Down { value: *key });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
        let actions = down.chain(up).fold(KeyActions::new("keyboard".into()), KeyActions::then);
        let pressed = self.talk().run(|client| async move { client.perform_actions(actions).await });
        pressed.unwrap_or_else(|error| panic!("{error}"));
    }

    /// The same, key after key: `g t`.
    #[track_caller]
    pub fn press_each(&self, keys: &str) {
        for key in keys.split(' ') {
            self.press(key);
        }
    }

    /// Does something with an element, again and again until the page lets it: elements move, change and hide
    /// while the page draws.
    #[track_caller]
    fn act<F>(&self, selector: &str, text: Option<&str>, action: impl Fn(Element) -> F)
    where
        F: Future<Output = Result<(), CmdError>>,
    {
        let start = Instant::now();
        loop {
            let done = self.talk().run(|client| async {
                let script = "const plain = text => text.normalize('NFC').replace(/\\s+/g, ' ').trim();
                    const [selector, text] = arguments;
                    const all = [...document.querySelectorAll(selector)].filter(e => e.getClientRects().length);
                    const found = text === null ? all[0] : all.find(e => plain(e.innerText) === plain(text));
                    if (found) found.scrollIntoView({ block: 'nearest' });
                    return found || null;";
                let found = client.execute(script, vec![json!(selector), json!(text)]).await?;
                let id = found.as_object().and_then(|object| object.values().next()?.as_str());
                let id = id.ok_or_else(|| missing(selector))?.to_string();
                action(Element::from_element_id(client, id.into())).await
            });
            let Err(error) = done else { return };
            assert!(start.elapsed() < PATIENCE, "{selector} {}: {error}", text.unwrap_or_default());
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
    }
}

fn missing(selector: &str) -> CmdError {
    CmdError::InvalidArgument(selector.into(), "nothing visible matches".into())
}

/// The character by which WebDriver knows a key.
#[track_caller]
fn key(name: &str) -> char {
    let key = match name {
        "Ctrl" => Key::Control,
        "Alt" => Key::Alt,
        "Shift" => Key::Shift,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return ' ',
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        letter if letter.chars().count() == 1 => {
            return letter.chars().next().expect("counted").to_ascii_lowercase();
        }
        other => panic!("no key is called {other}"),
    };
    key.into()
}
