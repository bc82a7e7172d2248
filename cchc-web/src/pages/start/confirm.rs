//! What was read, beside the words it was read from: written, inferred, not understood.

use std::collections::HashMap;
use std::rc::Rc;

use cchc_core::exchange::field_name;
use cchc_core::ingest::{Certainty, Ingested, Reading};
use cchc_core::order;
use cchc_core::plan::Passage;
use cchc_core::record::Kind;
use cchc_core::text::capitalized;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::components::{Chip, State, state};
use crate::route::{Route, Screen};
use crate::store::use_store;
use crate::strings::{import as text, plan};

/// What the screen is given.
#[derive(Properties)]
pub(super) struct ConfirmProps {
    pub(super) ingested: Rc<Ingested>,
    /// Called when another text is wanted.
    pub(super) onback: Callback<()>,
}

impl PartialEq for ConfirmProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.ingested, &other.ingested)
    }
}

/// Text and reading side by side; then the plan opens.
#[component]
pub(super) fn Confirm(props: &ConfirmProps) -> Html {
    let store = use_store();
    let only = use_state_eq(|| None::<Certainty>);
    let ingested = &props.ingested;
    let file = &ingested.file;
    let count = |wanted| ingested.readings.iter().filter(|reading| reading.certainty == wanted).count();
    let chips = [
        (Certainty::Written, text::WRITTEN),
        (Certainty::Inferred, text::INFERRED),
        (Certainty::NotUnderstood, text::NOT_UNDERSTOOD),
    ];
    let chips = chips.into_iter().map(|(certainty, word)| {
        let pressed = *only == Some(certainty);
        let onclick = {
            let only = only.clone();
            Callback::from(move |_: MouseEvent| only.set((!pressed).then_some(certainty)))
        };
        html! { <Chip {pressed} {onclick}>{capitalized(&text::counted(word, count(certainty)))}</Chip> }
    });
    let open = {
        let ingested = Rc::clone(ingested);
        Callback::from(move |_: MouseEvent| {
            let (store, file) = (store.clone(), ingested.file.clone());
            spawn_local(async move {
                match store.adopt(file, Vec::new()).await {
                    Ok(_) => store.say(super::and_who(&store, text::OPENED)),
                    Err(error) => store.notify(error.to_string()),
                }
                Route::to(Screen::Plan).go();
            });
        })
    };
    let back = props.onback.reform(|_: MouseEvent| ());
    let taken = plan::taken(file.duties.len(), file.topics.len(), file.documents.len());
    html! {
        <section class="reading" aria-labelledby="xem-lai">
            <h1 id="xem-lai">{text::CONFIRM}</h1>
            <p class="lead"><b>{&file.plan.title}</b>{" · "}{taken}</p>
            <p class="muted">{text::CONFIRM_LEAD}</p>
            if !ingested.diagnostics.is_empty() {
                <details>
                    <summary>{text::counted(text::FINDINGS, ingested.diagnostics.len())}</summary>
                    <ul>{for ingested.diagnostics.iter().map(|found| html! { <li>{found.to_string()}</li> })}</ul>
                </details>
            }
            <div class="chips" role="group" aria-label={text::SHOWN}>{for chips}</div>
            <div class="reading-table" role="table" aria-labelledby="xem-lai">
                <div class="reading-head" role="row">
                    <span role="columnheader">{text::WORDS}</span><span role="columnheader">{text::READ}</span>
                </div>
                {rows(ingested, *only)}
            </div>
            <div class="action-bar">
                <p>{&file.plan.commune}{", "}{&file.plan.province}</p>
                <button class="btn" type="button" onclick={back}>{text::OTHER_TEXT}</button>
                <button class="btn btn-primary" type="button" onclick={open}>{text::OPEN}</button>
            </div>
        </section>
    }
}

/// A row for each passage with something in it; what comes from the letterhead and the close first, what comes from no
/// words at all last.
fn rows(ingested: &Ingested, only: Option<Certainty>) -> Html {
    let mut of: HashMap<&str, Vec<&Reading>> = HashMap::new();
    let mut loose: Vec<&Reading> = Vec::new();
    for reading in
        ingested.readings.iter().filter(|reading| only.is_none_or(|only| reading.certainty == only))
    {
        match &reading.span {
            Some(span) => of.entry(span.passage.as_str()).or_default().push(reading),
            None => loose.push(reading),
        }
    }
    let (bare, loose): (Vec<&Reading>, Vec<&Reading>) =
        loose.into_iter().partition(|reading| reading.words.is_empty());
    let loose = loose.into_iter().map(|reading| row(html! { {&reading.words} }, &[reading], ingested));
    let bare = (!bare.is_empty())
        .then(|| row(html! { <span class="muted">{text::NO_WORDS}</span> }, &bare, ingested));
    let passages = ingested.file.passages.iter().filter_map(|passage| {
        let readings = of.get(passage.id.as_str())?;
        Some(row(marked(passage, readings), readings, ingested))
    });
    html! { <>{for loose}{for passages}{for bare}</> }
}

fn row(words: Html, readings: &[&Reading], ingested: &Ingested) -> Html {
    html! {
        <div class="reading-row" role="row">
            <div role="cell">{words}</div>
            <div role="cell"><ul>{for readings.iter().map(|reading| value(reading, ingested))}</ul></div>
        </div>
    }
}

/// What was read: how surely, as what, which value.
fn value(reading: &Reading, ingested: &Ingested) -> Html {
    let (shown, word) = match reading.certainty {
        Certainty::Written => (State::Done, text::WRITTEN),
        Certainty::Inferred => (State::Soon, text::INFERRED),
        Certainty::NotUnderstood => (State::Missing, text::NOT_UNDERSTOOD),
    };
    let kind = Kind::from_key(&reading.place.part);
    let field =
        kind.and_then(|kind| field_name(kind, reading.place.field.split('.').next().unwrap_or_default()));
    let duty = ingested.file.duties.get_str(&reading.place.id).filter(|_| kind == Some(Kind::Duties));
    let label = match (kind, field) {
        (Some(Kind::Duties), Some(field)) if duty.is_some() => {
            format!("{}, {field}", duty.map_or("", |duty| &duty.short_name))
        }
        (Some(Kind::Plan), Some(field)) => capitalized(field),
        (Some(kind), Some(field)) => format!("{}, {field}", capitalized(kind.vietnamese())),
        (Some(kind), None) => capitalized(kind.vietnamese()),
        (None, _) => String::new(),
    };
    html! {
        <li>
            {state(shown, word)}
            if !reading.value.is_empty() { <span><span class="muted">{label}{": "}</span>{&reading.value}</span> }
        </li>
    }
}

/// The passage with the words marked from which something was read.
fn marked(passage: &Passage, readings: &[&Reading]) -> Html {
    let whole = passage.text.len();
    let mut spans: Vec<(usize, usize)> = readings
        .iter()
        .filter_map(|reading| reading.span.as_ref())
        .map(|span| (span.start, span.end))
        .filter(|(start, end)| start < end && end - start < whole)
        .collect();
    order::sort(&mut spans);
    let mut pieces = Vec::new();
    let mut from = 0;
    for (start, end) in spans {
        if start < from {
            continue;
        }
        pieces.push(html! { {passage.text.get(from..start).unwrap_or_default()} });
        pieces.push(html! { <mark>{passage.text.get(start..end).unwrap_or_default()}</mark> });
        from = end;
    }
    html! { <>{for pieces}{passage.text.get(from..).unwrap_or_default()}</> }
}
