//! Thêm nhiệm vụ, Sửa nhiệm vụ: office, wording, cadence, quota.

use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::id::DutyId;
use cchc_core::plan::Duty;
use yew::prelude::*;

use super::form_draft::{Draft, Problems, Rhythm};
use super::values::cadence_words;
use crate::components::{DateField, Dialog, DialogWidth, SelectField, SelectOption, TextArea, TextField};
use crate::platform::{dom, ids};
use crate::store::{Store, use_plan, use_prefs, use_store, use_today};
use crate::strings::{common, duties as text};

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct DutyDialogProps {
    /// Which; a new one without.
    #[prop_or_default]
    pub(super) id: Option<DutyId>,
    pub(super) onclose: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn DutyDialog(props: &DutyDialogProps) -> Html {
    let (open, prefs, store) = (use_plan(), use_prefs(), use_store());
    let today = use_today();
    let old = props.id.as_ref().and_then(|id| open.file.duties.get_arc(id)).cloned();
    let draft = use_state_eq(|| match &old {
        Some(old) => Draft::of(&open.file, old),
        None => Draft::new(&open.file, prefs.who.office()),
    });
    let tried = use_state_eq(|| false);
    let lists = use_memo((open.clone(), old.clone()), |(open, old)| Lists::of(&open.file, old.as_deref()));
    let close = {
        let onclose = props.onclose.clone();
        Callback::from(move |_: MouseEvent| onclose.emit(()))
    };
    let save = {
        let (draft, tried, store, old, onclose) =
            (draft.clone(), tried.clone(), store.clone(), old.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            tried.set(true);
            match saved(&store, &draft, old.as_deref(), today) {
                Ok(()) => onclose.emit(()),
                Err(Some(field)) => drop(dom::focus(field)),
                Err(None) => {}
            }
        })
    };
    // A duty that activities name stays: without it their figures would belong to nobody.
    let free = old
        .clone()
        .filter(|old| open.file.activities.iter().all(|activity| activity.duty.as_ref() != Some(&old.id)));
    let remove = free.map(|old| {
        let (store, onclose) = (store.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            let edits = vec![Edit::remove::<Duty>(&old.id)];
            if let Err(error) = store.edit_and_say(text::REMOVE, edits, text::removed(&old.short_name)) {
                store.notify(error.to_string());
            }
            onclose.emit(());
        })
    });
    let problems = if *tried { draft.problems() } else { Problems::default() };
    let title = if old.is_some() { text::EDIT } else { text::ADD };
    html! {
        <Dialog id="nhiem-vu" {title} onclose={&props.onclose} width={DialogWidth::Wide} focus="#nv-ten">
            <Fields {draft} {problems} {lists} />
            <div class="actions">
                if let Some(onclick) = remove {
                    <button class="btn btn-quiet apart" type="button" {onclick}>{text::REMOVE}</button>
                }
                <button class="btn" type="button" onclick={close}>{common::CANCEL}</button>
                <button class="btn btn-primary" type="button" onclick={save}>
                    {if old.is_some() { text::SAVE_EDIT } else { text::SAVE_ADD }}
                </button>
            </div>
        </Dialog>
    }
}

/// Writes the draft; the id of the field to mend when something is wrong with it.
fn saved(store: &Store, draft: &Draft, old: Option<&Duty>, today: Date) -> Result<(), Option<&'static str>> {
    let file = store.file().ok_or(None)?;
    let id = match old {
        Some(old) => old.id.clone(),
        None => DutyId::new(ids::new_id()).map_err(|_| None)?,
    };
    let record = draft.record(&file, id, old, today).ok_or_else(|| draft.problems().first())?;
    let (label, edits, said) = match old {
        Some(old) => (
            text::EDIT,
            Edit::difference(old, &record).into_iter().collect(),
            text::saved(&record.short_name),
        ),
        None => (text::ADD, vec![Edit::write(&record)], text::added(&record.short_name)),
    };
    store.edit_and_say(label, edits, said).map_err(|error| {
        store.notify(error.to_string());
        None
    })
}

/// What can be chosen.
#[derive(Debug, PartialEq)]
struct Lists {
    offices: Rc<[SelectOption]>,
    rhythms: Rc<[SelectOption]>,
    units: Rc<[SelectOption]>,
    channels: Rc<[SelectOption]>,
}

impl Lists {
    fn of(file: &PlanFile, old: Option<&Duty>) -> Self {
        let word = |rhythm: Rhythm| {
            // A day stands in for the one a person has not given yet.
            let cadence = rhythm.cadence(Some(file.plan.tracked_from.value));
            cadence.map(|cadence| SelectOption::new(rhythm.word(), cadence.vietnamese()))
        };
        let kept = old
            .filter(|old| Draft::of(file, old).rhythm == Rhythm::Keep)
            .map(|old| SelectOption::new(Rhythm::Keep.word(), text::keep(&cadence_words(old))));
        Self {
            offices: file
                .offices
                .iter()
                .map(|office| SelectOption::new(office.id.to_string(), office.name.clone()))
                .collect(),
            rhythms: kept.into_iter().chain(Rhythm::OFFERED.into_iter().filter_map(word)).collect(),
            units: file
                .units
                .iter()
                .map(|unit| SelectOption::new(unit.id.to_string(), unit.name.clone()))
                .collect(),
            channels: file
                .channels
                .iter()
                .map(|channel| {
                    SelectOption::new(channel.id.to_string(), text::scope_channel(&channel.short_name))
                })
                .collect(),
        }
    }
}

/// What the fields are given.
#[derive(Properties, PartialEq)]
struct FieldsProps {
    draft: UseStateHandle<Draft>,
    problems: Problems,
    lists: Rc<Lists>,
}

#[component]
fn Fields(props: &FieldsProps) -> Html {
    let (draft, problems, lists) = (&props.draft, props.problems, &props.lists);
    let error = |problem: Option<&'static str>| problem.map(AttrValue::Static);
    let has_quota = draft.previous || !draft.count.trim().is_empty();
    let toggle = {
        let draft = draft.clone();
        Callback::from(move |_: Event| draft.set(Draft { previous: !draft.previous, ..(*draft).clone() }))
    };
    html! {
        <>
            <SelectField id="nv-co-quan" label={text::FORM_OFFICE} options={lists.offices.clone()} none={text::FORM_PICK}
                value={draft.office.clone()} error={error(problems.office)}
                onchange={sets(draft, |draft, office| draft.office = office)} />
            <TextArea id="nv-ten" label={text::FORM_NAME} value={draft.name.clone()} rows={2} hint={text::FORM_NAME_HINT}
                error={error(problems.name)} oninput={sets(draft, |draft, words| draft.name = words)} />
            <TextField id="nv-ten-ngan" label={text::FORM_SHORT} value={draft.short_name.clone()} hint={text::FORM_SHORT_HINT}
                oninput={sets(draft, |draft, words| draft.short_name = words)} />
            <div class="form-row">
                <SelectField id="nv-nhip" label={text::CADENCE} options={lists.rhythms.clone()}
                    value={AttrValue::Static(draft.rhythm.word())}
                    onchange={sets(draft, |draft, word: Option<AttrValue>| draft.rhythm = Rhythm::of_word(word.as_deref().unwrap_or_default()))} />
                if draft.rhythm == Rhythm::Once {
                    <DateField id="nv-han" label={text::FORM_DUE} value={draft.due} error={error(problems.due)}
                        onchange={sets(draft, |draft, day| draft.due = day)} />
                }
            </div>
            <div class="form-row">
                <TextField id="nv-so-luong" label={text::FORM_COUNT} inputmode="numeric" num=true hint={text::FORM_COUNT_HINT}
                    value={if draft.previous { AttrValue::default() } else { draft.count.clone().into() }} error={error(problems.count)}
                    oninput={sets(draft, |draft, words| { draft.count = words; draft.previous = false; })} />
                if has_quota {
                    <SelectField id="nv-don-vi" label={text::FORM_UNIT} options={lists.units.clone()} value={draft.unit.clone()}
                        onchange={sets(draft, |draft, unit| draft.unit = unit)} />
                    <SelectField id="nv-pham-vi" label={text::FORM_SCOPE} options={lists.channels.clone()} none={text::FORM_SCOPE_DUTY}
                        value={draft.channel.clone()} onchange={sets(draft, |draft, channel| draft.channel = channel)} />
                }
            </div>
            <label class="tick"><input type="checkbox" id="nv-ky-truoc" checked={draft.previous} onchange={toggle} />{text::FORM_PREVIOUS}</label>
        </>
    }
}

/// A callback that writes one field of the draft.
fn sets<T: 'static>(draft: &UseStateHandle<Draft>, write: fn(&mut Draft, T)) -> Callback<T> {
    let draft = draft.clone();
    Callback::from(move |value: T| {
        let mut next = (*draft).clone();
        write(&mut next, value);
        draft.set(next);
    })
}
