//! Thử điểm: what a change of one leaf would do. Nothing is stored.

use crate::indicator::{Entry, Raw, ScoreError, Scorecard, score};
use crate::progress::scoring::{Assessment, SoFar};

/// A change to try.
#[derive(Debug, Clone, PartialEq)]
pub enum Trial {
    /// Another input.
    Input(Raw),
    /// Another score, whoever gives it.
    Score(f64),
}

/// What a change would do.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// The leaf's score before.
    pub leaf_before: Option<f64>,
    /// And after.
    pub leaf_after: Option<f64>,
    /// The total before.
    pub before: Option<f64>,
    /// And after.
    pub after: Option<f64>,
    /// Xếp loại before.
    pub class_before: Option<String>,
    /// And after.
    pub class_after: Option<String>,
    /// What the scored leaves make after; compare with [`Assessment::so_far`].
    pub so_far: SoFar,
    /// All the scores after.
    pub card: Scorecard,
}

impl WhatIf {
    /// How far the total moves; none where it is not known before or after.
    pub fn change(&self) -> Option<f64> {
        Some(self.after? - self.before?)
    }
}

impl Assessment<'_> {
    /// What the index would be with another input or score of a leaf, all else being as it is.
    ///
    /// # Errors
    /// What the set refuses, with the leaf named.
    pub fn what_if(&self, leaf: &str, trial: Trial) -> Result<WhatIf, Vec<ScoreError>> {
        let (_, card) = self.rescored(leaf, trial)?;
        let of_leaf = |card: &Scorecard| {
            card.leaves().into_iter().find(|scored| scored.code == leaf).and_then(|scored| scored.score)
        };
        Ok(WhatIf {
            leaf_before: of_leaf(&self.card),
            leaf_after: of_leaf(&card),
            before: self.card.total,
            after: card.total,
            class_before: self.card.class.clone(),
            class_after: card.class.clone(),
            so_far: SoFar::of(&card),
            card,
        })
    }

    /// The same assessment with another input or score of a leaf, for trying several, one after the other.
    ///
    /// # Errors
    /// What the set refuses, with the leaf named.
    pub fn tried(&self, leaf: &str, trial: Trial) -> Result<Self, Vec<ScoreError>> {
        let (entries, card) = self.rescored(leaf, trial)?;
        let mut tried = Self { card, entries, ..self.clone() };
        tried.complete();
        Ok(tried)
    }

    fn rescored(&self, leaf: &str, trial: Trial) -> Result<(Vec<Entry>, Scorecard), Vec<ScoreError>> {
        let mut entries = self.entries.clone();
        let at = entries.iter().position(|entry| entry.leaf == leaf).unwrap_or_else(|| {
            entries.push(Entry { leaf: leaf.to_owned(), ..Entry::default() });
            entries.len() - 1
        });
        let entry = &mut entries[at];
        // What is tried stands for what counts, and a survey's points are added to it as before.
        entry.appraised = None;
        (entry.raw, entry.self_score) = match trial {
            Trial::Input(raw) => (Some(raw), None),
            Trial::Score(score) => (entry.raw.take().filter(|raw| *raw != Raw::NotApplicable), Some(score)),
        };
        let card = score(&self.set, &entries)?;
        Ok((entries, card))
    }
}
