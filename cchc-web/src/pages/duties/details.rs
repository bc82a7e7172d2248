//! The opened row: what the plan says, what was read from it, and every period with the activities behind it.

use std::rc::Rc;

use cchc_core::calendar::Window;
use cchc_core::exchange::{PlanFile, RecordKey};
use cchc_core::id::DutyId;
use cchc_core::plan::{Duty, QuotaScope};
use cchc_core::progress::{Obligation, Progress, Rhythm, Standing, Task};
use cchc_core::record::Kind;
use cchc_core::text::{capitalized, date_vi, range_vi};
use yew::prelude::*;

use super::address;
use super::values::{Part, ValueMark, confirm, shown};
use crate::components::{Glyph, icon, standing};
use crate::pages::history::HistoryButton;
use crate::pages::log::filter::{Days, LogFilter, Which};
use crate::platform::dom;
use crate::route::{Route, Screen};
use crate::store::{use_plan, use_prefs, use_store};
use crate::strings::{common, duties as text};

/// What the details are given.
#[derive(Properties)]
pub(super) struct DetailsProps {
    pub(super) duty: DutyId,
    pub(super) progress: Rc<Progress>,
}

impl PartialEq for DetailsProps {
    fn eq(&self, other: &Self) -> bool {
        self.duty == other.duty && Rc::ptr_eq(&self.progress, &other.progress)
    }
}

/// The details of one duty.
#[component]
pub(super) fn Details(props: &DetailsProps) -> Html {
    let (open, store, prefs) = (use_plan(), use_store(), use_prefs());
    {
        // Whoever comes by a link finds the row they were sent to.
        let id = format!("nv-{}", props.duty);
        use_effect_with(props.duty.clone(), move |_| {
            dom::focus(&id);
        });
    }
    let file = &*open.file;
    let Some(duty) = file.duties.get_arc(&props.duty).cloned() else { return Html::default() };
    let may_edit = !prefs.only_reads();
    let confirm_all = {
        let duty = duty.clone();
        Callback::from(move |_: MouseEvent| confirm(&store, &duty, &duty.confirmed()))
    };
    html! {
        <section class="details" aria-label={text::part_of(text::DETAILS, &duty.short_name)}>
            <div class="details-grid">
                {wording(file, &duty)}
                {facts(file, &duty)}
            </div>
            {obligations(file, &props.progress, &duty)}
            if may_edit {
                <div class="actions">
                    <a class="btn" href={Route::to(Screen::Log).at(crate::shell::keyboard::ENTRY).with("nhiem-vu", duty.id.as_str()).href()}>
                        {icon(Glyph::Plus)}{text::LOG}
                    </a>
                    <a class="btn" href={address::edit(&duty.id).href()}>{text::EDIT}</a>
                    <HistoryButton record={RecordKey::new(Kind::Duties, duty.id.as_str())} />
                    if duty.has_inferred() {
                        <button class="btn" type="button" onclick={confirm_all}>{icon(Glyph::Done)}{text::CONFIRM_ALL}</button>
                    }
                </div>
            }
        </section>
    }
}

/// The plan's own words, in the document's type.
fn wording(file: &PlanFile, duty: &Duty) -> Html {
    let passage = file.passages.get(&duty.source.passage);
    let section = passage.map_or("", |passage| passage.section.as_str());
    let quote = duty.source.quote.as_str();
    html! {
        <div class="words">
            <h2>{text::WORDING}if !section.is_empty() { {" · "}{text::section(section)} }</h2>
            if quote.is_empty() {
                <p class="muted">{text::NO_WORDING}</p>
            } else {
                <blockquote>{"“"}{quote}{"”"}</blockquote>
                <a class="small" href={Route::passage(&duty.source.passage).href()}>{text::IN_PLAN}</a>
            }
        </div>
    }
}

fn facts(file: &PlanFile, duty: &Duty) -> Html {
    let value = |part: Part| {
        let shown = shown(file, duty, part)?;
        Some(html! {
            <div key={part.name()}><dt>{part.name()}</dt>
                <dd>{shown.value}{" "}<ValueMark duty={duty.id.clone()} {part} place="chi-tiet" /></dd></div>
        })
    };
    let plain = |name: &'static str, words: String| {
        let words = if words.is_empty() { common::NONE.to_owned() } else { words };
        html! { <div key={name}><dt>{name}</dt><dd>{words}</dd></div> }
    };
    let partners: Vec<&str> = duty.partners.iter().map(|partner| partner.name.as_str()).collect();
    html! {
        <dl class="facts">
            {plain(text::ROLE, capitalized(duty.role.vietnamese()))}
            {value(Part::Cadence)}
            {value(Part::Quota)}
            {plain(text::PARTNERS, capitalized(&partners.join(", ")))}
            {value(Part::Output)}
            {value(Part::Indices)}
            {value(Part::Topics)}
            {value(Part::Channels)}
        </dl>
    }
}

/// Every period with what counts for it; the figures lead to the activities.
fn obligations(file: &PlanFile, progress: &Progress, duty: &Duty) -> Html {
    let owed: Vec<&Obligation> =
        progress.of_duty(&duty.id).filter(|owed| owed.standing != Standing::Off).collect();
    if owed.is_empty() {
        let is_reports = duty.cadence.value == cchc_core::plan::Cadence::Reports;
        let words = if is_reports { text::SHARED_REPORTS } else { text::NO_OBLIGATIONS };
        return html! { <p class="muted small">{words}</p> };
    }
    html! {
        <table class="table periods">
            <caption class="sr">{text::part_of(text::OBLIGATIONS, &duty.short_name)}</caption>
            <thead><tr>
                <th scope="col">{text::COL_PERIOD}</th>
                <th scope="col">{text::COL_WINDOW}</th>
                <th scope="col">{text::COL_LAST_DAY}</th>
                <th scope="col">{text::COL_RESULT}</th>
                <th scope="col">{text::COL_STATE}</th>
            </tr></thead>
            <tbody>{for owed.into_iter().map(|owed| period(file, progress, duty, owed))}</tbody>
        </table>
    }
}

fn period(file: &PlanFile, progress: &Progress, duty: &Duty, owed: &Obligation) -> Html {
    let name = match &owed.task {
        Task::Report { filing, .. } => {
            html! { <a href={Route::filing(filing).href()}>{capitalized(&owed.label)}</a> }
        }
        _ => html! { {capitalized(&owed.label)} },
    };
    html! {
        <tr>
            <th scope="row">{name}</th>
            <td class="nowrap d-window">{range_vi(owed.window.from, owed.window.to)}</td>
            <td class="nowrap d-due">{date_vi(owed.due)}</td>
            <td>{result(file, progress, duty, owed)}</td>
            <td class="d-state">{standing(owed.state, &capitalized(&owed.phrase(progress.today)))}</td>
        </tr>
    }
}

fn result(file: &PlanFile, progress: &Progress, duty: &Duty, owed: &Obligation) -> Html {
    if owed.standing == Standing::Ahead || matches!(owed.task, Task::Report { .. }) {
        return html! { <span class="muted">{common::NONE}</span> };
    }
    let unit = owed.unit.as_ref().and_then(|unit| file.units.get(unit)).map_or("", |unit| unit.name.as_str());
    let count = owed.activities.len();
    let figure = if unit.is_empty() { String::new() } else { format!("{} {unit}", owed.figure()) };
    html! {
        <>
            if !figure.is_empty() { {figure}{" · "} }
            if count == 0 {
                <span class="muted">{text::activities(0)}</span>
            } else {
                <a href={in_log(duty, owed, progress).to_hash()}>{text::activities(count)}</a>
            }
            if owed.without_evidence > 0 { <span class="sub">{text::without_evidence(owed.without_evidence)}</span> }
        </>
    }
}

/// The activities that count: the duty's own, or everything on the channel that its quota names.
fn in_log(duty: &Duty, owed: &Obligation, progress: &Progress) -> LogFilter {
    // What is done once counts also after its last day.
    let to = if owed.rhythm == Rhythm::Single { owed.window.to.max(progress.today) } else { owed.window.to };
    let days = Days::Between(Window { to, ..owed.window });
    match duty.quota.as_ref().map(|quota| &quota.value.scope) {
        Some(QuotaScope::Channel(channel)) => {
            LogFilter { days, channel: Which::Is(channel.clone()), ..LogFilter::default() }
        }
        Some(QuotaScope::Duty) | None => {
            LogFilter { days, duty: Which::Is(duty.id.clone()), ..LogFilter::default() }
        }
    }
}
