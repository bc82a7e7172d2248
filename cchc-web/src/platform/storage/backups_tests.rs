//! Backups against a memory that fails on order, and how they thin out.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use chrono::NaiveDate;
use proptest::prelude::*;

use super::super::{Fault, MemoryBackend};
use super::*;

/// Runs a future that never really waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("memory does not wait"),
    }
}

fn minute(minutes: i64) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(9, 42, 0).unwrap()
        + TimeDelta::minutes(minutes)
}

const PLAN: &str = "hoa-tham-2026";

fn keep(memory: &MemoryBackend, minutes: i64, text: &str) -> Result<Option<Backup>, SaveError> {
    let about = About::of("Kế hoạch", minute(minutes), Reason::Timed, 153, text);
    now(Backups::of(memory).keep(PLAN, &format!("{minutes:010}"), about, text))
}

/// The texts of all backups that are listed; each must be whole.
fn listed(memory: &MemoryBackend) -> Vec<String> {
    let backups = Backups::of(memory);
    let listed = now(backups.of_plan(PLAN)).unwrap();
    listed
        .iter()
        .map(|backup| now(backups.text(backup)).unwrap().expect("a listed backup is whole"))
        .collect()
}

#[test]
fn the_same_state_is_kept_once_and_the_newest_comes_first() {
    let memory = MemoryBackend::default();
    assert!(keep(&memory, 0, "một").unwrap().is_some());
    assert_eq!(keep(&memory, 10, "một").unwrap(), None);
    assert!(keep(&memory, 20, "hai").unwrap().is_some());
    assert!(keep(&memory, 30, "một").unwrap().is_some());
    assert_eq!(listed(&memory), ["một", "hai", "một"]);
    let all = now(Backups::of(&memory).all()).unwrap();
    assert_eq!((all.len(), &*all[0].plan, all[0].about.activities), (3, PLAN, 153));
}

#[test]
fn a_crash_a_full_storage_and_a_cut_write_leave_whole_backups_only() {
    for fault in [Fault::Crash, Fault::Full, Fault::CutShort] {
        for step in 0..3 {
            let memory = MemoryBackend::default();
            keep(&memory, 0, "cũ").unwrap();
            memory.fail(step, fault);
            let made = keep(&memory, 10, "mới");
            memory.restart();
            let expected: &[&str] = if matches!(made, Ok(Some(_))) { &["mới", "cũ"] } else { &["cũ"] };
            assert_eq!(listed(&memory), expected, "{fault:?} at step {step}: {made:?}");
            assert!(keep(&memory, 20, "sau").unwrap().is_some());
            assert_eq!(listed(&memory)[0], "sau");
        }
    }
}

#[test]
fn a_broken_backup_is_not_given_out() {
    let memory = MemoryBackend::default();
    let backup = keep(&memory, 0, "mot hoat dong").unwrap().unwrap();
    memory.corrupt(&text_key(&backup.key), |value| value.truncate(value.len() - 4));
    assert_eq!(now(Backups::of(&memory).text(&backup)).unwrap(), None);
    memory.corrupt(&about_key(&backup.key), |value| *value = "{}".into());
    assert_eq!(now(Backups::of(&memory).all()).unwrap(), []);
}

#[test]
fn room_is_made_from_the_oldest_and_the_newest_of_each_plan_stays() {
    let memory = MemoryBackend::default();
    for minutes in 0..5 {
        keep(&memory, minutes, &format!("bản {minutes}")).unwrap();
    }
    let about = About::of("Khác", minute(-60), Reason::Asked, 0, "khác");
    now(Backups::of(&memory).keep("tan-tien-2026", "1", about, "khác")).unwrap();
    let shed = || now(Backups::of(&memory).shed()).unwrap();
    assert_eq!((shed(), listed(&memory)), (2, vec!["bản 4".into(), "bản 3".into(), "bản 2".into()]));
    assert_eq!((shed(), shed(), shed()), (1, 1, 0));
    assert_eq!(listed(&memory), ["bản 4"]);
    assert_eq!(now(Backups::of(&memory).all()).unwrap().len(), 2);
}

#[test]
fn a_year_of_work_leaves_a_hundred_backups() {
    let mut kept: Vec<(NaiveDateTime, usize)> = Vec::new();
    // Every half hour of every working day.
    for at in (0..365 * 24 * 60).step_by(30).map(minute) {
        if (7..18).contains(&at.hour()) && at.weekday().number_from_monday() < 6 {
            kept.insert(0, (at, 300_000));
            let stays = stays(&kept);
            let mut stays = stays.iter();
            kept.retain(|_| *stays.next().unwrap());
        }
    }
    assert!((60..=110).contains(&kept.len()), "{}", kept.len());
    let (newest, _) = kept[0];
    let since = |days: i64| kept.iter().filter(|(at, _)| newest - *at <= TimeDelta::days(days)).count();
    assert!(since(1) >= 12 && since(14) >= 20, "{} {}", since(1), since(14));
    assert!(newest - kept.last().unwrap().0 >= TimeDelta::days(350));
}

proptest! {
    #[test]
    fn the_newest_stay_and_thinning_again_takes_nothing(
        minutes in prop::collection::vec(0_i64..600_000, 0..200),
        len in prop::sample::select(vec![1_000_usize, 2_000_000, 60_000_000]),
    ) {
        let mut times: Vec<_> = minutes.into_iter().map(|minutes| (minute(minutes), len)).collect();
        times.sort_by(|a, b| b.cmp(a));
        let once = stays(&times);
        prop_assert!(once.iter().take(ALWAYS).all(|stays| *stays));
        let kept: Vec<_> = times.iter().zip(&once).filter(|(_, stays)| **stays).map(|(time, _)| *time).collect();
        prop_assert!(stays(&kept).iter().all(|stays| *stays));
        prop_assert!(kept.len() <= ALWAYS + LAST_HOUR + 25 + 15 + 59);
        prop_assert!(kept.len() <= ALWAYS || kept.iter().map(|(_, len)| len).sum::<usize>() <= MOST_BYTES);
    }
}
