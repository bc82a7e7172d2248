//! `cchc export`.

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

use cchc_core::calendar::{Date, Period};
use cchc_core::document::ics::ics;
use cchc_core::document::xlsx::xlsx;
use cchc_core::id::OfficeId;
use cchc_core::progress::Tracking;
use cchc_core::report::{due_calendar, workbook};

use crate::failure::Failure;
use crate::verbs::report::extension;
use crate::{input, output, today};

/// What to write.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Whose; everybody's where none is given.
    pub(crate) office: Option<OfficeId>,
    /// The report whose appendix goes along.
    pub(crate) period: Option<Period>,
    /// As of this day; today where none is given.
    pub(crate) on: Option<Date>,
}

/// Writes a workbook or a calendar, by the ending of the file's name.
pub(crate) fn run(file: &OsStr, asked: &Asked, to: &OsStr) -> Result<ExitCode, Failure> {
    let path = Path::new(to);
    let ending = extension(path);
    let is_calendar = match ending.as_deref() {
        Some("xlsx") => false,
        Some("ics") => true,
        _ => {
            return Err(Failure::UsageOf(
                "export".to_owned(),
                format!(
                    "không biết ghi “{}” ở dạng nào; đặt tên tệp có đuôi .xlsx (bảng tính) hoặc .ics (lịch)",
                    path.display()
                ),
            ));
        }
    };
    if is_calendar && asked.period.is_some() {
        return Err(Failure::UsageOf("export".to_owned(), "--period không dùng cho lịch (.ics)".to_owned()));
    }
    let (file, is_doubtful) = input::read_for_figures(file)?;
    if let Some(office) = asked.office.as_ref().filter(|office| !file.offices.contains(office)) {
        let known: Vec<&str> = file.offices.iter().map(|office| office.id.as_str()).collect();
        return Err(Failure::NotThere(format!(
            "Kế hoạch không có cơ quan mang mã “{office}”; có: {}",
            known.join(", ")
        )));
    }
    if let Some(period) = asked.period.filter(|period| period.year() != file.plan.year) {
        return Err(Failure::NotThere(format!(
            "kỳ {period} không thuộc năm {} của Kế hoạch",
            file.plan.year
        )));
    }
    let tracking = Tracking::of(&file, today(asked.on));
    let office = asked.office.as_ref();
    let bytes = if is_calendar {
        ics(&due_calendar(&file, tracking.progress(), office), tracking.today()).into_bytes()
    } else {
        let made = workbook(&tracking, office, asked.period);
        xlsx(&made.map_err(|error| Failure::NotThere(error.to_string()))?)
    };
    output::write(path, &bytes)?;
    Ok(input::code(is_doubtful))
}
