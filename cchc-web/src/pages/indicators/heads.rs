//! The heads of the views: the way between them, and what a set says of itself.

use cchc_core::calendar::{Period, PeriodKind, periods_of};
use cchc_core::exchange::PlanFile;
use cchc_core::indicator::{IndicatorSet, Origin, Ownership};
use cchc_core::order;
use cchc_core::text::{capitalized, date_vi};
use yew::prelude::*;

use super::address;
use super::sheet::Sheet;
use super::subjects::{name_of, subjects};
use crate::components::{Glyph, Segment, Segmented, SelectOption, State, state};
use crate::route::{Route, Screen};
use crate::strings::indicators as text;

/// The three views beside the sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    Overview,
    Measures,
    Sets,
}

/// The way between the views.
pub(super) fn views(current: View) -> Html {
    let segment = |view: View, route: Route, glyph, label: &'static str| Segment {
        route,
        glyph,
        label: label.into(),
        current: view == current,
    };
    let segments = vec![
        segment(View::Overview, Route::to(Screen::Indicators), Glyph::Indicators, text::ALL),
        segment(View::Measures, address::measures(), Glyph::Duties, text::MEASURES),
        segment(View::Sets, address::sets(), Glyph::Settings, text::SETS),
    ];
    html! { <div class="toolbar"><Segmented label={text::VIEWS} {segments} /></div> }
}

/// What stands under a set's name: what is not confirmed about it, and up to which day the register counts.
pub(super) fn line(sheet: &Sheet) -> Html {
    html! {
        <>
            {confirmed(&sheet.set)}
            if let Some(view) = sheet.view { {" · "}{text::published_view(view.vietnamese())} }
            else if sheet.set.ownership == Ownership::Own { {" · "}{text::as_of(&date_vi(sheet.as_of))} }
        </>
    }
}

/// "Khung tiêu chí, cần nhập theo quyết định của tỉnh", or the decision that a set rests on.
pub(super) fn confirmed(set: &IndicatorSet) -> Html {
    use cchc_core::indicator::Certainty;
    if set.certainty == Certainty::Belief && set.ownership == Ownership::Own {
        return html! { <>{text::FRAME}{", "}<span title={set.unconfirmed.clone()}>{state(State::Missing, text::TO_ENTER)}</span></> };
    }
    let rests = if set.decision.is_empty() { &set.source } else { &set.decision };
    html! {
        <>
            {rests}
            if !set.unconfirmed.is_empty() { {" · "}<span title={set.unconfirmed.clone()}>{state(State::Missing, text::PARTLY_UNCONFIRMED)}</span> }
        </>
    }
}

/// The sets to go to.
pub(in crate::pages) fn set_options(file: &PlanFile) -> Vec<SelectOption> {
    let group = |ownership| match ownership {
        Ownership::Own => text::OWN,
        Ownership::Context => text::CONTEXT,
    };
    let mut all = subjects(file);
    order::sort_by_key(&mut all, |subject| subject.ownership == Ownership::Context);
    all.into_iter()
        .map(|subject| SelectOption {
            id: subject.set.code.to_string().into(),
            label: name_of(file, &subject.set).into(),
            group: group(subject.ownership).into(),
        })
        .collect()
}

/// The periods to choose between: years and quarters, and months where the portal publishes them; also the present one,
/// whichever it is.
pub(in crate::pages) fn period_options(set: &IndicatorSet, year: i32, now: Period) -> Vec<SelectOption> {
    let by_month = set.leaves().iter().any(|leaf| leaf.origin == Some(Origin::Portal));
    let years = [year, year - 1].into_iter().filter_map(|year| Period::new(PeriodKind::Year, year, 1));
    let parts = periods_of(if by_month { PeriodKind::Month } else { PeriodKind::Quarter }, year);
    let mut periods: Vec<Period> = years.chain(parts).collect();
    if !periods.contains(&now) {
        periods.push(now);
    }
    let option = |period: Period| SelectOption::new(period.to_string(), capitalized(&period.vietnamese()));
    periods.into_iter().map(option).collect()
}

#[cfg(test)]
mod tests {
    use cchc_core::indicator::builtin_set;

    use super::*;

    #[test]
    fn what_the_portal_publishes_is_scored_by_months() {
        let named = |code| {
            let options = period_options(
                builtin_set(code).expect("a built-in set"),
                2026,
                "2026".parse().expect("a year"),
            );
            (options.len(), options[2].label.to_string())
        };
        assert_eq!(named("766"), (14, "Tháng 1 năm 2026".to_owned()));
        assert_eq!(named("cchc-xa"), (6, "Quý I năm 2026".to_owned()));
    }
}
