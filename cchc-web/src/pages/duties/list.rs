//! The list: duties grouped by office; a row opens into its details.

use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::id::OfficeId;
use cchc_core::plan::Duty;
use cchc_core::progress::{Obligation, Progress, Rhythm, State};
use cchc_core::report::papers::PaperKind;
use cchc_core::text::{Query, capitalized, date_vi};
use chrono::Datelike as _;
use yew::prelude::*;

use super::details::Details;
use super::rows::{Filter, Row, What, count_at_hand, returns_title};
use super::values::{Part, ValueMark};
use super::{address, nothing_found};
use crate::components::{marked, standing, year_head};
use crate::pages::progress::strip;
use crate::pages::report::others::urging;
use crate::route::{Route, use_route};
use crate::store::use_plan;
use crate::strings::{common, duties as text};

/// What the list is given.
#[derive(Properties)]
pub(super) struct ListProps {
    pub(super) progress: Rc<Progress>,
    pub(super) rows: Rc<Vec<Row>>,
    pub(super) filter: Filter,
    /// The duty whose details are shown.
    pub(super) opened: Option<AttrValue>,
}

impl PartialEq for ListProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.progress, &other.progress)
            && Rc::ptr_eq(&self.rows, &other.rows)
            && (&self.filter, &self.opened) == (&other.filter, &other.opened)
    }
}

/// The table.
#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let (open, route) = (use_plan(), use_route());
    let (file, progress) = (&*open.file, &*props.progress);
    let query = props.filter.query();
    // The row that is open stays, whatever the filter: it would otherwise vanish when its value is confirmed.
    let is_opened =
        |row: &Row| row.duty().is_some_and(|duty| props.opened.as_deref() == Some(duty.id.as_str()));
    let shown: Vec<&Row> =
        props.rows.iter().filter(|row| props.filter.takes(row, progress, &query) || is_opened(row)).collect();
    if shown.is_empty() {
        return nothing_found(&route);
    }
    let now = (progress.today.year() == file.plan.year).then(|| progress.today.month());
    let groups = shown.chunk_by(|a, b| a.office == b.office);
    html! {
        <>
            {found(&props.filter, progress, &shown, file.duties.len())}
            <table class="table duties sticky stack hover">
                <colgroup>
                    <col /><col class="c-cad" /><col class="c-year" /><col class="c-with" /><col class="c-state" />
                </colgroup>
                <thead><tr>
                    <th scope="col">{text::COL_DUTY}</th>
                    <th scope="col">{text::COL_CADENCE}</th>
                    <th scope="col">{year_head(now)}</th>
                    <th scope="col">{text::COL_PARTNERS}</th>
                    <th scope="col">{text::COL_DUE}</th>
                </tr></thead>
                {for groups.map(|rows| html! {
                    <tbody key={rows[0].office.as_str()}>
                        {group_head(file, progress, &rows[0].office, &props.rows)}
                        {for rows.iter().map(|row| row_html(file, &props.progress, row, &route, &query, is_opened(row)))}
                    </tbody>
                })}
            </table>
        </>
    }
}

/// How many rows are left by a filter, and how many obligations are behind them.
fn found(filter: &Filter, progress: &Progress, shown: &[&Row], all: usize) -> Html {
    if filter.is_open() {
        return Html::default();
    }
    let duties = shown.iter().filter(|row| row.duty().is_some()).count();
    let owed = filter.state.filter(|state| *state != State::Done);
    let owed = owed.map(|state| count_at_hand(shown.iter().copied(), progress, state));
    // What is not done is what a letter urges.
    let urges = filter.unfinished || filter.state.is_some_and(|state| state != State::Done);
    let office = filter.office.as_deref().and_then(|id| OfficeId::new(id).ok());
    html! {
        <p class="found">
            <span role="status">{text::found(duties, all, owed)}</span>
            if urges { {" · "}<a href={urging(office.as_ref()).href()}>{PaperKind::Urge.vietnamese()}</a> }
        </p>
    }
}

fn group_head(file: &PlanFile, progress: &Progress, office: &OfficeId, rows: &[Row]) -> Html {
    let known = file.offices.get(office);
    let name = known.map_or(text::NO_OFFICE, |office| &office.name);
    let section = known
        .and_then(|office| file.passages.get(&office.source.passage))
        .map(|passage| passage.section.as_str())
        .filter(|section| !section.is_empty());
    let role = known.map(|office| office.role.vietnamese());
    let words: Vec<String> = role.map(str::to_owned).into_iter().chain(section.map(text::section)).collect();
    let own = || rows.iter().filter(|row| row.office == *office);
    let of = |state: State| count_at_hand(own(), progress, state);
    let counts = text::counts(of(State::Late), of(State::Missing), of(State::Soon));
    html! {
        <tr class="group">
            <th scope="rowgroup" colspan="5">
                {name}{" "}<span class="sub end">{counts}</span><span class="role">{words.join(" · ")}</span>
            </th>
        </tr>
    }
}

fn row_html(
    file: &PlanFile,
    progress: &Rc<Progress>,
    row: &Row,
    route: &Route,
    query: &Query,
    opened: bool,
) -> Html {
    let focus = row.focus.map(|index| &progress.obligations[index]);
    let due = focus.map_or_else(none, |owed| due(owed, progress));
    let Some(duty) = row.duty() else { return returns_html(file, progress, row, query, due) };
    let target = if opened { "" } else { duty.id.as_str() };
    let link = address::list(route).with(address::OPEN, target);
    html! {
        <>
            <tr key={duty.id.as_str()} class={opened.then_some("opened")}>
                <td><span class="title"><span class="muted">{duty.order}</span><span>
                    <a href={link.href()} id={format!("nv-{}", duty.id)} aria-expanded={opened.to_string()}>
                        {marked(&duty.name, query)}
                    </a>
                </span></span></td>
                <td>{cadence(file, duty)}</td>
                <td>{strip(file, &progress.strip(file, &duty.id))}</td>
                <td>{partners(file, duty, query)}</td>
                <td>{due}</td>
            </tr>
            if opened {
                <tr key={format!("{}-chi-tiet", duty.id)} class="details-row">
                    <td colspan="5"><Details duty={duty.id.clone()} progress={progress.clone()} /></td>
                </tr>
            }
        </>
    }
}

/// The row of an office's figures: no duty of the plan, so it has no number and no details.
fn returns_html(file: &PlanFile, progress: &Progress, row: &Row, query: &Query, due: Html) -> Html {
    debug_assert_eq!(row.what, What::Returns);
    html! {
        <tr key={format!("so-lieu-{}", row.office)}>
            <td><span class="title"><span class="muted">{common::NONE}</span><span>{marked(&returns_title(file), query)}</span></span></td>
            <td>{text::RETURNS_CADENCE}</td>
            <td>{strip(file, &progress.returns_strip(file, &row.office))}</td>
            <td>{none()}</td>
            <td>{due}</td>
        </tr>
    }
}

fn none() -> Html {
    html! { <span class="muted">{common::NONE}</span> }
}

fn cadence(file: &PlanFile, duty: &Duty) -> Html {
    let unit = duty.quota.as_ref().and_then(|quota| file.units.get(&quota.value.unit));
    let asks = duty.asks(unit);
    let part = if duty.quota.is_some() { Part::Quota } else { Part::Cadence };
    html! {
        <>
            {duty.cadence.value.vietnamese()}
            <span class="sub">{asks}{" "}<ValueMark duty={duty.id.clone()} {part} place="dong" /></span>
        </>
    }
}

fn partners(file: &PlanFile, duty: &Duty, query: &Query) -> Html {
    if duty.partners.is_empty() {
        return none();
    }
    let short = |partner: &cchc_core::plan::Partner| {
        let office = partner.office.as_ref().and_then(|id| file.offices.get(id));
        office.map_or_else(|| partner.name.clone(), |office| office.short_name.clone())
    };
    let names: Vec<String> = duty.partners.iter().map(short).collect();
    marked(&capitalized(&names.join(", ")), query)
}

/// The last day and how it stands; what is done once and for all needs its day no more.
fn due(owed: &Obligation, progress: &Progress) -> Html {
    let over = owed.standing.is_met() && matches!(owed.rhythm, Rhythm::Single | Rhythm::Occasional);
    html! {
        <>
            if !over { <span class="due-date">{date_vi(owed.due)}</span> }
            {standing(owed.state, &capitalized(&owed.phrase(progress.today)))}
        </>
    }
}
