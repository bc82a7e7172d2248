//! Văn bản của năm: every paper that the plan makes an office write, from the file as it is on a day.
//!
//! Each [`PaperKind`] is a pure function of file, ask and day that gives a [`Document`] in
//! the form of Nghị định 30/2020/NĐ-CP. Who signs follows from who issues: the People's Committee works as a body, so
//! its papers are signed in its name (TM.), an office's letters in its name by order (TL.), an office's own papers by its
//! head (Nghị định 30/2020/NĐ-CP, Điều 13).
//!
//! ```
//! use cchc_core::report::papers::{PaperAsk, PaperKind, paper};
//! use cchc_core::{document, examples};
//!
//! let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
//! let today = "2026-11-20".parse().unwrap();
//! let made = paper(&file, PaperKind::Urge, &PaperAsk::default(), today).unwrap();
//! assert_eq!(made.file_name, "cong-van-don-doc-2026-11-20");
//! assert!(document::text::text(&made.document).contains("TL. CHỦ TỊCH"));
//! assert_eq!(PaperKind::from_key("don-doc"), Some(PaperKind::Urge));
//! ```

mod brief;
mod budget;
mod commend;
mod dialogue;
mod difficulties;
mod duties;
mod head;
mod kind;
mod posting;
mod request;
mod urge;

#[cfg(test)]
mod tests;

use crate::calendar::{Date, Period, PeriodKind, Window};
use crate::document::Document;
use crate::exchange::PlanFile;
use crate::id::{FrozenReportId, OfficeId};
use crate::plan::{Office, ReportForm};
use crate::progress::Tracking;
use crate::register::FrozenReport;
use crate::register::Illegible;
use crate::report::life::{drift, is_unsent, issued};
use crate::report::{ReportSpec, compose_beside, plan_document, plan_file_name, to_document};
use crate::text;

pub(super) use head::committee_signature;
pub use kind::{PaperAsk, PaperChoice, PaperKind};

/// Văn bản đã lập.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// The document.
    pub document: Document,
    /// The name of its file, without its ending.
    pub file_name: String,
    /// Việc còn thiếu trước khi trình ký: for whoever writes it, not part of it.
    pub remarks: Vec<String>,
}

/// Why there is no such paper.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// A report is one of a period.
    #[error("chưa chọn kỳ báo cáo hoặc khoảng ngày")]
    NeedsPeriod,
    /// The request for figures is one of a period.
    #[error("kỳ {period} không thuộc năm {year} của Kế hoạch")]
    OtherYear {
        /// What was asked for.
        period: Period,
        /// The plan's year.
        year: i32,
    },
    /// The last day lies before the first.
    #[error("khoảng ngày không đúng: ngày cuối trước ngày đầu")]
    Backwards,
    /// A brief is one of a topic.
    #[error("chưa chọn nội dung tuyên truyền; có: {known}")]
    NeedsTopic {
        /// What there is.
        known: String,
    },
    /// The plan has no such office, topic, report or activity.
    #[error("Kế hoạch không có {what} mang mã “{id}”; có: {known}")]
    Unknown {
        /// `cơ quan`, `nội dung`, `hoạt động đối thoại`, `kỳ báo cáo`.
        what: &'static str,
        /// What was asked for.
        id: String,
        /// What there is.
        known: String,
    },
    /// The report is frozen, and what was frozen cannot be shown: nothing else is written in its place.
    #[error(
        "{report} (báo cáo đã chốt “{id}”): {why}. Không lập lại bản khác thay bản đã chốt: hãy lấy lại tệp từ bản sao lưu, \
         hoặc mở khóa báo cáo, ghi lý do, rồi lập lại"
    )]
    Illegible {
        /// Which report.
        report: String,
        /// Which frozen version.
        id: FrozenReportId,
        /// What is wrong with it.
        why: Illegible,
    },
    /// There is nothing to write about.
    #[error("{0}")]
    Nothing(String),
}

/// Writes a paper: the same from the same file on the same day.
///
/// # Errors
/// [`PaperError`] says what is missing in the ask, or that the register has nothing to write about.
pub fn paper(file: &PlanFile, kind: PaperKind, ask: &PaperAsk, today: Date) -> Result<Paper, PaperError> {
    paper_from(&Tracking::of(file, today), kind, ask)
}

/// Writes a paper from a file that was taken apart already.
///
/// # Errors
/// As [`paper`].
pub fn paper_from(tracking: &Tracking<'_>, kind: PaperKind, ask: &PaperAsk) -> Result<Paper, PaperError> {
    paper_beside(tracking, kind, ask, None)
}

/// Writes a paper with last year's file beside it, against which reports are held.
///
/// # Errors
/// As [`paper`].
pub fn paper_beside(
    tracking: &Tracking<'_>,
    kind: PaperKind,
    ask: &PaperAsk,
    last_year: Option<&PlanFile>,
) -> Result<Paper, PaperError> {
    let desk = Desk { tracking, file: tracking.file(), today: tracking.today(), ask, last_year };
    if let Some(period) = ask.period.filter(|period| period.year() != desk.file.plan.year) {
        return Err(PaperError::OtherYear { period, year: desk.file.plan.year });
    }
    if ask.window.is_some_and(|window| window.from > window.to) {
        return Err(PaperError::Backwards);
    }
    let office = desk.office()?;
    let mut made = match kind {
        PaperKind::Plan => plan(&desk),
        PaperKind::Report => report(&desk, ReportForm::StandAlone),
        PaperKind::Embedded => report(&desk, ReportForm::Embedded),
        PaperKind::Urge => urge::letter(&desk, office),
        PaperKind::Request => request::letter(&desk, office),
        PaperKind::Difficulties => difficulties::report(&desk, office),
        PaperKind::Commend => commend::proposal(&desk, office),
        PaperKind::Budget => budget::estimate(&desk, office),
        PaperKind::Appraisal => budget::appraisal(&desk, office),
        PaperKind::Posting => posting::notice(&desk, office),
        PaperKind::Dialogue => dialogue::minutes(&desk),
        PaperKind::Brief => brief::brief(&desk),
    }?;
    // A report says it by itself, and one that is frozen stands as it is.
    let is_report = matches!(kind, PaperKind::Report | PaperKind::Embedded);
    if made.document.notice.is_none() && !is_report {
        made.document.notice = desk.file.plan.illustrative_notice();
    }
    // The plan stands as it was issued, and a report explains its own.
    if kind != PaperKind::Plan && !is_report {
        head::explain_abbreviations(&mut made.document.body);
    }
    if let Some(form) = &made.document.form
        && form.signatures.iter().all(|signature| signature.name.trim().is_empty())
    {
        made.remarks.push("Chưa có họ và tên người ký; văn bản để trống chỗ ký.".to_owned());
    }
    Ok(made)
}

/// What a paper is written from.
struct Desk<'a> {
    tracking: &'a Tracking<'a>,
    file: &'a PlanFile,
    today: Date,
    ask: &'a PaperAsk,
    last_year: Option<&'a PlanFile>,
}

impl<'a> Desk<'a> {
    /// The office that was asked for.
    fn office(&self) -> Result<Option<&'a Office>, PaperError> {
        let Some(id) = &self.ask.office else { return Ok(None) };
        let known = || self.file.offices.iter().map(|office| office.id.to_string());
        let office = self.file.offices.get(id).ok_or_else(|| unknown("cơ quan", id.as_str(), known()))?;
        Ok(Some(office))
    }

    /// The days that the paper is about: those asked for, those of the period, else the year up to today.
    fn window(&self) -> Window {
        let of_period = |period| ReportSpec::of_period(self.file, period).window;
        self.ask.window.or_else(|| self.ask.period.map(of_period)).unwrap_or_else(|| {
            let year = Period::new(PeriodKind::Year, self.file.plan.year, 1);
            let whole = year.map(of_period);
            whole.map_or(Window { from: self.today, to: self.today }, |whole| Window {
                to: whole.to.min(self.today).max(whole.from),
                ..whole
            })
        })
    }

    /// `quý II năm 2026`; the days, where no period was asked for.
    fn window_name(&self) -> String {
        match (self.ask.window, self.ask.period) {
            (None, Some(period)) => period.vietnamese(),
            (None, None) => {
                format!("năm {} (đến ngày {})", self.file.plan.year, text::date_vi(self.window().to))
            }
            (Some(window), _) => text::range_long(window.from, window.to),
        }
    }

    /// The same inside a title: `năm 2026` where no period was asked for.
    fn period_name(&self) -> String {
        match (self.ask.window, self.ask.period) {
            (None, None) => format!("năm {}", self.file.plan.year),
            _ => self.window_name(),
        }
    }

    /// What an office is called: its name, else the id that stands in the record.
    fn office_name(&self, id: &'a OfficeId) -> &'a str {
        self.file.offices.get(id).map_or(id.as_str(), |office| &office.name)
    }

    /// The name of a file: `{what}-2026-Q2`, with the day where there is no period.
    fn file_name(&self, what: &str) -> String {
        match self.ask.period {
            Some(period) => format!("{what}-{period}"),
            None => format!("{what}-{}", self.today),
        }
    }
}

fn unknown(what: &'static str, id: &str, known: impl Iterator<Item = String>) -> PaperError {
    PaperError::Unknown { what, id: id.to_owned(), known: listed(known) }
}

/// The ids that there are, in a message.
fn listed(known: impl Iterator<Item = String>) -> String {
    let known: Vec<String> = known.take(40).collect();
    if known.is_empty() { "không có mục nào".to_owned() } else { known.join(", ") }
}

fn plan(desk: &Desk<'_>) -> Result<Paper, PaperError> {
    let mut document = plan_document(desk.file);
    let number = desk.file.plan.number.is_none() || desk.file.plan.issued_on.is_none();
    let mut remarks = Vec::new();
    if number {
        remarks.push("Kế hoạch chưa có số hoặc ngày ban hành; văn bản để trống chỗ đó.".to_owned());
    }
    if desk.ask.with_duties {
        remarks.extend(duties::append(desk.file, &mut document)?);
    }
    Ok(Paper { document, file_name: plan_file_name(&desk.file.plan), remarks })
}

fn report(desk: &Desk<'_>, form: ReportForm) -> Result<Paper, PaperError> {
    let (file, ask) = (desk.file, desk.ask);
    let spec = match (&ask.filing, ask.period, ask.window) {
        (Some(id), ..) => {
            let items = &desk.tracking.progress().reports;
            let item = items.iter().find(|item| item.filing == *id);
            let known = || items.iter().map(|item| item.filing.to_string());
            let item = item.ok_or_else(|| unknown("kỳ báo cáo", id.as_str(), known()))?;
            ReportSpec::of_item(file, item)
        }
        (None, period, Some(window)) => {
            let spec = ReportSpec::of_window(file, &ask.title, window);
            ReportSpec { period, ..spec }
        }
        (None, Some(period), None) => ReportSpec::of_period(file, period),
        (None, None, None) => return Err(PaperError::NeedsPeriod),
    };
    if let Some(frozen) = file.frozen(&spec.filing) {
        return as_frozen(desk, frozen, form, &spec);
    }
    let made = compose_beside(desk.tracking, &spec.with_form(form), desk.last_year);
    let homeless = made.homeless_edits.iter();
    let homeless = homeless
        .map(|edit| format!("Đoạn đã sửa tay “{}” không còn trong báo cáo: {}", edit.paragraph, edit.text));
    Ok(Paper {
        document: to_document(&made),
        file_name: file_name_of(&made.spec, form),
        remarks: made.remarks.iter().cloned().chain(homeless).collect(),
    })
}

fn file_name_of(spec: &ReportSpec, form: ReportForm) -> String {
    let name = spec.clone().with_form(form).file_name("");
    name.trim_end_matches('.').to_owned()
}

/// Of a version that was frozen after the report had been sent.
const UNSENT: &str =
    "Bản điều chỉnh lập sau khi báo cáo đã nộp: số và ngày để trống, ghi khi ban hành bản điều chỉnh.";

/// A report that is frozen, as it stood; what has changed since is told beside it.
fn as_frozen(
    desk: &Desk<'_>,
    frozen: &FrozenReport,
    form: ReportForm,
    spec: &ReportSpec,
) -> Result<Paper, PaperError> {
    let document = kept(desk.file, frozen, form)?;
    let drift = drift(desk.tracking, frozen);
    let mut remarks = vec![format!(
        "Báo cáo đã chốt ngày {}, người chốt: {}; văn bản là bản đã chốt.",
        text::date_vi(frozen.at.date_naive()),
        frozen.by
    )];
    if is_unsent(desk.file, frozen) {
        remarks.push(UNSENT.to_owned());
    }
    if let Some(why) = &drift.uncompared {
        remarks.push(format!("Không so được bản đã chốt với sổ theo dõi: {why}."));
    }
    let counts = [
        (drift.records.len(), "bản ghi thay đổi"),
        (drift.paragraphs.len(), "đoạn sẽ khác"),
        (drift.parts.len(), "bảng hoặc phần sẽ khác"),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<_> =
        counts.map(|(count, what)| format!("{} {what}", text::two_digits(count as u64))).collect();
    if !counts.is_empty() {
        remarks.push(format!("Từ khi chốt có {}; lập bản đính chính, bổ sung nếu cần.", counts.join(", ")));
    }
    Ok(Paper { document, file_name: file_name_of(spec, form), remarks })
}

/// The frozen document, which nothing composed takes the place of.
pub(super) fn kept(file: &PlanFile, frozen: &FrozenReport, form: ReportForm) -> Result<Document, PaperError> {
    issued(file, frozen, form).map_err(|why| PaperError::Illegible {
        report: frozen.name().to_owned(),
        id: frozen.id.clone(),
        why,
    })
}
