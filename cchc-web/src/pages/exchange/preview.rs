//! Xem trước: what the files bring, in groups that open.

use std::rc::Rc;

use cchc_core::text::date_short;
use yew::prelude::*;

use super::groups::{Entry, Groups, Heap};
use crate::components::{Glyph, State, icon, state};
use crate::strings::exchange as text;

/// A group of this many or fewer stands open.
const FEW: usize = 12;
/// How many records of a group are listed before one asks for all.
const MOST: usize = 60;

/// What the preview is given.
#[derive(Properties)]
pub(super) struct PreviewProps {
    pub(super) groups: Rc<Groups>,
    /// The records with conflicts, in a group of their own.
    pub(super) conflicts: Html,
}

impl PartialEq for PreviewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.groups, &other.groups) && self.conflicts == other.conflicts
    }
}

/// The groups.
#[component]
pub(super) fn PreviewGroups(props: &PreviewProps) -> Html {
    let groups = &props.groups;
    let plain = |glyph: Glyph, word: &'static str| html! { <span class="state">{icon(glyph)}{word}</span> };
    let shown = [
        (plain(Glyph::Plus, text::NEW), "", &groups.new),
        (plain(Glyph::Sort, text::CHANGED), "", &groups.changed),
        (plain(Glyph::Bin, text::DELETED), "", &groups.deleted),
        (state(State::Missing, text::LACKING), text::STILL_TAKEN, &groups.lacking),
    ];
    let nothing = groups.set_aside.is_empty()
        && props.conflicts == Html::default()
        && shown.iter().all(|(.., heaps)| heaps.is_empty());
    let shown = shown.into_iter().filter(|(.., heaps)| !heaps.is_empty());
    html! {
        <section class="section groups" aria-labelledby="xem-truoc">
            <div class="section-head"><h2 id="xem-truoc">{text::PREVIEW}</h2></div>
            if nothing { <p class="muted">{text::NOTHING_NEW}</p> }
            {props.conflicts.clone()}
            {for shown.map(|(word, note, heaps)| html! { <Group {word} {note} heaps={heaps.clone()} /> })}
            if !groups.set_aside.is_empty() {
                <details open={true}>
                    {summary(state(State::Late, text::SET_APART), text::SET_APART_NOTE, groups.set_aside.values().sum())}
                    <ul>{for groups.set_aside.iter().map(|(kind, count)| html! { <li>{text::set_aside(*count, kind)}</li> })}</ul>
                </details>
            }
        </section>
    }
}

/// The head of a group.
pub(super) fn summary(word: Html, note: &'static str, count: usize) -> Html {
    html! {
        <summary>
            {icon(Glyph::Right)}{word}
            if !note.is_empty() { <span class="muted small">{note}</span> }
            <span class="count">{count}</span>
        </summary>
    }
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    word: Html,
    note: &'static str,
    heaps: Vec<Heap>,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    let all = use_state_eq(|| false);
    let count: usize = props.heaps.iter().map(|heap| heap.entries.len()).sum();
    let mut left = if *all { usize::MAX } else { MOST };
    let mut heaps = Vec::new();
    for heap in &props.heaps {
        let entries = &heap.entries[..heap.entries.len().min(left)];
        left -= entries.len();
        if !entries.is_empty() {
            heaps.push(html! {
                <>
                    <li class="heap"><h3>{&heap.head}</h3><span class="who">{heap.entries.len()}</span></li>
                    {for entries.iter().map(entry)}
                </>
            });
        }
    }
    let show_all = Callback::from({
        let all = all.clone();
        move |_: MouseEvent| all.set(true)
    });
    html! {
        <details open={count <= FEW}>
            {summary(props.word.clone(), props.note, count)}
            <ul>{for heaps}</ul>
            if count > MOST && !*all {
                <button class="btn-link" type="button" onclick={show_all}>{text::and_more(count - MOST)}</button>
            }
        </details>
    }
}

fn entry(entry: &Entry) -> Html {
    html! {
        <li key={entry.record.to_string()}>
            <span class="date">{entry.date.map(date_short)}</span>
            <span>
                {&entry.title}
                {for entry.details.iter().map(|detail| html! { <span class="sub">{detail}</span> })}
            </span>
        </li>
    }
}
