//! The message at the foot: what was done, with "Hoàn tác" for ten seconds, without for five.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::store::{use_snack, use_store};
use crate::strings::common;

/// How long a message stands, in milliseconds, that offers to take something back.
const WITH_UNDO: u32 = 10_000;
/// How long any other stands.
const WITHOUT: u32 = 5_000;

/// The snackbar; undo by Ctrl Z works also when it is gone.
#[component]
pub(super) fn Snackbar() -> Html {
    let store = use_store();
    let snack = use_snack();
    {
        let store = store.clone();
        use_effect_with(snack.as_ref().map(|snack| (snack.number, snack.undo)), move |snack| {
            let long = |undo| if undo { WITH_UNDO } else { WITHOUT };
            let timer = snack.map(|(_, undo)| Timeout::new(long(undo), move || store.hush()));
            move || drop(timer)
        });
    }
    let undo = Callback::from(move |_: MouseEvent| store.undo());
    html! {
        <div role="status">
            if let Some(snack) = snack {
                <div class="snackbar">
                    <span>{&snack.text}</span>
                    if snack.undo {
                        <span><button type="button" onclick={undo}>{common::UNDO}</button><kbd>{"Ctrl Z"}</kbd></span>
                    }
                </div>
            }
        </div>
    }
}
