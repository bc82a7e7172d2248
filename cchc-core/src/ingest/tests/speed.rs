//! How long a long plan takes.

use std::time::Instant;

use super::{seed, today};
use crate::ingest;

/// `cargo test --release -p cchc-core --features docx,ingest --lib ingest::tests::speed -- --ignored --nocapture`
#[test]
#[ignore = "measures; only a release build says something"]
fn a_plan_of_forty_pages_takes_a_tenth_of_a_second() {
    // A page of the form of Nghị định 30/2020/NĐ-CP holds some 2,400 letters.
    let text = seed::seed_text();
    let pages = 40 * 2400;
    let text = text.repeat(pages / text.chars().count() + 1);
    let read = || ingest::text(&text, "thu".parse().unwrap(), today());
    read();
    let mut times: Vec<_> = (0..9)
        .map(|_| {
            let start = Instant::now();
            let duties = read().file.duties.len();
            (start.elapsed(), duties)
        })
        .collect();
    times.sort_unstable();
    let (median, duties) = times[4];
    println!("{} letters, {duties} duties: {median:?}", text.chars().count());
    assert!(median.as_millis() < 100, "{median:?}");
}
