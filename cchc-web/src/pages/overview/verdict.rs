//! Tóm tắt: the counts on top, each a link to the list behind it.

use yew::prelude::*;

use super::ProgressProps;
use crate::components::{Glyph, State, icon, state};
use crate::pages::duties::address;
use crate::pages::log::filter::LogFilter;
use crate::platform::dom;
use crate::strings::overview as text;

/// The heading of the difficulties, which stand on this page.
pub(super) const DIFFICULTIES: &str = "h-kien-nghi";

/// `.verdict`.
#[component]
pub(super) fn VerdictLine(props: &ProgressProps) -> Html {
    let verdict = props.progress.verdict;
    let unproved = LogFilter { missing_evidence: true, ..LogFilter::default() };
    // Late and soon are said even when there are none; the others only when there are some.
    let owed = [
        (State::Late, verdict.late, text::LATE, true),
        (State::Soon, verdict.soon, text::SOON, true),
        (State::Missing, verdict.missing_evidence, text::MISSING, false),
    ];
    let show_difficulties = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        dom::focus(DIFFICULTIES);
    });
    html! {
        <nav class="verdict" aria-label={text::VERDICT}>
            {for owed.into_iter().filter(|(_, count, _, always)| *always || *count > 0).map(|(of, count, words, _)| html! {
                <a href={address::in_state(of).href()}>{counted(if count > 0 { of } else { State::None }, count.to_string(), words)}</a>
            })}
            if verdict.activities_without_evidence > 0 {
                <a href={unproved.to_hash()}>
                    {counted(State::Missing, verdict.activities_without_evidence.to_string(), text::ACTIVITIES)}
                </a>
            }
            if verdict.open_difficulties > 0 {
                <a href={format!("#{DIFFICULTIES}")} onclick={show_difficulties}>
                    <span class="state">{icon(Glyph::Ask)}<b>{verdict.open_difficulties}</b>{" "}{text::WAITING}</span>
                </a>
            }
            <a href={address::in_state(State::Done).href()}>
                {counted(State::Done, format!("{}/{}", verdict.on_track, verdict.duties), text::ON_TRACK)}
            </a>
        </nav>
    }
}

fn counted(of: State, count: String, words: &'static str) -> Html {
    state(of, html! { <><b>{count}</b>{" "}{words}</> })
}
