//! Thêm giải pháp, Sửa giải pháp.

use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::id::{ActivityId, IndexCode, MeasureId, OfficeId};
use cchc_core::indicator::{Aggregation, Measure, MeasureState};
use cchc_core::order;
use cchc_core::record::Extra;
use cchc_core::text::{capitalized, date_vi};
use yew::prelude::*;

use super::subjects::{Subject, name_of, subjects};
use crate::components::{
    Choice, Combobox, DateField, Dialog, DialogWidth, SelectField, SelectOption, TextArea,
};
use crate::pages::form::{closes, removes, sets, written};
use crate::pages::progress::short_name;
use crate::platform::{dom, ids};
use crate::store::{Store, use_plan, use_prefs, use_store, use_today};
use crate::strings::{common, indicators as text};

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct MeasureProps {
    /// Which; a new one without.
    #[prop_or_default]
    pub(super) id: Option<MeasureId>,
    /// The index of a new one.
    #[prop_or_default]
    pub(super) index: Option<AttrValue>,
    pub(super) onclose: Callback<()>,
}

/// What a person has filled in.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    title: String,
    index: Option<AttrValue>,
    node: Option<AttrValue>,
    office: Option<AttrValue>,
    due: Option<Date>,
    activity: Option<AttrValue>,
    state: MeasureState,
    done_on: Option<Date>,
    result: String,
    note: String,
}

/// What is wrong, by field.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Problems {
    title: Option<&'static str>,
    index: Option<&'static str>,
    office: Option<&'static str>,
    due: Option<&'static str>,
    done_on: Option<&'static str>,
}

impl Problems {
    fn first(self) -> Option<&'static str> {
        [
            (self.title, "gp-ten"),
            (self.index, "gp-chi-so"),
            (self.office, "gp-co-quan"),
            (self.due, "gp-han"),
            (self.done_on, "gp-xong"),
        ]
        .into_iter()
        .find_map(|(problem, id)| problem.map(|_| id))
    }
}

impl Draft {
    fn new(index: Option<AttrValue>, office: Option<&str>) -> Self {
        Self {
            title: String::new(),
            index: index.filter(|index| !index.is_empty()),
            node: None,
            office: office.map(|id| id.to_owned().into()),
            due: None,
            activity: None,
            state: MeasureState::Planned,
            done_on: None,
            result: String::new(),
            note: String::new(),
        }
    }

    fn of(measure: &Measure) -> Self {
        let some = |text: String| (!text.is_empty()).then(|| AttrValue::from(text));
        Self {
            title: measure.title.clone(),
            index: some(measure.index.to_string()),
            node: some(measure.node.clone()),
            office: some(measure.office.to_string()),
            due: measure.due,
            activity: measure.activity.as_ref().map(|id| id.to_string().into()),
            state: measure.state,
            done_on: measure.done_on,
            result: measure.result.clone(),
            note: measure.note.clone(),
        }
    }

    fn problems(&self) -> Problems {
        Problems {
            title: self.title.trim().is_empty().then_some(text::MEASURE_MISSING),
            index: self.index.is_none().then_some(text::INDEX_MISSING),
            office: self.office.is_none().then_some(text::OFFICE_MISSING),
            due: self.due.is_none().then_some(text::DUE_MISSING),
            done_on: (self.state == MeasureState::Done && self.done_on.is_none())
                .then_some(text::DONE_MISSING),
        }
    }

    /// The record, over the one it was; none while something is wrong.
    fn record(&self, id: MeasureId, old: Option<&Measure>) -> Option<Measure> {
        if self.problems() != Problems::default() {
            return None;
        }
        Some(Measure {
            id,
            title: self.title.trim().to_owned(),
            index: IndexCode::new(self.index.as_deref()?).ok()?,
            node: self.node.as_deref().unwrap_or_default().to_owned(),
            office: OfficeId::new(self.office.as_deref()?).ok()?,
            due: self.due,
            activity: self.activity.as_deref().and_then(|id| ActivityId::new(id).ok()),
            state: self.state,
            done_on: self.done_on.filter(|_| self.state == MeasureState::Done),
            result: self.result.trim().to_owned(),
            note: self.note.trim().to_owned(),
            extra: old.map_or_else(Extra::new, |old| old.extra.clone()),
        })
    }
}

/// What can be chosen.
#[derive(PartialEq)]
struct Lists {
    indices: Rc<[SelectOption]>,
    offices: Rc<[SelectOption]>,
    activities: Rc<[Choice]>,
    subjects: Vec<Subject>,
}

impl Lists {
    fn of(file: &PlanFile) -> Self {
        let mut subjects = subjects(file);
        // PCI and DDCI first: for them the plan asks for measures.
        order::sort_by_key(&mut subjects, |subject| subject.set.aggregation != Aggregation::WeightedMean);
        let index =
            |subject: &Subject| SelectOption::new(subject.set.code.to_string(), name_of(file, &subject.set));
        let indices: Vec<SelectOption> = subjects.iter().map(index).collect();
        let office =
            |office: &cchc_core::plan::Office| SelectOption::new(office.id.to_string(), office.name.clone());
        let activity = |activity: &cchc_core::register::Activity| {
            let label = text::dated(&date_vi(activity.date), &activity.title);
            Choice::with_hint(activity.id.to_string(), label, short_name(file, &activity.office))
        };
        Self {
            indices: indices.into(),
            offices: file.offices.iter().map(office).collect(),
            activities: file.activities.iter().rev().map(activity).collect(),
            subjects,
        }
    }

    /// The sub-indices of an index.
    fn nodes(&self, index: Option<&AttrValue>) -> Rc<[SelectOption]> {
        let subject = self
            .subjects
            .iter()
            .find(|subject| Some(subject.set.code.as_str()) == index.map(AttrValue::as_str));
        let leaf = |leaf: &&cchc_core::indicator::Node| {
            SelectOption::new(leaf.code.clone(), format!("{} {}", leaf.code, leaf.name))
        };
        subject.map(|subject| subject.set.leaves().iter().map(leaf).collect()).unwrap_or_default()
    }
}

/// The dialog.
#[component]
pub(super) fn MeasureDialog(props: &MeasureProps) -> Html {
    let (open, prefs, store, today) = (use_plan(), use_prefs(), use_store(), use_today());
    let old = props.id.as_ref().and_then(|id| open.file.measures.get_arc(id)).cloned();
    let draft = use_state_eq(|| match &old {
        Some(old) => Draft::of(old),
        None => Draft::new(props.index.clone(), prefs.who.office()),
    });
    let tried = use_state_eq(|| false);
    let lists = use_memo(open.clone(), |open| Lists::of(&open.file));
    let may_edit = !prefs.only_reads();
    let close = closes(&props.onclose);
    let save = {
        let (draft, tried, store, old, onclose) =
            (draft.clone(), tried.clone(), store.clone(), old.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            tried.set(true);
            match saved(&store, &draft, old.as_deref()) {
                Ok(()) => onclose.emit(()),
                Err(Some(field)) => drop(dom::focus(field)),
                Err(None) => {}
            }
        })
    };
    let words = (text::REMOVE_MEASURE, text::MEASURE_REMOVED);
    let remove = old.as_ref().map(|old| removes::<Measure>(&store, &old.id, words, &props.onclose));
    let problems = if *tried { draft.problems() } else { Problems::default() };
    let title = if old.is_some() { text::EDIT_MEASURE } else { text::ADD_MEASURE };
    html! {
        <Dialog id="giai-phap" {title} onclose={&props.onclose} width={DialogWidth::Wide} focus="#gp-ten">
            <Fields {draft} {problems} {lists} {today} />
            <div class="actions">
                if may_edit {
                    if let Some(onclick) = remove { <button class="btn btn-quiet apart" type="button" {onclick}>{text::REMOVE_MEASURE}</button> }
                }
                <button class="btn" type="button" onclick={close}>{if may_edit { common::CANCEL } else { common::CLOSE }}</button>
                if may_edit { <button class="btn btn-primary" type="button" onclick={save}>{text::SAVE_MEASURE}</button> }
            </div>
        </Dialog>
    }
}

/// Writes the draft; the id of the field to mend when something is wrong with it.
fn saved(store: &Store, draft: &Draft, old: Option<&Measure>) -> Result<(), Option<&'static str>> {
    let id = match old {
        Some(old) => old.id.clone(),
        None => MeasureId::new(ids::new_id()).map_err(|_| None)?,
    };
    let record = draft.record(id, old).ok_or_else(|| draft.problems().first())?;
    let words = match old {
        Some(_) => (text::EDIT_MEASURE, text::MEASURE_SAVED),
        None => (text::ADD_MEASURE, text::MEASURE_ADDED),
    };
    if written(store, old, &record, words) { Ok(()) } else { Err(None) }
}

/// What the fields are given.
#[derive(Properties, PartialEq)]
struct FieldsProps {
    draft: UseStateHandle<Draft>,
    problems: Problems,
    lists: Rc<Lists>,
    today: Date,
}

#[component]
fn Fields(props: &FieldsProps) -> Html {
    let (draft, problems, lists) = (&props.draft, props.problems, &props.lists);
    let error = |problem: Option<&'static str>| problem.map(AttrValue::Static);
    let states: Rc<[SelectOption]> = MeasureState::ALL
        .iter()
        .map(|state| SelectOption::new(word(*state), capitalized(state.vietnamese())))
        .collect();
    let onstate = {
        let (draft, today) = (draft.clone(), props.today);
        Callback::from(move |chosen: Option<AttrValue>| {
            let mut next = (*draft).clone();
            next.state = MeasureState::ALL
                .into_iter()
                .find(|state| chosen.as_deref() == Some(word(*state)))
                .unwrap_or_default();
            // Who says that it is done usually says so on that day.
            if next.state == MeasureState::Done && next.done_on.is_none() {
                next.done_on = Some(today);
            }
            draft.set(next);
        })
    };
    html! {
        <>
            <TextArea id="gp-ten" label={text::MEASURE} rows={2} value={draft.title.clone()} error={error(problems.title)}
                oninput={sets(draft, |draft, words| draft.title = words)} />
            <div class="form-row">
                <SelectField id="gp-chi-so" label={text::INDEX} options={lists.indices.clone()} none={text::PICK} value={draft.index.clone()}
                    error={error(problems.index)} onchange={sets(draft, |draft, index| { draft.index = index; draft.node = None; })} />
                <SelectField id="gp-thanh-phan" label={text::SUB_INDEX} options={lists.nodes(draft.index.as_ref())} none={text::WHOLE_INDEX}
                    value={draft.node.clone()} onchange={sets(draft, |draft, node| draft.node = node)} />
            </div>
            <div class="form-row">
                <SelectField id="gp-co-quan" label={text::OFFICE} options={lists.offices.clone()} none={text::PICK} value={draft.office.clone()}
                    error={error(problems.office)} onchange={sets(draft, |draft, office| draft.office = office)} />
                <DateField id="gp-han" label={text::DUE} value={draft.due} error={error(problems.due)}
                    onchange={sets(draft, |draft, day| draft.due = day)} />
            </div>
            <Combobox id="gp-doi-thoai" label={text::FROM_DIALOGUE} choices={lists.activities.clone()} value={draft.activity.clone()}
                hint={text::FROM_DIALOGUE_HINT} placeholder={text::PICK_PLACEHOLDER}
                onchange={sets(draft, |draft, activity| draft.activity = activity)} />
            <div class="form-row">
                <SelectField id="gp-tinh-trang" label={text::STATE} options={states} value={AttrValue::Static(word(draft.state))} onchange={onstate} />
                if draft.state == MeasureState::Done {
                    <DateField id="gp-xong" label={text::DONE_ON} value={draft.done_on} error={error(problems.done_on)}
                        onchange={sets(draft, |draft, day| draft.done_on = day)} />
                }
            </div>
            <TextArea id="gp-ket-qua" label={text::RESULT} rows={2} value={draft.result.clone()}
                oninput={sets(draft, |draft, words| draft.result = words)} />
        </>
    }
}

/// The word of a state among the options.
const fn word(state: MeasureState) -> &'static str {
    match state {
        MeasureState::Planned => "chua",
        MeasureState::Underway => "dang",
        MeasureState::Done => "xong",
        MeasureState::Dropped => "thoi",
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    fn draft() -> Draft {
        Draft {
            title: " Tổ chức đối thoại quý ".into(),
            due: "2026-12-01".parse().ok(),
            ..Draft::new(Some("pci".into()), Some("phong-kinh-te"))
        }
    }

    #[test]
    fn a_measure_survives_the_form() {
        let record = draft().record(MeasureId::new("01").expect("an id"), None).expect("complete");
        assert_eq!((record.title.as_str(), record.index.as_str()), ("Tổ chức đối thoại quý", "pci"));
        assert_eq!(Draft::of(&record).record(record.id.clone(), None), Some(record));
    }

    #[test]
    fn what_is_done_has_its_day() {
        let done = Draft { state: MeasureState::Done, ..draft() };
        assert_eq!(done.problems().first(), Some("gp-xong"));
        assert_eq!(Draft::new(None, None).problems().first(), Some("gp-ten"));
    }

    #[test]
    fn pci_and_ddci_come_first_with_their_sub_indices() {
        let lists = Lists::of(&examples::get("hoa-tham-2026").expect("a built-in plan"));
        let first: Vec<&str> = lists.indices[..2].iter().map(|option| option.id.as_str()).collect();
        assert_eq!(first, ["pci-2022", "ddci-lang-son"]);
        assert_eq!(lists.nodes(Some(&"pci-2022".into())).len(), 10);
    }
}
