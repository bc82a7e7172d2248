//! "Lịch sử", where a record is worked on.

use cchc_core::exchange::RecordKey;
use yew::prelude::*;

use super::record::RecordDialog;
use crate::components::{Glyph, icon};
use crate::strings::history as text;

/// What the button is given.
#[derive(Properties, PartialEq)]
pub struct HistoryButtonProps {
    /// Whose history.
    pub record: RecordKey,
    /// Called when a former state was brought back: what was begun with the state before is then out of date.
    #[prop_or_default]
    pub onrestored: Callback<()>,
}

/// Opens the history of one record over the page.
#[component]
pub fn HistoryButton(props: &HistoryButtonProps) -> Html {
    let open = use_state_eq(|| false);
    let show = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(true))
    };
    let onclose = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    html! {
        <>
            <button class="btn" type="button" aria-haspopup="dialog" onclick={show}>{icon(Glyph::Clock)}{text::BUTTON}</button>
            if *open {
                <RecordDialog record={props.record.clone()} {onclose} onrestored={&props.onrestored} />
            }
        </>
    }
}
