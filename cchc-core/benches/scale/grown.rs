//! A register far larger than a commune's: the illustrative year, again and again.

use cchc_core::examples;
use cchc_core::exchange::{self, PlanFile};
use cchc_core::id::ActivityId;
use serde_json::Value;

/// The illustrative plan with `wanted` activities. Each is one of the invented ones under an id and a title of its own.
pub(crate) fn grown(wanted: usize) -> PlanFile {
    let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
    let mut text: Value = serde_json::from_str(&file.to_json()).expect("JSON");
    let activities = text["records"]["activities"].as_array_mut().expect("a list");
    let year: Vec<_> = file.activities.iter().collect();
    for (number, activity) in year.iter().copied().cycle().take(wanted).enumerate().skip(year.len()) {
        let mut activity = activity.clone();
        activity.id = ActivityId::new(format!("hd-{number:06}")).expect("letters and digits");
        activity.title = format!("{} ({number})", activity.title);
        activities.push(serde_json::to_value(activity).expect("an activity is JSON"));
    }
    exchange::read(&text.to_string()).expect("a plan file").file
}
