//! Kế hoạch mẫu: the plans that come with the library, to look around in and to start from.
//!
//! They are plan files like any other, kept as data in `cchc-core/data` and read by [`crate::exchange::read`]. The
//! days off of the year come from [`builtin_holidays`], which keeps them for every plan.
//!
//! ```
//! use cchc_core::examples;
//!
//! let file = examples::get("hoa-tham-2026").unwrap();
//! assert_eq!(file.plan.commune, "xã Hoa Thám");
//! assert_eq!(file.offices.len(), 6);
//! assert!(examples::get("xa-khac").is_none());
//! ```

use std::sync::OnceLock;

use crate::calendar::builtin_holidays;
use crate::exchange::{PlanFile, read};

/// The plan of xã Hoa Thám for 2026 as issued, with nothing in its register.
const HOA_THAM: &str = "hoa-tham-2026";

const NAMES: [(&str, &str); 1] = [(HOA_THAM, "Kế hoạch tuyên truyền CCHC xã Hoa Thám năm 2026")];

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
        _ => None,
    }
}

/// The built-in plan of that name as the text of a plan file, written once and kept.
pub fn json(name: &str) -> Option<&'static str> {
    static TEXTS: [OnceLock<String>; NAMES.len()] = [const { OnceLock::new() }; NAMES.len()];
    let at = NAMES.iter().position(|(known, _)| *known == name)?;
    let file = || get(name).map(|file| file.to_json()).unwrap_or_default();
    Some(TEXTS[at].get_or_init(file))
}

fn hoa_tham() -> PlanFile {
    let mut file = read(include_str!("../../data/hoa-tham-2026.json")).expect("a built-in plan reads").file;
    file.holidays = builtin_holidays().into_iter().collect();
    file
}

#[cfg(test)]
mod tests;
