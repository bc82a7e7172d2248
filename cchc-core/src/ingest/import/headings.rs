//! Tiêu đề cột: what a heading says that its column holds, from `cchc-core/data/ingest/headings.json`.

use std::cmp::Reverse;
use std::sync::OnceLock;

use serde::Deserialize;

use super::Field;
use super::names::Names;
use crate::ingest::words::Words;
use crate::order;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    pub(super) field: Field,
    pub(super) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Headings {
    #[serde(rename = "source")]
    _source: String,
    fields: Vec<Known>,
    /// Of tables about indices.
    figures: Vec<Known>,
    /// What stands before the name of a unit: "số", "tổng số".
    counted: Vec<String>,
    /// What a row of sums begins with.
    totals: Vec<String>,
    /// What the lines under a table begin with.
    pub(super) closing: Vec<String>,
}

pub(super) fn headings() -> &'static Headings {
    static READ: OnceLock<Headings> = OnceLock::new();
    READ.get_or_init(|| {
        serde_json::from_str(include_str!("../../../data/ingest/headings.json"))
            .expect("a built-in catalogue reads: a test says so")
    })
}

/// What headings of tables about indices say.
pub(super) fn figures() -> &'static [Known] {
    &headings().figures
}

/// One way to understand a heading.
#[derive(Debug, Clone, PartialEq)]
struct Candidate {
    field: Field,
    /// How many words of the heading it takes up.
    length: usize,
    /// How well: the heading itself, its beginning, something in it.
    quality: u8,
    /// Place among the wordings of the field.
    rank: usize,
}

impl Headings {
    /// Whether a text begins with one of these words, as words.
    pub(super) fn begins(words: &Words<'_>, with: &[String]) -> bool {
        with.iter().any(|phrase| words.phrase(0, phrase).is_some())
    }

    /// Whether a text begins a row of sums: "Tổng cộng: 12", "Cộng"; not "Tổng kết công tác".
    pub(super) fn is_total(&self, words: &Words<'_>) -> bool {
        self.totals.iter().any(|phrase| {
            words.phrase(0, phrase).is_some_and(|end| {
                phrase.contains(' ') || end == words.len() || words.get(end).is_some_and(|next| next.is(":"))
            })
        })
    }

    fn candidates(&self, heading: &str, names: &Names<'_>) -> Vec<Candidate> {
        let words = Words::of(heading);
        let mut found = Vec::new();
        if words.len() == 0 || words.len() > 24 {
            return found;
        }
        for known in &self.fields {
            let best = known.words.iter().enumerate().filter_map(|(rank, phrase)| {
                let length = phrase.split(' ').count();
                let at = match words.find(0, phrase) {
                    Some(at) if at.start == 0 || length > 1 => at,
                    _ => return None,
                };
                let quality = if at == (0..words.len()) { 0 } else { 1 + u8::from(at.start > 0) };
                Some(Candidate { field: known.field.clone(), length, quality, rank })
            });
            // The wording that says most of the heading.
            found.extend(best.min_by_key(|one| (Reverse(one.length), one.quality, one.rank)));
        }
        let start = self.counted.iter().filter_map(|phrase| words.phrase(0, phrase)).max();
        if let Some((unit, end)) = names.unit(&words, start.unwrap_or(0))
            && (start.is_some() || end == words.len() || end > 1)
        {
            let quality = u8::from(end != words.len());
            // Alone it may also be something else: "Minh chứng", "Tin, bài".
            let rank = if start.is_some() { 0 } else { usize::MAX };
            found.push(Candidate { field: Field::Count(Some(unit)), length: end, quality, rank });
        }
        order::sort_by_key(&mut found, |one| (Reverse(one.length), one.quality));
        found
    }

    /// What each heading of a table holds: a field that one column alone may hold goes to the wording that comes first
    /// in its list; the other column gets what else its heading may mean. A column that is `wordy`, full of words, counts
    /// nothing, whatever unit its heading is named like: "Chuyên mục".
    pub(super) fn guess(
        &self,
        headings: &[&str],
        names: &Names<'_>,
        taken: &[Field],
        wordy: &[bool],
    ) -> Vec<Option<Field>> {
        let mut all: Vec<Vec<Candidate>> =
            headings.iter().map(|heading| self.candidates(heading, names)).collect();
        let mut told: Vec<usize> = Vec::new();
        for (column, candidates) in all.iter_mut().enumerate() {
            let before = candidates.len();
            if wordy.get(column).copied().unwrap_or(false) {
                candidates.retain(|one| !matches!(one.field, Field::Count(Some(_))));
            }
            if candidates.len() < before {
                told.push(column);
            }
        }
        let mut given: Vec<Option<Field>> = vec![None; headings.len()];
        for further in [false, true] {
            let mut open: Vec<(usize, &Candidate)> = Vec::new();
            for (column, candidates) in all.iter().enumerate().filter(|(column, _)| given[*column].is_none())
            {
                let most = candidates.first().map_or(0, |first| first.length);
                open.extend(
                    candidates.iter().filter(|one| further || one.length == most).map(|one| (column, one)),
                );
            }
            order::sort_by_key(&mut open, |(column, one)| (one.rank, one.quality, *column));
            for (column, one) in open {
                let is_free = one.field.is_many()
                    || !(taken.contains(&one.field)
                        || given.iter().flatten().any(|field| *field == one.field));
                if is_free && given[column].is_none() {
                    given[column] = Some(one.field.clone());
                }
            }
        }
        // "Nội dung tuyên truyền" is the title where nothing else is.
        if !taken.contains(&Field::Title) && !given.contains(&Some(Field::Title)) {
            let titles = all.iter().enumerate().filter_map(|(column, candidates)| {
                let is_free = given[column]
                    .as_ref()
                    .is_none_or(|field| matches!(field, Field::Topics | Field::Items | Field::Note));
                let title = candidates.iter().find(|one| one.field == Field::Title).filter(|_| is_free)?;
                Some((title.rank, column))
            });
            if let Some((_, column)) = titles.min() {
                given[column] = Some(Field::Title);
            }
        }
        // Its words are kept.
        for column in told {
            given[column].get_or_insert(Field::Note);
        }
        given
    }
}
