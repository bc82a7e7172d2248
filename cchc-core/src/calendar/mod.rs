//! Time as the offices count it: periods, reporting windows, deadlines, working days.
//!
//! * [`Period`] names a stretch of a year ("2026-05", "2026-Q2", "2026-H1", "2026-9M", "2026");
//! * [`WindowRule`] says which dates a period's figures cover (Nghị định 09/2019/NĐ-CP or the calendar);
//! * [`DeadlineRule`] says until which day the period's report may be sent;
//! * [`WorkCalendar`] knows which days the offices work, from [`Holiday`] records that are data, not code;
//! * [`relative_vi`] and [`weekday_vi`] put a date into words.
//!
//! There is no clock here: whoever asks passes `today`. Days are whole days of the place, with no time zone.
//!
//! ```
//! use cchc_core::calendar::{Date, DeadlineRule, Period, WindowRule};
//!
//! let quarter: Period = "2026-Q2".parse()?;
//! assert_eq!(quarter.vietnamese(), "quý II năm 2026");
//!
//! let window = WindowRule::Nd09.window(quarter);
//! assert_eq!(window.from, Date::from_ymd_opt(2026, 3, 15).unwrap());
//! assert_eq!(window.to, Date::from_ymd_opt(2026, 6, 14).unwrap());
//!
//! // "chậm nhất ngày 17 của tháng cuối kỳ"
//! let deadline = DeadlineRule { day: 17, months_after: 0, inclusive: true };
//! assert_eq!(deadline.date(quarter), Date::from_ymd_opt(2026, 6, 17).unwrap());
//! # Ok::<(), cchc_core::calendar::PeriodError>(())
//! ```

mod clock;
mod deadline;
mod holiday;
mod period;
mod relative;
mod window;
mod workdays;
mod written;

/// A day of the Gregorian calendar, with no time and no zone (ngày).
pub use chrono::NaiveDate as Date;

/// A moment, and how far its place is from UTC, as [`Author::at`](crate::exchange::Author::at) has it.
pub use chrono::{DateTime, FixedOffset};

pub use clock::{TimeError, TimeOfDay};
pub use deadline::{DeadlineRule, Inclusion};
pub use holiday::{Basis, Holiday, HolidayError, HolidayKind, builtin_holidays, read_holidays};
pub use period::{Period, PeriodKind, periods_of};
pub use relative::{relative_vi, weekday_short_vi, weekday_vi};
pub use window::{Window, WindowRule};
pub use workdays::WorkCalendar;
pub use written::PeriodError;
