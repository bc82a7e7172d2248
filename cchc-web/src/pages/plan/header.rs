//! The header and the close of the plan as fields, each written to the file when it is left.

use cchc_core::adapt;
use cchc_core::calendar::Date;
use cchc_core::exchange::Edit;
use cchc_core::plan::{Basis, Plan, Signature};
use cchc_core::record::Extra;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::edits::{read_recipients, write_recipients};
use super::rename::{Rename, RenameDialog};
use crate::components::{DateField, Field, described_by};
use crate::store::{Open, Store, use_store};
use crate::strings::plan as text;

/// A field of the header that holds text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Year,
    Commune,
    Province,
    Issuer,
    Number,
    SignatureLines,
    Signer,
    Recipients,
}

impl Part {
    const ALL: [Self; 9] = [
        Self::Title,
        Self::Year,
        Self::Commune,
        Self::Province,
        Self::Issuer,
        Self::Number,
        Self::SignatureLines,
        Self::Signer,
        Self::Recipients,
    ];

    const fn id(self) -> &'static str {
        match self {
            Self::Title => "kh-ten",
            Self::Year => "kh-nam",
            Self::Commune => "kh-xa",
            Self::Province => "kh-tinh",
            Self::Issuer => "kh-ban-hanh",
            Self::Number => "kh-so",
            Self::SignatureLines => "kh-quyen-han",
            Self::Signer => "kh-nguoi-ky",
            Self::Recipients => "kh-noi-nhan-ds",
        }
    }

    const fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Title => (text::PLAN_TITLE, ""),
            Self::Year => (text::YEAR, ""),
            Self::Commune => (text::COMMUNE, text::COMMUNE_HINT),
            Self::Province => (text::PROVINCE, ""),
            Self::Issuer => (text::ISSUER, ""),
            Self::Number => (text::NUMBER, ""),
            Self::SignatureLines => (text::SIGNATURE_LINES, text::SIGNATURE_LINES_HINT),
            Self::Signer => (text::SIGNER, ""),
            Self::Recipients => (text::RECIPIENTS, text::RECIPIENTS_HINT),
        }
    }

    /// How many lines the field has; one is an input.
    const fn lines(self) -> usize {
        match self {
            Self::SignatureLines => 2,
            Self::Recipients => 9,
            _ => 1,
        }
    }

    const fn is_wide(self) -> bool {
        matches!(self, Self::Title | Self::Recipients | Self::SignatureLines)
    }

    fn read(self, plan: &Plan) -> String {
        let signature = plan.signature.as_ref();
        match self {
            Self::Title => plan.title.clone(),
            Self::Year => plan.year.to_string(),
            Self::Commune => plan.commune.clone(),
            Self::Province => plan.province.clone(),
            Self::Issuer => plan.issuer.clone(),
            Self::Number => plan.number.clone().unwrap_or_default(),
            Self::SignatureLines => signature.map(|s| s.lines.join("\n")).unwrap_or_default(),
            Self::Signer => signature.map(|s| s.name.clone()).unwrap_or_default(),
            Self::Recipients => write_recipients(&plan.recipients),
        }
    }

    /// Another commune or province, which the rest of the plan may have to follow.
    fn rename(self, plan: &Plan, typed: &str) -> Option<Rename> {
        let (commune, province) = (plan.commune.clone(), plan.province.clone());
        let rename = match self {
            Self::Commune => Rename { commune: adapt::commune(typed)?, province },
            Self::Province => Rename { commune, province: adapt::province(typed)? },
            _ => return None,
        };
        (rename.commune != plan.commune || rename.province != plan.province).then_some(rename)
    }

    /// Writes what was typed.
    fn write(self, plan: &mut Plan, typed: &str) -> Result<(), &'static str> {
        let typed = typed.trim();
        let required = || if typed.is_empty() { Err(text::EMPTY_VALUE) } else { Ok(typed.to_owned()) };
        match self {
            Self::Title => plan.title = required()?,
            Self::Commune => plan.commune = required()?,
            Self::Province => plan.province = required()?,
            Self::Issuer => plan.issuer = required()?,
            Self::Year => {
                let year = typed.parse::<i32>().ok().filter(|year| (1990..=2199).contains(year));
                plan.year = year.ok_or(text::NOT_A_YEAR)?;
            }
            Self::Number => plan.number = (!typed.is_empty()).then(|| typed.to_owned()),
            Self::SignatureLines => {
                let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
                signature(plan).lines = lines.collect();
            }
            Self::Signer => typed.clone_into(&mut signature(plan).name),
            Self::Recipients => plan.recipients = read_recipients(typed),
        }
        if plan
            .signature
            .as_ref()
            .is_some_and(|s| s.lines.is_empty() && s.name.is_empty() && s.extra.is_empty())
        {
            plan.signature = None;
        }
        Ok(())
    }
}

fn signature(plan: &mut Plan) -> &mut Signature {
    plan.signature.get_or_insert_with(|| Signature {
        lines: Vec::new(),
        name: String::new(),
        extra: Extra::new(),
    })
}

/// What the fields are given.
#[derive(Properties, PartialEq)]
pub(super) struct HeaderFieldsProps {
    /// The open file.
    pub open: Open,
}

/// The fields.
#[component]
pub(super) fn HeaderFields(props: &HeaderFieldsProps) -> Html {
    let store = use_store();
    let plan = &props.open.file.plan;
    let date = |set: fn(&mut Plan, Date)| {
        let (store, old) = (store.clone(), plan.clone());
        Callback::from(move |date: Option<Date>| {
            // An empty or unfinished date changes nothing; the field says so itself.
            if let Some(date) = date {
                let mut new = (*old).clone();
                set(&mut new, date);
                save(&store, &old, &new).unwrap_or_else(|error| store.notify(error));
            }
        })
    };
    html! {
        <div class="plan-header">
            {for Part::ALL.into_iter().map(|part| html! {
                <HeaderField key={part.id()} open={props.open.clone()} {part} />
            })}
            <DateField id="kh-ngay" label={text::ISSUED_ON} value={plan.issued_on}
                onchange={date(|plan, date| plan.issued_on = Some(date))} />
            <DateField id="kh-theo-doi" label={text::TRACKED_FROM} hint={text::TRACKED_HINT} value={plan.tracked_from.value}
                onchange={date(|plan, date| {
                    plan.tracked_from.value = date;
                    plan.tracked_from.basis = Basis::Confirmed;
                })} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct HeaderFieldProps {
    open: Open,
    part: Part,
}

/// One field.
#[component]
fn HeaderField(props: &HeaderFieldProps) -> Html {
    let store = use_store();
    let error = use_state_eq(|| None::<AttrValue>);
    let asked = use_state_eq(|| None::<Rename>);
    let part = props.part;
    let value = part.read(&props.open.file.plan);
    let onchange = {
        let (error, asked, old) = (error.clone(), asked.clone(), props.open.file.plan.clone());
        let store = store.clone();
        Callback::from(move |event: Event| {
            let mut new = (*old).clone();
            let typed = typed(&event);
            if let Some(rename) = part.rename(&old, &typed) {
                error.set(None);
                return asked.set(Some(rename));
            }
            let written = part.write(&mut new, &typed).map_err(str::to_owned);
            let saved = written.and_then(|()| save(&store, &old, &new));
            error.set(saved.err().map(AttrValue::from));
        })
    };
    let node = use_node_ref();
    {
        let node = node.clone();
        // Not `value=`: a wrong entry must stay to be mended while the error is shown.
        // Once more when the question is answered: it may have been answered with no.
        use_effect_with((value, asked.is_some()), move |(value, is_asked)| {
            if *is_asked {
                return;
            }
            if let Some(input) = node.cast::<HtmlInputElement>() {
                input.set_value(value);
            } else if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                area.set_value(value);
            }
        });
    }
    let ondone = {
        let (store, asked, old) = (store.clone(), asked.clone(), props.open.file.plan.clone());
        Callback::from(move |only_here: Option<Rename>| {
            if let Some(rename) = only_here {
                let new = Plan { commune: rename.commune, province: rename.province, ..(*old).clone() };
                save(&store, &old, &new).unwrap_or_else(|error| store.notify(error));
            }
            asked.set(None);
        })
    };
    let (label, hint) = part.label();
    let described = described_by(part.id(), hint, error.as_ref());
    let invalid = error.is_some().then_some("true");
    html! {
        <Field id={part.id()} {label} {hint} error={(*error).clone()} class={classes!(part.is_wide().then_some("wide"))}>
            if part.lines() == 1 {
                <input ref={node} class="input" id={part.id()} autocomplete="off" aria-invalid={invalid}
                    aria-describedby={described} {onchange} />
            } else {
                <textarea ref={node} class="input" id={part.id()} rows={part.lines().to_string()} aria-invalid={invalid}
                    aria-describedby={described} {onchange} />
            }
            if let Some(rename) = (*asked).clone() { <RenameDialog open={props.open.clone()} {rename} {ondone} /> }
        </Field>
    }
}

fn typed(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.value(),
        Err(target) => target.dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default(),
    }
}

fn save(store: &Store, old: &Plan, new: &Plan) -> Result<(), String> {
    let Some(edit) = Edit::plan_difference(old, new) else { return Ok(()) };
    store.edit_and_say(text::LABEL_HEADER, vec![edit], text::SAVED_HEADER).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        (*cchc_core::examples::get("hoa-tham-2026").unwrap().plan).clone()
    }

    #[test]
    fn every_field_reads_back_what_it_shows() {
        let plan = plan();
        for part in Part::ALL {
            let mut same = plan.clone();
            part.write(&mut same, &part.read(&plan)).unwrap();
            assert_eq!(same, plan, "{part:?}");
        }
    }

    #[test]
    fn only_another_commune_or_province_is_asked_about() {
        let plan = plan();
        let asked = |part: Part, typed| part.rename(&plan, typed).map(|new| (new.commune, new.province));
        let is = |commune: &str, province: &str| Some((commune.to_owned(), province.to_owned()));
        assert_eq!(asked(Part::Commune, " Phường Kỳ Lừa"), is("phường Kỳ Lừa", "tỉnh Lạng Sơn"));
        assert_eq!(asked(Part::Province, "tỉnh Cao Bằng"), is("xã Hoa Thám", "tỉnh Cao Bằng"));
        assert_eq!(asked(Part::Commune, "xã Hoa Thám"), None);
        assert_eq!(asked(Part::Commune, "Kỳ Lừa"), None, "it is not known what to put for “xã”");
        assert_eq!(asked(Part::Issuer, "UBND phường Kỳ Lừa"), None);
    }

    #[test]
    fn what_a_plan_cannot_be_without_is_not_taken_away() {
        let mut plan = plan();
        assert_eq!(Part::Title.write(&mut plan, "  "), Err("Ô này cần có nội dung"));
        assert_eq!(Part::Year.write(&mut plan, "hai sáu"), Err("Ghi năm bằng bốn chữ số, như 2026"));
        Part::Number.write(&mut plan, "15/KH-UBND").unwrap();
        assert_eq!(plan.number.as_deref(), Some("15/KH-UBND"));
        Part::Signer.write(&mut plan, "").unwrap();
        Part::SignatureLines.write(&mut plan, "").unwrap();
        assert!(plan.signature.is_none(), "a signature without a word is none");
    }
}
