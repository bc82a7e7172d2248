//! What a person fills in for one leaf: input, scores, reason, proof.

use cchc_core::calendar::Period;
use cchc_core::exchange::Edit;
use cchc_core::id::ActivityId;
use cchc_core::indicator::{Entry, IndicatorSet, Node, Rule, ScoreEntry, ScoreError, figure, score};

use super::raw_draft::{RawDraft, number, sentence};

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct LeafDraft {
    /// Số liệu.
    pub raw: RawDraft,
    /// Định nghĩa.
    pub definition: String,
    /// Điểm tự chấm, otherwise than the input gives it.
    pub self_score: String,
    /// Điểm thẩm định.
    pub appraised: String,
    /// Điểm điều tra.
    pub survey: String,
    /// Giải trình.
    pub reason: String,
    /// Tài liệu, one a line.
    pub documents: String,
    /// Hoạt động.
    pub activities: Vec<ActivityId>,
    /// Ghi chú.
    pub note: String,
}

/// What is wrong, by field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Problems {
    pub raw: Option<String>,
    pub self_score: Option<String>,
    pub appraised: Option<String>,
    pub survey: Option<String>,
}

impl Problems {
    pub(super) fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl LeafDraft {
    /// What was entered before. Where the input is the score itself, one field stands for both, with what counts in it.
    pub(super) fn of(entry: Option<&ScoreEntry>, node: &Node) -> Self {
        let Some(entry) = entry else { return Self::default() };
        let score = |score: Option<f64>| score.map(figure).unwrap_or_default();
        let (mut raw, mut self_score) = (RawDraft::of(entry.raw.as_ref()), score(entry.self_score));
        if asks_for_the_score(node) && !self_score.is_empty() {
            raw.text = std::mem::take(&mut self_score);
        }
        Self {
            raw,
            definition: entry.definition.clone(),
            self_score,
            appraised: score(entry.appraised),
            survey: score(entry.survey),
            reason: entry.reason.clone(),
            documents: entry.documents.join("\n"),
            activities: entry.activities.clone(),
            note: entry.note.clone(),
        }
    }

    /// The entry, over the one it was. What cannot be is told by field.
    pub(super) fn read(
        &self,
        set: &IndicatorSet,
        node: &Node,
        period: Period,
        old: Option<&ScoreEntry>,
    ) -> Result<ScoreEntry, Problems> {
        let mut problems = Problems::default();
        let raw = match node.rule.as_ref().map(|rule| self.raw.read(rule, node.max)) {
            Some(Ok(raw)) => raw,
            Some(Err(problem)) => {
                problems.raw = Some(problem);
                None
            }
            None => None,
        };
        let fault = |entry: Entry| fault(set, Entry { leaf: node.code.clone(), ..entry });
        if problems.raw.is_none() {
            problems.raw = fault(Entry { raw: raw.clone(), ..Entry::default() });
        }
        let self_score = given(&self.self_score, &mut problems.self_score, |score| {
            fault(Entry { self_score: score, ..Entry::default() })
        });
        // The one field of a score is written as the input, and nothing else may outweigh it; where nobody touched it,
        // it stays where it was written.
        let is_as_it_was = |old: &&ScoreEntry| {
            asks_for_the_score(node)
                && (old.raw.is_none() || old.raw == raw)
                && self.raw == Self::of(Some(old), node).raw
        };
        let (raw, self_score) =
            old.filter(is_as_it_was).map_or((raw, self_score), |old| (old.raw.clone(), old.self_score));
        let appraised = given(&self.appraised, &mut problems.appraised, |score| {
            fault(Entry { appraised: score, ..Entry::default() })
        });
        let survey = given(&self.survey, &mut problems.survey, |score| {
            fault(Entry { raw: raw.clone(), self_score, appraised, survey: score, ..Entry::default() })
        });
        if !problems.is_none() {
            return Err(problems);
        }
        let lines = |text: &str| {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Into::into).collect()
        };
        let blank = || ScoreEntry::new(&set.code, period, &node.code);
        Ok(ScoreEntry {
            raw,
            definition: self.definition.trim().to_owned(),
            self_score,
            appraised,
            survey,
            reason: self.reason.trim().to_owned(),
            activities: self.activities.clone(),
            documents: lines(&self.documents),
            note: self.note.trim().to_owned(),
            ..old.cloned().unwrap_or_else(blank)
        })
    }
}

/// Whether what is asked for as the input is the score itself.
pub(super) const fn asks_for_the_score(node: &Node) -> bool {
    matches!(node.rule, Some(Rule::Direct { .. } | Rule::Bonus))
}

/// A score that may be left out; what is wrong with it goes into `problem`.
fn given(
    text: &str,
    problem: &mut Option<String>,
    fault: impl FnOnce(Option<f64>) -> Option<String>,
) -> Option<f64> {
    if text.trim().is_empty() {
        return None;
    }
    match number(text) {
        Ok(score) => {
            *problem = fault(Some(score));
            Some(score)
        }
        Err(error) => {
            *problem = Some(error);
            None
        }
    }
}

/// Why the set refuses an entry; the leaf is named by the row in which this is shown.
fn fault(set: &IndicatorSet, entry: Entry) -> Option<String> {
    let errors = score(set, &[entry]).err()?;
    errors.first().map(|error| match error {
        ScoreError::Input { fault, .. } => sentence(&fault.to_string()),
        other => sentence(&other.to_string()),
    })
}

/// How the file becomes so; nothing when it is so already. An entry that says nothing is none.
pub(super) fn edit(old: Option<&ScoreEntry>, new: &ScoreEntry) -> Option<Edit> {
    let says_nothing =
        ScoreEntry { extra: new.extra.clone(), ..ScoreEntry::new(&new.set, new.period, &new.leaf) };
    let is_empty =
        ScoreEntry { id: says_nothing.id.clone(), ..new.clone() } == says_nothing && new.extra.is_empty();
    match old {
        Some(old) if is_empty => Some(Edit::remove::<ScoreEntry>(&old.id)),
        None if is_empty => None,
        Some(old) => Edit::difference(old, new),
        None => Some(Edit::write(new)),
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::indicator::{Raw, builtin_set};

    use super::*;

    fn year() -> Period {
        "2026".parse().expect("a year")
    }

    fn read(leaf: &str, draft: &LeafDraft) -> Result<ScoreEntry, Problems> {
        let set = builtin_set("cchc-xa").expect("a built-in set");
        draft.read(set, set.leaf(leaf).expect("a leaf"), year(), None)
    }

    #[test]
    fn each_field_has_its_own_problem() {
        let draft = LeafDraft {
            raw: RawDraft { text: "9/8".into(), ..RawDraft::default() },
            self_score: "1,2".into(),
            appraised: "0,75".into(),
            survey: "hai".into(),
            ..LeafDraft::default()
        };
        let problems = read("1.2", &draft).unwrap_err();
        assert_eq!(problems.raw.as_deref(), Some("Tử số 9 lớn hơn mẫu số 8."));
        assert_eq!(problems.self_score.as_deref(), Some("Điểm 1,2 lớn hơn điểm tối đa 1."));
        assert_eq!(problems.appraised, None);
        assert!(problems.survey.is_some());
    }

    #[test]
    fn an_entry_survives_the_form() {
        let draft = LeafDraft {
            raw: RawDraft { yes: Some(true), ..RawDraft::default() },
            reason: " Ban hành trước hạn ".into(),
            documents: "115/KH-UBND\n\n https://vi.du/kh ".into(),
            ..LeafDraft::default()
        };
        let entry = read("1.1", &draft).expect("nothing is wrong");
        assert_eq!(entry.raw, Some(Raw::Yes(true)));
        assert_eq!(entry.documents, ["115/KH-UBND", "https://vi.du/kh"]);
        let set = builtin_set("cchc-xa").expect("a built-in set");
        let node = set.leaf("1.1").expect("a leaf");
        assert_eq!(read("1.1", &LeafDraft::of(Some(&entry), node)), Ok(entry));
    }

    #[test]
    fn a_score_typed_over_another_becomes_the_score() {
        use cchc_core::progress::{Tracking, scoring::Assessment};
        let file = cchc_core::examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let set = &file.indicator_sets.get_str("cchc-xa").expect("a set of its own").set;
        let node = set.leaf("1.3").expect("a leaf");
        let old = file.score_entries.get_str("cchc-xa:2026:1.3").expect("an entry");
        assert_eq!((&old.raw, old.self_score), (&None, Some(2.5)));

        let mut draft = LeafDraft::of(Some(old), node);
        assert_eq!((draft.raw.text.as_str(), draft.self_score.as_str()), ("2,5", ""), "what counts is shown");
        let untouched = draft.read(set, node, year(), Some(old)).expect("nothing is wrong");
        assert_eq!(edit(Some(old), &untouched), None);

        let scored = |new: &ScoreEntry| {
            let file = crate::testing::after(&file, "vhxh", edit(Some(old), new).into_iter().collect());
            let tracking = Tracking::of(&file, "2026-11-30".parse().expect("a day"));
            let sheet = Assessment::of(&tracking, "cchc-xa", year()).expect("a set");
            (sheet.row("1.3").and_then(|row| row.scored.score), sheet.so_far.score)
        };
        let (_, before) = scored(&untouched);
        draft.raw.text = "1".to_owned();
        let typed = draft.read(set, node, year(), Some(old)).expect("nothing is wrong");
        assert_eq!((&typed.raw, typed.self_score), (&Some(Raw::Number(1.0)), None));
        let (score, after) = scored(&typed);
        assert_eq!(score, Some(1.0));
        assert!((before - after - 1.5).abs() < 1e-9, "{before} {after}");

        // An input that a hidden score outweighed before.
        let hidden = ScoreEntry { raw: Some(Raw::Number(1.0)), ..old.clone() };
        let draft = LeafDraft::of(Some(&hidden), node);
        let mended = draft.read(set, node, year(), Some(&hidden)).expect("nothing is wrong");
        assert_eq!((&mended.raw, mended.self_score), (&Some(Raw::Number(2.5)), None));
        let emptied = LeafDraft { raw: RawDraft::default(), ..draft };
        let none = emptied.read(set, node, year(), Some(&hidden)).expect("nothing is wrong");
        assert_eq!((&none.raw, none.self_score), (&None, None));
    }

    #[test]
    fn an_entry_that_says_nothing_is_taken_away() {
        let empty = read("2", &LeafDraft::default()).expect("nothing is wrong");
        assert_eq!(edit(None, &empty), None);
        let old = ScoreEntry { note: "x".into(), ..empty.clone() };
        assert_eq!(edit(Some(&old), &empty), Some(Edit::remove::<ScoreEntry>(&old.id)));
        assert!(edit(None, &old).is_some());
        assert_eq!(edit(Some(&old), &old), None);
    }
}
