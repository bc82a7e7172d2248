//! Merging damaged files: what the fuzz target `merge` does for as long as one likes, a few thousand times.
//!
//! More with `PROPTEST_CASES=100000`.

#[path = "damaged/copies.rs"]
mod copies;

use proptest::collection::vec;
use proptest::prelude::*;

// In two halves, for two processors.
proptest! {
    #![proptest_config(ProptestConfig { cases: cases().div_ceil(2), ..ProptestConfig::default() })]

    #[test]
    fn whatever_few_things_happened_to_two_copies_they_merge_and_keep_what_can_be_read(
        steps in vec(any::<[u8; 4]>(), 0..5),
    ) {
        check(&steps);
    }

    #[test]
    fn whatever_happened_to_two_copies_they_merge_and_keep_what_can_be_read(
        steps in vec(any::<[u8; 4]>(), 5..10),
    ) {
        check(&steps);
    }
}

fn check(steps: &[[u8; 4]]) {
    let [a, b] = copies::copies(&steps.concat());
    copies::check(&a, &b);
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000)
}
