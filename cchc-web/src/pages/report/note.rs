//! Margin notes: what was edited by hand, what has moved since, and what a person can do about it.

use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::exchange::Edit;
use cchc_core::id::FilingId;
use cchc_core::register::ParagraphEdit;
use cchc_core::report::{Moved, Paragraph};
use yew::prelude::*;

use super::view::View;
use super::{edit, edits};
use crate::components::{State, state};
use crate::store::{Store, use_store, use_today};
use crate::strings::report as text;

/// How many changed places a note tells one by one.
const TOLD: usize = 4;

/// A quiet note: who edited when, and "Trả lại câu soạn".
pub(super) fn note(
    store: &Store,
    filing: &FilingId,
    paragraph: &Paragraph,
    words: String,
    today: Date,
    is_locked: bool,
) -> Html {
    html! {
        <div class="margin-note quiet" role="note" aria-label={text::NOTE}>
            <p>{words}</p>
            if !is_locked { <div class="actions">{restore(store, filing, paragraph, today)}</div> }
        </div>
    }
}

fn restore(store: &Store, filing: &FilingId, paragraph: &Paragraph, today: Date) -> Html {
    let (store, filing, paragraph) = (store.clone(), filing.clone(), paragraph.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        edit(&store, text::RESTORED, edits::restore(&filing, &paragraph, today), text::RESTORED_DONE);
    });
    html! { <button class="btn-link" type="button" {onclick}>{text::RESTORE}</button> }
}

#[derive(Properties, PartialEq)]
pub(super) struct MovedProps {
    pub(super) filing: FilingId,
    pub(super) paragraph: Paragraph,
    pub(super) moved: Vec<Moved>,
    pub(super) is_locked: bool,
}

/// "Số liệu đã đổi": old and new figures, "Cập nhật số" and "Giữ nguyên".
#[component]
pub(super) fn MovedNote(props: &MovedProps) -> Html {
    let (store, today) = (use_store(), use_today());
    let Some(edited) = &props.paragraph.edited else { return Html::default() };
    let onupdate = {
        let (store, filing, paragraph) = (store.clone(), props.filing.clone(), props.paragraph.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(file) = store.file() {
                edit(
                    &store,
                    text::UPDATED,
                    edits::update(&file, &filing, &paragraph, today),
                    text::UPDATED_DONE,
                );
            }
        })
    };
    let onleave = {
        let (store, filing, paragraph) = (store.clone(), props.filing.clone(), props.paragraph.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(file) = store.file() {
                edit(&store, text::LEFT, edits::leave(&file, &filing, &paragraph), text::LEFT_DONE);
            }
        })
    };
    let can_update = props.moved.iter().any(|moved| moved.place.is_some());
    let more = props.moved.len().saturating_sub(TOLD);
    html! {
        <div class="margin-note" role="note" aria-label={text::NOTE}>
            {state(State::Soon, text::MOVED)}
            <p>{text::moved_since(edited.on)}</p>
            <ul>
                {for props.moved.iter().take(TOLD).map(|moved| html! { <li>{told(moved)}</li> })}
                if more > 0 { <li>{text::more_places(more)}</li> }
            </ul>
            if !props.is_locked {
                <div class="actions">
                    if can_update { <button class="btn-link" type="button" onclick={onupdate}>{text::UPDATE}</button> }
                    <button class="btn-link" type="button" onclick={onleave}>{text::LEAVE}</button>
                    {restore(&store, &props.filing, &props.paragraph, today)}
                </div>
            }
        </div>
    }
}

/// "ghi 09, nay là 10 tin, bài".
pub(super) fn told(moved: &Moved) -> Html {
    // A mark that follows says nothing of the place.
    let next = if moved.next.starts_with(char::is_alphanumeric) {
        format!(" {}", moved.next)
    } else {
        String::new()
    };
    html! {
        <>
            if moved.after.is_empty() {
                {text::DROPPED}{" "}<b>{&moved.before}</b>
            } else if moved.before.is_empty() {
                {text::ADDED}{" "}<b>{&moved.after}</b>{next}
            } else {
                {text::WAS}{" "}<b>{&moved.before}</b>{"; "}{text::NOW}{" "}<b>{&moved.after}</b>{next}
            }
            if moved.place.is_none() { {" ("}{text::YOUR_WORDS}{")"} }
        </>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct HomelessProps {
    pub(super) view: Rc<View>,
    pub(super) is_locked: bool,
}

/// A person's words for paragraphs that the report no longer has: kept until the person drops them.
#[component]
pub(super) fn Homeless(props: &HomelessProps) -> Html {
    let store = use_store();
    let entry = |lost: &ParagraphEdit| {
        let (store, id) = (store.clone(), lost.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            edit(&store, text::HOMELESS_DROP, vec![Edit::remove::<ParagraphEdit>(&id)], text::HOMELESS_DONE);
        });
        html! {
            <li key={lost.id.as_str()}>
                <p>{format!("“{}”", lost.text)}</p>
                if !props.is_locked {
                    <button class="btn-link" type="button" {onclick}>{text::HOMELESS_DROP}</button>
                }
            </li>
        }
    };
    html! {
        <div class="homeless" role="note" aria-label={text::HOMELESS}>
            {state(State::Missing, text::HOMELESS)}
            <p>{text::HOMELESS_HINT}</p>
            <ul>{for props.view.report.homeless_edits.iter().map(entry)}</ul>
        </div>
    }
}
