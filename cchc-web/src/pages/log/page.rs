//! The screen: the form above, the list below, the address between them.

use std::cell::RefCell;
use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::id::{ChannelId, DutyId, OfficeId};
use cchc_core::record::Record as _;
use yew::prelude::*;

use super::draft::Patch;
use super::entry::{Done, Entry, Proposal};
use super::filter::{CRITERION, LogFilter, Proving, opened};
use super::list::LogList;
use super::names::use_names;
use super::selection::{Act, Selection};
use super::table::focus_row;
use super::toolbar::first_days;
use crate::components::{Glyph, icon};
use crate::pages::indicators::proof::use_proving;
use crate::pages::{PageHead, merits};
use crate::route::{Route, Screen, use_route};
use crate::shell::keyboard::ENTRY;
use crate::store::{LIST, Open, use_plan, use_prefs, use_store, use_today};
use crate::strings::{history, import, log as text, merits as merit_text};

/// How long a new row is marked.
const FRESH_MS: u32 = 2_000;

/// Nhật ký.
#[component]
pub fn LogPage() -> Html {
    let (open, store, today, prefs, route) = (use_plan(), use_store(), use_today(), use_prefs(), use_route());
    let names = use_names(&open.file);
    let selection = use_reducer_eq(Selection::default);
    let proving = use_proving(route.get(CRITERION));
    let filter = use_filter(&route, &open, today, proving);
    let proposal = use_entry_proposal(&route, &filter);
    use_opened(&route, &filter, &open, today, &selection);
    let writes = !prefs.only_reads();

    let ondone = {
        let (selection, store, filter, names) =
            (selection.dispatcher(), store.clone(), filter.clone(), names.clone());
        Callback::from(move |done: Done| {
            let Done::Saved { id, close } = done else { return };
            selection.dispatch(Act::Logged(id.clone()));
            let aged = (selection.clone(), id.clone());
            gloo_timers::callback::Timeout::new(FRESH_MS, move || aged.0.dispatch(Act::Aged(aged.1)))
                .forget();
            let file = store.file();
            let activity = file.as_ref().and_then(|file| file.activities.get(&id));
            match activity
                .filter(|activity| !filter.takes(activity, today, |channel| names.group_of(channel)))
            {
                Some(outside) => store.say(text::written_outside(outside.date)),
                None if close => {
                    selection.dispatch(Act::Cursor(id.clone()));
                    gloo_timers::callback::Timeout::new(0, move || {
                        focus_row(&id);
                    })
                    .forget();
                }
                None => {}
            }
        })
    };
    let last = selection.pinned.first().and_then(|id| open.file.activities.get_arc(id).cloned());
    let last = last.or_else(|| newest(&open.file));
    html! {
        <section class="page" aria-labelledby={Screen::Log.slug()}>
            <PageHead screen={Screen::Log}>
                if writes {
                    <a class="btn" href={Route::to(Screen::Log).at(LIST).href()}>{icon(Glyph::Open)}{import::BUTTON}</a>
                }
                <a class="btn" href={merits::route("").href()}>{icon(Glyph::User)}{merit_text::TITLE}</a>
                <a class="btn" href={Screen::History.href()}>{icon(Glyph::Clock)}{history::BUTTON}</a>
            </PageHead>
            if writes {
                <Entry key={open.file.id.to_string()} prefix={ENTRY} open={open.clone()} names={names.clone()} {last} {proposal} {ondone} />
            }
            <LogList {open} {names} filter={(*filter).clone()} {selection} {writes} />
        </section>
    }
}

/// The row from which Alt ↑ copies before anything was logged here: the latest one.
fn newest(file: &PlanFile) -> Option<std::sync::Arc<cchc_core::register::Activity>> {
    file.activities.arcs().max_by_key(|activity| (activity.date, activity.id())).cloned()
}

/// What the list shows. A bare address is made a full one: this month, or the whole year while it has no row.
#[hook]
fn use_filter(
    route: &Route,
    open: &Open,
    today: cchc_core::calendar::Date,
    proving: Option<Proving>,
) -> Rc<LogFilter> {
    let kept = use_mut_ref(|| None::<LogFilter>);
    let asked = route.rest.is_empty().then(|| LogFilter::of(route, open.file.plan.year)).flatten();
    let asked = asked.map(|filter| LogFilter { proving, ..filter });
    let is_bare = route.rest.is_empty() && asked.is_none();
    let filter = match asked {
        Some(filter) => filter,
        // The form and single rows have addresses of their own; the list stays as it was.
        None if !is_bare && kept.borrow().is_some() => kept.borrow().clone().unwrap_or_default(),
        None => LogFilter { days: first_days(&open.file, today), ..LogFilter::default() },
    };
    *kept.borrow_mut() = Some(filter.clone());
    let filter = use_memo(filter, LogFilter::clone);
    {
        let filter = Rc::clone(&filter);
        use_effect_with(is_bare, move |is_bare| {
            if *is_bare {
                filter.route().replace();
            }
        });
    }
    filter
}

/// `#/nhat-ky/ghi?nhiem-vu=…`: what a link or the key N proposes; the address goes back to the list's.
#[hook]
fn use_entry_proposal(route: &Route, filter: &Rc<LogFilter>) -> Option<Proposal> {
    let proposal = use_state_eq(|| None::<Proposal>);
    let asked = (route.screen == Screen::Log && route.rest == ENTRY).then(|| route.clone());
    {
        let (proposal, filter) = (proposal.clone(), Rc::clone(filter));
        use_effect_with(asked, move |asked| {
            if let Some(route) = asked {
                let number = proposal.as_ref().map_or(0, |last| last.number) + 1;
                proposal.set(Some(Proposal { patches: patches(route), number }));
                filter.route().replace();
            }
        });
    }
    (*proposal).clone()
}

fn patches(route: &Route) -> Vec<Patch> {
    let office = route.get("co-quan").and_then(|id| OfficeId::new(id).ok()).map(|id| Patch::Office(Some(id)));
    let duty = route.get("nhiem-vu").and_then(|id| DutyId::new(id).ok()).map(|id| Patch::Duty(Some(id)));
    let channel = route.get("kenh").and_then(|id| ChannelId::new(id).ok()).map(|id| Patch::Channel(Some(id)));
    [office, duty, channel].into_iter().flatten().collect()
}

/// `#/nhat-ky/sua/…`: opens one activity; when the list leaves it out, the list shows the whole year.
#[hook]
fn use_opened(
    route: &Route,
    filter: &Rc<LogFilter>,
    open: &Open,
    today: cchc_core::calendar::Date,
    selection: &UseReducerHandle<Selection>,
) {
    let asked = opened(route);
    let (selection, file) = (selection.dispatcher(), Rc::clone(&open.file));
    let filter = Rc::clone(filter);
    // The row that is opened must be among those shown.
    use_effect_with(asked, move |asked| {
        if let Some(id) = asked {
            let groups = |channel: &ChannelId| file.channels.get(channel).map(|channel| &channel.group);
            let shown = file.activities.get(id).is_some_and(|activity| filter.takes(activity, today, groups));
            let filter =
                if shown && filter.text.is_empty() { (*filter).clone() } else { LogFilter::default() };
            filter.route().replace();
            selection.dispatch(Act::Open(id.clone()));
        }
    });
}

/// The text that this page itself has put into the address, so that it is not taken for somebody else's wish.
#[derive(Clone, Default)]
pub(super) struct Written(Rc<RefCell<String>>);

impl Written {
    /// Remembers it.
    pub(super) fn set(&self, text: &str) {
        text.clone_into(&mut self.0.borrow_mut());
    }

    /// Whether it is that.
    pub(super) fn is(&self, text: &str) -> bool {
        *self.0.borrow() == text
    }
}
