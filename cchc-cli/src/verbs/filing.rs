//! `cchc filing`.

use std::ffi::{OsStr, OsString};
use std::fmt::Write;
use std::process::ExitCode;

use cchc_core::calendar::{Date, Period};
use cchc_core::exchange::{Change, Edit, PlanFile};
use cchc_core::progress::{ReportItem, Tracking, focal_office, report_calendar, reporting_rates};
use cchc_core::register::{FilingState, FrozenReport};
use cchc_core::report::ReportSpec;
use cchc_core::report::life::{
    Drift, Refusal, accept, amend, drift, drop_deadline, freeze, give_back, lift, set_deadline, submit,
};
use cchc_core::text::{capitalized, date_vi, percent_vi};

use super::merge::write;
use crate::failure::Failure;
use crate::output::plain;
use crate::table::Table;
use crate::{author, input, output, today};

/// So many changed lines of a table are told.
const TOLD: usize = 5;

/// What is done with a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    Freeze,
    Amend,
    Lift,
    Submit,
    Accept,
    Return,
    Deadline,
}

impl Action {
    pub(crate) const ALL: [Self; 7] =
        [Self::Freeze, Self::Amend, Self::Lift, Self::Submit, Self::Accept, Self::Return, Self::Deadline];

    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Freeze => "freeze",
            Self::Amend => "amend",
            Self::Lift => "lift",
            Self::Submit => "submit",
            Self::Accept => "accept",
            Self::Return => "return",
            Self::Deadline => "deadline",
        }
    }

    /// How the history calls it.
    const fn label(self) -> &'static str {
        match self {
            Self::Freeze => "Chốt số liệu",
            Self::Amend => "Điều chỉnh báo cáo",
            Self::Lift => "Mở khóa báo cáo",
            Self::Submit => "Ghi báo cáo đã nộp",
            Self::Accept => "Ghi báo cáo được tiếp nhận",
            Self::Return => "Ghi báo cáo bị trả lại",
            Self::Deadline => "Đổi hạn báo cáo",
        }
    }
}

/// What is asked.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Asked {
    /// A period, or the id of a report; every report without.
    pub(crate) which: Option<String>,
    pub(crate) action: Option<Action>,
    pub(crate) by: String,
    pub(crate) reason: String,
    pub(crate) number: String,
    pub(crate) due: Option<Date>,
    pub(crate) document: String,
    /// Counted from 1; the last one without.
    pub(crate) level: Option<usize>,
    pub(crate) whole_year: bool,
    pub(crate) drop: bool,
    pub(crate) on: Option<Date>,
    pub(crate) to: Option<OsString>,
}

/// Lists the reports of the year, shows one, or takes a step and writes the new plan file.
pub(crate) fn run(name: &OsStr, asked: &Asked) -> Result<ExitCode, Failure> {
    let (mut file, is_doubtful) = input::read_for_figures(name)?;
    let today = today(asked.on);
    let (edits, action, title) = {
        let tracking = Tracking::of(&file, today);
        let Some(which) = &asked.which else {
            output::print_text(list(&tracking))?;
            return Ok(input::code(is_doubtful));
        };
        let item = item_of(&tracking, which)?;
        let Some(action) = asked.action else {
            let frozen = file.frozen(&item.filing);
            let drift = frozen.map(|frozen| drift(&tracking, frozen)).unwrap_or_default();
            output::print_text(one(&file, &item, frozen, &drift, today))?;
            return Ok(input::code(is_doubtful || !drift.is_empty()));
        };
        let edits = edits(&tracking, &item, action, asked, today);
        let edits = edits.map_err(|refusal| Failure::NotThere(format!("{}: {refusal}", item.title)))?;
        (edits, action, item.title)
    };
    let author = author(focal_office(&file).map(|office| office.id.clone()));
    let change = Change { author, label: action.label().to_owned(), edits };
    file.apply(&change).map_err(|error| Failure::NotThere(error.to_string()))?;
    write(&file, asked.to.as_ref())?;
    output::complain(&plain(&format!("{title}: {}", action.label().to_lowercase())));
    Ok(input::code(is_doubtful))
}

/// The report that is meant: by its period, or by its id.
fn item_of(tracking: &Tracking<'_>, which: &str) -> Result<ReportItem, Failure> {
    let items = report_calendar(tracking.file(), tracking.today());
    let of_period =
        which.parse::<Period>().ok().map(|period| ReportSpec::of_period(tracking.file(), period).filing);
    let found = items.iter().find(|item| {
        item.filing.as_str() == which || of_period.as_ref().is_some_and(|filing| item.filing == *filing)
    });
    found.cloned().ok_or_else(|| {
        let known: Vec<&str> = items.iter().map(|item| item.filing.as_str()).collect();
        Failure::NotThere(format!("không có kỳ báo cáo “{which}”; có: {}", known.join(", ")))
    })
}

fn edits(
    tracking: &Tracking<'_>,
    item: &ReportItem,
    action: Action,
    asked: &Asked,
    today: Date,
) -> Result<Vec<Edit>, Refusal> {
    let (file, filing, by, reason) = (tracking.file(), &item.filing, &asked.by, &asked.reason);
    let author = author(focal_office(file).map(|office| office.id.clone()));
    let level = asked.level.unwrap_or(item.levels.len()).saturating_sub(1);
    match (action, asked.due) {
        (Action::Freeze, _) => freeze(tracking, filing, by, &author),
        (Action::Amend, _) => amend(tracking, filing, by, reason, &author),
        (Action::Lift, _) => lift(file, filing, by, reason, &author),
        (Action::Submit, _) => submit(tracking, filing, &asked.number, today),
        (Action::Accept, _) => accept(tracking, filing, by, today),
        (Action::Return, _) => give_back(tracking, filing, by, reason, today),
        (Action::Deadline, Some(due)) => {
            set_deadline(file, item, level, due, &asked.document, asked.whole_year)
        }
        (Action::Deadline, None) => drop_deadline(file, item, level),
    }
}

/// Every report of the year, and how the offices send their figures.
fn list(tracking: &Tracking<'_>) -> String {
    let (file, today) = (tracking.file(), tracking.today());
    let mut table = Table::new(["Mã", "Kỳ", "Hạn gửi", "Tình trạng", "Bước", "Số liệu"]);
    for item in report_calendar(tracking.file(), tracking.today()) {
        let frozen = if item.is_frozen { ", đã chốt" } else { "" };
        table.row([
            item.filing.to_string(),
            item.title.clone(),
            item.due.map(date_vi).unwrap_or_default(),
            item.phrase(today),
            format!("{}{frozen}", item.filed.vietnamese()),
            format!("{}/{}", item.returned(), item.returns.len()),
        ]);
    }
    let mut text = if table.is_empty() {
        "Kế hoạch chưa có báo cáo nào.\n".to_owned()
    } else {
        format!("Báo cáo trong năm, đến ngày {}\n{}", date_vi(today), table.text())
    };
    let mut table = Table::new(["Cơ quan", "Phải gửi", "Đã gửi", "Đúng hạn", "Còn thiếu"]);
    let progress = tracking.progress();
    for rate in reporting_rates(file, progress) {
        let share = |count: u32, percent: Option<f64>| match percent {
            Some(percent) => format!("{count} ({})", percent_vi(percent)),
            None => "–".to_owned(),
        };
        let missing: Vec<&str> =
            rate.missing.iter().map(|at| progress.obligations[*at].label.as_str()).collect();
        table.row([
            file.offices.get(&rate.office).map_or(rate.office.to_string(), |office| office.name.clone()),
            rate.expected.to_string(),
            share(rate.received, rate.completeness()),
            share(rate.on_time, rate.timeliness()),
            missing.join(", "),
        ]);
    }
    if !table.is_empty() {
        let _ = write!(text, "\nTỷ lệ gửi số liệu\n{}", table.text());
    }
    text
}

/// One report: its steps, its last days, what has changed since it was frozen.
fn one(
    file: &PlanFile,
    item: &ReportItem,
    frozen: Option<&FrozenReport>,
    drift: &Drift,
    today: Date,
) -> String {
    let mut text = format!("{} [{}]\n", plain(&item.title), item.filing);
    let mut line = |words: String| {
        let _ = writeln!(text, "  {}", plain(&words));
    };
    line(format!("Bước: {}; {}", item.filed.vietnamese(), item.phrase(today)));
    if let Some(filing) = file.filings.get(&item.filing).filter(|filing| filing.state != FilingState::Draft) {
        let number =
            if filing.number.is_empty() { String::new() } else { format!(", số {}", filing.number) };
        line(format!("Nộp: {}{number}", filing.sent_on.map(date_vi).unwrap_or_default()));
        let is_answered = matches!(filing.state, FilingState::Accepted | FilingState::Returned);
        if let Some(on) = filing.answered_on.filter(|_| is_answered) {
            line(format!("Trả lời: {}, {}", date_vi(on), filing.answered_by));
        }
        if filing.state == FilingState::Returned {
            line(format!("Lý do trả lại: {}", filing.returned_for));
        }
    }
    for (at, level) in item.levels.iter().enumerate() {
        let by = if level.set_by.is_empty() { String::new() } else { format!(", theo {}", level.set_by) };
        line(format!("Hạn cấp {}: {} gửi {}, {}{by}", at + 1, level.from, level.to, date_vi(level.due)));
    }
    for version in file.frozen_reports.iter().filter(|version| version.filing == item.filing) {
        let mut words =
            format!("Chốt lần {}: {}, {}", version.version, version.at.format("%H:%M %d/%m/%Y"), version.by);
        if !version.reason.is_empty() {
            let _ = write!(words, "; điều chỉnh vì {}", version.reason);
        }
        if let Some(lifted) = &version.lifted {
            let at = lifted.at.format("%H:%M %d/%m/%Y");
            let _ = write!(words, "; mở khóa {at}, {}: {}", lifted.by, lifted.reason);
        }
        line(words);
    }
    if frozen.is_some() && drift.is_empty() {
        line("Từ khi chốt không có gì thay đổi.".to_owned());
    }
    if let Some(why) = &drift.uncompared {
        line(format!("Không so được bản đã chốt với sổ theo dõi: {why}."));
    }
    if !(drift.records.is_empty() && drift.paragraphs.is_empty() && drift.parts.is_empty()) {
        line("Thay đổi từ khi chốt:".to_owned());
        for (_, _, words) in drift.lines(file) {
            line(format!("  {}", capitalized(&words)));
        }
        for (before, after) in &drift.paragraphs {
            if !before.is_empty() {
                line(format!("  - {before}"));
            }
            if !after.is_empty() {
                line(format!("  + {after}"));
            }
        }
        for part in &drift.parts {
            line(format!("  {}", part.place));
            for (sign, lines) in [('-', &part.before), ('+', &part.after)] {
                for words in lines.iter().take(TOLD) {
                    line(format!("  {sign} {words}"));
                }
                if lines.len() > TOLD {
                    line(format!("  {sign} … và {} dòng khác", lines.len() - TOLD));
                }
            }
        }
    }
    text
}
