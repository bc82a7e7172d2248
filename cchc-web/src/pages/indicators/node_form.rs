//! One criterion of a set: name, maximum or weight, rule, office.

use std::rc::Rc;

use cchc_core::indicator::{Aggregation, IndicatorSet, Node, Origin, figure};
use yew::prelude::*;

use super::raw_draft::optional;
use super::rule_draft::{KINDS, RuleDraft};
use super::set_draft::{self, Spot};
use crate::components::{Dialog, DialogWidth, SelectField, SelectOption, TextArea, TextField};
use crate::pages::form::{closes, sets};
use crate::platform::dom;
use crate::store::use_plan;
use crate::strings::{common, indicators as text};

/// What is edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The criterion of that code.
    Edit(String),
    /// A new one.
    New(Spot),
}

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct NodeProps {
    pub(super) set: IndicatorSet,
    pub(super) wanted: Wanted,
    pub(super) onchange: Callback<IndicatorSet>,
    pub(super) onclose: Callback<()>,
}

/// What a person has filled in.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    code: String,
    name: String,
    max: String,
    weight: String,
    rule: RuleDraft,
    office: Option<AttrValue>,
    evidence: String,
    definition: String,
}

/// What is wrong, by field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Problems {
    code: Option<String>,
    name: Option<String>,
    max: Option<String>,
    weight: Option<String>,
    rule: Option<String>,
}

impl Draft {
    fn of(node: &Node) -> Self {
        let office = (!node.office.is_empty()).then(|| AttrValue::from(node.office.clone()));
        Self {
            code: node.code.clone(),
            name: node.name.clone(),
            max: node.max.map(figure).unwrap_or_default(),
            weight: node.weight.map(|weight| figure(100.0 * weight)).unwrap_or_default(),
            rule: RuleDraft::of(node.rule.as_ref()),
            office,
            evidence: node.evidence.clone(),
            definition: node.definition.clone(),
        }
    }

    /// The criterion, over the one it was.
    fn read(&self, set: &IndicatorSet, old: Option<&Node>) -> Result<Node, Problems> {
        let mut problems = Problems::default();
        let code = self.code.trim();
        let taken = set_draft::get(&set.nodes, code).is_some() && old.is_none_or(|old| old.code != code);
        if code.is_empty() || taken {
            problems.code = Some(text::CODE_TAKEN.to_owned());
        }
        if self.name.trim().is_empty() {
            problems.name = Some(text::NAME_MISSING.to_owned());
        }
        let max = optional(&self.max, &mut problems.max);
        let weight = optional(&self.weight, &mut problems.weight).map(|percent| percent / 100.0);
        let is_group = old.is_some_and(|old| !old.is_leaf());
        let rule = match self.rule.read() {
            Ok(rule) => Some(rule).filter(|_| !is_group),
            Err(error) => {
                problems.rule = Some(error);
                None
            }
        };
        if problems != Problems::default() {
            return Err(problems);
        }
        Ok(Node {
            code: code.to_owned(),
            name: self.name.trim().to_owned(),
            max,
            weight,
            rule,
            origin: old.map_or(Some(Origin::SelfAssessed), |old| old.origin),
            computed: old.and_then(|old| old.computed),
            definition: self.definition.trim().to_owned(),
            evidence: self.evidence.trim().to_owned(),
            office: self.office.as_deref().unwrap_or_default().to_owned(),
            targets: old.map(|old| old.targets.clone()).unwrap_or_default(),
            children: Vec::new(),
        })
    }
}

/// The dialog.
#[component]
pub(super) fn NodeDialog(props: &NodeProps) -> Html {
    let open = use_plan();
    let old = match &props.wanted {
        Wanted::Edit(code) => set_draft::get(&props.set.nodes, code).cloned(),
        Wanted::New(_) => None,
    };
    let draft = use_state_eq(|| match (&old, &props.wanted) {
        (Some(old), _) => Draft::of(old),
        (None, wanted) => {
            let code = match wanted {
                Wanted::New(spot) => set_draft::next_code(&props.set, spot),
                Wanted::Edit(_) => String::new(),
            };
            Draft {
                code,
                name: String::new(),
                max: String::new(),
                weight: String::new(),
                rule: RuleDraft::of(None),
                office: None,
                evidence: String::new(),
                definition: String::new(),
            }
        }
    });
    let problems = use_state_eq(Problems::default);
    let close = closes(&props.onclose);
    let save = {
        let (set, wanted, old) = (props.set.clone(), props.wanted.clone(), old.clone());
        let (draft, problems) = (draft.clone(), problems.clone());
        let (onchange, onclose) = (props.onchange.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| match draft.read(&set, old.as_ref()) {
            Ok(node) => {
                let mut next = set.clone();
                match &wanted {
                    Wanted::Edit(code) => set_draft::replace(&mut next, code, node),
                    Wanted::New(spot) => set_draft::add(&mut next, spot, node),
                }
                onchange.emit(next);
                onclose.emit(());
            }
            Err(found) => {
                dom::focus(first_field(&found));
                problems.set(found);
            }
        })
    };
    let remove = old.as_ref().map(|old| {
        let (set, code) = (props.set.clone(), old.code.clone());
        let (onchange, onclose) = (props.onchange.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            let mut next = set.clone();
            set_draft::remove(&mut next, &code);
            onchange.emit(next);
            onclose.emit(());
        })
    });
    let add_under = old.as_ref().map(|old| {
        let (set, code) = (props.set.clone(), old.code.clone());
        let (onchange, onclose) = (props.onchange.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            let mut next = set.clone();
            let spot = Spot::Under(code.clone());
            let new = set_draft::blank(&set_draft::next_code(&next, &spot));
            set_draft::add(&mut next, &spot, new);
            onchange.emit(next);
            onclose.emit(());
        })
    });
    let is_group = old.as_ref().is_some_and(|old| !old.is_leaf());
    let title = old.as_ref().map_or(text::ADD_NODE, |_| text::EDIT_NODE);
    let offices: Rc<[SelectOption]> = open
        .file
        .offices
        .iter()
        .map(|office| SelectOption::new(office.name.clone(), office.name.clone()))
        .collect();
    let kinds: Rc<[SelectOption]> =
        KINDS.iter().map(|(word, name)| SelectOption::new(*word, *name)).collect();
    let error = |problem: &Option<String>| problem.clone().map(AttrValue::from);
    let weighted = props.set.aggregation == Aggregation::WeightedMean;
    html! {
        <Dialog id="tieu-chi" {title} onclose={&props.onclose} width={DialogWidth::Wide} focus="#bo-tc-ten">
            <div class="form-row">
                <TextField id="bo-tc-ma" label={text::CODE} value={draft.code.clone()} error={error(&problems.code)}
                    oninput={sets(&draft, |draft, words| draft.code = words)} />
                if weighted {
                    <TextField id="bo-tc-trong-so" label={text::WEIGHT_PERCENT} num=true inputmode="decimal" value={draft.weight.clone()}
                        error={error(&problems.weight)} oninput={sets(&draft, |draft, words| draft.weight = words)} />
                }
                <TextField id="bo-tc-toi-da" label={text::MAX} num=true inputmode="decimal" value={draft.max.clone()} hint={text::MAX_HINT}
                    error={error(&problems.max)} oninput={sets(&draft, |draft, words| draft.max = words)} />
            </div>
            <TextArea id="bo-tc-ten" label={text::NODE_NAME} rows={2} value={draft.name.clone()} error={error(&problems.name)}
                oninput={sets(&draft, |draft, words| draft.name = words)} />
            if is_group {
                <p class="muted small">{text::GROUP_NOTE}</p>
            } else {
                <div class="form-row">
                    <SelectField id="bo-tc-cach" label={text::RULE} options={kinds} value={AttrValue::from(draft.rule.kind.clone())}
                        error={error(&problems.rule).filter(|_| draft.rule.figures_label().is_none())}
                        onchange={sets(&draft, |draft, kind: Option<AttrValue>| {
                            draft.rule = RuleDraft { kind: kind.unwrap_or_default().to_string(), figures: String::new() };
                        })} />
                    if let Some(label) = draft.rule.figures_label() {
                        <TextField id="bo-tc-muc" {label} value={draft.rule.figures.clone()} error={error(&problems.rule)}
                            oninput={sets(&draft, |draft, words| draft.rule.figures = words)} />
                    }
                </div>
                <SelectField id="bo-tc-co-quan" label={text::OFFICE} options={offices} none={text::NO_OFFICE} value={draft.office.clone()}
                    onchange={sets(&draft, |draft, office| draft.office = office)} />
                <TextField id="bo-tc-minh-chung" label={text::PROOF_ASKED} value={draft.evidence.clone()}
                    oninput={sets(&draft, |draft, words| draft.evidence = words)} />
                <TextField id="bo-tc-dinh-nghia" label={text::DEFINITION} value={draft.definition.clone()}
                    oninput={sets(&draft, |draft, words| draft.definition = words)} />
            }
            <div class="actions">
                if let Some(onclick) = remove { <button class="btn btn-quiet apart" type="button" {onclick}>{text::REMOVE_NODE}</button> }
                if let Some(onclick) = add_under { <button class="btn" type="button" {onclick}>{text::ADD_UNDER}</button> }
                <button class="btn" type="button" onclick={close}>{common::CANCEL}</button>
                <button class="btn btn-primary" type="button" onclick={save}>{text::TAKE_NODE}</button>
            </div>
        </Dialog>
    }
}

fn first_field(problems: &Problems) -> &'static str {
    [
        (&problems.name, "bo-tc-ten"),
        (&problems.code, "bo-tc-ma"),
        (&problems.max, "bo-tc-toi-da"),
        (&problems.weight, "bo-tc-trong-so"),
        (&problems.rule, "bo-tc-muc"),
    ]
    .into_iter()
    .find_map(|(problem, id)| problem.as_ref().map(|_| id))
    .unwrap_or("bo-tc-ten")
}

#[cfg(test)]
mod tests {
    use cchc_core::indicator::builtin_set;

    use super::*;

    #[test]
    fn a_criterion_survives_the_form() {
        for set in
            ["cchc-xa", "pci-2022", "targets-2026"].map(|code| builtin_set(code).expect("a built-in set"))
        {
            for leaf in set.leaves() {
                assert_eq!(
                    Draft::of(leaf).read(set, Some(leaf)).as_ref(),
                    Ok(leaf),
                    "{} {}",
                    set.code,
                    leaf.code
                );
            }
        }
    }

    #[test]
    fn a_code_is_there_once() {
        let set = builtin_set("cchc-xa").expect("a built-in set");
        let leaf = set.leaf("1.1").expect("a leaf");
        assert!(Draft::of(leaf).read(set, None).is_err_and(|problems| problems.code.is_some()));
        let wrong = Draft { max: "một".into(), name: " ".into(), ..Draft::of(leaf) };
        let problems = wrong.read(set, Some(leaf)).unwrap_err();
        assert_eq!(first_field(&problems), "bo-tc-ten");
        assert!(problems.max.is_some() && problems.code.is_none());
    }
}
