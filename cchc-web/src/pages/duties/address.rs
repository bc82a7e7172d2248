//! Addresses of Nhiệm vụ: `#/nhiem-vu?co-quan=van-phong&tinh-trang=tre&mo=tin-bai-hang-thang`.
//!
//! The address alone says what is shown, so that the counts of Tổng quan are links and Back works.

use cchc_core::id::{DutyId, OfficeId};
use cchc_core::plan::Cadence;
use cchc_core::progress::State;

use crate::route::{Route, Screen};

/// The rest of the address of the calendar.
pub(super) const CALENDAR: &str = "lich";
/// The rest of the address of the form for a new duty.
pub(super) const ADD: &str = "them";
/// The rest of the address of the form for a duty that is there: `sua/<id>`.
const EDIT: &str = "sua/";

pub(super) const OFFICE: &str = "co-quan";
pub(super) const CADENCE: &str = "nhip";
pub(super) const STATE: &str = "tinh-trang";
pub(super) const UNFINISHED: &str = "chua-xong";
pub(super) const INFERRED: &str = "suy-ra";
pub(super) const SEARCH: &str = "tim";
pub(super) const OPEN: &str = "mo";
pub(super) const MONTH: &str = "thang";
/// What a switch in the address is set to.
pub(super) const ON: &str = "co";

/// The word of a state in the address; none of a state that cannot be filtered by.
pub(in crate::pages) const fn state_word(state: State) -> &'static str {
    match state {
        State::Late => "tre",
        State::Soon => "sap-den-han",
        State::Missing => "thieu-minh-chung",
        State::Done => "dung-tien-do",
        State::None => "",
    }
}

pub(super) fn state_of(word: &str) -> Option<State> {
    [State::Late, State::Soon, State::Missing, State::Done]
        .into_iter()
        .find(|state| state_word(*state) == word)
}

/// The word of a cadence in the address.
pub(super) fn cadence_word(cadence: &Cadence) -> String {
    cchc_core::text::fold(cadence.vietnamese()).replace(' ', "-")
}

/// The list, only what stands so.
pub(in crate::pages) fn in_state(state: State) -> Route {
    Route::to(Screen::Duties).with(STATE, state_word(state))
}

/// The list of one office, only what is not done.
pub(in crate::pages) fn unfinished_of(office: &OfficeId) -> Route {
    Route::to(Screen::Duties).with(OFFICE, office.as_str()).with(UNFINISHED, ON)
}

/// The form of a duty.
pub(in crate::pages) fn edit(duty: &DutyId) -> Route {
    Route { rest: format!("{EDIT}{duty}"), ..Route::duty(duty) }
}

/// What the address shows beside the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    List,
    Calendar,
    Adding,
    Editing(DutyId),
}

impl Place {
    pub(super) fn of(route: &Route) -> Self {
        match route.rest.as_str() {
            CALENDAR => Self::Calendar,
            ADD => Self::Adding,
            rest => match rest.strip_prefix(EDIT).and_then(|id| DutyId::new(id).ok()) {
                Some(id) => Self::Editing(id),
                None => Self::List,
            },
        }
    }
}

/// The same filters, at the list.
pub(super) fn list(route: &Route) -> Route {
    Route { rest: String::new(), ..route.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_an_address() {
        let duty = DutyId::new("lop-tap-huan").expect("an id");
        assert_eq!(Place::of(&Route::parse(&edit(&duty).href())), Place::Editing(duty.clone()));
        assert_eq!(Place::of(&list(&edit(&duty))), Place::List);
        assert_eq!(&*Route::duty(&duty).href(), "#/nhiem-vu?mo=lop-tap-huan");
        assert_eq!(&*in_state(State::Late).href(), "#/nhiem-vu?tinh-trang=tre");
    }

    #[test]
    fn words_of_states_are_read_back() {
        for state in [State::Late, State::Soon, State::Missing, State::Done] {
            assert_eq!(state_of(state_word(state)), Some(state));
        }
        assert_eq!(state_of("khac"), None);
        assert_eq!(state_of(""), None);
        assert_eq!(cadence_word(&Cadence::OnRequest), "theo-yeu-cau");
    }
}
