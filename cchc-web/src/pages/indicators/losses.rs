//! Where points are lost: ranked, each with what is missing and who can win it back.

use std::rc::Rc;

use cchc_core::calendar::{Period, PeriodKind};
use cchc_core::indicator::{Aggregation, Ownership};
use cchc_core::progress::scoring::Loss;
use cchc_core::text::capitalized;
use yew::prelude::*;

use super::address;
use super::figures::points;
use super::sheet::{Sheet, SheetRow};
use super::subjects::subjects;
use crate::components::state;
use crate::pages::log::names::ByPointer;
use crate::route::Route;
use crate::store::{use_plan, use_prefs, use_progress};
use crate::strings::indicators as text;

/// How many stand in the list.
const SHOWN: usize = 6;

/// The losses of one set.
pub(super) fn losses(sheet: &Sheet, route: &Route) -> Html {
    // What stands by itself loses nothing of a total.
    if sheet.losses.is_empty() || sheet.set.aggregation == Aggregation::Separate {
        return Html::default();
    }
    let most = sheet.losses.first().map_or(1.0, |loss| loss.lost);
    let note = match sheet.set.aggregation {
        Aggregation::WeightedMean => text::LOSSES_WEIGHTED,
        of if of.is_satisfaction() => text::LOSSES_OF_SHARES,
        _ => text::LOSSES_NOTE,
    };
    html! {
        <section class="section" aria-labelledby="h-mat-diem">
            <div class="section-head"><h2 id="h-mat-diem">{text::LOSSES}</h2><p>{note}</p></div>
            <ol class="list losses">{for sheet.losses.iter().take(SHOWN).map(|loss| one(sheet, loss, most, route))}</ol>
            if sheet.losses.len() > SHOWN { <p class="key">{text::more_losses(sheet.losses.len() - SHOWN)}</p> }
        </section>
    }
}

fn one(sheet: &Sheet, loss: &Loss, most: f64, route: &Route) -> Html {
    let href = route.clone().with(address::OPEN, loss.code.clone()).href();
    let office = loss.offices.join(", ");
    html! {
        <li key={loss.code.clone()}>
            <div class="line">
                <h3><a {href}>{number_of(sheet, &loss.code)}{" "}{&loss.name}</a></h3>
                <span class="num strong">{text::minus(&points(lost_of(sheet, loss)))}</span>
            </div>
            {crate::components::bar(Some(100.0 * loss.lost / most), None)}
            <p class="meta">
                {if office.is_empty() { text::NO_OFFICE.to_owned() } else { office }}
                if let Some(words) = loss.missing.first() { {" · "}{capitalized(words)} }
            </p>
        </li>
    }
}

/// What is lost, in the points that stand beside the criterion; of a sub-index, in those of the index: of two sub-indices
/// that lack as much the one that weighs more loses more.
fn lost_of(sheet: &Sheet, loss: &Loss) -> f64 {
    match sheet.set.aggregation {
        Aggregation::WeightedMean => loss.lost,
        _ => loss.max - loss.score,
    }
}

fn number_of(sheet: &Sheet, code: &str) -> String {
    sheet.leaf(code).map_or_else(|| code.to_owned(), |row| row.number.clone())
}

/// The criteria of the office that the person is of, over all own sets; nothing where there are none.
#[component]
pub(super) fn OwnOffice() -> Html {
    let (open, progress, prefs) = (use_plan(), use_progress(), use_prefs());
    let office = prefs.who.office().and_then(|id| open.file.offices.get_str(id)).cloned();
    let rows = use_memo((open.clone(), ByPointer(progress), office.clone()), |(open, progress, office)| {
        let (Some(office), Some(year)) = (office, Period::new(PeriodKind::Year, open.file.plan.year, 1))
        else {
            return Vec::new();
        };
        let own = subjects(&open.file).into_iter().filter(|subject| subject.ownership == Ownership::Own);
        let sheets =
            own.filter_map(|subject| Sheet::of(&open.file, &progress.0, subject.set.code.as_str(), year));
        let rows = sheets.flat_map(|sheet| {
            let code = sheet.set.code.clone();
            let of_office = sheet.rows.into_iter().filter(|row| row.is_of(office));
            of_office.map(move |row| (code.to_string(), row)).collect::<Vec<_>>()
        });
        rows.collect()
    });
    let Some(office) = office.filter(|_| !rows.is_empty()) else { return Html::default() };
    html! {
        <section class="section" aria-labelledby="h-cua-toi">
            <div class="section-head"><h2 id="h-cua-toi">{text::of_office(&office.name)}</h2></div>
            {list(&rows)}
        </section>
    }
}

/// Leaves in one list, each with what is missing.
fn list(rows: &[(String, Rc<SheetRow>)]) -> Html {
    html! {
        <ul class="list">
            {for rows.iter().map(|(set, row)| {
                let (gap, words) = row.gap();
                html! {
                    <li key={format!("{set}-{}", row.node.code)}>
                        <div class="line">
                            <a href={address::leaf(set, &row.node.code).href()}>{&row.number}{" "}{&row.node.name}</a>
                            {state(gap, words)}
                        </div>
                    </li>
                }
            })}
        </ul>
    }
}

/// The criteria of the person's office within one set, before the tree.
pub(super) fn of_office(sheet: &Sheet, office: &cchc_core::plan::Office) -> Html {
    let rows: Vec<_> = sheet
        .rows
        .iter()
        .filter(|row| row.is_of(office))
        .map(|row| (sheet.set.code.to_string(), Rc::clone(row)))
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section mine" aria-labelledby="h-cua-toi">
            <div class="section-head"><h2 id="h-cua-toi">{text::of_office(&office.name)}</h2></div>
            {list(&rows)}
        </section>
    }
}
