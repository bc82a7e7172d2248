//! Which column is what: a guess that a person mends.

use std::rc::Rc;

use cchc_core::ingest::import::{Column, Mapping, OTHER_TABLE, Table};
use cchc_core::ingest::sheet::column_name;
use yew::prelude::*;

use crate::components::{Select, SelectOption, State, state};
use crate::strings::import as text;

#[derive(Properties)]
pub(super) struct ColumnsProps {
    pub(super) tables: Rc<Vec<Table>>,
    /// What a column may hold.
    pub(super) units: Rc<[SelectOption]>,
    pub(super) mapping: UseStateHandle<Mapping>,
}

impl PartialEq for ColumnsProps {
    fn eq(&self, other: &Self) -> bool {
        self.tables == other.tables && *self.mapping == *other.mapping
    }
}

/// A heading stands once, whatever the number of sheets that have it.
#[component]
pub(super) fn Columns(props: &ColumnsProps) -> Html {
    let mut columns: Vec<&Column> = Vec::new();
    for column in props.tables.iter().flat_map(|table| &table.columns) {
        if !columns.iter().any(|known| known.heading == column.heading) {
            columns.push(column);
        }
    }
    let rows = columns.into_iter().enumerate().map(|(nth, column)| {
        let onchange = {
            let (mapping, heading) = (props.mapping.clone(), column.heading.clone());
            Callback::from(move |chosen: Option<AttrValue>| {
                if let Some(field) = chosen.and_then(|chosen| chosen.parse().ok()) {
                    let mut next = (*mapping).clone();
                    next.columns.insert(heading.clone(), field);
                    mapping.set(next);
                }
            })
        };
        html! {
            <tr key={column.heading.clone()}>
                <td class="muted">{column_name(column.column)}</td>
                <th scope="row">{&column.heading}</th>
                <td><Select id={format!("cot-{nth}")} options={Rc::clone(&props.units)}
                    value={AttrValue::from(column.field.to_string())} aria_label={text::means(&column.heading)} {onchange} /></td>
                <td class="samples">{column.samples.join(" · ")}</td>
            </tr>
        }
    });
    let passed = props.tables.iter().filter(|table| !table.passed.is_empty());
    html! {
        <section class="section" aria-labelledby="cot-danh-sach">
            <div class="section-head"><h2 id="cot-danh-sach">{text::COLUMNS}</h2></div>
            <p class="muted">{text::COLUMNS_MORE}</p>
            {for passed.map(|table| {
                let said = text::not_read(&table.sheet, table.passed);
                if table.passed == OTHER_TABLE { html! { <p class="muted">{said}</p> } } else { html! { <p>{state(State::Missing, said)}</p> } }
            })}
            <div class="scroll-x">
                <table class="table import-columns">
                    <thead><tr>
                        <th scope="col">{text::COLUMN}</th><th scope="col">{text::HEADING}</th>
                        <th scope="col">{text::MEANS}</th><th scope="col">{text::SAMPLES}</th>
                    </tr></thead>
                    <tbody>{for rows}</tbody>
                </table>
            </div>
        </section>
    }
}
