//! One set of one's own with its scores: the tree, and beside it the result, its way over the years, the losses.

use std::rc::Rc;

use cchc_core::calendar::Period;
use cchc_core::exchange::PlanFile;
use cchc_core::indicator::{Aggregation, Ownership};
use cchc_core::progress::Progress;
use cchc_core::progress::scoring::{Trial, usual_period};
use cchc_core::text::number_vi;
use gloo_events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::aside::{Context, Dimensions, Result};
use super::figures::points_or_dash;
use super::measures::of_index;
use super::sheet::{Sheet, assess};
use super::subjects::{filed_under, name_of};
use super::tree::Tree;
use super::trial::{Trials, Tried, Try};
use super::values::{Now, Values};
use super::{address, heads, losses};
use crate::components::{Empty, Glyph, Select, icon};
use crate::pages::log::names::ByPointer;
use crate::platform::dom;
use crate::route::{Route, Screen, use_route};
use crate::store::{Open, use_plan, use_prefs, use_progress, use_today};
use crate::strings::indicators as text;

/// What the page is given.
#[derive(Properties, PartialEq)]
pub(super) struct SheetPageProps {
    pub(super) code: AttrValue,
}

/// The page.
#[component]
pub(super) fn SheetPage(props: &SheetPageProps) -> Html {
    let (open, today, route, prefs) = (use_plan(), use_today(), use_route(), use_prefs());
    let progress = ByPointer(use_progress());
    let trying = use_state_eq(|| false);
    let tried = use_reducer_eq(Tried::default);
    let period = address::period(&route, &open.file, &props.code);
    let sheet = use_sheet(&open, &progress, &props.code, period);
    let (shown, wrong) = use_tried(&open, &progress, sheet.as_ref(), &tried);
    let stop = {
        let (trying, tried) = (trying.clone(), tried.dispatcher());
        use_callback((), move |(), ()| {
            trying.set(false);
            tried.dispatch(Try::Clear);
        })
    };
    use_escape(*trying, stop.clone());
    let Some((sheet, shown)) = sheet.zip(shown) else {
        return html! {
            <>
                {head(Screen::Indicators.name(), Html::default(), Html::default())}
                <Empty glyph={Glyph::Indicators} title={text::NO_SUCH_SET} hint={text::NO_SUCH_SET_HINT}>
                    <a class="btn" href={Route::to(Screen::Indicators).href()}>{text::ALL}</a>
                </Empty>
            </>
        };
    };
    let writes = !prefs.only_reads();
    let start = {
        let trying = trying.clone();
        Callback::from(move |_: MouseEvent| trying.set(true))
    };
    let trials = trying.then(|| Trials(tried.clone()));
    let office = prefs.who.office().and_then(|id| open.file.offices.get_str(id));
    let index = filed_under(&open.file, &sheet.set);
    let is_context = sheet.set.ownership == Ownership::Context;
    let now = sheet.card.total.map(|total| Now { period: sheet.period, as_of: sheet.as_of, total });
    // What the portal publishes is read, month by month, more often than scored here.
    let by_portal = sheet.is_of_portal;
    let actions = html! {
        <>
            {choice(&open.file, &sheet, &route)}
            if !is_context {
                if !*trying && sheet.set.aggregation != Aggregation::Separate {
                    <button class="btn" type="button" onclick={start}>{text::TRY}</button>
                }
                <a class="btn" href={address::appendix(&props.code, &route).href()}>{icon(Glyph::Download)}{text::APPENDIX}</a>
            }
        </>
    };
    html! {
        <>
            {head(&title(&open.file, &sheet), heads::line(&sheet), actions)}
            if *trying { {trial_bar(&sheet, &shown, &wrong, &stop)} }
            {faults(&sheet)}
            <div class="columns">
                <div>
                    if let Some(office) = office { {losses::of_office(&sheet, office)} }
                    if is_context || by_portal {
                        <Values index={index.clone()} set={sheet.set.clone()} wide=true {writes} />
                    }
                    if !is_context {
                        <section class="section" aria-labelledby="h-cay">
                            <h2 class={(!by_portal).then_some("sr")} id="h-cay">{text::TREE}</h2>
                            <Tree sheet={Rc::clone(&shown)} opened={route.get(address::OPEN).map(|leaf| AttrValue::from(leaf.to_owned()))}
                                route={route.clone()} {trials} {writes} />
                        </section>
                    }
                    if sheet.set.aggregation == Aggregation::WeightedMean {
                        {of_index(&open.file, &sheet.set, today, writes)}
                    }
                </div>
                <div>
                    if !is_context {
                        <Result sheet={Rc::clone(&shown)} />
                    }
                    if !is_context && !by_portal {
                        <Values {index} set={sheet.set.clone()} {now} {writes} />
                    }
                    <Dimensions sheet={Rc::clone(&shown)} />
                    {losses::losses(&shown, &route)}
                    if !is_context { <Context /> }
                </div>
            </div>
        </>
    }
}

/// The head: what the set is, what is not sure about it, what can be done.
fn head(title: &str, line: Html, actions: Html) -> Html {
    html! {
        <div class="page-head">
            <div>
                <p class="crumb"><a href={Route::to(Screen::Indicators).href()}>{Screen::Indicators.name()}</a></p>
                <h1 id={Screen::Indicators.slug()}>{title}</h1>
                <p>{line}</p>
            </div>
            <div class="actions">{actions}</div>
        </div>
    }
}

/// "Chỉ số CCHC cấp xã, năm 2026"; a province's index is shown over all years.
fn title(file: &PlanFile, sheet: &Sheet) -> String {
    let (name, period) = (name_of(file, &sheet.set), sheet.period.vietnamese());
    if sheet.set.ownership == Ownership::Context || name.contains(&period) {
        return name;
    }
    text::titled(&name, &period)
}

/// Another set, another period.
fn choice(file: &PlanFile, sheet: &Sheet, route: &Route) -> Html {
    let onset = {
        let route = route.clone();
        Callback::from(move |code: Option<AttrValue>| {
            if let Some(code) = code {
                address::sheet(&code)
                    .with(address::PERIOD, route.get(address::PERIOD).unwrap_or_default())
                    .go();
            }
        })
    };
    let onperiod = {
        let usual = usual_period(file, &sheet.set).map(|period| period.to_string()).unwrap_or_default();
        let route = route.clone();
        Callback::from(move |period: Option<AttrValue>| {
            let period = period.filter(|period| **period != *usual).unwrap_or_default();
            route.clone().with(address::PERIOD, period.to_string()).go();
        })
    };
    html! {
        <>
            <Select id="bo-chi-so" class="input" options={Rc::<[_]>::from(heads::set_options(file))}
                value={Some(AttrValue::from(sheet.set.code.to_string()))} onchange={onset} aria_label={text::SET} />
            if sheet.set.ownership == Ownership::Own {
                <Select id="ky" class="input" options={Rc::<[_]>::from(heads::period_options(&sheet.set, file.plan.year, sheet.period))}
                    value={Some(AttrValue::from(sheet.period.to_string()))} onchange={onperiod} aria_label={text::PERIOD} />
            }
        </>
    }
}

fn faults(sheet: &Sheet) -> Html {
    if sheet.faults.is_empty() {
        return Html::default();
    }
    html! {
        <div class="ask" role="status">
            {for sheet.faults.iter().map(|fault| html! { <p>{icon(Glyph::Warn)}{text::left_out(fault)}</p> })}
        </div>
    }
}

/// What is tried, and what it makes; nothing of it is kept.
fn trial_bar(sheet: &Sheet, shown: &Sheet, wrong: &[String], stop: &Callback<()>) -> Html {
    let onclick = stop.reform(|_: MouseEvent| ());
    let moved = shown.card.total.zip(sheet.card.total).map(|(after, before)| after - before);
    let change = moved.map(|by| {
        let sign = if by < 0.0 { "−" } else { "+" };
        format!("{sign}{}", number_vi(by.abs(), 2))
    });
    html! {
        <div class="trial-bar" role="status">
            {icon(Glyph::Info)}
            <p>
                <strong>{text::TRYING}</strong>{" "}{text::TRYING_NOTE}
                {for wrong.iter().map(|words| html! { <span class="wrong">{" "}{words}</span> })}
            </p>
            <p class="outcome">
                <b>{points_or_dash(shown.card.total.or(Some(shown.so_far.score)))}</b>
                if let Some(change) = change { <span>{text::moved(&change, &points_or_dash(sheet.card.total))}</span> }
                else { <span>{text::out_of_scored(&points_or_dash(Some(shown.so_far.max)))}</span> }
                if let Some(class) = &shown.card.class { <span>{text::class(class)}</span> }
            </p>
            <button class="btn" type="button" {onclick}>{text::STOP_TRYING}{" "}<kbd>{"Esc"}</kbd></button>
        </div>
    }
}

/// The sheet of the address, derived once per revision and day.
#[hook]
fn use_sheet(
    open: &Open,
    progress: &ByPointer<Progress>,
    code: &AttrValue,
    period: Option<Period>,
) -> Option<Rc<Sheet>> {
    let key = (open.clone(), progress.clone(), code.clone(), period);
    let sheet = use_memo(key, |(open, progress, code, period)| {
        period.and_then(|period| Sheet::of(&open.file, &progress.0, code, period)).map(Rc::new)
    });
    (*sheet).clone()
}

/// The sheet with what is tried, and what of it cannot be.
#[hook]
fn use_tried(
    open: &Open,
    progress: &ByPointer<Progress>,
    sheet: Option<&Rc<Sheet>>,
    tried: &UseReducerHandle<Tried>,
) -> (Option<Rc<Sheet>>, Rc<[String]>) {
    let of = sheet.map(|sheet| (sheet.set.code.clone(), sheet.period)).filter(|_| !tried.is_empty());
    let made =
        use_memo((open.clone(), progress.clone(), of, (**tried).clone()), |(open, progress, of, tried)| {
            let (code, period) = of.as_ref()?;
            let mut assessed = assess(&open.file, &progress.0, code.as_str(), *period)?;
            let mut wrong = Vec::new();
            for (leaf, score) in tried.scores() {
                match assessed.tried(&leaf, Trial::Score(score)) {
                    Ok(next) => assessed = next,
                    Err(errors) => wrong
                        .extend(errors.iter().map(|error| super::raw_draft::sentence(&error.to_string()))),
                }
            }
            Some((Rc::new(Sheet::new(&assessed)), Rc::<[String]>::from(wrong)))
        });
    match &*made {
        Some((shown, wrong)) => (Some(Rc::clone(shown)), Rc::clone(wrong)),
        None => (sheet.cloned(), Rc::default()),
    }
}

/// Esc leaves the trial, wherever the focus is.
#[hook]
fn use_escape(trying: bool, stop: Callback<()>) {
    use_effect_with(trying, move |trying| {
        let listener = trying.then(|| {
            EventListener::new(&gloo_utils::document(), "keydown", move |event| {
                let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
                if is_escape && !event.default_prevented() && !dom::dialog_open() {
                    stop.emit(());
                }
            })
        });
        move || drop(listener)
    });
}
