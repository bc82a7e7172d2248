//! Who sent what when, and who has not sent yet.

use cchc_core::exchange::{JournalEdit, JournalEntry, PlanFile, Transfer};
use cchc_core::progress::arrivals;
use cchc_core::text::{date_short, date_vi};
use yew::prelude::*;

use super::names;
use crate::components::{State, state};
use crate::store::{use_plan, use_progress, use_today};
use crate::strings::exchange as text;

/// How many files sent and received are listed before one asks for all.
const MOST: usize = 12;

/// Every office that sends figures: what last came from it, whether in the period at hand.
#[component]
pub(super) fn Senders() -> Html {
    let (open, progress, today) = (use_plan(), use_progress(), use_today());
    let report = progress.next_report();
    let period = report.and_then(|report| {
        let window = report.window?;
        Some(text::period_line(&report.title, &date_short(window.from), &date_vi(window.to)))
    });
    let found = use_memo((open.clone(), today), |(open, today)| arrivals(&open.file, report, *today));
    if found.is_empty() {
        return Html::default();
    }
    let rows = found.iter().map(|one| {
        let name = open.file.offices.get(&one.office).map_or(one.office.as_str(), |office| &office.name);
        html! {
            <tr key={one.office.to_string()}>
                <th scope="row">{name}</th>
                <td class="num" data-label={text::LAST_CAME}>{one.last.map_or_else(|| text::NEVER.to_owned(), date_vi)}</td>
                if report.is_some() {
                    <td data-label={text::THIS_PERIOD}>
                        {if one.is_current { state(State::Done, text::HAS_SENT) } else { state(State::Missing, text::HAS_NOT_SENT) }}
                    </td>
                }
            </tr>
        }
    });
    html! {
        <section class="section" aria-labelledby="ai-gui">
            <div class="section-head"><h2 id="ai-gui">{text::SENDERS}</h2>if let Some(period) = &period { <p>{period}</p> }</div>
            <table class="table senders">
                <caption class="sr">{text::SENDERS}</caption>
                <thead><tr>
                    <th scope="col">{text::SENDER}</th><th scope="col" class="num">{text::LAST_CAME}</th>
                    if report.is_some() { <th scope="col">{text::THIS_PERIOD}</th> }
                </tr></thead>
                <tbody>{for rows}</tbody>
            </table>
        </section>
    }
}

/// Files sent and received, latest first.
#[component]
pub(super) fn History() -> Html {
    let file = use_plan().file;
    let all = use_state_eq(|| false);
    let passed: Vec<_> = file.transfers().collect();
    let shown = if *all { passed.len() } else { passed.len().min(MOST) };
    let rows = passed[..shown].iter().map(|(entry, edit, transfer)| row(&file, entry, edit, transfer));
    let show_all = Callback::from({
        let all = all.clone();
        move |_: MouseEvent| all.set(true)
    });
    html! {
        <section class="section" aria-labelledby="lich-su-tep">
            <div class="section-head"><h2 id="lich-su-tep">{text::HISTORY}</h2></div>
            if passed.is_empty() {
                <p class="muted">{text::NO_HISTORY}</p>
            } else {
                <ul class="list">{for rows}</ul>
            }
            if shown < passed.len() {
                <button class="btn-link" type="button" onclick={show_all}>{text::and_more(passed.len() - shown)}</button>
            }
        </section>
    }
}

fn row(file: &PlanFile, entry: &JournalEntry, edit: &JournalEdit, transfer: &Transfer) -> Html {
    let is_sent = matches!(edit, JournalEdit::Sent(_));
    let by =
        entry.office.as_ref().map(|id| file.offices.get(id).map_or(id.as_str(), |office| &office.short_name));
    let at = entry.at.format("%H:%M, %d/%m/%Y").to_string();
    html! {
        <li>
            <div class="line">
                <h3>{text::passed(is_sent, &names(file, &transfer.offices, false))}</h3>
                <span class="muted nowrap">{text::passed_by(&at, by)}</span>
            </div>
            <p class="meta one-line" title={transfer.name.clone()}>
                if !is_sent { {text::brought(transfer)}{" · "} }
                {&transfer.name}
            </p>
        </li>
    }
}
