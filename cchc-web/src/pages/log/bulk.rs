//! What is done to all ticked activities at once: another duty, one more piece of evidence.

use std::rc::Rc;

use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::id::{ActivityId, DutyId};
use cchc_core::register::{Activity, Evidence, EvidenceForm};
use yew::prelude::*;

use super::draft::concerns;
use super::fields::Options;
use crate::components::{Combobox, Dialog, TextField};
use crate::store::Open;
use crate::strings::{common, log as text};

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bulk {
    /// Đổi nhiệm vụ.
    Duty,
    /// Thêm minh chứng.
    Evidence,
}

/// What is to be done, ready for the file.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum BulkEdit {
    /// All of them carry out this duty; none: no duty.
    Duty(Option<DutyId>),
    /// All of them are proved by this, too.
    Evidence(String),
}

impl BulkEdit {
    /// The edits; activities that are so already need none.
    pub(super) fn edits(&self, file: &PlanFile, ids: &[ActivityId]) -> Vec<Edit> {
        let changed = |activity: &Activity| {
            let mut new = activity.clone();
            match self {
                Self::Duty(duty) => new.duty.clone_from(duty),
                Self::Evidence(words) if new.evidence.iter().any(|one| one.text == *words) => {}
                Self::Evidence(words) => new.evidence.push(Evidence::new(words.clone())),
            }
            Edit::difference(activity, &new)
        };
        ids.iter().filter_map(|id| file.activities.get(id)).filter_map(changed).collect()
    }
}

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct BulkDialogProps {
    /// Which one.
    pub bulk: Bulk,
    /// The ticked activities.
    pub ids: Rc<[ActivityId]>,
    /// The open file.
    pub open: Open,
    /// What can be chosen.
    pub options: Rc<Options>,
    /// Called with what is to be done, or with none.
    pub ondone: Callback<Option<BulkEdit>>,
}

/// The dialog.
#[component]
pub(super) fn BulkDialog(props: &BulkDialogProps) -> Html {
    let duty = use_state_eq(|| None::<AttrValue>);
    let words = use_state_eq(String::new);
    let error = use_state_eq(|| None::<AttrValue>);
    let onduty = {
        let duty = duty.clone();
        Callback::from(move |chosen| duty.set(chosen))
    };
    let onwords = {
        let (words, error) = (words.clone(), error.clone());
        Callback::from(move |typed: String| {
            error.set(None);
            words.set(typed);
        })
    };
    let onsubmit = {
        let (duty, words, error) = (duty.clone(), words.clone(), error.clone());
        let (bulk, ondone) = (props.bulk, props.ondone.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match read(bulk, duty.as_deref(), &words) {
                Ok(edit) => ondone.emit(Some(edit)),
                Err(wrong) => error.set(Some(wrong.into())),
            }
        })
    };
    let hint = chosen(duty.as_deref()).and_then(|duty| of_another(&props.open.file, &duty, &props.ids));
    let hint = hint.unwrap_or_default();
    let oncancel = props.ondone.reform(|_: MouseEvent| None);
    let onclose = props.ondone.reform(|()| None);
    let (title, verb) = match props.bulk {
        Bulk::Duty => (text::bulk_duty(props.ids.len()), text::BULK_DUTY),
        Bulk::Evidence => (text::bulk_evidence(props.ids.len()), text::BULK_EVIDENCE),
    };
    html! {
        <Dialog id="hang-loat" {title} cross=false focus="input" {onclose}>
            <form {onsubmit} novalidate=true>
                {match props.bulk {
                    Bulk::Duty => html! {
                        <Combobox id="hang-loat-nhiem-vu" label={text::DUTY} choices={Rc::clone(&props.options.duties)}
                            value={(*duty).clone()} onchange={onduty} placeholder={text::NO_DUTY} hint={hint} />
                    },
                    Bulk::Evidence => html! {
                        <TextField id="hang-loat-minh-chung" label={text::EVIDENCE} value={(*words).clone()} oninput={onwords}
                            placeholder={text::EVIDENCE_PLACEHOLDER} error={(*error).clone()} />
                    },
                }}
                <div class="actions">
                    <button class="btn" type="button" onclick={oncancel}>{common::CANCEL}</button>
                    <button class="btn btn-primary" type="submit">{verb}</button>
                </div>
            </form>
        </Dialog>
    }
}

fn chosen(duty: Option<&str>) -> Option<DutyId> {
    duty.and_then(|id| DutyId::new(id).ok())
}

/// What is said when another office leads the duty than did the work.
fn of_another(file: &PlanFile, duty: &DutyId, ids: &[ActivityId]) -> Option<String> {
    let duty = file.duties.get(duty)?;
    let activities = ids.iter().filter_map(|id| file.activities.get(id));
    let count = activities.filter(|activity| !concerns(duty, &activity.office)).count();
    let lead = file.offices.get(&duty.office).filter(|_| count > 0)?;
    Some(text::duty_of_another(&lead.short_name, count))
}

fn read(bulk: Bulk, duty: Option<&str>, words: &str) -> Result<BulkEdit, &'static str> {
    match bulk {
        Bulk::Duty => Ok(BulkEdit::Duty(chosen(duty))),
        Bulk::Evidence => {
            let words = words.trim();
            match Evidence::new(words).form() {
                _ if words.is_empty() => Err(text::EVIDENCE_MISSING),
                EvidenceForm::NotALink(address) => Err(text::not_a_link(address)),
                EvidenceForm::Link(_) | EvidenceForm::Text(_) => Ok(BulkEdit::Evidence(words.to_owned())),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changes_is_edited() {
        let file = cchc_core::examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let ids: Vec<_> = file.activities.iter().take(3).map(|activity| activity.id.clone()).collect();
        let first = file.activities.get(&ids[0]).unwrap();
        let same_duty = file.activities.iter().take(3).filter(|a| a.duty == first.duty).count();
        assert_eq!(BulkEdit::Duty(first.duty.clone()).edits(&file, &ids).len(), 3 - same_duty);
        assert_eq!(BulkEdit::Evidence(first.evidence[0].text.clone()).edits(&file, &ids[..1]).len(), 0);
        assert_eq!(BulkEdit::Evidence("Biên bản 04".to_owned()).edits(&file, &ids).len(), 3);
    }

    #[test]
    fn a_duty_of_another_office_is_said_and_allowed() {
        let file = cchc_core::examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let duty = DutyId::new("tin-bai-hang-thang").unwrap();
        let of = |office: &str| -> Vec<ActivityId> {
            let its = file.activities.iter().filter(|activity| activity.office.as_str() == office);
            its.take(2).map(|activity| activity.id.clone()).collect()
        };
        assert_eq!(of_another(&file, &duty, &of("van-phong")), None);
        let mixed = [of("van-phong"), of("phong-kinh-te")].concat();
        let said = "Nhiệm vụ này là của Văn phòng; 2 hoạt động đã chọn là của cơ quan khác.";
        assert_eq!(of_another(&file, &duty, &mixed).as_deref(), Some(said));
    }

    #[test]
    fn evidence_is_judged_as_in_the_form() {
        assert_eq!(read(Bulk::Evidence, None, " "), Err("Ghi số văn bản hoặc liên kết"));
        assert_eq!(read(Bulk::Evidence, None, "www.hoatham"), Err("Ghi đủ https:// ở đầu liên kết"));
        assert_eq!(read(Bulk::Evidence, None, " 31/KH "), Ok(BulkEdit::Evidence("31/KH".to_owned())));
    }
}
