//! Độ phủ: topics by groups of forms, with the holes.

use cchc_core::calendar::{Date, Window};
use cchc_core::exchange::PlanFile;
use cchc_core::plan::{ChannelGroup, Topic};
use cchc_core::progress::{Coverage, Gap, GapKind, Progress, coverage};
use cchc_core::text::{capitalized, date_short, range_vi};
use yew::prelude::*;

use super::ProgressProps;
use crate::components::{Glyph, Segment, Segmented, State, state};
use crate::pages::log::filter::{Days, LogFilter, Which};
use crate::route::{Route, Screen, use_route};
use crate::store::{use_plan, use_today};
use crate::strings::overview as text;

/// The key of the address that chooses the window, and its value for the whole year.
const WINDOW: &str = "phu";
const YEAR: &str = "ca-nam";

/// The windows to choose between: the open period's, and the year's.
#[derive(Debug, Clone, PartialEq)]
struct Windows {
    period: Option<(String, Window)>,
    year: Window,
}

impl Windows {
    fn of(file: &PlanFile, progress: &Progress) -> Self {
        let year = file.plan.year;
        let day = |year, month, day| Date::from_ymd_opt(year, month, day).unwrap_or_default();
        let period = progress.next_report().and_then(|item| Some((item.period?.short_vi(), item.window?)));
        // The reporting year: 15/12 to 14/12 (NĐ 09/2019/NĐ-CP, Điều 12), and what comes after it until its end.
        Self { period, year: Window { from: day(year - 1, 12, 15), to: day(year, 12, 31) } }
    }
}

/// The section; nothing where the plan has no topics or no forms.
#[component]
pub(super) fn CoverageSection(props: &ProgressProps) -> Html {
    let (open, today, route) = (use_plan(), use_today(), use_route());
    let windows = Windows::of(&open.file, &props.progress);
    let whole_year = windows.period.is_none() || route.get(WINDOW) == Some(YEAR);
    let window = match &windows.period {
        Some((_, window)) if !whole_year => *window,
        _ => windows.year,
    };
    let counted = use_memo((open.clone(), window, today), |(open, window, today)| {
        coverage(&open.file, *window, *today)
    });
    let file = &*open.file;
    if file.topics.is_empty() || file.channels.is_empty() {
        return Html::default();
    }
    let shown = text::counted(&range_vi(window.from, counted.window.to), counted.activities);
    html! {
        <section class="section" aria-labelledby="h-do-phu">
            <div class="section-head">
                <h2 id="h-do-phu">{text::COVERAGE}</h2>
                <p>{shown}</p>
                <span class="end">{choice(&windows, whole_year)}</span>
            </div>
            <div class="scroll-x" tabindex="0" role="region" aria-label={text::COVERAGE_REGION}>
                {matrix(file, &counted, window)}
            </div>
            {gaps(file, &counted)}
        </section>
    }
}

fn choice(windows: &Windows, whole_year: bool) -> Html {
    let Some((period, _)) = &windows.period else { return Html::default() };
    let segment = |label: AttrValue, value: &str, current: bool| Segment {
        route: Route::to(Screen::Overview).with(WINDOW, value),
        glyph: Glyph::Calendar,
        label,
        current,
    };
    let segments = vec![
        segment(capitalized(period).into(), "", !whole_year),
        segment(text::WHOLE_YEAR.into(), YEAR, whole_year),
    ];
    html! { <Segmented label={text::WINDOW} {segments} /> }
}

fn matrix(file: &PlanFile, counted: &Coverage, window: Window) -> Html {
    // A group that the plan only encourages is shown once something is in it: it leaves no holes.
    let used = |group: &ChannelGroup| {
        counted.by_channel.iter().zip(&counted.groups).any(|(count, of)| *of == group.id && *count > 0)
    };
    let groups: Vec<&ChannelGroup> =
        file.channel_groups.iter().filter(|group| group.has_forms(&file.channels) || used(group)).collect();
    let unnamed: Vec<u32> =
        (0..counted.topics.len()).map(|topic| counted.without_channel_of(topic)).collect();
    let has_unnamed = unnamed.iter().any(|count| *count > 0);
    let topics = file.topics.iter().enumerate();
    html! {
        <table class="table coverage">
            <thead><tr>
                <th scope="col">{text::COL_TOPIC}</th>
                {for groups.iter().map(|group| html! { <th scope="col" class="num" title={group.name.clone()}>{&group.name}</th> })}
                if has_unnamed { <th scope="col" class="num">{text::COL_UNNAMED}</th> }
                <th scope="col" class="num">{text::COL_TOTAL}</th>
            </tr></thead>
            <tbody>
                {for topics.map(|(at, topic)| html! {
                    <tr key={topic.id.as_str()}>
                        <th scope="row"><a href={in_log(topic, window).to_hash()} title={topic.name.clone()}>
                            {&topic.short_name}</a></th>
                        {for groups.iter().map(|group| cell(counted, at, topic, group, window))}
                        if has_unnamed { <td class="num">{plain(unnamed[at])}</td> }
                        <td class="num strong">{total(counted.by_topic[at])}</td>
                    </tr>
                })}
            </tbody>
        </table>
    }
}

/// What carried a topic in a window.
fn in_log(topic: &Topic, window: Window) -> LogFilter {
    LogFilter { days: Days::Between(window), topic: Which::Is(topic.id.clone()), ..LogFilter::default() }
}

fn cell(counted: &Coverage, at: usize, topic: &Topic, group: &ChannelGroup, window: Window) -> Html {
    match counted.group_count(at, &group.id) {
        0 => html! { <td class="num hole"><span class="sr">{text::HOLE}</span></td> },
        count => {
            let href = LogFilter { group: Some(group.id.clone()), ..in_log(topic, window) }.to_hash();
            html! { <td class="num"><a {href}>{count}</a></td> }
        }
    }
}

fn plain(count: u32) -> Html {
    if count == 0 {
        html! { <span class="muted">{"0"}</span> }
    } else {
        html! { {count} }
    }
}

/// A topic that nothing carried is marked as missing.
fn total(count: u32) -> Html {
    if count == 0 {
        state(State::Missing, "0")
    } else {
        html! { {count} }
    }
}

/// The holes in words, the longest neglected first.
fn gaps(file: &PlanFile, counted: &Coverage) -> Html {
    let named = |gap: &Gap| {
        let (is_topic, name) = match &gap.kind {
            GapKind::Topic(id) => (true, file.topics.get(id).map(|topic| topic.short_name.clone())),
            GapKind::Channel(id) => (false, file.channels.get(id).map(|channel| channel.short_name.clone())),
        };
        let name = name.unwrap_or_default();
        (is_topic, gap.last.map_or(name.clone(), |day| text::last_seen(&name, &date_short(day))))
    };
    let (topics, channels): (Vec<_>, Vec<_>) =
        counted.gaps.iter().map(named).partition(|(is_topic, _)| *is_topic);
    let line = |label: &'static str, gaps: Vec<(bool, String)>| {
        let names: Vec<String> = gaps.into_iter().map(|(_, name)| name).collect();
        html! { if !names.is_empty() { <p><b class="strong">{label}</b>{" "}{names.join(", ")}{"."}</p> } }
    };
    html! {
        <div class="gaps">
            if counted.gaps.is_empty() { <p>{text::COVERED}</p> }
            {line(text::NEVER_TOPICS, topics)}
            {line(text::UNUSED_CHANNELS, channels)}
            <p class="key">{text::COVERAGE_NOTE}
                if counted.without_topic > 0 { {" "}{text::without_topic(counted.without_topic)}{"."} }
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    #[test]
    fn the_open_quarter_and_the_year_are_the_choice() {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let windows = |day: &str| Windows::of(&file, &Progress::of(&file, day.parse().expect("a day")));
        let (label, window) = windows("2026-11-20").period.expect("a period is open");
        assert_eq!((label.as_str(), range_vi(window.from, window.to).as_str()), ("quý IV", "15/9–14/12"));
    }
}
