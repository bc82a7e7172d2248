//! The last days as a month: Monday first, weekends and holidays on their own ground, what comes next beside it.

use std::rc::Rc;

use cchc_core::calendar::{Date, WorkCalendar, weekday_short_vi, weekday_vi};
use cchc_core::exchange::PlanFile;
use cchc_core::order;
use cchc_core::progress::{DueEntry, DueKind, Progress, State, week_of};
use cchc_core::text::date_short;
use chrono::{Datelike as _, Days, Months};
use yew::prelude::*;

use super::address;
use super::rows::{Filter, Row, Taken};
use crate::components::{icon, state, state_glyph};
use crate::pages::progress::full_name;
use crate::route::{Route, Screen, use_route};
use crate::store::use_plan;
use crate::strings::duties as text;

/// How many entries "Sắp tới" shows.
const COMING: usize = 8;

/// What the calendar is given.
#[derive(Properties)]
pub(super) struct CalendarProps {
    pub(super) progress: Rc<Progress>,
    pub(super) rows: Rc<Vec<Row>>,
    pub(super) filter: Filter,
}

impl PartialEq for CalendarProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.progress, &other.progress)
            && Rc::ptr_eq(&self.rows, &other.rows)
            && self.filter == other.filter
    }
}

/// The month and what comes next.
#[component]
pub(super) fn Calendar(props: &CalendarProps) -> Html {
    let (open, route) = (use_plan(), use_route());
    let (file, progress) = (&*open.file, &*props.progress);
    let entries = use_memo(
        (open.clone(), Rc::as_ptr(&props.progress) as usize, props.filter.clone()),
        |(open, _, filter)| entries(&open.file, &props.progress, &props.rows, filter),
    );
    let today = progress.today;
    let first = month_of(&route, today);
    html! {
        <div class="columns">
            <section aria-labelledby="h-lich">
                {head(&route, first, today)}
                {month(file, &entries, first, today)}
            </section>
            <section aria-labelledby="h-sap-toi">
                <div class="section-head"><h2 id="h-sap-toi">{text::COMING}</h2></div>
                {coming(file, &entries, today)}
            </section>
        </div>
    }
}

/// What falls due, as far as the filters take it; marks of time only where nothing is filtered.
fn entries(file: &PlanFile, progress: &Progress, rows: &[Row], filter: &Filter) -> Vec<DueEntry> {
    let query = filter.query();
    // A row stands for what its obligations are; each obligation is then asked for its own state.
    let wide = Filter { state: None, unfinished: false, ..filter.clone() };
    let taken = Taken::of(rows.iter().filter(|row| wide.takes(row, progress, &query)));
    progress.due_entries(file, filter.is_open(), |owed| filter.takes_obligation(owed, &taken, progress.today))
}

/// The first day of the month that the address names; of today's month otherwise.
fn month_of(route: &Route, today: Date) -> Date {
    let named = route.get(address::MONTH).and_then(|month| format!("{month}-01").parse::<Date>().ok());
    named.or_else(|| today.with_day(1)).unwrap_or(today)
}

fn head(route: &Route, first: Date, today: Date) -> Html {
    let to = |month: Option<Date>| {
        let month = month.unwrap_or(first);
        let same = (month.year(), month.month()) == (today.year(), today.month());
        let word = if same { String::new() } else { month.format("%Y-%m").to_string() };
        route.clone().with(address::MONTH, word).href()
    };
    html! {
        <div class="section-head">
            <h2 id="h-lich">{text::month(first.month(), first.year())}</h2>
            <span class="end actions">
                <a class="btn btn-icon" href={to(first.checked_sub_months(Months::new(1)))} aria-label={text::PREVIOUS_MONTH}>{"‹"}</a>
                <a class="btn" href={to(Some(today))}>{text::TODAY}</a>
                <a class="btn btn-icon" href={to(first.checked_add_months(Months::new(1)))} aria-label={text::NEXT_MONTH}>{"›"}</a>
            </span>
        </div>
    }
}

/// The weeks of a month, whole.
fn weeks(first: Date) -> Vec<Vec<Date>> {
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    let mut weeks = Vec::new();
    let mut monday = week_of(first).from;
    while monday < next {
        weeks.push((0..7).filter_map(|day| monday.checked_add_days(Days::new(day))).collect());
        let Some(after) = monday.checked_add_days(Days::new(7)) else { break };
        monday = after;
    }
    weeks
}

fn month(file: &PlanFile, entries: &[DueEntry], first: Date, today: Date) -> Html {
    let work = WorkCalendar::new(&file.holidays);
    let weeks = weeks(first);
    let head = weeks.first().into_iter().flatten().map(|day| {
        html! {
            <th scope="col">
                <span class="desk-only">{weekday_vi(*day)}</span>
                <span class="phone-only">{weekday_short_vi(*day)}</span>
            </th>
        }
    });
    html! {
        <>
        <table class="table calendar">
            <caption class="sr">{text::month_caption(first.month(), first.year())}</caption>
            <thead><tr>{for head}</tr></thead>
            <tbody>
                {for weeks.iter().map(|week| html! {
                    <tr>{for week.iter().map(|day| cell(file, &work, entries, *day, first, today))}</tr>
                })}
            </tbody>
        </table>
        {days_off(file, first)}
        </>
    }
}

/// The days off of a month by name, for the phone, whose cells have no room for names.
fn days_off(file: &PlanFile, first: Date) -> Html {
    let in_month = |day: Date| (day.year(), day.month()) == (first.year(), first.month());
    let mut names: Vec<(Date, String)> = file
        .holidays
        .iter()
        .filter(|holiday| in_month(holiday.date))
        .map(|holiday| (holiday.date, text::day_off(&date_short(holiday.date), &holiday.name)))
        .collect();
    order::sort(&mut names);
    let names: Vec<String> = names.into_iter().map(|(_, name)| name).collect();
    html! { if !names.is_empty() { <p class="key phone-only" aria-hidden="true">{names.join("; ")}</p> } }
}

fn cell(
    file: &PlanFile,
    work: &WorkCalendar,
    entries: &[DueEntry],
    day: Date,
    first: Date,
    today: Date,
) -> Html {
    let other = (day.year(), day.month()) != (first.year(), first.month());
    let number = if other { date_short(day) } else { day.day().to_string() };
    let class = classes!(
        (!work.is_working_day(day)).then_some("off"),
        other.then_some("other"),
        (day == today).then_some("today")
    );
    let holiday = file.holidays.iter().find(|holiday| holiday.date == day);
    let from = entries.partition_point(|entry| entry.date < day);
    let due = entries[from..].iter().take_while(|entry| entry.date == day);
    html! {
        <td {class}>
            <span class="day">{number}</span>
            if day == today { <span class="sr">{text::TODAY_SR}</span> }
            if let Some(holiday) = holiday { <span class="holiday" title={holiday.source.clone()}>{&holiday.name}</span> }
            {for due.map(event)}
        </td>
    }
}

fn event(entry: &DueEntry) -> Html {
    let words =
        if entry.note.is_empty() { entry.label.clone() } else { format!("{}: {}", entry.label, entry.note) };
    let of = entry.state;
    html! {
        <a class="event" href={route_of(entry).href()} data-state={of.key()} title={words.clone()}>
            {icon(state_glyph(of))}<span>{words}</span>
        </a>
    }
}

/// Where an entry leads.
fn route_of(entry: &DueEntry) -> Route {
    match &entry.what {
        DueKind::Duty(duty) => Route::duty(duty),
        DueKind::Continuous => {
            let list = Route::to(Screen::Duties).with(address::CADENCE, "thuong-xuyen");
            if entry.state.is_pressing() {
                list.with(address::STATE, address::state_word(entry.state))
            } else {
                list
            }
        }
        DueKind::Returns(filings) | DueKind::CutOff(filings) | DueKind::Report(filings) => {
            filings.first().map_or_else(|| Route::to(Screen::Report), Route::filing)
        }
        DueKind::Targets => Route::to(Screen::Overview),
    }
}

/// What is still to come, soonest first; done things are over.
fn coming(file: &PlanFile, entries: &[DueEntry], today: Date) -> Html {
    let next: Vec<&DueEntry> = entries
        .iter()
        .filter(|entry| entry.date >= today && entry.state != State::Done)
        .take(COMING)
        .collect();
    if next.is_empty() {
        return html! { <p class="muted small">{text::NOTHING_COMING}</p> };
    }
    let line = |entry: &DueEntry| {
        let offices = match entry.offices.as_slice() {
            [] => String::new(),
            [one] => full_name(file, one).to_string(),
            all => text::offices(all.len()),
        };
        // What one office owes is said by the days left; of many it is said how many are missing.
        let note = if entry.offices.len() > 1 { entry.note.as_str() } else { "" };
        let meta: Vec<&str> = [offices.as_str(), note].into_iter().filter(|part| !part.is_empty()).collect();
        let days = (entry.date - today).num_days();
        html! {
            <li>
                <div class="line"><b class="strong">{date_short(entry.date)}</b>{state(entry.state, text::days(days))}</div>
                <a href={route_of(entry).href()}>{&entry.label}</a>
                <div class="meta small">{meta.join(" · ")}</div>
            </li>
        }
    };
    html! { <ul class="list">{for next.into_iter().map(line)}</ul> }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn a_month_is_whole_weeks_from_monday() {
        let november = weeks(day("2026-11-01"));
        assert_eq!((november[0][0], november[0][6]), (day("2026-10-26"), day("2026-11-01")));
        assert_eq!(november.last().and_then(|week| week.last()), Some(&day("2026-12-06")));
        assert!(november.iter().all(|week| week.len() == 7));
        assert_eq!(weeks(day("2027-02-01")).len(), 4, "a February of four weeks has no fifth");
    }

    #[test]
    fn the_address_names_the_month() {
        let today = day("2026-11-20");
        assert_eq!(month_of(&Route::parse("#/nhiem-vu/lich"), today), day("2026-11-01"));
        assert_eq!(month_of(&Route::parse("#/nhiem-vu/lich?thang=2026-02"), today), day("2026-02-01"));
        assert_eq!(month_of(&Route::parse("#/nhiem-vu/lich?thang=hai"), today), day("2026-11-01"));
    }

    #[test]
    fn filters_reach_the_calendar() {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let progress = Progress::of(&file, day("2026-11-20"));
        let rows = super::super::rows::all(&file, &progress);
        let of = |hash: &str| entries(&file, &progress, &rows, &Filter::of(&Route::parse(hash)));
        let all = of("#/nhiem-vu/lich");
        assert!(all.iter().any(|entry| matches!(entry.what, DueKind::CutOff(_))));
        let late = of("#/nhiem-vu/lich?tinh-trang=tre");
        assert_eq!(late.len(), progress.verdict.late);
        let office = of("#/nhiem-vu/lich?co-quan=phong-kinh-te");
        assert!(!office.is_empty() && office.iter().all(|entry| entry.offices == ["phong-kinh-te"]));
    }
}
