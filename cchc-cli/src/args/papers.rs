//! The calls of `document` and `export`.

use cchc_core::calendar::Window;
use cchc_core::report::papers::{PaperAsk, PaperChoice, PaperKind};
use lexopt::{Arg, Parser, ValueExt};

use super::{Command, date_of, missing_file, period_of, refuse_foreign, standard_input_once};
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
    let options =
        given(&ask, last_year.is_some()).map(|(name, is_given, choice)| (name, is_given, kind.takes(choice)));
    refuse_foreign(&options, &format!("văn bản “{}”", kind.key()))?;
    standard_input_once(std::iter::once(&file).chain(&last_year))?;
    Ok(Command::Document { file, asked: verbs::document::Asked { kind, ask, on, last_year }, to })
}

/// The options, whether they were given, and what they choose.
fn given(ask: &PaperAsk, has_last_year: bool) -> [(&'static str, bool, PaperChoice); 9] {
    [
        ("--period", ask.period.is_some(), PaperChoice::Period),
        ("--from", ask.window.is_some(), PaperChoice::Window),
        ("--title", !ask.title.is_empty(), PaperChoice::Title),
        ("--filing", ask.filing.is_some(), PaperChoice::Filing),
        ("--last-year", has_last_year, PaperChoice::LastYear),
        ("--office", ask.office.is_some(), PaperChoice::Office),
        ("--topic", ask.topic.is_some(), PaperChoice::Topic),
        ("--activity", ask.activity.is_some(), PaperChoice::Activity),
        ("--duties", ask.with_duties, PaperChoice::Duties),
    ]
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
