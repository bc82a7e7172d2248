//! Hạn báo cáo: what the plan says by when reports are due, of which period and towards whom.

use super::super::catalogue::catalogue;
use super::super::offices::Assigned;
use super::super::outline::Part;
use super::super::timing::{period_at, period_dues};
use super::super::words::Words;
use super::super::{Draft, Passage};
use crate::calendar::{DeadlineRule, PeriodKind};
use crate::plan::{Office, Stated};

/// A deadline that the plan says.
pub(super) struct Said {
    pub(super) passage: usize,
    /// Whether it is for what the offices send to the focal office, not for what is sent on from there.
    pub(super) to_focal: bool,
    /// The one period it is said of; none where it is said of all that are named, or of none.
    pub(super) period: Option<PeriodKind>,
    pub(super) deadline: Stated<DeadlineRule>,
}

/// The deadlines in the words of the plan, in its order. A day that no rule of its period can name is told.
pub(super) fn deadlines(draft: &mut Draft<'_>, assigned: &Assigned, focal: &Office) -> Vec<Said> {
    let mut all = Vec::new();
    for (at, passage) in draft.passages.iter().enumerate() {
        if !speaks_of_reports(passage) {
            continue;
        }
        let text = passage.block.text.as_str();
        let mut goes_on = false;
        for part in sentences(text) {
            let words = Words::of(part);
            goes_on = words.has("báo cáo") || (goes_on && period_at(&words, 0).is_some());
            if !goes_on {
                continue;
            }
            let to_focal = receiver(&words, focal)
                .or_else(|| receiver(&passage.words, focal))
                .unwrap_or_else(|| is_of_others(passage, at, assigned, focal));
            for due in period_dues(&words) {
                let wording = words.slice(due.tokens.clone());
                if let Some(rule) = due.rule {
                    let deadline = Stated::written(rule, wording);
                    all.push(Said { passage: at, to_focal, period: due.period, deadline });
                } else {
                    let start = text.find(part).unwrap_or(0) + words.span(due.tokens).start;
                    draft.log.not_understood(passage.block, start..start + wording.len());
                }
            }
        }
    }
    all
}

/// Whether a passage may set the days of reports.
pub(super) fn speaks_of_reports(passage: &Passage<'_>) -> bool {
    let part = passage.block.part.main();
    matches!(part, Part::Duties | Part::Reports | Part::Closing | Part::Table | Part::Tasks)
        && !passage.block.is_heading()
        && passage.words.has("báo cáo")
}

/// Whether the words send a report to the focal office, before they name anybody above; none where they name neither.
fn receiver(words: &Words<'_>, focal: &Office) -> Option<bool> {
    let name = Words::of(&focal.name);
    let name: Vec<&str> =
        (0..name.len()).filter_map(|at| name.get(at)).map(super::super::words::Token::folded).collect();
    let name = name.join(" ");
    let is_focal = |at: usize| {
        words.phrase(at, &name).is_some()
            || catalogue().office(words, at).is_some_and(|(office, _)| focal.id == *office.id.as_str())
    };
    let leads = |at: usize| words.any(at, &["về", "gửi", "cho", "qua", "nhận báo cáo :"]).is_some();
    let to_focal = (1..words.len()).find(|at| is_focal(*at) && (at.saturating_sub(8)..*at).any(leads));
    let above = (0..words.len()).find(|at| {
        !is_focal(*at)
            && words.any(*at, &["bao cao ubnd", "so noi vu", "ubnd tinh", "ubnd thanh pho"]).is_some()
    });
    match (to_focal, above) {
        (Some(at), above) => Some(above.is_none_or(|above| at < above)),
        (None, Some(_)) => Some(false),
        (None, None) => None,
    }
}

/// Whether the passage speaks of what offices do that are not the focal one.
fn is_of_others(passage: &Passage<'_>, at: usize, assigned: &Assigned, focal: &Office) -> bool {
    match assigned.items.iter().find(|item| item.passage == at) {
        Some(item) => assigned.offices.get(item.office).is_some_and(|office| office.id != focal.id),
        None => (0..passage.words.len()).any(|at| catalogue().general_offices(&passage.words, at).is_some()),
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').flat_map(|part| part.split(". "))
}
