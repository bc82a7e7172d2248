//! Progress and report of 100,000 activities against parsing the same file, in one run.
//!
//! Prints a line for each thing measured: its name, a tab, milliseconds (the median of the rounds). "progress" takes
//! the register apart, "report" composes from what was taken apart; "report alone" does both, as a script that wants
//! nothing else.
//! `cargo xtask bench` makes ratios of them.

mod clock;
mod grown;

use cchc_core::calendar::{Date, Period, PeriodKind};
use cchc_core::exchange::read;
use cchc_core::progress::Tracking;
use cchc_core::report::{ReportSpec, compose, compose_from};
use clock::{median, time};

const ACTIVITIES: usize = 100_000;
const ROUNDS: usize = 7;

fn main() {
    let text = grown::grown(ACTIVITIES).to_json();
    // What was read from a text lies in memory as it does for a user; what was grown shares its ids.
    let file = read(&text).expect("a plan file").file;
    let today = Date::from_ymd_opt(2026, 11, 20).expect("a day");
    let year = ReportSpec::of_period(&file, Period::new(PeriodKind::Year, 2026, 1).expect("a period"));
    eprintln!("{ACTIVITIES} activities, {:.1} MB", text.len() as f64 / 1e6);

    // Turn by turn, so that a busy moment of the machine meets all of them.
    let mut parse = Vec::new();
    let (mut progress, mut report) = (Vec::new(), Vec::new());
    let (mut alone, mut open) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        parse.push(time(|| serde_json::from_str::<serde_json::Value>(&text).expect("JSON")));
        progress.push(time(|| {
            let tracking = Tracking::of(&file, today);
            tracking.progress();
            tracking
        }));
        let tracking = Tracking::of(&file, today);
        tracking.progress();
        report.push(time(|| compose_from(&tracking, &year)));
        alone.push(time(|| compose(&file, &year, today)));
        open.push(time(|| read(&text).expect("a plan file")));
    }
    println!("parse\t{:.2}", median(parse));
    println!("progress\t{:.2}", median(progress));
    println!("report\t{:.2}", median(report));
    println!("report alone\t{:.2}", median(alone));
    println!("read and check\t{:.2}", median(open));
}
