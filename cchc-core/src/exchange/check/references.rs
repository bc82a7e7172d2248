//! References that lead nowhere, and quotations that are not there.

use std::borrow::Borrow;

use crate::calendar::Period;
use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::PlanFile;
use crate::id::FilingId;
use crate::indicator;
use crate::plan::{Basis, QuotaScope, Source, Stated};
use crate::record::{Kind, Record, Records};
use crate::text::without_notes;

pub(super) fn check(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    let mut checker = Checker { file, found, whole: Vec::new() };
    checker.whole = file.passages.iter().map(|passage| without_notes(&passage.text)).collect();
    checker.plan();
    checker.contents();
    checker.duties();
    checker.rules();
    checker.register();
    checker.indicators();
}

struct Checker<'a> {
    file: &'a PlanFile,
    found: &'a mut Vec<Diagnostic>,
    /// The passages without footnote marks.
    whole: Vec<String>,
}

impl Checker<'_> {
    fn refer<R: Record>(&mut self, records: &Records<R>, id: &R::Id, place: impl FnOnce() -> Place) {
        if !records.contains(id) {
            let id: &str = id.borrow();
            self.dangling(R::KIND, id, place());
        }
    }

    fn one<R: Record>(&mut self, records: &Records<R>, id: Option<&R::Id>, place: impl FnOnce() -> Place) {
        if let Some(id) = id {
            self.refer(records, id, place);
        }
    }

    fn dangling(&mut self, kind: Kind, id: &str, place: Place) {
        let kind = kind.vietnamese();
        self.found.push(Diagnostic::error(
            "dangling-reference",
            place,
            format!("trỏ đến {kind} “{id}”, nhưng tệp không có"),
            format!("Sửa mã cho đúng, hoặc thêm {kind} đó"),
        ));
    }

    fn all<'r, R: Record>(
        &mut self,
        records: &Records<R>,
        ids: impl IntoIterator<Item = &'r R::Id>,
        place: impl Fn(String) -> Place,
        field: &str,
    ) where
        R::Id: 'r,
    {
        for (at, id) in ids.into_iter().enumerate() {
            self.refer(records, id, || place(format!("{field}[{at}]")));
        }
    }

    fn indices(
        &mut self,
        indices: Option<&Stated<Vec<crate::id::IndexCode>>>,
        place: impl Fn(String) -> Place,
    ) {
        let Some(stated) = indices else { return };
        self.stated(stated, &place, "indices");
        for (at, code) in stated.value.iter().enumerate() {
            if indicator::builtin_index(code).is_none() {
                let known: Vec<_> =
                    indicator::builtin_indices().iter().map(|index| index.code.as_str()).collect();
                self.found.push(Diagnostic::warning(
                    "unknown-index",
                    place(format!("indices.value[{at}]")),
                    format!("không biết chỉ số “{code}”"),
                    format!("Dùng một trong: {}", known.join(", ")),
                ));
            }
        }
    }

    /// The words of the plan stand in the passage that is named.
    fn source(&mut self, source: &Source, place: impl Fn(String) -> Place, field: &str) {
        let file = self.file;
        self.refer(&file.passages, &source.passage, || place(format!("{field}.passage")));
        if let Some(passage) = file.passages.get(&source.passage)
            && !stands_in(&passage.text, &source.quote)
        {
            self.found.push(Diagnostic::warning(
                "quote-not-found",
                place(format!("{field}.quote")),
                format!("đoạn “{}” không có câu “{}”", passage.id, short(&source.quote)),
                "Chép lại nguyên văn từ kế hoạch",
            ));
        }
    }

    /// The wording of a value stands somewhere in the plan; what is written has a wording.
    fn stated<T>(&mut self, stated: &Stated<T>, place: impl Fn(String) -> Place, field: &str) {
        let wording = stated.wording.as_str();
        let problem = if wording.is_empty() {
            (stated.basis == Basis::Written)
                .then(|| "ghi là có trong kế hoạch, nhưng không dẫn câu nào".to_owned())
        } else {
            let whole = without_notes(wording);
            (!self.whole.is_empty() && !self.whole.iter().any(|passage| passage.contains(&whole)))
                .then(|| format!("kế hoạch không có câu “{}”", short(wording)))
        };
        if let Some(problem) = problem {
            self.found.push(Diagnostic::warning(
                "wording-not-found",
                place(format!("{field}.wording")),
                problem,
                "Chép lại nguyên văn từ kế hoạch, hoặc ghi là suy ra (inferred)",
            ));
        }
    }

    fn plan(&mut self) {
        let file = self.file;
        let plan = &file.plan;
        self.all(&file.documents, &plan.carries_out, Place::plan, "carries_out");
        self.stated(&plan.tracked_from, Place::plan, "tracked_from");
        self.stated(&plan.escalation, Place::plan, "escalation");
        if let Some(source) = &plan.escalation_source {
            self.source(source, Place::plan, "escalation_source");
        }
    }

    fn contents(&mut self) {
        let file = self.file;
        for document in &file.documents {
            let at = |field| Place::record(document, field);
            self.all(&file.documents, &document.amends, at, "amends");
            self.all(&file.documents, &document.carries_out, at, "carries_out");
            self.source(&document.source, at, "source");
        }
        for goal in &file.goals {
            self.source(&goal.source, |field| Place::record(goal, field), "source");
        }
        for topic in &file.topics {
            let at = |field| Place::record(topic, field);
            self.all(&file.documents, &topic.bases, at, "bases");
            self.indices(topic.indices.as_ref(), at);
            self.source(&topic.source, at, "source");
        }
        for target in &file.targets {
            let at = |field| Place::record(target, field);
            self.stated(&target.numerator, at, "numerator");
            self.stated(&target.denominator, at, "denominator");
            self.stated(&target.percent, at, "percent");
            self.stated(&target.due, at, "due");
            self.one(&file.topics, target.topic.as_ref(), || at("topic".to_owned()));
            self.source(&target.source, at, "source");
        }
        for group in &file.channel_groups {
            self.source(&group.source, |field| Place::record(group, field), "source");
        }
        for channel in &file.channels {
            let at = |field| Place::record(channel, field);
            self.refer(&file.channel_groups, &channel.group, || at("group".to_owned()));
            self.refer(&file.units, &channel.unit.value, || at("unit.value".to_owned()));
            self.stated(&channel.unit, at, "unit");
            for (stated, field) in [(&channel.audience, "audience"), (&channel.language, "language")] {
                if let Some(stated) = stated {
                    self.stated(stated, at, field);
                }
            }
            self.source(&channel.source, at, "source");
        }
        for office in &file.offices {
            self.source(&office.source, |field| Place::record(office, field), "source");
        }
    }

    fn duties(&mut self) {
        let file = self.file;
        for duty in &file.duties {
            let at = |field| Place::record(duty, field);
            self.refer(&file.offices, &duty.office, || at("office".to_owned()));
            for (nth, partner) in duty.partners.iter().enumerate() {
                self.one(&file.offices, partner.office.as_ref(), || at(format!("partners[{nth}].office")));
            }
            self.stated(&duty.cadence, at, "cadence");
            if let Some(quota) = &duty.quota {
                self.stated(quota, at, "quota");
                self.refer(&file.units, &quota.value.unit, || at("quota.value.unit".to_owned()));
                if let QuotaScope::Channel(channel) = &quota.value.scope {
                    self.refer(&file.channels, channel, || at("quota.value.scope.channel".to_owned()));
                }
            }
            if let Some(output) = &duty.output {
                self.stated(output, at, "output");
            }
            self.all(&file.channels, &duty.channels, at, "channels");
            self.all(&file.topics, &duty.topics, at, "topics");
            self.indices(duty.indices.as_ref(), at);
            self.source(&duty.source, at, "source");
        }
    }

    fn rules(&mut self) {
        let file = self.file;
        for rule in &file.report_rules {
            let at = |field| Place::record(rule, field);
            self.stated(&rule.parts, at, "parts");
            self.stated(&rule.window, at, "window");
            self.stated(&rule.cumulative, at, "cumulative");
            self.stated(&rule.form, at, "form");
            self.one(&file.duties, rule.duty.as_ref(), || at("duty".to_owned()));
            self.all(&file.duties, &rule.also_serves, at, "also_serves");
            for (nth, level) in rule.levels.iter().enumerate() {
                let field = format!("levels[{nth}]");
                self.one(&file.offices, level.from_office.as_ref(), || at(format!("{field}.from_office")));
                if let Some(deadline) = &level.deadline {
                    self.stated(deadline, at, &format!("{field}.deadline"));
                }
            }
            self.source(&rule.source, at, "source");
        }
    }

    fn register(&mut self) {
        let file = self.file;
        for activity in &file.activities {
            let at = |field: &str| Place::record(activity, field);
            self.refer(&file.offices, &activity.office, || at("office"));
            self.one(&file.duties, activity.duty.as_ref(), || at("duty"));
            self.one(&file.channels, activity.channel.as_ref(), || at("channel"));
            self.all(&file.topics, &activity.topics, |field| Place::record(activity, field), "topics");
            for (nth, count) in activity.counts.iter().enumerate() {
                self.refer(&file.units, &count.unit, || at(&format!("counts[{nth}].unit")));
            }
        }
        for difficulty in &file.difficulties {
            self.refer(&file.offices, &difficulty.office, || Place::record(difficulty, "office"));
            self.one(&file.duties, difficulty.duty.as_ref(), || Place::record(difficulty, "duty"));
        }
        for sent in &file.office_returns {
            self.refer(&file.offices, &sent.office, || Place::record(sent, "office"));
            self.filing(&sent.filing, || Place::record(sent, "filing"));
        }
        for filing in &file.filings {
            self.one(&file.report_rules, filing.rule.as_ref(), || Place::record(filing, "rule"));
        }
        for edit in &file.paragraph_edits {
            self.filing(&edit.filing, || Place::record(edit, "filing"));
        }
        for item in &file.budget_items {
            self.refer(&file.offices, &item.office, || Place::record(item, "office"));
            self.one(&file.duties, item.duty.as_ref(), || Place::record(item, "duty"));
        }
        for merit in &file.merits {
            self.refer(&file.offices, &merit.office, || Place::record(merit, "office"));
            self.one(&file.duties, merit.duty.as_ref(), || Place::record(merit, "duty"));
        }
        for frozen in &file.frozen_reports {
            self.filing(&frozen.filing, || Place::record(frozen, "filing"));
            self.one(&file.offices, frozen.office.as_ref(), || Place::record(frozen, "office"));
        }
    }

    fn indicators(&mut self) {
        let file = self.file;
        // The part of an office says nothing about the activities of others.
        let is_whole = file.part.is_none();
        for entry in file.score_entries.iter().filter(|_| is_whole) {
            let at = |field| Place::record(entry, field);
            self.all(&file.activities, &entry.activities, at, "activities");
        }
        for measure in &file.measures {
            self.refer(&file.offices, &measure.office, || Place::record(measure, "office"));
            let activity = measure.activity.as_ref().filter(|_| is_whole);
            self.one(&file.activities, activity, || Place::record(measure, "activity"));
        }
    }

    /// A periodic report needs no record: its id names rule and period.
    fn filing(&mut self, id: &FilingId, place: impl FnOnce() -> Place) {
        let is_periodic = id.as_str().rsplit_once(':').is_some_and(|(rule, period)| {
            self.file.report_rules.get_str(rule).is_some() && period.parse::<Period>().is_ok()
        });
        if !is_periodic && !self.file.filings.contains(id) {
            self.dangling(Kind::Filings, id.as_str(), place());
        }
    }
}

/// Whether the words stand in the text, read with or without the marks of footnotes.
fn stands_in(text: &str, quote: &str) -> bool {
    text.contains(quote) || without_notes(text).contains(&without_notes(quote))
}

fn short(text: &str) -> String {
    crate::fault::short(text)
}
