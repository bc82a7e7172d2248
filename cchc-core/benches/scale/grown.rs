//! A register far larger than a commune's: the illustrative year, again and again.

use cchc_core::examples;
use cchc_core::exchange::PlanFile;
use cchc_core::id::ActivityId;
use cchc_core::register::Activity;

/// The illustrative plan with `wanted` activities. Each is one of the invented ones under an id and a title of its own.
pub(crate) fn grown(wanted: usize) -> PlanFile {
    let mut file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
    let year: Vec<Activity> = file.activities.iter().cloned().collect();
    for (number, activity) in year.iter().cycle().take(wanted).enumerate().skip(year.len()) {
        let mut activity = activity.clone();
        activity.id = ActivityId::new(format!("hd-{number:06}")).expect("letters and digits");
        activity.title = format!("{} ({number})", activity.title);
        file.activities.put(activity);
    }
    file
}
