//! The form's content on its way to an activity: what was typed, what the plan proposes, what is wrong. Pure: no
//! browser.

mod detail;
mod propose;
mod read;

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::id::{ActivityId, ChannelId, DutyId, OfficeId, TopicId, UnitId};
use cchc_core::order;
use cchc_core::register::{Activity, Count, Evidence, WorkForm};
use cchc_core::text::integer_vi;

pub use self::detail::{DetailDraft, ItemDraft};
pub(super) use self::propose::concerns;
use self::propose::language_of;
pub use self::read::doubts;
pub(in crate::pages) use self::read::figure;
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
    /// The office that the person is: it stays for the duties in which it takes part.
    own: Option<OfficeId>,
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
    /// Chi tiết theo loại việc.
    pub detail: DetailDraft,
}

/// One count as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CountDraft {
    /// The number.
    pub value: String,
    /// Its unit.
    pub unit: Option<UnitId>,
    /// Whether a person wrote the number; otherwise it is proposed.
    by_hand: bool,
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
    /// Địa điểm.
    Place,
    /// Giờ bắt đầu.
    Begins,
    /// Thời lượng.
    Minutes,
    /// Người chủ trì.
    LedBy,
    /// Thư ký.
    RecordedBy,
    /// Một mục.
    Item(usize),
    /// Trả lời của một mục.
    Answer(usize),
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
    /// Another form of work.
    Form(Option<WorkForm>),
    /// Đến ngày.
    Until(Option<Date>),
    /// The items, a line each.
    Lines(String),
    /// One more item.
    AddItem,
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
            own: office.clone(),
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
            detail: DetailDraft::default(),
        }
    }

    /// An activity as the form shows it.
    pub fn of(activity: &Activity) -> Self {
        let count = |count: &Count| CountDraft {
            value: integer_vi(count.value.try_into().unwrap_or(i64::MAX)),
            unit: Some(count.unit.clone()),
            by_hand: true,
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
            own: None,
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
            detail: activity.detail.as_deref().map(DetailDraft::of).unwrap_or_default(),
        }
    }

    /// The form for the next row: day, office, duty and channel are kept, the rest is proposed anew.
    #[must_use]
    pub fn next(&self, file: &PlanFile) -> Self {
        let mut next = Self { duty: None, ..Self::new(self.date.unwrap_or_default(), self.own.clone()) };
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
        let texts = [&self.title, &self.audience, &self.reach, &self.cost, &self.note];
        texts.into_iter().any(|text| !text.trim().is_empty())
            || self.detail.is_filled()
            || self.evidence.iter().any(|one| !one.text.trim().is_empty())
    }

    /// Follows what a person did, with what the plan proposes.
    pub fn apply(&mut self, patch: Patch, file: &PlanFile) {
        match patch {
            Patch::Date(date) => self.date = date,
            Patch::Office(office) => {
                self.office_by_hand = office.is_some();
                self.office = office;
            }
            Patch::Duty(duty) => {
                self.take_duty(duty, file);
                self.propose_form(file);
            }
            Patch::Channel(channel) => {
                let before = language_of(self.channel.as_ref(), file);
                self.channel = channel;
                if self.language == before {
                    self.language = language_of(self.channel.as_ref(), file);
                }
                self.propose_unit(file);
                self.propose_form(file);
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
                if let Part::Count(at) = part
                    && let Some(count) = self.counts.get_mut(at)
                {
                    count.by_hand = !text.trim().is_empty();
                }
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
            Patch::Form(form) => {
                self.detail.choose(form);
                self.follow_items();
            }
            Patch::Until(day) => self.detail.until = day,
            Patch::Lines(lines) => {
                self.detail.set_lines(&lines);
                self.follow_items();
            }
            Patch::AddItem => self.detail.items.push(ItemDraft::default()),
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
            part => self.detail.text_mut(part),
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

    /// What is to be looked at when the number is another one than that of the lines it counts.
    pub fn count_hint(&self) -> Option<String> {
        let lines = self.detail.counted()?;
        let count = self.counts.first().and_then(|count| figure(&count.value).ok().flatten());
        (lines > 0 && count.is_some_and(|count| count != lines as u64)).then(|| text::lines_counted(lines))
    }

    /// What is to be looked at when the duty is neither led nor shared by the office.
    pub fn office_hint(&self, file: &PlanFile) -> Option<String> {
        let duty = self.duty.as_ref().and_then(|id| file.duties.get(id))?;
        let office = self.office.as_ref().filter(|office| !concerns(duty, office));
        office.and_then(|_| file.offices.get(&duty.office)).map(|lead| text::duty_of(&lead.short_name))
    }
}

fn or_one<T: Default>(all: Vec<T>) -> Vec<T> {
    if all.is_empty() { vec![T::default()] } else { all }
}

#[cfg(test)]
mod tests;
