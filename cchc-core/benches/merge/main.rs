//! Merging two copies of 100,000 records against parsing both with serde_json, in one run.
//!
//! The copies have 90,000 activities in common, every one stamped. Each has changed 5,000 of them since, 1,000 of which
//! the other has changed, too, and each has 10,000 of its own. They are read from text, so they share nothing in memory.
//!
//! Prints a line for each thing measured: its name, a tab, milliseconds (the median of the rounds).

#[path = "../scale/grown.rs"]
mod grown;

use std::hint::black_box;
use std::time::Instant;

use cchc_core::exchange::{Author, Change, Edit, PlanFile, merge, read};
use cchc_core::record::Kind;
use serde_json::json;

const COMMON: usize = 90_000;
const OWN: usize = 10_000;
const CHANGED: usize = 5_000;
const BOTH: usize = 1_000;
const ROUNDS: usize = 7;

fn main() {
    let (a, b) = copies();
    let (text_a, text_b) = (a.to_json(), b.to_json());
    let read_again = |text: &str| read(text).expect("a plan file").file;
    let (a, b) = (read_again(&text_a), read_again(&text_b));
    eprintln!(
        "{} activities each, {:.1} MB both",
        a.activities.len(),
        (text_a.len() + text_b.len()) as f64 / 1e6
    );

    // Turn by turn, so that a busy moment of the machine meets all of them.
    let (mut parse, mut merging, mut again) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let value = |text| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        parse.push(time(|| (value(&text_a), value(&text_b))));
        merging.push(time(|| merge(&a, &b).expect("copies of one plan")));
        let merged = merge(&a, &b).expect("copies of one plan");
        assert_eq!((merged.activities.len(), merged.conflicts().len()), (COMMON + 2 * OWN, BOTH));
        again.push(time(|| merge(&merged, &b).expect("copies of one plan")));
    }
    println!("parse both\t{:.2}", median(parse));
    println!("merge\t{:.2}", median(merging));
    println!("merge again\t{:.2}", median(again));
}

/// Two copies of one plan.
fn copies() -> (PlanFile, PlanFile) {
    let mut origin = grown::grown(COMMON);
    // Every record as if somebody had written it into the file.
    let edits: Vec<Edit> = origin.activities.iter().map(Edit::write).collect();
    origin.activities = cchc_core::record::Records::default();
    for edits in edits.chunks(1_000) {
        apply(&mut origin, "goc", edits.to_vec());
    }
    let ids: Vec<String> = origin.activities.iter().map(|activity| activity.id.to_string()).collect();
    let copy = |writer: &str, from: usize| {
        let mut file = origin.clone();
        let set = |id: &str, fields: serde_json::Value| {
            let fields = fields.as_object().expect("fields").clone();
            Edit::Set { record: cchc_core::exchange::RecordKey::new(Kind::Activities, id), fields }
        };
        let changed = &ids[from..from + CHANGED];
        apply(&mut file, writer, changed.iter().map(|id| set(id, json!({"title": writer}))).collect());
        let model = file.activities.at(0).expect("many").clone();
        let own = (0..OWN).map(|number| {
            let mut activity = model.clone();
            activity.id = format!("hd-{writer}-{number:06}").parse().expect("letters and digits");
            Edit::write(&activity)
        });
        apply(&mut file, writer, own.collect());
        file
    };
    (copy("phong-a", 0), copy("phong-b", CHANGED - BOTH))
}

fn apply(file: &mut PlanFile, writer: &str, edits: Vec<Edit>) {
    let at = "2026-11-20T08:00:00+07:00".parse().expect("a time");
    let author = Author { writer: writer.parse().expect("an id"), at, office: None };
    file.apply(&Change { author, label: "Ghi".to_owned(), edits }).expect("sound records");
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
