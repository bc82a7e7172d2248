//! Hạn báo cáo: who sends to whom by when, from when to when the figures run, from which day the plan is followed.

use cchc_core::exchange::PlanFile;
use cchc_core::plan::{Basis, Stated};
use cchc_core::text::date_vi;
use yew::prelude::*;

use super::Section;
use super::deadline_dialog::{DeadlineDialog, Subject};
use super::deadlines::{level_rows, window_rows};
use crate::components::{State, state};
use crate::store::use_plan;
use crate::strings::settings as text;

/// The table, and the dialog over it.
#[component]
pub(super) fn DeadlineSection() -> Html {
    let open = use_plan();
    let editing = use_state_eq(|| None::<Subject>);
    let edit = |subject: Subject| {
        let editing = editing.clone();
        Callback::from(move |_: MouseEvent| editing.set(Some(subject.clone())))
    };
    let levels = level_rows(&open.file).into_iter().map(|row| {
        let words = row.deadline.value.vietnamese();
        let source = source(&row.deadline);
        html! {
            <tr>
                <td>{short(&open.file, &row.from)}{reports(&row.reports)}</td><td>{short(&open.file, &row.to)}</td>
                <td>
                    {change(words, edit(Subject::Level(row.clone())))}
                    {for row.overrides.iter().chain(&row.notes).map(|words| html! { <span class="sub">{words}</span> })}
                </td>
                <td>{source}</td>
            </tr>
        }
    });
    let windows = window_rows(&open.file).into_iter().map(|row| {
        let source = source(&row.window);
        html! {
            <tr>
                <td>{text::CUT_OFF}{reports(&row.reports)}</td><td />
                <td>{change(text::window(row.window.value).to_owned(), edit(Subject::Window(row.clone())))}</td>
                <td>{source}</td>
            </tr>
        }
    });
    let tracked = &open.file.plan.tracked_from;
    let onclose = Callback::from({
        let editing = editing.clone();
        move |()| editing.set(None)
    });
    html! {
        <Section id="han-bao-cao" title={text::DEADLINES} line={text::DEADLINES_LINE}>
            <div class="scroll-x" tabindex="0" role="region" aria-label={text::DEADLINES_CAPTION}>
            <table class="table deadlines stack">
                <caption class="sr">{text::DEADLINES_CAPTION}</caption>
                <thead><tr>{for text::DEADLINE_HEADS.iter().map(|head| html! { <th scope="col">{*head}</th> })}</tr></thead>
                <tbody>
                    {for levels}
                    {for windows}
                    <tr>
                        <td>{text::TRACKED}</td><td />
                        <td>{change(date_vi(tracked.value), edit(Subject::Tracked(tracked.clone())))}</td>
                        <td>{source(tracked)}</td>
                    </tr>
                </tbody>
            </table>
            </div>
            if let Some(subject) = (*editing).clone() { <DeadlineDialog {subject} {onclose} /> }
        </Section>
    }
}

/// An office by the short name that tables use; anybody else as the rule names them.
fn short(file: &PlanFile, name: &str) -> String {
    let office = file.offices.iter().find(|office| office.name == name);
    office.map_or_else(|| name.to_owned(), |office| office.short_name.clone())
}

fn change(words: String, onclick: Callback<MouseEvent>) -> Html {
    html! { <button class="btn-link" type="button" title={text::CHANGE} {onclick}>{words}</button> }
}

fn reports(names: &[String]) -> Html {
    html! { if !names.is_empty() { <span class="sub">{names.join(", ")}</span> } }
}

/// What a value rests on: the document, or that nobody has checked it.
fn source<T>(stated: &Stated<T>) -> Html {
    let wording =
        || if stated.wording.is_empty() { text::CONFIRMED.to_owned() } else { stated.wording.clone() };
    match stated.basis {
        Basis::Written => html! { {format!("“{}”", stated.wording)} },
        Basis::Confirmed => html! { {wording()} },
        Basis::Unverified => {
            html! { <span title={stated.reason.clone()}>{state(State::Missing, text::TO_CONFIRM)}</span> }
        }
        Basis::Inferred => {
            html! { <span class="muted" title={stated.reason.clone()}><i>{text::INFERRED}</i></span> }
        }
    }
}
