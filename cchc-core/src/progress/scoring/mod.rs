//! Chấm điểm: the indices of a file on a day. Derived; nothing of it is stored.
//!
//! The ground is in the file: sets of its own ([`OwnSet`](crate::indicator::OwnSet)), entries
//! ([`ScoreEntry`](crate::indicator::ScoreEntry)), values, targets and measures. From it and from the register come
//!
//! * [`sets`], [`set`]: the sets that serve the file, those of its own in place of the built-in ones, the plan's
//!   targets in the set of targets;
//! * [`Assessment`]: a set scored for a period, what a person entered before what the register says, both shown; with
//!   [`Assessment::losses`], [`Assessment::evidence_owed`] and [`Assessment::what_if`];
//! * [`series`], [`trend`]: values over the years with target, gap and rank; [`leaf_trend`]: those of one criterion;
//! * [`proofs`]: from an activity the criteria that it proves.
//!
//! ```
//! use cchc_core::examples;
//! use cchc_core::progress::{Tracking, scoring};
//!
//! let file = examples::get("hoa-tham-2026").unwrap();
//! let tracking = Tracking::of(&file, "2026-11-20".parse().unwrap());
//! let year = "2026".parse().unwrap();
//! let assessment = scoring::Assessment::of(&tracking, "cchc-xa", year).unwrap();
//! assert_eq!(assessment.card.total, None, "a row that is not complete has no total");
//! ```

mod assessment;
mod losses;
mod proofs;
mod published;
mod totals;
mod trend;
mod what_if;

#[cfg(test)]
mod tests;

pub use crate::exchange::sets::{TARGETS, criterion_name, index_name, set, sets};
pub use assessment::{Assessment, Fault, InputOrigin, LeafState, Row, SoFar};
pub use losses::Loss;
pub use proofs::{Proof, proofs};
pub use published::usual_period;
pub use totals::{TotalRow, own_share};
pub use trend::{
    LeafPoint, PointOrigin, Series, TrendPoint, Value, leaf_trend, series, target, trend, values,
};
pub use what_if::{Trial, WhatIf};
