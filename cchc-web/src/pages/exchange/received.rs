//! The files that wait: who sent each, what it brings, what was found in it; and the one decision over all of them.

use std::rc::Rc;

use cchc_core::exchange::{Difference, PlanFile, RecordChange, RecordDifference};
use yew::prelude::*;

use super::apart::finding;
use super::groups::count_lacking;
use super::names;
use crate::components::{Glyph, State, icon, state};
use crate::store::incoming::{Arrived, Preview};
use crate::store::{Store, use_store};
use crate::strings::exchange as text;

/// The id of the button that takes the files in.
pub(super) const TAKE: &str = "nhan-vao-ke-hoach";

/// What the table is given.
#[derive(Properties)]
pub(super) struct ReceivedProps {
    pub(super) preview: Rc<Preview>,
    /// How many conflicts are left.
    pub(super) open: usize,
}

impl PartialEq for ReceivedProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.preview, &other.preview) && self.open == other.open
    }
}

/// The files.
#[component]
pub(super) fn ReceivedFiles(props: &ReceivedProps) -> Html {
    let store = use_store();
    let preview = &props.preview;
    let [new, changed, deleted] = preview.counts();
    let total =
        [new, changed, deleted, props.open, count_lacking(&preview.difference.records, &preview.merged)];
    let counts: Vec<Option<Counts>> =
        preview.files.iter().map(|file| Some(counts(file.outcome.as_ref().ok()?, &preview.merged))).collect();
    // What there is none of, in no file, needs no column; of files that are all left out there is nothing to count.
    let any = |at: usize| counts.iter().flatten().chain([&total]).any(|counts| counts[at] > 0);
    let columns: Vec<usize> = if preview.usable() == 0 {
        Vec::new()
    } else {
        (0..HEADS.len()).filter(|at| *at == 0 || any(*at)).collect()
    };
    let rows = preview.files.iter().zip(&counts).map(|(file, counts)| {
        let cells = counts.as_ref().map(|counts| numbers(counts, &columns));
        row(file, &preview.merged, &store, columns.len() + 1, cells)
    });
    let waits = if store.keeps_waiting() { text::WAITS_HERE } else { text::WAITS_UNTIL_RELOAD };
    html! {
        <section class="section" aria-labelledby="vua-nhan">
            <div class="section-head"><h2 id="vua-nhan">{text::received_head(preview.files.len())}</h2><p>{text::NOT_TAKEN_YET}</p></div>
            <p class="muted small">{waits}</p>
            <table class="table files stack">
                <caption class="sr">{text::FILES_CAPTION}</caption>
                <colgroup><col />{for columns.iter().map(|at| html! { <col class={if *at == 0 { "c-few" } else { "c-num" }} /> })}</colgroup>
                <thead><tr>
                    <th scope="col">if columns.is_empty() { {text::FILE} } else { {text::SENDER} }</th>
                    {for columns.iter().map(|at| html! { <th scope="col" class="num">{HEADS[*at]}</th> })}
                </tr></thead>
                <tbody>{for rows}</tbody>
                if preview.usable() > 1 {
                    <tfoot><tr><th scope="row">{text::TOTAL}</th>{numbers(&total, &columns)}</tr></tfoot>
                }
            </table>
        </section>
    }
}

/// New, changed, deleted, in conflict, without evidence.
type Counts = [usize; 5];

const HEADS: [&str; 5] = [text::NEW, text::CHANGED, text::DELETED, text::CONFLICT, text::LACKING];

fn counts(found: &Difference, merged: &PlanFile) -> Counts {
    // What was decided meanwhile waits no longer, whichever file brought it.
    let undecided = merged.undecided();
    let is_open = |one: &&RecordDifference| {
        let brings = one.is_revived || one.fields.iter().any(|field| !field.candidates.is_empty());
        brings && undecided.contains(&one.record)
    };
    [
        found.count(RecordChange::New),
        found.count(RecordChange::Changed),
        found.count(RecordChange::Deleted),
        found.records.iter().filter(is_open).count(),
        count_lacking(&found.records, merged),
    ]
}

fn numbers(counts: &Counts, columns: &[usize]) -> Html {
    html! { {for columns.iter().map(|at| html! { <td class="num" data-label={HEADS[*at]}>{counts[*at]}</td> })} }
}

/// A file with its numbers; of one that is left out, across all columns, why.
fn row(file: &Arrived, merged: &PlanFile, store: &Store, columns: usize, cells: Option<Html>) -> Html {
    let name = &file.received.name;
    let who = match &file.outcome {
        Err(_) => html! { {state(State::Late, text::LEFT_OUT)} },
        Ok(_) if file.offices.is_empty() => html! { {text::UNKNOWN_SENDER} },
        Ok(_) => html! { {names(merged, &file.offices, true)} },
    };
    let is_part = file.received.reading.as_ref().is_ok_and(|reading| reading.file.part.is_some());
    let at = file.written.map(|at| at.format("%H:%M, %d/%m/%Y").to_string());
    let findings = file.received.reading.as_ref().map(|reading| &*reading.diagnostics).unwrap_or_default();
    let leave_out = {
        let (store, received) = (store.clone(), Rc::clone(&file.received));
        Callback::from(move |_: MouseEvent| store.leave_out(&received))
    };
    // Two files may have one name.
    let key = Rc::as_ptr(&file.received).addr();
    html! {
        <tr {key}>
            <th scope="row" colspan={cells.is_none().then(|| columns.to_string())}>
                <span class="strong">{who}</span>
                <span class="sub name">{name}</span>
                if let Err(why) = &file.outcome { <span class="why">{why}</span> }
                <span class="sub">
                    if file.outcome.is_ok() { {text::written(at.as_deref(), is_part)}{" · "} }
                    <button class="btn-link" type="button" aria-label={text::leave_out(name)} onclick={leave_out}>{text::LEAVE_OUT}</button>
                </span>
                if !findings.is_empty() && file.outcome.is_ok() {
                    <details class="found">
                        <summary>{text::places_to_look(findings.len())}</summary>
                        <ul class="list">{for findings.iter().take(super::apart::MOST).map(finding)}</ul>
                    </details>
                }
            </th>
            {cells.unwrap_or_default()}
        </tr>
    }
}

/// The bar at the foot: the one decision.
#[component]
pub(super) fn TakeBar(props: &ReceivedProps) -> Html {
    let store = use_store();
    let take = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| store.take_over())
    };
    let leave = Callback::from(move |_: MouseEvent| store.leave_all_out());
    let is_usable = props.preview.usable() > 0;
    html! {
        <div class="action-bar">
            <p role="status">
                if is_usable {
                    <b>{text::would_bring(props.preview.counts())}</b>
                    if props.open > 0 { {" "}{text::left_open(props.open)} }
                } else {
                    <b>{text::NONE_USABLE}</b>
                }
            </p>
            <button class="btn" type="button" onclick={leave}>{text::TAKE_NOT}</button>
            if is_usable {
                <button id={TAKE} class="btn btn-primary" type="button" onclick={take}>{icon(Glyph::Done)}{text::TAKE}</button>
            }
        </div>
    }
}
