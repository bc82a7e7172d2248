//! The question before activities are deleted: what it does to the reports.

use std::rc::Rc;

use cchc_core::id::ActivityId;
use yew::prelude::*;

use super::effect::losses;
use super::names::SharedNames;
use crate::components::{Dialog, Glyph, icon};
use crate::store::Open;
use crate::strings::log as text;

/// What the question is given.
#[derive(Properties, PartialEq)]
pub(super) struct RemoveDialogProps {
    /// The open file.
    pub open: Open,
    /// How things are called.
    pub names: SharedNames,
    /// What would be deleted.
    pub ids: Rc<[ActivityId]>,
    /// Called with the answer.
    pub onanswer: Callback<bool>,
}

/// The question.
#[component]
pub(super) fn RemoveDialog(props: &RemoveDialogProps) -> Html {
    let losses = losses(&props.open.file, &props.ids);
    let lines = losses.iter().map(|loss| {
        let sums =
            loss.sums.iter().map(|(unit, before, after)| (props.names.unit(unit).full, *before, *after));
        html! { <p>{text::loss(loss.period, loss.activities, &loss.days, sums, loss.submitted)}</p> }
    });
    let answer = |yes: bool| props.onanswer.reform(move |_: MouseEvent| yes);
    let onclose = props.onanswer.reform(|()| false);
    let count = props.ids.len();
    html! {
        <Dialog id="xoa" title={text::remove_question(count)} cross=false focus=".keep" {onclose}>
            {for lines}
            <p>{text::UNDO_UNTIL}</p>
            <div class="actions">
                <button class="btn keep" type="button" onclick={answer(false)}>{text::KEEP}</button>
                <button class="btn btn-danger" type="button" onclick={answer(true)}>
                    {icon(Glyph::Bin)}{text::remove(count)}
                </button>
            </div>
        </Dialog>
    }
}
