//! The tree of a set: lĩnh vực, tiêu chí, tiêu chí thành phần, one row each; an opened leaf below its row.

use std::collections::BTreeSet;
use std::rc::Rc;

use cchc_core::indicator::Aggregation;
use cchc_core::text::percent_vi;
use yew::prelude::*;

use super::address;
use super::figures::points_or_dash;
use super::leaf::LeafPanel;
use super::sheet::{Sheet, SheetRow};
use super::trial::{Trials, use_trial_field};
use crate::components::{Glyph, icon, state};
use crate::platform::dom;
use crate::route::Route;
use crate::strings::{common, indicators as text};

/// What the tree is given.
#[derive(Properties)]
pub(super) struct TreeProps {
    pub(super) sheet: Rc<Sheet>,
    /// The leaf that the address opens.
    pub(super) opened: Option<AttrValue>,
    /// The address, for the links of the rows.
    pub(super) route: Route,
    /// What is tried; none where nothing is.
    pub(super) trials: Option<Trials>,
    /// Whether a person may enter something.
    pub(super) writes: bool,
}

impl PartialEq for TreeProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.sheet, &other.sheet)
            && (&self.opened, &self.route, &self.trials, self.writes)
                == (&other.opened, &other.route, &other.trials, other.writes)
    }
}

/// The id of a row's name, which gets the focus.
pub(super) fn row_id(code: &str) -> String {
    format!("tc-{code}")
}

/// The table.
#[component]
pub(super) fn Tree(props: &TreeProps) -> Html {
    let closed = use_state_eq(BTreeSet::<String>::new);
    let toggle = {
        let closed = closed.clone();
        use_callback(closed, |code: String, closed| {
            let mut next = (**closed).clone();
            if !next.remove(&code) {
                next.insert(code);
            }
            closed.set(next);
        })
    };
    let sheet = &props.sheet;
    let shown = visible(&sheet.rows, &closed);
    let most = Most::of(sheet.set.aggregation);
    let rows = shown.into_iter().map(|row| {
        let code = row.node.code.as_str();
        let opened = props.opened.as_deref() == Some(code) && row.leaf.is_some();
        let href = row.leaf.as_ref().map(|_| {
            props.route.clone().with(address::OPEN, if opened { "" } else { code }).href()
        });
        html! {
            <>
                <TreeRow key={code.to_owned()} row={ByValue(Rc::clone(row))} {opened} {href} {most}
                    expanded={row.is_group.then(|| !closed.contains(code))} toggle={toggle.clone()} trials={props.trials.clone()} />
                if opened {
                    <tr key={format!("{code}-mo")} class="details-row"><td colspan="6">
                        <LeafPanel key={format!("{code}-{}", sheet.period)} sheet={Rc::clone(sheet)} row={Rc::clone(row)}
                            route={props.route.clone()} writes={props.writes && props.trials.is_none()} />
                    </td></tr>
                }
            </>
        }
    });
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-label={text::TREE_TABLE}>
            <table class="table tree stack hover" onkeydown={Callback::from(|event: KeyboardEvent| walk(&event))}>
                <caption class="sr">{&sheet.set.name}</caption>
                <colgroup><col /><col class="c-num" /><col class="c-num" /><col class="c-num" /><col class="c-proof" /><col class="c-gap" /></colgroup>
                <thead><tr>
                    <th scope="col">{text::CRITERION}</th>
                    <th scope="col" class="num">{most.name()}</th>
                    <th scope="col" class="num">{if sheet.is_of_portal { text::PUBLISHED } else { text::SELF }}</th>
                    <th scope="col" class="num">{text::APPRAISED}</th>
                    <th scope="col" class="num">{text::PROOF}</th>
                    <th scope="col">{text::MISSING}</th>
                </tr></thead>
                <tbody>{for rows}</tbody>
                {total(sheet, props.trials.is_some())}
            </table>
        </div>
    }
}

/// What the second column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Most {
    Max,
    Weight,
    Target,
}

impl Most {
    const fn of(aggregation: Aggregation) -> Self {
        match aggregation {
            Aggregation::WeightedMean => Self::Weight,
            Aggregation::Separate => Self::Target,
            _ => Self::Max,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Max => text::MAX,
            Self::Weight => text::WEIGHT,
            Self::Target => text::TARGET,
        }
    }

    fn figure(self, row: &SheetRow) -> String {
        let percent = match self {
            // What does not apply can give nothing, and its group's maximum is without it.
            Self::Max => return points_or_dash(row.scored.max.filter(|_| row.scored.applicable)),
            Self::Weight => row.node.weight.map(|weight| 100.0 * weight),
            Self::Target => row.leaf.as_ref().and_then(|leaf| leaf.target),
        };
        percent.map_or_else(|| common::NONE.to_owned(), percent_vi)
    }
}

/// The rows of which no parent is closed.
fn visible<'a>(rows: &'a [Rc<SheetRow>], closed: &BTreeSet<String>) -> Vec<&'a Rc<SheetRow>> {
    let mut hidden_below = None;
    let shown = rows.iter().filter(|row| {
        if hidden_below.is_some_and(|depth| row.depth > depth) {
            return false;
        }
        hidden_below = closed.contains(&row.node.code).then_some(row.depth);
        true
    });
    shown.collect()
}

/// ↑ and ↓ go from name to name, as far as no field needs them.
fn walk(event: &KeyboardEvent) {
    let step = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    if dom::step_within(".tree [data-step]", step) {
        event.prevent_default();
    }
}

/// A row that is equal while it shows the same.
#[derive(Clone)]
struct ByValue(Rc<SheetRow>);

impl PartialEq for ByValue {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    row: ByValue,
    opened: bool,
    href: Option<AttrValue>,
    most: Most,
    /// Whether a group is open.
    expanded: Option<bool>,
    toggle: Callback<String>,
    trials: Option<Trials>,
}

#[component]
fn TreeRow(props: &RowProps) -> Html {
    let row = &*props.row.0;
    let (gap, words) = row.gap();
    let level = ["lv-1", "lv-2", "lv-3"][row.depth.min(2)];
    let proof = match row.proofs {
        0 if row.leaf.is_none() => common::NONE.to_owned(),
        count => count.to_string(),
    };
    let by_register = row
        .leaf
        .as_ref()
        .is_some_and(|leaf| leaf.origin == cchc_core::progress::scoring::InputOrigin::Register);
    html! {
        <tr class={classes!(level, row.leaf.as_ref().map(|_| "leaf"), props.opened.then_some("opened"))}>
            <th scope="row">{name(props)}</th>
            <td class="num" data-label={props.most.name()}>{props.most.figure(row)}</td>
            <td class="num" data-label={text::SELF}>{self_score(props)}</td>
            <td class="num" data-label={text::APPRAISED}>{points_or_dash(row.scored.appraised)}</td>
            <td class="num" data-label={text::PROOF}>
                {proof}
                if by_register { <span class="sub">{text::BY_REGISTER}</span> }
            </td>
            <td class="gap">if !words.is_empty() { {state(gap, words)} }</td>
        </tr>
    }
}

fn name(props: &RowProps) -> Html {
    let row = &*props.row.0;
    let toggle = props.expanded.map(|expanded| {
        let (toggle, code) = (props.toggle.clone(), row.node.code.clone());
        let onclick = Callback::from(move |_: MouseEvent| toggle.emit(code.clone()));
        html! {
            <button class="toggle" type="button" aria-expanded={expanded.to_string()} {onclick}
                aria-label={text::fold(expanded, &row.node.code)}>{icon(Glyph::Right)}</button>
        }
    });
    let title = match &props.href {
        Some(href) => html! {
            <a id={row_id(&row.node.code)} {href} data-step="" aria-expanded={props.opened.to_string()}>{&row.node.name}</a>
        },
        None => html! { <span>{&row.node.name}</span> },
    };
    html! {
        <span class="name">
            {toggle.unwrap_or_else(|| html! { <span class="no-toggle"></span> })}
            <span class="code">{&row.number}</span>
            {title}
        </span>
    }
}

/// The score: what stands, or, while scores are tried, a field for what is tried.
fn self_score(props: &RowProps) -> Html {
    let row = &*props.row.0;
    match &props.trials {
        Some(trials) if row.leaf.is_some() && row.scored.applicable => {
            html! { <TrialField code={row.node.code.clone()} name={row.node.name.clone()} stands={row.scored.score} trials={trials.clone()} /> }
        }
        Some(_) => html! { {points_or_dash(row.scored.score)} },
        None => {
            html! { {points_or_dash(row.scored.self_score.or_else(|| row.scored.appraised.is_none().then_some(row.scored.score).flatten()))} }
        }
    }
}

#[derive(Properties, PartialEq)]
struct TrialFieldProps {
    code: String,
    name: String,
    stands: Option<f64>,
    trials: Trials,
}

#[component]
fn TrialField(props: &TrialFieldProps) -> Html {
    let field = use_trial_field(&props.trials, &props.code, props.stands);
    html! {
        <input class={classes!("input", "num", "trial", field.tried.then_some("tried"))} inputmode="decimal" autocomplete="off"
            data-step="" aria-label={text::trial_of(&props.code, &props.name)} value={field.text}
            aria-invalid={field.wrong.then_some("true")} oninput={field.oninput} />
    }
}

/// The sum and the total, as on paper; while scores are tried, of what counts then.
fn total(sheet: &Sheet, is_trial: bool) -> Html {
    if sheet.set.aggregation == Aggregation::Separate {
        return Html::default();
    }
    let missing = sheet.card.missing.len();
    let proofs = sheet.rows.iter().filter(|row| row.leaf.is_some()).map(|row| row.proofs).sum::<usize>();
    let rows = sheet.totals.iter().enumerate().map(|(at, row)| {
        let own = if is_trial { row.counted } else { row.own };
        html! {
            <tr key={at}>
                <th scope="row">{&row.label}</th>
                <td class="num" data-label={text::MAX}>{points_or_dash(row.max)}</td>
                <td class="num" data-label={text::SELF}>{points_or_dash(own)}</td>
                <td class="num" data-label={text::APPRAISED}>{points_or_dash(row.appraised)}</td>
                <td class="num" data-label={text::PROOF}>if at == 0 { {proofs} }</td>
                <td class="gap">
                    if at == 0 && missing > 0 { <span class="muted small">{text::no_total(missing)}</span> }
                </td>
            </tr>
        }
    });
    html! { <tfoot>{for rows}</tfoot> }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    #[test]
    fn a_closed_group_hides_what_stands_under_it() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let progress = cchc_core::progress::Progress::of(&file, "2026-11-20".parse().expect("a day"));
        let sheet =
            Sheet::of(&file, &progress, "cchc-xa", "2026".parse().expect("a year")).expect("a built-in set");
        assert_eq!(visible(&sheet.rows, &BTreeSet::new()).len(), sheet.rows.len());
        let closed = BTreeSet::from(["1".to_owned()]);
        let codes: Vec<&str> =
            visible(&sheet.rows, &closed).iter().map(|row| row.node.code.as_str()).collect();
        assert_eq!(codes, ["1", "2", "3", "4", "5", "6", "7"]);
    }
}
