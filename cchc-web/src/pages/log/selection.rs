//! What is ticked, where the keyboard is, which row is open. Pure: no browser.

use std::collections::BTreeSet;
use std::rc::Rc;

use cchc_core::id::ActivityId;
use yew::Reducible;

/// The state of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Selection {
    /// Ticked.
    pub picked: Rc<BTreeSet<ActivityId>>,
    /// The row of the keyboard.
    pub cursor: Option<ActivityId>,
    /// Where a range begins: the last row ticked alone.
    anchor: Option<ActivityId>,
    /// The row that is open.
    pub open: Option<ActivityId>,
    /// Just logged, marked for a moment.
    pub fresh: Option<ActivityId>,
    /// Logged one after another: they stay on top until the list is ordered or filtered anew.
    pub pinned: Rc<Vec<ActivityId>>,
}

/// What happens to it.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// The keyboard goes to a row.
    Cursor(ActivityId),
    /// A row is ticked, or no longer.
    Toggle(ActivityId),
    /// From the last tick to here, in the order of the rows.
    Range(Vec<ActivityId>, ActivityId),
    /// All of these, or none.
    All(Vec<ActivityId>),
    /// Only rows that are still there stay ticked.
    Keep(Rc<BTreeSet<ActivityId>>),
    /// A row is opened.
    Open(ActivityId),
    /// The open row is closed; the keyboard stays there.
    Close,
    /// A row was logged.
    Logged(ActivityId),
    /// It is no longer new.
    Aged(ActivityId),
    /// The list is ordered or filtered anew.
    Reordered,
}

impl Selection {
    fn pick(&mut self, ids: impl IntoIterator<Item = ActivityId>) {
        Rc::make_mut(&mut self.picked).extend(ids);
    }

    /// The ticked rows.
    pub(super) fn ids(&self) -> Rc<[ActivityId]> {
        self.picked.iter().cloned().collect()
    }
}

impl Reducible for Selection {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut next = (*self).clone();
        match act {
            Act::Cursor(id) => next.cursor = Some(id),
            Act::Toggle(id) => {
                let picked = Rc::make_mut(&mut next.picked);
                if !picked.remove(&id) {
                    picked.insert(id.clone());
                }
                next.anchor = Some(id.clone());
                next.cursor = Some(id);
            }
            Act::Range(rows, to) => {
                let anchor =
                    next.anchor.clone().or_else(|| next.cursor.clone()).unwrap_or_else(|| to.clone());
                let place = |id: &ActivityId| rows.iter().position(|row| row == id);
                if let (Some(a), Some(b)) = (place(&anchor), place(&to)) {
                    next.pick(rows[a.min(b)..=a.max(b)].iter().cloned());
                }
                next.anchor = Some(anchor);
                next.cursor = Some(to);
            }
            Act::All(ids) => next.picked = Rc::new(ids.into_iter().collect()),
            Act::Keep(there) => {
                if !next.picked.is_subset(&there) {
                    next.picked = Rc::new(next.picked.intersection(&there).cloned().collect());
                }
            }
            Act::Open(id) => {
                next.cursor = Some(id.clone());
                next.open = Some(id);
            }
            Act::Close => next.open = None,
            Act::Logged(id) => {
                next.fresh = Some(id.clone());
                Rc::make_mut(&mut next.pinned).insert(0, id);
            }
            Act::Aged(id) => {
                if next.fresh.as_ref() == Some(&id) {
                    next.fresh = None;
                }
            }
            Act::Reordered => next.pinned = Rc::default(),
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> ActivityId {
        ActivityId::new(text).unwrap()
    }

    fn after(acts: impl IntoIterator<Item = Act>) -> Rc<Selection> {
        acts.into_iter().fold(Rc::default(), |state: Rc<Selection>, act| state.reduce(act))
    }

    fn rows() -> Vec<ActivityId> {
        ["e", "b", "d", "a", "c"].map(id).to_vec()
    }

    fn picked(state: &Selection) -> String {
        state.picked.iter().map(ActivityId::as_str).collect()
    }

    #[test]
    fn shift_ticks_from_the_last_tick_in_the_order_of_the_rows() {
        let state = after([Act::Toggle(id("a")), Act::Range(rows(), id("b"))]);
        assert_eq!(picked(&state), "abd");
        let state = state.reduce(Act::Range(rows(), id("c")));
        assert_eq!(picked(&state), "abcd", "the range still begins at the last tick");
        let state = state.reduce(Act::Toggle(id("d")));
        assert_eq!((picked(&state), state.cursor.clone()), ("abc".to_owned(), Some(id("d"))));
    }

    #[test]
    fn rows_that_are_gone_are_not_ticked() {
        let state = after([Act::All(rows()), Act::Keep(Rc::new([id("a"), id("x")].into()))]);
        assert_eq!(picked(&state), "a");
    }

    #[test]
    fn the_last_one_logged_is_on_top_and_new_for_a_moment() {
        let state = after([Act::Logged(id("a")), Act::Logged(id("b")), Act::Aged(id("a"))]);
        assert_eq!((*state.pinned).clone(), [id("b"), id("a")]);
        assert_eq!(state.fresh, Some(id("b")));
        let state = state.reduce(Act::Aged(id("b"))).reduce(Act::Reordered);
        assert!(state.fresh.is_none() && state.pinned.is_empty());
    }
}
