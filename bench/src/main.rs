//! What `cargo xtask bench` measures of merging and saving, against others, in one run.
//!
//! Prints a line for each thing measured: its name, a tab, milliseconds (the median of the rounds).

mod automerge;
#[path = "../../cchc-core/benches/scale/clock.rs"]
mod clock;
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

use cchc_core::exchange::{Author, Change, Edit, PlanFile};
use clock::time;

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

fn print(name: &str, times: Vec<f64>) {
    println!("{name}\t{:.2}", clock::median(times));
}
