//! Plans, read whole.

mod any;
mod faults;
pub(crate) mod plans;
mod seed;
mod wordings;

use crate::calendar::Date;

/// The day on which the tests read.
pub(super) fn today() -> Date {
    Date::from_ymd_opt(2026, 5, 4).unwrap()
}
