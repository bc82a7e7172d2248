//! A paper of the year at an address of its own: as it is printed, and the ways it leaves the page.

use std::rc::Rc;

use cchc_core::document::layout::Layout;
use cchc_core::report::papers::{Paper, PaperAsk, PaperKind, paper};
use yew::prelude::*;

use super::merits;
use super::report::export::{copies, copy_for_assistant, html_of, print_as, text_of, word_of};
use super::report::menu::{Action, Menu};
use super::report::paper::printed;
use crate::components::{Empty, Glyph, icon};
use crate::route::{Route, Screen};
use crate::shell::keyboard::ENTRY;
use crate::store::{Store, use_plan, use_store, use_today};
use crate::strings::{merits as merits_text, overview, paper as text, report};

/// What the view is given.
#[derive(Properties, PartialEq)]
pub(super) struct PaperPageProps {
    /// The screen that it belongs to.
    pub(super) screen: Screen,
    pub(super) kind: PaperKind,
    pub(super) ask: PaperAsk,
    /// Where the way back leads.
    pub(super) back: Route,
    /// The other papers in a column beside it; a phone shows either the column or the paper that the address names.
    #[prop_or_default]
    pub(super) beside: Option<Html>,
    #[prop_or_default]
    pub(super) is_named: bool,
    /// What of it can be chosen.
    #[prop_or_default]
    pub(super) children: Html,
}

/// The whole page of a paper.
#[component]
pub(super) fn PaperPage(props: &PaperPageProps) -> Html {
    let (open, today, store) = (use_plan(), use_today(), use_store());
    let made = use_memo((open, today, props.kind, props.ask.clone()), |(open, today, kind, ask)| {
        paper(&open.file, *kind, ask, *today)
            .map(|paper| (Rc::new(Layout::of(&paper.document)), Rc::new(paper)))
    });
    let is_listed = props.beside.is_some();
    let title = if is_listed { text::OTHERS } else { props.kind.vietnamese() };
    let desk = html! {
        <div class="desk">
            <div class="desk-bar">
                if is_listed { <a class="btn-link phone-only" href={props.back.clone().at(OTHERS).href()}>{text::ALL}</a> }
                <div class={classes!("facts", is_listed.then_some("wide"))}>
                    if is_listed { <b>{props.kind.vietnamese()}</b> }
                    if let Ok((_, paper)) = &*made { {for paper.remarks.iter().map(|remark| html! { <p>{remark}</p> })} }
                </div>
                {props.children.clone()}
                if let Ok((layout, paper)) = &*made { {buttons(&store, props.kind, layout, paper)} }
            </div>
            {match &*made {
                Ok((layout, _)) => html! {
                    <div class="desk-scroll" tabindex="0" role="region" aria-label={text::PAPER}>{printed(layout)}</div>
                },
                Err(reason) => html! {
                    <Empty glyph={props.screen.glyph()} title={text::NONE} hint={text::because(&reason.to_string())}>
                        if is_listed { {to_register(props.kind)} } else { <a class="btn" href={props.back.href()}>{props.screen.name()}</a> }
                    </Empty>
                },
            }}
        </div>
    };
    html! {
        <section class={classes!("page", "paper-page", is_listed.then_some("report-page"), props.is_named.then_some("has-report"))} aria-labelledby={props.screen.slug()}>
            <div class="page-head">
                <div>
                    <p class="crumb"><a href={props.back.href()}>{props.screen.name()}</a></p>
                    <h1 id={props.screen.slug()}>{title}</h1>
                </div>
            </div>
            <div class={classes!("reports", (!is_listed).then_some("alone"))}>{props.beside.clone()}{desk}</div>
        </section>
    }
}

/// To where is recorded what a paper has nothing of.
fn to_register(kind: PaperKind) -> Html {
    let (route, label) = match kind {
        PaperKind::Posting | PaperKind::Dialogue => (Route::to(Screen::Log).at(ENTRY), overview::LOG),
        PaperKind::Commend => (merits::route(""), merits_text::TITLE),
        _ => return Html::default(),
    };
    html! { <a class="btn" href={route.href()}>{label}</a> }
}

/// The rest of the address of the papers in a column.
pub(super) const OTHERS: &str = "van-ban";

fn buttons(store: &Store, kind: PaperKind, layout: &Rc<Layout>, paper: &Rc<Paper>) -> Html {
    let does = |run: fn(&Store, &Paper)| {
        let (store, paper) = (store.clone(), Rc::clone(paper));
        Callback::from(move |()| run(&store, &paper))
    };
    let button = |glyph,
                  label: &'static str,
                  class: &'static str,
                  title: Option<&'static str>,
                  run: fn(&Store, &Paper)| {
        let onclick = does(run).reform(|_: MouseEvent| ());
        html! { <button {class} type="button" {title} {onclick}>{icon(glyph)}{label}</button> }
    };
    let mut copied = copies(store, layout);
    if kind == PaperKind::Brief {
        let run = does(|store, paper| copy_for_assistant(store, &paper.document));
        copied.insert(0, Action { glyph: Glyph::Copy, label: text::FOR_ASSISTANT.into(), run });
    }
    let files = vec![
        Action {
            glyph: Glyph::Download,
            label: report::TEXT_FILE.into(),
            run: does(|store, paper| text_of(store, &format!("{}.txt", paper.file_name), &paper.document)),
        },
        Action {
            glyph: Glyph::Download,
            label: report::HTML_FILE.into(),
            run: does(|store, paper| html_of(store, &format!("{}.html", paper.file_name), &paper.document)),
        },
    ];
    html! {
        <>
            {button(Glyph::Print, report::PRINT, "btn", Some(report::PAGE_NUMBERS), |_, paper| print_as(&paper.document.name))}
            <Menu glyph={Glyph::Copy} label={text::COPY} has_words=true actions={copied} />
            {button(Glyph::Word, report::WORD, "btn btn-primary", None, |store, paper| {
                word_of(store, &format!("{}.docx", paper.file_name), &paper.document);
            })}
            <Menu label={report::MORE} actions={files} />
        </>
    }
}
