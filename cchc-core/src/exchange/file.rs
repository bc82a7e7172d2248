//! The plan file.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::calendar::Holiday;
use crate::exchange::{JournalEntry, Part, RawJson, Stamps};
use crate::id::FileId;
use crate::indicator::{IndexTarget, IndexValue, Measure, OwnSet, ScoreEntry};
use crate::plan::{
    Channel, ChannelGroup, CitedDocument, Duty, Goal, Office, Passage, Plan, ReportRule, Target, Topic, Unit,
};
use crate::record::Records;
use crate::register::{
    Activity, BudgetItem, Difficulty, Filing, FrozenReport, ListReading, Merit, OfficeReturn, ParagraphEdit,
};

/// The name of the format, in the envelope.
pub const FORMAT: &str = "cchc";

/// The version of the format that this library writes.
pub const VERSION: u32 = 1;

/// Tệp kế hoạch: one plan of one commune for one year, with all that happened.
///
/// What it holds is read as if it were its own fields (`file.activities`): [`Contents`]. Nothing outside this library
/// writes there: a change goes through [`PlanFile::apply`], which alone keeps stamps and journal true.
///
/// ```compile_fail,E0594
/// # fn year_without_work(mut file: cchc_core::exchange::PlanFile) {
/// file.activities = cchc_core::record::Records::default();
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PlanFile {
    pub(crate) contents: Contents,
}

impl Deref for PlanFile {
    type Target = Contents;
    fn deref(&self) -> &Contents {
        &self.contents
    }
}

/// What a plan file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    /// The version of the format it was read in; [`VERSION`] but for a file that is newer than this library.
    pub version: u32,
    /// The same in every copy of this plan.
    pub id: FileId,
    /// Where the file carries a part of the register only: whose.
    pub part: Option<Part>,
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
    /// Indicator sets of its own.
    pub indicator_sets: Records<OwnSet>,
    /// What was entered for the leaves of sets.
    pub score_entries: Records<ScoreEntry>,
    /// Published values of indices.
    pub index_values: Records<IndexValue>,
    /// What indices are to reach.
    pub index_targets: Records<IndexTarget>,
    /// Measures to raise indices.
    pub measures: Records<Measure>,
    /// Budget.
    pub budget_items: Records<BudgetItem>,
    /// Good practices, initiatives, commendations.
    pub merits: Records<Merit>,
    /// Reports as they were frozen.
    pub frozen_reports: Records<FrozenReport>,
    /// How lists are read.
    pub list_readings: Records<ListReading>,
    /// What merging needs.
    pub stamps: Stamps,
    /// Who changed what when, oldest first. Shared: a copy of the file does not copy its history.
    pub journal: Arc<Vec<Arc<JournalEntry>>>,
    /// Bản ghi để riêng: what could not be read, by the name of its kind or part, as it stood. It is written back,
    /// and tried again each time the file is read: mended, it takes its place.
    pub set_aside: BTreeMap<String, Vec<RawJson>>,
    /// Unknown kinds of records, kept.
    pub unknown_kinds: IndexMap<String, RawJson>,
    /// Unknown fields of the envelope, kept.
    pub unknown_parts: IndexMap<String, RawJson>,
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
        $each!(indicator_sets, crate::indicator::OwnSet, IndicatorSets);
        $each!(score_entries, crate::indicator::ScoreEntry, ScoreEntries);
        $each!(index_values, crate::indicator::IndexValue, IndexValues);
        $each!(index_targets, crate::indicator::IndexTarget, IndexTargets);
        $each!(measures, crate::indicator::Measure, Measures);
        $each!(budget_items, crate::register::BudgetItem, BudgetItems);
        $each!(merits, crate::register::Merit, Merits);
        $each!(frozen_reports, crate::register::FrozenReport, FrozenReports);
        $each!(list_readings, crate::register::ListReading, ListReadings);
    };
}
pub(crate) use for_each_collection;

impl PlanFile {
    /// A file with a header and nothing else.
    pub fn new(id: FileId, plan: Plan) -> Self {
        let contents = Contents {
            version: VERSION,
            id,
            part: None,
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
            indicator_sets: Records::default(),
            score_entries: Records::default(),
            index_values: Records::default(),
            index_targets: Records::default(),
            measures: Records::default(),
            budget_items: Records::default(),
            merits: Records::default(),
            frozen_reports: Records::default(),
            list_readings: Records::default(),
            stamps: Stamps::default(),
            journal: Arc::default(),
            set_aside: BTreeMap::new(),
            unknown_kinds: IndexMap::new(),
            unknown_parts: IndexMap::new(),
        };
        Self { contents }
    }

    /// The same under another id, as a plan of its own.
    #[must_use]
    pub fn with_id(mut self, id: FileId) -> Self {
        self.contents.id = id;
        self
    }

    /// Chỉ xem: whether a newer program wrote it. It can be looked at and reported from; changing it or writing it
    /// anew could lose what this library does not understand, so [`PlanFile::apply`] refuses.
    pub fn is_read_only(&self) -> bool {
        self.version > VERSION
    }
}
