//! The desk: what the report is and what can be done with it, above the paper.

use std::rc::Rc;

use cchc_core::plan::ReportForm;
use cchc_core::progress::ReportItem;
use yew::prelude::*;

use super::menu::{Action, Menu};
use super::panel::Panel;
use super::paper::{Paper, printed};
use super::view::View;
use super::{Asking, EMBEDDED, FORM, PART, RETURNS, WHICH, edits, export, life};
use crate::components::{Glyph, Segment, Segmented, icon};
use crate::route::{Route, Screen};
use crate::store::{Store, use_store};
use crate::strings::{paper as paper_text, report as text};

#[derive(Properties, PartialEq)]
pub(super) struct DeskProps {
    pub(super) view: Rc<View>,
    pub(super) items: Rc<Rc<[ReportItem]>>,
    pub(super) route: Route,
    pub(super) only_reads: bool,
    pub(super) ask: Callback<Asking>,
}

/// `.desk`.
#[component]
pub(super) fn Desk(props: &DeskProps) -> Html {
    let store = use_store();
    let view = &props.view;
    let is_open = props.route.get(PART) == Some(RETURNS);
    let toggle = {
        let route = here(props).with(PART, if is_open { "" } else { RETURNS });
        Callback::from(move |_: MouseEvent| route.replace())
    };
    // What was sent stands; who only reads does not write.
    let is_locked = props.only_reads || view.item.is_sent();
    html! {
        <div class="desk">
            <div class="desk-bar">
                <a class="btn-link phone-only" href={Screen::Report.href()}>{text::ALL}</a>
                <p class="facts">
                    <b>{&view.item.title}</b>{" · "}{text::facts(&view.item, view.report.as_of)}{" · "}
                    <button class="btn-link" type="button" aria-expanded={is_open.to_string()} aria-controls={RETURNS}
                        onclick={toggle}>{text::returned(&view.item)}</button>
                </p>
                <Segmented label={text::FORM} segments={forms(props)} />
                {button(view, &store, Glyph::Print, text::PRINT, "btn", Some(text::PAGE_NUMBERS), |view, _| export::print(view))}
                <Menu glyph={Glyph::Copy} label={paper_text::COPY} has_words=true actions={export::copies(&store, &view.layout)} />
                {button(view, &store, Glyph::Word, text::WORD, "btn btn-primary", None, export::word)}
                <Menu label={text::MORE} actions={actions(props, &store)} />
            </div>
            {life::strip(view, &store, (!props.only_reads).then_some(&props.ask))}
            if is_open { <Panel view={Rc::clone(view)} items={Rc::clone(&props.items)} only_reads={props.only_reads} ask={&props.ask} /> }
            <div class="desk-scroll" tabindex="0" role="region" aria-label={text::DOCUMENT}>
                if view.life.frozen.is_some() {
                    {printed(&view.layout)}
                } else {
                    <Paper key={view.item.filing.as_str()} view={Rc::clone(view)} {is_locked} />
                }
            </div>
        </div>
    }
}

/// The address of what is shown, with the report's id also where the page chose it by itself.
fn here(props: &DeskProps) -> Route {
    let rest = props.route.query.iter().filter(|(key, _)| key != WHICH);
    rest.fold(Route::filing(&props.view.item.filing), |route, (key, value)| route.with(key, value))
}

fn forms(props: &DeskProps) -> Vec<Segment> {
    let now = props.view.report.spec.form;
    let segment = |form, label: &'static str, value: &str, glyph| Segment {
        route: here(props).with(FORM, value),
        glyph,
        label: label.into(),
        current: form == now,
    };
    vec![
        segment(ReportForm::StandAlone, text::STAND_ALONE, "", Glyph::Report),
        segment(ReportForm::Embedded, text::EMBEDDED, EMBEDDED, Glyph::Plan),
    ]
}

fn button(
    view: &Rc<View>,
    store: &Store,
    glyph: Glyph,
    label: &'static str,
    class: &'static str,
    title: Option<&'static str>,
    run: impl Fn(&View, &Store) + 'static,
) -> Html {
    let (view, store) = (Rc::clone(view), store.clone());
    let onclick = Callback::from(move |_: MouseEvent| run(&view, &store));
    html! { <button {class} type="button" {title} {onclick}>{icon(glyph)}{label}</button> }
}

fn actions(props: &DeskProps, store: &Store) -> Vec<Action> {
    let does = |glyph, label: &'static str, run: fn(&View, &Store)| {
        let (view, store) = (Rc::clone(&props.view), store.clone());
        Action { glyph, label: label.into(), run: Callback::from(move |()| run(&view, &store)) }
    };
    let asks = |glyph, label: &'static str, what| Action {
        glyph,
        label: label.into(),
        run: props.ask.reform(move |()| what),
    };
    let item = &props.view.item;
    let mut actions = vec![
        does(Glyph::Download, text::TEXT_FILE, export::text_file),
        does(Glyph::Download, text::HTML_FILE, export::html_file),
    ];
    if !props.view.document.appendices.is_empty() {
        actions.push(does(Glyph::Download, text::APPENDIX_TABLES, export::appendix_tables));
    }
    if props.only_reads {
        return actions;
    }
    if item.is_sent() {
        actions.push(asks(Glyph::Done, text::SENT_AGAIN, Asking::Sent));
        actions.push(does(Glyph::Undo, text::UNSENT, unsend));
    } else if item.period.is_none() {
        actions.push(asks(Glyph::Mail, text::CHANGE_REQUEST, Asking::Change));
    }
    if !item.levels.is_empty() {
        actions.push(asks(Glyph::Mail, text::CHANGE_DUE, Asking::Due));
    }
    if item.period.is_none() || item.rule.is_none() {
        actions.push(does(Glyph::Bin, text::DELETE, delete));
    }
    actions
}

/// "Bỏ ghi đã nộp".
pub(super) fn unsend(view: &View, store: &Store) {
    let Some(file) = store.file() else { return };
    let mut filing = edits::filing(&file, &view.item);
    filing.state = cchc_core::register::FilingState::Draft;
    filing.sent_on = None;
    // What was never sent has no answer.
    filing.answered_on = None;
    filing.answered_by.clear();
    filing.returned_for.clear();
    super::edit(store, text::UNSENT, edits::file_report(&file, &filing), text::UNSENT_DONE);
}

fn delete(view: &View, store: &Store) {
    let Some(file) = store.file() else { return };
    // The address would otherwise lead to what is gone; undo brings the report back, the list leads to it.
    Route::to(Screen::Report).go();
    super::edit(store, text::DELETED, edits::delete(&file, &view.item.filing), text::DELETED_DONE);
}
