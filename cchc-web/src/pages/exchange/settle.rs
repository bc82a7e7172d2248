//! Settling conflicts: the values side by side, one key each.

use std::rc::Rc;

use cchc_core::exchange::{PlanFile, RecordKey};
use cchc_core::id::ActivityId;
use cchc_core::record::Kind;
use cchc_core::text::date_short;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::preview::summary;
use super::question::{Answer, Item, Question};
use crate::components::{State, state};
use crate::platform::dom;
use crate::route::Route;
use crate::store::use_store;
use crate::strings::exchange as text;

/// How many undisputed fields are shown, to know the record by.
const SAME: usize = 6;

/// Where a person is among the conflicts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct At {
    /// The record; the first one where it is none, or gone.
    pub(super) record: Option<RecordKey>,
    /// Whether the keyboard goes there.
    pub(super) focus: bool,
}

/// The records that wait, for a list.
pub(super) fn rows(items: &[Item], current: usize, onpick: &Callback<At>) -> Html {
    let rows = items.iter().enumerate().map(|(place, item)| {
        let onclick = {
            let (record, onpick) = (item.record.clone(), onpick.clone());
            Callback::from(move |_: MouseEvent| {
                onpick.emit(At { record: Some(record.clone()), focus: true });
                if place == current {
                    focus(0);
                }
            })
        };
        html! {
            <li key={item.record.to_string()} aria-current={(place == current).then_some("true")}>
                <span class="date">{item.date.map(date_short)}</span>
                <button class="open" type="button" {onclick}>{&item.title}</button>
                <span class="who">{text::fields_open(item.questions.len())}</span>
            </li>
        }
    });
    html! { <ul>{for rows}</ul> }
}

/// The same as a group of the preview.
pub(super) fn group(rows: Html, count: usize) -> Html {
    html! {
        <details open={true}>
            {summary(state(State::Late, text::CONFLICT), text::TO_CHOOSE, count)}
            {rows}
        </details>
    }
}

/// What the panel is given.
#[derive(Properties)]
pub(super) struct SettleProps {
    pub(super) items: Rc<Vec<Item>>,
    /// Which of them.
    pub(super) place: usize,
    /// Where they are in conflict.
    pub(super) file: Rc<PlanFile>,
    /// Whether the keyboard goes here.
    pub(super) focus: bool,
    /// Whether the plan has the record; else it waits with the files received.
    pub(super) in_plan: bool,
    pub(super) onmove: Callback<At>,
}

impl PartialEq for SettleProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.items, &other.items)
            && Rc::ptr_eq(&self.file, &other.file)
            && (self.place, self.focus, self.in_plan) == (other.place, other.focus, other.in_plan)
    }
}

/// One record with its questions. Keyed by the record: another one begins with nothing picked.
#[component]
pub(super) fn Settle(props: &SettleProps) -> Html {
    let store = use_store();
    let item = &props.items[props.place];
    let picks = use_state_eq(|| vec![None; item.questions.len()]);
    let failed = use_state_eq(|| None::<String>);
    use_effect_with(props.focus, |focus| {
        if *focus {
            dom::focus_first(".pair input");
        }
    });
    let next = {
        let len = props.items.len();
        let record = (len > 1).then(|| props.items[(props.place + 1) % len].record.clone());
        let onmove = props.onmove.clone();
        Callback::from(move |()| onmove.emit(At { record: record.clone(), focus: true }))
    };
    let done = {
        let (items, place, file) = (Rc::clone(&props.items), props.place, Rc::clone(&props.file));
        let (picks, failed, next, store) = (picks.clone(), failed.clone(), next.clone(), store);
        Callback::from(move |()| {
            let edits = items[place].edits(&file, &picks);
            if edits.is_empty() {
                next.emit(());
                return;
            }
            match store.decide(edits) {
                Ok(()) => next.emit(()),
                Err(error) => failed.set(Some(text::capital(&error.to_string()))),
            }
        })
    };
    let pick = {
        let picks = picks.clone();
        Callback::from(move |(question, answer): (usize, usize)| {
            let mut all = (*picks).clone();
            all[question] = Some(answer);
            picks.set(all);
        })
    };
    let onkeydown = {
        let (items, place, pick, done) = (Rc::clone(&props.items), props.place, pick.clone(), done.clone());
        Callback::from(move |event: KeyboardEvent| on_key(&event, &items[place], &pick, &done))
    };
    let submit = {
        let done = done.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            done.emit(());
        })
    };
    let columns = item.columns();
    let heads = columns.iter().flatten().enumerate().map(|(at, source)| {
        html! { <div class="head"><b>{text::answer(at + 1, &source.who)}</b><span class="muted">{source.when.clone()}</span></div> }
    });
    let questions = item
        .questions
        .iter()
        .enumerate()
        .map(|(at, one)| question(at, one, picks.get(at).copied().flatten(), columns.is_some(), &pick));
    let same = item.same.iter().take(SAME).map(|(name, value)| {
        html! { <><div class="k">{name}</div><div class="same">{value}</div></> }
    });
    let is_last = props.items.len() == 1;
    let head = text::conflict_head(props.place + 1, props.items.len(), &item.heading);
    let entry = ActivityId::new(&*item.record.id).ok();
    let entry = entry.filter(|_| props.in_plan && item.record.kind == Kind::Activities);
    html! {
        <section class="section" aria-labelledby="xung-dot">
            <div class="section-head"><h2 id="xung-dot">{head}</h2></div>
            <p class="muted">{text::CONFLICT_LINE}</p>
            <p class="keys">
                <span><kbd>{"1"}</kbd>{" "}<kbd>{"2"}</kbd>{" "}{text::KEYS_PICK}</span>
                <span><kbd>{"↓"}</kbd>{" "}<kbd>{"↑"}</kbd>{" "}{text::KEYS_MOVE}</span>
                <span><kbd>{"Enter"}</kbd>{" "}{text::KEYS_DONE}</span>
            </p>
            <form id="chon-gia-tri" class="pair" aria-label={text::CHOOSE} {onkeydown} onsubmit={submit}>
                if columns.is_some() { <div class="head k"><span class="sr">{text::FIELD}</span></div>{for heads} }
                {for questions}
                {for same}
            </form>
            if let Some(words) = &*failed { <p class="error" role="alert">{words}</p> }
            <div class="actions">
                <button class="btn" type="submit" form="chon-gia-tri">
                    {if is_last { text::DONE } else { text::DONE_NEXT }}<kbd>{"Enter"}</kbd>
                </button>
                if !is_last {
                    <button class="btn btn-quiet" type="button" onclick={next.reform(|_: MouseEvent| ())}>{text::LATER}</button>
                }
                if let Some(id) = entry { <a href={Route::activity(&id).href()}>{text::EDIT_IN_LOG}</a> }
            </div>
        </section>
    }
}

fn question(
    at: usize,
    question: &Question,
    picked: Option<usize>,
    with_heads: bool,
    pick: &Callback<(usize, usize)>,
) -> Html {
    let label = format!("truong-{at}");
    let choices = question.answers.iter().enumerate().map(|(place, one)| {
        let onchange = pick.reform(move |_: Event| (at, place));
        let is_picked = picked == Some(place);
        html! {
            <label class={classes!("choice", is_picked.then_some("picked"))}>
                <input type="radio" name={label.clone()} value={(place + 1).to_string()} data-place={at.to_string()} checked={is_picked} {onchange} />
                <span>{words(one, place, with_heads)}</span>
            </label>
        }
    });
    let is_pair = question.answers.len() == 2;
    html! {
        <div class="row" role="radiogroup" aria-labelledby={label.clone()}>
            <div class="k" id={label.clone()}>{&question.label}</div>
            if is_pair { {for choices} } else { <div class="many">{for choices}</div> }
        </div>
    }
}

fn words(one: &Answer, place: usize, with_heads: bool) -> Html {
    html! {
        <>
            {&one.shown}
            if let Some(by) = &one.by { {" "}<span class="muted">{by}</span> }
            if one.stands { {" "}<span class="muted">{text::MEANWHILE}</span> }
            if !with_heads {
                <span class="sub">{text::answer(place + 1, &one.source.who)}if let Some(when) = &one.source.when { {", "}{when} }</span>
            }
        </>
    }
}

/// 1 and 2 choose, ↑ and ↓ go to another field, Enter is done.
fn on_key(event: &KeyboardEvent, item: &Item, pick: &Callback<(usize, usize)>, done: &Callback<()>) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(at) = target.and_then(|one| one.dataset().get("place")?.parse::<usize>().ok()) else { return };
    let last = item.questions.len() - 1;
    let key = event.key();
    let digit =
        key.parse::<usize>().ok().filter(|digit| (1..=item.questions[at].answers.len()).contains(digit));
    match (&*key, digit) {
        (_, Some(digit)) => {
            pick.emit((at, digit - 1));
            if at < last {
                focus(at + 1);
            } else {
                dom::focus_first(&format!(".pair input[data-place='{at}'][value='{digit}']"));
            }
        }
        ("ArrowDown", _) => focus((at + 1).min(last)),
        ("ArrowUp", _) => focus(at.saturating_sub(1)),
        ("Enter", _) => done.emit(()),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// To the answer that is picked in a question, or to its first.
fn focus(at: usize) {
    let _ = dom::focus_first(&format!(".pair input[data-place='{at}']:checked"))
        || dom::focus_first(&format!(".pair input[data-place='{at}']"));
}
