//! The call of `filing`, parsed.

use lexopt::{Arg, Parser, ValueExt};

use super::{Command, date_of, missing_file, refuse_foreign};
use crate::failure::Failure;
use crate::help;
use crate::verbs::filing::{Action, Asked};

pub(super) fn filing(mut parser: Parser) -> Result<Command, Failure> {
    let (mut file, mut asked) = (None, Asked::default());
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("filing").map(Command::Help),
            Arg::Long("by") => asked.by = parser.value()?.string()?,
            Arg::Long("reason") => asked.reason = parser.value()?.string()?,
            Arg::Long("number") => asked.number = parser.value()?.string()?,
            Arg::Long("document") => asked.document = parser.value()?.string()?,
            Arg::Long("due") => asked.due = Some(date_of(&parser.value()?.string()?)?),
            Arg::Long("level") => asked.level = Some(level_of(&parser.value()?.string()?)?),
            Arg::Long("year") => asked.whole_year = true,
            Arg::Long("drop") => asked.drop = true,
            Arg::Long("on") => asked.on = Some(date_of(&parser.value()?.string()?)?),
            Arg::Short('o') | Arg::Long("output") => asked.to = Some(parser.value()?),
            Arg::Value(value) if file.is_none() => file = Some(value),
            Arg::Value(value) if asked.which.is_none() => asked.which = Some(value.string()?),
            Arg::Value(value) if asked.action.is_none() => {
                asked.action = Some(action_of(&value.string()?)?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| missing_file("filing"))?;
    let is_dropped = asked.drop && asked.due.is_none() && asked.document.is_empty();
    match asked.action {
        None if asked.to.is_some() => {
            Err(Failure::Usage(format!("-o ghi kết quả của một bước; chưa ghi bước nào, có: {}", actions())))
        }
        None => match of_steps(&asked).iter().find(|(_, is_given, _)| *is_given) {
            Some((option, ..)) => Err(Failure::Usage(format!(
                "{option} dùng cho một bước; chưa ghi bước nào, có: {}",
                actions()
            ))),
            None => Ok(Command::Filing { file, asked }),
        },
        Some(Action::Deadline) if asked.due.is_none() && !is_dropped => Err(Failure::Usage(
            "đổi hạn cần --due NGÀY và --document CÔNG_VĂN, hoặc --drop để bỏ hạn đã đổi".to_owned(),
        )),
        Some(action) => {
            let options = of_steps(&asked).map(|(name, is_given, of)| (name, is_given, of.contains(&action)));
            refuse_foreign(&options, &format!("bước “{}”", action.key()))?;
            Ok(Command::Filing { file, asked })
        }
    }
}

/// The options that belong to steps, whether they were given, and to which.
fn of_steps(asked: &Asked) -> [(&'static str, bool, &'static [Action]); 8] {
    use Action::{Accept, Amend, Deadline, Freeze, Lift, Return, Submit};
    [
        ("--by", !asked.by.is_empty(), &[Freeze, Amend, Lift, Accept, Return][..]),
        ("--reason", !asked.reason.is_empty(), &[Amend, Lift, Return]),
        ("--number", !asked.number.is_empty(), &[Submit]),
        ("--due", asked.due.is_some(), &[Deadline]),
        ("--document", !asked.document.is_empty(), &[Deadline]),
        ("--level", asked.level.is_some(), &[Deadline]),
        ("--year", asked.whole_year, &[Deadline]),
        ("--drop", asked.drop, &[Deadline]),
    ]
}

fn action_of(text: &str) -> Result<Action, Failure> {
    Action::ALL
        .into_iter()
        .find(|action| action.key() == text)
        .ok_or_else(|| Failure::Usage(format!("không có bước “{text}”; có: {}", actions())))
}

fn actions() -> String {
    Action::ALL.map(Action::key).join(", ")
}

fn level_of(text: &str) -> Result<usize, Failure> {
    text.parse().ok().filter(|level| *level > 0).ok_or_else(|| {
        Failure::Usage(format!("--level nhận số thứ tự của cấp gửi, từ 1, không nhận “{text}”"))
    })
}
