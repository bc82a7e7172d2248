//! How far an obligation is, and how that looks.

use crate::calendar::{Date, Window};

/// Ngưỡng “sắp đến hạn”: an obligation that is still short is shown as due soon from so many days before its last
/// day. A month's quota that is short is therefore always "soon".
pub const SOON_DAYS: i64 = 30;

/// The same for the figures that offices send, which take little time and come from all offices at once.
pub const RETURN_SOON_DAYS: i64 = 10;

/// A period that closed short stays among the work at hand for so many days: what was done but not yet logged can
/// still be logged. After that it is history.
pub const RECALL_DAYS: i64 = 30;

/// A difficulty that has waited longer for its answer is shown as waiting long.
pub const LONG_WAIT_DAYS: i64 = 15;

/// Tình trạng của một việc: where an obligation stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Không tính: before the plan was followed up.
    Off,
    /// Chưa đến kỳ: its window has not begun.
    Ahead,
    /// Đang trong kỳ, còn thiếu: so many are missing (1 where there is nothing to count).
    Open {
        /// How many are missing.
        missing: u64,
    },
    /// Thiếu minh chứng: done as far as the figures go, but nothing proves it; or, of a continuous duty in its open
    /// window, nothing there yet.
    NoEvidence,
    /// Đạt.
    Met,
    /// Xong nhưng trễ hạn.
    MetLate {
        /// Days after the last day.
        days: u32,
    },
    /// Chỉ đạt một phần: the window has closed, and some of it was done.
    PartlyMet,
    /// Không thực hiện: the window has closed, and nothing was done.
    Missed,
    /// Trễ hạn, vẫn phải làm: the last day has passed, and it is still owed.
    Overdue {
        /// Days since the last day.
        days: u32,
    },
}

impl Standing {
    /// From worst to best; equal ranks are no better than each other. More activities never lower it.
    pub const fn rank(self) -> u8 {
        match self {
            Self::Missed | Self::Overdue { .. } => 0,
            Self::PartlyMet => 1,
            Self::Off | Self::Ahead | Self::Open { .. } => 2,
            Self::NoEvidence => 3,
            Self::MetLate { .. } => 4,
            Self::Met => 5,
        }
    }

    /// Whether what was asked is done.
    pub const fn is_met(self) -> bool {
        matches!(self, Self::Met | Self::MetLate { .. })
    }

    /// Whether it is closed for good with less than was asked.
    pub const fn is_short(self) -> bool {
        matches!(self, Self::PartlyMet | Self::Missed)
    }
}

/// Trạng thái nhìn thấy: the five ways a standing is shown, from the most pressing to the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Trễ, thiếu.
    Late,
    /// Thiếu minh chứng.
    Missing,
    /// Sắp đến hạn.
    Soon,
    /// Chưa đến hạn, không tính.
    None,
    /// Xong, đạt.
    Done,
}

impl State {
    /// The name in stylesheets and in JSON: `late`, `missing`, `soon`, `none`, `done`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Missing => "missing",
            Self::Soon => "soon",
            Self::None => "none",
            Self::Done => "done",
        }
    }

    /// In words: "trễ hạn", "sắp đến hạn".
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Late => "trễ hạn",
            Self::Missing => "thiếu minh chứng",
            Self::Soon => "sắp đến hạn",
            Self::None => "chưa đến hạn",
            Self::Done => "đúng tiến độ",
        }
    }

    /// Whether somebody has to do something now.
    pub const fn is_pressing(self) -> bool {
        matches!(self, Self::Late | Self::Missing | Self::Soon)
    }
}

/// What [`Standing`] looks like: needs the last day, the window and how many activities there are.
pub(super) fn state_of(
    standing: Standing,
    due: Date,
    window: Window,
    activities: usize,
    soon_days: i64,
    today: Date,
) -> State {
    match standing {
        Standing::Met | Standing::MetLate { .. } => State::Done,
        Standing::PartlyMet | Standing::Missed | Standing::Overdue { .. } => State::Late,
        Standing::Open { .. } if (due - today).num_days() <= soon_days => State::Soon,
        Standing::NoEvidence if activities > 0 || past_half(window, today) => State::Missing,
        Standing::Off | Standing::Ahead | Standing::Open { .. } | Standing::NoEvidence => State::None,
    }
}

/// More than half of the window has gone by. Before that a continuous duty without activity is no cause for alarm.
fn past_half(window: Window, today: Date) -> bool {
    (today - window.from).num_days() * 2 >= i64::from(window.len_days())
}
