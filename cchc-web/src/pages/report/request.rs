//! "Báo cáo đột xuất": a công văn asks for a report, or sets another last day for a periodic one.

use std::rc::Rc;

use cchc_core::calendar::{Date, Period, Window};
use cchc_core::exchange::PlanFile;
use cchc_core::id::FilingId;
use cchc_core::progress::ReportItem;
use cchc_core::register::Filing;
use cchc_core::report::ReportSpec;
use cchc_core::text::capitalized;
use yew::prelude::*;

use super::{edit, edits, view};
use crate::components::{DateField, Dialog, SelectField, SelectOption, TextField};
use crate::platform::ids;
use crate::route::Route;
use crate::store::{use_plan, use_store, use_today};
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
    /// A period for which the plan has no rule: nine months.
    period: Option<Period>,
    subject: String,
    by: String,
    from: Option<Date>,
    to: Option<Date>,
    due: Option<Date>,
}

impl Draft {
    fn of(item: &ReportItem) -> Self {
        Self {
            period: None,
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
        (self.period.is_none() && self.subject.trim().is_empty())
            .then_some(AttrValue::Static(text::SUBJECT_MISSING))
    }

    /// The record of a report on request.
    fn write(&self, filing: Filing) -> Filing {
        let window = self.from.zip(self.to).map(|(from, to)| Window { from, to });
        Filing { title: self.subject.trim().to_owned(), window, ..self.write_due(filing) }
    }

    /// What a công văn changes of a periodic report.
    fn write_due(&self, filing: Filing) -> Filing {
        Filing { requested_by: self.by.trim().to_owned(), due: self.due, ..filing }
    }
}

/// The dialog.
#[component]
pub(super) fn RequestDialog(props: &RequestProps) -> Html {
    let store = use_store();
    let (open, today) = (use_plan(), use_today());
    let periods = use_memo((open, today), |(open, today)| periods(&open.file, *today));
    let draft = use_state_eq(|| props.item.as_ref().map(Draft::of).unwrap_or_default());
    let asked = use_state_eq(|| false);
    let is_periodic = props.item.as_ref().is_some_and(|item| item.period.is_some());
    let asks_window = !is_periodic && draft.period.is_none();
    let is_whole = !asks_window || (draft.subject_problem().is_none() && draft.window_problem().is_none());
    let onsubmit = {
        let (draft, asked, item, onclose) =
            (draft.clone(), asked.clone(), props.item.clone(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            asked.set(true);
            let Some(file) = store.file().filter(|_| is_whole) else { return };
            let filing = match &item {
                Some(item) if is_periodic => draft.write_due(edits::filing(&file, item)),
                Some(item) => draft.write(edits::filing(&file, item)),
                None => match draft.period {
                    Some(period) => draft.write_due(begin_period(&file, period)),
                    None => draft.write(begin(&file)),
                },
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
    let onperiod = {
        let draft = draft.clone();
        Callback::from(move |chosen: Option<AttrValue>| {
            let period = chosen.and_then(|chosen| chosen.parse().ok());
            draft.set(changed(&draft, |draft| draft.period = period));
        })
    };
    let title = match &props.item {
        None => text::REQUEST_TITLE,
        Some(_) if is_periodic => text::DUE_TITLE,
        Some(_) => text::REQUEST_CHANGE_TITLE,
    };
    let oncancel = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <Dialog id="yeu-cau" {title} onclose={props.onclose.clone()} focus="input, select">
            <form {onsubmit}>
                if props.item.is_none() && !periods.is_empty() {
                    <SelectField id="yeu-cau-ky" label={text::PERIOD} options={(*periods).clone()} none={text::ANY_DAYS}
                        value={draft.period.map(|period| AttrValue::from(period.to_string()))} onchange={onperiod} />
                }
                if asks_window {
                    <TextField id="yeu-cau-noi-dung" label={text::SUBJECT} hint={text::SUBJECT_HINT} value={draft.subject.clone()}
                        oninput={words(|draft, value| draft.subject = value)} error={draft.subject_problem().filter(|_| *asked)} />
                }
                <TextField id="yeu-cau-cong-van" label={text::BY} hint={text::BY_HINT} value={draft.by.clone()}
                    oninput={words(|draft, value| draft.by = value)} />
                if asks_window {
                    <div class="two">
                        <DateField id="yeu-cau-tu" label={text::FROM} value={draft.from} onchange={day(|draft, value| draft.from = value)}
                            error={draft.window_problem().filter(|_| *asked)} />
                        <DateField id="yeu-cau-den" label={text::TO} value={draft.to} onchange={day(|draft, value| draft.to = value)} />
                    </div>
                }
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

/// The periods about which the plan says nothing, and of which no report is on the list yet.
fn periods(file: &PlanFile, today: Date) -> Rc<[SelectOption]> {
    let has_rule = |period: &Period| file.report_rules.iter().any(|rule| rule.period == Some(period.kind()));
    let others = view::other_periods(file.plan.year, &view::reports(file, today)).into_iter();
    let option = |period: Period| SelectOption::new(period.to_string(), capitalized(&period.vietnamese()));
    others.filter(|period| !has_rule(period)).map(option).collect()
}

/// The report of a period that no rule asks for: over the days that the core gives it.
fn begin_period(file: &PlanFile, period: Period) -> Filing {
    let spec = ReportSpec::of_period(file, period);
    Filing { rule: spec.rule, period: Some(period), window: Some(spec.window), ..Filing::draft(spec.filing) }
}

/// A report on request begins as the plan's rule for such reports says, where it has one.
fn begin(file: &PlanFile) -> Filing {
    let rule = file.report_rules.iter().find(|rule| rule.period.is_none());
    let id = FilingId::new(ids::new_id()).expect("a new id is made of letters and digits");
    Filing { rule: rule.map(|rule| rule.id.clone()), ..Filing::draft(id) }
}
