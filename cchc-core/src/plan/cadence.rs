//! How often, how much, until when.

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, DeadlineRule, PeriodKind, WindowRule};
use crate::id::{ChannelId, UnitId};

/// Nhịp thực hiện: when a duty asks for something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Cadence {
    /// Thường xuyên, liên tục: some evidence in each period.
    Continuous {
        /// The period in which evidence is expected.
        period: PeriodKind,
        /// How the period's window is cut.
        window: WindowRule,
    },
    /// Định kỳ: so much in each period.
    Recurring {
        /// The period.
        period: PeriodKind,
        /// How the period's window is cut.
        window: WindowRule,
        /// The last day; the window's last day where there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deadline: Option<DeadlineRule>,
    },
    /// Một lần, until a day (inclusive).
    Once {
        /// The last day.
        due: Date,
    },
    /// Trong khoảng thời gian, both ends included.
    Range {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// Khi có việc: asked for after an event. Events are not logged yet, so nothing falls due by it: the duty is shown
    /// with what was done for it, as one on request.
    OnEvent {
        /// The event.
        event: String,
        /// Days allowed after it; none where the plan sets none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        days: Option<u32>,
    },
    /// Theo yêu cầu: due unknown until the request is logged.
    OnRequest,
    /// Theo quy định báo cáo: what is due when comes from the plan's report rules.
    Reports,
}

/// Chỉ tiêu số lượng of a duty, per period of its cadence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quota {
    /// How much.
    pub goal: QuotaGoal,
    /// Counted in what.
    pub unit: UnitId,
    /// Which activities count.
    pub scope: QuotaScope,
}

/// How much a quota asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum QuotaGoal {
    /// Ít nhất: at least so many in each period.
    AtLeast(u32),
    /// Tăng cường: not fewer than in the period before.
    AtLeastPrevious,
}

/// Which activities a quota counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum QuotaScope {
    /// Those logged for the duty itself.
    Duty,
    /// Everything on a channel, whoever did it and for whichever duty ("trên Trang thông tin điện tử").
    Channel(ChannelId),
}
