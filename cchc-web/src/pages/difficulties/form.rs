//! One difficulty: to record it, and later its answer.

use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::exchange::{PlanFile, RecordKey};
use cchc_core::id::{DifficultyId, OfficeId};
use cchc_core::record::{Extra, Kind};
use cchc_core::register::Difficulty;
use yew::prelude::*;

use crate::components::{DateField, SelectField, SelectOption, TextArea, TextField};
use crate::pages::form::{Frame, frame, gone, offices, removes, sets, written};
use crate::platform::{dom, ids};
use crate::store::{Store, use_plan, use_prefs, use_store, use_today};
use crate::strings::difficulties as text;

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(in crate::pages) struct DifficultyProps {
    /// Which; a new one without.
    #[prop_or_default]
    pub(in crate::pages) id: Option<DifficultyId>,
    pub(in crate::pages) onclose: Callback<()>,
}

/// What a person has filled in.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    date: Option<Date>,
    office: Option<AttrValue>,
    title: String,
    proposal: String,
    addressed_to: String,
    answer: String,
    answered_on: Option<Date>,
}

impl Draft {
    fn of(difficulty: &Difficulty) -> Self {
        Self {
            date: Some(difficulty.date),
            office: Some(difficulty.office.to_string().into()),
            title: difficulty.title.clone(),
            proposal: difficulty.proposal.clone(),
            addressed_to: difficulty.addressed_to.clone(),
            answer: difficulty.answer.clone(),
            answered_on: difficulty.answered_on,
        }
    }

    fn new(file: &PlanFile, office: Option<&str>, today: Date) -> Self {
        Self {
            date: Some(today),
            office: office.map(|id| id.to_owned().into()),
            title: String::new(),
            proposal: String::new(),
            addressed_to: file.plan.escalation.value.last().cloned().unwrap_or_default(),
            answer: String::new(),
            answered_on: None,
        }
    }

    /// What is wrong, by field.
    fn problems(&self) -> Problems {
        let answer = self.answer.trim();
        Problems {
            date: self.date.is_none().then_some(text::F_DATE_MISSING),
            office: self.office.is_none().then_some(text::F_OFFICE_MISSING),
            title: self.title.trim().is_empty().then_some(text::F_TITLE_MISSING),
            answer: (answer.is_empty() && self.answered_on.is_some()).then_some(text::F_ANSWER_MISSING),
            answered_on: match (self.answered_on, self.date) {
                (None, _) if !answer.is_empty() => Some(text::F_ANSWERED_MISSING),
                (Some(answered), Some(raised)) if answered < raised => Some(text::F_ANSWERED_EARLY),
                _ => None,
            },
        }
    }

    /// The record, over the one it was; none while something is wrong.
    fn record(&self, id: DifficultyId, old: Option<&Difficulty>) -> Option<Difficulty> {
        if self.problems() != Problems::default() {
            return None;
        }
        Some(Difficulty {
            id,
            date: self.date?,
            office: OfficeId::new(self.office.as_deref()?).ok()?,
            duty: old.and_then(|old| old.duty.clone()),
            title: self.title.trim().to_owned(),
            proposal: self.proposal.trim().to_owned(),
            addressed_to: self.addressed_to.trim().to_owned(),
            answer: self.answer.trim().to_owned(),
            answered_on: self.answered_on,
            extra: old.map_or_else(Extra::new, |old| old.extra.clone()),
        })
    }
}

/// What is wrong with a draft.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Problems {
    date: Option<&'static str>,
    office: Option<&'static str>,
    title: Option<&'static str>,
    answer: Option<&'static str>,
    answered_on: Option<&'static str>,
}

impl Problems {
    /// The id of the first field with a problem.
    fn first(self) -> Option<&'static str> {
        [
            (self.date, "kn-ngay"),
            (self.office, "kn-co-quan"),
            (self.title, "kn-kho-khan"),
            (self.answer, "kn-tra-loi"),
            (self.answered_on, "kn-ngay-tra-loi"),
        ]
        .into_iter()
        .find_map(|(problem, id)| problem.map(|_| id))
    }
}

/// The dialog of one difficulty.
#[component]
pub(in crate::pages) fn DifficultyDialog(props: &DifficultyProps) -> Html {
    let (open, prefs, today, store) = (use_plan(), use_prefs(), use_today(), use_store());
    let old = props.id.as_ref().and_then(|id| open.file.difficulties.get_arc(id)).cloned();
    let draft = use_state_eq(|| match &old {
        Some(old) => Draft::of(old),
        None => Draft::new(&open.file, prefs.who.office(), today),
    });
    let tried = use_state_eq(|| false);
    let offices = use_memo(open.clone(), |open| offices(&open.file));
    let is_new = props.id.is_none();
    let title = if is_new { text::ADD } else { text::DIFFICULTY };
    if !is_new && old.is_none() {
        return gone("kien-nghi", title, &props.onclose, text::GONE);
    }
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
    let words = (text::REMOVE, text::REMOVED);
    let remove = old.as_ref().map(|old| removes::<Difficulty>(&store, &old.id, words, &props.onclose));
    let problems = if *tried { draft.problems() } else { Problems::default() };
    // An answer is what one opens a recorded difficulty for.
    let focus = if is_new { "#kn-kho-khan" } else { "#kn-tra-loi" };
    let of = Frame {
        id: "kien-nghi",
        title,
        focus,
        onclose: &props.onclose,
        may_edit: !prefs.only_reads(),
        record: old.as_ref().map(|old| RecordKey::new(Kind::Difficulties, old.id.as_str())),
        remove: remove.map(|remove| (text::REMOVE, remove)),
        save: (if is_new { text::ADD } else { text::SAVE }, save),
    };
    let fields = html! { <Fields draft={draft.clone()} {problems} offices={(*offices).clone()} {is_new} /> };
    frame(of, fields)
}

/// Writes the draft; the id of the field to mend when something is wrong with it.
fn saved(store: &Store, draft: &Draft, old: Option<&Difficulty>) -> Result<(), Option<&'static str>> {
    let id = match old {
        Some(old) => old.id.clone(),
        None => DifficultyId::new(ids::new_id()).map_err(|_| None)?,
    };
    let record = draft.record(id, old).ok_or_else(|| draft.problems().first())?;
    let words = match old {
        Some(_) => (text::SAVE, text::SAVED),
        None => (text::ADD, text::ADDED),
    };
    if written(store, old, &record, words) { Ok(()) } else { Err(None) }
}

/// What the fields are given.
#[derive(Properties, PartialEq)]
struct FieldsProps {
    draft: UseStateHandle<Draft>,
    problems: Problems,
    offices: Rc<[SelectOption]>,
    is_new: bool,
}

#[component]
fn Fields(props: &FieldsProps) -> Html {
    let (draft, problems) = (&props.draft, props.problems);
    let error = |problem: Option<&'static str>| problem.map(AttrValue::Static);
    html! {
        <>
            <div class="form-row">
                <DateField id="kn-ngay" label={text::F_DATE} value={draft.date} error={error(problems.date)}
                    onchange={sets(draft, |draft, day| draft.date = day)} />
                <SelectField id="kn-co-quan" label={text::F_OFFICE} options={props.offices.clone()} none={text::F_PICK}
                    value={draft.office.clone()} error={error(problems.office)}
                    onchange={sets(draft, |draft, office| draft.office = office)} />
            </div>
            <TextArea id="kn-kho-khan" label={text::F_TITLE} value={draft.title.clone()} rows={2} error={error(problems.title)}
                oninput={sets(draft, |draft, words| draft.title = words)} />
            <TextArea id="kn-kien-nghi" label={text::F_PROPOSAL} value={draft.proposal.clone()} rows={2}
                oninput={sets(draft, |draft, words| draft.proposal = words)} />
            <TextField id="kn-gui" label={text::F_TO} value={draft.addressed_to.clone()} hint={text::F_TO_HINT}
                oninput={sets(draft, |draft, words| draft.addressed_to = words)} />
            if !props.is_new {
                <TextArea id="kn-tra-loi" label={text::F_ANSWER} value={draft.answer.clone()} rows={3} error={error(problems.answer)}
                    oninput={sets(draft, |draft, words| draft.answer = words)} />
                <DateField id="kn-ngay-tra-loi" label={text::F_ANSWERED} value={draft.answered_on} hint={text::F_ANSWERED_HINT}
                    error={error(problems.answered_on)} onchange={sets(draft, |draft, day| draft.answered_on = day)} />
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    fn draft() -> Draft {
        let file = examples::get("hoa-tham-2026").expect("a built-in plan");
        let today = "2026-11-20".parse().expect("a day");
        Draft { title: " Loa hỏng ".to_owned(), ..Draft::new(&file, Some("van-phong"), today) }
    }

    #[test]
    fn a_new_difficulty_goes_where_the_plan_sends_it() {
        let record = draft().record(DifficultyId::new("01").expect("an id"), None).expect("complete");
        assert_eq!((record.title.as_str(), record.addressed_to.as_str()), ("Loa hỏng", "UBND xã"));
        assert!(record.is_open(record.date));
    }

    #[test]
    fn an_answer_needs_its_day_and_a_day_its_answer() {
        let base = draft();
        assert_eq!(base.problems(), Problems::default());
        let only_text = Draft { answer: "Đã sửa".to_owned(), ..base.clone() };
        assert_eq!(only_text.problems().first(), Some("kn-ngay-tra-loi"));
        let early = Draft { answered_on: "2026-11-19".parse().ok(), ..only_text };
        assert_eq!(early.problems().answered_on, Some(text::F_ANSWERED_EARLY));
        let only_day = Draft { answered_on: "2026-11-21".parse().ok(), ..base };
        assert_eq!(only_day.problems().first(), Some("kn-tra-loi"));
    }
}
