//! What lies below the first screenful.

use std::cell::Cell;

use yew::prelude::*;

use crate::platform::dom;

thread_local! {
    static IS_SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// What waits.
#[derive(Properties, PartialEq)]
pub struct LaterProps {
    pub children: Html,
}

/// Leaves its children out of the first frame after the page was opened, so that it can be used sooner.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    let shown = use_state_eq(|| IS_SHOWN.get());
    {
        let shown = shown.clone();
        use_effect_with((), move |()| {
            dom::after_frame(move || {
                IS_SHOWN.set(true);
                shown.set(true);
            });
        });
    }
    if *shown { props.children.clone() } else { Html::default() }
}
