//! The message of what was done, with "Hoàn tác" or "Làm lại" for ten seconds, without for five; another screen ends it.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::platform::clock;
use crate::store::{Offer, use_snack, use_store};
use crate::strings::common;

/// How long a message stands, in milliseconds, that offers something.
const WITH_OFFER: u32 = 10_000;
/// How long any other stands.
const WITHOUT: u32 = 5_000;
/// A message younger than this belongs to the way to the screen that comes.
const YOUNG: f64 = 1_000.0;

/// The snackbar; Ctrl Z and Ctrl Y work also when it is gone.
#[component]
pub(super) fn Snackbar() -> Html {
    let store = use_store();
    let snack = use_snack();
    {
        let store = store.clone();
        use_effect_with(snack.as_ref().map(|snack| (snack.number, snack.offer)), move |snack| {
            let long = |offer| if offer == Offer::Nothing { WITHOUT } else { WITH_OFFER };
            let timer = snack.map(|(_, offer)| Timeout::new(long(offer), move || store.hush()));
            move || drop(timer)
        });
    }
    let since = use_mut_ref(clock::ticks);
    {
        let since = Rc::clone(&since);
        use_effect_with(snack.as_ref().map(|snack| snack.number), move |_| {
            *since.borrow_mut() = clock::ticks();
        });
    }
    let route = crate::route::use_route();
    {
        let store = store.clone();
        use_effect_with(route.screen, move |_| {
            if clock::ticks() - *since.borrow() > YOUNG {
                store.hush();
            }
        });
    }
    let offer = snack.as_ref().map_or(Offer::Nothing, |snack| snack.offer);
    let act = Callback::from(move |_: MouseEvent| match offer {
        Offer::Undo => store.undo(),
        Offer::Redo => store.redo(),
        Offer::Nothing => {}
    });
    let words = match offer {
        Offer::Undo => Some((common::UNDO, "Ctrl Z")),
        Offer::Redo => Some((common::REDO, "Ctrl Y")),
        Offer::Nothing => None,
    };
    html! {
        <div role="status">
            if let Some(snack) = snack {
                <div class="snackbar">
                    <span>{&snack.text}</span>
                    if let Some((words, keys)) = words {
                        <span><button type="button" onclick={act}>{words}</button><kbd>{keys}</kbd></span>
                    }
                </div>
            }
        </div>
    }
}
