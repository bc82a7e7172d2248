//! Kiến nghị chờ trả lời: what offices raised and nobody has answered, the longest waiting first.

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::order;
use cchc_core::progress::LONG_WAIT_DAYS;
use cchc_core::register::Difficulty;
use cchc_core::text::date_short;
use yew::prelude::*;

use super::Over;
use super::verdict::DIFFICULTIES;
use crate::components::{Glyph, State, icon, state};
use crate::pages::progress::short_name;
use crate::store::{use_plan, use_prefs, use_today};
use crate::strings::difficulties::ADD;
use crate::strings::overview as text;

/// The section.
#[component]
pub(super) fn Difficulties() -> Html {
    let (open, prefs, today) = (use_plan(), use_prefs(), use_today());
    let file = &*open.file;
    let (mut waiting, mut answered): (Vec<&Difficulty>, Vec<&Difficulty>) =
        file.difficulties.iter().partition(|difficulty| difficulty.answered_on.is_none_or(|day| day > today));
    order::sort_by_key(&mut waiting, |difficulty| difficulty.date);
    order::sort_by_key(&mut answered, |difficulty| std::cmp::Reverse(difficulty.answered_on));
    html! {
        <section class="section" aria-labelledby={DIFFICULTIES}>
            <div class="section-head">
                <h2 id={DIFFICULTIES} tabindex="-1">{text::DIFFICULTIES}</h2>
                if !prefs.only_reads() {
                    <a class="btn-link" href={Over::NewDifficulty.route().href()}>{icon(Glyph::Plus)}{ADD}</a>
                }
            </div>
            if waiting.is_empty() {
                <p class="muted small">{text::NO_DIFFICULTIES}</p>
            } else {
                <ul class="list">{for waiting.iter().map(|difficulty| entry(file, difficulty, today))}</ul>
            }
            if !answered.is_empty() {
                <details class="answered">
                    <summary>{text::answered(answered.len())}</summary>
                    <ul class="list">{for answered.iter().map(|difficulty| entry(file, difficulty, today))}</ul>
                </details>
            }
        </section>
    }
}

fn entry(file: &PlanFile, difficulty: &Difficulty, today: Date) -> Html {
    let days = difficulty.waiting_days(today);
    let mark = match difficulty.answered_on.filter(|day| *day <= today) {
        Some(day) => state(State::Done, text::answered_on(&date_short(day))),
        None if days > LONG_WAIT_DAYS => state(State::Soon, text::waited(days)),
        None => state(State::None, text::waited(days)),
    };
    let from = format!("{}, {}", short_name(file, &difficulty.office), date_short(difficulty.date));
    html! {
        <li key={difficulty.id.as_str()}>
            <a href={Over::Difficulty(difficulty.id.clone()).route().href()}>{&difficulty.title}</a>
            <div class="line meta"><span>{from}</span>{mark}</div>
        </li>
    }
}
