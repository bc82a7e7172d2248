//! How each browser is started: as an official's would be, but alone, quiet and offline.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::{Browser, program};
use crate::page::Keeping;

/// The capabilities of a session with this profile and this folder for downloads.
pub(super) fn capabilities(
    browser: Browser,
    keeping: Keeping,
    profile: &Path,
    downloads: &Path,
) -> Map<String, Value> {
    let headless = std::env::var_os("CCHC_HEADED").is_none();
    let value = match browser {
        Browser::Chromium => chromium(keeping, profile, downloads, headless),
        Browser::Firefox => firefox(keeping, profile, downloads, headless),
    };
    let Value::Object(map) = value else { unreachable!("both are objects") };
    map
}

fn chromium(keeping: Keeping, profile: &Path, downloads: &Path, headless: bool) -> Value {
    let mut arguments = vec![
        format!("--user-data-dir={}", profile.display()),
        "--lang=vi".into(),
        "--window-size=1366,768".into(),
        "--hide-scrollbars".into(),
        "--force-device-scale-factor=1".into(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--no-default-browser-check".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--disable-dev-shm-usage".into(),
    ];
    if headless {
        arguments.push("--headless=new".into());
    }
    if keeping == Keeping::Private {
        arguments.push("--incognito".into());
    }
    if is_root() {
        arguments.push("--no-sandbox".into());
    }
    let mut options = json!({
        "args": arguments,
        "prefs": {
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
            "profile.default_content_setting_values.automatic_downloads": 1,
            "intl.accept_languages": "vi,en",
        },
    });
    if let Some(path) = program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"]) {
        options["binary"] = json!(path);
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(keeping: Keeping, profile: &Path, downloads: &Path, headless: bool) -> Value {
    let mut arguments = vec!["-profile".to_string(), profile.display().to_string()];
    if headless {
        arguments.push("-headless".into());
    }
    let mut options = json!({
        "args": arguments,
        // The driver's Firefox is laxer with local files than a person's; these put it back, and keep it quiet.
        "prefs": {
            "security.fileuri.strict_origin_policy": true,
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            "browser.download.useDownloadDir": true,
            "browser.download.always_ask_before_handling_new_types": false,
            "browser.download.alwaysOpenPanel": false,
            "browser.helperApps.neverAsk.saveToDisk":
                "application/json,application/octet-stream,text/plain,text/html,\
                 application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "browser.sessionstore.resume_from_crash": false,
            "toolkit.startup.max_resumed_crashes": -1,
            "browser.startup.page": 0,
            "intl.accept_languages": "vi,en",
            "browser.privatebrowsing.autostart": keeping == Keeping::Private,
            "dom.storage.enabled": keeping != Keeping::Forbidden,
            // 2: all cookies and site data are refused. 5: as it comes.
            "network.cookie.cookieBehavior": if keeping == Keeping::Forbidden { 2 } else { 5 },
            "devtools.console.stdout.content": true,
            "devtools.console.stdout.chrome": false,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            "dom.push.connection.enabled": false,
        },
    });
    if let Some(path) = program("FIREFOX", &["firefox-esr", "firefox"]) {
        options["binary"] = json!(path);
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": options })
}

#[cfg(unix)]
fn is_root() -> bool {
    rustix::process::getuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
