//! Kế hoạch như đã ban hành: header, passages, cited documents, goals, topics, channels, offices, duties, report
//! rules.
//!
//! The text of the plan is kept whole, as [`Passage`]s. Everything the tool works with (a topic, a duty, a quota)
//! points with a [`Source`] at the words it was taken from; what the words do not say is marked [`Basis::Inferred`].

mod cadence;
mod channel;
mod document;
mod duty;
mod header;
mod office;
mod passage;
mod report_rule;
mod stated;
mod topic;
mod wording;

pub use cadence::{Cadence, Quota, QuotaGoal, QuotaScope};
pub use channel::{Channel, ChannelGroup, Listing, Unit, UnitSort};
pub use document::CitedDocument;
pub use duty::{Duty, DutyRole, Fulfilment, Partner};
pub use header::{Plan, Recipient, Signature};
pub use office::{Office, OfficeRole};
pub use passage::{Passage, PassageRole, Source};
pub use report_rule::{DeadlineOverride, Regime, ReportForm, ReportLevel, ReportRule};
pub use stated::{Basis, Stated};
pub use topic::{Goal, GoalKind, Target, Topic};
