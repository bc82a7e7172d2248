//! The list below the form: search, filters, rows, what is done to them.

use std::collections::BTreeSet;
use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::id::ActivityId;
use cchc_core::order;
use cchc_core::record::Kind;
use cchc_core::register::Activity;
use cchc_core::report::Listed;
use cchc_core::text::Query;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::bulk::{Bulk, BulkDialog, BulkEdit};
use super::entry::{Done, Entry};
use super::fields::use_options;
use super::filter::{Days, LogFilter};
use super::listing::{Listing, Order, Shown};
use super::names::{ByPointer, SharedNames};
use super::page::Written;
use super::remove::RemoveDialog;
use super::row::Gesture;
use super::selection::{Act, Selection};
use super::table::{LogTable, Wish, focus_row, position};
use super::toolbar::{Toolbar, days_label, report_windows};
use crate::components::{Empty, Glyph, icon};
use crate::pages::tables::save_table;
use crate::platform::dom;
use crate::shell::keyboard::ENTRY_FIELD;
use crate::store::{Open, use_store, use_today};
use crate::strings::log as text;

/// How long typing rests before the address follows.
const ADDRESS_MS: u32 = 350;

/// What the list is given.
#[derive(Properties, PartialEq)]
pub(super) struct LogListProps {
    /// The open file.
    pub open: Open,
    /// How things are called.
    pub names: SharedNames,
    /// What is shown, as the address says.
    pub filter: LogFilter,
    /// Ticks, keyboard, open row.
    pub selection: UseReducerHandle<Selection>,
    /// Whether rows can be changed.
    pub writes: bool,
}

/// What stands over the page.
#[derive(Clone, PartialEq)]
enum Asking {
    Remove(Rc<[ActivityId]>),
    Bulk(Bulk),
}

/// The list.
#[component]
pub(super) fn LogList(props: &LogListProps) -> Html {
    let (store, today, selection) = (use_store(), use_today(), props.selection.clone());
    let options = use_options(&props.open);
    let order = use_state_eq(Order::default);
    let asking = use_state_eq(|| None::<Asking>);
    let (typed, ontext) = use_search(&props.filter);
    let filter = LogFilter { text: (*typed).clone(), ..props.filter.clone() };
    let query = use_memo(filter.text.clone(), |text| Query::new(text));
    let listing = use_listing(&props.open, &props.names);
    let sorted = use_memo((listing.clone(), *order), |(listing, order)| listing.0.sorted(*order));
    let shown = use_memo(
        (
            listing.clone(),
            ByPointer(Rc::clone(&sorted)),
            filter.clone(),
            ByPointer(Rc::clone(&selection.pinned)),
            today,
        ),
        |(listing, sorted, filter, pinned, today)| {
            pin(listing.0.shown(&sorted.0, filter, *today), &listing.0, &pinned.0)
        },
    );
    let undecided = use_memo(ByPointer(Rc::clone(&props.open.file)), |file| undecided(&file.0));
    let windows = use_memo(ByPointer(Rc::clone(&props.open.file)), |file| report_windows(&file.0));
    use_reordered(&filter, *order, &selection);
    use_only_there(&listing.0, &selection);

    let onfilter = {
        let now = use_mut_ref(String::new);
        now.borrow_mut().clone_from(&filter.text);
        // The same at every key: what only hands it on is not rendered again.
        use_callback((), move |filter: LogFilter, ()| {
            let text = now.borrow().clone();
            LogFilter { text, ..filter }.route().go();
        })
    };
    let onwish = {
        let (listing, shown, selection, order, asking) =
            (listing.0.clone(), Rc::clone(&shown), selection.clone(), order.clone(), asking.clone());
        Callback::from(move |wish: Wish| {
            let row = |at: usize| listing.row(shown.rows[at]).id.clone();
            let rows = || shown.rows.iter().map(|at| listing.row(*at).id.clone()).collect::<Vec<_>>();
            match wish {
                Wish::Sort(column) => order.set(order.pressed(column)),
                Wish::PickAll(yes) => selection.dispatch(Act::All(if yes { rows() } else { Vec::new() })),
                Wish::Row(Gesture::Open(id)) => selection.dispatch(Act::Open(id)),
                Wish::Row(Gesture::Pick { id, range: false }) => selection.dispatch(Act::Toggle(id)),
                Wish::Row(Gesture::Pick { id, range: true }) => selection.dispatch(Act::Range(rows(), id)),
                Wish::Move { to, range } => {
                    let id = row(to);
                    selection.dispatch(if range {
                        Act::Range(rows(), id.clone())
                    } else {
                        Act::Cursor(id.clone())
                    });
                    // At once where it can be: the next key is meant for that row.
                    if !focus_row(&id) {
                        focus_soon(id);
                    }
                }
                Wish::Remove(id) => {
                    let ids = if selection.picked.is_empty() { Rc::from([id]) } else { selection.ids() };
                    asking.set(Some(Asking::Remove(ids)));
                }
                Wish::Unpick => selection.dispatch(Act::All(Vec::new())),
            }
        })
    };
    let onremove = {
        let (listing, shown, selection, asking, store) =
            (listing.0.clone(), Rc::clone(&shown), selection.clone(), asking.clone(), store.clone());
        Callback::from(move |yes: bool| {
            let Some(Asking::Remove(ids)) = &*asking else { return };
            asking.set(None);
            if !yes {
                return;
            }
            let next = next_after(&listing, &shown, ids);
            let edits = ids.iter().map(Edit::remove::<Activity>).collect();
            match store.edit_and_say(text::remove(ids.len()), edits, text::removed(ids.len())) {
                Ok(()) => {
                    selection.dispatch(Act::All(Vec::new()));
                    match next {
                        Some(next) => {
                            selection.dispatch(Act::Cursor(next.clone()));
                            focus_soon(next);
                        }
                        None => {
                            dom::focus("nhat-ky-tim");
                        }
                    }
                }
                Err(error) => store.notify(error.to_string()),
            }
        })
    };
    let onbulk = {
        let (selection, asking, store) = (selection.clone(), asking.clone(), store.clone());
        Callback::from(move |edit: Option<BulkEdit>| {
            asking.set(None);
            let (Some(edit), Some(file)) = (edit, store.file()) else { return };
            let edits = edit.edits(&file, &selection.ids());
            let count = edits.len();
            let label = match edit {
                BulkEdit::Duty(_) => text::BULK_DUTY,
                BulkEdit::Evidence(_) => text::BULK_EVIDENCE,
            };
            if let Err(error) = store.edit_and_say(label, edits, text::bulk_done(count)) {
                store.notify(error.to_string());
            }
        })
    };
    let ask = |asked: Asking| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(Some(asked.clone())))
    };
    let onunpick = {
        let selection = selection.dispatcher();
        Callback::from(move |_: MouseEvent| selection.dispatch(Act::All(Vec::new())))
    };

    let ontable = {
        let (listing, shown, store) = (listing.0.clone(), Rc::clone(&shown), store.clone());
        Callback::from(move |_: MouseEvent| {
            let ids = shown.rows.iter().map(|at| listing.row(*at).id.clone()).collect();
            save_table(&store, today, &Listed::Activities(ids));
        })
    };
    let count = text::shown_of(shown.rows.len(), listing.0.len());
    let editor = editor(props, &selection);
    html! {
        <>
            <Toolbar filter={filter.clone()} onfilter={onfilter.clone()} {ontext} names={props.names.clone()} options={options.clone()}
                windows={(*windows).clone()} year={props.open.file.plan.year} lacking={shown.lacking} {count} {ontable} />
            if !selection.picked.is_empty() {
                <div class="selection">
                    <b class="strong" role="status">{text::picked(selection.picked.len())}</b>
                    <button class="btn-link" type="button" onclick={ask(Asking::Bulk(Bulk::Duty))}>{text::BULK_DUTY}</button>
                    <button class="btn-link" type="button" onclick={ask(Asking::Bulk(Bulk::Evidence))}>{text::BULK_EVIDENCE}</button>
                    <button class="btn-link" type="button" onclick={ask(Asking::Remove(selection.ids()))}>{text::REMOVE_MORE}</button>
                    <button class="btn-link" type="button" onclick={onunpick}>{text::UNPICK}{" "}<kbd>{"Esc"}</kbd></button>
                </div>
            }
            if shown.rows.is_empty() {
                {nothing(props, &listing.0, &sorted, &filter, &windows, today)}
            } else {
                <LogTable listing={listing.clone()} shown={ByPointer(Rc::clone(&shown))} names={props.names.clone()} {query}
                    order={*order} picked={Rc::clone(&selection.picked)} cursor={selection.cursor.clone()}
                    fresh={selection.fresh.clone()} {undecided} {editor} writes={props.writes} {onwish} />
            }
            {match &*asking {
                Some(Asking::Remove(ids)) => html! {
                    <RemoveDialog open={props.open.clone()} names={props.names.clone()} ids={Rc::clone(ids)} onanswer={onremove} />
                },
                Some(Asking::Bulk(bulk)) => html! {
                    <BulkDialog bulk={*bulk} ids={selection.ids()} open={props.open.clone()} {options} ondone={onbulk} />
                },
                None => Html::default(),
            }}
        </>
    }
}

/// The form in the place of the open row.
fn editor(props: &LogListProps, selection: &UseReducerHandle<Selection>) -> Option<(ActivityId, Html)> {
    let id = selection.open.clone()?;
    let activity = props.open.file.activities.get_arc(&id)?.clone();
    let selection = selection.dispatcher();
    let ondone = {
        let id = id.clone();
        Callback::from(move |_: Done| {
            selection.dispatch(Act::Close);
            focus_soon(id.clone());
        })
    };
    let form = html! {
        <Entry key={id.to_string()} prefix="sua" open={props.open.clone()} names={props.names.clone()} editing={Some(activity)} {ondone} />
    };
    Some((id, form))
}

/// What stands there when no row does: what to loosen.
fn nothing(
    props: &LogListProps,
    listing: &Listing,
    sorted: &[u32],
    filter: &LogFilter,
    windows: &[(String, cchc_core::calendar::Window)],
    today: Date,
) -> Html {
    let onentry = Callback::from(|_: MouseEvent| {
        dom::focus(ENTRY_FIELD);
    });
    let write = html! {
        if props.writes {
            <button class="btn btn-primary" type="button" onclick={onentry}>{icon(Glyph::Plus)}{text::ENTRY}</button>
        }
    };
    if listing.is_empty() {
        return html! { <Empty glyph={Glyph::Log} title={text::EMPTY} hint={text::EMPTY_HINT}>{write}</Empty> };
    }
    let whole_year = filter.whole_year();
    let in_year =
        if filter.days == Days::All { 0 } else { listing.shown(sorted, &whole_year, today).rows.len() };
    let days = days_label(filter.days, windows).to_lowercase();
    let searched = !filter.text.trim().is_empty();
    let title = text::no_hits(&filter.text, (filter.days != Days::All).then_some(&days));
    let year_label = if searched { text::WHOLE_YEAR } else { text::SHOW_YEAR };
    html! {
        <Empty glyph={Glyph::Log} {title} hint={text::loosen_hint(in_year, searched)}>
            if in_year > 0 {
                <a class="btn" href={whole_year.to_hash()}>{year_label}</a>
            } else {
                <a class="btn" href={LogFilter::default().to_hash()}>{text::LOOSEN}</a>
            }
            {write}
        </Empty>
    }
}

/// Everything logged, folded; what did not change is taken over.
#[hook]
fn use_listing(open: &Open, names: &SharedNames) -> ByPointer<Listing> {
    let before = use_mut_ref(|| None::<Rc<Listing>>);
    let listing = use_memo((ByPointer(Rc::clone(&open.file)), names.clone()), |(file, names)| {
        let listing = Rc::new(Listing::of(&file.0.activities, names, before.borrow().as_deref()));
        *before.borrow_mut() = Some(Rc::clone(&listing));
        listing
    });
    ByPointer(Rc::clone(&listing))
}

/// The search as typed, at once; the address follows when typing rests.
#[hook]
fn use_search(filter: &LogFilter) -> (UseStateHandle<String>, Callback<String>) {
    let typed = use_state_eq(|| filter.text.clone());
    let written = use_memo((), |()| Written::default());
    let timer = use_mut_ref(|| None::<Timeout>);
    // Another filter may be chosen before typing rests: the address then keeps both.
    let latest = use_mut_ref(|| filter.clone());
    latest.borrow_mut().clone_from(filter);
    {
        let (typed, written, timer) = (typed.clone(), Rc::clone(&written), Rc::clone(&timer));
        use_effect_with(filter.text.clone(), move |text| {
            if !written.is(text) {
                // Where the address says another text, what was typed before is over.
                timer.take();
                written.set(text);
                typed.set(text.clone());
            }
        });
    }
    let ontext = {
        let typed = typed.clone();
        Callback::from(move |text: String| {
            let (written, latest, words) = (Rc::clone(&written), Rc::clone(&latest), text.clone());
            *timer.borrow_mut() = Some(Timeout::new(ADDRESS_MS, move || {
                written.set(&words);
                LogFilter { text: words, ..latest.borrow().clone() }.route().replace();
            }));
            typed.set(text);
        })
    };
    (typed, ontext)
}

/// New rows leave the top when the list is ordered or filtered anew.
#[hook]
fn use_reordered(filter: &LogFilter, order: Order, selection: &UseReducerHandle<Selection>) {
    let selection = selection.dispatcher();
    use_effect_with((filter.clone(), order), move |_| selection.dispatch(Act::Reordered));
}

/// A row that is gone is not ticked.
#[hook]
fn use_only_there(listing: &Rc<Listing>, selection: &UseReducerHandle<Selection>) {
    let (picks, selection) = (!selection.picked.is_empty(), selection.dispatcher());
    use_effect_with(ByPointer(Rc::clone(listing)), move |listing| {
        if picks {
            let there: BTreeSet<_> = order::set(listing.0.ids().cloned());
            selection.dispatch(Act::Keep(Rc::new(there)));
        }
    });
}

/// Puts what was just logged on top, the last one first, as far as the filter shows it.
fn pin(mut shown: Shown, listing: &Listing, pinned: &[ActivityId]) -> Shown {
    for id in pinned.iter().rev() {
        if let Some(at) = position(listing, &shown, id) {
            shown.rows[..=at].rotate_right(1);
        }
    }
    shown
}

/// The row that comes after those that go, or before them at the end.
fn next_after(listing: &Listing, shown: &Shown, gone: &[ActivityId]) -> Option<ActivityId> {
    let ids: Vec<&ActivityId> = shown.rows.iter().map(|at| &listing.row(*at).id).collect();
    let last = ids.iter().rposition(|id| gone.contains(id))?;
    let stays = |id: &&&ActivityId| !gone.contains(id);
    ids[last..].iter().find(stays).or_else(|| ids[..last].iter().rev().find(stays)).map(|id| (*id).clone())
}

/// Puts the keyboard on a row once it is there: rows far away are rendered after a scroll.
fn focus_soon(id: ActivityId) {
    Timeout::new(0, move || {
        if !focus_row(&id) {
            Timeout::new(60, move || {
                focus_row(&id);
            })
            .forget();
        }
    })
    .forget();
}

/// The activities that wait for a decision in Trao đổi tệp.
fn undecided(file: &PlanFile) -> BTreeSet<ActivityId> {
    let activities = file.undecided().into_iter().filter(|record| record.kind == Kind::Activities);
    activities.filter_map(|record| ActivityId::new(&*record.id).ok()).collect()
}
