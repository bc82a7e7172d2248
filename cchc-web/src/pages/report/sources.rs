//! Số liệu của câu: each number of a paragraph, with the way to the activities that it counts.

use std::collections::HashMap;
use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::report::{Figure, Report};
use cchc_core::text::{range_vi, two_digits};
use yew::prelude::*;

use crate::pages::log::filter::{Days, LogFilter, Which};
use crate::strings::report as text;

/// The numbers of a paragraph: where each leads, and what it says.
pub(super) type Sources = Rc<[(AttrValue, String)]>;

/// Those of every paragraph that states some.
pub(super) fn of(file: &PlanFile, report: &Report) -> HashMap<String, Sources> {
    let counted = report.paragraphs().filter(|paragraph| !paragraph.figures.is_empty());
    counted
        .map(|paragraph| {
            (paragraph.key.clone(), paragraph.figures.iter().map(|one| source(file, one)).collect())
        })
        .collect()
}

fn source(file: &PlanFile, figure: &Figure) -> (AttrValue, String) {
    let filter = &figure.filter;
    let to = LogFilter {
        days: Days::Between(filter.window),
        office: filter.office.clone(),
        duty: filter.duty.clone().map_or(Which::Any, Which::Is),
        channel: filter.channel.clone().map_or(Which::Any, Which::Is),
        topic: filter.topic.clone().map_or(Which::Any, Which::Is),
        unit: filter.unit.clone(),
        ..LogFilter::default()
    };
    let names = [
        filter.office.as_ref().and_then(|id| file.offices.get(id)).map(|office| &office.short_name),
        filter.duty.as_ref().and_then(|id| file.duties.get(id)).map(|duty| &duty.short_name),
        filter.channel.as_ref().and_then(|id| file.channels.get(id)).map(|channel| &channel.name),
        filter.topic.as_ref().and_then(|id| file.topics.get(id)).map(|topic| &topic.short_name),
    ];
    let mut words = format!("{} {}", two_digits(figure.value), figure.unit);
    for name in names.into_iter().flatten() {
        words.push_str(" · ");
        words.push_str(name);
    }
    words.push_str(" · ");
    words.push_str(&range_vi(filter.window.from, filter.window.to));
    (to.to_hash(), words)
}

/// A disclosure beside the paragraph.
pub(super) fn shown(sources: Option<&Sources>) -> Html {
    let Some(sources) = sources else { return Html::default() };
    html! {
        <details class="sources">
            <summary>{text::sources(sources.len())}</summary>
            <ul>{for sources.iter().map(|(to, words)| html! { <li><a href={to}>{words}</a></li> })}</ul>
        </details>
    }
}
