//! The question before a file of which not all could be read takes the place of the open plan.

use yew::prelude::*;

use crate::components::Dialog;
use crate::store::{use_doubt, use_store};
use crate::strings::opening as text;

/// The question, while one waits.
#[component]
pub(super) fn DoubtDialog() -> Html {
    let (store, doubt) = (use_store(), use_doubt());
    let Some(doubt) = doubt else { return Html::default() };
    let keep = {
        let store = store.clone();
        Callback::from(move |()| store.keep_open())
    };
    let open = Callback::from(move |_: MouseEvent| store.open_doubtful());
    html! {
        <Dialog id="mo-tep-hong" title={text::DOUBT} cross=false focus=".keep" onclose={&keep}>
            <p><b class="strong">{&doubt.name}</b></p>
            <p>{&doubt.what}{" "}{&doubt.counts}</p>
            <p>{doubt.remedy}</p>
            <div class="actions">
                <button class="btn" type="button" onclick={open}>{text::OPEN_DOUBTFUL}</button>
                <button class="btn btn-primary keep" type="button" onclick={keep.reform(|_: MouseEvent| ())}>{text::KEEP_OPEN}</button>
            </div>
        </Dialog>
    }
}
