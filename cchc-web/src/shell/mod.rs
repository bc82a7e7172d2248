//! The frame around every page: sidebar, topbar, notices, banner, snackbar, shortcuts.

mod banner;
mod doubtful;
mod drop;
mod finder;
pub(crate) mod keyboard;
mod nav;
mod notice;
mod shortcuts;
mod snackbar;
mod topbar;

use yew::prelude::*;

use crate::platform::dom;
use crate::route::{Route, Screen};
use crate::strings::shell as text;

pub use shortcuts::ShortcutsDialog;

/// The id of the main landmark.
const MAIN: &str = "noi-dung";

/// What the frame is given.
#[derive(Properties, PartialEq)]
pub struct ShellProps {
    /// The screen shown: Mở đầu while nothing is open, whatever the address says.
    pub screen: Screen,
    /// The page.
    pub children: Html,
}

/// The frame.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    let shortcuts = use_state_eq(|| false);
    keyboard::use_shortcuts(Callback::from({
        let shortcuts = shortcuts.clone();
        move |()| shortcuts.set(true)
    }));
    drop::use_drop();
    use_new_page(props.screen);
    let skip = Callback::from(|event: MouseEvent| {
        // The address belongs to the screens: the skip link moves the focus by itself.
        event.prevent_default();
        dom::focus(MAIN);
    });
    let hide = Callback::from({
        let shortcuts = shortcuts.clone();
        move |()| shortcuts.set(false)
    });
    html! {
        <>
            <a class="skip" href={format!("#{MAIN}")} onclick={skip}>{text::SKIP}</a>
            <div class="app">
                <nav::Sidebar current={props.screen} />
                <div class="workspace">
                    <topbar::Topbar />
                    <notice::Notice />
                    <banner::Banner />
                    <main id={MAIN} tabindex="-1">{props.children.clone()}</main>
                </div>
            </div>
            <nav::BottomNav current={props.screen} />
            <snackbar::Snackbar />
            <doubtful::DoubtDialog />
            if *shortcuts { <ShortcutsDialog onclose={hide} /> }
        </>
    }
}

/// A new page begins at its top, with the focus on it, and the stylesheet knows where we are. A page that has put the
/// focus on what it was asked for keeps it there, in sight.
#[hook]
fn use_new_page(screen: Screen) {
    let at = crate::route::use_route();
    let at = if screen == at.screen { at.place() } else { Route::to(screen).place() };
    use_effect_with(at, move |at| dom::set_screen(screen.slug(), at));
    let first = use_mut_ref(|| true);
    use_effect_with(screen, move |_| {
        if !first.replace(false) && !dom::focus_is_within(MAIN) {
            dom::focus(MAIN);
            // Last: the focus scrolls its page under the topbar, and past the lines above it.
            dom::scroll_to_top();
        }
    });
}
