//! Đặt mục tiêu: what an index, or a criterion of it, is to reach.

use std::rc::Rc;

use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::id::IndexTargetId;
use cchc_core::indicator::{Aggregation, IndexTarget, IndicatorSet, figure};
use cchc_core::text::capitalized;
use yew::prelude::*;

use super::raw_draft::number;
use super::subjects::filed_under;
use super::value_form::period;
use crate::components::{Dialog, DialogWidth, SelectField, SelectOption, TextField};
use crate::pages::form::{closes, sets, written};
use crate::platform::dom;
use crate::store::{use_plan, use_store};
use crate::strings::{common, indicators as text};

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct TargetProps {
    pub(super) set: IndicatorSet,
    pub(super) onclose: Callback<()>,
}

/// What a person has filled in.
#[derive(Debug, Clone, PartialEq, Default)]
struct Draft {
    /// Mã tiêu chí; none for the total.
    node: Option<AttrValue>,
    period: String,
    value: String,
    source: String,
}

/// What is wrong, by field.
#[derive(Debug, Clone, PartialEq, Default)]
struct Problems {
    period: Option<String>,
    value: Option<String>,
}

impl Draft {
    fn read(&self, file: &PlanFile, set: &IndicatorSet) -> Result<IndexTarget, Problems> {
        let mut problems = Problems::default();
        let period = period(&self.period);
        if period.is_none() {
            problems.period = Some(text::PERIOD_HINT.to_owned());
        }
        let node = self.node.as_deref().unwrap_or_default();
        let most = most(set, node);
        let value = match number(&self.value) {
            Ok(value) if value < 0.0 || most.is_some_and(|most| value > most) => {
                problems.value = Some(text::target_beyond(&figure(most.unwrap_or(100.0))));
                None
            }
            Ok(value) => Some(value),
            Err(error) => {
                problems.value = Some(error);
                None
            }
        };
        let (Some(period), Some(value)) = (period, value) else { return Err(problems) };
        let code = if node.is_empty() { filed_under(file, set) } else { set.code.clone() };
        let mut target = IndexTarget::new(&code, node, period, value);
        self.source.trim().clone_into(&mut target.source);
        Ok(target)
    }
}

/// The most that can be reached.
fn most(set: &IndicatorSet, node: &str) -> Option<f64> {
    if node.is_empty() {
        return match set.aggregation {
            Aggregation::Dimensions => set.nodes.iter().map(|node| node.max).sum(),
            _ => Some(100.0),
        };
    }
    set.leaf(node).map(|leaf| leaf.max.unwrap_or(100.0))
}

/// The dialog.
#[component]
pub(super) fn TargetDialog(props: &TargetProps) -> Html {
    let (open, store) = (use_plan(), use_store());
    let is_separate = props.set.aggregation == Aggregation::Separate;
    let draft = use_state_eq(|| Draft {
        // What stands by itself has no total.
        node: is_separate.then(|| props.set.leaves().first().map(|leaf| leaf.code.clone().into())).flatten(),
        period: open.file.plan.year.to_string(),
        ..Draft::default()
    });
    let problems = use_state_eq(Problems::default);
    let nodes = use_memo(props.set.clone(), |set| -> Rc<[SelectOption]> {
        set.leaves()
            .iter()
            .map(|leaf| SelectOption::new(leaf.code.clone(), format!("{} {}", leaf.code, leaf.name)))
            .collect()
    });
    let close = closes(&props.onclose);
    let save = {
        let (draft, problems, store, file) =
            (draft.clone(), problems.clone(), store.clone(), Rc::clone(&open.file));
        let (set, onclose) = (props.set.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| match draft.read(&file, &set) {
            Ok(target) => {
                let old = file.index_targets.get(&target.id);
                if written(&store, old, &target, (text::SET_TARGET, text::TARGET_SAVED)) {
                    onclose.emit(());
                }
            }
            Err(found) => {
                dom::focus(if found.value.is_some() { "mt-gia-tri" } else { "mt-nam" });
                problems.set(found);
            }
        })
    };
    let there: Vec<&IndexTarget> = open
        .file
        .index_targets
        .iter()
        .filter(|target| {
            target.index == props.set.code || target.index == filed_under(&open.file, &props.set)
        })
        .collect();
    let error = |problem: &Option<String>| problem.clone().map(AttrValue::from);
    html! {
        <Dialog id="muc-tieu" title={text::SET_TARGET} onclose={&props.onclose} width={DialogWidth::Wide} focus="#mt-gia-tri">
            <p>{&props.set.name}</p>
            <SelectField id="mt-tieu-chi" label={text::TARGET_OF} options={(*nodes).clone()} none={(!is_separate).then_some(AttrValue::Static(text::WHOLE_INDEX))} value={draft.node.clone()}
                onchange={sets(&draft, |draft, node| draft.node = node)} />
            <div class="form-row">
                <TextField id="mt-nam" label={text::PERIOD} num=true value={draft.period.clone()} error={error(&problems.period)}
                    oninput={sets(&draft, |draft, words| draft.period = words)} />
                <TextField id="mt-gia-tri" label={text::AT_LEAST} inputmode="decimal" num=true value={draft.value.clone()} error={error(&problems.value)}
                    oninput={sets(&draft, |draft, words| draft.value = words)} />
            </div>
            <TextField id="mt-van-ban" label={text::TARGET_SOURCE} value={draft.source.clone()}
                oninput={sets(&draft, |draft, words| draft.source = words)} />
            if !there.is_empty() { <ul class="list">{for there.iter().map(|target| one(target, &store))}</ul> }
            <div class="actions">
                <button class="btn" type="button" onclick={close}>{common::CLOSE}</button>
                <button class="btn btn-primary" type="button" onclick={save}>{text::SAVE_TARGET}</button>
            </div>
        </Dialog>
    }
}

/// A target that is there, with its way out.
fn one(target: &IndexTarget, store: &crate::store::Store) -> Html {
    let (id, store) = (target.id.clone(), store.clone());
    let onclick = Callback::from(move |_: MouseEvent| remove(&store, &id));
    let words =
        text::target_there(&capitalized(&target.period.vietnamese()), &target.node, &figure(target.at_least));
    html! {
        <li key={target.id.as_str()}>
            <div class="line">
                <span>{&words}if !target.source.is_empty() { <span class="muted">{" · "}{&target.source}</span> }</span>
                <button class="btn-link" type="button" {onclick} aria-label={text::remove_target(&words)}>{text::REMOVE_TARGET}</button>
            </div>
        </li>
    }
}

fn remove(store: &crate::store::Store, id: &IndexTargetId) {
    let edits = vec![Edit::remove::<IndexTarget>(id)];
    if let Err(error) = store.edit_and_say(text::REMOVE_TARGET, edits, text::TARGET_REMOVED) {
        store.notify(error.to_string());
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;
    use cchc_core::indicator::builtin_set;

    use super::*;

    #[test]
    fn a_target_beyond_the_scale_is_refused() {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let set = builtin_set("cchc-xa").expect("a built-in set");
        let draft = |value: &str| Draft { period: "2026".into(), value: value.into(), ..Draft::default() };
        assert!(draft("101").read(&file, set).is_err_and(|problems| problems.value.is_some()));
        assert_eq!(draft("85").read(&file, set).map(|target| target.at_least), Ok(85.0));
    }
}
