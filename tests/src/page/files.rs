//! What the page hands out.

use std::path::{Path, PathBuf};

use super::Page;

impl Page {
    /// Waits for a whole file with this ending among what was downloaded, and takes it out of there, so that the
    /// next one is told from it.
    #[track_caller]
    pub fn downloaded(&self, ending: &str) -> PathBuf {
        let folder = self.home().join("downloads");
        let mut found = None;
        self.until(&format!("a file *{ending} is downloaded"), || {
            found = complete(&folder, ending);
            found.is_some()
        });
        let found = found.expect("waited for");
        let kept = self.home().join("taken");
        std::fs::create_dir_all(&kept).expect("a folder");
        let kept = kept.join(found.file_name().expect("a file has a name"));
        std::fs::rename(&found, &kept).expect("a file to move");
        kept
    }

    /// A folder that lives as long as the page, for files that the test makes.
    pub fn scratch(&self) -> &Path {
        self.home()
    }
}

/// A download that has ended: browsers keep a part file beside, or as, the unfinished one.
fn complete(folder: &Path, ending: &str) -> Option<PathBuf> {
    let files: Vec<PathBuf> =
        std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let unfinished = |file: &PathBuf| {
        let extension = file.extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("crdownload" | "part" | "tmp"))
    };
    if files.iter().any(unfinished) {
        return None;
    }
    let matching = |file: &PathBuf| file.to_str().is_some_and(|name| name.ends_with(ending));
    files.into_iter().find(|file| matching(file) && file.metadata().is_ok_and(|data| data.len() > 0))
}
