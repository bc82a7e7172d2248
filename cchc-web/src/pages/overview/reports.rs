//! Kỳ báo cáo: what is to be sent, until when, and whose figures are there.

use std::rc::Rc;

use cchc_core::calendar::{Date, Window};
use cchc_core::progress::{Progress, ReportItem};
use cchc_core::text::{capitalized, date_short, date_vi, range_vi};
use yew::prelude::*;

use crate::components::{State, standing, state};
use crate::route::{Route, Screen};
use crate::strings::overview as text;

/// What the section is given.
#[derive(Properties)]
pub(super) struct ReportsProps {
    pub(super) progress: Rc<Progress>,
    /// Tôi là: whether that office has sent its figures is said.
    pub(super) own: Option<AttrValue>,
    /// In the wide column: the reports stand side by side.
    pub(super) across: bool,
}

impl PartialEq for ReportsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.progress, &other.progress) && (&self.own, self.across) == (&other.own, other.across)
    }
}

/// The section.
#[component]
pub(super) fn Reports(props: &ReportsProps) -> Html {
    let progress = &*props.progress;
    let items = progress.reports_at_hand();
    let own = props.own.as_deref();
    html! {
        <section class="section" aria-labelledby="h-ky">
            <div class="section-head"><h2 id="h-ky">{text::REPORTS}</h2><a href={Screen::Report.href()}>{text::ALL}</a></div>
            if items.is_empty() {
                <p class="muted small">{text::ALL_SENT}</p>
            } else {
                <ul class={classes!("list", props.across.then_some("across"))}>
                    {for items.into_iter().map(|item| entry(item, progress.today, own))}
                </ul>
            }
        </section>
    }
}

fn entry(item: &ReportItem, today: Date, own: Option<&str>) -> Html {
    let due = item.due.map_or_else(|| text::NO_DUE.to_owned(), |due| text::due(&date_vi(due)));
    let collects = item.collecting.is_some() && !item.returns.is_empty();
    let is_owed = |(office, received): &(_, Option<Date>)| {
        own == Some(cchc_core::id::OfficeId::as_str(office)) && received.is_none()
    };
    let own_missing = collects && item.returns.iter().any(is_owed);
    html! {
        <li>
            <div class="line">
                <h3><a href={Route::filing(&item.filing).href()}>{&item.title}</a></h3>
                if collects { <span class="muted nowrap">{text::returned(item.returned(), item.returns.len())}</span> }
            </div>
            <div class="line meta"><span>{due}</span>{standing(item.state, &capitalized(&item.phrase(today)))}</div>
            if own_missing { <div class="meta">{state(State::Missing, text::NOT_RETURNED)}</div> }
            if let Some(window) = item.window { {days(window, today)} }
        </li>
    }
}

/// The window; while it is open with the days gone by as a bar.
fn days(window: Window, today: Date) -> Html {
    let range = text::cut_off(&range_vi(window.from, window.to));
    let all = window.len_days();
    if !window.contains(today) || all > 120 {
        return html! { <div class="meta small">{range}</div> };
    }
    let day = (today - window.from).num_days() + 1;
    let x = (300 * day / i64::from(all)).to_string();
    let label = text::window_label(&date_short(window.from), &date_short(window.to), day, all);
    html! {
        <>
            <svg class="window" viewBox="0 0 300 12" preserveAspectRatio="none" role="img" aria-label={label}>
                <rect class="track" y="3" width="300" height="6" />
                <rect class="past" y="3" width={x.clone()} height="6" />
                <path class="tick" d={format!("M{x} 0v12")} />
            </svg>
            <div class="line meta small"><span>{range}</span><span>{text::day_of(day, all)}</span></div>
        </>
    }
}
