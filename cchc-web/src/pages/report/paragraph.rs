//! A paragraph that a person may write over, in place.

use cchc_core::document::layout::{Run, Words};
use cchc_core::id::FilingId;
use cchc_core::report::{Moved, Paragraph, revise};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlTextAreaElement, Node};
use yew::prelude::*;

use super::note::{MovedNote, note};
use super::sources::{self, Sources};
use super::{edit, edits, paper};
use crate::store::{use_store, use_today};
use crate::strings::report as text;

#[derive(Properties, PartialEq)]
pub(super) struct EditableProps {
    pub(super) filing: FilingId,
    pub(super) paragraph: Paragraph,
    /// The words as they stand on the paper, with mark and end mark.
    pub(super) words: Words,
    /// The numbers it states.
    pub(super) sources: Option<Sources>,
    /// The office that edited it last.
    pub(super) editor: Option<String>,
    pub(super) is_locked: bool,
}

/// A paragraph, its margin note, and the field that opens over it on a press, or on Enter on "Sửa".
#[component]
pub(super) fn EditableParagraph(props: &EditableProps) -> Html {
    let (store, today) = (use_store(), use_today());
    let is_open = use_state_eq(|| false);
    let button = use_node_ref();
    let (paragraph, filing) = (&props.paragraph, &props.filing);
    let start = {
        let is_open = is_open.clone();
        Callback::from(move |()| is_open.set(true))
    };
    let onkeep = {
        let (store, filing, paragraph) = (store.clone(), filing.clone(), paragraph.clone());
        Callback::from(move |words: String| {
            if let Some(file) = store.file() {
                let edits = edits::write(&file, &filing, &paragraph, &words, today);
                edit(&store, text::EDITED, edits, text::EDITED_DONE);
            }
        })
    };
    let onend = {
        let is_open = is_open.clone();
        Callback::from(move |()| is_open.set(false))
    };
    {
        // The focus goes back to where the editing began.
        let (button, was_open) = (button.clone(), use_mut_ref(|| false));
        use_effect_with(*is_open, move |is_open| {
            if was_open.replace(*is_open) && !is_open && crate::platform::dom::focus_is_nowhere() {
                focus(&button);
            }
        });
    }
    let moved = paragraph.edited.as_ref().filter(|edited| edited.has_moved);
    let moved = moved.map(|edited| revise(&edited.composed, &paragraph.composed, &edited.text).moved);
    let class = classes!("body", paragraph.is_item.then_some("item"));
    let inside = if *is_open {
        html! { <Editor text={paragraph.text().to_owned()} {onkeep} {onend} /> }
    } else if props.is_locked {
        html! { <p {class}>{marked(props, moved.as_deref())}</p> }
    } else {
        html! {
            <>
                <p class={classes!(class, "editable")} onclick={on_press(&start)}>{marked(props, moved.as_deref())}</p>
                <button ref={button} class="edit-mark" type="button" aria-label={text::edit_label(paragraph.text())}
                    onclick={start.reform(|_: MouseEvent| ())}>{text::EDIT}</button>
            </>
        }
    };
    let key = paragraph.key.clone();
    let Some(edited) = &paragraph.edited else {
        return html! { <div class="passage" data-key={key}>{inside}{sources::shown(props.sources.as_ref())}</div> };
    };
    let class = classes!("passage", "noted", moved.is_some().then_some("moved"));
    html! {
        <div {class} data-key={key}>
            if let Some(moved) = moved {
                <MovedNote filing={filing.clone()} paragraph={paragraph.clone()} {moved} is_locked={props.is_locked} />
            } else {
                {note(&store, filing, paragraph, text::edited_by(edited.on, props.editor.as_deref()), today, props.is_locked)}
            }
            {inside}
            {sources::shown(props.sources.as_ref())}
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct LeftOutProps {
    pub(super) filing: FilingId,
    pub(super) paragraph: Paragraph,
    pub(super) is_locked: bool,
}

/// The place of a paragraph that a person emptied: it is not printed, and can be had back.
#[component]
pub(super) fn LeftOut(props: &LeftOutProps) -> Html {
    let (store, today) = (use_store(), use_today());
    html! {
        <div class="passage noted left-out" data-key={props.paragraph.key.clone()}>
            {note(&store, &props.filing, &props.paragraph, text::LEFT_OUT.to_owned(), today, props.is_locked)}
        </div>
    }
}

/// A press on the words opens them, unless it was the end of selecting some.
fn on_press(start: &Callback<()>) -> Callback<MouseEvent> {
    let start = start.clone();
    Callback::from(move |_: MouseEvent| {
        if !crate::platform::dom::has_selection() {
            start.emit(());
        }
    })
}

/// The words, with the figures lit up that are no longer so.
fn marked(props: &EditableProps, moved: Option<&[Moved]>) -> Html {
    let places: Vec<_> = moved.into_iter().flatten().filter_map(|moved| moved.place.clone()).collect();
    let Some(start) = start_of(&props.words, props.paragraph.text()).filter(|_| !places.is_empty()) else {
        return paper::words(&props.words);
    };
    let is_lit =
        |at: usize| at.checked_sub(start).is_some_and(|at| places.iter().any(|place| place.contains(&at)));
    let mut shown: Vec<(bool, String)> = Vec::new();
    for (at, c) in characters(&props.words).enumerate() {
        let lit = is_lit(at);
        match shown.last_mut() {
            Some((last, words)) if *last == lit => words.push(c),
            _ => shown.push((lit, c.to_string())),
        }
    }
    let piece = |(lit, words): &(bool, String)| {
        let words = paper::lines(words.split('\n'));
        if *lit {
            html! { <mark>{words}</mark> }
        } else {
            words
        }
    };
    shown.iter().map(piece).collect()
}

/// Where a person's text begins among the words on the paper, in characters: behind the mark of an item.
fn start_of(words: &Words, text: &str) -> Option<usize> {
    let plain = |c: char| if c == '\u{a0}' { ' ' } else { c };
    let laid: String = characters(words).map(plain).collect();
    let text: String = text.trim_end_matches(['.', ';', ',', ' ']).chars().map(plain).collect();
    let at = laid.find(&text)?;
    Some(laid[..at].chars().count())
}

fn characters(words: &Words) -> impl Iterator<Item = char> {
    words.0.iter().flat_map(|run| {
        match run {
            Run::Text(span) => span.text.as_str(),
            Run::Break => "\n",
            Run::Note(_) => "",
        }
        .chars()
    })
}

#[derive(Properties, PartialEq)]
struct EditorProps {
    text: String,
    onkeep: Callback<String>,
    onend: Callback<()>,
}

/// The field over the paragraph: plain text, as high as its words. What is typed is kept when the field is left, also
/// by hiding the page; only "Bỏ sửa" drops it, and Esc while nothing was changed.
#[component]
fn Editor(props: &EditorProps) -> Html {
    let field = use_node_ref();
    let (whole, dropped, asks) = (use_node_ref(), use_mut_ref(|| false), use_state_eq(|| false));
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                grow(&field);
                // A field on the page takes the focus and a caret at its end.
                let end = field.value().encode_utf16().count() as u32;
                let _ = field.focus();
                let _ = field.set_selection_range(end, end);
            }
        });
    }
    let keep = {
        let (field, dropped, onkeep) = (field.clone(), dropped.clone(), props.onkeep.clone());
        Callback::from(move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>()
                && !*dropped.borrow()
            {
                onkeep.emit(field.value());
            }
        })
    };
    {
        let keep = keep.clone();
        use_effect_with((), move |()| {
            let listener = crate::platform::dom::on_hidden(move || keep.emit(()));
            move || drop(listener)
        });
    }
    let finish = {
        let (keep, onend) = (keep.clone(), props.onend.clone());
        Callback::from(move |()| {
            keep.emit(());
            onend.emit(());
        })
    };
    let drop = {
        let onend = props.onend.clone();
        Callback::from(move |()| {
            dropped.replace(true);
            onend.emit(());
        })
    };
    let oninput = {
        let (field, asks) = (field.clone(), asks.clone());
        Callback::from(move |_: InputEvent| {
            asks.set(false);
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                grow(&field);
            }
        })
    };
    let onkeydown = {
        let (finish, drop, asks) = (finish.clone(), drop.clone(), asks.clone());
        let (field, before) = (field.clone(), props.text.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_changed = || {
                field.cast::<HtmlTextAreaElement>().is_some_and(|field| field.value().trim() != before.trim())
            };
            match event.key().as_str() {
                _ if event.is_composing() => return,
                "Enter" if event.ctrl_key() || event.meta_key() => finish.emit(()),
                "Escape" if is_changed() => asks.set(!*asks),
                "Escape" => drop.emit(()),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onfocusout = {
        let (finish, whole) = (finish.clone(), whole.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
            let stays = whole.cast::<Node>().is_some_and(|whole| to.is_some() && whole.contains(to.as_ref()));
            if !stays {
                finish.emit(());
            }
        })
    };
    // Before the blur, which would keep the words.
    let hold = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div ref={whole} class="editor" {onfocusout} {onkeydown}>
            <textarea ref={field} class="input" rows="2" aria-label={text::edit_label(&props.text)} spellcheck="false"
                defaultvalue={props.text.clone()} {oninput} />
            if *asks { <p class="ask" role="alert">{text::UNKEPT}</p> }
            <div class="actions">
                <button class="btn btn-primary" type="button" onmousedown={hold.clone()} onclick={finish.reform(|_: MouseEvent| ())}>
                    {text::KEEP}
                </button>
                <button class="btn" type="button" onmousedown={hold} onclick={drop.reform(|_: MouseEvent| ())}>{text::DROP}</button>
                <span class="keys">{text::KEYS}</span>
            </div>
        </div>
    }
}

/// As high as its words.
fn grow(field: &HtmlTextAreaElement) {
    let style = field.style();
    // The browser takes any height in pixels.
    let _ = style.set_property("height", "auto");
    let _ = style.set_property("height", &format!("{}px", field.scroll_height() + 2));
}

fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // An element on the page takes the focus.
        let _ = element.focus();
    }
}
