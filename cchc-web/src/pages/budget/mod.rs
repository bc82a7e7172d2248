//! Kinh phí: each item on its way from estimate to spending, by office.

mod draft;
mod form;

use cchc_core::exchange::PlanFile;
use cchc_core::id::{BudgetItemId, OfficeId};
use cchc_core::register::BudgetItem;
use cchc_core::report::Listed;
use cchc_core::report::papers::{PaperAsk, PaperKind};
use cchc_core::text::integer_vi;
use yew::prelude::*;

use self::form::BudgetDialog;
use super::PageHead;
use super::form::offices;
use super::paper::PaperPage;
use super::progress::full_name;
use super::tables::table_button;
use crate::components::{Empty, Glyph, Select, State, icon, state};
use crate::route::{Route, Screen, use_route};
use crate::store::{use_plan, use_prefs, use_store, use_today};
use crate::strings::{budget as text, common};

/// The rest of the address under which a new item is written, and those of the papers.
const NEW: &str = "moi";
const ESTIMATE: &str = "du-toan";
const APPRAISAL: &str = "tham-dinh";
/// The key of the office.
const OFFICE: &str = "co-quan";

/// The four amounts of an item, in the order of [`text::AMOUNTS`].
fn amounts(item: &BudgetItem) -> [Option<u64>; 4] {
    [item.estimate, item.appraised, item.allocated, item.spent]
}

/// Kinh phí.
#[component]
pub fn BudgetPage() -> Html {
    let (open, prefs, route) = (use_plan(), use_prefs(), use_route());
    let (store, today) = (use_store(), use_today());
    let list = route.clone().at("");
    let close = use_callback(list.clone(), |(), list| list.go());
    let offices = use_memo(open.clone(), |open| offices(&open.file));
    let onoffice = use_callback(list.clone(), |office: Option<AttrValue>, list| {
        list.clone().with(OFFICE, office.map(|office| office.to_string()).unwrap_or_default()).go();
    });
    let paper = match route.rest.as_str() {
        ESTIMATE => Some(PaperKind::Budget),
        APPRAISAL => Some(PaperKind::Appraisal),
        _ => None,
    };
    if let Some(kind) = paper {
        let office = route.get(OFFICE).and_then(|id| OfficeId::new(id).ok());
        let ask = PaperAsk { office, ..PaperAsk::default() };
        return html! { <PaperPage screen={Screen::Budget} {kind} {ask} back={list} /> };
    }
    let file = &*open.file;
    let groups = groups(file, list.get(OFFICE));
    let ids: Vec<BudgetItemId> =
        groups.iter().flat_map(|(_, items)| items).map(|item| item.id.clone()).collect();
    let listed = Callback::from(move |()| Listed::BudgetItems(ids.clone()));
    let to_paper = |rest: &str, label: &'static str| {
        html! { <a class="btn" href={list.clone().at(rest).href()}>{icon(Glyph::Report)}{label}</a> }
    };
    html! {
        <section class="page" aria-labelledby={Screen::Budget.slug()}>
            <PageHead screen={Screen::Budget} line={html! { {text::LINE} }}>
                if !file.budget_items.is_empty() { {table_button(&store, today, listed)} }
                {to_paper(ESTIMATE, text::ESTIMATE_PAPER)}
                {to_paper(APPRAISAL, text::APPRAISAL_PAPER)}
                if !prefs.only_reads() {
                    <a class="btn btn-primary" href={list.clone().at(NEW).href()}>{icon(Glyph::Plus)}{text::ADD}</a>
                }
            </PageHead>
            if file.budget_items.is_empty() {
                <Empty glyph={Glyph::Money} title={text::NONE} hint={text::NONE_HINT} />
            } else {
                <div class="toolbar" role="search" aria-label={text::FILTER}>
                    <Select id="loc-co-quan" aria_label={text::OFFICE} options={(*offices).clone()} none={text::ANY_OFFICE}
                        value={route.get(OFFICE).map(|id| AttrValue::from(id.to_owned()))} onchange={onoffice} />
                </div>
                {table(file, &groups, &list)}
            }
            {match route.rest.as_str() {
                "" => Html::default(),
                NEW => html! { <BudgetDialog key={NEW} onclose={close} /> },
                id => BudgetItemId::new(id).map_or_else(
                    |_| Html::default(),
                    |known| html! { <BudgetDialog key={id} id={Some(known)} onclose={close} /> },
                ),
            }}
        </section>
    }
}

/// Items by office in plan order; those of offices that the plan does not know come last.
fn groups<'a>(file: &'a PlanFile, office: Option<&str>) -> Vec<(&'a OfficeId, Vec<&'a BudgetItem>)> {
    let mut groups: Vec<(&OfficeId, Vec<&BudgetItem>)> =
        file.offices.iter().map(|office| (&office.id, Vec::new())).collect();
    for item in file.budget_items.iter().filter(|item| office.is_none_or(|id| item.office.as_str() == id)) {
        match groups.iter_mut().find(|(id, _)| **id == item.office) {
            Some((_, items)) => items.push(item),
            None => groups.push((&item.office, vec![item])),
        }
    }
    groups.retain(|(_, items)| !items.is_empty());
    groups
}

/// The sum of each amount; none where no item states it.
fn totals<'a>(items: impl Iterator<Item = &'a BudgetItem>) -> [Option<u64>; 4] {
    items.map(amounts).fold([None; 4], |mut sums, amounts| {
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            if let Some(amount) = amount {
                *sum = Some(sum.unwrap_or(0).saturating_add(amount));
            }
        }
        sums
    })
}

fn dong(amount: u64) -> String {
    i64::try_from(amount).map_or_else(|_| amount.to_string(), integer_vi)
}

fn cells(amounts: [Option<u64>; 4]) -> Html {
    let cell = |(label, amount): (&'static str, Option<u64>)| {
        let words = amount.map_or_else(|| common::NONE.to_owned(), dong);
        html! { <td class="num nowrap" data-label={label}>{words}</td> }
    };
    text::AMOUNTS.into_iter().zip(amounts).map(cell).collect()
}

fn table(file: &PlanFile, groups: &[(&OfficeId, Vec<&BudgetItem>)], list: &Route) -> Html {
    if groups.is_empty() {
        return html! {
            <Empty glyph={Glyph::Money} title={common::EMPTY_LIST}>
                <a class="btn" href={Screen::Budget.href()}>{common::CLEAR}</a>
            </Empty>
        };
    }
    let total = totals(groups.iter().flat_map(|(_, items)| items.iter().copied()));
    let group = |(office, items): &(&OfficeId, Vec<&BudgetItem>)| {
        html! {
            <tbody key={office.as_str()}>
                <tr class="group">
                    <th scope="rowgroup" colspan="7" class="wide">
                        {full_name(file, office)}<span class="end">{text::items(items.len())}</span>
                    </th>
                </tr>
                {for items.iter().map(|item| row(file, item, list))}
            </tbody>
        }
    };
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-label={text::REGION}>
            <table class="table hover flush stack records">
                <thead>
                    <tr>
                        <th scope="col">{text::COL_TITLE}</th>
                        <th scope="col">{text::F_DUTY}</th>
                        {for text::AMOUNTS.iter().map(|head| html! { <th scope="col" class="num">{*head}</th> })}
                        <th scope="col">{text::COL_STATE}</th>
                    </tr>
                </thead>
                {for groups.iter().map(group)}
                <tfoot><tr><th scope="row" colspan="2" class="wide">{text::TOTAL}</th>{cells(total)}<td></td></tr></tfoot>
            </table>
        </div>
    }
}

fn row(file: &PlanFile, item: &BudgetItem, list: &Route) -> Html {
    let (mark, words) = standing(item);
    let duty = item.duty.as_ref().map(|id| match file.duties.get(id) {
        Some(duty) => {
            html! { <a href={Route::duty(id).href()} title={duty.name.clone()}>{&duty.short_name}</a> }
        }
        None => html! { {id.as_str()} },
    });
    html! {
        <tr key={item.id.as_str()}>
            <td class="wide">
                <a class="strong" href={list.clone().at(item.id.as_str()).href()}>{&item.title}</a>
                if !item.calculation.is_empty() { <span class="sub">{&item.calculation}</span> }
            </td>
            <td class="wide" data-label={text::F_DUTY}>{duty.unwrap_or_else(|| html! { {common::NONE} })}</td>
            {cells(amounts(item))}
            <td class="wide nowrap">{state(mark, words)}</td>
        </tr>
    }
}

/// How far an item has come.
fn standing(item: &BudgetItem) -> (State, String) {
    if let Some(by) = item.overspent() {
        return (State::Late, text::over(&dong(by)));
    }
    let (mark, words) = match (item.allocated, item.spent.unwrap_or(0)) {
        (Some(0), _) => (State::None, text::REFUSED),
        (Some(_), 0) => (State::Soon, text::UNSPENT),
        (Some(allocated), spent) if spent < allocated => {
            return (State::None, text::left(&dong(allocated - spent)));
        }
        (Some(_), _) => (State::Done, text::SPENT),
        (None, 1..) => (State::Missing, text::SPENT_UNALLOCATED),
        (None, 0) if item.appraised.is_some() => (State::None, text::TO_ALLOCATE),
        (None, 0) if item.estimate.is_some() => (State::None, text::TO_APPRAISE),
        (None, 0) => (State::Missing, text::TO_ESTIMATE),
    };
    (mark, words.to_owned())
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    #[test]
    fn the_items_of_the_illustrated_year_add_up_by_office() {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let groups = groups(&file, None);
        assert_eq!(groups.iter().map(|(_, items)| items.len()).sum::<usize>(), file.budget_items.len());
        let told = totals(file.budget_items.iter()).map(|sum| dong(sum.expect("stated")));
        assert_eq!(told, ["47.300.000", "39.900.000", "39.900.000", "29.950.000"]);
        assert_eq!(totals(std::iter::empty()), [None; 4]);
        assert_eq!(super::groups(&file, Some("mttq")).len(), 1);
    }

    #[test]
    fn an_item_stands_where_its_amounts_say() {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let item = file.budget_items.iter().next().expect("an item");
        let with = |appraised, allocated, spent| {
            let item = BudgetItem { appraised, allocated, spent, ..item.clone() };
            standing(&item).1
        };
        let told = [
            with(None, None, None),
            with(Some(5), None, None),
            with(Some(5), None, Some(1)),
            with(Some(5), Some(0), None),
            with(Some(5), Some(5), None),
            with(Some(5), Some(5), Some(2)),
            with(Some(5), Some(5), Some(5)),
            with(Some(5), Some(5), Some(6)),
        ];
        assert_eq!(
            told,
            [
                text::TO_APPRAISE,
                text::TO_ALLOCATE,
                text::SPENT_UNALLOCATED,
                text::REFUSED,
                text::UNSPENT,
                "Còn 3",
                text::SPENT,
                "Vượt 1"
            ]
        );
    }
}
