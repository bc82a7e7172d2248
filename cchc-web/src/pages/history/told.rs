//! What the history says of a change: when, who, which records, which fields from what to what.

use cchc_core::exchange::{
    JournalEdit, JournalEntry, Moment, PlanFile, RecordKey, field_name, record_title, value_shown,
};
use cchc_core::record::Kind;
use cchc_core::text::capitalized;
use serde_json::{Map, Value};
use yew::prelude::*;

use crate::pages::progress::short_name;
use crate::strings::history as text;

/// `09:42, 20/11/2026`, by the clock of the one who wrote it.
pub(super) fn when(entry: &JournalEntry) -> String {
    entry.at.format("%H:%M, %d/%m/%Y").to_string()
}

/// The office's short name.
pub(super) fn who(file: &PlanFile, entry: &JournalEntry) -> String {
    entry
        .office
        .as_ref()
        .map_or_else(|| text::UNKNOWN_OFFICE.to_owned(), |office| short_name(file, office).to_string())
}

/// What was done.
pub(super) fn label(entry: &JournalEntry) -> String {
    if entry.label.trim().is_empty() { text::UNNAMED.to_owned() } else { capitalized(&entry.label) }
}

/// What a person calls a record, whether it is there or not.
pub(super) fn title(file: &PlanFile, record: &RecordKey) -> String {
    title_of(record, &file.last_known(record).unwrap_or_default())
}

/// What a person calls a record that has these fields.
pub(super) fn title_of(record: &RecordKey, fields: &Map<String, Value>) -> String {
    match record.kind {
        Kind::Plan => capitalized(record.kind.vietnamese()),
        _ => capitalized(&record_title(record, fields)),
    }
}

/// Which records a change was about: the name of the one, or how many of what.
pub(super) fn records(file: &PlanFile, entry: &JournalEntry) -> String {
    let mut keys = entry.edits.iter().filter_map(JournalEdit::record);
    match (keys.next(), entry.edits.len()) {
        (Some(key), 1) => title(file, key),
        (first, count) => {
            let kind = first.map(|key| key.kind).filter(|kind| keys.all(|key| key.kind == *kind));
            text::records(count, kind.map(Kind::vietnamese))
        }
    }
}

/// "sửa", "thêm", "xóa".
pub(super) fn verb(before: bool, after: bool) -> &'static str {
    match (before, after) {
        (false, _) => text::MADE,
        (true, true) => text::CHANGED,
        (true, false) => text::DELETED,
    }
}

/// The fields of a change, each from what to what; of a new record what it has, of a deleted one what it had.
pub(super) fn fields(file: &PlanFile, kind: Kind, moment: &Moment<'_>) -> Html {
    let fields = moment.fields();
    // A whole record that is struck through cannot be read: that it went is said beside.
    let went = moment.after.is_none();
    let rows = fields.iter().map(|field| {
        let name = field_name(kind, &field.field).map_or_else(|| field.field.clone(), capitalized);
        let shown = |value: &Value| value_shown(file, &field.field, value);
        let both = !field.before.is_null() && !field.after.is_null();
        html! {
            <div>
                <dt>{name}</dt>
                <dd>
                    if went {
                        {shown(&field.before)}
                    } else if !field.before.is_null() {
                        <del>{shown(&field.before)}</del>
                    }
                    if both { <span class="arrow" aria-hidden="true">{"→"}</span> }
                    if !field.after.is_null() { <ins>{shown(&field.after)}</ins> }
                </dd>
            </div>
        }
    });
    html! { <dl class="facts moved">{for rows}</dl> }
}
