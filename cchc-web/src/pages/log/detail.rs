//! The fields of the form of work: only those that fit it.

use std::rc::Rc;

use cchc_core::register::WorkForm;
use yew::prelude::*;

use super::draft::{Part, Patch};
use super::fields::{FieldsProps, TextLook};
use crate::components::{DateField, SelectField, SelectOption, TextArea};
use crate::strings::detail as text;

/// "Loại việc" and what it asks for.
pub(super) fn work(fields: &FieldsProps<'_>) -> Html {
    let detail = &fields.form.draft.detail;
    let options: Rc<[SelectOption]> = WorkForm::ALL
        .iter()
        .zip(0..)
        .map(|(form, at): (_, usize)| {
            SelectOption::new(at.to_string(), cchc_core::text::capitalized(form.vietnamese()))
        })
        .collect();
    let place = WorkForm::ALL.iter().position(|form| detail.form == Some(*form));
    let onform = fields.patch.reform(|chosen: Option<AttrValue>| {
        let at = chosen.and_then(|at| at.parse::<usize>().ok());
        Patch::Form(at.and_then(|at| WorkForm::ALL.get(at).copied()))
    });
    html! {
        <fieldset class="work">
            <legend class="sr">{text::LEGEND}</legend>
            <div class="entry-details">
                <SelectField id={fields.id_of("loai-viec")} label={text::FORM} {options} none={text::NO_FORM}
                    value={place.map(|at| AttrValue::from(at.to_string()))} onchange={onform} />
                if let Some(form) = detail.form { {asked(fields, form)} }
            </div>
            if let Some(form) = detail.form { {items(fields, form)} }
        </fieldset>
    }
}

fn asked(fields: &FieldsProps<'_>, form: WorkForm) -> Html {
    let field =
        |part: Part, look: TextLook| text::label(form, part).map(|label| fields.text(part, label, look));
    let plain = TextLook::default;
    let until = text::until(form).map(|label| {
        html! {
            <DateField id={fields.id_of("den-ngay")} {label} value={fields.form.draft.detail.until}
                onchange={fields.patch.reform(Patch::Until)} />
        }
    });
    html! {
        <>
            {for field(Part::Place, plain())}
            {for until}
            {for field(Part::Begins, TextLook { placeholder: text::BEGINS_EXAMPLE, ..plain() })}
            {for field(Part::Minutes, TextLook { num: true, ..plain() })}
            {for field(Part::LedBy, plain())}
            {for field(Part::RecordedBy, plain())}
        </>
    }
}

/// What stands one by one: lines, or questions with their answers.
fn items(fields: &FieldsProps<'_>, form: WorkForm) -> Html {
    let detail = &fields.form.draft.detail;
    match text::items(form) {
        None => Html::default(),
        Some((label, None)) => html! {
            <TextArea id={fields.id_of("muc")} {label} hint={text::LINES_HINT} rows={3} value={detail.lines()}
                oninput={fields.patch.reform(Patch::Lines)} />
        },
        Some((label, Some(answer))) => {
            let more = fields.patch.reform(|_: MouseEvent| Patch::AddItem);
            let pair = |at: usize| {
                html! {
                    <div class="pair-fields" key={at}>
                        {fields.text(Part::Item(at), text::numbered(label, at), TextLook::default())}
                        {fields.text(Part::Answer(at), text::numbered(answer, at), TextLook::default())}
                    </div>
                }
            };
            html! {
                <>
                    {for (0..detail.items.len()).map(pair)}
                    <div class="entry-foot"><button class="btn-link" type="button" onclick={more}>{text::MORE_ITEMS}</button></div>
                </>
            }
        }
    }
}
