//! "Gửi tệp…": the part of an office, or the whole plan, as a file to send.

use cchc_core::exchange::PlanFile;
use cchc_core::id::OfficeId;
use cchc_core::progress::focal_office;
use yew::prelude::*;

use crate::components::{Choosable, Dialog, Glyph, Options, icon};
use crate::store::{use_plan, use_prefs, use_store};
use crate::strings::exchange as text;

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct SendProps {
    pub(super) onclose: Callback<()>,
}

/// Asks what to send: first what the office of "Tôi là" is most likely to send.
#[component]
pub(super) fn SendDialog(props: &SendProps) -> Html {
    let (store, file, prefs) = (use_store(), use_plan().file, use_prefs());
    let own = prefs.who.office().and_then(|id| file.offices.get_str(id)).map(|office| office.id.clone());
    let is_focal = own.is_some() && own.as_ref() == focal_office(&file).map(|office| &office.id);
    let what = {
        let own = own.clone().filter(|_| !is_focal);
        use_state_eq(move || own)
    };
    let whole = Choosable { value: None, label: text::SEND_WHOLE.into(), sub: text::SEND_WHOLE_SUB.into() };
    let parts =
        file.offices.iter().map(|office| &office.id).filter(|id| own.as_ref().is_none_or(|own| own == *id));
    let mut choices: Vec<Choosable<Option<OfficeId>>> = parts.map(|id| part(&file, id)).collect();
    choices.insert(if own.is_some() && !is_focal { choices.len() } else { 0 }, whole);
    let onchange = {
        let what = what.clone();
        Callback::from(move |other| what.set(other))
    };
    let cancel = props.onclose.reform(|_: MouseEvent| ());
    let send = {
        let (what, onclose) = (what.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            onclose.emit(());
            store.send((*what).as_ref());
        })
    };
    html! {
        <Dialog id="gui-tep" title={text::SEND_TITLE} onclose={&props.onclose} cross={false} focus="input:checked">
            <Options<Option<OfficeId>> name="gui-gi" legend={text::SEND_WHAT} {choices} value={(*what).clone()} {onchange} />
            <p class="muted">{text::SEND_HOW}</p>
            <div class="actions">
                <button class="btn" type="button" onclick={cancel}>{text::CANCEL}</button>
                <button class="btn btn-primary" type="button" onclick={send}>{icon(Glyph::Download)}{text::SEND_DOWNLOAD}</button>
            </div>
        </Dialog>
    }
}

fn part(file: &PlanFile, id: &OfficeId) -> Choosable<Option<OfficeId>> {
    let name = file.offices.get(id).map_or(id.as_str(), |office| &office.name);
    let activities = file.activities.iter().filter(|activity| activity.office == *id).count();
    let difficulties = file.difficulties.iter().filter(|difficulty| difficulty.office == *id).count();
    Choosable {
        value: Some(id.clone()),
        label: text::part_of(name).into(),
        sub: text::part_sub(activities, difficulties).into(),
    }
}
