//! Báo cáo: the reports of the year on the left, the chosen one as a paper on the desk.
//!
//! The paper is the document that is exported, laid out by the core. A paragraph is composed until a person edits it;
//! what was edited, and what has moved since, is told in the margin beside it.

mod deadline;
mod desk;
mod edits;
pub(super) mod export;
mod life;
mod list;
pub(super) mod menu;
mod note;
pub(super) mod others;
mod panel;
pub(super) mod paper;
mod paragraph;
mod request;
mod sent;
mod sources;
mod view;

use std::rc::Rc;

use cchc_core::exchange::Edit;
use cchc_core::plan::ReportForm;
use cchc_core::progress::ReportItem;
use cchc_core::report::life::Step;
use yew::prelude::*;

use super::PageHead;
use super::paper::OTHERS;
use crate::components::{Empty, Glyph, icon};
use crate::route::{Route, Screen, use_route};
use crate::store::{Store, use_plan, use_prefs, use_today};
use crate::strings::{paper as paper_text, report as text};
use view::View;

/// The key that says which report, where the address does not say it by itself ([`Route::filing`]).
const WHICH: &str = "ky";
/// The key that says in which form; stand-alone without it.
const FORM: &str = "dang";
/// Its value for a section to embed.
const EMBEDDED: &str = "long-ghep";
/// The key that opens a part beside the paper, and its value for the figures that offices send.
const PART: &str = "muc";
const RETURNS: &str = "so-lieu";

/// Which report the address asks for: `#/bao-cao/bao-cao-quy:2026-Q4` or `#/bao-cao?ky=bao-cao-quy:2026-Q4`.
fn asked(route: &Route) -> Option<&str> {
    Some(route.rest.as_str()).filter(|rest| !rest.is_empty()).or_else(|| route.get(WHICH))
}

/// Which dialog of the page is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asking {
    /// Báo cáo đột xuất: a new one.
    Request,
    /// The request behind the chosen one.
    Change,
    /// Đổi hạn theo công văn.
    Due,
    /// A step of its life.
    Step(Step),
    /// Ghi đã nộp.
    Sent,
}

/// Báo cáo, or the other papers of the year.
#[component]
pub fn ReportPage() -> Html {
    if use_route().rest == OTHERS {
        html! { <others::OtherPapers /> }
    } else {
        html! { <Periodic /> }
    }
}

/// The reports of the year.
#[component]
fn Periodic() -> Html {
    let (open, today, route) = (use_plan(), use_today(), use_route());
    let only_reads = use_prefs().only_reads();
    let asking = use_state_eq(|| None::<Asking>);
    let items = use_memo((open.clone(), today), |(open, today)| view::reports(&open.file, *today));
    let item = view::chosen(&items, asked(&route)).cloned();
    let form = if route.get(FORM) == Some(EMBEDDED) { ReportForm::Embedded } else { ReportForm::StandAlone };
    let view = use_memo((open, today, item.clone(), form), |(open, today, item, form)| {
        item.as_ref().map(|item| Rc::new(View::of(&open.file, item, *form, *today)))
    });
    let ask = {
        let asking = asking.clone();
        Callback::from(move |what: Asking| asking.set(Some(what)))
    };
    let onclose = {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(None))
    };
    let is_open = asked(&route).is_some();
    html! {
        <section class={classes!("page", "paper-page", "report-page", is_open.then_some("has-report"))} aria-labelledby={Screen::Report.slug()}>
            <PageHead screen={Screen::Report}>
                <a class="btn" href={Route::to(Screen::Report).at(OTHERS).href()}>{icon(Glyph::Word)}{paper_text::OTHERS}</a>
                if !only_reads {
                    <button class="btn" type="button" onclick={ask.reform(|_: MouseEvent| Asking::Request)}>
                        {icon(Glyph::Plus)}{text::REQUEST}
                    </button>
                }
            </PageHead>
            <div class="reports">
                <list::Reports items={Rc::clone(&items)} current={item.as_ref().map(|item| item.filing.clone())} {today} />
                if let Some(view) = view.as_ref() {
                    <desk::Desk view={Rc::clone(view)} items={Rc::clone(&items)} {route} {only_reads} {ask} />
                } else {
                    {nothing(&items)}
                }
            </div>
            {dialog(*asking, (*view).as_ref(), onclose)}
        </section>
    }
}

fn nothing(items: &[ReportItem]) -> Html {
    let (title, hint) =
        if items.is_empty() { (text::NONE, text::NONE_HINT) } else { (text::GONE, text::GONE_HINT) };
    html! { <div class="desk"><Empty glyph={Glyph::Report} {title} {hint} /></div> }
}

fn dialog(asking: Option<Asking>, view: Option<&Rc<View>>, onclose: Callback<()>) -> Html {
    let Some(asking) = asking else { return Html::default() };
    match (asking, view) {
        (Asking::Request, _) => html! { <request::RequestDialog item={None::<ReportItem>} {onclose} /> },
        (_, None) => Html::default(),
        (Asking::Change, Some(view)) => {
            html! { <request::RequestDialog item={Some(view.item.clone())} {onclose} /> }
        }
        (Asking::Due, Some(view)) => {
            html! { <deadline::DeadlineDialog item={view.item.clone()} {onclose} /> }
        }
        (Asking::Step(step), Some(view)) => {
            html! { <life::StepDialog view={Rc::clone(view)} {step} {onclose} /> }
        }
        (Asking::Sent, Some(view)) => html! { <sent::SentDialog item={view.item.clone()} {onclose} /> },
    }
}

/// Edits the file and says so; what the file refuses stays at the top of the page.
fn edit(store: &Store, label: &'static str, edits: Vec<Edit>, done: &'static str) {
    if edits.is_empty() {
        return;
    }
    if let Err(error) = store.edit_and_say(label, edits, done) {
        store.notify(error.to_string());
    }
}
