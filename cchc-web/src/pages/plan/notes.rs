//! What the tool took from each passage of the plan: the other side of every record's `source`. Pure: no browser.

use std::collections::HashMap;

use cchc_core::exchange::PlanFile;
use cchc_core::id::PassageId;
use cchc_core::plan::{
    Channel, ChannelGroup, CitedDocument, Duty, Goal, PassageRole, ReportRule, Source, Target, Topic,
};
use cchc_core::record::{Record, Records};

/// What stands beside one passage.
#[derive(Debug, Default)]
pub(super) struct Notes<'a> {
    /// Văn bản viện dẫn.
    pub documents: Vec<&'a CitedDocument>,
    /// Mục tiêu, yêu cầu.
    pub goals: Vec<&'a Goal>,
    /// Nội dung.
    pub topics: Vec<&'a Topic>,
    /// Chỉ tiêu.
    pub targets: Vec<&'a Target>,
    /// Nhóm hình thức.
    pub groups: Vec<&'a ChannelGroup>,
    /// Hình thức.
    pub channels: Vec<&'a Channel>,
    /// Nhiệm vụ.
    pub duties: Vec<&'a Duty>,
    /// Quy định báo cáo.
    pub rules: Vec<&'a ReportRule>,
    /// The words that records quote, as they stand in the passage.
    pub quotes: Vec<&'a str>,
}

/// Everything the plan's passages gave, by passage.
#[derive(Debug, Default)]
pub(super) struct AllNotes<'a>(HashMap<&'a PassageId, Notes<'a>>);

impl<'a> AllNotes<'a> {
    /// Turns the sources round.
    pub(super) fn of(file: &'a PlanFile) -> Self {
        let mut all = Self::default();
        all.take(&file.documents, |record| &record.source, |notes| &mut notes.documents);
        all.take(&file.goals, |record| &record.source, |notes| &mut notes.goals);
        all.take(&file.topics, |record| &record.source, |notes| &mut notes.topics);
        all.take(&file.targets, |record| &record.source, |notes| &mut notes.targets);
        all.take(&file.channel_groups, |record| &record.source, |notes| &mut notes.groups);
        all.take(&file.channels, |record| &record.source, |notes| &mut notes.channels);
        all.take(&file.duties, |record| &record.source, |notes| &mut notes.duties);
        all.take(&file.report_rules, |record| &record.source, |notes| &mut notes.rules);
        all.0.values_mut().for_each(Notes::quote_duties);
        all
    }

    /// What stands beside a passage.
    pub(super) fn beside(&self, passage: &PassageId) -> Option<&Notes<'a>> {
        self.0.get(passage)
    }

    fn take<R: Record>(
        &mut self,
        records: &'a Records<R>,
        source: impl Fn(&'a R) -> &'a Source,
        shelf: impl for<'n> Fn(&'n mut Notes<'a>) -> &'n mut Vec<&'a R>,
    ) {
        for record in records {
            shelf(self.0.entry(&source(record).passage).or_default()).push(record);
        }
    }
}

impl Notes<'_> {
    /// Only what duties quote is underlined: the rest of the plan is quoted almost word by word.
    fn quote_duties(&mut self) {
        self.quotes =
            self.duties.iter().map(|duty| &*duty.source.quote).filter(|quote| !quote.is_empty()).collect();
    }
}

/// The footnote of a number: its passage.
pub(super) fn footnote(file: &PlanFile, number: u32) -> Option<&cchc_core::plan::Passage> {
    file.passages.iter().find(|passage| passage.role == PassageRole::Footnote(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_of_the_plan_stands_beside_a_passage_that_is_there() {
        let file = cchc_core::examples::get("hoa-tham-2026").unwrap();
        let notes = AllNotes::of(&file);
        let sum = |count: fn(&Notes<'_>) -> usize| {
            file.passages.iter().filter_map(|passage| notes.beside(&passage.id)).map(count).sum::<usize>()
        };
        assert_eq!(sum(|n| n.documents.len()), file.documents.len());
        assert_eq!(sum(|n| n.topics.len()), file.topics.len());
        assert_eq!(sum(|n| n.targets.len()), file.targets.len());
        assert_eq!(sum(|n| n.channels.len()), file.channels.len());
        assert_eq!(sum(|n| n.duties.len()), file.duties.len());
        assert_eq!(sum(|n| n.goals.len()), file.goals.len());
        assert_eq!(sum(|n| n.rules.len()), file.report_rules.len());
    }

    #[test]
    fn a_footnote_is_found_by_its_number() {
        let file = cchc_core::examples::get("hoa-tham-2026").unwrap();
        let first = footnote(&file, 1).unwrap();
        assert_eq!(AllNotes::of(&file).beside(&first.id).unwrap().documents.len(), 4);
        assert!(footnote(&file, 9).is_none());
    }
}
