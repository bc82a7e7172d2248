//! Which offices have sent their figures, in this period and over the year; who sends by when; what is still to do before
//! signing.

use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::id::OfficeId;
use cchc_core::plan::ReportRule;
use cchc_core::progress::{LevelDue, Progress, ReportItem, ReportingRate, reporting_rates};
use cchc_core::report::life::drop_deadline;
use cchc_core::text::{date_vi, percent_vi};
use yew::prelude::*;

use super::view::View;
use super::{Asking, RETURNS, edit, edits};
use crate::components::{DateField, Glyph, Inferred, icon};
use crate::pages::progress::{full_name, short_name, use_progress};
use crate::route::{Route, Screen};
use crate::store::{Store, use_plan, use_store, use_today};
use crate::strings::{common, life, report as text};

#[derive(Properties, PartialEq)]
pub(super) struct PanelProps {
    pub(super) view: Rc<View>,
    pub(super) items: Rc<Rc<[ReportItem]>>,
    pub(super) only_reads: bool,
    pub(super) ask: Callback<Asking>,
}

/// `.desk-panel`.
#[component]
pub(super) fn Panel(props: &PanelProps) -> Html {
    let (open, store, progress) = (use_plan(), use_store(), use_progress());
    let item = &props.view.item;
    let rates = reporting_rates(&open.file, &progress);
    let rows = item.returns.iter().map(|(office, on)| {
        html! {
            <Return key={office.as_str()} view={Rc::clone(&props.view)} items={Rc::clone(&props.items)} office={office.clone()}
                on={*on} only_reads={props.only_reads} />
        }
    });
    let rule = item.rule.as_ref().and_then(|rule| open.file.report_rules.get(rule));
    html! {
        <div class="desk-panel" id={RETURNS}>
            <section aria-labelledby="so-lieu-h">
                <h2 id="so-lieu-h">{text::RETURNS}</h2>
                <p class="hint">{text::RETURNS_HINT}</p>
                <ul class="returns">{for rows}</ul>
            </section>
            <section aria-labelledby="so-lieu-cap">
                <h2 id="so-lieu-cap">{text::LEVELS}</h2>
                {levels(props, &store, rule)}
                {remarks(props)}
            </section>
            <section class="wide" aria-labelledby="so-lieu-ty-le">
                <h2 id="so-lieu-ty-le">{life::RATES}</h2>
                {rates_table(&open.file, &progress, &rates, !props.only_reads)}
            </section>
        </div>
    }
}

fn levels(props: &PanelProps, store: &Store, rule: Option<&ReportRule>) -> Html {
    let item = &props.view.item;
    if item.levels.is_empty() {
        return html! { <p class="hint">{text::NO_LEVELS}</p> };
    }
    let level = |(at, level): (usize, &LevelDue)| {
        let stated = rule.and_then(|rule| rule.levels.get(at)).and_then(|level| level.deadline.as_ref());
        let stated = stated.filter(|_| level.set_by.is_empty());
        let inferred = stated.and_then(|stated| Some((stated, stated.basis.mark()?)));
        let drop = (!level.set_by.is_empty() && !props.only_reads).then(|| drops(store, item, at));
        html! {
            <li>
                <span>{text::level(&level.from, &level.to)}</span>
                <span class="nowrap">{date_vi(level.due)}</span>
                if let Some((stated, mark)) = inferred {
                    <Inferred id={format!("so-lieu-cap-{at}")} what={text::level(&level.from, &level.to)} {mark}
                        value={date_vi(level.due)} wording={stated.wording.clone()} reason={stated.reason.clone()} />
                }
                if !level.set_by.is_empty() { <span class="sub">{life::set_by(&level.set_by)}{" "}{for drop}</span> }
            </li>
        }
    };
    let onclick = props.ask.reform(|_: MouseEvent| Asking::Due);
    html! {
        <>
            <ul class="levels">{for item.levels.iter().enumerate().map(level)}</ul>
            if !props.only_reads { <button class="btn" type="button" {onclick}>{icon(Glyph::Mail)}{text::CHANGE_DUE}</button> }
        </>
    }
}

/// "Bỏ hạn đổi".
fn drops(store: &Store, item: &ReportItem, at: usize) -> Html {
    let (store, item) = (store.clone(), item.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let Some(file) = store.file() else { return };
        match drop_deadline(&file, &item, at) {
            Ok(edits) => edit(&store, life::DUE_DROP, edits, life::DUE_DROP_DONE),
            Err(refusal) => store.notify(refusal.to_string()),
        }
    });
    html! { <button class="btn-link" type="button" {onclick}>{life::DUE_DROP}</button> }
}

/// The way to a text that urges an office.
fn urge(office: &OfficeId, name: &str) -> Html {
    let to = Route::to(Screen::Overview).at(format!("nhac-viec/{office}"));
    html! { <a class="nowrap" href={to.href()} aria-label={life::urge(name)}>{life::URGE}</a> }
}

/// Tỷ lệ báo cáo of each office over the year, with the way to a text that urges it.
fn rates_table(file: &PlanFile, progress: &Progress, rates: &[ReportingRate], can_write: bool) -> Html {
    if rates.iter().all(|rate| rate.expected == 0) {
        return html! { <p class="hint">{life::NO_RATES}</p> };
    }
    let share = |count: u32, percent: Option<f64>| match percent {
        Some(percent) => format!("{count} ({})", percent_vi(percent)),
        None => common::NONE.to_owned(),
    };
    let row = |rate: &ReportingRate| {
        let office = full_name(file, &rate.office);
        let missing: Vec<&str> =
            rate.missing.iter().map(|at| progress.obligations[*at].label.as_str()).collect();
        html! {
            <tr key={rate.office.as_str()}>
                <th scope="row" title={office.clone()}>{short_name(file, &rate.office)}</th>
                <td class="num" data-label={life::RATE_HEADS[1]}>{rate.expected}</td>
                <td class="num" data-label={life::RATE_HEADS[2]}>{share(rate.received, rate.completeness())}</td>
                <td class="num" data-label={life::RATE_HEADS[3]}>{share(rate.on_time, rate.timeliness())}</td>
                <td data-label={life::RATE_HEADS[4]}>{if missing.is_empty() { common::NONE.to_owned() } else { missing.join(", ") }}</td>
                <td>if can_write && !missing.is_empty() { {urge(&rate.office, &office)} }</td>
            </tr>
        }
    };
    html! {
        <>
            <p class="hint">{life::RATES_HINT}</p>
            <div class="scroll-x" tabindex="0" role="region" aria-label={life::RATES_TABLE}>
                <table class="table">
                    <thead><tr>
                        {for life::RATE_HEADS.iter().enumerate().map(|(at, head)| html! { <th scope="col" class={(1..4).contains(&at).then_some("num")}>{*head}</th> })}
                        <td></td>
                    </tr></thead>
                    <tbody>{for rates.iter().map(row)}</tbody>
                </table>
            </div>
        </>
    }
}

fn remarks(props: &PanelProps) -> Html {
    let view = &props.view;
    html! {
        <>
            <h2>{text::BEFORE_SIGNING}</h2>
            if view.item.is_sent() || view.item.is_frozen {
                <p class="hint">{if view.item.is_frozen { text::IS_FROZEN } else { text::IS_SENT }}</p>
            } else if view.report.remarks.is_empty() {
                <p class="hint">{text::NOTHING_LEFT}</p>
            } else {
                <ul class="remarks">{for view.report.remarks.iter().map(|remark| html! { <li>{remark}</li> })}</ul>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ReturnProps {
    view: Rc<View>,
    items: Rc<Rc<[ReportItem]>>,
    office: OfficeId,
    on: Option<Date>,
    only_reads: bool,
}

/// One office: whether it has sent its figures, and on which day.
#[component]
fn Return(props: &ReturnProps) -> Html {
    let (store, open, today) = (use_store(), use_plan(), use_today());
    let refused = use_state_eq(|| false);
    let name = open.file.offices.get(&props.office).map_or("", |office| office.name.as_str());
    let change = {
        let (store, refused) = (store.clone(), refused.clone());
        let (view, items, office) = (Rc::clone(&props.view), Rc::clone(&props.items), props.office.clone());
        move |on: Option<Date>| {
            let Some(file) = store.file() else { return };
            refused.set(on.is_some_and(|on| on > today));
            let (label, edits) =
                of(&file, &items, &view.item, &office, on.filter(|on| *on <= today), on.is_none());
            edit(&store, label, edits, label);
        }
    };
    let ontick = {
        let (change, received) = (change.clone(), props.on.is_some());
        Callback::from(move |_: MouseEvent| change((!received).then_some(today)))
    };
    // An emptied date is typed on; only the box takes the note away.
    let onchange = Callback::from(move |on: Option<Date>| {
        if on.is_some() {
            change(on);
        }
    });
    let id = format!("so-lieu-{}", props.office);
    html! {
        <li>
            <label>
                <span class="check"><input type="checkbox" checked={props.on.is_some()} disabled={props.only_reads} onclick={ontick} /></span>
                {name}
            </label>
            if let Some(on) = props.on {
                if props.only_reads {
                    <span>{date_vi(on)}</span>
                } else {
                    <DateField {id} class="bare" label={text::received_on(name)} value={Some(on)} {onchange}
                        error={refused.then_some(AttrValue::Static(text::NOT_YET))} />
                }
            } else {
                <span class="muted">
                    {text::NOT_RETURNED}
                    if !props.only_reads { {" · "}{urge(&props.office, name)} }
                </span>
            }
        </li>
    }
}

fn of(
    file: &PlanFile,
    items: &[ReportItem],
    item: &ReportItem,
    office: &OfficeId,
    on: Option<Date>,
    drop: bool,
) -> (&'static str, Vec<cchc_core::exchange::Edit>) {
    match on {
        Some(on) => (text::NOTE_RETURN, edits::receive(file, items, item, office, on)),
        None if drop => (text::DROP_RETURN, edits::unreceive(file, items, item, office)),
        None => (text::NOTE_RETURN, Vec::new()),
    }
}
