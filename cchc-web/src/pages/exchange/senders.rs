//! Who sent what when, and who has not sent yet.

use std::collections::BTreeMap;

use cchc_core::exchange::{JournalEdit, JournalEntry, PlanFile, Transfer};
use cchc_core::order;
use cchc_core::progress::{Came, arrivals};
use cchc_core::text::{date_short, date_vi};
use chrono::{DateTime, Datelike as _, FixedOffset};
use yew::prelude::*;

use super::names;
use crate::components::{State, state};
use crate::store::{use_plan, use_prefs, use_progress, use_today};
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
        // With the year also where both days are of one.
        let from = if window.from.year() == window.to.year() {
            date_short(window.from)
        } else {
            date_vi(window.from)
        };
        Some(text::period_line(&report.title, &from, &date_vi(window.to)))
    });
    let found = use_memo((open.clone(), today), |(open, today)| arrivals(&open.file, report, *today));
    // An office's part knows nothing of what came from others.
    if found.is_empty() || open.file.part.is_some() {
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
                        {came(one.current)}
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

/// The same words as in the report, where only recorded figures count.
fn came(current: Came) -> Html {
    match current {
        Came::Figures => state(State::Done, text::HAS_SENT),
        Came::File => state(State::Soon, text::FILE_CAME),
        Came::Nothing => state(State::Missing, text::HAS_NOT_SENT),
    }
}

/// Files sent and received, latest first. A file that was received says itself when its sender's copy noted that it went
/// out: that is one passing.
#[component]
pub(super) fn History() -> Html {
    let (file, prefs) = (use_plan().file, use_prefs());
    let all = use_state_eq(|| false);
    let passings = passings(&file);
    let shown = if *all { passings.len() } else { passings.len().min(MOST) };
    let own = prefs.who.office();
    let rows = passings[..shown].iter().map(|passing| row(&file, passing, own));
    let show_all = Callback::from({
        let all = all.clone();
        move |_: MouseEvent| all.set(true)
    });
    html! {
        <section class="section" aria-labelledby="lich-su-tep">
            <div class="section-head"><h2 id="lich-su-tep">{text::HISTORY}</h2></div>
            if passings.is_empty() {
                <p class="muted">{text::NO_HISTORY}</p>
            } else {
                <ul class="list">{for rows}</ul>
            }
            if shown < passings.len() {
                <button class="btn-link" type="button" onclick={show_all}>{text::and_more(passings.len() - shown)}</button>
            }
        </section>
    }
}

/// One passing of a file.
#[derive(Debug)]
struct Passing<'a> {
    entry: &'a JournalEntry,
    is_sent: bool,
    transfer: &'a Transfer,
    /// Of one received: when it was sent.
    sent: Option<DateTime<FixedOffset>>,
}

fn passings(file: &PlanFile) -> Vec<Passing<'_>> {
    let all: Vec<Passing<'_>> = file
        .transfers()
        .map(|(entry, edit, transfer)| Passing {
            entry,
            is_sent: matches!(edit, JournalEdit::Sent(_)),
            transfer,
            sent: None,
        })
        .collect();
    let came = order::set(all.iter().filter(|one| !one.is_sent).map(|one| &*one.transfer.name));
    let went: BTreeMap<&str, DateTime<FixedOffset>> =
        all.iter().filter(|one| one.is_sent).map(|one| (&*one.transfer.name, one.entry.at)).collect();
    let kept = all.into_iter().filter(|one| !(one.is_sent && came.contains(&*one.transfer.name)));
    kept.map(|one| Passing { sent: went.get(&*one.transfer.name).copied().filter(|_| !one.is_sent), ..one })
        .collect()
}

fn row(file: &PlanFile, passing: &Passing<'_>, own: Option<&str>) -> Html {
    let Passing { entry, is_sent, transfer, sent } = passing;
    let another = entry.office.as_ref().filter(|id| own != Some(id.as_str()));
    let another = another.map(|id| file.offices.get(id).map_or(id.as_str(), |office| &office.short_name));
    let time = |at: &DateTime<FixedOffset>| at.format("%H:%M, %d/%m/%Y").to_string();
    let what = [
        (!is_sent).then(|| text::brought(transfer)),
        sent.as_ref().map(|at| text::sent_at(&time(at))),
        Some(transfer.name.clone()),
    ];
    html! {
        <li>
            <div class="line">
                <h3>{text::passed(*is_sent, &names(file, &transfer.offices, false), another)}</h3>
                <span class="muted nowrap">{time(&entry.at)}</span>
            </div>
            <p class="meta name">{what.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::exchange::{Author, Change, Edit};

    use super::*;

    #[test]
    fn a_file_that_came_and_its_going_out_are_one_passing() {
        let mut file = cchc_core::examples::get("hoa-tham-2026").unwrap();
        let mut pass = |edit: fn(Transfer) -> Edit, name: &str, at: &str| {
            let transfer = Transfer { name: name.into(), ..Transfer::default() };
            let author = Author { writer: "may".parse().unwrap(), at: at.parse().unwrap(), office: None };
            file.apply(&Change { author, label: "Gửi, nhận".into(), edits: vec![edit(transfer)] }).unwrap();
        };
        pass(Edit::Sent, "kt.cchc.json", "2026-11-19T16:30:00+07:00");
        pass(Edit::Sent, "ca.cchc.json", "2026-11-19T17:00:00+07:00");
        pass(Edit::Received, "kt.cchc.json", "2026-11-20T08:00:00+07:00");
        let told: Vec<_> = passings(&file)
            .iter()
            .map(|one| {
                (one.is_sent, one.transfer.name.clone(), one.sent.map(|at| at.format("%H:%M").to_string()))
            })
            .collect();
        let expected = [
            (false, "kt.cchc.json".to_owned(), Some("16:30".to_owned())),
            (true, "ca.cchc.json".to_owned(), None),
        ];
        assert_eq!(told, expected);
    }
}
