//! What a person runs: build, run, test, bench.
fn main() {}
