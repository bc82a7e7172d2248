//! What holds of every register.

use proptest::prelude::*;

use super::*;
use crate::register::Activity;

fn plan() -> PlanFile {
    let mut file = commune();
    articles_each_month(&mut file);
    duty(&mut file, "vhxh", "lop", "Lớp tập huấn", Cadence::Once { due: day("2026-11-30") });
    duty(&mut file, "vp", "niem-yet", "Niêm yết", CONTINUOUS);
    duty(&mut file, "dvci", "phat-song", "Phát sóng", CONTINUOUS);
    quota(&mut file, "phat-song", QuotaGoal::AtLeastPrevious, "luot-phat", QuotaScope::Duty);
    let quarterly = Cadence::Recurring {
        period: PeriodKind::Quarter,
        window: WindowRule::Nd09,
        deadline: Some(DeadlineRule { day: 5, months_after: 1, inclusive: true }),
    };
    duty(&mut file, "mttq", "hop", "Họp", quarterly);
    quota(&mut file, "hop", QuotaGoal::AtLeast(3), "cuoc", QuotaScope::Duty);
    let range = Cadence::Range { from: day("2026-06-01"), to: day("2026-07-31") };
    duty(&mut file, "vp", "dot", "Đợt cao điểm", range);
    file
}

fn any_activity() -> impl Strategy<Value = Activity> {
    let duty =
        prop::sample::select(vec!["tin-bai", "lop", "niem-yet", "phat-song", "hop", "dot", "khong-co"]);
    let channel = prop::sample::select(vec!["trang", "loa", "hoi-nghi"]);
    let unit = prop::sample::select(vec!["tin-bai", "luot-phat", "cuoc"]);
    (0u64..420, duty, channel, unit, 0u64..4, any::<bool>(), 0u32..1_000_000).prop_map(
        |(days, duty, channel, unit, count, is_proved, id)| {
            let date = day("2025-12-01") + chrono::Days::new(days);
            let mut activity: Activity = record(json!({ "id": format!("hd-{id}"), "date": date, "office": "vp",
                "duty": duty, "channel": channel, "title": "Việc", "counts": [{ "unit": unit, "value": count }] }));
            if is_proved {
                activity.evidence.push(crate::register::Evidence::new("ảnh"));
            }
            activity
        },
    )
}

fn any_register() -> impl Strategy<Value = Vec<Activity>> {
    prop::collection::vec(any_activity(), 0..40)
}

fn any_day() -> impl Strategy<Value = Date> {
    (0u64..480).prop_map(|days| day("2025-11-15") + chrono::Days::new(days))
}

/// By hand: goes through the whole register for one obligation.
fn recount(file: &PlanFile, one: &Obligation, today: Date) -> u64 {
    let duty = file.duties.get(one.task.duty().unwrap()).unwrap();
    let mut sum = 0;
    for activity in &file.activities {
        // What is done once counts also after its last day.
        let is_in = one.window.from <= activity.date
            && (activity.date <= one.window.to || one.rhythm == Rhythm::Single)
            && activity.date <= today;
        let counts = match duty.quota.as_ref().map(|quota| &quota.value) {
            Some(quota) => {
                let is_meant = match &quota.scope {
                    QuotaScope::Duty => activity.duty.as_ref() == Some(&duty.id),
                    QuotaScope::Channel(channel) => activity.channel.as_ref() == Some(channel),
                };
                if is_meant { activity.count(&quota.unit) } else { 0 }
            }
            None => u64::from(activity.duty.as_ref() == Some(&duty.id)),
        };
        sum += if is_in { counts } else { 0 };
    }
    sum
}

proptest! {
    #[test]
    fn achieved_can_be_recounted_by_hand(register in any_register(), today in any_day()) {
        let mut file = plan();
        file.contents.activities = register.into_iter().collect();
        for one in &Progress::of(&file, today).obligations {
            prop_assert_eq!(one.achieved, recount(&file, one, today), "{:?}", one);
        }
    }

    #[test]
    fn standings_say_what_the_figures_say(register in any_register(), today in any_day()) {
        let mut file = plan();
        file.contents.activities = register.into_iter().collect();
        let progress = Progress::of(&file, today);
        for one in &progress.obligations {
            let required = one.required.unwrap_or(1);
            match one.standing {
                Standing::Off | Standing::Ahead => {}
                Standing::Open { missing } => {
                    prop_assert!(today <= one.due && one.achieved + missing == required);
                }
                Standing::Met | Standing::MetLate { .. } => {
                    prop_assert!(one.achieved >= required && one.completed_on.is_some());
                    prop_assert!((one.without_evidence as usize) < one.activities.len());
                }
                Standing::NoEvidence => {
                    prop_assert_eq!(one.without_evidence as usize, one.activities.len());
                }
                Standing::PartlyMet => {
                    prop_assert!(today > one.window.to && one.achieved > 0 && one.achieved < required);
                }
                Standing::Missed => prop_assert!(today > one.window.to && one.achieved == 0),
                Standing::Overdue { .. } => prop_assert!(today > one.due && one.achieved < required),
            }
            prop_assert_eq!(one.quarters() == 4, one.standing.is_met());
        }
        let verdict = progress.verdict;
        let at_hand: usize = progress.offices.iter().map(|office| office.at_hand.len()).sum();
        prop_assert_eq!(verdict.late + verdict.soon + verdict.missing_evidence, at_hand);
        for duty in &file.duties {
            let months: u32 = progress.strip(&file, &duty.id).iter().map(Cell::months).sum();
            prop_assert_eq!(months, 12);
        }
    }

    #[test]
    fn one_more_activity_never_worsens_what_it_counts_for(
        register in any_register(), more in any_activity(), today in any_day(),
    ) {
        let mut file = plan();
        file.contents.activities = register.into_iter().filter(|activity| activity.id != more.id).collect();
        let before = Progress::of(&file, today);
        file.contents.activities.put(more);
        let after = Progress::of(&file, today);
        for (before, after) in before.obligations.iter().zip(&after.obligations) {
            // A quota that compares may rise with the period before.
            if before.required == after.required {
                prop_assert!(before.standing.rank() <= after.standing.rank(), "{:?} {:?}", before, after);
                prop_assert!(before.achieved <= after.achieved);
            }
        }
    }

    #[test]
    fn coverage_counts_every_activity_of_the_window(register in any_register(), today in any_day()) {
        let mut file = plan();
        file.contents.activities = register.into_iter().collect();
        let year = window("2026-01-01", "2026-12-31");
        let counted = coverage(&file, year, today);
        let by_hand = file.activities.iter().filter(|a| year.contains(a.date) && a.date <= today).count();
        prop_assert_eq!(counted.activities as usize, by_hand);
        let on_channels: u32 = counted.by_channel.iter().sum();
        prop_assert_eq!(on_channels + counted.without_channel, counted.activities);
    }
}
