//! The call, parsed.

mod exchange;
mod filing;
mod papers;
mod scoring;

use std::ffi::OsString;

use cchc_core::calendar::{Date, Period};
use cchc_core::ingest::import::Matter;
use lexopt::{Arg, Parser, ValueExt};

use crate::failure::Failure;
use crate::help;
use crate::verbs;
use crate::verbs::report::Asked;
use crate::verbs::score::Score;

/// What is asked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// A help text.
    Help(&'static str),
    /// The version.
    Version,
    /// A built-in plan.
    Example { name: Option<String> },
    /// A plan's text or Word file as a plan file.
    Ingest(verbs::ingest::Asked),
    /// A list of an office into the register.
    Import(verbs::import::Asked),
    /// Diagnostics of files.
    Check { files: Vec<OsString>, format: Format },
    /// Where the plan stands.
    Status { file: OsString, on: Option<Date>, office: Option<String>, format: Format },
    /// A report.
    Report { file: OsString, asked: Asked, to: Option<OsString> },
    /// The reports of the year, one of them, or a step of its life.
    Filing { file: OsString, asked: verbs::filing::Asked },
    /// A paper of the plan.
    Document { file: OsString, asked: verbs::document::Asked, to: Option<OsString> },
    /// A workbook or a calendar.
    Export { file: OsString, asked: verbs::export::Asked, to: OsString },
    /// Copies of a plan, merged.
    Merge { asked: verbs::merge::Asked },
    /// What differs.
    Diff { before: OsString, after: OsString },
    /// Who changed what when.
    Log { file: OsString, record: Option<String> },
    /// The part of an office.
    Split { file: OsString, office: String, to: Option<OsString> },
    /// A file in the present version.
    Migrate { file: OsString, to: Option<OsString> },
    /// The plan of the next year.
    Next { file: OsString, asked: verbs::next::Asked },
    /// The JSON Schema.
    Schema,
    /// The indicator sets, or one of them; those of a plan file where one is given.
    Sets { set: Option<String>, file: Option<OsString>, format: Format },
    /// A score of bare figures.
    Score(Score),
    /// The scores of a plan file.
    Assess { file: OsString, asked: verbs::assess::Asked, to: Option<OsString> },
}

/// For people or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Format {
    #[default]
    Text,
    Json,
}

/// Parses a call.
pub(crate) fn parse(mut parser: Parser) -> Result<Command, Failure> {
    let verb = match parser.next()? {
        None => return Err(Failure::Usage("chưa ghi việc cần làm".to_owned())),
        Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Command::Help(help::MAIN)),
        Some(Arg::Short('V') | Arg::Long("version")) => return Ok(Command::Version),
        Some(Arg::Value(verb)) => verb.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    if verb == "help" {
        return match parser.next()? {
            None => Ok(Command::Help(help::MAIN)),
            Some(Arg::Value(verb)) => help::of(&verb.to_string_lossy()).map(Command::Help),
            Some(other) => Err(other.unexpected().into()),
        };
    }
    help::of(&verb)?;
    call(&verb, parser).map_err(|failure| failure.of(&verb))
}

fn call(verb: &str, parser: Parser) -> Result<Command, Failure> {
    match verb {
        "example" => example(parser),
        "ingest" => ingest(parser),
        "import" => import(parser),
        "check" => check(parser),
        "status" => status(parser),
        "report" => report(parser),
        "filing" => filing::filing(parser),
        "document" => papers::document(parser),
        "export" => papers::export(parser),
        "merge" => exchange::merge(parser),
        "diff" => exchange::diff(parser),
        "log" => exchange::log(parser),
        "split" => exchange::split(parser),
        "migrate" => exchange::migrate(parser),
        "score" => scoring::score(parser),
        "sets" => sets(parser),
        "next" => next(parser),
        "schema" => schema(parser),
        _ => Err(help::no_such_verb(verb)),
    }
}

fn example(mut parser: Parser) -> Result<Command, Failure> {
    let mut name = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("example").map(Command::Help),
            Arg::Value(value) if name.is_none() => name = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Example { name })
}

fn ingest(mut parser: Parser) -> Result<Command, Failure> {
    let mut asked = verbs::ingest::Asked::default();
    let mut file = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("ingest").map(Command::Help),
            Arg::Short('o') | Arg::Long("output") => asked.to = Some(parser.value()?),
            Arg::Long("report") => asked.report = true,
            Arg::Long("id") => asked.id = Some(parser.value()?.string()?),
            Arg::Long("on") => asked.on = Some(date_of(&parser.value()?.string()?)?),
            Arg::Long("format") => asked.format = format_of(&parser.value()?.string()?)?,
            Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    asked.file = file.ok_or_else(|| {
        Failure::Usage(
            "chưa ghi tệp kế hoạch; ví dụ: cchc ingest ke-hoach.docx -o ke-hoach.cchc.json".to_owned(),
        )
    })?;
    if asked.format == Format::Json && !asked.report {
        return Err(Failure::Usage("--format chỉ dùng cùng --report".to_owned()));
    }
    if asked.report && asked.to.as_ref().is_some_and(|to| to == "-") {
        return Err(Failure::Usage(
            "--report và tệp kế hoạch không cùng ra đầu ra chuẩn được; ghi tệp kế hoạch bằng -o TỆP"
                .to_owned(),
        ));
    }
    Ok(Command::Ingest(asked))
}

fn import(mut parser: Parser) -> Result<Command, Failure> {
    let mut asked = verbs::import::Asked::default();
    let (mut file, mut list) = (None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("import").map(Command::Help),
            Arg::Long(of @ ("activities" | "tallies" | "scores")) => {
                asked.matter = if of == "activities" { Matter::Activities } else { Matter::Figures };
                if list.replace(parser.value()?).is_some() {
                    return Err(Failure::Usage(
                        "mỗi lần nhập một danh sách; chỉ ghi một trong --activities, --tallies, --scores"
                            .to_owned(),
                    ));
                }
            }
            Arg::Long("set") => asked.set = Some(parser.value()?.string()?),
            Arg::Long("period") => asked.period = Some(period_of(&parser.value()?.string()?)?),
            Arg::Short('o') | Arg::Long("output") => asked.to = Some(parser.value()?),
            Arg::Long("map") => asked.map = Some(parser.value()?),
            Arg::Long("save-map") => asked.save_map = Some(parser.value()?),
            Arg::Long("sheet") => asked.sheets.push(parser.value()?.string()?),
            Arg::Long("office") => asked.office = Some(parser.value()?.string()?),
            Arg::Long("channel") => asked.channel = Some(parser.value()?.string()?),
            Arg::Long("update") => asked.update = true,
            Arg::Long("format") => asked.format = format_of(&parser.value()?.string()?)?,
            Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    asked.file = file.ok_or_else(|| missing_file("import"))?;
    asked.list = list
        .ok_or_else(|| Failure::Usage("chưa ghi danh sách; ví dụ: --activities tin-bai.xlsx".to_owned()))?;
    if asked.format == Format::Json && asked.to.is_some() {
        return Err(Failure::Usage("--format json chỉ dùng khi xem trước, không cùng -o".to_owned()));
    }
    if asked.save_map.as_ref().is_some_and(|to| to == "-") {
        return Err(Failure::Usage(
            "--save-map ghi ra tệp, vì đầu ra chuẩn dành cho bảng xem trước hoặc tệp kế hoạch".to_owned(),
        ));
    }
    standard_input_once([&asked.file, &asked.list].into_iter().chain(&asked.map))?;
    Ok(Command::Import(asked))
}

fn check(mut parser: Parser) -> Result<Command, Failure> {
    let (mut files, mut format) = (Vec::new(), Format::default());
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("check").map(Command::Help),
            Arg::Long("format") => format = format_of(&parser.value()?.string()?)?,
            Arg::Value(value) => files.push(value),
            other => return Err(other.unexpected().into()),
        }
    }
    if files.is_empty() {
        return Err(missing_file("check"));
    }
    Ok(Command::Check { files, format })
}

fn status(mut parser: Parser) -> Result<Command, Failure> {
    let (mut file, mut on, mut office, mut format) = (None, None, None, Format::default());
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("status").map(Command::Help),
            Arg::Long("on") => on = Some(date_of(&parser.value()?.string()?)?),
            Arg::Long("office") => office = Some(parser.value()?.string()?),
            Arg::Long("format") => format = format_of(&parser.value()?.string()?)?,
            Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| missing_file("status"))?;
    Ok(Command::Status { file, on, office, format })
}

fn report(mut parser: Parser) -> Result<Command, Failure> {
    let (mut file, mut period, mut embedded, mut on, mut to) = (None, None, false, None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("report").map(Command::Help),
            Arg::Long("period") => period = Some(period_of(&parser.value()?.string()?)?),
            Arg::Long("embedded") => embedded = true,
            Arg::Long("on") => on = Some(date_of(&parser.value()?.string()?)?),
            Arg::Short('o') | Arg::Long("output") => to = Some(parser.value()?),
            Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| missing_file("report"))?;
    let period = period.ok_or_else(|| {
        Failure::Usage("chưa ghi kỳ báo cáo; ví dụ: --period 2026-Q2, 2026-H1 hoặc 2026".to_owned())
    })?;
    Ok(Command::Report { file, asked: Asked { period, embedded, on }, to })
}

fn next(mut parser: Parser) -> Result<Command, Failure> {
    let (mut file, mut asked) = (None, verbs::next::Asked::default());
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("next").map(Command::Help),
            Arg::Short('o') | Arg::Long("output") => asked.to = Some(parser.value()?),
            Arg::Long("on") => asked.on = Some(date_of(&parser.value()?.string()?)?),
            Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Next { file: file.ok_or_else(|| missing_file("next"))?, asked })
}

fn schema(mut parser: Parser) -> Result<Command, Failure> {
    match parser.next()? {
        None => Ok(Command::Schema),
        Some(Arg::Short('h') | Arg::Long("help")) => help::of("schema").map(Command::Help),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn sets(mut parser: Parser) -> Result<Command, Failure> {
    let (mut set, mut file, mut format) = (None, None, Format::default());
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("sets").map(Command::Help),
            Arg::Long("file") => file = Some(parser.value()?),
            Arg::Long("format") => format = format_of(&parser.value()?.string()?)?,
            Arg::Value(value) if set.is_none() => set = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Sets { set, file, format })
}

fn standard_input_once<'a>(files: impl IntoIterator<Item = &'a OsString>) -> Result<(), Failure> {
    if files.into_iter().filter(|file| *file == "-").count() > 1 {
        return Err(Failure::Usage("đầu vào chuẩn chỉ đọc được một lần; chỉ ghi một “-”".to_owned()));
    }
    Ok(())
}

/// An option that belongs to something else would be ignored: that is said instead. Each option with whether it was given, and
/// whether it belongs to `what`.
fn refuse_foreign(options: &[(&'static str, bool, bool)], what: &str) -> Result<(), Failure> {
    match options.iter().find(|(_, is_given, belongs)| *is_given && !belongs) {
        Some((option, ..)) => Err(Failure::Usage(format!("{option} không dùng cho {what}"))),
        None => Ok(()),
    }
}

fn missing_file(verb: &str) -> Failure {
    Failure::Usage(format!("chưa ghi tên tệp kế hoạch; ví dụ: cchc {verb} ke-hoach.cchc.json"))
}

fn format_of(text: &str) -> Result<Format, Failure> {
    match text {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        _ => Err(Failure::Usage(format!("--format nhận text hoặc json, không nhận “{text}”"))),
    }
}

fn date_of(text: &str) -> Result<Date, Failure> {
    cchc_core::text::parse_date(text, crate::today(None)).map_err(|error| Failure::Usage(error.to_string()))
}

fn period_of(text: &str) -> Result<Period, Failure> {
    text.parse().map_err(|error| Failure::Usage(format!("{error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(call: &str) -> Result<Command, String> {
        parse(Parser::from_args(call.split(' '))).map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_call_is_read_in_any_order() {
        let asked = Command::Status {
            file: "a.json".into(),
            on: Date::from_ymd_opt(2026, 11, 20),
            office: Some("vhxh".to_owned()),
            format: Format::Json,
        };
        for call in [
            "status a.json --on 2026-11-20 --office vhxh --format json",
            "status --format=json --office=vhxh --on=20/11/2026 a.json",
            "status --format=json --office=vhxh --on=20/11/26 a.json",
        ] {
            assert_eq!(parsed(call).unwrap(), asked, "{call}");
        }
        assert_eq!(
            parsed("check - b.json").unwrap(),
            Command::Check { files: vec!["-".into(), "b.json".into()], format: Format::Text }
        );
    }

    #[test]
    fn a_wrong_call_is_answered_in_vietnamese() {
        let calls = [
            "--x",
            "-x",
            "stauts a.json",
            "status",
            "status a b",
            "status a --on",
            "status a --on 2026-02-30",
            "status a --on 20/11/0026x",
            "status a --on 20/11/226",
            "status a --format xml",
            "status a --offices=x",
            "check",
            "merge a",
            "merge a b",
            "merge a b --list -o -",
            "merge - b - --list",
            "diff a",
            "diff a b c",
            "diff - -",
            "log",
            "split a",
            "migrate",
            "import a",
            "import a --activities b --format json -o c",
            "import - --activities -",
            "import a --activities - --map -",
            "import a --activities b --tallies c",
            "import a --tallies c --activities b",
            "import a --activities b --save-map -",
            "ingest a --report -o -",
            "next",
            "schema x",
            "help x",
            "report a",
            "report a --period 2026-Q7",
            "report a --period 2026-Q2 --embedded=x",
            "report --period 2026-Q2",
            "filing",
            "filing a 2026-Q3 frieze",
            "filing a 2026-Q3 -o b",
            "filing a 2026-Q3 --by x",
            "filing a --due 2026-12-20",
            "filing a 2026-Q3 submit --reason x",
            "filing a 2026-Q3 deadline --document x",
            "filing a 2026-Q3 deadline --level 0 --drop",
            "document",
            "document a",
            "document a cong-van",
            "document a don-doc --office a/b",
            "document a bao-cao --from 1/1/2026",
            "document a bao-cao --period Q2",
            "document a ke-hoach --period 2026-Q2",
            "document a ban-tin --office x",
            "document a don-doc --last-year b",
            "document a bao-cao --duties --period 2026-Q2",
            "document - bao-cao --period 2026-Q2 --last-year -",
            "export a",
            "export a --office",
            "score --values 1,2",
            "score --set pci-2014",
            "score --set sipas-1001 --values 1 --method x",
            "score --set sipas-1001 --values 1 --population 0",
            "score",
            "score --period 2026",
            "score a --values 1",
            "score a --year 26x",
            "score a -o b.xlsx --format json",
            "sets a b",
        ];
        let said: Vec<_> =
            calls.iter().map(|call| format!("{call}: {}", parsed(call).unwrap_err())).collect();
        let said = said.join("\n");
        insta::assert_snapshot!(said);
    }
}
