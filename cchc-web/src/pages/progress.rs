//! What the core derives, as the screens show it: one derivation per screen and revision, and its marks.

use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::id::OfficeId;
use cchc_core::progress::{Cell, Progress};
use yew::prelude::*;

use crate::components::year_strip;
use crate::store::{use_plan, use_today};

/// Tiến độ of the open file, derived again when the file or the day changes.
#[hook]
pub(super) fn use_progress() -> Rc<Progress> {
    let (open, today) = (use_plan(), use_today());
    use_memo((open, today), |(open, today)| Progress::of(&open.file, *today))
}

/// The strip of a year.
pub(super) fn strip(file: &PlanFile, cells: &[Cell]) -> Html {
    year_strip(cells, &file.units)
}

/// The short name of an office; its id where the file does not know it.
pub(super) fn short_name(file: &PlanFile, office: &OfficeId) -> AttrValue {
    let known = file.offices.get(office).map(|office| office.short_name.clone());
    known.unwrap_or_else(|| office.to_string()).into()
}

/// The full name of an office; its id where the file does not know it.
pub(super) fn full_name(file: &PlanFile, office: &OfficeId) -> AttrValue {
    let known = file.offices.get(office).map(|office| office.name.clone());
    known.unwrap_or_else(|| office.to_string()).into()
}
