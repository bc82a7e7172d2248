//! Tổng quan: state first, then work, then figures.

mod coverage;
mod difficulties;
mod reminder;
mod reports;
mod targets;
mod verdict;
mod week;
mod week_table;

use cchc_core::calendar::{Date, Period, Window, relative_vi, weekday_vi};
use cchc_core::id::{DifficultyId, OfficeId};
use cchc_core::progress::{Progress, ReportItem};
use cchc_core::text::{date_vi, range_vi};
use yew::prelude::*;

use super::PageHead;
use super::difficulties::DifficultyDialog;
use super::progress::use_progress;
use crate::components::{Glyph, Later, icon};
use crate::route::{Route, Screen, use_route};
use crate::store::{use_prefs, use_today};
use crate::strings::overview as text;

/// Parts of the address that open something over the page.
const REMIND: &str = "nhac-viec/";
const DIFFICULTY: &str = "kien-nghi/";
/// The difficulty that is not there yet.
const NEW: &str = "moi";

/// What the address opens over the page.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Over {
    Nothing,
    Reminder(OfficeId),
    NewDifficulty,
    Difficulty(DifficultyId),
}

impl Over {
    fn of(route: &Route) -> Self {
        if let Some(office) = route.rest.strip_prefix(REMIND) {
            return OfficeId::new(office).map_or(Self::Nothing, Self::Reminder);
        }
        match route.rest.strip_prefix(DIFFICULTY) {
            Some(NEW) => Self::NewDifficulty,
            Some(id) => DifficultyId::new(id).map_or(Self::Nothing, Self::Difficulty),
            None => Self::Nothing,
        }
    }

    fn route(&self) -> Route {
        let rest = match self {
            Self::Nothing => String::new(),
            Self::Reminder(office) => format!("{REMIND}{office}"),
            Self::NewDifficulty => format!("{DIFFICULTY}{NEW}"),
            Self::Difficulty(id) => format!("{DIFFICULTY}{id}"),
        };
        Route::to(Screen::Overview).at(rest)
    }
}

/// Tổng quan.
#[component]
pub fn OverviewPage() -> Html {
    let (progress, prefs, route) = (use_progress(), use_prefs(), use_route());
    let over = Over::of(&route);
    let close = use_callback((), |(), ()| Over::Nothing.route().go());
    let leads = prefs.who.only_reads();
    let own: Option<AttrValue> = prefs.who.office().map(|id| id.to_owned().into());
    let week = html! { <week_table::WeekTable progress={progress.clone()} own={own.clone()} /> };
    let reports = html! { <reports::Reports progress={progress.clone()} {own} across={leads} /> };
    html! {
        <section class="page" aria-labelledby={Screen::Overview.slug()}>
            <Head progress={progress.clone()} />
            <verdict::VerdictLine progress={progress.clone()} />
            <div class="columns">
                <div>
                    // The vice chairman reads what is due upward first.
                    if leads { {reports.clone()} }
                    {week}
                </div>
                <div>
                    if !leads { {reports} }
                    <difficulties::Difficulties />
                </div>
            </div>
            <Later>
                <coverage::CoverageSection progress={progress.clone()} />
                <targets::Targets />
            </Later>
            {match over {
                Over::Nothing => Html::default(),
                Over::Reminder(office) => html! { <reminder::ReminderDialog {office} {progress} onclose={close} /> },
                Over::NewDifficulty => html! { <DifficultyDialog key="moi" onclose={close} /> },
                Over::Difficulty(id) => html! {
                    <DifficultyDialog key={id.as_str()} id={Some(id.clone())} onclose={close} />
                },
            }}
        </section>
    }
}

/// What a part of the page that shows progress is given.
#[derive(Properties)]
struct ProgressProps {
    progress: std::rc::Rc<Progress>,
}

impl PartialEq for ProgressProps {
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.progress, &other.progress)
    }
}

#[component]
fn Head(props: &ProgressProps) -> Html {
    let (prefs, today) = (use_prefs(), use_today());
    let progress = &props.progress;
    let line = line(progress, today);
    let compose = progress.next_report().map(|item| {
        let label = item.period.map_or_else(|| item.title.clone(), Period::short_vi);
        html! {
            <a class="btn" href={Route::filing(&item.filing).href()}>{icon(Glyph::Report)}{text::compose(&label)}</a>
        }
    });
    html! {
        <PageHead screen={Screen::Overview} line={html! { {line} }}>
            if !prefs.only_reads() {
                {compose}
                <a class="btn btn-primary" href={Route::to(Screen::Log).at(crate::shell::keyboard::ENTRY).href()}>
                    {icon(Glyph::Plus)}{text::LOG}{" "}<kbd>{"N"}</kbd>
                </a>
            }
        </PageHead>
    }
}

/// "Thứ Sáu, 20/11/2026 · quý IV đang mở, chốt số liệu 15/9–14/12, còn 24 ngày".
fn line(progress: &Progress, today: Date) -> String {
    let day = format!("{}, {}", weekday_vi(today), date_vi(today));
    let open = |item: &&ReportItem| item.period.is_some() && item.window.is_some_and(|w| w.contains(today));
    let shortest = progress.reports.iter().filter(open).min_by_key(|item| item.window.map(Window::len_days));
    let Some((period, window)) = shortest.and_then(|item| Some((item.period?, item.window?))) else {
        return day;
    };
    let range = range_vi(window.from, window.to);
    format!("{day} · {}", text::open_period(&period.short_vi(), &range, &relative_vi(window.to, today)))
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    #[test]
    fn what_stands_over_the_page_has_an_address() {
        let office = OfficeId::new("van-phong").expect("an id");
        let difficulty = DifficultyId::new("01J").expect("an id");
        for over in [Over::Nothing, Over::Reminder(office), Over::NewDifficulty, Over::Difficulty(difficulty)]
        {
            assert_eq!(Over::of(&Route::parse(&over.route().href())), over);
        }
    }

    #[test]
    fn the_head_tells_the_day_and_the_open_quarter() {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let on = |day: &str| {
            let today = day.parse().expect("a day");
            line(&Progress::of(&file, today), today)
        };
        assert_eq!(
            on("2026-11-20"),
            "Thứ Sáu, 20/11/2026 · quý IV đang mở, chốt số liệu 15/9–14/12, còn 24 ngày"
        );
        assert_eq!(on("2026-12-28"), "Thứ Hai, 28/12/2026");
    }
}
