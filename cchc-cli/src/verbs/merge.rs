//! `cchc merge` and `cchc diff`.

use std::ffi::{OsStr, OsString};
use std::fmt::Write;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use cchc_core::exchange::{
    Difference, MergeError, PlanFile, RecordChange, difference, field_name, merge, merge_any, value_shown,
};

use crate::failure::Failure;
use crate::{input, output};

/// Which files, and what to do with what comes of them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Two or more.
    pub(crate) files: Vec<OsString>,
    /// Where to write the merged file.
    pub(crate) to: Option<OsString>,
    /// Whether to tell what the merge brings to the first file.
    pub(crate) list: bool,
    /// Whether files of different plans may be merged.
    pub(crate) any: bool,
}

/// Merges files. Exit code 3 says that conflicts are left for a person, 1 that something in a file could not be read.
pub(crate) fn run(asked: &Asked) -> Result<ExitCode, Failure> {
    let (first, mut is_damaged) = input::read_to_write(&asked.files[0])?;
    let mut merged = first.clone();
    for name in &asked.files[1..] {
        let (other, is_broken) = input::read_to_write(name)?;
        is_damaged |= is_broken;
        let join = if asked.any { merge_any } else { merge };
        merged = join(&merged, &other).map_err(|error| {
            let hint = match error {
                MergeError::OtherPlan(..) => ". Nếu vẫn muốn gộp, thêm --any",
                MergeError::Newer(_) => "",
            };
            Failure::NotThere(format!("{}: {error}{hint}", input::name_of(name)))
        })?;
    }
    let found = difference(&first, &merged);
    let open = merged.conflicts().len();
    if asked.list {
        output::print_text(text(&found, &first, &merged))?;
    }
    if let Some(to) = &asked.to {
        write(&merged, Some(to))?;
    }
    output::complain(&summary(&found, asked.files.len(), open));
    Ok(if open > 0 { ExitCode::from(3) } else { input::code(is_damaged) })
}

/// Prints what differs between two files; exit code 1 where something does.
pub(crate) fn diff(before: &OsStr, after: &OsStr) -> Result<ExitCode, Failure> {
    let (before, after) = (input::read_quietly(before)?.file, input::read_quietly(after)?.file);
    let found = difference(&before, &after);
    output::print_text(text(&found, &before, &after))?;
    Ok(ExitCode::from(u8::from(!found.is_empty())))
}

/// Writes a plan file to a path, or to standard output; not onto a terminal unless that is asked for.
pub(crate) fn write(file: &PlanFile, to: Option<&OsString>) -> Result<(), Failure> {
    if to.is_none() && io::stdout().is_terminal() {
        return Err(Failure::Usage(
            "kết quả là cả tệp kế hoạch, không in ra màn hình; thêm -o TỆP để ghi ra tệp, hoặc -o - nếu vẫn muốn in"
                .to_owned(),
        ));
    }
    match to.filter(|to| *to != "-") {
        Some(path) => output::write(path.as_ref(), file.to_json().as_bytes()),
        None => output::print(file.to_json()),
    }
}

fn summary(found: &Difference, files: usize, open: usize) -> String {
    let count = |what| found.count(what);
    let mut text = format!(
        "gộp {files} tệp: {} bản ghi mới, {} thay đổi, {} xóa",
        count(RecordChange::New),
        count(RecordChange::Changed),
        count(RecordChange::Deleted)
    );
    let revived = found.records.iter().filter(|record| record.is_revived).count();
    if revived > 0 {
        let _ = write!(text, "; {revived} bản ghi nơi này xóa nhưng nơi khác đã sửa nên còn lại");
    }
    if !found.set_aside.is_empty() {
        let _ = write!(text, "; {} mục không đọc được, để riêng trong tệp", found.set_aside.len());
    }
    if open > 0 {
        let _ = write!(text, "; còn {open} xung đột cần người chọn");
    }
    text
}

/// One line per record and per field.
fn text(found: &Difference, before: &PlanFile, after: &PlanFile) -> String {
    let mut text = String::new();
    for record in &found.records {
        let kind = record.record.kind;
        let sign = match record.what {
            RecordChange::New => '+',
            RecordChange::Changed => '~',
            RecordChange::Deleted => '-',
        };
        let revived =
            if record.is_revived { " (nơi khác đã xóa, còn lại vì có sửa đổi)" } else { "" };
        let _ = writeln!(
            text,
            "{sign} {} {} “{}” [{}]{revived}",
            record.what.vietnamese(),
            kind.vietnamese(),
            record.title,
            record.record
        );
        for field in &record.fields {
            let name = field_name(kind, &field.field).unwrap_or(&field.field);
            let old = value_shown(before, &field.field, &field.before);
            let new = value_shown(after, &field.field, &field.after);
            let _ = match record.what {
                RecordChange::New => writeln!(text, "    {name}: {new}"),
                RecordChange::Deleted => writeln!(text, "    {name}: {old}"),
                RecordChange::Changed => writeln!(text, "    {name}: {old} → {new}"),
            };
            if !field.candidates.is_empty() {
                let values: Vec<_> =
                    field.candidates.iter().map(|value| value_shown(after, &field.field, value)).collect();
                let _ = writeln!(text, "    ! xung đột, chọn một: {}", values.join(" | "));
            }
        }
    }
    for name in &found.set_aside {
        let _ = writeln!(text, "? để riêng, không đọc được: {name}");
    }
    if text.is_empty() {
        text.push_str("không khác nhau\n");
    }
    text
}
