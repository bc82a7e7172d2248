//! The history of one record: every state it had, newest first, each with what it changed and a way back to it.

use std::rc::Rc;

use cchc_core::exchange::{Edit, PlanFile, RecordKey};
use serde_json::{Map, Value};
use yew::prelude::*;

use super::told::{fields, label, title_of, verb, when, who};
use crate::components::{Dialog, DialogWidth, Glyph, icon};
use crate::store::{Store, use_plan, use_prefs, use_store};
use crate::strings::history as text;

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub(super) struct RecordDialogProps {
    /// Whose history.
    pub(super) record: RecordKey,
    /// Called when it closes.
    pub(super) onclose: Callback<()>,
    /// Called when a former state was brought back.
    #[prop_or_default]
    pub(super) onrestored: Callback<()>,
}

/// One state of the record.
struct Version {
    head: Html,
    /// What led to it.
    changes: Html,
    /// None where it was deleted.
    state: Option<Map<String, Value>>,
}

/// Lịch sử của một bản ghi.
#[component]
pub(super) fn RecordDialog(props: &RecordDialogProps) -> Html {
    let (open, store, prefs) = (use_plan(), use_store(), use_prefs());
    let file = Rc::clone(&open.file);
    let now = file.fields(&props.record);
    let versions = versions(&file, &props.record);
    let last = file.last_known(&props.record).unwrap_or_default();
    let title = title_of(&props.record, &last);
    let may_edit = !prefs.only_reads();
    let rows = versions.into_iter().map(|version| {
        let is_now = version.state == now;
        let restore = version.state.filter(|_| may_edit && !is_now).and_then(|state| {
            let edit = file.restore(&props.record, Some(&state))?;
            let (store, title) = (store.clone(), title_of(&props.record, &state));
            let (onclose, onrestored) = (props.onclose.clone(), props.onrestored.clone());
            Some(Callback::from(move |_: MouseEvent| {
                restore(&store, edit.clone(), &title);
                onclose.emit(());
                onrestored.emit(());
            }))
        });
        html! {
            <li>
                <div class="line">
                    {version.head}
                    if is_now { <span class="muted nowrap">{if now.is_some() { text::NOW } else { text::GONE }}</span> }
                </div>
                {version.changes}
                if let Some(onclick) = restore {
                    <p class="actions"><button class="btn-link" type="button" {onclick}>{icon(Glyph::Undo)}{text::RESTORE_THIS}</button></p>
                }
            </li>
        }
    });
    let rows: Vec<Html> = rows.collect();
    over(html! {
        <Dialog id="lich-su-ban-ghi" title={text::history_of(&title)} width={DialogWidth::Wide} onclose={&props.onclose}>
            if rows.is_empty() { <p>{text::UNCHANGED}</p> } else { <ol class="list versions">{rows}</ol> }
        </Dialog>
    })
}

/// Puts a dialog over the whole page: keys pressed in it are not meant for the form or the row it was opened from.
pub(super) fn over(dialog: Html) -> Html {
    let stop = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    create_portal(html! { <div onkeydown={stop}>{dialog}</div> }, gloo_utils::body().into())
}

/// Brings a former state back, and says so.
pub(super) fn restore(store: &Store, edit: Edit, title: &str) {
    if let Err(error) = store.edit_and_say(text::label_restore(title), vec![edit], text::restored(title)) {
        store.notify(text::not_restored(&error.to_string()));
    }
}

fn versions(file: &PlanFile, record: &RecordKey) -> Vec<Version> {
    let moments = file.history(record);
    let mut versions: Vec<Version> = moments
        .iter()
        .rev()
        .map(|moment| {
            let verb = verb(moment.before.is_some(), moment.after.is_some());
            Version {
                head: html! {
                    <h3>
                        {when(moment.entry)}<span class="muted">{" · "}{who(file, moment.entry)}{" · "}{verb}</span>
                    </h3>
                },
                changes: html! {
                    <>
                        <p class="meta">{label(moment.entry)}</p>
                        {fields(file, record.kind, moment)}
                    </>
                },
                state: moment.after.clone(),
            }
        })
        .collect();
    if let Some(first) = moments.first().and_then(|moment| moment.before.clone()) {
        let head = html! { <h3>{text::FIRST}</h3> };
        versions.push(Version { head, changes: Html::default(), state: Some(first) });
    }
    versions
}
