//! The plan as issued: its passages, each with its notes in the same row, so that they stay together at every width.

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::order;
use cchc_core::plan::{Passage, PassageRole, Stated};
use cchc_core::text::{date_vi, unbroken};
use yew::prelude::*;

use super::marks::{confirm_plan, mark};
use super::notes::{AllNotes, Notes};
use super::side::{Counts, Side};
use super::words::{Piece, footnotes, pieces, title_lines};
use crate::components::{State, state};
use crate::pages::progress::use_progress;
use crate::route::{Route, Screen};
use crate::store::{Open, use_store};
use crate::strings::plan as text;

/// The id of the element that shows a passage.
pub(super) fn element_id(passage: &str) -> String {
    format!("kh-{passage}")
}

/// Where a passage is in the page.
pub(super) fn passage_route(passage: &str) -> Route {
    Route::to(Screen::Plan).at(passage)
}

/// The end of the address of the close of the plan.
pub(super) const CLOSE: &str = "noi-nhan";

/// What the document is given.
#[derive(Properties, PartialEq)]
pub(super) struct DocumentProps {
    /// The open file.
    pub open: Open,
    /// Whether values can be confirmed.
    pub writes: bool,
}

/// The document.
#[component]
pub(super) fn Document(props: &DocumentProps) -> Html {
    let (store, progress) = (use_store(), use_progress());
    let counts = use_memo(props.open.clone(), |open| Counts::of(&open.file));
    let file: &PlanFile = &props.open.file;
    let notes = AllNotes::of(file);
    let side = Side {
        file,
        notes: &notes,
        progress: &progress,
        counts: &counts,
        store: &store,
        writes: props.writes,
    };
    let empty = Notes::default();
    let rows = file.passages.iter().filter(|passage| !matches!(passage.role, PassageRole::Footnote(_)));
    let rows = rows.map(|passage| {
        let beside = notes.beside(&passage.id).unwrap_or(&empty);
        let is_title = passage.role == PassageRole::Heading && passage.section.is_empty();
        let marks = footnotes(&passage.text);
        html! {
            <div class={classes!("doc-row", is_heading(passage).then_some("heading"))} key={passage.id.to_string()}>
                <div>{words(passage, beside)}</div>
                <div>
                    if is_title { {header_note(&side)} }
                    {side.beside(beside, &marks)}
                    if file.plan.escalation_source.as_ref().is_some_and(|source| source.passage == passage.id) {
                        {escalation(&side)}
                    }
                </div>
            </div>
        }
    });
    html! { <article class="doc">{for rows}{close(file)}{footnote_list(file)}</article> }
}

fn is_heading(passage: &Passage) -> bool {
    matches!(passage.role, PassageRole::Heading | PassageRole::Subheading)
}

fn words(passage: &Passage, notes: &Notes<'_>) -> Html {
    let id = element_id(passage.id.as_str());
    match passage.role {
        PassageRole::Heading if passage.section.is_empty() => {
            let (kind, about) = title_lines(&passage.text);
            html! { <p class="title" {id} tabindex="-1">if !kind.is_empty() { {kind}<br /> }{unbroken(about)}</p> }
        }
        PassageRole::Heading => html! { <h2 {id} tabindex="-1">{&passage.text}</h2> },
        PassageRole::Subheading => html! { <h3 {id} tabindex="-1">{&passage.text}</h3> },
        PassageRole::Body | PassageRole::Footnote(_) => {
            html! { <p {id} tabindex="-1">{for pieces(&passage.text, &notes.quotes).into_iter().map(piece)}</p> }
        }
    }
}

fn piece(piece: Piece<'_>) -> Html {
    match piece {
        Piece::Words(words, false) => html! { {unbroken(words)} },
        Piece::Words(words, true) => html! { <span class="quote">{unbroken(words)}</span> },
        Piece::Mark(number) => {
            let label = text::footnote(number);
            html! {
                <sup id={mark_id(number)}>
                    <a href={passage_route(&footnote_anchor(number)).href()} aria-label={label}>{number}</a>
                </sup>
            }
        }
    }
}

fn mark_id(number: u32) -> String {
    element_id(&format!("dan-{number}"))
}

fn footnote_anchor(number: u32) -> String {
    format!("chu-thich-so-{number}")
}

/// Beside the title: who issued it, under which number, when; what is missing says so.
fn header_note(side: &Side<'_>) -> Html {
    let plan = &side.file.plan;
    let missing = || state(State::Missing, text::MISSING);
    let number = plan.number.clone().map_or_else(missing, |number| html! { {number} });
    let issued = plan.issued_on.map_or_else(missing, |date| html! { {date_vi(date)} });
    let confirm =
        side.writes.then(|| confirm_plan(side.store, side.file, |plan| plan.tracked_from.confirm()));
    let unsigned = plan.signature.as_ref().is_none_or(|signature| signature.name.is_empty());
    let tracked: &Stated<Date> = &plan.tracked_from;
    html! {
        <aside class="side-note">
            <b>{text::ISSUER}</b>{" "}{&plan.issuer}
            <span class="line">{text::NUMBER}{": "}{number}</span>
            <span class="line">{text::ISSUED_ON}{": "}{issued}</span>
            if unsigned { <span class="line">{text::SIGNATURE_NAME}{": "}{missing()}</span> }
            <span class="line">{text::TRACKED_FROM}{" "}{date_vi(tracked.value)}
                {mark("suy-ra-theo-doi-tu".to_owned(), text::TRACKED_FROM, tracked, date_vi(tracked.value), confirm)}
            </span>
        </aside>
    }
}

fn escalation(side: &Side<'_>) -> Html {
    let steps = &side.file.plan.escalation;
    let way = steps.value.join(" → ");
    let confirm = side.writes.then(|| confirm_plan(side.store, side.file, |plan| plan.escalation.confirm()));
    html! {
        <aside class="side-note">
            <b>{text::ESCALATION}</b>{" "}{&way}
            {mark("suy-ra-phan-anh".to_owned(), text::ESCALATION, steps, way.clone(), confirm)}
        </aside>
    }
}

/// Nơi nhận on the left, the signature on the right.
fn close(file: &PlanFile) -> Html {
    let plan = &file.plan;
    let last = plan.recipients.len().saturating_sub(1);
    let recipients = plan.recipients.iter().enumerate().map(|(at, recipient)| {
        let end = if at == last { "." } else { ";" };
        html! {
            <li>{"- "}{&recipient.name}{end}if !recipient.note.is_empty() { {" ("}{&recipient.note}{")"} }</li>
        }
    });
    html! {
        <div class="doc-row">
            <div class="doc-close">
                <div>
                    <h3 id={element_id(CLOSE)} tabindex="-1">{text::RECIPIENTS}{":"}</h3>
                    <ul>{for recipients}</ul>
                </div>
                if let Some(signature) = &plan.signature {
                    <div class="signature">
                        {for signature.lines.iter().map(|line| html! { <p>{line}</p> })}
                        if signature.name.is_empty() {
                            <p class="name">{state(State::Missing, text::MISSING)}</p>
                        } else {
                            <p class="name">{&signature.name}</p>
                        }
                    </div>
                }
            </div>
        </div>
    }
}

/// Chú thích, verbatim, each with the way back to its mark.
fn footnote_list(file: &PlanFile) -> Html {
    let notes = file.passages.iter().filter_map(|passage| match passage.role {
        PassageRole::Footnote(number) => Some((number, passage)),
        _ => None,
    });
    let mut notes: Vec<(u32, &Passage)> = notes.collect();
    order::sort_by_key(&mut notes, |(number, _)| *number);
    if notes.is_empty() {
        return Html::default();
    }
    let lines = notes.into_iter().map(|(number, passage)| {
        html! {
            <li key={passage.id.to_string()} id={element_id(&footnote_anchor(number))} tabindex="-1">
                <sup>{number}</sup>{" "}{unbroken(&passage.text)}{" "}
                <a href={passage_route(&format!("dan-{number}")).href()} aria-label={text::back_to_text(number)}>{"↑"}</a>
            </li>
        }
    });
    html! {
        <div class="doc-row">
            <section class="footnotes" aria-label={text::FOOTNOTES}><ol>{for lines}</ol></section>
        </div>
    }
}
