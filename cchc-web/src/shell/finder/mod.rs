//! Search everywhere (Ctrl K): screens, duties, reports, the registers, the plan's text, activities.

mod index;

use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::progress::Progress;
use cchc_core::text::Query;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::{Glyph, icon, marked};
use crate::store::{Open, use_plan_if_open, use_today};
use crate::strings::{common, shell as text};
use index::{Entry, Index};

/// The search field of the topbar with its hits.
#[component]
pub(super) fn Finder() -> Html {
    let input = use_node_ref();
    let typed = use_state_eq(String::new);
    let active = use_state_eq(|| 0_usize);
    let entered = use_state_eq(|| false);
    let index = use_index(*entered);
    let found = index.find(&typed);
    let query = Query::new(&typed);
    let open = !query.is_empty();

    let close = {
        let (typed, active) = (typed.clone(), active.clone());
        move || {
            typed.set(String::new());
            active.set(0);
        }
    };
    let go = {
        let (close, input) = (close.clone(), input.clone());
        move |entry: &Entry| {
            close();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let _ = input.blur();
            }
            entry.route.go();
        }
    };
    let oninput = {
        let (typed, active, input) = (typed.clone(), active.clone(), input.clone());
        Callback::from(move |_: InputEvent| {
            typed.set(input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default());
            active.set(0);
        })
    };
    let onkeydown = {
        let (active, close, go) = (active.clone(), close.clone(), go.clone());
        let entries: Vec<Entry> = found.iter().map(|entry| (*entry).clone()).collect();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match (event.key().as_str(), entries.len()) {
                ("ArrowDown", count @ 1..) => active.set((*active + 1) % count),
                ("ArrowUp", count @ 1..) => active.set((*active + count - 1) % count),
                ("Enter", 1..) => entries.get(*active).into_iter().for_each(&go),
                ("Escape", _) => close(),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onfocus = Callback::from({
        let entered = entered.clone();
        move |_: FocusEvent| entered.set(true)
    });
    let onblur = Callback::from({
        let close = close.clone();
        move |_: FocusEvent| {
            close();
            entered.set(false);
        }
    });
    let rows = found.iter().enumerate().map(|(at, entry)| {
        let (go, target) = (go.clone(), (*entry).clone());
        // Before the blur, which would take the list away.
        let onmousedown = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            go(&target);
        });
        html! {
            <li id={option_id(at)} role="option" aria-selected={(at == *active).to_string()} {onmousedown}>
                {icon(entry.glyph)}
                <span><span class="one-line">{marked(&entry.label, &query)}</span><span class="sub">{&entry.hint}</span></span>
            </li>
        }
    });
    let descendant = (open && !found.is_empty()).then(|| option_id(*active));
    html! {
        <div class="finder">
            {icon(Glyph::Search)}
            <input ref={input} class="input" type="search" role="combobox" autocomplete="off" aria-label={text::FINDER}
                placeholder={text::FINDER_HINT} aria-autocomplete="list" aria-expanded={open.to_string()}
                aria-controls="tim-moi-noi" aria-activedescendant={descendant} value={(*typed).clone()}
                {oninput} {onkeydown} {onfocus} {onblur} />
            <kbd>{"Ctrl K"}</kbd>
            <ul class="options-list found" id="tim-moi-noi" role="listbox" aria-label={text::FINDER_RESULTS} hidden={!open}>
                {for rows}
                if found.is_empty() {
                    <li class="none" role="option" aria-disabled="true" aria-selected="false">{common::EMPTY_LIST}</li>
                }
            </ul>
        </div>
    }
}

fn option_id(at: usize) -> String {
    format!("tim-{at}")
}

/// The index of the open file, made when the field is first entered and again after an edit.
#[hook]
fn use_index(entered: bool) -> Rc<Index> {
    let (open, today) = (use_plan_if_open(), use_today());
    let wanted: Option<Open> = open.filter(|_| entered);
    use_memo((wanted, today), |(open, today)| {
        let of = |file: &PlanFile| Index::new(file, &Progress::of(file, *today));
        open.as_ref().map(|open| of(&open.file)).unwrap_or_default()
    })
}
