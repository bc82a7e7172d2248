//! Kiến nghị: what offices raised, and what they were answered.

mod form;

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::id::{DifficultyId, OfficeId};
use cchc_core::order;
use cchc_core::progress::{LONG_WAIT_DAYS, focal_office};
use cchc_core::register::Difficulty;
use cchc_core::report::Listed;
use cchc_core::report::papers::{PaperAsk, PaperKind};
use cchc_core::text::{date_short, date_vi};
use yew::prelude::*;

pub(super) use self::form::DifficultyDialog;
use super::PageHead;
use super::form::offices;
use super::paper::PaperPage;
use super::progress::full_name;
use super::tables::table_button;
use crate::components::{Chip, Empty, Glyph, Select, State, icon, state};
use crate::route::{Route, Screen, use_route};
use crate::store::{use_plan, use_prefs, use_store, use_today};
use crate::strings::{common, difficulties as text};

/// The rest of the address under which a new one is recorded.
const NEW: &str = "moi";
/// That of the paper.
const PAPER: &str = "van-ban";
/// Keys of the address, and the values of the second.
const OFFICE: &str = "co-quan";
const STATE: &str = "trang-thai";
const WAITING: &str = "cho";
const ANSWERED: &str = "da-tra-loi";

/// Kiến nghị.
#[component]
pub fn DifficultiesPage() -> Html {
    let (open, prefs, today, route) = (use_plan(), use_prefs(), use_today(), use_route());
    let store = use_store();
    let list = route.clone().at("");
    let close = use_callback(list.clone(), |(), list| list.go());
    if route.rest == PAPER {
        let office = route.get(OFFICE).and_then(|id| OfficeId::new(id).ok());
        let ask = PaperAsk { office, ..PaperAsk::default() };
        return html! { <PaperPage screen={Screen::Difficulties} kind={PaperKind::Difficulties} {ask} back={list} /> };
    }
    let file = &*open.file;
    let shown = shown(file, &route, today);
    let ids: Vec<DifficultyId> = shown.iter().map(|one| one.id.clone()).collect();
    let listed = Callback::from(move |()| Listed::Difficulties(ids.clone()));
    let to = file.plan.escalation.value.last().unwrap_or(&file.plan.issuer);
    let line = text::line(to, focal_office(file).map(|office| office.name.as_str()));
    html! {
        <section class="page" aria-labelledby={Screen::Difficulties.slug()}>
            <PageHead screen={Screen::Difficulties} line={html! { {line} }}>
                if !file.difficulties.is_empty() { {table_button(&store, today, listed)} }
                <a class="btn" href={list.clone().at(PAPER).href()}>{icon(Glyph::Report)}{text::PAPER}</a>
                if !prefs.only_reads() {
                    <a class="btn btn-primary" href={list.clone().at(NEW).href()}>{icon(Glyph::Plus)}{text::ADD}</a>
                }
            </PageHead>
            if file.difficulties.is_empty() {
                <Empty glyph={Glyph::Ask} title={text::NONE} hint={text::NONE_HINT} />
            } else {
                <Toolbar />
                {table(file, &shown, &list, today)}
            }
            {match route.rest.as_str() {
                "" => Html::default(),
                NEW => html! { <DifficultyDialog key={NEW} onclose={close} /> },
                id => DifficultyId::new(id).map_or_else(
                    |_| Html::default(),
                    |known| html! { <DifficultyDialog key={id} id={Some(known)} onclose={close} /> },
                ),
            }}
        </section>
    }
}

/// What the address asks for: what waits, the longest waiting first; then what was answered, the latest first.
fn shown<'a>(file: &'a PlanFile, route: &Route, today: Date) -> Vec<&'a Difficulty> {
    let is_answered = |one: &Difficulty| one.answered_on.is_some_and(|day| day <= today);
    let mut shown: Vec<&Difficulty> = file
        .difficulties
        .iter()
        .filter(|one| route.get(OFFICE).is_none_or(|office| one.office.as_str() == office))
        .filter(|one| match route.get(STATE) {
            Some(WAITING) => !is_answered(one),
            Some(ANSWERED) => is_answered(one),
            _ => true,
        })
        .collect();
    order::sort_by_key(&mut shown, |one| {
        (is_answered(one), std::cmp::Reverse(one.answered_on.filter(|_| is_answered(one))), one.date)
    });
    shown
}

/// The filters, kept in the address.
#[component]
fn Toolbar() -> Html {
    let (open, route) = (use_plan(), use_route());
    let offices = use_memo(open, |open| offices(&open.file));
    let onoffice = {
        let route = route.clone();
        Callback::from(move |office: Option<AttrValue>| {
            route.clone().with(OFFICE, office.map(|office| office.to_string()).unwrap_or_default()).go();
        })
    };
    let chip = |value: &'static str, label: &'static str| {
        let pressed = route.get(STATE) == Some(value);
        let next = route.clone().with(STATE, if pressed { "" } else { value });
        html! { <Chip {pressed} onclick={Callback::from(move |_: MouseEvent| next.go())}>{label}</Chip> }
    };
    html! {
        <div class="toolbar" role="search" aria-label={text::FILTER}>
            <Select id="loc-co-quan" aria_label={text::OFFICE} options={(*offices).clone()} none={text::ANY_OFFICE}
                value={route.get(OFFICE).map(|id| AttrValue::from(id.to_owned()))} onchange={onoffice} />
            <div class="chips">{chip(WAITING, text::WAITING)}{chip(ANSWERED, text::ANSWERED)}</div>
        </div>
    }
}

fn table(file: &PlanFile, shown: &[&Difficulty], list: &Route, today: Date) -> Html {
    if shown.is_empty() {
        return html! {
            <Empty glyph={Glyph::Ask} title={common::EMPTY_LIST}>
                <a class="btn" href={Screen::Difficulties.href()}>{common::CLEAR}</a>
            </Empty>
        };
    }
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-label={text::REGION}>
            <table class="table hover stack records">
                <thead><tr>{for text::HEADS.iter().map(|head| html! { <th scope="col">{*head}</th> })}</tr></thead>
                <tbody>{for shown.iter().map(|one| row(file, one, list, today))}</tbody>
            </table>
        </div>
    }
}

fn row(file: &PlanFile, one: &Difficulty, list: &Route, today: Date) -> Html {
    let mark = if let Some(day) = one.answered_on.filter(|day| *day <= today) {
        state(State::Done, text::answered_on(&date_short(day)))
    } else {
        let days = one.waiting_days(today);
        state(if days > LONG_WAIT_DAYS { State::Soon } else { State::None }, text::waits(days))
    };
    let sub = |words: &str, told: fn(&str) -> String| {
        (!words.is_empty()).then(|| html! { <span class="sub">{told(words)}</span> })
    };
    html! {
        <tr key={one.id.as_str()}>
            <td class="wide muted nowrap">{date_vi(one.date)}</td>
            <td class="wide">{full_name(file, &one.office)}</td>
            <td class="wide">
                <a class="strong" href={list.clone().at(one.id.as_str()).href()}>{&one.title}</a>
                {sub(&one.proposal, text::proposes)}
                {sub(&one.answer, text::answer)}
            </td>
            <td class="wide" data-label={text::HEADS[3]}>{if one.addressed_to.is_empty() { common::NONE } else { one.addressed_to.as_str() }}</td>
            <td class="wide nowrap">{mark}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    #[test]
    fn what_waits_longest_stands_first_and_the_address_filters() {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let today = "2026-11-20".parse().expect("a day");
        let list = Route::to(Screen::Difficulties);
        let all = shown(&file, &list, today);
        assert_eq!(all.len(), file.difficulties.len());
        let open: Vec<_> = all.iter().take_while(|one| one.is_open(today)).collect();
        assert!(open.len() == 2 && open.is_sorted_by_key(|one| one.date), "{open:?}");
        assert!(all[2..].iter().all(|one| !one.is_open(today)));
        assert_eq!(shown(&file, &list.clone().with(STATE, WAITING), today).len(), 2);
        let office = all[0].office.clone();
        let own = shown(&file, &list.with(OFFICE, office.as_str()).with(STATE, ANSWERED), today);
        assert!(own.iter().all(|one| one.office == office && !one.is_open(today)));
    }
}
