//! The call of `score`.

use cchc_core::calendar::{Period, PeriodKind};
use lexopt::{Arg, Parser, ValueExt};

use super::{Command, Format, date_of, format_of, missing_file, period_of};
use crate::failure::Failure;
use crate::help;
use crate::verbs;
use crate::verbs::score::Score;

/// Of a file, its scores; without one, those of bare figures.
pub(super) fn score(mut parser: Parser) -> Result<Command, Failure> {
    let (mut set, mut values, mut pooled, mut population, mut format) =
        (None, None, None, None, Format::default());
    let (mut file, mut period, mut on, mut to) = (None, None, None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return help::of("score").map(Command::Help),
            Arg::Long("set") => set = Some(parser.value()?.string()?),
            Arg::Long("values") => values = Some(parser.value()?.string()?),
            Arg::Long("method") => pooled = Some(method_of(&parser.value()?.string()?)?),
            Arg::Long("population") => population = Some(population_of(&parser.value()?.string()?)?),
            Arg::Long("format") => format = format_of(&parser.value()?.string()?)?,
            Arg::Long("period") => period = Some(period_of(&parser.value()?.string()?)?),
            Arg::Long("year") => period = Some(year_of(&parser.value()?.string()?)?),
            Arg::Long("on") => on = Some(date_of(&parser.value()?.string()?)?),
            Arg::Short('o') | Arg::Long("output") => to = Some(parser.value()?),
            Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    if let Some(file) = file {
        let apart = [
            ("--values", values.is_some()),
            ("--method", pooled.is_some()),
            ("--population", population.is_some()),
        ];
        if let Some((option, _)) = apart.iter().find(|(_, is_given)| *is_given) {
            return Err(Failure::Usage(format!("{option} dùng cho số liệu rời, không dùng cùng một tệp")));
        }
        if to.is_some() && format == Format::Json {
            return Err(Failure::Usage("-o ghi bảng chấm điểm, không dùng cùng --format json".to_owned()));
        }
        return Ok(Command::Assess { file, asked: verbs::assess::Asked { set, period, on, format }, to });
    }
    if period.is_some() || on.is_some() || to.is_some() {
        return Err(missing_file("score"));
    }
    let set = set.ok_or_else(|| {
        Failure::Usage(
            "chưa ghi tệp kế hoạch hoặc bộ chỉ số; ví dụ: cchc score ke-hoach.cchc.json, hoặc --set pci-2014 --values …; \
             xem các bộ: cchc sets"
                .to_owned(),
        )
    })?;
    let values = values.ok_or_else(|| {
        Failure::Usage(
            "chưa ghi số liệu; ví dụ: --values 7.16,7.00,6.30 theo thứ tự của bộ chỉ số".to_owned(),
        )
    })?;
    Ok(Command::Score(Score { set, values, pooled, population, format }))
}

fn year_of(text: &str) -> Result<Period, Failure> {
    let year = text.parse().ok().and_then(|year| Period::new(PeriodKind::Year, year, 1));
    year.ok_or_else(|| Failure::Usage(format!("--year nhận một năm như 2026, không nhận “{text}”")))
}

fn method_of(text: &str) -> Result<bool, Failure> {
    match text {
        "pooled" => Ok(true),
        "mean" => Ok(false),
        _ => Err(Failure::Usage(format!(
            "--method nhận pooled (gộp) hoặc mean (trung bình), không nhận “{text}”"
        ))),
    }
}

fn population_of(text: &str) -> Result<u64, Failure> {
    text.parse().ok().filter(|count| *count > 0).ok_or_else(|| {
        Failure::Usage(format!("--population nhận số người, từ 1 trở lên, không nhận “{text}”"))
    })
}
