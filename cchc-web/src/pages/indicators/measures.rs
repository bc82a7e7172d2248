//! Giải pháp khắc phục, nâng cao chỉ số: the list, what is overdue first.

use std::rc::Rc;

use cchc_core::calendar::{Date, relative_vi};
use cchc_core::exchange::PlanFile;
use cchc_core::id::IndexCode;
use cchc_core::indicator::{IndicatorSet, Measure, MeasureState};
use cchc_core::order;
use cchc_core::progress::scoring::{index_name, set};
use cchc_core::text::{capitalized, date_vi};
use yew::prelude::*;

use super::address::{self, Over};
use super::heads::{View, views};
use super::measure_form::MeasureDialog;
use super::subjects::name_of;
use crate::components::{Empty, Glyph, State, icon, state};
use crate::pages::PageHead;
use crate::pages::progress::{full_name, short_name};
use crate::route::{Route, Screen, use_route};
use crate::store::{use_plan, use_prefs, use_today};
use crate::strings::{common, indicators as text};

/// What the view is given.
#[derive(Properties, PartialEq)]
pub(super) struct MeasuresProps {
    pub(super) over: Over,
}

/// The view.
#[component]
pub(super) fn Measures(props: &MeasuresProps) -> Html {
    let (open, today, prefs, route) = (use_plan(), use_today(), use_prefs(), use_route());
    let writes = !prefs.only_reads();
    let all = use_memo((open.clone(), today), |(open, today)| sorted(&open.file, *today));
    let close = Callback::from(|()| address::measures().go());
    let file = &open.file;
    let late = all.iter().filter(|measure| measure.is_late(today)).count();
    let done = all.iter().filter(|measure| measure.state == MeasureState::Done).count();
    html! {
        <>
            <PageHead screen={Screen::Indicators} line={html! { {text::measures_line(all.len(), done, late)} }}>
                if writes { <a class="btn" href={address::add_measure("").href()}>{icon(Glyph::Plus)}{text::ADD_MEASURE}</a> }
            </PageHead>
            {views(View::Measures)}
            if all.is_empty() {
                <Empty glyph={Glyph::Duties} title={text::NO_MEASURES} hint={text::NO_MEASURES_HINT}>
                    if writes { <a class="btn btn-primary" href={address::add_measure("").href()}>{icon(Glyph::Plus)}{text::ADD_MEASURE}</a> }
                </Empty>
            } else {
                {table(file, &all, today)}
            }
            {match &props.over {
                Over::Adding if writes => html! {
                    <MeasureDialog key="them" index={route.get(address::INDEX).map(|code| AttrValue::from(code.to_owned()))} onclose={close} />
                },
                Over::Measure(id) => html! { <MeasureDialog key={id.as_str()} id={Some(id.clone())} onclose={close} /> },
                _ => Html::default(),
            }}
        </>
    }
}

/// The open ones by their days, late ones first; then what is over.
fn sorted(file: &PlanFile, today: Date) -> Vec<Rc<Measure>> {
    let mut all: Vec<Rc<Measure>> = file.measures.iter().map(|measure| Rc::new(measure.clone())).collect();
    order::sort_by_key(&mut all, |measure| {
        let day = measure.due.unwrap_or(Date::MAX);
        (!measure.is_open(), !measure.is_late(today), day, measure.id.clone())
    });
    all
}

fn table(file: &PlanFile, all: &[Rc<Measure>], today: Date) -> Html {
    let own = |measure: &Rc<Measure>| row(file, measure, today);
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-label={text::MEASURES}>
            <table class="table hover stack records measures">
                <caption class="sr">{text::MEASURES}</caption>
                <thead><tr>
                    <th scope="col">{text::MEASURE}</th>
                    <th scope="col">{text::INDEX}</th>
                    <th scope="col">{text::OFFICE}</th>
                    <th scope="col">{text::DUE}</th>
                    <th scope="col">{text::FROM_DIALOGUE}</th>
                    <th scope="col">{text::STATE}</th>
                </tr></thead>
                <tbody>{for all.iter().map(own)}</tbody>
            </table>
        </div>
    }
}

fn row(file: &PlanFile, measure: &Measure, today: Date) -> Html {
    let dialogue = measure.activity.as_ref().map(|id| {
        let activity = file.activities.get(id);
        let title = activity.map_or_else(|| text::gone(id.as_str()), |activity| activity.title.clone());
        html! {
            <>
                <a href={Route::activity(id).href()}>{title}</a>
                if let Some(activity) = activity { <span class="sub">{date_vi(activity.date)}</span> }
            </>
        }
    });
    html! {
        <tr key={measure.id.as_str()}>
            <th scope="row" class="wide">
                <a href={address::measure(&measure.id).href()}>{&measure.title}</a>
                if !measure.result.is_empty() { <span class="sub">{&measure.result}</span> }
            </th>
            <td class="wide" data-label={text::INDEX}>{named(file, measure)}<span class="sub">{node_name(file, measure)}</span></td>
            <td class="wide" data-label={text::OFFICE} title={full_name(file, &measure.office)}>{short_name(file, &measure.office)}</td>
            <td class="wide nowrap" data-label={text::DUE}>{measure.due.map_or_else(|| common::NONE.to_owned(), date_vi)}</td>
            <td class="wide" data-label={text::FROM_DIALOGUE}>{dialogue.unwrap_or_else(|| html! { {common::NONE} })}</td>
            <td class="wide">{measure_state(measure, today)}</td>
        </tr>
    }
}

/// The name of the index.
fn named(file: &PlanFile, measure: &Measure) -> String {
    set(file, measure.index.as_str())
        .map_or_else(|| index_name(file, &measure.index), |set| name_of(file, &set))
}

/// The name of the sub-index, where it has one.
fn node_name(file: &PlanFile, measure: &Measure) -> String {
    let name = set(file, measure.index.as_str())
        .and_then(|set| set.node(&measure.node).map(|node| node.name.clone()));
    name.unwrap_or_else(|| measure.node.clone())
}

/// How far it is; overdue is said first.
fn measure_state(measure: &Measure, today: Date) -> Html {
    let words = capitalized(measure.state.vietnamese());
    match (measure.state, measure.due) {
        (MeasureState::Done, _) => {
            let words = measure.done_on.map_or(words.clone(), |day| text::done_on(&words, &date_vi(day)));
            state(State::Done, words)
        }
        (MeasureState::Dropped, _) | (_, None) => state(State::None, words),
        (_, Some(due)) if measure.is_late(today) => {
            state(State::Late, text::late(&words, &relative_vi(due, today)))
        }
        (_, Some(due)) => state(State::Soon, text::late(&words, &relative_vi(due, today))),
    }
}

/// The measures of one index, beside its scores.
pub(super) fn of_index(file: &PlanFile, shown: &IndicatorSet, today: Date, writes: bool) -> Html {
    let belongs = |measure: &&Rc<Measure>| {
        let names = |code: &IndexCode| *code == shown.code || Some(code) == shown.index.as_ref();
        names(&measure.index)
            || set(file, measure.index.as_str())
                .and_then(|set| set.index.clone())
                .is_some_and(|index| names(&index))
    };
    let all = sorted(file, today);
    let of: Vec<Rc<Measure>> = all.iter().filter(belongs).cloned().collect();
    html! {
        <section class="section" aria-labelledby="h-giai-phap">
            <div class="section-head">
                <h2 id="h-giai-phap">{text::MEASURES_TITLE}</h2>
                if writes { <a href={address::add_measure(shown.code.as_str()).href()}>{text::ADD_MEASURE}</a> }
            </div>
            if of.is_empty() { <p class="muted small">{text::NO_MEASURES_OF}</p> } else { {table(file, &of, today)} }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;
    use cchc_core::exchange::Edit;
    use cchc_core::id::{MeasureId, OfficeId};

    use super::*;
    use crate::testing::after;

    #[test]
    fn what_is_overdue_comes_first_and_what_is_over_last() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let measures = [
            ("a", "2026-12-01", MeasureState::Underway),
            ("b", "2026-01-01", MeasureState::Done),
            ("c", "2026-10-01", MeasureState::Planned),
        ];
        let edits = measures.map(|(id, due, state)| {
            Edit::write(&Measure {
                id: MeasureId::new(id).expect("an id"),
                title: id.to_owned(),
                index: IndexCode::new("pci").expect("a code"),
                node: String::new(),
                office: OfficeId::new("van-phong").expect("an id"),
                due: Some(day(due)),
                activity: None,
                state,
                done_on: None,
                result: String::new(),
                note: String::new(),
                extra: cchc_core::record::Extra::new(),
            })
        });
        let file = after(&examples::get("hoa-tham-2026").expect("a built-in plan"), "vhxh", edits.into());
        let order: Vec<String> =
            sorted(&file, day("2026-11-20")).iter().map(|measure| measure.title.clone()).collect();
        assert_eq!(order, ["c", "a", "b"]);
    }
}
