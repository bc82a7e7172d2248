//! The reports of the year: which, over which window, due when at each level, and how far they are.

use std::collections::{HashMap, HashSet};

use crate::calendar::{Date, Period, Window, periods_of, relative_vi};
use crate::exchange::PlanFile;
use crate::id::{DutyId, FilingId, OfficeId, ReportRuleId};
use crate::order;
use crate::plan::{Basis, Cadence, Office, OfficeRole, Regime, ReportForm, ReportLevel, ReportRule};
use crate::progress::duties::month_in;
use crate::progress::standing::state_of;
use crate::progress::{Obligation, RETURN_SOON_DAYS, Rhythm, SOON_DAYS, Standing, State, Task};
use crate::register::{Filing, FilingState};
use crate::text;

/// Một kỳ báo cáo của năm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportItem {
    /// The report. A periodic one has its id before anything is recorded about it ([`Filing::periodic_id`]).
    pub filing: FilingId,
    /// The rule it follows.
    pub rule: Option<ReportRuleId>,
    /// The duties that ask for it, the rule's own first.
    pub duties: Vec<DutyId>,
    /// The period, of a periodic report.
    pub period: Option<Period>,
    /// `Quý IV năm 2026`; the subject, of a report on request.
    pub title: String,
    /// Chế độ báo cáo.
    pub regime: Regime,
    /// Embedded or stand-alone.
    pub form: ReportForm,
    /// The days that its figures cover; none of a report on request that sets none.
    pub window: Option<Window>,
    /// The last day to send; none where nobody has set one.
    pub due: Option<Date>,
    /// Who sends to whom by when.
    pub levels: Vec<LevelDue>,
    /// Which of them is the one at which offices send their figures.
    pub collecting: Option<usize>,
    /// The công văn that asks for it, or sets its day.
    pub requested_by: String,
    /// How far it is on its way: draft, sent, accepted, given back.
    pub filed: FilingState,
    /// Whether its figures are frozen.
    pub is_frozen: bool,
    /// Where it stands.
    pub standing: Standing,
    /// How that is shown.
    pub state: State,
    /// Ngày gửi.
    pub sent_on: Option<Date>,
    /// Số, ký hiệu of the report sent.
    pub number: String,
    /// Every office that sends its figures, in plan order, and the day on which they came. The focal office is not
    /// among them: it adds up what the others send.
    pub returns: Vec<(OfficeId, Option<Date>)>,
}

/// Hạn của một cấp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelDue {
    /// Who sends.
    pub from: String,
    /// Who receives.
    pub to: String,
    /// The last day.
    pub due: Date,
    /// The công văn that sets it for this year or period; empty where it is the rule's own.
    pub set_by: String,
    /// What the day rests on.
    pub basis: Basis,
}

impl ReportItem {
    /// How many offices have sent their figures.
    pub fn returned(&self) -> usize {
        self.returns.iter().filter(|(_, received)| received.is_some()).count()
    }

    /// Whether that office has sent its figures.
    pub fn has_returned(&self, office: &OfficeId) -> bool {
        self.returns.iter().any(|(id, received)| id == office && received.is_some())
    }

    /// The last day for the offices' figures.
    pub fn returns_due(&self) -> Option<Date> {
        self.collecting.map(|level| self.levels[level].due)
    }

    /// What the last day to send rests on: a day set by a công văn is written.
    pub fn due_basis(&self) -> Basis {
        self.levels.last().map_or(Basis::Written, |level| level.basis)
    }

    /// Whether it has been sent.
    pub const fn is_sent(&self) -> bool {
        self.standing.is_met()
    }

    /// Where it stands, in a few words: "đã nộp", "đã nộp, trễ 1 ngày", "còn 27 ngày", "chưa có hạn".
    pub fn phrase(&self, today: Date) -> String {
        match (self.standing, self.due) {
            (Standing::Off, _) => "không tính".to_owned(),
            (Standing::MetLate { days }, _) => format!("đã nộp, trễ {days} ngày"),
            (Standing::Met, _) => "đã nộp".to_owned(),
            (Standing::Ahead, _) => "chưa đến kỳ".to_owned(),
            (_, None) => "chưa có hạn".to_owned(),
            (_, Some(due)) => relative_vi(due, today),
        }
    }
}

/// Lịch báo cáo: every report of the year, by last day; those without one first.
pub fn report_calendar(file: &PlanFile, today: Date) -> Vec<ReportItem> {
    let calendar = Calendar { file, today, focal: focal_office(file) };
    let mut items = Vec::new();
    let mut periodic = HashSet::new();
    for rule in &file.report_rules {
        let Some(kind) = rule.period else { continue };
        for period in periods_of(kind, file.plan.year) {
            let parts = &rule.parts.value;
            if parts.is_empty() || parts.contains(&period.number()) {
                let filing = filing_of(file, rule, period);
                periodic.extend(filing.map(|filing| &filing.id));
                items.push(calendar.item(Some(rule), Some(period), filing));
            }
        }
    }
    for filing in file.filings.iter().filter(|filing| !periodic.contains(&filing.id)) {
        let rule = filing.rule.as_ref().and_then(|id| file.report_rules.get(id));
        items.push(calendar.item(rule, filing.period, Some(filing)));
    }
    order::sort_by_key(&mut items, |item| (item.due, item.period));
    receive(file, &mut items, today);
    items
}

/// Notes whose figures have come. The figures are those of the register up to the cut-off, so what was sent for one
/// report serves every other with the same cut-off (quý II and 6 tháng).
fn receive(file: &PlanFile, items: &mut [ReportItem], today: Date) {
    let cut_offs: HashMap<FilingId, Date> =
        items.iter().filter_map(|item| Some((item.filing.clone(), item.window?.to))).collect();
    let mut received: HashMap<(Serves<'_>, &str), Date> = HashMap::new();
    for sent in file.office_returns.iter().filter(|sent| sent.received_on <= today) {
        let serves = cut_offs
            .get(&sent.filing)
            .map_or(Serves::Filing(sent.filing.as_str()), |day| Serves::CutOff(*day));
        let day = received.entry((serves, sent.office.as_str())).or_insert(sent.received_on);
        *day = sent.received_on.min(*day);
    }
    for item in items {
        let serves = match item.window {
            Some(window) => Serves::CutOff(window.to),
            None => Serves::Filing(item.filing.as_str()),
        };
        for (office, day) in &mut item.returns {
            *day = received.get(&(serves, office.as_str())).copied();
        }
    }
}

/// Which reports the figures sent by an office serve.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Serves<'a> {
    CutOff(Date),
    Filing(&'a str),
}

/// Cơ quan đầu mối: the office that follows up and reports.
pub fn focal_office(file: &PlanFile) -> Option<&Office> {
    file.offices.iter().find(|office| office.role == OfficeRole::Focal)
}

/// What is recorded of the report of that rule for that period: under its own id, or under another that names both.
pub(crate) fn filing_of<'a>(file: &'a PlanFile, rule: &ReportRule, period: Period) -> Option<&'a Filing> {
    file.filings.get(&Filing::periodic_id(&rule.id, period)).or_else(|| {
        let mut filings = file.filings.iter();
        filings.find(|filing| filing.rule.as_ref() == Some(&rule.id) && filing.period == Some(period))
    })
}

struct Calendar<'a> {
    file: &'a PlanFile,
    today: Date,
    focal: Option<&'a Office>,
}

impl Calendar<'_> {
    fn item(&self, rule: Option<&ReportRule>, period: Option<Period>, filing: Option<&Filing>) -> ReportItem {
        let mut levels: Vec<LevelDue> = match (rule, period) {
            // One without a last day leaves the report without levels: their places are those of the rule's.
            (Some(rule), Some(period)) => {
                let level = |level: &ReportLevel| {
                    let (deadline, set_by) = level.deadline_of(period)?;
                    Some(LevelDue {
                        from: level.from.clone(),
                        to: level.to.clone(),
                        due: deadline.date(period),
                        set_by: set_by.unwrap_or_default().to_owned(),
                        basis: level.basis_of(period)?,
                    })
                };
                rule.levels.iter().map(level).collect::<Option<_>>().unwrap_or_default()
            }
            _ => Vec::new(),
        };
        let due = filing.and_then(|filing| filing.due).or(levels.last().map(|level| level.due));
        let asked_by = filing.map(|filing| &filing.requested_by).filter(|asked| !asked.is_empty());
        let requested_by = asked_by.or(levels.last().map(|level| &level.set_by)).cloned().unwrap_or_default();
        if let (Some(last), Some(due)) = (levels.last_mut().filter(|last| due != Some(last.due)), due) {
            (last.due, last.set_by, last.basis) = (due, requested_by.clone(), Basis::Confirmed);
        }
        let window =
            filing.and_then(|filing| filing.window).or_else(|| Some(rule?.window.value.window(period?)));
        let sent = filing
            .filter(|filing| filing.state.is_sent())
            .filter(|filing| filing.sent_on.is_none_or(|day| day <= self.today));
        let sent_on = sent.and_then(|filing| filing.sent_on);
        let standing = self.standing(sent.is_some(), sent_on, window, due);
        let id = match (filing, rule, period) {
            (Some(filing), ..) => filing.id.clone(),
            (None, Some(rule), Some(period)) => Filing::periodic_id(&rule.id, period),
            // A report has a record or a rule and a period.
            (None, ..) => FilingId::new("bao-cao").expect("a plain id"),
        };
        ReportItem {
            filed: filing.map_or(FilingState::Draft, |filing| filing.state),
            is_frozen: self.file.frozen(&id).is_some(),
            returns: self.senders().map(|office| (office.id.clone(), None)).collect(),
            filing: id,
            rule: rule.map(|rule| rule.id.clone()),
            duties: rule.map_or_else(Vec::new, |rule| self.duties_of(rule)),
            period,
            title: match (filing.map_or("", |filing| &filing.title), period) {
                ("", Some(period)) => text::capitalized(&period.vietnamese()),
                ("", None) => {
                    rule.map_or_else(|| "Báo cáo theo yêu cầu".to_owned(), |rule| rule.name.clone())
                }
                (title, _) => title.to_owned(),
            },
            regime: rule.map_or(Regime::AdHoc, |rule| rule.regime),
            form: rule.map_or(ReportForm::StandAlone, |rule| rule.form.value),
            window,
            due,
            collecting: rule
                .and_then(|rule| self.collecting_level(rule))
                .filter(|level| *level < levels.len()),
            levels,
            requested_by,
            standing,
            state: match due {
                Some(due) => {
                    let window = window.unwrap_or(Window { from: due, to: due });
                    state_of(standing, due, window, 0, SOON_DAYS, self.today)
                }
                None if standing.is_met() => State::Done,
                None => State::None,
            },
            sent_on,
            number: filing.map(|filing| filing.number.clone()).unwrap_or_default(),
        }
    }

    fn standing(
        &self,
        is_sent: bool,
        sent_on: Option<Date>,
        window: Option<Window>,
        due: Option<Date>,
    ) -> Standing {
        // A period that was over before the plan was followed is no debt, whenever its report would be due.
        let last = window.map(|window| window.to).into_iter().chain(due).min();
        match (sent_on, due) {
            (Some(day), Some(due)) if day > due => Standing::MetLate { days: (day - due).num_days() as u32 },
            _ if is_sent => Standing::Met,
            _ if last.is_some_and(|last| last < self.file.plan.tracked_from.value) => Standing::Off,
            (_, Some(due)) if self.today > due => {
                Standing::Overdue { days: (self.today - due).num_days() as u32 }
            }
            _ if window.is_some_and(|window| self.today < window.from) => Standing::Ahead,
            _ => Standing::Open { missing: 1 },
        }
    }

    /// The offices that send their figures to the focal one.
    fn senders(&self) -> impl Iterator<Item = &Office> {
        let focal = self.focal.map(|focal| &focal.id);
        self.file.offices.iter().filter(move |office| Some(&office.id) != focal)
    }

    /// The duties that a rule names; where it names none, the plan's first one that is about reports.
    fn duties_of(&self, rule: &ReportRule) -> Vec<DutyId> {
        let mut named: Vec<DutyId> = Vec::new();
        for duty in rule.duty.iter().chain(&rule.also_serves) {
            // A duty named twice asks once.
            if !named.contains(duty) {
                named.push(duty.clone());
            }
        }
        if named.is_empty() {
            let mut duties = self.file.duties.iter();
            let first = duties.find(|duty| duty.cadence.value == Cadence::Reports);
            named.extend(first.map(|duty| duty.id.clone()));
        }
        named
    }

    /// The level before the focal office's own: there the offices send their figures.
    fn collecting_level(&self, rule: &ReportRule) -> Option<usize> {
        let focal = &self.focal?.id;
        match rule.levels.iter().position(|level| level.from_office.as_ref() == Some(focal)) {
            Some(own) => own.checked_sub(1),
            None => (rule.levels.len() > 1).then_some(0),
        }
    }
}

/// What the reports ask: of the focal office the report, of the others their figures.
pub(super) fn obligations_of(file: &PlanFile, items: &[ReportItem], today: Date) -> Vec<Obligation> {
    let Some(focal) = focal_office(file) else { return Vec::new() };
    let mut made = Vec::new();
    let mut asked: HashSet<Date> = HashSet::new();
    for item in items {
        let Some(due) = item.due else { continue };
        let window = item.window.unwrap_or(Window { from: due, to: due });
        let sender = item.duties.first().and_then(|duty| file.duties.get(duty)).map(|duty| &duty.office);
        let sender = sender.unwrap_or(&focal.id);
        let task = Task::Report { duties: item.duties.clone(), filing: item.filing.clone() };
        made.push(Obligation {
            standing: item.standing,
            state: item.state,
            completed_on: item.sent_on,
            due_basis: item.due_basis(),
            ..one(file, item, task, sender, window, due, item.is_sent())
        });
        let Some(returns_due) = item.returns_due().filter(|_| item.standing != Standing::Off) else {
            continue;
        };
        // Reports with one cut-off need the figures once.
        if !asked.insert(window.to) {
            continue;
        }
        let twins = || items.iter().filter(|twin| twin.window.is_some_and(|other| other.to == window.to));
        let label = text::join_vi(twins().filter_map(|twin| twin.period).map(Period::short_vi));
        let is_sent = twins().all(ReportItem::is_sent);
        for (office, received) in &item.returns {
            let days = |day: Date| (day - returns_due).num_days() as u32;
            let standing = match received {
                Some(day) if *day > returns_due => Standing::MetLate { days: days(*day) },
                Some(_) => Standing::Met,
                None if returns_due < file.plan.tracked_from.value => Standing::Off,
                // The report went out without these figures.
                None if is_sent => Standing::Missed,
                None if today > returns_due => Standing::Overdue { days: days(today) },
                None if today < window.from => Standing::Ahead,
                None => Standing::Open { missing: 1 },
            };
            let task = Task::Return { filing: item.filing.clone() };
            made.push(Obligation {
                standing,
                state: state_of(standing, returns_due, window, 0, RETURN_SOON_DAYS, today),
                completed_on: *received,
                due_basis: item.collecting.map_or(Basis::Written, |level| item.levels[level].basis),
                label: label.clone(),
                ..one(file, item, task, office, window, returns_due, received.is_some())
            });
        }
    }
    made
}

/// Something to send once.
fn one(
    file: &PlanFile,
    item: &ReportItem,
    task: Task,
    office: &OfficeId,
    window: Window,
    due: Date,
    is_done: bool,
) -> Obligation {
    let month = month_in(file.plan.year, due);
    Obligation {
        task,
        office: office.clone(),
        rhythm: Rhythm::Single,
        period: item.period,
        label: item.period.map_or_else(|| item.title.clone(), Period::short_vi),
        window,
        first_month: item.period.map_or(month, Period::first_month),
        last_month: item.period.map_or(month, Period::last_month),
        due,
        due_basis: Basis::Written,
        required: Some(1),
        achieved: u64::from(is_done),
        unit: None,
        previous: None,
        standing: Standing::Off,
        state: State::None,
        activities: Vec::new(),
        without_evidence: 0,
        completed_on: None,
    }
}
