//! "Văn bản khác": the papers of the year besides its reports, each with its few choices.

use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::id::{ActivityId, OfficeId, TopicId};
use cchc_core::order;
use cchc_core::register::{Activity, WorkForm};
use cchc_core::report::papers::{PaperAsk, PaperChoice, PaperKind};
use cchc_core::text::{capitalized, date_vi};
use yew::prelude::*;

use super::view;
use crate::components::{Chip, Select, SelectOption};
use crate::pages::form::offices;
use crate::pages::paper::{OTHERS, PaperPage};
use crate::route::{Route, Screen, use_route};
use crate::store::{use_plan, use_today};
use crate::strings::paper as text;

/// Keys of the address.
const KIND: &str = "loai";
const OFFICE: &str = "co-quan";
const PERIOD: &str = "ky";
const TOPIC: &str = "noi-dung";
const ACTIVITY: &str = "hoat-dong";
const TABLE: &str = "phu-luc";

/// The papers that are made here, as they are listed.
const KINDS: [PaperKind; 7] = [
    PaperKind::Urge,
    PaperKind::Request,
    PaperKind::Brief,
    PaperKind::Dialogue,
    PaperKind::Posting,
    PaperKind::Commend,
    PaperKind::Plan,
];

/// What can be chosen here, each with its key.
const CHOICES: [(PaperChoice, &str); 4] = [
    (PaperChoice::Period, PERIOD),
    (PaperChoice::Office, OFFICE),
    (PaperChoice::Topic, TOPIC),
    (PaperChoice::Activity, ACTIVITY),
];

/// What of the kind can be chosen: all that it takes; a dialogue is chosen itself, whose and when it was.
fn choices(kind: PaperKind) -> impl Iterator<Item = &'static str> {
    let is_itself = kind.takes(PaperChoice::Activity);
    let is_chosen =
        move |choice| kind.takes(choice) && (!is_itself || matches!(choice, PaperChoice::Activity));
    CHOICES.into_iter().filter(move |(choice, _)| is_chosen(*choice)).map(|(_, key)| key)
}

/// Công văn đôn đốc to one office, or to all that owe something.
pub(in crate::pages) fn urging(office: Option<&OfficeId>) -> Route {
    route_of(PaperKind::Urge).with(OFFICE, office.map_or("", OfficeId::as_str))
}

/// The brief on a topic.
pub(in crate::pages) fn brief_on(topic: &TopicId) -> Route {
    route_of(PaperKind::Brief).with(TOPIC, topic.as_str())
}

fn route_of(kind: PaperKind) -> Route {
    Route::to(Screen::Report).at(OTHERS).with(KIND, kind.key())
}

/// The page: the papers on the left, the chosen one on the desk.
#[component]
pub(super) fn OtherPapers() -> Html {
    let (open, today, route) = (use_plan(), use_today(), use_route());
    let asked = route.get(KIND).and_then(PaperKind::from_key).filter(|kind| KINDS.contains(kind));
    let kind = asked.unwrap_or(KINDS[0]);
    let lists = use_memo((open, today, kind), |(open, today, kind)| {
        choices(*kind).map(|key| (key, options(&open.file, key, *today))).collect::<Vec<_>>()
    });
    let chosen = |key: &str| {
        let (_, options) = lists.iter().find(|(known, _)| *known == key)?;
        // What a paper cannot do without is chosen from the first.
        let first = || options.first().filter(|_| none(kind, key).is_none()).map(|option| option.id.clone());
        route.get(key).map(|id| AttrValue::from(id.to_owned())).or_else(first)
    };
    let ask = PaperAsk {
        office: chosen(OFFICE).and_then(|id| OfficeId::new(&*id).ok()),
        period: chosen(PERIOD).and_then(|period| period.parse().ok()),
        topic: chosen(TOPIC).and_then(|id| TopicId::new(&*id).ok()),
        activity: chosen(ACTIVITY).and_then(|id| ActivityId::new(&*id).ok()),
        with_duties: kind == PaperKind::Plan && route.get(TABLE).is_some(),
        ..PaperAsk::default()
    };
    let list = |(key, options): &(&'static str, Rc<[SelectOption]>)| {
        let (key, route) = (*key, route.clone().with(KIND, kind.key()));
        let onchange = Callback::from(move |value: Option<AttrValue>| {
            route.clone().with(key, value.map(|value| value.to_string()).unwrap_or_default()).go();
        });
        html! {
            <Select {key} id={format!("van-ban-{key}")} aria_label={label(key)} options={options.clone()} none={none(kind, key)}
                value={chosen(key)} {onchange} />
        }
    };
    html! {
        <PaperPage screen={Screen::Report} {kind} {ask} back={Route::to(Screen::Report)} beside={Some(papers(kind))}
            is_named={asked.is_some()}>
            {for lists.iter().map(list)}
            if kind == PaperKind::Plan { {with_duties(&route)} }
        </PaperPage>
    }
}

/// `.rules`: the papers made here, then those of other screens.
fn papers(current: PaperKind) -> Html {
    let entry = |kind: PaperKind, route: Route| {
        html! {
            <li key={kind.key()}>
                <a href={route.href()} aria-current={(kind == current).then_some("true")}>
                    <b>{kind.vietnamese()}</b>
                    <span class="meta">{text::purpose(kind)}</span>
                </a>
            </li>
        }
    };
    let elsewhere = [
        (PaperKind::Difficulties, Route::to(Screen::Difficulties).at(OTHERS)),
        (PaperKind::Budget, Route::to(Screen::Budget).at(PaperKind::Budget.key())),
        (PaperKind::Appraisal, Route::to(Screen::Budget).at(PaperKind::Appraisal.key())),
    ];
    let all = KINDS.into_iter().map(|kind| (kind, route_of(kind))).chain(elsewhere);
    html! { <nav class="rules" aria-label={text::OTHERS}><ul>{for all.map(|(kind, route)| entry(kind, route))}</ul></nav> }
}

fn with_duties(route: &Route) -> Html {
    let pressed = route.get(TABLE).is_some();
    let next = route.clone().with(TABLE, if pressed { "" } else { "co" });
    html! { <Chip {pressed} onclick={Callback::from(move |_: MouseEvent| next.go())}>{text::WITH_DUTIES}</Chip> }
}

fn label(key: &str) -> &'static str {
    match key {
        PERIOD => text::PERIOD,
        TOPIC => text::TOPIC,
        ACTIVITY => text::DIALOGUE,
        _ => text::OFFICE,
    }
}

/// What stands for no choice, where a paper can do without.
fn none(kind: PaperKind, key: &str) -> Option<AttrValue> {
    match key {
        PERIOD if kind != PaperKind::Request => Some(text::YEAR_SO_FAR.into()),
        OFFICE => Some(text::ANY_OFFICE.into()),
        ACTIVITY => Some(text::LAST_DIALOGUE.into()),
        _ => None,
    }
}

/// What can be chosen; the periods in the order of the reports, those to be sent next first.
fn options(file: &PlanFile, key: &str, today: Date) -> Rc<[SelectOption]> {
    match key {
        OFFICE => offices(file),
        TOPIC => {
            let option =
                |one: &cchc_core::plan::Topic| SelectOption::new(one.id.to_string(), one.short_name.clone());
            file.topics.iter().map(option).collect()
        }
        PERIOD => {
            let items = view::reports(file, today);
            let owed = items.iter().filter_map(|item| item.period);
            let all = owed.chain(view::other_periods(file.plan.year, &items));
            all.map(|period| SelectOption::new(period.to_string(), capitalized(&period.vietnamese())))
                .collect()
        }
        _ => {
            let is_held = |one: &&Activity| one.date <= today && one.detail_of(WorkForm::Dialogue).is_some();
            let mut held: Vec<&Activity> = file.activities.iter().filter(is_held).collect();
            order::sort_by_key(&mut held, |one| std::cmp::Reverse(one.date));
            let option = |one: &&Activity| {
                SelectOption::new(one.id.to_string(), format!("{}: {}", date_vi(one.date), one.title))
            };
            held.iter().map(option).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;
    use cchc_core::report::papers::paper;

    use super::*;

    #[test]
    fn every_paper_can_be_made_of_the_illustrated_year() {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let today = "2026-11-20".parse().expect("a day");
        for kind in KINDS {
            let first = |key| {
                let is_needed = choices(kind).any(|known| known == key) && none(kind, key).is_none();
                is_needed.then(|| options(&file, key, today)[0].id.clone())
            };
            let ask = PaperAsk {
                period: first(PERIOD).and_then(|period| period.parse().ok()),
                topic: first(TOPIC).and_then(|id| TopicId::new(&*id).ok()),
                ..PaperAsk::default()
            };
            assert!(paper(&file, kind, &ask, today).is_ok(), "{}", kind.key());
        }
        assert!(!options(&file, ACTIVITY, today).is_empty());
    }

    #[test]
    fn every_paper_is_reached_from_the_list_or_is_a_report() {
        let elsewhere = [PaperKind::Difficulties, PaperKind::Budget, PaperKind::Appraisal];
        let reports = [PaperKind::Report, PaperKind::Embedded];
        for kind in PaperKind::ALL {
            let places = [KINDS.contains(&kind), elsewhere.contains(&kind), reports.contains(&kind)];
            assert_eq!(places.into_iter().filter(|is_there| *is_there).count(), 1, "{}", kind.key());
        }
    }
}
