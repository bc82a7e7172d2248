//! Kế hoạch mẫu: the plans that come with the library, to look around in and to start from.
//!
//! * `hoa-tham-2026`: the plan of xã Hoa Thám for 2026 as issued, with nothing in its register;
//! * `hoa-tham-2026-minh-hoa`: the same plan with an invented year up to 20/11/2026, marked as such
//!   ([`Plan::illustrative`](crate::plan::Plan::illustrative)).
//!
//! They are plan files like any other, kept as data in `cchc-core/data`. The plan is read by
//! [`crate::exchange::read`]; the invented year stands in a file of its own, so that the plan is kept once; the days
//! off of the year come from [`builtin_holidays`], which keeps them for every plan.
//!
//! ```
//! use cchc_core::examples;
//!
//! let file = examples::get("hoa-tham-2026").unwrap();
//! assert_eq!(file.plan.commune, "xã Hoa Thám");
//! assert_eq!(file.offices.len(), 6);
//! assert!(file.activities.is_empty());
//!
//! let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
//! assert!(file.plan.illustrative.is_some());
//! assert!(examples::get("xa-khac").is_none());
//! ```

use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use crate::calendar::builtin_holidays;
use crate::exchange::{PlanFile, read};
use crate::id::FileId;
use crate::indicator::{IndexTarget, IndexValue, Measure, OwnSet, ScoreEntry};
use crate::register::{Activity, BudgetItem, Difficulty, Filing, Merit, OfficeReturn};

const HOA_THAM: &str = "hoa-tham-2026";
const MINH_HOA: &str = "hoa-tham-2026-minh-hoa";

const NAMES: [(&str, &str); 2] = [
    (HOA_THAM, "Kế hoạch tuyên truyền CCHC xã Hoa Thám năm 2026"),
    (MINH_HOA, "Kế hoạch tuyên truyền CCHC xã Hoa Thám năm 2026, có dữ liệu minh họa"),
];

/// The built-in plans: the name to ask for, and a title to show.
pub const fn names() -> &'static [(&'static str, &'static str)] {
    &NAMES
}

/// The built-in plan of that name.
///
/// # Panics
/// Never: a test reads every built-in plan.
pub fn get(name: &str) -> Option<PlanFile> {
    match name {
        HOA_THAM => Some(hoa_tham()),
        MINH_HOA => Some(minh_hoa()),
        _ => None,
    }
}

/// The built-in plan of that name as the text of a plan file, written once and kept.
pub fn json(name: &str) -> Option<&'static str> {
    static TEXTS: [OnceLock<String>; NAMES.len()] = [const { OnceLock::new() }; NAMES.len()];
    let at = NAMES.iter().position(|(known, _)| *known == name)?;
    let text = || get(name).map(|file| file.to_json()).unwrap_or_default();
    Some(TEXTS[at].get_or_init(text))
}

/// Lỗi chính tả of a built-in plan: as it stands there, and as it should read.
const SLIP: (&str, &str) = ("VHXX", "VHXH");

/// Whether words have the slip of the pen of a built-in plan, in whatever file they came.
pub(crate) fn has_slip(words: &str) -> bool {
    words.contains(SLIP.0)
}

/// Lỗi chính tả of a built-in plan that is its own: as it stands there, and as it should read in a plan made from it.
pub fn slip_of_the_pen(template: &FileId) -> Option<(&'static str, &'static str)> {
    (*template == HOA_THAM || *template == MINH_HOA).then_some(SLIP)
}

fn hoa_tham() -> PlanFile {
    let mut file = read(include_str!("../../data/hoa-tham-2026.json")).expect("a built-in plan reads").file;
    file.contents.holidays = builtin_holidays(file.plan.year).into_iter().collect();
    file
}

/// A register without its plan, as the data keep it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    illustrative: String,
    activities: Vec<Activity>,
    difficulties: Vec<Difficulty>,
    office_returns: Vec<OfficeReturn>,
    filings: Vec<Filing>,
    indicator_sets: Vec<OwnSet>,
    score_entries: Vec<ScoreEntry>,
    index_values: Vec<IndexValue>,
    index_targets: Vec<IndexTarget>,
    measures: Vec<Measure>,
    budget_items: Vec<BudgetItem>,
    merits: Vec<Merit>,
}

fn minh_hoa() -> PlanFile {
    let year: Year = serde_json::from_str(include_str!("../../data/hoa-tham-2026-minh-hoa.json"))
        .expect("the invented year reads");
    let mut file = hoa_tham();
    file.contents.id = FileId::new(MINH_HOA).expect("the name is an id");
    Arc::make_mut(&mut file.contents.plan).illustrative = Some(year.illustrative);
    file.contents.activities = year.activities.into_iter().collect();
    file.contents.difficulties = year.difficulties.into_iter().collect();
    file.contents.office_returns = year.office_returns.into_iter().collect();
    file.contents.filings = year.filings.into_iter().collect();
    file.contents.indicator_sets = year.indicator_sets.into_iter().collect();
    file.contents.score_entries = year.score_entries.into_iter().collect();
    file.contents.index_values = year.index_values.into_iter().collect();
    file.contents.index_targets = year.index_targets.into_iter().collect();
    file.contents.measures = year.measures.into_iter().collect();
    file.contents.budget_items = year.budget_items.into_iter().collect();
    file.contents.merits = year.merits.into_iter().collect();
    file
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod year_tests;
