//! A result never takes the place of what it was made from: the help promises that sources stay as they are.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::args::Command;
use crate::failure::Failure;
use crate::input;

/// Refuses a call that would write over a file it reads. Only `migrate` and `filing` may: they write all of it again.
pub(crate) fn check(command: &Command) -> Result<(), Failure> {
    let Some((sources, targets)) = files(command) else { return Ok(()) };
    for (place, target) in targets.iter().enumerate() {
        if *target != "-" && targets[..place].iter().any(|other| real(other) == real(target)) {
            return Err(Failure::Usage(format!(
                "{}: hai kết quả không ghi vào cùng một tệp được; đặt hai tên tệp",
                input::name_of(target)
            )));
        }
        let Some(there) = real(target) else { continue };
        if sources.iter().any(|source| real(source).as_ref() == Some(&there)) {
            return Err(Failure::Usage(format!(
                "{}: tệp này đang được đọc, ghi kết quả vào đây sẽ làm mất nó; đặt tên tệp khác",
                input::name_of(target)
            )));
        }
    }
    Ok(())
}

/// A name as the disk has it, also where nothing is there yet: `./a` and `a` are one file. None of standard streams.
fn real(name: &OsStr) -> Option<PathBuf> {
    if name == "-" {
        return None;
    }
    let path = Path::new(name);
    let of_new = || {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()?;
        Some(folder.join(path.file_name()?))
    };
    fs::canonicalize(path).ok().or_else(of_new).or_else(|| Some(path.to_path_buf()))
}

/// What a call reads, and what it writes.
fn files(command: &Command) -> Option<(Vec<&OsStr>, Vec<&OsStr>)> {
    let sources: Vec<&OsStr> = match command {
        Command::Ingest(asked) => vec![&asked.file],
        Command::Import(asked) => [Some(&asked.file), Some(&asked.list), asked.map.as_ref()]
            .into_iter()
            .flatten()
            .map(|name| &**name)
            .collect(),
        Command::Merge { asked } => asked.files.iter().map(|name| &**name).collect(),
        Command::Document { file, asked, .. } => {
            std::iter::once(file).chain(&asked.last_year).map(|name| &**name).collect()
        }
        Command::Report { file, .. }
        | Command::Export { file, .. }
        | Command::Split { file, .. }
        | Command::Next { file, .. }
        | Command::Assess { file, .. } => vec![file],
        _ => return None,
    };
    let targets = match command {
        Command::Ingest(asked) => vec![asked.to.as_ref()],
        Command::Import(asked) => {
            vec![asked.to.as_ref(), asked.save_map.as_ref().filter(|to| asked.map.as_ref() != Some(to))]
        }
        Command::Merge { asked } => vec![asked.to.as_ref()],
        Command::Next { asked, .. } => vec![asked.to.as_ref()],
        Command::Export { to, .. } => vec![Some(to)],
        Command::Document { to, .. }
        | Command::Report { to, .. }
        | Command::Split { to, .. }
        | Command::Assess { to, .. } => vec![to.as_ref()],
        _ => return None,
    };
    Some((sources, targets.into_iter().flatten().map(|name| &**name).collect()))
}
