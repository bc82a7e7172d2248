//! Ghi giá trị: one published row of an index.

use cchc_core::calendar::{Period, PeriodKind};
use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::id::{IndexCode, IndexValueId};
use cchc_core::indicator::{IndexValue, IndicatorSet, Ownership, Raw, View, figure};
use cchc_core::text::capitalized;
use yew::prelude::*;

use super::raw_draft::{optional, sentence};
use super::subjects::lines;
use crate::components::{Choosable, Dialog, DialogWidth, Options, TextField};
use crate::pages::form::{closes, removes, sets};
use crate::platform::dom;
use crate::store::{use_plan, use_store};
use crate::strings::{common, indicators as text};

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct ValueProps {
    pub(super) index: IndexCode,
    pub(super) set: IndicatorSet,
    /// Which; a new one without.
    #[prop_or_default]
    pub(super) id: Option<IndexValueId>,
    pub(super) onclose: Callback<()>,
}

/// What a person has filled in.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    period: String,
    view: Option<View>,
    total: String,
    rank: String,
    ranked: String,
    source: String,
    /// By leaf, in the set's order.
    parts: Vec<String>,
}

/// What is wrong, by field.
#[derive(Debug, Clone, PartialEq, Default)]
struct Problems {
    period: Option<String>,
    total: Option<String>,
    rank: Option<String>,
    parts: Vec<Option<String>>,
}

impl Draft {
    fn new(set: &IndicatorSet, year: i32, has_views: bool) -> Self {
        Self {
            period: year.to_string(),
            view: has_views.then_some(View::Year),
            total: String::new(),
            rank: String::new(),
            ranked: String::new(),
            source: String::new(),
            parts: vec![String::new(); set.leaves().len()],
        }
    }

    fn of(value: &IndexValue, set: &IndicatorSet) -> Self {
        let number = |number: Option<f64>| number.map(figure).unwrap_or_default();
        let whole = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let part = |code: &str| number(value.parts.get(code).copied().flatten());
        Self {
            period: written(value.period),
            view: value.view,
            total: number(value.total),
            rank: whole(value.rank),
            ranked: whole(value.ranked),
            source: value.source.clone(),
            parts: set.leaves().iter().map(|leaf| part(&leaf.code)).collect(),
        }
    }

    /// The row, over the one it was.
    fn read(
        &self,
        index: &IndexCode,
        of: &str,
        set: &IndicatorSet,
        old: Option<&IndexValue>,
    ) -> Result<IndexValue, Problems> {
        let mut problems = Problems { parts: vec![None; self.parts.len()], ..Problems::default() };
        let period = period(&self.period);
        if period.is_none() {
            problems.period = Some(text::PERIOD_HINT.to_owned());
        }
        let total = optional(&self.total, &mut problems.total);
        let rank = optional(&self.rank, &mut problems.rank);
        let ranked = optional(&self.ranked, &mut problems.rank);
        let whole = |number: Option<f64>| {
            number.is_none_or(|number| number.fract() == 0.0 && (1.0..1e6).contains(&number))
        };
        if problems.rank.is_none()
            && (!whole(rank) || !whole(ranked) || rank.zip(ranked).is_some_and(|(rank, of)| rank > of))
        {
            problems.rank = Some(text::RANK_WRONG.to_owned());
        }
        let leaves = set.leaves();
        let mut parts = old.map(|old| old.parts.clone()).unwrap_or_default();
        for (at, (leaf, typed)) in leaves.iter().zip(&self.parts).enumerate() {
            let value = optional(typed, &mut problems.parts[at]);
            let checked =
                value.zip(leaf.rule.as_ref()).map(|(value, rule)| rule.points(&Raw::Number(value), leaf.max));
            if let Some(Err(fault)) = checked {
                problems.parts[at] = Some(sentence(&fault.to_string()));
            }
            match value {
                Some(value) => drop(parts.insert(leaf.code.clone(), Some(value))),
                None => drop(parts.remove(&leaf.code)),
            }
        }
        if total.is_none() && parts.values().all(Option::is_none) && problems.total.is_none() {
            problems.total = Some(text::TOTAL_MISSING.to_owned());
        }
        let wrong = problems.period.is_some()
            || problems.total.is_some()
            || problems.rank.is_some()
            || problems.parts.iter().any(Option::is_some);
        let Some(period) = period.filter(|_| !wrong) else { return Err(problems) };
        let blank = IndexValue::new(index, of, period, self.view);
        let old = old.filter(|old| old.id == blank.id).cloned();
        Ok(IndexValue {
            set: Some(set.code.clone()),
            total,
            rank: rank.map(|rank| rank as u32),
            ranked: ranked.map(|ranked| ranked as u32),
            source: self.source.trim().to_owned(),
            parts,
            ..old.unwrap_or(blank)
        })
    }
}

/// "2024" or "10/2025": values are published by years and months.
pub(super) fn period(typed: &str) -> Option<Period> {
    let typed = typed.trim();
    if let Some((month, year)) = typed.split_once(['/', '-']) {
        let (month, year) = (month.trim().parse().ok()?, year.trim().parse().ok()?);
        return Period::new(PeriodKind::Month, year, month);
    }
    Period::new(PeriodKind::Year, typed.parse().ok()?, 1)
}

fn written(period: Period) -> String {
    match period.kind() {
        PeriodKind::Month => format!("{}/{}", period.number(), period.year()),
        _ => period.year().to_string(),
    }
}

/// Whose value a new row is: the commune's, or that of whom the index already has one, else the province.
fn whose(file: &PlanFile, index: &IndexCode, set: &IndicatorSet) -> String {
    match set.ownership {
        Ownership::Own => String::new(),
        Ownership::Context => lines(file, index, Ownership::Context)
            .into_iter()
            .map(|(line, _)| line.of)
            .next()
            .unwrap_or_else(|| file.plan.province.clone()),
    }
}

/// The dialog.
#[component]
pub(super) fn ValueDialog(props: &ValueProps) -> Html {
    let (open, store) = (use_plan(), use_store());
    let old = props.id.as_ref().and_then(|id| open.file.index_values.get_arc(id)).cloned();
    let has_views = props.index.as_str() == "766";
    let draft = use_state_eq(|| match &old {
        Some(old) => Draft::of(old, &props.set),
        None => Draft::new(&props.set, open.file.plan.year - 1, has_views),
    });
    let problems = use_state_eq(Problems::default);
    let of = old.as_ref().map_or_else(|| whose(&open.file, &props.index, &props.set), |old| old.of.clone());
    let close = closes(&props.onclose);
    let save = {
        let (draft, problems, store, old, of) =
            (draft.clone(), problems.clone(), store.clone(), old.clone(), of.clone());
        let (index, set, onclose) = (props.index.clone(), props.set.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            let value = match draft.read(&index, &of, &set, old.as_deref()) {
                Ok(value) => value,
                Err(found) => {
                    dom::focus(first_field(&found));
                    return problems.set(found);
                }
            };
            let mut edits = Vec::new();
            match &old {
                Some(old) if old.id == value.id => edits.extend(Edit::difference(&**old, &value)),
                Some(old) => edits.extend([Edit::remove::<IndexValue>(&old.id), Edit::write(&value)]),
                None => edits.push(Edit::write(&value)),
            }
            match store.edit_and_say(text::ADD_VALUE, edits, text::value_saved(&value.period.vietnamese())) {
                Ok(()) => onclose.emit(()),
                Err(error) => store.notify(error.to_string()),
            }
        })
    };
    let words = (text::REMOVE_VALUE, text::VALUE_REMOVED);
    let remove = old.as_ref().map(|old| removes::<IndexValue>(&store, &old.id, words, &props.onclose));
    let title = if old.is_some() { text::EDIT_VALUE } else { text::ADD_VALUE };
    html! {
        <Dialog id="gia-tri" {title} onclose={&props.onclose} width={DialogWidth::Wide} focus="#gt-ky">
            <p>{&props.set.name}if !of.is_empty() { {" · "}{&of} }</p>
            {fields(props, &draft, &problems, has_views)}
            <div class="actions">
                if let Some(onclick) = remove { <button class="btn btn-quiet apart" type="button" {onclick}>{text::REMOVE_VALUE}</button> }
                <button class="btn" type="button" onclick={close}>{common::CANCEL}</button>
                <button class="btn btn-primary" type="button" onclick={save}>{text::SAVE_VALUE}</button>
            </div>
        </Dialog>
    }
}

fn first_field(problems: &Problems) -> &'static str {
    match problems {
        Problems { period: Some(_), .. } => "gt-ky",
        Problems { total: Some(_), .. } => "gt-diem",
        Problems { rank: Some(_), .. } => "gt-hang",
        _ => "gt-thanh-phan-0",
    }
}

fn fields(props: &ValueProps, draft: &UseStateHandle<Draft>, problems: &Problems, has_views: bool) -> Html {
    let error = |problem: &Option<String>| problem.clone().map(AttrValue::from);
    let view = {
        let draft = draft.clone();
        Callback::from(move |view: Option<View>| draft.set(Draft { view, ..(*draft).clone() }))
    };
    let part = |(at, leaf): (usize, &&cchc_core::indicator::Node)| {
        let oninput = {
            let draft = draft.clone();
            Callback::from(move |words: String| {
                let mut next = (*draft).clone();
                next.parts[at] = words;
                draft.set(next);
            })
        };
        html! {
            <TextField id={format!("gt-thanh-phan-{at}")} label={format!("{} {}", leaf.code, leaf.name)} num=true inputmode="decimal"
                value={draft.parts[at].clone()} error={problems.parts.get(at).cloned().flatten().map(AttrValue::from)} {oninput} />
        }
    };
    let views =
        [View::Year, View::Month].map(|view| Choosable::new(Some(view), capitalized(view.vietnamese())));
    html! {
        <>
            if has_views {
                <Options<Option<View>> name="gt-cach" legend={text::VIEW} choices={views.to_vec()} value={draft.view} onchange={view} row=true />
            }
            <div class="form-row">
                <TextField id="gt-ky" label={text::PERIOD} value={draft.period.clone()} hint={text::PERIOD_HINT} error={error(&problems.period)}
                    oninput={sets(draft, |draft, words| draft.period = words)} />
                <TextField id="gt-diem" label={text::TOTAL_VALUE} num=true inputmode="decimal" value={draft.total.clone()} hint={text::TOTAL_HINT}
                    error={error(&problems.total)} oninput={sets(draft, |draft, words| draft.total = words)} />
                <TextField id="gt-hang" label={text::RANK} num=true inputmode="numeric" value={draft.rank.clone()} error={error(&problems.rank)}
                    oninput={sets(draft, |draft, words| draft.rank = words)} />
                <TextField id="gt-tren" label={text::RANKED} num=true inputmode="numeric" value={draft.ranked.clone()}
                    oninput={sets(draft, |draft, words| draft.ranked = words)} />
            </div>
            <TextField id="gt-nguon" label={text::SOURCE} value={draft.source.clone()} hint={text::SOURCE_HINT}
                oninput={sets(draft, |draft, words| draft.source = words)} />
            <details class="parts">
                <summary>{text::PARTS}</summary>
                <div class="form-row">{for props.set.leaves().iter().enumerate().map(part)}</div>
            </details>
        </>
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::indicator::builtin_set;

    use super::*;

    fn pci() -> (IndexCode, &'static IndicatorSet) {
        (IndexCode::new("pci").expect("a code"), builtin_set("pci-2022").expect("a built-in set"))
    }

    #[test]
    fn a_row_survives_the_form() {
        let (index, set) = pci();
        let mut draft = Draft::new(set, 2025, false);
        (draft.period, draft.total, draft.rank, draft.ranked) =
            ("2025".into(), "69,5".into(), "17".into(), "34".into());
        draft.parts[0] = "7,2".into();
        let value = draft.read(&index, "tỉnh Lạng Sơn", set, None).expect("nothing is wrong");
        assert_eq!((value.total, value.rank, value.parts.len()), (Some(69.5), Some(17), 1));
        assert_eq!(Draft::of(&value, set), draft);
    }

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let (index, set) = pci();
        let mut draft = Draft::new(set, 2025, false);
        let problems = draft.read(&index, "", set, None).unwrap_err();
        assert_eq!(problems.total.as_deref(), Some(text::TOTAL_MISSING));
        (draft.period, draft.total, draft.rank, draft.ranked) =
            ("13/2025".into(), "x".into(), "40".into(), "34".into());
        draft.parts[2] = "11".into();
        let problems = draft.read(&index, "", set, None).unwrap_err();
        assert!(problems.period.is_some() && problems.total.is_some() && problems.rank.is_some());
        assert_eq!(problems.parts[2].as_deref(), Some("Điểm 11 lớn hơn điểm tối đa 10."));
    }
}
