//! One budget item: its estimate, and later what became of it.

use cchc_core::exchange::RecordKey;
use cchc_core::id::BudgetItemId;
use cchc_core::record::Kind;
use cchc_core::register::BudgetItem;
use yew::prelude::*;

use super::draft::{AMOUNTS, Draft, OFFICE, TITLE};
use crate::components::{DateField, SelectField, TextField};
use crate::pages::form::{Frame, Problems, duties, frame, gone, offices, removes, saves, sets, written};
use crate::platform::ids;
use crate::store::{Store, use_plan, use_prefs, use_store};
use crate::strings::budget as text;

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct BudgetProps {
    /// Which; a new one without.
    #[prop_or_default]
    pub(super) id: Option<BudgetItemId>,
    pub(super) onclose: Callback<()>,
}

/// The dialog of one item.
#[component]
pub(super) fn BudgetDialog(props: &BudgetProps) -> Html {
    let (open, prefs, store) = (use_plan(), use_prefs(), use_store());
    let old = props.id.as_ref().and_then(|id| open.file.budget_items.get_arc(id)).cloned();
    let draft = use_state_eq(|| match &old {
        Some(old) => Draft::of(old),
        None => Draft::new(&open.file, prefs.who.office()),
    });
    let problems = use_state_eq(Problems::new);
    let is_new = props.id.is_none();
    let title = if is_new { text::ADD } else { text::ITEM };
    if !is_new && old.is_none() {
        return gone("khoan-kinh-phi", title, &props.onclose, text::GONE);
    }
    let save = {
        let (draft, store, old) = (draft.clone(), store.clone(), old.clone());
        saves(&problems, &props.onclose, move || saved(&store, &draft, old.as_deref()))
    };
    let words = (text::REMOVE, text::REMOVED);
    let remove = old.as_ref().map(|old| removes::<BudgetItem>(&store, &old.id, words, &props.onclose));
    let of = Frame {
        id: "khoan-kinh-phi",
        title,
        focus: "#kp-noi-dung",
        onclose: &props.onclose,
        may_edit: !prefs.only_reads(),
        record: old.as_ref().map(|old| RecordKey::new(Kind::BudgetItems, old.id.as_str())),
        remove: remove.map(|remove| (text::REMOVE, remove)),
        save: (if is_new { text::ADD } else { text::SAVE }, save),
    };
    let fields = html! { <Fields draft={draft.clone()} problems={(*problems).clone()} /> };
    frame(of, fields)
}

/// Writes the draft; whether it was written, or what is wrong with it.
fn saved(store: &Store, draft: &Draft, old: Option<&BudgetItem>) -> Result<bool, Problems> {
    let id = match old {
        Some(old) => old.id.clone(),
        None => BudgetItemId::new(ids::new_id()).expect("a new id is made of letters and digits"),
    };
    let record = draft.record(id, old)?;
    let words = match old {
        Some(_) => (text::SAVE, text::SAVED),
        None => (text::ADD, text::ADDED),
    };
    Ok(written(store, old, &record, words))
}

/// What the fields are given.
#[derive(Properties, PartialEq)]
struct FieldsProps {
    draft: UseStateHandle<Draft>,
    problems: Problems,
}

#[component]
fn Fields(props: &FieldsProps) -> Html {
    let open = use_plan();
    let offices = use_memo(open.clone(), |open| offices(&open.file));
    let duties = use_memo(open, |open| duties(&open.file));
    let draft = &props.draft;
    let error = |field: &str| {
        props.problems.iter().find(|(known, _)| *known == field).map(|(_, words)| words.clone())
    };
    let amount = |at: usize, write: fn(&mut Draft, String)| {
        html! {
            <TextField id={AMOUNTS[at]} label={text::AMOUNTS[at]} hint={text::F_DONG} inputmode="numeric" num=true
                value={draft.amounts[at].clone()} error={error(AMOUNTS[at])} oninput={sets(draft, write)} />
        }
    };
    html! {
        <>
            <TextField id={TITLE} label={text::COL_TITLE} value={draft.title.clone()} error={error(TITLE)}
                oninput={sets(draft, |draft, words| draft.title = words)} />
            <div class="form-row">
                <SelectField id={OFFICE} label={text::OFFICE} options={(*offices).clone()} none={text::F_PICK}
                    value={draft.office.clone()} error={error(OFFICE)} onchange={sets(draft, |draft, office| draft.office = office)} />
                <SelectField id="kp-nhiem-vu" label={text::F_DUTY} options={(*duties).clone()} none={text::F_NO_DUTY}
                    value={draft.duty.clone()} onchange={sets(draft, |draft, duty| draft.duty = duty)} />
            </div>
            <TextField id="kp-cach-tinh" label={text::F_CALCULATION} hint={text::F_CALCULATION_HINT}
                value={draft.calculation.clone()} oninput={sets(draft, |draft, words| draft.calculation = words)} />
            <div class="form-row">
                {amount(0, |draft, typed| draft.amounts[0] = typed)}
                <TextField id="kp-nguon" label={text::F_FUND} value={draft.fund.clone()}
                    oninput={sets(draft, |draft, words| draft.fund = words)} />
            </div>
            <div class="form-row">
                {amount(1, |draft, typed| draft.amounts[1] = typed)}
                <DateField id="kp-ngay-tham-dinh" label={text::F_APPRAISED_ON} value={draft.appraised_on}
                    onchange={sets(draft, |draft, day| draft.appraised_on = day)} />
                <TextField id="kp-y-kien" label={text::F_OPINION} hint={text::F_OPINION_HINT} value={draft.opinion.clone()}
                    oninput={sets(draft, |draft, words| draft.opinion = words)} />
            </div>
            <div class="form-row">
                {amount(2, |draft, typed| draft.amounts[2] = typed)}
                <TextField id="kp-van-ban" label={text::F_ALLOCATED_BY} hint={text::F_ALLOCATED_BY_HINT}
                    value={draft.allocated_by.clone()} oninput={sets(draft, |draft, words| draft.allocated_by = words)} />
                {amount(3, |draft, typed| draft.amounts[3] = typed)}
            </div>
            <TextField id="kp-ghi-chu" label={text::F_NOTE} value={draft.note.clone()}
                oninput={sets(draft, |draft, words| draft.note = words)} />
        </>
    }
}
