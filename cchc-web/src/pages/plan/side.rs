//! The notes beside a passage: what the tool took from it, and how that stands.

use std::collections::HashMap;
use std::sync::Arc;

use cchc_core::adapt::needs_number;
use cchc_core::calendar::PeriodKind;
use cchc_core::exchange::PlanFile;
use cchc_core::id::{ChannelId, TopicId};
use cchc_core::plan::{
    Channel, CitedDocument, Duty, Goal, GoalKind, ReportForm, ReportRule, Stated, Target, Topic,
};
use cchc_core::progress::Progress;
use cchc_core::record::{Record, Records};
use cchc_core::text::{capitalized, percent_vi, roman, unbroken};
use yew::prelude::*;

use super::marks::{confirm, index_names, mark};
use super::notes::{AllNotes, Notes, footnote};
use crate::components::{State, standing, state, year_strip};
use crate::pages::duties::values::{Part, ValueMark};
use crate::pages::log::filter::{LogFilter, Which};
use crate::pages::report::others::brief_on;
use crate::route::Route;
use crate::store::Store;
use crate::strings::plan as text;

/// What the notes are made from.
pub(super) struct Side<'a> {
    pub(super) file: &'a PlanFile,
    pub(super) notes: &'a AllNotes<'a>,
    pub(super) progress: &'a Progress,
    pub(super) counts: &'a Counts,
    pub(super) store: &'a Store,
    /// Whether values can be confirmed.
    pub(super) writes: bool,
}

/// Activities of the year by topic and by channel.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Counts {
    topics: HashMap<TopicId, usize>,
    channels: HashMap<ChannelId, usize>,
}

impl Counts {
    pub(super) fn of(file: &PlanFile) -> Self {
        let mut counts = Self::default();
        for activity in &file.activities {
            for topic in &activity.topics {
                *counts.topics.entry(topic.clone()).or_default() += 1;
            }
            if let Some(channel) = &activity.channel {
                *counts.channels.entry(channel.clone()).or_default() += 1;
            }
        }
        counts
    }
}

impl Side<'_> {
    /// Everything beside one passage.
    pub(super) fn beside(&self, notes: &Notes<'_>, footnotes: &[u32]) -> Html {
        html! {
            <>
                {for notes.goals.iter().map(|goal| goal_note(goal))}
                {self.cited(notes)}
                {for footnotes.iter().map(|number| self.footnote(*number))}
                {for notes.topics.iter().map(|topic| self.topic(topic))}
                {for notes.targets.iter().map(|target| self.target(target))}
                {self.channels(notes)}
                {self.rules(&notes.rules)}
                {for notes.duties.iter().map(|duty| self.duty(duty))}
            </>
        }
    }

    fn confirming<R: Record + 'static>(
        &self,
        record: Option<&Arc<R>>,
        with: impl Fn(&mut R) + 'static,
    ) -> Option<Callback<()>> {
        record.filter(|_| self.writes).map(|record| confirm(self.store, record, with))
    }

    /// Documents that the passage itself cites.
    fn cited(&self, notes: &Notes<'_>) -> Html {
        match notes.documents.as_slice() {
            [] => Html::default(),
            [only] if self.file.plan.carries_out.contains(&only.id) => html! {
                <aside class="side-note" title={text::full_citation(only)}>
                    <b>{text::BASIS}</b>{" "}{text::brief_citation(only)}
                    if needs_number(only) { <span class="line">{state(State::Missing, text::TO_CONFIRM)}</span> }
                </aside>
            },
            some => html! {
                <aside class="side-note">
                    <details><summary>{text::cited(some.len())}</summary>{self.documents(some)}</details>
                </aside>
            },
        }
    }

    fn footnote(&self, number: u32) -> Html {
        let passage = footnote(self.file, number);
        let documents =
            passage.and_then(|p| self.notes.beside(&p.id)).map(|n| n.documents.clone()).unwrap_or_default();
        html! {
            <aside class="side-note">
                <details>
                    <summary>{text::footnote_documents(number, documents.len())}</summary>
                    {self.documents(&documents)}
                </details>
            </aside>
        }
    }

    /// Documents in full, each with what amends it.
    fn documents(&self, documents: &[&CitedDocument]) -> Html {
        let line = |document: &CitedDocument| {
            let amending = self.file.documents.iter().filter(|other| other.amends.contains(&document.id));
            html! {
                <li key={document.id.to_string()}>
                    {unbroken(&text::full_citation(document))}
                    if needs_number(document) { <span class="line">{state(State::Missing, text::TO_CONFIRM)}</span> }
                    {for amending.map(|other| html! { <span class="sub">{text::amended_by(other)}</span> })}
                </li>
            }
        };
        html! { <ul>{for documents.iter().map(|document| line(document))}</ul> }
    }

    fn topic(&self, topic: &Topic) -> Html {
        let count = self.counts.topics.get(&topic.id).copied().unwrap_or_default();
        let filter = LogFilter { topic: Which::Is(topic.id.clone()), ..LogFilter::default() };
        html! {
            <aside class="side-note">
                <b>{text::TOPIC}{" "}{topic.order}</b>{" "}
                if count > 0 {
                    <a href={filter.to_hash()}>{text::in_year(count)}</a>
                } else {
                    {text::in_year(0)}
                }
                <span class="line"><a class="btn-link" href={brief_on(&topic.id).href()}>{text::BRIEF}</a></span>
                if let Some(indices) = &topic.indices {
                    <span class="line">
                        {text::INDICES}{": "}{index_names(&indices.value)}
                        {mark(format!("suy-ra-chi-so-{}", topic.id), format!("{}, {}", text::INDICES, topic.short_name), indices,
                            index_names(&indices.value),
                            self.confirming(self.file.topics.get_arc(&topic.id), |topic| topic.indices.iter_mut().for_each(Stated::confirm)))}
                    </span>
                }
            </aside>
        }
    }

    fn target(&self, target: &Target) -> Html {
        let arc = self.file.targets.get_arc(&target.id);
        let id = |part: &str| format!("suy-ra-{part}-{}", target.id);
        html! {
            <aside class="side-note">
                <details>
                    <summary>
                        <b>{text::TARGET}{" "}{target.order}</b>{" "}
                        {percent_vi(target.percent.value)}{", "}{text::until(target.due.value)}
                    </summary>
                    <p>{&target.name}
                        {mark(id("ty-le"), text::PERCENT, &target.percent, percent_vi(target.percent.value),
                            self.confirming(arc, |target| target.percent.confirm()))}
                        {mark(id("han"), text::DUE, &target.due, text::until(target.due.value),
                            self.confirming(arc, |target| target.due.confirm()))}
                    </p>
                    <p>{text::NUMERATOR}{": "}{&target.numerator.value}
                        {mark(id("tu-so"), text::NUMERATOR, &target.numerator, target.numerator.value.clone(),
                            self.confirming(arc, |target| target.numerator.confirm()))}</p>
                    <p>{text::DENOMINATOR}{": "}{&target.denominator.value}
                        {mark(id("mau-so"), text::DENOMINATOR, &target.denominator, target.denominator.value.clone(),
                            self.confirming(arc, |target| target.denominator.confirm()))}</p>
                </details>
            </aside>
        }
    }

    fn channels(&self, notes: &Notes<'_>) -> Html {
        if notes.channels.is_empty() && notes.groups.is_empty() {
            return Html::default();
        }
        html! {
            <aside class="side-note">
                {for notes.groups.iter().map(|group| html! { <b title={group.name.clone()}>{text::GROUP}{" "}{group.order}</b> })}
                <ul>{for notes.channels.iter().map(|channel| self.channel(channel))}</ul>
                <details>
                    <summary>{text::UNITS}</summary>
                    <ul>{for notes.channels.iter().map(|channel| self.channel_values(channel))}</ul>
                </details>
            </aside>
        }
    }

    fn channel(&self, channel: &Channel) -> Html {
        let count = self.counts.channels.get(&channel.id).copied().unwrap_or_default();
        let filter = LogFilter { channel: Which::Is(channel.id.clone()), ..LogFilter::default() };
        html! {
            <li key={channel.id.to_string()} title={channel.name.clone()}>
                {&channel.short_name}{channel.listing.aside().map(|aside| format!(" ({aside})"))}{": "}
                if count > 0 { <a href={filter.to_hash()}>{text::activities(count)}</a> } else { {text::UNUSED} }
            </li>
        }
    }

    /// Unit, audience and language of a channel, with what they rest on.
    fn channel_values(&self, channel: &Channel) -> Html {
        let unit = self.file.units.get(&channel.unit.value).map(|unit| unit.name.clone()).unwrap_or_default();
        let arc = self.file.channels.get_arc(&channel.id);
        let id = |part: &str| format!("suy-ra-{part}-{}", channel.id);
        let what = |name: &str| format!("{name}, {}", channel.short_name);
        html! {
            <li key={channel.id.to_string()}>
                {&channel.short_name}{": "}{&unit}
                {mark(id("don-vi"), what(text::UNIT), &channel.unit, unit.clone(),
                    self.confirming(arc, |channel| channel.unit.confirm()))}
                if let Some(audience) = &channel.audience {
                    <span class="sub">{text::AUDIENCE}{": "}{&audience.value}
                        {mark(id("doi-tuong"), what(text::AUDIENCE), audience, audience.value.clone(),
                            self.confirming(arc, |channel| channel.audience.iter_mut().for_each(Stated::confirm)))}
                    </span>
                }
                if let Some(language) = &channel.language {
                    <span class="sub">{text::LANGUAGE}{": "}{&language.value}
                        {mark(id("ngon-ngu"), what(text::LANGUAGE), language, language.value.clone(),
                            self.confirming(arc, |channel| channel.language.iter_mut().for_each(Stated::confirm)))}
                    </span>
                }
            </li>
        }
    }

    fn rules(&self, rules: &[&ReportRule]) -> Html {
        if rules.is_empty() {
            return Html::default();
        }
        html! {
            <aside class="side-note">
                <details>
                    <summary>{text::rules(rules.len())}</summary>
                    <ul>{for rules.iter().map(|rule| self.rule(rule))}</ul>
                </details>
            </aside>
        }
    }

    fn rule(&self, rule: &ReportRule) -> Html {
        let arc = self.file.report_rules.get_arc(&rule.id);
        let id = |part: &str| format!("suy-ra-{part}-{}", rule.id);
        let parts = parts_of(rule);
        let form = match rule.form.value {
            ReportForm::Embedded => text::EMBEDDED,
            ReportForm::StandAlone => text::STAND_ALONE,
        };
        let cumulative =
            if rule.cumulative.value { text::WITH_YEAR_TO_DATE } else { text::WITHOUT_YEAR_TO_DATE };
        let window = rule.window.value.vietnamese();
        let levels = rule.levels.iter().enumerate().map(|(at, level)| {
            let deadline = level.deadline.as_ref().map_or_else(|| text::BY_REQUEST.to_owned(), |due| due.value.vietnamese());
            html! {
                <span class="sub" key={at}>{text::level(&level.from, &level.to, &deadline)}
                    {for level.deadline.as_ref().map(|due| mark(id(&format!("han-{at}")), text::DEADLINE, due, deadline,
                        self.confirming(arc, move |rule| rule.levels.iter_mut().skip(at).take(1)
                            .for_each(|level| level.deadline.iter_mut().for_each(Stated::confirm)))))}
                </span>
            }
        });
        html! {
            <li key={rule.id.to_string()}>
                <b>{&rule.name}</b>{", "}{form}
                {mark(id("hinh-thuc"), text::FORM, &rule.form, form, self.confirming(arc, |rule| rule.form.confirm()))}
                if !parts.is_empty() {
                    <span class="sub">{&parts}
                        {mark(id("ky"), text::PARTS, &rule.parts, parts.clone(), self.confirming(arc, |rule| rule.parts.confirm()))}
                    </span>
                }
                <span class="sub">{text::WINDOW}{": "}{window}
                    {mark(id("so-lieu"), text::WINDOW, &rule.window, window, self.confirming(arc, |rule| rule.window.confirm()))}
                </span>
                <span class="sub">{capitalized(cumulative)}
                    {mark(id("luy-ke"), text::CUMULATIVE, &rule.cumulative, cumulative, self.confirming(arc, |rule| rule.cumulative.confirm()))}
                </span>
                {for levels}
            </li>
        }
    }

    fn duty(&self, duty: &Duty) -> Html {
        let progress = self.progress.duty(&duty.id);
        let focus = progress.and_then(|p| p.focus).and_then(|at| self.progress.obligations.get(at));
        let strip = self.progress.strip(self.file, &duty.id);
        let (part, asked) = self.asked(duty);
        html! {
            <aside class="side-note">
                <b>{text::DUTY}</b>{" "}
                <a href={Route::duty(&duty.id).href()} title={duty.name.clone()}>{duty.order}{" · "}{&duty.short_name}</a>
                // The column is too narrow for the unit's name beside the figure.
                if !strip.is_empty() { {year_strip(&strip, &Records::default())} }
                <span class="line">{asked}{" "}<ValueMark duty={duty.id.clone()} {part} place="ke-hoach" /></span>
                if let (Some(progress), Some(focus)) = (progress, focus) {
                    <span class="line">{standing(progress.state, &capitalized(&focus.phrase(self.progress.today)))}</span>
                }
            </aside>
        }
    }

    /// What a duty asks, and which of its values says so.
    fn asked(&self, duty: &Duty) -> (Part, String) {
        let asks = duty.asks(duty.quota.as_ref().and_then(|quota| self.file.units.get(&quota.value.unit)));
        let cadence = &duty.cadence.value;
        match (&duty.quota, asks.is_empty()) {
            (Some(_), _) => (Part::Quota, capitalized(&asks)),
            (None, false) => (Part::Cadence, capitalized(&asks)),
            (None, true) => match cadence.detail() {
                detail if detail.is_empty() => (Part::Cadence, cadence.vietnamese().to_owned()),
                detail => (Part::Cadence, format!("{}, {detail}", cadence.vietnamese())),
            },
        }
    }
}

fn goal_note(goal: &Goal) -> Html {
    let kind = match goal.kind {
        GoalKind::Goal => text::GOAL,
        GoalKind::Requirement => text::REQUIREMENT,
    };
    html! { <aside class="side-note"><b>{kind}</b>{" "}{&goal.name}</aside> }
}

/// "Quý I, II, III, IV", "6 tháng đầu năm".
fn parts_of(rule: &ReportRule) -> String {
    let Some(kind) = rule.period else { return String::new() };
    if kind == PeriodKind::Half && rule.parts.value == [1] {
        return text::FIRST_HALF.to_owned();
    }
    let parts = rule.parts.value.iter().map(|part| roman(*part)).collect::<Vec<_>>().join(", ");
    if parts.is_empty() || kind.per_year() == 1 {
        capitalized(kind.vietnamese())
    } else {
        format!("{} {parts}", capitalized(kind.vietnamese()))
    }
}
