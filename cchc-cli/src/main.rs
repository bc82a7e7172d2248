//! `cchc`.
fn main() {}
