//! A duty as the form holds it: what a person fills in, and the record it makes.

use cchc_core::calendar::{Date, PeriodKind, WindowRule};
use cchc_core::exchange::PlanFile;
use cchc_core::id::{ChannelId, DutyId, OfficeId, UnitId};
use cchc_core::plan::{
    Basis, Cadence, Duty, DutyRole, OfficeRole, Quota, QuotaGoal, QuotaScope, Source, Stated,
};
use cchc_core::record::Extra;
use cchc_core::text::parse_number;
use yew::AttrValue;

use crate::strings::duties as text;

/// The most a quota asks per period.
const MOST: u32 = 100_000;

/// How often, as the form offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// As it is: a cadence that the form does not offer.
    Keep,
    Continuous,
    Every(PeriodKind),
    Once,
}

impl Rhythm {
    /// What the form offers, in order.
    pub(super) const OFFERED: [Self; 6] = [
        Self::Continuous,
        Self::Every(PeriodKind::Month),
        Self::Every(PeriodKind::Quarter),
        Self::Every(PeriodKind::Half),
        Self::Every(PeriodKind::Year),
        Self::Once,
    ];

    /// The value of its option.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Keep => "giu",
            Self::Continuous => "thuong-xuyen",
            Self::Every(PeriodKind::Month) => "thang",
            Self::Every(PeriodKind::Quarter) => "quy",
            Self::Every(PeriodKind::Half) => "6-thang",
            Self::Every(PeriodKind::NineMonths) => "9-thang",
            Self::Every(PeriodKind::Year) => "nam",
            Self::Once => "mot-lan",
        }
    }

    pub(super) fn of_word(word: &str) -> Self {
        Self::OFFERED.into_iter().find(|rhythm| rhythm.word() == word).unwrap_or(Self::Keep)
    }

    fn of(cadence: &Cadence) -> Self {
        match cadence {
            Cadence::Continuous { period: PeriodKind::Quarter, .. } => Self::Continuous,
            Cadence::Recurring { period, deadline: None, .. } if *period != PeriodKind::NineMonths => {
                Self::Every(*period)
            }
            Cadence::Once { .. } => Self::Once,
            _ => Self::Keep,
        }
    }

    /// The cadence; none for one that keeps what is there, and for one that lacks its day.
    pub(super) fn cadence(self, due: Option<Date>) -> Option<Cadence> {
        match self {
            Self::Keep => None,
            Self::Continuous => {
                Some(Cadence::Continuous { period: PeriodKind::Quarter, window: WindowRule::Nd09 })
            }
            // Months are counted by the calendar, as people say "trong tháng"; longer periods as reports cut them.
            Self::Every(PeriodKind::Month) => Some(Cadence::Recurring {
                period: PeriodKind::Month,
                window: WindowRule::Calendar,
                deadline: None,
            }),
            Self::Every(period) => {
                Some(Cadence::Recurring { period, window: WindowRule::Nd09, deadline: None })
            }
            Self::Once => due.map(|due| Cadence::Once { due }),
        }
    }
}

/// What a person has filled in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    pub(super) office: Option<AttrValue>,
    pub(super) name: String,
    pub(super) short_name: String,
    pub(super) rhythm: Rhythm,
    pub(super) due: Option<Date>,
    /// How many; empty where there is no quota.
    pub(super) count: String,
    /// The quota compares with the period before: no number then.
    pub(super) previous: bool,
    pub(super) unit: Option<AttrValue>,
    /// The channel whose activities count; the duty's own without.
    pub(super) channel: Option<AttrValue>,
}

/// What is wrong with a draft.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Problems {
    pub(super) office: Option<&'static str>,
    pub(super) name: Option<&'static str>,
    pub(super) due: Option<&'static str>,
    pub(super) count: Option<&'static str>,
}

impl Problems {
    /// The id of the first field with a problem.
    pub(super) fn first(self) -> Option<&'static str> {
        [
            (self.office, "nv-co-quan"),
            (self.name, "nv-ten"),
            (self.due, "nv-han"),
            (self.count, "nv-so-luong"),
        ]
        .into_iter()
        .find_map(|(problem, id)| problem.map(|_| id))
    }
}

impl Draft {
    pub(super) fn new(file: &PlanFile, office: Option<&str>) -> Self {
        Self {
            office: office.map(|id| id.to_owned().into()),
            name: String::new(),
            short_name: String::new(),
            rhythm: Rhythm::Continuous,
            due: None,
            count: String::new(),
            previous: false,
            unit: file.units.iter().next().map(|unit| unit.id.to_string().into()),
            channel: None,
        }
    }

    pub(super) fn of(file: &PlanFile, duty: &Duty) -> Self {
        let quota = duty.quota.as_ref().map(|quota| &quota.value);
        let id = |id: &dyn std::fmt::Display| Some(AttrValue::from(id.to_string()));
        Self {
            office: id(&duty.office),
            name: duty.name.clone(),
            short_name: duty.short_name.clone(),
            rhythm: Rhythm::of(&duty.cadence.value),
            due: match duty.cadence.value {
                Cadence::Once { due } => Some(due),
                _ => None,
            },
            count: match quota.map(|quota| quota.goal) {
                Some(QuotaGoal::AtLeast(count)) => count.to_string(),
                Some(QuotaGoal::AtLeastPrevious) | None => String::new(),
            },
            previous: quota.is_some_and(|quota| quota.goal == QuotaGoal::AtLeastPrevious),
            unit: quota.map_or_else(|| Self::new(file, None).unit, |quota| id(&quota.unit)),
            channel: match quota.map(|quota| &quota.scope) {
                Some(QuotaScope::Channel(channel)) => id(channel),
                Some(QuotaScope::Duty) | None => None,
            },
        }
    }

    pub(super) fn problems(&self) -> Problems {
        Problems {
            office: self.office.is_none().then_some(text::FORM_OFFICE_MISSING),
            name: self.name.trim().is_empty().then_some(text::FORM_NAME_MISSING),
            due: (self.rhythm == Rhythm::Once && self.due.is_none()).then_some(text::FORM_DUE_MISSING),
            count: self.goal().is_err().then_some(text::FORM_COUNT_BAD),
        }
    }

    /// How much is asked; none without a quota.
    fn goal(&self) -> Result<Option<QuotaGoal>, ()> {
        let typed = self.count.trim();
        match parse_number(typed) {
            _ if self.previous => Ok(Some(QuotaGoal::AtLeastPrevious)),
            _ if typed.is_empty() => Ok(None),
            Ok(count) if count.fract() == 0.0 && (1.0..=f64::from(MOST)).contains(&count) => {
                Ok(Some(QuotaGoal::AtLeast(count as u32)))
            }
            _ => Err(()),
        }
    }

    fn quota(&self) -> Option<Quota> {
        let goal = self.goal().ok()??;
        let unit = UnitId::new(self.unit.as_deref()?).ok()?;
        let channel = self.channel.as_deref().and_then(|id| ChannelId::new(id).ok());
        Some(Quota { goal, unit, scope: channel.map_or(QuotaScope::Duty, QuotaScope::Channel) })
    }

    /// The record that the draft makes, over the one it was; none while something is wrong. A new one is owed from
    /// today on.
    pub(super) fn record(
        &self,
        file: &PlanFile,
        id: DutyId,
        old: Option<&Duty>,
        today: Date,
    ) -> Option<Duty> {
        if self.problems() != Problems::default() {
            return None;
        }
        let office = OfficeId::new(self.office.as_deref()?).ok()?;
        let mut duty = match old {
            Some(old) => old.clone(),
            None => self.blank(file, id, &office, today)?,
        };
        duty.office = office;
        self.name.trim().clone_into(&mut duty.name);
        let short = self.short_name.trim();
        duty.short_name = if short.is_empty() { duty.name.clone() } else { short.to_owned() };
        if let Some(cadence) = self.rhythm.cadence(self.due) {
            set(&mut duty.cadence, cadence);
        }
        match (self.quota(), &mut duty.quota) {
            (None, quota) => *quota = None,
            (Some(new), Some(quota)) => set(quota, new),
            (Some(new), quota) => *quota = Some(by_hand(new, text::SET_BY_HAND)),
        }
        Some(duty)
    }

    /// A duty of that office that no words of the plan stand behind.
    fn blank(&self, file: &PlanFile, id: DutyId, office: &OfficeId, today: Date) -> Option<Duty> {
        let office = file.offices.get(office)?;
        Some(Duty {
            id,
            order: file.duties.iter().map(|duty| duty.order).max().unwrap_or(0) + 1,
            office: office.id.clone(),
            role: if office.role == OfficeRole::Asked { DutyRole::Asked } else { DutyRole::Lead },
            name: String::new(),
            short_name: String::new(),
            partners: Vec::new(),
            cadence: by_hand(self.rhythm.cadence(self.due)?, text::ADDED_BY_HAND),
            quota: None,
            since: Some(today),
            fulfilled_by: None,
            output: None,
            channels: self.channel.as_deref().and_then(|id| ChannelId::new(id).ok()).into_iter().collect(),
            channels_basis: Basis::Confirmed,
            topics: Vec::new(),
            topics_basis: Basis::Confirmed,
            indices: None,
            source: Source { quote: String::new(), ..office.source.clone() },
            extra: Extra::new(),
        })
    }
}

fn by_hand<T>(value: T, reason: &str) -> Stated<T> {
    Stated { basis: Basis::Confirmed, ..Stated::inferred(value, reason) }
}

/// A person decides a value: it is then no longer concluded. One left as it is keeps its basis.
fn set<T: PartialEq>(stated: &mut Stated<T>, value: T) {
    if stated.value != value {
        stated.value = value;
        stated.basis = Basis::Confirmed;
        text::SET_BY_HAND.clone_into(&mut stated.reason);
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    fn today() -> Date {
        "2026-11-20".parse().expect("a day")
    }

    fn id() -> DutyId {
        DutyId::new("moi").expect("an id")
    }

    #[test]
    fn every_duty_of_the_plan_goes_through_the_form_unchanged() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        for duty in &file.duties {
            let draft = Draft::of(&file, duty);
            assert_eq!(
                draft.record(&file, duty.id.clone(), Some(duty), today()).as_ref(),
                Some(duty),
                "{}",
                duty.id
            );
        }
    }

    #[test]
    fn a_new_duty_is_the_last_and_confirmed() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let draft = Draft {
            name: "Tổ chức hội thi".to_owned(),
            rhythm: Rhythm::Every(PeriodKind::Quarter),
            count: "2".to_owned(),
            ..Draft::new(&file, Some("mttq"))
        };
        let duty = draft.record(&file, id(), None, today()).expect("complete");
        assert_eq!(
            (duty.order, duty.role, duty.short_name.as_str()),
            (33, DutyRole::Asked, "Tổ chức hội thi")
        );
        assert!(!duty.has_inferred());
        assert_eq!(duty.since, Some(today()), "nothing is owed of the time before");
        assert_eq!(duty.quota.map(|quota| quota.value.goal), Some(QuotaGoal::AtLeast(2)));
    }

    #[test]
    fn a_changed_value_is_confirmed_and_the_others_stay_concluded() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let old = file.duties.get_str("lop-tap-huan").expect("a duty");
        let draft = Draft { count: "2".to_owned(), ..Draft::of(&file, old) };
        let duty = draft.record(&file, old.id.clone(), Some(old), today()).expect("complete");
        assert_eq!(duty.quota.map(|quota| quota.basis), Some(Basis::Confirmed));
        assert_eq!(duty.cadence.basis, Basis::Inferred);
    }

    #[test]
    fn what_is_missing_is_named_in_order() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let draft = Draft { rhythm: Rhythm::Once, count: "nhiều".to_owned(), ..Draft::new(&file, None) };
        assert_eq!(draft.problems().first(), Some("nv-co-quan"));
        assert_eq!(
            (draft.problems().due, draft.problems().count),
            (Some(text::FORM_DUE_MISSING), Some(text::FORM_COUNT_BAD))
        );
        for count in ["0", "-1", "1,5", "1.5", "100.001"] {
            let draft = Draft { count: count.to_owned(), ..Draft::new(&file, Some("mttq")) };
            assert!(draft.problems().count.is_some(), "{count}");
        }
    }
}
