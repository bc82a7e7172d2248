//! Progress and report of 100,000 activities against parsing the same file, in one run.
//!
//! Prints a line for each thing measured: its name, a tab, milliseconds (the median of the rounds).
//! `cargo xtask bench` makes ratios of them.

mod grown;

use std::hint::black_box;
use std::time::Instant;

use cchc_core::calendar::{Date, Period, PeriodKind};
use cchc_core::exchange::read;
use cchc_core::progress::Progress;
use cchc_core::report::{ReportSpec, compose};

const ACTIVITIES: usize = 100_000;
const ROUNDS: usize = 7;

fn main() {
    let file = grown::grown(ACTIVITIES);
    let text = file.to_json();
    let today = Date::from_ymd_opt(2026, 11, 20).expect("a day");
    let year = ReportSpec::of_period(&file, Period::new(PeriodKind::Year, 2026, 1).expect("a period"));
    eprintln!("{ACTIVITIES} activities, {:.1} MB", text.len() as f64 / 1e6);

    // Turn by turn, so that a busy moment of the machine meets all of them.
    let mut parse = Vec::new();
    let (mut progress, mut report) = (Vec::new(), Vec::new());
    let mut open = Vec::new();
    for _ in 0..ROUNDS {
        parse.push(time(|| serde_json::from_str::<serde_json::Value>(&text).expect("JSON")));
        progress.push(time(|| Progress::of(&file, today)));
        report.push(time(|| compose(&file, &year, today)));
        open.push(time(|| read(&text).expect("a plan file")));
    }
    println!("parse\t{:.2}", median(parse));
    println!("progress\t{:.2}", median(progress));
    println!("report\t{:.2}", median(report));
    println!("read and check\t{:.2}", median(open));
}

/// Milliseconds; what was made is dropped outside.
fn time<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let made = black_box(work());
    let took = start.elapsed();
    drop(made);
    took.as_secs_f64() * 1000.0
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
