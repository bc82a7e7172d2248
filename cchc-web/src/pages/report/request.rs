//! "Báo cáo đột xuất": a công văn asks for a report.

use cchc_core::calendar::{Date, Window};
use cchc_core::exchange::PlanFile;
use cchc_core::id::FilingId;
use cchc_core::progress::ReportItem;
use cchc_core::register::Filing;
use yew::prelude::*;

use super::{edit, edits};
use crate::components::{DateField, Dialog, TextField};
use crate::platform::ids;
use crate::route::Route;
use crate::store::use_store;
use crate::strings::{common, report as text};

#[derive(Properties, PartialEq)]
pub(super) struct RequestProps {
    /// The report whose request is changed; none for a new one.
    pub(super) item: Option<ReportItem>,
    pub(super) onclose: Callback<()>,
}

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    subject: String,
    by: String,
    from: Option<Date>,
    to: Option<Date>,
    due: Option<Date>,
}

impl Draft {
    fn of(item: &ReportItem) -> Self {
        Self {
            subject: item.title.clone(),
            by: item.requested_by.clone(),
            from: item.window.map(|window| window.from),
            to: item.window.map(|window| window.to),
            due: item.due,
        }
    }

    fn window_problem(&self) -> Option<AttrValue> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from > to => Some(AttrValue::Static(text::WINDOW_TURNED)),
            (Some(_), None) | (None, Some(_)) => Some(AttrValue::Static(text::WINDOW_HALF)),
            _ => None,
        }
    }

    fn subject_problem(&self) -> Option<AttrValue> {
        self.subject.trim().is_empty().then_some(AttrValue::Static(text::SUBJECT_MISSING))
    }

    /// The record of a report on request.
    fn write(&self, filing: Filing) -> Filing {
        Filing {
            title: self.subject.trim().to_owned(),
            window: self.from.zip(self.to).map(|(from, to)| Window { from, to }),
            requested_by: self.by.trim().to_owned(),
            due: self.due,
            ..filing
        }
    }
}

/// The dialog.
#[component]
pub(super) fn RequestDialog(props: &RequestProps) -> Html {
    let store = use_store();
    let draft = use_state_eq(|| props.item.as_ref().map(Draft::of).unwrap_or_default());
    let asked = use_state_eq(|| false);
    let is_whole = draft.subject_problem().is_none() && draft.window_problem().is_none();
    let onsubmit = {
        let (draft, asked, item, onclose) =
            (draft.clone(), asked.clone(), props.item.clone(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            asked.set(true);
            let Some(file) = store.file().filter(|_| is_whole) else { return };
            let filing = match &item {
                Some(item) => draft.write(edits::filing(&file, item)),
                None => draft.write(begin(&file)),
            };
            onclose.emit(());
            let (label, done) = if item.is_some() {
                (text::CHANGE, text::CHANGED_DONE)
            } else {
                (text::ADD, text::ADDED_DONE)
            };
            edit(&store, label, edits::file_report(&file, &filing), done);
            Route::filing(&filing.id).go();
        })
    };
    let words = |write: fn(&mut Draft, String)| {
        let draft = draft.clone();
        Callback::from(move |value: String| draft.set(changed(&draft, |draft| write(draft, value))))
    };
    let day = |write: fn(&mut Draft, Option<Date>)| {
        let draft = draft.clone();
        Callback::from(move |value: Option<Date>| draft.set(changed(&draft, |draft| write(draft, value))))
    };
    let title = match &props.item {
        None => text::REQUEST_TITLE,
        Some(_) => text::REQUEST_CHANGE_TITLE,
    };
    let oncancel = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <Dialog id="yeu-cau" {title} onclose={props.onclose.clone()} focus="input">
            <form {onsubmit}>
                <TextField id="yeu-cau-noi-dung" label={text::SUBJECT} hint={text::SUBJECT_HINT} value={draft.subject.clone()}
                    oninput={words(|draft, value| draft.subject = value)} error={draft.subject_problem().filter(|_| *asked)} />
                <TextField id="yeu-cau-cong-van" label={text::BY} hint={text::BY_HINT} value={draft.by.clone()}
                    oninput={words(|draft, value| draft.by = value)} />
                <div class="two">
                    <DateField id="yeu-cau-tu" label={text::FROM} value={draft.from} onchange={day(|draft, value| draft.from = value)}
                        error={draft.window_problem().filter(|_| *asked)} />
                    <DateField id="yeu-cau-den" label={text::TO} value={draft.to} onchange={day(|draft, value| draft.to = value)} />
                </div>
                <DateField id="yeu-cau-han" label={text::DUE} value={draft.due} onchange={day(|draft, value| draft.due = value)}
                    hint={common::DATE_HINT} />
                <div class="actions">
                    <button class="btn" type="button" onclick={oncancel}>{common::CANCEL}</button>
                    <button class="btn btn-primary" type="submit">{if props.item.is_some() { text::CHANGE } else { text::ADD }}</button>
                </div>
            </form>
        </Dialog>
    }
}

fn changed(draft: &Draft, write: impl FnOnce(&mut Draft)) -> Draft {
    let mut next = draft.clone();
    write(&mut next);
    next
}

/// A report on request begins as the plan's rule for such reports says, where it has one.
fn begin(file: &PlanFile) -> Filing {
    let rule = file.report_rules.iter().find(|rule| rule.period.is_none());
    let id = FilingId::new(ids::new_id()).expect("a new id is made of letters and digits");
    Filing { rule: rule.map(|rule| rule.id.clone()), ..Filing::draft(id) }
}
