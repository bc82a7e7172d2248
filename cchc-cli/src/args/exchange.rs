//! The calls of `merge`, `diff`, `log`, `split` and `migrate`.

use lexopt::{Arg, Parser, ValueExt};

use super::{Command, missing_file, standard_input_once};
use crate::failure::Failure;
use crate::help;
use crate::verbs;

pub(super) fn merge(mut parser: Parser) -> Result<Command, Failure> {
    let (mut files, mut to, mut list, mut any) = (Vec::new(), None, false, false);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("merge").map(Command::Help),
            Arg::Short('o') | Arg::Long("output") => to = Some(parser.value()?),
            Arg::Long("list") => list = true,
            Arg::Long("any") => any = true,
            Arg::Value(value) => files.push(value),
            other => return Err(other.unexpected().into()),
        }
    }
    if files.len() < 2 {
        return Err(Failure::Usage(
            "cần ít nhất hai tệp; ví dụ: cchc merge a.cchc.json b.cchc.json -o gop.cchc.json".to_owned(),
        ));
    }
    if to.is_none() && !list {
        return Err(Failure::Usage(
            "chưa ghi tệp gộp; thêm -o gop.cchc.json, hoặc --list để chỉ xem".to_owned(),
        ));
    }
    if list && to.as_ref().is_some_and(|to| to == "-") {
        return Err(Failure::Usage(
            "--list và tệp gộp không cùng ra đầu ra chuẩn được; ghi tệp gộp bằng -o TỆP".to_owned(),
        ));
    }
    standard_input_once(&files)?;
    Ok(Command::Merge { asked: verbs::merge::Asked { files, to, list, any } })
}

pub(super) fn diff(mut parser: Parser) -> Result<Command, Failure> {
    let mut files = Vec::new();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("diff").map(Command::Help),
            Arg::Value(value) if files.len() < 2 => files.push(value),
            other => return Err(other.unexpected().into()),
        }
    }
    standard_input_once(&files)?;
    let mut files = files.into_iter();
    match (files.next(), files.next()) {
        (Some(before), Some(after)) => Ok(Command::Diff { before, after }),
        _ => Err(Failure::Usage("cần hai tệp; ví dụ: cchc diff truoc.cchc.json sau.cchc.json".to_owned())),
    }
}

pub(super) fn log(mut parser: Parser) -> Result<Command, Failure> {
    let (mut file, mut record) = (None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("log").map(Command::Help),
            Arg::Value(value) if file.is_none() => file = Some(value),
            Arg::Value(value) if record.is_none() => record = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Log { file: file.ok_or_else(|| missing_file("log"))?, record })
}

pub(super) fn split(mut parser: Parser) -> Result<Command, Failure> {
    let (mut file, mut office, mut to) = (None, None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("split").map(Command::Help),
            Arg::Long("office") => office = Some(parser.value()?.string()?),
            Arg::Short('o') | Arg::Long("output") => to = Some(parser.value()?),
            Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| missing_file("split"))?;
    let office =
        office.ok_or_else(|| Failure::Usage("chưa ghi cơ quan; ví dụ: --office phong-kinh-te".to_owned()))?;
    Ok(Command::Split { file, office, to })
}

pub(super) fn migrate(mut parser: Parser) -> Result<Command, Failure> {
    let (mut file, mut to) = (None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("migrate").map(Command::Help),
            Arg::Short('o') | Arg::Long("output") => to = Some(parser.value()?),
            Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Migrate { file: file.ok_or_else(|| missing_file("migrate"))?, to })
}
