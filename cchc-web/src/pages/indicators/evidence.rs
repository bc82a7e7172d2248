//! Minh chứng: documents as they are shown, activities as they are picked.

use std::rc::Rc;

use cchc_core::id::ActivityId;
use cchc_core::register::{Evidence, EvidenceForm};
use cchc_core::text::date_vi;
use yew::prelude::*;

use super::leaf::title_of;
use crate::components::{Choice, Combobox, Glyph, icon};
use crate::pages::progress::short_name;
use crate::route::{Route, outside};
use crate::store::use_plan;
use crate::strings::indicators as text;

/// A document: a link where it is one, else its words.
pub(super) fn document(words: &str) -> Html {
    match Evidence::new(words).form() {
        EvidenceForm::Link(address) => html! {
            <a href={outside(address)} target="_blank" rel="noopener noreferrer">{address.to_owned()}</a>
        },
        EvidenceForm::NotALink(words) | EvidenceForm::Text(words) => html! { {words.to_owned()} },
    }
}

/// What the picker is given.
#[derive(Properties, PartialEq)]
pub(super) struct PickerProps {
    pub(super) id: AttrValue,
    pub(super) value: Vec<ActivityId>,
    pub(super) onchange: Callback<Vec<ActivityId>>,
}

/// Activities that prove something: those picked, and a list to pick one more from.
#[component]
pub(super) fn ActivityPicker(props: &PickerProps) -> Html {
    let open = use_plan();
    let choices = use_memo(open.clone(), |open| -> Rc<[Choice]> {
        let newest_first = open.file.activities.iter().rev();
        newest_first
            .map(|activity| {
                let label = text::dated(&date_vi(activity.date), &activity.title);
                Choice::with_hint(activity.id.to_string(), label, short_name(&open.file, &activity.office))
            })
            .collect()
    });
    let onpick = {
        let (value, onchange) = (props.value.clone(), props.onchange.clone());
        Callback::from(move |picked: Option<AttrValue>| {
            let picked = picked.and_then(|id| ActivityId::new(&*id).ok());
            if let Some(id) = picked.filter(|id| !value.contains(id)) {
                onchange.emit(value.iter().cloned().chain([id]).collect());
            }
        })
    };
    let picked = |id: &ActivityId| {
        let (value, onchange, gone) = (props.value.clone(), props.onchange.clone(), id.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            onchange.emit(value.iter().filter(|id| **id != gone).cloned().collect());
        });
        let title = title_of(&open.file, id);
        html! {
            <li key={id.as_str()}>
                <a href={Route::activity(id).href()}>{title.clone()}</a>
                <button class="btn btn-icon btn-quiet" type="button" {onclick} aria-label={text::take_away(&title)}>{icon(Glyph::Close)}</button>
            </li>
        }
    };
    html! {
        <div class="picker">
            <Combobox id={&props.id} label={text::PICK_ACTIVITY} choices={(*choices).clone()} value={None::<AttrValue>}
                onchange={onpick} placeholder={text::PICK_PLACEHOLDER} />
            if !props.value.is_empty() { <ul>{for props.value.iter().map(picked)}</ul> }
        </div>
    }
}
