//! The report as a whole.

use chrono::Datelike;

use crate::calendar::{Date, Period, Window};
use crate::document::{HeadingLevel, PartialDate};
use crate::exchange::PlanFile;
use crate::id::ReportRuleId;
use crate::plan::{CitedDocument, Plan, ReportForm, Signature};
use crate::progress::ledger::{Fact, Ledger};
use crate::progress::{Progress, ReportItem, Tracking};
use crate::register::{FilingState, ParagraphEdit};
use crate::report::comparison::LastYear;
use crate::report::figures::add_up;
use crate::report::judgement::Judgement;
use crate::report::papers::committee_signature;
use crate::report::returned::Returned;
use crate::report::words::{ABBREVIATIONS, explain, lower_first};
use crate::report::{
    Annex, Figures, Paragraph, Piece, ReportSpec, appendix, assessment, comparison, edit, indices, lead,
    outlook, quotas, remarks, results, works,
};
use crate::text::{self, capitalized};

/// Báo cáo: composed, with a person's words laid over it.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Which one.
    pub spec: ReportSpec,
    /// The name by which files and windows call it: `Báo cáo quý II năm 2026`.
    pub name: String,
    /// Số liệu đến ngày: the cut-off, or today where that is earlier.
    pub as_of: Date,
    /// Whether the cut-off is still to come, so that the figures may grow.
    pub is_draft: bool,
    /// What stands around the text; none of a section to embed.
    pub head: Option<ReportHead>,
    /// The text, from top to bottom.
    pub pieces: Vec<Piece>,
    /// Phụ lục số liệu; none of a section to embed.
    pub annexes: Vec<Annex>,
    /// What is invented in the figures, in a sentence; shown wherever they are.
    pub illustrative: Option<String>,
    /// Việc còn thiếu trước khi trình ký: for whoever edits the report, not part of it.
    pub remarks: Vec<String>,
    /// A person's words for paragraphs that the report no longer has; nothing of them is lost.
    pub homeless_edits: Vec<ParagraphEdit>,
}

/// Thể thức: what stands around the text.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportHead {
    /// Cơ quan ban hành, in lines.
    pub issuer: Vec<String>,
    /// Số, as recorded, where it has been given one: `120`, `120a`.
    pub number: Option<String>,
    /// Ký hiệu, as recorded; else `BC-UBND`.
    pub symbol: String,
    /// Địa danh.
    pub place: String,
    /// Ngày ban hành, as far as known.
    pub date: PartialDate,
    /// Trích yếu.
    pub subject: String,
    /// Kính gửi.
    pub addressee: String,
    /// Nơi nhận.
    pub recipients: Vec<String>,
    /// Lưu.
    pub archive: String,
    /// Chữ ký.
    pub signature: Option<Signature>,
}

impl Report {
    /// The paragraphs, from top to bottom.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Paragraph(paragraph) => Some(paragraph),
            Piece::Heading { .. } | Piece::Table(_) | Piece::Chart(_) => None,
        })
    }

    /// The paragraph of that key.
    pub fn paragraph(&self, key: &str) -> Option<&Paragraph> {
        self.paragraphs().find(|paragraph| paragraph.key == key)
    }

    /// Whether a person's words stand beside figures that have moved since.
    pub fn has_moved(&self) -> bool {
        self.paragraphs().any(Paragraph::has_moved)
    }

    /// A name for the file: `bao-cao-tuyen-truyen-cchc-xa-hoa-tham-2026-Q2.docx`.
    pub fn file_name(&self, extension: &str) -> String {
        self.spec.file_name(extension)
    }
}

/// What the sections are composed from.
pub(super) struct Context<'a> {
    pub(super) file: &'a PlanFile,
    pub(super) spec: &'a ReportSpec,
    pub(super) today: Date,
    pub(super) as_of: Date,
    /// Of the day of the figures.
    pub(super) progress: &'a Progress,
    pub(super) judged: Judgement<'a>,
    pub(super) ledger: &'a Ledger<'a>,
    /// The report's activities, in order of time.
    pub(super) facts: &'a [Fact],
    /// Those that used no channel: steering, guiding, checking.
    pub(super) off_channel: Vec<&'a Fact>,
    /// The report in the calendar, as it is today.
    pub(super) item: Option<&'a ReportItem>,
    /// Whose figures have come.
    pub(super) returned: Returned<'a>,
    /// Ngày của văn bản: nothing later can stand in it.
    pub(super) dated: Date,
    pub(super) now: Figures,
    /// The period before, where it has figures to compare with.
    pub(super) before: Option<(Period, Figures)>,
    /// The same period of last year, where its file is at hand.
    pub(super) last_year: Option<LastYear>,
    /// Since the beginning of the year, where the rule asks for it.
    pub(super) cumulative: Option<Figures>,
}

/// Composes a report: the same from the same file on the same day.
pub fn compose(file: &PlanFile, spec: &ReportSpec, today: Date) -> Report {
    compose_from(&Tracking::of(file, today), spec)
}

/// Composes a report from a file that was taken apart already.
pub fn compose_from(tracking: &Tracking<'_>, spec: &ReportSpec) -> Report {
    compose_beside(tracking, spec, None)
}

/// Composes a report that is also held against the same period of last year, whose file comes along: a plan file holds
/// one year.
pub fn compose_beside(tracking: &Tracking<'_>, spec: &ReportSpec, last_year: Option<&PlanFile>) -> Report {
    let (file, today, ledger) = (tracking.file(), tracking.today(), tracking.ledger());
    let as_of = today.min(spec.window.to);
    let past;
    let progress = if as_of == today {
        tracking.progress()
    } else {
        past = tracking.progress_on(as_of);
        &past
    };
    let calendar = tracking.reports();
    let item = calendar.iter().find(|item| item.filing == spec.filing);
    let now = add_up(file, ledger, spec.window);
    let before = spec.previous.map(|(period, window)| (period, add_up(file, ledger, window)));
    let before = before.filter(|(_, sum)| sum.activities > 0);
    let since = |from| add_up(file, ledger, Window { from, ..spec.window });
    let cumulative = spec.cumulative_from.map(since);
    // What went before the plan was not followed up, and is nothing to compare with.
    let is_tracked = spec.previous.is_some_and(|(_, window)| window.to >= file.plan.tracked_from.value);
    let before = before.filter(|_| is_tracked);
    let returned = Returned::of(file, &calendar, item, spec.window.to);
    let judged = Judgement::of(progress, spec, &returned, today);
    let facts = ledger.within(spec.window);
    let off_channel = facts.iter().filter(|fact| fact.channel.is_none()).collect();
    let context = Context {
        file,
        spec,
        today,
        as_of,
        progress,
        judged,
        ledger,
        facts,
        off_channel,
        dated: day_of_signing(spec, item, today),
        item,
        returned,
        now,
        before,
        last_year: last_year.and_then(|last| LastYear::of(file, spec, last)),
        cumulative,
    };
    let is_embedded = spec.form == ReportForm::Embedded;
    let mut pieces = Vec::new();
    if is_embedded {
        embedded(&context, &mut pieces);
    } else {
        stand_alone(&context, &mut pieces);
        explain_abbreviations(&mut pieces);
    }
    let homeless_edits = edit::lay_over(file, &spec.filing, &mut pieces);
    let undecided = edit::undecided(&pieces);
    let is_none_proposed = pieces.iter().any(|piece| {
        matches!(piece, Piece::Paragraph(one) if one.key == outlook::NO_PROPOSAL && one.edited.is_none())
    });
    let name = match spec.period {
        Some(period) => format!("Báo cáo {}", period.vietnamese()),
        None => format!("Báo cáo {}", lower_first(&spec.title)),
    };
    Report {
        name,
        as_of,
        is_draft: today < spec.window.to,
        head: (!is_embedded).then(|| head(&context)),
        annexes: if is_embedded { Vec::new() } else { appendix::annexes(&context) },
        illustrative: file.plan.illustrative.clone(),
        remarks: undecided.into_iter().chain(remarks::remarks(&context, is_none_proposed)).collect(),
        pieces,
        homeless_edits,
        spec: spec.clone(),
    }
}

fn heading(level: HeadingLevel, title: impl Into<String>) -> Piece {
    Piece::Heading { level, number: None, title: title.into() }
}

fn stand_alone(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    use HeadingLevel::{Item, Section};
    pieces.push(Piece::Paragraph(lead::opening(context)));
    pieces.push(heading(Section, "Công tác chỉ đạo, triển khai"));
    lead::steering(context, pieces);
    pieces.push(heading(Section, "Kết quả thực hiện"));
    pieces.push(Piece::Paragraph(results::overall(context)));
    pieces.push(heading(Item, "Nội dung tuyên truyền"));
    results::topics(context, pieces);
    pieces.push(heading(Item, "Hình thức tuyên truyền"));
    results::channels(context, pieces);
    works::details(context, pieces);
    pieces.push(heading(Item, "Kết quả theo cơ quan, đơn vị"));
    results::offices(context, pieces);
    pieces.push(heading(Item, "Kết quả thực hiện chỉ tiêu"));
    quotas::quotas(context, pieces, true);
    pieces.push(heading(Item, "So sánh với kỳ trước"));
    comparison::comparison(context, pieces, true);
    indices::indices(context, Item, None, pieces);
    pieces.push(heading(Section, "Đánh giá"));
    pieces.push(heading(Item, "Ưu điểm"));
    assessment::strengths(context, pieces);
    pieces.push(heading(Item, "Tồn tại, hạn chế"));
    assessment::weaknesses(context, pieces);
    pieces.push(heading(Item, "Nguyên nhân, khó khăn, vướng mắc"));
    assessment::causes(context, pieces);
    pieces.push(heading(Section, "Nhiệm vụ thời gian tới và kiến nghị, đề xuất"));
    let next = context.spec.next_name(context.file);
    pieces.push(heading(
        Item,
        next.map_or("Nhiệm vụ thời gian tới".to_owned(), |next| format!("Nhiệm vụ {next}")),
    ));
    outlook::tasks(context, pieces);
    pieces.push(heading(Item, "Kiến nghị, đề xuất"));
    outlook::proposals(context, pieces);
    pieces.push(Piece::Paragraph(lead::closing(context)));
}

/// The section of the CCHC report: item 4 of part I, "thông tin, tuyên truyền cải cách hành chính"; where something is
/// recorded of the indices also its item 6.
fn embedded(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    use HeadingLevel::{Item, Point};
    let title = "Công tác thông tin, tuyên truyền cải cách hành chính".to_owned();
    pieces.push(Piece::Heading { level: Item, number: Some(4), title });
    pieces.push(heading(Point, "Chỉ đạo, triển khai"));
    lead::steering(context, pieces);
    pieces.push(heading(Point, "Kết quả thực hiện"));
    pieces.push(Piece::Paragraph(results::overall_with_days(context)));
    results::topics(context, pieces);
    results::channels(context, pieces);
    quotas::quotas(context, pieces, false);
    comparison::comparison(context, pieces, false);
    pieces.push(heading(Point, "Tồn tại, hạn chế và nguyên nhân"));
    assessment::weaknesses(context, pieces);
    assessment::causes(context, pieces);
    pieces.push(heading(Point, "Nhiệm vụ thời gian tới và kiến nghị, đề xuất"));
    outlook::tasks(context, pieces);
    outlook::proposals(context, pieces);
    indices::indices(context, Item, Some(6), pieces);
}

/// A document of its own explains its abbreviations; one that is embedded stands in a report that does.
fn explain_abbreviations(pieces: &mut [Piece]) {
    for (short, full) in ABBREVIATIONS {
        for piece in &mut *pieces {
            if let Piece::Paragraph(paragraph) = piece
                && explain(&mut paragraph.composed, short, full)
            {
                break;
            }
        }
    }
}

fn head(context: &Context<'_>) -> ReportHead {
    let plan = &context.file.plan;
    let addressee = addressee(context);
    let filing = context.file.filings.get(&context.spec.filing);
    // What was given back keeps its number; the next version is another document.
    let numbered = filing.filter(|filing| filing.state != FilingState::Returned);
    let (number, symbol) = number_and_symbol(numbered.map_or("", |filing| filing.number.as_str()), "BC-UBND");
    // A day noted ahead on a draft is not the day of the document.
    let sent = filing.filter(|filing| filing.state.is_sent());
    let sent_on = sent.and_then(|filing| filing.sent_on);
    let (archive, recipients) = archive_and_recipients(plan);
    let others = recipients
        .into_iter()
        .filter(|recipient| !addressee.starts_with(recipient.split(" (").next().unwrap_or_default().trim()));
    ReportHead {
        issuer: issuer_lines(&plan.issuer),
        number,
        symbol,
        place: place(plan).to_owned(),
        date: sent_on.map_or_else(|| PartialDate { day: None, ..context.dated.into() }, PartialDate::from),
        subject: subject(context),
        recipients: std::iter::once("Như trên".to_owned()).chain(others).collect(),
        archive,
        signature: Some(committee_signature(plan)),
        addressee,
    }
}

/// Số, ký hiệu as recorded, apart: `120a/BC-VHXH` is `120a` and `BC-VHXH`. What is not recorded stays open, the symbol
/// that of the kind of document.
pub(super) fn number_and_symbol(recorded: &str, usual: &str) -> (Option<String>, String) {
    let recorded = recorded.trim();
    let recorded = ["Số", "số"].iter().find_map(|word| recorded.strip_prefix(word)).unwrap_or(recorded);
    let recorded = recorded.trim_start_matches([':', ' ', '\u{a0}']);
    let (number, symbol) = match recorded.split_once('/') {
        Some(parts) => parts,
        None if recorded.contains(|letter: char| letter.is_ascii_digit()) => (recorded, ""),
        None => ("", recorded),
    };
    let (number, symbol) = (number.trim(), symbol.trim());
    let symbol = if symbol.is_empty() { usual } else { symbol };
    ((!number.is_empty()).then(|| number.to_owned()), symbol.to_owned())
}

/// Nơi nhận as the form takes them: Lưu without its word, and the others with their remarks.
pub(super) fn archive_and_recipients(plan: &Plan) -> (String, Vec<String>) {
    let (archive, others): (Vec<_>, Vec<_>) =
        plan.recipients.iter().partition(|recipient| recipient.name.trim_start().starts_with("Lưu"));
    let archive = archive
        .first()
        .map(|line| line.name.trim().trim_start_matches("Lưu").trim_start_matches([':', ' ']).to_owned())
        .unwrap_or_default();
    let others = others.into_iter().map(|recipient| match recipient.note.as_str() {
        "" => recipient.name.clone(),
        note => format!("{} ({note})", recipient.name),
    });
    (archive, others.collect())
}

/// `UBND xã Hoa Thám` in two lines, written out.
pub(super) fn issuer_lines(issuer: &str) -> Vec<String> {
    match issuer.strip_prefix("UBND ").or_else(|| issuer.strip_prefix("Ủy ban nhân dân ")) {
        Some(commune) => vec!["Ủy ban nhân dân".to_owned(), commune.to_owned()],
        None => vec![issuer.to_owned()],
    }
}

/// `xã Hoa Thám` without its kind.
pub(super) fn place(plan: &Plan) -> &str {
    KINDS.iter().find_map(|kind| without_kind(&plan.commune, kind)).unwrap_or(&plan.commune)
}

/// The kinds of communes (Luật Tổ chức chính quyền địa phương 2025, Điều 1), and one that older plans have.
const KINDS: [&str; 4] = ["xã", "phường", "đặc khu", "thị trấn"];

fn without_kind<'a>(commune: &'a str, kind: &str) -> Option<&'a str> {
    let rest = commune.strip_prefix(kind).or_else(|| commune.strip_prefix(&capitalized(kind)))?;
    rest.strip_prefix(' ').map(str::trim_start)
}

/// "xã", "phường", "đặc khu": what the commune is; its name where that does not say.
pub(super) fn kind_of_place(plan: &Plan) -> &str {
    KINDS.into_iter().find(|kind| without_kind(&plan.commune, kind).is_some()).unwrap_or(&plan.commune)
}

/// The day on which it was sent. One that was not is signed by its last day, of which the draft leaves the day open; when
/// that month is over, no earlier than today.
fn day_of_signing(spec: &ReportSpec, item: Option<&ReportItem>, today: Date) -> Date {
    let due = due_of(spec, item);
    let sent_on = item.and_then(|item| item.sent_on);
    sent_on.unwrap_or(if month_of(today) > month_of(due) { today } else { due })
}

/// The last day to send, as far as anybody has set one.
pub(super) fn due_of(spec: &ReportSpec, item: Option<&ReportItem>) -> Date {
    item.and_then(|item| item.due).unwrap_or(spec.window.to)
}

pub(super) fn month_of(day: Date) -> (i32, u32) {
    (day.year(), day.month())
}

/// Kính gửi: whom the last level of the rule names, with the province; Sở Nội vụ where there is no rule.
fn addressee(context: &Context<'_>) -> String {
    addressee_of(context.file, context.spec.rule.as_ref())
}

/// Whom the last level of a rule names, of any rule where that has none.
pub(super) fn addressee_of(file: &PlanFile, rule: Option<&ReportRuleId>) -> String {
    let rule = rule.and_then(|rule| file.report_rules.get(rule));
    let own = rule.and_then(|rule| rule.final_level());
    let any = || file.report_rules.iter().find_map(|rule| rule.final_level());
    let to = own.or_else(any).map_or("Sở Nội vụ", |level| level.to.as_str());
    let province = &file.plan.province;
    if to.starts_with("Sở ") && !to.contains(province.as_str()) {
        format!("{to} {province}")
    } else {
        to.to_owned()
    }
}

/// Trích yếu.
fn subject(context: &Context<'_>) -> String {
    match context.spec.period {
        Some(period) => {
            format!("Kết quả công tác thông tin, tuyên truyền cải cách hành chính {}", period.vietnamese())
        }
        None => format!(
            "Kết quả công tác thông tin, tuyên truyền cải cách hành chính: {}",
            lower_first(&context.spec.title)
        ),
    }
}

/// Viện dẫn đầy đủ, at the first citation (NĐ 30/2020/NĐ-CP, Phụ lục I): the plan's own words where they are one;
/// else put together.
pub(super) fn full_citation(document: &CitedDocument) -> String {
    let quote = document.source.quote.trim();
    let is_whole = quote.starts_with(&document.doc_type)
        && document.number.as_ref().is_none_or(|number| quote.contains(number.as_str()));
    if is_whole {
        return quote.to_owned();
    }
    let mut citation = document.short_citation();
    if let Some(date) = document.date {
        citation.push_str(&format!(" ngày {}", text::date_vi(date)));
    }
    citation.push_str(&format!(" của {}", document.issuer));
    if !document.subject.is_empty() {
        citation.push_str(&format!(" về việc {}", document.subject));
    }
    citation
}
