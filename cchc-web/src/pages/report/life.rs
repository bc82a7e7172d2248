//! Vòng đời: how far a report is, who took which step when, what has changed since it was frozen, and the next steps.

use std::rc::Rc;
use std::sync::Arc;

use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::progress::{ReportItem, Tracking};
use cchc_core::record::Kind;
use cchc_core::register::{Filing, FilingState, FrozenReport};
use cchc_core::report::life::{
    self, Drift, DriftKind, MovedPart, Refusal, Step, accept, amend, drift, freeze, give_back, lift,
};
use cchc_core::report::revise;
use cchc_core::text::capitalized;
use yew::prelude::*;

use super::export::word_of;
use super::note::told;
use super::view::View;
use super::{Asking, edit};
use crate::components::{DateField, Dialog, DialogWidth, Glyph, State, TextField, icon, state};
use crate::pages::form::closes;
use crate::route::{Route, Screen};
use crate::store::{Store, use_plan, use_store, use_today};
use crate::strings::{common, life as text, report};

/// How many changed records are told one by one.
const TOLD: usize = 12;
/// How many places of a paragraph.
const PLACES: usize = 8;

/// Where the chosen report stands.
#[derive(Debug)]
pub(super) struct Life {
    filing: Option<Arc<Filing>>,
    /// The version that is shown instead of what is composed now.
    pub(super) frozen: Option<Frozen>,
    steps: Vec<Step>,
    /// Every version, where there was more than the one that stands.
    versions: Vec<Arc<FrozenReport>>,
}

/// A frozen version and what has changed since.
#[derive(Debug)]
pub(super) struct Frozen {
    pub(super) record: Arc<FrozenReport>,
    drift: Drift,
    /// Why it is locked and who may lift the lock.
    refusal: String,
    /// The report was sent as an earlier version.
    is_unsent: bool,
    /// Changed records, each with the way to it.
    lines: Vec<(Option<Route>, String)>,
}

impl Life {
    pub(super) fn of(tracking: &Tracking<'_>, item: &ReportItem) -> Self {
        let file = tracking.file();
        let frozen = file.frozen(&item.filing).and_then(|one| file.frozen_reports.get_arc(&one.id));
        let frozen = frozen.map(|record| {
            let drift = drift(tracking, record);
            let lines = drift.lines(file).map(|(key, what, words)| {
                let rest = match key.kind {
                    Kind::Activities => Some((Screen::Log, format!("sua/{}", key.id))),
                    Kind::Difficulties => Some((Screen::Difficulties, key.id.to_string())),
                    _ => None,
                };
                let route = rest.filter(|_| what != DriftKind::Gone);
                (route.map(|(screen, rest)| Route::to(screen).at(rest)), capitalized(&words))
            });
            let lines = lines.collect();
            Frozen {
                record: Arc::clone(record),
                refusal: file.refusal(record),
                is_unsent: life::is_unsent(file, record),
                lines,
                drift,
            }
        });
        let all = file.frozen_reports.arcs().filter(|one| one.filing == item.filing);
        let versions: Vec<_> = all.map(Arc::clone).collect();
        let is_told = frozen.is_some() && versions.len() == 1;
        Self {
            filing: file.filings.get_arc(&item.filing).cloned(),
            steps: life::steps(file, item, frozen.as_ref().map(|one| &one.drift), tracking.today()),
            versions: if is_told { Vec::new() } else { versions },
            frozen,
        }
    }
}

/// `.life`: the steps, the locked version's word, the buttons.
pub(super) fn strip(view: &View, store: &Store, ask: Option<&Callback<Asking>>) -> Html {
    let Life { filing, frozen, steps, versions } = &view.life;
    let button = |step: &Step| {
        let step = *step;
        let ask = ask?.reform(
            move |_: MouseEvent| if step == Step::Submit { Asking::Sent } else { Asking::Step(step) },
        );
        Some(html! { <button class="btn" type="button" onclick={ask}>{text::button(step)}</button> })
    };
    let returned = filing.as_ref().filter(|filing| filing.state == FilingState::Returned);
    html! {
        <section class="life" aria-label={text::LIFE}>
            <div class="way">
            <ol>{for way(view).into_iter().map(|(mark, label, sub)| html! {
                <li>{state(mark, label)}if !sub.is_empty() { <span class="sub">{sub}</span> }</li>
            })}</ol>
            if ask.is_some() && !steps.is_empty() { <div class="actions">{for steps.iter().filter_map(button)}</div> }
            </div>
            if view.item.is_sent() && !view.item.is_frozen {
                <p class="word">{icon(Glyph::Warn)}<span>{report::SENT_UNFROZEN}</span></p>
            }
            if let Some(returned) = returned { <p>{text::returned_for(&returned.returned_for)}</p> }
            if let Some(frozen) = frozen {
                <p class="word">{icon(Glyph::Lock)}<span>{format!("{}.", frozen.refusal)}{" "}{text::AS_FROZEN}</span></p>
                if frozen.is_unsent { <p class="word">{icon(Glyph::Warn)}<span>{text::UNSENT}</span></p> }
                if !frozen.drift.is_empty() { {changed(frozen)} }
            }
            if !versions.is_empty() {
                <details>
                    <summary>{text::versions(versions.len())}</summary>
                    <ul class="plain">{for versions.iter().map(|version| one_version(view, store, version))}</ul>
                </details>
            }
        </section>
    }
}

/// A version, and the way to its document: the one before an amendment still is what was signed.
fn one_version(view: &View, store: &Store, version: &Arc<FrozenReport>) -> Html {
    let onclick = {
        let (store, version, form) = (store.clone(), Arc::clone(version), view.report.spec.form);
        let name = view.report.file_name("docx");
        Callback::from(move |_: MouseEvent| {
            let Some(file) = store.file() else { return };
            match life::issued(&file, &version, form) {
                Ok(document) => word_of(&store, &text::version_file(&name, version.version), &document),
                Err(illegible) => store.notify(format!("{}.", capitalized(&illegible.to_string()))),
            }
        })
    };
    html! {
        <li>
            {text::version(version)}{" "}
            <button class="btn-link" type="button" aria-label={text::version_word(version.version)} {onclick}>{report::WORD}</button>
        </li>
    }
}

/// The four steps of the way: how each stands, and by whom and when it was taken.
fn way(view: &View) -> [(State, &'static str, String); 4] {
    let (item, life) = (&view.item, &view.life);
    let as_of = life.frozen.as_ref().map_or(view.report.as_of, |frozen| frozen.record.as_of);
    let frozen = if let Some(frozen) = &life.frozen {
        (State::Done, text::FROZEN, text::frozen_by(&frozen.record))
    } else {
        let from = item.window.and_then(|window| window.to.succ_opt());
        let is_open = life.steps.contains(&Step::Freeze);
        let sub = from.filter(|_| !is_open).map(text::freezable_from).unwrap_or_default();
        (State::None, text::FREEZE, sub)
    };
    let filing = life.filing.as_deref();
    let told = |words: fn(&Filing) -> String| filing.map(words).unwrap_or_default();
    let due = item.due.map(text::due).unwrap_or_default();
    let (sent, answer) = match item.filed {
        FilingState::Draft => ((State::None, text::SEND, due), (State::None, text::ANSWER, String::new())),
        FilingState::Submitted => (
            (State::Done, text::SENT, told(text::sent)),
            (State::None, text::ANSWER, text::WAITING.to_owned()),
        ),
        FilingState::Accepted => {
            ((State::Done, text::SENT, told(text::sent)), (State::Done, text::ACCEPTED, told(text::answered)))
        }
        FilingState::Returned => {
            ((State::None, text::SEND, due), (State::Missing, text::RETURNED, told(text::answered)))
        }
    };
    [(State::Done, text::DRAFT, text::as_of(as_of)), frozen, sent, answer]
}

fn changed(frozen: &Frozen) -> Html {
    let Drift { records, paragraphs, parts, uncompared } = &frozen.drift;
    let summary = match uncompared {
        Some(why) if records.is_empty() => {
            return html! { <p class="drift">{state(State::Soon, text::uncompared(why))}</p> };
        }
        Some(why) => text::uncompared(why),
        None => text::drift(records.len(), paragraphs.len(), parts.len()),
    };
    html! {
        <details class="drift">
            <summary>{state(State::Soon, summary)}</summary>
            {record_lines(frozen)}
            <ul>
                {for paragraphs.iter().map(|(before, after)| html! { <li>{paragraph(before, after)}</li> })}
                {for parts.iter().map(|moved| html! { <li>{part(moved)}</li> })}
            </ul>
        </details>
    }
}

/// A paragraph that would read otherwise: the places that moved; the whole where one of the two is not there.
fn paragraph(before: &str, after: &str) -> Html {
    if before.is_empty() {
        return html! { <p><b>{text::ADDED}</b>{format!(" “{after}”")}</p> };
    }
    if after.is_empty() {
        return html! { <p><b>{text::DROPPED}</b>{format!(" “{before}”")}</p> };
    }
    let moved = revise(before, after, before).moved;
    let more = moved.len().saturating_sub(PLACES);
    html! {
        <>
            <p class="muted">{text::beginning(before)}</p>
            <ul class="places">
                {for moved.iter().take(PLACES).map(|moved| html! { <li>{told(moved)}</li> })}
                if more > 0 { <li class="muted">{report::more_places(more)}</li> }
            </ul>
        </>
    }
}

/// Another part that would be otherwise: where, and its lines as they stand and as they would.
fn part(moved: &MovedPart) -> Html {
    let lines = [(text::NOW_GONE, &moved.before), (text::NOW_THERE, &moved.after)];
    html! {
        <>
            <p class="muted">{&moved.place}</p>
            <ul class="places">
                {for lines.into_iter().flat_map(|(label, lines)| {
                    let more = lines.len().saturating_sub(PLACES);
                    let told = lines.iter().take(PLACES).map(move |line| html! { <li><b>{label}</b>{format!(" {line}")}</li> });
                    told.chain((more > 0).then(|| html! { <li class="muted">{text::more_lines(more)}</li> }))
                })}
            </ul>
        </>
    }
}

fn record_lines(frozen: &Frozen) -> Html {
    let line = |(route, words): &(Option<Route>, String)| match route {
        Some(route) => html! { <li><a href={route.href()}>{words}</a></li> },
        None => html! { <li>{words}</li> },
    };
    let more = frozen.lines.len().saturating_sub(TOLD);
    html! {
        <ul class="plain">
            {for frozen.lines.iter().take(TOLD).map(line)}
            if more > 0 { <li class="muted">{text::more(more)}</li> }
        </ul>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct StepProps {
    pub(super) view: Rc<View>,
    pub(super) step: Step,
    pub(super) onclose: Callback<()>,
}

const BY: &str = "buoc-ten";

/// The dialog of one step: who takes it, why, and what it means.
#[component]
pub(super) fn StepDialog(props: &StepProps) -> Html {
    let (store, open, today) = (use_store(), use_plan(), use_today());
    let step = props.step;
    let by = use_state_eq(|| usual_name(&open.file, &props.view.item, step));
    let reason = use_state_eq(String::new);
    let on = use_state_eq(|| Some(today));
    let refused = use_state_eq(|| None::<Refusal>);
    let is_wrong_day = text::day(step).is_some() && on.is_none_or(|on| on > today);
    let onsubmit = {
        let (by, reason, on, refused) = (by.clone(), reason.clone(), on.clone(), refused.clone());
        let (view, onclose) = (Rc::clone(&props.view), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if is_wrong_day {
                return;
            }
            match edits(&store, &view.item, step, (&by, &reason), on.unwrap_or(today)) {
                Ok(edits) => {
                    onclose.emit(());
                    edit(&store, text::label(step), edits, text::done(step));
                }
                Err(refusal) => refused.set(Some(refusal)),
            }
        })
    };
    let error = |of: &Refusal, words: &'static str| {
        (refused.as_ref() == Some(of)).then_some(AttrValue::Static(words))
    };
    let other = refused.as_ref().filter(|of| !matches!(of, Refusal::Nameless | Refusal::Reasonless));
    let set = |field: &UseStateHandle<String>| {
        let field = field.clone();
        Callback::from(move |words: String| field.set(words))
    };
    let onday = {
        let on = on.clone();
        Callback::from(move |day| on.set(day))
    };
    html! {
        <Dialog id="buoc" title={text::label(step)} onclose={&props.onclose} width={DialogWidth::Wide} focus={format!("#{BY}")}>
            <form novalidate=true {onsubmit}>
                if !text::lead(step).is_empty() { <p>{text::lead(step)}</p> }
                {about(&props.view, step)}
                <TextField id={BY} label={text::by(step)} value={(*by).clone()} oninput={set(&by)}
                    error={error(&Refusal::Nameless, text::NAME_MISSING)} />
                if let Some(label) = text::reason(step) {
                    <TextField id="buoc-ly-do" {label} value={(*reason).clone()} oninput={set(&reason)}
                        error={error(&Refusal::Reasonless, text::REASON_MISSING)} />
                }
                if let Some(label) = text::day(step) {
                    <DateField id="buoc-ngay" {label} value={*on} onchange={onday} hint={common::DATE_HINT}
                        error={is_wrong_day.then_some(AttrValue::Static(text::DAY_WRONG))} />
                }
                if let Some(refusal) = other { <p class="ask" role="alert">{format!("{}.", capitalized(&refusal.to_string()))}</p> }
                <div class="actions">
                    <button class="btn" type="button" onclick={closes(&props.onclose)}>{common::CANCEL}</button>
                    <button class="btn btn-primary" type="submit">{text::label(step)}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// What a person looks at before the step.
fn about(view: &View, step: Step) -> Html {
    match (step, &view.life.frozen) {
        (Step::Freeze, _) if !view.report.remarks.is_empty() => html! {
            <>
                <p>{text::STILL_MISSING}</p>
                <ul class="remarks">{for view.report.remarks.iter().map(|remark| html! { <li>{remark}</li> })}</ul>
            </>
        },
        (Step::Amend, Some(frozen)) => html! { <><p>{text::CHANGED}</p>{record_lines(frozen)}</> },
        _ => Html::default(),
    }
}

/// Who usually takes the step: who froze last; of an answer, who receives.
fn usual_name(file: &PlanFile, item: &ReportItem, step: Step) -> String {
    match step {
        Step::Accept | Step::GiveBack => {
            let rule = item.rule.as_ref().and_then(|rule| file.report_rules.get(rule));
            rule.and_then(|rule| rule.final_level()).map(|level| level.to.clone())
        }
        _ => file.frozen_reports.iter().max_by_key(|frozen| frozen.at).map(|frozen| frozen.by.clone()),
    }
    .unwrap_or_default()
}

fn edits(
    store: &Store,
    item: &ReportItem,
    step: Step,
    (by, reason): (&str, &str),
    on: cchc_core::calendar::Date,
) -> Result<Vec<Edit>, Refusal> {
    let Some(file) = store.file() else { return Ok(Vec::new()) };
    let author = store.author();
    let tracking = Tracking::of(&file, crate::platform::clock::today());
    let filing = &item.filing;
    match step {
        Step::Freeze => freeze(&tracking, filing, by, &author),
        Step::Amend => amend(&tracking, filing, by, reason, &author),
        Step::Lift => lift(&file, filing, by, reason, &author),
        Step::Accept => accept(&tracking, filing, by, on),
        Step::GiveBack => give_back(&tracking, filing, by, reason, on),
        Step::Submit => Ok(Vec::new()),
    }
}
