//! Shortcuts that work everywhere.
//!
//! Single letters act only outside fields, read the key's place (`code`) and skip composition, so that Unikey and
//! other input methods are left alone; they can be switched off (WCAG 2.1.4). With Ctrl the letters always act.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::platform::{clock, dom};
use crate::route::{Route, Screen};
use crate::store::prefs::LetterKeys;
use crate::store::{Store, use_store};

/// The rest of the address at which Nhật ký opens its form: `#/nhat-ky/ghi`.
pub(crate) const ENTRY: &str = "ghi";
/// The id of the form's field for the content, which gets the focus.
pub(crate) const ENTRY_FIELD: &str = "ghi-noi-dung";
/// How long G waits for the second letter.
const PATIENCE_MS: f64 = 1_500.0;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Finder,
    SaveFile,
    Undo,
    Redo,
    Entry,
    PageSearch,
    Shortcuts,
    Leader,
    Go(Screen),
}

/// A key press, as far as shortcuts care.
#[allow(clippy::struct_excessive_bools, reason = "a key press is just that: independent switches")]
#[derive(Clone, Copy, Debug)]
struct Press<'a> {
    code: &'a str,
    key: &'a str,
    ctrl: bool,
    shift: bool,
    alt: bool,
    in_field: bool,
    field_is_empty: bool,
    letters: bool,
    after_g: bool,
}

/// Listens while the frame is shown; `on_shortcuts` opens the table of shortcuts.
#[hook]
pub(super) fn use_shortcuts(on_shortcuts: Callback<()>) {
    let store = use_store();
    let on_shortcuts = use_callback(on_shortcuts, |(): (), on| on.emit(()));
    use_effect_with((), move |()| {
        let last_g = Rc::new(Cell::new(f64::MIN));
        let loud = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&gloo_utils::document(), "keydown", loud, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if event.default_prevented() || event.is_composing() || dom::dialog_open() {
                    return;
                }
                let wish = wish(Press {
                    code: &event.code(),
                    key: &event.key(),
                    ctrl: event.ctrl_key() || event.meta_key(),
                    shift: event.shift_key(),
                    alt: event.alt_key(),
                    in_field: in_field(event),
                    field_is_empty: field_is_empty(event),
                    letters: store.prefs().letter_keys == LetterKeys::On,
                    after_g: clock::ticks() - last_g.get() < PATIENCE_MS,
                });
                last_g.set(if wish == Some(Wish::Leader) { clock::ticks() } else { f64::MIN });
                if let Some(wish) = wish {
                    event.prevent_default();
                    act(wish, &store, &on_shortcuts);
                }
            });
        move || drop(listener)
    });
}

fn wish(press: Press<'_>) -> Option<Wish> {
    if press.alt {
        return None;
    }
    if press.ctrl {
        return match press.code {
            "KeyK" if !press.shift => Some(Wish::Finder),
            "KeyS" if !press.shift => Some(Wish::SaveFile),
            // Inside a field they belong to the text, as long as there is any: after Enter the form is empty again.
            "KeyZ" | "KeyY" if press.in_field && !press.field_is_empty => None,
            "KeyZ" if !press.shift => Some(Wish::Undo),
            "KeyZ" => Some(Wish::Redo),
            "KeyY" if !press.shift => Some(Wish::Redo),
            _ => None,
        };
    }
    if press.in_field || !press.letters {
        return None;
    }
    match (press.code, press.shift, press.after_g) {
        _ if press.key == "?" => Some(Wish::Shortcuts),
        ("Slash", true, _) => Some(Wish::Shortcuts),
        ("Slash", false, _) => Some(Wish::PageSearch),
        ("KeyT", false, true) => Some(Wish::Go(Screen::Overview)),
        ("KeyV", false, true) => Some(Wish::Go(Screen::Duties)),
        ("KeyN", false, true) => Some(Wish::Go(Screen::Log)),
        ("KeyC", false, true) => Some(Wish::Go(Screen::Indicators)),
        ("KeyB", false, true) => Some(Wish::Go(Screen::Report)),
        ("KeyN", false, false) => Some(Wish::Entry),
        ("KeyG", false, _) => Some(Wish::Leader),
        _ => None,
    }
}

fn act(wish: Wish, store: &Store, on_shortcuts: &Callback<()>) {
    match wish {
        Wish::Finder => drop(dom::focus_first(".topbar .finder input")),
        Wish::SaveFile => store.save_file(),
        Wish::Undo => store.undo(),
        Wish::Redo => store.redo(),
        Wish::Entry if store.file().is_some() && !store.prefs().only_reads() => {
            Route::to(Screen::Log).at(ENTRY).go();
            dom::focus(ENTRY_FIELD);
        }
        Wish::PageSearch => drop(dom::focus_first("main input[type=search]")),
        Wish::Shortcuts => on_shortcuts.emit(()),
        Wish::Go(screen) => Route::to(screen).go(),
        Wish::Entry | Wish::Leader => {}
    }
}

fn in_field(event: &KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    let selector = "input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable]";
    element.closest(selector).ok().flatten().is_some()
}

fn field_is_empty(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    target.is_some_and(|input| input.value().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Press<'_> = Press {
        code: "",
        key: "",
        ctrl: false,
        shift: false,
        alt: false,
        in_field: false,
        field_is_empty: false,
        letters: true,
        after_g: false,
    };

    #[test]
    fn letters_act_outside_fields_only() {
        let n = Press { code: "KeyN", key: "n", ..PLAIN };
        assert_eq!(wish(n), Some(Wish::Entry));
        assert_eq!(wish(Press { in_field: true, ..n }), None);
        assert_eq!(wish(Press { letters: false, ..n }), None);
        assert_eq!(wish(Press { after_g: true, ..n }), Some(Wish::Go(Screen::Log)));
        assert_eq!(wish(Press { alt: true, ..n }), None);
    }

    #[test]
    fn with_ctrl_they_act_everywhere_but_undo_leaves_text_alone() {
        let ctrl = Press { ctrl: true, in_field: true, letters: false, ..PLAIN };
        assert_eq!(wish(Press { code: "KeyK", ..ctrl }), Some(Wish::Finder));
        assert_eq!(wish(Press { code: "KeyS", ..ctrl }), Some(Wish::SaveFile));
        assert_eq!(wish(Press { code: "KeyZ", ..ctrl }), None);
        assert_eq!(wish(Press { code: "KeyZ", in_field: false, ..ctrl }), Some(Wish::Undo));
        assert_eq!(wish(Press { code: "KeyZ", field_is_empty: true, ..ctrl }), Some(Wish::Undo));
        for redo in [Press { code: "KeyZ", shift: true, ..ctrl }, Press { code: "KeyY", ..ctrl }] {
            assert_eq!(wish(redo), None);
            assert_eq!(wish(Press { in_field: false, ..redo }), Some(Wish::Redo));
            assert_eq!(wish(Press { field_is_empty: true, ..redo }), Some(Wish::Redo));
        }
    }

    #[test]
    fn the_question_mark_is_found_on_any_layout() {
        assert_eq!(wish(Press { code: "Slash", key: "?", shift: true, ..PLAIN }), Some(Wish::Shortcuts));
        assert_eq!(wish(Press { code: "Minus", key: "?", shift: true, ..PLAIN }), Some(Wish::Shortcuts));
        assert_eq!(wish(Press { code: "Slash", key: "/", ..PLAIN }), Some(Wish::PageSearch));
    }
}
