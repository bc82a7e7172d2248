//! The whole history as a list of thousands: `#/lich-su?tim=hội nghị&xoa=co`.

use std::rc::Rc;

use cchc_core::exchange::{Dot, PlanFile, RecordKey};
use cchc_core::text::Query;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::entry::EntryDialog;
use super::list::{Line, changes, deleted, found};
use super::record::{RecordDialog, restore};
use super::told;
use crate::components::{Chip, Empty, Glyph, VirtualRows, icon};
use crate::pages::PageHead;
use crate::route::{Route, Screen, use_route};
use crate::store::{Store, use_plan, use_prefs, use_store};
use crate::strings::history as text;

/// The key of the address that holds what is searched.
const SEARCH: &str = "tim";
/// The key of the address that leaves only what is deleted.
const GONE: &str = "xoa";
const YES: &str = "co";

/// What stands over the page.
#[derive(Clone, PartialEq)]
enum Over {
    Entry(Dot),
    Record(RecordKey),
}

/// Lịch sử thay đổi.
#[component]
pub fn HistoryPage() -> Html {
    let (open, route, store, prefs) = (use_plan(), use_route(), use_store(), use_prefs());
    let over = use_state_eq(|| None::<Over>);
    let only_gone = route.get(GONE) == Some(YES);
    let search = route.get(SEARCH).unwrap_or_default().to_owned();
    let all = use_memo(open.clone(), |open| (Rc::new(changes(&open.file)), Rc::new(deleted(&open.file))));
    let lines = use_memo((open.clone(), only_gone, search.clone()), |(open, only_gone, search)| {
        found(&open.file, if *only_gone { &all.1 } else { &all.0 }, &Query::new(search))
    });
    let (changes, gone) = (all.0.len(), all.1.len());
    let row = {
        let (file, lines, over) = (Rc::clone(&open.file), Rc::clone(&lines), over.clone());
        let may_edit = !prefs.only_reads();
        Callback::from(move |at: usize| {
            let over = over.clone();
            row(&file, &lines[at], &store, may_edit, Callback::from(move |what| over.set(Some(what))))
        })
    };
    let onclose = {
        let over = over.clone();
        Callback::from(move |()| over.set(None))
    };
    let count = if only_gone { text::shown_gone(lines.len()) } else { text::shown(lines.len(), changes) };
    html! {
        <section class="page" aria-labelledby={Screen::History.slug()}>
            <PageHead screen={Screen::History} line={html! { {text::LEAD} }} />
            {toolbar(&route, search, only_gone, gone, count)}
            if lines.is_empty() {
                {nothing(changes, gone, only_gone)}
            } else {
                <table class={classes!("table", "journal", "sticky", "stack", "hover", only_gone.then_some("gone"))}
                    aria-rowcount={(lines.len() + 1).to_string()}>
                    <caption class="sr">{text::CAPTION}</caption>
                    <colgroup>
                        <col class="c-when" /><col class="c-who" /><col class="c-what" /><col />
                        if only_gone { <col class="c-do" /> }
                    </colgroup>
                    <thead><tr>
                        <th scope="col">{text::COL_WHEN}</th>
                        <th scope="col">{text::COL_WHO}</th>
                        <th scope="col">{text::COL_WHAT}</th>
                        <th scope="col">{text::COL_RECORD}</th>
                        if only_gone { <th scope="col"><span class="sr">{text::COL_DO}</span></th> }
                    </tr></thead>
                    <VirtualRows len={lines.len()} columns={if only_gone { 5 } else { 4 }} {row} />
                </table>
            }
            {match &*over {
                Some(Over::Entry(dot)) => html! { <EntryDialog dot={dot.clone()} {onclose} /> },
                Some(Over::Record(record)) => html! { <RecordDialog record={record.clone()} {onclose} /> },
                None => Html::default(),
            }}
        </section>
    }
}

fn toolbar(route: &Route, search: String, only_gone: bool, gone: usize, count: String) -> Html {
    let oninput = {
        let route = route.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            route.clone().with(SEARCH, input.map(|input| input.value()).unwrap_or_default()).replace();
        })
    };
    let onclick = {
        let route = route.clone();
        Callback::from(move |_: MouseEvent| {
            route.clone().with(GONE, if only_gone { "" } else { YES }).go();
        })
    };
    html! {
        <div class="toolbar" role="search" aria-label={text::SEARCH}>
            <div class="finder">
                {icon(Glyph::Search)}
                <input class="input" id="lich-su-tim" type="search" aria-label={text::SEARCH} placeholder={text::SEARCH_HINT}
                    autocomplete="off" value={search} {oninput} />
            </div>
            <div class="chips"><Chip pressed={only_gone} {onclick}>{text::gone(gone)}</Chip></div>
            <span class="end muted" role="status">{count}</span>
        </div>
    }
}

fn nothing(changes: usize, gone: usize, only_gone: bool) -> Html {
    let (title, hint) = match (changes, gone, only_gone) {
        (0, ..) => (text::EMPTY, text::EMPTY_HINT),
        (_, 0, true) => (text::NOTHING_GONE, text::NOTHING_GONE_HINT),
        _ => (text::NO_HITS, text::NO_HITS_HINT),
    };
    html! { <Empty glyph={Glyph::Clock} {title} {hint} /> }
}

fn row(file: &Rc<PlanFile>, line: &Line, store: &Store, may_edit: bool, show: Callback<Over>) -> Html {
    let entry = line.of(file);
    let (what, record) = match &line.gone {
        Some(record) => (Over::Record(record.clone()), told::title(file, record)),
        None => (Over::Entry(entry.dot.clone()), told::records(file, entry)),
    };
    let onclick = Callback::from(move |_: MouseEvent| show.emit(what.clone()));
    let restore = line.gone.as_ref().filter(|_| may_edit).map(|record| {
        let (store, file, record) = (store.clone(), Rc::clone(file), record.clone());
        let title = told::title(&file, &record);
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(edit) = file.restore(&record, file.last_known(&record).as_ref()) {
                restore(&store, edit, &title);
            }
        });
        html! { <button class="btn-link" type="button" {onclick}>{icon(Glyph::Undo)}{text::RESTORE}</button> }
    });
    let kind = line.gone.as_ref().map(|record| record.kind.vietnamese());
    html! {
        <tr key={format!("{}-{:?}", entry.dot, line.gone.as_ref().map(ToString::to_string))}>
            <td class="d-when nowrap">{told::when(entry)}</td>
            <td class="d-who">{told::who(file, entry)}</td>
            <td class="d-what"><button class="open" type="button" {onclick}>{told::label(entry)}</button></td>
            <td class="d-record" title={record.clone()}>
                {record}
                if let Some(kind) = kind { <span class="muted">{" · "}{kind}</span> }
            </td>
            if line.gone.is_some() { <td class="d-do">{for restore}</td> }
        </tr>
    }
}
