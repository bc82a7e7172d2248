//! Tiêu chí tính từ sổ theo dõi: what the register says about the criteria on communication, with the activities
//! behind each figure and what is missing for all of it.
//!
//! The figures are inputs of a set's leaves ([`Node::computed`](crate::indicator::Node::computed)); how many points
//! they make is the set's own rule.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::calendar::Date;
use crate::exchange::PlanFile;
use crate::id::{ActivityId, ChannelGroupId};
use crate::indicator::{Computed, Entry, Node, Raw, Rule};
use crate::order;
use crate::plan::QuotaGoal;
use crate::progress::{Obligation, Progress, Standing};
use crate::text::{self, two_digits};

/// Số liệu của một tiêu chí, as the register has it on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Which.
    pub computed: Computed,
    /// How many.
    pub achieved: u64,
    /// Of how many; 0 where nothing was due yet, or where only a person can say.
    pub asked: u64,
    /// The activities behind it, each once, by their place in the file.
    pub activities: Arc<[ActivityId]>,
    /// Documents behind it that are no activities: the plan itself.
    pub documents: Vec<String>,
    /// What is missing for all of it, in sentences; empty where nothing is.
    pub missing: Vec<String>,
    /// Cơ quan: the names of the offices whose duties are behind what is missing, each once, in plan order.
    pub offices: Vec<String>,
}

/// What the register says about each of the criteria that it can say something about.
pub fn criteria(file: &PlanFile, progress: &Progress) -> Vec<Criterion> {
    vec![
        plan_issued(file),
        plan_done(file, progress),
        diversity(file, progress.today),
        articles(file, progress),
    ]
}

/// The criteria that an activity proves: the way back from an activity.
pub fn proved_by<'a>(criteria: &'a [Criterion], activity: &ActivityId) -> Vec<&'a Criterion> {
    criteria.iter().filter(|criterion| criterion.activities.contains(activity)).collect()
}

impl Criterion {
    /// What it says of a leaf; none where nothing was due, or the leaf's rule takes another kind of input.
    pub(crate) fn entry(&self, leaf: &Node) -> Option<Entry> {
        Some(Entry {
            leaf: leaf.code.clone(),
            raw: Some(self.raw(leaf.rule.as_ref()?)?),
            activities: Arc::clone(&self.activities),
            documents: self.documents.clone(),
            ..Entry::default()
        })
    }

    /// The figure as a rule takes it; none where nothing was due, or the rule takes another kind.
    fn raw(&self, rule: &Rule) -> Option<Raw> {
        let ratio = || Raw::Ratio { numerator: self.achieved as f64, denominator: self.asked as f64 };
        match rule {
            _ if self.asked == 0 => None,
            Rule::Binary => Some(Raw::Yes(self.achieved >= self.asked)),
            Rule::Step { .. } | Rule::Proportional { .. } | Rule::Ratio => Some(ratio()),
            Rule::Count { .. } | Rule::Quota { .. } => Some(Raw::Number(self.achieved as f64)),
            _ => None,
        }
    }
}

/// Whether it was issued in time is for a person to say: a file has no last day for its own plan.
fn plan_issued(file: &PlanFile) -> Criterion {
    let missing = match file.plan.issued_on {
        None => "Chưa ghi ngày ban hành kế hoạch.".to_owned(),
        Some(day) => {
            format!("Kế hoạch ban hành ngày {}; cần đối chiếu với thời hạn của tỉnh.", text::date_vi(day))
        }
    };
    Criterion {
        computed: Computed::PlanIssued,
        achieved: 0,
        asked: 0,
        activities: Arc::default(),
        documents: file.plan.number.iter().cloned().collect(),
        missing: vec![missing],
        offices: Vec::new(),
    }
}

/// What was due up to the day, and what of it is met.
fn plan_done(file: &PlanFile, progress: &Progress) -> Criterion {
    let due: Vec<_> = progress
        .obligations
        .iter()
        .filter(|owed| !owed.task.duties().is_empty())
        .filter(|owed| !matches!(owed.standing, Standing::Off | Standing::Ahead))
        .filter(|owed| owed.due <= progress.today || owed.standing.is_met())
        .collect();
    let missing = due.iter().filter(|owed| !owed.standing.is_met()).map(|owed| {
        let duty = owed.task.duty().and_then(|duty| file.duties.get(duty));
        let name = duty.map_or("", |duty| duty.short_name.as_str());
        format!("Còn thiếu: {name}, {}.", owed.label)
    });
    Criterion {
        computed: Computed::PlanDone,
        achieved: due.iter().filter(|owed| owed.standing.is_met()).count() as u64,
        asked: due.len() as u64,
        activities: activities(file, due.iter().copied()),
        documents: Vec::new(),
        missing: missing.collect(),
        offices: offices(file, due.iter().copied().filter(|owed| !owed.standing.is_met())),
    }
}

/// How many of the plan's groups of forms were used in its year.
fn diversity(file: &PlanFile, today: Date) -> Criterion {
    use chrono::Datelike;
    // Looked up for each activity of the register: a fast table, as in the ledger.
    let forms = file.channels.iter().filter(|channel| channel.is_form());
    let channels = forms.map(|channel| (channel.id.as_str(), &channel.group));
    let group_of: HashMap<&str, &ChannelGroupId, FixedState> = channels.collect();
    let counts = |date: Date| date <= today && date.year() == file.plan.year;
    let mut used: HashSet<&ChannelGroupId, FixedState> = HashSet::default();
    let mut activities = Vec::with_capacity(file.activities.len());
    for activity in file.activities.iter().filter(|activity| counts(activity.date)) {
        let group = activity.channel.as_ref().and_then(|channel| group_of.get(channel.as_str()));
        if let Some(group) = group {
            used.insert(group);
            activities.push(activity.id.clone());
        }
    }
    let groups = || file.channel_groups.iter().filter(|group| group.has_forms(&file.channels));
    let unused = groups().filter(|group| !used.contains(&group.id));
    Criterion {
        computed: Computed::Diversity,
        achieved: groups().filter(|group| used.contains(&group.id)).count() as u64,
        asked: groups().count() as u64,
        activities: activities.into(),
        documents: Vec::new(),
        missing: unused.map(|group| format!("Chưa có hoạt động: {}.", group.name)).collect(),
        offices: Vec::new(),
    }
}

/// Quotas by month of so many at least, over the periods owed up to the day; what is more than a period's quota does
/// not make up for another period.
fn articles(file: &PlanFile, progress: &Progress) -> Criterion {
    let owed: Vec<_> = progress
        .obligations
        .iter()
        .filter(|owed| is_monthly_quota(file, owed))
        .filter(|owed| !matches!(owed.standing, Standing::Off | Standing::Ahead))
        .collect();
    let missing = owed.iter().filter(|owed| owed.missing() > 0).map(|owed| {
        let unit = owed.unit.as_ref().and_then(|unit| file.units.get(unit));
        let unit = unit.map_or("", |unit| unit.name.as_str());
        format!("Còn thiếu {} {unit} {} để đạt điểm tối đa.", two_digits(owed.missing()), owed.label)
    });
    let required = |owed: &Obligation| owed.required.unwrap_or(0);
    Criterion {
        computed: Computed::Articles,
        achieved: owed.iter().map(|owed| owed.achieved.min(required(owed))).sum(),
        asked: owed.iter().map(|owed| required(owed)).sum(),
        activities: activities(file, owed.iter().copied()),
        documents: Vec::new(),
        missing: missing.collect(),
        offices: offices(file, owed.iter().copied().filter(|owed| owed.missing() > 0)),
    }
}

fn is_monthly_quota(file: &PlanFile, owed: &Obligation) -> bool {
    use crate::calendar::PeriodKind;
    use crate::plan::Cadence;
    let duty = owed.task.duty().and_then(|duty| file.duties.get(duty));
    duty.is_some_and(|duty| {
        matches!(duty.cadence.value, Cadence::Recurring { period: PeriodKind::Month, .. })
            && duty.quota.as_ref().is_some_and(|quota| matches!(quota.value.goal, QuotaGoal::AtLeast(_)))
    })
}

/// The names of those who owe, each once, in plan order.
fn offices<'a>(file: &PlanFile, owed: impl Iterator<Item = &'a Obligation>) -> Vec<String> {
    let owing: BTreeSet<_> = order::set(owed.map(|owed| &owed.office));
    file.offices
        .iter()
        .filter(|office| owing.contains(&office.id))
        .map(|office| office.name.clone())
        .collect()
}

/// The activities behind obligations, each once, in the file's order.
fn activities<'a>(file: &PlanFile, owed: impl Iterator<Item = &'a Obligation>) -> Arc<[ActivityId]> {
    let mut places: Vec<u32> = owed.flat_map(|owed| owed.activities.iter().copied()).collect();
    places.sort_unstable();
    places.dedup();
    let records = places.into_iter().filter_map(|place| file.activities.at(place as usize));
    records.map(|activity| activity.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::{IndicatorSet, builtin_set, score};
    use crate::plan::{Listing, QuotaScope};
    use crate::progress::fixture::{MONTHLY, activity, commune, day, duty, quota};

    fn followed() -> PlanFile {
        let mut file = commune();
        duty(&mut file, "vp", "tin", "Đăng tin, bài", MONTHLY);
        quota(&mut file, "tin", QuotaGoal::AtLeast(2), "tin-bai", QuotaScope::Duty);
        for (date, articles) in [("2026-05-10", 3), ("2026-06-10", 2), ("2026-07-10", 1)] {
            activity(&mut file, date, "vp", Some("tin"))
                .on("trang")
                .count("tin-bai", articles)
                .into(&mut file);
        }
        file
    }

    #[test]
    fn a_point_leads_to_its_activities_and_back() {
        let file = followed();
        let progress = Progress::of(&file, day("2026-08-20"));
        let criteria = criteria(&file, &progress);
        let articles = criteria.iter().find(|c| c.computed == Computed::Articles).unwrap();
        // May's third article does not make up for July.
        assert_eq!((articles.achieved, articles.asked), (5, 8));
        assert_eq!(
            articles.missing,
            [
                "Còn thiếu 01 tin, bài tháng 7 để đạt điểm tối đa.",
                "Còn thiếu 02 tin, bài tháng 8 để đạt điểm tối đa."
            ]
        );
        assert_eq!(articles.activities.len(), 3);
        let proved: Vec<_> = proved_by(&criteria, &articles.activities[0])
            .iter()
            .map(|criterion| criterion.computed)
            .collect();
        assert_eq!(proved, [Computed::PlanDone, Computed::Diversity, Computed::Articles]);
    }

    /// The entries that the register makes for a set: one for each leaf that computes itself and has something due.
    fn computed_entries(file: &PlanFile, progress: &Progress, set: &IndicatorSet) -> Vec<Entry> {
        let criteria = criteria(file, progress);
        let leaves = set.leaves();
        let of_leaf = leaves.iter().filter_map(|leaf| {
            criteria.iter().find(|criterion| Some(criterion.computed) == leaf.computed)?.entry(leaf)
        });
        of_leaf.collect()
    }

    #[test]
    fn the_register_scores_the_leaves_on_communication() {
        let file = followed();
        let progress = Progress::of(&file, day("2026-08-20"));
        let set = builtin_set("cchc-xa").unwrap();
        let card = score(set, &computed_entries(&file, &progress, set)).unwrap();
        let leaves: Vec<_> = card.leaves();
        let scores: Vec<_> = leaves[..4].iter().map(|leaf| (leaf.input.as_deref(), leaf.score)).collect();
        // In time or not is for a person to say; how many points an article is worth, for the province.
        let expected = [(None, None), (Some("2/3"), Some(0.0)), (Some("1"), Some(0.25)), (Some("5/8"), None)];
        assert_eq!(scores, expected);
        assert_eq!(card.total, None);
    }

    #[test]
    fn what_the_plan_only_encourages_makes_nothing_diverse() {
        let mut file = followed();
        let diverse = |file: &PlanFile| {
            let made = diversity(file, day("2026-08-20"));
            (made.achieved, made.asked, made.activities.len(), made.missing.len())
        };
        assert_eq!(diverse(&file), (1, 2, 3, 1));
        let listing = |file: &mut PlanFile, id: &str, listing| {
            let mut channel = file.channels.get_str(id).unwrap().clone();
            channel.listing = listing;
            file.contents.channels.put(channel);
        };
        listing(&mut file, "hoi-nghi", Listing::Encouraged);
        assert_eq!(diverse(&file), (1, 1, 3, 0), "its group has no form of the plan");
        listing(&mut file, "trang", Listing::Elsewhere);
        assert_eq!(diverse(&file), (0, 1, 0, 1), "its group has another");
    }

    #[test]
    fn what_is_not_known_is_no_zero() {
        let file = commune();
        let progress = Progress::of(&file, day("2026-05-02"));
        let set = builtin_set("cchc-xa").unwrap();
        let entries = computed_entries(&file, &progress, set);
        let leaves: Vec<_> = entries.iter().map(|entry| entry.leaf.as_str()).collect();
        // Nothing was issued or due; of two groups of forms, none was used.
        assert_eq!(leaves, ["1.3"]);
    }
}
