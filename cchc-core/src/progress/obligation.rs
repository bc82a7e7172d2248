//! One thing that is owed.

use crate::calendar::{Date, Period, Window, relative_vi};
use crate::id::{DutyId, FilingId, OfficeId, UnitId};
use crate::plan::Basis;
use crate::progress::{RECALL_DAYS, Standing, State};
use crate::text;

/// Việc phải làm: what one office owes for one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// What is owed.
    pub task: Task,
    /// Who owes it.
    pub office: OfficeId,
    /// How the duty asks for it.
    pub rhythm: Rhythm,
    /// The period; none of a duty that is done once.
    pub period: Option<Period>,
    /// The period in words: `tháng 11`, `quý IV`, `năm 2026`.
    pub label: String,
    /// The days whose activities count.
    pub window: Window,
    /// The first month it takes up in the strip of the year, 1–12.
    pub first_month: u32,
    /// The last month it takes up in the strip of the year, 1–12.
    pub last_month: u32,
    /// The last day.
    pub due: Date,
    /// What the last day rests on; of a period it is the calendar's.
    pub due_basis: Basis,
    /// How many are asked; none where some evidence is all that is asked.
    pub required: Option<u64>,
    /// How many there are: in the quota's unit, or activities where there is none.
    pub achieved: u64,
    /// The quota's unit.
    pub unit: Option<UnitId>,
    /// Of a quota that compares: the period before, and what was reached in it.
    pub previous: Option<(String, u64)>,
    /// Where it stands.
    pub standing: Standing,
    /// How that is shown.
    pub state: State,
    /// The activities that count, by date (places in the file, for [`Records::at`](crate::record::Records::at)).
    pub activities: Vec<u32>,
    /// How many of them nothing proves.
    pub without_evidence: u32,
    /// The day on which what is asked was there.
    pub completed_on: Option<Date>,
}

/// What is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Nhiệm vụ của kế hoạch.
    Duty(DutyId),
    /// Gửi báo cáo: owed once, whatever the number of duties that ask for it.
    Report {
        /// The duties that ask for it, the rule's own first; none where the plan has none.
        duties: Vec<DutyId>,
        /// The report.
        filing: FilingId,
    },
    /// Gửi số liệu cho cơ quan đầu mối.
    Return {
        /// For which report.
        filing: FilingId,
    },
}

impl Task {
    /// The duties behind it: several of a report that the plan asks for in several places.
    pub fn duties(&self) -> &[DutyId] {
        match self {
            Self::Duty(duty) => std::slice::from_ref(duty),
            Self::Report { duties, .. } => duties,
            Self::Return { .. } => &[],
        }
    }

    /// The duty behind it; of several, the first.
    pub fn duty(&self) -> Option<&DutyId> {
        self.duties().first()
    }

    /// Whether it is done for that duty.
    pub fn serves(&self, duty: &DutyId) -> bool {
        self.duties().contains(duty)
    }

    /// The report behind it.
    pub const fn filing(&self) -> Option<&FilingId> {
        match self {
            Self::Duty(_) => None,
            Self::Report { filing, .. } | Self::Return { filing } => Some(filing),
        }
    }
}

/// How an obligation came about; decides what happens after its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// Thường xuyên: some evidence in the window. Once closed it cannot be made good.
    Continuous,
    /// Định kỳ: so much in the window. Once closed it cannot be made good.
    Recurring,
    /// Một lần: owed until done, however late.
    Single,
    /// Khi có việc: there because something was logged.
    Occasional,
}

impl Obligation {
    /// Whether it belongs to the work at hand: pressing now, and not so long closed that it is history.
    pub fn is_at_hand(&self, today: Date) -> bool {
        let recent = (today - self.due).num_days() <= RECALL_DAYS;
        self.state.is_pressing() && (recent || matches!(self.standing, Standing::Overdue { .. }))
    }

    /// Whether the day lies in its window, or between the window and its last day.
    pub fn is_current(&self, today: Date) -> bool {
        self.standing != Standing::Off && self.window.from <= today && today <= self.due.max(self.window.to)
    }

    /// How many are missing of what is asked; 0 where nothing is or nothing is counted.
    pub fn missing(&self) -> u64 {
        self.required.unwrap_or(0).saturating_sub(self.achieved)
    }

    /// Hạn dự kiến: whether nobody has written or confirmed the last day.
    pub fn is_expected(&self) -> bool {
        self.due_basis.mark().is_some()
    }

    /// "hạn 30/11/2026"; "hạn dự kiến 31/7/2026" where it [is expected](Self::is_expected): a paper does not hold an office to
    /// such a day as if the plan wrote it.
    pub fn due_in_words(&self) -> String {
        let expected = if self.is_expected() { " dự kiến" } else { "" };
        format!("hạn{expected} {}", text::date_vi(self.due))
    }

    /// The figure of a cell: "2" where it is met or nothing is asked for, "1/2" where it is short, "1/1" of what is
    /// done once.
    pub fn figure(&self) -> String {
        let achieved = text::integer_vi(self.achieved as i64);
        match self.required {
            Some(required) if self.achieved < required || self.rhythm == Rhythm::Single => {
                format!("{achieved}/{}", text::integer_vi(required as i64))
            }
            _ => achieved,
        }
    }

    /// Quarters of the bar under a cell, 0–4, rounded down: what is partly done never looks full.
    pub fn quarters(&self) -> u8 {
        match (self.standing, self.required) {
            (Standing::Off | Standing::Ahead, _) => 0,
            (Standing::NoEvidence, _) => {
                if self.activities.is_empty() {
                    0
                } else {
                    2
                }
            }
            (standing, _) if standing.is_met() => 4,
            (_, Some(required)) if required > 0 => (self.achieved.min(required) * 4 / required).min(3) as u8,
            _ => 0,
        }
    }

    /// Where it stands, in a few words beside its last day: "trễ 2 ngày", "còn thiếu 1", "thiếu minh chứng".
    pub fn phrase(&self, today: Date) -> String {
        match self.standing {
            Standing::Off => "không tính".to_owned(),
            Standing::Ahead => "chưa đến kỳ".to_owned(),
            Standing::Open { .. } if self.state == State::None => "chưa đến hạn".to_owned(),
            Standing::Open { missing } if self.achieved > 0 => match &self.previous {
                Some((label, _)) => format!("thấp hơn {label}"),
                None => format!("còn thiếu {missing}"),
            },
            Standing::Open { .. } | Standing::Overdue { .. } => relative_vi(self.due, today),
            Standing::NoEvidence if self.activities.is_empty() => "chưa có hoạt động trong kỳ".to_owned(),
            Standing::NoEvidence => "thiếu minh chứng".to_owned(),
            Standing::Met => match (self.rhythm, self.completed_on) {
                (Rhythm::Single | Rhythm::Recurring, Some(day)) => format!("xong {}", text::date_short(day)),
                _ => "đúng tiến độ".to_owned(),
            },
            Standing::MetLate { days } => match self.completed_on {
                Some(day) => format!("xong {}, trễ {days} ngày", text::date_short(day)),
                None => format!("xong, trễ {days} ngày"),
            },
            Standing::PartlyMet => format!("thiếu {}", self.missing()),
            Standing::Missed => "không thực hiện trong kỳ".to_owned(),
        }
    }
}
