//! Nhiệm vụ: the words of an office split into single duties, each with its part, partners, cadence and quota.

mod clause;
mod faults;
mod usual;
mod values;

use std::collections::HashSet;
use std::ops::Range;

use super::contents::{gist, indices, leads, short, unique_id};
use super::offices::{Assigned, Item, cell, said_to_all, split_offices};
use super::outline::{Block, Part};
use super::partners::{partners, push, role};
use super::quota::{Amount, amounts, uncounted};
use super::reading::Certainty;
use super::table::Column;
use super::timing::{When, report_periods, second, when};
use super::words::Words;
use super::{Draft, Passage};
use crate::calendar::{DeadlineRule, PeriodKind};
use crate::diagnostic::Place;
use crate::id::DutyId;
use crate::plan::{
    Basis, Cadence, Channel, Duty, DutyRole, Fulfilment, Office, OfficeRole, Source, Stated, Topic,
};
use crate::record::Extra;
use crate::text::slug;

/// What the reports of the plan are asked by: a duty of the focal office, and its words.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) duty: DutyId,
    pub(super) passage: usize,
    pub(super) at: Range<usize>,
    pub(super) periods: Vec<PeriodKind>,
    /// The words that name the periods.
    pub(super) wording: String,
    /// The day that these words set.
    pub(super) deadline: Option<Stated<DeadlineRule>>,
}

/// What duties refer to.
pub(super) struct Around<'a> {
    pub(super) offices: &'a [Office],
    pub(super) channels: &'a [Channel],
    pub(super) topics: &'a [Topic],
    /// The plan's sentence that everything is to be done "thường xuyên, liên tục".
    pub(super) general: Option<String>,
}

/// Reads the duties of all offices, in the order of the plan.
pub(super) fn duties(
    draft: &mut Draft<'_>,
    assigned: &Assigned,
    around: &Around<'_>,
) -> (Vec<Duty>, Vec<Asked>) {
    let mut made = Maker { draft, around, duties: Vec::new(), asked: Vec::new(), taken: HashSet::new() };
    for item in &assigned.items {
        let Some(office) = around.offices.get(item.office) else { continue };
        let block = made.draft.passages[item.passage].block;
        let before = made.duties.len();
        let named = match &block.cells {
            Some(_) => made.row(block, item, office),
            None => made.paragraph(block, item, office),
        };
        for duty in &mut made.duties[before..] {
            for name in item.beside.iter().chain(&named) {
                push(&mut duty.partners, name, around.offices);
            }
        }
    }
    (made.duties, made.asked)
}

struct Maker<'d, 'o, 'a> {
    draft: &'d mut Draft<'o>,
    around: &'a Around<'a>,
    duties: Vec<Duty>,
    asked: Vec<Asked>,
    taken: HashSet<String>,
}

/// One clause of a plan, ready to become a duty.
struct Clause<'w> {
    passage: usize,
    block: &'w Block,
    /// Its bytes in the passage.
    at: Range<usize>,
    words: &'w Words<'w>,
    time: Option<Time>,
    amounts: Vec<Counted>,
    output: Option<Stated<String>>,
}

/// A time that was read, and its words.
struct Time {
    when: When,
    wording: String,
    /// Whether they stand in the clause itself, not in a column of times.
    here: bool,
}

/// An amount that was read, and its words.
#[derive(Clone)]
struct Counted {
    amount: Amount,
    wording: String,
}

fn time(words: &Words<'_>, year: i32, here: bool) -> Option<Time> {
    let when = when(words, year)?;
    Some(Time { wording: words.slice(when.tokens.clone()).to_owned(), when, here })
}

fn counted(words: &Words<'_>) -> Vec<Counted> {
    let of = |amount: Amount| Counted { wording: words.slice(amount.tokens.clone()).to_owned(), amount };
    amounts(words).into_iter().map(of).collect()
}

impl<'o> Maker<'_, 'o, '_> {
    /// The clauses of a paragraph; it names its partners itself.
    fn paragraph(&mut self, block: &'o Block, item: &Item, office: &Office) -> Vec<String> {
        if leads(block) && block.text.len() == item.to && item.to - item.from < 200 {
            let at = item.from..block.text.len();
            self.draft.log.read(block, at, Place::part("passages"), "câu dẫn", Certainty::Inferred);
            return Vec::new();
        }
        for at in clause::clauses(&block.text[..item.to], item.from) {
            let words = Words::of(&block.text[at.clone()]);
            if let Some(what) = said_to_all(&words) {
                self.draft.log.read(block, at, Place::part("passages"), what, Certainty::Inferred);
                continue;
            }
            let time = time(&words, self.draft.header.year, true);
            let amounts = counted(&words);
            let passage = item.passage;
            self.duty(office, Clause { passage, block, at, words: &words, time, amounts, output: None });
        }
        Vec::new()
    }

    /// A row of a table; gives the names in its column of partners.
    fn row(&mut self, block: &'o Block, item: &Item, office: &Office) -> Vec<String> {
        let Some(task) = cell(block, Column::Task) else { return Vec::new() };
        let column = |column| cell(block, column).filter(|words| !words.is_empty());
        let year = self.draft.header.year;
        let words = Words::of(task);
        let own = time(&words, year, true);
        let said = column(Column::Time);
        let read = said.and_then(|said| time(&Words::of(said), year, false));
        if let (Some(said), None) = (said, &read) {
            let start = block.text.find(said).unwrap_or(0);
            self.draft.log.not_understood(block, start..start + said.len());
        }
        let read = match (read, own) {
            // "Thường xuyên" in the column says less than a period in the task.
            (Some(Time { when: When { cadence: Cadence::Continuous { .. }, .. }, .. }), Some(own))
                if matches!(own.when.cadence, Cadence::Recurring { .. }) =>
            {
                Some(own)
            }
            (read, own) => read.or(own),
        };
        let of_column = |known| column(known).map(|said| counted(&Words::of(said))).unwrap_or_default();
        // What the table counts in a column of its own; else what the task says; else a column of times or products.
        let found =
            [of_column(Column::Quota), counted(&words), of_column(Column::Time), of_column(Column::Output)];
        let amounts = found.into_iter().find(|amounts| !amounts.is_empty()).unwrap_or_default();
        for said in [Column::Quota, Column::Time].into_iter().filter_map(column) {
            let start = block.text.find(said).unwrap_or(0);
            self.uncounted(block, start, &Words::of(said));
        }
        self.duty(
            office,
            Clause {
                passage: item.passage,
                block,
                at: item.from..item.from + task.len(),
                words: &words,
                time: read,
                amounts,
                output: column(Column::Output).map(|output| Stated::written(output.to_owned(), output)),
            },
        );
        column(Column::Partners).map(split_offices).unwrap_or_default()
    }

    /// One clause: a duty, or several where it asks for several amounts.
    fn duty(&mut self, office: &Office, mut clause: Clause<'_>) {
        let (block, words) = (clause.block, clause.words);
        let (partners, goes_on) = partners(words, self.around.offices);
        let role = if office.role == OfficeRole::Asked { DutyRole::Asked } else { role(words) };
        let said = self::said(words, goes_on.filter(|_| role == DutyRole::Lead));
        let name = gist(said, 220);
        if name.is_empty() {
            self.draft.log.not_understood(block, clause.at);
            return;
        }
        let reports = reports(&clause).filter(|_| office.role == OfficeRole::Focal);
        if reports.is_some() {
            clause.amounts.clear();
        }
        let by_week = |time: &Time| {
            matches!(time.when.cadence, Cadence::Recurring { .. }) && time.wording.contains("tuần")
        };
        if clause.time.as_ref().is_some_and(by_week)
            || words.has_any(&["mỗi tuần", "hằng tuần", "hàng tuần", "/ tuần"])
        {
            clause.amounts.iter_mut().for_each(|counted| values::by_the_month(&mut counted.amount));
        }
        let cadence = match &reports {
            Some(reports) => Stated::written(Cadence::Reports, &reports.wording),
            None => values::cadence(&clause, self.draft.header.year, self.around),
        };
        let quota = match clause.amounts.first() {
            Some(first) => Some(values::quota(first, words, self.around)),
            None if reports.is_none() => values::usual_quota(words, &cadence.value),
            None => None,
        };
        let Ok(id) = DutyId::new(unique_id(&mut self.taken, &slug(&name, 48), "nhiem-vu")) else { return };
        let duty = Duty {
            id: id.clone(),
            order: self.duties.len() as u32 + 1,
            office: office.id.clone(),
            role,
            short_name: short(said, 34),
            name,
            partners,
            cadence,
            quota,
            since: None,
            fulfilled_by: is_the_plan(words, self.draft.header.year).then_some(Fulfilment::Plan),
            output: clause.output.take().or_else(|| usual::output(words)),
            channels: values::channels(words, self.around.channels),
            channels_basis: Basis::Written,
            topics: values::topics(words, self.around.topics),
            topics_basis: Basis::Inferred,
            indices: indices(&Passage::of_words(block, words.clone()), Some(&["par-index".to_owned()])).map(
                |stated| match stated.basis {
                    Basis::Inferred => Stated { reason: INDICES.to_owned(), ..stated },
                    _ => stated,
                },
            ),
            source: Source::new(block.id.clone(), &block.text[clause.at.clone()]),
            extra: Extra::new(),
        };
        faults::faults(self.draft, &duty, words);
        self.tell(&clause, &duty);
        self.uncounted(block, clause.at.start, words);
        let here = clause.time.as_ref().filter(|time| time.here && reports.is_none());
        if let Some(at) = here.and_then(|time| second(words, &time.when.tokens, self.draft.header.year)) {
            let at = words.span(at);
            self.draft.log.not_understood(block, clause.at.start + at.start..clause.at.start + at.end);
        }
        if let Some(Reports { periods, wording, deadline }) = reports {
            let (passage, at) = (clause.passage, clause.at.clone());
            self.asked.push(Asked { duty: id, passage, at, periods, wording, deadline });
        }
        self.duties.push(duty);
        for counted in clause.amounts.iter().skip(1) {
            self.another(&clause, counted);
        }
    }

    /// Amounts that no quota was made of: the most that is allowed, a thing that no unit counts.
    fn uncounted(&mut self, block: &Block, from: usize, words: &Words<'_>) {
        for at in uncounted(words) {
            let at = words.span(at);
            self.draft.log.not_understood(block, from + at.start..from + at.end);
        }
    }

    /// A second amount of the same words is a duty of its own: each is counted by itself.
    fn another(&mut self, clause: &Clause<'_>, counted: &Counted) {
        let Some(mut duty) = self.duties.last().cloned() else { return };
        duty.name = format!("{} ({})", gist(&duty.name, 160), counted.wording);
        duty.short_name = short(&counted.wording, 34);
        let id = unique_id(&mut self.taken, &slug(&duty.short_name, 40), "nhiem-vu");
        let Ok(id) = DutyId::new(id) else { return };
        duty.id = id;
        duty.order = self.duties.len() as u32 + 1;
        duty.quota = Some(values::quota(counted, clause.words, self.around));
        duty.fulfilled_by = None;
        faults::of_each(self.draft, &duty);
        self.tell(clause, &duty);
        self.duties.push(duty);
    }

    /// Says where each value of a duty was read.
    fn tell(&mut self, clause: &Clause<'_>, duty: &Duty) {
        let (block, log) = (clause.block, &mut self.draft.log);
        log.read(block, clause.at.clone(), Place::record(duty, ""), &duty.name, Certainty::Written);
        let cadence = &duty.cadence;
        let shown = format!("{} {}", cadence.value.vietnamese(), cadence.value.detail());
        log.stated(block, Place::record(duty, "cadence"), cadence, shown.trim());
        if let Some(quota) = &duty.quota {
            log.stated(block, Place::record(duty, "quota"), quota, values::shown(quota));
        }
        if !duty.partners.is_empty() {
            let names: Vec<&str> = duty.partners.iter().map(|partner| partner.name.as_str()).collect();
            let place = Place::record(duty, "partners");
            log.read(block, clause.at.clone(), place, names.join("; "), Certainty::Written);
        }
        if let Some(output) = &duty.output {
            log.stated(block, Place::record(duty, "output"), output, &output.value);
        }
        // Words on time that led to nothing.
        let open = clause.time.is_none() && clause.amounts.is_empty() && cadence.basis == Basis::Inferred;
        let unread = if open { clause::unread_time(clause.words) } else { None };
        let unread = unread.or_else(|| clause::unread_period(clause.words).filter(|_| clause.time.is_none()));
        if let Some(at) = unread {
            let at = clause.words.span(at);
            log.not_understood(block, clause.at.start + at.start..clause.at.start + at.end);
        }
    }
}

const INDICES: &str = "Thông tin, tuyên truyền CCHC thuộc lĩnh vực chỉ đạo, điều hành của PAR INDEX; Kế hoạch không nêu \
    chỉ số cho nhiệm vụ này.";

/// What the reports of a clause are asked for.
struct Reports {
    periods: Vec<PeriodKind>,
    wording: String,
    deadline: Option<Stated<DeadlineRule>>,
}

/// The periodic reports that a clause asks for.
fn reports(clause: &Clause<'_>) -> Option<Reports> {
    let words = clause.words;
    words.find(0, "báo cáo")?;
    let (mut periods, mut tokens) = report_periods(words);
    let mut deadline = None;
    if let Some(time) = &clause.time
        && let Cadence::Recurring { period, deadline: Some(rule), .. } = time.when.cadence
    {
        deadline = Some(match time.when.basis {
            Basis::Written => Stated::written(rule, &time.wording),
            basis => Stated {
                basis,
                wording: time.wording.clone(),
                ..Stated::inferred(rule, time.when.reason.as_str())
            },
        });
        // "trước ngày 01/6 và 01/12 hằng năm" is no report of the year.
        let within = |token: usize| time.here && time.when.tokens.contains(&token);
        if periods.is_empty() || (within(tokens.start) && within(tokens.end.saturating_sub(1))) {
            periods = vec![period];
            if time.here {
                tokens = time.when.tokens.clone();
            }
        }
    }
    let from = (tokens.start.saturating_sub(3)..tokens.start)
        .find(|at| words.any(*at, &["định kỳ", "theo định kỳ", "hằng", "hàng"]).is_some())
        .unwrap_or(tokens.start);
    let end = words.any(tokens.end, &["báo cáo"]).unwrap_or(tokens.end);
    let said = words.slice(from..end);
    // Of a column of times the words of the task say that it is a report.
    let wording = if said.is_empty() { words.text.trim() } else { said }.to_owned();
    (!periods.is_empty()).then_some(Reports { periods, wording, deadline })
}

/// What is to be done, without who leads it with whom.
fn said<'a>(words: &Words<'a>, goes_on: Option<usize>) -> &'a str {
    let led = ["co trach nhiem", "chiu trach nhiem", "chu tri ,", "chu tri"];
    // "% công dân" is no duty: the list of partners was not understood.
    let goes_on = goes_on.filter(|at| words.get(*at).is_some_and(super::words::Token::is_word));
    let from = goes_on.or_else(|| words.any(0, &led)).filter(|at| *at < words.len()).unwrap_or(0);
    let said = words.slice(from..words.len());
    // Without the bracket at the end that names the lead.
    match said.trim_end().strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((before, inner)) if inner.contains("chủ trì") => before.trim_end(),
        _ => said,
    }
}

/// Whether the duty is to draw up this very plan.
fn is_the_plan(words: &Words<'_>, year: i32) -> bool {
    let drawn = words.find_any(
        0,
        &["xay dung ke hoach", "xay dung , ban hanh ke hoach", "ban hanh ke hoach", "tham muu ke hoach"],
    );
    drawn.is_some_and(|at| {
        at.start <= 4
            && words.has_any(&["tuyen truyen"])
            && words.has(&year.to_string())
            && !words.has("kiem tra")
    })
}

/// The general sentence that everything is to be done all the time.
pub(super) fn general_requirement(draft: &Draft<'_>) -> Option<String> {
    draft.passages.iter().find_map(|passage| {
        let block = passage.block;
        if !matches!(block.part.main(), Part::Requirements | Part::Goals) || block.is_heading() {
            return None;
        }
        let at = passage.words.find_any(0, &["thuong xuyen , lien tuc", "thuong xuyen lien tuc"])?;
        let end = passage.words.span(at).end;
        let before = &block.text[..end];
        let start = before.rfind(". ").map_or(block.rest_at(), |dot| dot + 2);
        Some(before[start..].trim().to_owned())
    })
}
