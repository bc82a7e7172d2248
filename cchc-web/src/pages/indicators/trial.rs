//! Tính thử: scores that are tried. They live on the screen alone and are gone with it.

use std::collections::BTreeMap;
use std::rc::Rc;

use cchc_core::indicator::figure;
use yew::prelude::*;

use super::raw_draft::number;
use crate::components::text_of;

/// What is tried, as typed, by leaf; shared by the fields and the index.
#[derive(Clone, PartialEq)]
pub(super) struct Trials(pub UseReducerHandle<Tried>);

/// The texts of the fields that were touched.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Tried {
    texts: BTreeMap<String, String>,
}

/// What happens to what is tried.
pub(super) enum Try {
    /// Another score for a leaf, as typed.
    Score(String, String),
    /// Everything as it stands.
    Clear,
}

impl Reducible for Tried {
    type Action = Try;

    fn reduce(self: Rc<Self>, action: Try) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Try::Score(leaf, text) => drop(next.texts.insert(leaf, text)),
            Try::Clear => next.texts.clear(),
        }
        Rc::new(next)
    }
}

impl Tried {
    /// The scores that are tried; a field that is empty or holds no number tries nothing.
    pub(super) fn scores(&self) -> Vec<(String, f64)> {
        let read = |(leaf, text): (&String, &String)| Some((leaf.clone(), number(text).ok()?));
        self.texts.iter().filter_map(read).collect()
    }

    /// Whether something is tried.
    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

/// A field of one leaf's score.
pub(super) struct TrialField {
    pub(super) text: AttrValue,
    /// Whether it was touched.
    pub(super) tried: bool,
    /// Whether it holds no number.
    pub(super) wrong: bool,
    pub(super) oninput: Callback<InputEvent>,
}

/// What a leaf's field shows and does.
#[hook]
pub(super) fn use_trial_field(trials: &Trials, leaf: &str, stands: Option<f64>) -> TrialField {
    let typed = trials.0.texts.get(leaf);
    let text = typed.cloned().unwrap_or_else(|| stands.map(figure).unwrap_or_default());
    let oninput = {
        let (trials, leaf) = (trials.0.dispatcher(), leaf.to_owned());
        Callback::from(move |event: InputEvent| trials.dispatch(Try::Score(leaf.clone(), text_of(&event))))
    };
    TrialField {
        tried: typed.is_some(),
        wrong: !text.trim().is_empty() && number(&text).is_err(),
        text: text.into(),
        oninput,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_are_tried() {
        let tried = Rc::new(Tried::default());
        let tried = tried.reduce(Try::Score("2".into(), "7,5".into()));
        let tried = tried.reduce(Try::Score("3".into(), "?".into()));
        assert_eq!(tried.scores(), [("2".to_owned(), 7.5)]);
        assert!(tried.reduce(Try::Clear).is_empty());
    }
}
