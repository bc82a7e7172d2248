//! What a person has to decide about a record, as questions with numbered answers. Pure.

use cchc_core::calendar::Date;
use cchc_core::exchange::{
    Candidate, Conflict, Edit, JournalEdit, JournalEntry, PlanFile, RecordKey, field_name, record_title,
    value_in_full,
};
use cchc_core::order;
use cchc_core::record::Kind;
use cchc_core::text::{capitalized, date_vi, integer_vi};
use serde_json::{Map, Value};

use crate::strings::exchange as text;

/// A record that waits for a decision.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) record: RecordKey,
    /// "hoạt động ngày 12/11/2026".
    pub(super) heading: String,
    /// What a person calls it.
    pub(super) title: String,
    /// The day it is about.
    pub(super) date: Option<Date>,
    pub(super) questions: Vec<Question>,
    /// Fields that nobody disputes, to know it by.
    pub(super) same: Vec<(String, String)>,
}

/// One thing to decide.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Question {
    /// The field's word.
    pub(super) label: String,
    pub(super) answers: Vec<Answer>,
}

/// One of the answers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    /// As a person reads it.
    pub(super) shown: String,
    /// By how much a number differs from the first answer's.
    pub(super) by: Option<String>,
    pub(super) source: Source,
    /// Đang tạm dùng: it is what the plan reckons with meanwhile.
    pub(super) stands: bool,
    means: Means,
}

/// What choosing an answer does.
#[derive(Clone, Debug, PartialEq)]
enum Means {
    Value(String, Value),
    Keep,
    Remove,
}

/// Who says so, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// The office's short name, or what is said where nobody knows.
    pub(super) who: String,
    pub(super) when: Option<String>,
}

/// Every record that waits, in the order of the file. Where files wait that would make the `open` plan this one, what it
/// has itself is told from what they bring.
pub(super) fn items(file: &PlanFile, open: Option<&PlanFile>) -> Vec<Item> {
    let (conflicts, sides) = (file.conflicts(), Sides { file, open });
    file.undecided().into_iter().filter_map(|record| item(sides, record, &conflicts)).collect()
}

/// The plan with the files that wait, and the one that is open.
#[derive(Clone, Copy)]
struct Sides<'a> {
    file: &'a PlanFile,
    open: Option<&'a PlanFile>,
}

fn item(sides: Sides<'_>, record: &RecordKey, conflicts: &[Conflict<'_>]) -> Option<Item> {
    let file = sides.file;
    let fields = file.fields(record)?;
    let own = || conflicts.iter().filter(|conflict| conflict.record == record);
    let mut questions: Vec<Question> = Vec::new();
    if file.is_revived(record) {
        questions.push(life(sides, record));
    }
    questions.extend(own().map(|conflict| about_field(sides, conflict)));
    let is_open = |name: &str| own().any(|conflict| conflict.field == name);
    let named = |name: &String| field_name(record.kind, name).map(capitalized);
    let same = fields.iter().filter(|(name, _)| *name != "id" && !is_open(name));
    let same = same.filter_map(|(name, value)| Some((named(name)?, value_in_full(file, name, value))));
    let date = day_of(&fields);
    Some(Item {
        heading: text::record_heading(record.kind.vietnamese(), date.map(date_vi).as_deref()),
        title: title_of(record, &fields),
        date,
        questions,
        same: same.collect(),
        record: record.clone(),
    })
}

fn about_field(sides: Sides<'_>, conflict: &Conflict<'_>) -> Question {
    let label = field_name(conflict.record.kind, conflict.field).unwrap_or(conflict.field);
    let mut candidates: Vec<(usize, &Candidate<'_>)> = conflict.candidates.iter().enumerate().collect();
    // By time, so that the fields of a record have their answers in one order; what stands is marked.
    order::sort_by_key(&mut candidates, |(_, one)| (one.entry.map(|entry| entry.at), one.dot));
    let first = candidates.first().and_then(|(_, one)| one.value.as_i64());
    let answers = candidates.into_iter().map(|(place, one)| Answer {
        shown: value_in_full(sides.file, conflict.field, one.value),
        by: one
            .value
            .as_i64()
            .zip(first)
            .map(|(value, first)| value - first)
            .filter(|by| *by != 0)
            .map(signed),
        source: Source::new(sides, one.entry),
        stands: place == 0,
        means: Means::Value(conflict.field.to_owned(), one.value.clone()),
    });
    Question { label: capitalized(label), answers: answers.collect() }
}

/// Whether a record that was deleted and edited at the same time stays.
fn life(sides: Sides<'_>, record: &RecordKey) -> Question {
    let last = |is: fn(&JournalEdit) -> bool| {
        let of_record = |entry: &&std::sync::Arc<JournalEntry>| {
            entry.edits.iter().any(|edit| edit.record() == Some(record) && is(edit))
        };
        sides.file.journal.iter().rev().find(of_record).map(AsRef::as_ref)
    };
    let edited = last(|edit| !matches!(edit, JournalEdit::Removed { .. }));
    let removed = last(|edit| matches!(edit, JournalEdit::Removed { .. }));
    let answer = |shown: &str, entry, stands, means| Answer {
        shown: shown.to_owned(),
        by: None,
        source: Source::new(sides, entry),
        stands,
        means,
    };
    Question {
        label: text::LIFE.to_owned(),
        answers: vec![
            answer(text::KEEP_RECORD, edited, true, Means::Keep),
            answer(text::REMOVE_RECORD, removed, false, Means::Remove),
        ],
    }
}

impl Source {
    fn new(Sides { file, open }: Sides<'_>, entry: Option<&JournalEntry>) -> Self {
        let Some(entry) = entry else { return Self { who: text::AS_FIRST.to_owned(), when: None } };
        let name =
            |id| file.offices.get(id).map_or_else(|| id.to_string(), |office| office.short_name.clone());
        let is_here = || open.is_some_and(|open| open.stamps.covers(&entry.dot));
        let nobody = || if is_here() { text::HERE } else { text::NOBODY_KNOWN }.to_owned();
        let who = entry.office.as_ref().map_or_else(nobody, name);
        Self { who, when: Some(entry.at.format("%H:%M %d/%m/%Y").to_string()) }
    }
}

impl Item {
    /// The sources of the answers by place, where all questions have them in common: then a head says them once.
    pub(super) fn columns(&self) -> Option<Vec<&Source>> {
        let of = |question: &Question| -> Vec<Source> {
            question.answers.iter().map(|answer| answer.source.clone()).collect()
        };
        let (first, rest) = self.questions.split_first()?;
        let common = of(first);
        let is_common = common.len() == 2 && rest.iter().all(|question| of(question) == common);
        is_common.then(|| first.answers.iter().map(|answer| &answer.source).collect())
    }

    /// The edits of what was picked, question by question; what was not picked stays open.
    pub(super) fn edits(&self, file: &PlanFile, picks: &[Option<usize>]) -> Vec<Edit> {
        let picked = self.questions.iter().zip(picks);
        let means = picked.filter_map(|(question, pick)| Some(&question.answers.get((*pick)?)?.means));
        let mut fields = Map::new();
        for means in means {
            match means {
                Means::Remove => return vec![Edit::Remove { record: self.record.clone() }],
                Means::Keep => fields = self.undisputed(file),
                Means::Value(field, value) => drop(fields.insert(field.clone(), value.clone())),
            }
        }
        let settle = Edit::Settle { record: self.record.clone(), fields };
        if matches!(&settle, Edit::Settle { fields, .. } if fields.is_empty()) {
            Vec::new()
        } else {
            vec![settle]
        }
    }

    /// The record as it is, but for the fields that wait for a decision of their own.
    fn undisputed(&self, file: &PlanFile) -> Map<String, Value> {
        let mut fields = file.fields(&self.record).unwrap_or_default();
        let own = self.questions.iter().flat_map(|question| &question.answers);
        for field in own.filter_map(|answer| match &answer.means {
            Means::Value(field, _) => Some(field),
            _ => None,
        }) {
            fields.shift_remove(field);
        }
        fields
    }
}

/// The day a record is about.
pub(super) fn day_of(fields: &Map<String, Value>) -> Option<Date> {
    let days = ["date", "received_on", "sent_on", "edited_on"];
    days.iter().find_map(|name| fields.get(*name)?.as_str()?.parse().ok())
}

/// What a person calls a record.
pub(super) fn title_of(record: &RecordKey, fields: &Map<String, Value>) -> String {
    match record.kind {
        Kind::Plan => text::PLAN_HEADER.to_owned(),
        Kind::OfficeReturns => {
            let filing = fields.get("filing").and_then(Value::as_str).unwrap_or_default();
            text::figures_for(filing.rsplit_once(':').and_then(|(_, period)| period.parse().ok()))
        }
        _ => record_title(record, fields),
    }
}

fn signed(by: i64) -> String {
    let sign = if by > 0 { "+" } else { "−" };
    format!("{sign}{}", integer_vi(by.unsigned_abs().try_into().unwrap_or(i64::MAX)))
}

#[cfg(test)]
mod tests {
    use cchc_core::exchange::merge;
    use serde_json::json;

    use super::*;
    use crate::testing::after;

    const SHARED: &str = "activities/a-2026-11-12-01";

    fn set(fields: Value) -> Edit {
        let Value::Object(fields) = fields else { unreachable!() };
        Edit::Set { record: SHARED.parse().unwrap(), fields }
    }

    fn example() -> PlanFile {
        cchc_core::examples::get("hoa-tham-2026-minh-hoa").unwrap()
    }

    #[test]
    fn two_values_of_a_field_are_a_question_with_who_and_when() {
        let file = example();
        let one = after(&file, "phong-kinh-te", vec![set(json!({"reach": 32}))]);
        let two = after(&file, "phong-vhxh", vec![set(json!({"reach": 36}))]);
        let merged = merge(&one, &two).unwrap();
        let [item] = &items(&merged, None)[..] else { panic!() };
        assert_eq!(item.heading, "hoạt động ngày 12/11/2026");
        let [question] = &item.questions[..] else { panic!() };
        let told: Vec<_> = question
            .answers
            .iter()
            .map(|one| (&*one.shown, one.by.as_deref(), &*one.source.who, one.stands))
            .collect();
        assert_eq!(told, [("32", None, "Phòng Kinh tế", false), ("36", Some("+4"), "Phòng VH-XH", true)]);
        assert_eq!(item.columns().map(|columns| columns.len()), Some(2));
        assert!(item.same.iter().any(|(name, _)| name == "Nội dung"));
        assert!(item.edits(&merged, &[None]).is_empty(), "nothing picked, nothing decided");
        let settled = after(&merged, "phong-vhxh", item.edits(&merged, &[Some(0)]));
        assert!(settled.undecided().is_empty());
        assert_eq!(settled.activities.get_str("a-2026-11-12-01").unwrap().reach, Some(32));
    }

    #[test]
    fn what_the_open_plan_has_is_told_from_what_waits_where_no_office_is_named() {
        let file = example();
        let nobody = after(&file, "", vec![set(json!({"reach": 32}))]);
        let two = after(&file, "phong-vhxh", vec![set(json!({"reach": 36}))]);
        let merged = merge(&nobody, &two).unwrap();
        let who =
            |open: Option<&PlanFile>| items(&merged, open)[0].questions[0].answers[0].source.who.clone();
        assert_eq!((&*who(Some(&nobody)), &*who(None)), ("Bản đang mở ở đây", "Không ghi cơ quan"));
    }

    #[test]
    fn a_record_that_outlived_its_deletion_is_kept_or_deleted() {
        let file = example();
        let gone = after(&file, "phong-vhxh", vec![Edit::Remove { record: SHARED.parse().unwrap() }]);
        let kept = after(&file, "phong-kinh-te", vec![set(json!({"reach": 36}))]);
        let merged = merge(&gone, &kept).unwrap();
        let [item] = &items(&merged, None)[..] else { panic!() };
        let who: Vec<_> =
            item.questions[0].answers.iter().map(|one| (&*one.shown, &*one.source.who)).collect();
        assert_eq!(who, [("Giữ lại", "Phòng Kinh tế"), ("Xóa", "Phòng VH-XH")]);
        let stays = after(&merged, "phong-vhxh", item.edits(&merged, &[Some(0)]));
        assert!(stays.undecided().is_empty() && stays.contains(&item.record));
        let goes = after(&merged, "phong-vhxh", item.edits(&merged, &[Some(1)]));
        assert!(goes.undecided().is_empty() && !goes.contains(&item.record));
    }
}
