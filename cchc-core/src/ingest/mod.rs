//! Đọc văn bản kế hoạch: a plan as offices have it, in text or Word, becomes a plan file.
//!
//! Reading never fails. It gives the plan as far as it was understood, where each value was read and how surely, what is
//! wrong in the document, and the words that were not understood: those are kept as passages and listed. Nothing is
//! repaired silently.
//!
//! ```
//! use cchc_core::{calendar::Date, ingest};
//!
//! let text = "KẾ HOẠCH\nTuyên truyền cải cách hành chính xã Hoa Thám năm 2026\n\n\
//!     I. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng HĐND và UBND xã\n\n\
//!     Hằng tháng, có ít nhất 02 tin, bài về CCHC đăng trên Trang thông tin điện tử.\n";
//! let today = Date::from_ymd_opt(2026, 5, 4).unwrap();
//! let ingested = ingest::text(text, "hoa-tham-2026".parse()?, today);
//! let duty = ingested.file.duties.at(0).unwrap();
//! assert_eq!(duty.cadence.value.vietnamese(), "Hằng tháng");
//! # Ok::<(), cchc_core::id::IdError>(())
//! ```
//!
//! A pipeline of small readers over one text: lines → paragraphs, tables, footnotes (`lines`, `docx`) →
//! passages in their sections (`outline`) → citations, header, contents, offices with their duties, reports, close.

mod catalogue;
mod citation;
mod closing;
mod contents;
mod date;
mod docx;
mod door;
mod duties;
mod faults;
mod header;
pub mod import;
mod lines;
mod offices;
mod outline;
mod package;
mod partners;
mod quota;
mod reading;
mod reports;
pub mod sheet;
mod source;
mod table;
mod timing;
mod words;
mod xml;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use citation::{Mention, Registry, Resolved};
use header::Header;
use outline::{Block, Outline, Part};
use reading::Log;
use source::Source;
use words::Words;

use crate::calendar::{Date, builtin_holidays};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::exchange::{self, PlanFile};
use crate::id::{DocumentId, FileId};
use crate::order;
use crate::plan::{Passage as PlanPassage, PassageRole, Plan, Stated};
use crate::record::{Extra, Kind};
use crate::text::slug;

pub use door::{IngestError, MAX_BYTES, bytes};
pub use reading::{Certainty, Reading, Span};
pub use source::{Outside, OutsideKind};

/// A plan that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Ingested {
    /// The plan file, with nothing in its register.
    pub file: PlanFile,
    /// What was read where, in the order of the file, and what was not understood.
    pub readings: Vec<Reading>,
    /// Words that stand in no passage: letterhead, page numbers, recipients, signature.
    pub outside: Vec<Outside>,
    /// What is wrong or doubtful.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the text of a plan. `id` is the new file's; `today` tells which deadlines have passed.
pub fn text(text: &str, id: FileId, today: Date) -> Ingested {
    ingest(lines::read(text), id, today)
}

/// The id that a plan's file has when nobody says another: "xa-hoa-tham-2026". Two people who read the same plan get
/// the same one, so that their files merge.
///
/// # Panics
/// Never: the fallback is an id.
pub fn proposed_id(plan: &Plan) -> FileId {
    let id = slug(&format!("{} {}", plan.commune, plan.year), 80);
    FileId::new(id).unwrap_or_else(|_| FileId::new("ke-hoach").expect("a plain id"))
}

/// A passage with its words and the documents it cites.
struct Passage<'o> {
    block: &'o Block,
    words: Words<'o>,
    mentions: Vec<Mention>,
    resolved: Vec<Resolved>,
}

impl<'o> Passage<'o> {
    fn of_words(block: &'o Block, words: Words<'o>) -> Self {
        Self { block, words, mentions: Vec::new(), resolved: Vec::new() }
    }
}

/// What the readers share.
struct Draft<'o> {
    passages: Vec<Passage<'o>>,
    header: Header,
    registry: Registry,
    /// Passages that hold duties, though their section is another's.
    duty_blocks: HashSet<usize>,
    today: Date,
    log: Log,
    found: Vec<Diagnostic>,
}

impl Draft<'_> {
    /// The documents that a passage and its footnotes cite.
    fn documents_of(&self, passage: usize) -> Vec<Resolved> {
        let Some(passage) = self.passages.get(passage) else { return Vec::new() };
        let mut all = Vec::new();
        all.extend(&passage.resolved);
        for mark in passage.block.text.split("[^").skip(1) {
            let number: Option<u32> = mark.split_once(']').and_then(|(number, _)| number.parse().ok());
            let notes = self
                .passages
                .iter()
                .filter(|note| number.is_some_and(|number| note.block.role == PassageRole::Footnote(number)));
            all.extend(notes.flat_map(|note| &note.resolved));
        }
        all
    }
}

fn ingest(source: Source, id: FileId, today: Date) -> Ingested {
    let (mut log, mut found) = (Log::default(), Vec::new());
    if source.has_macros {
        found.push(Diagnostic::note(
            "macros",
            Place::default(),
            "tệp có macro; macro không được đọc và không chạy",
            "",
        ));
    }
    let outline = outline::outline(source);
    let header = header::header(&outline, today, &mut log, &mut found);
    faults::faults(&outline, &mut found);
    let registry = Registry::new(&header.province);
    let mut draft =
        Draft { passages: Vec::new(), header, registry, duty_blocks: HashSet::new(), today, log, found };
    citations(&mut draft, &outline);
    let assigned = offices::assign(&mut draft);
    draft.duty_blocks = assigned.items.iter().map(|item| item.passage).collect();
    let goals = contents::goals(&mut draft);
    let topics = contents::topics(&mut draft);
    let targets = contents::targets(&mut draft, &topics);
    let (channel_groups, channels) = contents::channels(&mut draft);
    for office in &assigned.offices {
        let block = draft.passages.iter().find(|passage| passage.block.id == office.source.passage);
        if let Some(block) = block.map(|passage| passage.block) {
            draft.log.read(
                block,
                0..block.text.len(),
                Place::record(office, ""),
                &office.name,
                assigned.certainty(office),
            );
        }
    }
    let general = duties::general_requirement(&draft);
    let around = duties::Around { offices: &assigned.offices, channels: &channels, topics: &topics, general };
    let (duties, asked) = duties::duties(&mut draft, &assigned, &around);
    let focal = assigned.focal_office().map(|(_, office)| office);
    let report_rules = reports::rules(&mut draft, &asked, &assigned);
    let focal_name = focal.map_or("Phòng Văn hóa - Xã hội", |office| office.name.as_str());
    let (escalation, escalation_source) =
        closing::escalation(&outline, &draft.header, focal_name, &mut draft.log);
    let (recipients, signature) = closing::closing(&outline, &mut draft.log);
    let (carries_out, tracked_from) = followed(&mut draft);
    leftovers(&mut draft);
    unheld(&mut draft);
    draft.registry.faults(&mut draft.found);
    if duties.is_empty() {
        draft.found.push(Diagnostic::warning(
            "no-duties",
            Place::part("duties"),
            "không đọc ra nhiệm vụ nào của cơ quan, đơn vị",
            "Xem phần tổ chức thực hiện hoặc phụ lục, rồi thêm nhiệm vụ bằng tay",
        ));
    }
    let Header { title, year, commune, province, issuer, number, issued_on } = draft.header.clone();
    let plan = Plan {
        title,
        year,
        commune,
        province,
        issuer,
        number,
        issued_on,
        carries_out,
        tracked_from,
        escalation,
        escalation_source,
        recipients,
        signature,
        illustrative: None,
        extra: Extra::new(),
    };
    let mut file = PlanFile::new(id, plan);
    file.contents.documents = draft.registry.documents().cloned().collect();
    file.contents.goals = goals.into_iter().collect();
    file.contents.topics = topics.into_iter().collect();
    file.contents.targets = targets.into_iter().collect();
    file.contents.channel_groups = channel_groups.into_iter().collect();
    file.contents.channels = channels.into_iter().collect();
    file.contents.units = catalogue::units_of(&duties).into_iter().collect();
    file.contents.offices = assigned.offices.into_iter().collect();
    file.contents.duties = duties.into_iter().collect();
    file.contents.report_rules = report_rules.into_iter().collect();
    file.contents.holidays = builtin_holidays(file.plan.year).into_iter().collect();
    let Draft { log, found: mut diagnostics, .. } = draft;
    file.contents.passages = passages(outline.blocks);
    // What the reading of the citations has told already is not told again; what is only good to know is not about the
    // reading.
    let told: Vec<_> = diagnostics.iter().map(|one| (one.code, one.place.clone())).collect();
    let is_new = |one: &Diagnostic| {
        one.severity > Severity::Note
            && !told.iter().any(|(code, place)| *code == one.code && *place == one.place)
    };
    diagnostics.extend(exchange::check(&file).into_iter().filter(is_new));
    Ingested { file, readings: in_order(log.readings), outside: outline.outside, diagnostics }
}

/// Reads the citations of every passage.
fn citations<'o>(draft: &mut Draft<'o>, outline: &'o Outline) {
    for block in &outline.blocks {
        let words = Words::of(&block.text);
        let is_list = matches!(block.role, PassageRole::Footnote(_)) || block.text.starts_with("Căn cứ");
        // "(Kèm theo Kế hoạch số …)" is the plan itself.
        let is_own =
            block.part == Part::Title || (block.part == Part::Appendix && block.text.starts_with('('));
        let mentions = if is_own { Vec::new() } else { citation::mentions(&words, is_list) };
        let resolved = draft.registry.take(&block.id, &block.text, &mentions);
        for (mention, this) in mentions.iter().zip(&resolved) {
            if let Some(document) = draft.registry.get(*this) {
                let shown = document.short_citation();
                let place = Place::record(document, "");
                draft.log.read(block, mention.at.clone(), place, shown, Certainty::Written);
            }
        }
        draft.passages.push(Passage { block, words, mentions, resolved });
    }
}

/// What the plan carries out, and the day from which it is followed.
fn followed(draft: &mut Draft<'_>) -> (Vec<DocumentId>, Stated<Date>) {
    let mut carried: Vec<DocumentId> = Vec::new();
    let mut from: Option<Stated<Date>> = None;
    for passage in draft.passages.iter().filter(|passage| passage.block.part == Part::Opening) {
        let text = &passage.block.text;
        for (mention, this) in passage.mentions.iter().zip(&passage.resolved) {
            if mention.inside.is_some() {
                continue;
            }
            let words = &passage.words;
            let n = words.index_at(mention.at.start);
            let leads = |at: &usize| words.any(*at, &["thuc hien", "trien khai"]).is_some_and(|end| end <= n);
            let carries = (n.saturating_sub(4)..n).any(|at| leads(&at))
                || (carried.len() == 1
                    && words.get(n.wrapping_sub(1)).is_some_and(|token| token.is("và") || token.is(",")));
            let Some(document) = draft.registry.get(*this).filter(|_| carries) else { continue };
            if !carried.contains(&document.id) {
                carried.push(document.id.clone());
            }
            if let (None, Some(date)) = (&from, mention.date) {
                let said = &text[mention.at.clone()];
                let start = (0..n).find(leads);
                let start = start.map_or(mention.at.start, |at| words.span(at..at + 1).start);
                let end = mention.at.start + said.find(" của ").unwrap_or(said.len());
                let reason = format!(
                    "Văn bản không có ngày ban hành; lấy ngày của {} mà Kế hoạch này thực hiện.",
                    document.short_citation()
                );
                from =
                    Some(Stated { wording: text[start..end].to_owned(), ..Stated::inferred(date, reason) });
            }
        }
    }
    let year = draft.header.year;
    let from = match (draft.header.issued_on, from) {
        (Some(date), _) => Stated::inferred(date, "Lấy ngày ban hành Kế hoạch."),
        (None, Some(from)) => from,
        (None, None) => {
            let first = Date::from_ymd_opt(year, 1, 1).unwrap_or_default();
            Stated::inferred(first, "Văn bản không có ngày ban hành; lấy ngày đầu năm kế hoạch.")
        }
    };
    draft.log.concluded(Place::plan("tracked_from"), crate::text::date_vi(from.value));
    (carried, from)
}

/// Lists the passages that nothing was made of.
fn leftovers(draft: &mut Draft<'_>) {
    let read: HashSet<&str> = draft
        .log
        .readings
        .iter()
        .filter_map(|reading| reading.span.as_ref())
        .map(|span| span.passage.as_str())
        .collect();
    let left: Vec<&Block> = draft
        .passages
        .iter()
        .map(|passage| passage.block)
        .filter(|block| !block.is_heading() && !read.contains(block.id.as_str()))
        .filter(|block| !block.cells.as_ref().is_some_and(|cells| cells.is_head))
        .collect();
    for block in left {
        match known_words(block) {
            Some(what) => {
                let at = 0..block.text.len();
                draft.log.read(block, at, Place::part("passages"), what, Certainty::Inferred);
            }
            None => draft.log.not_understood(block, 0..block.text.len()),
        }
    }
}

/// Lists the amounts and days that were asked for and that no record holds: words that were taken as a name or a topic
/// alone would otherwise be followed by nobody.
fn unheld(draft: &mut Draft<'_>) {
    let mut held: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    for reading in &draft.log.readings {
        let is_value =
            matches!(reading.place.field.as_str(), "quota" | "cadence" | "output" | "levels" | "due")
                || matches!(reading.place.part.as_str(), "targets" | "documents" | "report_rules" | "plan");
        if let Some(span) =
            reading.span.as_ref().filter(|_| is_value || reading.certainty == Certainty::NotUnderstood)
        {
            held.entry(span.passage.as_str()).or_default().push(span.start..span.end);
        }
    }
    let mut open: Vec<(&Block, Range<usize>)> = Vec::new();
    for passage in &draft.passages {
        let (block, words) = (passage.block, &passage.words);
        if !matches!(block.part, Part::Topics | Part::Channels | Part::Tasks | Part::Duties | Part::Table)
            || block.is_heading()
        {
            continue;
        }
        let held = held.get(block.id.as_str()).map_or(&[][..], Vec::as_slice);
        let amounts = quota::amounts(words).into_iter().map(|amount| words.span(amount.tokens));
        open.extend(
            amounts
                .filter(|at| !held.iter().any(|held| held.start < at.end && at.start < held.end))
                .map(|at| (block, at)),
        );
    }
    for (block, at) in open {
        draft.log.not_understood(block, at);
    }
}

/// What words are that every plan has and no record is made of.
fn known_words(block: &Block) -> Option<&'static str> {
    let words = Words::of(&block.text);
    match block.part {
        Part::Opening
            if words.has("kế hoạch") && words.has_any(&["ban hành", "xây dựng", "triển khai", "tổ chức"]) =>
        {
            Some("câu dẫn")
        }
        Part::Duties => offices::said_to_all(&Words::of(block.rest())),
        Part::Closing => words.any(0, &["trên đây là"]).map(|_| "lời kết"),
        Part::Budget => Some("kinh phí"),
        Part::Appendix if block.text.starts_with('(') => Some("dẫn chiếu phụ lục"),
        Part::Appendix if block.text.chars().count() <= 160 && !block.text.ends_with('.') => {
            Some("tên phụ lục")
        }
        Part::Topics | Part::Tasks if words.has_any(&["theo phụ lục", "tại phụ lục", "phụ lục kèm theo"]) => {
            Some("dẫn chiếu phụ lục")
        }
        // A row that only names a group.
        Part::Table => {
            let cells = block.cells.as_ref()?;
            (cells.at.iter().filter(|cell| !cell.is_empty()).count() <= 2).then_some("nhóm nhiệm vụ")
        }
        _ => None,
    }
}

fn passages(blocks: Vec<Block>) -> crate::record::Records<PlanPassage> {
    blocks
        .into_iter()
        .enumerate()
        .map(|(at, block)| PlanPassage {
            id: block.id,
            order: at as u32 + 1,
            section: block.section,
            role: block.role,
            text: block.text,
            extra: Extra::new(),
        })
        .collect()
}

/// In the order of the file's kinds; what was not understood last, each in the order of the text.
fn in_order(mut readings: Vec<Reading>) -> Vec<Reading> {
    let rank = |reading: &Reading| {
        let kind = Kind::from_key(&reading.place.part).map_or(usize::MAX, |kind| {
            Kind::ALL.iter().position(|known| *known == kind).unwrap_or(usize::MAX)
        });
        let last = reading.certainty == Certainty::NotUnderstood;
        (last, if last { reading.line } else { kind })
    };
    order::sort_by_key(&mut readings, rank);
    readings
}

#[cfg(test)]
pub(crate) mod tests;
