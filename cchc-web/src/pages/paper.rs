//! A paper of the year at an address of its own: as it is printed, and the ways it leaves the page.

use std::rc::Rc;

use cchc_core::document::layout::Layout;
use cchc_core::report::papers::{Paper, PaperAsk, PaperKind, paper};
use yew::prelude::*;

use super::report::export::{print_as, text_of, word_of};
use super::report::paper::printed;
use crate::components::{Empty, Glyph, icon};
use crate::route::{Route, Screen};
use crate::store::{Store, use_plan, use_store, use_today};
use crate::strings::paper as text;

/// What the view is given.
#[derive(Properties, PartialEq)]
pub(super) struct PaperPageProps {
    /// The screen that it belongs to.
    pub(super) screen: Screen,
    pub(super) kind: PaperKind,
    pub(super) ask: PaperAsk,
    /// Where the way back leads.
    pub(super) back: Route,
}

/// The whole page of a paper.
#[component]
pub(super) fn PaperPage(props: &PaperPageProps) -> Html {
    let (open, today, store) = (use_plan(), use_today(), use_store());
    let made = use_memo((open, today, props.kind, props.ask.clone()), |(open, today, kind, ask)| {
        paper(&open.file, *kind, ask, *today).map(|paper| (Layout::of(&paper.document), paper))
    });
    let button = |glyph, label: &'static str, class: &'static str, run: fn(&Store, &Paper)| {
        let (made, store) = (Rc::clone(&made), store.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Ok((_, paper)) = &*made {
                run(&store, paper);
            }
        });
        html! { <button {class} type="button" {onclick}>{icon(glyph)}{label}</button> }
    };
    html! {
        <section class="page" aria-labelledby={props.screen.slug()}>
            <div class="page-head">
                <div>
                    <p class="crumb"><a href={props.back.href()}>{props.screen.name()}</a></p>
                    <h1 id={props.screen.slug()}>{props.kind.vietnamese()}</h1>
                    if let Ok((_, paper)) = &*made { {for paper.remarks.iter().map(|remark| html! { <p>{remark}</p> })} }
                </div>
                if made.is_ok() {
                    <div class="actions">
                        {button(Glyph::Print, text::PRINT, "btn", |_, paper| print_as(&paper.document.name))}
                        {button(Glyph::Download, text::TEXT_FILE, "btn", |store, paper| {
                            text_of(store, &format!("{}.txt", paper.file_name), &paper.document);
                        })}
                        {button(Glyph::Word, text::WORD, "btn btn-primary", |store, paper| {
                            word_of(store, &format!("{}.docx", paper.file_name), &paper.document);
                        })}
                    </div>
                }
            </div>
            {match &*made {
                Ok((layout, _)) => html! {
                    <div class="desk"><div class="desk-scroll" tabindex="0" role="region" aria-label={text::PAPER}>{printed(layout)}</div></div>
                },
                Err(reason) => html! {
                    <Empty glyph={props.screen.glyph()} title={text::NONE} hint={text::because(&reason.to_string())}>
                        <a class="btn" href={props.back.href()}>{props.screen.name()}</a>
                    </Empty>
                },
            }}
        </section>
    }
}
