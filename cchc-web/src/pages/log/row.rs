//! One row of the table, rendered again only when what it shows has changed.

use std::rc::Rc;
use std::sync::Arc;

use cchc_core::calendar::Date;
use cchc_core::id::ActivityId;
use cchc_core::register::{Activity, Evidence, EvidenceForm};
use cchc_core::text::{Query, date_short, date_vi, integer_vi};
use yew::prelude::*;

use super::names::SharedNames;
use crate::components::{State, marked, state};
use crate::route::Screen;
use crate::store::use_today;
use crate::strings::{exchange, log as text};

/// What a person does with a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Gesture {
    /// Opens it to change it.
    Open(ActivityId),
    /// Ticks it; with Shift, everything from the last tick on.
    Pick {
        /// The row.
        id: ActivityId,
        /// Shift was held.
        range: bool,
    },
}

/// What a row is given.
#[derive(Properties, PartialEq)]
pub(super) struct LogRowProps {
    /// What it shows.
    pub activity: ArcActivity,
    /// How things are called.
    pub names: SharedNames,
    /// What is searched.
    pub query: Rc<Query>,
    /// Its place among all rows, from 1, the head counted.
    pub place: usize,
    /// Whether it is ticked; none where rows are only read.
    pub pick: Option<bool>,
    /// Whether Tab stops at it.
    pub current: bool,
    /// Whether it has just been logged.
    pub fresh: bool,
    /// Whether it waits for a decision in Trao đổi tệp.
    pub undecided: bool,
    /// Called with what a person does.
    pub ongesture: Callback<Gesture>,
}

/// A shared activity that is equal while it is the same one.
#[derive(Clone, Debug)]
pub(super) struct ArcActivity(pub Arc<Activity>);

impl PartialEq for ArcActivity {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What the ids of rows' elements begin with.
const ROW: &str = "hd-";

/// The id of a row's element.
pub(super) fn row_id(id: &ActivityId) -> String {
    format!("{ROW}{id}")
}

/// The activity of a row's element.
pub(super) fn activity_of(row_id: &str) -> Option<ActivityId> {
    ActivityId::new(row_id.strip_prefix(ROW)?).ok()
}

/// The row.
#[component]
pub(super) fn LogRow(props: &LogRowProps) -> Html {
    let today = use_today();
    let activity = &props.activity.0;
    let (names, query) = (&props.names, &props.query);
    let office = names.office(&activity.office);
    let duty = activity.duty.as_ref().map(|id| names.duty(id)).unwrap_or_default();
    let channel = activity.channel.as_ref().map(|id| names.channel(id)).unwrap_or_default();
    let first = activity.counts.first();
    let unit = first.map(|count| names.unit(&count.unit).full).unwrap_or_default();
    let more = activity.counts.len().saturating_sub(1);
    let counts = (more > 0).then(|| {
        text::counts(activity.counts.iter().map(|count| (count.value, names.unit(&count.unit).full)))
    });
    html! {
        <tr id={row_id(&activity.id)} tabindex={if props.current { "0" } else { "-1" }}
            aria-selected={props.pick.map(|picked| picked.to_string())} aria-rowindex={props.place.to_string()}
            class={props.fresh.then_some("fresh")}>
            <td class="d-pick">{for props.pick.map(|picked| pick(props, picked))}</td>
            <td class="d-date">{date_vi(activity.date)}</td>
            <td class="d-office" title={&office.full}>{marked(&office.short, query)}</td>
            <td class="d-duty" title={&duty.full}>{marked(&duty.short, query)}</td>
            <td class="d-channel" title={&channel.full}>{marked(&channel.short, query)}</td>
            <td class="d-title" title={activity.title.clone()}>{title(props)}{undecided(props)}{beside(activity, names, query)}</td>
            <td class="num d-count" data-unit={&unit}>{first.map(|count| integer_vi(count.value as i64))}</td>
            <td class="d-unit" title={counts}>{&unit}if more > 0 { {format!(" +{more}")} }</td>
            <td class="d-proof">{proof(activity, today, query, props.current)}</td>
        </tr>
    }
}

fn pick(props: &LogRowProps, picked: bool) -> Html {
    let (id, ongesture) = (props.activity.0.id.clone(), props.ongesture.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        ongesture.emit(Gesture::Pick { id: id.clone(), range: event.shift_key() });
    });
    html! {
        <span class="check">
            <input type="checkbox" tabindex="-1" aria-label={text::pick(&props.activity.0.title)} checked={picked} {onclick} />
        </span>
    }
}

fn title(props: &LogRowProps) -> Html {
    let words = marked(&props.activity.0.title, &props.query);
    if props.pick.is_none() {
        return words;
    }
    let (id, ongesture) = (props.activity.0.id.clone(), props.ongesture.clone());
    let onclick = Callback::from(move |_: MouseEvent| ongesture.emit(Gesture::Open(id.clone())));
    html! { <button class="open" type="button" tabindex="-1" {onclick}>{words}</button> }
}

/// A row whose values several offices wrote differently leads to where one is chosen.
fn undecided(props: &LogRowProps) -> Html {
    if !props.undecided {
        return Html::default();
    }
    let tab = if props.current { "0" } else { "-1" };
    html! { <>{" "}<a class="undecided" href={Screen::Exchange.href()} tabindex={tab}>{state(State::Late, exchange::CONFLICT)}</a></> }
}

/// Where a search hit what the row does not show: that field, under the title.
fn beside(activity: &Activity, names: &SharedNames, query: &Query) -> Html {
    if query.is_empty() {
        return Html::default();
    }
    let office = names.office(&activity.office);
    let duty = activity.duty.as_ref().map(|id| names.duty(id)).unwrap_or_default();
    let channel = activity.channel.as_ref().map(|id| names.channel(id)).unwrap_or_default();
    let evidence = activity.evidence.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("; ");
    let shown = [&*activity.title, &*office.short, &*duty.short, &*channel.short];
    let hidden = [
        (text::NOTE, activity.note.as_str()),
        (text::AUDIENCE, activity.audience.as_str()),
        (text::DUTY, &duty.full),
        (text::CHANNEL, &channel.full),
        (text::OFFICE, &office.full),
        (text::EVIDENCE, &evidence),
    ];
    if shown.into_iter().any(|field| !query.ranges(field).is_empty()) {
        return Html::default();
    }
    let hit = hidden.into_iter().find(|(_, field)| !query.ranges(field).is_empty());
    hit.map_or_else(Html::default, |(label, field)| {
        html! { <span class="sub">{label}{": "}{marked(field, query)}</span> }
    })
}

fn proof(activity: &Activity, today: Date, query: &Query, current: bool) -> Html {
    let Some(first) = activity.evidence.iter().find(|one| !one.text.trim().is_empty()) else {
        if activity.is_planned(today) {
            return state(State::None, text::PLANNED);
        }
        return state(State::Missing, text::LACKING);
    };
    let more = activity.evidence.len() - 1;
    let shown = match first.form() {
        EvidenceForm::Link(address) => {
            let tab = if current { "0" } else { "-1" };
            html! {
                <a href={address.to_owned()} target="_blank" rel="noopener noreferrer" title={address.to_owned()} tabindex={tab}>
                    {text::link_of(&date_short(date_of(first, activity)))}
                </a>
            }
        }
        EvidenceForm::NotALink(words) | EvidenceForm::Text(words) => {
            html! { <span title={words.to_owned()}>{marked(words, query)}</span> }
        }
    };
    html! { <>{shown}if more > 0 { {format!(" +{more}")} }</> }
}

fn date_of(evidence: &Evidence, activity: &Activity) -> cchc_core::calendar::Date {
    evidence.date.unwrap_or(activity.date)
}
