//! Browsers that a journey is done with: emptied, they serve the next one. To start one takes far longer than most
//! journeys do.
//!
//! Only an ordinary browser that its journey closed in order is given back, and only where it can be ended with this
//! program (on Linux). Emptied means a new tab, no site data, no downloads: what a new profile has of a page, nothing.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result};
use fantoccini::Client;
use fantoccini::error::CmdError;
use serde_json::json;
use tempfile::TempDir;

use super::{Browser, Session};
use crate::page::heard;

/// What the folder of a browser keeps from one journey to the next.
const KEPT: [&str; 3] = ["profile", "downloads", "logs"];
/// So many journeys, and a browser has earned its rest.
const JOURNEYS: u32 = 25;

/// A browser with the folder in which its profile is.
#[derive(Debug)]
pub(crate) struct Idle {
    pub(crate) session: Session,
    pub(crate) folder: TempDir,
    /// How many journeys it has served.
    pub(crate) served: u32,
}

static IDLE: Mutex<Vec<Idle>> = Mutex::new(Vec::new());

/// An empty browser that runs already, if there is one.
pub(crate) fn take(browser: Browser) -> Option<Idle> {
    loop {
        let found = {
            let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            let at = idle.iter().position(|idle| idle.session.browser() == browser)?;
            idle.swap_remove(at)
        };
        // It may have died meanwhile; a download may have come after its journey.
        let lives = found.session.run(|client| async move { client.current_url().await }).is_ok();
        if lives && sweep(found.folder.path()).is_ok() {
            return Some(found);
        }
    }
}

/// Empties a browser for the next journey; ends it where that is not possible.
pub(crate) fn give_back(mut idle: Idle) {
    idle.served += 1;
    let is_wanted = cfg!(target_os = "linux") && idle.served < JOURNEYS;
    if is_wanted && empty(&mut idle).is_ok() {
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(idle);
    } else {
        // A browser that does not close is ended by its driver's end.
        let _ = idle.session.close();
    }
}

/// Takes away what a journey left.
pub(crate) fn empty(idle: &mut Idle) -> Result<()> {
    idle.session.run(new_tab)?;
    match idle.session.browser() {
        Browser::Chromium => {
            let all = json!({ "origin": "file://", "storageTypes": "all" });
            idle.session.devtools("Storage.clearDataForOrigin", &all)?;
        }
        Browser::Firefox => {
            let done = idle.session.chrome_script_async(
                "const done = arguments[arguments.length - 1];
                Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, failed => done(failed));",
            )?;
            anyhow::ensure!(done == json!(0), "Firefox kept site data: {done}");
        }
    }
    // What its page complained about until now was for its own journey to hear.
    heard(&idle.session)?;
    idle.session.forget_log();
    sweep(idle.folder.path())
}

/// Goes on in a new tab, which knows nothing of the others, and closes those.
async fn new_tab(client: Client) -> Result<(), CmdError> {
    let before = client.windows().await?;
    let new = client.new_window(true).await?.handle;
    for tab in before {
        client.switch_to_window(tab).await?;
        client.close_window().await?;
    }
    client.switch_to_window(new).await
}

/// Removes what the journey put into the folder.
fn sweep(folder: &Path) -> Result<()> {
    let entries =
        |of: &Path| std::fs::read_dir(of).with_context(|| format!("{} cannot be read", of.display()));
    let downloads = folder.join("downloads");
    for entry in entries(folder)?.chain(entries(&downloads)?) {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(|name| KEPT.contains(&name)) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            std::fs::remove_dir_all(entry.path())?;
        } else {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Ends those that nobody took again, when the program ends.
#[allow(unsafe_code)] // What it does is safe; that it runs after `main` is what has to be said.
#[dtor::dtor(unsafe)]
fn end() {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    for idle in idle.drain(..) {
        idle.session.kill();
    }
}
