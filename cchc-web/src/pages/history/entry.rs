//! One change as a whole: every record it touched, and how to take it back however long ago it was.

use std::rc::Rc;

use cchc_core::exchange::{Dot, JournalEdit, JournalEntry, PlanFile, RecordKey};
use yew::prelude::*;

use super::record::{RecordDialog, over};
use super::told::{fields, label, title, verb, when, who};
use crate::components::{Dialog, DialogWidth, Glyph, icon};
use crate::store::{use_plan, use_prefs, use_store};
use crate::strings::history as text;

/// How many records are told one by one.
const MOST: usize = 20;

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct EntryDialogProps {
    /// Which change.
    pub(super) dot: Dot,
    /// Called when it closes.
    pub(super) onclose: Callback<()>,
}

/// Một lần thay đổi.
#[component]
pub(super) fn EntryDialog(props: &EntryDialogProps) -> Html {
    let (open, store, prefs) = (use_plan(), use_store(), use_prefs());
    let file = Rc::clone(&open.file);
    let further = use_state_eq(|| None::<RecordKey>);
    let Some(entry) = file.journal.iter().find(|entry| entry.dot == props.dot).cloned() else {
        return Html::default();
    };
    let keys: Vec<&RecordKey> = entry.edits.iter().filter_map(JournalEdit::record).collect();
    let rows = keys.iter().take(MOST).map(|key| {
        let onclick = {
            let (further, key) = (further.clone(), (*key).clone());
            Callback::from(move |_: MouseEvent| further.set(Some(key.clone())))
        };
        record(&file, &entry, key, onclick)
    });
    let edits = use_memo((Rc::as_ptr(&file), props.dot.clone()), |_| file.take_back(&entry));
    let take_back = {
        let (store, edits, label, onclose) =
            (store.clone(), Rc::clone(&edits), label(&entry), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            let done =
                store.edit_and_say(text::label_take_back(&label), (*edits).clone(), text::taken_back(&label));
            match done {
                Ok(()) => onclose.emit(()),
                Err(error) => store.notify(text::not_restored(&error.to_string())),
            }
        })
    };
    let onback = {
        let further = further.clone();
        Callback::from(move |()| further.set(None))
    };
    over(html! {
        <Dialog id="lan-thay-doi" title={label(&entry)} width={DialogWidth::Wide} onclose={&props.onclose}>
            <p>{when(&entry)}{" · "}{who(&file, &entry)}</p>
            <ul class="list versions">{for rows}</ul>
            if keys.len() > MOST { <p class="muted">{text::more_records(keys.len() - MOST)}</p> }
            if !prefs.only_reads() {
                if edits.is_empty() {
                    <p class="small">{text::NOTHING_TO_TAKE_BACK}</p>
                } else {
                    <p class="small">{text::TAKE_BACK_LINE}</p>
                    <div class="actions">
                        <button class="btn" type="button" onclick={take_back}>{icon(Glyph::Undo)}{text::TAKE_BACK}</button>
                    </div>
                }
            }
            if let Some(record) = (*further).clone() { <RecordDialog {record} onclose={onback} /> }
        </Dialog>
    })
}

fn record(file: &PlanFile, entry: &JournalEntry, key: &RecordKey, onclick: Callback<MouseEvent>) -> Html {
    let moments = file.history(key);
    let moment = moments.iter().find(|moment| moment.entry.dot == entry.dot);
    html! {
        <li>
            <div class="line">
                <h3>
                    {title(file, key)}
                    <span class="muted">
                        {" · "}{key.kind.vietnamese()}
                        {for moment.map(|moment| html! { <>{" · "}{verb(moment.before.is_some(), moment.after.is_some())}</> })}
                    </span>
                </h3>
                <button class="btn-link nowrap" type="button" {onclick}>{text::BUTTON}</button>
            </div>
            {for moment.map(|moment| fields(file, key.kind, moment))}
        </li>
    }
}
