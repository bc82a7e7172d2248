//! The page as a whole: the store, the address, the frame, the screen.

use gloo_events::EventListener;
use yew::prelude::*;

use crate::pages;
use crate::platform::dom;
use crate::route::{Route, Screen, use_route};
use crate::shell::Shell;
use crate::store::{StoreProvider, use_plan_if_open, use_ready};
use crate::strings::shell as text;

/// The page.
#[component]
pub fn App() -> Html {
    html! { <StoreProvider><Routed><Framed /></Routed></StoreProvider> }
}

/// What stands inside the address.
#[derive(Properties, PartialEq)]
struct RoutedProps {
    children: Html,
}

/// Follows the address.
#[component]
fn Routed(props: &RoutedProps) -> Html {
    let route = use_state_eq(Route::current);
    {
        let route = route.clone();
        use_effect_with((), move |()| {
            let listener =
                EventListener::new(&gloo_utils::window(), "hashchange", move |_| route.set(Route::current()));
            move || drop(listener)
        });
    }
    html! { <ContextProvider<Route> context={(*route).clone()}>{props.children.clone()}</ContextProvider<Route>> }
}

/// The frame with the screen that the address asks for; Mở đầu while no file is open.
#[component]
fn Framed() -> Html {
    let (plan, ready, route) = (use_plan_if_open(), use_ready(), use_route());
    let screen = match route.screen {
        // These make sense without a file.
        Screen::Help | Screen::Exchange => route.screen,
        other if plan.is_some() => other,
        _ => Screen::Start,
    };
    let title = plan.as_ref().map_or(text::TITLE, |open| &open.file.plan.title).to_owned();
    use_effect_with((screen, title), |(screen, title)| {
        dom::set_title(&format!("{} · {title}", screen.name()));
    });
    use_effect_with(ready, |ready| dom::set_root("ready", ready.then_some("")));
    if !ready {
        return html! { <p class="start" role="status">{text::LOADING}</p> };
    }
    html! { <Shell {screen}>{pages::page(screen)}</Shell> }
}
