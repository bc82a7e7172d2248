//! Looking at the page as a whole: its window, its picture, its width.

use std::path::Path;

use serde_json::json;

use super::Page;
use crate::browser::Browser;

/// The two windows in which the page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The small screen of an office: 1366×768.
    Desktop,
    /// A phone: 390×844.
    Phone,
    /// Any other, in CSS pixels.
    Of(u32, u32),
}

impl Size {
    /// Width and height in CSS pixels.
    pub fn pixels(self) -> (u32, u32) {
        match self {
            Self::Desktop => (1366, 768),
            Self::Phone => (390, 844),
            Self::Of(width, height) => (width, height),
        }
    }

    /// The name in file names.
    pub fn name(self) -> String {
        match self {
            Self::Desktop => "desktop".into(),
            Self::Phone => "phone".into(),
            Self::Of(width, height) => format!("{width}x{height}"),
        }
    }
}

impl Page {
    /// Gives the page's viewport exactly this size. Browser windows cannot be as small as a phone, viewports can.
    #[track_caller]
    pub fn resize(&self, size: Size) {
        let (width, height) = size.pixels();
        match self.browser() {
            Browser::Chromium => {
                let metrics =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                let set = self.talk().devtools("Emulation.setDeviceMetricsOverride", &metrics);
                set.expect("a viewport");
            }
            Browser::Firefox => {
                let (window, tall) = (width.max(500), height + 200);
                let set = self.talk().run(|client| async move { client.set_window_size(window, tall).await });
                set.expect("a window");
                let script = format!(
                    "const style = gBrowser.selectedBrowser.style;
                     for (const [name, value] of [['width', '{width}px'], ['height', '{height}px']])
                         for (const prefix of ['', 'min-', 'max-']) style.setProperty(prefix + name, value);"
                );
                self.talk().chrome_script(&script).expect("a viewport");
            }
        }
        let there = format!("return innerWidth === {width} && innerHeight === {height};");
        self.until(&format!("the window is {width}×{height}"), || self.js(&there) == json!(true));
    }

    /// Chooses the light or the dark colours that the machine would ask for.
    #[track_caller]
    pub fn machine_is_dark(&self, dark: bool) {
        self.spoilt.set(true);
        let scheme = if dark { "dark" } else { "light" };
        match self.browser() {
            Browser::Chromium => {
                let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
                self.talk().devtools("Emulation.setEmulatedMedia", &features).expect("a colour scheme");
            }
            Browser::Firefox => {
                let number = u8::from(!dark);
                let pref = "layout.css.prefers-color-scheme.content-override";
                let script = format!("Services.prefs.setIntPref('{pref}', {number});");
                self.talk().chrome_script(&script).expect("a colour scheme");
            }
        }
        let there = format!("return matchMedia('(prefers-color-scheme: {scheme})').matches;");
        self.until(&format!("the machine is {scheme}"), || self.js(&there) == json!(true));
    }

    /// Takes a picture of what the window shows.
    #[track_caller]
    pub fn picture(&self, file: &Path) {
        let image = self.talk().run(|client| async move { client.screenshot().await }).expect("a picture");
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("a folder for pictures");
        }
        std::fs::write(file, image).expect("a picture on disk");
    }

    /// Asserts that the page needs no horizontal scrolling, and names what sticks out.
    #[track_caller]
    pub fn fits(&self) {
        let script = "const root = document.documentElement;
            if (root.scrollWidth <= root.clientWidth && document.body.scrollWidth <= root.clientWidth) return [];
            const all = [...document.body.querySelectorAll('*')].filter(
                e => e.getBoundingClientRect().right > root.clientWidth + 1);
            return ['the document is ' + root.scrollWidth + ' wide in ' + root.clientWidth].concat(all.map(
                e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('')
                    + ' reaches ' + Math.round(e.getBoundingClientRect().right)).slice(0, 20));";
        let found = self.js(script);
        assert_eq!(found, json!([]), "{}: it does not fit", self.name);
    }
}
