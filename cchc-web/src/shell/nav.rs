//! The screens by name: sidebar, rail, and the five items at the foot of a phone.

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::progress::{Standing, report_calendar};
use yew::prelude::*;

use crate::components::{Dialog, Glyph, icon};
use crate::route::Screen;
use crate::store::{use_incoming, use_plan_if_open, use_today};
use crate::strings::{exchange, nav as text, shell};

/// What the navigation is given.
#[derive(Properties, PartialEq)]
pub(super) struct NavProps {
    pub(super) current: Screen,
}

/// The sidebar; between 901 and 1180 px the stylesheet makes it a rail of icons.
#[component]
pub(super) fn Sidebar(props: &NavProps) -> Html {
    let (plan, today) = (use_plan_if_open(), use_today());
    let late = use_memo((plan.clone(), today), |(plan, today)| {
        plan.as_ref().map_or(0, |open| late_reports(&open.file, *today))
    });
    let unanswered = plan.as_ref().map_or(0, |open| {
        open.file.difficulties.iter().filter(|difficulty| difficulty.is_open(today)).count()
    });
    let waiting = use_waiting();
    let place = plan.map(|open| format!("{}, {}", open.file.plan.commune, open.file.plan.year));
    let link = |screen: Screen| {
        let current = (screen == props.current).then_some("page");
        html! {
            <a href={screen.href()} aria-current={current} title={screen.name()}>
                {icon(screen.glyph())}<span class="label">{screen.name()}</span>
                if screen == Screen::Report && *late > 0 { <span class="count">{text::late(*late)}</span> }
                if screen == Screen::Difficulties && unanswered > 0 {
                    <span class="count">{text::waiting(unanswered)}</span>
                }
                if screen == Screen::Exchange { {for waiting.clone().map(|words| html! { <span class="count">{words}</span> })} }
            </a>
        }
    };
    html! {
        <nav class="sidebar" aria-label={text::LANDMARK}>
            <a class="brand" href={Screen::Overview.href()}>
                {icon(Glyph::Mark)}
                <span><strong>{shell::APP}</strong>if let Some(place) = place { <span>{place}</span> }</span>
            </a>
            <div class="nav">
                {for Screen::WORK.into_iter().map(link)}
                <div class="rest">{for Screen::REST.into_iter().map(link)}</div>
            </div>
        </nav>
    }
}

/// What waits in Trao đổi tệp: files received, else conflicts.
#[hook]
fn use_waiting() -> Option<String> {
    let (incoming, plan) = (use_incoming(), use_plan_if_open());
    let open = use_memo(plan, |plan| plan.as_ref().map_or(0, |open| open.file.undecided().len()));
    match (incoming, *open) {
        (Some(incoming), _) => Some(exchange::waiting_files(incoming.len())),
        (None, 0) => None,
        (None, open) => Some(exchange::waiting(open)),
    }
}

/// How many reports should have been sent by now.
fn late_reports(file: &PlanFile, today: Date) -> usize {
    report_calendar(file, today)
        .iter()
        .filter(|item| matches!(item.standing, Standing::Overdue { .. }))
        .count()
}

/// The foot of a phone: four screens, and the others behind "Thêm".
#[component]
pub(super) fn BottomNav(props: &NavProps) -> Html {
    let more = use_state_eq(|| false);
    let show = Callback::from({
        let more = more.clone();
        move |_: MouseEvent| more.set(true)
    });
    let hide = Callback::from({
        let more = more.clone();
        move |()| more.set(false)
    });
    let others = || {
        let work = Screen::WORK.into_iter().filter(|screen| !Screen::PHONE.contains(screen));
        work.chain(Screen::REST)
    };
    let behind_more = others().any(|screen| screen == props.current);
    let item = |screen: Screen| {
        let current = (screen == props.current).then_some("page");
        html! { <a href={screen.href()} aria-current={current}>{icon(screen.glyph())}{screen.name()}</a> }
    };
    let row = |screen: Screen| {
        let onclick = hide.reform(|_: MouseEvent| ());
        let current = (screen == props.current).then_some("page");
        html! { <a href={screen.href()} {onclick} aria-current={current}>{icon(screen.glyph())}{screen.name()}</a> }
    };
    html! {
        <>
            <nav class="bottom-nav" aria-label={text::LANDMARK_PHONE}>
                {for Screen::PHONE.into_iter().map(item)}
                <button type="button" onclick={show} aria-haspopup="dialog" aria-current={behind_more.then_some("true")}>
                    {icon(Glyph::More)}{text::MORE}
                </button>
            </nav>
            if *more {
                <Dialog id="them" title={text::MORE} onclose={hide.clone()}>
                    <nav class="sheet-nav" aria-label={text::LANDMARK_REST}>{for others().map(row)}</nav>
                </Dialog>
            }
        </>
    }
}
