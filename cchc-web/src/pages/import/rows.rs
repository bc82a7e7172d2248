//! What comes of the rows, in groups that open: those that were not read first.

use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::ingest::import::{Line, Matter, Outcome};
use cchc_core::register::Activity;
use cchc_core::text::{date_short, date_vi, integer_vi};
use chrono::Datelike as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Understood;
use crate::components::{Glyph, State, icon, state};
use crate::strings::{exchange, import as text};

/// How many rows of a group are listed.
const MOST: usize = 60;
/// A group of this many or fewer stands open.
const FEW: usize = 12;

#[derive(Properties)]
pub(super) struct RowsProps {
    pub(super) understood: Rc<Understood>,
    pub(super) file: Rc<PlanFile>,
    pub(super) update: UseStateHandle<bool>,
}

impl PartialEq for RowsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.understood, &other.understood) && *self.update == *other.update
    }
}

/// The groups.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let import = &props.understood.import;
    let lines = |takes: fn(&Line) -> bool| import.lines.iter().filter(|line| takes(line)).collect::<Vec<_>>();
    let is_new = |line: &Line| matches!(line.outcome, Outcome::New(_) | Outcome::Figure { .. });
    let is_of_register = import.matter == Matter::Activities;
    let plain = |glyph: Glyph, word: &'static str| html! { <span class="state">{icon(glyph)}{word}</span> };
    let groups = [
        (
            state(State::Late, text::REFUSED),
            text::REFUSED_MORE,
            lines(|line| matches!(line.outcome, Outcome::Refused(_))),
        ),
        (
            state(State::Soon, text::REMARKED),
            "",
            lines(|line| {
                matches!(line.outcome, Outcome::New(_) | Outcome::Figure { .. }) && !line.remarks.is_empty()
            }),
        ),
        (
            plain(Glyph::Plus, text::NEW),
            "",
            lines(|line| {
                matches!(line.outcome, Outcome::New(_) | Outcome::Figure { .. }) && line.remarks.is_empty()
            }),
        ),
        (
            plain(Glyph::Sort, text::OTHERWISE),
            "",
            lines(|line| matches!(line.outcome, Outcome::Known { otherwise: Some(_), .. })),
        ),
        (
            plain(Glyph::Done, text::KNOWN),
            "",
            lines(|line| matches!(line.outcome, Outcome::Known { otherwise: None, .. })),
        ),
        (
            plain(Glyph::Bin, text::DELETED),
            text::DELETED_MORE,
            lines(|line| matches!(line.outcome, Outcome::Deleted(_))),
        ),
        (
            plain(Glyph::Info, if is_of_register { text::PASSED } else { text::PASSED_FIGURES }),
            "",
            lines(|line| matches!(line.outcome, Outcome::Passed(_))),
        ),
    ];
    let nothing =
        !import.lines.iter().any(|line| is_new(line) || matches!(line.outcome, Outcome::Known { .. }));
    let has_otherwise = import.tally().otherwise > 0;
    let onupdate = {
        let update = props.update.clone();
        Callback::from(move |event: Event| {
            update.set(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()));
        })
    };
    html! {
        <section class="section groups import-rows" aria-labelledby="xem-truoc-nhap">
            <div class="section-head"><h2 id="xem-truoc-nhap">{text::ROWS}</h2></div>
            if nothing { <p>{if is_of_register { text::NOTHING } else { text::NO_FIGURES }}</p> }
            {for groups.into_iter().filter(|(.., lines)| !lines.is_empty()).map(|(word, note, lines)| html! {
                <details open={lines.len() <= FEW}>
                    <summary>
                        {icon(Glyph::Right)}{word}
                        if !note.is_empty() { <span class="muted small">{note}</span> }
                        <span class="count">{integer_vi(lines.len() as i64)}</span>
                    </summary>
                    <ul>{for lines.iter().take(MOST).map(|line| entry(props, line))}</ul>
                    if lines.len() > MOST { <p class="muted">{exchange::and_more(lines.len() - MOST)}</p> }
                </details>
            })}
            if has_otherwise {
                <label class="import-update">
                    <input type="checkbox" checked={*props.update} onchange={onupdate} />{text::UPDATE}
                </label>
            }
        </section>
    }
}

fn entry(props: &RowsProps, line: &Line) -> Html {
    let place = props.understood.import.place(line);
    let (main, detail) = match &line.outcome {
        Outcome::New(activity) => (activity.title.clone(), Some(told(&props.file, activity))),
        Outcome::Figure { title, told, .. } => (title.clone(), Some(told.clone())),
        Outcome::Refused(why) => (why.clone(), Some(line.words.clone())),
        Outcome::Passed(why) => (line.words.clone(), Some((*why).to_owned())),
        Outcome::Known { otherwise: Some((_, fields)), .. } => {
            (line.words.clone(), Some(text::otherwise(fields)))
        }
        Outcome::Known { .. } | Outcome::Deleted(_) => (line.words.clone(), None),
    };
    html! {
        <li>
            <span class="place">{place}</span>
            <span>
                {main}
                {for detail.into_iter().chain(line.remarks.iter().cloned()).map(|detail| html! { <span class="sub">{detail}</span> })}
            </span>
        </li>
    }
}

/// Day, office, channel and counts of a new activity.
fn told(file: &PlanFile, activity: &Activity) -> String {
    // A day of another year is told with its year.
    let is_of_plan = activity.date.year() == file.plan.year;
    let mut parts = vec![if is_of_plan { date_short(activity.date) } else { date_vi(activity.date) }];
    parts.extend(file.offices.get(&activity.office).map(|office| office.short_name.clone()));
    let channel = activity.channel.as_ref().and_then(|id| file.channels.get(id));
    parts.extend(channel.map(|channel| channel.short_name.clone()));
    parts.extend(activity.counts.iter().map(|count| {
        let unit = file.units.get(&count.unit).map_or(count.unit.as_str(), |unit| unit.in_full());
        format!("{} {unit}", integer_vi(count.value as i64))
    }));
    parts.join(" · ")
}
