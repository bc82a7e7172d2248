//! Writing: results to standard output or a file, complaints to standard error.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use serde::Serialize;

use crate::failure::Failure;

/// Prints a result. Whoever stops reading has seen enough (`cchc … | head`): no reason to complain, nor to end otherwise.
pub(crate) fn print(text: impl AsRef<[u8]>) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_ref()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}

/// Prints a result for a person. What a file says cannot command the terminal: of control characters only the ends of
/// lines and tabs are left.
pub(crate) fn print_text(text: impl AsRef<str>) -> Result<(), Failure> {
    print(text.as_ref().replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), " "))
}

/// Prints a result for a program.
pub(crate) fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value).map_err(|error| Failure::Output(error.into()))?;
    text.push('\n');
    print(text)
}

/// Says what went wrong. If nobody hears it, so be it.
pub(crate) fn complain(text: &str) {
    let text = text.split('\n').map(plain).collect::<Vec<_>>().join("\n");
    let _ = writeln!(io::stderr(), "cchc: {text}");
}

/// A text of a file on one line, without what a terminal would obey.
pub(crate) fn plain(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// Writes a file whole or not at all: a reader never sees half of it, and a full disk costs nothing that was there. A
/// link is followed, permissions stay, what may only be read is not replaced.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error| Failure::Write(path.to_owned(), error);
    // A link that leads nowhere is no place to write.
    let target = match path.symlink_metadata() {
        Ok(_) => fs::canonicalize(path).map_err(failed)?,
        Err(_) => path.to_owned(),
    };
    let there = target.metadata().ok();
    if let Some(there) = &there {
        if there.permissions().readonly() {
            return Err(failed(ErrorKind::PermissionDenied.into()));
        }
        if !there.is_dir() && !there.is_file() {
            // A device or a pipe has no place beside it.
            return fs::write(&target, bytes).map_err(failed);
        }
    }
    if target.is_dir() {
        return Err(failed(ErrorKind::IsADirectory.into()));
    }
    let mut name = OsString::from(".");
    name.push(target.file_name().ok_or_else(|| failed(ErrorKind::NotFound.into()))?);
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = target.with_file_name(name);
    let written = File::create_new(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| there.map_or(Ok(()), |there| fs::set_permissions(&beside, there.permissions())))
        .and_then(|()| fs::rename(&beside, &target));
    written.map_err(|error| {
        // What is left of the attempt, if anything.
        let _ = fs::remove_file(&beside);
        failed(error)
    })
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_and_permissions_stay_as_they_were() {
        let folder = std::env::temp_dir().join(format!("cchc-output-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (file, link) = (folder.join("that.docx"), folder.join("link.docx"));
        fs::write(&file, "cũ").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        symlink(&file, &link).unwrap();
        write(&link, "mới".as_bytes()).unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "mới");
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o400)).unwrap();
        assert!(write(&link, b"x").unwrap_err().to_string().ends_with("không có quyền"));
        assert_eq!(fs::read_to_string(&file).unwrap(), "mới");
        write(Path::new("/dev/null"), b"x").unwrap();
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_terminal_obeys_no_file() {
        assert_eq!(plain("\u{1b}[31mKế hoạch\nnăm"), " [31mKế hoạch năm");
    }
}
