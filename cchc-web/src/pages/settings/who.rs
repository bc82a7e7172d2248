//! Tôi là.

use cchc_core::plan::OfficeRole;
use yew::prelude::*;

use super::Section;
use crate::components::{Choosable, Options};
use crate::store::prefs::{Prefs, Who};
use crate::store::{use_plan, use_prefs, use_store};
use crate::strings::settings as text;

/// Whose work the page shows first.
#[component]
pub(super) fn WhoSection() -> Html {
    let (store, prefs, open) = (use_store(), use_prefs(), use_plan());
    let mut choices: Vec<Choosable<Who>> = open
        .file
        .offices
        .iter()
        .map(|office| Choosable {
            value: Who::Office(office.id.to_string()),
            label: office.name.clone().into(),
            sub: AttrValue::Static(if office.role == OfficeRole::Focal { text::FOCAL } else { "" }),
        })
        .collect();
    choices.push(Choosable { value: Who::Leader, label: text::LEADER.into(), sub: text::LEADER_SUB.into() });
    let onchange = Callback::from(move |who| store.set_prefs(Prefs { who, ..(*store.prefs()).clone() }));
    html! {
        <Section id="toi-la" title={text::WHO} line={text::WHO_LINE}>
            <Options<Who> name="toi-la" legend={text::WHO} {choices} value={prefs.who.clone()} {onchange} />
        </Section>
    }
}
