//! The search field and the filters. A filter that is off is a list to choose from; one that is on is a chip with ×.

use std::rc::Rc;

use cchc_core::calendar::{Date, Period, PeriodKind, Window, periods_of};
use cchc_core::exchange::PlanFile;
use cchc_core::id::{ChannelId, DutyId, OfficeId};
use cchc_core::text::{capitalized, range_vi};
use chrono::Datelike as _;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::fields::Options;
use super::filter::{Days, LogFilter, Which};
use super::names::SharedNames;
use crate::components::{Chip, Glyph, Select, SelectOption, icon};
use crate::strings::{common, log as text};

/// What the toolbar is given.
#[derive(Properties, PartialEq)]
pub(super) struct ToolbarProps {
    /// What is shown now.
    pub filter: LogFilter,
    /// Called with another filter; what is searched stays as it is.
    pub onfilter: Callback<LogFilter>,
    /// Called with every keystroke of the search.
    pub ontext: Callback<String>,
    /// How things are called.
    pub names: SharedNames,
    /// What can be chosen.
    pub options: Rc<Options>,
    /// The report windows of the year, with their names.
    pub windows: Rc<[(String, Window)]>,
    /// Năm kế hoạch.
    pub year: i32,
    /// How many of the rows lack evidence.
    pub lacking: usize,
    /// "14 trong 96 hoạt động".
    pub count: AttrValue,
    /// Called to take the rows away as a spreadsheet.
    pub ontable: Callback<MouseEvent>,
}

/// The search field, the chips and the count.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    let oninput = props.ontext.reform(|event: InputEvent| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        input.map(|input| input.value()).unwrap_or_default()
    });
    let filter = LogFilter { text: String::new(), ..props.filter.clone() };
    html! {
        <div class="toolbar" role="search" aria-label={text::FILTERS}>
            <div class="finder">
                {icon(Glyph::Search)}
                <input class="input" type="search" id="nhat-ky-tim" aria-label={text::SEARCH} placeholder={text::SEARCH_HINT}
                    autocomplete="off" value={props.filter.text.clone()} {oninput} />
            </div>
            <div class="chips" role="group" aria-label={text::FILTER_CHIPS} tabindex="0">
                <Chips {filter} onfilter={&props.onfilter} names={props.names.clone()} options={Rc::clone(&props.options)}
                    windows={Rc::clone(&props.windows)} year={props.year} />
                {lacking(props)}
            </div>
            <span class="muted end" role="status">{&props.count}</span>
            <button class="btn-link small" type="button" aria-label={common::TABLE} title={common::TABLE} onclick={&props.ontable}>
                {icon(Glyph::Download)}{common::TABLE_SHORT}
            </button>
        </div>
    }
}

/// What the chips are given: nothing that a key in the search field changes.
#[derive(Properties, PartialEq)]
struct ChipsProps {
    /// What is shown now, whatever is searched.
    filter: LogFilter,
    onfilter: Callback<LogFilter>,
    names: SharedNames,
    options: Rc<Options>,
    windows: Rc<[(String, Window)]>,
    year: i32,
}

/// The filters, those that are on and those that can be set.
#[component]
fn Chips(props: &ChipsProps) -> Html {
    html! {
        <>
            {days(props)}
            {office(props)}
            {channel(props)}
            {duty(props)}
            {others(props)}
        </>
    }
}

/// A chip that takes a filter away.
fn on(props: &ChipsProps, label: AttrValue, without: LogFilter) -> Html {
    let onclick = props.onfilter.reform(move |_: MouseEvent| without.clone());
    html! { <Chip pressed=true {onclick}>{label}</Chip> }
}

/// A list that sets a filter.
fn off(
    props: &ChipsProps,
    id: &'static str,
    label: (&'static str, &'static str),
    options: Rc<[SelectOption]>,
    with: impl Fn(LogFilter, &str) -> LogFilter + 'static,
) -> Html {
    let (word, name) = label;
    let filter = props.filter.clone();
    let onfilter = props.onfilter.clone();
    let onchange = Callback::from(move |chosen: Option<AttrValue>| {
        if let Some(chosen) = chosen {
            onfilter.emit(with(filter.clone(), &chosen));
        }
    });
    html! { <Select {id} class={classes!("chip", id)} aria_label={name} {options} value={None::<AttrValue>} none={word} {onchange} /> }
}

fn days(props: &ChipsProps) -> Html {
    let filter = &props.filter;
    if filter.days != Days::All {
        return on(props, days_label(filter.days, &props.windows), filter.whole_year());
    }
    let months = periods_of(PeriodKind::Month, props.year).map(|month| {
        SelectOption::new(month.to_string(), text::month_of(month.number(), month.year())).under(text::MONTHS)
    });
    let windows = props.windows.iter().map(|(name, window)| {
        let label = format!("{name}, {}", range_vi(window.from, window.to));
        SelectOption::new(format!("{}..{}", window.from, window.to), label).under(text::WINDOWS)
    });
    off(
        props,
        "loc-thang",
        (text::MONTH, text::BY_MONTH),
        months.chain(windows).collect(),
        |filter, chosen| LogFilter { days: read_days(chosen), ..filter },
    )
}

fn read_days(chosen: &str) -> Days {
    let day = |text: &str| text.parse::<Date>().ok();
    match (chosen.parse::<Period>(), chosen.split_once("..")) {
        (Ok(month), _) => Days::Month(month),
        (_, Some((from, to))) => match (day(from), day(to)) {
            (Some(from), Some(to)) => Days::Between(Window { from, to }),
            _ => Days::All,
        },
        _ => Days::All,
    }
}

/// How the days are called on a chip: "Tháng 11/2026", "Quý IV, 15/9–14/12".
pub(super) fn days_label(days: Days, windows: &[(String, Window)]) -> AttrValue {
    match days {
        Days::All => AttrValue::default(),
        Days::Month(month) => text::month_of(month.number(), month.year()).into(),
        Days::Between(window) => {
            let range = range_vi(window.from, window.to);
            let named = windows.iter().find(|(_, other)| *other == window);
            named.map_or_else(|| range.clone(), |(name, _)| format!("{name}, {range}")).into()
        }
    }
}

/// The windows of the plan's quarterly, half-yearly and yearly reports, with their names.
pub(super) fn report_windows(file: &PlanFile) -> Rc<[(String, Window)]> {
    let mut windows: Vec<(String, Window)> = Vec::new();
    for rule in &file.report_rules {
        let Some(kind) = rule.period else { continue };
        for period in periods_of(kind, file.plan.year) {
            let parts = &rule.parts.value;
            let window = rule.window.value.window(period);
            if (parts.is_empty() || parts.contains(&period.number()))
                && !windows.iter().any(|(_, w)| *w == window)
            {
                windows.push((capitalized(&period.short_vi()), window));
            }
        }
    }
    windows.into()
}

fn office(props: &ChipsProps) -> Html {
    if let Some(id) = &props.filter.office {
        return on(props, props.names.office(id).short, LogFilter { office: None, ..props.filter.clone() });
    }
    let options = Rc::clone(&props.options.offices);
    off(props, "loc-co-quan", (text::OFFICE, text::BY_OFFICE), options, |filter, id| LogFilter {
        office: OfficeId::new(id).ok(),
        ..filter
    })
}

fn channel(props: &ChipsProps) -> Html {
    let without = || LogFilter { channel: Which::Any, ..props.filter.clone() };
    match &props.filter.channel {
        Which::Is(id) => on(props, props.names.channel(id).short, without()),
        Which::Unnamed => on(props, text::UNNAMED_CHANNEL.into(), without()),
        Which::Any => {
            let options = Rc::clone(&props.options.channels);
            off(props, "loc-kenh", (text::CHANNEL, text::BY_CHANNEL), options, |filter, id| LogFilter {
                channel: ChannelId::new(id).map_or(Which::Any, Which::Is),
                ..filter
            })
        }
    }
}

fn duty(props: &ChipsProps) -> Html {
    let without = || LogFilter { duty: Which::Any, ..props.filter.clone() };
    match &props.filter.duty {
        Which::Is(id) => {
            let name = props.names.duty(id);
            on(props, text::duty_chip(name.order, &name.short).into(), without())
        }
        Which::Unnamed => on(props, text::UNNAMED_DUTY.into(), without()),
        Which::Any => {
            let options = Rc::clone(&props.options.duty_list);
            off(props, "loc-nhiem-vu", (text::DUTY, text::BY_DUTY), options, |filter, id| LogFilter {
                duty: DutyId::new(id).map_or(Which::Any, Which::Is),
                ..filter
            })
        }
    }
}

/// Filters that only a link from another screen sets.
fn others(props: &ChipsProps) -> Html {
    let filter = &props.filter;
    let topic = match &filter.topic {
        Which::Any => None,
        Which::Unnamed => Some(AttrValue::Static(text::UNNAMED_TOPIC)),
        Which::Is(id) => Some(text::topic_chip(&props.names.topic(id).short).into()),
    };
    let group = filter.group.as_ref().map(|id| props.names.group(id).short);
    let unit = filter.unit.as_ref().map(|id| AttrValue::from(text::unit_chip(&props.names.unit(id).full)));
    html! {
        <>
            if let Some(label) = topic { {on(props, label, LogFilter { topic: Which::Any, ..filter.clone() })} }
            if let Some(label) = group { {on(props, label, LogFilter { group: None, ..filter.clone() })} }
            if let Some(proving) = &filter.proving { {on(props, text::proving_chip(&proving.name).into(), LogFilter { proving: None, ..filter.clone() })} }
            if let Some(label) = unit { {on(props, label, LogFilter { unit: None, ..filter.clone() })} }
        </>
    }
}

fn lacking(props: &ToolbarProps) -> Html {
    let pressed = props.filter.missing_evidence;
    if !pressed && props.lacking == 0 {
        return Html::default();
    }
    let other = LogFilter { missing_evidence: !pressed, ..props.filter.clone() };
    let onclick = props.onfilter.reform(move |_: MouseEvent| other.clone());
    html! { <Chip {pressed} {onclick}>{text::only_lacking(props.lacking)}</Chip> }
}

/// The month of a day, when something was logged in it; else the whole year: an empty table says little.
pub(super) fn first_days(file: &PlanFile, today: Date) -> Days {
    let logged =
        |a: &cchc_core::register::Activity| (a.date.year(), a.date.month()) == (today.year(), today.month());
    if file.activities.iter().any(logged) { Days::month_of(today) } else { Days::All }
}
