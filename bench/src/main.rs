//! What `cargo xtask bench` measures of merging and saving, against others, in one run.
//!
//! Prints a line for each thing measured: its name, a tab, milliseconds (the median of the rounds).

mod automerge;
#[path = "../../cchc-core/benches/scale/grown.rs"]
mod grown;
mod keystroke;
mod merge;
#[path = "../../cchc-web/src/store/parts.rs"]
mod parts;

/// What the page's parts are handed to.
mod platform {
    pub(crate) mod storage {
        /// A part of a file and its text; none where it is as it was saved.
        pub(crate) struct Part {
            pub(crate) name: String,
            pub(crate) body: Option<String>,
        }
    }
}

use std::hint::black_box;
use std::time::Instant;

use cchc_core::exchange::{Author, Change, Edit, PlanFile};

const ROUNDS: usize = 7;

/// All of it, or what is named: `merge`, `automerge`, `keystroke`.
fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let is_asked = |name: &str| asked.is_empty() || asked.iter().any(|asked| asked == name);
    for (name, measure) in [
        ("merge", merge::against_parsing as fn()),
        ("automerge", merge::against_automerge),
        ("keystroke", keystroke::measure),
    ] {
        if is_asked(name) {
            measure();
        }
    }
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

fn print(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    println!("{name}\t{:.2}", times[times.len() / 2]);
}
