//! Nhiệm vụ: the duties by office with the strip of their year, or their last days as a calendar.

pub(super) mod address;
mod calendar;
mod details;
mod form;
mod form_draft;
mod list;
mod rows;
mod toolbar;
pub(super) mod values;

use std::collections::BTreeSet;
use std::rc::Rc;

use cchc_core::document::ics::ics;
use cchc_core::exchange::PlanFile;
use cchc_core::id::OfficeId;
use cchc_core::order;
use cchc_core::progress::Progress;
use cchc_core::report::{Listed, due_calendar, due_calendar_file_name};
use yew::prelude::*;

use self::address::Place;
use self::rows::Filter;
use super::PageHead;
use super::progress::{full_name, use_progress};
use super::report::export::download;
use super::report::menu::{Action, Menu};
use super::tables::table_button;
use crate::components::{Empty, Glyph, Segment, Segmented, icon};
use crate::platform::{dom, files};
use crate::route::{Route, Screen, use_route};
use crate::store::{Store, use_plan, use_prefs, use_store};
use crate::strings::{common, duties as text};

/// Nhiệm vụ.
#[component]
pub fn DutiesPage() -> Html {
    let (open, progress, route, prefs) = (use_plan(), use_progress(), use_route(), use_prefs());
    let (store, place) = (use_store(), Place::of(&route));
    let may_edit = !prefs.only_reads();
    let filter = Filter::of(&route);
    let rows = use_memo((open.clone(), progress.clone()), |(open, progress)| rows::all(&open.file, progress));
    let listed = {
        let (rows, progress, filter) = (rows.clone(), progress.clone(), filter.clone());
        Callback::from(move |()| Listed::Obligations(filter.obligations(&rows, &progress)))
    };
    let deadlines = deadlines(&store, &open.file, &progress, &filter, prefs.who.office());
    let (today, calendar) = (progress.today, place == Place::Calendar);
    let close = use_callback(route.clone(), |(), route| address::list(route).go());
    use_top_of(calendar);
    let body = if open.file.duties.is_empty() {
        html! { <Empty glyph={Glyph::Duties} title={text::NO_DUTIES} hint={text::NO_DUTIES_HINT} /> }
    } else if calendar {
        html! { <calendar::Calendar {progress} {rows} {filter} /> }
    } else {
        html! { <list::List {progress} {rows} {filter} opened={route.get(address::OPEN).map(|id| AttrValue::from(id.to_owned()))} /> }
    };
    html! {
        <section class="page" aria-labelledby={Screen::Duties.slug()}>
            <PageHead screen={Screen::Duties} line={html! { {lead(&open.file)} }}>
                {views(&route, calendar)}
                {table_button(&store, today, listed)}
                {deadlines}
                if may_edit {
                    <a class="btn" href={route.clone().at(address::ADD).href()}>{icon(Glyph::Plus)}{text::ADD}</a>
                }
            </PageHead>
            <toolbar::Toolbar />
            {body}
            {match place {
                Place::Adding if may_edit => html! { <form::DutyDialog onclose={close} /> },
                Place::Editing(id) if may_edit => html! { <form::DutyDialog key={id.as_str()} id={Some(id.clone())} onclose={close} /> },
                _ => Html::default(),
            }}
        </section>
    }
}

/// "Lịch hạn (.ics)": of the office that is shown, of one's own, of all.
fn deadlines(
    store: &Store,
    file: &PlanFile,
    progress: &Rc<Progress>,
    filter: &Filter,
    own: Option<&str>,
) -> Html {
    let mut whose = vec![filter.office.as_deref(), own];
    whose.retain(Option::is_some);
    whose.push(None);
    whose.dedup();
    let action = |office: Option<&str>| {
        let office = office.and_then(|id| OfficeId::new(id).ok());
        let name = office.as_ref().map(|id| full_name(file, id));
        let (store, progress) = (store.clone(), progress.clone());
        let run = Callback::from(move |()| save_deadlines(&store, &progress, office.as_ref()));
        Action { glyph: Glyph::Calendar, label: text::deadlines_of(name.as_deref()).into(), run }
    };
    let actions: Vec<Action> = whose.into_iter().map(action).collect();
    if let [only] = &actions[..] {
        let onclick = only.run.reform(|_: MouseEvent| ());
        return html! { <button class="btn" type="button" {onclick}>{icon(Glyph::Calendar)}{text::DEADLINES}</button> };
    }
    html! { <Menu glyph={Glyph::Calendar} label={text::DEADLINES} has_words=true {actions} /> }
}

fn save_deadlines(store: &Store, progress: &Progress, office: Option<&OfficeId>) {
    let Some(file) = store.file() else { return };
    let calendar = due_calendar(&file, progress, office);
    if calendar.events.is_empty() {
        store.say(text::NO_DEADLINES);
        return;
    }
    download(
        store,
        &format!("{}.ics", due_calendar_file_name(&file, office)),
        files::ICS,
        ics(&calendar, progress.today).as_bytes(),
    );
}

/// The other view begins at its top; the first one where its address leads.
#[hook]
fn use_top_of(calendar: bool) {
    let first = use_mut_ref(|| true);
    use_effect_with(calendar, move |_| {
        if !first.replace(false) {
            dom::scroll_to_top();
        }
    });
}

fn views(route: &Route, calendar: bool) -> Html {
    let segment = |rest: &str, glyph, label: &'static str, current| Segment {
        route: route.clone().at(rest).with(address::OPEN, ""),
        glyph,
        label: label.into(),
        current,
    };
    let segments = vec![
        segment("", Glyph::Duties, text::LIST, !calendar),
        segment(address::CALENDAR, Glyph::Calendar, text::CALENDAR, calendar),
    ];
    html! { <Segmented label={text::VIEWS} {segments} /> }
}

/// "32 nhiệm vụ của 6 cơ quan, tách từ mục III của Kế hoạch".
fn lead(file: &PlanFile) -> String {
    let offices: BTreeSet<&str> = order::set(file.duties.iter().map(|duty| duty.office.as_str()));
    let sections: BTreeSet<&str> = order::set(
        file.duties
            .iter()
            .filter_map(|duty| file.passages.get(&duty.source.passage))
            .filter_map(|passage| passage.section.split('.').next())
            .filter(|section| !section.is_empty()),
    );
    let mut sections = sections.into_iter();
    let section = match (sections.next(), sections.next()) {
        (Some(only), None) => only,
        _ => "",
    };
    text::lead(file.duties.len(), offices.len(), section)
}

/// What stands where no row is left.
fn nothing_found(route: &Route) -> Html {
    let bare = Route { query: Vec::new(), ..address::list(route) };
    html! {
        <Empty glyph={Glyph::Search} title={text::NOTHING} hint={text::NOTHING_HINT}>
            <a class="btn" href={bare.href()}>{common::CLEAR}</a>
        </Empty>
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    #[test]
    fn the_head_counts_duties_and_names_their_section() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        assert_eq!(lead(&file), "32 nhiệm vụ của 6 cơ quan, tách từ mục III của Kế hoạch");
    }
}
