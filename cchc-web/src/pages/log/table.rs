//! The table of thousands: heads that sort, rows near the screen, sums at the foot.

use std::collections::BTreeSet;
use std::rc::Rc;

use cchc_core::id::ActivityId;
use cchc_core::text::Query;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::listing::{Column, Listing, Order, Shown, Totals};
use super::names::{ByPointer, SharedNames};
use super::row::{ArcActivity, Gesture, LogRow, activity_of, row_id};
use crate::components::{Glyph, VirtualRows, icon};
use crate::platform::dom;
use crate::strings::log as text;

/// How many columns it has.
pub(super) const COLUMNS: usize = 9;

/// What a key or a click asks of the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wish {
    /// Another order.
    Sort(Column),
    /// Ticks everything, or nothing.
    PickAll(bool),
    /// Ticks, opens.
    Row(Gesture),
    /// The keyboard is now at this row; with Shift, the rows between are ticked.
    Move {
        /// The row.
        to: usize,
        /// Shift was held.
        range: bool,
    },
    /// Deletes what is ticked, or this row.
    Remove(ActivityId),
    /// Takes all ticks away.
    Unpick,
}

/// What the table is given.
#[derive(Properties, PartialEq)]
pub(super) struct LogTableProps {
    /// Everything logged.
    pub listing: ByPointer<Listing>,
    /// What is shown of it.
    pub shown: ByPointer<Shown>,
    /// How things are called.
    pub names: SharedNames,
    /// What is searched.
    pub query: Rc<Query>,
    /// How it is ordered.
    pub order: Order,
    /// What is ticked.
    pub picked: Rc<BTreeSet<ActivityId>>,
    /// Where the keyboard is.
    pub cursor: Option<ActivityId>,
    /// What has just been logged.
    pub fresh: Option<ActivityId>,
    /// What waits for a decision in Trao đổi tệp.
    pub undecided: Rc<BTreeSet<ActivityId>>,
    /// The row that is open, and what stands in its place.
    pub editor: Option<(ActivityId, Html)>,
    /// Whether rows can be changed.
    pub writes: bool,
    /// Called with what a person wants.
    pub onwish: Callback<Wish>,
}

/// The table.
#[component]
pub(super) fn LogTable(props: &LogTableProps) -> Html {
    let (listing, shown) = (&props.listing.0, &props.shown.0);
    let cursor_at = props.cursor.as_ref().and_then(|id| position(listing, shown, id));
    let ongesture = props.onwish.reform(Wish::Row);
    let row = {
        let (listing, shown, names, query) =
            (Rc::clone(listing), Rc::clone(shown), props.names.clone(), Rc::clone(&props.query));
        let (picked, fresh, editor, writes) =
            (Rc::clone(&props.picked), props.fresh.clone(), props.editor.clone(), props.writes);
        let undecided = Rc::clone(&props.undecided);
        Callback::from(move |at: usize| {
            let activity = listing.row(shown.rows[at]);
            if let Some((_, editor)) = editor.as_ref().filter(|(id, _)| *id == activity.id) {
                return editing_row(&activity.id, editor);
            }
            // By its place: what another search shows is written into the rows that are there, in two thirds of the time that new rows take.
            html! {
                <LogRow key={at} activity={ArcActivity(activity.clone())} names={names.clone()}
                    query={Rc::clone(&query)} place={at + 2} pick={writes.then(|| picked.contains(&activity.id))}
                    current={cursor_at.unwrap_or(0) == at} fresh={fresh.as_ref() == Some(&activity.id)} undecided={undecided.contains(&activity.id)}
                    ongesture={&ongesture} />
            }
        })
    };
    let onkeydown = {
        let (listing, shown, onwish) = (Rc::clone(listing), Rc::clone(shown), props.onwish.clone());
        let writes = props.writes;
        Callback::from(move |event: KeyboardEvent| {
            let Some(at) = row_of(&event).and_then(|id| position(&listing, &shown, &id)) else { return };
            let id = &listing.row(shown.rows[at]).id;
            if let Some(wish) = wish(&event, at, shown.rows.len(), id, writes) {
                event.prevent_default();
                event.stop_propagation();
                onwish.emit(wish);
            }
        })
    };
    let searching = !props.query.is_empty();
    html! {
        <table class={classes!("table", "log", "sticky", "stack", "hover", "flush", searching.then_some("found"))}
            aria-rowcount={(shown.rows.len() + 2).to_string()} {onkeydown}>
            <caption class="sr">{text::CAPTION}</caption>
            <colgroup>
                <col class="c-pick" /><col class="c-date" /><col class="c-office" /><col class="c-duty" />
                <col class="c-channel" /><col /><col class="c-count" /><col class="c-unit" /><col class="c-proof" />
            </colgroup>
            {head(props)}
            <VirtualRows len={shown.rows.len()} columns={COLUMNS} {row} reveal={cursor_at} />
            <tfoot><tr><td /><td colspan={(COLUMNS - 1).to_string()}>{totals(&shown.totals, &props.names)}</td></tr></tfoot>
        </table>
    }
}

/// The place of an activity among the rows shown.
pub(super) fn position(listing: &Listing, shown: &Shown, id: &ActivityId) -> Option<usize> {
    shown.rows.iter().position(|at| listing.row(*at).id == *id)
}

/// Puts the keyboard on a row.
pub(super) fn focus_row(id: &ActivityId) -> bool {
    dom::focus(&row_id(id))
}

fn editing_row(id: &ActivityId, editor: &Html) -> Html {
    html! {
        <tr key={format!("sua-{id}")} class="editing"><td colspan={COLUMNS.to_string()}>{editor.clone()}</td></tr>
    }
}

fn head(props: &LogTableProps) -> Html {
    let all = props.shown.0.rows.len();
    let onpick = props.onwish.reform(|event: Event| {
        let ticked = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Wish::PickAll(ticked.is_some_and(|input| input.checked()))
    });
    let column = |column, label: &'static str, class: Option<&'static str>| {
        let onclick = props.onwish.reform(move |_: MouseEvent| Wish::Sort(column));
        let sorted = props.order.column == column;
        let direction = if props.order.descending { "descending" } else { "ascending" };
        let (glyph, turned) = match (sorted, props.order.descending) {
            (false, _) => (Glyph::Sort, None),
            (true, true) => (Glyph::SortDown, None),
            (true, false) => (Glyph::SortDown, Some("up")),
        };
        html! {
            <th scope="col" {class} aria-sort={sorted.then_some(direction)}>
                <button class={classes!("sort", turned)} type="button" {onclick}>{label}{icon(glyph)}</button>
            </th>
        }
    };
    html! {
        <thead><tr>
            if props.writes {
                <th scope="col"><span class="check"><input type="checkbox" aria-label={text::PICK_ALL}
                    checked={all > 0 && props.picked.len() >= all} onchange={onpick} /></span></th>
            } else {
                <td />
            }
            {column(Column::Date, text::DATE, None)}
            {column(Column::Office, text::OFFICE, None)}
            {column(Column::Duty, text::DUTY, None)}
            {column(Column::Channel, text::CHANNEL, None)}
            {column(Column::Title, text::TITLE, None)}
            {column(Column::Count, text::COUNT, Some("num"))}
            <th scope="col">{text::UNIT}</th>
            {column(Column::Evidence, text::EVIDENCE, None)}
        </tr></thead>
    }
}

fn totals(totals: &Totals, names: &SharedNames) -> Html {
    let sums = text::counts(totals.units.iter().map(|(unit, sum)| (*sum, names.unit(unit).full)));
    html! {
        <>
            <b>{text::activities(totals.activities)}</b>
            if !sums.is_empty() { {" · "}{sums} }
            if totals.lacking > 0 { {" · "}{text::lacking(totals.lacking)} }
        </>
    }
}

/// The row in which a key was pressed; none inside its form.
fn row_of(event: &KeyboardEvent) -> Option<ActivityId> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    if event.is_composing() || target.closest("form").ok().flatten().is_some() {
        return None;
    }
    activity_of(&target.closest("tr[id]").ok()??.id())
}

fn wish(event: &KeyboardEvent, at: usize, len: usize, id: &ActivityId, writes: bool) -> Option<Wish> {
    if event.alt_key() {
        return None;
    }
    let ctrl = event.ctrl_key() || event.meta_key();
    let range = event.shift_key() && writes;
    let to = |to| Some(Wish::Move { to, range });
    match event.key().as_str() {
        "a" | "A" if ctrl && writes => Some(Wish::PickAll(true)),
        _ if ctrl => None,
        "ArrowDown" if at + 1 < len => to(at + 1),
        "ArrowUp" if at > 0 => to(at - 1),
        "Home" => to(0),
        "End" => to(len.saturating_sub(1)),
        "PageDown" => to((at + 15).min(len.saturating_sub(1))),
        "PageUp" => to(at.saturating_sub(15)),
        // A link in the row keeps its own Enter.
        "Enter" if !on_link(event) => Some(Wish::Row(Gesture::Open(id.clone()))),
        " " if writes => Some(Wish::Row(Gesture::Pick { id: id.clone(), range })),
        "Delete" if writes => Some(Wish::Remove(id.clone())),
        "Escape" if writes => Some(Wish::Unpick),
        _ => None,
    }
}

fn on_link(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.tag_name() == "A")
}
