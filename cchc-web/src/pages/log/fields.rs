//! The fields of the form, in reading order.

use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::id::{ChannelId, DutyId, OfficeId, UnitId};
use cchc_core::text::Folded;
use yew::prelude::*;

use super::detail::work;
use super::draft::{Part, Patch};
use super::form::Form;
use super::names::ByPointer;
use crate::components::{Choice, Combobox, DateField, SelectField, SelectOption, TextField};
use crate::store::Open;
use crate::strings::log as text;

/// Everything that can be chosen in the form.
#[derive(Clone, PartialEq)]
pub(super) struct Options {
    /// Cơ quan.
    pub offices: Rc<[SelectOption]>,
    /// Nhiệm vụ.
    pub duties: Rc<[Choice]>,
    /// Nhiệm vụ as a plain list, by office.
    pub duty_list: Rc<[SelectOption]>,
    /// Kênh, by group.
    pub channels: Rc<[SelectOption]>,
    /// Đơn vị.
    pub units: Rc<[SelectOption]>,
}

impl Options {
    /// What the plan offers.
    pub(super) fn of(file: &PlanFile) -> Self {
        let group = |channel: &cchc_core::plan::Channel| {
            file.channel_groups.get(&channel.group).map(|group| group.name.clone()).unwrap_or_default()
        };
        let office =
            |id: &OfficeId| file.offices.get(id).map(|office| office.name.clone()).unwrap_or_default();
        Self {
            offices: file
                .offices
                .iter()
                .map(|o| SelectOption::new(o.id.to_string(), o.name.clone()))
                .collect(),
            duties: file
                .duties
                .iter()
                .map(|duty| {
                    let label = format!("{} · {}", duty.order, duty.short_name);
                    let hint = format!("{} · {}", duty.name, office(&duty.office));
                    let search = Folded::of_fields([&*duty.short_name, &duty.name, &office(&duty.office)]);
                    Choice::found_by(duty.id.to_string(), label, hint, search)
                })
                .collect(),
            duty_list: file
                .duties
                .iter()
                .map(|duty| {
                    let label = format!("{} · {}", duty.order, duty.short_name);
                    SelectOption::new(duty.id.to_string(), label).under(office(&duty.office))
                })
                .collect(),
            channels: file
                .channels
                .iter()
                .map(|channel| {
                    SelectOption::new(channel.id.to_string(), channel.name.clone()).under(group(channel))
                })
                .collect(),
            units: file.units.iter().map(|u| SelectOption::new(u.id.to_string(), u.name.clone())).collect(),
        }
    }

    /// The duties with those of an office first.
    fn duties_for(&self, office: Option<&OfficeId>, file: &PlanFile) -> Rc<[Choice]> {
        let Some(office) = office else { return Rc::clone(&self.duties) };
        let own =
            |choice: &&Choice| file.duties.get_str(&choice.id).is_some_and(|duty| duty.office == *office);
        let (first, rest): (Vec<&Choice>, Vec<&Choice>) = self.duties.iter().partition(own);
        first.into_iter().chain(rest).cloned().collect()
    }
}

/// The options of the open file, made once per revision.
#[hook]
pub(super) fn use_options(open: &Open) -> Rc<Options> {
    use_memo(ByPointer(Rc::clone(&open.file)), |ByPointer(file)| Options::of(file))
}

/// What the fields need.
pub(super) struct FieldsProps<'a> {
    /// How their ids begin.
    pub prefix: &'a str,
    /// What they show.
    pub form: &'a Form,
    /// What they offer.
    pub options: &'a Options,
    /// The plan.
    pub file: &'a PlanFile,
    /// What is done in them.
    pub patch: &'a Callback<Patch>,
}

impl FieldsProps<'_> {
    fn id(&self, part: Part) -> String {
        format!("{}-{}", self.prefix, part.slug())
    }

    /// The id of a field that is no [`Part`].
    pub(super) fn id_of(&self, slug: &str) -> String {
        format!("{}-{slug}", self.prefix)
    }

    pub(super) fn text(&self, part: Part, label: impl Into<AttrValue>, look: TextLook) -> Html {
        let mut draft = self.form.draft.clone();
        let value = draft.text_mut(part).map(std::mem::take).unwrap_or_default();
        let oninput = self.patch.reform(move |text| Patch::Text(part, text));
        html! {
            <TextField id={self.id(part)} label={label.into()} value={value} {oninput} error={self.form.error(part)}
                class={classes!(look.class)} placeholder={look.placeholder} hint={look.hint} num={look.num}
                inputmode={if look.num { "decimal" } else { "text" }} />
        }
    }

    fn unit(&self, at: usize, label: impl Into<AttrValue>) -> Html {
        let part = Part::Unit(at);
        let value = self.form.draft.counts.get(at).and_then(|count| count.unit.as_ref());
        let onchange = self.patch.reform(move |id| Patch::Unit(at, parsed::<UnitId>(id)));
        html! {
            <SelectField id={self.id(part)} label={label.into()} class="f-unit" options={Rc::clone(&self.options.units)}
                value={attr(value)} none={text::NO_UNIT} {onchange} error={self.form.error(part)} />
        }
    }
}

/// How a text field looks.
#[derive(Clone, Default)]
pub(super) struct TextLook {
    pub(super) class: &'static str,
    pub(super) placeholder: &'static str,
    pub(super) hint: AttrValue,
    pub(super) num: bool,
}

/// The eight fields that are always there.
pub(super) fn grid(fields: &FieldsProps<'_>) -> Html {
    let FieldsProps { form, options, patch, .. } = fields;
    let draft = &form.draft;
    let ondate = patch.reform(Patch::Date);
    let onoffice = patch.reform(|id| Patch::Office(parsed::<OfficeId>(id)));
    let onduty = patch.reform(|id| Patch::Duty(parsed::<DutyId>(id)));
    let count_hint = draft.count_hint().unwrap_or_default().into();
    let onchannel = patch.reform(|id| Patch::Channel(parsed::<ChannelId>(id)));
    html! {
        <div class="entry-grid">
            <DateField id={fields.id(Part::Date)} label={text::DATE} class="f-date" value={draft.date} onchange={ondate}
                error={form.error(Part::Date)} />
            <SelectField id={fields.id(Part::Office)} label={text::OFFICE} class="f-office"
                options={Rc::clone(&options.offices)} value={attr(draft.office.as_ref())}
                none={draft.office.is_none().then_some(AttrValue::Static(text::CHOOSE))}
                onchange={onoffice} error={form.error(Part::Office)} hint={draft.office_hint(fields.file).unwrap_or_default()} />
            <Combobox id={fields.id(Part::Duty)} label={text::DUTY} class="f-duty"
                choices={options.duties_for(draft.office.as_ref(), fields.file)} value={attr(draft.duty.as_ref())}
                placeholder={text::NO_DUTY} onchange={onduty} error={form.error(Part::Duty)} />
            <SelectField id={fields.id(Part::Channel)} label={text::CHANNEL} class="f-channel"
                options={Rc::clone(&options.channels)} value={attr(draft.channel.as_ref())} none={text::NO_CHANNEL}
                onchange={onchannel} error={form.error(Part::Channel)} />
            {fields.text(Part::Title, text::TITLE, TextLook { class: "f-title", placeholder: text::TITLE_PLACEHOLDER, ..TextLook::default() })}
            {fields.text(Part::Count(0), text::COUNT, TextLook { class: "f-count", hint: count_hint, num: true, ..TextLook::default() })}
            {fields.unit(0, text::UNIT)}
            {fields.text(Part::Evidence(0), text::EVIDENCE, TextLook { class: "f-evidence", placeholder: text::EVIDENCE_PLACEHOLDER, ..TextLook::default() })}
        </div>
    }
}

/// The fields behind "Thêm chi tiết".
pub(super) fn details(fields: &FieldsProps<'_>) -> Html {
    let draft = &fields.form.draft;
    let counts = (1..draft.counts.len()).map(|at| {
        let label = text::count_label(at + 1);
        html! { <div class="couple" key={at}>
            {fields.text(Part::Count(at), label, TextLook { class: "f-count", num: true, ..TextLook::default() })}
            {fields.unit(at, text::unit_label(at + 1))}
        </div> }
    });
    let evidence = (1..draft.evidence.len()).map(|at| {
        let look = TextLook { placeholder: text::EVIDENCE_PLACEHOLDER, ..TextLook::default() };
        fields.text(Part::Evidence(at), text::evidence_label(at + 1), look)
    });
    let plain = TextLook::default;
    let more_counts = fields.patch.reform(|_: MouseEvent| Patch::AddCount);
    let more_evidence = fields.patch.reform(|_: MouseEvent| Patch::AddEvidence);
    html! {
        <>
            {work(fields)}
            {topics(fields)}
            <div class="entry-details">
                {fields.text(Part::Audience, text::AUDIENCE, plain())}
                {fields.text(Part::Language, text::LANGUAGE, TextLook { hint: text::LANGUAGE_HINT.into(), ..plain() })}
                {fields.text(Part::Reach, text::REACH, TextLook { hint: text::REACH_HINT.into(), num: true, ..plain() })}
                {fields.text(Part::Cost, text::COST, TextLook { num: true, ..plain() })}
                {fields.text(Part::Note, text::NOTE, TextLook { class: "f-note", ..plain() })}
                {for counts}
                {for evidence}
            </div>
            <div class="entry-foot">
                <button class="btn-link" type="button" onclick={more_counts}>{text::MORE_COUNTS}</button>
                <button class="btn-link" type="button" onclick={more_evidence}>{text::MORE_EVIDENCE}</button>
            </div>
        </>
    }
}

fn topics(fields: &FieldsProps<'_>) -> Html {
    let boxes = fields.file.topics.iter().map(|topic| {
        let carried = fields.form.draft.topics.contains(&topic.id);
        let id = topic.id.clone();
        let onchange = fields.patch.reform(move |_: Event| Patch::Topic(id.clone(), !carried));
        html! {
            <label key={topic.id.to_string()} title={topic.name.clone()}>
                <input type="checkbox" checked={carried} {onchange} />{&topic.short_name}
            </label>
        }
    });
    html! { <fieldset class="topics"><legend>{text::TOPICS}</legend>{for boxes}</fieldset> }
}

fn attr(id: Option<&impl std::fmt::Display>) -> Option<AttrValue> {
    id.map(|id| AttrValue::from(id.to_string()))
}

fn parsed<T: TryFrom<String>>(id: Option<AttrValue>) -> Option<T> {
    id.and_then(|id| T::try_from(id.to_string()).ok())
}
