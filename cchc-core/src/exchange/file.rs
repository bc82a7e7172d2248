//! The plan file.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::calendar::Holiday;
use crate::exchange::{JournalEntry, Stamps};
use crate::id::FileId;
use crate::plan::{
    Channel, ChannelGroup, CitedDocument, Duty, Goal, Office, Passage, Plan, ReportRule, Target, Topic, Unit,
};
use crate::record::{Extra, Records};
use crate::register::{Activity, Difficulty, Filing, OfficeReturn, ParagraphEdit};

/// The name of the format, in the envelope.
pub const FORMAT: &str = "cchc";

/// The version of the format that this library writes.
pub const VERSION: u32 = 1;

/// Tệp kế hoạch: one plan of one commune for one year, with all that happened.
///
/// Fields are public for reading; edits go through [`PlanFile::apply`], which alone keeps stamps and journal true.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanFile {
    /// The same in every copy of this plan.
    pub id: FileId,
    /// The header.
    pub plan: Arc<Plan>,
    /// The text of the plan.
    pub passages: Records<Passage>,
    /// Documents it cites.
    pub documents: Records<CitedDocument>,
    /// Goals and requirements.
    pub goals: Records<Goal>,
    /// Topics.
    pub topics: Records<Topic>,
    /// Targets.
    pub targets: Records<Target>,
    /// Groups of channels.
    pub channel_groups: Records<ChannelGroup>,
    /// Channels.
    pub channels: Records<Channel>,
    /// Units.
    pub units: Records<Unit>,
    /// Offices.
    pub offices: Records<Office>,
    /// Duties.
    pub duties: Records<Duty>,
    /// Report rules.
    pub report_rules: Records<ReportRule>,
    /// Days off and compensation days.
    pub holidays: Records<Holiday>,
    /// Activities.
    pub activities: Records<Activity>,
    /// Difficulties.
    pub difficulties: Records<Difficulty>,
    /// Figures sent.
    pub office_returns: Records<OfficeReturn>,
    /// Reports.
    pub filings: Records<Filing>,
    /// Paragraphs edited by hand.
    pub paragraph_edits: Records<ParagraphEdit>,
    /// What merging needs.
    pub stamps: Stamps,
    /// Who changed what when, oldest first. Shared: a copy of the file does not copy its history.
    pub journal: Arc<Vec<Arc<JournalEntry>>>,
    /// Bản ghi để riêng: records that could not be read, by the name of their kind, as they stood. They are written
    /// back where they were.
    pub set_aside: BTreeMap<String, Vec<Value>>,
    /// Unknown fields of the envelope and unknown kinds of records, kept.
    pub extra: Extra,
}

/// Calls a macro with every kind of record that is a collection: field, type, [`crate::record::Kind`].
macro_rules! for_each_collection {
    ($each:ident) => {
        $each!(passages, crate::plan::Passage, Passages);
        $each!(documents, crate::plan::CitedDocument, Documents);
        $each!(goals, crate::plan::Goal, Goals);
        $each!(topics, crate::plan::Topic, Topics);
        $each!(targets, crate::plan::Target, Targets);
        $each!(channel_groups, crate::plan::ChannelGroup, ChannelGroups);
        $each!(channels, crate::plan::Channel, Channels);
        $each!(units, crate::plan::Unit, Units);
        $each!(offices, crate::plan::Office, Offices);
        $each!(duties, crate::plan::Duty, Duties);
        $each!(report_rules, crate::plan::ReportRule, ReportRules);
        $each!(holidays, crate::calendar::Holiday, Holidays);
        $each!(activities, crate::register::Activity, Activities);
        $each!(difficulties, crate::register::Difficulty, Difficulties);
        $each!(office_returns, crate::register::OfficeReturn, OfficeReturns);
        $each!(filings, crate::register::Filing, Filings);
        $each!(paragraph_edits, crate::register::ParagraphEdit, ParagraphEdits);
    };
}
pub(crate) use for_each_collection;

impl PlanFile {
    /// A file with a header and nothing else.
    pub fn new(id: FileId, plan: Plan) -> Self {
        Self {
            id,
            plan: Arc::new(plan),
            passages: Records::default(),
            documents: Records::default(),
            goals: Records::default(),
            topics: Records::default(),
            targets: Records::default(),
            channel_groups: Records::default(),
            channels: Records::default(),
            units: Records::default(),
            offices: Records::default(),
            duties: Records::default(),
            report_rules: Records::default(),
            holidays: Records::default(),
            activities: Records::default(),
            difficulties: Records::default(),
            office_returns: Records::default(),
            filings: Records::default(),
            paragraph_edits: Records::default(),
            stamps: Stamps::default(),
            journal: Arc::default(),
            set_aside: BTreeMap::new(),
            extra: Extra::new(),
        }
    }
}
