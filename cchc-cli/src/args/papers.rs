//! The calls of `document` and `export`.

use cchc_core::calendar::Window;
use cchc_core::report::papers::{PaperAsk, PaperKind};
use lexopt::{Arg, Parser, ValueExt};

use super::{Command, date_of, missing_file, period_of, standard_input_once};
use crate::failure::Failure;
use crate::help;
use crate::verbs;

pub(super) fn document(mut parser: Parser) -> Result<Command, Failure> {
    let (mut file, mut kind, mut on, mut to) = (None, None, None, None);
    let (mut first, mut last, mut last_year) = (None, None, None);
    let mut ask = PaperAsk::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("document").map(Command::Help),
            Arg::Long("period") => ask.period = Some(period_of(&parser.value()?.string()?)?),
            Arg::Long("from") => first = Some(date_of(&parser.value()?.string()?)?),
            Arg::Long("to") => last = Some(date_of(&parser.value()?.string()?)?),
            Arg::Long("title") => ask.title = parser.value()?.string()?,
            Arg::Long("filing") => ask.filing = Some(id_of(&parser.value()?.string()?)?),
            Arg::Long("office") => ask.office = Some(id_of(&parser.value()?.string()?)?),
            Arg::Long("topic") => ask.topic = Some(id_of(&parser.value()?.string()?)?),
            Arg::Long("activity") => ask.activity = Some(id_of(&parser.value()?.string()?)?),
            Arg::Long("last-year") => last_year = Some(parser.value()?),
            Arg::Long("duties") => ask.with_duties = true,
            Arg::Long("on") => on = Some(date_of(&parser.value()?.string()?)?),
            Arg::Short('o') | Arg::Long("output") => to = Some(parser.value()?),
            Arg::Value(value) if file.is_none() => file = Some(value),
            Arg::Value(value) if kind.is_none() => kind = Some(kind_of(&value.string()?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| missing_file("document"))?;
    let kind = kind.ok_or_else(|| Failure::Usage(format!("chưa ghi loại văn bản; có: {}", kinds())))?;
    ask.window = match (first, last) {
        (Some(from), Some(to)) => Some(Window { from, to }),
        (None, None) => None,
        _ => return Err(Failure::Usage("--from và --to phải đi cùng nhau".to_owned())),
    };
    refuse_what_does_not_belong(kind, &ask, last_year.is_some())?;
    standard_input_once(std::iter::once(&file).chain(&last_year))?;
    Ok(Command::Document { file, asked: verbs::document::Asked { kind, ask, on, last_year }, to })
}

/// An option of another paper would be ignored: that is said instead.
fn refuse_what_does_not_belong(kind: PaperKind, ask: &PaperAsk, has_last_year: bool) -> Result<(), Failure> {
    use PaperKind::{
        Appraisal, Brief, Budget, Commend, Dialogue, Difficulties, Embedded, Plan, Posting, Report, Request,
        Urge,
    };
    const REPORTS: &[PaperKind] = &[Report, Embedded];
    const OF_A_TIME: &[PaperKind] = &[Report, Embedded, Request, Difficulties, Commend, Posting, Dialogue];
    let given = [
        ("--period", ask.period.is_some(), OF_A_TIME),
        ("--from", ask.window.is_some(), OF_A_TIME),
        ("--title", !ask.title.is_empty(), &[Report, Embedded, Request]),
        ("--filing", ask.filing.is_some(), REPORTS),
        ("--last-year", has_last_year, REPORTS),
        (
            "--office",
            ask.office.is_some(),
            &[Urge, Request, Difficulties, Commend, Budget, Appraisal, Posting, Dialogue],
        ),
        ("--topic", ask.topic.is_some(), &[Brief]),
        ("--activity", ask.activity.is_some(), &[Dialogue]),
        ("--duties", ask.with_duties, &[Plan]),
    ];
    match given.iter().find(|(_, is_given, of)| *is_given && !of.contains(&kind)) {
        Some((option, ..)) => {
            Err(Failure::Usage(format!("{option} không dùng cho văn bản “{}”", kind.key())))
        }
        None => Ok(()),
    }
}

pub(super) fn export(mut parser: Parser) -> Result<Command, Failure> {
    let (mut file, mut to) = (None, None);
    let mut asked = verbs::export::Asked::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("export").map(Command::Help),
            Arg::Long("period") => asked.period = Some(period_of(&parser.value()?.string()?)?),
            Arg::Long("office") => asked.office = Some(id_of(&parser.value()?.string()?)?),
            Arg::Long("on") => asked.on = Some(date_of(&parser.value()?.string()?)?),
            Arg::Short('o') | Arg::Long("output") => to = Some(parser.value()?),
            Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| missing_file("export"))?;
    let to = to.ok_or_else(|| {
        Failure::Usage("chưa ghi tệp kết quả; ví dụ: -o so-theo-doi.xlsx hoặc -o lich-han.ics".to_owned())
    })?;
    Ok(Command::Export { file, asked, to })
}

fn kind_of(text: &str) -> Result<PaperKind, Failure> {
    PaperKind::from_key(text)
        .ok_or_else(|| Failure::Usage(format!("không có loại văn bản “{text}”; có: {}", kinds())))
}

fn kinds() -> String {
    PaperKind::ALL.map(PaperKind::key).join(", ")
}

fn id_of<T: std::str::FromStr<Err = cchc_core::id::IdError>>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|error: cchc_core::id::IdError| Failure::Usage(error.to_string()))
}
