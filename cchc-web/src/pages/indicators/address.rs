//! Addresses of Chỉ số: `#/chi-so/cchc-xa?ky=2026&mo=1.2`.
//!
//! The first part names a set, or one of the two other views; the keys say which period, and which leaf is opened.

use cchc_core::calendar::Period;
use cchc_core::exchange::PlanFile;
use cchc_core::id::MeasureId;
use cchc_core::progress::scoring::{set as set_of, usual_period};

use crate::route::{Route, Screen};

/// The rest of the address of the measures, and of their form.
const MEASURES: &str = "giai-phap";
const ADD: &str = "them";
/// The rest of the address of the sets: `bo-chi-so/<code>`.
const SETS: &str = "bo-chi-so";
/// What follows a set's code for its appendix.
const APPENDIX: &str = "phu-luc";

pub(in crate::pages) const PERIOD: &str = "ky";
pub(super) const OPEN: &str = "mo";
pub(super) const INDEX: &str = "chi-so";

/// What the address shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// All indices.
    Overview,
    /// A set with its scores.
    Sheet(String),
    /// The appendix of a self-assessment.
    Appendix(String),
    /// Giải pháp, with the form of one over the list.
    Measures(Over),
    /// Bộ chỉ số: all of them.
    Sets,
    /// One set, to view and edit.
    Set(String),
}

/// The form over the list of measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Over {
    /// None.
    Nothing,
    /// A new one's.
    Adding,
    /// One's that is there.
    Measure(MeasureId),
}

impl Place {
    pub(super) fn of(route: &Route) -> Self {
        let (first, more) = route.rest.split_once('/').unwrap_or((&route.rest, ""));
        match (first, more) {
            ("", _) => Self::Overview,
            (MEASURES, "") => Self::Measures(Over::Nothing),
            (MEASURES, ADD) => Self::Measures(Over::Adding),
            (MEASURES, id) => Self::Measures(MeasureId::new(id).map_or(Over::Nothing, Over::Measure)),
            (SETS, "") => Self::Sets,
            (SETS, code) => Self::Set(code.to_owned()),
            (code, APPENDIX) => Self::Appendix(code.to_owned()),
            (code, _) => Self::Sheet(code.to_owned()),
        }
    }
}

fn at(rest: String) -> Route {
    Route::to(Screen::Indicators).at(rest)
}

/// A set with its scores.
pub(in crate::pages) fn sheet(code: &str) -> Route {
    at(code.to_owned())
}

/// A leaf, opened in its set.
pub(in crate::pages) fn leaf(set: &str, leaf: &str) -> Route {
    sheet(set).with(OPEN, leaf)
}

/// The appendix of a set for the period of another address.
pub(super) fn appendix(code: &str, from: &Route) -> Route {
    at(format!("{code}/{APPENDIX}")).with(PERIOD, from.get(PERIOD).unwrap_or_default())
}

/// The measures.
pub(super) fn measures() -> Route {
    at(MEASURES.to_owned())
}

/// The form of a new measure, for an index.
pub(super) fn add_measure(index: &str) -> Route {
    at(format!("{MEASURES}/{ADD}")).with(INDEX, index)
}

/// The form of a measure that is there.
pub(super) fn measure(id: &MeasureId) -> Route {
    at(format!("{MEASURES}/{id}"))
}

/// The sets.
pub(super) fn sets() -> Route {
    at(SETS.to_owned())
}

/// One set, to view and edit.
pub(super) fn set(code: &str) -> Route {
    at(format!("{SETS}/{code}"))
}

/// The period that the address asks for; the set's usual one where it asks for none.
pub(super) fn period(route: &Route, file: &PlanFile, code: &str) -> Option<Period> {
    let asked = route.get(PERIOD).and_then(|text| text.parse().ok());
    asked.or_else(|| usual_period(file, &*set_of(file, code)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_an_address() {
        let id = MeasureId::new("01J").expect("an id");
        for (route, place) in [
            (Route::to(Screen::Indicators), Place::Overview),
            (leaf("cchc-xa", "1.2"), Place::Sheet("cchc-xa".into())),
            (appendix("766", &sheet("766")), Place::Appendix("766".into())),
            (measures(), Place::Measures(Over::Nothing)),
            (add_measure("pci"), Place::Measures(Over::Adding)),
            (measure(&id), Place::Measures(Over::Measure(id.clone()))),
            (sets(), Place::Sets),
            (set("ddci-lang-son"), Place::Set("ddci-lang-son".into())),
        ] {
            assert_eq!(Place::of(&Route::parse(&route.href())), place, "{}", route.href());
        }
    }

    #[test]
    fn a_bare_address_means_the_year_or_what_was_published_last() {
        let file = cchc_core::examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let named = |code: &str, route: &Route| period(route, &file, code).map(|period| period.to_string());
        assert_eq!(named("cchc-xa", &sheet("cchc-xa")).as_deref(), Some("2026"));
        assert_eq!(named("766", &sheet("766")).as_deref(), Some("2026-10"));
        assert_eq!(named("766", &sheet("766").with(PERIOD, "2026-Q3")).as_deref(), Some("2026-Q3"));
    }
}
