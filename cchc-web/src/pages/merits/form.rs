//! One merit: who, for what, and what became of the proposal.

use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::exchange::RecordKey;
use cchc_core::id::{DutyId, MeritId, OfficeId};
use cchc_core::record::{Extra, Kind};
use cchc_core::register::{Evidence, Merit};
use cchc_core::text::capitalized;
use yew::prelude::*;

use crate::components::{DateField, SelectField, SelectOption, TextField};
use crate::pages::form::{Frame, Problems, duties, frame, gone, offices, removes, saves, sets, written};
use crate::platform::ids;
use crate::store::{Store, use_plan, use_prefs, use_store, use_today};
use crate::strings::{budget, merits as text};

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct MeritProps {
    /// Which; a new one without.
    #[prop_or_default]
    pub(super) id: Option<MeritId>,
    pub(super) onclose: Callback<()>,
}

/// What a person has filled in. Kind and honoree are places in the lists of `text`.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    kind: usize,
    honoree: usize,
    date: Option<Date>,
    office: Option<AttrValue>,
    duty: Option<AttrValue>,
    who: String,
    position: String,
    title: String,
    effect: String,
    award: String,
    decision: String,
    decided_on: Option<Date>,
    evidence: String,
}

const DATE: &str = "dh-ngay";
const OFFICE: &str = "dh-co-quan";
const WHO: &str = "dh-ten";
const TITLE: &str = "dh-thanh-tich";

impl Draft {
    fn of(merit: &Merit) -> Self {
        Self {
            kind: text::KINDS.iter().position(|kind| *kind == merit.kind).unwrap_or_default(),
            honoree: text::HONOREES.iter().position(|one| *one == merit.honoree).unwrap_or_default(),
            date: Some(merit.date),
            office: Some(merit.office.to_string().into()),
            duty: merit.duty.as_ref().map(|duty| duty.to_string().into()),
            who: merit.who.clone(),
            position: merit.position.clone(),
            title: merit.title.clone(),
            effect: merit.effect.clone(),
            award: merit.award.clone(),
            decision: merit.decision.clone(),
            decided_on: merit.decided_on,
            evidence: merit.evidence.first().map(|one| one.text.clone()).unwrap_or_default(),
        }
    }

    fn new(office: Option<&str>, today: Date) -> Self {
        Self {
            kind: 2,
            honoree: 0,
            date: Some(today),
            office: office.map(|id| id.to_owned().into()),
            duty: None,
            who: String::new(),
            position: String::new(),
            title: String::new(),
            effect: String::new(),
            award: String::new(),
            decision: String::new(),
            decided_on: None,
            evidence: String::new(),
        }
    }

    /// The record, over the one it was.
    ///
    /// # Errors
    /// What is wrong, in the order of the fields.
    fn record(&self, id: MeritId, old: Option<&Merit>) -> Result<Merit, Problems> {
        let office = self.office.as_deref().and_then(|id| OfficeId::new(id).ok());
        let problems = [
            (WHO, self.who.trim().is_empty(), text::F_WHO_MISSING),
            (TITLE, self.title.trim().is_empty(), text::F_TITLE_MISSING),
            (DATE, self.date.is_none(), text::F_DATE_MISSING),
            (OFFICE, office.is_none(), text::F_OFFICE_MISSING),
        ];
        let problems: Problems = problems
            .into_iter()
            .filter(|(_, is, _)| *is)
            .map(|(field, _, words)| (field, words.into()))
            .collect();
        let (Some(office), Some(date), true) = (office, self.date, problems.is_empty()) else {
            return Err(problems);
        };
        let tidy = |words: &str| words.trim().to_owned();
        // The form shows the first piece of evidence; those behind it stay.
        let mut evidence = old.map(|old| old.evidence.clone()).unwrap_or_default();
        match (evidence.first_mut(), self.evidence.trim()) {
            (Some(_), "") => drop(evidence.remove(0)),
            (Some(first), words) => words.clone_into(&mut first.text),
            (None, "") => {}
            (None, words) => evidence.push(Evidence::new(words)),
        }
        Ok(Merit {
            id,
            kind: text::KINDS[self.kind.min(text::KINDS.len() - 1)],
            date,
            office,
            who: tidy(&self.who),
            honoree: text::HONOREES[self.honoree.min(text::HONOREES.len() - 1)],
            position: tidy(&self.position),
            title: tidy(&self.title),
            effect: tidy(&self.effect),
            duty: self.duty.as_deref().and_then(|id| DutyId::new(id).ok()),
            award: tidy(&self.award),
            decision: tidy(&self.decision),
            decided_on: self.decided_on,
            evidence,
            note: old.map(|old| old.note.clone()).unwrap_or_default(),
            extra: old.map_or_else(Extra::new, |old| old.extra.clone()),
        })
    }
}

/// The dialog of one merit.
#[component]
pub(super) fn MeritDialog(props: &MeritProps) -> Html {
    let (open, prefs, today, store) = (use_plan(), use_prefs(), use_today(), use_store());
    let old = props.id.as_ref().and_then(|id| open.file.merits.get_arc(id)).cloned();
    let draft = use_state_eq(|| match &old {
        Some(old) => Draft::of(old),
        None => Draft::new(prefs.who.office(), today),
    });
    let problems = use_state_eq(Problems::new);
    let lists = use_memo(open.clone(), |open| (offices(&open.file), duties(&open.file)));
    let is_new = props.id.is_none();
    if !is_new && old.is_none() {
        return gone("dien-hinh-o", text::MERIT, &props.onclose, text::GONE);
    }
    let save = {
        let (draft, store, old) = (draft.clone(), store.clone(), old.clone());
        saves(&problems, &props.onclose, move || saved(&store, &draft, old.as_deref()))
    };
    let words = (text::REMOVE, text::REMOVED);
    let remove = old.as_ref().map(|old| removes::<Merit>(&store, &old.id, words, &props.onclose));
    let of = Frame {
        id: "dien-hinh-o",
        title: if is_new { text::ADD } else { text::MERIT },
        focus: "#dh-ten",
        onclose: &props.onclose,
        may_edit: !prefs.only_reads(),
        record: old.as_ref().map(|old| RecordKey::new(Kind::Merits, old.id.as_str())),
        remove: remove.map(|remove| (text::REMOVE, remove)),
        save: (if is_new { text::ADD } else { text::SAVE }, save),
    };
    frame(of, fields(&draft, &problems, &lists.0, &lists.1))
}

/// Writes the draft; whether it was written, or what is wrong with it.
fn saved(store: &Store, draft: &Draft, old: Option<&Merit>) -> Result<bool, Problems> {
    let id = match old {
        Some(old) => old.id.clone(),
        None => MeritId::new(ids::new_id()).expect("a new id is made of letters and digits"),
    };
    let record = draft.record(id, old)?;
    let words = match old {
        Some(_) => (text::SAVE, text::SAVED),
        None => (text::ADD, text::ADDED),
    };
    Ok(written(store, old, &record, words))
}

fn fields(
    draft: &UseStateHandle<Draft>,
    problems: &Problems,
    offices: &Rc<[SelectOption]>,
    duties: &Rc<[SelectOption]>,
) -> Html {
    let error =
        |field: &str| problems.iter().find(|(known, _)| *known == field).map(|(_, words)| words.clone());
    let words = |id: &'static str,
                 label: &'static str,
                 hint: &'static str,
                 value: &str,
                 write: fn(&mut Draft, String)| {
        html! {
            <TextField {id} {label} {hint} value={value.to_owned()} error={error(id)} oninput={sets(draft, write)} />
        }
    };
    let choose = |id: &'static str,
                  label: &'static str,
                  names: Vec<&'static str>,
                  at: usize,
                  write: fn(&mut Draft, Option<AttrValue>)| {
        let option = |(at, name): (usize, &'static str)| SelectOption::new(at.to_string(), capitalized(name));
        let options: Rc<[SelectOption]> = names.into_iter().enumerate().map(option).collect();
        html! { <SelectField {id} {label} {options} value={Some(AttrValue::from(at.to_string()))} onchange={sets(draft, write)} /> }
    };
    html! {
        <>
            <div class="form-row">
                {choose("dh-loai", text::F_KIND, text::KINDS.iter().map(|kind| kind.vietnamese()).collect(), draft.kind,
                    |draft, at| draft.kind = place_of(at))}
                {choose("dh-ai", text::F_HONOREE, text::HONOREES.iter().map(|one| one.vietnamese()).collect(), draft.honoree,
                    |draft, at| draft.honoree = place_of(at))}
                <DateField id={DATE} label={text::F_DATE} value={draft.date} error={error(DATE)}
                    onchange={sets(draft, |draft: &mut Draft, day| draft.date = day)} />
            </div>
            <div class="form-row">
                {words(WHO, text::F_WHO, "", &draft.who, |draft, words| draft.who = words)}
                {words("dh-chuc-vu", text::F_POSITION, "", &draft.position, |draft, words| draft.position = words)}
            </div>
            {words(TITLE, text::F_TITLE, "", &draft.title, |draft, words| draft.title = words)}
            {words("dh-hieu-qua", text::F_EFFECT, "", &draft.effect, |draft, words| draft.effect = words)}
            <div class="form-row">
                <SelectField id={OFFICE} label={text::F_OFFICE} options={Rc::clone(offices)} none={budget::F_PICK}
                    value={draft.office.clone()} error={error(OFFICE)}
                    onchange={sets(draft, |draft: &mut Draft, office| draft.office = office)} />
                <SelectField id="dh-nhiem-vu" label={budget::F_DUTY} options={Rc::clone(duties)} none={budget::F_NO_DUTY}
                    value={draft.duty.clone()} onchange={sets(draft, |draft: &mut Draft, duty| draft.duty = duty)} />
            </div>
            <div class="form-row">
                {words("dh-hinh-thuc", text::F_AWARD, text::F_AWARD_HINT, &draft.award, |draft, words| draft.award = words)}
                {words("dh-minh-chung", text::F_EVIDENCE, text::F_EVIDENCE_HINT, &draft.evidence, |draft, words| draft.evidence = words)}
            </div>
            <div class="form-row">
                {words("dh-quyet-dinh", text::F_DECISION, "", &draft.decision, |draft, words| draft.decision = words)}
                <DateField id="dh-ngay-quyet-dinh" label={text::F_DECIDED_ON} value={draft.decided_on}
                    onchange={sets(draft, |draft: &mut Draft, day| draft.decided_on = day)} />
            </div>
        </>
    }
}

fn place_of(at: Option<AttrValue>) -> usize {
    at.and_then(|at| at.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    #[test]
    fn every_merit_comes_back_as_it_was() {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        assert!(!file.merits.is_empty());
        for merit in &file.merits {
            assert_eq!(Draft::of(merit).record(merit.id.clone(), Some(merit)).as_ref(), Ok(merit));
        }
    }

    #[test]
    fn what_is_missing_is_said_by_field() {
        let today = "2026-11-20".parse().expect("a day");
        let id = || MeritId::new("01").expect("an id");
        let problems = Draft::new(None, today).record(id(), None).expect_err("nothing is filled in");
        assert_eq!(problems.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [WHO, TITLE, OFFICE]);
        let whole = Draft {
            who: " Lý Thị Hương ".to_owned(),
            title: "Bản tin tiếng Tày".to_owned(),
            evidence: "Danh sách".to_owned(),
            ..Draft::new(Some("mttq"), today)
        };
        let merit = whole.record(id(), None).expect("complete");
        assert_eq!((merit.who.as_str(), merit.evidence.len()), ("Lý Thị Hương", 1));
        assert!(!merit.is_proposed(today));
    }
}
