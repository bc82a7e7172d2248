//! The opened leaf: how it is scored, what the register says, the activities behind it, and the form.

use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::id::ActivityId;
use cchc_core::indicator::{Certainty, Origin, Ownership, figure};
use cchc_core::order;
use cchc_core::progress::scoring::InputOrigin;
use cchc_core::text::{capitalized, date_vi};
use yew::prelude::*;

use super::figures::{points, points_or_dash};
use super::leaf_form::LeafForm;
use super::proof::in_log;
use super::sheet::{Sheet, SheetLeaf, SheetRow};
use super::values::leaf_over_time;
use crate::components::{Glyph, State, icon, state};
use crate::route::Route;
use crate::store::use_plan;
use crate::strings::indicators as text;

/// How many activities stand in the panel; the others are one click away.
const SHOWN: usize = 5;

/// What the panel is given.
#[derive(Properties)]
pub(super) struct LeafPanelProps {
    pub(super) sheet: Rc<Sheet>,
    pub(super) row: Rc<SheetRow>,
    /// The address that the panel stands at.
    pub(super) route: Route,
    /// Whether a person may enter something.
    pub(super) writes: bool,
}

impl PartialEq for LeafPanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.sheet, &other.sheet) && self.route == other.route && self.writes == other.writes
    }
}

/// The panel.
#[component]
pub(super) fn LeafPanel(props: &LeafPanelProps) -> Html {
    let open = use_plan();
    let row = &*props.row;
    let Some(leaf) = &row.leaf else { return Html::default() };
    html! {
        <section class="details" aria-label={text::leaf_details(&row.node.code, &row.node.name)}>
            <div class="details-grid">
                {facts(&props.sheet, row, leaf)}
                <div>
                    {missing(leaf)}
                    {activities(&open.file, &props.sheet, row)}
                    {documents(row)}
                    {over_time(&open.file, &props.sheet, row)}
                </div>
            </div>
            // What others score is recorded where it is published, and nowhere else.
            if props.writes && leaf.entry.is_none() && props.sheet.is_of_portal {
                <p class="key">{text::PORTAL_NOTE}</p>
            } else if props.writes {
                <LeafForm sheet={Rc::clone(&props.sheet)} row={Rc::clone(&props.row)} route={props.route.clone()} />
            } else {
                {said(leaf)}
            }
        </section>
    }
}

/// The rule with the figures that went into it, beside what came out.
fn facts(sheet: &Sheet, row: &SheetRow, leaf: &SheetLeaf) -> Html {
    let fact = |name: &'static str, words: String| {
        html! { if !words.is_empty() { <div key={name}><dt>{name}</dt><dd>{words}</dd></div> } }
    };
    let scored = &row.scored;
    let input = match (&scored.input, leaf.origin) {
        (Some(input), InputOrigin::Register) => text::input_of_register(input),
        (Some(input), _) => input.clone(),
        (None, _) => String::new(),
    };
    let beside = (leaf.origin == InputOrigin::Entered).then(|| leaf.computed_input.clone()).flatten();
    let beside = beside.map(|input| match leaf.computed_score {
        Some(score) => text::register_says_points(&input, &points(score)),
        None => text::register_says(&input),
    });
    let origin = row.node.origin.map_or("", origin_words);
    html! {
        <dl class="facts">
            {fact(text::FORMULA, capitalized(scored.formula.as_deref().unwrap_or_default()))}
            {fact(text::INPUT, input)}
            {fact(text::REGISTER, beside.unwrap_or_default())}
            {fact(text::SCORE, scored.score.map(|score| text::score_of(&points(score), scored.max.map(points).as_deref())).unwrap_or_default())}
            {fact(text::TARGET, leaf.target.map(figure).unwrap_or_default())}
            {fact(text::DEFINITION, leaf.definition.clone())}
            {fact(text::PROOF_ASKED, row.node.evidence.clone())}
            {fact(text::OFFICE, leaf.offices.join(", "))}
            {fact(text::ORIGIN, origin.to_owned())}
            if sheet.set.certainty == Certainty::Belief && sheet.set.ownership == Ownership::Own {
                <div><dt>{text::CERTAINTY}</dt><dd>{state(State::Missing, text::TO_ENTER)}</dd></div>
            }
        </dl>
    }
}

const fn origin_words(origin: Origin) -> &'static str {
    match origin {
        Origin::SelfAssessed => text::ORIGIN_SELF,
        Origin::Appraised => text::ORIGIN_APPRAISED,
        Origin::Survey => text::ORIGIN_SURVEY,
        Origin::Portal => text::ORIGIN_PORTAL,
        Origin::External => text::ORIGIN_EXTERNAL,
    }
}

fn missing(leaf: &SheetLeaf) -> Html {
    if leaf.missing.is_empty() {
        return Html::default();
    }
    html! {
        <div class="proof">
            <h2>{text::MISSING}</h2>
            <ul class="spaced">{for leaf.missing.iter().map(|words| html! { <li>{capitalized(words)}</li> })}</ul>
        </div>
    }
}

/// The activities behind the points: the latest, and the way to all of them in the log.
fn activities(file: &PlanFile, sheet: &Sheet, row: &SheetRow) -> Html {
    if !row.has_activities() {
        return Html::default();
    }
    let ids = &row.scored.activities;
    let mut latest: Vec<_> = ids.iter().filter_map(|id| file.activities.get(id)).collect();
    order::sort_by(&mut latest, |a, b| (b.date, &b.id).cmp(&(a.date, &a.id)));
    let one = |activity: &&cchc_core::register::Activity| {
        html! {
            <li key={activity.id.as_str()}>
                <span class="muted">{date_vi(activity.date)}</span>{" "}
                <a href={Route::activity(&activity.id).href()}>{&activity.title}</a>
            </li>
        }
    };
    html! {
        <div class="proof">
            <h2>{text::ACTIVITIES}</h2>
            <ul>{for latest.iter().take(SHOWN).map(one)}</ul>
            <a class="small" href={in_log(sheet.set.code.as_str(), sheet.period, &row.node.code).href()}>{icon(Glyph::Log)}{text::in_log(ids.len())}</a>
        </div>
    }
}

/// The way of the criterion over the periods.
fn over_time(file: &PlanFile, sheet: &Sheet, row: &SheetRow) -> Html {
    let line = leaf_over_time(file, &sheet.set, &row.node);
    if line == Html::default() {
        return line;
    }
    html! { <div class="proof"><h2>{text::OVER_PERIODS}</h2>{line}</div> }
}

fn documents(row: &SheetRow) -> Html {
    let documents = &row.scored.documents;
    if documents.is_empty() {
        return Html::default();
    }
    html! {
        <div class="proof">
            <h2>{text::DOCUMENTS}</h2>
            <ul>{for documents.iter().map(|document| html! { <li>{super::evidence::document(document)}</li> })}</ul>
        </div>
    }
}

/// What was entered, where nothing can be.
fn said(leaf: &SheetLeaf) -> Html {
    let Some(entry) = &leaf.entry else { return Html::default() };
    let line = |name: &'static str, words: &str| {
        html! { if !words.is_empty() { <p><b class="strong">{name}</b>{": "}{words.to_owned()}</p> } }
    };
    html! {
        <>
            {line(text::APPRAISED, &entry.appraised.map_or_else(String::new, |score| points_or_dash(Some(score))))}
            {line(text::REASON, &entry.reason)}
            {line(text::NOTE, &entry.note)}
        </>
    }
}

/// Activities by their places in a list of ids, for the picker.
pub(super) fn title_of(file: &PlanFile, id: &ActivityId) -> String {
    file.activities.get(id).map_or_else(
        || text::gone(id.as_str()),
        |activity| text::dated(&date_vi(activity.date), &activity.title),
    )
}
