//! "Tôi là", where it is not chosen yet: what is sent and received names its office.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::{Select, SelectOption};
use crate::store::prefs::{Prefs, Who};
use crate::store::{use_plan, use_prefs, use_store};
use crate::strings::exchange as text;

/// The line that asks; nothing once an office is chosen.
#[component]
pub(super) fn WhoUnset() -> Html {
    let (store, file, prefs) = (use_store(), use_plan().file, use_prefs());
    let known = |id: &str| file.offices.get_str(id).is_some();
    if prefs.who.only_reads() || prefs.who.office().is_some_and(known) {
        return Html::default();
    }
    let options: Rc<[SelectOption]> = file
        .offices
        .iter()
        .map(|office| SelectOption::new(office.id.to_string(), office.name.clone()))
        .collect();
    let onchange = Callback::from(move |office: Option<AttrValue>| {
        if let Some(office) = office {
            store.set_prefs(Prefs { who: Who::Office(office.to_string()), ..(*store.prefs()).clone() });
        }
    });
    html! {
        <p class="who-unset">
            {text::WHO_UNSET}
            <Select id="toi-la" aria_label={text::WHO_LABEL} {options} value={None::<AttrValue>} none={text::WHO_CHOOSE} {onchange} />
        </p>
    }
}
