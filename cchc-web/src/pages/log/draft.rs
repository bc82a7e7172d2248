//! The form's content on its way to an activity: what was typed, what the plan proposes, what is wrong. Pure: no
//! browser.

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::id::{ActivityId, ChannelId, DutyId, OfficeId, TopicId, UnitId};
use cchc_core::order;
use cchc_core::plan::{Duty, QuotaScope};
use cchc_core::record::Extra;
use cchc_core::register::{Activity, Count, Evidence, EvidenceForm};
use cchc_core::text::{integer_vi, nfc, parse_number};

use crate::strings::log as text;

/// What stands in the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Ngày; none while what is typed is no date.
    pub date: Option<Date>,
    /// Cơ quan.
    pub office: Option<OfficeId>,
    /// Whether a person chose the office; otherwise it follows the duty.
    office_by_hand: bool,
    /// Nhiệm vụ.
    pub duty: Option<DutyId>,
    /// Kênh.
    pub channel: Option<ChannelId>,
    /// Nội dung.
    pub title: String,
    /// Số lượng, Đơn vị: the first one stands in the form, the others among the details. Never empty.
    pub counts: Vec<CountDraft>,
    /// Minh chứng: likewise.
    pub evidence: Vec<EvidenceDraft>,
    /// Nội dung tuyên truyền.
    pub topics: Vec<TopicId>,
    /// Đối tượng.
    pub audience: String,
    /// Ngôn ngữ.
    pub language: String,
    /// Lượt tiếp cận.
    pub reach: String,
    /// Kinh phí.
    pub cost: String,
    /// Ghi chú.
    pub note: String,
}

/// One count as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CountDraft {
    /// The number.
    pub value: String,
    /// Its unit.
    pub unit: Option<UnitId>,
    /// What it was before: fields that the form does not show are kept.
    from: Option<Count>,
}

/// One piece of evidence as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EvidenceDraft {
    /// The number, the address, the description.
    pub text: String,
    /// What it was before.
    from: Option<Evidence>,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Ngày.
    Date,
    /// Cơ quan.
    Office,
    /// Nhiệm vụ.
    Duty,
    /// Kênh.
    Channel,
    /// Nội dung.
    Title,
    /// Số lượng.
    Count(usize),
    /// Đơn vị.
    Unit(usize),
    /// Minh chứng.
    Evidence(usize),
    /// Đối tượng.
    Audience,
    /// Ngôn ngữ.
    Language,
    /// Lượt tiếp cận.
    Reach,
    /// Kinh phí.
    Cost,
    /// Ghi chú.
    Note,
}

/// One thing a person did in the form.
#[derive(Clone, Debug, PartialEq)]
pub enum Patch {
    /// Another day.
    Date(Option<Date>),
    /// Another office.
    Office(Option<OfficeId>),
    /// Another duty; channel, unit and topic follow.
    Duty(Option<DutyId>),
    /// Another channel; the unit follows.
    Channel(Option<ChannelId>),
    /// Another unit.
    Unit(usize, Option<UnitId>),
    /// Text in a field.
    Text(Part, String),
    /// A topic that the activity carries, or does not.
    Topic(TopicId, bool),
    /// One more count.
    AddCount,
    /// One more piece of evidence.
    AddEvidence,
}

/// What a person should look at before it is logged; asked once, blocks nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// The same day, office and content is there already.
    Duplicate(ActivityId),
    /// The day is still to come.
    Future(Date),
    /// The day belongs to no report of the plan's year.
    OtherYear(Date),
}

/// A field and what is wrong with it.
pub type Error = (Part, String);

impl Draft {
    /// An empty form: today, the office that the person is.
    pub fn new(today: Date, office: Option<OfficeId>) -> Self {
        Self {
            date: Some(today),
            office,
            office_by_hand: false,
            duty: None,
            channel: None,
            title: String::new(),
            counts: vec![CountDraft::default()],
            evidence: vec![EvidenceDraft::default()],
            topics: Vec::new(),
            audience: String::new(),
            language: String::new(),
            reach: String::new(),
            cost: String::new(),
            note: String::new(),
        }
    }

    /// An activity as the form shows it.
    pub fn of(activity: &Activity) -> Self {
        let count = |count: &Count| CountDraft {
            value: integer_vi(count.value.try_into().unwrap_or(i64::MAX)),
            unit: Some(count.unit.clone()),
            from: Some(count.clone()),
        };
        let evidence = |one: &Evidence| EvidenceDraft { text: one.text.clone(), from: Some(one.clone()) };
        let figure = |value: Option<u64>| {
            value.map(|v| integer_vi(v.try_into().unwrap_or(i64::MAX))).unwrap_or_default()
        };
        Self {
            date: Some(activity.date),
            office: Some(activity.office.clone()),
            office_by_hand: true,
            duty: activity.duty.clone(),
            channel: activity.channel.clone(),
            title: activity.title.clone(),
            counts: or_one(activity.counts.iter().map(count).collect()),
            evidence: or_one(activity.evidence.iter().map(evidence).collect()),
            topics: activity.topics.clone(),
            audience: activity.audience.clone(),
            language: activity.language.clone(),
            reach: figure(activity.reach),
            cost: figure(activity.cost),
            note: activity.note.clone(),
        }
    }

    /// The form for the next row: day, office, duty and channel are kept, the rest is proposed anew.
    #[must_use]
    pub fn next(&self, file: &PlanFile) -> Self {
        let mut next = Self { duty: None, ..Self::new(self.date.unwrap_or_default(), self.office.clone()) };
        next.date = self.date;
        next.apply(Patch::Duty(self.duty.clone()), file);
        if self.channel != next.channel {
            next.apply(Patch::Channel(self.channel.clone()), file);
        }
        let unit = self.counts.first().and_then(|count| count.unit.clone());
        next.apply(Patch::Unit(0, unit), file);
        next.office.clone_from(&self.office);
        next.office_by_hand = self.office_by_hand;
        next
    }

    /// Whether a person has typed something that would be missed.
    pub fn is_begun(&self) -> bool {
        !self.title.trim().is_empty() || self.evidence.iter().any(|one| !one.text.trim().is_empty())
    }

    /// Follows what a person did, with what the plan proposes.
    pub fn apply(&mut self, patch: Patch, file: &PlanFile) {
        match patch {
            Patch::Date(date) => self.date = date,
            Patch::Office(office) => {
                self.office_by_hand = office.is_some();
                self.office = office;
            }
            Patch::Duty(duty) => self.take_duty(duty, file),
            Patch::Channel(channel) => {
                let before = language_of(self.channel.as_ref(), file);
                self.channel = channel;
                if self.language == before {
                    self.language = language_of(self.channel.as_ref(), file);
                }
                self.propose_unit(file);
            }
            Patch::Unit(at, unit) => {
                if let Some(count) = self.counts.get_mut(at) {
                    if unit.is_some() && count.value.trim().is_empty() && at == 0 {
                        "1".clone_into(&mut count.value);
                    }
                    count.unit = unit;
                }
            }
            Patch::Text(part, text) => {
                if let Some(field) = self.text_mut(part) {
                    *field = text;
                }
            }
            Patch::Topic(topic, carried) => {
                self.topics.retain(|other| *other != topic);
                if carried {
                    self.topics.push(topic);
                    order::sort_by_key(&mut self.topics, |id| {
                        file.topics.get(id).map_or(u32::MAX, |topic| topic.order)
                    });
                }
            }
            Patch::AddCount => self.counts.push(CountDraft::default()),
            Patch::AddEvidence => self.evidence.push(EvidenceDraft::default()),
        }
    }

    /// Takes one field over from another row (Alt ↑).
    pub fn copy(&mut self, part: Part, from: &Activity, file: &PlanFile) {
        let other = Self::of(from);
        match part {
            Part::Date => self.date = other.date,
            Part::Office => self.apply(Patch::Office(other.office), file),
            Part::Duty => self.apply(Patch::Duty(other.duty), file),
            Part::Channel => self.apply(Patch::Channel(other.channel), file),
            Part::Unit(at) => {
                let unit = other.counts.get(at).and_then(|count| count.unit.clone());
                self.apply(Patch::Unit(at, unit), file);
            }
            part => {
                let mut other = other;
                if let (Some(to), Some(from)) = (self.text_mut(part), other.text_mut(part)) {
                    to.clone_from(from);
                }
            }
        }
    }

    /// The activity that stands in the form.
    ///
    /// # Errors
    /// Every field in which something is wrong, in the order of the form, and what to do about it.
    pub fn read(&self, id: ActivityId, base: Option<&Activity>) -> Result<Activity, Vec<Error>> {
        let mut errors = Vec::new();
        if self.date.is_none() {
            errors.push((Part::Date, text::DATE_MISSING.to_owned()));
        }
        if self.office.is_none() {
            errors.push((Part::Office, text::OFFICE_MISSING.to_owned()));
        }
        let title = nfc(self.title.trim()).into_owned();
        if title.is_empty() {
            errors.push((Part::Title, text::TITLE_MISSING.to_owned()));
        }
        let counts = self.read_counts(&mut errors);
        let evidence = self.read_evidence(&mut errors);
        let reach = figure(&self.reach).unwrap_or_else(|error| note(&mut errors, Part::Reach, error));
        let cost = figure(&self.cost).unwrap_or_else(|error| note(&mut errors, Part::Cost, error));
        let (Some(date), Some(office), true) = (self.date, self.office.clone(), errors.is_empty()) else {
            return Err(errors);
        };
        Ok(Activity {
            id,
            date,
            office,
            duty: self.duty.clone(),
            channel: self.channel.clone(),
            topics: self.topics.clone(),
            title,
            audience: nfc(self.audience.trim()).into_owned(),
            language: nfc(self.language.trim()).into_owned(),
            counts,
            reach,
            cost,
            evidence,
            note: nfc(self.note.trim()).into_owned(),
            extra: base.map(|base| base.extra.clone()).unwrap_or_default(),
        })
    }

    /// The text of a field that holds text.
    pub fn text_mut(&mut self, part: Part) -> Option<&mut String> {
        match part {
            Part::Title => Some(&mut self.title),
            Part::Count(at) => self.counts.get_mut(at).map(|count| &mut count.value),
            Part::Evidence(at) => self.evidence.get_mut(at).map(|one| &mut one.text),
            Part::Audience => Some(&mut self.audience),
            Part::Language => Some(&mut self.language),
            Part::Reach => Some(&mut self.reach),
            Part::Cost => Some(&mut self.cost),
            Part::Note => Some(&mut self.note),
            Part::Date | Part::Office | Part::Duty | Part::Channel | Part::Unit(_) => None,
        }
    }

    fn take_duty(&mut self, duty: Option<DutyId>, file: &PlanFile) {
        // All of a duty's topics: what it was not about is taken away among the details, before it is missing in a
        // report.
        let usual = |id: Option<&DutyId>| {
            let duty = id.and_then(|id| file.duties.get(id));
            let mut topics = duty.map(|duty| duty.topics.clone()).unwrap_or_default();
            order::sort_by_key(&mut topics, |id| file.topics.get(id).map_or(u32::MAX, |topic| topic.order));
            topics
        };
        if self.topics == usual(self.duty.as_ref()) {
            self.topics = usual(duty.as_ref());
        }
        self.duty = duty;
        let Some(duty) = self.duty.as_ref().and_then(|id| file.duties.get(id)) else { return };
        let concerned = self.office.as_ref().is_some_and(|office| concerns(duty, office));
        if self.office.is_none() || !(self.office_by_hand || concerned) {
            self.office = Some(duty.office.clone());
        }
        let fits = self.channel.as_ref().is_some_and(|channel| duty.channels.contains(channel));
        if fits {
            self.propose_unit(file);
        } else {
            let channel = duty.channels.first().cloned();
            let channel = channel.or_else(|| last_of(duty, file).and_then(|last| last.channel.clone()));
            self.apply(Patch::Channel(channel), file);
        }
    }

    /// The duty's topics as the form shows them; empty where there are none.
    pub fn topic_names(&self, file: &PlanFile) -> Vec<String> {
        self.topics
            .iter()
            .filter_map(|id| file.topics.get(id))
            .map(|topic| topic.short_name.clone())
            .collect()
    }

    /// What is to be looked at when the duty is neither led nor shared by the office.
    pub fn office_hint(&self, file: &PlanFile) -> Option<String> {
        let duty = self.duty.as_ref().and_then(|id| file.duties.get(id))?;
        let office = self.office.as_ref().filter(|office| !concerns(duty, office));
        office.and_then(|_| file.offices.get(&duty.office)).map(|lead| text::led_by(&lead.short_name))
    }

    /// The unit follows duty and channel; with a unit the count is one, without a unit there is none.
    fn propose_unit(&mut self, file: &PlanFile) {
        let unit = proposed_unit(self.duty.as_ref(), self.channel.as_ref(), file);
        let Some(first) = self.counts.first_mut() else { return };
        let untouched = matches!(first.value.trim(), "" | "1");
        if untouched && first.from.is_none() {
            first.value = if unit.is_some() { "1".to_owned() } else { String::new() };
        }
        first.unit = unit;
    }

    fn read_counts(&self, errors: &mut Vec<Error>) -> Vec<Count> {
        let mut counts: Vec<Count> = Vec::new();
        for (at, draft) in self.counts.iter().enumerate() {
            let value = match figure(&draft.value) {
                Ok(Some(value)) => value,
                Ok(None) => continue,
                Err(error) => {
                    errors.push((Part::Count(at), error));
                    continue;
                }
            };
            match &draft.unit {
                // What was logged as zero by whatever came before stays as it is.
                _ if value == 0 && draft.from.as_ref().is_none_or(|from| from.value != 0) => {
                    errors.push((Part::Count(at), text::COUNT_ZERO.to_owned()));
                }
                None => errors.push((Part::Unit(at), text::UNIT_MISSING.to_owned())),
                Some(unit) if counts.iter().any(|other| other.unit == *unit) => {
                    errors.push((Part::Unit(at), text::UNIT_TWICE.to_owned()));
                }
                Some(unit) => {
                    let extra = draft.from.as_ref().map(|from| from.extra.clone()).unwrap_or_default();
                    counts.push(Count { unit: unit.clone(), value, extra });
                }
            }
        }
        counts
    }

    fn read_evidence(&self, errors: &mut Vec<Error>) -> Vec<Evidence> {
        let mut all = Vec::new();
        for (at, draft) in self.evidence.iter().enumerate() {
            let words = nfc(draft.text.trim()).into_owned();
            if words.is_empty() {
                continue;
            }
            let unchanged = draft.from.as_ref().is_some_and(|from| from.text.trim() == words);
            let one = Evidence::new(words);
            // What was taken from a file as it stood is shown as text; only what is typed now must be right.
            if !unchanged && let EvidenceForm::NotALink(address) = one.form() {
                errors.push((Part::Evidence(at), text::not_a_link(address).to_owned()));
            }
            let (date, extra) =
                draft.from.as_ref().map_or((None, Extra::new()), |from| (from.date, from.extra.clone()));
            all.push(Evidence { date, extra, ..one });
        }
        all
    }
}

/// A whole number as typed; nothing where nothing is typed.
fn figure(typed: &str) -> Result<Option<u64>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let value = parse_number(typed).map_err(|error| error.to_string())?;
    if value < 0.0 || value.fract() != 0.0 {
        return Err(text::not_whole(typed.trim()));
    }
    Ok(Some(value as u64))
}

fn note<T: Default>(errors: &mut Vec<Error>, part: Part, error: String) -> T {
    errors.push((part, error));
    T::default()
}

fn or_one<T: Default>(all: Vec<T>) -> Vec<T> {
    if all.is_empty() { vec![T::default()] } else { all }
}

/// Whether an office leads a duty or takes part in it.
pub(super) fn concerns(duty: &Duty, office: &OfficeId) -> bool {
    duty.office == *office || duty.partners.iter().any(|partner| partner.office.as_ref() == Some(office))
}

/// The last thing logged for a duty: what was done once is likely to be done again.
fn last_of<'a>(duty: &Duty, file: &'a PlanFile) -> Option<&'a Activity> {
    file.activities.iter().filter(|activity| activity.duty.as_ref() == Some(&duty.id)).max_by_key(|a| a.date)
}

fn proposed_unit(duty: Option<&DutyId>, channel: Option<&ChannelId>, file: &PlanFile) -> Option<UnitId> {
    let duty = duty.and_then(|id| file.duties.get(id));
    let quota = duty.and_then(|duty| duty.quota.as_ref()).map(|quota| &quota.value);
    let of_quota = quota.filter(|quota| match &quota.scope {
        QuotaScope::Duty => true,
        QuotaScope::Channel(counted) => channel == Some(counted),
    });
    let of_channel =
        || channel.and_then(|id| file.channels.get(id)).map(|channel| channel.unit.value.clone());
    let of_last =
        || duty.and_then(|duty| last_of(duty, file)?.counts.first()).map(|count| count.unit.clone());
    of_quota.map(|quota| quota.unit.clone()).or_else(of_channel).or_else(of_last)
}

fn language_of(channel: Option<&ChannelId>, file: &PlanFile) -> String {
    let channel = channel.and_then(|id| file.channels.get(id));
    channel
        .and_then(|channel| channel.language.as_ref())
        .map(|language| language.value.clone())
        .unwrap_or_default()
}

/// What a person should look at before the activity is logged.
pub fn doubts(activity: &Activity, file: &PlanFile, today: Date) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if let Some(twin) = super::listing::duplicate_of(&file.activities, activity) {
        doubts.push(Doubt::Duplicate(twin.id.clone()));
    }
    if activity.date > today {
        doubts.push(Doubt::Future(activity.date));
    }
    if !belongs_to_year(activity.date, file.plan.year) {
        doubts.push(Doubt::OtherYear(activity.date));
    }
    doubts
}

/// Whether a day falls in the calendar year or the reporting year (from 15/12 of the year before).
fn belongs_to_year(date: Date, year: i32) -> bool {
    use cchc_core::calendar::{Period, PeriodKind, WindowRule};
    let Some(year) = Period::new(PeriodKind::Year, year, 1) else { return false };
    [WindowRule::Calendar, WindowRule::Nd09].into_iter().any(|rule| rule.window(year).contains(date))
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
