//! Chỉ tiêu của Kế hoạch: what is to be reached, with its definition. Nothing is measured here yet.

use cchc_core::plan::Target;
use cchc_core::text::{date_vi, percent_vi};
use yew::prelude::*;

use crate::components::{State, state};
use crate::store::use_plan;
use crate::strings::{common, overview as text};

/// The section; nothing where the plan sets no targets.
#[component]
pub(super) fn Targets() -> Html {
    let open = use_plan();
    let targets = &open.file.targets;
    if targets.is_empty() {
        return Html::default();
    }
    let day = |target: &Target| target.due.value;
    let first = targets.iter().next().map(day);
    let same = targets.iter().all(|target| Some(day(target)) == first);
    html! {
        <section class="section" aria-labelledby="h-chi-tieu">
            <div class="section-head">
                <h2 id="h-chi-tieu">{text::TARGETS}</h2>
                if let Some(due) = first.filter(|_| same) { <p>{text::target_due(&date_vi(due))}</p> }
            </div>
            <div class="tiles targets">{for targets.iter().map(|target| tile(target, same))}</div>
        </section>
    }
}

fn tile(target: &Target, same_day: bool) -> Html {
    let percent = percent_vi(target.percent.value);
    let definition = text::out_of(&target.numerator.value, &target.denominator.value);
    html! {
        <article class="tile" title={definition}>
            <h3>{&target.name}</h3>
            <div class="value"><b>{common::NONE}</b><span>{text::target(&percent)}</span></div>
            if !same_day { <span class="small muted">{text::target_due(&date_vi(target.due.value))}</span> }
            {state(State::None, text::NO_VALUE)}
        </article>
    }
}
