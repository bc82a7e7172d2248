//! Việc tuần này as a table: office × work with the strip of the year.

use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::id::DutyId;
use cchc_core::plan::{Basis, Duty};
use cchc_core::progress::{Obligation, Progress, Task, focal_office, labels_vi, week_of};
use cchc_core::text::{capitalized, date_short, date_vi, range_vi};
use chrono::Datelike as _;
use yew::prelude::*;

use super::Over;
use super::week::{Block, Row, RowTask, blocks};
use crate::components::{Glyph, Inferred, State, icon, state, year_head};
use crate::pages::duties::address;
use crate::pages::duties::values::{Part, ValueMark};
use crate::pages::progress::{full_name, strip};
use crate::route::{Route, Screen};
use crate::store::use_plan;
use crate::strings::overview as text;

/// What the table is given.
#[derive(Properties)]
pub(super) struct WeekTableProps {
    pub(super) progress: Rc<Progress>,
    /// Tôi là: that office comes first.
    pub(super) own: Option<AttrValue>,
}

impl PartialEq for WeekTableProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.progress, &other.progress) && self.own == other.own
    }
}

/// The section with its table.
#[component]
pub(super) fn WeekTable(props: &WeekTableProps) -> Html {
    let open = use_plan();
    let (file, progress) = (&*open.file, &*props.progress);
    let week = week_of(progress.today);
    let own = props.own.as_deref();
    html! {
        <section class="section" aria-labelledby="h-tuan">
            <div class="section-head">
                <h2 id="h-tuan">{text::WEEK}</h2>
                <p>{text::week(&range_vi(week.from, week.to))}</p>
                <a href={Screen::Duties.href()}>{text::ALL_DUTIES}</a>
            </div>
            <div class="scroll-x" tabindex="0" role="region" aria-label={text::WEEK_REGION}>
                <table class="table due stack">
                    <colgroup><col class="c-office" /><col /><col class="c-year" /><col class="c-state" /></colgroup>
                    <thead><tr>
                        <th scope="col">{text::COL_OFFICE}</th>
                        <th scope="col">{text::COL_TASK}</th>
                        <th scope="col">{year_head((progress.today.year() == file.plan.year).then(|| progress.today.month()))}</th>
                        <th scope="col">{text::COL_DUE}</th>
                    </tr></thead>
                    {for blocks(file, progress, own).iter().map(|block| block_rows(file, progress, block, own))}
                </table>
            </div>
            <p class="key">{text::KEY}{" "}{tracked_mark(file)}{"."}</p>
        </section>
    }
}

/// The rows of one office: its name spans them.
fn block_rows(file: &PlanFile, progress: &Progress, block: &Block, own: Option<&str>) -> Html {
    let is_own = own == Some(block.office.as_str());
    let name = full_name(file, &block.office);
    let more = usize::from(block.more > 0);
    let span = (block.rows.len() + more).max(1);
    let head = html! {
        <th scope="rowgroup" rowspan={(span > 1).then(|| span.to_string())}>
            {&name}
            if is_own { <span class="sub">{text::ME}</span> }
            if !is_own && !block.rows.is_empty() {
                <br class="desk-only" />
                <a class="btn-link small" href={Over::Reminder(block.office.clone()).route().href()}>
                    {icon(Glyph::Mail)}{text::REMIND}<span class="sr">{": "}{&name}</span>
                </a>
            }
        </th>
    };
    if block.rows.is_empty() {
        return html! { <tbody><tr>{head}{quiet_cells(file, progress, block)}</tr></tbody> };
    }
    let rows = block.rows.iter().enumerate().map(|(at, row)| {
        html! { <tr>{if at == 0 { head.clone() } else { Html::default() }}{row_cells(file, progress, row)}</tr> }
    });
    html! {
        <tbody>
            {for rows}
            if block.more > 0 {
                <tr><td colspan="3"><a href={address::unfinished_of(&block.office).href()}>{text::more(block.more)}</a></td></tr>
            }
        </tbody>
    }
}

/// An office with nothing at hand: what comes next, or what it did last.
fn quiet_cells(file: &PlanFile, progress: &Progress, block: &Block) -> Html {
    let next = block.next.map(|index| &progress.obligations[index]);
    let shown = next.or_else(|| progress.last_done(&block.office));
    let line = match (next, shown.and_then(|last| last.completed_on)) {
        (Some(next), _) => Some(text::next(&name_of(file, next), &date_short(next.due))),
        (None, Some(day)) => shown.map(|last| text::last(&name_of(file, last), &date_short(day))),
        (None, None) => None,
    };
    let cells = shown.map(|shown| match &shown.task {
        Task::Return { .. } => progress.returns_strip(file, &shown.office),
        task => task.duty().map(|duty| progress.strip(file, duty)).unwrap_or_default(),
    });
    html! {
        <>
            <td><span class="muted">{text::NOTHING_DUE}</span>
                if let Some(line) = line { <span class="sub" title={line.clone()}>{line}</span> }
            </td>
            <td>if let Some(cells) = cells { {strip(file, &cells)} }</td>
            <td>{state(State::Done, text::ON_TRACK_STATE)}</td>
        </>
    }
}

fn name_of(file: &PlanFile, owed: &Obligation) -> String {
    match &owed.task {
        Task::Duty(duty) => file.duties.get(duty).map_or_else(String::new, |duty| duty.short_name.clone()),
        Task::Report { .. } => text::report(&owed.label),
        Task::Return { .. } => text::returns(&owed.label),
    }
}

fn row_cells(file: &PlanFile, progress: &Progress, row: &Row) -> Html {
    let owed: Vec<&Obligation> = row.owed.iter().map(|index| &progress.obligations[*index]).collect();
    let (link, sub) = match &row.task {
        RowTask::Duty(id) => duty_words(file, id),
        RowTask::Report => report_words(progress, &owed),
        RowTask::Returns => returns_words(file, &owed),
    };
    html! {
        <>
            <td>{link}{sub}</td>
            <td>{strip(file, &row.strip)}</td>
            <td>{for dues(progress, &owed)}</td>
        </>
    }
}

/// Last day and state; what shares both is said once.
fn dues(progress: &Progress, owed: &[&Obligation]) -> Vec<Html> {
    let mut seen = Vec::new();
    for one in owed {
        let line = (date_vi(one.due), capitalized(&one.phrase(progress.today)), one.state);
        if !seen.contains(&line) {
            seen.push(line);
        }
    }
    let line = |(day, phrase, of): (String, String, State)| {
        html! { <><span class="due-line">{day}</span>{state(of, phrase)}</> }
    };
    seen.into_iter().map(line).collect()
}

fn duty_words(file: &PlanFile, id: &DutyId) -> (Html, Html) {
    let Some(duty) = file.duties.get(id) else { return (html! { {id.as_str()} }, Html::default()) };
    let link = html! { <a href={Route::duty(id).href()} title={duty.name.clone()}>{&duty.short_name}</a> };
    (link, duty_sub(file, duty))
}

/// What the duty asks: the plan's own words where it writes them, else the value taken, with its mark.
fn duty_sub(file: &PlanFile, duty: &Duty) -> Html {
    let unit = duty.quota.as_ref().and_then(|quota| file.units.get(&quota.value.unit));
    let part = if duty.quota.is_some() { Part::Quota } else { Part::Cadence };
    let written =
        duty.quota.as_ref().filter(|quota| quota.basis == Basis::Written && !quota.wording.is_empty());
    if let Some(quota) = written {
        let words = format!("“{}”", quota.wording);
        return html! { <span class="sub" title={words.clone()}>{words}</span> };
    }
    let words = match duty.asks(unit) {
        words if words.is_empty() => duty.cadence.value.detail(),
        words => words,
    };
    html! { <span class="sub" title={words.clone()}>{words}{" "}<ValueMark duty={duty.id.clone()} {part} place="tuan" /></span> }
}

fn report_words(progress: &Progress, owed: &[&Obligation]) -> (Html, Html) {
    let item = owed[0].task.filing().and_then(|filing| progress.report(filing));
    let title = text::report(&labels_vi(owed.iter().copied()));
    let link = match item {
        Some(item) => {
            html! { <a href={Route::filing(&item.filing).href()} title={title.clone()}>{title}</a> }
        }
        None => html! { {title} },
    };
    let by = item.map_or("", |item| item.requested_by.as_str());
    let to = item.and_then(|item| item.levels.last()).map_or("", |level| level.to.as_str());
    let sub = match (by, to) {
        ("", "") => Html::default(),
        ("", to) => html! { <span class="sub">{text::to_focal(to)}</span> },
        (by, _) => html! { <span class="sub" title={text::requested(by)}>{text::requested(by)}</span> },
    };
    (link, sub)
}

fn returns_words(file: &PlanFile, owed: &[&Obligation]) -> (Html, Html) {
    let title = text::returns(&labels_vi(owed.iter().copied()));
    let link = match owed[0].task.filing() {
        Some(filing) => html! { <a href={Route::filing(filing).href()} title={title.clone()}>{title}</a> },
        None => html! { {title} },
    };
    let focal = focal_office(file).map(|office| text::to_focal(&office.short_name));
    (link, html! { if let Some(focal) = focal { <span class="sub">{focal}</span> } })
}

/// Why months are dotted: the day from which the plan is followed up, where the plan does not write it.
fn tracked_mark(file: &PlanFile) -> Html {
    let tracked = &file.plan.tracked_from;
    let Some(mark) = tracked.basis.mark() else { return html! { {date_vi(tracked.value)} } };
    html! {
        <Inferred id="suy-ra-theo-doi" {mark} what={text::TRACKED} value={date_vi(tracked.value)}
            wording={tracked.wording.clone()} reason={tracked.reason.clone()} />
    }
}
