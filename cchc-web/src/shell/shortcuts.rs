//! The table of shortcuts.

use yew::prelude::*;

use crate::components::{Dialog, DialogWidth};
use crate::strings::help::{SHORTCUTS, SHORTCUTS_TITLE};

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub struct ShortcutsDialogProps {
    /// Called when it closes.
    pub onclose: Callback<()>,
}

/// Phím tắt: every shortcut, by where it works.
#[component]
pub fn ShortcutsDialog(props: &ShortcutsDialogProps) -> Html {
    let groups = SHORTCUTS.iter().map(|(place, rows)| {
        let rows = rows.iter().map(|(what, keys)| {
            html! { <div><dt>{*what}</dt><dd>{for keys.iter().map(|key| html! { <><kbd>{*key}</kbd>{" "}</> })}</dd></div> }
        });
        html! { <section><h3>{*place}</h3><dl>{for rows}</dl></section> }
    });
    html! {
        <Dialog id="phim-tat" title={SHORTCUTS_TITLE} onclose={&props.onclose} width={DialogWidth::Wide}>
            <div class="shortcuts">{for groups}</div>
        </Dialog>
    }
}
