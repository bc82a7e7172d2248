//! What can be taken back (hoàn tác) and done again (làm lại), as far as it is remembered.
//!
//! The steps belong to the person at this machine, not to the plan: they stand in the browser's storage beside the
//! file, written in the same step as it, and never in a file that is saved or sent.

use std::rc::Rc;

use cchc_core::exchange::{Edit, PlanFile};
use serde::{Deserialize, Serialize};

use super::incoming::Incoming;

/// The part of storage that holds them.
pub(super) const STEPS: &str = "hoan-tac";
/// How many steps there are at most.
const MOST: usize = 200;
/// What storage keeps of them, in bytes: a bulk change of thousands of records is taken back in this run of the page
/// alone, so that a keystroke's save stays small.
const KEPT_BYTES: usize = 64 * 1024;

/// One change that can be taken back or done again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What was done: "Ghi hoạt động".
    pub label: String,
    /// The edits that take it back, or do it again.
    pub edits: Vec<Edit>,
    /// Of the receiving of files, which no edits take back: where the state before it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reception: Option<Reception>,
}

impl Step {
    /// A change with the edits that lead back, or forth again.
    pub fn new(label: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { label: label.into(), edits, reception: None }
    }
}

/// Nhận tệp, as it is taken back: to the state before. A change that deletes what came would delete it in its sender's
/// file, too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reception {
    /// The key of the backup with that state, for after a reload; none where the browser keeps no backups.
    pub backup: Option<String>,
    /// That state and the files that waited then, as long as this page is open.
    #[serde(skip)]
    pub before: Option<Rc<Before>>,
}

/// What stood there before files were taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// The plan.
    pub file: Rc<PlanFile>,
    /// The files, and what was decided about them.
    pub incoming: Incoming,
}

/// The steps back and the steps forth, the nearest last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Steps {
    back: Vec<Step>,
    forth: Vec<Step>,
    /// Grows with every step, to tell whether storage has them as they are.
    #[serde(skip)]
    turn: u64,
}

impl Steps {
    /// A new change was made: it can be taken back, and what was taken back before is no longer done again.
    pub fn made(&mut self, step: Step) {
        self.forth.clear();
        self.push_back(step);
    }

    /// The change that would be taken back next.
    pub fn back(&self) -> Option<&Step> {
        self.back.last()
    }

    /// The change that would be done again next.
    pub fn forth(&self) -> Option<&Step> {
        self.forth.last()
    }

    /// The nearest change was taken back, by which `again` came to be what does it again; none where it had no effect.
    pub fn took_back(&mut self, again: Option<Step>) {
        self.back.pop();
        self.forth.extend(again);
        self.turn += 1;
    }

    /// The nearest change was done again; `back` takes it back once more.
    pub fn did_again(&mut self, back: Option<Step>) {
        self.forth.pop();
        self.turn += 1;
        if let Some(back) = back {
            self.push_back(back);
        }
    }

    /// Files were taken in, in one step among the others.
    pub fn received(&mut self, label: &str, reception: Reception) {
        self.made(Step { reception: Some(reception), ..Step::new(label, Vec::new()) });
    }

    /// The nearest step is a reception that was taken back: what was done after it is not done again without it.
    pub fn took_reception_back(&mut self) {
        self.back.pop();
        self.forth.clear();
        self.turn += 1;
    }

    /// What stood there before a reception has nothing of what another tab wrote: neither it nor what lies behind it
    /// can be reached any more.
    pub fn forget_receptions(&mut self) {
        if let Some(last) = self.back.iter().rposition(|step| step.reception.is_some()) {
            self.back.drain(..=last);
            self.turn += 1;
        }
    }

    /// Tells two states of the steps apart.
    pub fn turn(&self) -> u64 {
        self.turn
    }

    /// The nearest steps as text, as many as may be kept.
    pub fn text(&self) -> String {
        let mut left = KEPT_BYTES;
        let mut nearest = |steps: &[Step]| {
            let fits = |step: &&Step| {
                let size = serde_json::to_vec(step).map_or(usize::MAX, |json| json.len());
                left.checked_sub(size).inspect(|rest| left = *rest).is_some()
            };
            let mut kept: Vec<Step> = steps.iter().rev().take_while(fits).cloned().collect();
            kept.reverse();
            kept
        };
        let kept = Self { back: nearest(&self.back), forth: nearest(&self.forth), turn: 0 };
        serde_json::to_string(&kept).expect("edits can be written as JSON")
    }

    /// The steps of a text; none where it is not one.
    pub fn of_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    fn push_back(&mut self, step: Step) {
        if self.back.len() == MOST {
            self.back.remove(0);
        }
        self.back.push(step);
        self.turn += 1;
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::exchange::RecordKey;
    use cchc_core::record::Kind;
    use serde_json::json;

    use super::*;

    fn step(label: &str, bytes: usize) -> Step {
        let record = RecordKey::new(Kind::Activities, "a1");
        let fields = [("note".to_owned(), json!("x".repeat(bytes)))].into_iter().collect();
        Step::new(label, vec![Edit::Set { record, fields }])
    }

    #[test]
    fn what_is_too_large_is_not_kept_nor_what_lies_behind_it() {
        let mut steps = Steps::default();
        for (label, bytes) in [("một", 10), ("hai", KEPT_BYTES), ("ba", 10), ("bốn", 10)] {
            steps.made(step(label, bytes));
        }
        steps.took_back(Some(step("bốn", 10)));
        let kept = Steps::of_text(&steps.text());
        let labels = |steps: &[Step]| steps.iter().map(|step| step.label.clone()).collect::<Vec<_>>();
        assert_eq!(
            (labels(&kept.back), labels(&kept.forth)),
            (vec!["ba".to_owned()], vec!["bốn".to_owned()])
        );
        assert!(steps.text().len() < KEPT_BYTES + 100);
    }

    #[test]
    fn a_reception_is_kept_by_its_backup_and_bars_the_way_behind_it_once_forgotten() {
        let mut steps = Steps::default();
        steps.made(step("trước", 1));
        steps.received("Nhận tệp", Reception { backup: Some("cchc/1/backup/x/1".into()), before: None });
        steps.made(step("sau", 1));
        let kept = Steps::of_text(&steps.text());
        assert_eq!(kept.back, steps.back);
        let older: Step = serde_json::from_str(r#"{"label":"Ghi","edits":[]}"#).unwrap();
        assert_eq!(older, Step::new("Ghi", Vec::new()), "as a page before this one wrote it");
        steps.forget_receptions();
        assert_eq!(steps.back, [step("sau", 1)]);
    }

    #[test]
    fn a_new_change_forgets_what_was_taken_back_and_the_oldest_step_goes_first() {
        let mut steps = Steps::default();
        steps.made(step("cũ", 1));
        steps.took_back(Some(step("cũ", 1)));
        for at in 0..=MOST {
            steps.made(step(&at.to_string(), 1));
        }
        assert_eq!(steps.forth(), None);
        assert_eq!((steps.back.len(), &*steps.back[0].label), (MOST, "1"));
        assert_eq!(Steps::of_text("{không phải JSON"), Steps::default());
    }
}
