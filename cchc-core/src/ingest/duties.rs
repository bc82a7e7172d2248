//! Nhiệm vụ: the words of an office split into single duties, each with its part, partners, cadence and quota.

mod clause;
mod usual;

use std::collections::HashSet;
use std::ops::Range;

use super::Draft;
use super::catalogue::catalogue;
use super::contents::{gist, indices, short, unique_id};
use super::offices::{Assigned, Item, cell, split_offices};
use super::outline::Part;
use super::partners::{partners, push, role};
use super::quota::{Amount, amounts};
use super::reading::Certainty;
use super::table::Column;
use super::timing::{When, every_quarter, report_periods, when, wrong_weekday};
use super::words::{Words, slug};
use crate::calendar::{Date, PeriodKind};
use crate::diagnostic::{Diagnostic, Place};
use crate::id::TopicId;
use crate::plan::{
    Basis, Cadence, Channel, Duty, DutyRole, Fulfilment, Office, OfficeRole, Quota, QuotaGoal, QuotaScope,
    Source, Stated, Topic,
};
use crate::record::Extra;
use crate::text::date_vi;

/// What the reports of the plan are asked by: a duty of the focal office, and its words.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) duty: crate::id::DutyId,
    pub(super) passage: usize,
    pub(super) at: Range<usize>,
    pub(super) periods: Vec<PeriodKind>,
    /// The words that name the periods.
    pub(super) wording: String,
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
    let mut made = Made { duties: Vec::new(), asked: Vec::new(), taken: HashSet::new() };
    for item in &assigned.items {
        let Some(office) = around.offices.get(item.office) else { continue };
        if draft.passages[item.passage].block.cells.is_some() {
            made.row(draft, item, office, around);
        } else {
            made.paragraph(draft, item, office, around);
        }
    }
    (made.duties, made.asked)
}

struct Made {
    duties: Vec<Duty>,
    asked: Vec<Asked>,
    taken: HashSet<String>,
}

impl Made {
    fn paragraph(&mut self, draft: &mut Draft<'_>, item: &Item, office: &Office, around: &Around<'_>) {
        let block = draft.passages[item.passage].block;
        if block.text[item.from..].trim_end().ends_with(':') && block.text.len() - item.from < 200 {
            draft.log.read(
                block,
                item.from..block.text.len(),
                Place::part("passages"),
                "câu dẫn",
                Certainty::Inferred,
            );
            return;
        }
        for at in clause::clauses(&block.text, item.from) {
            let words = Words::of(&block.text[at.clone()]);
            let when = when(&words, draft.header.year);
            self.duty(
                draft,
                item,
                office,
                around,
                &Clause { at, words: &words, when, output: None, amounts: None },
            );
        }
    }

    fn row(&mut self, draft: &mut Draft<'_>, item: &Item, office: &Office, around: &Around<'_>) {
        let block = draft.passages[item.passage].block;
        let Some(task) = cell(block, Column::Task) else { return };
        let at = item.from..item.from + task.len();
        let words = Words::of(task);
        let time = cell(block, Column::Time).filter(|time| !time.is_empty());
        let of_time = time.map(Words::of);
        let read = of_time.as_ref().and_then(|words| when(words, draft.header.year));
        if let (Some(time), None) = (time, &read) {
            let start = block.text.find(time).unwrap_or(0);
            draft.log.not_understood(block, start..start + time.len());
        }
        let read = read
            .zip(of_time.as_ref())
            .map(|(when, words)| (when, words.text))
            .or_else(|| when(&words, draft.header.year).map(|when| (when, words.text)));
        let amounts_cell = cell(block, Column::Quota).map(Words::of);
        let amounts = amounts_cell.as_ref().map(|words| (amounts(words), words.text));
        let output = cell(block, Column::Output).filter(|output| !output.is_empty());
        let clause = Clause {
            at,
            words: &words,
            when: None,
            output: output.map(|output| Stated::written(output.to_owned(), output)),
            amounts: amounts
                .map(|(amounts, text)| (amounts, text.to_owned()))
                .filter(|(amounts, _)| !amounts.is_empty()),
        };
        let before = self.duties.len();
        self.duty_with(draft, item, office, around, &clause, read);
        let named = cell(block, Column::Partners).map(split_offices).unwrap_or_default();
        for duty in &mut self.duties[before..] {
            for name in item.beside.iter().chain(&named) {
                push(&mut duty.partners, name, around.offices);
            }
        }
    }

    fn duty(
        &mut self,
        draft: &mut Draft<'_>,
        item: &Item,
        office: &Office,
        around: &Around<'_>,
        clause: &Clause<'_, '_>,
    ) {
        let read = clause.when.clone().map(|when| (when, clause.words.text));
        self.duty_with(draft, item, office, around, clause, read);
    }

    /// One clause: a duty, or several where it asks for several amounts.
    fn duty_with(
        &mut self,
        draft: &mut Draft<'_>,
        item: &Item,
        office: &Office,
        around: &Around<'_>,
        clause: &Clause<'_, '_>,
        read: Option<(When, &str)>,
    ) {
        let block = draft.passages[item.passage].block;
        let words = clause.words;
        let (partners, goes_on) = partners(words, around.offices);
        let role = if office.role == OfficeRole::Asked { DutyRole::Asked } else { role(words) };
        let name_from = goes_on.filter(|at| role == DutyRole::Lead && *at < words.len());
        let name_from =
            name_from.or_else(|| words.any(0, &["co trach nhiem", "chiu trach nhiem"])).unwrap_or(0);
        let said = words.slice(name_from..words.len());
        let name = gist(said, 220);
        if name.is_empty() {
            draft.log.not_understood(block, clause.at.clone());
            return;
        }
        let (periods, period_tokens) = report_periods(words);
        let reports = office.role == OfficeRole::Focal && words.has("báo cáo") && !periods.is_empty();
        let quotas = match &clause.amounts {
            Some((amounts, text)) => amounts.iter().map(|amount| (amount.clone(), text.as_str())).collect(),
            None if reports => Vec::new(),
            None => amounts(words).into_iter().map(|amount| (amount, words.text)).collect::<Vec<_>>(),
        };
        let cadence = if reports {
            Stated::written(Cadence::Reports, report_wording(words, &period_tokens))
        } else {
            cadence(draft, words, read.as_ref(), quotas.first().map(|(amount, _)| amount), around)
        };
        let usual = usual::quota(words).filter(|_| quotas.is_empty() && !reports && once(&cadence.value));
        let first = quotas.first().map(|(amount, text)| quota(amount, text, words, around));
        let quota = first.or_else(|| {
            usual.map(|(unit, at, reason)| {
                let value = Quota { goal: QuotaGoal::AtLeast(1), unit, scope: QuotaScope::Duty };
                Stated { wording: words.slice(at).to_owned(), ..Stated::inferred(value, reason) }
            })
        });
        let channels: Vec<_> = catalogue()
            .channels_in(words)
            .into_iter()
            .filter_map(|(known, _)| around.channels.iter().find(|channel| channel.id == *known.id.as_str()))
            .map(|channel| channel.id.clone())
            .take(4)
            .collect();
        let topics = topics_of(words, around.topics);
        let passage = super::Passage::of_words(block, words.clone());
        let id = unique_id(&mut self.taken, &slug(&name, 48), "nhiem-vu");
        let Ok(id) = crate::id::DutyId::new(&id) else { return };
        let quote = &block.text[clause.at.clone()];
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
            fulfilled_by: is_the_plan(words, draft.header.year).then_some(Fulfilment::Plan),
            output: clause.output.clone().or_else(|| usual::output(words)),
            channels,
            topics,
            indices: indices(&passage, Some(&["par-index".to_owned()])).map(|mut stated| {
                if stated.basis == Basis::Inferred {
                    "Thông tin, tuyên truyền CCHC thuộc lĩnh vực chỉ đạo, điều hành của PAR INDEX; Kế hoạch không nêu chỉ số cho nhiệm vụ này."
                        .clone_into(&mut stated.reason);
                }
                stated
            }),
            source: Source::new(block.id.clone(), quote),
            extra: Extra::new(),
        };
        faults(draft, &duty, words);
        self.told(draft, item, clause, &duty);
        if reports {
            let wording = report_wording(words, &period_tokens);
            self.asked.push(Asked {
                duty: id,
                passage: item.passage,
                at: clause.at.clone(),
                periods,
                wording,
            });
        }
        let more: Vec<_> = quotas.iter().skip(1).cloned().collect();
        self.duties.push(duty);
        for (amount, text) in more {
            self.another(draft, clause, item, &amount, text, words, around);
        }
    }

    /// A second amount of the same words is a duty of its own: each is counted by itself.
    fn another(
        &mut self,
        draft: &mut Draft<'_>,
        clause: &Clause<'_, '_>,
        item: &Item,
        amount: &Amount,
        text: &str,
        words: &Words<'_>,
        around: &Around<'_>,
    ) {
        let Some(mut duty) = self.duties.last().cloned() else { return };
        let base = duty.name.clone();
        let said = Words::of(text).slice(amount.tokens.clone()).to_owned();
        duty.name = format!("{} ({said})", gist(&base, 160));
        duty.short_name = short(&said, 34);
        let Ok(id) = unique_id(&mut self.taken, &slug(&duty.short_name, 40), "nhiem-vu").parse() else {
            return;
        };
        duty.id = id;
        duty.order = self.duties.len() as u32 + 1;
        duty.quota = Some(quota(amount, text, words, around));
        duty.fulfilled_by = None;
        self.told(draft, item, clause, &duty);
        self.duties.push(duty);
    }

    fn told(&mut self, draft: &mut Draft<'_>, item: &Item, clause: &Clause<'_, '_>, duty: &Duty) {
        let block = draft.passages[item.passage].block;
        let log = &mut draft.log;
        log.read(block, clause.at.clone(), Place::record(duty, ""), &duty.name, Certainty::Written);
        let cadence = &duty.cadence;
        let shown = format!("{} {}", cadence.value.vietnamese(), cadence.value.detail());
        log.stated(block, Place::record(duty, "cadence"), cadence, shown.trim());
        if let Some(quota) = &duty.quota {
            log.stated(block, Place::record(duty, "quota"), quota, shown_quota(quota));
        }
        if !duty.partners.is_empty() {
            let names: Vec<&str> = duty.partners.iter().map(|partner| partner.name.as_str()).collect();
            log.read(
                block,
                clause.at.clone(),
                Place::record(duty, "partners"),
                names.join("; "),
                Certainty::Written,
            );
        }
        if let Some(output) = &duty.output {
            log.stated(block, Place::record(duty, "output"), output, &output.value);
        }
        // Words on time or amount that led to nothing.
        let open = cadence.basis == Basis::Inferred
            && duty.quota.as_ref().is_none_or(|quota| quota.basis == Basis::Inferred);
        if open && let Some(at) = clause::unread_time(clause.words) {
            let at = clause.words.span(at);
            draft.log.not_understood(block, clause.at.start + at.start..clause.at.start + at.end);
        }
    }
}

/// One clause of a plan, ready to become a duty.
struct Clause<'w, 'a> {
    /// Its bytes in the passage.
    at: Range<usize>,
    words: &'w Words<'a>,
    when: Option<When>,
    output: Option<Stated<String>>,
    /// Amounts of a column of their own, and its text.
    amounts: Option<(Vec<Amount>, String)>,
}

fn once(cadence: &Cadence) -> bool {
    matches!(cadence, Cadence::Once { .. } | Cadence::Range { .. })
}

fn report_wording(words: &Words<'_>, periods: &Range<usize>) -> String {
    let from = (periods.start.saturating_sub(3)..periods.start)
        .find(|at| words.any(*at, &["định kỳ", "theo định kỳ", "hằng", "hàng"]).is_some())
        .unwrap_or(periods.start);
    let end = words.any(periods.end, &["báo cáo"]).unwrap_or(periods.end);
    words.slice(from..end).to_owned()
}

/// The cadence that the words say, or what is usual for such work.
fn cadence(
    draft: &Draft<'_>,
    words: &Words<'_>,
    read: Option<&(When, &str)>,
    amount: Option<&Amount>,
    around: &Around<'_>,
) -> Stated<Cadence> {
    let year_end = Date::from_ymd_opt(draft.header.year, 12, 31).unwrap_or_default();
    if let Some((when, text)) = read {
        let wording = Words::of(text).slice(when.tokens.clone()).to_owned();
        let mut cadence = when.cadence.clone();
        // "thường xuyên" with an amount and no period counts over the year.
        if let (Cadence::Continuous { .. }, Some(Amount { goal: QuotaGoal::AtLeast(_), .. })) =
            (&cadence, amount)
        {
            cadence = every_quarter();
        }
        return Stated {
            value: cadence,
            basis: when.basis,
            wording,
            reason: when.reason.clone(),
            extra: Extra::new(),
        };
    }
    match amount {
        Some(Amount { goal: QuotaGoal::AtLeast(_), .. }) => {
            return Stated::inferred(
                Cadence::Once { due: year_end },
                "Kế hoạch nêu số lượng, không nêu thời hạn; lấy hết năm.",
            );
        }
        Some(Amount { goal: QuotaGoal::AtLeastPrevious, tokens, .. }) => {
            let wording = words.slice(tokens.clone()).to_owned();
            let reason = "Kế hoạch không nêu kỳ; so từng quý với quý trước, theo kỳ báo cáo.";
            return Stated { wording, ..Stated::inferred(every_quarter(), reason) };
        }
        None => {}
    }
    if let Some(at) = usual::is_once(words) {
        let wording = words.slice(at).to_owned();
        let reason = "Kế hoạch không nêu thời hạn; lấy hết năm.";
        return Stated { wording, ..Stated::inferred(Cadence::Once { due: year_end }, reason) };
    }
    match &around.general {
        Some(wording) => Stated {
            wording: wording.clone(),
            ..Stated::inferred(
                every_quarter(),
                "Yêu cầu chung của Kế hoạch là thường xuyên, liên tục; phần nhiệm vụ không nêu kỳ. Tính mỗi quý có ít nhất 01 minh chứng.",
            )
        },
        None => {
            Stated::inferred(every_quarter(), "Kế hoạch không nêu kỳ; tính mỗi quý có ít nhất 01 minh chứng.")
        }
    }
}

fn quota(amount: &Amount, text: &str, clause: &Words<'_>, around: &Around<'_>) -> Stated<Quota> {
    let said = Words::of(text);
    let mut unit = amount.unit.clone();
    let mut reason = amount.reason.clone();
    if unit == "tin-bai"
        && amount.goal == QuotaGoal::AtLeastPrevious
        && clause.has_any(&["phat song", "truyen thanh"])
    {
        "luot-phat".clone_into(&mut unit);
        reason.push_str(" Đếm bằng lượt phát vì tin, bài phát trên truyền thanh.");
    }
    let page = around.channels.iter().find(|channel| channel.id == "trang-ttdt");
    let on_page =
        clause.has_any(&["tren trang thong tin dien tu", "tren cong thong tin dien tu", "tren trang ttdt"]);
    let scope = match page.filter(|_| on_page && unit == "tin-bai") {
        Some(page) => {
            if reason.is_empty() {
                "Đếm mọi tin, bài về CCHC đăng trên Trang, không kể cơ quan nào viết."
                    .clone_into(&mut reason);
            }
            QuotaScope::Channel(page.id.clone())
        }
        None => QuotaScope::Duty,
    };
    let wording = said.slice(amount.tokens.clone()).to_owned();
    let unit = unit.parse().unwrap_or_else(|_| "lan".parse().expect("a plain id"));
    let value = Quota { goal: amount.goal, unit, scope };
    Stated { value, basis: amount.basis, wording, reason, extra: Extra::new() }
}

fn shown_quota(quota: &Stated<Quota>) -> String {
    let unit = super::catalogue::units().into_iter().find(|unit| unit.id == quota.value.unit);
    let unit = unit.map_or_else(|| quota.value.unit.to_string(), |unit| unit.name);
    match quota.value.goal {
        QuotaGoal::AtLeast(count) => format!("ít nhất {} {unit}", crate::text::two_digits(count.into())),
        QuotaGoal::AtLeastPrevious => format!("không ít hơn kỳ trước ({unit})"),
    }
}

fn topics_of(words: &Words<'_>, topics: &[Topic]) -> Vec<TopicId> {
    let area = catalogue().area_of(words);
    topics
        .iter()
        .filter(|topic| area.is_some_and(|area| topic.id == *area.id.as_str()))
        .map(|topic| topic.id.clone())
        .collect()
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

/// What contradicts itself in a duty's words.
fn faults(draft: &mut Draft<'_>, duty: &Duty, words: &Words<'_>) {
    let due = match duty.cadence.value {
        Cadence::Once { due } | Cadence::Range { to: due, .. } => Some(due),
        _ => None,
    };
    if let Some(due) = due.filter(|due| *due < draft.today && duty.cadence.basis == Basis::Written) {
        draft.found.push(Diagnostic::warning(
            "deadline-past",
            Place::record(duty, "cadence"),
            format!("hạn {} đã qua", date_vi(due)),
            "Ghi kết quả nếu đã làm, hoặc xem lại hạn",
        ));
    }
    if let Some((said, right)) = wrong_weekday(words, draft.header.year) {
        draft.found.push(Diagnostic::warning(
            "weekday-against-date",
            Place::record(duty, "cadence"),
            format!("“{said}” là {right}"),
            "Đối chiếu ngày với lịch",
        ));
    }
    if let Some(quota) = duty.quota.as_ref().filter(|quota| quota.reason.starts_with("Kế hoạch giao cho mỗi"))
    {
        draft.found.push(Diagnostic::warning(
            "quota-of-each",
            Place::record(duty, "quota"),
            format!("“{}” giao cho từng người, từng đơn vị; đang đếm như cho cả cơ quan", quota.wording),
            "Nhân với số người, số đơn vị",
        ));
    }
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
